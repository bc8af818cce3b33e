"""How many independent origins a claim has at one level (docs/independence.md, 4.5)."""

from collections.abc import Callable
from typing import NamedTuple

from claimaudit.provenance.labels import UNDECLARED, Label


class Witnesses(NamedTuple):
    """A smallest set of labels that would all have to be wrong for a claim to fall, for each end of its range.

    `unique` says whether `high` is the only one of its size. Where an end is not exact there is none.
    """

    low: tuple[Label, ...] = ()
    high: tuple[Label, ...] = ()
    unique: bool = True


class Range:
    """Independent origins at one level, from what is declared (`low`) to what is possible (`high`).

    Where an end is not exact it is a proven lower bound. With `nothing_declared` the lower end is an origin that nobody
    declared. The witnesses may be told later, by what returns them: of most claims nobody asks for them.
    """

    __slots__ = ("_witnesses", "high", "high_exact", "low", "low_exact", "nothing_declared")

    def __init__(  # noqa: PLR0913  what is known of it
        self,
        low: int,
        high: int,
        witnesses: Witnesses | Callable[[], Witnesses] = Witnesses(),  # noqa: B008  it does not change
        *,
        nothing_declared: bool = False,
        low_exact: bool = True,
        high_exact: bool = True,
    ) -> None:
        self.low, self.high, self._witnesses = low, high, witnesses
        self.low_exact, self.high_exact, self.nothing_declared = low_exact, high_exact, nothing_declared

    @property
    def witnesses(self) -> Witnesses:
        """The smallest sets that make it fall."""
        if not isinstance(self._witnesses, Witnesses):
            self._witnesses = self._witnesses()
        return self._witnesses

    @property
    def low_witness(self) -> tuple[Label, ...]:
        """That of the lower end."""
        return self.witnesses.low

    @property
    def high_witness(self) -> tuple[Label, ...]:
        """That of the upper end."""
        return self.witnesses.high

    @property
    def unique(self) -> bool:
        """Whether `high_witness` is the only one of its size."""
        return self.witnesses.unique

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Range) and self._values == other._values

    __hash__ = None  # type: ignore[assignment]  # what it is may still have to be told

    def __repr__(self) -> str:
        return f"Range{self._values}"

    @property
    def _values(self) -> tuple[object, ...]:
        ends = self.low, self.high, self.low_exact, self.high_exact
        return (*ends, self.nothing_declared, self.witnesses)

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
    nothing_declared = low.size == 0 and low.exact
    least = 1 if nothing_declared else low.size
    most = max(least, high.size)  # a bound that the budget left below the other end
    witness = (UNDECLARED,) if nothing_declared else low.labels
    return Range(
        least,
        most,
        Witnesses(witness, high.labels, high.unique),
        nothing_declared=nothing_declared,
        low_exact=low.exact,
        high_exact=high.exact,
    )
