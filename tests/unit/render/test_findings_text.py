"""Findings as lines, with and without excerpt, and the line that counts them."""

import pytest
from rich.cells import cell_len
from tests.unit.render.samples import FINDING, WAIVED, report

from claimaudit.finding import Related, Severity
from claimaudit.location import Location
from claimaudit.render.findings_text import PLAIN, Style, render_concise, render_full, render_grouped

NOTE = FINDING._replace(code="CA401", name="speculative-claim", severity=Severity.NOTE)
LINE = (
    "data/claims.yaml:3:9: warning CA104 false-corroboration: `four-buckets`: 2 outlets, 1 independent origin: "
    "falls if Axios is wrong (Mint <- Axios)\n"
)


def test_concise_is_a_line_a_finding_and_one_of_counts() -> None:
    found = render_concise(report(FINDING), [FINDING])
    assert found == f"{LINE}1 warning found in 1 claim and 2 sources; 0 waived; all checked\n"


def test_full_adds_related_places_and_how_to_mend_it() -> None:
    assert render_full(report(FINDING), [FINDING]) == (
        f"{LINE}"
        "   |\n"
        " 3 |   - id: four-buckets\n"
        "   |         ^^^^^^^^^^^^\n"
        "    data/claims.yaml:8:9: Mint <- Axios\n"
        "    help: find an origin of its own\n"
        "\n"
        "1 warning found in 1 claim and 2 sources; 0 waived; all checked\n"
    )


def test_full_marks_the_place_in_the_line_of_the_file() -> None:
    bare = FINDING._replace(related=(), help="")
    assert render_full(report(bare), [bare], Style(80)) == (
        "data/claims.yaml:3:9: warning CA104 false-corroboration: `four-buckets`: 2\n"
        "    outlets, 1 independent origin: falls if Axios is wrong (Mint <- Axios)\n"
        "   |\n"
        " 3 |   - id: four-buckets\n"
        "   |         ^^^^^^^^^^^^\n"
        "\n"
        "1 warning found in 1 claim and 2 sources; 0 waived; all checked\n"
    )


def test_of_a_very_long_line_what_is_near_the_place_is_shown() -> None:
    line = "a" * 4999 + "X" + "b" * 5000
    bare = FINDING._replace(related=(), help="", excerpt=line, location=Location("a.yaml", 3, 5000, 3, 5001))
    excerpt, carets = render_full(report(bare), [bare]).splitlines()[2:4]
    assert excerpt == f" 3 | …{'a' * 250}X{'b' * 749}…"
    assert carets.index("^") == excerpt.index("X")
    assert carets.count("^") == 1


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        (1, "Xxxx56789012345678901234567…"),
        (11, "…567890Xxxx56789012345678901…"),  # a quarter of the room stands before the place
        (97, "…45678901234567890123456Xxxx"),
    ],
)
def test_on_a_terminal_the_carets_stay_under_the_place(column: int, shown: str) -> None:
    """By hand: of 34 columns the gutter takes 5 and two marks 2, which leaves 27 characters of the line."""
    line = "1234567890" * 10
    line = f"{line[: column - 1]}Xxxx{line[column + 3 :]}"
    place = Location("a.yaml", 3, column, 3, column + 4)
    bare = FINDING._replace(related=(), help="", excerpt=line, location=place)
    lines = render_full(report(bare), [bare], Style(34)).splitlines()
    (excerpt,) = [row for row in lines if row.startswith(" 3 | ")]
    carets = lines[lines.index(excerpt) + 1]
    assert excerpt == f" 3 | {shown}"
    assert len(excerpt) <= 34
    assert carets.index("^^^^") == excerpt.index("Xxxx")


@pytest.mark.parametrize("style", [PLAIN, Style(80), Style(40)])
def test_the_carets_stay_under_letters_that_take_two_columns(style: Style) -> None:
    line = "  text: " + "\u6f22" * 6 + " key: x"
    column = line.index("key") + 1
    place = Location("a.yaml", 3, column, 3, column + 3)
    bare = FINDING._replace(related=(), help="", excerpt=line, location=place)
    lines = render_full(report(bare), [bare], style).splitlines()
    excerpt = next(row for row in lines if row.startswith(" 3 | "))
    carets = lines[lines.index(excerpt) + 1]
    assert cell_len(excerpt[: excerpt.index("key")]) == carets.index("^^^")


def test_of_a_long_line_of_such_letters_no_more_is_shown_than_there_is_room_for() -> None:
    line = "  text: " + "\u6f22" * 500 + " key: x"
    column = line.index("key") + 1
    place = Location("a.yaml", 3, column, 3, column + 3)
    bare = FINDING._replace(related=(), help="", excerpt=line, location=place)
    lines = render_full(report(bare), [bare], Style(60)).splitlines()
    excerpt = next(row for row in lines if row.startswith(" 3 | "))
    carets = lines[lines.index(excerpt) + 1]
    assert cell_len(excerpt) <= 60
    assert cell_len(excerpt[: excerpt.index("key")]) == carets.index("^^^")


def test_last_line_is_wrapped_between_words_too() -> None:
    assert render_full(report(), [], Style(40)) == (
        "nothing found in 1 claim and 2 sources;\n    0 waived; all checked\n"
    )


def test_without_a_line_of_a_file_there_is_no_excerpt() -> None:
    bare = FINDING._replace(related=(), help="", excerpt="")
    assert render_full(report(bare), [bare]).startswith(f"{LINE}\n1 warning found")


def test_blank_help_has_no_line() -> None:
    blank, bare = FINDING._replace(help=" \n"), FINDING._replace(help="")
    assert render_full(report(blank), [blank]) == render_full(report(bare), [bare])


def test_grouped_puts_findings_under_their_file() -> None:
    other = FINDING._replace(location=Location("data/sources.yaml", 1, 2, 1, 3))
    later = FINDING._replace(location=Location("data/claims.yaml", 30, 1, 30, 2), severity=Severity.ERROR)
    assert render_grouped(report(FINDING, other, later), [FINDING, other, later]) == (
        "data/claims.yaml:\n"
        "  3:9 warning CA104 false-corroboration: `four-buckets`: 2 outlets, 1 independent origin: "
        "falls if Axios is wrong (Mint <- Axios)\n"
        "  30:1 error CA104 false-corroboration: `four-buckets`: 2 outlets, 1 independent origin: "
        "falls if Axios is wrong (Mint <- Axios)\n"
        "\n"
        "data/sources.yaml:\n"
        "  1:2 warning CA104 false-corroboration: `four-buckets`: 2 outlets, 1 independent origin: "
        "falls if Axios is wrong (Mint <- Axios)\n"
        "\n"
        "1 error and 2 warnings found in 1 claim and 2 sources; 0 waived; all checked\n"
    )


def test_grouped_is_wrapped_behind_its_place() -> None:
    assert render_grouped(report(FINDING), [FINDING], Style(60)).splitlines()[:3] == [
        "data/claims.yaml:",
        "  3:9 warning CA104 false-corroboration: `four-buckets`: 2",
        "    outlets, 1 independent origin: falls if Axios is wrong",
    ]


def test_carets_stand_under_the_place_where_unseen_characters_are_spelled_out() -> None:
    excerpt = "  - \x1bid: x"
    bare = FINDING._replace(related=(), help="", excerpt=excerpt, location=Location("a.yaml", 3, 10, 3, 11))
    lines = render_full(report(bare), [bare], Style(200)).splitlines()
    assert lines[2] == r" 3 |   - \u{1b}id: x"
    assert lines[3].index("^") == lines[2].index("x")


def test_further_places_are_counted() -> None:
    places = tuple(Related(f"place {line}", Location("a.yaml", line, 1, line, 2)) for line in range(1, 8))
    found = render_full(report(FINDING), [FINDING._replace(related=places)])
    assert "    a.yaml:4:1: place 4\n    and 3 more places\n    help:" in found


def test_id_is_said_once() -> None:
    named = FINDING._replace(message="`four-buckets` rests on nothing")
    assert ": `four-buckets` rests on nothing\n" in render_concise(report(named), [named])
    assert "`four-buckets`: `four-buckets`" not in render_concise(report(named), [named])


def test_waived_finding_says_by_whom_and_why() -> None:
    line = render_concise(report(WAIVED), [WAIVED]).splitlines()[0]
    assert line.endswith("(Mint <- Axios) [waived by editor: the text says so]")


def test_closing_line_counts_what_is_hidden_waived_and_unchecked() -> None:
    error = FINDING._replace(severity=Severity.ERROR)
    found = report(error, FINDING, FINDING, NOTE, WAIVED, unchecked=2)
    assert render_concise(found, []) == (
        "1 error, 2 warnings and 1 note found in 1 claim and 2 sources; "
        "1 error, 2 warnings and 1 note not shown (--show note); 1 waived; 2 claims not checked\n"
    )
    assert "not shown" not in render_concise(found, [error, FINDING, FINDING, NOTE])
    assert "; 1 warning not shown (--show warning); " in render_concise(report(FINDING), [])


def test_nothing_found() -> None:
    assert render_full(report(), []) == "nothing found in 1 claim and 2 sources; 0 waived; all checked\n"


def test_colour_marks_place_and_severity_only() -> None:
    first = render_concise(report(FINDING), [FINDING], Style(color=True)).splitlines()[0]
    assert first.startswith("\x1b[1mdata/claims.yaml:3:9\x1b[0m: \x1b[33mwarning\x1b[0m CA104 ")
