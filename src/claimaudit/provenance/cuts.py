"""The smallest witness set: the fewest labels that would all have to be wrong for a claim to fall.

Minimum label cuts are NP-hard (standard reduction from Minimum Hitting Set), dossiers are small: the answer is
exact by implicit hitting sets. Take the best set that hits every proof found so far; if the claim still stands
without it, its surviving proof is the next one to hit; else no smaller set exists, because every witness set
hits every proof. Work is counted in steps, never in seconds, so the answer is the same on every machine.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from claimaudit.provenance.grounding import Grounding

STEPS = 200_000
"""Steps allowed for one cut: each is one branch of the search, or one node of one fixed point."""
FEW = 8
"""Below so many proofs that share nothing it pays to look for more of them before the search."""
UNIQUENESS_STEPS = 50_000
"""Steps allowed for telling whether the cut is the only one of its size."""


FEW_STEPS = 1000
"""So many branches are looked through for all sets of one size; where there are more, a search leaves most out."""


class _OutOfSteps(Exception):  # noqa: N818  it is a signal within this module, not an error
    """The budget is spent."""


class Budget:
    """Steps left for one claim at one level."""

    def __init__(self, left: int = STEPS) -> None:
        self.left = left

    def spend(self, steps: int) -> None:
        """Take `steps` from the budget.

        Raises:
            _OutOfSteps: it is spent.
        """
        self.left -= steps
        if self.left < 0:
            raise _OutOfSteps


class Cut(NamedTuple):
    """A smallest witness set as a mask, and its size.

    Where `exact` is False the budget ran out: `size` is a proven lower bound and `labels` is empty.
    """

    size: int
    labels: int
    exact: bool = True
    unique: bool = True


def smallest_cut(
    grounding: Grounding,
    usable: int,
    weights: Sequence[int],
    *,
    removed: int = 0,
    budget: Budget | None = None,
) -> Cut:
    """Return the smallest set of `usable` labels without which node 0 falls.

    Args:
        grounding: the network at one level.
        usable: the labels that may be in the set; every proof holds one of them.
        weights: for each bit how many origins bear the label.
        removed: labels that are gone from the start.
        budget: steps left; a fresh one if left out.

    Returns:
        Of several smallest the one with most origins in it, then the first by id. `unique` says whether it is
        the only one of its size.
    """
    search = _Search(weights, budget or Budget(), usable, grounding, removed)
    return search.run()


Hitter = tuple[int, int, bool]
"""A label, or several that hit the same proofs: these as a mask, how many origins bear it, whether it is alone."""


@lru_cache(maxsize=1 << 16)  # many claims have one shape
def smallest_hitting_set(labels: tuple[Hitter, ...]) -> Cut:
    """Return the smallest set of labels that hits every proof that one of them hits: see `smallest_cut`.

    Args:
        labels: in the order of their ids, the best of those that hit the same proofs for all of them.
    """
    every = reduce(or_, [proofs for proofs, _, _ in labels], 0)
    hitters = [
        (proof, [place for place, label in enumerate(labels) if label[0] & proof]) for proof in bits(every)
    ]
    hitters.sort(key=lambda pair: len(pair[1]))
    proofs = [sum([1 << place for place in places]) for _, places in hitters]
    budget = Budget(FEW_STEPS)
    try:
        found: set[tuple[int, ...]] = set()
        size = _packing(proofs)
        while not found:
            found = {tuple(sorted(hit)) for hit in _hitting(labels, hitters, every, size, budget)}
            size += 1
    except _OutOfSteps:
        return _searched(labels, proofs)
    best = min(found, key=lambda places: (-sum([labels[place][1] for place in places]), places))
    is_unique = len(found) == 1 and all(labels[place][2] for place in best)
    return Cut(len(best), sum([1 << place for place in best]), unique=is_unique)


def _hitting(
    labels: Sequence[Hitter], hitters: Sequence[tuple[int, list[int]]], left: int, size: int, budget: Budget
) -> Iterator[tuple[int, ...]]:
    """Yield the sets of `size` labels that hit the proofs in `left`, some more than once.

    `hitters` are the proofs, each with the labels that hit it, the fewest first.
    """
    if not left:
        yield ()
    elif size:
        places = next(places for proof, places in hitters if proof & left)
        budget.spend(len(places))
        for place in places:
            for others in _hitting(labels, hitters, left & ~labels[place][0], size - 1, budget):
                yield (place, *others)


def _searched(labels: Sequence[Hitter], proofs: list[int]) -> Cut:
    """Return the smallest set where there are too many to look through all of its size."""
    search = _AllKnown([weight for _, weight, _ in labels], Budget(), proofs, (1 << len(labels)) - 1)
    cut = search.run()
    is_alone = all(alone for place, (_, _, alone) in enumerate(labels) if cut.labels >> place & 1)
    return cut if is_alone else cut._replace(unique=False)


def has_cut_of(
    size: int, grounding: Grounding, usable: int, weights: Sequence[int], *, removed: int = 0
) -> bool:
    """Return whether `size` labels, or fewer, are enough for node 0 to fall; False where the budget does not tell."""
    if (
        size <= 1
    ):  # the usual case: a set holds a label of any proof, so those of one proof are all to be tried
        proof = grounding.proof(removed)
        return proof is None or (
            size == 1 and any(grounding.proof(removed | bit) is None for bit in bits(proof & usable))
        )
    search = _Search(weights, Budget(), usable & ~removed, grounding, removed)
    try:
        return search.best(search.usable, at_most=size) is not None
    except _OutOfSteps:
        return False


class _AllKnown:
    """The search where all proofs are known."""

    def __init__(self, weights: Sequence[int], budget: Budget, proofs: list[int], usable: int) -> None:
        self.weights, self.budget, self.proofs, self.usable = weights, budget, proofs, usable
        self.bound = 0

    def run(self) -> Cut:
        try:
            self.start()
            labels = self.best(self.usable)
        except _OutOfSteps:
            return Cut(self.bound, 0, exact=False, unique=False)
        return (
            Cut(labels.bit_count(), labels, unique=self.is_unique(labels))
            if labels is not None
            else Cut(0, 0)
        )

    def start(self) -> None:
        """Put together what is known before the search."""
        self.bound = _packing(self.proofs)

    def best(self, usable: int, at_most: int | None = None) -> int | None:
        """Return the best witness set within `usable`, or None if none has `at_most` labels."""
        while True:
            proofs = [proof & usable for proof in self.proofs]
            if not all(proofs):
                return None
            labels = _best_hitting_set(proofs, self.weights, self.budget)
            size = labels.bit_count()
            if at_most is None:
                self.bound = max(self.bound, size)
            elif size > at_most:
                return None
            if not self.find_proofs(labels):
                return labels

    def find_proofs(self, without: int) -> bool:  # noqa: ARG002  there are no others
        """Add proofs that survive `without`; return whether there was one."""
        return False

    def is_unique(self, labels: int) -> bool:
        """Return whether no other set of that size will do; False also where the budget does not tell."""
        self.budget = Budget(UNIQUENESS_STEPS)
        try:
            return not any(
                self.best(self.usable & ~bit, at_most=labels.bit_count()) is not None for bit in bits(labels)
            )
        except _OutOfSteps:
            return False


class _Search(_AllKnown):
    """The search in a network, which gives up its proofs one by one."""

    def __init__(
        self, weights: Sequence[int], budget: Budget, usable: int, grounding: Grounding, removed: int
    ) -> None:
        super().__init__(weights, budget, [], usable)
        self.grounding, self.removed = grounding, removed

    def start(self) -> None:
        self.proofs = [proof & self.usable for proof in dict.fromkeys(self.grounding.proofs(self.removed))]
        self.bound = _packing(self.proofs)
        if self.bound < FEW:
            self.find_proofs(0)
            self.bound = _packing(self.proofs)

    def find_proofs(self, without: int) -> bool:
        """Add proofs that survive `without`, each disjoint from the others; return whether there was one."""
        removed = self.removed | without
        found = False
        while True:
            self.budget.spend(self.grounding.size)
            proof = self.grounding.proof(removed)
            if proof is None:
                return found
            found = True
            self.proofs.append(proof & self.usable)
            if not proof & self.usable:
                return found
            removed |= proof & self.usable


def bits(mask: int) -> Iterator[int]:
    """Yield the single bits of a mask, lowest first."""
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def _best_hitting_set(proofs: Sequence[int], weights: Sequence[int], budget: Budget) -> int:
    """Return the smallest set that hits all proofs; of several the heaviest, then the lowest bits."""
    chosen = 0
    for part in _parts(_reduced(proofs, weights, budget)):
        is_settled = len(part) == 1 and part[0].bit_count() == 1
        chosen |= part[0] if is_settled else _branch(part, weights, budget)
    return chosen


def _reduced(proofs: Sequence[int], weights: Sequence[int], budget: Budget) -> list[int]:
    """Drop labels that another replaces at no loss, and proofs that another implies, until none is left.

    A label may go if another hits the same proofs or more, and is heavier, or as heavy with a lower bit.
    """
    found = set(proofs)
    while True:
        budget.spend(len(found))
        forced = 0
        for proof in found:
            if proof & (proof - 1) == 0:
                forced |= proof
        left = {proof for proof in found if not proof & forced}
        spare = _dominated(left, weights, budget)
        if not spare:
            return [*bits(forced), *_minimal(left, budget)]
        found = {*bits(forced), *(proof & ~spare for proof in left)}


def _minimal(proofs: Collection[int], budget: Budget) -> list[int]:
    kept: list[int] = []
    for proof in sorted(proofs, key=lambda mask: (mask.bit_count(), mask)):
        budget.spend(1 + len(kept) // 16)
        if not any(other & proof == other for other in kept):
            kept.append(proof)
    return kept


def _dominated(proofs: Collection[int], weights: Sequence[int], budget: Budget) -> int:
    """Return labels that other labels replace; of those that hit the same proofs all but the best."""
    hits: dict[int, int] = {}
    for number, proof in enumerate(proofs):
        for bit in bits(proof):
            hits[bit] = hits.get(bit, 0) | 1 << number
    budget.spend(len(hits))
    best: dict[int, int] = {}
    for bit, hit in hits.items():
        if hit not in best or _rank(bit, weights) > _rank(best[hit], weights):
            best[hit] = bit
    kept = set(best.values())
    spare = sum(bit for bit in hits if bit not in kept)
    for proof in proofs:
        labels = list(bits(proof & ~spare))
        budget.spend(len(labels) ** 2 // 16)
        for bit in labels:
            if any(
                not hits[bit] & ~hits[other] and _rank(other, weights) > _rank(bit, weights)
                for other in labels
                if other != bit
            ):
                spare |= bit
    return spare


def _rank(bit: int, weights: Sequence[int]) -> tuple[int, int]:
    """Return what is preferred of two labels that do the same: the heavier, then the lower bit."""
    return weights[bit.bit_length() - 1], -bit


def _parts(proofs: Sequence[int]) -> list[list[int]]:
    """Split the proofs into groups that share no label: each is a search of its own."""
    chief: dict[int, int] = {}

    def find(bit: int) -> int:
        while chief.setdefault(bit, bit) != bit:
            chief[bit] = chief[chief[bit]]
            bit = chief[bit]
        return bit

    for proof in proofs:
        first = find(proof & -proof)
        for bit in bits(proof):
            chief[find(bit)] = first
    parts: dict[int, list[int]] = {}
    for proof in proofs:
        parts.setdefault(find(proof & -proof), []).append(proof)
    return list(parts.values())


class _Best:
    """The best set found so far: its size, how many origins bear its labels, these in order and as a mask."""

    def __init__(self) -> None:
        self.size, self.weight, self.order, self.labels = 1 << 30, -1, tuple[int, ...](), 0


def _branch(proofs: Sequence[int], weights: Sequence[int], budget: Budget) -> int:
    """Search a tree over "one label of this proof", with a packing of disjoint proofs as lower bound."""
    best = _Best()
    pending: list[tuple[int, int, list[int]]] = [(0, 0, list(proofs))]
    while pending:
        budget.spend(1)
        chosen, banned, left = pending.pop()
        if not left:
            _keep(best, chosen, weights)
            continue
        size = chosen.bit_count()
        if size + _packing(left) > best.size or not all(proof & ~banned for proof in left):
            continue
        proof = min(left, key=lambda mask: ((mask & ~banned).bit_count(), mask)) & ~banned
        branches = []
        for bit in sorted(bits(proof), key=lambda bit: (-weights[bit.bit_length() - 1], bit)):
            branches.append((chosen | bit, banned, [other for other in left if not other & bit]))
            banned |= bit  # the sets with this label were searched in its own branch
        pending.extend(reversed(branches))
    return best.labels


def _keep(best: _Best, labels: int, weights: Sequence[int]) -> None:
    order = tuple(bit.bit_length() - 1 for bit in bits(labels))
    weight = sum(weights[place] for place in order)
    if (len(order), -weight, order) < (best.size, -best.weight, best.order):
        best.size, best.weight, best.order, best.labels = len(order), weight, order, labels


def _packing(proofs: Sequence[int]) -> int:
    count = taken = 0
    for proof in sorted(proofs, key=int.bit_count):
        if not proof & taken:
            taken |= proof
            count += 1
    return count
