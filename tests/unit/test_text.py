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
    ],
)
def test_squash(one: str, other: str, same: bool) -> None:  # noqa: FBT001  a row of a table
    assert (text.squash(one) == text.squash(other)) is same


@pytest.mark.parametrize(
    ("tag", "key"),
    [
        ("Secret-Annex", "secret annex"),
        ("secret annexes", "secret annex"),
        ("secret_annex", "secret annex"),
        ("crisis", "crisis"),
        ("press", "press"),
        ("Sources", "source"),
    ],
)
def test_tag_key(tag: str, key: str) -> None:
    assert text.tag_key(tag) == key


def test_nearest_name_first_and_none_that_is_unlike() -> None:
    choices = ["axios-2025-11-18", "axios-2025-11-19", "reuters-2025-11-19"]
    assert text.nearest("axois-2025-11-18", choices, limit=2) == ["axios-2025-11-18", "axios-2025-11-19"]
    assert text.nearest("zzz", choices) == []
    assert text.suggestion("axois-2025-11-18", choices) == "did you mean `axios-2025-11-18`?"
    assert text.suggestion("zzz", choices) is None
