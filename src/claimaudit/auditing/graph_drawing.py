"""Collects the claims, sources and links of a graph, each once, whatever number of claims they are found under."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claimaudit.auditing.graph_marks import SourceFacts, Witnesses, only_for
from claimaudit.auditing.graph_parts import Part
from claimaudit.auditing.trees import row_left_out, why_left_out
from claimaudit.model import Claim, Stance
from claimaudit.provenance import Side
from claimaudit.provenance.circles import Circle
from claimaudit.provenance.components import rounds
from claimaudit.provenance.grounds import NotCounted
from claimaudit.provenance.merging import merges
from claimaudit.provenance.sentences import explain_circle, explain_circle_of_premises
from claimaudit.report import CardKind, Merge, TreeRow
from claimaudit.report.graph import EdgeKind
from claimaudit.rule import AuditedClaim, AuditedDossier
from claimaudit.text import listed


class LinkId(NamedTuple):
    """What makes a link one: from where to where, of what kind, and whether it counts."""

    start: str
    end: str
    kind: EdgeKind
    is_counted: bool = True


@dataclass
class Found:
    """What is known of a link: the words on it, why it is so, and the claims under which it was found."""

    words: list[str] = field(default_factory=list)
    why: str = ""
    claims: dict[str | None, None] = field(default_factory=dict)
    in_circle: bool = False


def merges_of(side: Side) -> tuple[Merge, ...]:
    """Return what makes fewer origins of several sources, each with its sentence."""
    return tuple(Merge(merge.reason, merge.path, merge.text) for merge in merges(side))


class Drawing:
    """A graph while it is collected."""

    def __init__(self, audited: AuditedDossier) -> None:
        self.audited = audited
        self.claims: dict[str, AuditedClaim] = {}
        self.sources: dict[str, None] = {}
        self.facts: dict[str, SourceFacts] = {}
        """Of the sources that stand in a part: those that count."""
        self.links: dict[LinkId, Found] = {}
        self.parts: list[Part] = []
        self.merges: dict[str, tuple[Merge, ...]] = {}
        self.not_counted: dict[str, list[NotCounted]] = {}
        self.circles: dict[str, frozenset[str]] = {}
        """Sentences on circles, each with the keys of the members."""
        self.witnesses = Witnesses()
        self.mentions = 0
        self.entry: tuple[CardKind, str, str] | None = None
        """Kind, id and name of what was asked for, where that is neither claim nor source."""
        self._place = {source.id: index for index, source in enumerate(audited.dossier.sources)}

    def link(self, link_id: LinkId, *words: str) -> Found:
        """Return a link, made if it is new, with further words."""
        found = self.links.setdefault(link_id, Found())
        found.words += [word for word in words if word not in found.words]
        return found

    def add_claim(self, claim: AuditedClaim) -> None:
        """Add a claim, its witness set, and why its sources are fewer origins than they look."""
        if claim.id not in self.claims:
            self.claims[claim.id] = claim
            self.witnesses.note(claim.support)
            self.merges[claim.id] = merges_of(claim.support)

    # --- sources ------------------------------------------------------------------------------------------

    def add_part(self, part: Part) -> None:
        """Add the sources of a part and the links between them."""
        self.parts.append(part)
        if part.claim is not None:
            self._add_evidence(part, part.claim)
        for number, links in part.links.items():
            source = part.source(number)
            self.sources[source] = None
            self.facts.setdefault(source, SourceFacts()).note(part, number)
            for link in links:
                link_id = LinkId(f"source/{source}", f"source/{part.source(link.node)}", link.kind)
                words = ["shares its text"] if link.kind == "shared-text" else []
                self.link(link_id, *words).claims[part.claim] = None
        self._add_circles(part)

    def _add_evidence(self, part: Part, claim: str) -> None:
        why = {merge.path[0]: merge.text for merge in reversed(self.merges[claim]) if _is_of_source(merge)}
        for number in part.roots:
            source = part.source(number)
            if part.stance == "contradicts":
                self.link(LinkId(f"claim/{claim}", f"source/{source}", "contradicts"), "contradicts")
            else:
                self.link(LinkId(f"claim/{claim}", f"source/{source}", "supports")).why = why.get(source, "")

    def _add_circles(self, part: Part) -> None:
        edges = {
            part.source(number): tuple(part.source(link.node) for link in links if link.kind == "via")
            for number, links in part.links.items()
        }
        for way_round in rounds(edges, sorted(edges, key=self._place.__getitem__)):
            members = frozenset(way_round.members)
            for member in members:
                self.facts[member].circle[part.claim] = None
                for other in members.intersection(edges[member]):
                    self.link(LinkId(f"source/{member}", f"source/{other}", "via"), "circle").in_circle = True
            stands = any(part.standing[number] for number in part.links if part.source(number) in members)
            circle = Circle(way_round.members, way_round.path, part.claim, is_grounded=stands)
            sentence = explain_circle(self.audited.dossier, circle)
            self.circles[sentence] = frozenset(f"source/{member}" for member in members)

    def add_not_counted(self, claim: AuditedClaim, wanted: Collection[str] | None = None) -> None:
        """Add the evidence that does not count, all of it or that of some sources; count what only mentions."""
        dossier = self.audited.dossier
        for piece in claim.provenance.register.not_counted(claim.claim):
            if wanted is None or piece.source in wanted:
                self.sources[piece.source] = None
                self.not_counted.setdefault(claim.id, []).append(piece)
                self._add_left_out(claim, piece)
        self.mentions += sum(
            piece.stance == "mentions" and (wanted is None or dossier.source[piece.source].id in wanted)
            for piece in claim.claim.evidence
        )

    def _add_left_out(self, claim: AuditedClaim, piece: NotCounted) -> None:
        words = ["contradicts"] if piece.stance == "contradicts" else []
        why = why_left_out(claim, piece)
        link_id = LinkId(
            f"claim/{claim.id}", f"source/{piece.source}", _KINDS[piece.stance], is_counted=False
        )
        found = self.link(link_id, *words, f"does not count: {why}")
        found.why = why

    def rows_left_out(self, claim: str) -> Iterator[TreeRow]:
        """Yield the rows of what was added that does not count."""
        pieces = self.not_counted.get(claim, [])
        for number, piece in enumerate(pieces, start=1):
            yield row_left_out(self.claims[claim], piece, is_last=number == len(pieces))

    # --- premises and entries ---------------------------------------------------------------------------

    def add_premises(self, claim: AuditedClaim, only: str | None = None) -> None:
        """Add the claims that a claim rests on, all or one, with the sets that each is needed in."""
        sets = claim.claim.rests_on
        for premise in dict.fromkeys(premise for members in sets for premise in members):
            if only in (None, premise):
                is_live = self.audited.claim[premise].claim.status != "retracted"
                words = [f"argued from{_in_sets(claim.claim, premise)}"]
                words += [] if is_live else ["does not count: retracted"]
                link_id = LinkId(f"claim/{claim.id}", f"claim/{premise}", "premise", is_live)
                self.link(link_id, *words).why = "" if is_live else "retracted"

    def mark_circles_of_premises(self) -> frozenset[str]:
        """Mark the premises that lead round, and return the claims that do."""
        edges: dict[str, list[str]] = {}
        for link_id in self.links:
            if link_id.kind == "premise" and link_id.is_counted:
                edges.setdefault(_id_of(link_id.start), []).append(_id_of(link_id.end))
        round_claims: set[str] = set()
        order = sorted({*edges, *(end for ends in edges.values() for end in ends)}, key=self._index)
        for way_round in rounds(edges, order):
            members = frozenset(way_round.members)
            round_claims |= members
            stands = any(self.audited.claim[member].support.is_grounded for member in members)
            sentence = explain_circle_of_premises(way_round.path, stands=stands)
            self.circles[sentence] = frozenset(f"claim/{member}" for member in members)
            for member in members:
                for other in members.intersection(edges[member]):
                    link_id = LinkId(f"claim/{member}", f"claim/{other}", "premise")
                    self.link(link_id, "circle").in_circle = True
        return frozenset(round_claims)

    def _index(self, claim: str) -> int:
        return self.audited.claim[claim].index

    def add_entry(  # noqa: PLR0913, PLR0917  what an entry is, and what its links are
        self, kind: CardKind, entry_id: str, name: str, sources: Sequence[str], edge: EdgeKind, words: str
    ) -> None:
        """Add the outlet, owner or informant that was asked for, with a link from each of its sources."""
        self.entry = (kind, entry_id, name)
        for source in sources:
            self.link(LinkId(f"source/{source}", f"{kind}/{entry_id}", edge), words)

    # --- words ------------------------------------------------------------------------------------------

    def only_for(self, link_id: LinkId, found: Found) -> tuple[str, ...]:
        """Return the claims for which a link between sources holds, empty where it does for all that lead there."""
        if link_id.kind not in ("via", "shared-text"):
            return ()
        reached = self.facts[_id_of(link_id.start)].reached
        return tuple(claim for claim in found.claims if claim) if len(found.claims) < len(reached) else ()

    def label(self, link_id: LinkId, found: Found) -> str:
        """Return the words beside a link."""
        some = self.only_for(link_id, found)
        return "; ".join([*found.words, *([f"only{only_for(some)}"] if some else [])])


_KINDS: dict[Stance, EdgeKind] = {"supports": "supports", "contradicts": "contradicts"}


def _is_of_source(merge: Merge) -> bool:
    """Return whether a merge is of a source, by its id, and not of outlets or informants."""
    return merge.reason not in ("outlet", "relay", "owner", "informant", "perhaps-one-person")


def _id_of(key: str) -> str:
    return key.partition("/")[2]


def _in_sets(claim: Claim, premise: str) -> str:
    """Return in which of several alternative premise sets a premise stands."""
    total = len(claim.rests_on)
    if total == 1:
        return ""
    numbers = [str(number) for number, members in enumerate(claim.rests_on, start=1) if premise in members]
    return f", {'set' if len(numbers) == 1 else 'sets'} {listed(numbers)} of {total}"
