"""What all tests share: an environment of its own, the way to the repository, and the installed command."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.forking import TIMEOUT, Nursery

pytest.register_assert_rewrite(
    "tests.hostile.attacking"
)  # before anything imports it: it asserts for other modules

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
SCRUBBED = ("CI", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM", "GITHUB_ACTIONS", "TERMINAL_WIDTH")

settings.register_profile("default", deadline=None, print_blob=True)
settings.register_profile("nightly", settings.get_profile("default"), max_examples=5000)
settings.register_profile(
    "mutation",
    settings.get_profile("default"),
    max_examples=20,
    derandomize=True,
    database=None,
    print_blob=False,
)  # a survivor must survive again
settings.load_profile("default")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in SCRUBBED:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """Return what the command is forked from."""
    nursery = Nursery(tmp_path_factory.mktemp("nursery"))
    yield nursery
    nursery.close()


@pytest.fixture
def claimaudit(nursery: Nursery) -> Run:
    """Run the command in a process of its own, in `cwd`, and return what it wrote and its exit code.

    With variables of the environment the process starts anew, for some are read before all else.
    """

    def run(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
        if not environment:
            return nursery.run(arguments, cwd, os.environ)
        return subprocess.run(
            [sys.executable, "-m", "claimaudit", *arguments],
            cwd=cwd,
            env={**os.environ, **environment},
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
        )

    return run


@pytest.fixture
def shell() -> Run:
    """Run a line of bash in `cwd`, in which `claimaudit` starts anew; any part of a pipe that fails makes it fail."""

    def run(line: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
        ours = f"claimaudit() {{ '{sys.executable}' -m claimaudit \"$@\"; }}; set -o pipefail; {line}"
        return subprocess.run(
            ["bash", "-c", ours],
            cwd=cwd,
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
        )

    return run
