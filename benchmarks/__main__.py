"""`python -m benchmarks`: what claimaudit costs beside what one would do without it, as one table of ratios."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed.bouts import Bout, outcomes_of
from benchmarks.speed.catalogue import Dossiers, bouts
from benchmarks.speed.processes import MeasuringError
from benchmarks.speed.rows import Outcome
from benchmarks.speed.table import machine, table

EVERY = tuple(bout.name for bout in bouts(Dossiers(Path())))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; with `--floors` exit 1 if a floor is not met. Exit 2 if something could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="nothing of 100,000 claims, and fewer runs")
    parser.add_argument(
        "--floors",
        action="store_true",
        help="exit 1 if a floor is not met, not even when measured once more; of one that never was, if it got worse",
    )
    parser.add_argument("--only", action="append", choices=EVERY, help="only these rows; may be repeated")
    parser.add_argument("--runs", type=_positive, help="how often each command is run")
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as home:
        every = bouts(Dossiers(Path(home)), quick=given.quick, runs=given.runs)
        chosen = [bout for bout in every if given.only is None or bout.name in given.only]
        if not chosen:
            parser.error(f"--quick leaves out all of {', '.join(given.only)}")
        try:
            outcomes = list(_measured(chosen, retries=given.floors))
        except MeasuringError as error:
            print(f"benchmarks: {error}", file=sys.stderr)
            return 2
    print(table(outcomes), machine(), sep="\n\n")
    return exit_code(outcomes) if given.floors else 0


def exit_code(outcomes: Sequence[Outcome]) -> int:
    """Return 1 if a floor is not met that was before, or not shown to be: something is not installed."""
    return int(any(outcome.met == "no" for outcome in outcomes))


def _measured(chosen: Sequence[Bout], *, retries: bool) -> Iterator[Outcome]:
    for number, bout in enumerate(chosen, start=1):
        print(f"{number}/{len(chosen)} {bout.name}", file=sys.stderr)
        yield from outcomes_of(bout, retries=retries)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


if __name__ == "__main__":
    sys.exit(main())
