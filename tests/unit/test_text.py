"""Comparing names, counting aloud, showing text safely."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimaudit import text


def test_examples_in_the_docstrings() -> None:
    tried = doctest.testmod(text)
    assert tried.attempted
    assert not tried.failed


@given(st.text())
def test_visible_leaves_nothing_unseen_and_changes_nothing_twice(data: str) -> None:
    shown = text.visible(data)
    assert text.visible(shown) == shown
    assert not any(ord(letter) < 0x20 and letter != "\n" for letter in shown)
    assert not any(0x7F <= ord(letter) < 0xA0 for letter in shown)


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("\x1b]0;title\x07", r"\u{1b}]0;title\u{7}"),
        ("a\u202eb", r"a\u{202e}b"),
        ("tab\there", r"tab\u{9}here"),
        ("a\u3164b\uffa0\u034f", r"a\u{3164}b\u{ffa0}\u{34f}"),
        ("a\U0001d173b\U0001bca0\U00013430", r"a\u{1d173}b\u{1bca0}\u{13430}"),
        ("\u2764\ufe0f \u845b\U000e0100", "\u2764\ufe0f \u845b\U000e0100"),
        ("line\nend", "line\nend"),
        ("Україна, naïve, 中文 🙂", "Україна, naïve, 中文 🙂"),
    ],
)
def test_visible(data: str, shown: str) -> None:
    assert text.visible(data) == shown


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Live Mint", "LiveMint", True),
        ("Live Mint", "live-mint", True),
        ("\uff21\uff26\uff30", "afp", True),
        ("AFP", "AP", False),
        ("", "-", True),
        ("Reuters\u3164", "Reuters", True),
        ("Reu\u200bters", "Reuters", True),
        ("Cafe\u0301", "Caf\u00e9", True),
        ("\uffa0Reuters", "Reuters", True),
    ],
)
def test_squash(one: str, other: str, same: bool) -> None:  # noqa: FBT001  a row of a table
    assert (text.squash(one) == text.squash(other)) is same


def test_a_name_of_blank_letters_is_none() -> None:
    assert text.words_of("\u3164 \u115f\u1160\uffa0") == ()


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("Ax\uff10", "axo"),  # full-width
        ("A\u00b9", "al"),  # raised
        ("\u0410\U0001d7d8", "ao"),  # of mathematics
    ],
)
def test_what_looks_alike_in_another_form_looks_alike(name: str, look: str) -> None:
    assert text.skeleton(name) == look


@pytest.mark.parametrize(
    ("tag", "key"),
    [
        ("Secret-Annex", "secret annex"),
        ("secret annexes", "secret annex"),
        ("secret_annex", "secret annex"),
        ("crisis", "crisis"),
        ("press", "press"),
        ("census", "census"),
        ("churches", "church"),
        ("wishes", "wish"),
        ("classes", "class"),
        ("Sources", "source"),
        ("S", "s"),
        ("Moscow's", "moscow s"),
    ],
)
def test_tag_key(tag: str, key: str) -> None:
    assert text.tag_key(tag) == key


@pytest.mark.parametrize(
    ("items", "separator", "phrase"),
    [
        ([], ", ", ""),
        (["a"], ", ", "a"),
        (["a", "b"], ", ", "a and b"),
        (["a", "b", "c"], ",", "a,b and c"),
        (["a", "b"], "; ", "a; and b"),
        (["a", "b", "c"], "; ", "a; b; and c"),
    ],
)
def test_items_are_a_phrase(items: list[str], separator: str, phrase: str) -> None:
    assert text.listed(items, separator=separator) == phrase


def test_a_name_is_near_by_its_letters_and_not_by_a_part_of_them() -> None:
    assert text.nearest("AXIOS", ["axios", "axiom"]) == ["axios"]
    assert text.nearest("abcde", ["abcxy"]) == ["abcxy"], "60 per cent, two times three of ten letters"
    assert text.nearest("abcdefghijk", ["abcdefuvxyz"]) == []
    assert text.nearest("axios", ["axios-2025-11-18-secretly-drafting-a-plan"]) == []


def test_nearest_name_first_and_none_that_is_unlike() -> None:
    choices = ["axios-2025-11-18", "axios-2025-11-19", "reuters-2025-11-19"]
    assert text.nearest("axois-2025-11-18", choices, limit=2) == ["axios-2025-11-18", "axios-2025-11-19"]
    assert text.nearest("zzz", choices) == []
    assert text.suggestion("axois-2025-11-18", choices) == "did you mean `axios-2025-11-18`?"
    assert text.suggestion("zzz", choices) is None
