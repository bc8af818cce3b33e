"""What the hostile cases run with."""

from pathlib import Path

import pytest
from tests.forking import Nursery
from tests.hostile.attacking import Attacker


@pytest.fixture
def attacker(nursery: Nursery, tmp_path: Path) -> Attacker:
    """Return what runs the command in an empty folder, beside which nothing is of the project."""
    project = tmp_path / "project"
    project.mkdir()
    return Attacker(nursery, project)
