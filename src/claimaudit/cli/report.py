"""`claimaudit report`: what an editor reads before publishing."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from claimaudit.cli.completing import offer_tags, one_of
from claimaudit.cli.declared import AllWords, Command, Exit, Option
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
    VerboseOption,
    paths_of,
    split,
    start_audit,
    words,
)
from claimaudit.cli.streams import complain_of, deliver, is_all_on_a_terminal, page, remark
from claimaudit.errors import ClaimauditError
from claimaudit.text import suggestion, tag_key

if TYPE_CHECKING:
    from claimaudit.report import ClaimReport, Report

EPILOG = "Examples:\n\n\b\n  claimaudit report --flagged\n  claimaudit report data -f json -o report.json"
STATUSES = ("asserted", "reported", "inferred", "speculative", "confirmed", "retracted")
VERDICTS = ("unsupported", "inferred", "single origin", "unclear", "corroborated")


def report(
    paths: Paths = None,
    flagged: Annotated[
        bool, Option("--flagged", help="Only claims with an error, a warning or a mark.")
    ] = False,
    tag: Annotated[
        list[str] | None,
        Option(
            metavar="TAG", help="Only claims with this tag.", show_default=False, autocompletion=offer_tags
        ),
    ] = None,
    status: Annotated[
        list[str] | None,
        Option(
            metavar="STATUS",
            help=f"Only claims of this status: {', '.join(STATUSES)}.",
            show_default=False,
            autocompletion=one_of(STATUSES),
        ),
    ] = None,
    verdict: Annotated[
        list[str] | None,
        Option(
            metavar="VERDICT",
            help=f"Only claims with this verdict: {', '.join(VERDICTS)}.",
            show_default=False,
            autocompletion=one_of(verdict.replace(" ", "-") for verdict in VERDICTS),
        ),
    ] = None,
    sort: Annotated[
        str, Option(**words("file", "worst"), help="Order: as in the files, or the worst first.")
    ] = "file",
    output_format: Annotated[
        str, Option("--output-format", "-f", **words("table", "json"), help="How to write the result.")
    ] = "table",
    output_file: OutputOption = None,
    data: DataOption = None,
    config: ConfigOption = None,
    today: TodayOption = None,
    no_waivers: NoWaiversOption = False,
    color: ColorOption = "auto",
    verbose: VerboseOption = False,
    quiet: QuietOption = False,
    debug: DebugOption = False,  # noqa: ARG001  read by `main`
) -> None:
    """Show what each claim rests on: a summary, the claims by section, what to do first.

    Exits 0, or 2 if something in the files could not be read.
    """
    options = AuditOptions(
        paths_of(paths, data), today, config, heeds_waivers=not no_waivers, verbose=verbose
    )
    audit = start_audit(options)
    whole = audit.report
    statuses, verdicts = _known(status, STATUSES, "status"), _known(verdict, VERDICTS, "verdict")
    chosen = tuple(
        claim
        for claim in _sorted(whole, sort)
        if (not flagged or _is_flagged(whole, claim))
        and (not tag or {tag_key(wanted) for wanted in split(tag)} & {tag_key(own) for own in claim.tags})
        and (not statuses or claim.status in statuses)
        and (not verdicts or claim.verdict in verdicts)
    )
    for unused in () if quiet else _unused_tags(split(tag), whole):
        remark(unused)
    if output_file or not quiet:
        deliver(_rendered(whole, chosen, output_format, color, output_file), output_file)
    if whole.is_unreadable:
        if quiet or output_file or output_format != "table" or not is_all_on_a_terminal():
            complain_of(audit.dossier.faults)  # else they stand at the head of the table already
        raise Exit(2)


COMMAND = Command(report, "What each claim rests on, before publishing.", EPILOG, AllWords("paths", Path))


def _rendered(
    whole: "Report",
    chosen: "tuple[ClaimReport, ...]",
    output_format: str,
    color: str,
    output_file: "Path | None",
) -> str:
    if output_format == "json":
        from claimaudit.render import report_json

        return report_json.render(whole, chosen)
    from claimaudit.render import report_table

    laid_out = page(color, output_file)
    return report_table.render(whole, chosen, width=laid_out.width, color=laid_out.color)


def _known(values: list[str] | None, known: tuple[str, ...], what: str) -> tuple[str, ...]:
    """Return the values of an option, checked against what there is; hyphens stand for spaces."""
    found = tuple(value.replace("-", " ").casefold() for value in split(values))
    for value in found:
        if value not in known:
            near = suggestion(value, known)
            raise ClaimauditError(f"`{value}` is no {what}", hint=near or f"choose from {', '.join(known)}")
    return found


def _unused_tags(wanted: Iterable[str], whole: "Report") -> Iterator[str]:
    """Yield what is to be said of each tag that no claim has; one of them may be misspelt."""
    there = {tag_key(tag): tag for claim in whole.claims for tag in claim.tags}
    for tag in wanted:
        if tag_key(tag) not in there:
            near = suggestion(tag, there.values())
            yield f"no claim has the tag `{tag}`{f': {near}' if near else ''}"


def _is_flagged(whole: "Report", claim: "ClaimReport") -> bool:
    if claim.contested or claim.is_speculative or claim.is_secret_annex:
        return True
    return any(
        finding.claim == claim.id and finding.severity != "note" and not finding.waived
        for finding in whole.findings
    )


def _sorted(whole: "Report", sort: str) -> "list[ClaimReport]":
    """Return the claims as in the files, or the worst first: by finding, then by origins."""
    if sort == "file":
        return list(whole.claims)
    worst: dict[str, int] = {}
    for finding in whole.findings:
        if finding.claim and not finding.waived:
            rank = finding.severity.rank
            worst[finding.claim] = min(rank, worst.get(finding.claim, rank))
    nothing_found = 3
    return sorted(
        whole.claims,
        key=lambda claim: (
            worst.get(claim.id, nothing_found),
            claim.is_speculative,
            claim.support.outlet.high,
            claim.support.outlet.low,
            -len(claim.support.outlets),
        ),
    )
