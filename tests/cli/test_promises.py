"""What SECURITY.md promises of the system: which files are opened, what is run, and that no network is asked."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.conftest import DATA, ROOT, Run
from tests.forking import TIMEOUT
from tests.repositories import ALONE, Repo

from claimaudit.text import uncommanded, visible

Observed = Callable[..., "Observation"]

SHADOWS = ("yaml", "typer", "rich", "pydantic", "rapidfuzz", "tomllib", "json", "claimaudit", "sitecustomize")
"""Modules that a project could hold, to be imported in place of others."""
ON_FILES = [
    ["check", "-f", "github"],
    ["check", "data", "--config", "claimaudit.toml"],
    ["report", "-f", "json"],
    ["show", "four-buckets"],
    ["list", "sources"],
    ["search", "buckets"],
    ["drop", "outlet/axios"],
    ["rank", "outlets"],
    ["graph", "four-buckets", "-f", "mermaid"],
]
ON_NOTHING = [["rule", "CA104"], ["config"], ["schema", "claims"]]
ON_REVISIONS = [["check", "--since", "HEAD"], ["diff", "HEAD"]]


class Observation(NamedTuple):
    """What a run asked of the system: pairs of what and where, and what it exited with."""

    events: list[tuple[str, str]]
    code: int

    def of(self, kind: str) -> set[str]:
        return {where for what, where in self.events if what == kind}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project whose author would like some code of his run, or some file of the machine read."""
    top = tmp_path.resolve() / "project"
    shutil.copytree(DATA, top / "data")
    for name in SHADOWS:
        (top / f"{name}.py").write_text("raise SystemExit(99)\n", encoding="utf-8")
    (top / "claimaudit.toml").write_text('fail-on = "error"\n', encoding="utf-8")
    return top


@pytest.fixture
def observed(tmp_path: Path, project: Path) -> Observed:
    """Run the command in the project, as its console script does, and return what it asked of the system."""

    def run(*arguments: str) -> Observation:
        report = tmp_path / "observed.json"
        done = subprocess.run(
            [sys.executable, "-B", ROOT / "tests" / "observing.py", report, *arguments],
            cwd=project,
            env={
                **{name: value for name, value in {**os.environ, **ALONE}.items() if "COVERAGE" not in name},
                "XDG_CACHE_HOME": str(tmp_path.resolve() / "cache"),
            },
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
        )
        events = [(what, where) for what, where in json.loads(report.read_text("utf-8"))]
        assert {"run", "read"} <= {what for what, _ in events}
        return Observation(events, done.returncode)

    return run


def is_below(path: str, *folders: Path | str) -> bool:
    return any(Path(path).is_relative_to(folder) for folder in folders)


PYTHON = [os.path.realpath(path) for path in (sys.prefix, sys.base_prefix, ROOT / "src", ROOT / "tests")]


@pytest.mark.parametrize("arguments", [*ON_FILES, *ON_NOTHING], ids=" ".join)
def test_it_reads_the_project_and_does_nothing_else(
    observed: Observed, project: Path, arguments: list[str]
) -> None:
    found = observed(*arguments)
    assert found.code in {0, 1}
    assert found.of("network") | found.of("process") == set()
    cache = project.parent / "cache"
    written = found.of("write") | found.of("change")
    assert {path for path in written if is_below(path, cache)} == written
    assert bool(written) == (arguments[0] in {"show", "list", "search"})
    assert [path for path in found.of("run") if is_below(path, project)] == []
    read = {path for path in found.of("read") if not is_below(path, *PYTHON, cache)}
    assert {path for path in read if is_below(path, project)} == read
    assert {Path(path).suffix for path in read} <= {".yaml", ".toml"}


def test_as_a_module_it_imports_nothing_of_the_current_directory(project: Path) -> None:
    (project / "claimaudit.py").unlink()  # this one alone Python finds there before anything of ours runs
    done = subprocess.run(
        [sys.executable, "-m", "claimaudit", "check"],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("arguments", ON_REVISIONS, ids=" ".join)
def test_at_a_revision_it_runs_git_and_nothing_else(
    observed: Observed, project: Path, arguments: list[str]
) -> None:
    Repo(project).commit()
    hooks = project / ".git" / "hooks"
    for hook in ("post-checkout", "pre-commit", "fsmonitor", "reference-transaction"):
        (hooks / hook).write_text(f"#!/bin/sh\ntouch {project}/ran\n", encoding="utf-8")
        (hooks / hook).chmod(0o755)
    Repo(project).git("config", "core.fsmonitor", f"touch {project}/ran")
    found = observed(*arguments)
    assert found.code in {0, 1}
    assert found.of("network") | found.of("change") == set()
    assert found.of("write") <= {os.devnull}
    assert {Path(process).name for process in found.of("process")} == {"git"}
    assert [process for process in found.of("process") if is_below(process, project)] == []
    assert not (project / "ran").exists()


FORGED = "\x1b[2J\x9b1m\u202e\n::error::forged ##[error]forged"


TOLD_OF = [
    *(["show", FORGED], ["check", FORGED], ["search", FORGED], ["list", FORGED], ["drop", FORGED], [FORGED]),
    *(["check", "--select", FORGED], ["check", "--config", FORGED], ["check", "-f", f"json:{FORGED}/"]),
    *(["check", "--since", FORGED], ["report", "--sort", FORGED], [f"--{FORGED}"]),
]


@pytest.mark.parametrize("arguments", TOLD_OF, ids=lambda arguments: " ".join(arguments[:-1]) or "alone")
def test_no_word_of_a_command_line_moves_the_cursor_or_forms_a_command(
    claimaudit: Run, project: Path, arguments: list[str]
) -> None:
    done = claimaudit(*arguments, cwd=project)
    told = done.stdout + done.stderr
    assert told
    assert visible(told) == told
    assert uncommanded(told) == told


def test_it_writes_where_it_is_told_to_and_beside_that(
    observed: Observed, project: Path, tmp_path: Path
) -> None:
    out = tmp_path.resolve() / "out"
    out.mkdir()
    found = observed(
        "check", "-f", f"json:{out}/a.json", "-o", f"{out}/b.txt", "--write-baseline", f"{out}/c.json"
    )
    assert sorted(path.name for path in out.iterdir()) == ["a.json", "b.txt", "c.json"]
    assert [path for path in found.of("write") | found.of("change") if not is_below(path, out)] == []
    assert [path for path in found.of("run") if is_below(path, project)] == []


def test_what_an_observer_sees_is_everything(tmp_path: Path) -> None:
    """The observer itself: each kind of event is seen where something of the kind is done."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import observing, os, socket, subprocess\n"
        "sys.addaudithook(observing.watch)\n"
        "socket.socket().close(); subprocess.run(['true']); open('x', 'w').close(); os.remove('x')\n"
        "exec(compile('1', 'made.py', 'exec')); open(os.devnull).close()\n"
        "print(sorted({what for what, _ in observing.seen}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, ROOT / "tests"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "['change', 'network', 'process', 'read', 'run', 'write']\n"
