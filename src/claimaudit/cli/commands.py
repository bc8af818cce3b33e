"""The commands, and the command line that is made of them: of all, or of the one alone that was asked for.

Typer reads the options of every command that it has, and start-up is what people wait for.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from claimaudit import __version__
from claimaudit.cli.helping import Command
from claimaudit.text.docstrings import restore_docstring

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


def app_for(words: Sequence[str]) -> typer.Typer:
    """Return the command line that reads `words`: with the command that they start with, else with all."""
    app = typer.Typer(
        name="claimaudit",
        help="Show what each claim of a text really rests on, before it is published.",
        epilog="Examples:\n\n\b\n  claimaudit report\n  claimaudit check data --fail-on warning",
        context_settings={"help_option_names": ["-h", "--help"]},
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_options)
    for command in COMMANDS if not words or words[0] not in COMMANDS else words[:1]:
        import_module(f"claimaudit.cli.{_MODULES.get(command, command)}").register(app)
    for registered in app.registered_commands:
        registered.cls = Command
        if registered.callback:
            restore_docstring(registered.callback)  # it is what `--help` says
    return app


def _print_version(wanted: bool) -> None:  # noqa: FBT001  the callback of a flag
    if wanted:
        typer.echo(f"claimaudit {__version__}")
        raise typer.Exit


def _options(
    _version: Annotated[
        bool,
        typer.Option("--version", "-V", callback=_print_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Show what each claim of a text really rests on, before it is published."""
