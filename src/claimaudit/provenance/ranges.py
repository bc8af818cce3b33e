"""How many independent origins a claim has at one level (docs/independence.md, 4.5)."""

from typing import NamedTuple

from claimaudit.provenance.labels import UNDECLARED, Label


class Range(NamedTuple):
    """Independent origins at one level, from what is declared (`low`) to what is possible (`high`).

    A witness is a smallest set of labels that would all have to be wrong for the claim to fall; `unique` says
    whether `high_witness` is the only one of its size. Where an end is not exact it is a proven lower bound,
    without a witness.
    """

    low: int
    high: int
    low_witness: tuple[Label, ...] = ()
    high_witness: tuple[Label, ...] = ()
    low_exact: bool = True
    high_exact: bool = True
    unique: bool = True

    def __str__(self) -> str:
        low = f"{self.low}{'' if self.low_exact else '+'}"
        high = f"{self.high}{'' if self.high_exact else '+'}"
        return low if (self.low, self.low_exact) == (self.high, self.high_exact) else f"{low}-{high}"


NO_ORIGINS = Range(0, 0)
"""That of a claim which does not stand."""


class Least(NamedTuple):
    """A smallest witness set, with undeclared sources taken for origins or left out: its size, and its labels."""

    size: int
    labels: tuple[Label, ...]
    exact: bool
    unique: bool


def range_of(low: Least, high: Least) -> Range:
    """Return the range between what is declared and what is possible.

    A claim that stands has an origin, if only one that nobody declared.
    """
    least, witness = low.size, low.labels
    if least == 0 and low.exact:
        least, witness = 1, (UNDECLARED,)
    most = max(least, high.size)  # a bound that the budget left below the other end
    return Range(least, most, witness, high.labels, low.exact, high.exact, high.unique)
