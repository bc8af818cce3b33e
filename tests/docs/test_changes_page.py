"""docs/changes.md says what is so: its examples are run in a real repository."""

import re
from pathlib import Path
from typing import get_args

import pytest
from tests.conftest import ROOT, Run
from tests.repositories import ALONE, Repo

from claimaudit.report import Outcome

PAGE = (ROOT / "docs" / "changes.md").read_text(encoding="utf-8")
ORIGINAL = "p. 2, published: 2025-11-18, basis: original"


def block(marker: str) -> str:
    """Return what stands in the block behind a marker, without the command."""
    found = re.search(rf"<!-- {marker} -->\n```\w+\n(?:\$ [^\n]*\n)?(.*?)```", PAGE, re.DOTALL)
    assert found is not None, marker
    return found[1]


def command(marker: str) -> list[str]:
    found = re.search(rf"<!-- {marker} -->\n```text\n\$ claimaudit ([^\n]*)\n", PAGE)
    assert found is not None, marker
    return found[1].split()


@pytest.fixture
def dossier() -> str:
    found = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    assert ORIGINAL in found[1]
    return found[1]


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dossier: str) -> Repo:
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    made = Repo(tmp_path)
    made.write("data/claims.yaml", dossier)
    made.commit()
    return made


@pytest.mark.parametrize(("marker", "code"), [("check since", 1), ("diff", 0)])
def test_what_is_compared_with_main_is_what_is_printed(
    claimaudit: Run, repo: Repo, dossier: str, marker: str, code: int
) -> None:
    repo.write("data/claims.yaml", dossier.replace(ORIGINAL, "p. 2, published: 2025-11-18, via: [axios-1]"))
    done = claimaudit(*command(marker), cwd=repo.top)
    assert (done.stderr + done.stdout, done.returncode) == (block(marker), code)


def test_the_baseline_is_what_is_written_and_what_is_gone_is_told(
    claimaudit: Run, repo: Repo, dossier: str
) -> None:
    claimaudit("check", "--write-baseline", "baseline.json", cwd=repo.top)
    assert (repo.top / "baseline.json").read_text(encoding="utf-8") == block("baseline")
    repo.write("data/claims.yaml", dossier.replace("[axios-1]", "[axios-1, reuters-1]"))
    done = claimaudit(*command("check gone"), cwd=repo.top)
    assert done.stderr + done.stdout == block("check gone")


def test_the_keys_of_the_json_are_those_of_the_page(claimaudit: Run, repo: Repo) -> None:
    text = claimaudit("diff", "main", "-f", "json", cwd=repo.top).stdout
    keys = re.findall(r'^  "(\w+)":', text, re.MULTILINE)
    table = PAGE.partition("| Key | Holds |")[2].partition("\n\n")[0]
    documented = {
        name
        for row in re.findall(r"^\| (`[^|]*) \|", table, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    }
    assert documented == set(keys)


def test_all_that_can_become_of_a_claim_is_in_the_page() -> None:
    words = PAGE.partition("| becomes | When |")[2].partition("\n\n")[0]
    assert all(outcome in words for outcome in get_args(Outcome))
