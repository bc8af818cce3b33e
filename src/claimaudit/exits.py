"""The two exits: all that a command prints goes through here. Imports nothing that takes time."""

import os
import sys
from contextlib import suppress

from claimaudit import progress

_kept: "list[tuple[bool, str]] | None" = None


class OutputError(Exception):
    """Standard output cannot be written to; it says why."""


def keep_all() -> None:
    """From now on keep what is printed."""
    global _kept  # noqa: PLW0603  of the process, as its streams are
    _kept = []


def kept() -> "list[tuple[bool, str]]":
    """Return what was printed since, in order, and whether it was a result: on standard output."""
    return list(_kept or ())


def reconfigure() -> None:
    """Let no character fail to be printed, whatever the streams can encode."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def to_stdout(text: str) -> None:
    """Write a result. Nobody reading it any more is no failure.

    Raises:
        OutputError: it cannot be written.
    """
    if sys.stdout is None:  # it was closed before the start: `>&-`
        raise OutputError("standard output is closed")
    progress.clear()
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
    except OSError as error:
        _discard_output()
        raise OutputError(error.strerror) from error
    if _kept is not None:
        _kept.append((True, text))


def to_stderr(line: str) -> None:
    """Write a line that is no result; where that cannot be done, nobody is there to be told."""
    progress.clear()
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"{line}\n")
    if _kept is not None:
        _kept.append((False, line))


def _discard_output() -> None:
    """Point standard output nowhere, so that nothing is written to it again at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def flush(code: int, failure: int) -> int:
    """Flush both streams and return the exit code: `failure` where the result could not be written."""
    progress.clear()
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
    except OSError:
        _discard_output()
        code = failure
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.flush()
    return code


def was_interrupted(error: "BaseException | None") -> bool:
    """Return whether an interrupt is behind an error: in the middle of making a class, Python makes another of it."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None
