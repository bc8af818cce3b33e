"""GraphML, read back by an XML parser and by NetworkX."""

from io import BytesIO
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.render.graph_samples import GRAPH, HOSTILE, hostile

from claimaudit.render import graph_graphml
from claimaudit.report.graph import Graph


def read(graph: Graph) -> "nx.DiGraph[str]":
    found = nx.read_graphml(BytesIO(graph_graphml.render(graph).encode("utf-8")))
    assert isinstance(found, nx.DiGraph)
    return found


def test_nodes_and_links_come_back_with_their_types() -> None:
    found = read(GRAPH)
    assert dict(found.nodes["n3"]) == {
        "kind": "source",
        "id": "axios-1",
        "label": "Axios",
        "text": "Scoop",
        "sentence": "",
        "marks": "origin; nobody read it; parts falls with it",
        "origin": True,
        "undeclared": False,
        "unread": True,
        "void": False,
        "in_circle": False,
        "start": False,
        "falls_with_it": "parts",
    } | {name: value for name, value in found.nodes["n3"].items() if value is None}
    assert dict(found.edges["n1", "n4"])["counted"] is False
    assert dict(found.edges["n1", "n2"])["why"] == "Mint <- Axios"
    assert dict(found.edges["n2", "n3"])["depth"] == 2


def test_every_key_is_declared_once_and_used_by_all() -> None:
    root = ET.fromstring(graph_graphml.render(GRAPH))  # noqa: S314  made here
    space = f"{{{graph_graphml.NAMESPACE}}}"
    keys = [key.get("id") for key in root.iter(f"{space}key")]
    assert len(keys) == len(set(keys))
    for home in ("node", "edge"):
        for element in root.iter(f"{space}{home}"):
            used = [data.get("key") for data in element]
            assert used == [key for key in keys if key and key.startswith(f"{home}_")]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_comes_back_as_it_is_shown(text: str) -> None:
    found = read(hostile(text))
    shown = graph_graphml.allowed(text)
    assert (found.nodes["n2"]["label"], found.nodes["n5"]["id"]) == (shown, shown)
    assert found.edges["n1", "n2"]["why"] == shown
    assert found.number_of_edges() == 4


@given(st.text(min_size=1, max_size=60))
def test_any_text_comes_back(text: str) -> None:
    shown = graph_graphml.allowed(text)
    root = ET.fromstring(graph_graphml.render(hostile(text)))  # noqa: S314  made here
    space = f"{{{graph_graphml.NAMESPACE}}}"
    labels = [data.text or "" for data in root.iter(f"{space}data") if data.get("key") == "node_label"]
    assert labels == [shown] * 5


def test_no_line_starts_with_data() -> None:
    """A line that starts with `::` is a command to some who read logs."""
    lines = graph_graphml.render(hostile("a\n::error::b")).splitlines()
    assert not [line for line in lines if line.lstrip().startswith("::")]
