"""Files that are written whole or not at all: beside their place first, then moved there."""

import os
import stat
import sys
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
    """A text that stands beside its place: the name that the user gave, where that leads, and if to a file."""

    path: Path
    target: Path
    temporary: Path
    is_there: bool

    @property
    def former(self) -> Path:
        """Where what it replaces is kept until all are replaced."""
        return self.temporary.with_name(f"{self.temporary.name}-former")


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
        _replace(beside)
    finally:
        for written in beside:
            for path in (written.temporary, written.former):
                with suppress(OSError):
                    path.unlink(missing_ok=True)


def _replace(beside: Sequence[_Beside]) -> None:
    """Move all texts to their places; where one cannot be moved, put back what stood in the places before it."""
    replaced: list[_Beside] = []
    try:
        for written in beside:
            with _told(written.path):
                _keep(written)
                written.temporary.replace(written.target)
            replaced.append(written)
    except BaseException:
        for written in reversed(replaced):
            with suppress(OSError):
                _put_back(written)
        raise


def _keep(written: _Beside) -> None:
    """Keep what stands in the place by another name, so that it is never without any."""
    if written.is_there:
        with suppress(OSError):  # not every file system has links: the file is replaced without them
            written.former.hardlink_to(written.target)


def _put_back(written: _Beside) -> None:
    if os.path.lexists(written.former):
        written.former.replace(written.target)
    elif not written.is_there:
        written.target.unlink()


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
    import tempfile  # only where a file is written

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".claimaudit-")
    beside.append(_Beside(file.path, target, Path(name), mode is not None))
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
