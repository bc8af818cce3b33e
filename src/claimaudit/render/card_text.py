"""Cards for a terminal or an e-mail: one claim, source, outlet, owner or informant, explained."""

from collections.abc import Iterable, Sequence

from claimaudit.finding import Finding
from claimaudit.render.paper import SEVERITY_STYLES, VERDICT_STYLES, Paper, said
from claimaudit.render.tree_rows import print_rows
from claimaudit.report import Card, ClaimCard, ClaimReport, EntryCard, TreeRow
from claimaudit.text import counted, listed

LISTED = 40
"""Claims listed on the card of an entry before the rest is counted."""


def render(cards: Sequence[Card], *, width: int | None = 80, color: bool = False) -> str:
    """Return the cards one after the other."""
    paper = Paper(width, color=color)
    for number, card in enumerate(cards):
        if number:
            paper.blank()
        if isinstance(card, ClaimCard):
            _print_claim(paper, card)
        else:
            _print_entry(paper, card)
    return paper.text()


def _print_claim(paper: Paper, card: ClaimCard) -> None:
    claim = card.claim
    _print_head(paper, claim.id, str(claim.location))
    paper.print(said(claim.text))
    paper.blank()
    contested = " (contested)" if claim.contested else ""
    checked = "" if claim.is_checked else " Not checked whole: an error in the files touches it."
    paper.print(
        said(f"{claim.verdict}{contested}: ".capitalize(), f"bold {VERDICT_STYLES.get(claim.verdict, '')}"),
        said(f"{claim.meaning}.{checked}"),
    )
    paper.print(said(_standing(claim)))
    _print_tree(paper, "Rests on", card.tree)
    _print_pairs(paper, "Argued from", card.premises)
    _print_pairs(paper, "Origins", card.origins)
    _print_tree(paper, "Against it", card.against)
    _print_pairs(paper, "Origins of what is against it", card.origins_against)
    _print_tree(paper, "Does not count", card.left_out)
    if card.tree or card.premises:
        paper.blank()
        paper.print(said("Independent origins", "bold"))
        for level, line in _levels(claim):
            paper.print_hanging((level, " " * len(level)), said(line))
    _print_lines(paper, "What counts as one", card.as_one)
    _print_findings(paper, card.findings)
    _print_lines(paper, "What would lift it", card.lifts)
    if card.note:
        _print_lines(paper, "Note", [card.note])


def _standing(claim: ClaimReport) -> str:
    parts = [f"status {claim.status}"]
    if claim.tags:
        parts.append(f"tags {', '.join(claim.tags)}")
    if claim.section:
        parts.append(f'section "{claim.section}"')
    if claim.locator:
        parts.append(claim.locator)
    return " · ".join(parts)


def _levels(claim: ClaimReport) -> Iterable[tuple[str, str]]:
    """Yield for each level its name with the number, and what is to be said of it."""
    support = claim.support
    outlets = counted(len(support.outlets), "outlet")
    declared = f"owner declared for {support.owners_declared} of {outlets}" if support.outlets else ""
    yield f"  outlets    {support.outlet.shown:<5} ", _falls(claim, "outlet")
    yield f"  owners     {support.owner.shown:<5} ", declared
    yield f"  informants {support.informant.shown:<5} ", _falls(claim, "informant")


def _falls(claim: ClaimReport, level: str) -> str:
    origins = claim.support.outlet if level == "outlet" else claim.support.informant
    if not origins.high:
        return ""
    names = listed([witness.name for witness in origins.high_witness])
    others = "" if origins.unique or not names else ", or with as many others"
    least = listed([witness.name for witness in origins.low_witness])
    declared = f"; by what is declared, with {least}" if origins.low < origins.high and least else ""
    return f"would fall with {names}{others}{declared}" if names else ""


def _print_entry(paper: Paper, card: EntryCard) -> None:
    _print_head(paper, f"{card.kind} {card.id}", str(card.location))
    paper.print(said(card.title))
    paper.blank()
    room = max((len(name) for name, _ in card.facts), default=0)
    for name, value in card.facts:
        lead = " " * (room + 2)
        paper.print_hanging((f"{name:<{room}}  ", lead), said(value))
    _print_tree(paper, "Rests on", card.tree)
    if card.bears:
        heading = f"{counted(len(card.bears), 'claim')} would fall without it alone"
        _print_lines(paper, heading, [listed(list(card.bears))])
    if card.claims:
        heading = f"{counted(len(card.claims), 'claim')} {'leads' if len(card.claims) == 1 else 'lead'} to it"
        shown = card.claims[:LISTED]
        _print_pairs(paper, heading, shown)
        if len(card.claims) > LISTED:
            paper.print(said(f"  and {counted(len(card.claims) - LISTED, 'more claim')}"))
    _print_pairs(paper, "Speaks against", card.against)
    if not card.claims and not card.against:
        paper.blank()
        paper.print(
            said("No claim that could be checked leads to it." if card.remarks else "No claim leads to it.")
        )
    for remark in card.remarks:
        paper.print(said(remark))
    _print_findings(paper, card.findings)


def _print_head(paper: Paper, name: str, place: str) -> None:
    paper.print(said(name, "bold"), said(f"  {place}", "dim"))


def _print_tree(paper: Paper, heading: str, rows: Sequence[TreeRow]) -> None:
    if not rows:
        return
    paper.blank()
    paper.print(said(heading, "bold"))
    print_rows(paper, rows)


def _print_pairs(paper: Paper, heading: str, pairs: Sequence[tuple[str, str]]) -> None:
    if not pairs:
        return
    paper.blank()
    paper.print(said(heading, "bold"))
    for name, sentence in pairs:
        paper.print_hanging(("- ", "  "), said(f"{name}: {sentence}"))


def _print_lines(paper: Paper, heading: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    paper.blank()
    paper.print(said(heading, "bold"))
    for line in lines:
        paper.print_hanging(("- ", "  "), said(line))


def _print_findings(paper: Paper, findings: Sequence[Finding]) -> None:
    if not findings:
        return
    paper.blank()
    paper.print(said("Findings", "bold"))
    for finding in findings:
        waived = f" [waived by {finding.waived.by}: {finding.waived.reason}]" if finding.waived else ""
        severity = said(finding.severity.value, SEVERITY_STYLES[finding.severity.value])
        rest = said(f" {finding.code} {finding.name}: {finding.message}{waived}")
        paper.print_hanging(("- ", "  "), severity, rest)
