"""All that is measured, and how low it should be."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus.claiming import claim_id
from benchmarks.speed.bouts import Bout
from benchmarks.speed.processes import PROGRAMS, ROOT, Command, run
from benchmarks.speed.rows import Row, cpu_ratio, growth, peak_ratio, printed, printed_ratio

if TYPE_CHECKING:
    from benchmarks.corpus.layout import Style

SCHEMA = ROOT / "schemas" / "claims.schema.json"
OUR_CLAIM = "four-buckets"
"""A claim of the project's own `data/`."""

CHECKED = frozenset({0, 1})
"""What `check` ends with where it could read all."""
LINTED = frozenset({0, 1, 2})
"""What yamllint ends with: nothing, errors, warnings."""

_LOAD = "yaml.load(open(sys.argv[1], 'rb'), Loader=yaml.CSafeLoader)"

BARE = Command((sys.executable, "-c", "pass"))


@dataclass(frozen=True, slots=True)
class Dossiers:
    """Made-up dossiers in a folder: each is written when it is first asked for."""

    home: Path

    def folder(self, claims: int, style: "Style" = "mixed", *, defects: int = 0) -> Path:
        """Return the folder of a dossier.

        Raises:
            MeasuringError: it could not be written.
        """
        folder = self.home / f"{claims}-{style}-{defects}"
        if not folder.exists():
            sizes = ("--claims", str(claims), "--style", style, "--defects", str(defects))
            write = (sys.executable, "-m", "benchmarks.corpus", *sizes, "--out", str(folder))
            run(Command(write, cwd=ROOT), self.home)
        return folder


def bouts(dossiers: Dossiers, *, quick: bool = False, runs: int | None = None) -> list[Bout]:
    """Return what is measured, in the order of the table: with `quick` nothing of 100,000 claims, and fewer runs.

    `runs` takes the place of the number of runs that each bout has.
    """

    def often(usually: int, if_quick: int) -> int:
        return runs or (if_quick if quick else usually)

    small = [
        _start_up(often(15, 7)),
        _small_file(dossiers, often(7, 3)),
        _loading(dossiers, "mixed", often(5, 3)),
        _loading(dossiers, "dumped", often(5, 3)),
        _peers(dossiers, often(3, 1)),
        _origins(dossiers, 10_000 if quick else 100_000, often(3, 1)),
        _printing(dossiers, often(5, 3)),
    ]
    large = [
        _large(dossiers, often(3, 1)),
        _large_dumped(dossiers, often(3, 1)),
        _one_of_many(dossiers, often(7, 3)),
    ]
    return small if quick else [*small, *large]


# --- commands -----------------------------------------------------------------------------------------


def _claimaudit(*arguments: str) -> tuple[str, ...]:
    return str(PROGRAMS / "claimaudit"), *arguments


def _check(folder: Path) -> Command:
    return Command(_claimaudit("check", str(folder)), accepted=CHECKED)


def _csafe(folder: Path) -> Command:
    return Command((sys.executable, "-c", f"import sys, yaml; {_LOAD}", str(folder / "claims.yaml")))


def _csafe_without_gc(folder: Path) -> Command:
    source = f"import gc, sys, yaml; gc.disable(); {_LOAD}"
    return Command((sys.executable, "-c", source, str(folder / "claims.yaml")))


def _yamllint(folder: Path) -> Command:
    return Command((str(PROGRAMS / "yamllint"), str(folder / "claims.yaml")), accepted=LINTED)


def _check_jsonschema(folder: Path) -> Command:
    given = ("--schemafile", str(SCHEMA), str(folder / "claims.yaml"))
    return Command((str(PROGRAMS / "check-jsonschema"), *given))


def _within_one_process(module: str, folder: Path) -> Command:
    return Command((sys.executable, "-m", module, str(folder)), prints_figures=True, cwd=ROOT)


# --- bouts --------------------------------------------------------------------------------------------


def _start_up(runs: int) -> Bout:
    show = _claimaudit("show", OUR_CLAIM)
    return Bout(
        "start-up",
        lambda: {
            "bare": BARE,
            "help": Command(_claimaudit("--help")),
            "first": Command(show, cwd=ROOT),
            "again": Command(show, cache="kept", cwd=ROOT),
        },
        (
            Row("--help / bare Python", cpu_ratio("help", "bare"), 8, 6.5),
            Row(
                "show of our own data, first time / bare Python",
                cpu_ratio("first", "bare"),
                20,
                14,
                so_far=24,
            ),
            Row("show of our own data, again / bare Python", cpu_ratio("again", "bare"), 8, 3),
        ),
        runs,
    )


def _small_file(dossiers: Dossiers, runs: int) -> Bout:
    def commands() -> Mapping[str, Command]:
        folder = dossiers.folder(100)
        return {"check": _check(folder), "yamllint": _yamllint(folder)}

    ratio = cpu_ratio("check", "yamllint")
    row = Row("check of 100 claims / yamllint", ratio, 0.6, 0.4, needs=("yamllint",), so_far=0.7)
    return Bout("100", commands, (row,), runs)


def _loading(dossiers: Dossiers, style: "Style", runs: int) -> Bout:
    return Bout(
        f"10k-{style}",
        lambda: _check_and_bases(dossiers.folder(10_000, style)),
        _rows_of_loading(f"check of 10k claims, {style}"),
        runs,
    )


def _check_and_bases(folder: Path) -> Mapping[str, Command]:
    return {"check": _check(folder), "csafe": _csafe(folder), "csafe without gc": _csafe_without_gc(folder)}


def _rows_of_loading(what: str) -> tuple[Row, ...]:
    without_gc = cpu_ratio("check", "csafe without gc")
    return (
        Row(f"{what} / CSafeLoader", cpu_ratio("check", "csafe"), 0.4, 0.2, so_far=1.1),
        Row(f"{what} / CSafeLoader, gc off", without_gc, 1.2, 0.6, so_far=2.5),
    )


def _peers(dossiers: Dossiers, runs: int) -> Bout:
    def commands() -> Mapping[str, Command]:
        folder = dossiers.folder(10_000)
        return {
            "check": _check(folder),
            "yamllint": _yamllint(folder),
            "check-jsonschema": _check_jsonschema(folder),
        }

    def row(peer: str, floor: float, aim: float, so_far: float) -> Row:
        what = f"check of 10k claims / {peer}"
        return Row(what, cpu_ratio("check", peer), floor, aim, "one in", (peer,), so_far)

    rows = (row("yamllint", 1 / 20, 1 / 50, 1 / 8), row("check-jsonschema", 1 / 12, 1 / 40, 1 / 7))
    return Bout("peers", commands, rows, runs, warms_up=False)


def _origins(dossiers: Dossiers, claims: int, runs: int) -> Bout:
    what = f"independent origins of {claims // 1000}k claims"
    return Bout(
        "origins",
        lambda: {"origins": _within_one_process("benchmarks.speed.origins", dossiers.folder(claims))},
        (
            Row(f"{what}, each", printed("origins", "all"), 15, 3, "microseconds", so_far=60),
            Row(
                f"{what} / networkx",
                printed_ratio("origins", "all", "networkx"),
                1 / 40,
                1 / 200,
                "one in",
                ("networkx",),
                so_far=1 / 2,
            ),
        ),
        runs,
        warms_up=False,
    )


def _printing(dossiers: Dossiers, runs: int) -> Bout:
    module = "benchmarks.speed.printing"
    return Bout(
        "printing",
        lambda: {"printing": _within_one_process(module, dossiers.folder(10_000, defects=6_000))},
        tuple(
            Row(f"10k findings as text, {style} / json.dumps", printed_ratio("printing", style, "json"), 3, 1)
            for style in ("full", "concise")
        ),
        runs,
        warms_up=False,
    )


def _large(dossiers: Dossiers, runs: int) -> Bout:
    def commands() -> Mapping[str, Command]:
        return {
            **_check_and_bases(dossiers.folder(100_000)),
            "check 10k": _check(dossiers.folder(10_000)),
            "check 100": _check(dossiers.folder(100)),
        }

    sizes = (("check 100", 100), ("check 10k", 10_000), ("check", 100_000))
    rows = (
        *_rows_of_loading("check of 100k claims, mixed"),
        Row("check of 100k claims, memory / CSafeLoader", peak_ratio("check", "csafe"), 0.5, 0.2),
        Row("check of 100k claims / of 10k, each claim", growth(*sizes), 1.8, 1.3),
    )
    return Bout("100k-mixed", commands, rows, runs, warms_up=False)


def _large_dumped(dossiers: Dossiers, runs: int) -> Bout:
    return Bout(
        "100k-dumped",
        lambda: _check_and_bases(dossiers.folder(100_000, "dumped")),
        _rows_of_loading("check of 100k claims, dumped"),
        runs,
        warms_up=False,
    )


def _one_of_many(dossiers: Dossiers, runs: int) -> Bout:
    def commands() -> Mapping[str, Command]:
        folder = dossiers.folder(100_000)
        show = _claimaudit("show", claim_id(57_321), "--data", str(folder))
        return {"bare": BARE, "again": Command(show, cache="kept", cwd=folder)}

    row = Row("show of one of 100k claims, again / bare Python", cpu_ratio("again", "bare"), 10, 3)
    return Bout("show-100k", commands, (row,), runs)
