"""DOT, read back by another program: pydot."""

import re
from typing import Any

import pydot
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.render.graph_samples import AXIOS, CITES, GRAPH, HOSTILE, MINT, hostile

from claimaudit.render import graph_dot
from claimaudit.report.graph import Graph, GraphEdge
from claimaudit.text import one_line, visible

# pydot calls pyparsing by names that pyparsing has newer ones for.
pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")


def read(text: str) -> Any:
    found = pydot.graph_from_dot_data(text)
    assert found is not None
    assert len(found) == 1
    return found[0]


def unquoted(value: str) -> str:
    """Return what a quoted string says: its lines joined by spaces, entities as the letters they stand for."""
    assert value.startswith('"')
    assert value.endswith('"')
    letters = re.sub(r"\\(.)", lambda found: {"n": " "}.get(found[1], found[1]), value[1:-1])
    return letters.replace("&#35;", "#").replace("&amp;", "&")


def test_nodes_and_links() -> None:
    found = read(graph_dot.render(GRAPH))
    nodes = {node.get_name(): node for node in found.get_nodes()}
    assert [name for name in nodes if name.startswith("n") and name[1:].isdigit()] == ["n1", "n2", "n3", "n4"]
    assert nodes["n3"].get_label() == (r'"Axios\naxios-1\norigin; nobody read it; parts falls with it"')
    assert (nodes["n3"].get("style"), nodes["n3"].get("penwidth")) == ('"filled,dashed"', "3")
    links = [(edge.get_source(), edge.get_destination(), edge.get_label()) for edge in found.get_edges()]
    assert links == [
        ("n1", "n2", None),
        ("n1", "n4", r'"does not count:\nretracted"'),
        ("n2", "n3", None),
    ]
    assert found.get_edges()[0].get("tooltip") == '"Mint <- Axios"'
    assert unquoted(found.get_label()) == "What parts rests on 1 source that no claim leads to is not drawn."


def test_legend_explains_what_occurs_and_nothing_else() -> None:
    found = read(graph_dot.render(GRAPH))
    (legend,) = found.get_subgraphs()
    assert [node.get_name() for node in legend.get_nodes()] == [
        "legend_claim",
        "legend_origin",
        "legend_void",
        "legend_source",
        "legend_witness",
        "legend_unread",
        "legend_arrows",
    ]


def test_links_against_in_a_circle_and_of_shared_text_differ_and_say_so() -> None:
    edges = (
        CITES._replace(kind="contradicts", label="contradicts", why=""),
        GraphEdge(MINT.key, AXIOS.key, "via", 2, "circle", in_circle=True),
        GraphEdge(AXIOS.key, MINT.key, "shared-text", 2, "shares its text"),
    )
    lines = graph_dot.render(GRAPH._replace(edges=edges)).splitlines()
    assert '  n1 -> n2 [label="contradicts", arrowhead=tee, color="#a11212"]' in lines
    assert '  n2 -> n3 [label="circle", penwidth=3, color="#b00020"]' in lines
    assert '  n3 -> n2 [label="shares its text", style=dashed]' in lines


def check(graph: Graph, text: str) -> None:
    output = graph_dot.render(graph)
    assert visible(output) == output
    found = read(output)
    nodes = {node.get_name(): node for node in found.get_nodes()}
    shown = visible(one_line(text))
    if len(one_line(text)) <= 160:
        assert unquoted(nodes["n2"].get_label()).split() == f"{shown} mint-1 {shown}".split()
    assert len(found.get_edges()) == 4
    assert all(set(edge.get_attributes()) <= EDGE_ATTRIBUTES for edge in found.get_edges())
    assert "URL" not in str({key for node in nodes.values() for key in node.get_attributes()})


EDGE_ATTRIBUTES = {"label", "tooltip", "style", "penwidth", "color", "arrowhead"}


@pytest.mark.parametrize("text", HOSTILE)
def test_data_stays_inside_quotes(text: str) -> None:
    check(hostile(text), text)


@given(st.text(max_size=60))
def test_no_text_gets_out_of_its_quotes(text: str) -> None:
    found = read(f"digraph {{ n1 [label={graph_dot.quoted(one_line(text))}] }}")
    (node,) = found.get_nodes()
    assert set(node.get_attributes()) == {"label"}
    assert unquoted(node.get_label()) == visible(one_line(text))


def test_long_ids_are_never_broken() -> None:
    long = "axios-2025-11-18-secretly-drafting-a-plan-that-nobody-has-read"
    graph = GRAPH._replace(nodes=(MINT._replace(id=long),), edges=(), claims=())
    assert f"\\n{long}" in graph_dot.render(graph)
