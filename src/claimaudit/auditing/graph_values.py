"""Turns what was collected into the plain values of a graph, cut off at a depth where one is given."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from claimaudit.auditing.graph_drawing import Drawing
from claimaudit.auditing.graph_marks import (
    SourceFacts,
    node_of_claim,
    node_of_entry,
    node_of_source,
)
from claimaudit.auditing.graph_parts import Part
from claimaudit.auditing.trees import rows
from claimaudit.model import Stance
from claimaudit.provenance import Provenance
from claimaudit.provenance.explaining import explain_verdict
from claimaudit.report import TreeRow
from claimaudit.report.graph import Graph, GraphClaim, GraphEdge, GraphNode
from claimaudit.text import counted


def graph_of(
    drawing: Drawing, title: str, starts: Mapping[str, int], depth: int | None, remarks: Sequence[str]
) -> Graph:
    """Return the graph that was collected.

    Args:
        drawing: what was collected.
        title: what the graph shows.
        starts: the keys of the nodes from which depth is counted, with the depth of each.
        depth: how many links from the starts are drawn; None for all. A link between nodes that are drawn is
            drawn, however it was reached.
        remarks: what a reader has to know besides circles and what is left out.
    """
    round_claims = drawing.mark_circles_of_premises()
    depths = _depths(drawing, starts)
    kept = {key for key, value in depths.items() if depth is None or value <= depth}
    edges = [edge for edge in _edges(drawing, depths) if {edge.start, edge.end} <= kept]
    left_out = len(drawing.links) - len(edges)
    nodes = {node.key: node for node in _nodes(drawing, starts, round_claims) if node.key in kept}
    return Graph(
        title=title,
        nodes=tuple(nodes.values()),
        edges=tuple(sorted(edges, key=lambda edge: edge.depth)),
        claims=tuple(_claims(drawing, nodes)),
        remarks=(*_circles(drawing, kept), *_left_out(drawing, left_out, depth), *remarks),
        tree=tuple(_tree_without_claim(drawing, nodes)),
        links_left_out=left_out,
    )


def _depths(drawing: Drawing, starts: Mapping[str, int]) -> dict[str, int]:
    """Return how many links each node is from the nearest start, along the links or against them, never both."""
    forth: dict[str, list[str]] = {}
    back: dict[str, list[str]] = {}
    for start, end, *_ in drawing.links:
        forth.setdefault(start, []).append(end)
        back.setdefault(end, []).append(start)
    found = _distances(forth, starts)
    for key, value in _distances(back, starts).items():
        found[key] = min(value, found.get(key, value))
    return found


def _distances(edges: Mapping[str, Sequence[str]], starts: Mapping[str, int]) -> dict[str, int]:
    found = dict(sorted(starts.items(), key=lambda item: item[1]))
    pending = deque(found)
    while pending:
        key = pending.popleft()
        for other in edges.get(key, ()):
            if other not in found:
                found[other] = found[key] + 1
                pending.append(other)
    return found


# --- nodes and edges ------------------------------------------------------------------------------------


def _nodes(drawing: Drawing, starts: Mapping[str, int], round_claims: frozenset[str]) -> Iterator[GraphNode]:
    """Yield the claims in the order of the files, the sources as they were found, what was asked for last."""
    audited = drawing.audited
    for claim in sorted(drawing.claims.values(), key=lambda claim: claim.index):
        yield node_of_claim(
            claim,
            _sentence(audited.provenance, claim.id),
            is_start=f"claim/{claim.id}" in starts,
            in_circle=claim.id in round_claims,
            is_checked=claim.id not in audited.unchecked,
        )
    for source in drawing.sources:
        facts = drawing.facts.get(source, SourceFacts())
        is_start = f"source/{source}" in starts
        yield node_of_source(audited.dossier, source, facts, drawing.witnesses, is_start=is_start)
    if drawing.entry is not None:
        yield node_of_entry(*drawing.entry, drawing.witnesses)


def _sentence(provenance: Provenance, claim: str) -> str:
    contested = " (contested)" if provenance.is_contested(claim) else ""
    return f"{provenance.verdict(claim).capitalize()}{contested}: {explain_verdict(provenance, claim)}"


def _edges(drawing: Drawing, depths: Mapping[str, int]) -> Iterator[GraphEdge]:
    for link_id, found in drawing.links.items():
        yield GraphEdge(
            start=link_id.start,
            end=link_id.end,
            kind=link_id.kind,
            depth=min(depths[link_id.start], depths[link_id.end]) + 1,
            label=drawing.label(link_id, found),
            why=found.why,
            is_counted=link_id.is_counted,
            in_circle=found.in_circle,
            only_for=drawing.only_for(link_id, found),
        )


def _circles(drawing: Drawing, kept: Collection[str]) -> Iterator[str]:
    for sentence, members in drawing.circles.items():
        if members.issubset(kept):
            yield f"{sentence[:1].upper()}{sentence[1:]}."


def _left_out(drawing: Drawing, left_out: int, depth: int | None) -> Iterator[str]:
    if left_out:
        are = "is" if left_out == 1 else "are"
        yield f"{counted(left_out, 'link')} deeper than {depth} {are} left out."
    if drawing.mentions:
        number = drawing.mentions
        verbs = ("mentions", "is") if number == 1 else ("mention", "are")
        what = counted(number, "piece of evidence", "pieces of evidence")
        yield f"{what} only {verbs[0]} the matter and {verbs[1]} not drawn."


# --- claims and their trees -----------------------------------------------------------------------------


def _claims(drawing: Drawing, nodes: Mapping[str, GraphNode]) -> Iterator[GraphClaim]:
    parts: dict[str | None, dict[Stance, Part]] = {}
    for part in drawing.parts:
        parts.setdefault(part.claim, {})[part.stance] = part
    premises: dict[str, list[tuple[str, str]]] = {}
    for link_id, found in drawing.links.items():
        if link_id.kind == "premise" and link_id.end in nodes:
            premise = nodes[link_id.end]
            words = drawing.label(link_id, found).removeprefix("argued from").lstrip(",; ")
            name = f"{premise.id} ({words})" if words else premise.id
            premises.setdefault(link_id.start, []).append((name, premise.sentence))
    for key, node in nodes.items():
        if node.kind == "claim":
            yield _claim(drawing, node, parts.get(node.id, {}), premises.get(key, ()), nodes)


def _claim(
    drawing: Drawing,
    node: GraphNode,
    parts: Mapping[Stance, Part],
    premises: Sequence[tuple[str, str]],
    nodes: Mapping[str, GraphNode],
) -> GraphClaim:
    support, against = parts.get("supports"), parts.get("contradicts")
    return GraphClaim(
        id=node.id,
        text=node.text,
        sentence=node.sentence,
        marks=node.marks,
        merges=drawing.merges[node.id],
        tree=tuple(_rows(support, nodes, support.roots)) if support else (),
        against=tuple(_rows(against, nodes, against.roots)) if against else (),
        left_out=tuple(drawing.rows_left_out(node.id)),
        premises=tuple(premises),
        ends=tuple(_ends((support, against), nodes)),
    )


def _rows(part: Part, nodes: Mapping[str, GraphNode], roots: Sequence[int]) -> Iterator[TreeRow]:
    """Yield the tree of what is drawn of a part; a row says how many links lie deeper."""

    def is_drawn(number: int) -> bool:
        return f"source/{part.source(number)}" in nodes

    links = {
        number: [link.node for link in found if is_drawn(link.node)]
        for number, found in part.links.items()
        if is_drawn(number)
    }
    cut = {number: len(part.links[number]) - len(kept) for number, kept in links.items()}
    deeper = {number: missing for number, missing in cut.items() if missing}
    yield from rows(part.register, part.network, links, [root for root in roots if is_drawn(root)], deeper)


def _ends(parts: Iterable[Part | None], nodes: Mapping[str, GraphNode]) -> Iterator[tuple[str, str]]:
    """Yield the name of each source where a chain ends, or that nobody read, with its id and marks."""
    found = {
        part.source(number): None
        for part in parts
        if part is not None
        for number, links in part.links.items()
        if not links or part.network.is_origin(number)
    }
    for source in found:
        node = nodes.get(f"source/{source}")
        if node is not None:
            yield node.name, "; ".join((node.id, *node.marks))


def _tree_without_claim(drawing: Drawing, nodes: Mapping[str, GraphNode]) -> Iterator[TreeRow]:
    """Yield the tree of the sources that are drawn while no claim that leads to them is."""
    shown = {source for part in drawing.parts if f"claim/{part.claim}" in nodes for source in part.sources}
    trees = []
    for part in drawing.parts:
        if f"claim/{part.claim}" not in nodes:
            roots = [number for number in _tops(part, nodes) if part.source(number) not in shown]
            shown.update(part.source(number) for number in roots)
            trees += [list(_rows(part, nodes, roots))] if roots else []
    for number, tree in enumerate(trees, start=1):
        for row in tree:
            first, *rest = row.is_last
            yield row._replace(is_last=(first and number == len(trees), *rest))


def _tops(part: Part, nodes: Mapping[str, GraphNode]) -> list[int]:
    """Return the sources of a part that are drawn, but for those that others which are drawn repeat."""
    drawn = [number for number in part.links if f"source/{part.source(number)}" in nodes]
    repeated = {link.node for number in drawn for link in part.links[number]}
    return [number for number in drawn if number not in repeated] or drawn[:1]
