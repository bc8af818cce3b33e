"""Workflow commands, read back after the rules of GitHub's runner (ActionCommand.cs)."""

from typing import NamedTuple

import pytest
from hypothesis import given
from tests.unit.render.reading_back import (
    CHECKOUT,
    HOSTILE,
    NAMES,
    TEXTS,
    finding,
    on_one_line,
    saying,
    unspelled,
)
from tests.unit.render.samples import FINDING, report

from claimaudit.finding import Finding, Severity
from claimaudit.location import Location
from claimaudit.render import findings_github

ESCAPES = {"%0D": "\r", "%0A": "\n"}
PROPERTY_ESCAPES = {**ESCAPES, "%3A": ":", "%2C": ","}


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def unescaped(text: str, escapes: dict[str, str]) -> str:
    for escape, character in escapes.items():
        text = text.replace(escape, character)
    return text.replace("%25", "%")


def parsed(line: str) -> Command | None:
    if not line.lstrip().startswith("::"):
        return None
    words, separator, data = line.lstrip()[2:].partition("::")
    assert separator
    name, _, written = words.partition(" ")
    pairs = [pair.split("=", 1) for pair in written.strip().split(",")]
    properties = {name: unescaped(value, PROPERTY_ESCAPES) for name, value in pairs}
    return Command(name, properties, unescaped(data, ESCAPES))


def rendered(*findings: Finding) -> tuple[list[Command], list[str]]:
    """Return the commands, and the lines that are none."""
    lines = findings_github.render(report(*findings), findings, CHECKOUT).split("\n")
    assert lines.pop() == ""
    commands = [parsed(line) for line in lines]
    return (
        [command for command in commands if command],
        [line for line, command in zip(lines, commands, strict=True) if command is None],
    )


def test_finding_is_an_annotation_at_its_place() -> None:
    commands, lines = rendered(FINDING)
    assert commands == [
        Command(
            "warning",
            {
                "title": "CA104 false-corroboration",
                "file": "article/data/claims.yaml",
                "line": "3",
                "endLine": "3",
                "col": "9",
                "endColumn": "21",
            },
            "`four-buckets`: 2 outlets, 1 independent origin: falls if Axios is wrong (Mint <- Axios)\n"
            "help: find an origin of its own",
        )
    ]
    assert lines == ["1 warning found in 1 claim and 2 sources; 0 waived; all checked"]


def test_columns_are_left_out_where_the_place_has_several_lines() -> None:
    (command,), _ = rendered(
        Finding("CA101", "x", Severity.ERROR, "no", Location("a.yaml", 3, 9, 5, 2)),
    )
    assert command.properties.keys() == {"title", "file", "line", "endLine"}


def test_worst_come_first_and_what_github_would_drop_is_a_line() -> None:
    notes = [finding(number, Severity.NOTE) for number in range(1, 13)]
    warnings = [finding(number) for number in range(20, 31)]
    errors = [finding(number, Severity.ERROR) for number in range(40, 43)]
    commands, lines = rendered(*notes, *warnings, *errors)
    assert [command.name for command in commands] == ["error"] * 3 + ["warning"] * 10 + ["notice"] * 10
    assert [command.properties["line"] for command in commands[:4]] == ["40", "41", "42", "20"]
    assert lines == [
        "data/claims.yaml:30:9: warning CA104 false-corroboration: `claim-30`: something is wrong",
        "data/claims.yaml:11:9: note CA104 false-corroboration: `claim-11`: something is wrong",
        "data/claims.yaml:12:9: note CA104 false-corroboration: `claim-12`: something is wrong",
        "1 warning and 2 notes are listed and not annotated: GitHub shows 10 annotations of a kind for a step",
        "3 errors, 11 warnings and 12 notes found in 1 claim and 2 sources; 0 waived; all checked",
    ]


def test_nothing_found_is_a_line() -> None:
    assert rendered() == ([], ["nothing found in 1 claim and 2 sources; 0 waived; all checked"])


def check_comes_back(message: str, help: str, name: str) -> None:  # noqa: A002  SARIF's word
    (command,), lines = rendered(saying(message, help, name))
    said, _, mend = command.data.partition("\nhelp: ")
    assert unspelled(said) == on_one_line(message)
    assert command.data.count("\n") == (1 if help.strip() else 0)
    assert unspelled(mend) == on_one_line(help)
    assert unspelled(command.properties["file"]) == f"article/{name}"
    assert "##[" not in command.data
    assert len(lines) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back(text: str) -> None:
    check_comes_back(text, text, text.replace("/", "-"))


@given(TEXTS, TEXTS, NAMES)
def test_any_text_comes_back(message: str, help: str, name: str) -> None:  # noqa: A002  SARIF's word
    check_comes_back(message, help, name)


@pytest.mark.parametrize("text", HOSTILE)
def test_lines_beyond_the_limit_are_no_commands(text: str) -> None:
    commands, lines = rendered(*[saying(text, text, f"{text}{number}") for number in range(15)])
    assert len(commands) == 10
    assert not any("##[" in line for line in lines)
    assert len(lines) == 7
