"""What holds of the findings on any dossier."""

from copy import deepcopy
from datetime import date
from operator import attrgetter
from typing import Any

from hypothesis import HealthCheck, given, settings
from tests.property.dossiers import dossiers
from tests.property.test_independence import read

from claimaudit.auditing import Audit
from claimaudit.config import Config
from claimaudit.finding import Finding
from claimaudit.provenance.grounds import ORIGINAL_KINDS
from claimaudit.rules import RULES

MANY = settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
TOO_FEW = {"CA102", "CA103", "CA104"}
SPEAKS_INSTEAD = TOO_FEW | {"CA101", "CA107", "CA202"}


def _audit(dossier: dict[str, Any]) -> Audit:
    return Audit(read(dossier), Config(), date(2026, 11, 24))


def _codes(findings: tuple[Finding, ...], claim: str) -> list[str]:
    return [finding.code for finding in findings if finding.claim == claim]


@MANY
@given(dossiers())
def test_every_claim_of_one_origin_or_none_is_told_so_once(dossier: dict[str, Any]) -> None:
    audit = _audit(dossier)
    for claim in audit.audited.claims:
        codes = _codes(audit.findings, claim.id)
        said = [code for code in codes if code in {"CA101"} | TOO_FEW]
        if claim.claim.status == "retracted" or claim.origins.high > 1:
            assert said == []
        elif claim.verdict in ("unsupported", "inferred"):
            assert said in ([], ["CA101"])
            assert said or "CA107" in codes
        else:
            assert len(said) == (not claim.support.speaks_for_itself)


@MANY
@given(dossiers())
def test_every_finding_has_a_fingerprint_of_its_own(dossier: dict[str, Any]) -> None:
    findings = _audit(dossier).findings
    assert len({finding.fingerprint for finding in findings}) == len(findings)


@MANY
@given(dossiers())
def test_leaving_out_a_via_frees_no_claim(dossier: dict[str, Any]) -> None:
    """A source that no longer says whom it repeats is undeclared, and CA202 speaks instead of CA102 to CA104.

    Where its evidence says `basis: derived` it grounds nothing any more: then CA101 speaks, or CA107.
    """
    before = _audit(dossier).findings
    for number, source in enumerate(dossier["sources"]):
        if "via" not in source or "basis" in source or source.get("kind") in ORIGINAL_KINDS:
            continue
        changed = deepcopy(dossier)
        del changed["sources"][number]["via"]
        changed["sources"][number]["read"] = True
        after = _audit(changed).findings
        for claim in dossier["claims"]:
            if TOO_FEW.intersection(_codes(before, claim["id"])):
                assert SPEAKS_INSTEAD.intersection(_codes(after, claim["id"]))


@MANY
@given(dossiers())
def test_what_is_found_claim_by_claim_asks_of_no_other_claim(dossier: dict[str, Any]) -> None:
    audited = _audit(dossier).audited
    for rule in filter(attrgetter("by_claim"), RULES):
        by_claim = [seen for claim in audited.claims for seen in rule.check(audited.only(claim.id))]
        assert sorted(map(str, by_claim)) == sorted(map(str, rule.check(audited)))
