"""Fingerprints: one a finding, and the same wherever the lines of the file move."""

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

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


# --- no place in a list -----------------------------------------------------------------------------------

CITED_TWICE = """\
claims:
  - id: four-parts
    text: The plan has four parts.
    evidence:
      - {source: axios-1, basis: derived}
      - {source: afp-1, quote: four parts, informants: [{descriptor: Aide to the envoy, terms: off-record}]}
sources:
  - {id: axios-1, outlet: Axios, reference: p. 1, published: 2025-11-18}
  - {id: afp-1, outlet: AFP, reference: p. 2, published: 2025-11-18, basis: original}
"""
FIRST = "      - {source: axios-1, basis: derived}\n"


def prints_in(text: str, folder: Path) -> dict[str, list[str]]:
    """Return by code the fingerprints, sorted."""
    found: dict[str, list[str]] = {}
    for finding in findings_in(text, folder):
        found.setdefault(finding.code, []).append(finding.fingerprint)
    return {code: sorted(prints) for code, prints in found.items()}


def test_another_order_of_the_evidence_makes_nothing_new(tmp_path: Path) -> None:
    swapped = CITED_TWICE.replace(FIRST, "").replace("sources:\n", f"{FIRST}sources:\n")
    assert {"CA203", "CA505", "CA306", "CA307"} <= prints_in(CITED_TWICE, tmp_path).keys()
    assert prints_in(swapped, tmp_path) == prints_in(CITED_TWICE, tmp_path)


def test_evidence_put_before_makes_nothing_else_new(tmp_path: Path) -> None:
    before = prints_in(CITED_TWICE, tmp_path)
    after = prints_in(
        CITED_TWICE.replace(FIRST, f"      - {{source: afp-1, locator: p. 3}}\n{FIRST}"), tmp_path
    )
    assert [after[code] for code in ("CA203", "CA505", "CA306", "CA307")] == [
        before[code] for code in ("CA203", "CA505", "CA306", "CA307")
    ]


@pytest.mark.parametrize("other", ["Aide to the minister", "Aide to the envoy, kind: office"])
def test_another_informant_in_its_place_is_another_finding(tmp_path: Path, other: str) -> None:
    before = prints_in(CITED_TWICE, tmp_path)["CA307"]
    assert prints_in(CITED_TWICE.replace("Aide to the envoy", other), tmp_path)["CA307"] != before


def test_an_informant_spelled_otherwise_is_the_same_finding(tmp_path: Path) -> None:
    before = prints_in(CITED_TWICE, tmp_path)["CA307"]
    assert (
        prints_in(CITED_TWICE.replace("Aide to the envoy", "aide to  the Envoy"), tmp_path)["CA307"] == before
    )


OF_SEVERAL = {
    "CA201": (
        "{id: b-post, outlet: B Blog, via: [a-post]}",
        "{id: a-post, outlet: A Blog, via: [b-post]}",
    ),
    "CA503": (
        '{id: b-post, outlet: Axios, basis: original, url: "https://axios.example/1"}',
        '{id: a-post, outlet: Axios, basis: original, url: "https://www.axios.example/1/"}',
        '{id: c-post, outlet: Axios, basis: original, url: "http://axios.example/1#top"}',
    ),
    "CA506": (
        "{id: b-post, outlet: Novosti Daily, basis: original}",
        "{id: a-post, outlet: Novosty Daily, basis: original}",
        "{id: c-post, outlet: novostydaily, basis: original}",
    ),
}


@pytest.mark.parametrize("code", OF_SEVERAL)
def test_which_of_several_alike_stands_first_makes_nothing_new(tmp_path: Path, code: str) -> None:
    alike = OF_SEVERAL[code]
    found = [
        prints_in("".join(("sources:\n", *(f"  - {source}\n" for source in order))), tmp_path)[code]
        for order in permutations(alike)
    ]
    assert found == [found[0]] * len(found)
    assert len(found[0]) == (2 if code == "CA503" else 1)


def test_which_of_several_alike_is_waived_makes_no_other_new(tmp_path: Path) -> None:
    first, *others = (f"  - {source}\n" for source in OF_SEVERAL["CA503"])
    waived = [
        other.replace("basis", "waivers: [{rule: CA503, by: me, reason: so}], basis") for other in others
    ]
    live = [
        [
            finding.fingerprint
            for finding in findings_in(f"sources:\n{first}{second}{third}", tmp_path)
            if finding.code == "CA503" and not finding.waived
        ]
        for second, third in ((waived[0], others[1]), (others[0], waived[1]))
    ]
    assert live[0] == live[1]
    assert len(live[0]) == 1


def test_a_circle_of_claims_is_the_same_whichever_stands_first(tmp_path: Path) -> None:
    one, other = (f"  - {{id: {name}, text: It is so., rests_on: [{on}]}}\n" for name, on in ("ba", "ab"))
    found = [prints_in(f"claims:\n{text}", tmp_path)["CA201"] for text in (one + other, other + one)]
    assert found[0] == found[1]
    assert len(found[0]) == 1


VOID_MIDDLE = (
    "  - {id: a, outlet: A, via: [b]}\n",
    "  - {id: b, outlet: B, via: [c], status: retracted}\n",
    "  - {id: c, outlet: C, via: [a, z]}\n",
)


def test_a_circle_with_a_retracted_member_is_as_grave_wherever_that_stands(tmp_path: Path) -> None:
    """By hand: c leads to z, an origin outside of it, so it is a warning, though a leads nowhere."""
    origin = "  - {id: z, outlet: Z, basis: original}\n"
    severities = {
        finding.severity
        for order in permutations(VOID_MIDDLE)
        for finding in findings_in("".join(("sources:\n", origin, *order)), tmp_path)
        if finding.code == "CA201"
    }
    assert severities == {Severity.WARNING}
