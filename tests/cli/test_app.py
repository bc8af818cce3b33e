"""Of which commands the command line is made."""

import pytest
from typer.testing import CliRunner

from claimaudit.cli.commands import COMMANDS, app_for


def names_of(words: list[str]) -> list[str | None]:
    return [command.name for command in app_for(words).registered_commands]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_is_asked_for_is_made_ready_alone(command: str) -> None:
    assert names_of([command, "--help"]) == [command]


@pytest.mark.parametrize("words", [[], ["--help"], ["chek"], ["--version"], ["data", "check"], [""]])
def test_else_all_are(words: list[str]) -> None:
    assert names_of(words) == [*COMMANDS]


@pytest.mark.parametrize("command", COMMANDS)
def test_alone_it_says_the_same_of_itself(command: str) -> None:
    words = [command, "--help"]
    alone, among_all = (CliRunner().invoke(app_for(chosen), words) for chosen in (words, []))
    assert (alone.exit_code, alone.stdout) == (0, among_all.stdout)
