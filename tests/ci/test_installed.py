"""pre-commit's hooks and the action's first step, which install claimaudit: these two tests need a package index."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.ci.running import DANGLING, SINGLE, SOUND, Action, environment, examples, git, repository
from tests.conftest import ROOT

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def _copied(folder: Path) -> str:
    """Make a repository of what pip needs of this one, as it is now, and return its commit."""
    folder.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "claimaudit")
    return git(folder, "rev-parse", "HEAD").strip()


def test_pre_commit_runs_the_hooks_of_a_repository(tmp_path: Path) -> None:
    commit = _copied(tmp_path / "claimaudit")
    (example,) = examples(".pre-commit-config.yaml")
    config = yaml.safe_load(example)
    config["repos"][0].update(repo=str(tmp_path / "claimaudit"), rev=commit)
    config["repos"][0]["hooks"].append({"id": "claimaudit-validate"})
    work = repository(tmp_path / "work", SOUND)
    (work / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")

    def hook(name: str, text: str) -> tuple[int, str]:
        (work / "data" / "claims.yaml").write_text(text, encoding="utf-8")
        git(work, "add", ".")
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", name],
            cwd=work,
            env=environment(PRE_COMMIT_HOME=str(tmp_path / "home")),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    code, said = hook("claimaudit-check", SINGLE)
    assert code == 1, said
    assert "- exit code: 1" in said
    assert "data/claims.yaml:2:9: warning CA104 false-corroboration: `parts`:" in said
    code, said = hook("claimaudit-validate", SINGLE)
    assert (code, "Passed" in said) == (0, True), said
    code, said = hook("claimaudit-validate", DANGLING)
    assert code == 1, said
    assert "- exit code: 2" in said
    assert "error CA004 dangling-reference" in said
    code, said = hook("claimaudit-check", SOUND + "# the same\n")
    assert (code, "Passed" in said) == (0, True), said


@pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])
def test_hook_starts_for_the_files_of_a_dossier(hook: dict[str, str]) -> None:
    starts = re.compile(hook["files"]).search
    for path in (
        "data/claims.yaml",
        "claims.yml",
        "text/sources-2.yaml",
        "a/data/x.yaml",
        "claimaudit.toml",
        "pyproject.toml",
        "a/pyproject.toml",
        "a/owners.yaml",
    ):
        assert starts(path), path
    for path in (
        "data/claims.txt",
        "data/deep/x.yaml",
        "metadata/x.yaml",
        "claims.md",
        "a.yaml",
        "my-claims.yaml",
        "x.toml",
        "my-pyproject.toml",
        "claimaudit_toml",
    ):
        assert not starts(path), path


def test_hooks_have_the_form_that_pre_commit_reads() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_action_installs_itself_and_runs_no_module_of_the_workspace(tmp_path: Path) -> None:
    run = Action(repository(tmp_path / "work", SOUND), tmp_path / "runner", {"python": sys.executable})
    for name in ("venv", "pip", "ensurepip", "claimaudit", "subprocess", "json"):
        text = f"open({str(tmp_path / 'pwned')!r}, 'w').close()\n"
        (run.workspace / f"{name}.py").write_text(text, encoding="utf-8")
    done = run.run("Install claimaudit")
    assert done.returncode == 0, done.stderr
    installed = run.temporary / "claimaudit-venv" / "bin" / "claimaudit"
    assert "PYTHONPATH" not in installed.read_text(encoding="utf-8")
    done = subprocess.run(
        [installed, "check"],
        cwd=run.workspace,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "pwned").exists()
