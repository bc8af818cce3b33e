"""Markdown for the summary of a job, read back by GitHub's own parser and by another."""

import doctest
from html.parser import HTMLParser

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.unit.render.reading_back import HOSTILE, TEXTS, finding, on_one_line, saying, unspelled
from tests.unit.render.samples import FINDING, report

from claimaudit.finding import Finding, Severity
from claimaudit.render import findings_markdown
from claimaudit.render import markdown as markdown_of_others

TAGS = {"h3", "p", "table", "thead", "tbody", "tr", "th", "td", "em", "br"}
PARTER = "\u200b"
"""Parts what would become a link; where the text itself has one, it is spelled out."""
COUNTS = "1 warning found in 1 claim and 2 sources; 0 waived; all checked"


class Cells(HTMLParser):
    """Collects what the cells of a table show, and refuses every tag that is not ours."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert not [name for name, _ in attrs if name != "align"]
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
        elif tag == "br":
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.replace(PARTER, "")


def test_doctests() -> None:
    tried = doctest.testmod(markdown_of_others)
    assert tried.attempted
    assert not tried.failed


def rendered(*findings: Finding) -> str:
    return findings_markdown.render(report(*findings), findings)


def as_github_shows(markdown: str) -> list[list[str]]:
    """Return the rows below the heading, as GitHub's fork of cmark reads them."""
    cells = Cells()
    cells.feed(cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE))
    return [[cell.strip() for cell in row] for row in cells.rows[1:]]


def as_another_reads(markdown: str) -> list[list[str]]:
    cells = Cells()
    cells.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))
    return [[cell.strip() for cell in row] for row in cells.rows[1:]]


def test_counts_and_a_row_a_finding() -> None:
    markdown = rendered(FINDING)
    assert markdown.startswith(f"### claimaudit\n\n{COUNTS}\n\n| Severity | Rule |")
    assert as_github_shows(markdown) == [
        [
            "warning",
            "CA104 false-corroboration",
            "four-buckets",
            f"{FINDING.message}\nhelp: find an origin of its own",
            "data/claims.yaml:3:9",
        ]
    ]


def test_nothing_found_is_a_line_and_no_table() -> None:
    assert rendered() == ("### claimaudit\n\nnothing found in 1 claim and 2 sources; 0 waived; all checked\n")


def test_worst_come_first() -> None:
    found = [finding(1, Severity.NOTE), finding(2), finding(3, Severity.ERROR), finding(4)]
    assert [row[2] for row in as_github_shows(rendered(*found))] == [
        "claim-3",
        "claim-2",
        "claim-4",
        "claim-1",
    ]


def test_source_is_named_where_there_is_no_claim() -> None:
    found = finding(1)._replace(claim=None, source="axios-1")
    assert as_github_shows(rendered(found))[0][2:4] == ["", "`axios-1`: something is wrong"]


def check_comes_back(text: str) -> None:
    markdown = rendered(saying(text, text, text))
    shown = on_one_line(text)
    mend = f"\nhelp: {shown}" if shown else ""
    for rows in (as_github_shows(markdown), as_another_reads(markdown)):
        ((_, _, _, told, place),) = rows
        assert unspelled(told) == f"{shown}{mend}".strip()
        assert unspelled(place) == on_one_line(f"{text}:3:9")


@pytest.mark.parametrize("text", [*HOSTILE, "\\", "a\\|b", "|", "`a|b`", "<br>", "&lt;", "a@b.example_"])
def test_hostile_text_comes_back(text: str) -> None:
    check_comes_back(text)


@given(TEXTS)
def test_any_text_comes_back(text: str) -> None:
    check_comes_back(text)


@given(st.text(alphabet="\\|`*_~<>[]()!#@:/.wh&$-+ a1\n", max_size=30))
def test_any_punctuation_comes_back(text: str) -> None:
    check_comes_back(text)


def test_summary_stays_within_the_limit_and_says_what_is_missing() -> None:
    found = [finding(number, message="|é" * 300) for number in range(1, 3001)]
    markdown = rendered(*found)
    assert 1024 * 1024 - 2000 < len(markdown.encode()) <= 1024 * 1024
    shown = len(as_another_reads(markdown))
    assert markdown.endswith(
        f" |\n\n{3000 - shown} more findings are not shown here: a summary holds at most 1 MiB.\n"
    )


def test_one_endless_finding_hides_no_other() -> None:
    endless = finding(1, Severity.ERROR, message="x" * 2_000_000)
    markdown = rendered(endless, finding(2))
    assert [row[2] for row in as_github_shows(markdown)] == ["claim-2"]
    assert markdown.endswith("\n1 more finding is not shown here: a summary holds at most 1 MiB.\n")
