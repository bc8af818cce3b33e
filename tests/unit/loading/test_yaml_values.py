"""What YAML is read as: texts, lists, mappings and nothing, whatever YAML 1.1 would make of it."""

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest
from fuzz.inputs import by_events_alone
from fuzz.parsers import without_libyaml

from claimaudit.loading.faults import UnreadableError
from claimaudit.loading.layout import unpack
from claimaudit.loading.places import Place
from claimaudit.loading.text_file import TextFile
from claimaudit.loading.yaml_parts import Item, Section
from claimaudit.loading.yaml_values import read_yaml
from claimaudit.location import Location


@pytest.fixture(
    params=[nullcontext, by_events_alone, without_libyaml],
    ids=["line by line", "libyaml", "without libyaml"],
    autouse=True,
)
def _way(request: pytest.FixtureRequest) -> Iterator[None]:
    with request.param():
        yield


def parts(text: str) -> list[Section | Item]:
    return list(read_yaml(text))


def value(text: str) -> Any:
    (section,) = parts(f"key: {text}")
    return section.value


def items(text: str) -> Iterator[Any]:
    return (part.value for part in parts(text) if isinstance(part, Item))


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "off",
        "True",
        "FALSE",
        "NULL",
        "Null",
        "010",
        "0x1F",
        "0b1",
        "1_000",
        "1.10",
        "1e3",
        ".nan",
        "-.inf",
        "12:30:45",
        "2024-01-01",
        "2024-13-45",
        "=",
        "<<",
    ],
)
def test_a_plain_scalar_stays_the_text_that_was_written(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize("text", ["", "~", "null", "# nothing but this"])
def test_nothing_is_an_empty_or_a_plain_null(text: str) -> None:
    assert value(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [('""', ""), ("''", ""), ('"~"', "~"), ("'null'", "null"), ("|", ""), (">-\n  null\n", "null")],
)
def test_what_is_quoted_is_text(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n  b\n\n  c", "a b\nc"),
        ("|\n  a\n   b\n", "a\n b\n"),
        (">-\n  a\n  b\n\n  # c\n", "a b\n# c"),
        ('"a\\tb\\u00e9\\\n  c"', "a\tb\u00e9c"),
        ("'it''s'", "it's"),
        ("a#b", "a#b"),
        ("a #b", "a"),
        ("http://x.example/?q=a:b", "http://x.example/?q=a:b"),
    ],
)
def test_text_is_read_in_all_its_styles(text: str, expected: str) -> None:
    assert value(text) == expected


def test_lists_and_mappings_nest_in_both_styles() -> None:
    assert value("\n  a: [b, {c: d}]\n  e:\n  - f\n  -\n    - g\n") == {
        "a": ["b", {"c": "d"}],
        "e": ["f", ["g"]],
    }


def test_the_items_of_a_list_at_the_top_come_one_by_one() -> None:
    first, *others = parts("claims:\n- {id: a}\n- b\n-\nsources: []\n")
    assert isinstance(first, Section)
    assert first == Section("claims", first.key, None, [], first.key, is_refused=False)
    assert [(part.section if isinstance(part, Item) else part.name, part.value) for part in others] == [
        ("claims", {"id": "a"}),
        ("claims", "b"),
        ("claims", None),
        ("sources", []),
    ]


def test_an_item_knows_where_it_stands() -> None:
    text = "claims:\n  - text: A.\n    id: a\n  # between\n\n  - {id: 'b',\n     text: B.}\n"
    found = [part for part in parts(text) if isinstance(part, Item)]
    assert [unpack(item.extent) for item in found] == [(2, 5, 6, 3), (6, 5, 7, 15)]


def test_the_place_of_an_item_is_that_of_its_own_id() -> None:
    text = "claims:\n  - text: A.\n    id: a\n  # between\n\n  - {id: 'b',\n     text: B.}\n  - quote: {id: c}\n    id: d\n"
    file = TextFile("claims.yaml", text.encode())
    places = [Place(file, part.extent).locate() for part in parts(text) if isinstance(part, Item)]
    assert places == [
        Location("claims.yaml", *ends) for ends in ((3, 9, 3, 10), (6, 10, 6, 13), (9, 9, 9, 10))
    ]


def test_the_first_of_two_keys_stays_and_the_item_is_refused() -> None:
    (_, item) = parts("claims:\n- {id: a, id: b}\n")
    assert (item.value, item.is_refused) == ({"id": "a"}, True)


def test_a_second_section_knows_the_first() -> None:
    sections = [part for part in parts("claims: [a]\nclaims: [b]\n") if isinstance(part, Section)]
    assert [section.first for section in sections] == [None, sections[0].key]


@pytest.mark.parametrize(
    "text",
    [
        "&a b",
        "!x b",
        "!!str b",
        "*a",
        "{<<: b}",
        "{*a : b}",
        "{[a]: b}",
        "{a: 1, a: 1}",
        "{&a b: c}",
        "[&a b]",
    ],
)
def test_a_refusal_marks_the_item_and_only_that(text: str) -> None:
    (_, refused, sound) = parts(f"claims: [{{id: {text}}}, {{id: b}}]")
    assert [refused.is_refused, sound.is_refused] == [True, False]


def test_a_quoted_merge_key_is_a_key() -> None:
    (_, item) = parts("claims: [{'<<': a}]")
    assert (item.value, item.is_refused) == ({"<<": "a"}, False)


@pytest.mark.parametrize("text", ["&a {b: c}", "!!map {b: c}", "&a b: c", "? [a]\n: b", "<<: a", "*a : b"])
def test_at_the_top_nothing_may_be_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="is not read"):
        parts(text)


@pytest.mark.parametrize(
    "text", ['a: "\\ud800"', 'a: "\\U00110000"', 'a: "\\x"', "a: [", "a: 'b", "- a", "a", "a: b\n---\n"]
)
def test_what_is_no_yaml_is_no_yaml_to_both_parsers(text: str) -> None:
    with pytest.raises(UnreadableError):
        parts(text)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_nesting_ends_before_the_stack_does(opening: str) -> None:
    with pytest.raises(UnreadableError, match=r"nested more than 32 deep|list or a mapping is not read"):
        parts("claims:\n  " + opening * 100_000)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: b\nc: \x07", 2, 4),
        ("\u0085a: b", 1, 1),
        ("a: \U0001f600\u2029", 1, 5),
        ("a: b\rc: d", 1, 5),
        ("a: \ud800", 1, 4),
    ],
)
def test_what_cannot_be_seen_is_refused_where_it_stands(text: str, line: int, column: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        parts(text)
    assert (caught.value.line, caught.value.column) == (line, column)


def test_a_short_text_that_comes_again_is_there_once() -> None:
    long = ("long " * 20).strip()
    text = f"a:\n- [one, {long}]\n- {{x: one, y: {long}}}\n"
    _, first, second = (part.value for part in read_yaml(text))
    assert isinstance(first, list)
    assert isinstance(second, dict)
    assert first[0] is second["x"]
    assert first[1] == second["y"] == long
