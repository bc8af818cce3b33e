"""`python -m benchmarks`: what claimaudit costs beside what one would do without it, as one table of ratios."""

import argparse
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed.bouts import Bout, outcomes_of
from benchmarks.speed.catalogue import Dossiers, bouts
from benchmarks.speed.processes import MeasuringError
from benchmarks.speed.rows import FLOOR_MISSED, GOT_WORSE, Met, Outcome
from benchmarks.speed.table import machine, table

EVERY = tuple(bout.name for bout in bouts(Dossiers(Path())))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, and return 1 if not all is met that was asked for, 2 if something could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="nothing of 100,000 claims, and fewer runs")
    asked = parser.add_mutually_exclusive_group()
    for option, failing, what in (
        ("--floors", FLOOR_MISSED, "a floor is not met"),
        (
            "--no-worse",
            GOT_WORSE,
            "a floor is not met that was before, or one that never was is missed by more",
        ),
    ):
        explained = f"exit 1 if {what}, even when measured once more"
        asked.add_argument(option, action="store_const", const=failing, dest="failing", help=explained)
    parser.add_argument("--only", action="append", choices=EVERY, help="only these rows; may be repeated")
    parser.add_argument("--runs", type=_positive, help="how often each command is run")
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as home:
        every = bouts(Dossiers(Path(home)), quick=given.quick, runs=given.runs)
        chosen = [bout for bout in every if given.only is None or bout.name in given.only]
        if not chosen:
            parser.error(f"--quick leaves out all of {', '.join(given.only)}")
        try:
            outcomes = list(_measured(chosen, given.failing or ()))
        except MeasuringError as error:
            print(f"benchmarks: {error}", file=sys.stderr)
            return 2
    print(table(outcomes), machine(), sep="\n\n")
    return exit_code(outcomes, given.failing or ())


def exit_code(outcomes: Sequence[Outcome], failing: Collection[Met]) -> int:
    """Return 1 if what an outcome meets is `failing`; what could not be measured meets nothing."""
    return int(any(outcome.met in failing for outcome in outcomes))


def _measured(chosen: Sequence[Bout], failing: Collection[Met]) -> Iterator[Outcome]:
    for number, bout in enumerate(chosen, start=1):
        print(f"{number}/{len(chosen)} {bout.name}", file=sys.stderr)
        yield from outcomes_of(bout, failing)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


if __name__ == "__main__":
    sys.exit(main())
