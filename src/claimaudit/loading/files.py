"""Which files to read, and opening them. Knows nothing of what stands in them."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from claimaudit.errors import ClaimauditError
from claimaudit.loading.faults import Faults, UnreadableError
from claimaudit.loading.text_file import TextFile

SIZE_LIMIT = 256 * 1024 * 1024
"""Bytes of the largest file that is read: three times a dossier of 100,000 claims."""

_DATA = "data"
_LANDMARK = "claims.yaml"
_ENDINGS = (".yaml", ".yml")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")

# Opening waits for nobody at the other end of a pipe, and takes no terminal. Windows has not all of the flags.
_FLAGS = sum(getattr(os, name, 0) for name in ("O_RDONLY", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"))

_Identity = tuple[int, int]
"""Device and number of a file: the same by whatever path it is reached."""


class _Candidate(NamedTuple):
    """A file to read; unless it was named itself, the directory that it must not lead out of."""

    path: Path
    home: Path | None = None


def read_files(paths: Sequence[str], start: Path | None, faults: Faults) -> Iterator[TextFile]:
    """Yield the files that `paths` name, each once; with no paths, those of the nearest `data` above `start`.

    What cannot be read becomes a fault.

    Raises:
        ClaimauditError: there is no file to read at all.
    """
    seen: set[_Identity] = set()
    for candidate in _named(paths, faults) if paths else _found_upwards(start):
        shown = shown_path(candidate.path)
        try:
            _require_inside(candidate)
            identity, content = _content(candidate.path)
            if identity not in seen:
                seen.add(identity)
                yield TextFile(shown, _checked_utf8(content))
        except UnreadableError as error:
            faults.add_unreadable(shown, error)


# --- which files ------------------------------------------------------------------------------------------


def _named(paths: Sequence[str], faults: Faults) -> list[_Candidate]:
    found: list[_Candidate] = []
    missing: list[tuple[str, UnreadableError]] = []
    for path in paths:
        try:
            found += _candidates_at(path)
        except UnreadableError as error:
            missing.append((shown_path(Path(path)) if path else "", error))
    if not found:
        problems = "; ".join(f"{problem.message}: `{shown}`" for shown, problem in missing)
        raise ClaimauditError(problems, hint=missing[0][1].help)
    for shown, problem in missing:
        faults.add_unreadable(shown, problem)
    return found


def _candidates_at(path: str) -> list[_Candidate]:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  to a Path, nothing is the current directory
    except (OSError, ValueError) as error:
        raise UnreadableError(
            _reason(error), help="name a file, or a directory with YAML files in it"
        ) from error
    if not stat.S_ISDIR(mode):
        return [_Candidate(Path(path))]
    home, inner = Path(path), Path(path, _DATA)
    has_data = os.path.isdir(inner)  # noqa: PTH112  a Path raises where it may not look
    return _listed(inner if has_data else home, home)


def _listed(directory: Path, home: Path) -> list[_Candidate]:
    try:
        names = sorted(path.name for path in directory.iterdir())
    except OSError as error:
        raise UnreadableError(_reason(error)) from error
    found = [name for name in names if name.casefold().endswith(_ENDINGS) and not name.startswith(".")]
    if not found:
        raise UnreadableError("no YAML files in the directory", help=f"create `{_LANDMARK}` in it")
    return [_Candidate(directory / name, home) for name in found]


def _found_upwards(start: Path | None) -> list[_Candidate]:
    try:
        here = Path(start or ".").absolute()
        for directory in (here, *here.parents):
            if os.path.exists(directory / _DATA / _LANDMARK):  # noqa: PTH110  a Path raises where it may not look
                return _listed(directory / _DATA, directory)
    except (OSError, UnreadableError) as error:
        raise ClaimauditError(_reason(error), hint="name the files to read") from error
    raise ClaimauditError(
        f"no `{_DATA}/{_LANDMARK}` in `{here.as_posix()}` or in a directory above it",
        hint=f"name the files to read, or create `{_DATA}/{_LANDMARK}`",
    )


def shown_path(path: Path) -> str:
    """Return the path as findings show it: from the current directory where it is below that, else as given."""
    try:
        shown = Path(os.path.normpath(path.absolute())).relative_to(Path.cwd())
    except (OSError, ValueError):
        shown = path
    return shown.as_posix()


# --- opening ----------------------------------------------------------------------------------------------


def _require_inside(candidate: _Candidate) -> None:
    """Refuse a file that a directory leads to by a link, out of it and of the current directory.

    Nobody named it, and a finding would show a line of it.
    """
    if candidate.home is None:
        return
    try:
        target = candidate.path.resolve(strict=True)
        homes = (candidate.home.resolve(), Path.cwd().resolve())
    except (OSError, RuntimeError) as error:
        raise UnreadableError(_reason(error)) from error
    if not any(target.is_relative_to(home) for home in homes):
        raise UnreadableError("a link that leads out of the project", help="name the file that it leads to")


def read_text(path: Path, *, limit: int) -> str:
    """Return the text of one regular file of at most `limit` bytes.

    Raises:
        UnreadableError: it cannot be read, is larger, or is not UTF-8.
    """
    _, content = _content(path, limit)
    return _checked_utf8(content).decode("utf-8")


def _content(path: Path, limit: int = SIZE_LIMIT) -> tuple[_Identity, bytes]:
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise UnreadableError(_reason(error)) from error
    try:
        # NOTE: asked of what is open, not of the path: that may lead elsewhere by now.
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("not a regular file")
        if status.st_size > limit:
            raise _too_large(limit)
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            content = stream.read(limit + 1)
    except OSError as error:
        raise UnreadableError(_reason(error)) from error
    finally:
        os.close(descriptor)
    if len(content) > limit:
        raise _too_large(limit)  # it has grown since
    return (status.st_dev, status.st_ino), content


def _too_large(limit: int) -> UnreadableError:
    return UnreadableError(f"larger than {limit // 1024**2} MiB", help="split it into several files")


def _checked_utf8(content: bytes) -> bytes:
    """Return the content without its byte order mark."""
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


def _reason(error: Exception) -> str:
    if isinstance(error, RuntimeError):  # from Path.resolve, until Python 3.13
        return "links that lead in a circle"
    return (getattr(error, "strerror", None) or str(error)).lower()
