"""Which files to read, wherever they are kept: on the disk, or at a revision. Knows nothing of what stands in them."""

import os
from collections.abc import Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from claimaudit.errors import ClaimauditError
from claimaudit.loading.faults import Faults, UnreadableError
from claimaudit.loading.opening import checked_utf8, reason
from claimaudit.loading.text_file import TextFile

DATA = "data"
LANDMARK = "claims.yaml"
_ENDINGS = (".yaml", ".yml")


class NotThereError(UnreadableError):
    """Nothing is at a path, or a directory holds nothing to read."""


class Candidate(NamedTuple):
    """A file to read; unless it was named itself, the directory that it must not lead out of."""

    path: Path
    home: Path | None = None


class Shelf(Protocol):
    """Where files are kept. Paths are as the user gave them: relative ones lead from the current directory."""

    def is_directory(self, path: str) -> bool:
        """Return whether a path leads to a directory.

        Raises:
            NotThereError: it leads to nothing.
            UnreadableError: one may not follow it.
        """

    def has(self, path: Path) -> bool:
        """Return whether anything is at a path."""

    def has_directory(self, path: Path) -> bool:
        """Return whether a directory is at a path."""

    def names(self, directory: Path) -> Sequence[str]:
        """Return what is in a directory, in any order.

        Raises:
            UnreadableError: it cannot be listed.
        """

    def content(self, candidate: Candidate) -> tuple[Hashable, bytes]:
        """Return what tells a file from others, by whatever path it is reached, and all that stands in it.

        Raises:
            UnreadableError: it cannot be read, or is none that one may read.
        """


class Missing(NamedTuple):
    """A path that leads to no file to read, as findings show it, and why."""

    shown: str
    problem: UnreadableError


class NothingThereError(ClaimauditError):
    """There is no file to read; `missing` are the paths where one was looked for."""

    def __init__(self, message: str, hint: str, missing: Sequence[Missing]) -> None:
        super().__init__(message, hint=hint)
        self.missing = tuple(missing)


class Chosen(NamedTuple):
    """The files to read, and the paths that lead to none."""

    candidates: tuple[Candidate, ...]
    missing: tuple[Missing, ...] = ()


def read_files(candidates: Iterable[Candidate], shelf: Shelf, faults: Faults) -> Iterator[TextFile]:
    """Yield the files, each once. What cannot be read becomes a fault."""
    seen: set[Hashable] = set()
    for candidate in candidates:
        path = shown(candidate.path)
        try:
            identity, content = shelf.content(candidate)
            if identity not in seen:
                seen.add(identity)
                yield TextFile(path, checked_utf8(content))
        except UnreadableError as error:
            faults.add_unreadable(path, error)


# --- which files ------------------------------------------------------------------------------------------


def named(paths: Sequence[str], shelf: Shelf) -> Chosen:
    """Return the files that paths lead to: a directory stands for its `data`, if it has one, that for its YAML files."""
    found: list[Candidate] = []
    missing: list[Missing] = []
    for path in paths:
        try:
            found += _candidates_at(path, shelf)
        except UnreadableError as error:
            missing.append(Missing(shown(Path(path)) if path else "", error))
    return Chosen(tuple(found), tuple(missing))


def _candidates_at(path: str, shelf: Shelf) -> list[Candidate]:
    if not shelf.is_directory(path):
        return [Candidate(Path(path))]
    home, inner = Path(path), Path(path, DATA)
    return _listed(inner if shelf.has_directory(inner) else home, home, shelf)


def _listed(directory: Path, home: Path, shelf: Shelf) -> list[Candidate]:
    found = [
        name
        for name in sorted(shelf.names(directory))
        if name.casefold().endswith(_ENDINGS) and not name.startswith(".")
    ]
    if not found:
        raise NotThereError("no YAML files in the directory", help=f"create `{LANDMARK}` in it")
    return [Candidate(directory / name, home) for name in found]


def in_home(home: Path, shelf: Shelf) -> Chosen:
    """Return the files of the `data` that a directory has.

    Raises:
        NothingThereError: it cannot be listed.
    """
    try:
        return Chosen(tuple(_listed(home / DATA, home, shelf)))
    except UnreadableError as error:
        raise _no_claims(error.message, "name the files to read") from error


def home_above(start: Path | None, shelf: Shelf) -> Path:
    """Return the nearest directory, from `start` or the current one upwards, whose `data` holds `claims.yaml`.

    Raises:
        NothingThereError: there is none.
        ClaimauditError: nobody knows where it would be.
    """
    try:
        here = Path(start or ".").absolute()
    except OSError as error:
        raise ClaimauditError(reason(error), hint="name the files to read") from error
    for directory in (here, *here.parents):
        if shelf.has(directory / DATA / LANDMARK):
            return directory
    raise _no_claims(
        f"no `{DATA}/{LANDMARK}` in `{here.as_posix()}` or in a directory above it",
        "name the files to read with --data, or let `claimaudit init` write some to start with",
    )


def _no_claims(message: str, hint: str) -> NothingThereError:
    """Return the error where no path was named: the file that should be there stands for it."""
    missing = Missing(f"{DATA}/{LANDMARK}", NotThereError(message, help=hint))
    return NothingThereError(message, hint, [missing])


def shown(path: Path) -> str:
    """Return the path as findings show it: from the current directory where it is below that, else as given."""
    try:
        below = Path(os.path.normpath(path.absolute())).relative_to(Path.cwd())
    except (OSError, ValueError):
        below = path
    return below.as_posix()
