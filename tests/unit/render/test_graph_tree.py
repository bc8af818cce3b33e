"""Graphs as trees."""

import pytest
from tests.unit.render.graph_samples import GRAPH, HOSTILE, hostile

from claimaudit.render import graph_tree
from claimaudit.text import visible


def test_tree() -> None:
    assert graph_tree.render(GRAPH, width=None) == (
        "What parts rests on\n"
        "A <- B: A has it from B. A row ends at an origin, or says why it does not.\n"
        "\n"
        "parts: The plan has four parts.\n"
        "Single origin: 2 outlets, 1 independent origin; falls if Axios is wrong.\n"
        "Rests on\n"
        "└─ Mint <- Axios\n"
        "Does not count\n"
        "└─ Gone (gone-1) (retracted)\n"
        "Where the chains end\n"
        "- Axios: axios-1; origin; nobody read it; parts falls with it\n"
        "\n"
        "1 source that no claim leads to is not drawn.\n"
    )


@pytest.mark.parametrize("width", [None, 40])
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_unseen_reaches_the_output(text: str, width: int | None) -> None:
    output = graph_tree.render(hostile(text), width=width)
    assert visible(output) == output


def test_color_changes_no_word() -> None:
    plain, colored = graph_tree.render(GRAPH), graph_tree.render(GRAPH, color=True)
    assert "\x1b[1m" in colored
    assert (
        plain.split()
        == "".join(part.partition("m")[2] for part in f"\x1b[m{colored}".split("\x1b[")[1:]).split()
    )
