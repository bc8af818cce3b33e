"""The files by which runners (GitHub, GitLab, pre-commit) check a dossier: where each belongs, and what is in it."""

import os
import re
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from claimaudit import __version__
from claimaudit.errors import ClaimauditError


class Runner(NamedTuple):
    """What a runner reads, from the root of the repository; the starter file for it; the options of the check."""

    path: str
    starter: str
    options: str = ""


RUNNERS: Mapping[str, Runner] = {
    "github": Runner(".github/workflows/claimaudit.yml", "github.yml", " -f github"),
    "gitlab": Runner(".gitlab-ci.yml", "gitlab.yml", " -f gitlab:gl-code-quality-report.json"),
    "pre-commit": Runner(".pre-commit-config.yaml", "pre-commit.yaml"),
}

_SLOT = re.compile("@(VERSION|CHECK|FILES)@")


def starter(name: str) -> str:
    """Return a file to start with, as it is shipped."""
    from importlib.resources import files

    return (files("claimaudit") / "starter" / name).read_text("utf-8")


def root_of(directory: Path) -> Path:
    """Return the root of the repository that a directory is in, or will be: runners read their files there alone.

    It is the directory itself where there is no repository.
    """
    try:
        real = directory.resolve()
        root = next(place for place in (real, *real.parents) if os.path.lexists(place / ".git"))
        if root == real:
            return directory
        return root if directory.is_absolute() else Path(os.path.relpath(root))
    except (StopIteration, OSError, RuntimeError):  # RuntimeError: links in a circle, until Python 3.13
        return directory


def texts_for(runners: Sequence[str], directory: Path, root: Path) -> dict[str, str]:
    """Return what the runners read, by the path from the root.

    Raises:
        ClaimauditError: the path of the directory cannot stand in such a file.
    """
    if not runners:
        return {}
    place = _place_of(directory, root)
    return {RUNNERS[name].path: _text(RUNNERS[name], place) for name in runners}


def _place_of(directory: Path, root: Path) -> str:
    """Return the way from the root to a directory, empty where they are the same."""
    place = "" if directory == root else directory.resolve().relative_to(root.resolve()).as_posix()
    # GitHub fills in what stands in such brackets before any shell sees it.
    if "${{" in place or not place.isprintable():
        raise ClaimauditError(
            f"a file for a runner cannot name `{place}`: nothing is written",
            hint="give the directory a name without `${{` and without invisible characters",
        )
    return place


def _text(runner: Runner, place: str) -> str:
    filled = {
        "VERSION": __version__,
        "CHECK": _plain(f"claimaudit check{_argument(place)}{runner.options}"),
        "FILES": _plain(_pattern(place)),
    }
    return _SLOT.sub(lambda slot: filled[slot[1]], starter(runner.starter))


def _argument(place: str) -> str:
    if not place:
        return ""
    return " " + shlex.quote(f"./{place}" if place.startswith("-") else place)


def _pattern(place: str) -> str:
    """Return which files matter: those of the dossier, and the configuration, which may stand further up."""
    folder = re.escape(f"{place}/" if place else "")
    return rf"^{folder}data/[^/]+\.ya?ml$|(^|/)(claimaudit|pyproject)\.toml$"


def _plain(text: str) -> str:
    """Return a text as YAML, in quotes where it would be read as something else without."""
    import json

    harmless = re.fullmatch(r"[\w^(][\w ./^$|()\[\]+?\\*'=:-]*", text) and ": " not in text
    return text if harmless and not text.endswith(":") else json.dumps(text, ensure_ascii=False)
