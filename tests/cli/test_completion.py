"""Completion as bash does it: its own script is sourced, its function called as bash calls it, COMPREPLY looked at."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import ROOT, Run
from tests.repositories import ALONE, Repo

from claimaudit.cli.completing import joined
from claimaudit.rules import RULES

BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(BASH is None, reason="there is no bash")

Complete = Callable[..., list[str]]

CALL = """\
source "$SCRIPT"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_claimaudit_completion claimaudit
code=$?
(( ${#COMPREPLY[@]} )) && printf '%s\\0' "${COMPREPLY[@]}"
exit $code
"""

TWO_NAMES = """\
claims:
  - id: desk:one
    text: One.
    tags: [Secret Annex, "$(touch pwned)", "a'b; rm -rf x", 'c"d`e`', "two\\nlines", "*", "-rf", "Été d'hier"]
    evidence: [parts]
  - {id: desk:two, text: Two.}
  - {id: parts, text: Three.}
sources:
  - {id: parts, outlet: "Der $(touch pwned) Bote", basis: original}
informants:
  - {id: minister}
"""


@pytest.fixture(scope="module")
def bin_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the command, and with the script that it prints for bash."""
    folder = tmp_path_factory.mktemp("bin")
    command = folder / "claimaudit"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimaudit "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    environment = {**os.environ, "_CLAIMAUDIT_COMPLETE": "source_bash"}
    done = subprocess.run([command], env=environment, capture_output=True, check=True)
    (folder / "script").write_bytes(done.stdout)
    return folder


@pytest.fixture
def environment(bin_folder: Path) -> dict[str, str]:
    path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    source = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PATH": path, "PYTHONPATH": source, "SCRIPT": str(bin_folder / "script")}


@pytest.fixture
def complete(environment: dict[str, str]) -> Complete:
    """Return what bash would offer after these words; the last is the one at the cursor."""

    def run(*words: str, cwd: Path = ROOT) -> list[str]:
        done = subprocess.run(
            [str(BASH), "--norc", "--noprofile", "-c", CALL, "bash", "claimaudit", *words],
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode("utf-8").split("\0")[:-1]

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text(TWO_NAMES, encoding="utf-8")
    return tmp_path


def test_commands_and_options(complete: Complete) -> None:
    assert {"report", "check", "show", "schema"} <= set(complete(""))
    assert complete("show", "--dat") == ["--data"]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["show", "four-b"], ["four-buckets"]),
        (["show", "outlet/axi"], ["outlet/axios"]),
        (["show", "axios", "four-b"], ["four-buckets"]),
        (["graph", "four-b"], ["four-buckets"]),
        (["drop", "four-b"], []),
        (["drop", "draft-28"], ["draft-28-points"]),
        (["rule", "false-c"], ["false-corroboration"]),
        (["check", "--ignore", "CA10"], [rule.code for rule in RULES if rule.code.startswith("CA10")]),
        (["check", "--select", "CA104,CA90"], ["CA104,CA901", "CA104,CA902"]),
        (["report", "--tag", ""], ["secret-annex", "speculative"]),
        (["report", "--tag", "=", "sec"], ["secret-annex"]),
        (["report", "--tag", "="], ["secret-annex", "speculative"]),
        (["report", "--verdict", "s"], ["single-origin"]),
        (["report", "--status", "in"], ["inferred"]),
        (["list", ""], ["claims", "sources", "outlets"]),
        (["rank", "o"], ["outlets", "owners"]),
        (["graph", "four-buckets", "-f", "d"], ["dot"]),
        (["schema", "c"], ["claims", "config"]),
        (["check", "--fail-on", ""], ["error", "warning", "note"]),
        (["report", "da"], []),
    ],
)
def test_what_is_offered_on_the_real_dossier(
    complete: Complete, words: list[str], offered: list[str]
) -> None:
    assert complete(*words) == offered


def test_ids_are_those_of_the_files_that_the_line_names(complete: Complete, folder: Path) -> None:
    assert complete("show", "--data", str(folder), "mini") == ["minister"]
    assert complete("report", str(folder), "--tag", "secret") == ["secret-annex"]
    (folder / "my data").mkdir()
    shutil.copy(folder / "data" / "claims.yaml", folder / "my data")
    assert complete("show", "--data", '"my data"', "mini", cwd=folder) == ["minister"]


def test_an_id_that_names_two_things_is_offered_with_its_kind(complete: Complete, folder: Path) -> None:
    ids = complete("show", "", cwd=folder)
    assert {"claim/parts", "source/parts", "desk:one", "minister"} <= set(ids)
    assert "parts" not in ids
    assert complete("drop", "p", cwd=folder) == []
    assert complete("drop", "source/", cwd=folder) == ["source/parts"]


def test_bash_takes_ids_apart_at_colons_and_replaces_what_follows(complete: Complete, folder: Path) -> None:
    assert complete("show", "desk", cwd=folder) == ["desk:one", "desk:two"]
    assert complete("show", "desk", ":", cwd=folder) == ["one", "two"]
    assert complete("show", "desk", ":", "t", cwd=folder) == ["two"]
    assert complete("show", "desk:t", cwd=folder) == ["desk:two"], "where a colon ends no word"


def test_words_are_put_together() -> None:
    assert joined(["c", "show", "a", "::", "b"]) == (("c", "show", "a::b"), "a::")
    assert joined(["c", "show", "a", ":", "b", ":"]) == (("c", "show", "a:b:"), "a:b:")
    assert joined(["c", "show", "a", ":", "b", ""]) == (("c", "show", "a:b", ""), "")
    assert joined(["c", "--data", "=", "x", "-f", "j"]) == (("c", "--data", "x", "-f", "j"), "")


def test_nothing_hostile_is_offered_or_run(complete: Complete, folder: Path) -> None:
    offered = complete("report", "--tag", "", cwd=folder)
    assert offered == ["a-b-rm-rf-x", "c-d-e", "rf", "secret-annex", "touch-pwned", "two-lines", "été-d-hier"]
    ids = complete("show", "", cwd=folder)
    assert "der-touch-pwned-bote" in ids
    assert [path.name for path in folder.iterdir()] == ["data"]


def test_an_offered_tag_chooses_the_claims_that_have_it(claimaudit: Run, folder: Path) -> None:
    for tag in ("touch-pwned", "a-b-rm-rf-x", "été-d-hier"):
        assert "desk:one" in claimaudit("report", "--tag", tag, cwd=folder).stdout


@pytest.mark.parametrize("content", ["claims: [", "claims:\n  - {id: a}\n", "", "\x00", "a: &a [*a]"])
def test_broken_files_are_no_matter(complete: Complete, folder: Path, content: str) -> None:
    (folder / "data" / "claims.yaml").write_text(content, encoding="utf-8")
    assert complete("show", "", cwd=folder) == []
    assert complete("show", "--dat", cwd=folder) == ["--data"]


def test_what_is_sound_beside_a_broken_file_is_offered(complete: Complete, folder: Path) -> None:
    (folder / "data" / "more.yaml").write_text("claims: [", encoding="utf-8")
    assert complete("show", "mini", cwd=folder) == ["minister"]


@pytest.mark.parametrize("content", ["paths = [", "selct = []\n", 'ignore = ["CA999"]\n'])
def test_a_broken_configuration_is_no_matter(complete: Complete, folder: Path, content: str) -> None:
    (folder / "claimaudit.toml").write_text(content, encoding="utf-8")
    assert complete("show", "mini", cwd=folder) == ["minister"]
    assert complete("show", "--data", "data", "mini", cwd=folder) == ["minister"]
    assert complete("show", "--config", "claimaudit.toml", "mini", cwd=folder) == ["minister"]


def test_no_files_and_no_regular_files_are_no_matter(complete: Complete, tmp_path: Path) -> None:
    assert complete("show", "", cwd=tmp_path) == []
    assert complete("show", "--data", "nowhere", "", cwd=tmp_path) == []
    (tmp_path / "data").mkdir()
    os.mkfifo(tmp_path / "data" / "claims.yaml")
    assert complete("show", "", cwd=tmp_path) == []
    assert complete("show", "--data", "/dev/zero", "", cwd=tmp_path) == []


@pytest.mark.parametrize("variable", ["complete_bash", "complete_nosuch", "complete_"])
def test_a_shell_that_asks_in_no_sensible_way_gets_no_answer(
    environment: dict[str, str], bin_folder: Path, variable: str
) -> None:
    done = subprocess.run(
        [bin_folder / "claimaudit"],
        env={**environment, "_CLAIMAUDIT_COMPLETE": variable},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_tab_in_a_bash_with_a_terminal(environment: dict[str, str], folder: Path) -> None:
    terminal, its_end = pty.openpty()
    with subprocess.Popen(
        [str(BASH), "--norc", "--noprofile", "-i"],
        cwd=folder,
        env={**environment, "PS1": "> ", "TERM": "dumb"},
        stdin=its_end,
        stdout=its_end,
        stderr=its_end,
        start_new_session=True,
    ) as shell:
        os.close(its_end)
        try:
            os.write(terminal, b'source "$SCRIPT"; echo rea""dy\n')
            assert "\r\nready" in _until(terminal, "\r\nready")
            os.write(terminal, b'claimaudit show desk:t\t -f json; echo do""ne\n')
            assert '"id": "desk:two"' in _until(terminal, "\r\ndone")
        finally:
            shell.kill()
            os.close(terminal)


def _until(terminal: int, mark: str) -> str:
    """Return what the terminal shows up to a mark; what it shows in a minute, if that does not come."""
    shown = b""
    end = time.monotonic() + 60
    while mark.encode() not in shown and time.monotonic() < end:
        if select.select([terminal], [], [], 1)[0]:
            try:
                shown += os.read(terminal, 65536)
            except OSError:
                break
    return shown.decode("utf-8", "replace")


def test_revisions(complete: Complete, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert complete("diff", "", cwd=folder) == []  # no repository
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    repo = Repo(folder / "repo")
    repo.write("data/claims.yaml", TWO_NAMES)
    assert complete("diff", "", cwd=repo.top) == []  # no commit
    repo.commit("v1", "v1.1")
    for branch in ("desk/eu", "desk/us", "$(touch${IFS}pwned)"):
        repo.git("branch", branch)
    assert sorted(complete("diff", "", cwd=repo.top)) == ["desk/eu", "desk/us", "main", "v1", "v1.1"]
    assert sorted(complete("diff", "v1", "desk/", cwd=repo.top)) == ["desk/eu", "desk/us"]
    assert complete("check", "--since", "ma", cwd=repo.top) == ["main"]
    assert sorted(complete("check", "--data", "repo/data", "--since", "v", cwd=folder)) == ["v1", "v1.1"]
    assert not (repo.top / "pwned").exists()
