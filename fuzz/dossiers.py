"""`python -m fuzz.dossiers --runs 2000 --seed 1`: breaks whole dossiers, and runs the command on what is left.

Each run takes a dossier of the tests, breaks it as a hand that slips, an editor that dies or an enemy would, and gives
it to one of the commands. What has to hold is what `tests/hostile` asks after every attack, and that every place that
is named is one of the file. A run depends on the seed and its number alone. It needs no fuzzer.
"""

import argparse
import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random
from subprocess import CompletedProcess
from typing import NamedTuple

from tests.forking import Nursery
from tests.hostile.attacking import LIMITS, require_unbroken
from tests.repositories import Repo

from claimaudit.loading.entries import MODELS
from claimaudit.render.formats import FORMATS
from fuzz.seeds import ROOT

HOSTILE = (
    *("no", "010", "1:30", "2024-13-45", "=", "~", "null", "", "''", "[]", "{}", "[a, b]", "{a: b}", "&a x", "*a", "!!int 1"),
    *('"\\e[2J"', '"\\a"', '"\\r"', '"\\n::error::x"', '"##[error]x"', '"\\u202e"', '"\\U000e0041"', '"\\ud800"', '"\\0"'),
    *("'[bold]x[/]'", "'<script>'", "'=1+1'", "'](javascript:x)'", "'%0A::x::'", "../../etc/passwd", "http://[::1", "-rf", "--"),
    *("2025-11-18T08:00:00+99:99", "0001-01-01", "9999-12-31T23:59:59-12:00", "'a' 'b'", '"a', "|", ">-", "? a", "<<: b", "@", "`"),
    *("x" * 3000, "Ax\u200bios", "\u0410xios", "é" * 50, "# claimaudit: ignore[CA102] r", "# claimaudit: ignore[*", "\U0001f600"),
)  # fmt: skip
CHARACTERS = "\t\n\r\0 -?:,[]{}#&*!|>'\"%@`\\/~<=.0aZé\u0085\u00a0\u202e\u2028\ufeff\U0001f600\x1b\x7f"
KEYS = sorted({"x-own", "<<", *MODELS, *(key for model in MODELS.values() for key in model.model_fields)})


# --- ways to break a text ---------------------------------------------------------------------------------


def _characters(text: str, random: Random) -> str:
    for _ in range(random.randint(1, 6)):
        start = random.randint(0, len(text))
        text = text[:start] + random.choice(CHARACTERS) + text[start + random.choice([0, 0, 1, 4]) :]
    return text


def _lines(text: str, random: Random) -> str:
    """Leave out a line, write it twice, swap it with another, or join it to the next."""
    lines = text.splitlines(keepends=True) or [""]
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            del lines[one]
        case 1:
            lines.insert(other, lines[one])
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
        case _:
            lines[one] = lines[one].rstrip("\r\n")
    return "".join(lines)


def _indentation(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    first = random.randrange(len(lines))
    blanks = random.choice([" ", "  ", "    ", "\t", " " * 60])
    for number in range(first, min(len(lines), first + random.choice([1, 1, 3, 20]))):
        lines[number] = (
            lines[number].removeprefix(blanks) if random.random() < 0.5 else blanks + lines[number]
        )
    return "".join(lines)


def _in_place_of(text: str, pattern: str, words: Sequence[str], random: Random) -> str:
    """Put one of the words in place of something that matches, if there is any and there are words."""
    found = list(re.finditer(pattern, text, re.MULTILINE))
    if not found or not words:
        return text
    start, end = random.choice(found).span(1)
    return text[:start] + random.choice(words) + text[end:]


_VALUE = r"[\w-]+: +([^,}\n]+)"
_NAME = r"\bid: +([\w.:-]+)"


def _values(text: str, random: Random) -> str:
    return _in_place_of(text, _VALUE, (*HOSTILE, *re.findall(_VALUE, text)), random)


MEANINGS = (
    *("status: asserted", "status: confirmed", "status: inferred", "status: retracted", "status: speculative"),
    *("basis: original", "basis: unknown", "basis: derived", "basis: mixed", "stance: contradicts", "stance: mentions"),
    *("kind: document", "kind: statement", "kind: encyclopedia", "read: false", "interested: true", "hedged: true"),
    *("published: 0001", "published: 2025-11", "published: 9999-12-31T23:59:59Z", "confidence: high", "credibility: 1"),
    *("subject: another", "likelihood: likely", "tags: [secret annex]", "via: []", "note: ~"),
)  # fmt: skip
"""Keys and values that make sense, somewhere."""


def _meanings(text: str, random: Random) -> str:
    """Let an entry say something else, in a place where that makes sense."""
    chosen = random.choice(MEANINGS)
    return _in_place_of(text, rf"({chosen.partition(': ')[0]}: [\w-]+)", [chosen], random)


def _words(text: str, random: Random) -> str:
    """Let free text be hostile: all of it can be read."""
    letters = [
        chr(random.choice([27, 7, 13, 10, 0x202E, 0x2028, 0x9B, 0x1F600, 42, 58, 35, 91, 93]))
        for _ in range(9)
    ]
    hostile = "".join(f"\\U{ord(letter):08x}" for letter in letters)
    return _in_place_of(
        text, r"(?:text|note|title|outlet|name|section|descriptor): +([^,}\n]+)", [f'"a{hostile}"'], random
    )


_CITED = r"(?:\[|, |source: )([\w.:-]+)(?=[\],}])"


def _citations(text: str, random: Random) -> str:
    """Cite another entry in place of one: what was one origin is two, or a circle."""
    return _in_place_of(text, _CITED, re.findall(_CITED, text), random)


def _keys(text: str, random: Random) -> str:
    return _in_place_of(text, r"([\w-]+): ", KEYS, random)


def _names(text: str, random: Random) -> str:
    """Name one entry where another stands: ids come twice, lead nowhere, or in a circle."""
    names = re.findall(_NAME, text)
    return _in_place_of(text, rf"\b({'|'.join(map(re.escape, names)) or 'id'})\b", names, random)


def _entries(text: str, random: Random) -> str:
    """Leave out an entry, write it twice or two hundred times, or move it."""
    parts = re.split(r"^(?= *- )", text, flags=re.MULTILINE)
    one = random.randrange(len(parts))
    match random.randrange(4):
        case 0:
            del parts[one]
        case 1:
            parts.insert(random.randrange(len(parts) + 1), parts[one])
        case 2:
            parts[one] *= 200
        case _:
            random.shuffle(parts)
    return "".join(parts)


def _hostile_words(text: str, random: Random) -> str:
    start = random.randint(0, len(text))
    return f"{text[:start]}{random.choice(HOSTILE)}{text[start:]}"


def _cut(text: str, random: Random) -> str:
    return text[: random.randint(0, len(text))]


def _line_ends(text: str, random: Random) -> str:
    return text.replace(
        "\n", random.choice(["\r\n", "\r", "\n\n", "\u2028", "\x85"]), random.choice([1, 3, -1])
    )


def _depth(text: str, random: Random) -> str:
    start = random.randint(0, len(text))
    return f"{text[:start]}{random.choice(['[', '{a: ', '- ', '? ', '!!x ']) * random.choice([2, 40, 5000])}{text[start:]}"


SENSIBLE: Sequence[Callable[[str, Random], str]] = (_meanings, _meanings, _words, _citations, _citations)
SENSELESS: Sequence[Callable[[str, Random], str]] = (
    *(
        _characters,
        _lines,
        _indentation,
        _values,
        _keys,
        _names,
        _entries,
        _hostile_words,
        _cut,
        _line_ends,
        _depth,
    ),
)


def broken(text: str, random: Random) -> bytes:
    """Return a text that says something else, and mostly one that is broken as well, perhaps in some of its bytes."""
    for way in random.choices(SENSIBLE, k=random.choice([0, 1, 3, 6])):
        text = way(text, random)
    for way in random.choices(SENSELESS, k=random.choice([0, 0, 0, 0, 1, 1, 2, 4])):
        text = way(text, random)
    content = bytearray(text.encode("utf-8", "replace"))
    if content and random.random() < 0.05:
        for _ in range(random.randint(1, 3)):
            content[random.randrange(len(content))] = random.randrange(256)
    return random.choice([b"", b"", b"", b"\xef\xbb\xbf"]) + bytes(content)


# --- what is run ------------------------------------------------------------------------------------------


class Trial(NamedTuple):
    """The files of a project, by their paths, and the words behind `claimaudit`."""

    files: Mapping[str, bytes]
    arguments: tuple[str, ...]


SETTINGS = """\
select = ["CA1", "CA204", "false-corroboration"]
ignore = ["CA502"]
fail-on = "warning"
minimum-origins = 2
level = "informant"
yardstick = "phia"
[severity]
CA207 = "error"
[[minimums]]
tag = "allegation"
origins = 3
[[flagged-tags]]
tag = "secret annex"
message = "ask the desk"
[cues]
hedges = ["(is|are) rumoured"]
"""
BASELINE = '{"version": 1, "findings": [{"fingerprint": "0123456789abcdef", "code": "CA102", "severity": "warning", "claim": "a"}]}\n'
_EVERY_FORMAT = " ".join(f"-f {name}:out.{name}" for name in FORMATS)
# {id} and {other} are ids of the dossier, or words that are none.
COMMANDS = (
    *(f"check -f {name}" for name in FORMATS),
    *(f"check -v --show note -f {name}" for name in FORMATS),
    f"check -q {_EVERY_FORMAT}",
    *("check --baseline known.json", "check --write-baseline known.json", "check --since start", "check --since start -f github"),
    *("check --no-waivers --fail-on note", "check --select CA2 --show note", "check --today 9999-12-31", "check --color always"),
    *("report", "report --flagged --sort worst", "report -f json", "report --tag secret-annex --verdict unclear", "report -v -o out"),
    *("list claims", "list sources -f json", "list outlets", "search {id} plan", "search {id} -f json --limit 3"),
    *("show {id}", "show {id} {other} -f json", "show claim/{id} --color always"),
    *("drop {id}", "drop {id} -f json"),
    *(f"rank {what}{form}" for what in ("outlets", "sources", "informants", "owners") for form in ("", " -f json", " -f csv")),
    *("graph", "graph {id} --depth 2", "graph -f mermaid", "graph -f dot", "graph {id} -f graphml", "graph -f json"),
    *("diff start", "diff start -f json", "diff start -f markdown --fail-on-weaker", "diff start start", "config", "config -f json"),
)  # fmt: skip


def trial(seed: int, number: int) -> Trial:
    """Return one run: the same for the same seed and number."""
    random = Random(f"{seed}/{number}")  # noqa: S311  nothing is kept secret by it
    text = random.choice(_texts()) if random.random() < 0.97 else _own()
    files = {"data/claims.yaml": broken(text, random)}
    if random.random() < 0.1:
        files["data/more.yaml"] = broken(random.choice(_texts()), random)
    if random.random() < 0.1:
        files["claimaudit.toml"] = broken(SETTINGS, random)
    command = random.choice(COMMANDS)
    if "known.json" in command and random.random() < 0.7:
        files["known.json"] = broken(BASELINE, random)
    names = [*re.findall(_NAME, text), *HOSTILE[-12:]] if random.random() < 0.2 else re.findall(_NAME, text)
    words = {"id": random.choice(names or ["a"]), "other": random.choice(names or ["b"])}
    return Trial(files, tuple(word.format_map(words) for word in command.split()))


@cache
def _texts() -> list[str]:
    paths = (*ROOT.glob("tests/cases/CA[1-9]*/*/*.yaml"), *ROOT.glob("benchmarks/defects/CA[1-9]*/*.yaml"))
    return [path.read_text("utf-8", errors="replace") for path in sorted(paths)]


@cache
def _own() -> str:
    return "".join(path.read_text("utf-8") for path in sorted(ROOT.glob("data/*.yaml")))


class Arena:
    """A repository in which trials are run one after the other; at its revision `start` there is a sound dossier."""

    def __init__(self, folder: Path, nursery: Nursery) -> None:
        self._folder, self._nursery = folder, nursery
        repo = Repo(folder)
        repo.write(
            "data/claims.yaml", (ROOT / "tests/cases/CA104/fail/chain_of_three.yaml").read_text("utf-8")
        )
        repo.commit("start")

    def run(self, tried: Trial) -> CompletedProcess[str]:
        """Run a trial, and assert all that has to hold.

        Raises:
            AssertionError: something does not.
        """
        for path in self._folder.iterdir():
            if path.name != ".git":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        write(self._folder, tried.files)
        environment = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(self._folder.parent / "cache")}
        done = self._nursery.run(tried.arguments, self._folder, environment, LIMITS)
        if "always" in tried.arguments:
            done.stdout = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)
        require_unbroken(done)
        _require_inside(done, tried.files)
        return done


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a trial."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


_PLACE = re.compile(r"^([\w/.]+):(\d+):(\d+): (?:error|warning|note)", re.MULTILINE)


def _require_inside(done: CompletedProcess[str], files: Mapping[str, bytes]) -> None:
    """Assert that every place at the start of a line is one of its file."""
    for name, line, column in _PLACE.findall(done.stdout + done.stderr):
        if name in files:
            text = files[name].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
            lines = text.split("\n")
            assert 1 <= int(line) <= len(lines), (name, line, column)
            assert 1 <= int(column) <= len(lines[int(line) - 1]) + 1, (name, line, column)


# --- the command ------------------------------------------------------------------------------------------


@contextmanager
def arena() -> Iterator[Arena]:
    """Have a place to run trials in."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "nursery").mkdir()
        nursery = Nursery(home / "nursery")
        try:
            yield Arena(home / "project", nursery)
        finally:
            nursery.close()


def main() -> int:
    """Run the trials, print how many ended how, and return 1 if something did not hold in one of them."""
    parser = argparse.ArgumentParser(
        prog="python -m fuzz.dossiers", description=(__doc__ or "").partition("\n\n")[0]
    )
    parser.add_argument("--runs", type=int, default=2000, metavar="N", help="how often (2000)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which runs (1)")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the number of the first run (0)")
    asked = parser.parse_args()
    codes: Counter[int] = Counter()
    failed = 0
    with arena() as place:
        for number in range(asked.first, asked.first + asked.runs):
            tried = trial(asked.seed, number)
            try:
                codes[place.run(tried).returncode] += 1
            except AssertionError as error:
                failed += 1
                folder = Path(tempfile.mkdtemp(prefix=f"fuzz-{asked.seed}-{number}-"))
                write(folder, tried.files)
                command = " ".join(tried.arguments)
                print(f"seed {asked.seed}, run {number}: claimaudit {command}\nin {folder}: {error}\n")  # noqa: T201
    ended = ", ".join(f"{times} with exit code {code}" for code, times in sorted(codes.items()))
    print(f"{asked.runs} runs: {ended}; {failed} failed")  # noqa: T201  it is what the command is for
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
