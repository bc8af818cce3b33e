"""Every route of a dossier leads to where the value stands, whatever was left out around it."""

from pathlib import Path

import pytest
from tests.unit.loading.reading import messages, read, written

from claimaudit.loading import load
from claimaudit.location import Location, Route
from claimaudit.model import Dossier

DOSSIER = """\
claims:
  # the first
  - text: One.
    id: one
    section:
    tags: [a, 'b c']
    note: >-   # folded

      A note
      of two lines.

    # not part of it
    evidence:
      - axios
      - source: mint
        via:
          - axios
          - axios
        quote: "Words
          over two lines"
        informants: [us, {descriptor: official}]
      - {source: menafn, quote: {exact: é日本😀, suffix: b}}
    rests_on: [two, three]
    waivers:
      - {rule: CA101, by: e, reason: r}
    x-own: {a: b}
  - {id: two, text: Two., rests_on: [[one], [three, one]]}
  - id: three
    text: Three.
sources:
- {id: axios}
- {id: mint, outlet: Mint}
- id: menafn
  outlet: Mint
informants:
- {id: us}
"""


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    found = read(tmp_path_factory.mktemp("places"), DOSSIER)
    assert found.faults == ()
    return found


def stood(dossier: Dossier, route: Route, text: str = DOSSIER) -> str:
    """Return what stands in the span of a route."""
    place = dossier.places.locate(route)
    lines = text.split("\n")[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (("claims", 0), "one"),
        (("claims", 1), "two"),
        (("sources", 2), "menafn"),
        (("informants", 0), "us"),
        (("claims", 0, "text"), "One."),
        (("claims", 0, "tags", 1), "'b c'"),
        (("claims", 0, "note"), ">-   # folded"),
        (("claims", 0, "evidence", 0), "axios"),
        (("claims", 0, "evidence", 0, "source"), "axios"),
        (("claims", 0, "evidence", 1), "mint"),
        (("claims", 0, "evidence", 1, "via", 1), "axios"),
        (("claims", 0, "evidence", 1, "quote", "exact"), '"Words\n          over two lines"'),
        (("claims", 0, "evidence", 2, "quote", "exact"), "é日本😀"),
        (("claims", 0, "evidence", 2, "quote", "suffix"), "b"),
        (("claims", 0, "evidence", 1, "informants", 0), "us"),
        (("claims", 0, "evidence", 1, "informants", 1, "descriptor"), "official"),
        (("claims", 0, "rests_on", 0, 1), "three"),
        (("claims", 1, "rests_on", 0, 0), "one"),
        (("claims", 1, "rests_on", 1, 1), "one"),
        (("claims", 0, "waivers", 0, "by"), "e"),
        (("claims", 2, "text"), "Three."),
    ],
)
def test_a_plain_value_stands_for_itself(dossier: Dossier, route: Route, expected: str) -> None:
    assert stood(dossier, route) == expected


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (("claims", 0, "evidence"), "evidence"),
        (("claims", 0, "tags"), "tags"),
        (("claims", 0, "evidence", 1, "via"), "via"),
        (("claims", 0, "evidence", 2, "quote"), "quote"),
        (("claims", 0, "rests_on"), "rests_on"),
        (("claims", 0, "section"), "section"),
        (("claims", 0, "evidence", 1, "informants", 1), "{descriptor: official}"),
        (("claims", 0, "waivers", 0), "{rule: CA101, by: e, reason: r}"),
        (("claims", 1, "rests_on", 1), "[three, one]"),
    ],
)
def test_a_collection_stands_under_its_key_or_by_itself(
    dossier: Dossier, route: Route, expected: str
) -> None:
    assert stood(dossier, route) == expected


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (("claims", 0, "subject"), "one"),
        (("claims", 0, "evidence", 1, "subject"), "mint"),
        (("claims", 0, "evidence", 0, "via"), "axios"),
        (("claims", 0, "evidence", 1, "quote", "suffix"), '"Words\n          over two lines"'),
        (("sources", 0, "snapshot", "path"), "axios"),
    ],
)
def test_what_was_left_out_is_where_it_would_be(dossier: Dossier, route: Route, expected: str) -> None:
    assert stood(dossier, route) == expected


def test_lines_and_columns_count_from_one_and_the_end_is_one_past(dossier: Dossier) -> None:
    path = dossier.places.locate(("claims", 0)).path
    assert dossier.places.locate(("claims", 0)) == Location(path, 4, 9, 4, 12)
    assert dossier.places.locate(("claims", 0, "evidence", 2, "quote", "exact")) == Location(
        path, 22, 41, 22, 45
    )


def test_an_outlet_that_is_made_stands_where_it_is_named_first(dossier: Dossier) -> None:
    assert dossier.outlets[0].id == "mint"
    assert dossier.places.locate(("outlets", 0)) == dossier.places.locate(("sources", 1, "outlet"))


def test_an_excerpt_is_the_first_line(dossier: Dossier) -> None:
    quote = dossier.places.locate(("claims", 0, "evidence", 1, "quote", "exact"))
    assert dossier.places.excerpt(quote) == '        quote: "Words'


def test_an_excerpt_of_another_file_is_nothing(dossier: Dossier) -> None:
    assert dossier.places.excerpt(Location("elsewhere.yaml", 1, 1, 1, 1)) == ""


def test_an_excerpt_beyond_the_end_is_nothing(dossier: Dossier) -> None:
    path = dossier.places.locate(("claims", 0)).path
    assert dossier.places.excerpt(Location(path, 1000, 1, 1000, 1)) == ""


def test_routes_hold_where_members_before_them_were_left_out(tmp_path: Path) -> None:
    text = """\
claims:
  - id: broken
  - id: one
    text: One.
    evidence: [gone, axios, {source: mint, via: [gone, axios], informants: [nobody, us]}]
    rests_on: [[gone], [two]]
  - {id: one, text: Twice.}
  - {id: two, text: Two., rests_on: [gone, one]}
sources: [{id: axios}, {id: mint, shares_text_with: [gone, axios]}]
informants: [{id: us}]
"""
    dossier = read(tmp_path, text)
    assert [claim.id for claim in dossier.claims] == ["one", "two"]
    assert [piece.source for piece in dossier.claims[0].evidence] == ["axios", "mint"]
    places = dossier.places
    path = places.locate(("claims", 0)).path
    assert places.locate(("claims", 0, "evidence", 0)) == Location(path, 5, 22, 5, 27)
    assert places.locate(("claims", 0, "evidence", 1)) == Location(path, 5, 38, 5, 42)
    assert places.locate(("claims", 0, "evidence", 1, "via", 0)) == Location(path, 5, 56, 5, 61)
    assert places.locate(("claims", 0, "evidence", 1, "informants", 0)) == Location(path, 5, 85, 5, 87)
    assert places.locate(("claims", 0, "rests_on", 0, 0)) == Location(path, 6, 25, 6, 28)
    assert places.locate(("claims", 1)) == Location(path, 8, 10, 8, 13)
    assert places.locate(("sources", 1, "shares_text_with", 0)) == Location(path, 9, 60, 9, 65)
    assert dossier.claims[1].rests_on == ()


def test_entries_of_several_files_stand_in_theirs(tmp_path: Path) -> None:
    first = written(tmp_path, "claims: [{id: one, text: One.}]\n", "a.yaml")
    second = written(tmp_path, "\nclaims:\n- id: two\n  text: Two.\n", "b.yaml")
    places = load(first, second).places
    assert [places.locate(("claims", index)).path for index in (0, 1)] == [
        first.as_posix(),
        second.as_posix(),
    ]
    assert places.locate(("claims", 1, "text")).line == 4
    assert places.excerpt(places.locate(("claims", 1, "text"))) == "  text: Two."


@pytest.mark.parametrize("entry", ["[id: a]", "[{id: a} ]", "[ 'id': a ]", "[{id:\n a,\n title: b}]"])
def test_entries_in_brackets_have_places(tmp_path: Path, entry: str) -> None:
    dossier = read(tmp_path, f"sources: {entry}")
    assert dossier.faults == ()
    assert dossier.places.locate(("sources", 0, "id")) == dossier.places.locate(("sources", 0))


def test_what_cannot_be_read_again_alone_stands_at_its_start(tmp_path: Path) -> None:
    dossier = read(tmp_path, "sources: [? id : a]")
    place = dossier.places.locate(("sources", 0, "id"))
    assert (place.line, place.column) == (1, 11)


def test_what_cannot_be_read_again_alone_is_refused_all_the_same(tmp_path: Path) -> None:
    text = "%TAG !e! tag:example.org,2026:\n---\nsources: [{id: !e!text a}]\n"
    assert messages(read(tmp_path, text)) == ["3:11 CA002 an anchor, alias, tag or second key is not read"]


def test_a_fault_in_an_entry_far_out_in_a_long_line_has_its_place(tmp_path: Path) -> None:
    entries = ", ".join(f"{{id: s{number}}}" for number in range(10_000))
    dossier = read(tmp_path, f"sources: [{entries}, {{id: last, x: y}}]")
    column = 10 + len(entries) + 2 + len("{id: last, ") + 1
    assert messages(dossier) == [f"1:{column} CA002 unknown key `x`"]
