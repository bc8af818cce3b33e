"""Disturbs what a process asks of the disk: one of its calls is refused, or the process dies before it or amid it.

What is counted is each call that opens, reads, changes or moves something, and each piece that is read from or written
to an open file. So a run can be ended at every moment at which it could leave something half done.
"""

import builtins
import errno
import io
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import claimaudit

KILLED = "SIGKILL"
"""In place of the name of an error: the process dies, and of what it was about to write half is written."""

PIECE = 16 * 1024
"""Bytes that are written at once: a long text takes many calls."""
OURS = Path(claimaudit.__file__).parent
"""What stands there is the program: its disk is not disturbed."""
CHANGING = (
    "open",
    "replace",
    "rename",
    "link",
    "symlink",
    "unlink",
    "remove",
    "mkdir",
    "rmdir",
    "chmod",
    "truncate",
    "fsync",
)
"""Functions of `os`. Those that only look (`stat`, `scandir`) are left alone: what they are refused is not there."""


def disturb(at: int, how: str, log: str | None = None) -> None:
    """From now on count, and disturb the call with the number `at`, from 1, if there are as many.

    `how` is the name of an error, or `KILLED`. In `log` each call is noted on a line of its own.
    """
    calls = _Calls(at, how, Path(log) if log else None)
    for name in CHANGING:
        setattr(os, name, calls.counting(name, getattr(os, name)))
    opened = _opening(calls, builtins.open)
    builtins.open = io.open = opened


class _Calls:
    def __init__(self, at: int, how: str, log: Path | None) -> None:
        self._left, self._how = at, how
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600) if log else None

    def counting(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same, and counts."""

        def counted(*arguments: Any, **options: Any) -> Any:
            self.count(name)
            return function(*arguments, **options)

        return counted

    def count(self, name: str, before_dying: Callable[[], object] = lambda: None) -> None:
        """Take note of a call, and disturb it if it is the one."""
        if self._log is not None:
            os.write(self._log, f"{name}\n".encode())
        self._left -= 1
        if self._left:
            return
        if self._how == KILLED:
            before_dying()
            os.kill(os.getpid(), signal.SIGKILL)
        number = getattr(errno, self._how)
        raise OSError(number, os.strerror(number))


def _opening(calls: _Calls, real: Callable[..., Any]) -> Callable[..., Any]:
    """Return `open` that counts, and gives files whose reading and writing is counted."""

    class Counted(io.FileIO):
        def readall(self) -> bytes:
            calls.count("read")
            return super().readall()

        def readinto(self, buffer: Any, /) -> int:
            calls.count("read")
            return super().readinto(buffer) or 0

        def write(self, content: Any, /) -> int:
            piece = memoryview(content)[:PIECE]
            calls.count("write", lambda: io.FileIO.write(self, piece[: len(piece) // 2]))
            return super().write(piece) or 0

    def opened(  # noqa: PLR0917  as `open` itself
        file: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        closefd: bool = True,  # noqa: FBT001, FBT002
        opener: Any = None,
    ) -> Any:
        is_ours = isinstance(file, str | os.PathLike) and Path(os.fsdecode(file)).is_relative_to(OURS)
        if is_ours or buffering == 0 or opener is not None:
            return real(file, mode, buffering, encoding, errors, newline, closefd, opener)
        calls.count("open")
        raw = Counted(file, mode.replace("b", "").replace("t", ""), closefd)
        if "+" in mode:
            buffer: Any = io.BufferedRandom(raw)
        else:
            buffer = io.BufferedReader(raw) if "r" in mode else io.BufferedWriter(raw)
        return buffer if "b" in mode else io.TextIOWrapper(buffer, encoding or "utf-8", errors, newline)

    return opened
