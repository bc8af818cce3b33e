"""The command line as Typer reads it: one that has options, asks for help, or says what there is not.

Of the commands it is given the one alone that was asked for, else all: it reads every option of each that it has.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, get_args

import typer
from typer.core import TyperArgument, TyperCommand
from typer.exceptions import TyperException

from claimaudit import __version__
from claimaudit.cli.commands import COMMANDS, command_of
from claimaudit.cli.completing import Offer
from claimaudit.cli.declared import Argument, Option
from claimaudit.cli.usage import as_error
from claimaudit.errors import ClaimauditError
from claimaudit.text.docstrings import restore_docstring


def parse_and_run(words: Sequence[str]) -> object:
    """Run the command that a command line asks for, and return what Typer does: an exit code, or nothing.

    Raises:
        ClaimauditError: the command line makes no sense, or the command cannot be done.
        Exit: the command ended with a code.
        KeyboardInterrupt: it was interrupted.
    """
    try:
        code: object = app_for(words)([*words], prog_name="claimaudit", standalone_mode=False)
    except TyperException as error:
        if words:
            raise as_error(error) from error
        typer.echo(error.format_message(), err=True)  # the help: nothing was asked for
        return error.exit_code
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    return code


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
    for name in COMMANDS if not words or words[0] not in COMMANDS else words[:1]:
        command = command_of(name)
        restore_docstring(command.run)  # it is what `--help` says
        command.run.__annotations__.update(_in_words_of_typer(command.run))
        app.command(name, cls=_Command, epilog=command.epilog, short_help=command.summary)(command.run)
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


# --- what is declared, in the words of Typer --------------------------------------------------------------


def _in_words_of_typer(run: Callable[..., None]) -> dict[str, Any]:
    """Return the annotations of what a command takes as Typer has them."""
    found: dict[str, Any] = {}
    for name, hint in run.__annotations__.items():
        declared = get_args(hint)[-1] if get_args(hint) else None
        if isinstance(declared, Option):
            found[name] = Annotated[hint.__origin__, typer.Option(*declared.names, **_told(declared.told))]
        elif isinstance(declared, Argument):
            found[name] = Annotated[hint.__origin__, typer.Argument(**_told(declared.told))]
    return found


def _told(told: Mapping[str, Any]) -> dict[str, Any]:
    theirs = dict(told)
    if "parser" in told:
        theirs["parser"] = _parser(told["parser"])
    if "autocompletion" in told:
        theirs["autocompletion"] = _completion(told["autocompletion"])
    return theirs


def _parser(parse: Callable[[str], str]) -> Callable[[str], str]:
    def parse_or_refuse(value: str) -> str:
        try:
            return parse(value)
        except ClaimauditError as error:
            raise typer.BadParameter("; ".join(filter(None, (error.message, error.hint)))) from error

    return parse_or_refuse


def _completion(offer: Offer) -> Callable[[typer.Context, str], list[str]]:
    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        return offer(ctx.params, incomplete)

    return complete


class _Command(TyperCommand):
    """A command whose help is for people who may not write Python: `PATHS`, where Typer has `PATHS <list[Path]>`."""

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the arguments and the options, each with what it is."""
        sections: dict[str, list[tuple[str, str]]] = {"Arguments": [], "Options": []}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is None:
                continue
            if isinstance(parameter, TyperArgument):
                sections["Arguments"].append((parameter.metavar or record[0], record[1]))
            else:
                sections["Options"].append(record)
        for heading, records in sections.items():
            if records:
                with formatter.section(heading):
                    formatter.write_dl(records)
