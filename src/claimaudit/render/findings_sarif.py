"""Findings as SARIF 2.1.0 (OASIS), within what GitHub code scanning takes."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from claimaudit.finding import Finding, Related
from claimaudit.location import Location
from claimaudit.render.checkout import Checkout
from claimaudit.render.findings_text import message_of
from claimaudit.render.report_json import dumps
from claimaudit.report import CheckReport, RuleReport
from claimaudit.text import counted, visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RESULTS = 5_000
"""Results that GitHub shows of a run; it chooses by itself among more."""
RELATED = 100
"""Places that GitHub keeps of a result."""
DESCRIPTION = 1024
"""Characters of a rule's description that GitHub takes."""

_ROOT = "%SRCROOT%"
_PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}
_SECTION = re.compile(r"^## What it finds\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(\\*)\]\(")
_SEMANTIC = re.compile(r"\d+\.\d+\.\d+")


def render(report: CheckReport, findings: Sequence[Finding], checkout: Checkout, version: str) -> str:
    """Return one run: its rules with their pages, the worst findings, and what could not be done."""
    ranked = sorted(findings, key=lambda finding: finding.severity.rank)
    indices = {rule.code: index for index, rule in enumerate(report.rules)}
    # NOTE: no `automationDetails`: an id there would win over the category that an upload is given.
    run = {
        "tool": {"driver": _driver(report.rules, version)},
        "invocations": [_invocation(report, len(ranked))],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, indices, checkout) for finding in ranked[:RESULTS]],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(rules: Sequence[RuleReport], version: str) -> dict[str, Any]:
    driver: dict[str, Any] = {"name": "claimaudit", "version": version}
    if _SEMANTIC.fullmatch(version):
        driver["semanticVersion"] = version
    return {**driver, "rules": [_rule(rule) for rule in rules]}


def _rule(rule: RuleReport) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": _description(rule)},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {
            "precision": "high",
            "problem.severity": _PROBLEMS[rule.severity],
            "tags": ["claimaudit", "sourcing"],
        },
    }


def _description(rule: RuleReport) -> str:
    """Return what the rule finds, on one line and within the limit."""
    found = _SECTION.search(rule.page)
    text = " ".join((found[1] if found else "").split()) or rule.title
    return text if len(text) <= DESCRIPTION else f"{text[: DESCRIPTION - 1]}…"


def _invocation(report: CheckReport, results: int) -> dict[str, Any]:
    notifications = []
    if report.is_unreadable:
        unchecked = counted(report.summary.unchecked, "claim")
        notifications.append(("error", f"Not all of the input could be read; {unchecked} not checked."))
    if results > RESULTS:
        left_out = counted(results - RESULTS, "finding")
        what = f"{left_out} left out, the least severe: GitHub shows {RESULTS:,} results of a run."
        notifications.append(("warning", what))
    return {
        "executionSuccessful": not report.is_unreadable,
        "toolExecutionNotifications": [
            {"level": level, "message": {"text": text}} for level, text in notifications
        ],
    }


def _result(finding: Finding, indices: Mapping[str, int], checkout: Checkout) -> dict[str, Any]:
    message = message_of(finding)
    if not message.strip():
        message = finding.name
    mend = f"\n\nHelp: {finding.help}" if finding.help.strip() else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": _said(f"{message}{mend}")},
        "locations": [{"physicalLocation": _physical(finding.location, checkout)}],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
            "claimaudit/v1": finding.fingerprint,
        },
    }
    if finding.code in indices:
        result["ruleIndex"] = indices[finding.code]
    if finding.related:
        related = enumerate(finding.related[:RELATED], start=1)
        result["relatedLocations"] = [_related(number, place, checkout) for number, place in related]
    return result


def _related(number: int, related: Related, checkout: Checkout) -> dict[str, Any]:
    place = {"id": number, "physicalLocation": _physical(related.location, checkout)}
    return {**place, "message": {"text": _said(related.message)}} if related.message.strip() else place


def _physical(place: Location, checkout: Checkout) -> dict[str, Any]:
    uri, is_relative = checkout.uri(place.path)
    is_one_line = place.end_line == place.line
    return {
        "artifactLocation": {"uri": uri, "uriBaseId": _ROOT} if is_relative else {"uri": uri},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": max(place.end_column, place.column + 1) if is_one_line else place.end_column,
        },
    }


def _said(text: str) -> str:
    """Return text for a message: SARIF 3.11.6 reads `[text](target)` in it as a link, unless `]` has a backslash.

    Backslashes that stand there already are doubled, for two of them are one that escapes nothing.
    """
    return _LINK.sub(lambda found: f"{2 * found[1]}\\](", visible(text))
