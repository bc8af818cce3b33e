"""The command line: options in, exit code out. Holds what no other module has, a broad `except`.

Each command is a file of its own and imports what it needs when it runs: its `--help` needs none of it.
"""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from typing import NoReturn

from claimaudit import exits, progress
from claimaudit.cli import completing
from claimaudit.cli.commands import plain_line_of
from claimaudit.cli.declared import Exit
from claimaudit.cli.streams import EXIT_FAILURE, complain, deliver, unwritten
from claimaudit.errors import ClaimauditError
from claimaudit.exits import OutputError

EXIT_INTERRUPTED = 130
_OF_OUTPUT = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
_COMPLETION = frozenset({"--install-completion", "--show-completion"})
_HELP = frozenset({"-h", "--help", "-V", "--version"})
_OUT_OF_MEMORY = ClaimauditError("out of memory", hint="split the files, or allow it more")


def main() -> NoReturn:
    """Run the command line and exit."""
    sys.exit(run())


def run() -> int:
    """Run the command line and return its exit code: 0 clean, 1 findings, 2 could not be done, 130 interrupted.

    All that it wrote is out by then.
    """
    exits.reconfigure()
    if not completing.is_asked() and not {"-q", "--quiet"}.intersection(sys.argv):
        progress.show()
    return exits.flush(_complete() if completing.is_asked() else _run(), failure=EXIT_FAILURE)


def _complete() -> int:
    """Print what may stand at the cursor; whatever goes wrong, no word and no failure disturb the command line."""
    printed = StringIO()
    code = os.EX_OK
    try:
        from claimaudit.cli.parsing import app_for

        there = completing.put_together()
        with redirect_stdout(printed), redirect_stderr(StringIO()):
            app_for(())(prog_name="claimaudit")
    except SystemExit as exit_:
        if os.environ[completing.VARIABLE].endswith("_fish"):  # it takes 1 for "there is nothing"
            code = exit_.code if isinstance(exit_.code, int) else os.EX_OK
        with suppress(ClaimauditError):
            lines = printed.getvalue().splitlines(keepends=True)
            deliver("".join(line.removeprefix(there) for line in lines), None)
    except (Exception, KeyboardInterrupt):  # noqa: BLE001  it is all the same to the command line
        return os.EX_OK
    return code


def _run() -> int:
    try:
        code = _done(sys.argv[1:])
    except Exit as exit_:
        return exit_.code
    except SystemExit as exit_:
        return exit_.code if isinstance(exit_.code, int) else EXIT_FAILURE
    except (ClaimauditError, MemoryError) as error:
        complain(error if isinstance(error, ClaimauditError) else _OUT_OF_MEMORY)
        return EXIT_FAILURE
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except Exception as error:  # noqa: BLE001  no traceback reaches a user who did not ask for it
        return _own_fault(error)
    if code == 1 and not _COMPLETION.isdisjoint(sys.argv):
        code = EXIT_FAILURE  # of a shell that it does not know Typer says so with 1, which means findings
    return code if isinstance(code, int) else os.EX_OK


def _done(words: Sequence[str]) -> object:
    """Do what a command line asks for, and return the exit code if there is one."""
    # What takes no parser waits for none; whatever a shell asks for with its variable, Typer answers.
    line = None if os.environ.get(completing.VARIABLE) else plain_line_of(words)
    if line is not None:
        return line.run()
    from claimaudit.cli.parsing import parse_and_run

    _require_output_for_help()
    return parse_and_run(words)


def _require_output_for_help() -> None:
    """Raise ClaimauditError where help is asked for and nothing can be printed: Typer would be silent."""
    if sys.stdout is None and not _HELP.isdisjoint(sys.argv):
        raise unwritten(OutputError("standard output is closed"))


def _own_fault(error: Exception) -> int:
    """Say what nobody foresaw, unless it is an interrupt by another name, and return the exit code.

    Raises:
        Exception: the error itself, where `--debug` asks for it.
    """
    if exits.was_interrupted(error):
        return EXIT_INTERRUPTED
    if isinstance(error, OSError) and error.errno in _OF_OUTPUT:  # Typer printed: help on a full disk
        complain(unwritten(OutputError(error.strerror)))
        return EXIT_FAILURE
    if "--debug" in sys.argv:
        raise error
    what = f"{type(error).__name__}: {error}"
    hint = "this is a fault of claimaudit: please report it; `--debug` shows where it happened"
    complain(ClaimauditError(f"internal error: {what}", hint=hint))
    return EXIT_FAILURE
