"""Files that a command writes: whole or not at all, several at once, and the same exit code whatever the format."""

import json
import os
import stat
import threading
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from tests.conftest import Run

from claimaudit.cli.replacing import Written, replace_all
from claimaudit.errors import ClaimauditError
from claimaudit.render.formats import FORMATS

CLAIMS = """\
claims:
  - {id: four-parts, text: The plan has four parts., status: reported, evidence: [axios-1]}
sources:
  - {id: axios-1, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
"""
LAST_LINE = "1 warning and 1 note found in 1 claim and 1 source; 1 note not shown (--show note); 0 waived; all checked"
BOTH_PRINTED = (
    "error: `{0}` and `{1}` would both go to standard output\n"
    "help: give one of them a file: -f {0} -f {1}:FILE\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    return tmp_path


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_several_formats_at_once(claimaudit: Run, folder: Path) -> None:
    done = claimaudit(
        "check",
        "-f",
        "concise",
        "-f",
        "sarif:out.sarif",
        "-f",
        "junit:junit.xml",
        "-f",
        "json:a:b",
        cwd=folder,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].startswith("data/claims.yaml:2:10: warning CA102 single-outlet: ")
    assert done.stdout.splitlines()[1:] == [LAST_LINE]
    assert json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (folder / "junit.xml").read_text(encoding="utf-8").startswith("<?xml")
    assert json.loads((folder / "a:b").read_text(encoding="utf-8"))["schema_version"] == 1
    assert names_in(folder) == ["a:b", "data", "junit.xml", "out.sarif"]


def test_where_every_format_has_a_file_people_still_see_the_result(claimaudit: Run, folder: Path) -> None:
    usual = claimaudit("check", cwd=folder)
    assert claimaudit("check", "-f", "sarif:out.sarif", cwd=folder).stdout == usual.stdout
    quiet = claimaudit("check", "-q", "-f", "sarif:quiet.sarif", "-o", "full.txt", cwd=folder)
    assert (quiet.stdout, quiet.stderr) == ("", "")
    assert (folder / "quiet.sarif").read_bytes() == (folder / "out.sarif").read_bytes()
    assert (folder / "full.txt").read_text(encoding="utf-8") == usual.stdout


def test_quiet_report_is_written_to_its_file(claimaudit: Run, folder: Path) -> None:
    assert claimaudit("report", "-q", "-f", "json", "-o", "report.json", cwd=folder).stdout == ""
    assert json.loads((folder / "report.json").read_text(encoding="utf-8"))["summary"]["claims"] == 1


def every_format(folder: Path, name: str) -> list[str]:
    """Return options that write every format, each to a file of its own in a folder below."""
    (folder / name).mkdir()
    return [part for each in FORMATS for part in ("-f", f"{each}:{name}/{each}")]


def written(folder: Path, name: str) -> dict[str, bytes]:
    found = {each: (folder / name / each).read_bytes() for each in FORMATS}
    assert all(found.values())
    return found


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1)])
def test_exit_code_does_not_depend_on_the_format(
    claimaudit: Run, folder: Path, fail_on: str, code: int
) -> None:
    done = claimaudit("check", "--fail-on", fail_on, *every_format(folder, "out"), cwd=folder)
    assert (done.returncode, done.stderr) == (code, "")
    assert written(folder, "out").keys() == set(FORMATS)


def test_unreadable_input_is_2_in_every_format(claimaudit: Run, folder: Path) -> None:
    (folder / "data" / "claims.yaml").write_text(CLAIMS + "  - {id: [}\n", encoding="utf-8")
    done = claimaudit("check", "--exit-zero", *every_format(folder, "out"), cwd=folder)
    assert (done.returncode, done.stderr) == (2, "")
    for output_format, text in written(folder, "out").items():
        assert b"CA001" in text, output_format


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["-f", "sarfi"], "error: `sarfi` is no format of check\nhelp: did you mean `sarif`?\n"),
        (["-f", "sarif:"], "error: `sarif:` names no file\nhelp: write it as -f sarif:FILE\n"),
        (
            ["-f", "full", "-f", "sarif"],
            BOTH_PRINTED.format("full", "sarif"),
        ),
        (
            ["-f", "json", "-f", "sarif:/dev/stdout"],
            BOTH_PRINTED.format("json", "sarif"),
        ),
        (
            ["-f", "sarif:out", "-f", "junit:./out"],
            "error: two formats would go to `out`\nhelp: give each a file of its own\n",
        ),
        (
            ["-f", "sarif", "-o", "out", "-f", "junit:data/../out"],
            "error: two formats would go to `data/../out`\nhelp: give each a file of its own\n",
        ),
        (
            ["--write-baseline", "out", "-f", "json:data/../out"],
            "error: a format and the baseline would go to `data/../out`\nhelp: give each a file of its own\n",
        ),
        (
            ["--write-baseline", "out", "-o", "./out"],
            "error: a format and the baseline would go to `out`\nhelp: give each a file of its own\n",
        ),
    ],
)
def test_wrong_formats_are_told_before_anything_is_read(
    claimaudit: Run, folder: Path, arguments: list[str], complaint: str
) -> None:
    done = claimaudit("check", *arguments, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", complaint)
    assert names_in(folder) == ["data"]


def test_one_file_under_two_names_is_one_place(claimaudit: Run, folder: Path) -> None:
    (folder / "out").touch()
    (folder / "link").symlink_to("out")
    (folder / "hard").hardlink_to(folder / "out")
    for name in ("link", "hard"):
        done = claimaudit("check", "--write-baseline", "out", "-f", f"json:{name}", cwd=folder)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"error: a format and the baseline would go to `{name}`\n")
        done = claimaudit("check", "-f", "sarif:out", "-f", f"json:{name}", cwd=folder)
        assert done.stderr.startswith(f"error: two formats would go to `{name}`\n")
    assert (folder / "out").read_bytes() == b""


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("data", "Is a directory"),
        ("missing/out", "No such file or directory"),
        ("data/claims.yaml/out", "Not a directory"),
        ("circle", "Too many levels of symbolic links"),
        ("/dev/full", "No space left on device"),
        ("n" * 300, "File name too long"),
    ],
)
def test_one_file_that_cannot_be_written_leaves_all_as_they_were(
    claimaudit: Run, folder: Path, name: str, reason: str
) -> None:
    (folder / "good").write_text("old\n", encoding="utf-8")
    (folder / "circle").symlink_to("circle")
    done = claimaudit("check", "-f", "json:good", "-f", "github:new", "-f", f"sarif:{name}", cwd=folder)
    assert done.returncode == 2
    assert done.stderr == f"error: cannot write `{name}`: {reason}\nhelp: name another file\n"
    assert done.stdout == ""
    assert (folder / "good").read_text(encoding="utf-8") == "old\n"
    assert names_in(folder) == ["circle", "data", "good"]


def test_a_place_that_is_lost_at_the_last_moment_leaves_all_as_they_were(tmp_path: Path) -> None:
    old, new, lost = tmp_path / "old", tmp_path / "new", tmp_path / "lost"
    old.write_text("old\n", encoding="utf-8")
    with pytest.raises(ClaimauditError, match=r"cannot write `.*lost`: Is a directory"):
        replace_all([Written(old, "1"), Written(new, "2"), Written(lost, "3")], lost.mkdir)
    assert old.read_text(encoding="utf-8") == "old\n"
    assert names_in(tmp_path) == ["lost", "old"]


def test_full_standard_output_leaves_the_files_as_they_were(shell: Run, folder: Path) -> None:
    done = shell("claimaudit check -f sarif:out.sarif > /dev/full", cwd=folder)
    assert done.returncode == 2
    assert done.stderr == "error: cannot write the result: No space left on device\n"
    assert names_in(folder) == ["data"]


def test_a_reader_that_stops_early_takes_no_file_away(shell: Run, folder: Path) -> None:
    done = shell("claimaudit check -v -f sarif:out.sarif | head -1", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "configuration: the defaults\nread: data/claims.yaml\n")
    assert json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_the_file_behind_a_link_is_replaced_and_keeps_its_rights(claimaudit: Run, folder: Path) -> None:
    (folder / "real").write_text("old", encoding="utf-8")
    (folder / "real").chmod(0o640)
    (folder / "link").symlink_to("real")
    (folder / "dangling").symlink_to("made")
    assert claimaudit("check", "-f", "sarif:link", "-f", "json:dangling", cwd=folder).returncode == 0
    assert (folder / "link").is_symlink()
    assert json.loads((folder / "real").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert stat.S_IMODE((folder / "real").stat().st_mode) == 0o640
    assert json.loads((folder / "made").read_text(encoding="utf-8"))["schema_version"] == 1
    assert names_in(folder) == ["dangling", "data", "link", "made", "real"]


def test_a_pipe_with_a_name_is_written_to(claimaudit: Run, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append((folder / "pipe").read_text(encoding="utf-8")))
    reader.start()
    assert claimaudit("check", "-f", "sarif:pipe", cwd=folder).returncode == 0
    reader.join(timeout=30)
    assert json.loads(read[0])["version"] == "2.1.0"
    assert stat.S_ISFIFO((folder / "pipe").stat().st_mode)


def test_devices_are_written_to(claimaudit: Run, folder: Path) -> None:
    usual = claimaudit("check", cwd=folder)
    assert claimaudit("check", "-o", "/dev/stdout", cwd=folder).stdout == usual.stdout
    assert claimaudit("check", "-f", "sarif:/dev/null", cwd=folder).stdout == usual.stdout
    assert (
        claimaudit("report", "-o", "/dev/stdout", cwd=folder).stdout
        == claimaudit("report", cwd=folder).stdout
    )
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_standard_output_that_is_a_file_is_added_to(shell: Run, folder: Path) -> None:
    assert shell("echo first > log; claimaudit check -o /dev/stdout >> log", cwd=folder).returncode == 0
    lines = (folder / "log").read_text(encoding="utf-8").splitlines()
    assert (lines[0], lines[-1]) == ("first", LAST_LINE)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_protected_file_is_not_replaced(claimaudit: Run, folder: Path) -> None:
    (folder / "kept").write_text("old", encoding="utf-8")
    (folder / "kept").chmod(0o444)
    done = claimaudit("check", "-f", "sarif:kept", cwd=folder)
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        2,
        "error: cannot write `kept`: Permission denied",
    )
    assert (folder / "kept").read_text(encoding="utf-8") == "old"


def test_paths_for_github_gitlab_and_sarif_start_at_the_root_of_the_repository(
    claimaudit: Run, folder: Path
) -> None:
    (folder / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")  # as in a worktree
    below = (folder / "data").rename(folder / "an article, 50%")
    files = ["-f", "github:g", "-f", "gitlab:l", "-f", "sarif:s", "-f", "concise"]
    done = claimaudit("check", "claims.yaml", *files, cwd=below)
    assert done.stdout.startswith("claims.yaml:2:10: ")
    assert ",file=an article%2C 50%25/claims.yaml," in (below / "g").read_text(encoding="utf-8")
    assert (
        json.loads((below / "l").read_text(encoding="utf-8"))[0]["location"]["path"]
        == "an article, 50%/claims.yaml"
    )
    result = json.loads((below / "s").read_text(encoding="utf-8"))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "an%20article%2C%2050%25/claims.yaml",
        "uriBaseId": "%SRCROOT%",
    }


def test_same_files_same_bytes(claimaudit: Run, folder: Path) -> None:
    for seed in ("1", "2"):  # of the order in sets
        done = claimaudit("check", "-v", *every_format(folder, seed), cwd=folder, PYTHONHASHSEED=seed)
        assert done.returncode == 0
    assert written(folder, "1") == written(folder, "2")


def test_verbosity_changes_nothing_for_machines(claimaudit: Run, folder: Path) -> None:
    claimaudit("check", *every_format(folder, "plain"), cwd=folder)
    claimaudit("check", "-v", *every_format(folder, "told"), cwd=folder)
    plain, told = written(folder, "plain"), written(folder, "told")
    changed = {output_format for output_format in FORMATS if plain[output_format] != told[output_format]}
    assert changed == {"full", "concise", "grouped"}


def test_commands_in_data_do_not_reach_the_log(claimaudit: Run, folder: Path) -> None:
    (folder / "data" / "claims.yaml").write_text(
        CLAIMS.replace("Axios", "'##[error]x'").replace("The plan has four parts.", "'::error::The plan'"),
        encoding="utf-8",
    )
    for command in (
        ["report"],
        ["check"],
        ["show", "four-parts"],
        ["list", "outlets"],
        ["rank", "outlets"],
        ["graph"],
    ):
        done = claimaudit(*command, cwd=folder)
        assert done.returncode == 0
        assert "##[" not in done.stdout + done.stderr, command
    assert "#\\u{23}[error]x" in claimaudit("list", "outlets", cwd=folder).stdout


# --- what a run reads, it does not write over -------------------------------------------------------------


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


OTHERS = (
    ["check", "-f", "json:good", "-o", "{}"],
    ["report", "-o", "{}"],
    ["report", "-q", "-f", "json", "-o", "{}"],
    ["show", "four-parts", "-o", "{}"],
    ["list", "claims", "-o", "{}"],
    ["search", "plan", "-o", "{}"],
    ["rank", "outlets", "-o", "{}"],
    ["drop", "outlet/axios", "-o", "{}"],
    ["graph", "-f", "dot", "-o", "{}"],
)
READ = ("data/claims.yaml", "link", "hard", "data/../data/empty.yaml", "claimaudit.toml")


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        *((["check", "-q", "-f", "json:good", "-f", "sarif:{}"], name) for name in READ),
        *((["check", "-f", "json:good", "--write-baseline", "{}"], name) for name in READ),
        *((arguments, "data/claims.yaml") for arguments in OTHERS),
    ],
)
def test_what_is_read_is_not_written_over(
    claimaudit: Run, folder: Path, arguments: list[str], name: str
) -> None:
    (folder / "claimaudit.toml").write_text('fail-on = "error"\n', encoding="utf-8")
    (folder / "data" / "empty.yaml").touch()
    (folder / "link").symlink_to("data/claims.yaml")
    (folder / "hard").hardlink_to(folder / "data" / "claims.yaml")
    before = everything_in(folder)
    done = claimaudit(*[argument.format(name) for argument in arguments], cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"error: `{name}` is read by this run: name another file\n"
    assert everything_in(folder) == before


def test_a_configuration_is_not_written_over_by_its_list(claimaudit: Run, folder: Path) -> None:
    (folder / "house.toml").write_text('fail-on = "note"\n', encoding="utf-8")
    done = claimaudit("config", "--config", "house.toml", "-o", "house.toml", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: `house.toml` is read by this run: name another file\n"
    assert (folder / "house.toml").read_text(encoding="utf-8") == 'fail-on = "note"\n'


def test_a_broken_file_is_not_written_over_either(claimaudit: Run, folder: Path) -> None:
    (folder / "data" / "claims.yaml").write_bytes(b"claims: [\xff")
    done = claimaudit("check", "-f", "sarif:data/claims.yaml", cwd=folder)
    assert done.stderr == "error: `data/claims.yaml` is read by this run: name another file\n"
    assert (folder / "data" / "claims.yaml").read_bytes() == b"claims: [\xff"


def test_a_baseline_that_is_read_takes_no_format(claimaudit: Run, folder: Path) -> None:
    claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    before = everything_in(folder)
    done = claimaudit("check", "--baseline", "b.json", "-f", "json:b.json", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: `b.json` is read by this run: name another file\n"
    assert everything_in(folder) == before


def test_a_file_of_an_earlier_run_is_written_over(claimaudit: Run, folder: Path) -> None:
    for _ in range(2):
        assert claimaudit("check", "-q", "-f", "json:data/out.json", cwd=folder).returncode == 0
    assert json.loads((folder / "data" / "out.json").read_text(encoding="utf-8"))["schema_version"] == 1


# --- input that is not there ------------------------------------------------------------------------------


def places_in(folder: Path) -> dict[str, object]:
    """Return where each report says that something is unreadable, read by what each format is."""
    run = json.loads((folder / "s").read_text(encoding="utf-8"))["runs"][0]
    suites = ET.fromstring((folder / "x").read_text(encoding="utf-8"))  # noqa: S314  it is ours
    return {
        "json": [
            (found["code"], found["location"]["path"])
            for found in json.loads((folder / "j").read_text(encoding="utf-8"))["findings"]
        ],
        "gitlab": [
            (found["severity"], found["location"]["path"])
            for found in json.loads((folder / "l").read_text(encoding="utf-8"))
        ],
        "sarif": [
            (
                result["ruleId"],
                result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
                run["invocations"][0]["executionSuccessful"],
            )
            for result in run["results"]
        ],
        "junit": [
            (case.get("classname"), case.get("file")) for case in suites.iterfind(".//testcase[error]")
        ],
    }


@pytest.mark.parametrize(
    ("paths", "place", "message"),
    [
        (["data/nope.yaml"], "data/nope.yaml", "no such file or directory"),
        (["empty"], "empty", "no YAML files in the directory"),
        ([], "data/claims.yaml", "no `data/claims.yaml` in `{}` or in a directory above it"),
    ],
)
def test_input_that_is_not_there_is_said_in_every_format(
    claimaudit: Run, tmp_path: Path, paths: list[str], place: str, message: str
) -> None:
    (tmp_path / "empty").mkdir()
    for name in "jlsx":
        (tmp_path / name).write_text("of an earlier run", encoding="utf-8")
    files = ["-f", "json:j", "-f", "gitlab:l", "-f", "sarif:s", "-f", "junit:x"]
    done = claimaudit("check", *paths, *files, cwd=tmp_path)
    first, help_, _, closing = done.stdout.splitlines()
    said = message.format(tmp_path.as_posix())
    assert (done.returncode, done.stderr) == (2, "")
    assert first == f"{place}:1:1: error CA001 unreadable-file: {said}"
    assert help_.startswith("    help: ")
    assert closing == "1 error found in 0 claims and 0 sources; 0 waived; not all of it could be read"
    assert places_in(tmp_path) == {
        "json": [("CA001", place)],
        "gitlab": [("blocker", place)],
        "sarif": [("CA001", place, False)],
        "junit": [("CA001", place)],
    }


@pytest.mark.parametrize("output_format", FORMATS)
def test_input_that_is_not_there_is_seen_once_by_people(
    claimaudit: Run, tmp_path: Path, output_format: str
) -> None:
    for printing in ([], ["-o", "/dev/stdout"]):
        done = claimaudit("check", "nope.yaml", "--exit-zero", "-f", output_format, *printing, cwd=tmp_path)
        assert done.returncode == 2
        assert "CA001" in done.stdout
        is_for_logs = output_format in {"full", "concise", "grouped", "github"}
        assert ("error: no such file or directory: `nope.yaml`\n" in done.stderr) is not is_for_logs
    for silent in (["-q"], ["-o", "out"]):
        done = claimaudit("check", "nope.yaml", "-f", output_format, *silent, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            "error: no such file or directory: `nope.yaml`\n"
            "help: name a file, or a directory with YAML files in it\n"
        )
    assert "CA001" in (tmp_path / "out").read_text(encoding="utf-8")


def test_all_paths_that_are_not_there_are_said_and_no_baseline_is_written(
    claimaudit: Run, tmp_path: Path
) -> None:
    arguments = ("--since", "main", "--write-baseline", "b.json", "-f", "concise")
    done = claimaudit("check", "one.yaml", "two.yaml", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == (
        "one.yaml:1:1: error CA001 unreadable-file: no such file or directory\n"
        "two.yaml:1:1: error CA001 unreadable-file: no such file or directory\n"
        "2 errors found in 0 claims and 0 sources; 0 waived; not all of it could be read\n"
    )
    assert done.stderr == "`b.json` is not written: not all of the input could be read\n"
    assert names_in(tmp_path) == []
