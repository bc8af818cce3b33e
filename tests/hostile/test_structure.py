"""Structure: what a parser dies of, explodes on, or takes for something else than what a reader sees."""

from tests.hostile.attacking import Attacker, Case, every
from tests.hostile.dossiers import SOURCES, sound

DEEP = "nested more than 32 deep"
SECOND = "the key `{}` is here for the second time"
ALIAS = "the alias `*{}` is not read"
ANCHOR = "the anchor `&{}` is not read"

# Each level would hold nine times the level before: 430 bytes that a loader makes 700 MiB of.
MERGE_BOMB = "a0: &a0 {k: v}\n" + "".join(
    f"a{level}: &a{level}\n  <<: [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 9)
)


def _merge_bomb_findings() -> list[str]:
    found = ["1:1 CA002 unknown key `a0`", f"1:5 CA002 {ANCHOR.format('a0')}"]
    for level in range(1, 9):
        line = 2 * level
        found += [
            f"{line}:1 CA002 unknown key `a{level}`",
            f"{line}:5 CA002 {ANCHOR.format(f'a{level}')}",
            f"{line + 1}:3 CA002 the merge key `<<` is not read",
        ]
        found += [f"{line + 1}:{8 + 5 * place} CA002 {ALIAS.format(f'a{level - 1}')}" for place in range(9)]
    return found


NESTING = (
    Case(
        "lists-in-lists",
        "libyaml's loader overflows the stack and the process dies of SIGSEGV",
        "claims:\n" + "- " * 25_000,
        2,
        [f"2:63 CA001 {DEEP}"],
    ),
    Case(
        "brackets-in-brackets",
        "a loader needs time that grows with the square of the depth",
        "claims: " + "[" * 100_000,
        2,
        [f"1:40 CA001 {DEEP}"],
    ),
    Case(
        "closed-brackets-in-brackets",
        "the same in a file that is sound YAML",
        "claims: " + "[" * 20_000 + "]" * 20_000,
        2,
        [f"1:40 CA001 {DEEP}"],
    ),
    Case(
        "braces-in-braces",
        "the same with mappings",
        "claims: " + "{a: " * 50_000,
        2,
        [f"1:133 CA001 {DEEP}"],
    ),
    Case(
        "keys-in-keys",
        "a key that is a mapping whose key is a mapping: another way down for a parser that recurses",
        "claims:\n  - " + "? " * 20_000,
        2,
        [f"2:65 CA001 {DEEP}"],
    ),
    Case(
        "indentation-without-end",
        "block mappings, one inside the other, each on a line of its own: 2 MB of blanks",
        "claims:\n" + "".join(f"{' ' * depth}k:\n" for depth in range(1, 2000)),
        2,
        [f"33:33 CA001 {DEEP}"],
    ),
    Case(
        "deep-in-a-key-of-ones-own",
        "`x-` keys are carried through: nothing may be carried that overflows later",
        sound(more="x-own: " + "[" * 31 + "]" * 31),
        2,
        [f"6:41 CA001 {DEEP}"],
    ),
)

ALIASES = (
    Case("merge-bomb", "430 bytes that cost a loader 33 s and 713 MiB", MERGE_BOMB + "claims: []\n", 2, _merge_bomb_findings()),
    Case(
        "billion-laughs",
        "every level names the one before nine times: 9^9 copies for whoever walks it",
        "x-0: &a0 [x]\n"
        + "".join(f"x-{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 10))
        + sound(),
        2,
        [
            f"1:6 CA002 {ANCHOR.format('a0')}",
            *(
                line
                for level in range(1, 10)
                for line in [
                    f"{level + 1}:6 CA002 {ANCHOR.format(f'a{level}')}",
                    *(f"{level + 1}:{11 + 5 * place} CA002 {ALIAS.format(f'a{level - 1}')}" for place in range(9)),
                ]
            ),
        ],
    ),
    Case("list-in-itself", "an alias inside of its own anchor: a walk without end", "claims: &a [*a]\n", 2,
         [f"1:9 CA002 {ANCHOR.format('a')}", f"1:13 CA002 {ALIAS.format('a')}"]),
    Case("mapping-in-itself", "the same as the key of a mapping", "claims:\n  - &a {id: b, text: c, *a : d}\n", 2,
         [f"2:5 CA002 `b`: {ANCHOR.format('a')}", f"2:25 CA002 `b`: {ALIAS.format('a')}"]),
    Case("alias-of-nothing", "an alias without an anchor must not be taken for text", sound(text="*nobody"), 2,
         [f"3:11 CA002 `plan`: {ALIAS.format('nobody')}"]),
    Case("alias-as-evidence", "an alias may hide which source is cited", sound(more="note: *n"), 2,
         [f"6:11 CA002 `plan`: {ALIAS.format('n')}"]),
    Case("anchor-with-control", "an anchor may have any name: what is said of it must not move a cursor",
         sound(text="&\u202eevil x"), 2, ["3:11 CA001 a value cannot start with `&`"]),
    Case("merge-of-nothing", "a merge key overrides in silence what stands beside it", sound(more="<<: {text: Another}"), 2,
         ["6:5 CA002 `plan`: the merge key `<<` is not read"]),
)  # fmt: skip

TAGS = tuple(
    Case(f"tag-{name}", why, sound(text=f"{written} x"), 2, [f"3:11 CA002 `plan`: the tag `{shown}` is not read"])
    for name, why, written, shown in (
        ("python-object", "a tag that makes some loaders run a program", "!!python/object/apply:os.system", "!!python/object/apply:os.system"),
        ("python-name", "the same for a name of a module", "!!python/name:os.system", "!!python/name:os.system"),
        ("bool", "`!!bool x` is a KeyError in a loader, which is no YAMLError", "!!bool", "!!bool"),
        ("timestamp", "`!!timestamp x` is an AttributeError", "!!timestamp", "!!timestamp"),
        ("binary", "bytes in place of text", "!!binary", "!!binary"),
        ("str", "even a harmless tag: nothing is typed by the file", "!!str", "!!str"),
        ("int", "a number by decree", "!!int", "!!int"),
        ("own", "a tag of nobody knows whom", "!mine", "!mine"),
        ("verbatim", "a tag spelled out", "!<tag:example.org,2000:x>", "tag:example.org,2000:x"),
        ("non-specific", "`!` alone says: text, whatever it looks like", "!", "!"),
        ("escaped-control", "a tag that decodes to an escape sequence", "!%1B%5B2J", "!\\u{1b}[2J"),
    )
)  # fmt: skip

KEYS = (
    Case("same-key", "the last of two equal keys wins in silence", sound(more="text: Another plan."), 2,
         [f"6:5 CA002 `plan`: {SECOND.format('text')}"]),
    Case("same-key-in-quotes", "quotes do not make another key", sound(more="'text': Another plan."), 2,
         [f"6:5 CA002 `plan`: {SECOND.format('text')}"]),
    Case("same-key-escaped", "keys are equal once they are decoded", sound(more='"\\x74ext": Another plan.'), 2,
         [f"6:5 CA002 `plan`: {SECOND.format('text')}"]),
    Case("same-key-as-block", "a key may be written behind a question mark, too", sound(more="? text\n: Another plan."), 2,
         [f"6:7 CA002 `plan`: {SECOND.format('text')}"]),
    Case("same-key-wide", "full-width letters make another key, which nobody knows", sound(more="\uff54\uff45\uff58\uff54: Another plan."), 2,
         ["6:5 CA002 `plan`: unknown key `\uff54\uff45\uff58\uff54`"]),
    Case("same-key-cyrillic", "a key that only looks like `text`", sound(more="te\u0445t: Another plan."), 2,
         ["6:5 CA002 `plan`: unknown key `te\u0445t`"]),
    Case("same-key-inside", "a second key inside of a piece of evidence", sound(more="x: 1\nx: 2"), 2,
         [f"7:5 CA002 `plan`: {SECOND.format('x')}"]),
    Case("same-section", "two lists of claims: neither may hide the other", sound() + "claims: []\n", 2,
         [f"9:1 CA002 {SECOND.format('claims')}"]),
    Case("key-that-is-a-list", "a key that cannot be compared", sound(more="? [a, b]\n: c"), 2,
         ["6:7 CA002 `plan`: a key that is a list or a mapping is not read"]),
    Case("key-with-a-command", "a key that a runner takes for a command when it is quoted", sound(more='"x\\n::error::pwned": 1'), 2,
         ["6:5 CA002 `plan`: unknown key `x ::error::pwned`"]),
    Case("key-with-an-escape", "a key that sets the title of the terminal", sound(more='"k\\e]0;pwned\\a": 1'), 2,
         ["6:5 CA002 `plan`: unknown key `k\\u{1b}]0;pwned\\u{7}`"]),
    Case("key-with-a-tag-character", "a key with letters that nobody sees", sound(more='"note\\U000e0041": 1'), 2,
         ["6:5 CA002 `plan`: unknown key `note\\u{e0041}`"]),
    Case("blank-key", "a key without a name", sound(more=": x"), 2, ["6:5 CA001 this does not fit the lines above"]),
)  # fmt: skip

DOCUMENTS = (
    Case("second-document", "what stands behind `---` would not be read", sound() + "---\nclaims: []\n", 2,
         ["9:1 CA001 a second document starts here"]),
    Case("end-of-document", "text behind `...` would not be read", sound() + "...\nclaims: []\n", 2,
         ["10:1 CA001 text after the end of the document"]),
    Case("many-documents", "a million documents of nothing", "---\n" * 250_000, 2, ["1:1 CA001 nothing stands in it"]),
    Case("tag-directive", "a long prefix that every short tag would be spelled out with",
         "%TAG !e! tag:" + "x" * 100_000 + "\n---\nclaims:\n" + "- !e!x {}\n" * 500, 2,
         [f"{line}:3 CA002 an anchor, alias, tag or second key is not read" for line in range(4, 504)]),
    Case("yaml-directive", "another version of YAML reads other words as values", "%YAML 3.0\n---\nclaims: []\n", 2,
         ["1:1 CA001 a version of YAML that is not read"]),
    Case("unknown-directive", "a directive that nobody knows is not obeyed", "%PWN yes\n---\n" + sound(), 2,
         ["1:1 CA001 a value cannot start with `%`"]),
    Case("scalar-at-the-top", "a file that is one word", "claims", 2, ["1:1 CA001 no key at the top"]),
    Case("list-at-the-top", "a file that is a list", "- id: a\n", 2, ["1:1 CA001 no key at the top"]),
    Case("tab", "a tab that looks like indentation", "claims:\n\t- id: a\n", 2, ["2:1 CA001 a tab in the indentation"]),
    Case("half-saved", "an editor died while it saved", sound()[:150], 2,
         ["7:5 CA001 this `{` is not closed, or a comma is missing in it"]),
    Case("nothing", "an empty file is no sign that all is well", "", 2, ["1:1 CA001 nothing stands in it"]),
    Case("only-a-comment", "nor is one with comments alone", "# claims: []\n", 2, ["1:1 CA001 nothing stands in it"]),
    Case("sources-alone-with-a-typo", "`claim:` for `claims:` must not pass as a dossier without claims", "claim:\n  - {id: a, text: b}\n" + SOURCES, 2,
         ["1:1 CA002 unknown key `claim`"]),
)  # fmt: skip


@every(NESTING)
def test_nesting(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(ALIASES)
def test_aliases(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(TAGS)
def test_tags(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(KEYS)
def test_keys(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(DOCUMENTS)
def test_documents(case: Case, attacker: Attacker) -> None:
    attacker.play(case)
