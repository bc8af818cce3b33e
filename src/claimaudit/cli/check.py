"""`claimaudit check`: the gate in CI."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from claimaudit import __version__
from claimaudit.cli.completing import offer_rules, one_of
from claimaudit.cli.declared import AllWords, Command, Exit, Option
from claimaudit.cli.known import BaselineOption, Before, SinceOption, WriteBaselineOption, compare
from claimaudit.cli.options import (
    AuditOptions,
    ColorOption,
    ConfigOption,
    DataOption,
    DebugOption,
    NoWaiversOption,
    OutputOption,
    Paths,
    QuietOption,
    TodayOption,
    paths_of,
    split,
    start_of,
    words,
)
from claimaudit.cli.outputs import USUAL, Output, find_checkout, outputs_of
from claimaudit.cli.replacing import Written
from claimaudit.cli.streams import complain, deliver_all, page, remark
from claimaudit.render.formats import FORMATS, NEEDS_ALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimaudit.auditing import Audit
    from claimaudit.finding import Severity
    from claimaudit.render.formats import Result
    from claimaudit.report import CheckReport

SEVERITIES = ("error", "warning", "note")

EPILOG = (
    "Examples:\n\n\b\n  claimaudit check data --fail-on warning --ignore CA207\n"
    "  claimaudit check -f github -f sarif:out.sarif -f junit:junit.xml"
)


def check(
    paths: Paths = None,
    fail_on: Annotated[
        str | None,
        Option(
            **words(*SEVERITIES),
            help="Exit 1 from this severity upwards; error, unless the configuration says otherwise.",
            show_default=False,
        ),
    ] = None,
    show: Annotated[
        str, Option(**words(*SEVERITIES), help="Print findings from this severity upwards.")
    ] = "warning",
    select: Annotated[
        list[str] | None,
        Option(
            metavar="RULE",
            help="Only these rules: codes, starts of codes, names.",
            show_default=False,
            autocompletion=offer_rules,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        Option(metavar="RULE", help="All but these rules.", show_default=False, autocompletion=offer_rules),
    ] = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    since: SinceOption = None,
    exit_zero: Annotated[bool, Option("--exit-zero", help="Exit 0 where it would be 1.")] = False,
    output_format: Annotated[
        list[str] | None,
        Option(
            "--output-format",
            "-f",
            metavar="FORMAT[:FILE]",
            help=f"How to write the result: {', '.join(FORMATS)}. May be repeated, all but one with a FILE; "
            f"without that one, {USUAL} is printed.",
            show_default=False,
            autocompletion=one_of(FORMATS),
        ),
    ] = None,
    output_file: OutputOption = None,
    data: DataOption = None,
    config: ConfigOption = None,
    today: TodayOption = None,
    no_waivers: NoWaiversOption = False,
    color: ColorOption = "auto",
    verbose: Annotated[
        bool,
        Option("--verbose", "-v", help="Print notes and waived findings too; say which files are read."),
    ] = False,
    quiet: QuietOption = False,
    debug: DebugOption = False,  # noqa: ARG001  read by `main`
) -> None:
    """Check the files: exit 0 if nothing is found at or above --fail-on, 1 if it is, 2 if something is unreadable."""
    outputs = outputs_of(output_format or (), output_file, write_baseline)
    options = AuditOptions(
        paths_of(paths, data),
        today,
        config,
        select=split(select) or None,
        ignore=None if ignore is None else split(ignore),
        fail_on=fail_on,
        verbose=verbose,
        heeds_waivers=not no_waivers,
    )
    start = start_of(options)
    failing = start.settings.config.fail_on
    audit, missing = start.audit_even_of_nothing()
    before = Before(baseline, write_baseline, since)
    if missing:
        before = Before(write_baseline=write_baseline)  # nothing is there to be known
    compared = compare(audit, before, start, quiet=quiet)
    least = max(_severity(show), failing, key=lambda severity: severity.rank)  # what makes it fail is shown
    needs_all = verbose or not NEEDS_ALL.isdisjoint([output.format for output in outputs])
    report = compared.audit.check if needs_all else compared.audit.check_from(least)
    result = _result(report, compared.audit, least, failing, verbose=verbose)
    written = [output for output in outputs if output.file or not quiet]
    _write(result, written, color, compared.baseline)
    if missing and not any(output.is_read_in_log for output in written):
        complain(missing)
    for line in () if quiet else compared.remarks:
        remark(line)
    raise Exit(_exit_code(report, failing, exit_zero=exit_zero))


COMMAND = Command(check, "The gate in CI: findings, and an exit code.", EPILOG, AllWords("paths", Path))


def _severity(word: str) -> "Severity":
    from claimaudit.finding import Severity

    return Severity(word)


def _exit_code(report: "CheckReport", fail_on: "Severity", *, exit_zero: bool) -> int:
    if report.is_unreadable:
        return 2
    fails = any(
        finding.waived is None and finding.severity.rank <= fail_on.rank for finding in report.findings
    )
    return int(fails and not exit_zero)


def _result(
    report: "CheckReport", audit: "Audit", least: "Severity", fail_on: "Severity", *, verbose: bool
) -> "Result":
    """Return what was found and what of it is shown: findings as bad as `least`, or worse."""
    from claimaudit.render.formats import Result

    findings = [
        finding
        for finding in report.findings
        if finding.waived is None and finding.severity.rank <= least.rank
    ]
    more = report.findings if verbose else findings
    return Result(report, lambda: audit.report, findings, more, fail_on, find_checkout(), __version__)


def _write(result: "Result", outputs: "Sequence[Output]", color: str, baseline: Written | None) -> None:
    """Write all formats, once every one of them is rendered, and the baseline: all or none."""
    rendered = [(output.file, _rendered(result, output, color)) for output in outputs]
    printed = [text for file, text in rendered if file is None]
    files = [Written(file, text) for file, text in rendered if file is not None]
    files += [] if baseline is None else [baseline]
    deliver_all("".join(printed) if printed else None, files)


def _rendered(result: "Result", output: Output, color: str) -> str:
    from claimaudit.render.findings_text import Style

    laid_out = page(color, output.file)
    return FORMATS[output.format](result, Style(laid_out.width, laid_out.color))
