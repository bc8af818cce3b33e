"""`diff` as a user runs it: the worst first, why, and exit codes."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from tests.conftest import Run
from tests.repositories import ALONE, Repo

THEN = """\
claims:
  - {id: four-buckets, text: The plan has four parts., status: reported, evidence: [axios-1, reuters-1]}
  - {id: briefed, text: Partners were briefed., status: reported, evidence: [axios-1]}
  - {id: signed, text: It was signed., status: reported, evidence: [axios-1, afp-1]}
  - {id: leaked, text: It was leaked., status: reported, evidence: [axios-1, afp-1]}
  - {id: dropped, text: It was dropped., status: reported, evidence: [axios-1, afp-1]}
  - {id: worded, text: It is long., status: reported, evidence: [axios-1, afp-1]}
outlets:
  - {id: axios, name: Axios}
  - {id: reuters, name: Reuters}
  - {id: afp, name: AFP}
sources:
  - {id: axios-1, outlet: axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: afp-1, outlet: afp, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: reuters-1, outlet: reuters, reference: p. 2, published: 2025-11-18, basis: original}
"""
NOW = (
    THEN.replace(
        "p. 2, published: 2025-11-18, basis: original", "p. 2, published: 2025-11-18, via: [axios-1]"
    )
    .replace(
        "briefed., status: reported, evidence: [axios-1]",
        "briefed., status: reported, evidence: [axios-1, afp-1]",
    )
    .replace("It was signed., status: reported", "Perhaps it was signed., status: asserted")
    .replace("It is long.", "It is very long.")
    .replace(
        "  - {id: dropped, text: It was dropped., status: reported, evidence: [axios-1, afp-1]}\n",
        "  - {id: fresh, text: It is new., status: reported, evidence: [reuters-1]}\n",
    )
)
SUMMARY = "1 claim weaker, 1 with new findings, 1 stronger, 1 new, 1 gone since then."
WHY = {
    "four-buckets": ["Reuters now via Axios"],
    "signed": ["the claim now asserted, not reported"],
    "briefed": ["AFP now cited"],
    "fresh": [],
    "dropped": [],
}


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository in which everything that can become of a claim did."""
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    made = Repo(tmp_path / "repo")
    made.write("data/claims.yaml", THEN)
    made.commit("then")
    made.write("data/claims.yaml", NOW)
    return made


def test_the_worst_first_and_why(claimaudit: Run, repo: Repo) -> None:
    done = claimaudit("diff", "then", cwd=repo.top)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[:2] == [SUMMARY, "1 claim is only reworded: `worded`."]
    rows = [re.split(r" {2,}", line.strip()) for line in lines[lines.index("") + 3 :] if line][:-1]
    assert rows == [
        [
            "four-buckets",
            "weaker",
            "2 of 2, corroborated",
            "1 of 2, single origin",
            "Reuters now via Axios; new warning CA104 false-corroboration",
        ],
        [
            "signed",
            "new findings",
            "2 of 2, corroborated",
            "2 of 2, corroborated",
            "the claim now asserted, not reported; new warning CA403 hedge-unmarked",
        ],
        [
            "briefed",
            "stronger",
            "1 of 1, single origin",
            "2 of 2, corroborated",
            "AFP now cited; no longer warning CA102 single-outlet",
        ],
        ["fresh", "new", "1 of 1, single origin", "new warning CA102 single-outlet"],
        ["dropped", "gone", "2 of 2, corroborated"],
    ]


def test_quiet_prints_nothing_and_verbose_what_is_read(claimaudit: Run, repo: Repo) -> None:
    quiet = claimaudit("diff", "then", "-q", cwd=repo.top)
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    told = claimaudit("diff", "then", "-v", cwd=repo.top)
    assert told.stderr == "configuration: the defaults\nread: data/claims.yaml\n"
    assert told.stdout == claimaudit("diff", "then", cwd=repo.top).stdout


def test_as_json(claimaudit: Run, repo: Repo) -> None:
    commit = repo.git("rev-parse", "then")
    found = json.loads(claimaudit("diff", "then", "-f", "json", cwd=repo.top).stdout)
    assert set(found) == {"schema_version", "before", "after", "summary", "changes", "reworded"}
    assert found["schema_version"] == 1
    assert found["before"] == {"revision": "then", "commit": commit, "claims": 6}
    assert found["after"] == {"revision": None, "commit": None, "claims": 6}
    assert found["summary"] == {"text": SUMMARY, "remarks": ["1 claim is only reworded: `worded`."]}
    assert found["reworded"] == ["worded"]
    changes = {change["id"]: change for change in found["changes"]}
    assert {name: change["why"] for name, change in changes.items()} == WHY
    weaker = changes["four-buckets"]
    assert (weaker["before"]["verdict"], weaker["after"]["verdict"]) == ("corroborated", "single origin")
    assert (weaker["before"]["independent"]["low"], weaker["after"]["independent"]["high"]) == (2, 1)
    assert [finding["code"] for finding in weaker["findings"]["new"]] == ["CA104"]
    assert weaker["location"] == {"path": "data/claims.yaml", "line": 2, "column": 10}
    assert changes["fresh"]["before"] is None
    assert (changes["dropped"]["after"], changes["dropped"]["location"]) == (None, None)
    assert [finding["code"] for finding in changes["briefed"]["findings"]["gone"]] == ["CA102"]


def test_as_markdown(claimaudit: Run, repo: Repo) -> None:
    done = claimaudit("diff", "then", "-f", "markdown", cwd=repo.top)
    tokens = MarkdownIt("commonmark").enable("table").parse(done.stdout)
    cells = [
        "".join(child.content for child in token.children or ())
        for before, token in pairwise(tokens)
        if before.type in ("th_open", "td_open")
    ]
    assert cells[:10] == [
        *("claim", "becomes", "before", "after", "why"),
        *("four-buckets", "weaker", "2 of 2, corroborated", "1 of 2, single origin"),
        "Reuters now via Axios; new warning CA104 false-corroboration",
    ]
    assert len(cells) == 6 * 5
    texts = [
        "".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"
    ]
    assert texts[0] == SUMMARY
    assert texts[-1] == "1 claim is only reworded: `worded`."


def test_two_revisions_in_either_order(claimaudit: Run, repo: Repo) -> None:
    repo.commit("now")
    repo.write("data/claims.yaml", "claims: [")  # of no account
    done = claimaudit("diff", "then", "now", "-f", "json", cwd=repo.top)
    assert done.returncode == 0
    forth = json.loads(done.stdout)
    assert forth["summary"]["text"] == SUMMARY.replace("since then", "from then to now")
    back = json.loads(claimaudit("diff", "now", "then", "-f", "json", cwd=repo.top).stdout)
    assert [(change["id"], change["outcome"]) for change in back["changes"]] == [
        ("briefed", "weaker"),
        ("four-buckets", "stronger"),
        ("signed", "fewer findings"),
        ("dropped", "new"),
        ("fresh", "gone"),
    ]


def test_what_is_moved_to_other_files_is_the_same(claimaudit: Run, repo: Repo) -> None:
    claims, sources = THEN.split("outlets:\n")
    repo.write("data/claims.yaml", f"outlets:\n{sources}")
    head, *lines = claims.splitlines(keepends=True)
    repo.write("data/z.yaml", head + "".join(reversed(lines)))
    done = claimaudit("diff", "then", cwd=repo.top)
    assert (done.returncode, done.stdout) == (0, "No claim stands otherwise since then.\n")


def test_from_another_directory_and_to_a_file(claimaudit: Run, repo: Repo) -> None:
    (repo.top / "sub").mkdir()
    done = claimaudit("diff", "then", "--data", "../data", "-o", "out.txt", cwd=repo.top / "sub")
    assert (done.returncode, done.stdout) == (0, "")
    assert (repo.top / "sub" / "out.txt").read_text(encoding="utf-8").startswith(SUMMARY)


def test_a_retracted_claim_is_neither_weaker_nor_gone(claimaudit: Run, repo: Repo) -> None:
    repo.write(
        "data/claims.yaml",
        THEN.replace(
            "buckets, text: The plan has four parts., status: reported",
            "buckets, text: The plan has four parts., status: retracted",
        ),
    )
    found = json.loads(claimaudit("diff", "then", "-f", "json", cwd=repo.top).stdout)
    (change,) = found["changes"]
    assert (change["id"], change["outcome"]) == ("four-buckets", "changed")
    assert change["why"] == ["the claim now retracted, not reported"]


def test_keys_that_lead_nowhere_are_named(claimaudit: Run, repo: Repo) -> None:
    repo.write("data/claims.yaml", THEN.replace("id: signed,", "id: signed, tags: [secret annex],"))
    found = json.loads(claimaudit("diff", "then", "-f", "json", cwd=repo.top).stdout)
    (change,) = found["changes"]
    assert (change["id"], change["outcome"], change["why"]) == (
        "signed",
        "new findings",
        ["the claim now with other `tags`"],
    )


def test_what_could_not_be_read_is_never_gone(claimaudit: Run, repo: Repo) -> None:
    broken = THEN.replace("[axios-1, reuters-1]", "[axios-1, nowhere]").replace("text: It was dropped., ", "")
    repo.write("data/claims.yaml", broken)
    done = claimaudit("diff", "then", cwd=repo.top)
    assert done.returncode == 2
    assert done.stdout == (
        "No claim that could be checked stands otherwise since then.\n"
        "2 claims could not be checked, because of errors in the files: `dropped` and `four-buckets`.\n"
    )
    column = broken.splitlines()[1].index("nowhere") + 1
    assert f"data/claims.yaml:2:{column}: error CA004" in done.stderr
    repo.write("data/claims.yaml", "claims: [")
    done = claimaudit("diff", "then", cwd=repo.top)
    assert done.returncode == 2
    assert done.stdout == (
        "No claim that could be checked stands otherwise since then.\nBecause of errors in the files no claim is called gone.\n"
    )


@pytest.mark.parametrize("arguments", [("nowhere",), ("then", "nowhere"), ("--", "-x"), ("then..now",)])
def test_what_is_no_revision_is_exit_2(claimaudit: Run, repo: Repo, arguments: tuple[str, ...]) -> None:
    done = claimaudit("diff", *arguments, cwd=repo.top)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.match(r"error: .*(revision|single commit).*\nhelp: .*\n$", done.stderr)


def test_what_was_not_there_is_new(claimaudit: Run, repo: Repo) -> None:
    repo.git("mv", "data", "dossier")
    done = claimaudit("diff", "then", "--data", "dossier", cwd=repo.top)
    assert done.stderr == "at then there was nothing to read in `dossier`: all that is there now is new\n"
    assert done.stdout.startswith("6 claims new since then.\n")


def test_findings_on_sources_are_counted(claimaudit: Run, repo: Repo) -> None:
    repo.write("data/claims.yaml", THEN.replace("outlet: afp, reference: p. 1,", "outlet: afp,"))
    done = claimaudit("diff", "then", cwd=repo.top)
    assert done.stdout == (
        "No claim stands otherwise since then.\n"
        "On sources, outlets and waivers there is 1 new finding, and 0 gone "
        "(`claimaudit check --since then` names what is new).\n"
    )


FIVE = "claims:\n  - {{id: five, text: x, status: reported, evidence: [{}]}}\nsources:\n" + "".join(
    f"  - {{{{id: s{number}, outlet: Paper {number}, reference: p. 1, published: 2025-11-18, basis: original}}}}\n"
    for number in "12345"
)
FAIL = ("diff", "then", "--fail-on-weaker")


def test_weaker_without_a_finding_passes_the_gate_and_fails_diff_where_that_is_asked(
    claimaudit: Run, tmp_path: Path
) -> None:
    repo = Repo(tmp_path / "five")
    repo.write("data/claims.yaml", FIVE.format("s1, s2, s3, s4, s5"))
    repo.commit("then")
    assert claimaudit(*FAIL, cwd=repo.top).returncode == 0
    repo.write("data/claims.yaml", FIVE.format("s1, s2"))
    assert (
        claimaudit(
            "check", "--since", "then", "--fail-on", "warning", "--ignore", "CA504", cwd=repo.top
        ).returncode
        == 0
    )
    shown = claimaudit("diff", "then", cwd=repo.top)
    assert shown.returncode == 0
    assert "5 of 5, corroborated   2 of 2, corroborated" in shown.stdout
    done = claimaudit(*FAIL, cwd=repo.top)
    assert (done.returncode, done.stdout, done.stderr) == (1, shown.stdout, "")
    repo.write("data/claims.yaml", "claims: [")
    assert claimaudit(*FAIL, cwd=repo.top).returncode == 2


def test_only_what_is_weaker_fails(claimaudit: Run, repo: Repo) -> None:
    """New findings, claims that are new or gone, and stronger ones do not."""
    repo.write("data/claims.yaml", NOW.replace("via: [axios-1]", "basis: original"))
    done = claimaudit(*FAIL, cwd=repo.top)
    assert (done.returncode, done.stdout.splitlines()[0]) == (
        0,
        "1 claim with new findings, 1 stronger, 1 new, 1 gone since then.",
    )


def test_unsupported_now_is_weaker_though_nothing_contests_it_any_more(claimaudit: Run, repo: Repo) -> None:
    pieces = "[axios-1, {source: afp-1, stance: contradicts}]"
    repo.write(
        "data/claims.yaml",
        THEN.replace(
            "leaked., status: reported, evidence: [axios-1, afp-1]",
            f"leaked., status: reported, evidence: {pieces}",
        ),
    )
    repo.commit("contested")
    repo.write(
        "data/claims.yaml",
        THEN.replace("leaked., status: reported, evidence: [axios-1, afp-1]", "leaked., status: reported"),
    )
    done = claimaudit("diff", "contested", "--fail-on-weaker", "-f", "json", cwd=repo.top)
    (change,) = json.loads(done.stdout)["changes"]
    assert (done.returncode, change["id"], change["outcome"]) == (1, "leaked", "weaker")
    assert (change["before"]["contested"], change["after"]["verdict"]) == (True, "unsupported")


def test_a_waiver_that_has_run_out_is_told_of_the_files_and_not_between_revisions(
    claimaudit: Run, repo: Repo
) -> None:
    waiver = "waivers: [{rule: CA102, by: me, reason: so, until: 2026-01-01}]"
    repo.write("data/claims.yaml", THEN.replace("id: briefed,", f"id: briefed, {waiver},"))
    repo.commit("waived")
    diff = ("diff", "waived", "-f", "json", "--today")

    def new(*arguments: str) -> list[tuple[str, list[str]]]:
        changes = json.loads(claimaudit(*arguments, cwd=repo.top).stdout)["changes"]
        return [
            (change["id"], [finding["code"] for finding in change["findings"]["new"]]) for change in changes
        ]

    assert new(*diff, "2026-01-01") == []
    assert new(*diff, "2026-01-02") == [("briefed", ["CA102", "CA902"])]
    assert new(*diff, "2026-01-02", "waived") == []


def test_without_waivers_what_is_waived_on_either_side_counts(claimaudit: Run, repo: Repo) -> None:
    waiver = "waivers: [{rule: CA102, by: me, reason: so}]"
    repo.write("data/claims.yaml", THEN.replace("id: briefed,", f"id: briefed, {waiver},"))
    repo.commit("waived")

    def outcomes(*arguments: str) -> list[tuple[str, str]]:
        changes = json.loads(claimaudit("diff", *arguments, "-f", "json", cwd=repo.top).stdout)["changes"]
        return [(change["id"], change["outcome"]) for change in changes]

    assert outcomes("then") == [("briefed", "fewer findings")]
    assert outcomes("then", "--no-waivers") == []
    assert outcomes("waived", "then") == [("briefed", "new findings")]
    assert outcomes("waived", "then", "--no-waivers") == []
