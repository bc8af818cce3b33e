"""Where results go: places that nothing can be written to, and readers that leave."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.forking import TIMEOUT
from tests.hostile.attacking import Attacker, put, require_unbroken, without_advice
from tests.hostile.dossiers import sound
from tests.hostile.test_files import link

COMMANDS = {
    "check": ["check"],
    "check-sarif": ["check", "-f", "sarif"],
    "report": ["report"],
    "show": ["show", "plan"],
    "list": ["list", "claims"],
    "search": ["search", "plan"],
    "rank": ["rank", "outlets"],
    "drop": ["drop", "first-1"],
    "graph": ["graph", "-f", "dot"],
    "schema": ["schema", "claims"],
    "config": ["config"],
}
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


@pytest.fixture(autouse=True)
def _project(attacker: Attacker) -> None:
    put(attacker.folder / "data" / "claims.yaml", sound())


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", COMMANDS)
@needs_full
def test_a_full_disk_is_told_by_every_command(attacker: Attacker, name: str) -> None:
    done = attacker.run(*COMMANDS[name], "-o", "/dev/full")
    assert (done.returncode, done.stdout) == (2, "")
    assert without_advice(done.stderr) == ["error: cannot write `/dev/full`: No space left on device"]


@pytest.mark.parametrize(
    ("target", "content", "said"),
    [
        ("out", lambda path: path.mkdir(), "cannot write `out`: Is a directory"),
        ("out", link("out"), "cannot write `out`: Too many levels of symbolic links"),
        ("gone/out", None, "cannot write `gone/out`: No such file or directory"),
        ("data/claims.yaml/out", None, "cannot write `data/claims.yaml/out`: Not a directory"),
        ("x" * 300, None, f"cannot write `{'x' * 300}`: File name too long"),
        ("data/claims.yaml", None, "`data/claims.yaml` is read by this run: name another file"),
        ("\x1b[2J\n::error::x/out", None, "cannot write `\\u{1b}[2J ::error::x/out`: No such file or directory"),
        ("/proc/self/nothing", None, "cannot write `/proc/self/nothing`: No such file or directory"),
    ],
)  # fmt: skip
def test_no_file_is_left_where_none_can_be_written(
    attacker: Attacker, target: str, content: Callable[[Path], object] | None, said: str
) -> None:
    if content is not None:
        put(attacker.folder / target, content)
    before = names_in(attacker.folder)
    done = attacker.run("check", "-o", target)
    assert (done.returncode, done.stdout) == (2, "")
    assert without_advice(done.stderr) == [f"error: {said}"]
    assert names_in(attacker.folder) == before


def test_a_link_that_leads_out_is_written_where_the_user_points(attacker: Attacker) -> None:
    elsewhere = attacker.folder.parent / "elsewhere"
    put(attacker.folder / "out", link(str(elsewhere)))
    assert attacker.run("check", "-f", "json", "-o", "out").returncode == 0
    assert json.loads(elsewhere.read_text(encoding="utf-8"))["schema_version"] == 1
    assert names_in(attacker.folder) == ["data", "out"]


def test_a_quota_leaves_the_old_file(attacker: Attacker) -> None:
    put(attacker.folder / "out", "old\n")
    done = attacker.run("check", "-f", "sarif", "-o", "out", limits={"RLIMIT_FSIZE": 4096})
    assert (done.returncode, without_advice(done.stderr)) == (
        2,
        ["error: cannot write `out`: File too large"],
    )
    assert (attacker.folder / "out").read_text(encoding="utf-8") == "old\n"
    assert names_in(attacker.folder) == ["data", "out"]


@pytest.mark.parametrize("files", [5, 6, 7, 8, 24])
def test_few_open_files_leave_the_old_file(attacker: Attacker, files: int) -> None:
    put(attacker.folder / "out", "old\n")
    done = attacker.run("check", "-f", "json", "-o", "out", limits={"RLIMIT_NOFILE": files})
    written = (attacker.folder / "out").read_text(encoding="utf-8")
    assert done.returncode == 0 if written != "old\n" else done.returncode == 2
    assert names_in(attacker.folder) == ["data", "out"]


def test_a_small_dossier_needs_little_memory(attacker: Attacker) -> None:
    assert attacker.run("check", limits={"RLIMIT_AS": 96 * 1024 * 1024}).returncode == 0


@pytest.mark.parametrize("mebibytes", [72, 80, 96, 112])
def test_little_memory_leaves_the_old_file(attacker: Attacker, mebibytes: int) -> None:
    put(attacker.folder / "out", "old\n")
    put(attacker.folder / "data" / "claims.yaml", sound(more=f"note: {'x' * 20_000_000}"))
    done = attacker.run("check", "-f", "json", "-o", "out", limits={"RLIMIT_AS": mebibytes * 1024 * 1024})
    assert (done.returncode, done.stdout, without_advice(done.stderr)) == (2, "", ["error: out of memory"])
    assert (attacker.folder / "out").read_text(encoding="utf-8") == "old\n"
    assert names_in(attacker.folder) == ["data", "out"]


# --- shells -----------------------------------------------------------------------------------------------


def bash(
    line: str, folder: Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a line in which `claimaudit` is the command, and require what must hold after any attack."""
    done = subprocess.run(
        [
            "bash",
            "-c",
            f"claimaudit() {{ '{sys.executable}' -m claimaudit \"$@\"; }}; set -o pipefail; {line}",
        ],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=TIMEOUT,
        check=False,
    )
    require_unbroken(done)
    return done


@pytest.mark.parametrize(
    ("line", "code", "complaint"),
    [
        ("claimaudit check | head -c 1", 0, []),
        ("claimaudit check -f sarif | dd bs=1 count=1 status=none", 0, []),
        ("claimaudit check >&-", 2, ["error: cannot write the result: standard output is closed"]),
        ("claimaudit check 2>&-", 0, []),
        ("claimaudit check nowhere 2>&- >&-", 2, []),
        ("claimaudit check <&- >&- 2>&-", 2, []),
        ("claimaudit report nowhere 2>/dev/full", 2, []),
        ("claimaudit --version >&-", 2, ["error: cannot write the result: standard output is closed"]),
        ("claimaudit --help | head -c 1", 0, []),
        ("claimaudit nonsense 2>&-", 2, []),
        ("mkfifo p; (head -c 1 p >/dev/null &) ; claimaudit check -f sarif -o p", 0, []),
    ],
)
def test_shells(attacker: Attacker, line: str, code: int, complaint: list[str]) -> None:
    done = bash(line, attacker.folder)
    assert (done.returncode, without_advice(done.stderr)) == (code, complaint)


@needs_full
def test_a_full_disk_behind_a_shell(attacker: Attacker) -> None:
    done = bash(
        "claimaudit check -f json -o out >/dev/full && claimaudit check -q >/dev/full", attacker.folder
    )
    assert (done.returncode, done.stderr) == (0, "")
    done = bash("claimaudit check >/dev/full", attacker.folder)
    assert (done.returncode, done.stderr) == (2, "error: cannot write the result: No space left on device\n")
    assert bash("claimaudit --help >/dev/full 2>&1", attacker.folder).returncode == 2


def test_many_at_once_write_one_file(attacker: Attacker) -> None:
    put(attacker.folder / "data" / "claims.yaml", sound(text="words " * 5_000))
    line = "for n in 1 2 3; do claimaudit check -q -f json -o out & done; wait; claimaudit check -q -f json -o alone"
    assert bash(line, attacker.folder).returncode == 0
    assert (attacker.folder / "out").read_bytes() == (attacker.folder / "alone").read_bytes()
    assert names_in(attacker.folder) == ["alone", "data", "out"]
