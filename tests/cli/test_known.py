"""`check --baseline`, `--write-baseline` and `--since` as a user runs them."""

import json
import os
from pathlib import Path

import pytest
from tests.conftest import Run
from tests.repositories import ALONE, Repo

DOSSIER = """\
claims:
  - id: parts
    text: The plan has four parts.
    status: reported
    evidence: [axios-1, reuters-1]
  - id: briefed
    text: Partners were briefed.
    status: reported
    evidence: [axios-1, reuters-1]
sources:
  - {id: axios-1, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: reuters-1, outlet: Reuters, reference: p. 2, published: 2025-11-18, basis: original}
"""
VIA = DOSSIER.replace(
    "reference: p. 2, published: 2025-11-18, basis: original",
    "reference: p. 2, published: 2025-11-18, via: [axios-1]",
)
"""Both claims have one origin: a warning CA104 each."""
NOTHING = "nothing found in 2 claims and 2 sources; 0 waived; all checked\n"
KNOWN = "nothing new found in 2 claims and 2 sources; 0 waived; 2 known; all checked\n"
GATE = ("check", "--fail-on", "warning")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    write(tmp_path, VIA)
    return tmp_path


def write(folder: Path, text: str) -> None:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "claims.yaml").write_text(text, encoding="utf-8")


def entries(folder: Path) -> list[dict[str, str]]:
    value = json.loads((folder / "b.json").read_text(encoding="utf-8"))
    assert value["version"] == 1
    return list(value["findings"])


# --- baseline ---------------------------------------------------------------------------------------------


def test_a_baseline_round_trip(claimaudit: Run, folder: Path) -> None:
    assert claimaudit(*GATE, cwd=folder).returncode == 1
    done = claimaudit(*GATE, "--write-baseline", "b.json", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, KNOWN, "`b.json` holds 2 findings now\n")
    assert [(entry["code"], entry["severity"], entry["claim"]) for entry in entries(folder)] == [
        ("CA104", "warning", "briefed"),
        ("CA104", "warning", "parts"),
    ]
    done = claimaudit(*GATE, "--baseline", "b.json", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, KNOWN, "")


def test_lines_that_move_and_messages_that_change_stay_known(claimaudit: Run, folder: Path) -> None:
    claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    moved = "# moved\n\n" + VIA.replace("outlet: Axios,", "outlet: The Axios,")
    write(folder, moved)
    done = claimaudit(*GATE, "--baseline", "b.json", cwd=folder)
    assert (done.returncode, done.stdout) == (0, KNOWN)


def test_only_what_is_new_is_printed_and_fails(claimaudit: Run, folder: Path) -> None:
    claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    more = "  - {id: third, text: New., status: reported, evidence: [axios-1, reuters-1]}\nsources:"
    write(folder, VIA.replace("sources:", more))
    done = claimaudit(*GATE, "--baseline", "b.json", "-f", "concise", cwd=folder)
    assert done.returncode == 1
    assert done.stdout == (
        "data/claims.yaml:10:10: warning CA104 false-corroboration: `third`: 2 outlets, 1 independent origin: "
        "falls if Axios is wrong (Reuters <- Axios)\n"
        "1 warning found in 3 claims and 2 sources; 0 waived; 2 known; all checked\n"
    )


def test_a_known_finding_is_hidden_and_never_lost(claimaudit: Run, folder: Path) -> None:
    claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    done = claimaudit(*GATE, "--baseline", "b.json", "-v", "-f", "concise", cwd=folder)
    assert "(Reuters <- Axios) [known: stands in b.json]\n" in done.stdout
    report = json.loads(claimaudit("check", "--baseline", "b.json", "-f", "json", cwd=folder).stdout)
    assert report["summary"]["findings"] == {"error": 0, "warning": 0, "note": 0}
    assert report["summary"]["waived"] == 2
    assert set(report["summary"]) == {"claims", "by_verdict", "findings", "waived"}
    assert [finding["waived"] for finding in report["findings"]] == [
        {"by": "baseline", "reason": "stands in b.json", "until": None}
    ] * 2


def test_a_finding_that_rose_in_severity_is_new(claimaudit: Run, folder: Path) -> None:
    anonymous = "basis: original, informants: [{descriptor: aide, reason: fear}]"
    text = VIA.replace("basis: original", anonymous)
    write(folder, text)
    claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    assert {(entry["code"], entry["severity"]) for entry in entries(folder)} >= {("CA301", "warning")}
    write(folder, text.replace("status: reported", "status: asserted", 1))
    done = claimaudit("check", "--baseline", "b.json", "-f", "concise", cwd=folder)
    assert done.returncode == 1
    first, *_ = done.stdout.splitlines()
    assert first.startswith("data/claims.yaml:2:9: error CA301 single-anonymous-origin: `parts`:")
    write(folder, text)
    assert claimaudit(*GATE, "--baseline", "b.json", cwd=folder).returncode == 0


def test_what_no_longer_occurs_is_told_and_taken_out(claimaudit: Run, folder: Path) -> None:
    claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    write(folder, DOSSIER)
    done = claimaudit(*GATE, "--baseline", "b.json", cwd=folder)
    assert done.returncode == 0
    assert done.stderr == (
        "2 entries of the baseline no longer occur (CA104 `briefed` and CA104 `parts`): "
        "`--write-baseline b.json` takes them out, and takes in what is new\n"
    )
    assert done.stdout == (
        "nothing found in 2 claims and 2 sources; 0 waived; 2 of the baseline gone; all checked\n"
    )
    done = claimaudit("check", "--baseline", "b.json", "--write-baseline", "b.json", cwd=folder)
    assert done.stderr.endswith(
        "(CA104 `briefed` and CA104 `parts`): left out of it now\n`b.json` holds 0 findings now: 0 new, 2 gone\n"
    )
    assert done.stdout == NOTHING
    assert entries(folder) == []


def test_rules_that_were_not_asked_keep_their_entries(claimaudit: Run, folder: Path) -> None:
    claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    kept = (folder / "b.json").read_bytes()
    done = claimaudit("check", "--baseline", "b.json", "--select", "CA2", cwd=folder)
    assert (done.stdout, done.stderr) == (NOTHING, "")
    claimaudit("check", "--baseline", "b.json", "--write-baseline", "b.json", "--ignore", "CA104", cwd=folder)
    assert (folder / "b.json").read_bytes() == kept


def test_without_reading_a_baseline_they_keep_them_too(claimaudit: Run, folder: Path) -> None:
    claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    kept = (folder / "b.json").read_bytes()
    done = claimaudit("check", "--write-baseline", "b.json", "--select", "CA102", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "`b.json` holds 2 findings now: 0 new, 0 gone\n")
    assert (folder / "b.json").read_bytes() == kept


def test_another_baseline_keeps_what_either_file_holds_on_them(claimaudit: Run, folder: Path) -> None:
    one, other = ({"fingerprint": name, "code": "CA201", "severity": "note"} for name in ("one", "other"))
    (folder / "a.json").write_text(json.dumps({"version": 1, "findings": [one]}), encoding="utf-8")
    (folder / "b.json").write_text(json.dumps({"version": 1, "findings": [one, other]}), encoding="utf-8")
    arguments = ("--baseline", "a.json", "--write-baseline", "b.json", "--select", "CA104")
    done = claimaudit("check", *arguments, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "`b.json` holds 4 findings now: 2 new, 0 gone\n")
    names = [entry["fingerprint"] for entry in entries(folder) if entry["code"] != "CA104"]
    assert (names, len(entries(folder))) == (["one", "other"], 4)


def test_what_comes_and_goes_is_told_once_it_is_written(claimaudit: Run, folder: Path) -> None:
    write(folder, VIA.replace("[axios-1, reuters-1]", "[axios-1]", 1))  # `parts` has CA102, `briefed` CA104
    claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    assert [(entry["code"], entry["claim"]) for entry in entries(folder)] == [
        ("CA102", "parts"),
        ("CA104", "briefed"),
    ]
    write(folder, VIA)
    (folder / "link.json").symlink_to("b.json")
    arguments = ("--baseline", "link.json", "--write-baseline", "b.json")
    done = claimaudit("check", *arguments, "-f", "json:nodir/x", cwd=folder)
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        2,
        "error: cannot write `nodir/x`: No such file or directory",
    )
    done = claimaudit(*GATE, *arguments, cwd=folder)
    assert done.returncode == 0
    assert done.stderr == (
        "1 entry of the baseline no longer occurs (CA102 `parts`): left out of it now\n"
        "`b.json` holds 2 findings now: 1 new, 1 gone\n"
    )
    assert (
        claimaudit(*GATE, *arguments, cwd=folder).stderr == "`b.json` holds 2 findings now: 0 new, 0 gone\n"
    )


def test_without_waivers_entries_on_waivers_are_kept_and_not_called_gone(
    claimaudit: Run, folder: Path
) -> None:
    waivers = (
        "waivers: [{rule: CA101, by: me, reason: so}, {rule: CA104, by: me, reason: so, until: 2025-01-01}]"
    )
    write(folder, VIA.replace("status: reported", f"status: reported\n    {waivers}", 1))
    claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    kept = (folder / "b.json").read_bytes()
    assert [entry["code"] for entry in entries(folder)] == ["CA104", "CA104", "CA901", "CA902"]
    done = claimaudit("check", "--baseline", "b.json", "--no-waivers", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, KNOWN, "")
    claimaudit("check", "--baseline", "b.json", "--write-baseline", "b.json", "--no-waivers", cwd=folder)
    assert (folder / "b.json").read_bytes() == kept
    write(folder, VIA)
    done = claimaudit("check", "--baseline", "b.json", cwd=folder)
    assert "2 entries of the baseline no longer occur (CA901 `parts` and CA902 `parts`)" in done.stderr


def test_what_an_editor_waived_is_not_written_and_comes_back_with_the_waiver(
    claimaudit: Run, folder: Path
) -> None:
    waived = VIA.replace(
        "evidence: [axios-1, reuters-1]",
        "evidence: [axios-1, reuters-1]\n    waivers: [{rule: CA104, by: me, reason: so, until: 2026-01-31}]",
        1,
    )
    write(folder, waived)
    today = ("--today", "2026-01-31")
    claimaudit("check", "--write-baseline", "b.json", *today, cwd=folder)
    assert [entry["claim"] for entry in entries(folder)] == ["briefed"]
    done = claimaudit(*GATE, "--baseline", "b.json", *today, cwd=folder)
    assert done.stdout == "nothing new found in 2 claims and 2 sources; 1 waived; 1 known; all checked\n"
    assert claimaudit(*GATE, "--baseline", "b.json", "--today", "2026-02-01", cwd=folder).returncode == 1


def test_the_order_of_files_and_entries_changes_no_byte(claimaudit: Run, folder: Path) -> None:
    claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    first = (folder / "b.json").read_bytes()
    claims, sources = VIA.split("sources:\n")
    one, two = claims.removeprefix("claims:\n").split("  - id: briefed")
    (folder / "data" / "z.yaml").write_text(f"claims:\n{one}", encoding="utf-8")
    write(folder, f"claims:\n  - id: briefed{two}sources:\n{sources}")
    claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    assert (folder / "b.json").read_bytes() == first


def test_with_unreadable_input_nothing_is_written(claimaudit: Run, folder: Path) -> None:
    (folder / "data" / "more.yaml").write_text("claims: [", encoding="utf-8")
    done = claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    assert done.returncode == 2
    assert done.stderr == "`b.json` is not written: not all of the input could be read\n"
    assert sorted(path.name for path in folder.iterdir()) == ["data"]


def test_errors_of_the_input_are_never_known_nor_is_anything_called_gone(
    claimaudit: Run, folder: Path
) -> None:
    claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    write(folder, VIA.replace("evidence: [axios-1, reuters-1]", "evidence: [axios-1, nowhere]"))
    faults = json.loads(claimaudit("check", "-f", "json", cwd=folder).stdout)["findings"]
    forged = [*entries(folder), *(fault for fault in faults if fault["code"] == "CA004")]
    assert len(forged) == 3
    (folder / "b.json").write_text(json.dumps({"version": 1, "findings": forged}), encoding="utf-8")
    done = claimaudit("check", "--baseline", "b.json", cwd=folder)
    assert done.returncode == 2
    assert done.stdout.count("error CA004") == 1
    assert done.stderr == ""


def test_quiet_writes_the_file_and_says_nothing(claimaudit: Run, folder: Path) -> None:
    done = claimaudit(*GATE, "-q", "--write-baseline", "b.json", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(entries(folder)) == 2


@pytest.mark.parametrize("target", ["none/b.json", "data", "pipe", "/dev/null"])
def test_a_baseline_that_cannot_be_written_leaves_nothing_behind(
    claimaudit: Run, folder: Path, target: str
) -> None:
    os.mkfifo(folder / "pipe")
    before = sorted(folder.rglob("*"))
    done = claimaudit("check", "--write-baseline", target, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    first, help_ = done.stderr.splitlines()
    assert first.startswith(f"error: cannot write `{target}`: ")
    assert help_ == "help: name another file"
    assert sorted(folder.rglob("*")) == before


def test_a_baseline_that_is_none_is_one_line_and_exit_2(claimaudit: Run, folder: Path) -> None:
    (folder / "b.json").write_text('{"version": 1,\n', encoding="utf-8")
    done = claimaudit("check", "--baseline", "b.json", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "b.json:2:1: error: this cannot be read as a baseline: not JSON: "
        "expecting property name enclosed in double quotes\n"
        "help: name the right file\n"
    )
    assert (folder / "b.json").read_text(encoding="utf-8") == '{"version": 1,\n'


def test_only_where_no_baseline_is_the_help_says_how_to_write_one(claimaudit: Run, folder: Path) -> None:
    done = claimaudit("check", "--baseline", "b.json", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: `b.json` cannot be read as a baseline: no such file or directory\n"
        "help: `claimaudit check --write-baseline b.json` writes one\n"
    )
    os.mkfifo(folder / "pipe")
    for name in ("pipe", "data", "/dev/null", "data/claims.yaml"):
        done = claimaudit("check", "--baseline", name, cwd=folder)
        assert (done.returncode, done.stderr.splitlines()[1:]) == (2, ["help: name the right file"])


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("notes\n", "b.json:1:1: error: this cannot be read as a baseline: not JSON: expecting value"),
        ('{"claims": []}', "error: `b.json` cannot be read as a baseline: it has no `version`"),
    ],
)
def test_what_is_no_baseline_is_not_written_over(
    claimaudit: Run, folder: Path, content: str, complaint: str
) -> None:
    (folder / "b.json").write_text(content, encoding="utf-8")
    done = claimaudit("check", "--write-baseline", "b.json", "-f", "sarif:out", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{complaint}; it is not written over: name another file\n"
    assert (folder / "b.json").read_text(encoding="utf-8") == content
    assert sorted(path.name for path in folder.iterdir()) == ["b.json", "data"]


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("sarif:nodir/x", "cannot write `nodir/x`: No such file or directory"),
        ("json:/dev/full", "cannot write `/dev/full`: No space left on device"),
        ("json:data/claims.yaml", "`data/claims.yaml` is read by this run: name another file"),
    ],
)
def test_a_format_that_cannot_be_written_leaves_the_baseline_as_it_was(
    claimaudit: Run, folder: Path, output: str, reason: str
) -> None:
    (folder / "b.json").write_text('{"version": 1, "findings": []}', encoding="utf-8")
    done = claimaudit("check", "--write-baseline", "b.json", "-f", output, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr.splitlines()[0]) == (2, "", f"error: {reason}")
    assert entries(folder) == []
    assert sorted(path.name for path in folder.iterdir()) == ["b.json", "data"]


def test_a_baseline_that_cannot_be_written_leaves_the_formats_as_they_were(
    claimaudit: Run, folder: Path
) -> None:
    (folder / "out").write_text("old", encoding="utf-8")
    done = claimaudit("check", "-f", "sarif:out", "--write-baseline", "nodir/b.json", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert (folder / "out").read_text(encoding="utf-8") == "old"


def test_full_standard_output_leaves_the_baseline_as_it_was(shell: Run, folder: Path) -> None:
    done = shell("claimaudit check --write-baseline b.json > /dev/full", cwd=folder)
    assert (done.returncode, done.stderr) == (
        2,
        "error: cannot write the result: No space left on device\n",
    )
    assert sorted(path.name for path in folder.iterdir()) == ["data"]


def test_an_empty_file_becomes_a_baseline(claimaudit: Run, folder: Path) -> None:
    (folder / "b.json").touch()
    done = claimaudit("check", "--write-baseline", "b.json", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "`b.json` holds 2 findings now\n")
    assert len(entries(folder)) == 2


# --- since ------------------------------------------------------------------------------------------------


@pytest.fixture
def repo(folder: Path) -> Repo:
    """A repository whose first commit, tagged `old`, has one origin for both claims."""
    made = Repo(folder)
    made.commit("old")
    return made


def test_since_knows_what_was_there(claimaudit: Run, repo: Repo) -> None:
    done = claimaudit(*GATE, "--since", "old", cwd=repo.top)
    assert (done.returncode, done.stdout, done.stderr) == (0, KNOWN, "")
    done = claimaudit(*GATE, "--since", "old", "-v", "-f", "concise", cwd=repo.top)
    assert "[known: was there at old]\n" in done.stdout


def test_since_fails_on_what_is_new_in_changed_and_added_files(claimaudit: Run, repo: Repo) -> None:
    write(repo.top, DOSSIER)
    repo.commit("sound")
    write(repo.top, VIA)
    third = "claims:\n  - {id: third, text: New., status: reported, evidence: [axios-1, reuters-1]}\n"
    repo.write("data/more.yaml", third)
    done = claimaudit(*GATE, "--since", "old", "-f", "concise", cwd=repo.top)
    assert done.returncode == 1
    assert done.stdout.splitlines()[1:] == [
        "1 warning found in 3 claims and 2 sources; 0 waived; 2 known; all checked"
    ]
    assert done.stdout.startswith("data/more.yaml:2:10: warning CA104")
    done = claimaudit(*GATE, "--since", "sound", "-q", cwd=repo.top)
    assert done.returncode == 1


def test_what_was_waived_then_and_is_not_now_is_new(claimaudit: Run, repo: Repo) -> None:
    write(
        repo.top,
        VIA.replace("status: reported", "status: reported\n    waivers: [{rule: CA104, by: me, reason: so}]"),
    )
    repo.commit("waived")
    write(repo.top, VIA)
    assert claimaudit(*GATE, "--since", "waived", "-q", cwd=repo.top).returncode == 1
    assert claimaudit(*GATE, "--since", "old", "-q", cwd=repo.top).returncode == 0


@pytest.fixture
def signed_off(repo: Repo) -> Repo:
    """A repository with a finding that is accepted until the first of January, tagged `waived`, another known."""
    waiver = "waivers: [{rule: CA104, by: me, reason: so, until: 2026-01-01}]"
    write(repo.top, VIA.replace("status: reported", f"status: reported\n    {waiver}", 1))
    repo.commit("waived")
    return repo


def lines_since(claimaudit: Run, repo: Repo, today: str, *more: str) -> tuple[int, list[str]]:
    done = claimaudit(*GATE, "--since", "waived", "--today", today, "-f", "concise", *more, cwd=repo.top)
    return done.returncode, [
        line.partition(": the ")[0].partition(": 2 ")[0] for line in done.stdout.splitlines()
    ]


def test_a_waiver_that_has_run_out_makes_its_finding_new(claimaudit: Run, signed_off: Repo) -> None:
    assert lines_since(claimaudit, signed_off, "2026-01-01") == (
        0,
        ["nothing new found in 2 claims and 2 sources; 1 waived; 1 known; all checked"],
    )
    assert lines_since(claimaudit, signed_off, "2026-01-02") == (
        1,
        [
            "data/claims.yaml:2:9: warning CA104 false-corroboration: `parts`",
            "data/claims.yaml:5:56: warning CA902 expired-waiver: `parts`",
            "2 warnings found in 2 claims and 2 sources; 0 waived; 1 known; all checked",
        ],
    )


def test_taking_out_a_waiver_after_its_day_leaves_the_finding_new(claimaudit: Run, signed_off: Repo) -> None:
    write(signed_off.top, VIA)
    assert lines_since(claimaudit, signed_off, "2026-06-01") == (
        1,
        [
            "data/claims.yaml:2:9: warning CA104 false-corroboration: `parts`",
            "1 warning found in 2 claims and 2 sources; 0 waived; 1 known; all checked",
        ],
    )


def test_a_waiver_that_is_renewed_or_not_heeded_makes_nothing_new(claimaudit: Run, signed_off: Repo) -> None:
    assert lines_since(claimaudit, signed_off, "2026-06-01", "--no-waivers") == (0, [KNOWN.rstrip()])
    path = signed_off.top / "data" / "claims.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2026-01-01", "2027-01-01"), encoding="utf-8")
    assert lines_since(claimaudit, signed_off, "2026-06-01") == (
        0,
        ["nothing new found in 2 claims and 2 sources; 1 waived; 1 known; all checked"],
    )


def test_the_same_rules_judge_both(claimaudit: Run, repo: Repo) -> None:
    done = claimaudit(*GATE, "--since", "old", "--select", "CA2", cwd=repo.top)
    assert done.stdout == NOTHING


def test_since_and_a_baseline_together(claimaudit: Run, repo: Repo) -> None:
    claimaudit("check", "--write-baseline", "b.json", cwd=repo.top)
    baseline = entries(repo.top)
    (repo.top / "b.json").write_text(json.dumps({"version": 1, "findings": baseline[:1]}), encoding="utf-8")
    assert claimaudit(*GATE, "--baseline", "b.json", "-q", cwd=repo.top).returncode == 1
    done = claimaudit(*GATE, "--baseline", "b.json", "--since", "old", "-v", "-f", "concise", cwd=repo.top)
    assert done.returncode == 0
    assert done.stdout.count("[known: stands in b.json]") == 1
    assert done.stdout.count("[known: was there at old]") == 1


def test_paths_that_were_not_there_make_all_new(claimaudit: Run, repo: Repo) -> None:
    repo.git("mv", "data", "dossier")
    done = claimaudit(*GATE, "dossier", "--since", "old", cwd=repo.top)
    assert done.returncode == 1
    assert done.stderr == "at old there was nothing to read in `dossier`: all that is there now is new\n"
    assert done.stdout.endswith("2 warnings found in 2 claims and 2 sources; 0 waived; all checked\n")


def test_unreadable_now_is_exit_2_whatever_was_known(claimaudit: Run, repo: Repo) -> None:
    repo.write("data/more.yaml", "claims: [")
    done = claimaudit(*GATE, "--since", "old", cwd=repo.top)
    assert done.returncode == 2
    assert "data/more.yaml:1:10: error CA001" in done.stdout


def test_broken_then_is_one_line_and_exit_2(claimaudit: Run, repo: Repo) -> None:
    repo.write("data/more.yaml", "claims: [")
    repo.commit("broken")
    (repo.top / "data" / "more.yaml").unlink()
    done = claimaudit(*GATE, "--since", "broken", cwd=repo.top)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: at broken: data/more.yaml:1:10: CA001 unreadable-file: a value is missing before the end of the line\n"
        "help: what could not be read then cannot be compared with: name a revision at which the files are sound\n"
    )


@pytest.mark.parametrize("revision", ["mian", "-x", "", "a\x1b[31mb", "--upload-pack=x"])
def test_what_is_no_revision_is_two_lines_and_exit_2(claimaudit: Run, repo: Repo, revision: str) -> None:
    done = claimaudit("check", f"--since={revision}", cwd=repo.top)
    assert (done.returncode, done.stdout) == (2, "")
    first, help_ = done.stderr.splitlines()
    assert "revision" in first
    assert help_.startswith("help: ")
    assert "\x1b" not in done.stderr
