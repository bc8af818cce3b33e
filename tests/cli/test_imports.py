"""No command imports what it does not need: start-up is what people wait for, and it grows unseen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CLAIMS = "claims:\n  - {id: a, text: It may be so., evidence: [s]}\nsources:\n  - {id: s, outlet: Wire, basis: original}\n"

OF_NO_COMMAND = ["networkx", "jsonschema", "asyncio", "logging", "unittest"]
OF_THE_AUDIT = [
    "claimaudit.model",
    "claimaudit.provenance",
    "claimaudit.rules",
    "claimaudit.loading",
    "pydantic",
    "yaml",
]
OF_PEOPLE = ["rich", "rapidfuzz"]
OF_OTHER_FILES = ["tomllib", "claimaudit.loading.git", "claimaudit.loading.baseline", "claimaudit.schemas"]

UNNEEDED = {
    ("--version",): [*OF_THE_AUDIT, *OF_PEOPLE, *OF_OTHER_FILES, "importlib.metadata", "email"],
    ("--help",): [*OF_THE_AUDIT, *OF_PEOPLE, *OF_OTHER_FILES, "importlib.metadata", "email", "json"],
    ("check", "--help"): [*OF_THE_AUDIT[:-2], *OF_PEOPLE, *OF_OTHER_FILES],
    ("check", "d.yaml"): [
        "typer",
        "importlib.metadata",
        "claimaudit.auditing.cards",
        "claimaudit.auditing.whatif",
        "yaml",
        *OF_PEOPLE,
        *OF_OTHER_FILES,
        "claimaudit.render.report_json",
        "claimaudit.auditing.graphing",
    ],
    ("report", "d.yaml"): ["typer", "yaml", "importlib.metadata", *OF_OTHER_FILES],
    ("check", "d.yaml", "-f", "json"): [*OF_PEOPLE, *OF_OTHER_FILES],
    ("check", "d.yaml", "-f", "sarif"): [*OF_PEOPLE, *OF_OTHER_FILES],
    ("report", "--data", "d.yaml", "-q"): [*OF_PEOPLE, *OF_OTHER_FILES],
    ("show", "a", "--data", "d.yaml", "-f", "json"): [
        *OF_PEOPLE,
        "tomllib",
        "claimaudit.loading.git",
        "claimaudit.schemas",
    ],
    ("show", "a", "--data", "d.yaml"): [
        *OF_PEOPLE,
        "tomllib",
        "claimaudit.loading.git",
        "claimaudit.schemas",
    ],
    ("graph", "a", "--data", "d.yaml"): ["yaml", *OF_PEOPLE, *OF_OTHER_FILES],
    ("list", "claims", "--data", "d.yaml"): [
        "rapidfuzz",
        "tomllib",
        "claimaudit.loading.git",
        "claimaudit.schemas",
    ],
    ("graph", "a", "--data", "d.yaml", "-f", "dot"): [*OF_PEOPLE, *OF_OTHER_FILES],
    ("drop", "s", "--data", "d.yaml", "-f", "json"): [*OF_PEOPLE, *OF_OTHER_FILES],
    ("rank", "outlets", "--data", "d.yaml", "-f", "csv"): [*OF_PEOPLE, *OF_OTHER_FILES],
    ("rule", "CA101"): ["yaml", "claimaudit.loading", "rapidfuzz", *OF_OTHER_FILES],
}


@pytest.mark.parametrize("arguments", UNNEEDED, ids=" ".join)
def test_a_command_imports_nothing_that_it_does_not_need(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "d.yaml").write_text(CLAIMS)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "claimaudit", *arguments],
        cwd=tmp_path,
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("COV")},
            "CLAIMAUDIT_NO_CACHE": "1",
        },  # coverage starts with every process, and imports what it likes
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    imported = {line.rpartition("|")[2].strip() for line in lines}
    assert "claimaudit.cli" in imported
    assert sorted(imported.intersection([*UNNEEDED[arguments], *OF_NO_COMMAND])) == []
