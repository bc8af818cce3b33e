"""The commands, by the names that they have on the command line."""

from collections.abc import Sequence
from importlib import import_module

from claimaudit.cli.declared import Command, Line, plain_line

COMMANDS = (
    "report",
    "check",
    "show",
    "list",
    "search",
    "rule",
    "drop",
    "rank",
    "graph",
    "diff",
    "config",
    "init",
    "schema",
)
"""In the order of the help."""
_MODULES = {"list": "listing"}
"""Where a command stands whose own name no module should have."""


def command_of(name: str) -> Command:
    """Return the command of that name, which is one of `COMMANDS`."""
    command: Command = import_module(f"claimaudit.cli.{_MODULES.get(name, name)}").COMMAND
    return command


def plain_line_of(words: Sequence[str]) -> Line | None:
    """Return what a command line asks for; None where it takes a parser to tell, if only to say what is wrong."""
    if not words or words[0] not in COMMANDS:
        return None
    return plain_line(command_of(words[0]), words[1:])
