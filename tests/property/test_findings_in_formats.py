"""Findings in every format of `check`, read back: each of them once, with the very text that each field had."""

import json
from collections.abc import Sequence
from random import Random
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.render.reading_back import CHECKOUT, HOSTILE, NAMES, TEXTS, on_one_line, unspelled
from tests.unit.render.samples import CLAIM, report
from tests.unit.render.test_findings_github import parsed
from tests.unit.render.test_findings_markdown import as_another_reads, as_github_shows
from tests.unit.render.test_findings_sarif import unlinked

from claimaudit.finding import Finding, KnownFinding, Related, Severity, Waived
from claimaudit.location import Location
from claimaudit.render import (
    baseline,
    findings_github,
    findings_gitlab,
    findings_json_lines,
    findings_junit,
    findings_markdown,
    findings_sarif,
    findings_text,
    report_json,
)
from claimaudit.report import INPUT_RULES, ClaimReport
from claimaudit.rules import RULES

WORDS = TEXTS | st.sampled_from(HOSTILE)
PATHS = NAMES | st.sampled_from(HOSTILE).map(lambda text: text.replace("/", "-")).filter(str.strip)


@st.composite
def findings(draw: st.DrawFn) -> tuple[Finding, ...]:
    """Draw findings with any text in any field, and a fingerprint that no other has.

    The texts are drawn, who says which is left to a random number generator: that is many times as fast.
    """
    words = draw(st.lists(WORDS, min_size=3, max_size=8))
    paths = draw(st.lists(PATHS, min_size=1, max_size=3))
    random = Random(draw(st.integers(0, 2**32)))  # noqa: S311  no secret
    names = [None, *filter(str.strip, words)]
    found = []
    for number in range(random.randint(0, 5)):
        rule = random.choice(RULES)
        finding = Finding(
            code=rule.code,
            name=rule.name,
            severity=random.choice(list(Severity)),
            message=random.choice(words),
            location=place_in(paths, random),
            claim=random.choice(names),
            source=random.choice(names),
            help=random.choice(words),
            related=tuple(
                Related(random.choice(words), place_in(paths, random)) for _ in range(random.randint(0, 2))
            ),
            waived=random.choice(
                [None, Waived(random.choice(words), random.choice(words), random.choice(words))]
            ),
            fingerprint=f"{number:016x}",
            excerpt=random.choice(words).replace("\n", " "),
        )
        found.append(finding)
    return tuple(found)


def place_in(paths: Sequence[str], random: Random) -> Location:
    line, column = random.randint(1, 99), random.randint(1, 99)
    return Location(
        random.choice(paths), line, column, line + random.randint(0, 2), column + random.randint(1, 99)
    )


def message_of(finding: Finding) -> str:
    """Return what is said where the claim or the source does not stand beside it."""
    name = finding.claim or finding.source
    return (
        finding.message if name is None or f"`{name}`" in finding.message else f"`{name}`: {finding.message}"
    )


def worst_first(found: Sequence[Finding]) -> list[Finding]:
    order = [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    return sorted(found, key=lambda finding: order.index(finding.severity))


# --- for programs -----------------------------------------------------------------------------------------


def span_value(place: Location) -> dict[str, Any]:
    keys = ("path", "line", "column", "end_line", "end_column")
    return {key: getattr(place, key) for key in keys}


def value_of(finding: Finding) -> dict[str, Any]:
    waived = finding.waived
    return {
        **{
            key: getattr(finding, key)
            for key in ("code", "name", "message", "claim", "source", "fingerprint")
        },
        "severity": str(finding.severity),
        "location": span_value(finding.location),
        "related": [
            {"message": other.message, "location": span_value(other.location)} for other in finding.related
        ],
        "waived": waived and {"by": waived.by, "reason": waived.reason, "until": waived.until},
    }


@given(findings(), st.lists(WORDS, min_size=6, max_size=6))
def test_json(found: tuple[Finding, ...], words: list[str]) -> None:
    text, section, tag, locator, path, meaning = words
    claim = CLAIM._replace(
        text=text,
        section=section,
        tags=(tag, text),
        locator=locator,
        location=CLAIM.location._replace(path=path),
        meaning=meaning,
        merges=(CLAIM.merges[0]._replace(text=meaning),),
    )
    value = json.loads(report_json.render(report(*found, claims=(claim,))))
    assert value["findings"] == [value_of(finding) for finding in found]
    assert claim_words(value["claims"][0]) == [text, section, [tag, text], path, meaning]
    assert [json.loads(line) for line in lines_of(findings_json_lines.render(report(*found)))] == value[
        "findings"
    ]


def claim_words(value: dict[str, Any]) -> list[Any]:
    merge, place = value["merges"][0], value["location"]
    return [value["text"], value["section"], value["tags"], place["path"], merge["text"]]


def lines_of(output: str) -> list[str]:
    *lines, last = output.split("\n")
    assert last == ""
    return lines


@given(findings())
def test_baseline(found: tuple[Finding, ...]) -> None:
    known = [KnownFinding.of(finding) for finding in found]
    keys = ("fingerprint", "code", "claim", "source", "message")
    expected = [
        {**{key: getattr(entry, key) for key in keys}, "severity": str(entry.severity)} for entry in known
    ]
    value = json.loads(baseline.render(known))
    assert value["version"] == 1
    assert sorted(value["findings"], key=str) == sorted(expected, key=str)


@given(findings())
def test_gitlab(found: tuple[Finding, ...]) -> None:
    value = json.loads(findings_gitlab.render(found, CHECKOUT))
    assert [
        (unspelled(entry["description"]), unspelled(entry["location"]["path"]), entry["fingerprint"])
        for entry in value
    ] == [
        (
            f"{finding.code} {finding.name}: {message_of(finding)}",
            f"article/{finding.location.path}",
            finding.fingerprint,
        )
        for finding in found
    ]


@given(findings())
def test_sarif(found: tuple[Finding, ...]) -> None:
    (run,) = json.loads(findings_sarif.render(report(*found), found, CHECKOUT, "0.1.0"))["runs"]
    for result, finding in zip(run["results"], worst_first(found), strict=True):
        message = message_of(finding) if message_of(finding).strip() else finding.name
        mend = f"\n\nHelp: {finding.help}" if finding.help.strip() else ""
        assert unspelled(unlinked(result["message"]["text"])) == f"{message}{mend}"
        assert result["partialFingerprints"]["claimaudit/v1"] == finding.fingerprint
        assert where(result["locations"][0]) == where_of(finding.location)
        others = result.get("relatedLocations", [])
        assert [unspelled(unlinked(other.get("message", {"text": ""})["text"])) for other in others] == [
            other.message if other.message.strip() else "" for other in finding.related
        ]
        assert [where(other) for other in others] == [where_of(other.location) for other in finding.related]


def where(place: dict[str, Any]) -> tuple[str, int, int]:
    physical = place["physicalLocation"]
    region = physical["region"]
    return unquote(physical["artifactLocation"]["uri"]), region["startLine"], region["startColumn"]


def where_of(place: Location) -> tuple[str, int, int]:
    return f"article/{place.path}", place.line, place.column


@given(findings(), st.lists(WORDS.filter(str.strip), max_size=3))
def test_junit(found: tuple[Finding, ...], names: list[str]) -> None:
    claims: tuple[ClaimReport, ...] = tuple(CLAIM._replace(id=name) for name in dict.fromkeys(names))
    root = ET.fromstring(findings_junit.render(report(*found, claims=claims), found, Severity.WARNING))  # noqa: S314
    cases = [case for case in root.iter("testcase") if case.get("classname") != "claim"]
    said = [unspelled(outcome.text or "") for case in cases for outcome in case]
    expected = sorted(found, key=lambda finding: (finding.location, finding.code))
    assert said == ["\n".join(map(on_one_line, junit_lines(finding))) for finding in expected]
    outcomes = [(outcome.tag, unspelled(outcome.get("message", ""))) for case in cases for outcome in case]
    assert outcomes == [junit_outcome(finding) for finding in expected]
    passed = [
        unspelled(case.get("name", "")) for case in root.iter("testcase") if case.get("classname") == "claim"
    ]
    assert sorted(passed) == sorted(set(names) - {finding.claim for finding in found})


def junit_lines(finding: Finding) -> list[str]:
    judgement = f"{finding.severity} {finding.code} {finding.name}"
    lines = [f"{finding.location}: {judgement}: {message_of(finding)}"]
    lines += [f"{related.location}: {related.message}" for related in finding.related]
    return [*lines, f"help: {finding.help}"] if finding.help.strip() else lines


def junit_outcome(finding: Finding) -> tuple[str, str]:
    if finding.code in INPUT_RULES:
        return "error", message_of(finding)
    return ("system-out", "") if finding.severity == "note" else ("failure", message_of(finding))


# --- for people -------------------------------------------------------------------------------------------


@given(findings())
def test_github(found: tuple[Finding, ...]) -> None:
    lines = lines_of(findings_github.render(report(*found), found, CHECKOUT))
    commands = [command for line in lines if (command := parsed(line))]
    assert [
        (
            command.name,
            unspelled(command.data),
            unspelled(command.properties["file"]),
            command.properties["line"],
        )
        for command in commands
    ] == [
        (
            {"error": "error", "warning": "warning", "note": "notice"}[finding.severity],
            on_one_line(message_of(finding))
            + (f"\nhelp: {on_one_line(finding.help)}" if finding.help.strip() else ""),
            f"article/{finding.location.path}",
            str(finding.location.line),
        )
        for finding in worst_first(found)
    ]
    assert len(lines) == len(found) + 1


@given(findings())
def test_markdown(found: tuple[Finding, ...]) -> None:
    markdown = findings_markdown.render(report(*found), found)
    expected = [
        [
            finding.severity,
            f"{finding.code} {finding.name}",
            on_one_line(finding.claim or ""),
            f"{on_one_line(finding.message if finding.claim else message_of(finding))}{mend_of(finding)}".strip(),
            on_one_line(str(finding.location)),
        ]
        for finding in worst_first(found)
    ]
    for rows in (as_github_shows(markdown), as_another_reads(markdown)):
        assert [[unspelled(cell) for cell in row] for row in rows] == expected


def mend_of(finding: Finding) -> str:
    return f"\nhelp: {on_one_line(finding.help)}" if finding.help.strip() else ""


@given(findings())
def test_lines(found: tuple[Finding, ...]) -> None:
    expected = [line_of(finding) for finding in found]
    concise = lines_of(findings_text.render_concise(report(*found), found))
    assert [unspelled(line) for line in concise[:-1]] == expected
    full = [unspelled(line) for line in lines_of(findings_text.render_full(report(*found), found))]
    blocks = "\n".join(full).split("\n\n")
    assert [block.split("\n")[0] for block in blocks[:-1]] == expected
    assert blocks[-1] == concise[-1]


def line_of(finding: Finding) -> str:
    return f"{on_one_line(str(finding.location))}: {judgement_of(finding)}"


def judgement_of(finding: Finding) -> str:
    waived = finding.waived
    decision = f" [waived by {on_one_line(waived.by)}: {on_one_line(waived.reason)}]" if waived else ""
    return f"{finding.severity} {finding.code} {finding.name}: {on_one_line(message_of(finding))}{decision}"


@given(findings())
def test_lines_under_their_files(found: tuple[Finding, ...]) -> None:
    *lines, _ = lines_of(findings_text.render_grouped(report(*found), found))
    expected = []
    for path in dict.fromkeys(finding.location.path for finding in found):
        expected.append(f"{on_one_line(path)}:")
        for finding in found:
            place = finding.location
            if place.path == path:
                expected.append(f"  {place.line}:{place.column} {judgement_of(finding)}")
        expected.append("")
    assert [unspelled(line) for line in lines] == expected
