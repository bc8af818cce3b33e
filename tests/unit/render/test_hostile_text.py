"""Whatever stands in the data, the output holds no control character, no markup and no missing word."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.render.samples import CLAIM, FINDING, hostile

from claimaudit.render import card_text, findings_text, report_json, report_table
from claimaudit.render.findings_text import Style
from claimaudit.render.paper import said
from claimaudit.report import ClaimCard, TreeRow
from claimaudit.text import visible

HOSTILE = [
    "\x1b]0;title\x07",
    "\x1b[2J\x1b[31mred",
    "[bold]not bold[/bold] [/] :smile:",
    "[link=javascript:alert(1)]x[/link]",
    "a\u202eb\u2066c",
    "\x9b31m",
    "line\r\nend\nend",
    "\ud800",
    "\x00",
    "{0} %s %(x)s",
]


def card(text: str) -> ClaimCard:
    claim = CLAIM._replace(text=text, section=text, meaning=text, why=text, tags=(text,))
    row = TreeRow((True,), text, text)
    return ClaimCard(
        claim,
        tree=(row,),
        against=(row,),
        origins=((text, text),),
        origins_against=((text, text),),
        left_out=(row,),
        premises=((text, text),),
        as_one=(text,),
        lifts=(text,),
        findings=(FINDING._replace(message=text),),
        note=text,
    )


def outputs(text: str) -> list[str]:
    found = hostile(text)
    return [
        report_table.render(found, found.claims, width=80),
        report_table.render(found, found.claims, width=None),
        findings_text.render_full(found, found.findings, Style(80)),
        findings_text.render_concise(found, found.findings),
        card_text.render([card(text)], width=80),
        card_text.render([card(text)], width=None),
        report_json.render(found),
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_unseen_reaches_the_output(text: str) -> None:
    for output in outputs(text):
        assert visible(output) == output


@given(st.text(max_size=40))
def test_no_text_breaks_a_renderer(text: str) -> None:
    for output in outputs(text):
        assert visible(output) == output


@pytest.mark.parametrize("text", ["[bold]not bold[/bold]", "[/]", ":smile:", "[link=javascript:x]y[/link]"])
def test_markup_stays_text(text: str) -> None:
    for output in outputs(text):
        assert text in output


@given(st.text(max_size=40))
def test_json_gives_back_the_text(text: str) -> None:
    claim = json.loads(report_json.render(hostile(text)))["claims"][0]
    assert claim["text"] == text


@pytest.mark.parametrize("between", ["\n", "\r\n", " \n", "\n\t", " \n \n ", "\n\n\n"])
def test_line_ends_and_the_blanks_around_them_are_one_space(between: str) -> None:
    assert said(f"a{between}b").text == "a b"
    assert said(f"a  {between}b  c").text == "a b  c"


def test_a_million_blanks_are_read_once() -> None:
    assert said(f"a{' ' * 1_000_000}b").text == f"a{' ' * 1_000_000}b"


def test_colour_is_ours_alone() -> None:
    found = hostile("\x1b[31mred")
    assert "\x1b[31mred" not in report_table.render(found, found.claims, width=80, color=True)
    assert "\x1b[31mred" not in card_text.render([card("\x1b[31mred")], color=True)


@pytest.mark.parametrize("width", [1, 2, 20, 40, 80, 200])
def test_no_id_is_cut_at_any_width(width: int) -> None:
    found = hostile("words")
    table = report_table.render(found, found.claims, width=width)
    assert "fourbuckets" in "".join(letter for letter in table if letter.isalpha())
    assert "…" not in table


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = "some words that have to be wrapped somewhere " * 8
    found = hostile(text)
    outputs = (
        report_table.render(found, found.claims, width=width),
        card_text.render([card(text)], width=width),
        findings_text.render_full(replace(found, findings=()), [FINDING], Style(width)),
    )
    for output in outputs:
        assert max(map(len, output.splitlines()[:-1])) <= width
