"""Graphs as GraphML, for graph tools such as Gephi, yEd and NetworkX: every key typed, every value as text."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from claimaudit.render.graph_looks import ARROWS
from claimaudit.report.graph import Graph, GraphEdge, GraphNode
from claimaudit.text import entity, one_line, uncommanded, visible

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

_Value = str | bool | int
_NODE_KEYS = {
    "kind": "string",
    "id": "string",
    "label": "string",
    "text": "string",
    "sentence": "string",
    "marks": "string",
    "origin": "boolean",
    "undeclared": "boolean",
    "unread": "boolean",
    "void": "boolean",
    "in_circle": "boolean",
    "start": "boolean",
    "falls_with_it": "string",
}
_EDGE_KEYS = {
    "link": "string",
    "words": "string",
    "why": "string",
    "counted": "boolean",
    "in_circle": "boolean",
    "only_for": "string",
    "depth": "int",
}


def render(graph: Graph) -> str:
    """Return the graph as GraphML; nodes are n1, n2 and so on, in the order of the graph."""
    root = ET.Element("graphml", xmlns=NAMESPACE)
    for home, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, kind in keys.items():
            attributes = {"id": f"{home}_{name}", "for": home, "attr.name": name, "attr.type": kind}
            ET.SubElement(root, "key", attributes)
    inside = ET.SubElement(root, "graph", id="claimaudit", edgedefault="directed")
    ET.SubElement(inside, "desc").text = allowed(" ".join([f"{graph.title}.", ARROWS, *graph.remarks]))
    names = {node.key: f"n{number}" for number, node in enumerate(graph.nodes, start=1)}
    for node in graph.nodes:
        _add_data(ET.SubElement(inside, "node", id=names[node.key]), "node", _of_node(node))
    for number, edge in enumerate(graph.edges, start=1):
        ends = {"id": f"e{number}", "source": names[edge.start], "target": names[edge.end]}
        _add_data(ET.SubElement(inside, "edge", ends), "edge", _of_edge(edge))
    ET.indent(root)
    text = uncommanded(ET.tostring(root, encoding="unicode"), entity)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _add_data(element: ET.Element, home: str, values: Iterator[tuple[str, _Value]]) -> None:
    for name, value in values:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        ET.SubElement(element, "data", key=f"{home}_{name}").text = allowed(text)


def _of_node(node: GraphNode) -> Iterator[tuple[str, _Value]]:
    yield "kind", node.kind
    yield "id", node.id
    yield "label", node.name
    yield "text", node.text
    yield "sentence", node.sentence
    yield "marks", "; ".join(node.marks)
    yield "origin", node.is_origin
    yield "undeclared", node.is_undeclared
    yield "unread", node.is_unread
    yield "void", node.is_void
    yield "in_circle", node.in_circle
    yield "start", node.is_start
    yield "falls_with_it", " ".join(node.witness_of)


def _of_edge(edge: GraphEdge) -> Iterator[tuple[str, _Value]]:
    yield "link", edge.kind
    yield "words", edge.label
    yield "why", edge.why
    yield "counted", edge.is_counted
    yield "in_circle", edge.in_circle
    yield "only_for", " ".join(edge.only_for)
    yield "depth", edge.depth


_NO_XML = re.compile("[\ufffe\uffff]")


def allowed(text: str) -> str:
    """Return text on one line, with what cannot be seen, and what XML 1.0 has no room for, spelled out.

    A line that data could start would be a command to some who read logs.
    """
    return _NO_XML.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", visible(one_line(text)))
