"""The audit without some entries, and what carries the most: tables, JSON and CSV, hostile text too."""

import csv
import json
from io import StringIO

import pytest

from claimaudit.render import drop_report, ranking
from claimaudit.report import ClaimState, DropChange, DroppedEntry, DropReport, Origins, RankRow


def state(verdict: str, shown: str, outlets: int, *, contested: bool = False) -> ClaimState:
    number = int(shown)
    return ClaimState(
        verdict,
        contested,
        outlets,
        Origins(number, number, (), (), True, True, True, shown),  # noqa: FBT003
    )


DROPPED = DropReport(
    dropped=(DroppedEntry("outlet", "axios", "Axios", 6),),
    claims=3,
    touched=2,
    summary="Without Axios, of 2 claims that lead there, 1 falls and 1 is weaker.",
    changes=(
        DropChange("weak", "weaker", state("corroborated", "3", 9), state("corroborated", "2", 9)),
        DropChange(
            "four-buckets",
            "falls",
            state("single origin", "1", 13, contested=True),
            state("unsupported", "0", 13),
        ),
    ),
)

ROWS = (
    RankRow("outlet", "axios", "Axios", 6, ("a", "b", "c"), ("a", "b"), ("a",)),
    RankRow("outlet", "idle", "Idle", 1, (), (), ()),
)


def test_what_falls_stands_first() -> None:
    assert drop_report.render_table(DROPPED, width=None, color=False) == (
        "Without Axios, of 2 claims that lead there, 1 falls and 1 is weaker.\n"
        "- Axios: outlet axios, 6 works\n"
        "\n"
        "claim          becomes   before               after\n"
        "─────────────────────────────────────────────────────\n"
        "four-buckets   falls     1 of 13, contested   0 of 13\n"
        "weak           weaker    3 of 9               2 of 9\n"
        "\n"
        "before, after: independent origins, of how many outlets; else they are premises' or of both.\n"
    )


def test_drop_as_json() -> None:
    value = json.loads(drop_report.render_json(DROPPED))
    assert value["schema_version"] == 1
    assert value["dropped"] == [{"kind": "outlet", "id": "axios", "name": "Axios", "works": 6}]
    assert value["summary"] == {"claims": 3, "touched": 2, "text": DROPPED.summary}
    assert [change["id"] for change in value["changes"]] == ["weak", "four-buckets"]
    assert value["changes"][1]["before"]["independent"]["high"] == 1
    assert value["changes"][1]["after"]["verdict"] == "unsupported"


def test_what_carries_nothing_is_counted() -> None:
    assert ranking.render_table("outlets", ROWS, width=None, color=False) == (
        "id      name    works   claims   witness   alone\n"
        "────────────────────────────────────────────────\n"
        "axios   Axios       6        3         2       1\n"
        "\n"
        "claims: how many lead to it. witness: of how many it is among the fewest that would all have to be wrong. "
        "alone: how many fall if it alone is wrong.\n"
        "1 outlet that no claim leads to: not listed.\n"
    )


@pytest.mark.parametrize("rows", [(), ROWS[1:]])
def test_nothing_to_rank_is_said(rows: tuple[RankRow, ...]) -> None:
    said = ranking.render_table("outlets", rows, width=80, color=False)
    assert said == ("1 outlet that no claim leads to: not listed.\n" if rows else "There are no outlets.\n")


HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\t=1",
    'a,"b"',
    "a\nb",
    "\x1b[31m",
    "a\u202eb",
    "\uff1d1",
    "[/b]",
    ":smile:",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_csv_reads_back_and_runs_no_formula(text: str) -> None:
    row = RankRow("outlet", "o", text, 1, ("c",), (), ("c", "d"))
    header, cells = csv.reader(StringIO(ranking.render_csv([row])))
    assert header == list(ranking.COLUMNS)
    assert cells[:2] == ["outlet", "o"]
    assert cells[3:] == ["1", "1", "0", "2", "c d"]
    assert not cells[2].startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d"))
    assert "\x1b" not in cells[2]
    assert "\u202e" not in cells[2]


@pytest.mark.parametrize("text", HOSTILE)
def test_json_reads_back(text: str) -> None:
    row = RankRow("outlet", "o", text, 1, ("c",), (), ("c",))
    (entry,) = json.loads(ranking.render_json("outlets", [row]))["entries"]
    assert entry == {
        "kind": "outlet",
        "id": "o",
        "name": text,
        "works": 1,
        "claims": ["c"],
        "witness_of": [],
        "falls_alone": ["c"],
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_tables_hold_nothing_that_moves_a_cursor(text: str) -> None:
    row = RankRow("outlet", "o", text, 1, ("c",), (), ("c",))
    dropped = DropReport((DroppedEntry("outlet", "o", text, 1),), 1, 1, text, ())
    for shown in (
        ranking.render_table("outlets", [row], width=40, color=False),
        drop_report.render_table(dropped, width=40, color=False),
    ):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
