"""Keys and values of a TOML file are found where they stand, however the file is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimaudit.loading.toml_places import TomlPlaces
from claimaudit.location import Location, Route

TEXT = """\
# ignore = ["CA1"] is only a comment
ignore = ["CA1",
  'CA2',  # ignore
  "ignore",
]
message = \"\"\"
level = 3
\"\"\"
severity.CA104 = "note"
"level" = "owner"
minimums = [{tag = "a", origins = 3}, {tag = "b", origins = 4}]

[[flagged-tags]]
tag = "a"

[[flagged-tags]]
tag = "b"

[cues]
hedges = ["a"]
"""


@pytest.mark.parametrize(
    ("route", "place"),
    [
        (("ignore",), (2, 1, 2, 7)),
        (("ignore", 2), (2, 1, 2, 7)),
        (("severity",), (9, 1, 9, 9)),
        (("severity", "CA104"), (9, 10, 9, 15)),
        (("level",), (10, 1, 10, 8)),
        (("minimums", 0, "origins"), (11, 25, 11, 32)),
        (("minimums", 1, "origins"), (11, 51, 11, 58)),
        (("flagged-tags",), (13, 3, 13, 15)),
        (("flagged-tags", 0, "tag"), (14, 1, 14, 4)),
        (("flagged-tags", 1, "tag"), (17, 1, 17, 4)),
        (("cues", "hedges"), (20, 1, 20, 7)),
        (("cues", "absent"), (19, 2, 19, 6)),
        (("absent",), (1, 1, 1, 1)),
    ],
)
def test_key_stands_where_the_parser_first_knows_it(route: Route, place: tuple[int, int, int, int]) -> None:
    assert TomlPlaces("a.toml", TEXT).key(route) == Location("a.toml", *place)


@pytest.mark.parametrize(
    ("route", "value", "place"),
    [
        (("ignore", 0), "CA1", (2, 11, 2, 16)),
        (("ignore", 1), "CA2", (3, 3, 3, 8)),
        (("ignore", 2), "ignore", (4, 3, 4, 11)),
        (("level",), "owner", (10, 11, 10, 18)),
        (("level",), 3, (10, 1, 10, 8)),
        (("level",), "outlet", (10, 1, 10, 8)),
    ],
)
def test_value_that_is_text_stands_in_its_quotes(
    route: Route, value: object, place: tuple[int, int, int, int]
) -> None:
    assert TomlPlaces("a.toml", TEXT).value(route, value) == Location("a.toml", *place)


@given(st.lists(st.sampled_from(["level", "tag", "fail-on", "select", "lev"]), unique=True), st.data())
def test_every_key_is_found_whatever_stands_around_it(keys: list[str], choices: st.DataObject) -> None:
    """The file is written with the places noted, so that they need not be found a second time."""
    lines: list[str] = []
    noted: dict[str, tuple[int, int]] = {}
    for key in keys:
        lines += choices.draw(st.lists(st.sampled_from(["", "# level = 1", "  # tag"]), max_size=2))
        indent = choices.draw(st.sampled_from(["", "  ", "\t"]))
        value = choices.draw(st.sampled_from(["1", '"level"', '["tag",\n "level"]', "'''\ntag = 1\n'''"]))
        noted[key] = (sum(line.count("\n") + 1 for line in lines) + 1, len(indent) + 1)
        lines.append(f"{indent}{key} = {value}")
    places = TomlPlaces("a.toml", "\n".join(lines))
    for key, (line, column) in noted.items():
        found = places.key((key,))
        assert (found.line, found.column, found.end_column) == (line, column, column + len(key))


def test_a_key_behind_very_many_lines_that_hold_its_name_is_found() -> None:
    text = "paths = [\n" + '"a",\n' * 30_000 + "]\na = 1\n"
    assert TomlPlaces("a.toml", text).key(("a",)) == Location("a.toml", 30_003, 1, 30_003, 2)


def test_what_would_take_too_long_has_the_place_around_it() -> None:
    lines = 3000
    text = "".join(f"a{number} = 1\n" for number in range(lines))
    places = TomlPlaces("a.toml", text)
    found = [places.key((f"a{number}",)).line for number in range(lines)]
    assert found[:20] == list(range(1, 21))
    assert found[-1] == 1
