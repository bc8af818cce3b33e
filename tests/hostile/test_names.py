"""Names: spellings of one outlet that would count as two origins, and outlets that only look like another."""

from tests.hostile.attacking import Attacker, Case, every
from tests.hostile.dossiers import quoted

_SOURCE, _OUTLET = "  - {id: ", ", reference: p, published: 2025, basis: original, outlet: "
OUTLET = len(f"{_SOURCE}one{_OUTLET}") + 1
"""The column in which the outlet of a source stands."""


def two_outlets(first: str, second: str) -> str:
    """Return a claim that two original sources support, each of an outlet with that name."""
    return (
        "claims:\n  - {id: plan, text: t, status: reported, evidence: [one, two]}\nsources:\n"
        f"{_SOURCE}one{_OUTLET}{quoted(first)}}}\n{_SOURCE}two{_OUTLET}{quoted(second)}}}\n"
    )


# CA102: all support is of one outlet.
SAME = tuple(
    Case(f"same-{name}", why, two_outlets(first, second), 0, ["2:10 CA102"])
    for name, why, first, second in (
        ("case", "capitals make no second outlet", "Axios", "AXIOS"),
        ("spaces", "spaces make no second outlet", "Live Mint", "LiveMint"),
        ("punctuation", "signs make no second outlet", "Axios", "Axios!"),
        ("wide-letters", "full-width letters", "Axios", "\uff21\uff58\uff49\uff4f\uff53"),
        ("composed", "one letter, and the same as two characters", "Le Caf\u00e9", "Le Cafe\u0301"),
        ("ligature", "two letters in one", "First Post", "\ufb01rst Post"),
        ("roman-numeral", "a numeral that is made of a letter", "First Post", "F\u2170rst Post"),
        ("mathematical", "letters of formulas", "Axios", "\U0001d400xios"),
        ("in-circles", "letters in circles", "Axios", "\u24b6xios"),
        ("zero-width-space", "a character that nobody sees", "Axios", "Axi\u200bos"),
        ("joiner", "another", "Axios", "Axi\u200dos"),
        ("soft-hyphen", "another", "Axios", "Axi\u00ados"),
        ("combining-joiner", "another", "Axios", "Axi\u034fos"),
        ("variation-selector", "another", "Axios", "Axios\ufe0f"),
        ("tag-character", "another", "Axios", "Axios\U000e0061"),
        ("blank-letter", "a letter of Korean that is blank", "Axios", "Axios\u3164"),
        ("braille-blank", "a sign of Braille without a dot", "Axios", "Axios\u2800"),
        ("override", "a character that turns the line round", "Axios", "\u202eAxios\u202c"),
        ("sharp-s", "a letter that capitals write as two", "Die Stra\u00dfe", "DIE STRASSE"),
        ("escape", "an escape sequence around the name", "Axios", "\x1b[\x07Axios"),
    )
)  # fmt: skip

ALIKE = tuple(
    Case(f"alike-{name}", why, two_outlets("Axios", written), 0,
         [f"5:{OUTLET} CA506 `two`: outlet `{written}` {how} `Axios`: one outlet or two?"])
    for name, why, written, how in (
        ("cyrillic", "letters of another script", "\u0410xi\u043es", "looks like"),
        ("cyrillic-small", "the same in small letters", "\u0430\u0445\u0456\u043e\u0455", "looks like"),
        ("greek", "letters of a third script", "\u0391xi\u03bfs", "looks like"),
        ("digit", "a digit that looks like a letter", "Axi0s", "looks like"),
        ("swapped", "two letters swapped", "Axois", "is spelled almost like"),
        ("one-letter", "a letter more", "Axioss", "is spelled almost like"),
    )
)  # fmt: skip

IDS = (
    Case("id-twice", "one id for two claims", "claims:\n  - {id: a, text: t, status: retracted}\n  - {id: a, text: u, status: retracted}\n", 2,
         ["3:10 CA003 the claim `a` is here for the second time"]),
    Case("id-in-another-case", "two files on one system, one on another", "claims:\n  - {id: Plan, text: t, status: retracted}\n  - {id: plan, text: u, status: retracted}\n", 2,
         ["3:10 CA003 only case tells the claim `plan` from `Plan`"]),
    Case("id-of-two-outlets", "an alias that is another's name", "outlets:\n  - {id: axios}\n  - {id: other, aliases: [AXIOS]}\n", 2,
         ["3:27 CA003 `AXIOS` names the outlet `axios` already"]),
    Case("id-of-two-outlets-unseen", "the same behind a character that nobody sees", 'outlets:\n  - {id: axios}\n  - {id: other, name: "Ax\\u200bios"}\n', 2,
         ["3:23 CA003 `Ax\\u{200b}ios` names the outlet `axios` already"]),
    Case("name-of-nobody", "a name of characters that nobody sees", 'outlets:\n  - {id: a, name: "\\u200b\\u3164"}\n', 2,
         ["2:19 CA002 `\\u{200b}\\u{3164}` names nobody: it has no letter or digit"]),
    Case("name-of-signs", "a name without a letter", two_outlets("***", "Axios"), 2, [f"4:{OUTLET} CA002 `one`: `***` names nobody: it has no letter or digit"]),
    Case("word-in-two-kinds", "one word for a claim and a source", "claims:\n  - {id: a, text: t, status: retracted, evidence: [a]}\nsources:\n  - {id: a, reference: p, published: 2025}\n", 2,
         [], ["error: `a` names 2 things"], command="show a"),
    Case("unknown-id", "an id that is none, with an escape in it", "claims:\n  - {id: a, text: t, status: retracted}\n", 2, [],
         ["error: nothing has the id `\\u{1b}[2J`"], command=["show", "\x1b[2J"]),
    Case("case-in-evidence", "an id in another case leads nowhere: nobody guesses", "claims:\n  - {id: a, text: t, evidence: [ONE]}\nsources:\n  - {id: one, reference: p, published: 2025}\n", 2,
         ["2:33 CA004 `a`: no source has the id `ONE`"]),
)  # fmt: skip


@every(SAME)
def test_spellings_of_one_outlet(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(ALIKE)
def test_outlets_that_look_alike(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(IDS)
def test_ids(case: Case, attacker: Attacker) -> None:
    attacker.play(case)
