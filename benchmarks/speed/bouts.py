"""Bouts: commands that are run in turn, so that whatever else the machine does befalls all of them alike."""

from collections.abc import Callable, Collection, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed.processes import Command, Usage, run
from benchmarks.speed.rows import Medians, Met, Outcome, Row, medians_of


@dataclass(frozen=True, slots=True)
class Bout:
    """Commands, by name, and the rows that are made of what they take.

    `commands` are made when the bout begins, for they need dossiers. `runs` is how often each is run, and where
    `warms_up`, it is run once before: what is read from the disk, or kept in a cache, is there by then.
    """

    name: str
    commands: Callable[[], Mapping[str, Command]]
    rows: tuple[Row, ...]
    runs: int
    warms_up: bool = True


def outcomes_of(bout: Bout, failing: Collection[Met] = ()) -> list[Outcome]:
    """Measure a bout, and return the outcome of each row.

    All is measured once more where what a figure meets is `failing`, and the better one of two counts.

    Raises:
        MeasuringError: a command failed.
    """
    outcomes = _measured(bout)
    if any(outcome.measured is not None and outcome.met in failing for outcome in outcomes):
        return [first.or_better(again) for first, again in zip(outcomes, _measured(bout), strict=True)]
    return outcomes


def _measured(bout: Bout) -> list[Outcome]:
    missing = {row.what: next(filter(_is_missing, row.needs), "") for row in bout.rows}
    if all(missing.values()):
        return [Outcome(row, None, missing[row.what]) for row in bout.rows]
    medians = interleave(bout.commands(), bout.runs, warms_up=bout.warms_up)
    return [
        Outcome(row, None, missing[row.what]) if missing[row.what] else Outcome(row, row.figure(medians))
        for row in bout.rows
    ]


def interleave(commands: Mapping[str, Command], runs: int, *, warms_up: bool = False) -> Medians:
    """Run all commands in turn, `runs` times, and return the medians of each."""
    taken: dict[str, list[Usage]] = {name: [] for name in commands}
    with ExitStack() as stack:
        kept = {name: Path(stack.enter_context(TemporaryDirectory())) for name in commands}
        if warms_up:
            for name, command in commands.items():
                _run(command, kept[name])
        for _ in range(runs):
            for name, command in commands.items():
                taken[name].append(_run(command, kept[name]))
    return {name: medians_of(usages) for name, usages in taken.items()}


def _run(command: Command, kept: Path) -> Usage:
    if command.cache == "kept":
        return run(command, kept)
    with TemporaryDirectory() as empty:
        return run(command, Path(empty))


def _is_missing(distribution: str) -> bool:
    try:
        version(distribution)
    except PackageNotFoundError:
        return True
    return False
