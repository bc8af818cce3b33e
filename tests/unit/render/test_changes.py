"""What became of claims, as lines, Markdown and JSON, whatever text the files hold."""

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.unit.render.test_drop_and_rank import state

from claimaudit.render import changes, markdown
from claimaudit.report import ChangeReport, ClaimChange, ClaimState, Moment, Outcome
from claimaudit.text import one_line, visible


def report(text: str = "Reuters now via Axios", number: int = 1) -> ChangeReport:
    before, after = state("corroborated", "2", 2), state("single origin", "1", 2)
    found = tuple(
        ClaimChange(f"four-buckets-{place}", text, "weaker", before, after, (text,))
        for place in range(number)
    )
    return ChangeReport(
        Moment(text, "0" * 40), Moment(), 1, 1, found, (), f"1 claim weaker since {text}.", (text,)
    )


def test_on_a_narrow_terminal_each_claim_has_lines_of_its_own() -> None:
    assert changes.render_table(report(), width=40, color=False).splitlines() == [
        "1 claim weaker since Reuters now via",
        "Axios.",
        "Reuters now via Axios",
        "",
        "four-buckets-0: weaker; 2 of 2,",
        "    corroborated -> 1 of 2, single",
        "    origin",
        "    Reuters now via Axios",
        "",
        "before, after: independent origins, of",
        "how many outlets (without that, they are",
        "premises' or of both), and the verdict.",
    ]


def test_lines_give_way_to_a_table_where_it_leaves_room_for_the_reasons() -> None:
    needed = len("four-buckets-0   weaker    2 of 2, corroborated   1 of 2, single origin   ") + 40
    for width, is_table in ((needed - 1, False), (needed, True)):
        lines = changes.render_table(report(), width=width, color=False).splitlines()
        assert lines[3].startswith("claim ") == is_table


def test_the_verdict_stands_beside_the_origins_also_of_a_contested_and_an_argued_claim() -> None:
    before, after = state("corroborated", "3", 3), state("single origin", "1", 3, contested=True)
    argued = state("inferred", "2", 0)
    found = (
        ClaimChange("parts", "x", "weaker", before, after),
        ClaimChange("argued", "x", "new", None, argued),
    )
    told = ChangeReport(Moment("then", "0" * 40), Moment(), 1, 2, found, (), "Told.", ())
    assert changes.render_table(told, width=200, color=False).splitlines()[2:6] == [
        "claim    becomes   before                 after                              why",
        "─" * 80,
        "parts    weaker    3 of 3, corroborated   1 of 3, single origin, contested",
        "argued   new                              2, inferred",
    ]
    assert changes.render_markdown(told).splitlines()[4:6] == [
        "| `parts` | weaker | 3 of 3, corroborated | 1 of 3, single origin, contested |  |",
        "| `argued` | new |  | 2, inferred |  |",
    ]


@pytest.mark.parametrize("text", ["Reuters now via Axios", "|é\U0001f600 ** <b>"])
def test_of_very_many_claims_markdown_has_the_worst_that_fit_and_says_so(text: str) -> None:
    written = changes.render_markdown(report(text, number=10_000))
    assert 63_000 < len(written.encode()) <= 64_000
    shown = re.findall(r"^\| `four-buckets-([0-9]+)` \|.*\|$", written, re.MULTILINE)
    assert shown == [str(number) for number in range(len(shown))]
    left_out = (
        f"- {10_000 - len(shown)} more claims are left out here: a comment on a pull request takes no more.\n"
    )
    assert left_out in written
    assert page(written).text.count("four-buckets-") == len(shown)


def test_claim_that_alone_would_not_fit_hides_no_other() -> None:
    found = report(number=2)
    endless = found.changes[0]._replace(why=("x" * 70_000,))
    written = changes.render_markdown(found._replace(changes=(endless, found.changes[1])))
    assert re.findall("^\\| `([^`]+)` ", written, re.MULTILINE) == ["four-buckets-1"]
    assert "\n- 1 more claim is left out here: a comment on a pull request takes no more.\n" in written


def test_where_all_fit_nothing_is_left_out() -> None:
    assert "left out" not in changes.render_markdown(report(number=100))


def test_uncertain_is_what_changed_and_was_not_counted_out() -> None:
    exact, other = state("corroborated", "9", 9), state("corroborated", "8", 9)
    bound = other._replace(origins=other.origins._replace(low_exact=False, high_exact=False, shown="8+"))

    def change(outcome: Outcome, before: ClaimState | None, after: ClaimState | None) -> ClaimChange:
        return ClaimChange("a", "x", outcome, before, after)

    assert change("changed", exact, bound).is_uncertain
    assert change("changed", bound, exact).is_uncertain
    certain = [
        change("changed", exact, other),  # one thing weaker and another stronger
        change("changed", bound, bound),  # other outlets
        change("weaker", bound, exact),
        change("new", None, bound),
        change("gone", bound, None),
    ]
    assert not any(one.is_uncertain for one in certain)


class _Page(HTMLParser):
    """The elements of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  the base class gives them
        self.elements.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def page(text: str) -> _Page:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return _Page(reader.render(text))


ELEMENTS = {"p", "strong", "table", "thead", "tbody", "tr", "th", "td", "code", "ul", "li"}
HOSTILE = st.text(st.characters() | st.sampled_from("`*_[]()<>#+-.!|~&@:/\\ \n\t\x1b\u202e=$^\"'{}"))


@given(HOSTILE)
def test_in_markdown_text_is_text(text: str) -> None:
    wanted = visible(one_line(text))
    assert page(markdown.escaped(text) or "x").elements <= {"p"}
    assert page(f"- {markdown.escaped(text)}").elements <= {"ul", "li"}
    found = page(f"x{markdown.escaped(text)}x").text.rstrip("\n").replace("\u200b", "")
    assert found == f"x{wanted}x".replace("\x00", "\ufffd")


@given(HOSTILE.filter(str.strip))
def test_in_markdown_code_is_code(text: str) -> None:
    found = page(f"|a|\n|-|\n|{markdown.code(text)}|\n")
    assert found.elements == {"table", "thead", "tbody", "tr", "th", "td", "code"}
    assert visible(one_line(text)) in found.text.replace("\\|", "|") or "\\" in text


@given(HOSTILE)
def test_a_report_in_markdown_holds_no_other_element(text: str) -> None:
    found = page(changes.render_markdown(report(text)))
    assert found.elements <= ELEMENTS


@pytest.mark.parametrize(
    "text",
    ["@octocat", "#1", "GH-1", "https://a.example", "www.a.example", "a@b.example", "!7", "ftp://x", "gh-2"],
)
def test_nothing_becomes_a_link_or_a_mention_where_text_is_searched_for_them(text: str) -> None:
    shown = page(markdown.escaped(text)).text
    assert not re.search(r"@\w|#\d|GH-\d|://|www\.|!\d", shown, re.IGNORECASE)


@given(HOSTILE)
def test_json_and_tables_hold_any_text(text: str) -> None:
    value = json.loads(changes.render_json(report(text)))
    assert value["changes"][0]["why"] == [text]
    for width in (None, 40, 200):
        shown = changes.render_table(report(text), width=width, color=False)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
