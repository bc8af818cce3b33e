"""The examples in docs/ci.md: in the form that GitHub and GitLab read, and their commands run."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from tests.ci.running import SINGLE, SOUND, action, bash, examples, put_claimaudit, repository
from tests.conftest import Run

WORKFLOWS = examples(".github/workflows/claims.yml")
(GITLAB,) = examples(".gitlab-ci.yml")


@pytest.fixture
def variables(tmp_path: Path) -> dict[str, str]:
    """The variables of a step; on its PATH are the claimaudit under test, and a pip that installs nothing."""
    runner = tmp_path / "runner"
    put_claimaudit(runner / "bin")
    (runner / "bin" / "pip").write_text("#!/bin/sh\n", encoding="utf-8")
    (runner / "bin" / "pip").chmod(0o755)
    path = f"{runner / 'bin'}:/usr/bin:/bin"
    return {"RUNNER_TEMP": str(runner), "GITHUB_STEP_SUMMARY": str(runner / "summary.md"), "PATH": path}


def _checked(schema: str, path: Path) -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(check, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("example", WORKFLOWS)
def test_workflow_has_the_form_that_github_reads(example: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.yml"
    path.write_text(example, encoding="utf-8")
    _checked("vendor.github-workflows", path)


@pytest.mark.parametrize("example", WORKFLOWS)
def test_workflow_gives_the_action_inputs_that_it_has(example: str) -> None:
    for step in yaml.safe_load(example)["jobs"]["claims"]["steps"]:
        if "/claimaudit@" in step.get("uses", ""):
            assert step["with"].keys() <= action()["inputs"].keys()


def test_zizmor_finds_nothing_in_the_action_and_the_workflows(tmp_path: Path) -> None:
    """But for tags in place of commits: which commit `v0.1.0` is, an example cannot say."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    for number, example in enumerate(WORKFLOWS):
        (folder / f"claims-{number}.yml").write_text(example, encoding="utf-8")
    shutil.copy("action.yml", tmp_path / "action.yml")
    config = tmp_path / "zizmor.yml"
    config.write_text('rules: {unpinned-uses: {config: {policies: {"*": ref-pin}}}}\n', encoding="utf-8")
    zizmor = Path(sys.executable).with_name("zizmor")
    command: list[str | Path] = [zizmor, "--offline", "--persona", "pedantic", "--config", config, tmp_path]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "completed" in done.stderr


@pytest.mark.parametrize(("text", "code"), [(SOUND, 0), (SINGLE, 1)], ids=["sound", "warning"])
def test_plain_steps_for_github_do_what_they_should(
    text: str, code: int, tmp_path: Path, variables: dict[str, str]
) -> None:
    (steps,) = (
        [step["run"] for step in yaml.safe_load(example)["jobs"]["claims"]["steps"] if "run" in step]
        for example in WORKFLOWS
        if "setup-python" in example
    )
    work = repository(tmp_path / "work", text)
    done = [bash(step, work, variables) for step in steps]
    assert [one.returncode for one in done] == [0, code], done[-1].stderr
    assert Path(variables["GITHUB_STEP_SUMMARY"]).read_text(encoding="utf-8").startswith("### claimaudit\n")
    assert (",file=data/claims.yaml,line=2," in done[-1].stdout) == bool(code)


def test_job_for_gitlab_has_the_form_that_it_reads(tmp_path: Path) -> None:
    path = tmp_path / ".gitlab-ci.yml"
    path.write_text(GITLAB, encoding="utf-8")
    _checked("vendor.gitlab-ci", path)


@pytest.mark.parametrize(("text", "code"), [(SOUND, 0), (SINGLE, 1)], ids=["sound", "warning"])
def test_job_for_gitlab_writes_the_reports_that_it_names(
    text: str, code: int, tmp_path: Path, variables: dict[str, str]
) -> None:
    job = yaml.safe_load(GITLAB)["claims"]
    work = repository(tmp_path / "work", text)
    done = bash("\n".join(job["script"]), work, variables)
    assert done.returncode == code, done.stderr
    reports = job["artifacts"]["reports"]
    quality = json.loads((work / reports["codequality"]).read_text(encoding="utf-8"))
    places = [
        (entry["location"]["path"], entry["location"]["positions"]["begin"]["line"]) for entry in quality
    ]
    assert places == [("data/claims.yaml", 2)] * code
    suites = ET.fromstring((work / reports["junit"]).read_text(encoding="utf-8"))  # noqa: S314  it is ours
    assert len(suites.findall(".//failure")) == code
    assert "1 warning found in 1 claim" in done.stdout or not code


def test_only_what_got_worse_fails(tmp_path: Path, claimaudit: Run) -> None:
    work = repository(tmp_path / "work", SINGLE)
    usual = ("check", "--fail-on", "warning")
    assert claimaudit(*usual, cwd=work).returncode == 1
    assert claimaudit(*usual, "--since=main", cwd=work).returncode == 0
    assert claimaudit(*usual, "--write-baseline=baseline.json", cwd=work).returncode == 0
    assert claimaudit(*usual, "--baseline=baseline.json", cwd=work).returncode == 0
    (work / "data" / "claims.yaml").write_text(
        SINGLE.replace("claims:\n", "claims:\n  - {id: new, text: N., status: reported}\n"), encoding="utf-8"
    )
    assert claimaudit(*usual, "--since=main", cwd=work).returncode == 1
    assert claimaudit(*usual, "--baseline=baseline.json", cwd=work).returncode == 1
