"""Values: words that YAML 1.1 makes numbers, booleans and dates of, and values that no field can have."""

from tests.hostile.attacking import Attacker, Case, every
from tests.hostile.dossiers import SOURCES, listed, sound

LIST = "list claims"

# In each of these a loader of YAML 1.1 would read something else than what stands there.
TYPED = tuple(
    Case(f"text-{written[:30]}", f"YAML 1.1 reads {typed}", sound(text=written), 0, command=LIST, shown=[listed(written)])
    for written, typed in (
        ("no", "False: the Norway problem"),
        ("NO", "False, whatever the case"),
        ("yes", "True"),
        ("off", "False"),
        ("y", "True, in some loaders"),
        ("True", "True"),
        ("010", "8, in base eight"),
        ("0o10", "8, in YAML 1.2"),
        ("0x1F", "31"),
        ("0b101", "5"),
        ("1_000", "1000"),
        ("1:30", "90, in base sixty"),
        ("190:20:30.15", "685230.15, in base sixty"),
        ("1.10", "1.1, as a number"),
        ("1e3", "1000.0"),
        (".inf", "a number without end"),
        (".NaN", "no number, which equals nothing, itself neither"),
        ("2024-01-01", "a date"),
        ("2024-13-45", "a ValueError: there is no such date"),
        ("2001-12-14t21:59:43.10-05:00", "a time"),
        ("=", "the value key, which some loaders cannot read"),
        ("<<", "the merge key, where it is a value"),
        ("+1", "1"),
        ("0b_", "a ValueError"),
        ("1:59:59:59:59:59", "a number of base sixty"),
        ("9" * 5000, "a ValueError: `int` takes 4,300 digits at most"),
    )
)  # fmt: skip

EMPTY = tuple(
    Case(f"empty-{name}", f"{why}: a claim that says nothing", sound(text=written), 2, [f"{place} CA002 `plan`: `text` is {what}"])
    for name, why, written, place, what in (
        ("null", "`null` is nothing", "null", "2:5", "missing"),
        ("tilde", "`~` is nothing", "~", "2:5", "missing"),
        ("blank", "a blank is nothing", "", "2:5", "missing"),
        ("quotes", "text without a letter", '""', "3:11", "empty"),
        ("spaces", "spaces alone", "'   '", "3:11", "empty"),
        ("no-break-spaces", "spaces of another kind", '"\\u00a0\\u3000"', "3:11", "empty"),
    )
)  # fmt: skip


def _refused(name: str, why: str, key: str, message: str, column: int | None = None) -> Case:
    """Return the case of a claim with one more key, which is refused where its value stands."""
    place = len(key.partition(": ")[0]) + 7 if column is None else column
    return Case(name, why, sound(more=key), 2, [f"6:{place} CA002 `plan`: {message}"])


FIELDS = (
    _refused("credibility-octal", "10 in base eight, 12 or 010?", "credibility: 0o2", "`0o2` is not a credibility"),
    _refused("credibility-hexadecimal", "2 in base sixteen", "credibility: 0x2", "`0x2` is not a credibility"),
    _refused("credibility-underscore", "Python reads `1_0` as 10", "credibility: 0_2", "`0_2` is not a credibility"),
    _refused("credibility-arabic", "a digit to Python, two to nobody else", "credibility: \u0662", "`\u0662` is not a credibility"),
    _refused("credibility-superscript", "a digit that `int` does not take", "credibility: \u00b2", "`\u00b2` is not a credibility"),
    _refused("credibility-huge", "more digits than `int` takes", f"credibility: {'9' * 5000}", f"`{'9' * 130}…` is not a credibility"),
    _refused("credibility-zero", "out of range", "credibility: 0", "`0` is not a credibility"),
    _refused("credibility-negative", "out of range", "credibility: -1", "`-1` is not a credibility"),
    _refused("confidence-escaped", "a word that is none, with an escape in it", 'confidence: "hi\\egh"', "`hi\\u{1b}gh` is not a confidence: low, moderate or high"),
    _refused("text-in-place-of-list", "a list of one is a list all the same", "tags: secret", "`tags` is text, not a list"),
    _refused("mapping-in-place-of-text", "a colon makes a mapping of a sentence", "note: {a: b}", "`note` is a mapping, not text"),
    _refused("list-in-place-of-text", "a list in place of text", "note: [a]", "`note` is a list, not text"),
    _refused("null-in-list", "a member that is nothing", "tags: [a, ~]", "an item of `tags` is empty", 15),
)  # fmt: skip

READ = SOURCES.splitlines()[1].index("basis") + 1
"""The column in which the basis of the first source stands."""

FLAGS = tuple(
    Case(f"flag-{written}", "to YAML 1.1 true, to 1.2 a word: nobody guesses", sound(sources=SOURCES.replace("basis: original", f"read: {written}, basis: original", 1)), 2,
         [f"7:{READ + len('read: ')} CA002 `first-1`: `{written}` is neither true nor false"])
    for written in ("yes", "no", "on", "off", "y", "N", "True", "FALSE", "1", "0")
)  # fmt: skip

IDS = tuple(
    Case(f"id-{name}", why, f"claims:\n  - {{id: {written}, text: t, status: speculative}}\n", 2, [f"2:10 CA002 {message}"])
    for name, why, written, message in (
        ("cyrillic", "\u0430 looks like a", "pl\u0430n", "`pl\u0430n` is not an id"),
        ("greek", "\u03bf looks like o", "cl\u03bfud", "`cl\u03bfud` is not an id"),
        ("accent-composed", "one letter", "caf\u00e9", "`caf\u00e9` is not an id"),
        ("accent-apart", "the same as two characters", "cafe\u0301", "`cafe\u0301` is not an id"),
        ("wide", "full-width letters", "\uff50lan", "`\uff50lan` is not an id"),
        ("zero-width", "a character that nobody sees", '"pl\\u200ban"', "`pl\\u{200b}an` is not an id"),
        ("bidi", "a character that turns the line round", '"pl\\u202ean"', "`pl\\u{202e}an` is not an id"),
        ("tag-character", "letters of a tag that nobody sees", '"plan\\U000e0061"', "`plan\\u{e0061}` is not an id"),
        ("blank", "spaces alone", "' '", "`id` is empty"),
        ("inner-space", "two words", "a b", "`a b` is not an id"),
        ("path", "a way out of a directory", "../../etc/passwd", "`../../etc/passwd` is not an id"),
        ("option", "a word that a command takes for an option", "-rf", "`-rf` is not an id"),
        ("two-hyphens", "the end of options", "'--'", "`--` is not an id"),
        ("command", "a command to a runner", "'::error::x'", "`::error::x` is not an id"),
        ("end-with-line-feed", "`$` in a pattern matches before a last line feed", '"plan\\n"', "`plan` is not an id"),
        ("markup", "a link of a terminal", "'[link=https://x]y[/link]'", "`[link=https://x]y[/link]` is not an id"),
        ("html", "an element of a page", "'<script>'", "`<script>` is not an id"),
        ("formula", "a formula of a spreadsheet", "'=1+1'", "`=1+1` is not an id"),
        ("long", "129 characters are one too many", "a" * 129, f"`{'a' * 129}` is not an id"),
        ("endless", "a hundred thousand characters", "a" * 100_000, f"`{'a' * 130}…` is not an id"),
    )
)  # fmt: skip


@every(TYPED)
def test_text_stays_text(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(EMPTY)
def test_nothing_is_not_text(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(FIELDS)
def test_fields(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(FLAGS)
def test_flags(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(IDS)
def test_ids(case: Case, attacker: Attacker) -> None:
    attacker.play(case)
