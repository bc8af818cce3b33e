"""A card, or a check that hides notes, has some findings of the audit, numbered and ordered as there."""

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import DATA, ROOT

from claimaudit import audit, load
from claimaudit.auditing import Audit
from claimaudit.config import Config
from claimaudit.finding import Finding, Severity

TODAY = date(2026, 11, 24)
DOSSIERS = [DATA, *sorted(ROOT.glob("tests/cases/CA[1-9]*/fail/*.yaml"))[::2], ROOT / "tests/cases/input"]


def worst_first(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.severity.rank))


@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda path: "/".join(path.parts[-3:]))
def test_a_card_has_the_findings_of_the_whole_audit_that_concern_it(dossier: Path) -> None:
    loaded = load(dossier)
    everything = audit(loaded, today=TODAY).findings
    cards, several = (
        Audit(loaded, Config(), TODAY) for _ in range(2)
    )  # nobody has asked these for all findings
    for claim in loaded.claim:
        sides = cards.audited.claim[claim].support, cards.audited.claim[claim].against
        led = {source for side in sides for _, source in side.network.sources()}
        concerned = [
            finding
            for finding in everything
            if finding.claim == claim
            or (finding.claim is None and finding.source in led and finding.severity is not Severity.NOTE)
        ]
        assert cards.claim_card(claim, is_only=True).findings == worst_first(concerned)
        assert several.claim_card(claim).findings == worst_first(concerned)
    for source in loaded.source:
        concerned = [finding for finding in everything if finding.source == source]
        assert cards.entry_card("source", source).findings == worst_first(concerned)
    assert "found" not in vars(cards)


@pytest.mark.parametrize("least", Severity)
@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda path: "/".join(path.parts[-3:]))
def test_what_is_at_least_so_grave_is_as_in_the_whole_audit(dossier: Path, least: Severity) -> None:
    loaded = load(dossier)
    everything = Audit(loaded, Config(), TODAY).check
    some = Audit(loaded, Config(), TODAY)
    report = some.check_from(least)
    grave = tuple(finding for finding in everything.findings if finding.severity.rank <= least.rank)
    assert report.findings == grave
    assert (report.summary, report.rules) == (everything.summary, everything.rules)
    assert report.is_unreadable == everything.is_unreadable
    assert "found" not in vars(some)
