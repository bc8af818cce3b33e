"""`claimaudit list`: claims, sources or outlets, a row each."""

from typing import TYPE_CHECKING, Annotated

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
from claimaudit.cli.streams import Page, complain_of, deliver, page

if TYPE_CHECKING:
    from claimaudit.auditing import Audit

EPILOG = "Examples:\n\n\b\n  claimaudit list claims\n  claimaudit list outlets data -f json"


def list_(
    what: Annotated[str, Argument(**words("claims", "sources", "outlets"), help="What to list.")],
    paths: Paths = None,
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
    """List the claims, sources or outlets with what was counted on each."""
    audit = start_audit(AuditOptions(paths_of(paths, data), today=today, config=config, verbose=verbose))
    text = _rendered(audit, what, output_format, page(color, output_file))
    deliver(text, output_file, quiet=quiet)
    if audit.dossier.faults:
        complain_of(audit.dossier.faults)
        raise Exit(2)


COMMAND = Command(list_, "Claims, sources or outlets, a row each.", EPILOG)


def _rendered(audit: "Audit", what: str, output_format: str, laid_out: Page) -> str:
    from claimaudit.render import listing

    as_json = output_format == "json"
    width, color = laid_out.width, laid_out.color
    if what == "claims":
        claims = audit.claims
        return (
            listing.claims_json(claims) if as_json else listing.claims_table(claims, width=width, color=color)
        )
    if what == "sources":
        sources = audit.sources
        return (
            listing.sources_json(sources)
            if as_json
            else listing.sources_table(sources, width=width, color=color)
        )
    outlets = audit.outlets
    return (
        listing.outlets_json(outlets) if as_json else listing.outlets_table(outlets, width=width, color=color)
    )
