"""A command line of words alone is run without Typer, and says what it says with it."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Run

from claimaudit.cli.commands import COMMANDS, command_of, plain_line_of
from claimaudit.cli.declared import plain_line

CLAIMS = """\
claims:
  - id: ten-points
    text: The plan may have ten points.
    evidence: [wire, gone]
  - id: nine-points
    text: The plan has nine points.
    evidence: [{source: wire, basis: derived}]
"""
SOURCES = """\
sources:
  - {id: wire, outlet: Morning Wire, basis: original}
"""
NEUTRAL = ("--color", "auto")
"""Options that say what holds without them: with them it takes a parser."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A dossier with a fault, in `data` and in files of other names."""
    for name, text in (("claims.yaml", CLAIMS), ("sources.yaml", SOURCES)):
        for home in (tmp_path / "data", tmp_path / "other"):
            home.mkdir(exist_ok=True)
            (home / name).write_text(text)
    (tmp_path / "no ünit.yaml").write_text("claims: {")
    (tmp_path / "claimaudit.toml").write_text('fail-on = "warning"\n')
    return tmp_path


LINES = [
    ["check"],
    ["check", "data"],
    ["check", "other/claims.yaml", "other/sources.yaml"],
    ["check", "other/sources.yaml", "no ünit.yaml"],
    ["check", "nowhere"],
    ["check", "~/nowhere", "*.yaml", "$HOME"],
    ["check", os.fsdecode(b"\xff.yaml")],
    ["report"],
    ["report", "other"],
    ["report", "nowhere"],
    ["show", "ten-points"],
    ["show", "ten-points", "wire", "nine-points"],
    ["show", "ten-point"],
    ["show", "outlet/Morning-Wire", "source/wire", "-"],
    ["show"],
    ["search", "ten", "points"],
    ["search", "zzzz"],
    ["drop", "wire"],
    ["drop", "ten-points"],
    ["config"],
    ["config", "data"],
    ["list", "claims"],
    ["list", "claim"],
    ["rank", "outlets"],
    ["rule", "CA104"],
    ["rule", "CA999"],
    ["schema", "config"],
    ["chek", "data"],
]


@pytest.mark.parametrize("words", LINES, ids=" ".join)
def test_it_says_what_it_says_with_options_that_change_nothing(
    claimaudit: Run, project: Path, words: list[str]
) -> None:
    neutral = ("--debug",) if words[0] == "schema" else NEUTRAL
    plain, parsed = (claimaudit(*line, cwd=project) for line in (words, [*words, *neutral]))
    assert (plain.stdout, plain.stderr, plain.returncode) == (
        parsed.stdout,
        parsed.stderr,
        parsed.returncode,
    )


PLAIN: list[tuple[Sequence[str], dict[str, Any]]] = [
    (["check"], {}),
    (["check", "a", "b c"], {"paths": [Path("a"), Path("b c")]}),
    (["report", "a"], {"paths": [Path("a")]}),
    (["show", "a", "b"], {"ids": ["a", "b"]}),
    (["search", "ten", "points"], {"words": ["ten", "points"]}),
    (["drop", "outlet/a"], {"ids": ["outlet/a"]}),
    (["config"], {}),
]


@pytest.mark.parametrize(("words", "given"), PLAIN)
def test_words_alone_are_what_the_command_takes(words: Sequence[str], given: dict[str, Any]) -> None:
    line = plain_line_of(words)
    assert line is not None
    assert (line.command, line.given) == (command_of(words[0]), given)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--help"],
        ["chek"],
        ["check", "--help"],
        ["check", "data", "-q"],
        ["check", "--", "data"],
        ["check", ""],
        ["show"],
        ["show", "a", "-"],
        ["search"],
        ["list", "claims"],
        ["graph", "a"],
        ["init"],
    ],
    ids=" ".join,
)
def test_what_else_there_is_takes_a_parser(words: Sequence[str]) -> None:
    assert plain_line_of(words) is None


@pytest.mark.parametrize("asked", ["source_bash", "nonsense"])
def test_what_a_shell_asks_for_is_answered_as_with_options(
    claimaudit: Run, project: Path, asked: str
) -> None:
    plain, parsed = (
        claimaudit("check", "data", *more, cwd=project, _CLAIMAUDIT_COMPLETE=asked) for more in ((), NEUTRAL)
    )
    assert (plain.stdout, plain.stderr, plain.returncode) == (
        parsed.stdout,
        parsed.stderr,
        parsed.returncode,
    )
    assert "CA" not in plain.stdout


def test_where_a_word_may_stand_for_several_files_it_takes_a_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    command = command_of("check")
    assert plain_line(command, ["*.yaml"]) is not None
    monkeypatch.setattr("os.name", "nt")
    assert plain_line(command, ["*.yaml"]) is None


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_takes_the_words_that_it_says(name: str) -> None:
    """A name that is misspelt would be seen by nobody before a user."""
    command = command_of(name)
    if command.words is not None:
        assert next(iter(command.run.__annotations__)) == command.words.parameter
        needs_words = len(command.run.__defaults__ or ()) < command.run.__code__.co_argcount
        assert needs_words == (command.words.least == 1)
