"""Runs the command in processes forked from one that has imported all of it: no test waits for an import.

Each is a process of its own, with its own streams, directory, environment and exit code. What happens before the
import (the encoding of the streams, say) needs a process that starts anew.
"""

import gc
import json
import os
import pkgutil
import resource
import select
import signal
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import claimaudit
from claimaudit.__main__ import main
from tests.disturbing import disturb

ROOT = Path(__file__).parent.parent
TIMEOUT = 60
"""Seconds that one command may take."""

_FOREIGN = ("email.parser", "rich.console", "rich.table", "typer._adapters")
"""What the command imports of others only when it needs it."""
_WORDY = ROOT / "tests" / "cases" / "CA403" / "fail"
"""Dossiers that are audited once before any fork: the lists of words are read then."""


class Nursery:
    """The process that is forked from. Its requests and answers are lines of JSON."""

    def __init__(self, folder: Path) -> None:
        self._out, self._err = folder / "out", folder / "err"
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.forking"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def run(
        self,
        arguments: tuple[str, ...],
        cwd: Path,
        environment: Mapping[str, str],
        limits: Mapping[str, int] | None = None,
        *,
        disturbance: Mapping[str, Any] | None = None,
        seconds: float = TIMEOUT,
    ) -> subprocess.CompletedProcess[str]:
        """Run the command and return what it wrote and its exit code, less than 0 where a signal ended it.

        `limits` are of the kernel, by their names in `resource`: `{"RLIMIT_CPU": 10}`. A `disturbance` are the
        arguments of `tests.disturbing.disturb`. After so many `seconds` a signal ends it.
        """
        request = {
            "limits": dict(limits or {}),
            "disturbance": dict(disturbance or {}),
            "seconds": seconds,
            "arguments": arguments,
            "cwd": str(cwd),
            "environment": dict(environment),
            "out": str(self._out),
            "err": str(self._err),
        }
        server = self._server
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(json.dumps(request).encode() + b"\n")
        server.stdin.flush()
        if not select.select([server.stdout], [], [], 2 * TIMEOUT)[0]:
            server.kill()
            raise TimeoutError(f"claimaudit {' '.join(arguments)}")
        code = int(server.stdout.readline())
        out, err = self._out.read_bytes().decode("utf-8"), self._err.read_bytes().decode("utf-8")
        return subprocess.CompletedProcess(arguments, code, out, err)

    def close(self) -> None:
        """End the process."""
        self._server.communicate()


def serve() -> None:
    """Fork for each request, and answer with the exit code."""
    for module in pkgutil.walk_packages(claimaudit.__path__, "claimaudit."):
        import_module(module.name)
    for name in _FOREIGN:
        import_module(name)
    for path in sorted(_WORDY.glob("*.yaml")):
        claimaudit.audit(claimaudit.load(path))
    gc.freeze()
    for line in sys.stdin.buffer:
        child = os.fork()
        if child == 0:
            _become(json.loads(line))
        _, status = os.waitpid(child, 0)
        sys.stdout.buffer.write(f"{os.waitstatus_to_exitcode(status)}\n".encode())
        sys.stdout.buffer.flush()


def _become(request: dict[str, Any]) -> NoReturn:
    """Be the command."""
    for number, (path, flags) in enumerate(
        [
            (os.devnull, os.O_RDONLY),
            (request["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
            (request["err"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        ]
    ):
        opened = os.open(path, flags, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    # They stay open to the end.
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, errors="backslashreplace", buffering=1)  # noqa: SIM115
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["cwd"])
    sys.argv = ["claimaudit", *request["arguments"]]
    for name, most in request["limits"].items():
        resource.setrlimit(getattr(resource, name), (most, most))
    if request["disturbance"]:
        disturb(**request["disturbance"])
    signal.setitimer(signal.ITIMER_REAL, request["seconds"])
    main()


if __name__ == "__main__":
    serve()
