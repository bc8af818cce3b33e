"""Graphs as JSON, version 1: nodes and links by key, the claims with the sentences that explain their counts."""

from typing import Any

from claimaudit.render.report_json import SCHEMA_VERSION, dumps
from claimaudit.report.graph import Graph, GraphClaim, GraphEdge, GraphNode


def render(graph: Graph) -> str:
    """Return the graph as JSON."""
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "title": graph.title,
            "nodes": [_node(node) for node in graph.nodes],
            "edges": [_edge(edge) for edge in graph.edges],
            "claims": [_claim(claim) for claim in graph.claims],
            "remarks": list(graph.remarks),
            "links_left_out": graph.links_left_out,
        }
    )


def _node(node: GraphNode) -> dict[str, Any]:
    return {
        "key": node.key,
        "kind": node.kind,
        "id": node.id,
        "name": node.name,
        "text": node.text,
        "sentence": node.sentence,
        "marks": list(node.marks),
        "start": node.is_start,
        "origin": node.is_origin,
        "undeclared": node.is_undeclared,
        "unread": node.is_unread,
        "void": node.is_void,
        "in_circle": node.in_circle,
        "falls_with_it": list(node.witness_of),
    }


def _edge(edge: GraphEdge) -> dict[str, Any]:
    return {
        "from": edge.start,
        "to": edge.end,
        "kind": edge.kind,
        "label": edge.label,
        "why": edge.why,
        "counted": edge.is_counted,
        "in_circle": edge.in_circle,
        "only_for": list(edge.only_for),
        "depth": edge.depth,
    }


def _claim(claim: GraphClaim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "sentence": claim.sentence,
        "merges": [
            {"reason": merge.reason, "path": list(merge.path), "text": merge.text} for merge in claim.merges
        ],
    }
