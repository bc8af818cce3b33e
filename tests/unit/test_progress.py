"""How far a long run has come is told to a terminal, after a while, and to nobody else."""

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from claimaudit import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 2


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return a terminal of 40 columns."""
    monkeypatch.setattr(os, "get_terminal_size", lambda _=2: os.terminal_size((40, 24)))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "_line", None)
    return Terminal()


def show_on(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    progress.show()


def test_nothing_is_said_before_one_wonders(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    show_on(terminal, monkeypatch)
    assert list(progress.of(range(2000), "reading")) == list(range(2000))
    progress.clear()
    assert terminal.getvalue() == ""


def test_then_one_line_is_written_over_and_taken_away(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(progress, "PAUSE", 0)
    show_on(terminal, monkeypatch)
    list(progress.of(range(1001), "reading data/claims.yaml"))
    progress.tell("a rule of a very long name indeed, longer than the terminal is wide")
    progress.clear()
    progress.clear()
    assert terminal.getvalue() == (
        "\rreading data/claims.yaml\x1b[K"
        "\rreading data/claims.yaml: 500\x1b[K"
        "\rreading data/claims.yaml: 1,000\x1b[K"
        "\ra rule of a very long name indeed, long\x1b[K"
        "\r\x1b[K"
    )


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_write_over_a_line_is_told_nothing(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    monkeypatch.setenv("TERM", term) if term else monkeypatch.delenv("TERM")
    monkeypatch.setattr(progress, "PATIENCE", 0)
    show_on(terminal, monkeypatch)
    list(progress.of(range(1001), "reading"))
    assert terminal.getvalue() == ""


def test_the_result_is_the_same_with_and_without(tmp_path: Path) -> None:
    (tmp_path / "d.yaml").write_text("claims:\n  - {id: a, text: So it is.}\n")
    eager = "from claimaudit import progress; progress.PATIENCE = 0; from claimaudit.cli import main; main()"
    command = [sys.executable, "-c", eager, "check", "d.yaml"]
    plain = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=60)
    ours, theirs = pty.openpty()
    with_terminal = subprocess.run(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm"},
        check=False,
        timeout=60,
    )
    os.close(theirs)
    told = os.read(ours, 65536)
    os.close(ours)
    assert b"reading d.yaml\x1b[K" in told
    assert told.endswith(b"\r\x1b[K")
    assert with_terminal.stdout == plain.stdout
    assert with_terminal.returncode == plain.returncode == 1
    assert plain.stderr == b""
