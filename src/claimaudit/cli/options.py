"""Options that commands share, and what they amount to."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import localtime
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from claimaudit import looks
from claimaudit.cli.completing import one_of as offer_one_of
from claimaudit.cli.declared import Argument, Option
from claimaudit.cli.streams import remark
from claimaudit.errors import ClaimauditError
from claimaudit.text import listed, suggestion

if TYPE_CHECKING:
    from claimaudit.auditing import Audit
    from claimaudit.loading.files import NothingThereError
    from claimaudit.loading.settings import Settings
    from claimaudit.model import Dossier


def one_of(*known: str) -> Callable[[str], str]:
    """Return a parser of an option that takes one of a few words; it raises ClaimauditError for another word."""

    def parse(value: str) -> str:
        if value in known:
            return value
        raise ClaimauditError(
            f"`{value}` is none of {listed(known, joiner='or')}", hint=suggestion(value, known)
        )

    return parse


def words(*known: str) -> dict[str, Any]:
    """Return what `Option` needs for an option that takes one of a few words."""
    return {"parser": one_of(*known), "metavar": "|".join(known), "autocompletion": offer_one_of(known)}


PATH = {"readable": False}
"""What every `Option` of a path needs: whether it can be read is asked where it is, and told as a fault."""

Paths = Annotated[
    list[Path] | None,
    Argument(
        metavar="PATHS",
        help="YAML files, or directories of them; else the nearest data/ that holds claims.yaml.",
        show_default=False,
        **PATH,
    ),
]
DataOption = Annotated[
    list[Path] | None,
    Option(
        "--data",
        metavar="PATH",
        help="File or directory to read; may be repeated.",
        show_default=False,
        **PATH,
    ),
]
OutputOption = Annotated[
    Path | None,
    Option(
        "--output-file", "-o", metavar="FILE", help="Write the result to FILE.", show_default=False, **PATH
    ),
]
TodayOption = Annotated[
    str | None,
    Option(metavar="DATE", help="Judge waivers as on this day (2026-12-31).", show_default=False),
]
NoWaiversOption = Annotated[
    bool, Option("--no-waivers", help="Judge as if nothing were waived, in the data or in a comment.")
]
ColorOption = Annotated[str, Option(**words("auto", "always", "never"), help="Use colour.")]
VerboseOption = Annotated[bool, Option("--verbose", "-v", help="Say on standard error which files are read.")]
QuietOption = Annotated[bool, Option("--quiet", "-q", help="Print nothing: files and the exit code speak.")]
ConfigOption = Annotated[
    Path | None,
    Option(
        "--config",
        metavar="FILE",
        help="Read this configuration; else the nearest claimaudit.toml or pyproject.toml with [tool.claimaudit].",
        show_default=False,
        **PATH,
    ),
]
DebugOption = Annotated[bool, Option("--debug", help="Show a traceback if claimaudit itself fails.")]


class AuditOptions(NamedTuple):
    """What to audit and how. What is None is left to the configuration."""

    paths: tuple[Path, ...] = ()
    today: str | None = None
    config: Path | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: str | None = None
    verbose: bool = False
    heeds_waivers: bool = True


def paths_of(positional: list[Path] | None, data: list[Path] | None) -> tuple[Path, ...]:
    """Return the paths to read, those of `--data` after those given without it."""
    return (*(positional or ()), *(data or ()))


class AuditAt(NamedTuple):
    """An audit of a revision: the commit, and which of the paths led to no file then."""

    audit: "Audit"
    commit: str
    absent: tuple[str, ...]


class Start(NamedTuple):
    """Where all audits of one command start from: what was chosen, the files to read (none for the nearest `data`), a day."""

    options: AuditOptions
    settings: "Settings"
    paths: tuple[Path, ...]
    day: date

    def audit(self) -> "Audit":
        """Read the files and return their audit.

        Raises:
            ClaimauditError: there is no file to read.
        """
        from claimaudit.loading import load

        return self._said(self._audit_of(load(*self.paths)))

    def audit_even_of_nothing(self) -> "tuple[Audit, NothingThereError | None]":
        """Return the same; where there is no file to read, an audit that finds that, and the error.

        Raises:
            ClaimauditError: nobody knows where the files would be.
        """
        from claimaudit.loading import dossier_without_files
        from claimaudit.loading.files import NothingThereError

        try:
            return self.audit(), None
        except NothingThereError as error:
            return self._said(self._audit_of(dossier_without_files(error))), error

    def audit_at(self, revision: str, *, waivers_end: bool = True) -> AuditAt:
        """Read the files as they were at a revision of git and return their audit.

        If waivers do not end, one whose day has passed since holds all the same.

        Raises:
            ClaimauditError: they cannot be read.
        """
        from claimaudit.loading.revisions import load_at

        then = load_at(revision, *self.paths)
        return AuditAt(self._audit_of(then.dossier, waivers_end=waivers_end), then.commit, then.absent)

    def _audit_of(self, dossier: "Dossier", *, waivers_end: bool = True) -> "Audit":
        from claimaudit.auditing import Audit

        return Audit(
            dossier,
            self.settings.config,
            self.day,
            heeds_waivers=self.options.heeds_waivers,
            waivers_end=waivers_end,
        )

    def _said(self, audit: "Audit") -> "Audit":
        """Say on standard error which configuration holds and which files were read, if that is asked for."""
        if self.options.verbose:
            remark(f"configuration: {self.settings.path or 'the defaults'}")
            for path in audit.dossier.paths:
                remark(f"read: {path}")
        return audit


def start_of(options: AuditOptions) -> Start:
    """Return where the audits of a command start from.

    Raises:
        ClaimauditError: an option or the configuration makes no sense.
    """
    settings = settings_of(options)
    return Start(options, settings, paths_to_read(options, settings), _day(options.today))


def start_audit(options: AuditOptions) -> "Audit":
    """Read the files and return their audit.

    Raises:
        ClaimauditError: nothing can be read, or an option or the configuration makes no sense.
    """
    return start_of(options).audit()


def paths_to_read(options: AuditOptions, settings: "Settings") -> tuple[Path, ...]:
    """Return the paths that the command line names, else those of the configuration; none for the nearest `data`."""
    return options.paths or settings.data_paths()


def settings_of(options: AuditOptions) -> "Settings":
    """Return the configuration, with what the command line chose in its place.

    It is looked for from the files upwards that the command line names, else from the current directory.

    Raises:
        ClaimauditError: it cannot be read, or it or an option makes no sense.
    """
    from claimaudit.finding import Severity
    from claimaudit.loading.settings import read_settings

    # Whoever selects a rule on the command line wants to see it, whatever the file ignores.
    ignore = () if options.select is not None and options.ignore is None else options.ignore
    return read_settings(options.config, start=_directory_of(options.paths)).changed(
        {
            "select": "--select",
            "ignore": "--select" if options.ignore is None else "--ignore",
            "fail_on": "--fail-on",
        },
        select=options.select,
        ignore=ignore,
        fail_on=None if options.fail_on is None else Severity(options.fail_on),
    )


def _directory_of(paths: tuple[Path, ...]) -> Path | None:
    """Return the nearest directory that all paths are in; None for no paths."""
    for path in paths:
        looks.look(path)
    try:
        homes = [path if path.is_dir() else path.parent for path in map(Path.absolute, paths)]
        return Path(os.path.commonpath(map(os.path.normpath, homes))) if homes else None
    except (OSError, ValueError):  # the current directory is gone; several drives, or a zero byte in a path
        return None


def _day(text: str | None) -> date:
    if text is None:
        now = localtime()  # a zone may be as far away as TZ says: no datetime takes one of 24 hours
        return date(now.tm_year, now.tm_mon, now.tm_mday)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ClaimauditError(f"`{text}` is no day", hint="write it as --today 2026-12-31") from None


def split(values: list[str] | None) -> tuple[str, ...]:
    """Return the parts of options that may be repeated or joined by commas."""
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())
