"""Files that are written whole or not at all: beside their place first, then moved there."""

import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from claimaudit.errors import ClaimauditError


class Written(NamedTuple):
    """A text and the file that is to hold it; `is_update`, if it may have been read for that."""

    path: Path
    text: str
    is_update: bool = False


def require_unread(path: Path) -> None:
    """Refuse a file that this run has read: data, a configuration, a baseline.

    Raises:
        ClaimauditError: it is one.
    """
    from claimaudit.loading.opening import was_opened

    if was_opened(path):
        raise ClaimauditError(f"`{path}` is read by this run: name another file")


class _Beside(NamedTuple):
    """A text that stands beside its place, under the name that the user gave it, and where that leads."""

    path: Path
    target: Path
    temporary: Path


def replace_all(files: Sequence[Written], then: Callable[[], None]) -> None:
    """Write the files, all or none of them; `then` comes before any is replaced, and if it fails none is.

    A link is followed. What is no regular file, such as `/dev/null` or a pipe, is written to as it is.

    Raises:
        ClaimauditError: one of them cannot be written.
    """
    beside: list[_Beside] = []
    try:
        for file in files:
            with _told(file.path):
                _write_beside(file, beside)
        for file in files:
            with _told(file.path):
                _write_special(file)
        then()
        for written in beside:
            with _told(written.path):
                written.temporary.replace(written.target)
    finally:
        for written in beside:
            with suppress(OSError):
                written.temporary.unlink(missing_ok=True)


def is_standard_output(path: Path) -> bool:
    """Return whether writing to `path` is writing to standard output, as with `/dev/stdout`."""
    try:
        return os.path.samestat(path.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError, AttributeError):
        return False


def _write_beside(file: Written, beside: list[_Beside]) -> None:
    """Write the text beside its place, with the rights of what stands there; nothing if that is special."""
    mode = _mode(file.path)
    if mode is not None and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return
    target = Path(os.path.realpath(file.path))
    if mode is not None:
        target.open("r+b").close()  # fails for a directory, and for a file that is protected from writing
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".claimaudit-")
    beside.append(_Beside(file.path, target, Path(name)))
    with open(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:  # noqa: PTH123  a descriptor
        stream.write(file.text)
    Path(name).chmod(0o666 & ~_umask() if mode is None else mode & 0o777)


def _write_special(file: Written) -> None:
    mode = _mode(file.path)
    if mode is None or stat.S_ISREG(mode):
        return
    with (
        suppress(BrokenPipeError),
        file.path.open("w", encoding="utf-8", errors="backslashreplace") as stream,
    ):
        stream.write(file.text)


def _mode(path: Path) -> int | None:
    """Return the mode of what stands at `path`, links followed, or None."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:  # a ValueError for a name that no file can have
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ClaimauditError(f"cannot write `{path}`: {reason}", hint="name another file") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
