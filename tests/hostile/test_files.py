"""Files: what is no file, what leads elsewhere, what is too large, and names that say something by themselves."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.attacking import CHECK, Attacker, Case, every, findings_in, put
from tests.hostile.dossiers import SOURCES, sound

MIB = 1024 * 1024
NO_FILE = "CA001 not a regular file"
OUT = "CA001 a link that leads out of the project"
LOOP = "CA001"
"""What is said of it depends on the version of Python."""
SPECULATIVE = "claims:\n  - {id: other, text: Another., status: speculative}\n"
OTHER = ("2:10 CA101", "2:41 CA401")
"""All that is found in `SPECULATIVE`."""


def link(target: str) -> Callable[[Path], None]:
    """Return what makes a link."""
    return lambda path: path.symlink_to(target)


def sparse(size: int, start: bytes = b"") -> Callable[[Path], None]:
    """Return what makes a file of zeros that takes no room on the disk."""

    def make(path: Path) -> None:
        path.write_bytes(start)
        os.truncate(path, size)

    return make


def listening(path: Path) -> None:
    """Make a socket; its path is relative, for an absolute one may be too long."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(here)


KINDS = (
    Case("pipe", "who opens it waits for a writer for ever", os.mkfifo, 2, ["1:1 " + NO_FILE]),
    Case("pipe-beside", "one more file in the directory is enough", sound(), 2, ["data/z.yaml:1:1 " + NO_FILE],
         files={"data/z.yaml": os.mkfifo}),
    Case("pipe-named", "the same, named on the command line", sound(), 2, ["p:1:1 " + NO_FILE], command=f"{CHECK} p", files={"p": os.mkfifo}),
    Case("directory", "a directory with the name of a file", lambda path: path.mkdir(), 2, ["1:1 " + NO_FILE]),
    Case("socket", "nothing can be read from its name", listening, 2, ["1:1 CA001 no such device or address"]),
    Case("zeros-without-end", "a device, by a link", link("/dev/zero"), 2, ["1:1 " + OUT]),
    Case("zeros-named", "the same, named on the command line", sound(), 2, ["/dev/zero:1:1 " + NO_FILE], command=f"{CHECK} /dev/zero"),
    Case("terminal-named", "who opens it may wait for somebody to type", sound(), 2, ["/dev/null:1:1 " + NO_FILE], command=f"{CHECK} /dev/null"),
)  # fmt: skip

LINKS = (
    Case("link-to-a-secret", "a file of the machine would be shown as the line of an error", link("/etc/passwd"), 2, ["1:1 " + OUT]),
    Case("link-beside", "the same in a second file", sound(), 2, ["data/z.yaml:1:1 " + OUT], files={"data/z.yaml": link("/etc/passwd")}),
    Case("link-to-the-environment", "the environment holds the tokens of the runner", link("/proc/self/environ"), 2, ["1:1 " + OUT]),
    Case("link-to-memory", "the memory of the process itself", link("/proc/self/mem"), 2, ["1:1 " + OUT]),
    Case("link-to-itself", "a circle of one", link("claims.yaml"), 2, ["1:1 " + LOOP], command=f"{CHECK} data"),
    Case("links-in-a-circle", "a circle of two", link("b.yaml"), 2, ["data/b.yaml:1:1 " + LOOP, "1:1 " + LOOP], files={"data/b.yaml": link("claims.yaml")}, command=f"{CHECK} data"),
    Case("link-to-nothing", "a link whose end was deleted", link("gone.yaml"), 2, ["1:1 CA001 no such file or directory"], command=f"{CHECK} data"),
    Case("link-upwards", "out by the directory above", link("../../../../../../../etc/passwd"), 2, ["1:1 " + OUT]),
    Case("link-inside", "a link to a file of the same project is none of this", link("../claims.txt"), 0, [], files={"claims.txt": sound()}),
    Case("file-twice", "two names of one file are one file, not duplicates", sound(), 0, [], files={"data/z.yaml": link("claims.yaml")}),
)  # fmt: skip

NAMES = tuple(
    Case(f"name-{name}", why, sound(), 0, [f"{shown}:{found}" for found in OTHER], files={f"data/{written}.yaml": SPECULATIVE})
    for name, why, written, shown in (
        ("line-feed", "what follows the line end looks like a line of its own", "a\nb", "data/a b.yaml"),
        ("command", "a command to a runner, in the path of a finding", "a\n::error::x", "data/a ::error::x.yaml"),
        ("old-command", "a command in the older form, which may stand anywhere", "##[error]x", "data/#\\u{23}[error]x.yaml"),
        ("escape", "it clears the screen", "\x1b[2J", "data/\\u{1b}[2J.yaml"),
        ("override", "`txt.lmay` looks like `yaml.txt`", "a\u202etxt", "data/a\\u{202e}txt.yaml"),
        ("no-utf-8", "a name is bytes, and these are no text", "a\udcff", "data/a\\u{dcff}.yaml"),
        ("option", "a word that a command takes for an option", "-rf", "data/-rf.yaml"),
        ("two-hyphens", "the end of options", "--", "data/--.yaml"),
        ("shell", "a shell would run it", "$(id);`id`", "data/$(id);`id`.yaml"),
        ("markup", "markup of the library that lays out tables", "[bold]x[] :smile:", "data/[bold]x[] :smile:.yaml"),
        ("quotes", "quotes of two kinds", "a'b\"c", "data/a'b\"c.yaml"),
        ("backslash", "a separator elsewhere", "x\\..\\y", "data/x\\..\\y.yaml"),
        ("url", "an address", "https:x", "data/https:x.yaml"),
        ("percent", "an escape in a command to a runner", "%0A::error::x", "data/%0A::error::x.yaml"),
        ("long", "as long as a name can be", "x" * 250, f"data/{'x' * 250}.yaml"),
        ("blank", "a name that nobody sees", " ", "data/ .yaml"),
        ("capitals", "files of another case are files", "OTHER", "data/OTHER.yaml"),
    )
)  # fmt: skip

NAMED = (
    Case("argument-not-there", "a typo must not be a check of nothing", sound(), 2, ["claims.yml:1:1 CA001 no such file or directory"], command=f"{CHECK} claims.yml"),
    Case("argument-endless", "a name that no file can have", sound(), 2, [f"{'x' * 5000}:1:1 CA001 file name too long"], command=f"{CHECK} {'x' * 5000}"),
    Case("argument-with-command", "the word itself is printed", sound(), 2, ["x ::error::y:1:1 CA001 no such file or directory"], command=[*CHECK.split(), "x\n::error::y"]),
    Case("argument-with-escape", "the same for an escape sequence", sound(), 2, ["\\u{1b}[2J:1:1 CA001 no such file or directory"], command=[*CHECK.split(), "\x1b[2J"]),
    Case("argument-is-an-option", "a file named like an option, behind the end of options", SPECULATIVE, 0, [f"-rf:{found}" for found in OTHER], command=f"{CHECK} -- -rf", files={"-rf": SPECULATIVE}),
    Case("option-unknown", "a word with an escape where an option stands", sound(), 2, [], ["error: no such option: `--\\x1b[2J`"], command=["check", "--\x1b[2J"]),
    Case("command-unknown", "a word with a command where a command stands", sound(), 2, [], ["error: no such command: `x\\n::error::y`"], command=["x\n::error::y"]),
    Case("hidden", "a hidden file is none of the dossier", sound(), 0, [], files={"data/.hidden.yaml": "{"}),
    Case("other-ending", "nor is one with another ending", sound(), 0, [], files={"data/notes.txt": "{", "data/claims.yaml~": "{"}),
    Case("stranger", "a YAML file of something else must not pass unread", sound(), 2, ["data/z.yaml:1:1 CA001 no key at the top that is known; `services` is not"], files={"data/z.yaml": "services: {}\n"}),
)  # fmt: skip

SIZES = (
    Case("too-large", "one byte more than is read", sparse(256 * MIB + 1), 2, ["1:1 CA001 larger than 256 MiB"]),
    Case("twenty-gigabytes", "a file that takes no room on the disk and all of the memory", sparse(20 * 1024 * MIB), 2, ["1:1 CA001 larger than 256 MiB"]),
    Case("a-hundred-megabytes-of-zeros", "a file within the limit, and nothing in it", sparse(100 * MIB), 2, ["1:1 CA001 the invisible character U+0000 is not read"]),
    Case("zeros-behind-a-dossier", "the same behind a sound beginning", sparse(50 * MIB, sound().encode()), 2, ["9:1 CA001 the invisible character U+0000 is not read"]),
    Case("no-end-of-line", "a word of five megabytes", "claims: " + "x" * (5 * MIB), 2, ["1:9 CA002 `claims` is text, not a list"]),
    Case("blank-lines", "a million lines with nothing in them", "\n" * 1_000_000 + sound(), 0, []),
    Case("comments", "a megabyte of hashes", "#" * MIB + "\n" + sound(), 0, []),
    Case("long-text", "a claim of 300 kB", sound(text="words " * 50_000), 0, []),
    Case("many-keys-of-ones-own", "twenty thousand keys that nobody reads", sound(more="\n".join(f"x-{number}: 1" for number in range(20_000))), 0, []),
    Case("many-unknown-keys", "twenty thousand that are errors: a thousand are listed", sound(more="\n".join(f"k{number}: 1" for number in range(20_000))), 2,
         [*(f"{6 + number}:5 CA002 `plan`: unknown key `k{number}`" for number in range(1000)),
          "1006:5 CA002 more than 1000 errors of this kind: this one and the others are not listed"]),
    Case("endless-id", "an id that every error would repeat", f"claims:\n- id: {'a' * 300_000}\n" + "".join(f"  k{number}: 1\n" for number in range(1001)), 2,
         ["2:3 CA002 `text` is missing", f"2:7 CA002 `{'a' * 130}…` is not an id",
          *(f"{3 + number}:3 CA002 unknown key `k{number}`" for number in range(998)),
          "1001:3 CA002 more than 1000 errors of this kind: this one and the others are not listed"]),
    Case("claims-in-one-line", "five thousand claims in one line, the last of them broken",
         "claims: [" + ",".join(f"{{id: c{number}, text: t, status: retracted}}" for number in range(5000)) + ",{id: z}]", 2,
         [f"1:{9 + sum(len(f',{{id: c{number}, text: t, status: retracted}}') for number in range(5000)) + 1} CA002 `z`: `text` is missing"]),
    Case("empty-claims", "fifty thousand claims with nothing in them", "claims:\n" + "-\n" * 50_000, 2,
         [*(f"{number + 2}:2 CA002 a claim is empty" for number in range(1000)),
          "1002:2 CA002 more than 1000 errors of this kind: this one and the others are not listed"]),
    Case("one-id-for-all", "five thousand claims with one id", "claims:\n" + "- {id: a, text: t, status: retracted}\n" * 5000, 2,
         [*(f"{number + 3}:8 CA003 the claim `a` is here for the second time" for number in range(1000)),
          "1003:8 CA003 more than 1000 errors of this kind: this one and the others are not listed"]),
    Case("names-that-lead-nowhere", "a name that five thousand places cite", f"claims:\n- id: a\n  text: t\n  evidence: [{', '.join(['nobody'] * 5000)}]\n{SOURCES}", 2,
         ["4:14 CA004 `a`: no source has the id `nobody`, named in 5000 places"]),
    Case("ids-that-lead-nowhere", "three thousand names that lead nowhere", f"claims:\n- id: a\n  text: t\n  evidence: [{', '.join(f'n{number:04}' for number in range(3000))}]\n{SOURCES}", 2,
         [*(f"4:{14 + 7 * number} CA004 `a`: no source has the id `n{number:04}`" for number in range(1000)),
          f"4:{14 + 7000} CA004 more than 1000 errors of this kind: this one and the others are not listed"]),
)  # fmt: skip


@every(KINDS)
def test_kinds_of_files(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(LINKS)
def test_links(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


def test_a_directory_that_leads_out_is_not_read(attacker: Attacker) -> None:
    secret = attacker.folder.parent / "secret"
    put(secret / "claims.yaml", "claims: [{id: password, txt: hunter2}]\n")
    (attacker.folder / "data").symlink_to(secret)
    for arguments in (CHECK.split(), ["check"], ["report"], ["check", "-f", "json"]):
        done = attacker.run(*arguments)
        assert done.returncode == 2
        assert "hunter2" not in done.stdout + done.stderr
    assert findings_in(attacker.run(*CHECK.split()).stdout) == ["1:1 " + OUT]


def test_nothing_of_what_a_link_leads_to_is_shown(attacker: Attacker) -> None:
    secret = attacker.folder.parent / "secret"
    put(secret, "hunter2: [")
    put(attacker.folder / "data" / "claims.yaml", link(str(secret)))
    for arguments in (["check"], ["check", "-f", "sarif"], ["report"], ["show", "hunter2"]):
        done = attacker.run(*arguments)
        assert done.returncode == 2
        assert "hunter2" not in (done.stdout + done.stderr).replace("id `hunter2`", "")


@every(NAMES)
def test_names_of_files(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(NAMED)
def test_names_on_the_command_line(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(SIZES)
def test_sizes(case: Case, attacker: Attacker) -> None:
    attacker.play(case)
