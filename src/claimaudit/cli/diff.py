"""`claimaudit diff`: what became of each claim since a revision, and why."""

from typing import TYPE_CHECKING, Annotated

from claimaudit.cli.completing import offer_revisions
from claimaudit.cli.declared import Argument, Command, Exit, Option
from claimaudit.cli.known import NAMED, remark_on_absent
from claimaudit.cli.options import (
    AuditOptions,
    ColorOption,
    ConfigOption,
    DataOption,
    DebugOption,
    NoWaiversOption,
    OutputOption,
    QuietOption,
    Start,
    TodayOption,
    VerboseOption,
    paths_of,
    start_of,
    words,
)
from claimaudit.cli.streams import complain_of, deliver, page, remark
from claimaudit.text import listed

if TYPE_CHECKING:
    from pathlib import Path

    from claimaudit.auditing import Audit
    from claimaudit.report import ChangeReport, Moment

EPILOG = "Examples:\n\n\b\n  claimaudit diff main --fail-on-weaker\n  claimaudit diff v1 v2 -f markdown -o changes.md"


def diff(
    revision: Annotated[
        str,
        Argument(
            metavar="REV",
            help="Git revision to compare with: a branch, a tag, a commit.",
            autocompletion=offer_revisions,
        ),
    ],
    later: Annotated[
        str | None,
        Argument(
            metavar="REV",
            help="A later revision; else the files as they stand.",
            show_default=False,
            autocompletion=offer_revisions,
        ),
    ] = None,
    output_format: Annotated[
        str,
        Option(
            "--output-format", "-f", **words("table", "json", "markdown"), help="How to write the result."
        ),
    ] = "table",
    output_file: OutputOption = None,
    fail_on_weaker: Annotated[bool, Option("--fail-on-weaker", help="Exit 1 if a claim got weaker.")] = False,
    data: DataOption = None,
    config: ConfigOption = None,
    today: TodayOption = None,
    no_waivers: NoWaiversOption = False,
    color: ColorOption = "auto",
    verbose: VerboseOption = False,
    quiet: QuietOption = False,
    debug: DebugOption = False,  # noqa: ARG001  read by `main`
) -> None:
    """Show what became of each claim since a revision: what got weaker first, with the links that are others now.

    Exits 0, or 2 if something could not be read. With --fail-on-weaker it exits 1 if a claim got weaker: fewer
    origins, unsupported, contested or only argued now. `claimaudit check --since REV` fails on new findings.
    """
    from claimaudit.auditing.changes import report_changes
    from claimaudit.report import Moment

    start = start_of(
        AuditOptions(paths_of(None, data), today, config, heeds_waivers=not no_waivers, verbose=verbose)
    )
    after, now = (start.audit(), Moment()) if later is None else _at(start, later, quiet=quiet)
    # As `check --since`: what was waived then is new now that the waiver has ended. Two revisions have one day.
    before, then = _at(start, revision, waivers_end=later is not None, quiet=quiet)
    found = report_changes(before, after, then, now)
    deliver(_rendered(found, output_format, color, output_file), output_file, quiet=quiet)
    complain_of(after.dossier.faults)
    if after.dossier.faults:
        raise Exit(2)
    if fail_on_weaker:
        raise Exit(_weaker(found))


COMMAND = Command(diff, "What became of each claim since a git revision, and why.", EPILOG)


def _weaker(found: "ChangeReport") -> int:
    """Return the exit code: what could not be counted out is no pass."""
    uncertain = [f"`{change.id}`" for change in found.changes if change.is_uncertain]
    if uncertain:
        remark(f"not counted out, so nobody can tell whether it is weaker: {listed(uncertain, limit=NAMED)}")
        return 2
    return int(any(change.outcome == "weaker" for change in found.changes))


def _at(start: Start, revision: str, *, quiet: bool, waivers_end: bool = True) -> "tuple[Audit, Moment]":
    from claimaudit.report import Moment

    found = start.audit_at(revision, waivers_end=waivers_end)
    if not quiet:
        remark_on_absent(revision, found.absent)
    return found.audit, Moment(revision, found.commit)


def _rendered(found: "ChangeReport", output_format: str, color: str, output_file: "Path | None") -> str:
    from claimaudit.render import changes

    match output_format:
        case "json":
            return changes.render_json(found)
        case "markdown":
            return changes.render_markdown(found)
        case _:
            laid_out = page(color, output_file)
            return changes.render_table(found, width=laid_out.width, color=laid_out.color)
