"""A range says in a few characters what is known and what is only a lower bound."""

import pytest

from claimaudit.provenance.labels import UNDECLARED, Label
from claimaudit.provenance.ranges import Least, Range, Witnesses, range_of

AXIOS = Label("axios", "outlet")
MINT = Label("mint", "outlet")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Range(2, 2), "2"),
        (Range(1, 2), "1-2"),
        (Range(1, 2, high_exact=False), "1-2+"),
        (Range(1, 2, low_exact=False), "1+-2"),
        (Range(2, 2, low_exact=False, high_exact=False), "2+"),
        (Range(2, 2, high_exact=False), "2-2+"),
    ],
)
def test_a_range_is_said_with_a_plus_where_more_may_be_needed(found: Range, said: str) -> None:
    assert str(found) == said


def test_what_stands_on_nothing_declared_has_one_origin_at_least() -> None:
    nothing, two = Least(0, (), exact=True, unique=True), Least(2, (AXIOS, MINT), exact=True, unique=False)
    assert range_of(nothing, two) == Range(
        1, 2, Witnesses((UNDECLARED,), (AXIOS, MINT), unique=False), nothing_declared=True
    )


def test_the_upper_end_is_never_below_the_lower() -> None:
    low, bound = Least(2, (AXIOS, MINT), exact=True, unique=True), Least(1, (), exact=False, unique=False)
    assert range_of(low, bound) == Range(2, 2, Witnesses((AXIOS, MINT), unique=False), high_exact=False)


def test_a_lower_end_that_is_a_bound_says_so() -> None:
    low, high = Least(1, (), exact=False, unique=False), Least(2, (AXIOS, MINT), exact=True, unique=True)
    assert range_of(low, high) == Range(1, 2, Witnesses((), (AXIOS, MINT)), low_exact=False)
