"""The two exits: standard output (or a file in its place) and standard error."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from claimaudit.errors import ClaimauditError
from claimaudit.finding import Finding
from claimaudit.text import one_line, visible

EXIT_FAILURE = 2


@dataclass(frozen=True, slots=True)
class Page:
    """What the result is laid out for: a width in columns, None for as wide as it takes, and colour or none."""

    width: int | None
    color: bool


def page(color: str, output_file: Path | None) -> Page:
    """Return what the result is laid out for."""
    terminal = output_file is None and sys.stdout is not None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else None
    match color:
        case "always":
            return Page(width, color=True)
        case "never":
            return Page(width, color=False)
        case _:
            return Page(width, color=_wants_color(terminal=terminal))


def _wants_color(*, terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


def deliver(text: str, output_file: Path | None) -> None:
    """Write the result to standard output, or to a file that is replaced whole or not at all.

    Raises:
        ClaimauditError: it cannot be written.
    """
    if output_file is not None:
        _replace(output_file, text)
        return
    if sys.stdout is None:  # it was closed before the start: `>&-`
        raise ClaimauditError("cannot write the result: standard output is closed")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
    except OSError as error:
        _discard_output()
        raise ClaimauditError(f"cannot write the result: {error.strerror}") from error


def _discard_output() -> None:
    """Point standard output nowhere, so that nothing is written to it again at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _replace(path: Path, text: str) -> None:
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise ClaimauditError(f"cannot write `{path}`: {error.strerror}", hint="name another file") from error
    try:
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:  # noqa: PTH123  a descriptor
            file.write(text)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        os.chmod(name, mode)  # noqa: PTH101  the name is a string
        os.replace(name, path)  # noqa: PTH105
    except OSError as error:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise ClaimauditError(f"cannot write `{path}`: {error.strerror}", hint="name another file") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def complain(error: ClaimauditError) -> None:
    """Print an error, those found with it, and how to mend each, on standard error."""
    place = f"{error.location}: " if error.location else ""
    _to_stderr(f"{place}error: {one_line(error.message)}")
    if error.hint:
        _to_stderr(f"help: {one_line(error.hint)}")
    for other in error.others:
        complain(other)


def complain_of(faults: Iterable[Finding]) -> None:
    """Print errors of the input on standard error."""
    for fault in faults:
        _to_stderr(f"{fault.location}: error {fault.code} {fault.name}: {one_line(fault.message)}")
        if fault.help:
            _to_stderr(f"help: {one_line(fault.help)}")


def remark(line: str) -> None:
    """Say something that is no result on standard error."""
    _to_stderr(one_line(line))


def _to_stderr(line: str) -> None:
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"{visible(line)}\n")


def flush(code: int) -> int:
    """Flush both streams and return the exit code: a failure where the result could not be written."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
    except OSError:
        _discard_output()
        code = EXIT_FAILURE
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.flush()
    return code
