"""Auditing a dossier: whatever it says, it is counted, and every finding is in the file."""

from datetime import date

from claimaudit.auditing import Audit
from claimaudit.config import Config
from claimaudit.rules import RULES
from fuzz.inputs import loaded, require_inside, text_of
from fuzz.seeds import dossiers as seeds

__all__ = ["check", "seeds"]

TODAY = date(2026, 11, 24)
_CODES = {rule.code for rule in RULES}


def check(content: bytes) -> None:
    """Assert that what these bytes say is counted, with places, and that nothing unread passes."""
    dossier = loaded(content)
    report = Audit(dossier, Config(), TODAY).report
    assert [claim.id for claim in report.claims] == [claim.id for claim in dossier.claims]
    for claim in report.claims:
        for side in (claim.support, claim.against):
            assert all(0 <= level.low <= level.high for level in (side.outlet, side.owner, side.informant))
    places = [finding.location for finding in report.findings]
    places += [related.location for finding in report.findings for related in finding.related]
    require_inside(places, text_of(content))
    fingerprints = {finding.fingerprint for finding in report.findings}
    assert len(fingerprints) == len(report.findings)
    assert {finding.code for finding in report.findings} <= _CODES
    assert report.is_unreadable == bool(dossier.faults)
