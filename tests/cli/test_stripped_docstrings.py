"""`python -OO` strips docstrings, and pages, descriptions and helps are docstrings: all is told as without it."""

from pathlib import Path

import pytest
from tests.conftest import Run

from claimaudit.schemas import NAMES


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "--help"],
        ["schema", "--help"],
        *(["schema", name] for name in NAMES),
        ["rule"],
        ["rule", "CA104"],
        ["check", "-f", "sarif"],
        ["check", "-f", "concise"],
        ["report", "-f", "json"],
        ["show", "four-buckets"],
    ],
    ids=" ".join,
)
def test_the_same_is_printed(claimaudit: Run, arguments: list[str]) -> None:
    usual = claimaudit(*arguments)
    stripped = claimaudit(*arguments, PYTHONOPTIMIZE="2")
    assert usual.stdout.count("\n") > 1
    assert (stripped.returncode, stripped.stdout, stripped.stderr) == (
        usual.returncode,
        usual.stdout,
        usual.stderr,
    )


def test_the_same_is_written(claimaudit: Run, tmp_path: Path) -> None:
    for name, environment in (("usual", {}), ("stripped", {"PYTHONOPTIMIZE": "2"})):
        assert claimaudit("init", "-q", str(tmp_path / name), **environment).returncode == 0
    usual, stripped = (
        {str(path.relative_to(tmp_path / name)): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("usual", "stripped")
    )
    assert len(usual) == 6
    assert stripped == usual
