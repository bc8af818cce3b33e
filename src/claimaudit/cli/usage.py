"""What Typer says of a wrong command line, as an error of ours: one line, and how to mend it."""

import re
import sys

from typer.exceptions import TyperException

from claimaudit.cli.commands import COMMANDS
from claimaudit.errors import ClaimauditError
from claimaudit.text import listed

_INVALID = re.compile(r"Invalid value for '(?P<what>[^']*)': (?P<why>.*)", re.DOTALL)
_MISSING = re.compile(r"Missing (?:argument|option) '(?P<what>[^']*)'\.?.*", re.DOTALL)
_NO_VALUE = re.compile(r"Option '(?P<what>[^']*)' requires an argument\.")
_NUMBER = "Input should be a valid integer, unable to parse string as an integer"
_TOO_LOW = re.compile(r"Input should be greater than or equal to (?P<least>\d+)")
_NO_OPTION = re.compile(r"No such option: (?P<what>\S+)(?: \(Possible options: (?P<near>.*)\))?")
_NO_COMMAND = re.compile(r"No such command '(?P<what>.*?)'\.(?: Did you mean (?P<near>.*)\?)?", re.DOTALL)


def as_error(error: TyperException) -> ClaimauditError:
    """Return what is wrong with the command line, and which words or which `--help` mend it."""
    told = error.format_message()
    if found := _INVALID.fullmatch(told):
        what, (message, _, hint) = found["what"], found["why"].partition("; ")
        message = "not a whole number" if message == _NUMBER else message
        message = _TOO_LOW.sub(r"below \g<least>", message)
        subject = "" if "|" in what else f"`{what}`: "
        return ClaimauditError(f"{subject}{message}", hint=hint or _help_of(error))
    if found := _NO_VALUE.fullmatch(told):
        return ClaimauditError(f"`{found['what']}` needs a value", hint=_help_of(error))
    if found := _MISSING.fullmatch(told):
        what = found["what"]
        names = listed(what.strip("{}").split("|"), joiner="or")
        return ClaimauditError(f"{names if '|' in what else f'`{what}`'} is missing", hint=_help_of(error))
    for pattern, noun in ((_NO_OPTION, "option"), (_NO_COMMAND, "command")):
        if found := pattern.fullmatch(told):
            hint = _did_you_mean(found["near"]) or _help_of(error)
            return ClaimauditError(f"no such {noun}: `{found['what']}`", hint=hint)
    return ClaimauditError(f"{told[:1].lower()}{told[1:]}".rstrip("."), hint=_help_of(error))


def _did_you_mean(near: str | None) -> str | None:
    if not near:
        return None
    names = [f"`{name.strip(chr(39))}`" for name in near.split(", ")]
    return f"did you mean {listed(names, joiner='or')}?"


def _help_of(error: TyperException) -> str:
    asked = " ".join(["claimaudit", *(word for word in sys.argv[1:2] if word in COMMANDS)])
    path = getattr(
        getattr(error, "ctx", None), "command_path", asked
    )  # of some errors Typer does not say where
    return f"`{path} --help` says what it takes"
