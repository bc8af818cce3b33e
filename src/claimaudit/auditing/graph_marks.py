"""What is to be seen at once about the nodes of a graph, in words and as flags. Every mark of a graph is worded here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claimaudit.auditing.graph_parts import Part
from claimaudit.model import Dossier, Source
from claimaudit.provenance import Label, Side
from claimaudit.provenance.flaws import may_be_an_origin
from claimaudit.provenance.grounds import VOID
from claimaudit.provenance.labels import spoken_source, text_label
from claimaudit.report import CardKind
from claimaudit.report.graph import GraphNode
from claimaudit.rule import AuditedClaim
from claimaudit.text import listed

NAMED = 2
"""Claims that a mark or a label names before it counts the rest."""

_Claims = dict[str | None, None]


@dataclass
class SourceFacts:
    """How a source stands under the claims of a graph: each field holds the claims under which it does."""

    reached: _Claims = field(default_factory=dict)
    origin: _Claims = field(default_factory=dict)
    undeclared: _Claims = field(default_factory=dict)
    unsourced: _Claims = field(default_factory=dict)
    """It repeats others and does not say whom."""
    circle: _Claims = field(default_factory=dict)

    def note(self, part: Part, number: int) -> None:
        """Note how the source stands in one part."""
        self.reached[part.claim] = None
        if part.network.is_origin(number):
            self.origin[part.claim] = None
        elif may_be_an_origin(part.network, number):
            self.undeclared[part.claim] = None
        elif not any(part.network.ways_at(number)) and not part.register.is_void(part.source(number)):
            self.unsourced[part.claim] = None


class Witnesses:
    """Which claims fall with what, at the outlet level."""

    def __init__(self) -> None:
        self._claims: dict[str, list[str]] = {}
        self._labels: dict[Label, list[str]] = {}
        self._alone: set[str] = set()

    def note(self, side: Side) -> None:
        """Note the witness set of a claim, and the sources under the claim that fall with it."""
        witness = side.outlet.high_witness
        if len(witness) == 1:
            self._alone.add(side.claim.id)
        for label in witness:
            self._labels.setdefault(label, []).append(side.claim.id)
        for source in dict.fromkeys(_falling(side, frozenset(witness))):
            self._claims.setdefault(source, []).append(side.claim.id)

    def of_source(self, source_id: str) -> tuple[str, ...]:
        """Return the claims that fall with the source's outlet, or with that and others."""
        return tuple(self._claims.get(source_id, ()))

    def of_label(self, label: Label) -> tuple[str, ...]:
        """Return the claims that fall with an outlet, or with that and others."""
        return tuple(self._labels.get(label, ()))

    def marks(self, claims: Sequence[str]) -> Iterable[str]:
        """Yield in words that these claims fall with something."""
        alone = [claim for claim in claims if claim in self._alone]
        joint = [claim for claim in claims if claim not in self._alone]
        if alone:
            yield f"{_named(alone)} {_falls(alone)} with it"
        if joint:
            yield f"{_named(joint)} {_falls(joint)} with it and others"


def _falling(side: Side, witness: frozenset[Label]) -> Iterable[str]:
    """Yield the sources under the claim that fall with its witness set.

    Of an outlet those with reporting that is, or may be, its own: they are why it is in the set. An outlet that
    only repeats is in it with all its sources.
    """
    texts = {label for label in witness if label.kind == "text"}
    works: dict[int, list[int]] = {}
    labels = {number for number, label in enumerate(side.network.labels) if label in witness}
    for number, (node, label) in enumerate(zip(side.network.nodes, side.network.node_labels, strict=True)):
        if node.source is not None and label in labels:
            works.setdefault(label, []).append(number)
        if texts and node.group and text_label(node.group) in texts:
            yield from node.group
    for numbers in works.values():
        own = [number for number in numbers if any(not way.needs for way in side.network.ways_at(number))]
        yield from (side.network.nodes[number].source or "" for number in own or numbers)


def _falls(claims: Sequence[str]) -> str:
    return "falls" if len(claims) == 1 else "fall"


def _named(claims: Iterable[str | None]) -> str:
    return listed([claim for claim in claims if claim is not None], limit=NAMED)


def only_for(claims: Iterable[str | None]) -> str:
    """Return in words that something holds for some claims only."""
    named = _named(claims)
    return f" for {named}" if named else ""


def _unless_all(some: Mapping[str | None, None], every: Mapping[str | None, None]) -> str:
    return f",{only_for(some)}" if len(some) < len(every) else ""


# --- nodes ----------------------------------------------------------------------------------------------


def node_of_source(
    dossier: Dossier, source_id: str, facts: SourceFacts, witnesses: Witnesses, *, is_start: bool
) -> GraphNode:
    """Return the node of a source."""
    source = dossier.source[source_id]
    name, falls = spoken_source(dossier, source_id), witnesses.of_source(source_id)
    return GraphNode(
        key=f"source/{source_id}",
        kind="source",
        id=source_id,
        name=name,
        text=source.title if source.title and source.outlet else "",
        marks=(*_marks(source, facts), *witnesses.marks(falls)),
        is_start=is_start,
        is_origin=bool(facts.origin),
        is_undeclared=bool(facts.undeclared),
        is_unread=not source.read,
        is_void=source.status in VOID,
        in_circle=bool(facts.circle),
        witness_of=falls,
    )


def _marks(source: Source, facts: SourceFacts) -> Iterable[str]:
    if facts.origin:
        yield f"origin{_unless_all(facts.origin, facts.reached)}"
    if facts.undeclared:
        yield f"where it has this from is not declared{_unless_all(facts.undeclared, facts.reached)}"
    if facts.unsourced:
        yield f"repeats others without saying whom{_unless_all(facts.unsourced, facts.reached)}"
    if source.status != "active":
        yield source.status
    if not source.read:
        yield "nobody read it"
    if source.interested:
        yield "a party to the matter"
    if facts.circle:
        yield f"in a circle{_unless_all(facts.circle, facts.reached)}"


def node_of_claim(
    claim: AuditedClaim, sentence: str, *, is_start: bool, in_circle: bool, is_checked: bool
) -> GraphNode:
    """Return the node of a claim."""
    marks = {
        "retracted": claim.claim.status == "retracted",
        "speculative": claim.is_speculative,
        "secret annex": claim.has_tag("secret annex"),
        "in a circle": in_circle,
        "not checked whole: an error in the files touches it": not is_checked,
    }
    return GraphNode(
        key=f"claim/{claim.id}",
        kind="claim",
        id=claim.id,
        name=claim.id,
        text=claim.claim.text,
        sentence=sentence,
        marks=tuple(mark for mark, holds in marks.items() if holds),
        is_start=is_start,
        is_void=claim.claim.status == "retracted",
        in_circle=in_circle,
    )


def node_of_entry(kind: CardKind, entry_id: str, name: str, witnesses: Witnesses) -> GraphNode:
    """Return the node of the outlet, owner or informant that was asked for."""
    falls = witnesses.of_label(Label(entry_id, "outlet")) if kind == "outlet" else ()
    return GraphNode(
        key=f"{kind}/{entry_id}",
        kind=kind,
        id=entry_id,
        name=name,
        marks=(kind, *witnesses.marks(falls)),
        is_start=True,
        witness_of=falls,
    )
