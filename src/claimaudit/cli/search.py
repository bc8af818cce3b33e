"""`claimaudit search`: entries like some words, best first."""

from typing import Annotated

from claimaudit.cli.declared import AllWords, Argument, Command, Exit, Option
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
from claimaudit.cli.streams import complain_of, deliver, page, remark

EPILOG = "Examples:\n\n\b\n  claimaudit search frozen front lines\n  claimaudit search axios --limit 3"


def search(
    words: Annotated[list[str], Argument(metavar="WORDS", help="Words of an id or a text.")],
    limit: Annotated[int, Option(min=1, metavar="NUMBER", help="How many answers at most.")] = 10,
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
    """Find claims, sources, outlets and informants by id or text, best first; spelling need not be right.

    Exits 0, also where nothing is found.
    """
    from claimaudit.render import search_hits

    audit = start_audit(AuditOptions(paths_of(None, data), today=today, config=config, verbose=verbose))
    hits = audit.search(" ".join(words), limit=limit)
    if output_format == "json":
        deliver(search_hits.render_json(hits), output_file, quiet=quiet)
    elif hits:
        laid_out = page(color, output_file)
        deliver(
            search_hits.render_table(hits, width=laid_out.width, color=laid_out.color),
            output_file,
            quiet=quiet,
        )
    else:
        remark("nothing is like these words: try fewer or other ones")
    if audit.dossier.faults:
        complain_of(audit.dossier.faults)
        raise Exit(2)


COMMAND = Command(search, "Find entries by id or text.", EPILOG, AllWords("words", str, least=1))
