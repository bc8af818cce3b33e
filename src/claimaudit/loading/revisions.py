"""Reads a dossier as its files were at a revision: from the objects of the repository, without a checkout."""

import os
from collections import deque
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from claimaudit.errors import ClaimauditError
from claimaudit.finding import Finding
from claimaudit.loading.disk import Disk
from claimaudit.loading.entries import read_entries
from claimaudit.loading.faults import Faults, UnreadableError
from claimaudit.loading.files import (
    DATA,
    Candidate,
    Chosen,
    NotThereError,
    home_above,
    in_home,
    named,
    read_files,
    shown,
)
from claimaudit.loading.git import Objects, Repository, TreeEntry
from claimaudit.loading.opening import SIZE_LIMIT, reason, too_large
from claimaudit.loading.resolving import resolve
from claimaudit.model import Dossier
from claimaudit.text import one_line

_LINK = "120000"
_SUBMODULE = "160000"
_HOPS = 40
"""Links that are followed one after the other, as many as Linux does."""
_LONGEST_LINK = 4096


class AtRevision(NamedTuple):
    """A dossier as it was: the commit, and which of the paths led to no file then, as findings show them."""

    dossier: Dossier
    commit: str
    absent: tuple[str, ...]


def load_at(revision: str, *paths: str | os.PathLike[str]) -> AtRevision:
    """Return the dossier that the files held at a revision; where none of the paths was there, an empty one.

    Which files are read is decided as for those on the disk, on what was there then: a directory stands for the
    `data` that it had. With no paths it is the `data` of the directory whose `data` would be read now.

    Raises:
        ClaimauditError: git, the repository or the revision is not there, or the files were broken then.
    """
    given = [os.fspath(path) for path in paths]
    home = None if given else _home_on_disk()
    repository = _repository(given, home)
    commit = repository.commit(revision)
    with repository.objects() as objects:
        tree = Tree(repository.top, repository.entries(commit), objects)
        chosen = named(given, tree) if given else _in_home(home or home_above(None, tree), tree)
        faults = Faults()
        for path, problem in chosen.missing:
            if not isinstance(problem, NotThereError):
                faults.add_unreadable(path, problem)
        dossier = resolve(read_entries(read_files(chosen.candidates, tree, faults), faults), faults)
    if dossier.faults:
        raise _broken(revision, dossier.faults)
    return AtRevision(dossier, commit, tuple(path for path, _ in chosen.missing))


def repository_of(*paths: str | os.PathLike[str]) -> Repository:
    """Return the repository that holds what would be read of these paths.

    Raises:
        ClaimauditError: there is none, or git is not there.
    """
    return _repository([os.fspath(path) for path in paths], None if paths else _home_on_disk())


def _repository(given: Sequence[str], home: Path | None) -> Repository:
    try:
        return Repository(_directory_of(Path(given[0]) if given else home or Path.cwd()))
    except OSError as error:
        raise ClaimauditError(reason(error), hint="name the files to read") from error


def _home_on_disk() -> Path | None:
    try:
        return home_above(None, Disk())
    except ClaimauditError:
        return None


def _in_home(home: Path, tree: "Tree") -> Chosen:
    return in_home(home, tree) if tree.has_directory(home / DATA) else named([os.fspath(home / DATA)], tree)


def _directory_of(path: Path) -> Path:
    """Return the nearest directory at or above a path that is there now."""
    here = Path(os.path.abspath(path))  # noqa: PTH100  normalised, but no link is followed
    return next((above for above in (here, *here.parents) if os.path.isdir(above)), here)  # noqa: PTH112


def _broken(revision: str, faults: Sequence[Finding]) -> ClaimauditError:
    first = faults[0]
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return ClaimauditError(
        f"at {revision}: {first.location}: {first.code} {first.name}: {one_line(first.message)}{more}",
        hint="what could not be read then cannot be compared with: name a revision at which the files are sound",
    )


class Tree:
    """The files of a revision as a shelf: see `claimaudit.loading.files.Shelf`. Links lead only inside of it."""

    def __init__(self, top: Path, entries: Iterable[TreeEntry], objects: Objects) -> None:
        self._top = top
        self._objects = objects
        self._entries: dict[str, TreeEntry] = {}
        self._children: dict[str, set[str]] = {"": set()}
        for entry in entries:
            self._add(entry)
        self._resolved = lru_cache(maxsize=1024)(self._follow)

    def _add(self, entry: TreeEntry) -> None:
        self._entries[entry.path] = entry
        path = entry.path
        while path:
            above, _, name = path.rpartition("/")
            is_known = above in self._children
            self._children.setdefault(above, set()).add(name)
            if is_known:
                return
            path = above

    def is_directory(self, path: str) -> bool:
        """Return whether a path led to a directory then."""
        found = self._at(path)
        if found in self._children:
            return True
        if found not in self._entries:
            raise NotThereError("no such file or directory")
        return False

    def has(self, path: Path) -> bool:
        """Return whether anything was at a path."""
        found = self._find(path)
        return found in self._children or found in self._entries

    def has_directory(self, path: Path) -> bool:
        """Return whether a directory was at a path."""
        return self._find(path) in self._children

    def names(self, directory: Path) -> Sequence[str]:
        """Return what was in a directory."""
        return list(self._children.get(self._at(os.fspath(directory)), ()))

    def content(self, candidate: Candidate) -> tuple[Hashable, bytes]:
        """Return where in the tree a file stood, and what stood in it."""
        found = self._at(os.fspath(candidate.path))
        entry = self._entries.get(found)
        if entry is None:
            raise UnreadableError(
                "not a regular file" if found in self._children else "a link that leads nowhere"
            )
        if self._objects.size(entry.name) > SIZE_LIMIT:
            raise too_large()
        return found, self._objects.content(entry.name)

    # --- paths ------------------------------------------------------------------------------------------

    def _find(self, path: Path) -> str | None:
        """Return where in the tree a path led, or None where it is no path of it."""
        try:
            return self._at(os.fspath(path))
        except (UnreadableError, ClaimauditError):
            return None

    def _at(self, path: str) -> str:
        """Return where in the tree a path led, links followed.

        Raises:
            UnreadableError: out of it, round in a circle, or into a submodule.
            ClaimauditError: it is no path of the repository.
        """
        return self._resolved(self._below_top(path))

    def _below_top(self, path: str) -> str:
        """Return a path from the top of the repository, whichever links led there from outside."""
        try:
            here = Path(os.path.abspath(path))  # noqa: PTH100  normalised, but no link of the tree is followed
            for spelling in (here, here.parent.resolve() / here.name, here.resolve()):
                if spelling.is_relative_to(self._top):
                    below = spelling.relative_to(self._top).as_posix()
                    return "" if below == "." else below
        except (OSError, ValueError, RuntimeError) as error:
            raise UnreadableError(reason(error)) from error
        raise ClaimauditError(
            f"`{shown(Path(path))}` is outside of the repository `{self._top.as_posix()}`",
            hint="name files of one repository",
        )

    def _follow(self, path: str) -> str:
        pending, done, hops = deque(path.split("/")), list[str](), 0
        while pending:
            part = pending.popleft()
            if part in ("", "."):
                continue
            if part == "..":
                if not done:
                    raise _leads_out()
                done.pop()
                continue
            done.append(part)
            entry = self._entries.get("/".join(done))
            if entry is not None and entry.mode == _SUBMODULE:
                name = "/".join(done)
                raise UnreadableError(
                    f"`{name}` is a submodule", help="name a revision of it: run this inside"
                )
            if entry is not None and entry.mode == _LINK:
                hops += 1
                if hops > _HOPS:
                    raise UnreadableError("links that lead in a circle")
                done.pop()
                pending.extendleft(reversed(self._target(entry).split("/")))
        return "/".join(done)

    def _target(self, link: TreeEntry) -> str:
        if self._objects.size(link.name) > _LONGEST_LINK:
            raise _leads_out()
        target = os.fsdecode(self._objects.content(link.name))
        if os.path.isabs(target):  # noqa: PTH117
            raise _leads_out()
        return target


def _leads_out() -> UnreadableError:
    return UnreadableError("a link that leads out of the repository", help="name the file that it leads to")
