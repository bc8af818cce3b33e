"""Showing text and comparing names: nothing unseen is left, nothing seen is changed, and once is as good as twice."""

import unicodedata
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimaudit.text import (
    inert,
    one_line,
    skeleton,
    slug,
    squash,
    tag_key,
    uncommanded,
    visible,
    words_of,
)
from claimaudit.text.addresses import canonical_url, original_url

SEEN_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Of the characters that Unicode calls formats those that have a shape: marks of Arabic, Syriac and Kaithi numbers."""
_IGNORED_RANGES = (
    *(
        (0x00AD, 0x00AD),
        (0x034F, 0x034F),
        (0x061C, 0x061C),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180E, 0x180E),
    ),
    *(
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0x3164, 0x3164),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
    ),
    *((0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE007F)),
)
IGNORED = frozenset(chr(point) for first, last in _IGNORED_RANGES for point in range(first, last + 1))
"""Default_Ignorable_Code_Point of Unicode 16, with the annotations, without the selectors of variants."""
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN", "B", "S"}
UNSEEN = "".join(sorted(IGNORED)) + "\x00\x07\x1b\t\r\x7f\x85\x9b\u2028\u2029\ud800"

ANYTHING = st.text(
    st.characters() | st.sampled_from(UNSEEN) | st.characters(categories=["Cc", "Cf", "Zl", "Zp", "Cs"])
)


def is_unseen(letter: str) -> bool:
    category = unicodedata.category(letter)
    is_format = category == "Cf" and letter not in SEEN_FORMATS
    is_turning = unicodedata.bidirectional(letter) in BIDI and not letter.isspace()
    return category in {"Cc", "Zl", "Zp", "Cs"} or is_format or is_turning or letter in IGNORED


@given(ANYTHING)
def test_nothing_unseen_is_left(text: str) -> None:
    shown = visible(text)
    assert [letter for letter in shown if is_unseen(letter) and letter != "\n"] == []
    assert shown.count("\n") == text.count("\n")


def test_no_character_is_forgotten() -> None:
    every = (chr(point) for point in range(0x110000))
    assert [
        hex(ord(letter)) for letter in every if is_unseen(letter) and visible(letter) == letter != "\n"
    ] == []


@given(st.text(st.characters(exclude_characters=UNSEEN).filter(lambda letter: not is_unseen(letter))))
def test_what_can_be_seen_is_unchanged(text: str) -> None:
    assert visible(text) == text


@given(ANYTHING)
def test_two_texts_that_differ_are_shown_differently(text: str) -> None:
    letters = [
        letter if not is_unseen(letter) or letter == "\n" else f"\\u{{{ord(letter):x}}}" for letter in text
    ]
    assert visible(text) == "".join(letters)


# --- once is as good as twice -----------------------------------------------------------------------------


def as_words(text: str) -> str:
    return " ".join(words_of(text))


NAMES = st.text(
    st.characters()
    | st.sampled_from("АВЕΑΒ０１⁰¹ⅠßſİıϹὍͅ0lO1sSxhé_-' ")  # noqa: RUF001  what folding and look-alikes trip over
    | st.characters(categories=["No", "Nl", "Lm", "Mn"])
)
LOGS = st.text(st.sampled_from("#:[]= +-@\t\r\n'\uff1d\u00a0ae") | st.characters())


@pytest.mark.parametrize("function", [squash, slug, as_words, tag_key, skeleton, one_line, visible])
@given(name=NAMES)
def test_names_are_made_comparable_once(function: Callable[[str], str], name: str) -> None:
    assert function(function(name)) == function(name)


@pytest.mark.parametrize("function", [inert, uncommanded, visible, one_line])
@given(text=LOGS)
def test_texts_are_made_harmless_once(function: Callable[[str], str], text: str) -> None:
    assert function(function(text)) == function(text)


@given(NAMES)
def test_an_id_made_of_a_name_names_the_same(name: str) -> None:
    assert squash(slug(name)) == squash(name)
    assert squash(as_words(name)) == squash(name)


LATIN = "AaBCceHIiKMNOoPpSsTXxy" + "l" * 2 + "o" * 2
LOOKING_ALIKE = "АаВСсеНІіКМΝОоРрЅѕТХху" + "1¹" + "0０"  # noqa: RUF001  Cyrillic, one Greek, digits


@given(st.text(st.sampled_from(LATIN), min_size=1), st.randoms(use_true_random=False))
def test_a_name_in_letters_of_another_script_looks_the_same(name: str, random: Random) -> None:
    pairs = list(zip(LATIN, LOOKING_ALIKE, strict=True))
    written = "".join(
        random.choice([letter, *(odd for plain, odd in pairs if plain == letter)]) for letter in name
    )
    assert skeleton(written) == skeleton(name)


HOSTS = st.sampled_from(["a.com", "www.a.com", "A.com", "b.example:8080", "a.com."])
PATHS = st.text("ab/.-_%;=", max_size=12)
QUERIES = st.lists(st.sampled_from(["p=1", "id=a", "utm_source=x", "fbclid=1", "q", ""]), max_size=4).map(
    "&".join
)


@given(HOSTS, PATHS, QUERIES)
def test_an_address_is_the_same_however_it_is_written(host: str, path: str, query: str) -> None:
    page = f"{host}/{path}?{query}"
    plain = canonical_url(f"https://{page}")
    for written in (
        f"http://{page}",
        f"HTTPS://{page}#top",
        f"https://{page}&utm_medium=y",
        f" https://{page}\n",
    ):
        assert canonical_url(written) == plain
    assert canonical_url(f"https://{plain}") == plain


@given(HOSTS, PATHS)
def test_the_copy_of_a_page_is_of_that_page(host: str, path: str) -> None:
    page = f"https://{host}/{path}"
    copy = f"https://web.archive.org/web/20251118/{page}"
    assert canonical_url(copy) == canonical_url(page)
    assert original_url(original_url(copy)) == original_url(copy)
