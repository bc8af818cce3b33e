"""What a person sees who reads results and complaints on one terminal."""

import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.conftest import Run

WRONG = "claims:\n  - {id: a, text: A., evidance: [s]}\nsources:\n  - {id: s}\n"
ERROR = "wrong.yaml:2:23: error CA002 invalid-value: unknown key `evidance`"


def seen(folder: Path, *words: str) -> str:
    """Return all that a command shows on a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "claimaudit", *words],
            cwd=folder,
            env={**os.environ, "COLUMNS": "80", "TERM": "dumb", "CLAIMAUDIT_NO_CACHE": "1"},
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=theirs,
            timeout=60,
            check=False,
        )
        assert done.returncode == 2
        return os.read(ours, 1 << 16).decode().replace("\r\n", "\n")
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_report_tells_each_error_once_with_what_mends_it(tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text(WRONG)
    shown = seen(tmp_path, "report", "wrong.yaml")
    assert shown.startswith(f"{ERROR}\n  help: did you mean `evidence`?\n")
    assert shown.count("unknown key `evidance`") == 1


def test_where_the_report_goes_elsewhere_the_errors_are_complained_of(
    tmp_path: Path, claimaudit: Run
) -> None:
    (tmp_path / "wrong.yaml").write_text(WRONG)
    assert f"{ERROR}\nhelp: did you mean `evidence`?\n" in seen(
        tmp_path, "report", "wrong.yaml", "-o", "r.txt"
    )
    done = claimaudit("report", "wrong.yaml", cwd=tmp_path)
    assert done.stderr == f"{ERROR}\nhelp: did you mean `evidence`?\n"
