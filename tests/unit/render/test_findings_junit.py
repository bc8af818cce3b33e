"""JUnit XML, read back by two readers: junitparser and the XML parser of the standard library."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from junitparser import JUnitXml
from tests.unit.render.reading_back import HOSTILE, NAMES, TEXTS, finding, on_one_line, saying, unspelled
from tests.unit.render.samples import CLAIM, FINDING, HERE, report

from claimaudit.finding import Finding, Severity
from claimaudit.location import Location
from claimaudit.render import findings_junit
from claimaudit.report import Report

OTHER = CLAIM._replace(id="other-claim", location=HERE._replace(line=9))
ELSEWHERE = CLAIM._replace(id="elsewhere", location=Location("data/more.yaml", 2, 9, 2, 18))


def rendered(found: Report, fail_on: Severity = Severity.ERROR) -> ET.Element:
    return ET.fromstring(findings_junit.render(found, found.findings, fail_on))  # noqa: S314  our own


def cases(root: ET.Element) -> list[tuple[str | None, ...]]:
    """Return of each case its suite, class, name, line, and how it ended."""
    return [
        (
            suite.get("name"),
            case.get("classname"),
            case.get("name"),
            case.get("line"),
            *(child.tag for child in case),
        )
        for suite in root.iter("testsuite")
        for case in suite.iter("testcase")
    ]


def test_a_file_is_a_suite_and_a_claim_without_finding_passes() -> None:
    root = rendered(report(FINDING, claims=(CLAIM, OTHER, ELSEWHERE)), Severity.WARNING)
    assert cases(root) == [
        ("data/claims.yaml", "CA104", "four-buckets", "3", "failure"),
        ("data/claims.yaml", "claim", "other-claim", "9"),
        ("data/more.yaml", "claim", "elsewhere", "2"),
    ]
    assert root.attrib == {"name": "claimaudit", "tests": "3", "failures": "1", "errors": "0"}
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("type") == "false-corroboration"
    assert failure.text == (
        "data/claims.yaml:3:9: warning CA104 false-corroboration: `four-buckets`: 2 outlets, "
        "1 independent origin: falls if Axios is wrong (Mint <- Axios)\n"
        "data/claims.yaml:8:9: Mint <- Axios\n"
        "help: find an origin of its own"
    )


def test_what_does_not_make_the_check_fail_passes_and_is_said() -> None:
    root = rendered(report(FINDING))
    assert cases(root) == [("data/claims.yaml", "CA104", "four-buckets", "3", "system-out")]
    assert root.get("failures") == "0"


def test_what_could_not_be_read_is_an_error_and_its_claims_do_not_pass() -> None:
    unread = saying("not YAML")._replace(
        code="CA001", name="unreadable-file", severity=Severity.ERROR, claim=None
    )
    unchecked = OTHER._replace(is_checked=False)
    root = rendered(report(unread, claims=(unchecked,), unchecked=1))
    assert cases(root) == [("data/claims.yaml", "CA001", "unreadable-file", "3", "error")]
    assert (root.get("tests"), root.get("errors"), root.get("failures")) == ("1", "1", "0")


def test_cases_of_one_name_are_told_apart() -> None:
    twice = [finding(1)._replace(location=Location("a.yaml", line, 1, line, 2)) for line in (4, 7)]
    assert [case[2] for case in cases(rendered(report(*twice, claims=())))] == ["claim-1", "claim-1 (2)"]


def test_nothing_audited_is_a_document() -> None:
    assert rendered(report(claims=())).attrib["tests"] == "0"


def check_comes_back(text: str, name: str) -> None:
    found = report(saying(text, text, name)._replace(source=None), claims=())
    written = findings_junit.render(found, found.findings, Severity.WARNING)
    assert "##[" not in written
    root = ET.fromstring(written)  # noqa: S314  our own
    (failure,) = root.iter("failure")
    assert unspelled(failure.get("message", "")) == text
    said, mend = (failure.text or "").rsplit("\nhelp: ", 1) if text.strip() else (failure.text or "", "")
    assert unspelled(mend) == on_one_line(text)
    assert len((failure.text or "").splitlines()) == (2 if text.strip() else 1)
    assert unspelled(said).endswith(on_one_line(f": warning CA104 false-corroboration: {text}"))
    (suite,) = JUnitXml.fromstring(written.encode())
    assert unspelled(suite.name) == name
    (case,) = suite
    assert (case.classname, case.result[0].type) == ("CA104", "false-corroboration")
    assert unspelled(case.result[0].message) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back(text: str) -> None:
    check_comes_back(text, text)


@example(" ", "0")
@given(TEXTS, NAMES)
def test_any_text_comes_back(text: str, name: str) -> None:
    check_comes_back(text, name)


def test_a_log_reads_no_command_in_the_document() -> None:
    told: Finding = saying("x\n::error::forged ##[error]forged")
    written = findings_junit.render(report(told), [told], Severity.WARNING)
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in written.splitlines())
