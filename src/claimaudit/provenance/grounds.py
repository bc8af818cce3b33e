"""How each source knows each claim, and which evidence counts (docs/independence.md, 4.1, 4.2 and 4.4).

Knows nothing of graphs: it only reads what the dossier declares.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Literal, NamedTuple

from claimaudit.model import Basis, Claim, Dossier, Evidence, InlineInformant, Source, Stance
from claimaudit.provenance.labels import Label, label_of, merge_unnamed
from claimaudit.text import squash

Reason = Literal["retracted", "withdrawn", "superseded", "off-subject"]

ORIGINAL_KINDS = frozenset({"document", "statement", "interview"})
"""Kinds of source that are origins unless something else is said of them."""


VOID: frozenset[Literal["retracted", "withdrawn"]] = frozenset({"retracted", "withdrawn"})
"""Statuses of a source that grounds nothing."""


class Grounds(NamedTuple):
    """One way in which a source knows a claim.

    `via` are the sources it repeats, empty where the basis ignores them; `informants` bind its own reporting.
    """

    basis: Basis
    via: tuple[str, ...] = ()
    informants: tuple[Label, ...] = ()

    @property
    def is_own_reporting(self) -> bool:
        """Whether the source reported on the claim itself."""
        return self.basis in ("original", "mixed")


class NotCounted(NamedTuple):
    """A piece of evidence that does not count, and why."""

    position: int
    source: str
    stance: Stance
    reason: Reason


class Declared(NamedTuple):
    """What the evidence of a claim says: the sources on each side, each once, and what does not count.

    Sources that were retracted are among them all the same: what they declared stays declared, so that a copy does
    not become an origin when its original is retracted. `told` has by stance and source how they know, and nothing
    where all evidence leaves that to the sources: that is so of most claims, and these are kept in little room.
    """

    supports: tuple[str, ...]
    contradicts: tuple[str, ...]
    not_counted: tuple[NotCounted, ...]
    told: Mapping[tuple[Stance, str], tuple[Grounds, ...]]


_NOTHING: Mapping[Any, Any] = {}
"""What most evidence tells of how its source knows, and most what-ifs take for different."""


class Supposition(NamedTuple):
    """What a what-if takes for true.

    Other `grounds` of sources; further `origins` of claims; sources that claims have `cited` besides; other
    `subjects` of claims; and sources and informants that are `without`: as if all they said were wrong, what they
    declared staying declared.
    """

    grounds: Mapping[str, Grounds] = _NOTHING
    origins: Mapping[str, tuple[Label, ...]] = _NOTHING
    cited: Mapping[str, tuple[str, ...]] = _NOTHING
    subjects: Mapping[str, str] = _NOTHING
    without_sources: frozenset[str] = frozenset()
    without_informants: frozenset[Label] = frozenset()


def _each_once(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names)) if len(names) > 1 else tuple(names)


class Register:
    """What the dossier declares, looked up by claim and source. Everything is worked out once, when asked."""

    def __init__(self, dossier: Dossier, supposed: Supposition | None = None) -> None:
        self.dossier = dossier
        self.supposed = supposed or Supposition()
        self.inline: dict[Label, InlineInformant] = {}
        """Informants described in place, by the label given to each."""
        self._source_grounds: dict[str, tuple[Grounds]] = {}
        self._declared: dict[str, Declared] = {}

    @cached_property
    def label_of(self) -> Mapping[str, Label]:
        """By id what each source falls with at the level of outlets."""
        return {source.id: label_of(source) for source in self.dossier.sources}

    def supposing(self, supposed: Supposition) -> "Register":
        """Return a register that takes something else for true, and shares all that was worked out here."""
        other = Register(self.dossier, supposed)
        other.inline = self.inline
        other._source_grounds = self._source_grounds
        other._declared = {} if supposed.subjects else self._declared
        other._named_in_a_via = self._named_in_a_via
        other._text_groups = self._text_groups
        other._retracted = self._retracted
        other.label_of = self.label_of
        return other

    @property
    def is_supposed(self) -> bool:
        """Whether something else is taken for true than what the dossier declares."""
        return self.supposed != Supposition()

    # --- 4.1 basis and via -----------------------------------------------------------------------------

    def grounds(self, claim: Claim | None, stance: Stance, source_id: str) -> tuple[Grounds, ...]:
        """Return the ways in which a source knows `claim`: its counted evidence's, else its own."""
        if source_id in self.supposed.grounds:
            return (self.supposed.grounds[source_id],)
        own = self.said(claim).told.get((stance, source_id)) if claim else None
        return own or self.usual_grounds(source_id)

    def source_grounds(self, source_id: str) -> Grounds:
        """Return how a source knows what it says, where no evidence says otherwise."""
        return self.usual_grounds(source_id)[0]

    def usual_grounds(self, source_id: str) -> tuple[Grounds]:
        """Return the same as the one way in which a source knows a claim: always the same tuple."""
        found = self._source_grounds.get(source_id)
        if found is None:
            source = self.dossier.source[source_id]
            basis = source.basis or self._default_basis(source)
            found = (self._effective(basis, source.via or (), self._labels_of_source(source)),)
            self._source_grounds[source_id] = found
        return found

    def _default_basis(self, source: Source) -> Basis:
        if source.via:
            return "derived"
        if source.kind in ORIGINAL_KINDS:
            return "original"
        # A work nobody read is known only because others credit it with the news: that is own reporting.
        if not source.read and source.id in self._named_in_a_via:
            return "original"
        return "unknown"

    def _evidence_grounds(self, claim: Claim, index: int, evidence: Evidence) -> Grounds:
        source = self.dossier.source[evidence.source]
        informants = (
            self._labels_of_source(source)
            if evidence.informants is None
            else self._labels(evidence.informants, f"{claim.id}/evidence-{index + 1}")
        )
        if evidence.basis is None and evidence.via is None and source.basis is None:
            return self._effective(self._default_basis(source), source.via or (), informants)
        via = (source.via if evidence.via is None else evidence.via) or ()
        return self._effective(self._evidence_basis(evidence, source), via, informants)

    @staticmethod
    def _evidence_basis(evidence: Evidence, source: Source) -> Basis:
        if evidence.basis:
            return evidence.basis
        if evidence.via:
            return "derived"
        return source.basis or "unknown"

    @staticmethod
    def _effective(basis: Basis, via: tuple[str, ...], informants: tuple[Label, ...]) -> Grounds:
        match basis:
            case "original":
                return Grounds(basis, (), informants)
            case "mixed":
                return Grounds(basis, via, informants)
            case "derived":
                return Grounds(basis, via)
            case "unknown":
                return Grounds(basis)

    def _labels_of_source(self, source: Source) -> tuple[Label, ...]:
        return self._labels(source.informants, source.id)

    def _labels(self, informants: tuple[str | InlineInformant, ...], used_by: str) -> tuple[Label, ...]:
        labels = []
        for number, informant in enumerate(informants, start=1):
            if isinstance(informant, str):
                labels.append(Label(informant, "informant"))
            else:
                label = Label(f"{used_by}/informant-{number}", "informant")
                self.inline[label] = informant
                labels.append(label)
        return tuple(labels)

    @cached_property
    def _named_in_a_via(self) -> frozenset[str]:
        named = {name for source in self.dossier.sources for name in source.via or ()}
        for claim in self.dossier.claims_that_say_how.values():
            for evidence in claim.evidence:
                named.update(evidence.via or ())
        return frozenset(named)

    # --- 4.2 what counts -------------------------------------------------------------------------------

    def counted(self, claim: Claim, stance: Stance) -> tuple[str, ...]:
        """Return the sources whose evidence of that stance counts, each once, in the order of the file."""
        named = self.declared(claim, stance)
        if stance == "supports" and self.supposed.cited:
            named = _each_once((*named, *self.supposed.cited.get(claim.id, ())))
        return tuple(self.without_void(named))

    def declared(self, claim: Claim, stance: Stance) -> tuple[str, ...]:
        """Return the sources of the claim's evidence of that stance, each once, retracted ones too."""
        said = self.said(claim)
        return said.supports if stance == "supports" else said.contradicts

    def not_counted(self, claim: Claim) -> tuple[NotCounted, ...]:
        """Return the evidence for or against the claim that does not count, in the order of the file."""
        return self.said(claim).not_counted

    def said(self, claim: Claim) -> Declared:
        """Return what the evidence of a claim says, read once."""
        found = self._declared.get(claim.id)
        if found is None:
            found = self._declared[claim.id] = self._read(claim)
        return found

    def _read(self, claim: Claim) -> Declared:
        supports: list[str] = []
        contradicts: list[str] = []
        left_out, tells_how, special = [], False, self._special_sources
        for index, piece in enumerate(claim.evidence):
            stance, name = piece.stance, piece.source
            if stance == "mentions":
                continue
            if name in special or piece.subject is not None or piece.superseded_by is not None:
                reason, status = self._set_aside(claim, piece), self.dossier.source[name].status
                why = status if status in VOID else reason
                if why is not None:
                    left_out.append(NotCounted(index, name, stance, why))
                if reason is not None:
                    continue
            (supports if stance == "supports" else contradicts).append(name)
            tells_how = tells_how or piece.says_how
        told = self._told(claim) if tells_how else _NOTHING
        return Declared(_each_once(supports), _each_once(contradicts), tuple(left_out), told)

    def _told(self, claim: Claim) -> dict[tuple[Stance, str], tuple[Grounds, ...]]:
        """Return by stance and source all ways in which evidence that counts says that the source knows the claim."""
        told: dict[tuple[Stance, str], tuple[Grounds, ...]] = {}
        for index, piece in enumerate(claim.evidence):
            if piece.stance != "mentions" and self._set_aside(claim, piece) is None:
                key, own = (piece.stance, piece.source), self._grounds_of(claim, index, piece)
                if key not in told:
                    told[key] = own
                elif own[0] not in told[key]:
                    told[key] = (*told[key], *own)
        return told

    def _grounds_of(self, claim: Claim, index: int, piece: Evidence) -> tuple[Grounds, ...]:
        """Return the one way in which a piece of evidence says that its source knows the claim."""
        if piece.says_how:
            return (self._evidence_grounds(claim, index, piece),)
        return self.usual_grounds(piece.source)

    @cached_property
    def _special_sources(self) -> frozenset[str]:
        """Sources of which evidence may not count: they no longer hold as they were, or have a subject of their own."""
        subjects = (source.id for source in self.dossier.sources if source.subject)
        return self.changed_sources.union(subjects)

    def _set_aside(self, claim: Claim, evidence: Evidence) -> Reason | None:
        if evidence.superseded_by is not None:
            return "superseded"
        subject = evidence.subject or self.dossier.source[evidence.source].subject
        wanted = self.supposed.subjects.get(claim.id, claim.subject)
        if subject and wanted and squash(subject) != squash(wanted):
            return "off-subject"
        return None

    def is_void(self, source_id: str) -> bool:
        """Return whether the source grounds nothing: it was retracted or withdrawn, or is supposed away."""
        return source_id in self._void

    def without_void(self, names: Sequence[str]) -> Sequence[str]:
        """Return the sources of these that ground something."""
        if self._void.isdisjoint(names):
            return names
        return [name for name in names if name not in self._void]

    @cached_property
    def _void(self) -> frozenset[str]:
        return self._retracted | self.supposed.without_sources

    def same_person(self, informants: Iterable[Label]) -> Mapping[Label, Label]:
        """Return for each unnamed informant among these the one that stands for all who may be the same person."""
        declared = self.dossier.informant
        return merge_unnamed({label: declared.get(label.id) or self.inline[label] for label in informants})

    @cached_property
    def _retracted(self) -> frozenset[str]:
        return frozenset(source.id for source in self.dossier.sources if source.status in VOID)

    def reporting(self, grounds: Grounds) -> tuple[Label, ...] | None:
        """Return the informants that own reporting stands on, none where it names none; None where it has none left."""
        if not grounds.is_own_reporting:
            return None
        left = tuple(label for label in grounds.informants if label not in self.supposed.without_informants)
        return None if grounds.informants and not left else left

    @cached_property
    def changed_sources(self) -> frozenset[str]:
        """Sources that no longer hold, or no longer as they were."""
        return frozenset(source.id for source in self.dossier.sources if source.status != "active")

    def could_count(self, claim: Claim, source_id: str) -> bool:
        """Return whether the source would count if the claim cited it in support, and does not speak against it."""
        evidence = Evidence(source=source_id)
        speaks_against = source_id in self.declared(claim, "contradicts")
        return not (speaks_against or self.is_void(source_id) or self._set_aside(claim, evidence))

    # --- 4.4 shared text -------------------------------------------------------------------------------

    def text_group(self, source_id: str) -> tuple[str, ...]:
        """Return the sources with the same sentences, this one included, in the order of the files.

        Empty where the source shares its text with none.
        """
        return self._text_groups.get(source_id, ())

    @cached_property
    def sharing_sources(self) -> frozenset[str]:
        """Sources that share their text with others."""
        return frozenset(self._text_groups)

    @cached_property
    def _text_groups(self) -> dict[str, tuple[str, ...]]:
        chief: dict[str, str] = {}

        def find(name: str) -> str:
            while chief.setdefault(name, name) != name:
                chief[name] = chief[chief[name]]
                name = chief[name]
            return name

        for source in self.dossier.sources:
            for other in source.shares_text_with:
                chief[find(other)] = find(source.id)
        groups: dict[str, list[str]] = {}
        for source in self.dossier.sources:
            if source.id in chief:
                groups.setdefault(find(source.id), []).append(source.id)
        return {name: tuple(group) for group in groups.values() for name in group if len(group) > 1}

    def is_known(self, claim: Claim | None, stance: Stance, source_id: str) -> bool:
        """Return whether a source in a group of shared text says itself where it has the claim from.

        That is own reporting, or a via to a source outside the group.
        """
        group = self.text_group(source_id)
        return any(
            grounds.is_own_reporting or any(name not in group for name in grounds.via)
            for grounds in self.grounds(claim, stance, source_id)
        )
