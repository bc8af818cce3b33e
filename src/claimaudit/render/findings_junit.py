"""Findings as JUnit XML: a suite for each file, a case for each finding and for each claim without one."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from claimaudit.finding import Finding, Severity
from claimaudit.location import Location
from claimaudit.render.findings_text import message_of
from claimaudit.report import INPUT_RULES, Report
from claimaudit.text import entity, one_line, spelled, uncommanded, visible

# XML 1.0, production 2: what `visible` leaves and no document may hold, not even as a character reference.
_ILLEGAL = re.compile("[\ufffe\uffff]")


class _Case(NamedTuple):
    """A test case: a finding, or a claim on which nothing is shown."""

    classname: str
    name: str
    location: Location
    finding: Finding | None = None


def render(report: Report, findings: Sequence[Finding], fail_on: Severity) -> str:
    """Return a document in which what makes the check fail fails, and what could not be read is an error."""
    suites = ET.Element("testsuites", name="claimaudit")
    by_file: dict[str, list[_Case]] = {}
    for case in _told_apart(_cases(report, findings)):
        by_file.setdefault(case.location.path, []).append(case)
    for path, cases in sorted(by_file.items()):
        _add_suite(suites, path, cases, fail_on)
    _count(suites)
    ET.indent(suites)
    text = ET.tostring(suites, encoding="unicode")
    # In a log the document is read for commands line by line.
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{uncommanded(text, entity)}\n'


def _cases(report: Report, findings: Sequence[Finding]) -> Iterator[_Case]:
    """Yield the cases by place."""
    cases = [
        _Case(finding.code, finding.claim or finding.source or finding.name, finding.location, finding)
        for finding in findings
    ]
    touched = {finding.claim for finding in findings}
    cases += [
        _Case("claim", claim.id, claim.location)
        for claim in report.claims
        if claim.id not in touched and claim.is_checked
    ]
    yield from sorted(cases, key=lambda case: (case.location, case.classname))


def _told_apart(cases: Iterator[_Case]) -> Iterator[_Case]:
    """Yield the cases, each with a name of its own: a reader follows a case from run to run by it."""
    seen: Counter[tuple[str, str]] = Counter()
    for case in cases:
        seen[case.classname, case.name] += 1
        number = seen[case.classname, case.name]
        name = case.name if number == 1 else f"{case.name} ({number})"
        yield _Case(case.classname, name, case.location, case.finding)


def _add_suite(suites: ET.Element, path: str, cases: Sequence[_Case], fail_on: Severity) -> None:
    suite = ET.SubElement(suites, "testsuite", name=_legal(path))
    for case in cases:
        element = ET.SubElement(
            suite,
            "testcase",
            classname=case.classname,
            name=_legal(case.name),
            file=_legal(path),
            line=str(case.location.line),
            column=str(case.location.column),
        )
        if case.finding is not None:
            _add_outcome(element, case.finding, fail_on)
    _count(suite)


def _add_outcome(element: ET.Element, finding: Finding, fail_on: Severity) -> None:
    if finding.code in INPUT_RULES:
        outcome = ET.SubElement(element, "error", message=_legal(message_of(finding)), type=finding.name)
    elif finding.severity.rank <= fail_on.rank:
        outcome = ET.SubElement(element, "failure", message=_legal(message_of(finding)), type=finding.name)
    else:
        outcome = ET.SubElement(element, "system-out")
    outcome.text = _legal(_text(finding))


def _text(finding: Finding) -> str:
    judgement = f"{finding.severity.value} {finding.code} {finding.name}"
    lines = [f"{finding.location}: {judgement}: {message_of(finding)}"]
    lines += [f"{related.location}: {related.message}" for related in finding.related]
    lines += [f"help: {finding.help}"] if finding.help.strip() else []
    return "\n".join(map(one_line, lines))


def _count(element: ET.Element) -> None:
    """Write how many cases an element holds, and how each kind of them ended."""
    element.set("tests", str(sum(1 for _ in element.iter("testcase"))))
    element.set("failures", str(sum(1 for _ in element.iter("failure"))))
    element.set("errors", str(sum(1 for _ in element.iter("error"))))


def _legal(text: str) -> str:
    return _ILLEGAL.sub(lambda found: spelled(found[0]), visible(text))
