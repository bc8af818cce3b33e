"""The two exits: standard output (or a file in its place) and standard error."""

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from claimaudit import exits
from claimaudit.cli.replacing import Written, is_standard_output, replace_all, require_unread
from claimaudit.errors import ClaimauditError
from claimaudit.exits import OutputError
from claimaudit.finding import Finding
from claimaudit.text import one_line, uncommanded, visible

EXIT_FAILURE = 2


class Page(NamedTuple):
    """What the result is laid out for: a width in columns, None for as wide as it takes, and colour or none."""

    width: int | None
    color: bool


def page(color: str, output_file: Path | None) -> Page:
    """Return what the result is laid out for."""
    terminal = output_file is None and sys.stdout is not None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else None
    match color:
        case "always":
            return Page(width, color=True)
        case "never":
            return Page(width, color=False)
        case _:
            return Page(width, color=_wants_color(terminal=terminal))


def _wants_color(*, terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


def deliver(text: str, output_file: Path | None, *, quiet: bool = False) -> None:
    """Write the result to standard output, unless that is to be quiet, or to a file that is replaced whole or not.

    Raises:
        ClaimauditError: it cannot be written.
    """
    if output_file is not None:
        deliver_all(None, (Written(output_file, text),))
    elif not quiet:
        deliver_all(text, ())


def deliver_all(text: str | None, files: Sequence[Written]) -> None:
    """Write a text to standard output, if there is one, and each of the files, if all of that can be done.

    Raises:
        ClaimauditError: something cannot be written, or was read by this run; no file is replaced then.
    """
    for file in files:
        if not file.is_update:
            require_unread(file.path)
    printed = [file.text for file in files if is_standard_output(file.path)]
    printed += [] if text is None else [text]
    apart = [file for file in files if not is_standard_output(file.path)]
    replace_all(apart, lambda: _print("".join(printed)) if printed else None)


def _print(text: str) -> None:
    try:
        exits.to_stdout(text)
    except OutputError as error:
        raise unwritten(error) from error


def unwritten(error: OutputError) -> ClaimauditError:
    """Return the error that a result cannot be written."""
    return ClaimauditError(f"cannot write the result: {error}")


def complain(error: ClaimauditError) -> None:
    """Print an error, those found with it, and how to mend each, on standard error."""
    place = f"{error.location}: " if error.location else ""
    _to_stderr(f"{place}error: {one_line(error.message)}")
    if error.hint:
        _to_stderr(f"help: {one_line(error.hint)}")
    for other in error.others:
        complain(other)


def is_all_on_a_terminal() -> bool:
    """Return whether one reads on a terminal both what is printed and what is complained of."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr))


def complain_of(faults: Iterable[Finding]) -> None:
    """Print errors of the input on standard error."""
    for fault in faults:
        _to_stderr(f"{fault.location}: error {fault.code} {fault.name}: {one_line(fault.message)}")
        if fault.help:
            _to_stderr(f"help: {one_line(fault.help)}")


def remark(line: str) -> None:
    """Say something that is no result on standard error."""
    _to_stderr(one_line(line))


def _to_stderr(line: str) -> None:
    exits.to_stderr(uncommanded(visible(line)))
