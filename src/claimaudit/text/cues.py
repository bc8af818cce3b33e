"""Cues: words that say how sure a text is of what it says, and who it says it on. Knows no model and no rule.

A list of cues is a file in `cue_lists`; how its lines are written stands at the top of `hedges.txt`. Matching goes
over the words of a text once, by a net of words. No regular expression is made of a list, so no list and no text can
make it slow.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, reduce
from itertools import product
from math import prod
from operator import or_
from pathlib import Path
from typing import Literal, NamedTuple, get_args

ReadList = Literal[
    "absences",
    "attributions",
    "confidence",
    "hedges",
    "icd203",
    "phia",
    "plurals",
    "yardsticks",
]
"""The lists that rules read."""

CueList = Literal[ReadList, "weasels"]
"""All lists: that of words which hedge only at times is measured, and no rule reads it."""

Yardstick = Literal["icd203", "phia"]
"""The lists of terms that one yardstick of likelihood has and the other has not."""

_CUE_LISTS = Path(__file__).with_name("cue_lists")

# An apostrophe inside a word is part of it. Each of these is one character, so that columns stay.
_APOSTROPHES = ("\u2019", "\u02bc", "\uff07")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# What may stand between two words of one cue: white space, hyphens, marks of quotation and emphasis; no comma, no stop.
_WITHIN = re.compile(r"[\s\-\u2010\u2011\"'`*_\u2018-\u201f\u00ab\u00bb]*")
_NUMBERS = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozen",
        "dozens",
    ]
)


def _with_plain_apostrophes(text: str) -> str:
    for mark in _APOSTROPHES:
        if mark in text:
            text = text.replace(mark, "'")
    return text


class Cue(NamedTuple):
    """Words as they stand in a text, and the column of the first letter, from 1."""

    words: str
    column: int


@dataclass(eq=False, slots=True)
class _Node:
    """Where a matcher stands after some words; `ends` says whether a cue, or an exception, is complete here."""

    after: dict[str, list["_Node"]] = field(default_factory=dict)
    ends: Literal["cue", "exception"] | None = None


_Parts = Sequence[Sequence[tuple[str, ...]]]
"""The parts of a pattern: for each the sequences of words that it stands for."""


class _Words:
    """The words of a text, case-folded, with where they stand in it."""

    def __init__(self, text: str) -> None:
        self.text = _with_plain_apostrophes(text)
        self.matches = list(_WORD.finditer(self.text))
        self.plain = [match[0].casefold() for match in self.matches]

    def keys(self, place: int) -> tuple[str, ...]:
        """Return what a list may call the word at `place`."""
        word, written = self.plain[place], f"={self.matches[place][0]}"
        if word[0].isdigit() or word in _NUMBERS:
            return word, written, "W", "N"
        return word, written, "W"

    def follows(self, place: int) -> bool:
        """Return whether the word at `place` may go on with the cue of the word before it."""
        before, here = self.matches[place - 1].end(), self.matches[place].start()
        return _WITHIN.fullmatch(self.text, before, here) is not None


def find_cues(text: str, *lists: CueList, added: tuple[str, ...] = ()) -> tuple[Cue, ...]:
    """Return the cues of the lists that stand in `text`, in its order. They do not overlap; the longest wins.

    `added` are further cues, written as in a list.

    >>> find_cues("It may rain in May 2025, experts say.", "hedges")
    (Cue(words='may', column=4),)
    """
    is_told_soon = not added and _READ.issuperset(lists)
    if is_told_soon and not possible_cues(text) & cues_of(*lists):
        return ()
    root, firsts, words, found, past = _net(lists, added), _firsts(lists, added), _Words(text), [], 0
    for place, word in enumerate(words.plain):
        if place >= past and (word in firsts or ("N" in firsts and word[0].isdigit())):
            length, kind = _longest(root, words, place)
            past = place + length
            if kind == "cue":
                start, end = words.matches[place].start(), words.matches[past - 1].end()
                found.append(Cue(text[start:end], start + 1))
    return tuple(found)


# --- what a text can hold at all ----------------------------------------------------------------------------

_READ: frozenset[CueList] = frozenset(get_args(ReadList))
"""For these lists it is made ready to tell soon that a text has nothing of them."""


class _Level(NamedTuple):
    """One of the things that a text must have for a pattern to stand in it, pattern by pattern a bit.

    `enough` has by word the patterns that it is enough for; `no_need` are those that need nothing here. Words are
    case-folded, `N` is any number in digits.
    """

    enough: dict[str, int]
    no_need: int


class _Needs(NamedTuple):
    """What a text must have for patterns to stand in it: enough for them at every level, the rarest words first.

    `lists` has the patterns of each list that is read.
    """

    levels: list[_Level]
    lists: dict[CueList, int]


@lru_cache(maxsize=1 << 14)  # rule after rule asks of the same claims; of very many only the last are kept
def possible_cues(text: str) -> int:
    """Return the cues of which a text has all the words, in whatever order, a bit each: for most texts none.

    It has no other. Cues of lists that no rule reads are not among them.
    """
    words, left = _plain_words(text), -1
    for level in _needs().levels:
        found = level.no_need
        for word in level.enough.keys() & words:
            found |= level.enough[word]
        left &= found
        if not left:
            break
    return left


def _plain_words(text: str) -> list[str]:
    """Return all words of a text that are in ASCII, case-folded, and others; and `N` if there is a digit.

    The lists have no others. To take more for words than there are is no loss: what is found is looked at again.
    """
    text = _with_plain_apostrophes(text)
    is_plain = text.isascii()
    folded = text.encode("ascii") if is_plain else text.casefold().encode("ascii", "replace")
    if b"'" in folded:
        # An apostrophe in a word is part of it; one beside a word, or two in a row, are none of it.
        apart = folded.replace(b"''", b" ").translate(_WITH_APOSTROPHES).decode("ascii").split()
        words = [word.strip("'") for word in apart]
    else:
        words = folded.translate(_AS_WORDS).decode("ascii").split()
    has_digit = folded.translate(None, _NO_DIGITS) or (not is_plain and _has_rare_digit(text))
    return [*words, "N"] if has_digit else words


def _has_rare_digit(text: str) -> bool:
    """Return whether a text has a digit that is not in ASCII: some are no numerals, such as a raised two."""
    rare = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return any(map(str.isdigit, rare.decode("utf-8", "surrogatepass")))


@cache
def cues_of(*lists: CueList) -> int:
    """Return the bits that the cues of the lists have in `possible_cues`."""
    return reduce(or_, [_needs().lists[name] for name in lists], 0)


@cache
def _needs() -> _Needs:
    lists, needed = dict.fromkeys(get_args(ReadList), 0), list[list[frozenset[str]]]()
    for name in lists:
        for pattern in _patterns_in(_read(name)):
            if not pattern.startswith("!"):
                lists[name] |= 1 << len(needed)
                needed.append(_needed(pattern))
    levels = list[_Level]()
    for level in range(max(map(len, needed))):
        enough, no_need = dict[str, int](), 0
        for number, words in enumerate(needed):
            if level >= len(words):
                no_need |= 1 << number
            else:
                for word in words[level]:
                    enough[word] = enough.get(word, 0) | 1 << number
        levels.append(_Level(enough, no_need))
    return _Needs(levels, lists)


def _needed(pattern: str) -> list[frozenset[str]]:
    """Return for each part that must be there one word of each choice; the part with the longest words first.

    Short words are common ones, so most texts are done with at the first.
    """
    parts = [
        [choice[0] if len(choice) == 1 else max(choice, key=len) for choice in part]
        for part in _parts(pattern)
        if () not in part
    ]
    parts.sort(key=lambda words: min(map(len, words)), reverse=True)
    return [_all_spelled(words) for words in parts if "W" not in words]


def _all_spelled(keys: Sequence[str]) -> frozenset[str]:
    """Return what words in a net stand for, each case-folded, a number in words or digits."""
    spelled = frozenset([key.removeprefix("=").casefold() for key in keys if key != "N"])
    return spelled | _NUMBERS | {"N"} if "N" in keys else spelled


_AS_WORDS = bytes(ord(chr(byte).lower()) if chr(byte).isalnum() else ord(" ") for byte in range(256))
"""What each byte of a text in ASCII is to those who look for words."""
_WITH_APOSTROPHES = _AS_WORDS[: ord("'")] + b"'" + _AS_WORDS[ord("'") + 1 :]
"""The same where an apostrophe is part of a word."""
_ASCII = bytes(range(128))
_NO_DIGITS = bytes(byte for byte in range(256) if byte not in b"0123456789")


@cache
def _firsts(lists: tuple[CueList, ...], added: tuple[str, ...]) -> frozenset[str]:
    """Return the words that cues and exceptions begin with, case-folded; `N` among them is any number in digits."""
    return _all_spelled([*_net(lists, added).after])


def _longest(root: _Node, words: _Words, first: int) -> tuple[int, str | None]:
    """Return how many words from `first` on are a cue or an exception, and which; of one length, an exception."""
    length, kind = 0, None
    nodes = [root]
    for place in range(first, len(words.plain)):
        if place > first and not words.follows(place):
            break
        keys = words.keys(place)
        nodes = [after for node in nodes for key in keys for after in node.after.get(key, ())]
        if not nodes:
            break
        if (
            len(nodes) > 1
        ):  # NOTE: each once. Several ways lead to a node, and their number multiplies with every word.
            nodes = list(dict.fromkeys(nodes))
        ends = {node.ends for node in nodes}
        if ends != {None}:
            length, kind = place - first + 1, "exception" if "exception" in ends else "cue"
    return length, kind


# --- sentences --------------------------------------------------------------------------------------------

_STOP = re.compile(r"(?<![.!?])[.!?]++[\"'\u2019\u201d\u00bb)\]]*+\s++(?=\S)")
_SHORTENED = re.compile(r"(?:^|[\W_])(?:\w|mrs?|ms|dr|st|gen|col|sen|rep|gov|prof|no|vs)$", re.IGNORECASE)


def sentence_starts(text: str) -> list[int]:
    """Return the columns at which the second and later sentences of `text` start, in order.

    A stop ends no sentence after an initial or a title ("U.S.", "Gen."), or before a small letter.

    >>> sentence_starts("The U.S. left. It may return.")
    [16]
    """
    return [
        stop.end() + 1
        for stop in _STOP.finditer(text)
        if not text[stop.end()].islower()
        and not _SHORTENED.search(text[max(stop.start() - 5, 0) : stop.start()])
    ]


# --- reading a list ---------------------------------------------------------------------------------------

LONGEST_CUE = 200
"""Characters of a cue that is no list's own: a pattern takes time with the square of its parts."""
MOST_SPELLINGS = 1000
"""Of one part of a cue. A list of anybody's is read, and choices multiply."""
_PART = re.compile(r"(?:\([^()]*\)\??|[^\s()])+|[()]")
_GROUP = re.compile(r"\(([^()]*)\)(\??)")
_SOUND = re.compile(r"N|W|=[^\W_]+|[^\W_A-Z]+(?:'[^\W_A-Z]+)*")


def require_cue(pattern: str) -> str:
    """Return a cue as a list has it.

    Raises:
        ValueError: it is not written as one.
    """
    if len(pattern) > LONGEST_CUE:
        raise ValueError(f"a cue of {len(pattern)} characters: write at most {LONGEST_CUE}")
    try:
        _add(_Node(), pattern)
    except ValueError as error:
        how = "write words in small letters, (a|b) for a choice, (a)? for what may be missing, W for any word"
        raise ValueError(f"`{pattern}` is not written as a cue: {how}") from error
    return pattern


@cache
def _net(lists: tuple[CueList, ...], added: tuple[str, ...]) -> _Node:
    root = _Node()
    for name in lists:
        add_patterns(root, _read(name))
    for pattern in added:
        _add(root, pattern)
    return root


def add_patterns(root: _Node, cue_list: str) -> None:
    """Add each line of a list to the net.

    Raises:
        ValueError: a line is not written as a pattern.
    """
    for pattern in _patterns_in(cue_list):
        _add(root, pattern)


def _patterns_in(cue_list: str) -> list[str]:
    patterns = (line.partition("#")[0].strip() for line in cue_list.splitlines())
    return [pattern for pattern in patterns if pattern]


def _read(name: CueList) -> str:
    return (_CUE_LISTS / f"{name}.txt").read_text("utf-8")


def _add(root: _Node, pattern: str) -> None:
    """Add the ways through one pattern: after each of its parts they meet again, so none is spelled out whole."""
    ends, parts = [root], _parts(pattern)
    if not all(_SOUND.fullmatch(word) for part in parts for words in part for word in words):
        raise ValueError(f"not written as a cue: {pattern!r}")
    for part in parts:
        meet = _Node()
        for words in filter(None, part):
            for end in ends:
                _lead(end, words, meet)
        ends = [meet, *ends] if () in part else [meet]
    if root in ends or "W" in root.after:
        raise ValueError(f"a cue starts with a word of its own: {pattern!r}")
    for end in ends:
        end.ends = "exception" if pattern.startswith("!") else "cue"


@lru_cache(maxsize=1024)
def _parts(pattern: str) -> _Parts:
    """Return for each part of a pattern the sequences of words that it stands for; an empty one: it may be missing.

    Raises:
        ValueError: a part has more spellings than are read.
    """
    return [_spellings(part) for part in _PART.findall(pattern.removeprefix("!"))]


def _spellings(part: str) -> list[tuple[str, ...]]:
    """Return the sequences of words that a part stands for.

    >>> _spellings("suggest(s|ed)"), _spellings("(very much)?")
    ([('suggests',), ('suggested',)], [('very', 'much'), ()])
    """
    if "(" not in part:  # the usual case: one word
        return [tuple(part.replace("-", " ").split())]
    pieces = _GROUP.split(part)
    texts, groups, marks = pieces[::3], pieces[1::3], pieces[2::3]
    choices = [group.split("|") + [""] * bool(mark) for group, mark in zip(groups, marks, strict=True)]
    if prod(map(len, choices)) > MOST_SPELLINGS:
        raise ValueError(f"a cue of more than {MOST_SPELLINGS} spellings in one word: {part!r}")
    if len(choices) == 1:  # the usual case
        spelled = [f"{texts[0]}{choice}{texts[1]}" for choice in choices[0]]
    else:
        spelled = [
            texts[0] + "".join(choice + text for choice, text in zip(chosen, texts[1:], strict=True))
            for chosen in product(*choices)
        ]
    return [(word,) if word.isalpha() else tuple(word.replace("-", " ").split()) for word in spelled]


def _lead(start: _Node, words: tuple[str, ...], end: _Node) -> None:
    for word in words[:-1]:
        between = _Node()
        start.after.setdefault(word, []).append(between)
        start = between
    start.after.setdefault(words[-1], []).append(end)
