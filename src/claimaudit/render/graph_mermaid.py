"""Graphs as Mermaid flowcharts, for Markdown pages: within the limits that Mermaid has by default.

Data stands only inside quoted labels, every character that Mermaid or Markdown could read as its own written as an
entity code. Nodes are called n1, n2 and so on, never by an id.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimaudit.render.graph_looks import (
    ARROWS,
    LEGEND,
    SHOWN_SENTENCE,
    SHOWN_TEXT,
    Look,
    borders_in,
    lines_of,
    look_of,
    looks_in,
    missing_links,
    shortened,
)
from claimaudit.report.graph import Graph, GraphEdge, GraphNode
from claimaudit.text import counted, listed, one_line, visible

MAX_EDGES = 500
"""Mermaid's default `maxEdges`; pages such as GitHub's let nobody raise it."""
DRAWN_EDGES = MAX_EDGES - 1
"""Links of the graph that are drawn: one more holds the legend in its place."""
MAX_TEXT = 50_000
"""Mermaid's default `maxTextSize`, in UTF-16 code units as JavaScript counts."""
REMARKS = 20
"""Remarks that stand beside a drawing before the rest is counted."""
DESCRIBED = 40
"""Sentences in the description for screen readers before the rest is counted."""

_SHAPES: Mapping[Look, tuple[str, str]] = {
    "claim": ("[", "]"),
    "origin": ("([", "])"),
    "undeclared": ("{{", "}}"),
    "void": ("[/", "\\]"),
    "source": ("(", ")"),
    "entry": ("[[", "]]"),
}
_STYLES = {
    "claim": "fill:#e8f0fe,stroke:#1f4e8c,color:#0b1f3a",
    "origin": "fill:#e2f4e5,stroke:#1d7a34,color:#0c2b14",
    "undeclared": "fill:#fff4cc,stroke:#8a6500,color:#332600",
    "void": "fill:#f9dcdc,stroke:#a11212,color:#3d0707",
    "source": "fill:#ffffff,stroke:#5b6470,color:#1b1f24",
    "entry": "fill:#ece5fa,stroke:#5a3ea1,color:#1f1440",
    "note": "fill:#f4f4f4,stroke:#8a8a8a,color:#222222",
    "witness": "stroke:#b00020,stroke-width:4px",
    "unread": "stroke-dasharray:6 4",
}
_HEAD = '%%{init: {"flowchart": {"wrappingWidth": 300}}}%%\nflowchart LR\n'


class Drawn(NamedTuple):
    """A drawing, and what to say where it does not hold everything."""

    text: str
    remark: str = ""


def render(graph: Graph) -> Drawn:
    """Return the graph as a flowchart.

    Where it is more text than Mermaid takes, what is claimed is left out first and the verdicts stay; beyond that
    the links nearest to the start are drawn. What is left out is said in the drawing, at each node that it is
    missing from, and in the remark.
    """
    if len(graph.edges) <= DRAWN_EDGES:
        for chart in (_Flowchart(graph), _Flowchart(graph, is_brief=True)):
            text = chart.text()
            if _size(text) <= MAX_TEXT:
                return Drawn(text)
    return _cut(graph)


def _cut(graph: Graph) -> Drawn:
    edges, nodes = _fitting(graph)
    missing = [counted(len(graph.edges) - len(edges), "more link")]
    lost = len(graph.nodes) - len(nodes)
    if lost:
        missing.append(counted(lost, "node"))
    what = f"{listed(missing)} {'is' if missing == ['1 more link'] else 'are'} not drawn"
    note = f"And {what}: use --depth, one claim, or -f dot."
    limits = f"Mermaid draws at most {MAX_EDGES} links and {MAX_TEXT:,} characters"
    text = _Flowchart(graph, edges, nodes, note=note, is_brief=True).text()
    return Drawn(text, f"{what}: {limits}; use --depth, one claim, or -f dot")


def _fitting(graph: Graph) -> tuple[list[GraphEdge], list[GraphNode]]:
    """Return as many links as fit, nearest to the start first, and the nodes at their ends; then single nodes."""
    chart = _Flowchart(graph, is_brief=True)
    room = MAX_TEXT - _size(chart.frame("x" * 150))
    costs = _costs(graph, chart)
    kept: dict[str, None] = {}
    drawn: list[GraphEdge] = []
    for edge in graph.edges[:DRAWN_EDGES]:
        new = dict.fromkeys(key for key in (edge.start, edge.end) if key not in kept)
        cost = _size(chart.edge(edge)) + sum(costs[key] for key in new)
        if cost > room:
            break
        room -= cost
        kept |= new
        drawn.append(edge)
    linked = {key for edge in graph.edges for key in (edge.start, edge.end)}
    for key, cost in costs.items():
        if key not in linked and cost <= room:
            room -= cost
            kept[key] = None
    return drawn, [node for node in graph.nodes if node.key in kept]


def _costs(graph: Graph, chart: "_Flowchart") -> dict[str, int]:
    """Return how much text each node is, with what it says where links of it are not drawn."""
    more = _size(f"<br/>{len(graph.edges)} more links, not drawn")
    has_links = {edge.start for edge in graph.edges}
    return {
        node.key: _size(chart.node(node)) + (more if node.key in has_links else 0) for node in graph.nodes
    }


def _size(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


class _Flowchart:
    def __init__(
        self,
        graph: Graph,
        edges: Sequence[GraphEdge] | None = None,
        nodes: Sequence[GraphNode] | None = None,
        *,
        note: str = "",
        is_brief: bool = False,
    ) -> None:
        self.graph = graph
        self.edges = graph.edges if edges is None else edges
        self.nodes = graph.nodes if nodes is None else nodes
        self.note = note
        self.is_brief = is_brief
        self.names = {node.key: f"n{number}" for number, node in enumerate(graph.nodes, start=1)}
        self.missing = missing_links(graph, self.edges) if note else {}

    def text(self) -> str:
        body = [*(self.node(node) for node in self.nodes), *(self.edge(edge) for edge in self.edges)]
        head, foot = self._head(), self._foot(self.note)
        return "".join([*head, *body, *foot])

    def frame(self, note: str) -> str:
        """Return all that is no node and no link of the graph."""
        return "".join([*self._head(), *self._foot(note)])

    def node(self, node: GraphNode) -> str:
        look = look_of(node)
        before, after = _SHAPES[look]
        label = _label(lines_of(node, missing=self.missing.get(node.key, 0), brief=self.is_brief))
        return f"  {self.names[node.key]}{before}{label}{after}:::{_class_of(node)}\n"

    def edge(self, edge: GraphEdge) -> str:
        words = f"|{_label([shortened(edge.label, SHOWN_TEXT)])}|" if edge.label else ""
        return f"  {self.names[edge.start]} {_arrow(edge)}{words} {self.names[edge.end]}\n"

    def _head(self) -> Iterator[str]:
        yield _HEAD
        yield f"  accTitle: {escaped(shortened(self.graph.title, SHOWN_SENTENCE))}\n"
        if not self.is_brief:
            yield f"  accDescr {{ {' '.join(_described(self.graph))} }}\n"

    def _foot(self, note: str) -> Iterator[str]:
        remarks = listed_lines(self.graph.remarks, REMARKS)
        for number, line in enumerate([*([note] if note else []), *remarks], start=1):
            yield f"  r{number}[{_label([shortened(line, SHOWN_SENTENCE)])}]:::note\n"
        yield '  subgraph legend["Legend"]\n    direction LR\n'
        for number, look in enumerate(looks_in(self.nodes), start=1):
            before, after = _SHAPES[look]
            yield f"    l{number}{before}{_label([LEGEND[look]])}{after}:::{look}\n"
        for border, meaning in borders_in(self.nodes):
            yield f"    {border[0]}0({_label([meaning])}):::source_{border}\n"
        yield f"    a0[{_label([ARROWS])}]:::note\n"
        yield "  end\n  style legend fill:none,stroke:#8a8a8a\n"
        if self.nodes:  # a link that is not seen puts the legend into a column of its own
            yield f"  legend ~~~ {self.names[self.nodes[0].key]}\n"
        yield from _classes(self.nodes)


def listed_lines(lines: Sequence[str], limit: int) -> list[str]:
    """Return the lines; beyond a limit the rest is counted."""
    if len(lines) <= limit + 1:
        return list(lines)
    return [*lines[:limit], f"And {len(lines) - limit} more."]


def _class_of(node: GraphNode) -> str:
    return "_".join(
        [look_of(node), *(["witness"] if node.witness_of else []), *(["unread"] if node.is_unread else [])]
    )


def _classes(nodes: Iterable[GraphNode]) -> Iterator[str]:
    """Yield the style of each class: that of the look, then those of the borders on it."""
    nodes = list(nodes)
    borders = [f"source_{border}" for border, _ in borders_in(nodes)]
    for name in sorted({*map(_class_of, nodes), *looks_in(nodes), *borders, "note"}):
        style: dict[str, str] = {}
        for part in name.split("_"):
            style |= dict(item.split(":") for item in _STYLES[part].split(","))
        yield f"  classDef {name} {','.join(f'{key}:{value}' for key, value in style.items())}\n"


def _arrow(edge: GraphEdge) -> str:
    """Return the arrow: broken where it does not count or is a shared text, thick in a circle, a cross against."""
    head = "x" if edge.kind == "contradicts" else ">"
    if not edge.is_counted or edge.kind == "shared-text":
        return f"-.-{head}"
    return f"=={head}" if edge.in_circle else f"--{head}"


def _described(graph: Graph) -> Iterator[str]:
    """Yield what the drawing says, for those who do not see it: the verdicts, and why sources were merged."""
    sentences = [
        sentence
        for claim in graph.claims
        for sentence in (f"{claim.id}: {claim.sentence}", *(merge.text for merge in claim.merges))
    ]
    for sentence in listed_lines(sentences, DESCRIBED):
        yield f"{escaped(shortened(sentence, SHOWN_SENTENCE))}."


# --- escaping ------------------------------------------------------------------------------------------

# NOTE: Mermaid reads a label as Markdown (`1.` makes a list, `www.` a link) and decodes entities afterwards. Then it
# looks for `\n`, for `fa:fa-name` icons, for `$$` formulas and for its own marks of entities: no code keeps those from
# it, so a space does. And `style x:#y;` loses its semicolon wherever it stands, so a colon is always coded.
_CODED = re.compile(r"""[^\w\s,.()'/?!-]|_""", re.ASCII)
_LINE_START = re.compile(r"^(?:\d+[.)]|[ ,.()'/?!-])")
_LATE = re.compile(r"(?<=\\)(?=n)|(?<=\$)(?=\$)|(?<=:)(?=fa-)|(?<=ﬂ)(?=°)|(?<=¶)(?=ß)")
_ADDRESS = re.compile(r"(?<=www)\.", re.IGNORECASE)


def _label(lines: Iterable[str]) -> str:
    shown = (_guarded(escaped(one_line(line))) for line in lines)
    return f'"{"<br/>".join(line for line in shown if line)}"'


def _guarded(line: str) -> str:
    """Return a line that Markdown does not take for a list, a heading or a rule."""
    return _LINE_START.sub(lambda found: f"{found[0][:-1]}#{ord(found[0][-1])};", line)


def escaped(text: str) -> str:
    """Return text with all that Mermaid could read as its own written as entity codes.

    >>> escaped('a "b" --> c')
    'a #34;b#34; --#62; c'
    """
    coded = _CODED.sub(lambda found: _code(found[0]), _LATE.sub(" ", visible(text)))
    return _ADDRESS.sub("#46;", coded)


def _code(letter: str) -> str:
    # Letters of other scripts stay as they are, but for two that Mermaid uses to mark entities while it works.
    return f"#{ord(letter)};" if letter.isascii() or letter in "°¶" else letter
