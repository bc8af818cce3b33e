"""GitLab Code Quality, read back after the fields that GitLab documents."""

import json
from typing import Any

import pytest
from hypothesis import given
from tests.unit.render.reading_back import CHECKOUT, HOSTILE, NAMES, TEXTS, finding, saying, unspelled
from tests.unit.render.samples import FINDING

from claimaudit.finding import Finding, Severity
from claimaudit.render import findings_gitlab


def rendered(*findings: Finding) -> list[dict[str, Any]]:
    found = json.loads(findings_gitlab.render(findings, CHECKOUT))
    assert isinstance(found, list)
    for entry in found:
        assert entry.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert isinstance(entry["location"]["positions"]["begin"]["line"], int)
    return found


def test_finding() -> None:
    assert rendered(FINDING) == [
        {
            "description": "CA104 false-corroboration: `four-buckets`: 2 outlets, 1 independent origin: "
            "falls if Axios is wrong (Mint <- Axios)",
            "check_name": "false-corroboration",
            "fingerprint": "0123456789abcdef",
            "severity": "major",
            "location": {
                "path": "article/data/claims.yaml",
                "positions": {"begin": {"line": 3, "column": 9}, "end": {"line": 3, "column": 21}},
            },
        }
    ]


def test_severities() -> None:
    unread = finding(1, Severity.ERROR)._replace(code="CA001", name="unreadable-file")
    others = [finding(number, severity) for number, severity in enumerate(Severity, start=2)]
    found = rendered(unread, *others)
    assert [entry["severity"] for entry in found] == ["blocker", "critical", "major", "info"]


def test_nothing_found_is_an_empty_list() -> None:
    assert rendered() == []


def check_comes_back(text: str, name: str) -> None:
    (entry,) = rendered(saying(text, path=name))
    assert unspelled(entry["description"]) == f"CA104 false-corroboration: {text}"
    assert unspelled(entry["location"]["path"]) == f"article/{name}"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back(text: str) -> None:
    check_comes_back(text, text.replace("/", "-"))


@given(TEXTS, NAMES)
def test_any_text_comes_back(text: str, name: str) -> None:
    check_comes_back(text, name)
