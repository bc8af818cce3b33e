"""SECURITY.md promises what tests hold, and its figures are those of the code."""

import re

import pytest
from tests.conftest import ROOT

from claimaudit.finding import BASELINE_VERSION
from claimaudit.loading.baseline import BASELINE_LIMIT
from claimaudit.loading.faults import LISTED_FAULTS
from claimaudit.loading.opening import SIZE_LIMIT
from claimaudit.loading.settings import _SIZE_LIMIT
from claimaudit.loading.yaml_events import MAX_DEPTH
from claimaudit.provenance.cuts import STEPS
from claimaudit.render.report_json import SCHEMA_VERSION

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
TESTS = sorted(set(re.findall(r"\[(test_\w+)\]\((tests/[\w/]+\.py)\)", PAGE)))
PROMISES = re.findall(r"^\| (.*) \| (.*) \|$", PAGE.partition("## Limits")[0], re.MULTILINE)


@pytest.mark.parametrize(("name", "path"), TESTS, ids=[name for name, _ in TESTS])
def test_every_test_that_is_named_exists(name: str, path: str) -> None:
    assert re.search(rf"^def {name}\(", (ROOT / path).read_text("utf-8"), re.MULTILINE)


def test_every_promise_names_a_test() -> None:
    rows = [row for row in PROMISES if row != ("Promise", "Test")]
    assert len(rows) > 20
    assert [promise for promise, tests in rows if not re.search(r"\[test_\w+\]\(tests/", tests)] == []


def test_figures_are_those_of_the_code() -> None:
    limits = dict(re.findall(r"^\| ([^|]*) \| ([^|]*) \| [^|]* \|$", PAGE, re.MULTILINE))
    assert limits["A file of a dossier"] == f"{SIZE_LIMIT // 1024**2} MiB"
    assert limits["A baseline"] == f"{BASELINE_LIMIT // 1024**2} MiB"
    assert limits["A configuration"] == f"{_SIZE_LIMIT // 1024} KiB"
    assert limits["Collections inside of each other"] == str(MAX_DEPTH)
    assert limits["Faults of a kind that are listed, of CA002 in each file"] == f"{LISTED_FAULTS:,}"
    assert limits["Work on the smallest set of outlets of one claim"] == f"{STEPS:,} steps"
    assert f"`schema_version` is {SCHEMA_VERSION}." in PAGE
    assert f"`version` is {BASELINE_VERSION}." in PAGE


def test_exit_codes_are_those_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").partition("| exit code | means |")[2]
    assert re.findall(r"^\| (\d+) \|", readme, re.MULTILINE)[:4] == ["0", "1", "2", "130"]
    assert "0, 1, 2 and 130" in PAGE
