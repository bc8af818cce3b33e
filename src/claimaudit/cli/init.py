"""`claimaudit init`: files to start with."""

import os
import shlex
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, NamedTuple

from claimaudit import __version__
from claimaudit.cli.declared import Argument, Command, Option
from claimaudit.cli.options import PATH, DebugOption, QuietOption, words
from claimaudit.cli.replacing import Written
from claimaudit.cli.runners import RUNNERS, root_of, starter, texts_for
from claimaudit.cli.streams import deliver, deliver_all
from claimaudit.errors import ClaimauditError
from claimaudit.text import listed, uncommanded, visible

EPILOG = "Examples:\n\n\b\n  claimaudit init\n  claimaudit init bridge-story --ci github --ci pre-commit"

SHOWN = "bridge-closes-in-may"
"""The claim of the starter files that looks corroborated and is not."""

_NAMED = 5
"""So many files that are in the way are named."""


def init(
    directory: Annotated[
        Path,
        Argument(metavar="DIR", help="Where to; made if it is not there.", show_default="here", **PATH),
    ] = Path(),
    ci: Annotated[
        list[str] | None,
        Option(
            "--ci", **words(*RUNNERS), help="A file for this runner as well; repeatable.", show_default=False
        ),
    ] = None,
    force: Annotated[bool, Option("--force", help="Replace files that are there already.")] = False,
    quiet: QuietOption = False,
    debug: DebugOption = False,  # noqa: ARG001  read by `main`
) -> None:
    """Write files to start with: data/claims.yaml, data/sources.yaml, claimaudit.toml and the schemas for editors.

    They tell a small made-up story, with comments, and hold one finding worth reading. Nothing that is there already
    is replaced without --force; if anything is, nothing is written and the exit code is 2. Where there are claims
    already, --ci writes the file for the runner alone. That goes to the root of the repository that DIR is in.
    """
    _require_somewhere(directory)
    root = root_of(directory)
    texts = {} if ci and _has_claims(directory) else _texts()
    files = [_File(directory, name, text) for name, text in texts.items()]
    for_runners = [_File(root, name, text) for name, text in texts_for(ci or (), directory, root).items()]
    _require_free(directory, [*files, *for_runners], force=force)
    if files:
        _require_no_strangers(directory, files)
    _write([*files, *for_runners])
    if not quiet:
        deliver(_told(directory, files, for_runners), None)


COMMAND = Command(init, "Files to start with: a small example with comments.", EPILOG)


class _File(NamedTuple):
    """A file to write: the directory that it must not lead out of, the way from there, and what will be in it."""

    home: Path
    name: str
    text: str

    @property
    def path(self) -> Path:
        return self.home / self.name


def _has_claims(directory: Path) -> bool:
    return os.path.lexists(directory / "data" / "claims.yaml")


def _texts() -> dict[str, str]:
    """Return what to start with, by the path inside of the directory."""
    from claimaudit.schemas import file_name, schema_text

    texts = {f"data/{name}": starter(name) for name in ("claims.yaml", "sources.yaml")}
    texts["claimaudit.toml"] = starter("claimaudit.toml")
    return texts | {
        f"schemas/{file_name(name)}": schema_text(name) for name in ("claims", "sources", "config")
    }


# --- what is there already --------------------------------------------------------------------------------


def _require_somewhere(directory: Path) -> None:
    """Refuse where nobody knows what a path leads to: the current directory was taken away."""
    try:
        directory.absolute()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise ClaimauditError(
            f"the current directory cannot be told: {why}", hint="go to another one"
        ) from error


def _require_free(directory: Path, files: Sequence[_File], *, force: bool) -> None:
    """Refuse to write where something stands that should stay.

    Raises:
        ClaimauditError: nothing is written then.
    """
    if os.path.lexists(directory) and not os.path.isdir(directory):  # noqa: PTH112  a Path raises where it may not look
        raise ClaimauditError(f"`{directory}` is not a directory", hint="name another one")
    for file in files:
        _require_own(file.home, file.path)
    there = [f"`{file.path}`" for file in files if os.path.lexists(file.path)]
    if there and not force:
        verb, them = ("is", "it") if len(there) == 1 else ("are", "them")
        raise ClaimauditError(
            f"{listed(there)} {verb} there already: nothing is written; `--force` replaces {them}"
        )


def _require_no_strangers(directory: Path, files: Sequence[_File]) -> None:
    """Refuse a `data` with YAML files that are no part of a dossier: no check would pass for them.

    Raises:
        ClaimauditError: there are some.
    """
    from claimaudit.loading.strangers import strangers_in

    names = [f"`{path}`" for path in strangers_in(directory, {file.path for file in files})]
    if names:
        what = "is no file of claims or sources" if len(names) == 1 else "are no files of claims or sources"
        raise ClaimauditError(
            f"{listed(names, limit=_NAMED)} {what}, and claimaudit reads every YAML file in `data`: nothing is written",
            hint=f"name another directory: `claimaudit init {shlex.quote(str(directory / 'claims'))}`",
        )


def _require_own(directory: Path, path: Path) -> None:
    """Refuse what is no regular file, and a way that leads out of the directory by a link: nobody named that."""
    if os.path.lexists(path) and (path.is_symlink() or not path.is_file()):
        what = "a link" if path.is_symlink() else "no regular file"
        raise ClaimauditError(
            f"`{path}` is {what}: nothing is written", hint="move it away, or name another directory"
        )
    for parent in path.relative_to(directory).parents:
        inner = directory / parent
        if os.path.lexists(inner) and not inner.is_dir():
            raise ClaimauditError(f"`{inner}` is not a directory: nothing is written", hint="move it away")
        if not inner.resolve().is_relative_to(directory.resolve()):
            raise ClaimauditError(
                f"`{inner}` is a link that leads out of `{directory}`: nothing is written",
                hint="take it away",
            )


# --- writing ----------------------------------------------------------------------------------------------


def _write(files: Sequence[_File]) -> None:
    """Write all files or none; if one cannot be written, take away the directories that were made for them."""
    made: list[Path] = []
    try:
        for file in files:
            _make(file.path.parent, made)
        deliver_all(None, [Written(file.path, file.text) for file in files])
    except ClaimauditError as error:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise ClaimauditError(error.message, hint="name another directory") from error


def _make(folder: Path, made: list[Path]) -> None:
    """Make a directory and those above it; add to `made` those that were not there."""
    try:
        missing = [step for step in (folder, *folder.parents) if not os.path.lexists(step)]
        for step in reversed(missing):
            step.mkdir()
            made.append(step)
    except OSError as error:
        raise ClaimauditError(f"cannot make `{folder}`: {(error.strerror or str(error)).lower()}") from error


def _told(directory: Path, files: Sequence[_File], for_runners: Sequence[_File]) -> str:
    """Return what was written and what to do next."""
    wrote = [f"wrote {file.path}" for file in (*files, *for_runners)]
    lines = [*wrote, *_told_of_installing(for_runners), *_told_of_the_story(directory, files)]
    # A directory may have any name: no line of it starts a line of ours.
    return uncommanded("".join(f"{visible(line.replace(chr(10), ' '))}\n" for line in lines))


def _told_of_installing(for_runners: Sequence[_File]) -> list[str]:
    if not for_runners:
        return []
    who = "runner installs" if len(for_runners) == 1 else "runners install"
    return [
        "",
        f"The {who} claimaudit=={__version__} from the package index;",
        "docs/ci.md shows other ways.",
    ]


def _told_of_the_story(directory: Path, files: Sequence[_File]) -> list[str]:
    if not files:
        return []
    here = directory == Path()
    place = shlex.quote(str(directory))
    return [
        "",
        "The story is made up. One claim of it looks corroborated and is not. Next:",
        "  claimaudit report" + ("" if here else f" {place}"),
        f"  claimaudit show {SHOWN}" + ("" if here else f" --data {place}"),
        "  claimaudit rule CA104",
    ]
