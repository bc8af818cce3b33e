"""What is read line by line is what the parser reads, and what is not is left to it."""

from typing import Any

import pytest
from fuzz.inputs import by_events_alone
from fuzz.plain import check, text_for

from claimaudit.loading.layout import Layout, ListLayout, MappingLayout, unpack
from claimaudit.loading.places import Place
from claimaudit.loading.text_file import TextFile
from claimaudit.loading.yaml_brackets import NotPlainError, read_brackets
from claimaudit.loading.yaml_events import events_of
from claimaudit.loading.yaml_parts import Item, Value
from claimaudit.loading.yaml_plain import layout_of, lines_of, values_of
from claimaudit.loading.yaml_values import read_yaml
from claimaudit.location import Location

RUNS = 2500

PLAIN: dict[str, Value] = {
    "id: a": {"id": "a"},
    "id: a\ntext: It is so, they say.": {"id": "a", "text": "It is so, they say."},
    "text: It goes\n  on here\n    and here\nid: a": {"text": "It goes on here and here", "id": "a"},
    "text: \"a: b, 'c'\"": {"text": "a: b, 'c'"},
    "text: 'it''s \"so\"'": {"text": 'it\'s "so"'},
    "text: 'over\n  two lines'": {"text": "over two lines"},
    'text: ""': {"text": ""},
    "text: >-\n  over\n  two lines": {"text": "over two lines"},
    "text: >\n  over\n  two lines": {"text": "over two lines\n"},
    "text: |\n  two\n  lines\nid: a": {"text": "two\nlines\n", "id": "a"},
    "text: |-\n  # no comment\n  - no list": {"text": "# no comment\n- no list"},
    "tags: []": {"tags": []},
    "tags: [a,b ,  c]": {"tags": ["a", "b", "c"]},
    "text: a\n b": {"text": "a b"},
    "tags: [a b, c, null, https://a.b/c]": {"tags": ["a b", "c", None, "https://a.b/c"]},
    'rests_on: [[a, b], ["c"]]': {"rests_on": [["a", "b"], ["c"]]},
    "evidence:\n  - {source: a, via: [b, 'c, d']}\n  - b": {
        "evidence": [{"source": "a", "via": ["b", "c, d"]}, "b"]
    },
    "evidence:\n- source: a\n  quote:\n    exact: b\n- c": {
        "evidence": [{"source": "a", "quote": {"exact": "b"}}, "c"]
    },
    "rests_on:\n  - - a\n    - b\n  - - c": {"rests_on": [["a", "b"], ["c"]]},
    "tags:\n  - it goes\n    on\n  - 'a\n    b'": {"tags": ["it goes on", "a b"]},
    "note:\nid: a": {"note": None, "id": "a"},
    "tags:\n  # the first\n  - a\n# the last\n  - b\n\n# of the next": {"tags": ["a", "b"]},
    "x-own: 1\nyes: no": {"x-own": "1", "yes": "no"},
}


def values(text: str) -> Value:
    return values_of(lines_of(text, 0), 0)


@pytest.mark.parametrize("text", PLAIN)
def test_these_values_are_read(text: str) -> None:
    assert values(text) == PLAIN[text]


@pytest.mark.parametrize("text", PLAIN)
def test_blanks_at_the_end_of_any_line_change_nothing_between_the_two(text: str) -> None:
    item = "- " + text.replace("\n", "\n  ")
    lines = f"claims:\n{item}\n- id: b".split("\n")
    for place in range(len(lines)):
        for blanks in (" ", "   ", "\n ", "\n    "):
            check("\n".join([*lines[:place], lines[place] + blanks, *lines[place + 1 :]]).encode())


LEFT = [
    *("", "a", "- a", "# a", "[a]", "'a': b", "a b: c", "a:b", "é: b", "<<: a", "? a", "a: b: c", "a: b:"),
    *("a: &x b", "a: *x", "a: !x b", "a: !!str b", "a: @b", "a: `b", "a: %b", "a: -b", "a: - b", "a: - - b\n", f"{'a' * 30}: - b", "a: ?b", "a: ,b", "a: }b"),
    *("a: null", "a: ~", "a:\tb", "a: b\t", "a: b ", "a: b \nc: d", "a:  b", "a: b # c", 'a: "b # c"', "a: b\r\nc: d", "a: null\nb: c"),
    *("a: 1\na: 2", "a: b\n  c: d", "a:\n  b", "a:\n  - b\n c: d", "a:\n  - b\n - c", " a: b"),
    *("a: b\n\nc: d", "a: b\n  # c\n  d", "a:\n    b: c\n  d: e", "a: b\n...", "a: b\n--- c", "a: b\n- c"),
    *('a: "b', 'a: "b" c', 'a: "b\\n"', 'a: "b\nc"', 'a: "b\n  c" d', "a: 'b'c'", "a: '", "a: 'b\n\n  c'"),
    *("a: >", "a: |\nb: c", "a: >2\n  b", "a: |+\n  b", "a: >\n  b\n    c", "a: |\n  b\n\n  c", f"a: |\n{' ' * 30}b"),
    *("a: [b", "a: [b]c", "a: [b, ]", "a: [, b]", "a: [b,, c]", "a: [b: c]", "a: {b}", "a: {b:c}", "a: {b: }"),
    *("a: {b: 1, b: 2}", "a: {b: c, }", "a: [-]", "a: [? b]", "a: [b\n  ]", "a: [*b]", "a: ['b' c]", 'a: ["b\\"]', "a: {b: c"),
    *("a: [[[[[b]]]]]", "a: {b: {c: {d: {e: f}}}}x", "a: {'b': c}", "a:\n  -  b", "a:\n  -\n    b", "a:\n  - b: c\n    - d"),
    *("\n".join(f"{'  ' * depth}a:" for depth in range(20)), f"{'a' * 65}: b"),
]  # fmt: skip


@pytest.mark.parametrize("text", LEFT)
def test_these_are_left_to_the_parser(text: str) -> None:
    with pytest.raises(NotPlainError):
        values(text)


BOUNDARIES = {
    "of a file without an end of line, behind a blank value": "outlets:\n- id: a\n  aliases:\n  ",
    "of a file, less indented than the item": "sources:\n  - id: a\n    title: b\n   ",
    "of a file, behind a dash that stands far out": "claims:\n-  'id': e0\n  ",
    "of a text with a blank behind it": "claims:\n  - id: a\n    text: The missile came ",
    "of a text that ends with its file": "claims:\n  - id: a\n    text: |\n      The missile came",
    "of brackets that are not closed": "claims:\n  - {a: ",
    "of a list on the line of its key": "claims:\n  - id: a\n    evidence:\n      - source: - - b\n        locator: c\n",
    "of an id that is a mapping": "outlets:\n- id: {}\n  name: A\n- id: [a]\n- id:\n- id: >-\n    a\n",
    "of a section that a sign ends": "claims:\n  - id: a\n@b\n",
    "of a section in quotes": "claims:\n  - id: a\n    text: 'b\nc: d'\nsources:\n  - id: b\n",
    "of an item in quotes": "claims:\n  - id: a\n    text: 'b\n  - c'\n  - id: d\n",
    "of an item in brackets": "claims:\n  - id: a\n    tags: [b,\n  - c]\n  - id: d\n",
    "of a document": "claims:\n  - id: a\n...\n",
    "of a document in the middle": "claims:\n  - id: a\n...\n  - id: b\n",
    "of a second document": "claims:\n  - id: a\n---\nclaims:\n  - id: b\n",
    "of a version that goes on": "version: 1\n  2\nclaims:\n- id: a\n",
    "of a key that comes twice": "claims:\n- id: a\nsources:\n- id: b\nclaims:\n- id: c\n",
    "of a key that has nothing": "claims:\nsources:\n- id: b\n",
    "of nothing": "",
    "of comments": "# a\n\n---\n# b\nclaims:\n# c\n\n  # d\n  - id: a\n  # e\n\n# f\nversion: 1\n# g",
    "of an anchor": "claims:\n  - &a\n    id: a\n  - *a\n  - !x {id: b}\n  - id: &b c\n",
    "of items that are none": "claims:\n  - a\n  - - b\n  - {id: [c]}\n  - {id: d} # e\n  -\n  - {}\n",
}
"""Ends of things, where line by line another was seen at some time, or might be."""


@pytest.mark.parametrize("text", BOUNDARIES.values(), ids=BOUNDARIES)
def test_the_end_is_where_the_parser_sees_it(text: str) -> None:
    check(text.encode())


def test_broken_dossiers_in_all_layouts_are_read_as_by_the_parser() -> None:
    for number in range(RUNS):
        check(text_for(0, number).encode("utf-8", "replace"))


def test_what_is_read_in_two_ways_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"claims:\n  - id: a\n    text: b\n"
    check(text)
    monkeypatch.setattr("claimaudit.loading.yaml_values.values_of", lambda lines, column: {})  # noqa: ARG005
    with pytest.raises(AssertionError):
        check(text)


# --- where things stand -----------------------------------------------------------------------------------

ITEM = """\
  id: a
  tags: [b, c d]
  quote: {exact: 'e', via: [f]}
  text: "g
    h"
  note: >-
    i
  evidence:
  - j
  - source: k
    via:
      - l
        m
  x-own:
"""


def spans(layout: Layout) -> Any:
    match layout:
        case MappingLayout(own, keys, values):
            return (
                unpack(own),
                {key: unpack(span) for key, span in keys.items()},
                {key: spans(value) for key, value in values.items()},
            )
        case ListLayout(own, items):
            return unpack(own), [spans(item) for item in items]
        case int():
            return unpack(layout)


def test_every_key_and_value_has_its_place() -> None:
    own, keys, found = spans(layout_of(lines_of(ITEM, 2), 2, 11))
    assert own == (11, 3, 11, 5)
    assert keys == {
        "id": (11, 3, 11, 5),
        "tags": (12, 3, 12, 7),
        "quote": (13, 3, 13, 8),
        "text": (14, 3, 14, 7),
        "note": (16, 3, 16, 7),
        "evidence": (18, 3, 18, 11),
        "x-own": (24, 3, 24, 8),
    }
    assert found == {
        "id": (11, 7, 11, 8),
        "tags": ((12, 9, 12, 17), [(12, 10, 12, 11), (12, 13, 12, 16)]),
        "quote": (
            (13, 10, 13, 32),
            {"exact": (13, 11, 13, 16), "via": (13, 23, 13, 26)},
            {"exact": (13, 18, 13, 21), "via": ((13, 28, 13, 31), [(13, 29, 13, 30)])},
        ),
        "text": (14, 9, 15, 7),
        "note": (16, 9, 16, 11),
        "evidence": (
            (19, 3, 19, 6),
            [
                (19, 5, 19, 6),
                (
                    (20, 5, 20, 11),
                    {"source": (20, 5, 20, 11), "via": (21, 5, 21, 8)},
                    {"source": (20, 13, 20, 14), "via": ((22, 7, 23, 10), [(22, 9, 23, 10)])},
                ),
            ],
        ),
        "x-own": (24, 3, 24, 8),
    }


def test_what_is_in_brackets_is_read_with_its_places() -> None:
    found = read_brackets("{a: [b, null], c: 'd'}", 3, 5)
    assert found.value == {"a": ["b", None], "c": "d"}
    assert spans(found.layout) == (
        (3, 5, 3, 27),
        {"a": (3, 6, 3, 7), "c": (3, 20, 3, 21)},
        {"a": ((3, 9, 3, 18), [(3, 10, 3, 11), (3, 13, 3, 17)]), "c": (3, 23, 3, 26)},
    )


# --- when the parser is asked -----------------------------------------------------------------------------


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the parser was given: an item by itself, or a file."""
    given: list[str] = []

    def noted(text: str) -> Any:
        given.append(text)
        return events_of(text)

    monkeypatch.setattr("claimaudit.loading.yaml_event_values.events_of", noted)
    return given


FILE = """\
claims:
  - id: a
    text: One.
  - id: b  # here is a comment
    text: Two.
  - {id: c, text: Three.}
"""


def test_the_parser_reads_what_is_not_plain_and_no_more(asked: list[str]) -> None:
    items = [part for part in read_yaml(FILE) if isinstance(part, Item)]
    assert asked == ["  - id: b  # here is a comment\n    text: Two.\n"]
    assert [item.value for item in items] == [
        {"id": "a", "text": "One."},
        {"id": "b", "text": "Two."},
        {"id": "c", "text": "Three."},
    ]
    assert [unpack(item.extent) for item in items] == [(2, 5, 4, 3), (4, 5, 6, 3), (6, 5, 6, 26)]
    file = TextFile("claims.yaml", FILE.encode())
    assert [Place(file, item.extent).locate() for item in items] == [
        Location("claims.yaml", *ends) for ends in ((2, 9, 2, 10), (4, 9, 4, 10), (6, 10, 6, 11))
    ]


def test_where_many_items_are_not_plain_the_parser_reads_the_file(asked: list[str]) -> None:
    text = "claims:\n" + "".join(f"  - id: c{number}  # a comment\n" for number in range(200))
    items = [part.value for part in read_yaml(text) if isinstance(part, Item)]
    assert items == [{"id": f"c{number}"} for number in range(200)]
    assert [given == text for given in asked] == [False] * 64 + [True]


def test_where_few_are_each_is_read_by_itself(asked: list[str]) -> None:
    some = "".join(f"  - id: c{number}  # a comment\n" + "  - id: plain\n" * 9 for number in range(200))
    assert len(list(read_yaml(f"claims:\n{some}"))) == 1 + 2000
    assert len(asked) == 200


def test_what_was_read_before_the_file_is_left_to_the_parser_comes_once(asked: list[str]) -> None:
    text = FILE + "sources: &a\n  - id: d\n"
    parts = list(read_yaml(text))
    assert asked[-1] == text
    with by_events_alone():
        assert parts == list(read_yaml(text))


def test_a_plain_file_is_placed_without_the_parser(asked: list[str]) -> None:
    file = TextFile("claims.yaml", FILE.replace("  # here is a comment", "").encode())
    for part in read_yaml(file.text):
        if isinstance(part, Item):
            file.reading(part.extent)
    assert asked == []
