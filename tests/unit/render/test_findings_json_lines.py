"""JSON lines hold the findings of the JSON report, one a line."""

import json

import pytest
from hypothesis import given
from tests.unit.render.reading_back import HOSTILE, TEXTS, saying
from tests.unit.render.samples import FINDING, WAIVED, report

from claimaudit.render import findings_json_lines, report_json


def test_each_line_is_a_finding_of_the_report_the_waived_ones_included() -> None:
    found = report(FINDING, WAIVED)
    lines = findings_json_lines.render(found).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(report_json.render(found))["findings"]
    assert json.loads(lines[1])["waived"]["by"] == "editor"


def test_nothing_found_is_nothing() -> None:
    assert findings_json_lines.render(report()) == ""


def check_comes_back(text: str) -> None:
    written = findings_json_lines.render(report(saying(text, path=text)))
    (line,) = written.splitlines()
    assert json.loads(line)["message"] == json.loads(line)["location"]["path"] == text
    assert "##[" not in line


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back(text: str) -> None:
    check_comes_back(text)


@given(TEXTS)
def test_any_text_comes_back(text: str) -> None:
    check_comes_back(text)
