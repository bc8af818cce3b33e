"""Fingerprints: one a finding, and the same wherever the lines of the file move."""

from datetime import date
from pathlib import Path

from claimaudit import load
from claimaudit.auditing import Audit
from claimaudit.config import Config
from claimaudit.finding import Finding, Severity
from claimaudit.rules import RULES

TWO_WAIVERS_ALIKE = """\
claims:
  - id: four-parts
    text: The plan has four parts.
    status: reported
    evidence: [axios-1]
    waivers:
      - {rule: CA404, by: editor, reason: one}
      - {rule: CA404, by: editor, reason: another}
sources:
  - {id: axios-1, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
"""


def findings_in(text: str, folder: Path) -> tuple[Finding, ...]:
    path = folder / "claims.yaml"
    path.write_text(text, encoding="utf-8")
    return Audit(load(path), Config(), date(2026, 1, 1)).report.findings


def test_two_findings_of_one_rule_on_one_claim_have_two_fingerprints(tmp_path: Path) -> None:
    found = findings_in(TWO_WAIVERS_ALIKE, tmp_path)
    assert [finding.location.line for finding in found if finding.code == "CA901"] == [7, 8]
    assert len({finding.fingerprint for finding in found}) == len(found) == 4


def test_fingerprints_stay_where_lines_move(tmp_path: Path) -> None:
    before = findings_in(TWO_WAIVERS_ALIKE, tmp_path)
    after = findings_in("# a comment\n\n" + TWO_WAIVERS_ALIKE.replace("    status", "\n    status"), tmp_path)
    assert [finding.location.line for finding in before] != [finding.location.line for finding in after]
    assert [finding.fingerprint for finding in before] == [finding.fingerprint for finding in after]


def test_report_tells_of_the_rules_that_spoke(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(TWO_WAIVERS_ALIKE, encoding="utf-8")
    report = Audit(load(path), Config(select=("CA102",)), date(2026, 1, 1)).report
    assert [rule.code for rule in report.rules] == ["CA001", "CA002", "CA003", "CA004", "CA102"]
    single_outlet = next(rule for rule in RULES if rule.code == "CA102")
    assert report.rules[-1].name == "single-outlet"
    assert report.rules[-1].severity == "warning"
    assert report.rules[-1].page == single_outlet.page


def test_report_tells_of_a_rule_the_severity_that_the_house_gave_it(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(TWO_WAIVERS_ALIKE, encoding="utf-8")
    config = Config(select=("CA101", "CA102"), severity={"single-outlet": Severity.NOTE})
    report = Audit(load(path), config, date(2026, 1, 1)).report
    assert [rule.severity for rule in report.rules] == [*["error"] * 5, "note"]
