"""Of which commands the command line is made."""

from typing import get_args, get_type_hints

import pytest
from typer.testing import CliRunner

from claimaudit.cli.commands import COMMANDS
from claimaudit.cli.parsing import app_for


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


def paths_of(command: str) -> dict[str, bool]:
    """Return the parameters of a command that are paths, each with whether Typer asks if it can be read."""
    (registered,) = app_for([command]).registered_commands
    assert registered.callback
    hints = get_type_hints(registered.callback, include_extras=True)
    return {
        name: hint.__metadata__[0].readable
        for name, hint in hints.items()
        if "pathlib.Path" in str(get_args(hint)[:1])
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_path_leads_to_is_looked_at_where_it_is_read(command: str) -> None:
    """Typer would refuse a file that may not be read before any format could tell of it."""
    assert set(paths_of(command).values()) <= {False}


def test_these_are_paths() -> None:
    assert [*paths_of("check")] == ["paths", "baseline", "write_baseline", "output_file", "data", "config"]
    assert [*paths_of("init")] == ["directory"]
