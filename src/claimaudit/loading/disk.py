"""The disk as a shelf of files: see `claimaudit.loading.files.Shelf`."""

import os
import stat
from collections.abc import Hashable, Sequence
from pathlib import Path

from claimaudit import looks
from claimaudit.loading.faults import UnreadableError
from claimaudit.loading.files import Candidate, NotThereError
from claimaudit.loading.opening import content_of, reason


class Disk:
    """Files as they stand now."""

    def is_directory(self, path: str) -> bool:
        """Return whether a path leads to a directory; to a Path, nothing would be the current one."""
        looks.look(path)
        try:
            return stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116
        except (OSError, ValueError) as error:
            help_ = "name a file, or a directory with YAML files in it"
            raise NotThereError(reason(error), help=help_) from error

    def has(self, path: Path) -> bool:
        """Return whether anything is at a path."""
        looks.look(path)
        return os.path.exists(path)  # noqa: PTH110  a Path raises where it may not look

    def has_directory(self, path: Path) -> bool:
        """Return whether a directory is at a path."""
        looks.look(path)
        return os.path.isdir(path)  # noqa: PTH112  a Path raises where it may not look

    def names(self, directory: Path) -> Sequence[str]:
        """Return what is in a directory."""
        looks.look_at_names(directory)
        try:
            return [path.name for path in directory.iterdir()]
        except OSError as error:
            raise UnreadableError(reason(error)) from error

    def content(self, candidate: Candidate) -> tuple[Hashable, bytes]:
        """Return which file it is, and what stands in it."""
        _require_inside(candidate)
        return content_of(candidate.path)


def _require_inside(candidate: Candidate) -> None:
    """Refuse a file that a directory leads to by a link, out of it and of the current directory.

    Nobody named it, and a finding would show a line of it.
    """
    looks.look(candidate.path)
    if candidate.home is None:
        return
    looks.look(candidate.home)
    try:
        target = candidate.path.resolve(strict=True)
        homes = (candidate.home.resolve(), Path.cwd().resolve())
    except (OSError, RuntimeError) as error:
        raise UnreadableError(reason(error)) from error
    if not any(target.is_relative_to(home) for home in homes):
        raise UnreadableError("a link that leads out of the project", help="name the file that it leads to")
