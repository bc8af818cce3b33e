"""`claimaudit rank`: what carries the most."""

from typing import TYPE_CHECKING, Annotated, cast

from claimaudit.cli.declared import Argument, Command, Exit, Option
from claimaudit.cli.options import (
    AuditOptions,
    ColorOption,
    ConfigOption,
    DataOption,
    DebugOption,
    OutputOption,
    Paths,
    QuietOption,
    TodayOption,
    VerboseOption,
    paths_of,
    start_audit,
    words,
)
from claimaudit.cli.streams import complain_of, deliver, page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimaudit.provenance.bearing import Kind
    from claimaudit.report import RankRow

EPILOG = (
    "Examples:\n\n\b\n  claimaudit rank outlets\n  claimaudit rank informants data -f csv -o informants.csv"
)
RANKED = ("outlets", "sources", "informants", "owners")


def rank(
    what: Annotated[str, Argument(**words(*RANKED), help="What to rank.")],
    paths: Paths = None,
    output_format: Annotated[
        str,
        Option("--output-format", "-f", **words("table", "json", "csv"), help="How to write the result."),
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
    """Show what carries the most: how many claims fall without it alone, in how many witness sets it stands.

    Exits 0, or 2 if something in the files could not be read.
    """
    audit = start_audit(AuditOptions(paths_of(paths, data), today=today, config=config, verbose=verbose))
    kind = cast("Kind", what)
    rows, remarks = audit.rank(kind), audit.rank_remarks(kind)
    deliver(_rendered(what, rows, remarks, output_format, color, output_file), output_file, quiet=quiet)
    complain_of(audit.dossier.faults)
    if audit.dossier.faults:
        raise Exit(2)


COMMAND = Command(rank, "What carries the most: outlets, sources, ...", EPILOG)


def _rendered(
    what: str,
    rows: "Sequence[RankRow]",
    remarks: "Sequence[str]",
    output_format: str,
    color: str,
    output_file: "Path | None",
) -> str:
    from claimaudit.render import ranking

    match output_format:
        case "json":
            return ranking.render_json(what, rows)
        case "csv":
            return ranking.render_csv(rows)
        case _:
            laid_out = page(color, output_file)
            return ranking.render_table(what, rows, remarks, width=laid_out.width, color=laid_out.color)
