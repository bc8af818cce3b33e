"""Mutation scores, told from what mutmut leaves behind."""

import json
from pathlib import Path

import pytest
from benchmarks.mutation.packages import PACKAGES, Package
from benchmarks.mutation.scoring import Score, scores, table

KILLED, SURVIVED, NO_TEST, TIMED_OUT, UNTRIED = 1, 0, 33, 36, None


def _left_behind(folder: Path, module: str, ends: dict[str, int | None]) -> None:
    path = folder / "src" / "pack" / f"{module}.py.meta"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"exit_code_by_key": ends}), "utf-8")


def test_only_what_was_tried_counts_and_what_no_test_calls_went_unnoticed(tmp_path: Path) -> None:
    _left_behind(tmp_path, "cuts", {"a": KILLED, "b": SURVIVED, "c": NO_TEST, "d": TIMED_OUT, "e": UNTRIED})
    _left_behind(tmp_path, "chains", {"f": KILLED, "g": SURVIVED})
    _left_behind(tmp_path, "works", {"h": UNTRIED})
    found = list(scores(tmp_path, {"a", "b", "c", "d", "f"}))
    assert found == [
        Score("chains", 2, killed=1),
        Score("cuts", 5, killed=1, timed_out=1, survived=1, no_test=1),
    ]
    assert [score.share for score in found] == [1.0, 0.5]


def test_a_mutant_that_ended_otherwise_is_no_score(tmp_path: Path) -> None:
    _left_behind(tmp_path, "cuts", {"a": -11})
    with pytest.raises(ValueError, match="a ended with -11"):
        list(scores(tmp_path, {"a"}))


def test_the_last_row_is_for_all() -> None:
    rows = table([Score("chains", 2, killed=1), Score("cuts", 9, killed=3, survived=1)]).splitlines()
    assert rows[0] == "| module | mutants | tried | killed | timed out | survived | no test | score |"
    assert rows[2:] == [
        "| chains | 2 | 1 | 1 | 0 | 0 | 0 | 100.0% |",
        "| cuts | 9 | 4 | 3 | 0 | 1 | 0 | 75.0% |",
        "| **all** | 11 | 5 | 4 | 0 | 1 | 0 | 80.0% |",
    ]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_a_package_and_the_tests_that_judge_it_are_there(package: Package) -> None:
    assert package.modules
    assert all(Path(test).exists() for test in package.tests)
