"""Runs the command as its console script does, and writes down what it asked of the system: `observing.py FILE ...`.

Python itself tells, by its audit events (PEP 578): what is opened and how, what code is run, which processes are
started, every use of a socket.
"""

import json
import os
import sys
from pathlib import Path
from types import CodeType
from typing import Any, NoReturn

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.truncate",
}
PROCESSES = {
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.forkpty",
    "pty.spawn",
}

seen: list[tuple[str, str]] = []


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Take note of an event that a promise speaks of."""
    if event == "open":
        path, _, flags = arguments
        note("write" if (flags or 0) & WRITING else "read", path)
    elif event == "exec":
        code = arguments[0]
        if isinstance(code, CodeType) and not code.co_filename.startswith(
            "<"
        ):  # no file: what dataclasses make up
            note("run", code.co_filename)
    elif event in CHANGES:
        for path in arguments[:2]:
            note("change", path)
    elif event in PROCESSES:
        note("process", arguments[0])
    elif event.startswith("socket."):
        seen.append(("network", event))


def note(what: str, path: object) -> None:
    """Take note of what is done to a file, wherever a link leads; a number is one that is open already."""
    if isinstance(path, str | bytes | os.PathLike):
        seen.append((what, os.path.realpath(os.fsdecode(path))))


def leave(status: int) -> NoReturn:
    """Exit as `os._exit` does, only not at once."""
    sys.exit(status)


def main() -> None:
    """Run the command with the arguments behind the first, which names the file to write to."""
    report = Path(sys.argv.pop(1)).absolute()
    sys.addaudithook(watch)
    from claimaudit.__main__ import main as run  # noqa: PLC0415  what it imports is to be seen

    os._exit = leave  # what was seen is still to be written
    try:
        run()
    finally:
        events = list(seen)
        report.write_text(json.dumps(events), encoding="utf-8")


if __name__ == "__main__":
    main()
