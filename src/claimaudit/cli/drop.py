"""`claimaudit drop`: the audit as it would be without some entries."""

from typing import TYPE_CHECKING, Annotated

from claimaudit.cli.completing import offer_ids_of_what_claims_rest_on
from claimaudit.cli.declared import AllWords, Argument, Command, Exit, Option
from claimaudit.cli.naming import resolve
from claimaudit.cli.options import (
    AuditOptions,
    ColorOption,
    ConfigOption,
    DataOption,
    DebugOption,
    OutputOption,
    QuietOption,
    TodayOption,
    VerboseOption,
    paths_of,
    start_audit,
    words,
)
from claimaudit.cli.streams import complain, complain_of, deliver, page
from claimaudit.errors import ClaimauditError

if TYPE_CHECKING:
    from pathlib import Path

    from claimaudit.auditing import Audit
    from claimaudit.report import CardKind, DropReport

EPILOG = "Examples:\n\n\b\n  claimaudit drop outlet/axios\n  claimaudit drop draft-28-points outlet/reuters -f json"


def drop(
    ids: Annotated[
        list[str],
        Argument(
            metavar="ID",
            help="Sources, outlets, owners or informants; outlet/axios where one word names two things.",
            autocompletion=offer_ids_of_what_claims_rest_on,
        ),
    ],
    output_format: Annotated[
        str, Option("--output-format", "-f", **words("table", "json"), help="How to write the result.")
    ] = "table",
    output_file: OutputOption = None,
    data: DataOption = None,
    config: ConfigOption = None,
    today: TodayOption = None,
    color: ColorOption = "auto",
    verbose: VerboseOption = False,
    quiet: QuietOption = False,
    debug: DebugOption = False,  # noqa: ARG001  read by `main`
) -> None:
    """Show which claims would fall, and which keep a single origin, without these: before and after side by side.

    Nothing is written to the files. Exits 0, or 2 if an id is unknown or something in the files could not be read.
    """
    audit = start_audit(AuditOptions(paths_of(None, data), today, config, verbose=verbose))
    entries: list[tuple[CardKind, str]] = []
    failed = False
    for name in ids:
        try:
            entries.append(_resolved(audit, name))
        except ClaimauditError as error:
            complain(error)
            failed = True
    if entries and not failed:
        deliver(_rendered(audit.drop(entries), output_format, color, output_file), output_file, quiet=quiet)
    complain_of(audit.dossier.faults)
    if failed or audit.dossier.faults:
        raise Exit(2)


COMMAND = Command(
    drop, "What if: the audit without some sources or outlets.", EPILOG, AllWords("ids", str, least=1)
)


def _resolved(audit: "Audit", name: str) -> "tuple[CardKind, str]":
    from claimaudit.auditing.whatif import can_be_dropped

    kind, entry_id = resolve(audit, name)
    if not can_be_dropped(kind):
        raise ClaimauditError(
            f"`{entry_id}` is a claim: what can be dropped is what claims rest on",
            hint=f"`claimaudit show {entry_id}` names its sources",
        )
    return kind, entry_id


def _rendered(found: "DropReport", output_format: str, color: str, output_file: "Path | None") -> str:
    from claimaudit.render import drop_report

    if output_format == "json":
        return drop_report.render_json(found)
    laid_out = page(color, output_file)
    return drop_report.render_table(found, width=laid_out.width, color=laid_out.color)
