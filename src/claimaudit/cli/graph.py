"""`claimaudit graph`: who rests on whom, as a tree or a drawing."""

from typing import TYPE_CHECKING, Annotated

from claimaudit.cli.completing import offer_ids
from claimaudit.cli.declared import Argument, Command, Exit, Option
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
from claimaudit.cli.streams import complain_of, deliver, page, remark

if TYPE_CHECKING:
    from pathlib import Path

    from claimaudit.auditing import Audit
    from claimaudit.report.graph import Graph

FORMATS = ("tree", "mermaid", "dot", "graphml", "json")
EPILOG = (
    "Examples:\n\n\b\n  claimaudit graph four-buckets\n  claimaudit graph outlet/axios -f dot -o axios.dot"
)


def graph(
    name: Annotated[
        str | None,
        Argument(
            metavar="ID",
            help="A claim, source, outlet, owner or informant; outlet/axios where one word names two things. "
            "Left out: all claims.",
            show_default=False,
            autocompletion=offer_ids,
        ),
    ] = None,
    depth: Annotated[
        int | None,
        Option(
            min=1,
            metavar="NUMBER",
            help="How many links from the claims, or from ID, are drawn.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        str, Option("--output-format", "-f", **words(*FORMATS), help="How to write the result.")
    ] = "tree",
    output_file: OutputOption = None,
    data: DataOption = None,
    config: ConfigOption = None,
    today: TodayOption = None,
    color: ColorOption = "auto",
    verbose: VerboseOption = False,
    quiet: QuietOption = False,
    debug: DebugOption = False,  # noqa: ARG001  read by `main`
) -> None:
    """Draw who rests on whom: what a claim rests on, what rests on a source or outlet, or the whole dossier.

    Exits 2 if the id is unknown or names two things, or if something in the files could not be read.
    """
    audit = start_audit(AuditOptions(paths_of(None, data), today, config, verbose=verbose))
    drawn = _drawn(audit, name, depth)
    deliver(_rendered(drawn, output_format, color, output_file), output_file, quiet=quiet)
    complain_of(audit.dossier.faults)
    if audit.dossier.faults:
        raise Exit(2)


COMMAND = Command(graph, "Who rests on whom, as a tree or a drawing.", EPILOG)


def _drawn(audit: "Audit", name: str | None, depth: int | None) -> "Graph":
    from claimaudit.auditing import graphing

    if name is None:
        return graphing.draw_dossier(audit.audited, depth=depth)
    kind, entry_id = resolve(audit, name)
    if kind == "claim":
        return graphing.draw_claim(audit.audited, entry_id, depth=depth)
    return graphing.draw_entry(audit.audited, kind, entry_id, depth=depth)


def _rendered(drawn: "Graph", output_format: str, color: str, output_file: "Path | None") -> str:
    match output_format:
        case "mermaid":
            from claimaudit.render import graph_mermaid

            chart = graph_mermaid.render(drawn)
            if chart.remark:
                remark(chart.remark)
            return chart.text
        case "dot":
            from claimaudit.render import graph_dot

            return graph_dot.render(drawn)
        case "graphml":
            from claimaudit.render import graph_graphml

            return graph_graphml.render(drawn)
        case "json":
            from claimaudit.render import graph_json

            return graph_json.render(drawn)
        case _:
            from claimaudit.render import graph_tree

            laid_out = page(color, output_file)
            return graph_tree.render(drawn, width=laid_out.width, color=laid_out.color)
