"""How a command says what it takes. Knows nothing of Typer, which is made to read it where a command line needs that.

A command line of a command and words alone needs no parser, and Typer takes longer to import than the audit of a
hundred claims: what is declared here is enough to run it.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple


class Exit(Exception):  # noqa: N818  no error: a command ends with a code that is not 0
    """A command has said all that it has to say, and ends with `code`."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Option:
    """An option: its names, if they are not the parameter's own, and what Typer is told of it."""

    def __init__(self, *names: str, **told: Any) -> None:
        self.names, self.told = names, told


class Argument:
    """A word, or several, without a name before it, and what Typer is told of it."""

    def __init__(self, **told: Any) -> None:
        self.told = told


class AllWords(NamedTuple):
    """The parameter that takes all words of a command line that has no options, what each is to be, how many at least."""

    parameter: str
    kind: type[str] | type[Path]
    least: int = 0


class Command(NamedTuple):
    """A command: the function that runs it, whose docstring is its help; a line for the help of all; examples.

    Where it takes `words` of one kind, a line of such words alone runs it without a parser.
    """

    run: Callable[..., None]
    summary: str
    epilog: str
    words: AllWords | None = None


class Line(NamedTuple):
    """A command that a command line of words alone asks for, and what it is given."""

    command: Command
    given: Mapping[str, Any]

    def run(self) -> None:
        """Run the command; what is not given is as it is where an option is left out."""
        self.command.run(**self.given)


def plain_line(command: Command, words: Sequence[str]) -> Line | None:
    """Return what a command and words ask for; None where it takes a parser to tell, if only to say what is wrong."""
    takes = command.words
    if (
        takes is None or len(words) < takes.least or os.name == "nt"
    ):  # there a word may stand for several files
        return None
    if any(not word or word.startswith("-") for word in words):
        return None
    given = {takes.parameter: [takes.kind(word) for word in words]} if words else {}
    return Line(command, given)
