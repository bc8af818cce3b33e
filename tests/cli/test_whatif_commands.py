"""`drop` and `rank` as a user runs them."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from tests.conftest import DATA, Run

DOSSIER = """\
claims:
  - id: parts
    text: The plan has four parts.
    status: reported
    evidence: [axios-1, mint-1]
  - id: briefed
    text: Partners were briefed.
    status: reported
    evidence: [axios-1, reuters-1]
informants:
  - {id: official, descriptor: US official, reason: not authorised to speak}
owners:
  - {id: group, name: The Group}
outlets:
  - {id: axios, name: Axios, owner: group}
sources:
  - {id: axios-1, outlet: axios, reference: p. 1, published: 2025-11-18, basis: original, informants: [official]}
  - {id: mint-1, outlet: Mint, reference: p. 1, published: 2025-11-19, via: [axios-1]}
  - {id: reuters-1, outlet: Reuters, reference: p. 1, published: 2025-11-18, basis: original}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text(DOSSIER, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["axios", "axios-1", "official", "group", "outlet/axios", "source/axios-1"])
def test_drop_by_any_kind_of_entry(claimaudit: Run, folder: Path, name: str) -> None:
    done = claimaudit("drop", name, "-f", "json", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    changes = {change["id"]: change["outcome"] for change in json.loads(done.stdout)["changes"]}
    assert changes == {"parts": "falls", "briefed": "single origin"}


def test_drop_writes_nothing_to_the_files(claimaudit: Run, folder: Path) -> None:
    claimaudit("drop", "axios", "mint", cwd=folder)
    assert (folder / "data" / "claims.yaml").read_text(encoding="utf-8") == DOSSIER
    assert [path.name for path in folder.rglob("*")] == ["data", "claims.yaml"]


def test_drop_as_a_table(claimaudit: Run, folder: Path) -> None:
    done = claimaudit("drop", "axios", cwd=folder)
    assert done.stdout.splitlines()[:5] == [
        "Without Axios, of 2 claims that lead there, 1 falls and 1 is left with a single origin.",
        "- Axios: outlet axios, 1 work",
        "",
        "claim     becomes         before   after",
        "─────────────────────────────────────────",
    ]


def test_drop_of_everything(claimaudit: Run) -> None:
    listed = json.loads(claimaudit("list", "sources", "-f", "json").stdout)["sources"]
    everything = [source["id"] for source in listed]
    done = claimaudit("drop", *everything, "-f", "json", "--data", str(DATA))
    assert done.returncode == 0
    after = [change["after"]["verdict"] for change in json.loads(done.stdout)["changes"]]
    assert set(after) == {"unsupported"}


def test_unknown_ids_are_all_named_with_the_nearest(claimaudit: Run, folder: Path) -> None:
    done = claimaudit("drop", "axois", "axios", "mnt-1", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    errors = done.stderr.splitlines()
    assert errors[0] == "error: nothing has the id `axois`"
    assert errors[1].startswith("help: did you mean `axios`")
    assert errors[2] == "error: nothing has the id `mnt-1`"
    assert errors[3].startswith("help: did you mean `mint-1`")


def test_a_claim_cannot_be_dropped(claimaudit: Run, folder: Path) -> None:
    done = claimaudit("drop", "parts", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: `parts` is a claim: what can be dropped is what claims rest on\n"
        "help: `claimaudit show parts` names its sources\n"
    )


def test_rank_counts_what_falls_alone(claimaudit: Run, folder: Path) -> None:
    done = claimaudit("rank", "outlets", "-f", "json", cwd=folder)
    entries = {entry["id"]: entry for entry in json.loads(done.stdout)["entries"]}
    assert list(entries) == ["axios", "reuters", "mint"]
    assert entries["axios"]["falls_alone"] == ["parts"]
    assert entries["axios"]["witness_of"] == ["parts", "briefed"]
    assert entries["mint"]["claims"] == ["parts"]
    assert entries["mint"]["falls_alone"] == []


@pytest.mark.parametrize(
    ("what", "first"),
    [
        ("sources", "source,axios-1,Axios,1,2,2,1,parts"),
        ("owners", "owner,group,The Group,1,2,2,1,parts"),
        ("informants", "informant,official,US official,1,2,2,1,parts"),
    ],
)
def test_rank_as_csv(claimaudit: Run, folder: Path, what: str, first: str) -> None:
    done = claimaudit("rank", what, "-f", "csv", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.splitlines()[1] == first
    assert len({len(row) for row in csv.reader(StringIO(done.stdout))}) == 1


def test_rank_of_what_is_no_kind_names_the_nearest(claimaudit: Run, folder: Path) -> None:
    done = claimaudit("rank", "outlet", cwd=folder)
    assert done.returncode == 2
    assert "did you mean `outlets`?" in done.stderr


@pytest.mark.parametrize("command", [("drop", "axios"), ("rank", "outlets")])
def test_what_could_not_be_read_is_never_a_pass(
    claimaudit: Run, folder: Path, command: tuple[str, ...]
) -> None:
    (folder / "data" / "more.yaml").write_text(
        "claims:\n  - {id: b, text: x, evidence: [nowhere]}\n", encoding="utf-8"
    )
    done = claimaudit(*command, cwd=folder)
    assert done.returncode == 2
    assert "data/more.yaml:2:33: error CA004" in done.stderr
    assert "axios" in done.stdout
    assert "1 claim could not be checked, because of errors in the files: `b`." in done.stdout


def test_informants_without_an_id_are_counted(claimaudit: Run, folder: Path) -> None:
    text = DOSSIER.replace("informants: [official]", "informants: [{descriptor: aide, reason: fear}]")
    (folder / "data" / "claims.yaml").write_text(
        text.replace("informants:\n  - {id: official", "x-informants:\n  - {id: official"), encoding="utf-8"
    )
    done = claimaudit("rank", "informants", cwd=folder)
    assert done.stdout == (
        "There are no informants with an id.\n"
        "1 informant described in place is not ranked: give it an `id`.\n"
    )


def test_a_broken_claim_is_never_said_to_lead_nowhere(claimaudit: Run, folder: Path) -> None:
    text = DOSSIER.replace("evidence: [axios-1, mint-1]", "evidence: [axios-1, nowhere]")
    text = text.replace("evidence: [axios-1, reuters-1]", "evidence: [reuters-1, nowhere]")
    (folder / "data" / "claims.yaml").write_text(text, encoding="utf-8")
    unchecked = "2 claims could not be checked, because of errors in the files: `briefed` and `parts`."
    done = claimaudit("show", "outlet/axios", cwd=folder)
    assert done.returncode == 2
    assert f"No claim that could be checked leads to it.\n{unchecked}\n" in done.stdout
    assert unchecked in claimaudit("drop", "axios", cwd=folder).stdout
