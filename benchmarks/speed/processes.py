"""Running a command as a process of its own, and what it took. Knows nothing of what is compared with what."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Literal

ROOT = Path(__file__).parent.parent.parent
PROGRAMS = Path(sys.executable).parent
"""Where the programs are that were installed for the interpreter which runs this."""

# All that a process is given of the environment: no variable of a terminal or a runner changes what it does.
_KEPT = ("HOME", "LANG", "PATH", "PYTHONPATH", "TMPDIR")


class MeasuringError(Exception):
    """A command did not do what was to be measured."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, and how it is run.

    `cache` says whether each run finds the user's cache empty or as the runs before it left it; what is kept holds for
    one directory, so such a command needs a `cwd`, where others get a new one each time. `accepted` are the
    exit codes of a command that has done its work. One that `prints_figures` prints a JSON object of numbers: what it
    measured within itself.
    """

    arguments: tuple[str, ...]
    cache: Literal["empty", "kept"] = "empty"
    accepted: frozenset[int] = frozenset({0})
    prints_figures: bool = False
    cwd: Path | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """What one run took, its own children included: CPU in seconds, user and system together; the peak of memory.

    The peak is in the unit of the system, which is the same for both sides of a ratio. `figures` are what it printed.
    """

    cpu: float
    peak: float
    figures: Mapping[str, float]


def run(command: Command, cache: Path) -> Usage:
    """Run a command to its end, in `cache` as the user's cache, and return what it took.

    NOTE: a process has at least the peak of the process that started it, from the time before it was replaced. So
    nothing large may be imported or built here: dossiers are written by a process of their own.

    Raises:
        MeasuringError: it could not be started, or its exit code is none of those accepted.
    """
    with TemporaryDirectory() as empty, TemporaryFile() as out, TemporaryFile() as err:
        settings = {"XDG_CACHE_HOME": str(cache), "XDG_CONFIG_HOME": empty}
        try:
            process = subprocess.Popen(  # noqa: S603  the commands of the benchmark
                command.arguments,
                cwd=command.cwd or empty,
                env={**{name: os.environ[name] for name in _KEPT if name in os.environ}, **settings},
                stdin=subprocess.DEVNULL,
                stdout=out if command.prints_figures else subprocess.DEVNULL,
                stderr=err,
            )
        except OSError as error:
            raise MeasuringError(f"{Path(command.arguments[0]).name}: {error.strerror}") from error
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)  # it need not be waited for again
        if process.returncode not in command.accepted:
            raise MeasuringError(_failure(command, process.returncode, _text(err)))
        figures = json.loads(_text(out)) if command.prints_figures else {}
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss, figures)


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", errors="replace")


def _failure(command: Command, code: int, said: str) -> str:
    last = said.strip().rpartition("\n")[2]
    return (
        f"`{' '.join([Path(command.arguments[0]).name, *command.arguments[1:]])}` ended with {code}: {last}"
    )
