"""Every case file has the findings that lie beside it, all of them and no other.

`CA101/fail/name.yaml` is a dossier in which CA101 speaks, `CA101/pass/name.yaml` one in which it is silent. Beside
it, `name.expected` has a line `line:column severity CODE message` for each finding of any rule, by place, and after
that ` [waived by NAME]` where it is waived; without that file there is none. A first line `# policy: ...` says what
the house asks for. What is asked of every citation (CA502, CA505) is only looked at in the folders of those rules.
"""

from datetime import date
from pathlib import Path

import pytest
from benchmarks.policy import config_of

import claimaudit
from claimaudit.rules import RULES

HERE = Path(__file__).parent
TODAY = date(2026, 11, 24)
OF_EVERY_CITATION = {"CA502", "CA505"} & {rule.code for rule in RULES}
CASES = sorted(HERE.glob("CA*/*/*.yaml"))


def _line(finding: claimaudit.Finding) -> str:
    place = f"{finding.location.line}:{finding.location.column}"
    waived = f" [waived by {finding.waived.by}]" if finding.waived else ""
    return f"{place} {finding.severity.value} {finding.code} {finding.message}{waived}"


def _expected(case: Path) -> list[str]:
    beside = case.with_suffix(".expected")
    return beside.read_text("utf-8").splitlines() if beside.exists() else []


@pytest.mark.parametrize("case", CASES, ids=[str(case.relative_to(HERE)) for case in CASES])
def test_case_has_the_findings_beside_it(case: Path) -> None:
    aside = tuple(OF_EVERY_CITATION - {case.parts[-3]})
    config = config_of(case.read_text("utf-8"), ignore=aside)
    findings = claimaudit.audit(claimaudit.load(case), config=config, today=TODAY).findings
    assert [_line(finding) for finding in findings] == _expected(case)


@pytest.mark.parametrize("case", CASES, ids=[str(case.relative_to(HERE)) for case in CASES])
def test_case_lies_in_the_folder_of_what_it_shows(case: Path) -> None:
    code, kind = case.parts[-3:-1]
    speaks = any(f" {code} " in line for line in _expected(case))
    assert speaks == (kind == "fail")


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
@pytest.mark.parametrize("kind", ["fail", "pass"])
def test_every_rule_has_at_least_two_cases_of_each_kind(code: str, kind: str) -> None:
    assert len(list((HERE / code / kind).glob("*.yaml"))) >= 2


def test_every_expectation_lies_beside_a_case() -> None:
    lone = [path for path in HERE.glob("*/*/*.expected") if not path.with_suffix(".yaml").exists()]
    assert lone == []
