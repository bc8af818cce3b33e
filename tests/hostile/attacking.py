"""What the hostile cases have in common: what one is, how the command meets it, and what must hold after any of them.

A case is a project that somebody hostile or careless wrote, a command that is run in it, and all that must come of
that. To add one, add a `Case` to the table of its theme.
"""

import json
import os
import re
import shlex
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from tests.forking import Nursery

LIMITS = {"RLIMIT_AS": 512 * 1024 * 1024, "RLIMIT_CPU": 10}
"""Bytes and seconds that no case may need more of. An interpreter with all of claimaudit in it takes 60 MiB of them."""

CHECK = "check -f concise --show note --today 2026-11-24"
"""Names every finding on a line of its own."""

Content = str | bytes | Callable[[Path], object]
"""What stands at a path: text, bytes, or what a function puts there."""


@dataclass(frozen=True, slots=True)
class Case:
    """One attack: what it is called, why anybody would try it, what stands in the files, and what must come of it.

    `content` is that of data/claims.yaml, unless `files` has another. `findings` are all that `check` names, in its
    order: `line:column CODE`, with the message where that is part of the promise, behind a path where it is not
    that of the claims. `complaint` is all that is said on standard error, without advice (`help: ...`). `shown` are
    whole lines of the result.
    """

    name: str
    why: str
    content: Content = ""
    code: int = 0
    findings: Sequence[str] | None = None
    complaint: Sequence[str] | None = None
    shown: Sequence[str] = ()
    command: str | Sequence[str] = CHECK
    files: Mapping[str, Content] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)

    @property
    def arguments(self) -> tuple[str, ...]:
        """The words behind `claimaudit`."""
        return tuple(shlex.split(self.command) if isinstance(self.command, str) else self.command)

    def put_into(self, folder: Path) -> None:
        """Make the project."""
        for name, content in {"data/claims.yaml": self.content, **self.files}.items():
            put(folder / name, content)


def put(path: Path, content: Content) -> None:
    """Make what stands at a path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if callable(content):
        content(path)
    else:
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def every(cases: Sequence[Case]) -> pytest.MarkDecorator:
    """Run a test with every case of a table."""
    return pytest.mark.parametrize("case", cases, ids=[case.name for case in cases])


class Attacker:
    """Runs the command in a folder, in processes with limits."""

    def __init__(self, nursery: Nursery, folder: Path) -> None:
        self.folder = folder
        self._nursery = nursery

    def play(self, case: Case) -> None:
        """Require that a case comes out as it must."""
        case.put_into(self.folder)
        done = self.run(*case.arguments, limits=case.limits)
        assert done.returncode == case.code, f"{done.stdout[:2000]}\n{done.stderr[:2000]}"
        if case.findings is not None:
            assert _as_asked(findings_in(done.stdout), case.findings) == list(case.findings)
        if case.complaint is not None:
            assert without_advice(done.stderr) == list(case.complaint)
        lines = done.stdout.splitlines()
        assert [line for line in case.shown if line not in lines] == [], done.stdout[:4000]

    def run(
        self,
        *arguments: str,
        limits: Mapping[str, int] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run a command and require what must hold after any attack. Our own colours are left out of the result.

        `environment` is all that it has, where that is given.
        """
        variables = os.environ if environment is None else environment
        done = self._nursery.run(arguments, self.folder, variables, {**LIMITS, **(limits or {})})
        if "always" in arguments:
            done.stdout = _COLOUR.sub("", done.stdout)
        require_unbroken(done)
        return done


# --- what `check -f concise` says -------------------------------------------------------------------------

_FINDING = re.compile(r"(.+?): (?:error|warning|note) (CA\d{3}) [a-z-]+: (.*)")


def findings_in(printed: str) -> list[str]:
    """Return the findings as `line:column CODE message`, behind the path where that is not data/claims.yaml."""
    found = filter(None, map(_FINDING.fullmatch, printed.splitlines()))
    return [f"{each[1].removeprefix('data/claims.yaml:')} {each[2]} {each[3]}" for each in found]


def _as_asked(found: Sequence[str], asked: Sequence[str]) -> list[str]:
    """Return the findings without the messages that nobody asked for."""
    wordless = {number for number, line in enumerate(asked) if re.search(r" CA\d{3}$", line)}
    short = [re.sub(r"(?<= CA\d{3}) .*", "", line) for line in found]
    return [short[number] if number in wordless else line for number, line in enumerate(found)]


def without_advice(said: str) -> list[str]:
    """Return the lines of standard error that do not say how to mend it."""
    return [line for line in said.splitlines() if not line.startswith("help: ")]


# --- what must hold after any attack ----------------------------------------------------------------------

CODES = frozenset({0, 1, 2, 130, 141})
"""All that the command may exit with: 141 is what a shell makes of a reader that left."""

# Written anew, by what terminals and editors do with them: C0 without the line feed, DEL, C1, marks of direction and
# overrides, characters without width and blank letters, line and paragraph separators, halves of characters, tags.
UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_COMMAND = re.compile(r"^\s*::.*|.*##\w*\[.*", re.MULTILINE)
_ANNOTATION = re.compile(
    r"::(?:error|warning|notice) title=CA\d{3} [a-z-]+,file=[^,:]+,line=\d+,endLine=\d+"
    r"(?:,col=\d+,endColumn=\d+)?::.*"
)


def require_unbroken(done: subprocess.CompletedProcess[str]) -> None:
    """Require that a process ended by itself, as it should, and wrote nothing that does more than be read."""
    assert done.returncode in CODES, f"{done.returncode}: {done.stderr[-2000:]}"
    for stream in (done.stdout, done.stderr):
        assert "Traceback" not in stream, stream[-2000:]
        assert UNSEEN.search(stream) is None, UNSEEN.sub(lambda found: f"<<{found[0]!a}>>", stream)[-2000:]
    assert "internal error" not in done.stderr, done.stderr
    commands = _COMMAND.findall(done.stdout + "\n" + done.stderr)
    assert [line for line in commands if not (_is_github(done.args) and _ANNOTATION.fullmatch(line))] == []
    require_readable(done.args, done.stdout)


_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
"""What chooses a colour, and does nothing else."""


def _is_github(arguments: Iterable[str]) -> bool:
    return "github" in arguments


def require_readable(arguments: Sequence[str], printed: str) -> None:
    """Require that programs can read what was printed for them."""
    for option, word in pairwise(arguments):
        if option == "-f" and printed and word in _READERS:
            _READERS[word](printed)


def _read_lines(printed: str) -> None:
    for line in printed.splitlines():
        json.loads(line)


_READERS: Mapping[str, Callable[[str], object]] = {
    "json": json.loads,
    "json-lines": _read_lines,
    "sarif": json.loads,
    "gitlab": json.loads,
    "junit": ET.fromstring,
    "graphml": ET.fromstring,
}
