"""What a run looked at on the disk, so that another can tell whether it would see the same.

Whoever decides something by what is on the disk says so here. Imports nothing that takes time.
"""

import os
import stat

TYPE_CHECKING = False  # `typing` takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Look = tuple[str, str, str]
    """What was looked at (`path`, `names` or `content`), where, and what was seen, as a short text."""

_noted: "dict[tuple[str, str], str] | None" = None


def note_all() -> None:
    """From now on keep what is looked at."""
    global _noted  # noqa: PLW0603  of the process: no reader can forget to hand it on
    _noted = {}


def noted() -> "list[Look]":
    """Return what was looked at since, each thing once."""
    return [(what, path, seen) for (what, path), seen in (_noted or {}).items()]


def look(path: "str | os.PathLike[str]") -> None:
    """Note that it matters what a path leads to, if to anything."""
    _note("path", path, _kind)


def look_at_names(directory: "str | os.PathLike[str]") -> None:
    """Note that it matters what is in a directory."""
    _note("names", directory, _names)


def saw_content(path: "str | os.PathLike[str]", identity: "tuple[int, int]", content: bytes) -> None:
    """Note what stood in a file that was read: all that stood there, so that nothing can change in between."""
    _note("content", path, lambda _: _digest(identity, content))


def sees_the_same(looks: "Iterable[Look]") -> bool:
    """Return whether all that was looked at is as it was."""
    seen_by = {"path": _kind, "names": _names, "content": _content}
    return all(seen_by[what](path) == seen for what, path, seen in looks)


def _note(what: str, path: "str | os.PathLike[str]", see: "Callable[[str], str]") -> None:
    if _noted is not None:
        name = os.fspath(path)
        _noted[what, name] = see(name)


def _kind(path: str) -> str:
    """Return what a path leads to, and by which way."""
    try:
        own, target = os.lstat(path), os.stat(path)  # noqa: PTH116  `pathlib` takes longer to import
        return f"{stat.S_IFMT(own.st_mode)} {stat.S_IFMT(target.st_mode)} {os.path.realpath(path)}"
    except (OSError, ValueError) as error:
        return f"{type(error).__name__} {getattr(error, 'errno', '')}"


def _names(directory: str) -> str:
    try:
        return _hashed("\0".join(sorted(os.listdir(directory))).encode("utf-8", "surrogateescape"))  # noqa: PTH208
    except (OSError, ValueError) as error:
        return type(error).__name__


def _content(path: str) -> str:
    read = read_regular(path)
    return "" if read is None else _digest(*read)


# Opening waits for nobody at the other end of a pipe, and takes no terminal. Windows has not all of the flags.
READING = sum(
    getattr(os, name, 0) for name in ("O_RDONLY", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY")
)


LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that anybody reads."""


def read_regular(path: str, limit: int = LARGEST) -> "tuple[tuple[int, int], bytes] | None":
    """Return which file a path leads to, and all that stands in it.

    None where it is no regular one, cannot be read or is larger than `limit` bytes.
    """
    try:
        descriptor = os.open(path, READING)
    except (OSError, ValueError):
        return None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > limit:
            return None
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            return (status.st_dev, status.st_ino), stream.read(status.st_size + 1)
    except OSError:
        return None
    finally:
        os.close(descriptor)


def _digest(identity: "tuple[int, int]", content: bytes) -> str:
    return f"{identity[0]} {identity[1]} {_hashed(content)}"


def _hashed(content: bytes) -> str:
    from hashlib import sha256  # noqa: PLC0415  only where something is noted or compared

    return sha256(content).hexdigest()
