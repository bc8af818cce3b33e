"""Graphs in the DOT language of Graphviz. Data stands only inside quoted strings; nothing is an HTML label."""

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap

from claimaudit.render.graph_looks import ARROWS, LEGEND, Look, borders_in, lines_of, look_of, looks_in
from claimaudit.report.graph import Graph, GraphEdge, GraphNode
from claimaudit.text import entity, one_line, uncommanded, visible

WIDTH = 44
"""Letters in a line of a node."""

_SHAPES: Mapping[Look, tuple[str, str]] = {
    "claim": ('shape=box, fillcolor="#e8f0fe"', "#1f4e8c"),
    "origin": ('shape=ellipse, fillcolor="#e2f4e5", margin="0.02,0.02"', "#1d7a34"),
    "undeclared": ('shape=hexagon, fillcolor="#fff4cc", margin="0.02,0.02"', "#8a6500"),
    "void": ('shape=octagon, fillcolor="#f9dcdc"', "#a11212"),
    "source": ('shape=box, fillcolor="#ffffff"', "#5b6470"),
    "entry": ('shape=box, fillcolor="#ece5fa", peripheries=2', "#5a3ea1"),
}
"""The shape, and the colour of its border."""
_WITNESS = "#b00020"
_HEAD = """\
digraph claimaudit {
  graph [rankdir=LR, fontname="Helvetica", labelloc=t, nodesep=0.2, ranksep=0.7]
  node [fontname="Helvetica", fontsize=11]
  edge [fontname="Helvetica", fontsize=10, color="#444444"]
"""


def render(graph: Graph) -> str:
    """Return the graph for `dot`; the sentence that explains a link is its tooltip."""
    names = {node.key: f"n{number}" for number, node in enumerate(graph.nodes, start=1)}
    label = _label([graph.title, *graph.remarks], width=100)
    body = [
        *(f"  {names[node.key]} [{_look(node)}, label={_label(lines_of(node))}]\n" for node in graph.nodes),
        *(f"  {names[edge.start]} -> {names[edge.end]}{_style(edge)}\n" for edge in graph.edges),
    ]
    text = "".join([_HEAD, f"  label={label}\n", *body, *_legend(graph), "}\n"])
    return uncommanded(text, entity)


def _look(node: GraphNode) -> str:
    parts = [_shape(look_of(node), is_witness=bool(node.witness_of), is_unread=node.is_unread)]
    if node.text:
        parts.append(_tooltip(node.text))
    return ", ".join(parts)


def _shape(look: Look, *, is_witness: bool = False, is_unread: bool = False) -> str:
    style = ["filled", *(["rounded"] if look == "source" else []), *(["dashed"] if is_unread else [])]
    shape, color = _SHAPES[look]
    border = f'color="{_WITNESS}", penwidth=3' if is_witness else f'color="{color}"'
    return f'{shape}, style="{",".join(style)}", {border}'


def _style(edge: GraphEdge) -> str:
    parts = []
    if edge.label:
        parts.append(f"label={_label([edge.label], width=24)}")
    if edge.why:
        parts.append(_tooltip(edge.why))
    if edge.kind == "contradicts":
        parts.append('arrowhead=tee, color="#a11212"')
    if not edge.is_counted:
        parts.append("style=dotted")
    elif edge.kind == "shared-text":
        parts.append("style=dashed")
    if edge.in_circle:
        parts.append(f'penwidth=3, color="{_WITNESS}"')
    return f" [{', '.join(parts)}]" if parts else ""


def _legend(graph: Graph) -> Iterator[str]:
    yield '  subgraph cluster_legend {\n    label="Legend"\n'
    for look in looks_in(graph.nodes):
        yield f"    legend_{look} [{_shape(look)}, label={_label([LEGEND[look]])}]\n"
    for border, meaning in borders_in(graph.nodes):
        shape = _shape("source", is_witness=border == "witness", is_unread=border == "unread")
        yield f"    legend_{border} [{shape}, label={_label([meaning])}]\n"
    yield f"    legend_arrows [shape=plaintext, label={_label([ARROWS])}]\n"
    yield "  }\n"


def _label(lines: Iterable[str], width: int = WIDTH) -> str:
    """Return lines as one quoted string, wrapped between words."""
    wrapped = [part for line in lines for part in _wrapped(line, width)]
    broken = "\\n".join(_escaped(part) for part in wrapped)
    return f'"{broken}"'


def _wrapped(line: str, width: int) -> list[str]:
    return wrap(one_line(line), width, break_long_words=False, break_on_hyphens=False)


def _tooltip(text: str) -> str:
    # NOTE: Graphviz unescapes a tooltip twice, and would put the name of a node for `\N`.
    return f"tooltip={quoted(_NAMES.sub(' ', one_line(text)))}"


_NAMES = re.compile(r"(?<=\\)(?=[NGETHL])")


def quoted(text: str) -> str:
    r"""Return text as a quoted string of DOT.

    >>> print(quoted('a "b" \\N'))
    "a \"b\" \\N"
    """
    return f'"{_escaped(text)}"'


_ENTITY = re.compile(r"&(?=#?\w+;)")


def _escaped(text: str) -> str:
    """Return text with what Graphviz reads as its own escaped: quotes, backslashes, and entities as in HTML."""
    return _ENTITY.sub("&amp;", visible(text).replace("\\", "\\\\").replace('"', '\\"'))
