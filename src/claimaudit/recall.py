"""What a look-up printed before, kept in the user's cache directory and printed again while nothing has changed.

People wait for a card. What it prints depends on the words of the command, the day, the terminal, this program and the
files it looked at: while all of these are as they were, so is the card, and nothing need be imported to know it. What
is kept is text, never run; whatever is wrong with it, and however it cannot be read or written, the card is made anew.
"""

import os
import sys

from claimaudit import __version__, exits, looks

TYPE_CHECKING = False  # `typing` takes longer to import than all of this
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMMANDS = ("show", "search", "list")
"""What people wait for at a terminal."""
COMPLETING = "_CLAIMAUDIT_COMPLETE"
OFF = "CLAIMAUDIT_NO_CACHE"
"""With this variable of the environment nothing is kept or recalled."""

_SHELVES = 4096
"""So many look-ups are kept at most: each has a shelf by the hash of its words, and the later takes the place."""
_LARGEST = 1024 * 1024
"""Characters of the largest answer that is kept."""
_LARGEST_SHELF = 16 * 1024 * 1024
"""Bytes of one that is read: each character may take six, and there is what it depends on besides."""
_WRITES = ("-o", "--output-file", "--debug", "-h", "--help")
"""Options with which there is more to a command than what it prints."""
_TERMINAL = (
    "COLORTERM",
    "COLUMNS",
    "FORCE_COLOR",
    "LINES",
    "NO_COLOR",
    "TERM",
    "UNICODE_VERSION",
    COMPLETING,
)
_TERMINALS = ("COMP_", "JUPYTER_", "TTY_")
"""Variables of the environment, and beginnings of some, that change what is printed."""


class LookUp:
    """One look-up: what it depends on but for the files, and where its answer is kept."""

    def __init__(self, key: str, shelf: str) -> None:
        self._key, self._shelf = key, shelf

    def recalled(self) -> "int | None":
        """Print the answer that is kept and return 0; None where there is none that still holds.

        Raises:
            OutputError: it cannot be printed.
        """
        printed = self._kept()
        if printed is None:
            return None
        exits.reconfigure()
        for is_result, text in printed:
            exits.to_stdout(text) if is_result else exits.to_stderr(text)
        return exits.flush(0, failure=2)

    def _kept(self) -> "list[tuple[bool, str]] | None":
        import json  # noqa: PLC0415  only here

        read = looks.read_regular(self._shelf, _LARGEST_SHELF)
        if read is None:
            return None
        try:
            kept = json.loads(read[1])
            if kept["key"] != self._key or not looks.sees_the_same(kept["looks"]):
                return None
            return [(bool(is_result), str(text)) for is_result, text in kept["printed"]]
        except (ValueError, LookupError, TypeError, RecursionError, MemoryError):
            return None

    def begin(self) -> None:
        """From now on take note of what is printed, and of what it depends on."""
        exits.keep_all()
        looks.note_all()

    def keep(self) -> None:
        """Keep what was printed since, for the next time."""
        printed = exits.kept()
        if any(is_result for is_result, _ in printed) and sum(len(text) for _, text in printed) <= _LARGEST:
            self._write({"key": self._key, "looks": looks.noted(), "printed": printed})

    def _write(self, kept: "Mapping[str, object]") -> None:
        import json  # noqa: PLC0415  only here
        from tempfile import NamedTemporaryFile  # noqa: PLC0415  only here

        directory = os.path.dirname(self._shelf)  # noqa: PTH120  as above
        unfinished = None
        try:
            os.makedirs(directory, mode=0o700, exist_ok=True)  # noqa: PTH103  as above
            with NamedTemporaryFile("w", dir=directory, encoding="utf-8", delete=False) as stream:
                unfinished = stream.name
                json.dump(kept, stream)
            os.replace(unfinished, self._shelf)  # noqa: PTH105  as above
        except (OSError, ValueError):
            if unfinished is not None:
                _remove(unfinished)


def _remove(path: str) -> None:
    try:
        os.unlink(path)  # noqa: PTH108  as above
    except OSError:
        return


def look_up(arguments: "Sequence[str]") -> "LookUp | None":
    """Return the look-up that a command line is, None if it is none, or nothing can be kept for it."""
    if os.environ.get(OFF) or not _is_look_up(arguments):
        return None
    home = _home()
    if home is None:
        return None
    try:
        key = repr((__version__, _program(), os.getcwd(), _day(), _terminal(), *arguments))  # noqa: PTH109
    except OSError:  # the current directory is gone
        return None
    from hashlib import sha256  # noqa: PLC0415  only here

    digest = sha256(key.encode("utf-8", "surrogateescape")).digest()
    number = int.from_bytes(digest[:4], "big") % _SHELVES
    return LookUp(key, os.path.join(home, f"{number:03x}.json"))  # noqa: PTH118  as above


def _is_look_up(arguments: "Sequence[str]") -> bool:
    if os.environ.get(COMPLETING):
        words = os.environ.get("COMP_WORDS", "").split()
        return words[1:2] == ["show"]
    return (
        arguments[:1] != []
        and arguments[0] in COMMANDS
        and not any(argument.startswith(_WRITES) for argument in arguments)
    )


def _home() -> "str | None":
    """Return the directory of what is kept: in the user's cache directory, never in a project."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH118
    return os.path.join(cache, "claimaudit") if os.path.isabs(cache) else None  # noqa: PTH117, PTH118


def _program() -> "list[tuple[str, int]]":
    """Return when the program, and what is installed beside it, last changed."""
    here = os.path.dirname(__file__)  # noqa: PTH120  as above
    own = [entry.path for entry in os.scandir(here) if entry.is_dir()]
    return [
        (directory, os.stat(directory).st_mtime_ns)  # noqa: PTH116  as above
        for directory in (here, *own, *sys.path)
        if os.path.isdir(directory)  # noqa: PTH112  as above
    ] + _sources(here)


def _sources(here: str) -> "list[tuple[str, int]]":
    """Return when each module last changed: of an installed program none does, of one that is worked on some do."""
    return [
        (entry.path, entry.stat().st_mtime_ns)
        for directory in (here, *(entry.path for entry in os.scandir(here) if entry.is_dir()))
        for entry in os.scandir(directory)
        if entry.name.endswith((".py", ".txt"))
    ]


def _day() -> str:
    """Return the day: waivers end on one."""
    import time  # noqa: PLC0415  only here

    return time.strftime("%Y-%m-%d")


def _terminal() -> "list[object]":
    """Return what is printed to, and how the environment wants it."""
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    size = tuple(os.get_terminal_size(sys.stdout.fileno())) if is_terminal else ()
    names = [name for name in os.environ if name in _TERMINAL or name.startswith(_TERMINALS)]
    return [is_terminal, size, *((name, os.environ[name]) for name in sorted(names))]
