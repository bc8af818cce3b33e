"""Every file in `tests/cases/input` has the faults that lie beside it, all of them and no other.

A fault is a line `line:column CODE message`, a line `  help: ...` if there is any, and a line `  line:column message`
for each related place; without an `.expected` file there is none. What of a sound file is read is told by other tests.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from fuzz.inputs import by_events_alone
from fuzz.parsers import without_libyaml
from tests.unit.loading.reading import lines_of

from claimaudit.loading import load

CASES = sorted(Path(__file__, "../../../cases/input").resolve().glob("*.yaml"))


def _expected(case: Path) -> list[str]:
    beside = case.with_suffix(".expected")
    return beside.read_text("utf-8").splitlines() if beside.exists() else []


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_case_has_the_faults_beside_it(case: Path) -> None:
    assert list(lines_of(load(case).faults)) == _expected(case)


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
@pytest.mark.parametrize("way", [by_events_alone, without_libyaml])
def test_case_has_them_by_events_with_libyaml_and_without(
    case: Path, way: Callable[[], AbstractContextManager[None]]
) -> None:
    with way():
        assert list(lines_of(load(case).faults)) == _expected(case)


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_every_fault_of_a_case_has_a_fingerprint_of_its_own(case: Path) -> None:
    faults = load(case).faults
    assert len({fault.fingerprint for fault in faults}) == len(faults)


def test_every_expectation_lies_beside_a_case() -> None:
    folder = CASES[0].parent
    lone = [path for path in folder.glob("*.expected") if not path.with_suffix(".yaml").exists()]
    assert lone == []
