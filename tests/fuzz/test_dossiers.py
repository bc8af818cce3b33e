"""The command bears a share of the broken dossiers; all of them are run by `python -m fuzz.dossiers`."""

from pathlib import Path
from random import Random
from subprocess import CompletedProcess

import pytest
from fuzz.dossiers import SENSELESS, SENSIBLE, Arena, _require_inside, broken, trial
from tests.forking import Nursery

RUNS = 100
TEXT = "claims:\n  - {id: a, text: One., status: reported, evidence: [one, two]}\n  - id: b\n    text: Two.\n    tags: [x, y]\n"


def test_a_share_of_the_trials_holds(nursery: Nursery, tmp_path: Path) -> None:
    arena = Arena(tmp_path / "project", nursery)
    codes = {arena.run(trial(1, number)).returncode for number in range(RUNS)}
    assert codes == {0, 1, 2}


def test_a_trial_is_the_same_for_its_seed_and_number_alone() -> None:
    trials = [trial(seed, number) for seed in (1, 2) for number in range(20)]
    assert trials == [trial(seed, number) for seed in (1, 2) for number in range(20)]
    assert len({tried.files["data/claims.yaml"] for tried in trials}) > 30


@pytest.mark.parametrize("way", [*SENSIBLE, *SENSELESS])
def test_every_way_changes_a_text(way: object) -> None:
    assert callable(way)
    assert any(way(TEXT, Random(seed)) != TEXT for seed in range(20))  # noqa: S311


def test_nothing_can_be_broken() -> None:
    for seed in range(200):
        broken("", Random(seed))  # noqa: S311


@pytest.mark.parametrize("place", ["data/claims.yaml:3:1", "data/claims.yaml:1:9", "data/claims.yaml:0:1"])
def test_a_place_outside_of_its_file_is_noticed(place: str) -> None:
    done = CompletedProcess(["check"], 2, f"{place}: error CA001 unreadable-file: x\n", "")
    with pytest.raises(AssertionError, match=r"data/claims\.yaml"):
        _require_inside(done, {"data/claims.yaml": b"claims:\n"})
