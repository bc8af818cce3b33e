"""The JSON of a graph: its keys are fixed."""

import json

import pytest
from tests.unit.render.graph_samples import GRAPH, HOSTILE, hostile

from claimaudit.render import graph_json
from claimaudit.text import visible


def test_graph() -> None:
    found = json.loads(graph_json.render(GRAPH))
    assert list(found) == ["schema_version", "title", "nodes", "edges", "claims", "remarks", "links_left_out"]
    assert found["nodes"][2] == {
        "key": "source/axios-1",
        "kind": "source",
        "id": "axios-1",
        "name": "Axios",
        "text": "Scoop",
        "sentence": "",
        "marks": ["origin", "nobody read it", "parts falls with it"],
        "start": False,
        "origin": True,
        "undeclared": False,
        "unread": True,
        "void": False,
        "in_circle": False,
        "falls_with_it": ["parts"],
    }
    assert found["edges"][1] == {
        "from": "claim/parts",
        "to": "source/gone-1",
        "kind": "supports",
        "label": "does not count: retracted",
        "why": "retracted",
        "counted": False,
        "in_circle": False,
        "only_for": [],
        "depth": 1,
    }
    assert found["claims"] == [
        {
            "id": "parts",
            "sentence": "Single origin: 2 outlets, 1 independent origin; falls if Axios is wrong",
            "merges": [{"reason": "via", "path": ["mint-1", "axios-1"], "text": "Mint <- Axios"}],
        }
    ]
    assert (found["schema_version"], found["links_left_out"]) == (1, 0)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_comes_back(text: str) -> None:
    output = graph_json.render(hostile(text))
    assert visible(output) == output
    assert json.loads(output)["nodes"][1]["name"] == text
