"""Opening files on the disk: regular ones only, up to a size, without waiting for anybody."""

import os
import stat
from pathlib import Path

from claimaudit import looks
from claimaudit.loading.faults import UnreadableError

SIZE_LIMIT = looks.LARGEST
"""Bytes of the largest file that is read: three times a dossier of 100,000 claims."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")

Identity = tuple[int, int]
"""Device and number of a file: the same by whatever path it is reached."""

_opened: set[Identity] = set()
# NOTE: kept for the process, not handed on with what was read: so no command can forget to ask for a file.


def content_of(path: Path, limit: int = SIZE_LIMIT) -> tuple[Identity, bytes]:
    """Return which file a path leads to, and all that stands in it.

    Raises:
        UnreadableError: it cannot be opened, is no regular file, or is larger than `limit` bytes.
    """
    try:
        descriptor = os.open(path, looks.READING)
    except (OSError, ValueError) as error:
        raise UnreadableError(reason(error)) from error
    try:
        # NOTE: asked of what is open, not of the path: that may lead elsewhere by now.
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("not a regular file")
        _opened.add(_identity(status))
        if status.st_size > limit:
            raise too_large(limit)
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            # NOTE: room is made for all that may come, and the limit is far above what most files hold.
            content = stream.read(status.st_size + 1)
            if len(content) > status.st_size:  # it has grown since, or says no size, as those of the kernel
                content += stream.read(limit + 1 - len(content))
    except OSError as error:
        raise UnreadableError(reason(error)) from error
    finally:
        os.close(descriptor)
    if len(content) > limit:
        raise too_large(limit)
    looks.saw_content(path, _identity(status), content)
    return _identity(status), content


def was_opened(path: Path) -> bool:
    """Return whether this process has opened for reading what a path leads to, by whatever path it did."""
    try:
        return _identity(os.stat(path)) in _opened  # noqa: PTH116  as `os.open` above
    except (OSError, ValueError):
        return False


def _identity(status: os.stat_result) -> Identity:
    return status.st_dev, status.st_ino


def too_large(limit: int = SIZE_LIMIT) -> UnreadableError:
    """Return why a file of more than `limit` bytes is not read."""
    shown = f"{limit // 1024**2} MiB" if limit >= 1024**2 else f"{limit // 1024} KiB"
    mend = "split it into several files" if limit == SIZE_LIMIT else ""
    return UnreadableError(f"larger than {shown}", help=mend)


def checked_utf8(content: bytes) -> bytes:
    """Return the content without its byte order mark.

    Raises:
        UnreadableError: it is not UTF-8; it says where.
    """
    if content.startswith(_UTF_16_MARKS):
        raise UnreadableError("UTF-16, not UTF-8", help="save it as UTF-8")
    content = content.removeprefix(_BYTE_ORDER_MARK)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before[before.rfind(b"\n") + 1 :].decode("utf-8")
        message = f"not UTF-8: the byte 0x{content[error.start]:02X}"
        raise UnreadableError(
            message, before.count(b"\n") + 1, len(line) + 1, help="save it as UTF-8"
        ) from error
    return content


def reason(error: Exception) -> str:
    """Return in a few words why the system refused something."""
    if isinstance(error, RuntimeError):  # from Path.resolve, until Python 3.13
        return "links that lead in a circle"
    return (getattr(error, "strerror", None) or str(error)).lower()
