"""Texts on which a regular expression takes time with the square of their length, or worse, wherever one reads them."""

import pytest
from tests.hostile.attacking import Attacker, put
from tests.hostile.dossiers import quoted, sound

MARKED = "[[flagged-tags]]\ntag = 'x'\nmessage = 'm'\n[cues]\nhedges = ['(a)? (a)? (a)? (a)? (a)? b']\n"

FORMATS = ("full", "github", "gitlab", "json", "junit", "markdown", "sarif")

# All are read by the rules on wording, laid out for people, and written for programs, within ten seconds of processor.
TEXTS = {
    "blanks": ("blanks at which a line end is looked for", "a" + " " * 80_000 + "b"),
    "tabs": ("the same with tabs", "a" + "\t" * 50_000 + "b"),
    "line-ends": ("line ends and nothing else", "a" + "\n" * 50_000 + "b"),
    "blank-lines": ("blanks and line ends by turns", "a" + " \n" * 25_000 + "b"),
    "stops": ("sentences without a word", "a " + ". " * 25_000),
    "stops-together": ("one stop after the other", "a" + "." * 50_000 + "a"),
    "quotation-marks": ("marks behind which a sentence may end", "a." + "\")'" * 17_500 + "a"),
    "apostrophes": ("words of one letter, held together", "a" + "'a" * 25_000),
    "hyphens": ("a word of many words", "-".join(["may"] * 12_500)),
    "hedges": ("nothing but hedges", "may might could reportedly " * 2_000),
    "attributions": ("phrases that begin like a cue and do not end like one", "sources close to sources close to " * 1_500),
    "numbers": ("numbers before no noun", "two three 4 " * 3_750),
    "letters": ("a word of fifty thousand letters", "a" * 50_000),
    "optional-words": ("five words of which each may be missing, many times", "a " * 10_000),
    "at-signs": ("what Markdown makes mentions and links of", "@#!1://www.GH-" * 3_750),
    "backticks": ("fences of code, one longer than the other", "".join("`" * length + " " for length in range(600))),
    "asterisks": ("emphasis without an end", "*a_" * 8_000),
    "brackets": ("links without an end", "[" * 25_000 + "](" * 12_500),
    "colons": ("what may begin a command to a runner", ":" * 50_000),
    "command-lines": ("lines that are commands to a runner", "\n::error::x" * 3_750),
    "hashes": ("what may begin one of the older form", "##[" * 15_000),
    "escapes": ("sequences to the terminal", "\x1b[2J" * 12_500),
    "entities": ("what looks like an entity", "&#x3c;" * 7_500),
    "backslashes": ("what looks like an escape", "\\n\\" * 15_000),
    "combining": ("one letter with many accents", "e" + "\u0301" * 25_000),
    "expanding": ("a sign that normalising makes eighteen of", "\ufdfa" * 5_000),
    "wide": ("letters that take two columns", "\u8a08" * 15_000),
    "emoji": ("families of several signs", "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 3_750),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_makes_it_slow(name: str, attacker: Attacker) -> None:
    _, text = TEXTS[name]
    put(attacker.folder / "claimaudit.toml", MARKED)
    dossier = sound(quoted(text), more=f"section: {quoted(text)}").replace(
        "status: reported", "status: confirmed"
    )
    put(attacker.folder / "data" / "claims.yaml", dossier)
    every_format = [word for each in FORMATS for word in ("-f", f"{each}:{each}")]
    for arguments in (["check", "-q", "--show", "note", *every_format], ["report", "-q", "-o", "r"]):
        assert attacker.run(*arguments).returncode in {0, 1}


def test_long_lines_are_wrapped_in_no_time(attacker: Attacker) -> None:
    for text in ("words " * 20_000, "w" * 100_000, " " * 100_000 + "w"):
        put(attacker.folder / "data" / "claims.yaml", sound(quoted(text)))
        assert attacker.run("report", "--color", "always", "-o", "r").returncode == 0
