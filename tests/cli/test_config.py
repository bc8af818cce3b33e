"""The configuration as a user meets it: what it changes, `claimaudit config`, and mistakes in it."""

import json
from pathlib import Path

import pytest
from tests.cli.test_commands import SINGLE
from tests.conftest import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a claim that two outlets carry from one origin."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text(SINGLE, encoding="utf-8")
    return tmp_path


def configure(folder: Path, text: str) -> None:
    (folder / "claimaudit.toml").write_text(text, encoding="utf-8")


def test_fail_on_of_the_file_holds_unless_the_command_line_says_otherwise(
    claimaudit: Run, folder: Path
) -> None:
    assert claimaudit("check", cwd=folder).returncode == 0
    configure(folder, 'fail-on = "warning"\n')
    assert claimaudit("check", cwd=folder).returncode == 1
    assert claimaudit("check", "--fail-on", "error", cwd=folder).returncode == 0


def test_ignore_of_the_command_line_stands_in_place_of_that_of_the_file(
    claimaudit: Run, folder: Path
) -> None:
    configure(folder, 'fail-on = "warning"\nignore = ["CA104"]\n')
    assert claimaudit("check", cwd=folder).returncode == 0
    assert claimaudit("check", "--ignore", "CA502", cwd=folder).returncode == 1


def test_rule_that_is_selected_speaks_whatever_the_file_ignores(claimaudit: Run, folder: Path) -> None:
    configure(folder, 'ignore = ["CA104", "CA502"]\n')
    assert "CA104" in claimaudit("check", "--select", "CA104,CA502", cwd=folder).stdout
    assert "CA104" not in claimaudit("check", "--select", "CA1", "--ignore", "CA104", cwd=folder).stdout
    assert "CA104" in claimaudit("check", "--ignore", "", cwd=folder).stdout


def test_severity_of_the_house_is_in_every_output(claimaudit: Run, folder: Path) -> None:
    configure(folder, 'severity.CA104 = "error"\n')
    assert claimaudit("check", cwd=folder).returncode == 1
    found = json.loads(claimaudit("report", "-f", "json", cwd=folder).stdout)
    assert found["summary"]["findings"]["error"] == 1
    shown = json.loads(claimaudit("show", "parts", "-f", "json", cwd=folder).stdout)
    assert [finding["severity"] for finding in shown["findings"] if finding["code"] == "CA104"] == ["error"]
    sarif = json.loads(claimaudit("check", "-f", "sarif", cwd=folder).stdout)
    levels = {
        rule["id"]: (rule["defaultConfiguration"]["level"], rule["properties"]["problem.severity"])
        for rule in sarif["runs"][0]["tool"]["driver"]["rules"]
    }
    assert (levels["CA104"], levels["CA102"]) == (("error", "error"), ("warning", "warning"))


def test_paths_of_the_file_are_read_from_wherever_one_stands(claimaudit: Run, folder: Path) -> None:
    (folder / "data").rename(folder / "dossier")
    (folder / "texts").mkdir()
    configure(folder, 'paths = ["dossier"]\n')
    for command in ("check", "report", "show", "list", "search", "rank", "graph"):
        arguments = {"show": ["parts"], "list": ["claims"], "search": ["plan"], "rank": ["outlets"]}
        done = claimaudit(command, *arguments.get(command, []), cwd=folder / "texts")
        assert (done.returncode, done.stderr) == (0, ""), command
    assert claimaudit("check", "missing", cwd=folder).returncode == 2


def test_configuration_is_that_of_the_files_that_are_named(claimaudit: Run, folder: Path) -> None:
    configure(folder, 'fail-on = "warning"\n')
    (folder.parent / "elsewhere").mkdir()
    for path in (folder, folder / "data", folder / "data" / "claims.yaml"):
        assert claimaudit("check", str(path), cwd=folder.parent / "elsewhere").returncode == 1
    (folder / "data" / "claimaudit.toml").write_text('fail-on = "error"\n', encoding="utf-8")
    assert claimaudit("check", "data", cwd=folder).returncode == 0
    assert claimaudit("check", cwd=folder).returncode == 1
    shown = claimaudit("config", str(folder), cwd=folder.parent / "elsewhere").stdout
    assert next(line for line in shown.splitlines() if line.startswith("fail-on")).endswith(
        "claimaudit.toml:1:1"
    )


def test_path_of_the_file_that_is_not_there_is_told_where_it_stands(claimaudit: Run, folder: Path) -> None:
    configure(folder, 'paths = ["nodir"]\n')
    done = claimaudit("check", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "claimaudit.toml:1:10: error: no such file or directory: `nodir`",
        "help: paths start from this file",
    ]


def test_config_names_where_each_value_is_from(claimaudit: Run, folder: Path) -> None:
    configure(folder, '\nminimum-origins = 3\n[[flagged-tags]]\ntag = "embargo"\nmessage = "ask the desk"\n')
    done = claimaudit("config", cwd=folder)
    rows = [line.split("   ") for line in done.stdout.splitlines()]
    values = {row[0]: [part.strip() for part in row[1:] if part.strip()] for row in rows}
    assert values["minimum-origins"] == ["3", "claimaudit.toml:2:1"]
    assert values["flagged-tags"] == [
        '[{tag = "embargo", severity = "warning", message = "ask the desk"}]',
        "claimaudit.toml:3:3",
    ]
    assert values["fail-on"] == ['"error"', "default"]
    assert values["yardstick"] == ["not set", "default"]


def test_config_as_json_names_the_file(claimaudit: Run, folder: Path) -> None:
    (folder / "house.toml").write_text('level = "owner"\n', encoding="utf-8")
    found = json.loads(claimaudit("config", "--config", "house.toml", "-f", "json", cwd=folder).stdout)
    assert (found["schema_version"], found["file"]) == (1, "house.toml")
    assert {"key": "level", "value": "owner", "origin": "house.toml:1:1"} in found["settings"]
    assert json.loads(claimaudit("config", "-f", "json", cwd=folder).stdout)["file"] is None


@pytest.mark.parametrize("command", [["check"], ["report"], ["show", "parts"], ["config"], ["drop", "axios"]])
def test_mistake_in_the_file_is_exit_2_with_its_place(
    claimaudit: Run, folder: Path, command: list[str]
) -> None:
    configure(folder, 'selct = ["CA1"]\nfail-on = "wrning"\n')
    done = claimaudit(*command, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "claimaudit.toml:1:1: error: unknown key `selct`",
        "help: did you mean `select`?",
        "claimaudit.toml:2:11: error: `fail-on` is `wrning`, not `error`, `warning` or `note`",
        "help: did you mean `warning`?",
    ]


def test_what_the_file_says_cannot_move_the_cursor(claimaudit: Run, folder: Path) -> None:
    configure(folder, '"\\u001b]0;x\\u0007" = 1\n[[flagged-tags]]\ntag = "\\u202e"\nmessage = "a"\n')
    done = claimaudit("config", cwd=folder)
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
    assert "unknown key `\\u{1b}]0;x\\u{7}`" in done.stderr
    configure(folder, '[[flagged-tags]]\ntag = "\\u202e"\nmessage = "a\\u001b[2J"\n')
    shown = claimaudit("config", cwd=folder).stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_config_file_that_is_not_there_is_exit_2(claimaudit: Run, folder: Path) -> None:
    done = claimaudit("check", "--config", "house.toml", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "error: no such file or directory: `house.toml`"
