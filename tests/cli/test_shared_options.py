"""What every command takes: quiet, verbose, a day, a configuration, a file to write to."""

from pathlib import Path

import pytest
from tests.cli.test_commands import SOUND
from tests.conftest import Run

COMMANDS = {
    "check": [],
    "report": [],
    "list": ["claims"],
    "show": ["parts"],
    "search": ["plan"],
    "drop": ["axios"],
    "rank": ["outlets"],
    "graph": [],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "claimaudit.toml").write_text("", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_quiet_prints_nothing_and_still_writes_the_file(claimaudit: Run, folder: Path, command: str) -> None:
    loud = claimaudit(command, *COMMANDS[command], cwd=folder)
    assert (loud.returncode, loud.stderr) == (0, "")
    assert loud.stdout
    quiet = claimaudit(command, *COMMANDS[command], "-q", "-o", "out", cwd=folder)
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    assert (folder / "out").read_text("utf-8") == loud.stdout
    assert claimaudit(command, *COMMANDS[command], "-q", cwd=folder).stdout == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_verbose_says_what_is_read_and_changes_no_result(claimaudit: Run, folder: Path, command: str) -> None:
    plain = claimaudit(command, *COMMANDS[command], "--today", "2026-11-24", cwd=folder)
    told = claimaudit(command, *COMMANDS[command], "-v", "--today", "2026-11-24", cwd=folder)
    assert told.stderr.splitlines() == ["configuration: claimaudit.toml", "read: data/claims.yaml"]
    assert told.stdout == plain.stdout or command == "check"  # to `check` it adds what is not shown else


@pytest.mark.parametrize("zone", ["UTC-24", "UTC+24:59", "Nowhere/Nothing"])
def test_a_day_is_a_day_in_whatever_zone(claimaudit: Run, zone: str) -> None:
    done = claimaudit("check", "tests/cases/CA102/fail/waived.yaml", TZ=zone)
    assert (done.returncode, done.stderr) == (0, "")
