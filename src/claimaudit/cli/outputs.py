"""What `check` writes and where to: `-f FORMAT` and `-f FORMAT:FILE`, each as often as is wanted."""

import os
from collections.abc import Hashable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimaudit.cli.replacing import is_standard_output
from claimaudit.errors import ClaimauditError
from claimaudit.render.formats import FORMATS
from claimaudit.text import suggestion

if TYPE_CHECKING:
    from claimaudit.render.checkout import Checkout

USUAL = "full"


class Output(NamedTuple):
    """A format and the file that it goes to, None for standard output."""

    format: str
    file: Path | None

    @property
    def is_read_in_log(self) -> bool:
        """Whether people read it where they read standard error: on a terminal, in the log of a runner."""
        printed = self.file is None or is_standard_output(self.file)
        return printed and self.format in ("full", "concise", "grouped", "github")


def outputs_of(
    formats: Sequence[str], output_file: Path | None, baseline: Path | None = None
) -> tuple[Output, ...]:
    """Return what is to be written: one format to standard output or `output_file`, the others to files.

    Raises:
        ClaimauditError: a format does not exist, or two go to one place, or one to where the baseline goes.
    """
    wanted = [_parsed(text) for text in formats]
    bare = [output.format for output in wanted if output.file is None]
    if len(bare) > 1:
        raise ClaimauditError(
            f"`{bare[0]}` and `{bare[1]}` would both go to {output_file or 'standard output'}",
            hint=f"give one of them a file: -f {bare[0]} -f {bare[1]}:FILE",
        )
    main = Output(bare[0] if bare else USUAL, output_file)
    outputs = (main, *(output for output in wanted if output.file is not None))
    _check_apart([output.file for output in outputs if output.file is not None], baseline)
    return outputs


def _parsed(text: str) -> Output:
    name, colon, file = text.partition(":")
    if name not in FORMATS:
        hint = suggestion(name, FORMATS) or f"choose from {', '.join(FORMATS)}"
        raise ClaimauditError(f"`{name}` is no format of check", hint=hint)
    if colon and not file:
        raise ClaimauditError(f"`{text}` names no file", hint=f"write it as -f {name}:FILE")
    return Output(name, Path(file) if file and file != "/dev/stdout" else None)


def _check_apart(files: Iterable[Path], baseline: Path | None) -> None:
    seen = {} if baseline is None else {_place(baseline): "a format and the baseline"}
    for file in files:
        both = seen.get(_place(file))
        if both:
            raise ClaimauditError(f"{both} would go to `{file}`", hint="give each a file of its own")
        seen[_place(file)] = "two formats"


def _place(file: Path) -> Hashable:
    """Return what two names of one file have in common, whether it is there or not."""
    try:
        status = file.stat()
    except (OSError, ValueError):
        return os.path.realpath(file)
    return status.st_dev, status.st_ino


def find_checkout() -> "Checkout":
    """Return where the current directory stands in its repository: below the nearest `.git`, else at the root."""
    from claimaudit.render.checkout import Checkout

    try:
        here = Path.cwd()
    except OSError:  # it is gone: then all paths are whole ones
        here = Path(os.sep)
    # NOTE: not `Path.exists`, which raises where one may not look.
    root = next((above for above in (here, *here.parents) if os.path.lexists(above / ".git")), here)
    return Checkout(root.as_posix(), here.as_posix())
