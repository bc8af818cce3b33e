"""Runners read every line of a log for commands: whatever the data, none can be formed."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.render import graph_samples
from tests.unit.render.samples import FINDING, hostile
from tests.unit.render.test_hostile_text import outputs

from claimaudit.render import (
    findings_text,
    graph_dot,
    graph_graphml,
    graph_json,
    graph_mermaid,
    graph_tree,
    ranking,
    report_json,
)
from claimaudit.render.findings_text import Style
from claimaudit.report import RankRow
from claimaudit.text import uncommanded, visible

COMMANDS = {"error", "warning", "notice", "group", "add-mask", "stop-commands", "set-output", "debug"}
FORGED = [
    "::error::forged",
    " \u3000::error file=a::forged",
    "first\n::stop-commands::x",
    "first\n \t::add-mask::x",
    "##[error]forged",
    "in the middle ###[group]forged",
    "# ##[error]##[error]x",
]


def commands_in(log: str) -> list[str]:
    """Return the lines that the runner takes for commands, after the rules of its source (ActionCommand.cs)."""
    return [line for line in log.splitlines() if _is_new_style(line) or _is_old_style(line)]


def _is_new_style(line: str) -> bool:
    line = line.lstrip()
    words, separator, _ = line[2:].partition("::")
    return line.startswith("::") and bool(separator) and words.split(" ")[0].lower() in COMMANDS


def _is_old_style(line: str) -> bool:
    _, prefix, rest = line.partition("##[")
    words, bracket, _ = rest.partition("]")
    return bool(prefix and bracket) and words.split(" ")[0].lower() in COMMANDS


@pytest.mark.parametrize("text", FORGED)
def test_the_texts_are_commands_before(text: str) -> None:
    assert commands_in(text)


@pytest.mark.parametrize("text", FORGED)
def test_no_renderer_for_people_lets_data_form_a_command(text: str) -> None:
    grouped = findings_text.render_grouped(hostile(text), hostile(text).findings)
    for output in (*outputs(text), grouped):
        assert not commands_in(output)


@pytest.mark.parametrize("text", FORGED)
def test_no_drawing_and_no_table_for_programs_lets_data_form_a_command(text: str) -> None:
    graph = graph_samples.hostile(text)
    row = RankRow("outlet", "o", text, 1, ("c",), (), ("c",))
    written = [
        graph_dot.render(graph),
        graph_graphml.render(graph),
        graph_json.render(graph),
        graph_mermaid.render(graph).text,
        graph_tree.render(graph),
        ranking.render_csv([row]),
    ]
    assert [commands_in(output) for output in written] == [[]] * len(written)


@given(st.text(alphabet="#:[] \nerorgup\u00a0", max_size=30))
def test_no_text_is_a_command(text: str) -> None:
    assert not commands_in(uncommanded(visible(text)))


@given(st.text(alphabet="#:[] aé\n", max_size=20))
def test_nothing_else_is_changed(text: str) -> None:
    shown = uncommanded(text)
    assert shown.replace("\\u{23}", "#").replace("\\u{3a}", ":") == text
    if not re.search(r"##\w*\[|::", text):
        assert shown == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("##vso[task.setvariable variable=x]forged", "#\\u{23}vso[task.setvariable variable=x]forged"),
        ("a ##teamcity[testFailed name='x']", "a #\\u{23}teamcity[testFailed name='x']"),
        ("## Heading [1]", "## Heading [1]"),
    ],
)
def test_nor_is_it_one_to_other_runners(text: str, shown: str) -> None:
    assert uncommanded(text) == shown


@pytest.mark.parametrize("width", [1, 8, 12, 30])
def test_no_wrapping_puts_a_command_at_the_start_of_a_line(width: int) -> None:
    told = FINDING._replace(message="a word or two ::error::forged", help="and ::warning::this one")
    assert not commands_in(findings_text.render_full(hostile(""), [told], Style(width)))
    assert not commands_in(findings_text.render_grouped(hostile(""), [told], Style(width)))


@pytest.mark.parametrize("text", FORGED)
def test_json_gives_the_text_back(text: str) -> None:
    written = report_json.render(hostile(text))
    assert "##[" not in written
    assert json.loads(written)["claims"][0]["text"] == text
