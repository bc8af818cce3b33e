"""Encodings: bytes that are no UTF-8, and characters that nobody sees or that one reader takes for a line break."""

import gzip
import pickle

from tests.hostile.attacking import Attacker, Case, every
from tests.hostile.dossiers import listed, sound

UTF_8 = "CA001 not UTF-8: the byte 0x{:02X}"
UNSEEN = "CA001 the invisible character U+{:04X} is not read"
ESCAPE = "CA001 a `\\` in double quotes that no escape follows"
LIST = "list claims"


def _bytes(raw: bytes) -> bytes:
    """Return a dossier whose claim has a text that no editor shows, from 3:11 on."""
    return sound(text="<>").encode().replace(b"<>", raw)


BYTES = (
    Case("latin-1", "an editor of the last century", sound(text="Café").encode("latin-1"), 2, ["3:14 " + UTF_8.format(0xE9)]),
    Case("windows-1252", "quotation marks of Windows", sound(text="“Plan”").encode("cp1252"), 2, ["3:11 " + UTF_8.format(0x93)]),
    Case("shift-jis", "an editor in Japan", sound(text="計画").encode("shift-jis"), 2, ["3:11 " + UTF_8.format(0x8C)]),
    Case("utf-16", "Windows says Unicode and means this", sound().encode("utf-16"), 2, ["1:1 CA001 UTF-16, not UTF-8"]),
    Case("utf-16-be", "the other order of bytes", b"\xfe\xff" + sound().encode("utf-16-be"), 2, ["1:1 CA001 UTF-16, not UTF-8"]),
    Case("utf-16-without-mark", "the same, and nothing says so", sound().encode("utf-16-le"), 2, ["1:2 " + UNSEEN.format(0)]),
    Case("utf-32", "its mark begins as that of UTF-16", sound().encode("utf-32"), 2, ["1:1 CA001 UTF-16, not UTF-8"]),
    Case("utf-32-be", "its mark begins with zeros", b"\0\0\xfe\xff" + sound().encode("utf-32-be"), 2, ["1:3 " + UTF_8.format(0xFE)]),
    Case("overlong", "a slash in two bytes slips past filters", _bytes(b"a\xc0\xafb"), 2, ["3:12 " + UTF_8.format(0xC0)]),
    Case("surrogates-in-utf-8", "halves of a character, each in UTF-8", _bytes(b"a\xed\xa0\xbd\xed\xb8\x80"), 2, ["3:12 " + UTF_8.format(0xED)]),
    Case("beyond-unicode", "U+110000 does not exist", _bytes(b"a\xf4\x90\x80\x80"), 2, ["3:12 " + UTF_8.format(0xF4)]),
    Case("cut-character", "the file ends inside of a character", sound().encode() + b"# \xe2\x82", 2, ["9:3 " + UTF_8.format(0xE2)]),
    Case("lone-continuation", "the middle of a character alone", _bytes(b"\x80"), 2, ["3:11 " + UTF_8.format(0x80)]),
    Case("error-behind-wide-letters", "columns count characters, not bytes", _bytes("日本語😀".encode() + b"\xff"), 2, ["3:15 " + UTF_8.format(0xFF)]),
    Case("gzip", "a compressed file", gzip.compress(sound().encode(), mtime=0), 2, ["1:2 " + UTF_8.format(0x8B)]),
    Case("pickle", "a file that runs a program where it is loaded", pickle.dumps(print), 2, ["1:1 " + UTF_8.format(0x80)]),
    Case("png", "a picture", b"\x89PNG\r\n\x1a\n", 2, ["1:1 " + UTF_8.format(0x89)]),
    Case("zip", "an archive", b"PK\x03\x04", 2, ["1:3 " + UNSEEN.format(3)]),
    Case("program", "a program", b"\x7fELF\x02\x01\x01", 2, ["1:1 " + UNSEEN.format(0x7F)]),
    Case("mark", "the mark of Windows editors is no part of the text", b"\xef\xbb\xbf" + sound().encode(), 0, []),
    Case("two-marks", "two files that were joined", b"\xef\xbb\xbf" * 2 + sound().encode(), 2, ["1:1 " + UNSEEN.format(0xFEFF)]),
    Case("mark-alone", "a mark and nothing else", b"\xef\xbb\xbf", 2, ["1:1 CA001 nothing stands in it"]),
    Case("windows-lines", "line ends of Windows", sound().replace("\n", "\r\n"), 0, []),
    Case("mixed-lines", "line ends of two systems", sound().replace("\n", "\r\n", 3), 0, []),
    Case("classic-mac-lines", "to one reader one line, to another eight", sound().replace("\n", "\r"), 2, ["1:8 " + UNSEEN.format(0xD)]),
)  # fmt: skip

RAW = tuple(
    Case(f"raw-{name}", why, sound(text=f"a{character}b"), 2, ["3:12 " + UNSEEN.format(ord(character))])
    for name, why, character in (
        ("nul", "C ends its strings here", "\0"),
        ("bell", "it ends an escape sequence", "\a"),
        ("backspace", "it takes back what stands before it", "\b"),
        ("vertical-tab", "a line break to Python, none to YAML", "\v"),
        ("form-feed", "it clears some terminals", "\f"),
        ("carriage-return", "it overwrites the line", "\r"),
        ("file-separator", "a line break to Python alone", "\x1c"),
        ("escape", "it begins a command to the terminal", "\x1b"),
        ("delete", "it takes back what stands before it", "\x7f"),
        ("next-line", "a line break in YAML 1.1", "\x85"),
        ("csi", "an escape sequence begins in one character", "\x9b"),
        ("line-separator", "a line break in YAML 1.1 and to Python", "\u2028"),
        ("paragraph-separator", "the same", "\u2029"),
        ("mark-inside", "a mark that begins no file", "\ufeff"),
        ("no-character", "no character at all", "\uffff"),
        ("mark-turned-round", "a mark read the wrong way round", "\ufffe"),
    )
)  # fmt: skip

HIDDEN = (
    Case("escape-in-a-comment", "a comment is shown beside an error, too", sound() + "# \x1b[2J\n", 2, ["9:3 " + UNSEEN.format(0x1B)]),
    Case("separator-in-a-comment", "YAML 1.1 would read the rest of the comment as a key", sound() + "# x\u2028outlets: []\n", 2, ["9:4 " + UNSEEN.format(0x2028)]),
    Case("next-line-in-quotes", "YAML 1.1 would fold it into a space", sound(text='"a\x85b"'), 2, ["3:13 " + UNSEEN.format(0x85)]),
    Case("nul-behind-all", "zeros at the end, as a disk that lost its power writes them", sound() + "\0" * 512, 2, ["9:1 " + UNSEEN.format(0)]),
)  # fmt: skip

# What YAML reads is in the text; what a person sees is its number.
SHOWN = tuple(
    Case(f"shown-{name}", why, sound(text=written), 0, command=LIST, shown=[listed(seen)])
    for name, why, written, seen in (
        ("override", "it turns the line round: what is read is not what stands there", "a\u202eb", "a\\u{202e}b"),
        ("isolate", "the same, in its newer form", "a\u2066b\u2069", "a\\u{2066}b\\u{2069}"),
        ("arabic-mark", "a mark of direction", "a\u061cb", "a\\u{61c}b"),
        ("zero-width-space", "two words that look like one", "a\u200bb", "a\\u{200b}b"),
        ("joiner", "letters that nobody sees", "a\u200db", "a\\u{200d}b"),
        ("soft-hyphen", "a hyphen that is only there at the end of a line", "a\u00adb", "a\\u{ad}b"),
        ("tags", "a message in letters of tags", "a\U000e0061\U000e007fb", "a\\u{e0061}\\u{e007f}b"),
        ("quoted-nul", "an escape of YAML is a character like any other", '"a\\0b"', "a\\u{0}b"),
        ("quoted-bell", "it ends an escape sequence", '"a\\ab"', "a\\u{7}b"),
        ("quoted-backspace", "it takes back what stands before it", '"a\\bb"', "a\\u{8}b"),
        ("quoted-tab", "it moves the cursor", '"a\\tb"', "a\\u{9}b"),
        ("quoted-line-feed", "it ends the line", '"a\\nb"', "a b"),
        ("quoted-carriage-return", "it overwrites the line", '"a\\rb"', "a b"),
        ("quoted-form-feed", "it clears some terminals", '"a\\fb"', "a\\u{c}b"),
        ("quoted-escape", "it clears the screen", '"\\e[2Ja"', "\\u{1b}[2Ja"),
        ("quoted-title", "it sets the title of the window", '"\\e]0;root#\\a"', "\\u{1b}]0;root#\\u{7}"),
        ("quoted-link", "a link that shows another address", '"\\e]8;;https://x.example\\e\\\\y\\e]8;;\\e\\\\"',
         "\\u{1b}]8;;https://x.example\\u{1b}\\y\\u{1b}]8;;\\u{1b}\\"),
        ("quoted-clipboard", "it writes into the clipboard", '"\\e]52;c;cm0gLXJm\\a"', "\\u{1b}]52;c;cm0gLXJm\\u{7}"),
        ("quoted-device-control", "it asks the terminal to answer into the shell", '"\\eP$q\\e\\\\"', "\\u{1b}P$q\\u{1b}\\"),
        ("quoted-csi", "an escape sequence begins in one character", '"\\x9b31ma"', "\\u{9b}31ma"),
        ("quoted-next-line", "a line break of C1", '"a\\Nb"', "a\\u{85}b"),
        ("quoted-separators", "line breaks to Python", '"a\\Lb\\Pc"', "a\\u{2028}b\\u{2029}c"),
        ("quoted-override", "it turns the line round", '"a\\u202eb"', "a\\u{202e}b"),
        ("quoted-mark", "a mark that begins no file", '"a\\ufeffb"', "a\\u{feff}b"),
        ("quoted-delete", "it takes back what stands before it", '"a\\x7fb"', "a\\u{7f}b"),
    )
)  # fmt: skip

# Python has strings that no UTF-8 can write: none may come out of a file.
ESCAPES = tuple(
    Case(f"escape-{name}", why, sound(text=written), 2, ["3:11 " + ESCAPE])
    for name, why, written in (
        ("half-a-character", "a surrogate breaks whoever writes it", '"\\ud800"'),
        ("pair-of-halves", "JSON writes an emoji so, YAML does not", '"\\ud83d\\ude00"'),
        ("beyond-unicode", "U+110000 does not exist", '"\\U00110000"'),
        ("unknown", "no escape of YAML", '"\\q"'),
        ("cut", "an escape of two digits that has one", '"\\x4"'),
        ("windows-path", "a path in double quotes", '"C:\\path\\file"'),
    )
)  # fmt: skip


@every(BYTES)
def test_bytes(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(RAW)
def test_raw_characters_are_refused(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(HIDDEN)
def test_hidden_characters_are_refused(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(SHOWN)
def test_what_nobody_sees_is_shown(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(ESCAPES)
def test_escapes_of_no_character_are_refused(case: Case, attacker: Attacker) -> None:
    attacker.play(case)
