"""Words: comparing names, counting things aloud, and making text safe to show. Knows no model."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

_WORDS = re.compile(
    r"[^\W_\u115f\u1160\u3164\uffa0]+"
)  # the letters of Korean that are blank tell nothing apart

# C0 but for the line feed, DEL, C1, bidi marks and overrides, zero-width and invisible characters, letters that are
# blank, line and paragraph separators, lone surrogates, what joins hieroglyphs, shorthand and notes, tags: what could
# move a cursor, reorder a line or hide in one. Selectors of variants stay: emoji and names in Chinese script need them.
UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    r"""Return `text` with every control and invisible character spelled out; line feeds stay.

    >>> visible("a\x1b[31mb")
    'a\\u{1b}[31mb'
    """
    if text.isascii() and text.isprintable():
        return text  # the usual case
    return UNSEEN.sub(lambda match: spelled(match[0]), text)


# What a runner takes for a command in any line of a log: GitHub's `::` at the start of a line and `##[` anywhere, the
# `##vso[` of Azure Pipelines, the `##teamcity[` of TeamCity.
_COMMAND = re.compile(r"##(?=\w*+\[)|^\s*:(?=:)", re.MULTILINE)


def spelled(character: str) -> str:
    r"""Return a character as its number, the way `visible` spells what cannot be seen: `\u{1b}`."""
    return f"\\u{{{ord(character):x}}}"


def entity(character: str) -> str:
    """Return a character as XML and HTML name it by its number: `&#35;`."""
    return f"&#{ord(character)};"


def uncommanded(text: str, spell: Callable[[str], str] = spelled) -> str:
    r"""Return `text` so that no line of it is a command to a runner: some read every log for such.

    One character of each command is written as `spell` does; all else stays.

    >>> uncommanded("::error::no"), uncommanded("##[error]no"), uncommanded("## C++ std::map")
    ('\\u{3a}:error::no', '#\\u{23}[error]no', '## C++ std::map')
    """
    if "::" not in text and "##" not in text:
        return text  # the usual case
    return _COMMAND.sub(lambda found: found[0][:-1] + spell(found[0][-1]), text)


_FORMULA = re.compile("[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def inert(cell: str) -> str:
    """Return a spreadsheet cell that no program runs as a formula: with an apostrophe before what starts one.

    The characters are those of OWASP ASVS 1.2.10 and their full-width forms.

    >>> inert("=1+1"), inert("Axios")
    ("'=1+1", 'Axios')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def one_line(text: str) -> str:
    """Return `text` with every run of white space, line feeds included, made one space."""
    return " ".join(text.split())


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of `text`, NFKC-normalised and casefolded, in order."""
    return tuple(_WORDS.findall(unicodedata.normalize("NFKC", text).casefold()))


def squash(name: str) -> str:
    """Return the letters and digits of `name` alone, NFKC-normalised and casefolded.

    >>> squash("Live Mint") == squash("live-mint") == squash("LiveMint")
    True
    """
    return "".join(words_of(name))


# After Unicode Technical Standard 39, reduced to what looks like a-z in either case, and to two digits.
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјорсухԁһԛԝѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγινορυϲϳ01",  # noqa: RUF001  Cyrillic and Greek
    "ABESIJKMHOPCTXYaesijopcyxdhqwvABEZHIKMNOPTYXayivopucjol",
)


def skeleton(name: str) -> str:
    """Return what `name` looks like: squashed, with Greek and Cyrillic look-alikes and 0 and 1 as Latin letters.

    >>> skeleton("\u0410xi\u043es") == skeleton("Axios")
    True
    """
    # Twice: what a letter is made of may be a look-alike only before its case is folded, or only after that.
    spelled_out = unicodedata.normalize("NFKC", name)
    return squash(squash(spelled_out.translate(_LOOK_ALIKES)).translate(_LOOK_ALIKES))


def are_nearly_same(one: str, other: str) -> bool:
    """Return whether two names are one or two edits apart, and fewer than a third of the letters of the shorter.

    Numbers and initials tell names apart: what differs has to be more than those.

    >>> are_nearly_same("Kyiv Post", "Kiev Post"), are_nearly_same("ABC News", "NBC News")
    (True, False)
    """
    first, second = _what_differs(_WORDS.findall(one), _WORDS.findall(other))
    if _are_initials(first) or _are_initials(second) or digits_of(first) != digits_of(second):
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415  only needed where names are alike

    allowed = _edits_allowed(min(len(squash(one)), len(squash(other))))
    return 0 < OSA.distance(squash(first), squash(second), score_cutoff=allowed) <= allowed


def _what_differs(left: list[str], right: list[str]) -> tuple[str, str]:
    """Return the words without those that both have at either end."""
    for end in (0, -1):
        while left and right and squash(left[end]) == squash(right[end]):
            left.pop(end)
            right.pop(end)
    return "".join(left), "".join(right)


def _are_initials(word: str) -> bool:
    return len(word) <= 3 or (len(word) <= 5 and word.isupper())


def within_two_edits(name: str, squashed: Sequence[str]) -> list[int]:
    """Return the indices of the squashed names that are within two edits of `name`, however short."""
    from rapidfuzz import process  # noqa: PLC0415  only needed where outlets were made from names
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    scorer = OSA.distance
    found = process.extract(squash(name), squashed, scorer=scorer, score_cutoff=2, limit=None)
    return [index for _, _, index in found]


def digits_of(name: str) -> str:
    """Return the digits of a name alone."""
    return "".join(letter for letter in name if letter.isdigit())


def _edits_allowed(letters: int) -> int:
    return min(2, (letters - 1) // 3)


def slug(name: str) -> str:
    """Return an id made of `name`: its words, joined by hyphens.

    >>> slug("Live Mint")
    'live-mint'
    """
    return "-".join(words_of(name))


@lru_cache(maxsize=1 << 12)  # few tags, many claims
def tag_key(tag: str) -> str:
    """Return what makes two spellings of a tag one: words without case, hyphens or plural.

    >>> tag_key("Secret-Annex") == tag_key("secret annexes") == tag_key("secret_annex")
    True
    """
    return " ".join(_singular(word) for word in words_of(tag))


def _singular(word: str) -> str:
    if word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    if word.endswith("s") and word != "s" and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return the number with its noun.

    >>> counted(1, "claim"), counted(2, "claim"), counted(0, "entry", "entries")
    ('1 claim', '2 claims', '0 entries')
    """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def listed(items: Sequence[str], *, joiner: str = "and", limit: int = 0, separator: str = ", ") -> str:
    """Return the items as a phrase; beyond a `limit` above 0 the rest is counted, if it is more than one.

    >>> listed(["a", "b", "c"]), listed(["a", "b", "c"], limit=2), listed(["a", "b", "c", "d"], limit=2)
    ('a, b and c', 'a, b and c', 'a, b and 2 more')
    """
    if limit and len(items) > limit + 1:
        items = [*items[:limit], f"{len(items) - limit} more"]
    if len(items) < 2:
        return "".join(items)
    last = f"{separator.rstrip()} {joiner}" if separator.strip() != "," else f" {joiner}"
    return f"{separator.join(items[:-1])}{last} {items[-1]}"


def nearest(word: str, choices: Iterable[str], *, limit: int = 1, cutoff: float = 60.0) -> list[str]:
    """Return the choices most like `word`, best first; none that is less than `cutoff` per cent alike."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  only needed when something is wrong

    found = process.extract(
        word,
        sorted(set(choices)),
        scorer=fuzz.ratio,
        processor=str.casefold,
        limit=limit,
        score_cutoff=cutoff,
    )
    return [choice for choice, _, _ in found]


def suggestion(word: str, choices: Iterable[str]) -> str | None:
    """Return "did you mean `...`?" with the nearest of the choices, or None where none is near."""
    near = nearest(word, choices)
    return f"did you mean `{near[0]}`?" if near else None
