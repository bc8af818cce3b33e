"""What became of the mutants, read from what mutmut leaves beside each mutated file; knows nothing of running it."""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

COLUMNS = ("module", "mutants", "tried", "killed", "timed out", "survived", "no test", "score")

_KILLED = frozenset({1, 3})  # a test failed, or pytest itself did
_TIMED_OUT = frozenset({-24, 24, 36, 152, 255})  # the limit of processor time, as the systems tell it
_NO_TEST = frozenset({5, 33})  # no chosen test calls the function


class Score(NamedTuple):
    """What became of the mutants of one module: how many there are, and of those tried, how each ended."""

    module: str
    mutants: int
    killed: int = 0
    timed_out: int = 0
    survived: int = 0
    no_test: int = 0

    @property
    def tried(self) -> int:
        """How many mutants ran."""
        return self.killed + self.timed_out + self.survived + self.no_test

    @property
    def share(self) -> float:
        """The share of those tried that the tests noticed, from 0 to 1; what no test calls went unnoticed."""
        return (self.killed + self.timed_out) / self.tried


def scores(folder: Path, tried: Collection[str]) -> Iterator[Score]:
    """Yield the score of each module below mutmut's `folder`, by name, counting only the mutants that were `tried`.

    Raises:
        ValueError: mutmut ended a mutant in another way, a crash say.
    """
    for path in sorted(folder.rglob("*.py.meta")):
        ends: dict[str, int | None] = json.loads(path.read_text("utf-8"))["exit_code_by_key"]
        counts = Counter(_end(name, ends[name]) for name in ends if name in tried)
        if counts:
            module = path.name.removesuffix(".py.meta")
            yield Score(module, len(ends), **counts)


def _end(name: str, code: int | None) -> str:
    if code == 0:
        return "survived"
    for end, codes in (("killed", _KILLED), ("timed_out", _TIMED_OUT), ("no_test", _NO_TEST)):
        if code in codes:
            return end
    raise ValueError(f"{name} ended with {code}")


def table(found: Sequence[Score]) -> str:
    """Return the scores as Markdown, a row a module and a last row for all."""
    total = Score("**all**", *(sum(column) for column in zip(*(score[1:] for score in found), strict=True)))
    rows = [
        (
            score.module,
            *(score.mutants, score.tried, score.killed, score.timed_out, score.survived, score.no_test),
            f"{score.share:.1%}",
        )
        for score in (*found, total)
    ]
    head = [f"| {' | '.join(COLUMNS)} |", f"|---|{'---:|' * (len(COLUMNS) - 1)}"]
    return "\n".join([*head, *(f"| {' | '.join(map(str, row))} |" for row in rows)])
