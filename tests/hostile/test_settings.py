"""Configuration, baselines and comments: files that could take back what the audit says, or be read as programs."""

import json
import os

from tests.hostile.attacking import CHECK, Attacker, Case, every
from tests.hostile.dossiers import SOURCES, sound
from tests.hostile.test_files import link, sparse

FILE = "claimaudit.toml"
MIB = 1024 * 1024
BROKEN = "claims: [\n"
SINGLE = sound(sources=SOURCES.replace("Second Wire", "First Post"))
"""One warning: CA102 at 2:9."""


def refused(name: str, why: str, settings: str | bytes, message: str, place: str = "1:1") -> Case:
    """Return the case of a configuration that is refused as a whole: nothing is audited by half a policy."""
    return Case(name, why, sound(), 2, [], [f"{FILE}:{place}: error: {message}"], files={FILE: settings})


SETTINGS = (
    refused("unknown-key-with-escape", "a key that clears the screen", '"k\\u001B[2J" = 1', "unknown key `k\\u{1b}[2J`"),
    refused("unknown-key-with-command", "a key that a runner takes for a command", '"x\\n::error::y" = 1', "unknown key `x ::error::y`"),
    refused("plugins", "a key that elsewhere names programs", 'plugins = ["evil"]', "unknown key `plugins`"),
    refused("key-twice", "the second would win", 'fail-on = "note"\nfail-on = "error"', "the key before this stands here for the second time", "2:18"),
    refused("latin-1", "an editor of the last century", "# Café".encode("latin-1"), "not UTF-8: the byte 0xE9", "1:6"),
    refused("nul", "C ends its strings here", 'fail-on = "no\0te"', "not TOML: illegal character '\\x00'", "1:14"),
    refused("digits", "more digits than `int` takes", f"minimum-origins = {'9' * 5000}", "nested too deep, or a number too long"),
    refused("no-number", "a number that is none", "minimum-origins = nan", "`minimum-origins` is `nan`, not a whole number from 1 up"),
    refused("true-for-one", "True is 1 to Python", "minimum-origins = true", "`minimum-origins` is `true`, not a whole number from 1 up"),
    refused("path-out", "any file of the machine would be read, and shown", 'paths = ["/etc"]', "`/etc` leads out of the directory of this file", "1:10"),
    refused("path-upwards", "the same by the directory above", 'paths = ["../../../../etc/passwd"]', "`../../../../etc/passwd` leads out of the directory of this file", "1:10"),
    refused("path-of-a-home", "a shell would make a home of it", 'paths = ["~"]', "no such file or directory: `~`", "1:10"),
    refused("path-with-nul", "C ends its strings here", 'paths = ["a\\u0000"]', "embedded null byte: `a\\u{0}`"),
    refused("path-endless", "a name that no file can have", f'paths = ["{"x" * 5000}"]', f"file name too long: `{'x' * 5000}`", "1:10"),
    refused("rule-of-nobody", "a pattern in place of a rule", 'ignore = ["*"]', "no rule is called `*`", "1:11"),
    refused("errors-made-notes", "the rules on the input are always errors", '[severity]\nCA001 = "note"', "CA001 (unreadable-file) is always an error", "2:1"),
    refused("cue-of-brackets", "a pattern that would be a regular expression elsewhere", '[cues]\nhedges = ["((((((("]',
            "`(((((((` is not written as a cue", "2:11"),
    refused("cue-that-multiplies", "choices whose number doubles with each letter", f'[cues]\nhedges = ["{"(a|b)" * 40}"]',
            f"`{'(a|b)' * 40}` is not written as a cue", "2:11"),
    refused("cue-too-long", "a cue of a thousand letters", f'[cues]\nhedges = ["{"a" * 1000}"]', "a cue of 1000 characters", "2:11"),
    refused("cue-of-any-word", "every word of every text would hedge", '[cues]\nhedges = ["W"]', "`W` is not written as a cue", "2:11"),
)  # fmt: skip

PLACES = (
    Case("too-large", "a configuration of a megabyte", sound(), 2, [], [f"error: larger than 256 KiB: `{FILE}`"], files={FILE: "#" * MIB}),
    Case("sparse", "one of twenty gigabytes", sound(), 2, [], [f"error: larger than 256 KiB: `{FILE}`"], files={FILE: sparse(20 * 1024 * MIB)}),
    Case("pipe", "who opens it waits for ever", sound(), 2, [], [f"error: not a regular file: `{FILE}`"], files={FILE: os.mkfifo}),
    Case("pipe-as-project", "the same by another name", sound(), 2, [], ["error: not a regular file: `pyproject.toml`"], files={"pyproject.toml": os.mkfifo}),
    Case("directory", "a directory with its name", sound(), 2, [], [f"error: not a regular file: `{FILE}`"], files={FILE: lambda path: path.mkdir()}),
    Case("link-out", "a line of a secret would be shown as an error in it", sound(), 2, [], [f"error: `{FILE}` is a link that leads out of its directory"], files={FILE: link("/etc/passwd")}),
    Case("link-to-zeros", "a device that never ends", sound(), 2, [], [f"error: `{FILE}` is a link that leads out of its directory"], files={FILE: link("/dev/zero")}),
    Case("nesting", "brackets in brackets, until a parser that recurses gives up", sound(), 2, [], files={FILE: "paths = " + "[" * 100_000}),
    Case("endless-key", "a key of a hundred thousand parts: a parser takes time with their square", sound(), 2, [],
         [f"{FILE}:1:1: error: more than 1000 dots in a line"], files={FILE: ".".join("a" * 100_000) + " = 1"}),
    Case("lines-that-hold-a-key", "a wrong key whose name stands in thirty thousand lines before it", sound(), 2, [],
         [f"{FILE}:30003:1: error: unknown key `a`"], files={FILE: "paths = [\n" + '"a",\n' * 30_000 + "]\na = 1\n"}),
    Case("other-project", "a project file that is none of ours need not be sound", sound(), 0, [], files={"pyproject.toml": "[tool\n\x1b"}),
    Case("fifty-mistakes", "a thousand mistakes: fifty are told", sound(), 2, [],
         [f"{FILE}:{number + 1}:1: error: unknown key `k{number}`" for number in range(50)], files={FILE: "".join(f"k{number} = 1\n" for number in range(1000))}),
    Case("unreadable-is-not-ignored", "no choice of rules makes a broken file pass", BROKEN, 2, ["2:1 CA001 a value is missing before the end of the line"],
         files={FILE: 'ignore = ["CA0", "CA001", "unreadable-file"]\nselect = ["CA5"]\nfail-on = "error"\n'}),
    Case("flag-with-escape", "what the house says of a tag is printed with every claim", sound(more="tags: [x]"), 0, ["6:12 CA407 `plan`: \\u{1b}]0;pwned\\u{7}"],
         files={FILE: '[[flagged-tags]]\ntag = "x"\nmessage = "\\u001B]0;pwned\\u0007"\n'}),
    Case("optional-words", "a cue of forty words of which each may be missing: 2^40 spellings", sound(text="a " * 5000 + "."), 0, [],
         files={FILE: f'[cues]\nhedges = ["b {"(a)? " * 39}"]\n'}),
)  # fmt: skip


def entry(**values: object) -> str:
    """Return a baseline of one finding."""
    finding = {"fingerprint": "0" * 16, "code": "CA102", "severity": "warning", **values}
    return json.dumps({"version": 1, "findings": [finding]})


def no_baseline(name: str, why: str, content: str | bytes, problem: str, place: str | None = None) -> Case:
    """Return the case of a file that is no baseline: then nothing is known, and nothing passes."""
    said = f"b.json:{place}: error: this" if place else "error: `b.json`"
    return Case(
        name,
        why,
        SINGLE,
        2,
        [],
        [f"{said} cannot be read as a baseline: {problem}"],
        command=f"{CHECK} --baseline b.json",
        files={"b.json": content},
    )


BASELINES = (
    no_baseline("nothing", "an empty file is no baseline", "", "not JSON: expecting value", "1:1"),
    no_baseline("cut", "a file that was half written", '{"version": 1, "findings": [', "not JSON: expecting value", "1:29"),
    no_baseline("nesting", "brackets in brackets", "[" * 100_000, "nested too deeply"),
    no_baseline("nesting-of-objects", "the same in an object", '{"a":' * 100_000, "nested too deeply"),
    no_baseline("no-number", "JSON has no NaN", '{"version": NaN}', "NaN is no value of JSON"),
    no_baseline("second-key", "the last of two equal keys would win", '{"version": 2, "version": 1, "findings": []}', "the key `version` is there twice"),
    no_baseline("second-key-with-escape", "a key that clears the screen", '{"\\u001b[2J": 1, "\\u001b[2J": 1}', "the key `\\u{1b}[2J` is there twice"),
    no_baseline("true-for-one", "True is 1 to Python", '{"version": true, "findings": []}', "its `version` is not 1, the one that is known"),
    no_baseline("digits", "a number of thousands of digits", f'{{"version": {"1" * 5000}}}', "its `version` is not 1, the one that is known"),
    no_baseline("list", "a list where an object stands", "[]", "it has no `version`"),
    no_baseline("no-findings", "everything and nothing is known", '{"version": 1}', "its `findings` are no list"),
    no_baseline("number-for-text", "a fingerprint that is a number", '{"version": 1, "findings": [{"fingerprint": 1, "code": "CA102", "severity": "warning"}]}', "finding 1 has no `fingerprint`"),
    no_baseline("severity-of-nobody", "a severity that no finding can exceed", entry(severity="none"), "the `severity` of finding 1 is none of error, warning, note"),
    no_baseline("latin-1", "an editor of the last century", b'{"\xe9', "not UTF-8: the byte 0xE9", "1:3"),
    no_baseline("pickle", "a file that runs a program where it is loaded", b"\x80\x04.", "not UTF-8: the byte 0x80"),
    Case("too-large", "a baseline of twenty gigabytes", SINGLE, 2, [], ["error: `b.json` cannot be read as a baseline: larger than 64 MiB"],
         command=f"{CHECK} --baseline b.json", files={"b.json": sparse(20 * 1024 * MIB)}),
    Case("pipe", "who opens it waits for ever", SINGLE, 2, [], ["error: `b.json` cannot be read as a baseline: not a regular file"],
         command=f"{CHECK} --baseline b.json", files={"b.json": os.mkfifo}),
    Case("not-there", "a baseline that somebody deleted", SINGLE, 2, [], ["error: `b.json` cannot be read as a baseline: no such file or directory"],
         command=f"{CHECK} --baseline b.json"),
    Case("unknown-entry", "names in a baseline are printed when they are gone", SINGLE, 0, ["2:9 CA102"],
         ["1 entry of the baseline no longer occurs (CA102 `\\u{1b}[2J ::error::x`): `--write-baseline b.json` takes it out, and takes in what is new"],
         command=f"{CHECK} --baseline b.json", files={"b.json": entry(claim="\x1b[2J\n::error::x")}),
    Case("half-a-character", "a text that no UTF-8 can write", SINGLE, 0, ["2:9 CA102"],
         ["1 entry of the baseline no longer occurs (CA102 `\\u{d800}`): `--write-baseline b.json` takes it out, and takes in what is new"],
         command=f"{CHECK} --baseline b.json", files={"b.json": entry(claim="\ud800")}),
)  # fmt: skip


def commented(comment: str) -> str:
    """Return a dossier with one warning, and a comment where its claim starts, on line 2."""
    return SINGLE.replace("  - id: plan", f"  - id: plan # {comment}")


# The comment starts in column 14.
NO_WAIVERS = tuple(
    Case(f"comment-{name}", why, commented(comment), 2, [f"2:{column} CA002 `plan`: {message}", "2:9 CA102"])
    for name, why, comment, column, message in (
        ("no-reason", "nobody says why", "claimaudit: ignore[CA102]", 14, "the waiver gives no reason"),
        ("no-rule", "nobody says what", "claimaudit: ignore[] r", 34, "the waiver names no rule"),
        ("open", "brackets that are not closed", "claimaudit: ignore[CA102 r", 34, "the brackets of the waiver are not closed"),
        ("many", "seventy rules in one breath", f"claimaudit: ignore[{', '.join(f'CA{number:03}' for number in range(70))}] r", 34, "the waiver names more than 64 rules"),
        ("word-of-nobody", "a word that other tools know", "claimaudit: disable", 28, "`disable` is nothing that a comment can ask for"),
        ("word-with-override", "a word that reads the other way round", "claimaudit: ignore\u202e[CA102] r", 14, "the comment waives nothing as it is written"),
    )
)  # fmt: skip

# The rule stands in column 35.
IDLE_WAIVERS = tuple(
    Case(f"waiver-{name}", why, commented(f"claimaudit: ignore[{rule}] r"), 0, ["2:9 CA102", f"2:35 CA901 `plan`: {message}"])
    for name, why, rule, message in (
        ("of-every-rule", "a pattern for all rules", "*", "no rule is called `*`"),
        ("of-nobody", "a rule with an escape sequence of the web in its name", "%1b[2J", "no rule is called `%1b[2J`"),
        ("of-the-input", "the rules on the input cannot be waived", "CA001", "CA001 cannot be waived"),
        ("of-waivers", "a waiver of the finding that it waives nothing", "CA901", "silences nothing: CA901 (unused-waiver) finds nothing here"),
    )
)  # fmt: skip


@every(SETTINGS)
def test_settings(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(PLACES)
def test_files_of_settings(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(BASELINES)
def test_baselines(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(NO_WAIVERS)
def test_comments_that_waive_nothing(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(IDLE_WAIVERS)
def test_waivers_of_nothing(case: Case, attacker: Attacker) -> None:
    attacker.play(case)
