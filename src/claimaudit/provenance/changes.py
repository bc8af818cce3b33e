"""What became of a claim from one dossier to a later one, and why: which declared links are others now.

The reasons are told in the words of the files (cited, via, own reporting), nearest to the claim first. Knows no rule.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from claimaudit.model import Claim, Dossier, Entry, Stance
from claimaudit.provenance.dropping import State
from claimaudit.provenance.explaining import ids
from claimaudit.provenance.grounds import Grounds
from claimaudit.provenance.independence import Provenance, Side
from claimaudit.provenance.labels import Label, label_of, spoken, spoken_source
from claimaudit.provenance.sentences import full_name
from claimaudit.text import listed, squash

Course = Literal["weaker", "stronger", "changed"]
"""Where a claim went: changed where one thing got worse and another better, or where nobody can tell."""

REASONS = 4
"""So many reasons are told before the rest is counted."""
NAMED = 3
"""So many sources are named in one reason before the rest is counted."""


def course(before: State, after: State) -> Course | None:
    """Return where a claim went, or None where its support is as strong as it was.

    It is weaker with fewer origins as declared or, those being the same, with fewer as possible; if it is only
    argued now; and if it is contested now.
    """
    old, new = before.side.outlet, after.side.outlet
    exact = old.low_exact and old.high_exact and new.low_exact and new.high_exact
    if str(old) != str(new) and not exact:  # lower bounds: comparing them proves nothing
        return "changed"
    origins = 0 if str(old) == str(new) else 1 if (new.low, new.high) > (old.low, old.high) else -1
    argued = 0 if origins else (before.verdict == "inferred") - (after.verdict == "inferred")
    contested = before.contested - after.contested
    signs = {origins, argued, contested} - {0}
    if not signs:
        return None
    return "changed" if len(signs) > 1 else "stronger" if 1 in signs else "weaker"


def reasons(before: Provenance, after: Provenance, claim_id: str) -> tuple[str, ...]:
    """Return what is declared otherwise under a claim that both have: "Reuters now via Axios".

    Nothing where only what no link says is another: a text, a title, a note.
    """
    told = _Told()
    _Comparison(before, after, claim_id).tell(told)
    return told.phrases()


def details(before: Provenance, after: Provenance, claim_id: str) -> tuple[str, ...]:
    """Return which keys of the claim and of what it leads to are others: for findings that no link explains."""
    told = _Told()
    _Comparison(before, after, claim_id).tell_of_keys(told)
    return told.phrases()


class _Told:
    """Collects who changed how, and says of all at once what holds of several."""

    def __init__(self) -> None:
        self._names: dict[str, dict[str, None]] = {}

    def add(self, name: str, how: str) -> None:
        self._names.setdefault(how, {})[name] = None

    def phrases(self) -> tuple[str, ...]:
        found: dict[str, list[str]] = {}
        for how, names in self._names.items():
            found.setdefault(listed(list(names), limit=NAMED), []).append(how)
        phrases = [f"{names} {', '.join(hows)}" for names, hows in found.items()]
        if len(phrases) > REASONS + 1:
            return (*phrases[:REASONS], f"{len(phrases) - REASONS} more changes")
        return tuple(phrases)


class _Comparison:
    """One claim, with what it leads to, in two dossiers."""

    def __init__(self, before: Provenance, after: Provenance, claim_id: str) -> None:
        self._before, self._after, self._id = before, after, claim_id
        stances: tuple[Stance, ...] = ("supports", "contradicts")
        self._sides = [
            (stance, _side(before, claim_id, stance), _side(after, claim_id, stance)) for stance in stances
        ]

    def tell(self, told: _Told) -> None:
        """Tell all that is declared otherwise, what is nearest to the claim first."""
        for claim_id in self._claims:
            old, new = self._before.dossier.claim.get(claim_id), self._after.dossier.claim.get(claim_id)
            if old is not None and new is not None:
                self._tell_of_claim(told, old, new)
        self._tell_of_grounds(told)
        for source in self._sources:
            self._tell_of_source(told, source)
        self._tell_of_texts(told)
        self._tell_of_owners(told)

    def tell_of_keys(self, told: _Told) -> None:
        """Tell which keys of the claim and of the sources under it have other values."""
        old, new = self._before.dossier.claim[self._id], self._after.dossier.claim[self._id]
        if keys := _other_keys(old, new):
            told.add("the claim", f"now with other {keys}")
        for source in self._sources:
            was, is_now = self._before.dossier.source.get(source), self._after.dossier.source.get(source)
            if was is not None and is_now is not None and (keys := _other_keys(was, is_now)):
                told.add(self._name(source), f"now with other {keys}")

    # --- claims and their evidence ------------------------------------------------------------------------

    @cached_property
    def _claims(self) -> Sequence[str]:
        """The claim and its premises, then and now."""
        nodes = (node for _, old, new in self._sides for side in (new, old) for node in side.network.nodes)
        found = dict.fromkeys(node.claim for node in nodes if node.claim is not None)
        return list(dict.fromkeys([self._id, *found]))

    def _on(self, claim_id: str | None) -> str:
        return "" if claim_id in (None, self._id) else f" on `{claim_id}`"

    def _tell_of_claim(self, told: _Told, old: Claim, new: Claim) -> None:
        name = "the claim" if new.id == self._id else f"`{new.id}`"
        if old.status != new.status:
            told.add(name, f"now {new.status}, not {old.status}")
        if squash(old.subject or "") != squash(new.subject or ""):
            told.add(name, f"now about `{new.subject}`" if new.subject else "no longer about one subject")
        for premise, how in _differing(
            _premises(old), _premises(new), "now argued from", "no longer argued from"
        ):
            told.add(name, f"{how} `{premise}`")
        self._tell_of_evidence(told, old, new)

    def _tell_of_evidence(self, told: _Told, old: Claim, new: Claim) -> None:
        then, now, on = _stances(old), _stances(new), self._on(new.id)
        for source in dict.fromkeys((*now, *then)):
            for how in _recited(then.get(source, frozenset()), now.get(source, frozenset())):
                told.add(self._name(source), f"{how}{on}")
        self._tell_of_what_counts(told, old, new, on)

    def _tell_of_what_counts(self, told: _Told, old: Claim, new: Claim, on: str) -> None:
        """Tell what was cited before and is still, and does not count for the same reason."""
        then, now = _left_out(self._before, old), _left_out(self._after, new)
        counted_then, counted_now = _counted(self._before, old), _counted(self._after, new)
        both = [source for source in _stances(new) if source in _stances(old)]
        for source in both:
            others = list(
                _differing(then.get(source, ()), now.get(source, ()), "now left out", "no longer left out")
            )
            for reason, how in others:
                told.add(self._name(source), f"{how}{on} ({reason})")
            if not others:  # where it is cited twice, it may count now for the other entry
                cited = _stances(old)[source] & _stances(new)[source]
                for how in _recounted(counted_then[source] & cited, counted_now[source] & cited):
                    told.add(self._name(source), f"{how}{on}")

    # --- how sources know what they say -------------------------------------------------------------------

    def _tell_of_grounds(self, told: _Told) -> None:
        for stance, old, new in self._sides:
            known = {(node.claim, node.source) for node in old.network.nodes}
            for node in new.network.nodes:
                if node.source is not None and (node.claim, node.source) in known:
                    for source in self._with_their_text(node.source):
                        then = _grounds(self._before, node.claim, stance, source)
                        now = _grounds(self._after, node.claim, stance, source)
                        for how in self._regrounded(then, now):
                            told.add(self._name(source), how)

    def _with_their_text(self, source: str) -> Sequence[str]:
        """Return a source and those that had its text or have it: what one of them says of it goes for all."""
        groups = (self._after.register.text_group(source), self._before.register.text_group(source))
        then, now = self._before.dossier.source, self._after.dossier.source
        both = (name for group in groups for name in group if name in then and name in now)
        return list(dict.fromkeys([source, *both]))

    def _regrounded(self, then: Sequence[Grounds], now: Sequence[Grounds]) -> Iterator[str]:
        old, new = _Knows(then), _Knows(now)
        gained = [source for source in new.via if source not in old.via]
        lost = [source for source in old.via if source not in new.via]
        keeps = len(lost) < len(old.via) or (old.is_origin and new.is_origin)
        if new.is_origin and not old.is_origin:
            yield "now with own reporting"
        if gained:
            yield f"now {'also ' if keeps else ''}via {self._names(gained)}"
        if lost:
            yield f"no longer via {self._names(lost)}"
        if new.is_undeclared and not old.is_undeclared:
            yield "now without a declared basis"
        elif new.names_nobody and not old.names_nobody:
            yield "now repeating others without saying whom"
        elif old.is_origin and not new.is_origin and not gained:
            yield "no longer with own reporting"
        if old.is_origin and new.is_origin and old.informants != new.informants:
            yield "now with other informants" if new.informants else "no longer with informants"

    # --- sources ------------------------------------------------------------------------------------------

    @cached_property
    def _sources(self) -> Sequence[str]:
        """All sources that the claim leads to or cites, then or now, those of now first."""
        found: dict[str, None] = {}
        for _, old, new in self._sides:
            for side in (new, old):
                found |= dict.fromkeys(piece.source for piece in side.claim.evidence)
                found |= dict.fromkeys(source for _, source in side.network.sources())
        return list(found)

    def _tell_of_source(self, told: _Told, source_id: str) -> None:
        old, new = self._before.dossier.source.get(source_id), self._after.dossier.source.get(source_id)
        if old is None or new is None:
            return
        name = self._name(source_id)
        if old.status != new.status:
            told.add(name, f"now {new.status}" if new.status != "active" else f"no longer {old.status}")
        if label_of(old) != label_of(new):
            outlet = self._after.dossier.outlet[new.outlet].label if new.outlet else "no outlet"
            told.add(f"`{source_id}`", f"now of {outlet}")
        if squash(old.subject or "") != squash(new.subject or ""):
            told.add(name, f"now about `{new.subject}`" if new.subject else "no longer about one subject")
        if old.read != new.read:
            told.add(name, "now read" if new.read else "now marked as not read")
        if old.interested != new.interested:
            told.add(name, f"{'now' if new.interested else 'no longer'} marked as interested")

    def _tell_of_texts(self, told: _Told) -> None:
        said: set[frozenset[str]] = set()
        for source in self._sources:
            found: dict[str, list[str]] = {}
            then, now = _sharing(self._before, source), _sharing(self._after, source)
            for other, how in _differing(then, now, "now sharing text with", "no longer sharing text with"):
                if frozenset((source, other)) not in said:
                    said.add(frozenset((source, other)))
                    found.setdefault(how, []).append(other)
            for how, others in found.items():
                told.add(self._name(source), f"{how} {self._names(others)}")

    def _tell_of_owners(self, told: _Told) -> None:
        outlets = dict.fromkeys(label for _, _, new in self._sides for label in new.network.labels)
        for label in outlets:
            if label.kind != "outlet" or label.id not in self._before.dossier.outlet:
                continue
            old, new = self._before.ownership.topmost(label), self._after.ownership.topmost(label)
            if old != new:
                owner = _owner(self._after, new)
                how = "no longer with an owner declared" if new == label else f"now owned by {owner}"
                told.add(spoken(label, self._after.dossier, {}), how)

    # --- names --------------------------------------------------------------------------------------------

    def _name(self, source_id: str) -> str:
        """Return the outlet of a source; with its id where another source under the claim has the same name."""
        name = self._names_of.get(source_id) or self._spoken(source_id)
        return name if self._uses[name] < 2 else full_name(self._dossier_with(source_id), source_id)

    def _names(self, sources: Iterable[str]) -> str:
        return listed([self._name(source) for source in sources], limit=NAMED)

    @cached_property
    def _names_of(self) -> Mapping[str, str]:
        return {source: self._spoken(source) for source in self._sources}

    @cached_property
    def _uses(self) -> Counter[str]:
        return Counter(self._names_of.values())

    def _spoken(self, source_id: str) -> str:
        return spoken_source(self._dossier_with(source_id), source_id)

    def _dossier_with(self, source_id: str) -> Dossier:
        return self._after.dossier if source_id in self._after.dossier.source else self._before.dossier


class _Knows:
    """How a source knows a claim, all its entries together."""

    def __init__(self, grounds: Sequence[Grounds]) -> None:
        self.via = list(dict.fromkeys(source for ground in grounds for source in ground.via))
        self.is_origin = any(ground.is_own_reporting for ground in grounds)
        self.is_undeclared = any(ground.basis == "unknown" for ground in grounds)
        self.names_nobody = any(ground.basis == "derived" and not ground.via for ground in grounds)
        self.informants = {label for ground in grounds for label in ground.informants}


def _side(provenance: Provenance, claim_id: str, stance: Stance) -> Side:
    return provenance.support(claim_id) if stance == "supports" else provenance.against(claim_id)


def _grounds(
    provenance: Provenance, claim_id: str | None, stance: Stance, source: str
) -> tuple[Grounds, ...]:
    claim = provenance.dossier.claim[claim_id] if claim_id is not None else None
    return provenance.register.grounds(claim, stance, source)


def _premises(claim: Claim) -> Sequence[str]:
    return list(dict.fromkeys(premise for members in claim.rests_on for premise in members))


def _stances(claim: Claim) -> Mapping[str, frozenset[Stance]]:
    """Return by source how the evidence of a claim bears on it; what only mentions the matter does not."""
    found: dict[str, frozenset[Stance]] = {}
    for piece in claim.evidence:
        if piece.stance != "mentions":
            found[piece.source] = found.get(piece.source, frozenset()) | {piece.stance}
    return found


def _recited(then: frozenset[Stance], now: frozenset[Stance]) -> Iterator[str]:
    """Yield how a source is cited otherwise."""
    if "supports" in now - then:
        yield "now cited" if not then else "now cited in support"
    if "contradicts" in now - then:
        yield "now cited against it"
    if "supports" in then - now:
        yield "no longer cited" if not now else "no longer cited in support"
    if "contradicts" in then - now:
        yield "no longer cited against it"


_LEFT_OUT = {"off-subject": "about another subject", "superseded": "overtaken"}
"""Why evidence does not count, but for what became of its source: that is told of the source."""


def _left_out(provenance: Provenance, claim: Claim) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for piece in provenance.register.not_counted(claim):
        if piece.reason in _LEFT_OUT:
            found.setdefault(piece.source, []).append(_LEFT_OUT[piece.reason])
    return found


def _counted(provenance: Provenance, claim: Claim) -> Mapping[str, set[Stance]]:
    """Return by source on which sides its evidence is not set aside; what is void is told elsewhere."""
    aside = {piece.position for piece in provenance.register.not_counted(claim) if piece.reason in _LEFT_OUT}
    found: defaultdict[str, set[Stance]] = defaultdict(set)
    for index, piece in enumerate(claim.evidence):
        if index not in aside and piece.stance != "mentions":
            found[piece.source].add(piece.stance)
    return found


def _recounted(then: set[Stance], now: set[Stance]) -> Iterator[str]:
    """Yield how a source counts otherwise that is cited as it was."""
    if ("supports" in then) != ("supports" in now):
        yield f"{'now' if 'supports' in now else 'no longer'} counted"
    if ("contradicts" in then) != ("contradicts" in now):
        yield f"{'now' if 'contradicts' in now else 'no longer'} counted against it"


def _sharing(provenance: Provenance, source: str) -> Sequence[str]:
    return [other for other in provenance.register.text_group(source) if other != source]


def _differing(then: Iterable[str], now: Iterable[str], gained: str, lost: str) -> Iterator[tuple[str, str]]:
    old, new = dict.fromkeys(then), dict.fromkeys(now)
    yield from ((name, gained) for name in new if name not in old)
    yield from ((name, lost) for name in old if name not in new)


def _other_keys(old: Entry, new: Entry) -> str:
    return ids([name for name in type(new).model_fields if getattr(old, name) != getattr(new, name)])


def _owner(provenance: Provenance, label: Label) -> str:
    return spoken(label, provenance.dossier, {})
