"""How the nodes of a graph look and what that means: the same legend and the same lines for every drawing."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from claimaudit.report.graph import Graph, GraphEdge, GraphNode
from claimaudit.text import counted, one_line

Look = Literal["claim", "origin", "undeclared", "void", "source", "entry"]

SHOWN_TEXT = 160
"""Letters of a text that a drawing shows; JSON and GraphML hold all of it, and no id is ever cut."""
SHOWN_SENTENCE = 400

LEGEND: Mapping[Look, str] = {
    "claim": "claim, with its verdict",
    "origin": "origin: a source with own reporting",
    "undeclared": "perhaps an origin: where it has this from is not declared",
    "void": "retracted or withdrawn: grounds nothing",
    "source": "any other source",
    "entry": "what was asked for",
}
WITNESS = "thick border: a claim falls with it, alone or with others"
UNREAD = "broken border: nobody read it"
ARROWS = "An arrow leads from what rests on something to that. Without words: cites, or repeats."
"""What every drawing says of its arrows; all others have words beside them."""


def look_of(node: GraphNode) -> Look:
    """Return how a node looks: the most telling of what it is."""
    if node.kind == "claim":
        return "claim"
    if node.kind != "source":
        return "entry"
    if node.is_void:
        return "void"
    if node.is_origin:
        return "origin"
    return "undeclared" if node.is_undeclared else "source"


def looks_in(nodes: Iterable[GraphNode]) -> list[Look]:
    """Return the looks that occur, in the order of the legend."""
    there = {look_of(node) for node in nodes}
    return [look for look in LEGEND if look in there]


def borders_in(nodes: Iterable[GraphNode]) -> Iterator[tuple[str, str]]:
    """Yield the names of the borders that occur, with what each means."""
    nodes = list(nodes)
    if any(node.witness_of for node in nodes):
        yield "witness", WITNESS
    if any(node.is_unread for node in nodes):
        yield "unread", UNREAD


def lines_of(node: GraphNode, *, missing: int = 0, brief: bool = False) -> Iterator[str]:
    """Yield the lines in a node, some of them empty: what people call it, its id, what it says, its marks, and what is not drawn.

    `brief` leaves out what is claimed, and keeps the verdict on it.
    """
    yield shortened(node.name, SHOWN_TEXT)
    if node.id != node.name:
        yield node.id
    if node.kind == "claim":
        yield "" if brief else shortened(node.text, SHOWN_TEXT)
        yield shortened(node.sentence, SHOWN_SENTENCE)
    if node.marks:
        yield "; ".join(node.marks)
    if missing:
        yield f"{counted(missing, 'more link')}, not drawn"


def shortened(text: str, limit: int) -> str:
    """Return a text on one line; what is beyond the limit is left out between words, with an ellipsis.

    >>> shortened("one two three", 8)
    'one two…'
    """
    line = one_line(text)
    if len(line) <= limit:
        return line
    return f"{line[: limit + 1].rpartition(' ')[0] or line[:limit]}…"


def missing_links(graph: Graph, drawn: Iterable[GraphEdge]) -> dict[str, int]:
    """Return for each node how many of its links are not drawn."""
    missing: dict[str, int] = {}
    kept = set(drawn)
    for edge in graph.edges:
        if edge not in kept:
            missing[edge.start] = missing.get(edge.start, 0) + 1
    return missing
