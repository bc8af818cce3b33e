"""What the tests of CI integrations have in common: small repositories, and shell steps run as a runner does."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from tests.conftest import ROOT

SOUND = """\
claims:
  - id: parts
    text: The plan has four parts.
    status: reported
    evidence: [axios-1, reuters-1]
sources:
  - {id: axios-1, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: reuters-1, outlet: Reuters, reference: p. 2, published: 2025-11-18, basis: original}
"""
SINGLE = SOUND.replace(
    "p. 2, published: 2025-11-18, basis: original", "p. 2, published: 2025-11-18, via: [axios-1]"
)
"""One warning: CA104."""
DANGLING = SOUND.replace("[axios-1, reuters-1]", "[axios-1, reuters-2]")
"""One error of the input: CA004."""

_THEIRS = re.compile(r"(GITHUB|RUNNER|ACTIONS|CI|INPUT|GIT|PRE_COMMIT|PYTHONPATH)(_|$)")
FENCE = re.compile(r"^```(\w+) ([^\n]+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_EXPRESSION = re.compile(r"\$\{\{ *(inputs|steps\.check\.outputs)\.([\w-]+) *\}\}")


def examples(name: str) -> list[str]:
    """Return the examples in docs/ci.md of the file with that name."""
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    return [body for _, info, body in FENCE.findall(text) if info == name]


def environment(**more: str) -> dict[str, str]:
    """Return the environment without what a CI system, git or a developer may have put there."""
    kept = {name: value for name, value in os.environ.items() if not _THEIRS.match(name)}
    return {**kept, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **more}


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it prints."""
    who = (
        "-c",
        "user.name=A. Reporter",
        "-c",
        "user.email=reporter@example.org",
        "-c",
        "init.defaultBranch=main",
    )
    done = subprocess.run(
        ["git", *who, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def repository(folder: Path, text: str) -> Path:
    """Return a folder that is a git repository with that data in it."""
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "claims.yaml").write_text(text, encoding="utf-8")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "data")
    return folder


def put_claimaudit(folder: Path) -> Path:
    """Write a `claimaudit` that is the one under test, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    command = folder / "claimaudit"
    here = f'PYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" -m claimaudit "$@"'
    command.write_text(f"#!/bin/sh\n{here}\n", encoding="utf-8")
    command.chmod(0o755)
    return command


def put_recorder(command: Path, words: Path) -> None:
    """Write over a command so that it does nothing but write the words that it is given, as JSON, and fails."""
    script = f"#!{sys.executable}\nimport json, sys\njson.dump(sys.argv[1:], open({str(words)!r}, 'w'))\nsys.exit(2)\n"
    command.write_text(script, encoding="utf-8")


def bash(script: str, cwd: Path, variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a script as GitHub runs a step with `shell: bash`."""
    file = Path(variables["RUNNER_TEMP"], "step.sh")
    file.write_text(script, encoding="utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(file)],
        cwd=cwd,
        env=environment(**variables),
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=300,
        check=False,
    )


@dataclass
class Action:
    """The steps of action.yml, run one by one in a repository with inputs."""

    workspace: Path
    temporary: Path
    inputs: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.temporary.mkdir(exist_ok=True)
        put_claimaudit(self.command.parent)
        declared = {name: value.get("default", "") for name, value in action()["inputs"].items()}
        assert self.inputs.keys() <= declared.keys()
        self.inputs = {**declared, **self.inputs}

    @property
    def command(self) -> Path:
        return self.temporary / "claimaudit-venv" / "bin" / "claimaudit"

    @property
    def summary(self) -> Path:
        return self.temporary / "summary.md"

    def run(self, name: str) -> subprocess.CompletedProcess[str]:
        """Run the step with that name, and take over its outputs."""
        step = next(step for step in action()["runs"]["steps"] if step["name"] == name)
        output = self.temporary / "output"
        output.write_text("", encoding="utf-8")
        self.summary.touch()
        variables = {
            **{key: self._filled_in(value) for key, value in step["env"].items()},
            "RUNNER_TEMP": str(self.temporary),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_ACTIONS": "true",
            "CI": "true",
        }
        cwd = self.workspace / self._filled_in(step.get("working-directory", "."))
        done = bash(step["run"], cwd, variables)
        for line in output.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition("=")
            self.outputs[key] = value
        return done

    def _filled_in(self, text: str) -> str:
        filled = _EXPRESSION.sub(
            lambda found: (self.inputs if found[1] == "inputs" else self.outputs)[found[2]], text
        )
        assert "${{" not in _EXPRESSION.sub("", text)
        return filled


def action() -> Any:
    """Return action.yml."""
    return yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
