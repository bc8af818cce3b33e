"""What a run looked at on the disk, so that another can tell whether it would see the same.

Whoever decides something by what is on the disk says so here. Imports nothing that takes time.
"""

import os
import stat

TYPE_CHECKING = False  # `typing` takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO, TypeVar

    T = TypeVar("T")

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
    _note("content", path, lambda _: _of_file(identity, _hashed(content)))


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
    taken = _taken(path, LARGEST, _hash_of)
    return "" if taken is None else _of_file(*taken)


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
    return _taken(path, limit, lambda stream, size: stream.read(size + 1))


def _taken(path: str, limit: int, take: "Callable[[BinaryIO, int], T]") -> "tuple[tuple[int, int], T] | None":
    """Return which file a path leads to, and what `take` makes of it and of its size in bytes."""
    try:
        descriptor = os.open(path, READING)
    except (OSError, ValueError):
        return None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > limit:
            return None
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            return (status.st_dev, status.st_ino), take(stream, status.st_size)
    except OSError:
        return None
    finally:
        os.close(descriptor)


_PART = 256 * 1024
"""Bytes that are hashed at a time: small enough to stay near the processor."""


def _hash_of(stream: "BinaryIO", size: int) -> str:
    from hashlib import sha256  # noqa: PLC0415  only where something is compared

    found, left = sha256(), size + 1
    while left and (part := stream.read(min(_PART, left))):
        found.update(part)
        left -= len(part)
    return found.hexdigest()


def _of_file(identity: "tuple[int, int]", digest: str) -> str:
    return f"{identity[0]} {identity[1]} {digest}"


def _hashed(content: bytes) -> str:
    from hashlib import sha256  # noqa: PLC0415  only where something is noted or compared

    return sha256(content).hexdigest()
