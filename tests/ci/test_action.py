"""The action: its shell steps in a real bash, with the files and variables that GitHub gives them.

What no single machine can do is left out: the upload, which is a step of GitHub's own.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ci.running import DANGLING, SINGLE, SOUND, Action, action, put_recorder, repository
from tests.conftest import ROOT

CHECK, LAST = "Check the claims", "Pass or fail"
EXPRESSIONS = re.compile(r"\$\{\{.*?\}\}")


def prepared(tmp_path: Path, text: str, **inputs: str) -> Action:
    named = {name.replace("_", "-"): value for name, value in inputs.items()}
    return Action(repository(tmp_path / "work", text), tmp_path / "runner", named)


def codes_in_sarif(run: Action) -> list[str]:
    log = json.loads(Path(run.outputs["sarif"]).read_text(encoding="utf-8"))
    assert log["version"] == "2.1.0"
    return [result["ruleId"] for result in log["runs"][0]["results"]]


# --- what it does -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fail_on", "code", "found"),
    [
        (SOUND, "", 0, []),
        (SINGLE, "", 0, ["CA104"]),
        (SINGLE, "warning", 1, ["CA104"]),
        (DANGLING, "", 2, ["CA004"]),
    ],
    ids=["sound", "warning that passes", "warning that fails", "cannot be resolved"],
)
def test_step_keeps_the_exit_code_and_the_last_one_gives_it(
    text: str, fail_on: str, code: int, found: list[str], tmp_path: Path
) -> None:
    run = prepared(tmp_path, text, fail_on=fail_on)
    done = run.run(CHECK)
    assert (done.returncode, done.stderr) == (0, "")
    assert run.outputs["exit-code"] == str(code)
    assert [rule for rule in codes_in_sarif(run) if rule in {"CA104", "CA004"}] == found
    summary = run.summary.read_text(encoding="utf-8")
    assert summary.startswith("### claimaudit\n")
    assert all(rule in summary and "file=data/claims.yaml,line=" in done.stdout for rule in found)
    assert run.run(LAST).returncode == code


def test_nothing_to_read_is_said_and_fails(tmp_path: Path) -> None:
    run = prepared(tmp_path, SOUND, paths="nowhere.yaml")
    done = run.run(CHECK)
    assert (done.returncode, done.stderr) == (0, "")
    assert "::error title=CA001 unreadable-file,file=nowhere.yaml,line=1" in done.stdout
    assert run.outputs["exit-code"] == "2"
    assert codes_in_sarif(run) == ["CA001"]
    assert "no such file or directory" in run.summary.read_text(encoding="utf-8")
    assert run.run(LAST).returncode == 2


def test_options_that_make_no_sense_are_said_and_fail(tmp_path: Path) -> None:
    run = prepared(tmp_path, SOUND, fail_on="fatal")
    done = run.run(CHECK)
    assert done.returncode == 0
    assert "fatal" in done.stderr
    assert run.outputs == {"exit-code": "2"}
    assert run.summary.read_text(encoding="utf-8").startswith("### claimaudit\n\nNothing was checked")
    assert run.run(LAST).returncode == 2


def test_files_of_an_earlier_run_are_not_taken_for_its_own(tmp_path: Path) -> None:
    run = prepared(tmp_path, SOUND)
    run.run(CHECK)
    again = Action(run.workspace, run.temporary, {"fail-on": "fatal"})
    again.run(CHECK)
    assert again.outputs == {"exit-code": "2"}


def test_summary_is_left_out_if_told_so(tmp_path: Path) -> None:
    run = prepared(tmp_path, SINGLE, summary="false")
    run.run(CHECK)
    assert run.summary.read_text(encoding="utf-8") == ""
    assert codes_in_sarif(run)


def test_summary_of_earlier_steps_stays(tmp_path: Path) -> None:
    run = prepared(tmp_path, SOUND)
    run.summary.write_text("before\n", encoding="utf-8")
    run.run(CHECK)
    assert run.summary.read_text(encoding="utf-8").startswith("before\n### claimaudit\n")


def test_places_are_those_of_the_repository_wherever_it_runs(tmp_path: Path) -> None:
    run = prepared(tmp_path, SOUND, working_directory="texts/plan", fail_on="warning")
    below = run.workspace / "texts" / "plan"
    (below / "data").mkdir(parents=True)
    (below / "data" / "claims.yaml").write_text(SINGLE, encoding="utf-8")
    done = run.run(CHECK)
    assert run.outputs["exit-code"] == "1"
    assert "file=texts/plan/data/claims.yaml,line=2" in done.stdout


def test_configuration_says_what_fails_unless_the_input_does(tmp_path: Path) -> None:
    run = prepared(tmp_path, SINGLE)
    (run.workspace / "claimaudit.toml").write_text('fail-on = "warning"\n', encoding="utf-8")
    run.run(CHECK)
    assert run.outputs["exit-code"] == "1"
    run = Action(run.workspace, run.temporary, {"fail-on": "error"})
    run.run(CHECK)
    assert run.outputs["exit-code"] == "0"


def test_options_are_given_one_a_line(tmp_path: Path) -> None:
    run = prepared(tmp_path, SINGLE, fail_on="warning", args="--ignore=CA104\n\n--ignore=single-outlet\n")
    run.run(CHECK)
    assert run.outputs["exit-code"] == "0"


@pytest.mark.parametrize(("args", "code"), [("--output-format=json:x.json", "0"), ("-f=json:x.json", "2")])
def test_only_long_options_are_joined_to_their_value(tmp_path: Path, args: str, code: str) -> None:
    run = prepared(tmp_path, SOUND, args=args)
    run.run(CHECK)
    assert run.outputs["exit-code"] == code


# --- hostile input ----------------------------------------------------------------------------------------


HOSTILE = [
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned",
    "x' ; touch pwned ; '",
    'x" ; touch pwned ; "',
    "a && touch pwned",
    "*",
    "${PATH}",
    "\\",
    "x\ttouch pwned",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["paths", "args", "fail-on"])
def test_text_of_an_input_is_never_run(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "work" / "data").mkdir(parents=True)  # something that `*` would match
    run = Action(tmp_path / "work", tmp_path / "runner", {name: text})
    put_recorder(run.command, tmp_path / "words")
    done = run.run(CHECK)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert run.outputs == {"exit-code": "2"}
    assert list(tmp_path.rglob("pwned")) == []
    out = run.temporary / "claimaudit"
    formats = ["-f", "github", "-f", f"sarif:{out}.sarif", "-f", f"markdown:{out}.md"]
    given = {"paths": ["--", text], "args": [text, "--"], "fail-on": [f"--fail-on={text}", "--"]}
    assert json.loads((tmp_path / "words").read_text(encoding="utf-8")) == ["check", *formats, *given[name]]


def test_words_of_all_inputs_stand_in_their_places(tmp_path: Path) -> None:
    inputs = {"paths": "data\n  a b *.yaml\n\n--help", "args": "--ignore=CA104\n\n-v\n", "fail-on": "note"}
    (tmp_path / "work").mkdir()
    run = Action(tmp_path / "work", tmp_path / "runner", inputs)
    put_recorder(run.command, tmp_path / "words")
    run.run(CHECK)
    words = json.loads((tmp_path / "words").read_text(encoding="utf-8"))
    assert words[7:] == ["--fail-on=note", "--ignore=CA104", "-v", "--", "data", "  a b *.yaml", "--help"]


def test_wrong_options_are_said_and_fail(tmp_path: Path) -> None:
    run = prepared(tmp_path, SOUND, fail_on="$(touch pwned)")
    done = run.run(CHECK)
    assert (done.returncode, run.outputs) == (0, {"exit-code": "2"})
    assert "touch pwned" in done.stderr


def test_paths_are_split_at_line_ends_alone(tmp_path: Path) -> None:
    run = prepared(tmp_path, SOUND, paths="data\n  a b *.yaml\n-x.yaml\n--help\n", fail_on="warning")
    for name, number in (("  a b *.yaml", 1), ("-x.yaml", 2), ("--help", 3)):
        text = f"claims: [{{id: c{number}, text: T., status: reported}}]\n"
        (run.workspace / name).write_text(text, encoding="utf-8")
    done = run.run(CHECK)
    assert run.outputs["exit-code"] == "1", done.stderr
    assert " in 4 claims and 2 sources;" in run.summary.read_text(encoding="utf-8")


def test_text_of_the_files_gives_the_runner_no_command(tmp_path: Path) -> None:
    command = "::set-output name=exit-code::0"
    hostile = SINGLE.replace("outlet: Axios", f'outlet: "A\\n{command} ##[error]"').replace(
        "id: parts", f"id: parts  # claimaudit: ignore[CA999] {command}"
    )
    run = prepared(tmp_path, hostile, fail_on="warning")
    done = run.run(CHECK)
    commands = [line for line in (done.stdout + done.stderr).splitlines() if line.lstrip().startswith("::")]
    assert commands
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in commands)
    assert "##[" not in done.stdout + done.stderr
    assert run.outputs["exit-code"] == "1"


# --- how it is written ------------------------------------------------------------------------------------


def test_no_expression_stands_in_a_script() -> None:
    for step in action()["runs"]["steps"]:
        assert not EXPRESSIONS.search(step.get("run", ""))
        assert "run" not in step or step["run"].startswith("set -euo pipefail\n")


def test_every_input_is_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"\binputs\.([\w-]+)", text)) == set(action()["inputs"])


def test_findings_are_uploaded_before_the_step_that_fails() -> None:
    steps = action()["runs"]["steps"]
    assert [step["name"] for step in steps][-2:] == ["Upload the findings to code scanning", LAST]
    assert [step["name"] for step in steps if "if" in step] == ["Upload the findings to code scanning"]


def test_action_has_the_form_that_github_reads() -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions"]
    done = subprocess.run([*check, ROOT / "action.yml"], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_documents_tell_every_input_and_output() -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    table = text.split("| input |")[1].split("\n\n")[0]
    rows = re.findall(r"^\| `([\w-]+)` \|.*\| ([^|]+) \|$", table, re.MULTILINE)
    assert [name for name, _ in rows] == list(action()["inputs"])
    for name, default in rows:
        declared = action()["inputs"][name]["default"]
        assert f"`{declared}`" == default or declared in ("", "."), name
    outputs = text.split("| output |")[1].split("\n\n")[0]
    assert re.findall(r"^\| `([\w-]+)` \|", outputs, re.MULTILINE) == list(action()["outputs"])
