"""The report an editor reads before publishing: the statement, the claims by section, what to do first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from claimaudit.finding import Finding, Severity
from claimaudit.render.paper import SEVERITY_STYLES, VERDICT_STYLES, Paper, Said, laid_out, said
from claimaudit.report import INPUT_RULES, ClaimReport, Report
from claimaudit.text import counted, listed

if TYPE_CHECKING:
    from rich.table import Table

TABULAR = 64
"""Columns from which claims stand in a table; in fewer each is a few lines."""
ROOMY = 116
"""Columns from which id and text stand side by side."""
LEGEND = (
    "outlets: who carries a claim. origins: how many of them are independent of each other, a range where it is "
    "not declared whom they repeat."
)
_NEW_LINE = Said("\n")
NAMED = 3
"""Claims named under one step."""


def render(
    report: Report, claims: Sequence[ClaimReport], *, width: int | None = 80, color: bool = False
) -> str:
    """Return the report as tables.

    Args:
        report: the audit.
        claims: the claims to list, in the order wanted; those of one section that follow each other stand
            together.
        width: columns of the terminal; None for as many as it takes.
        color: whether to use colour.
    """
    paper = Paper(width, color=color)
    _print_statement(paper, report)
    _print_claims(paper, report, claims)
    _print_findings(paper, report)
    _print_steps(paper, report)
    return paper.text()


def _print_statement(paper: Paper, report: Report) -> None:
    for finding in report.findings:
        if finding.code in INPUT_RULES:
            paper.print(
                said(f"{finding.location}: ", "bold"),
                said(f"error {finding.code} {finding.name}: ", SEVERITY_STYLES["error"]),
                said(finding.message),
            )
            if finding.help.strip():
                paper.print_hanging(("  ", "  "), said(f"help: {finding.help}"))
    for sentence in report.statement:
        paper.print(said(sentence))
    paper.blank()


def _print_claims(paper: Paper, report: Report, claims: Sequence[ClaimReport]) -> None:
    flags = flags_by_claim(report.findings)
    if claims:
        paper.print(said(LEGEND, "dim"))
        paper.blank()
    for section, members in groupby(claims, key=lambda claim: claim.section):
        paper.print(said(section or "Claims", "bold"))
        if paper.width is not None and paper.width < TABULAR:
            _print_stacked(paper, list(members), flags)
        else:
            paper.print_table(_table(paper, list(members), flags))
        paper.blank()
    if len(claims) < len(report.claims):
        paper.print(said(f"{len(claims)} of {counted(len(report.claims), 'claim')} shown."))
        paper.blank()


def _print_stacked(paper: Paper, claims: Sequence[ClaimReport], flags: dict[str, list[str]]) -> None:
    for claim in claims:
        outlets, origins = counted(len(claim.support.outlets), "outlet"), claim.support.outlet.shown
        counts = f"{outlets}, {origins} {'origin' if origins == '1' else 'origins'}"
        paper.print(said(claim.id, "bold"))
        paper.print_hanging(("  ", "  "), said(claim.text))
        if claim.why:
            paper.print_hanging(("  ", "  "), said(_why(claim), "dim"))
        paper.print_hanging(("  ", "  "), said("; ".join([_verdict(claim), counts, *flags_of(claim, flags)])))


def _table(paper: Paper, claims: Sequence[ClaimReport], flags: dict[str, list[str]]) -> "Table":
    from rich import box
    from rich.table import Table

    roomy = paper.width is None or paper.width >= ROOMY
    table = Table(box=box.SIMPLE_HEAD, expand=paper.width is not None, pad_edge=False, show_edge=False)
    if roomy:
        table.add_column("id", overflow="fold", min_width=24)
    table.add_column("claim", overflow="fold", ratio=1)
    table.add_column("verdict", overflow="fold", min_width=13)
    table.add_column("outlets", justify="right", min_width=7)
    table.add_column("origins", justify="right", min_width=7)
    if roomy:
        table.add_column("flags", overflow="fold", min_width=24)
    for claim in claims:
        name, text = said(claim.id, "bold"), _text(claim)
        marks = ", ".join(flags_of(claim, flags))
        counts = (
            laid_out(said(_verdict(claim), VERDICT_STYLES.get(claim.verdict, ""))),
            str(len(claim.support.outlets)),
            claim.support.outlet.shown,
        )
        if roomy:
            table.add_row(laid_out(name), laid_out(*text), *counts, laid_out(said(marks)))
        else:
            flagged = (said(f" [{marks}]", "dim"),) if marks else ()
            table.add_row(laid_out(name, _NEW_LINE, *text, *flagged), *counts)
    return table


def _text(claim: ClaimReport) -> tuple[Said, ...]:
    """Return the claim's text, and under it why its outlets are fewer origins."""
    if not claim.why:
        return (said(claim.text),)
    return said(claim.text), _NEW_LINE, said(_why(claim), "dim")


def _why(claim: ClaimReport) -> str:
    return f"why {claim.support.outlet.shown}: {claim.why}"


def _verdict(claim: ClaimReport) -> str:
    return claim.verdict if claim.is_checked else f"{claim.verdict} (not checked)"


def flags_by_claim(findings: Iterable[Finding]) -> dict[str, list[str]]:
    """Return for each claim the codes of its errors and warnings that are not waived, each once."""
    flags: dict[str, list[str]] = {}
    for finding in findings:
        if finding.claim and finding.severity != "note" and finding.waived is None:
            codes = flags.setdefault(finding.claim, [])
            if finding.code not in codes:
                codes.append(finding.code)
    return flags


def flags_of(claim: ClaimReport, flags: dict[str, list[str]]) -> list[str]:
    """Return what a reader should see at once about a claim."""
    marks = ["contested"] if claim.contested else []
    if claim.is_speculative:
        marks.append("speculative")
    if claim.is_secret_annex:
        marks.append("secret annex")
    return marks + sorted(flags.get(claim.id, []))


def _print_findings(paper: Paper, report: Report) -> None:
    live: dict[str, Counter[Severity]] = {}
    for finding in report.findings:
        if not finding.waived:
            live.setdefault(f"{finding.code} {finding.name}", Counter())[finding.severity] += 1
    if not live:
        return
    paper.print(said("Findings", "bold"))
    for rule, numbers in sorted(live.items()):
        parts = [counted(numbers[severity], severity.value) for severity in Severity if numbers[severity]]
        paper.print_hanging(("  ", "    "), said(f"{rule}: {listed(parts)}"))
    if report.summary.waived:
        paper.print_hanging(("  ", "    "), said(f"waived: {report.summary.waived}"))
    paper.print(said("`claimaudit rule CODE` explains one, `claimaudit check` names the places."))
    paper.blank()


def _print_steps(paper: Paper, report: Report) -> None:
    if not report.steps:
        return
    paper.print(said("What to do first", "bold"))
    for number, step in enumerate(report.steps, start=1):
        names = listed(list(step.claims), limit=NAMED)
        helps = f" ({counted(len(step.claims), 'claim')}: {names})" if step.claims else ""
        paper.print(said(f"{number}. {step.action}{helps}"))
