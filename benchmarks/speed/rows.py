"""A row of the table: a figure made of what several commands took, and how low it should be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from benchmarks.speed.processes import Usage

Medians = Mapping[str, Usage]
"""What the runs of each command took in the middle, by the name that a bout gives to the command."""

Figure = Callable[[Medians], float]

Unit = Literal["times", "one in", "microseconds"]
"""How a figure is written: 0.25; 1/40, for what is far below 1; 15 us."""

Met = Literal["aim", "floor", "not yet", "no"]

FLOOR_MISSED: frozenset[Met] = frozenset({"not yet", "no"})
GOT_WORSE: frozenset[Met] = frozenset({"no"})


@dataclass(frozen=True, slots=True)
class Row:
    """What is asked of one figure, the lower the better: the `floor` must hold, the `aim` is what is worked for.

    Where the floor is not met yet, `so_far` is what holds until it is. `needs` are the distributions without which
    there is nothing to measure.
    """

    what: str
    figure: Figure
    floor: float
    aim: float
    unit: Unit = "times"
    needs: tuple[str, ...] = ()
    so_far: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row and its figure, None where a distribution is `missing`."""

    row: Row
    measured: float | None
    missing: str = ""

    @property
    def met(self) -> Met:
        """What the figure meets; what was not measured meets nothing."""
        row, measured = self.row, self.measured
        if measured is None or not measured <= max(row.floor, row.so_far or 0):
            return "no"
        if measured > row.floor:
            return "not yet"
        return "aim" if measured <= row.aim else "floor"

    def or_better(self, again: "Outcome") -> "Outcome":
        """Return the lower of two measurements: what else the machine does only ever adds."""
        figures = [outcome for outcome in (self, again) if outcome.measured is not None]
        return min(figures, key=lambda outcome: outcome.measured or 0.0, default=self)


def medians_of(runs: Sequence[Usage]) -> Usage:
    """Return the medians of each thing measured, each for itself."""
    return Usage(
        median(usage.cpu for usage in runs),
        median(usage.peak for usage in runs),
        {name: median(usage.figures[name] for usage in runs) for name in runs[0].figures},
    )


# --- figures ------------------------------------------------------------------------------------------


def cpu_ratio(command: str, base: str) -> Figure:
    """Return the figure: CPU of a command over that of another."""
    return lambda medians: medians[command].cpu / medians[base].cpu


def peak_ratio(command: str, base: str) -> Figure:
    """Return the figure: peak memory of a command over that of another."""
    return lambda medians: medians[command].peak / medians[base].peak


def printed(command: str, name: str) -> Figure:
    """Return the figure that a command printed."""
    return lambda medians: medians[command].figures[name]


def printed_ratio(command: str, name: str, base: str) -> Figure:
    """Return the figure: one that a command printed over another."""
    return lambda medians: medians[command].figures[name] / medians[command].figures[base]


def growth(start: tuple[str, int], small: tuple[str, int], large: tuple[str, int]) -> Figure:
    """Return the figure: CPU per claim of a large dossier over that of a small one.

    Each is a command and its number of claims; what `start` takes, nearly all of it start-up, is taken off both.
    """

    def per_claim(medians: Medians, of: tuple[str, int]) -> float:
        command, claims = of
        return (medians[command].cpu - medians[start[0]].cpu) / (claims - start[1])

    return lambda medians: per_claim(medians, large) / per_claim(medians, small)
