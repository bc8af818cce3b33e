"""The smallest witness set, held against trying every set of labels."""

from functools import reduce
from itertools import combinations
from operator import or_

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimaudit.provenance import cuts
from claimaudit.provenance.cuts import FEW_STEPS, Budget, Cut, Hitter, smallest_cut
from claimaudit.provenance.grounding import Grounding
from claimaudit.provenance.labels import Label
from claimaudit.provenance.network import NO_LABEL, Network, Node, Way

LABELS = 6
ALL = (1 << LABELS) - 1


def network_of_proofs(proofs: list[int]) -> Network:
    """Return a claim that stands if all labels of one of the proofs do."""
    network = Network(labels=[Label(f"label-{number}", "outlet") for number in range(LABELS)])
    network.nodes.append(Node("c"))
    network.node_labels.append(NO_LABEL)
    for proof in proofs:
        labels = tuple(number for number in range(LABELS) if proof >> number & 1)
        network.ways.append(Way(0, labels))
    network.ways_of.append(list(range(len(proofs))))
    return network


def cut(proofs: list[int], weights: list[int], budget: Budget | None = None) -> Cut:
    masks = [1 << number for number in range(LABELS)]
    grounding = Grounding(network_of_proofs(proofs), masks, 1 << LABELS)
    return smallest_cut(grounding, ALL, weights, budget=budget)


def by_trying_all(proofs: list[int], weights: list[int]) -> tuple[int, int, bool]:
    """Return size, labels and uniqueness of the best witness set, by trying every set of labels."""
    for size in range(LABELS + 1):
        hitting = [
            places
            for places in combinations(range(LABELS), size)
            if all(any(proof >> place & 1 for place in places) for proof in proofs)
        ]
        if hitting:
            best = min(hitting, key=lambda places: (-sum(weights[place] for place in places), places))
            return size, sum(1 << place for place in best), len(hitting) == 1
    raise AssertionError("a set of all labels hits every proof")


@settings(max_examples=1500, deadline=None)
@given(
    st.lists(st.integers(1, ALL), min_size=1, max_size=9),
    st.lists(st.integers(0, 3), min_size=LABELS, max_size=LABELS),
)
def test_cut_is_the_smallest_then_the_heaviest_then_the_first_by_id(
    proofs: list[int], weights: list[int]
) -> None:
    size, labels, unique = by_trying_all(proofs, weights)
    assert cut(proofs, weights) == Cut(size, labels, exact=True, unique=unique)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(1, ALL), min_size=1, max_size=9), st.integers(0, 40))
def test_a_spent_budget_leaves_a_proven_lower_bound(proofs: list[int], steps: int) -> None:
    size, _, _ = by_trying_all(proofs, [1] * LABELS)
    found = cut(proofs, [1] * LABELS, Budget(steps))
    assert found.size == size if found.exact else (found.size <= size and found.labels == 0)


def test_without_budget_the_proofs_that_share_nothing_are_the_bound() -> None:
    assert cut([0b11, 0b1100], [1] * LABELS, Budget(0)) == Cut(2, 0, exact=False, unique=False)


def test_two_reports_out_of_three_must_be_wrong_though_no_two_proofs_are_disjoint() -> None:
    """W8: any two of three imply the claim; a count of disjoint chains would say 1."""
    assert cut([0b011, 0b110, 0b101], [1] * LABELS) == Cut(2, 0b011, exact=True, unique=False)


# --- from what each label hits ----------------------------------------------------------------------------

HITTERS = st.lists(
    st.tuples(st.integers(1, 63), st.integers(0, 3), st.booleans()),
    min_size=1,
    max_size=7,
    unique_by=lambda hitter: hitter[0],
)


def by_trying_all_hitters(labels: list[Hitter]) -> Cut:
    every = reduce(or_, [proofs for proofs, _, _ in labels])
    for size in range(len(labels) + 1):
        hitting = [
            places
            for places in combinations(range(len(labels)), size)
            if reduce(or_, [labels[place][0] for place in places], 0) == every
        ]
        if hitting:
            best = min(hitting, key=lambda places: (-sum(labels[place][1] for place in places), places))
            unique = len(hitting) == 1 and all(labels[place][2] for place in best)
            return Cut(size, sum(1 << place for place in best), exact=True, unique=unique)
    raise AssertionError("all labels together hit every proof")


@pytest.mark.parametrize("steps", [FEW_STEPS, 0], ids=["looked through", "searched"])
@settings(max_examples=500, deadline=None)
@given(labels=HITTERS)
def test_what_hits_all_is_found_by_looking_through_and_by_searching(steps: int, labels: list[Hitter]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cuts, "FEW_STEPS", steps)
        found = cuts.smallest_hitting_set.__wrapped__(tuple(labels))
    assert found == by_trying_all_hitters(labels)
