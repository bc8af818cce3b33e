"""`claimaudit check`: the gate in CI."""

from typing import TYPE_CHECKING, Annotated

import typer

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
    paths_of,
    split,
    start_audit,
    words,
)
from claimaudit.cli.streams import deliver, page

if TYPE_CHECKING:
    from pathlib import Path

    from claimaudit.finding import Finding, Severity
    from claimaudit.report import Report

SEVERITIES = ("error", "warning", "note")

EPILOG = "Examples:\n\n\b\n  claimaudit check\n  claimaudit check data --fail-on warning --ignore CA207"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", epilog=EPILOG, short_help="The gate in CI: findings, and an exit code.")(check)


def check(
    paths: Paths = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            **words(*SEVERITIES),
            help="Exit 1 from this severity upwards; error, unless the configuration says otherwise.",
            show_default=False,
        ),
    ] = None,
    show: Annotated[
        str, typer.Option(**words(*SEVERITIES), help="Print findings from this severity upwards.")
    ] = "warning",
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULE", help="Only these rules: codes, starts of codes, names.", show_default=False
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="All but these rules.", show_default=False)
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 where it would be 1.")] = False,
    output_format: Annotated[
        str,
        typer.Option(
            "--output-format", "-f", **words("full", "concise", "json"), help="How to write the result."
        ),
    ] = "full",
    output_file: OutputOption = None,
    data: DataOption = None,
    config: ConfigOption = None,
    today: TodayOption = None,
    color: ColorOption = "auto",
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Print notes and waived findings too.")
    ] = False,
    quiet: QuietOption = False,
    debug: DebugOption = False,  # noqa: ARG001  read by `main`
) -> None:
    """Check the files: exit 0 if nothing is found at or above --fail-on, 1 if it is, 2 if something is unreadable."""
    chosen = split(select) or None
    options = AuditOptions(paths_of(paths, data), today, config, chosen, split(ignore) or None, fail_on)
    audit = start_audit(options)
    report, failing = audit.report, audit.config.fail_on
    least = max(_rank(show), failing.rank)  # what makes it fail is shown
    shown = [
        finding
        for finding in report.findings
        if verbose or (finding.waived is None and finding.severity.rank <= least)
    ]
    if not quiet:
        deliver(_rendered(report, shown, output_format, color, output_file), output_file)
    raise typer.Exit(_exit_code(report, failing, exit_zero=exit_zero))


def _rank(severity: str) -> int:
    from claimaudit.finding import Severity

    return Severity(severity).rank


def _exit_code(report: "Report", fail_on: "Severity", *, exit_zero: bool) -> int:
    if report.is_unreadable:
        return 2
    fails = any(
        finding.waived is None and finding.severity.rank <= fail_on.rank for finding in report.findings
    )
    return int(fails and not exit_zero)


def _rendered(
    report: "Report", shown: "list[Finding]", output_format: str, color: str, output_file: "Path | None"
) -> str:
    if output_format == "json":
        from claimaudit.render import report_json

        return report_json.render(report)
    from claimaudit.render import findings_text

    laid_out = page(color, output_file)
    style = findings_text.Style(laid_out.width, laid_out.color)
    if output_format == "concise":
        return findings_text.render_concise(report, shown, style)
    return findings_text.render_full(report, shown, style)
