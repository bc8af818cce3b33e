"""The two exits: closed pipes, full disks, interrupts, and faults of our own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conftest import ROOT, Run

COMMAND = [sys.executable, "-m", "claimaudit"]


def test_a_reader_that_stops_early_ends_it_quietly(shell: Run) -> None:
    done = shell("claimaudit report | head -1")
    assert done.stdout.startswith("116 claims are audited")
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", ["report", "--help", "check --help", "--version", "--show-completion bash"])
def test_a_full_disk_is_a_failure_and_one_line(shell: Run, words: str) -> None:
    done = shell(f"claimaudit {words} > /dev/full")
    assert done.returncode == 2
    assert done.stderr == "error: cannot write the result: No space left on device\n"


@pytest.mark.parametrize("words", ["report", "--help", "check -h", "--version"])
def test_a_closed_standard_output_is_no_traceback(shell: Run, words: str) -> None:
    done = shell(f"claimaudit {words} >&-")
    assert done.returncode == 2
    assert done.stderr == "error: cannot write the result: standard output is closed\n"


def test_text_beyond_the_locale_is_spelled_out() -> None:
    done = subprocess.run(
        [*COMMAND, "show", "four-buckets"],
        cwd=ROOT,
        env={
            **os.environ,
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONIOENCODING": "ascii",
        },
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert b"MENAFN <- Live Mint <- Axios" in done.stdout


def test_an_interrupt_is_130(tmp_path: Path) -> None:
    code = (
        "import claimaudit.cli.report as r, claimaudit.cli as c, time, sys\n"
        "import claimaudit.loading as l\n"
        "l.load = lambda *a: time.sleep(30)\n"
        "sys.argv = ['claimaudit', 'report']\n"
        "print('ready', flush=True)\n"
        "c.main()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in complaint


@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_an_interrupt_that_python_made_another_error_of_is_130(tmp_path: Path, debug: list[str]) -> None:
    code = (
        "import claimaudit.cli as c, claimaudit.loading as l, sys\n"
        "def load(*_):\n"
        "    try:\n"
        "        raise KeyboardInterrupt\n"
        "    except KeyboardInterrupt as interrupt:\n"
        "        raise RuntimeError('Error calling __set_name__') from interrupt\n"
        "l.load = load\n"
        f"sys.argv = ['claimaudit', 'report', *{debug}]\n"
        "c.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_an_interrupt_before_all_is_imported_is_130(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'claimaudit.cli':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "from claimaudit.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_a_current_directory_that_is_gone_does_not_matter(shell: Run, tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text("claims:\n  - {id: a, text: b, status: speculative}\n", "utf-8")
    (tmp_path / "gone").mkdir()
    line = f"rmdir '{tmp_path}/gone'; claimaudit check '{tmp_path}/claims.yaml' -f sarif"
    done = shell(line, cwd=tmp_path / "gone")
    assert (done.returncode, done.stderr) == (0, "")
    assert '"version": "2.1.0"' in done.stdout


def test_too_little_memory_is_no_fault_of_our_own(tmp_path: Path) -> None:
    code = (
        "import claimaudit.loading as l, claimaudit.cli as c, sys\n"
        "def greedy(*_): raise MemoryError\n"
        "l.load = greedy\n"
        "sys.argv = ['claimaudit', 'check']\n"
        "c.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: out of memory\nhelp: split the files, or allow it more\n"


def test_a_fault_of_our_own_is_one_line_and_a_traceback_only_if_asked(tmp_path: Path) -> None:
    code = (
        "import claimaudit.loading as l, claimaudit.cli as c, sys\n"
        "def broken(*_): raise LookupError('a shelf is missing')\n"
        "l.load = broken\n"
        "sys.argv = ['claimaudit', 'check', *sys.argv[1:]]\n"
        "c.main()\n"
    )

    def run(*more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", code, *more],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            timeout=60,
            check=False,
        )

    done = run()
    assert done.returncode == 2
    assert done.stderr == (
        "error: internal error: LookupError: a shelf is missing\n"
        "help: this is a fault of claimaudit: please report it; `--debug` shows where it happened\n"
    )
    assert "Traceback" in run("--debug").stderr
