"""`claimaudit init`: files to start with."""

import os
import shlex
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from claimaudit.cli.options import DebugOption, QuietOption, words
from claimaudit.cli.streams import deliver
from claimaudit.errors import ClaimauditError
from claimaudit.text import listed, visible

EPILOG = "Examples:\n\n\b\n  claimaudit init\n  claimaudit init bridge-story --ci github --ci pre-commit"

CI_FILES: Mapping[str, tuple[str, str]] = {
    "github": (".github/workflows/claimaudit.yml", "github.yml"),
    "gitlab": (".gitlab-ci.yml", "gitlab.yml"),
    "pre-commit": (".pre-commit-config.yaml", "pre-commit.yaml"),
}
"""What each runner reads, and the starter file for it."""

SHOWN = "bridge-closes-in-may"
"""The claim of the starter files that looks corroborated and is not."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("init", epilog=EPILOG, short_help="Files to start with: a small example with comments.")(init)


def init(
    directory: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="Where to; made if it is not there.", show_default="here"),
    ] = Path(),
    ci: Annotated[
        list[str] | None,
        typer.Option(
            "--ci", **words(*CI_FILES), help="A file for this runner as well; repeatable.", show_default=False
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there already.")] = False,
    quiet: QuietOption = False,
    debug: DebugOption = False,  # noqa: ARG001  read by `main`
) -> None:
    """Write files to start with: data/claims.yaml, data/sources.yaml, claimaudit.toml and the schemas for editors.

    They tell a small made-up story, with comments, and hold one finding worth reading. Nothing that is there already
    is replaced without --force; if anything is, nothing is written and the exit code is 2. Where there are claims
    already, --ci writes the file for the runner alone.
    """
    texts = _texts_for(ci) if ci and _has_claims(directory) else _texts() | _texts_for(ci or ())
    files = {directory / name: text for name, text in texts.items()}
    _require_free(directory, files, force=force)
    _write(files)
    if not quiet:
        deliver(visible(_told(directory, files)), None)


def _has_claims(directory: Path) -> bool:
    return os.path.lexists(directory / "data" / "claims.yaml")


def _texts() -> dict[str, str]:
    """Return what to start with, by the path inside of the directory."""
    from claimaudit.schemas import file_name, schema_text

    texts = {f"data/{name}": _starter(name) for name in ("claims.yaml", "sources.yaml")}
    texts["claimaudit.toml"] = _starter("claimaudit.toml")
    return texts | {
        f"schemas/{file_name(name)}": schema_text(name) for name in ("claims", "sources", "config")
    }


def _texts_for(runners: Sequence[str]) -> dict[str, str]:
    """Return what the runners read, by the path inside of the directory."""
    return {CI_FILES[runner][0]: _starter(CI_FILES[runner][1]) for runner in runners}


def _starter(name: str) -> str:
    from importlib.resources import files

    return (files("claimaudit") / "starter" / name).read_text("utf-8")


# --- what is there already --------------------------------------------------------------------------------


def _require_free(directory: Path, files: Mapping[Path, str], *, force: bool) -> None:
    """Refuse to write where something stands that should stay.

    Raises:
        ClaimauditError: nothing is written then.
    """
    if os.path.lexists(directory) and not os.path.isdir(directory):  # noqa: PTH112  a Path raises where it may not look
        raise ClaimauditError(f"`{directory}` is not a directory", hint="name another one")
    for path in files:
        _require_own(directory, path)
    there = [f"`{path}`" for path in files if os.path.lexists(path)]
    if there and not force:
        verb, them = ("is", "it") if len(there) == 1 else ("are", "them")
        raise ClaimauditError(
            f"{listed(there)} {verb} there already: nothing is written; `--force` replaces {them}"
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


def _write(files: Mapping[Path, str]) -> None:
    """Write all files; if one cannot be written, take away those that were not there before."""
    new = [path for path in files if not os.path.lexists(path)]
    made: list[Path] = []
    try:
        for path, text in files.items():
            _make(path.parent, made)
            deliver(text, path)
    except ClaimauditError as error:
        for path in new:
            with suppress(OSError):
                path.unlink()
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


def _told(directory: Path, files: Mapping[Path, str]) -> str:
    """Return what was written and what to do next."""
    wrote = [f"wrote {path}" for path in files]
    if directory / "data" / "claims.yaml" not in files:
        return "\n".join(wrote) + "\n"
    here = directory == Path()
    place = shlex.quote(str(directory))
    lines = [
        *wrote,
        "",
        "The story is made up. One claim of it looks corroborated and is not. Next:",
        "  claimaudit report" + ("" if here else f" {place}"),
        f"  claimaudit show {SHOWN}" + ("" if here else f" --data {place}"),
        "  claimaudit rule CA104",
    ]
    return "\n".join(lines) + "\n"
