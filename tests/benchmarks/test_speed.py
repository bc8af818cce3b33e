"""The table of ratios: its arithmetic by hand, and what is run how often. How fast anything is, no test says."""

import sys
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from benchmarks.__main__ import EVERY, exit_code, main
from benchmarks.corpus.layout import Style
from benchmarks.corpus.writing import Corpus, write
from benchmarks.speed import origins, printing
from benchmarks.speed.bouts import Bout, interleave, outcomes_of
from benchmarks.speed.catalogue import Dossiers, bouts
from benchmarks.speed.processes import Command, MeasuringError, Usage, run
from benchmarks.speed.rows import (
    FLOOR_MISSED,
    GOT_WORSE,
    Medians,
    Met,
    Outcome,
    Row,
    cpu_ratio,
    growth,
    medians_of,
    peak_ratio,
    printed,
    printed_ratio,
)
from benchmarks.speed.table import machine, shown, table
from tests.conftest import ROOT

from claimaudit import audit, load


def python(source: str, *arguments: object, cwd: Path | None = None) -> Command:
    return Command((sys.executable, "-c", source, *map(str, arguments)), cwd=cwd)


def figures_of(source: str, *arguments: object) -> Command:
    return replace(python(source, *arguments), prints_figures=True)


# --- arithmetic ---------------------------------------------------------------------------------------

MEDIANS: Medians = {
    "ours": Usage(0.5, 300, {"each": 6, "other": 3}),
    "theirs": Usage(2.0, 400, {"each": 60}),
}


def test_medians_are_of_each_thing_for_itself() -> None:
    runs = [Usage(3, 10, {"a": 1}), Usage(1, 30, {"a": 9}), Usage(2, 20, {"a": 2})]
    assert medians_of(runs) == Usage(2, 20, {"a": 2})
    assert medians_of(runs[:2]) == Usage(2, 20, {"a": 5})


def test_figures_are_ratios() -> None:
    assert cpu_ratio("ours", "theirs")(MEDIANS) == 0.25
    assert peak_ratio("ours", "theirs")(MEDIANS) == 0.75
    assert printed("theirs", "each")(MEDIANS) == 60
    assert printed_ratio("ours", "each", "other")(MEDIANS) == 2


def test_growth_leaves_start_up_aside() -> None:
    taken = {name: Usage(cpu, 0, {}) for name, cpu in (("start", 1.0), ("small", 2.0), ("large", 7.0))}
    # 1 s for 1,000 claims more, then 6 s for 2,000 more
    assert growth(("start", 100), ("small", 1100), ("large", 2100))(taken) == pytest.approx(3)


@pytest.mark.parametrize(
    ("measured", "met"),
    [(0.1, "aim"), (0.2, "aim"), (0.21, "floor"), (0.4, "floor"), (0.41, "no"), (None, "no")],
)
def test_outcome_meets_aim_floor_or_nothing(measured: float | None, met: str) -> None:
    row = Row("x", cpu_ratio("a", "b"), 0.4, 0.2)
    assert Outcome(row, measured).met == met


@pytest.mark.parametrize(
    ("measured", "met"),
    [(0.1, "aim"), (0.4, "floor"), (0.41, "not yet"), (0.9, "not yet"), (0.91, "no"), (None, "no")],
)
def test_floor_that_is_not_met_yet_may_not_get_further_off(measured: float | None, met: str) -> None:
    row = Row("x", cpu_ratio("a", "b"), 0.4, 0.2, so_far=0.9)
    outcome = Outcome(row, measured)
    assert outcome.met == met
    assert exit_code([outcome], FLOOR_MISSED) == (met in {"not yet", "no"})
    assert exit_code([outcome], GOT_WORSE) == (met == "no")
    assert exit_code([outcome], ()) == 0


def test_what_is_no_number_meets_nothing() -> None:
    for so_far in (None, 0.9):
        row = Row("x", cpu_ratio("a", "b"), 0.4, 0.2, so_far=so_far)
        assert Outcome(row, float("nan")).met == "no"


# --- the table ----------------------------------------------------------------------------------------

OUTCOMES = [
    Outcome(Row("check / CSafeLoader", cpu_ratio("a", "b"), 0.4, 0.2), 0.3149),
    Outcome(Row("check / yamllint", cpu_ratio("a", "b"), 1 / 20, 1 / 50, "one in"), 1 / 62.4),
    Outcome(Row("origins, each", cpu_ratio("a", "b"), 15, 3, "microseconds"), 15.4),
    Outcome(Row("origins / networkx", cpu_ratio("a", "b"), 1 / 40, 1 / 200, "one in"), None, "networkx"),
    Outcome(Row("show / bare Python", cpu_ratio("a", "b"), 20, 14, so_far=55), 61.3),
]


def test_table_is_in_columns() -> None:
    assert table(OUTCOMES).splitlines() == [
        "what                 measured  floor    aim  met?",
        "check / CSafeLoader      0.31   0.40   0.20  floor",
        "check / yamllint         1/62   1/20   1/50  aim",
        "origins, each           15 us  15 us   3 us  no",
        "origins / networkx          -   1/40  1/200  not measured: networkx is not installed",
        "show / bare Python         61     20     14  no, so far 55",
    ]


@pytest.mark.parametrize(
    ("figure", "text"),
    [(0.996, "1.00"), (1.996, "2.00"), (2.04, "2.0"), (9.96, "10.0"), (14.4, "14"), (8, "8")],
)
def test_figures_have_two_digits_or_so(figure: float, text: str) -> None:
    assert shown(figure, "times") == text


def test_figure_of_one_in_many_that_is_above_one_is_written_as_it_is() -> None:
    assert shown(1.25, "one in") == "1.25"


def test_machine_is_named_by_versions_alone() -> None:
    told = machine()
    assert told.startswith(f"CPython {sys.version.split()[0]} on ")
    assert "PyYAML 6." in told
    assert "/" not in told


def test_floors_that_are_not_met_or_not_measured_fail() -> None:
    for failing in (FLOOR_MISSED, GOT_WORSE):
        assert [exit_code([outcome], failing) for outcome in OUTCOMES] == [0, 0, 1, 1, 1]
        assert exit_code(OUTCOMES[:2], failing) == 0


# --- running ------------------------------------------------------------------------------------------


def test_commands_are_run_in_turn(tmp_path: Path) -> None:
    log = tmp_path / "log"
    commands = {
        name: python("import sys; open(sys.argv[1], 'a').write(sys.argv[2])", log, name) for name in "ab"
    }
    interleave(commands, 2)
    assert log.read_text() == "abab"
    interleave(commands, 1, warms_up=True)
    assert log.read_text() == "abababab"


COUNTS = """
import json, os, sys
with open(sys.argv[1], "a") as log: log.write(".")
print(json.dumps({"runs": os.path.getsize(sys.argv[1])}))
"""


def test_figures_are_medians_and_warming_up_does_not_count(tmp_path: Path) -> None:
    commands = {name: figures_of(COUNTS, tmp_path / name) for name in ("cold", "warm")}
    assert interleave({"cold": commands["cold"]}, 3)["cold"].figures == {"runs": 2}
    assert interleave({"warm": commands["warm"]}, 3, warms_up=True)["warm"].figures == {"runs": 3}


CACHES = """
import json, os, tempfile
cache = os.environ["XDG_CACHE_HOME"]
print(json.dumps({"found": len(os.listdir(cache))}))
tempfile.mkstemp(dir=cache)
"""


def test_cache_is_empty_each_time_or_kept_through_the_bout() -> None:
    empty = figures_of(CACHES)
    found = interleave({"empty": empty, "kept": replace(empty, cache="kept")}, 3, warms_up=True)
    assert found["empty"].figures == {"found": 0}
    assert found["kept"].figures == {"found": 2}
    assert interleave({"kept": replace(empty, cache="kept")}, 1)["kept"].figures == {"found": 0}


def test_environment_of_a_runner_does_not_come_through(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CI", "true")
    source = "import json, os; print(json.dumps({'ci': 'CI' in os.environ, 'path': 'PATH' in os.environ}))"
    assert run(figures_of(source), tmp_path).figures == {"ci": False, "path": True}


PEAKS = """
import json, sys
from pathlib import Path
from benchmarks.speed.processes import Command, run
peaks = {}
for name, source in (
    ("small", "pass"),
    ("large", "bytearray(b'x' * 200_000_000)"),
    ("large child", "import subprocess, sys; subprocess.run([sys.executable, '-c', 'bytearray(range(200)) * 1_000_000'])"),
):
    peaks[name] = run(Command((sys.executable, "-c", source)), Path()).peak
print(json.dumps(peaks))
"""


def test_peak_is_of_the_process_that_was_run_and_of_its_children(tmp_path: Path) -> None:
    # in a small process of its own: what is started by a large one has a large peak from the start
    peaks = run(replace(figures_of(PEAKS), cwd=ROOT), tmp_path).figures
    assert peaks["large"] > 4 * peaks["small"]
    assert peaks["large child"] > 4 * peaks["small"]


def test_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    failing = python("import sys; sys.exit('no such thing')")
    with pytest.raises(MeasuringError, match=r"^`python\S* -c .* ended with 1: no such thing$"):
        run(failing, tmp_path)
    assert run(replace(failing, accepted=frozenset({1})), tmp_path).cpu > 0


def test_command_that_is_not_there_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(MeasuringError, match=r"^nowhere: No such file"):
        run(Command((str(tmp_path / "nowhere"),)), tmp_path)


# --- floors -------------------------------------------------------------------------------------------

FALLS = """
import json, os, sys
with open(sys.argv[1], "a") as log: log.write(".")
print(json.dumps({"x": 10 - os.path.getsize(sys.argv[1]), "y": os.path.getsize(sys.argv[1])}))
"""


def falling(log: Path, floor: float, so_far: float | None = None) -> Bout:
    """Return a bout that measures x, 9 and then 8, against a floor, and y, 1 and then 2."""
    rows = (Row("x", printed("all", "x"), floor, 1, so_far=so_far), Row("y", printed("all", "y"), 9, 1))
    return Bout("falling", lambda: {"all": figures_of(FALLS, log)}, rows, 1, warms_up=False)


@pytest.mark.parametrize(
    ("floor", "so_far", "failing", "measured", "runs"),
    [
        (8, None, FLOOR_MISSED, [8, 1], 2),
        (8, None, (), [9, 1], 1),
        (9, None, FLOOR_MISSED, [9, 1], 1),
        (7, None, FLOOR_MISSED, [8, 1], 2),
        (7, 9, FLOOR_MISSED, [8, 1], 2),
        (7, 9, GOT_WORSE, [9, 1], 1),
        (7, 8, GOT_WORSE, [8, 1], 2),
    ],
)
def test_missed_floor_is_measured_once_more(  # noqa: PLR0917  what is asked, and what comes of it
    tmp_path: Path,
    floor: float,
    so_far: float | None,
    failing: Collection[Met],
    measured: list[float],
    runs: int,
) -> None:
    outcomes = outcomes_of(falling(tmp_path / "log", floor, so_far), failing)
    assert [outcome.measured for outcome in outcomes] == measured
    assert (tmp_path / "log").read_text() == "." * runs


def test_row_of_something_not_installed_says_so() -> None:
    def commands() -> Mapping[str, Command]:
        raise AssertionError("there is nothing to run")

    row = Row("x", cpu_ratio("a", "b"), 1, 1, needs=("pytest", "no-such-thing"))
    assert outcomes_of(Bout("x", commands, (row,), 1), FLOOR_MISSED) == [Outcome(row, None, "no-such-thing")]


def test_other_rows_of_its_bout_are_measured() -> None:
    rows = (
        Row("x", cpu_ratio("a", "none"), 1, 1, needs=("no-such-thing",)),
        Row("y", printed("a", "y"), 1, 1, needs=("pytest",)),
    )
    bout = Bout("x", lambda: {"a": figures_of("print('{\"y\": 1}')")}, rows, 1)
    assert [(outcome.measured, outcome.missing) for outcome in outcomes_of(bout)] == [
        (None, "no-such-thing"),
        (1, ""),
    ]


def test_what_is_not_installed_is_not_measured_once_more(tmp_path: Path) -> None:
    bout = falling(tmp_path / "log", floor=9)
    rows = (*bout.rows, Row("z", printed("all", "z"), 1, 0, needs=("no-such-thing",)))
    outcomes = outcomes_of(replace(bout, rows=rows), FLOOR_MISSED)
    assert [outcome.met for outcome in outcomes] == ["floor", "aim", "no"]
    assert (tmp_path / "log").read_text() == "."


# --- what is measured ---------------------------------------------------------------------------------


def test_every_bout_has_a_name_of_its_own_and_aims_below_floors() -> None:
    assert len(set(EVERY)) == len(EVERY) == 10
    rows = [row for bout in bouts(Dossiers(Path())) for row in bout.rows]
    assert len({row.what for row in rows}) == len(rows)
    assert all(row.aim < row.floor for row in rows)
    assert all(row.so_far is None or row.floor < row.so_far for row in rows)


def test_commands_that_keep_their_cache_stay_in_one_directory(tmp_path: Path) -> None:
    class Written(Dossiers):
        def folder(self, claims: int, style: Style = "mixed", *, defects: int = 0) -> Path:  # noqa: ARG002
            return self.home

    commands = [command for bout in bouts(Written(tmp_path)) for command in bout.commands().values()]
    kept = [command for command in commands if command.cache == "kept"]
    assert len(kept) == 2
    assert all(command.cwd for command in kept)


def test_page_tells_of_every_bout() -> None:
    page = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")
    assert not [name for name in EVERY if f"`{name}`" not in page]


def test_quick_leaves_out_what_is_large_and_runs_less() -> None:
    usual = {bout.name: bout.runs for bout in bouts(Dossiers(Path()))}
    quick = {bout.name: bout.runs for bout in bouts(Dossiers(Path()), quick=True)}
    assert usual.keys() - quick.keys() == {"100k-mixed", "100k-dumped", "show-100k"}
    assert all(quick[name] < usual[name] for name in quick)
    assert not [
        row for bout in bouts(Dossiers(Path()), quick=True) for row in bout.rows if "100k" in row.what
    ]
    assert {bout.runs for bout in bouts(Dossiers(Path()), runs=2)} == {2}


def test_dossier_is_written_once(tmp_path: Path) -> None:
    dossiers = Dossiers(tmp_path / "dossiers")
    dossiers.home.mkdir()
    folder = dossiers.folder(20, "plain", defects=2)
    write(Corpus(20, style="plain", defects=2), tmp_path / "same")
    assert (folder / "claims.yaml").read_bytes() == (tmp_path / "same" / "claims.yaml").read_bytes()
    (folder / "claims.yaml").write_text("kept")
    assert (dossiers.folder(20, "plain", defects=2) / "claims.yaml").read_text() == "kept"


# --- within one process -------------------------------------------------------------------------------

CLAIMS = """
claims:
  - {id: two, text: Two., evidence: [copy, statement, copy]}
  - {id: one, text: One., evidence: [copy, {source: statement, stance: contradicts}]}
  - {id: own-and-repeated, text: One., evidence: [mixed]}
  - {id: premise, text: Inferred., evidence: [copy], rests_on: [two]}
  - {id: undeclared, text: Unclear., evidence: [copy, undeclared]}
  - {id: same-outlet, text: One., evidence: [copy, other-of-copy]}
  - {id: same-text, text: Shared., evidence: [copy, alike]}
  - {id: against, text: No., evidence: [{source: copy, stance: contradicts}]}
sources:
  - {id: original, outlet: A, basis: original}
  - {id: copy, outlet: B, via: [original]}
  - {id: other-of-copy, outlet: B, basis: original}
  - {id: mixed, outlet: C, basis: mixed, via: [original]}
  - {id: statement, outlet: D, kind: statement}
  - {id: undeclared, outlet: E, kind: news}
  - {id: alike, outlet: F, basis: original, shares_text_with: [mixed]}
"""


def test_graphs_are_of_claims_that_are_plain_cuts(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(CLAIMS)
    assert dict(origins.plain_graphs(load(path))) == {
        "two": {
            origins.CLAIM: ["copy", "statement", "copy"],
            "copy": ["original"],
            "original": [origins.END],
            "statement": [origins.END],
        },
        "one": {origins.CLAIM: ["copy"], "copy": ["original"], "original": [origins.END]},
        "own-and-repeated": {
            origins.CLAIM: ["mixed"],
            "mixed": ["original", origins.END],
            "original": [origins.END],
        },
    }


def test_origins_of_plain_claims_are_the_cuts_of_networkx(tmp_path: Path) -> None:
    write(Corpus(600), tmp_path)
    dossier = load(tmp_path)
    graphs = dict(origins.plain_graphs(dossier))
    assert len(graphs) > 200
    cuts = {
        claim: int(nx.node_connectivity(nx.DiGraph(dict(graph)), origins.CLAIM, origins.END))
        for claim, graph in graphs.items()
    }
    assert set(cuts.values()) == {1, 2, 3}
    assert origins.count(dossier, [*graphs]) == {claim: (cut, cut) for claim, cut in cuts.items()}


def test_numbers_that_differ_are_refused() -> None:
    origins.check_same({"a": (2, 2), "b": (1, 1)}, {"a": 2, "b": 1})
    for ours, cut in (((1, 2), 2), ((2, 3), 2), ((1, 1), 2)):
        with pytest.raises(
            ValueError, match=f"^`a`: {ours[0]}-{ours[1]} independent origins, a smallest cut of 2$"
        ):
            origins.check_same({"a": ours}, {"a": cut})
    with pytest.raises(ValueError, match=r"^no claim whose"):
        origins.check_same({}, {})


def test_timings_are_printed_as_json(tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    write(Corpus(40, defects=9), folder)
    dossier = load(folder)
    assert origins.timings(dossier, 5).keys() == {"all", "networkx"}
    assert printing.timings(audit(dossier, today=date(2026, 1, 1)), 50).keys() == {"full", "concise", "json"}
    for module, names in (
        ("origins", {"all", "networkx"}),
        ("printing", {"full", "concise", "json"}),
    ):
        command = Command(
            (sys.executable, "-m", f"benchmarks.speed.{module}", str(folder)),
            prints_figures=True,
            cwd=ROOT,
        )
        assert run(command, tmp_path).figures.keys() == names


def test_no_findings_are_nothing_to_print(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text("claims: []\n")
    with pytest.raises(ValueError, match=r"^nothing was found"):
        printing.timings(audit(load(path), today=date(2026, 1, 1)))


# --- end to end ---------------------------------------------------------------------------------------


def test_command_prints_one_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "start-up", "--only", "100", "--runs", "1"]) == 0
    printed_text = capsys.readouterr()
    rows = printed_text.out.partition("\n\n")[0].splitlines()
    assert [row.split("  ")[0] for row in rows] == [
        "what",
        "--help / bare Python",
        "show of our own data, first time / bare Python",
        "show of our own data, again / bare Python",
        "check of 100 claims / yamllint",
    ]
    met = [row.rpartition("  ")[2].partition(",")[0] for row in rows[1:]]
    assert set(met) <= {"aim", "floor", "not yet", "no"}
    assert printed_text.err == "1/2 start-up\n2/2 100\n"


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["--runs", "0"], "--runs: at least 1"),
        (["--only", "nothing"], "--only: invalid choice: 'nothing'"),
        (["--quick", "--only", "100k-mixed"], "--quick leaves out all of 100k-mixed"),
    ],
)
def test_wrong_usage(arguments: list[str], fault: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert fault in capsys.readouterr().err
