"""Which words are cues, where they stand, and that no text makes finding them slow."""

import doctest
import re
import time
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimaudit.text import cues
from claimaudit.text.cues import Cue, CueList, find_cues, require_cue, sentence_starts

LISTS: tuple[CueList, ...] = get_args(CueList)


def _found(text: str, *lists: CueList) -> list[str]:
    return [cue.words for cue in find_cues(text, *lists)]


def test_examples_in_the_docstrings() -> None:
    tried = doctest.testmod(cues)
    assert tried.attempted
    assert not tried.failed


# --- the language of the lists ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("patterns", "text", "found"),
    [
        ("may", "Dismay may maybe MAY", ["may", "MAY"]),
        ("suggest(s|ed)", "It suggests, suggested and suggest.", ["suggests", "suggested"]),
        (
            "there( is| are|'s) (much)? talk",
            "There is talk. there are much  talk",
            ["There is talk", "there are much  talk"],
        ),
        (
            "there's talk",
            "There\u2019s talk and there\u02bcs talk",
            ["There\u2019s talk", "there\u02bcs talk"],
        ),
        (
            "some say",
            "Some, say; some\nsay; some \u201csay\u201d; some. Say",
            ["some\nsay", "some \u201csay"],
        ),
        ("so called", "so-called", ["so-called"]),
        ("so-called", "so called", ["so called"]),
        ("a W chance", "a slim chance, a chance, a very slim chance", ["a slim chance"]),
        (
            "N sources",
            "two sources, 3 sources, one sources, 1,000 sources",
            ["two sources", "3 sources", "000 sources"],
        ),
        ("may\n! may N", "may 2025 may be", ["may"]),
        ("may\n! =May", "May may MAY", ["may", "MAY"]),
        ("may\nmay well", "may well may", ["may well", "may"]),
        ("(some|many) (people|critics)? say", "many say, some critics say", ["many say", "some critics say"]),
        ("! as many\nmany", "as many, many", ["many"]),
        ("stra\u00dfe", "STRASSE Stra\u00dfe", []),
        ("strasse", "STRASSE Stra\u00dfe", ["STRASSE", "Stra\u00dfe"]),
        ("may", "_may_ *may* may2 2may", ["may", "may"]),
        (
            "close to W",
            "close to 10, close to two, close to him",
            ["close to 10", "close to two", "close to him"],
        ),
        (
            "(un)?clear(ly|er)? so",
            "clear so, unclearly so, clearer so",
            ["clear so", "unclearly so", "clearer so"],
        ),
    ],
)
def test_patterns(patterns: str, text: str, found: list[str]) -> None:
    assert [cue.words for cue in find_cues(text, added=tuple(patterns.splitlines()))] == found


@pytest.mark.parametrize(
    "pattern",
    ["(a|b", "a)", "((a))", "a* b", "May", "W may", "(W|a) may", "(may)?", "!", "it is.", "a (b|)? \\d"],
)
def test_line_that_is_no_pattern_is_an_error(pattern: str) -> None:
    with pytest.raises(ValueError, match="is not written as a cue: write words in small letters") as caught:
        require_cue(pattern)
    assert str(caught.value) == (
        f"`{pattern}` is not written as a cue: write words in small letters, (a|b) for a choice, (a)? for what may be "
        "missing, W for any word"
    )


def test_blank_lines_and_comments_of_a_list_do_not_count() -> None:
    root = cues._Node()
    cues.add_patterns(root, "fear(s|ed)? # a comment\n\n# may\n")
    assert set(root.after) == {"fear", "fears", "feared"}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("may\nMay", "not written as a cue: 'May'"),
        ("(may)?", "a cue starts with a word of its own: '(may)?'"),
        ("a" + "(b|c)" * 10, f"a cue of more than 1000 spellings in one word: {'a' + '(b|c)' * 10!r}"),
    ],
)
def test_line_of_a_list_that_is_no_pattern_is_told(line: str, problem: str) -> None:
    with pytest.raises(ValueError, match="cue") as caught:
        cues.add_patterns(cues._Node(), line)
    assert str(caught.value) == problem


def test_pattern_of_just_so_many_spellings_and_characters_is_read() -> None:
    ten = "(0|1|2|3|4|5|6|7|8|9)"
    assert require_cue(f"a{ten * 3}")
    assert len(cues._spellings(f"a{ten * 3}")) == cues.MOST_SPELLINGS
    assert require_cue("a" * cues.LONGEST_CUE)


def test_pattern_of_very_many_spellings_is_an_error() -> None:
    with pytest.raises(ValueError, match="is not written as a cue"):
        require_cue("x" + "(a|b)" * 30)


def test_pattern_that_is_very_long_is_an_error() -> None:
    with pytest.raises(ValueError, match="a cue of 203 characters: write at most 200"):
        require_cue("a " + "b " * 100 + "c")


def test_no_pattern_makes_a_text_slow() -> None:
    """Without care, 32 parts that may be left out lead 2^32 ways through 200 words."""
    start = time.process_time()
    (found,) = find_cues("a" + " b" * 200, added=("a " + "(b)? " * 32,))
    assert found.words == "a" + " b" * 32
    assert time.process_time() - start < 5


def test_cues_of_the_house_are_found_with_those_of_a_list() -> None:
    text = "Word has it that it may rain."
    assert find_cues(text, "hedges", added=("word has it",)) == (Cue("Word has it", 1), Cue("may", 21))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_shipped_and_can_be_read(name: CueList) -> None:
    assert cues._net((name,), ()).after


# --- places -----------------------------------------------------------------------------------------------


@given(st.text(st.sampled_from("may could\u2019t \u00e9\u00df\u0130-_.,\n'some"), max_size=60))
def test_every_cue_stands_at_its_column(text: str) -> None:
    end = 1
    for cue in find_cues(text, "hedges", "attributions", "weasels"):
        assert text[cue.column - 1 :].startswith(cue.words)
        assert cue.column >= end, "cues do not overlap"
        end = cue.column + len(cue.words)


def test_columns_count_from_one_in_the_text_as_given() -> None:
    assert find_cues("\u0130\u0130 may", "hedges") == (Cue("may", 4),)


# --- what the lists hold ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russia may agree.", ["may"]),
        ("It may not last.", ["may"]),
        ("In May 2025 and in May it rained.", []),
        ("Theresa May resigned on 24 may 2019.", []),
        ("May I ask?", []),
        ("UKRAINE MAY LOSE LAND", ["MAY"]),
        ("Ukraine May Lose Land", ["May Lose"]),
        ("The ministry could not be reached, it couldn\u2019t say.", []),
        ("It could be huge.", ["could"]),
        ("Its military might, the might of its army, and their might.", []),
        ("It might be huge.", ["might"]),
        ("The plan will be signed and would help.", []),
        ("It is possible that it fails.", ["It is possible"]),
        ("It is possible to see the draft, as soon as possible.", []),
        ("It is said to be ready.", ["It is said"]),
        ("The deal is said to be ready.", ["is said to"]),
        ("It was said by the minister.", []),
        ("The so-called Islamic State.", []),
        ("The details are unclear.", []),
        ("It remains unclear who pays.", ["remains unclear"]),
        ("Many tanks, some soldiers, most of them new.", []),
        ("Police had probable cause.", []),
    ],
)
def test_hedges(text: str, found: list[str]) -> None:
    assert _found(text, "hedges") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reports suggest a freeze.", ["Reports suggest"]),
        ("There is talk of a freeze.", ["There is talk of"]),
        ("There\u2019s talk (from the press) of a freeze.", ["There\u2019s talk"]),
        ("It is said that it is signed.", ["It is said"]),
        ("It was reported by Axios.", []),
        ("Some say so.", ["Some say"]),
        ("Critics say so, many experts believe.", ["Critics say", "many experts believe"]),
        ("Axios reports that it is signed.", []),
        ("The ministry says so.", []),
        ("According to Axios, yes; according to sources, no.", ["according to sources"]),
        ("Some credit is due.", []),
    ],
)
def test_vague_attributions(text: str, found: list[str]) -> None:
    assert _found(text, "attributions") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sources in Kyiv, and three news outlets.", ["Sources", "outlets"]),
        ("Axios reports that.", []),
        ("Media reports and newspapers.", ["Media reports", "newspapers"]),
        ("Reports of a deal.", ["Reports of"]),
        ("News agencies say so.", ["News agencies"]),
        ("It went to 12 agencies.", ["12 agencies"]),
        ("US intelligence agencies and government agencies.", []),
        ("Sources of energy, power sources, retail outlets, social media.", []),
        ("The source and the agency.", []),
        ("According to the media.", ["According to the media"]),
        ("Media owner Murdoch.", []),
    ],
)
def test_plurals(text: str, found: list[str]) -> None:
    assert _found(text, "plurals") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It has not been reported.", ["has not been reported"]),
        ("There is no mention of it.", ["no mention of"]),
        ("It hasn\u2019t been denied.", ["hasn\u2019t been denied"]),
        ("It hasn't been denied.", ["hasn't been denied"]),
        ("It is not in the draft.", ["not in the draft"]),
        ("The draft does not contain it.", ["draft does not contain"]),
        ("Nobody has denied it.", ["Nobody has denied"]),
        ("There is no evidence that it failed.", ["no evidence that"]),
        ("They did not agree and have not met.", []),
        ("He made no secret of it.", []),
    ],
)
def test_absences(text: str, found: list[str]) -> None:
    assert _found(text, "absences") == found


def test_terms_of_one_yardstick_are_not_those_of_the_other() -> None:
    icd203 = "Almost no chance, very likely, highly improbable, nearly certain, roughly even chance."
    phia = "Remote chance, highly unlikely, realistic possibility, highly likely."
    assert len(_found(icd203, "icd203")) == 5
    assert len(_found(phia, "phia")) == 4
    assert _found(icd203, "phia") == _found(phia, "icd203") == []
    assert _found("Unlikely, likely, probably, almost certain.", "icd203", "phia") == []


# --- sentences and speed ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("One. Two! \u201cThree?\u201d Four", [6, 11, 20]),
        ("The U.S. Army left, e.g. Gen. Smith, vs. No. 3.", []),
        ("It ended. and went on.", []),
        ("A. Smith left. Nobody asked.", [16]),
        ("End.", []),
        ("", []),
    ],
)
def test_sentence_starts(text: str, starts: list[int]) -> None:
    assert sentence_starts(text) == starts


@pytest.mark.parametrize(
    "piece",
    ["some critics ", "may ", "not been ", "a", "'", " ", "-", ". ", ".", "a'", "there is much ", ".\u201d"],
)
def test_a_long_text_takes_time_in_proportion(piece: str) -> None:
    def seconds(letters: int) -> float:
        text = (piece * letters)[:letters]
        start = time.process_time()
        find_cues(text, *LISTS)
        sentence_starts(text)
        return time.process_time() - start

    assert seconds(200_000) < 10 * seconds(50_000) + 0.5


# --- what a text can hold at all --------------------------------------------------------------------------

_WORDS_OF_LISTS = sorted(
    {
        word.strip("()|!?=").replace("|", " ")
        for path in (Path(cues.__file__).with_name("cue_lists")).glob("*.txt")
        for line in path.read_text("utf-8").splitlines()
        for word in line.partition("#")[0].split()
    }
    | {"Reports", "7", "2025", "twelve", "the", "Axios", "people\u2019s", "\u0130", "Ma\u0130", "\u212aiev"}
    | {"\u00b2", "\u2460", "x\u0345may", "\u0345", "\u0663", "MA\u017fs"}
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(_WORDS_OF_LISTS), st.sampled_from([" ", " ", " ", ", ", "-", ". ", "\u2019 "])
        ),
        max_size=25,
    ),
    st.sampled_from(LISTS),
)
@settings(max_examples=300)
def test_a_text_that_promises_no_cue_has_none(parts: list[tuple[str, str]], name: CueList) -> None:
    """The quick look leaves out nothing that the whole search finds."""
    text = "".join(word + between for word, between in parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cues, "possible_cues", lambda _: -1)
        whole = find_cues(text, name)
    assert find_cues(text, name) == whole


_PIECES = [
    *_WORDS_OF_LISTS[::9],
    *"aK'_. \u2019\u02bc\uff07\u00df\ufb01\u0149\u00e9\u200d\u0345\u00b2\u0663\ud800",
    "''",
    "don't",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=16))
@settings(max_examples=300)
def test_the_quick_look_sees_every_word_that_a_list_may_have(pieces: list[str]) -> None:
    text = "".join(pieces)
    words = [word.casefold() for word in cues._WORD.findall(cues._with_plain_apostrophes(text))]
    seen = cues._plain_words(text)
    assert {word for word in words if word.isascii()} <= set(seen)
    assert "N" in seen or not any(word[0].isdigit() for word in words)


def test_no_list_has_a_word_beyond_ascii() -> None:
    """The quick look would not see it."""
    assert all(cues._read(name).isascii() for name in LISTS)


def _spelled(pattern: str, choice: int) -> str:
    """Return what a line of a list stands for, with the first or the last of each choice."""
    chosen = re.sub(r"\(([^()]*)\)\??", lambda group: group[1].split("|")[choice], pattern.replace("=", ""))
    return re.sub(r"\bN\b", "7", re.sub(r"\bW\b", "word", chosen))


@pytest.mark.parametrize("choice", [0, -1], ids=["first choices", "last choices"])
@pytest.mark.parametrize("name", LISTS)
def test_every_line_of_a_list_is_found_where_nothing_else_stands(name: CueList, choice: int) -> None:
    """No other line promises a cue for it."""
    lines = [line.partition("#")[0].strip() for line in cues._read(name).splitlines()]
    for text in [_spelled(line, choice) for line in lines if line and not line.startswith("!")]:
        assert find_cues(text, name) == (Cue(text, 1),)


def test_a_text_may_have_only_cues_of_which_it_has_all_words() -> None:
    possible = cues.possible_cues("The treaty may be signed in 2025, experts say.")
    assert possible & cues.cues_of("hedges")
    assert possible & cues.cues_of("attributions")
    assert not possible & cues.cues_of("confidence", "icd203", "phia")
    assert not cues.possible_cues("Both sides signed the treaty.")


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("x\u0345may", "hedges", ["may"]),  # case-folded, that mark is a letter and joins two words
        ("\u00b2 agencies concede.", "plurals", ["\u00b2 agencies"]),  # a digit to some, and no decimal one
    ],
)
def test_what_stands_beside_odd_characters_is_found(text: str, name: CueList, found: list[str]) -> None:
    assert _found(text, name) == found
