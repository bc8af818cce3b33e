"""How many labels hit all of some proofs, held against trying all sets of them."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from claimaudit.provenance.footing import DEEP, Footing, Pillar, Premises, Proof
from claimaudit.provenance.hitting import (
    MANY,
    Found,
    Weights,
    _first_of,
    cut_of_fronts,
    size_of,
    smallest,
    total,
)
from claimaudit.provenance.reading import Reading

PROOFS = st.frozensets(st.integers(0, 7), min_size=1, max_size=4)


def tried(proofs: Sequence[Proof]) -> int:
    """Return the size of a smallest set that hits all of them, by trying one after another."""
    labels = sorted(frozenset[int]().union(*proofs))
    return next(
        size
        for size in range(len(labels) + 1)
        for chosen in combinations(labels, size)
        if not any(proof.isdisjoint(chosen) for proof in proofs)
    )


def pairs_of(*numbers: int) -> list[Proof]:
    """Return all pairs of some numbers: all but one of them are needed to hit each."""
    return [frozenset(pair) for pair in combinations(numbers, 2)]


def pillar(*proofs: Proof) -> Pillar:
    return Pillar("s", tuple(proofs), frozenset[int]().union(*proofs))


@given(st.lists(PROOFS, max_size=9, unique=True))
@example(pairs_of(0, 1, 2, 3))
@example(pairs_of(0, 1, 2, 3, 4))
@example([*pairs_of(0, 1, 2), *pairs_of(3, 4, 5)])
def test_the_size_is_that_of_a_smallest_set_that_hits_all(proofs: list[Proof]) -> None:
    size = size_of(proofs)
    if size is None:
        assert tried(proofs) >= MANY
    else:
        assert size == tried(proofs)
    found = cut_of_fronts([proofs], Weights(proofs))
    assert (found.size, found.exact) == (tried(proofs), True)
    assert not any(proof.isdisjoint(found.labels) for proof in proofs)


def test_what_takes_long_to_try_is_left_to_a_search() -> None:
    assert size_of(pairs_of(0, 1, 2)) == 2
    assert size_of(pairs_of(0, 1, 2, 3)) == 3
    assert size_of(pairs_of(0, 1, 2, 3, 4)) is None
    assert size_of([*pairs_of(0, 1, 2, 3), frozenset([4, 5])]) == 4


def test_what_is_counted_can_be_named() -> None:
    """Each proof has one of two labels, and many others by chance: too many for a search to look through."""
    random = Random(1)  # noqa: S311  nothing is kept secret by it
    proofs = [frozenset([place % 2, *random.sample(range(2, 256), 124)]) for place in range(64)]
    assert not cut_of_fronts([proofs], Weights(proofs)).exact
    assert size_of(proofs) is None
    for others, size in (
        (3, 2),
        (9, 2),
        (28, 2),
        (90, None),
    ):  # 29 * (2 + 29) steps are enough, 91 * 93 too many
        proofs = [frozenset([place % 2, *random.sample(range(2, 256), others)]) for place in range(40)]
        assert size_of(proofs) == size
        assert size is None or cut_of_fronts([proofs], Weights(proofs)) == Found(2, (0, 1))


def test_a_bound_below_a_known_size_hides_no_set() -> None:
    weights = Weights([])
    bound, one, other = Found(2, exact=False), Found(3, (1, 2, 3)), Found(3, (1, 2, 4))
    assert _first_of([one, bound], weights, 3) == Found(3, (1, 2, 3), unique=False)
    assert _first_of([other, one, Found(4, (5, 6, 7, 8))], weights, 3) == Found(3, (1, 2, 3), unique=False)
    assert _first_of([one, one], weights, 3) == one
    assert _first_of([one, bound], weights, None) == Found(2, exact=False, unique=False)
    assert _first_of([one, Found(4, exact=False)], weights, None) == one


def test_one_that_takes_a_search_is_never_smaller_than_many() -> None:
    assert total([2, 3]) == 5
    assert total([2, None]) is None
    assert total([]) == 0
    assert smallest([4, 2]) == 2
    assert smallest([None, MANY]) == MANY
    assert smallest([None, MANY + 1]) is None
    assert smallest([None]) is None


FRONTS = st.lists(PROOFS, min_size=1, max_size=3, unique=True).map(lambda proofs: pillar(*proofs))
FOOTINGS = st.recursive(
    st.lists(FRONTS, min_size=1, max_size=2).map(Footing),
    lambda inner: st.builds(
        lambda own, parts: Footing([*own, Premises(parts)]),
        st.lists(FRONTS, max_size=2),
        st.lists(inner, min_size=1, max_size=2),
    ),
    max_leaves=5,
)


@given(FOOTINGS)
def test_a_claim_with_premises_falls_with_the_front_that_takes_fewest(footing: Footing) -> None:
    reading = Reading(frozenset(), {}, assume=True)
    least = min(map(tried, footing.fronts))
    size = reading.size(footing)
    if size is None:
        assert least >= MANY
    else:
        assert size == least
    assert reading.cut(footing).size == least
    assert reading.is_one(footing) == (least == 1)


@given(st.lists(FRONTS, min_size=DEEP + 3, max_size=DEEP + 3))
def test_premises_of_premises_are_told_apart_only_so_deep(own: list[Pillar]) -> None:
    footing = Footing(own[:1])
    for next_one in own[1:]:
        footing = Footing([next_one, Premises([footing, Footing([next_one])])])
        assert footing.pillars[1].depth <= DEEP
    reading = Reading(frozenset(), {}, assume=True)
    least = min(map(tried, footing.fronts))
    assert reading.size(footing) in (least, None if least >= MANY else least)
