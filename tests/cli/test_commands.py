"""The commands as a user runs them: what they write, where, and their exit codes."""

import json
import shutil
from pathlib import Path

import pytest
from tests.conftest import DATA, Run

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
    "reference: p. 2, published: 2025-11-18, basis: original",
    "reference: p. 2, published: 2025-11-18, via: [axios-1]",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a sound data/claims.yaml."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text(SOUND, encoding="utf-8")
    return tmp_path


def write(folder: Path, text: str) -> None:
    (folder / "data" / "claims.yaml").write_text(text, encoding="utf-8")


def test_check_passes_what_is_sound(claimaudit: Run, folder: Path) -> None:
    done = claimaudit("check", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "nothing found in 1 claim and 2 sources; 0 waived; all checked\n"


def test_check_finds_false_corroboration_and_fails_only_if_told_to(claimaudit: Run, folder: Path) -> None:
    write(folder, SINGLE)
    done = claimaudit("check", "-f", "concise", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == (
        "data/claims.yaml:2:9: warning CA104 false-corroboration: `parts`: 2 outlets, 1 independent origin: "
        "falls if Axios is wrong (Reuters <- Axios)"
    )
    assert claimaudit("check", "--fail-on", "warning", cwd=folder).returncode == 1
    assert claimaudit("check", "--fail-on", "warning", "--exit-zero", cwd=folder).returncode == 0
    assert claimaudit("check", "--fail-on", "warning", "--ignore", "CA104", cwd=folder).returncode == 0
    assert (
        claimaudit("check", "--fail-on", "warning", "--ignore", "false-corroboration", cwd=folder).returncode
        == 0
    )
    assert claimaudit("check", "--fail-on", "warning", "--select", "CA2", cwd=folder).returncode == 0


@pytest.mark.parametrize("output_format", ["full", "concise", "json"])
def test_the_format_never_changes_the_exit_code(claimaudit: Run, folder: Path, output_format: str) -> None:
    write(folder, SINGLE)
    assert claimaudit("check", "--fail-on", "warning", "-f", output_format, cwd=folder).returncode == 1


def test_a_misspelt_id_is_named_with_its_line_and_the_right_one(claimaudit: Run, tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    claims = tmp_path / "data" / "claims.yaml"
    text = claims.read_text(encoding="utf-8")
    right = "novyny-live-2025-11-19-en"
    line = text[: text.index(f"source: {right}")].count("\n") + 1
    column = text.splitlines()[line - 1].index(right) + 1
    claims.write_text(text.replace(right, "novyny-live-2025-11-19-eng", 1), encoding="utf-8")
    done = claimaudit("check", cwd=tmp_path)
    assert done.returncode == 2
    assert f"data/claims.yaml:{line}:{column}: error CA004 dangling-reference: " in done.stdout
    assert "novyny-live-2025-11-19-eng" in done.stdout
    assert f"did you mean `{right}`?" in done.stdout
    assert "2 claims not checked" in done.stdout.splitlines()[-1], (
        "it, and hidden-elements, which rests on it"
    )
    assert claimaudit("check", "--exit-zero", "--ignore", "CA0", cwd=tmp_path).returncode == 2
    report = claimaudit("report", cwd=tmp_path)
    assert report.returncode == 2
    assert f"did you mean `{right}`?" in report.stderr
    assert "four-buckets" in report.stdout, "the sound rest is audited"


def test_report_on_the_real_dossier(claimaudit: Run) -> None:
    done = claimaudit("report")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "116 claims are audited, on 113 sources of 86 outlets."
    assert any(
        "four-buckets" in line and "single origin" in line and " 13 " in line and "CA104" in line
        for line in lines
    )
    assert "What to do first" in lines


def test_report_is_not_wrapped_or_cut_in_a_pipe(claimaudit: Run) -> None:
    narrow, wide = claimaudit("report"), claimaudit("report", COLUMNS="40")
    assert narrow.stdout == wide.stdout
    assert "…" not in narrow.stdout


FOUR = """\
claims:
  - {id: sound, text: The plan has four parts., status: reported, evidence: [axios-1, reuters-1]}
  - {id: alone, text: It is secret., status: reported, tags: [secret annex], evidence: [axios-1, mint-1]}
  - {id: bare, text: It is signed., status: asserted, tags: [Secret-Annexes]}
  - {id: maybe, text: It has an annex., status: asserted, evidence: [axios-1, ft-1]}
sources:
  - {id: axios-1, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: reuters-1, outlet: Reuters, reference: p. 2, published: 2025-11-18, basis: original}
  - {id: mint-1, outlet: Mint, reference: p. 3, published: 2025-11-18, via: [axios-1]}
  - {id: ft-1, outlet: FT, reference: p. 4, published: 2025-11-18}
"""
"""A claim of each verdict: corroborated, single origin, unsupported, unclear; an error is on the third alone."""


def test_report_filters(claimaudit: Run, folder: Path) -> None:
    write(folder, FOUR)

    def ids(*options: str) -> list[str]:
        done = claimaudit("report", "-f", "json", *options, cwd=folder)
        return [claim["id"] for claim in json.loads(done.stdout)["claims"]]

    assert ids() == ["sound", "alone", "bare", "maybe"]
    assert ids("--verdict", "unclear") == ["maybe"]
    assert ids("--verdict", "single-origin") == ids("--verdict", "single origin") == ["alone"]
    assert ids("--tag", "Secret_Annexes") == ["alone", "bare"]
    assert ids("--status", "asserted") == ["bare", "maybe"]
    assert ids("--status", "asserted", "--tag", "secret annex") == ["bare"]
    assert ids("--flagged") == ["alone", "bare", "maybe"]
    misspelt = claimaudit("report", "--tag", "secret-anexes", cwd=folder)
    assert (misspelt.returncode, "0 of 4 claims shown." in misspelt.stdout) == (0, True)
    assert misspelt.stderr == "no claim has the tag `secret-anexes`: did you mean `Secret-Annexes`?\n"
    assert claimaudit("report", "--tag", "secret-anexes", "-q", cwd=folder).stderr == ""
    assert ids("--sort", "worst") == ["bare", "alone", "maybe", "sound"]


def test_show_explains_a_claim(claimaudit: Run) -> None:
    done = claimaudit("show", "four-buckets")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "four-buckets  data/claims.yaml:114:9"
    assert "Single origin: 13 outlets, 1 independent origin; falls if Axios is wrong." in lines
    assert "├─ MENAFN <- Live Mint <- Axios" in lines
    assert "- an origin other than Axios: 1 becomes 2" in lines


def test_show_json_is_the_claim_of_the_report_with_its_findings(claimaudit: Run) -> None:
    report = json.loads(claimaudit("report", "-f", "json").stdout)
    shown = json.loads(claimaudit("show", "four-buckets", "-f", "json").stdout)
    findings = shown.pop("findings")
    assert shown == next(claim for claim in report["claims"] if claim["id"] == "four-buckets")
    assert findings == [finding for finding in report["findings"] if finding["claim"] == "four-buckets"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("axios", "10 claims would fall without it alone"),
        ("outlet/axios", "10 claims would fall without it alone"),
        (
            "axios-2025-11-18-secretly-drafting",
            "- four-buckets: single origin: 13 outlets, 1 independent origin",
        ),
        ("draft-28-points", "informant draft-28-points"),
        ("russian-state", "owner russian-state"),
        ("kremlin", "- drafted-with-russia: Senior Russian officials were consulted"),
        ("india-today-nd", "No claim leads to it."),
    ],
)
def test_show_explains_whatever_has_an_id(claimaudit: Run, name: str, says: str) -> None:
    done = claimaudit("show", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert says in done.stdout


def test_show_offers_the_nearest_ids_and_still_shows_the_rest(claimaudit: Run) -> None:
    done = claimaudit("show", "four-bukets", "four-buckets")
    assert done.returncode == 2
    assert done.stderr == "error: nothing has the id `four-bukets`\nhelp: did you mean `four-buckets`?\n"
    assert done.stdout.startswith("four-buckets  data/claims.yaml:")


def test_show_asks_which_where_one_word_names_two_things(claimaudit: Run, folder: Path) -> None:
    write(folder, SOUND + "outlets:\n  - {id: parts, name: Parts Weekly}\n")
    done = claimaudit("show", "parts", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: `parts` names 2 things\nhelp: say `claim/parts` or `outlet/parts`\n"
    assert claimaudit("show", "outlet/parts", cwd=folder).stdout.startswith("outlet parts")


def test_list(claimaudit: Run) -> None:
    assert len(json.loads(claimaudit("list", "claims", "-f", "json").stdout)["claims"]) == 116
    sources = json.loads(claimaudit("list", "sources", "-f", "json").stdout)["sources"]
    assert len(sources) == 160
    assert (
        next(found for found in sources if found["id"] == "axios-2025-11-18-secretly-drafting")["basis"]
        == "original"
    )
    outlets = json.loads(claimaudit("list", "outlets", "-f", "json").stdout)["outlets"]
    axios = next(found for found in outlets if found["id"] == "axios")
    assert len(axios["sources"]) == 6
    assert len(axios["falls_alone"]) == 10
    table = claimaudit("list", "outlets").stdout.splitlines()
    assert any(line.split()[:2] == ["axios", "Axios"] for line in table)


def test_search_finds_in_spite_of_spelling(claimaudit: Run) -> None:
    found = json.loads(claimaudit("search", "forzen", "front", "lines", "-f", "json").stdout)["hits"]
    assert found[0]["id"] == "front-lines-frozen"
    assert "front-lines-frozen" in claimaudit("search", "frozen front").stdout


def test_search_that_finds_nothing_says_so(claimaudit: Run) -> None:
    done = claimaudit("search", "qqqqqqqqqq")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "nothing is like these words: try fewer or other ones\n"


def test_rule(claimaudit: Run) -> None:
    assert claimaudit("rule", "CA104").stdout.startswith(
        "# CA104 false-corroboration: several outlets, one origin\n"
    )
    assert claimaudit("rule", "false-corroboration").stdout == claimaudit("rule", "CA104").stdout
    assert "CA902   expired-waiver" in claimaudit("rule").stdout
    done = claimaudit("rule", "CA1O4")
    assert (done.returncode, done.stderr) == (
        2,
        "error: no rule is called `CA1O4`\nhelp: did you mean `CA104`?\n",
    )


def test_nothing_to_read_says_what_was_looked_for(claimaudit: Run, tmp_path: Path) -> None:
    done = claimaudit("report", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "claims.yaml" in done.stderr
    assert str(tmp_path) in done.stderr
    assert "help: " in done.stderr


def test_discovery_goes_upwards(claimaudit: Run, folder: Path) -> None:
    below = folder / "drafts" / "2025"
    below.mkdir(parents=True)
    assert claimaudit("check", cwd=below).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["chek"], "did you mean `check`"),
        (["check", "--fail-on", "eror"], "did you mean `error`?"),
        (["check", "--select", "CA1O4"], "did you mean `CA104`?"),
        (["check", "--today", "tomorrow"], "write it as --today 2026-12-31"),
        (["report", "--verdict", "corroboratd"], "did you mean `corroborated`?"),
        (["report", "--status", "zzz"], "choose from asserted"),
        (["list", "clams"], "did you mean `claims`?"),
        (["show"], "`ID` is missing"),
        (["check", "nowhere"], "nowhere"),
    ],
)
def test_wrong_usage_exits_2_and_says_how_to_mend_it(
    claimaudit: Run, arguments: list[str], says: str
) -> None:
    done = claimaudit(*arguments)
    assert done.returncode == 2
    assert says in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_output_file_is_written_whole_or_not_at_all(claimaudit: Run, folder: Path) -> None:
    target = folder / "report.json"
    target.write_text("old", encoding="utf-8")
    assert claimaudit("report", "-f", "json", "-o", str(target), cwd=folder).stdout == ""
    assert json.loads(target.read_text(encoding="utf-8"))["schema_version"] == 1
    done = claimaudit("report", "-o", str(folder / "no" / "such" / "file"), cwd=folder)
    assert done.returncode == 2
    assert "cannot write" in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["data", "report.json"]


def test_quiet_leaves_the_exit_code_to_speak(claimaudit: Run, folder: Path) -> None:
    write(folder, SINGLE)
    done = claimaudit("check", "-q", "--fail-on", "warning", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


def test_waivers_count_and_expire(claimaudit: Run, folder: Path) -> None:
    waiver = "    waivers: [{rule: CA104, by: editor, reason: nobody else has it, until: 2026-06-30}]\n"
    write(folder, SINGLE.replace("    status: reported\n", f"    status: reported\n{waiver}"))
    early = claimaudit("check", "--fail-on", "warning", "--today", "2026-06-30", cwd=folder)
    assert early.returncode == 0
    assert early.stdout == "nothing found in 1 claim and 2 sources; 1 waived; all checked\n"
    late = claimaudit("check", "--fail-on", "warning", "--today", "2026-07-01", "-f", "concise", cwd=folder)
    assert late.returncode == 1
    assert " CA104 " in late.stdout
    assert " CA902 " in late.stdout


def test_version_and_help(claimaudit: Run) -> None:
    assert claimaudit("--version").stdout == "claimaudit 0.1.0\n"
    for command in ("report", "check", "show", "list", "search", "rule"):
        done = claimaudit(command, "-h")
        assert done.returncode == 0
        examples = done.stdout.partition("Examples:")[2]
        assert examples.count("claimaudit") == 2, command


def test_no_colour_off_a_terminal_unless_asked(claimaudit: Run, folder: Path) -> None:
    assert "\x1b" not in claimaudit("report", cwd=folder).stdout
    assert "\x1b" in claimaudit("report", "--color", "always", cwd=folder).stdout
    assert "\x1b" not in claimaudit("report", "--color", "never", cwd=folder, FORCE_COLOR="1").stdout
    assert "\x1b" not in claimaudit("report", cwd=folder, FORCE_COLOR="1", NO_COLOR="1").stdout


@pytest.mark.parametrize("where", ["data", "comment"])
def test_no_waivers_brings_back_what_is_waived(where: str, claimaudit: Run, folder: Path) -> None:
    if where == "data":
        write(
            folder, SINGLE.replace("status: reported", "waivers: [{rule: CA104, by: e, reason: One story.}]")
        )
    else:
        write(folder, SINGLE.replace("id: parts", "id: parts  # claimaudit: ignore[CA104] One story."))
    arguments = ("--fail-on", "warning", "--ignore", "CA5", "-f", "concise")
    done = claimaudit("check", *arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (
        0,
        "nothing found in 1 claim and 2 sources; 1 waived; all checked\n",
    )
    done = claimaudit("check", *arguments, "--no-waivers", cwd=folder)
    assert done.returncode == 1
    assert " warning CA104 " in done.stdout
    assert done.stdout.endswith("1 warning found in 1 claim and 2 sources; 0 waived; all checked\n")


def test_waived_finding_names_the_comment_and_its_reason(claimaudit: Run, folder: Path) -> None:
    write(folder, SINGLE.replace("id: parts", "id: parts  # claimaudit: ignore[CA104] One \u202estory."))
    done = claimaudit("check", "-v", "-f", "concise", cwd=folder)
    assert " [waived by a comment: One \\u{202e}story.]\n" in done.stdout


def test_report_without_waivers_counts_none(claimaudit: Run, folder: Path) -> None:
    write(folder, SINGLE.replace("id: parts", "id: parts  # claimaudit: ignore[CA104] One story."))
    assert json.loads(claimaudit("report", "-f", "json", cwd=folder).stdout)["summary"]["waived"] == 1
    done = claimaudit("report", "--no-waivers", "-f", "json", cwd=folder)
    assert json.loads(done.stdout)["summary"]["waived"] == 0


def test_misspelt_waiver_in_a_comment_is_no_pass(claimaudit: Run, folder: Path) -> None:
    write(folder, SOUND.replace("id: parts", "id: parts  # claimaudit: ignore[CA104]"))
    done = claimaudit("check", "-f", "concise", cwd=folder)
    assert done.returncode == 2
    assert done.stdout.startswith(
        "data/claims.yaml:2:16: error CA002 invalid-value: `parts`: the waiver gives no reason\n"
    )
