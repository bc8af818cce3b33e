"""The smallest witness set: the fewest labels that would all have to be wrong for a claim to fall.

Minimum label cuts are NP-hard (standard reduction from Minimum Hitting Set), dossiers are small: the answer is
exact by implicit hitting sets. Take the best set that hits every proof found so far; if the claim still stands
without it, its surviving proof is the next one to hit; else no smaller set exists, because every witness set
hits every proof. Work is counted in steps, never in seconds, so the answer is the same on every machine.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from claimaudit.provenance.grounding import Grounding

STEPS = 200_000
"""Steps allowed for one cut: each is one branch of the search, or one node of one fixed point."""
FEW = 8
"""Below so many proofs that share nothing it pays to look for more of them before the search."""
UNIQUENESS_STEPS = 50_000
"""Steps allowed for telling whether the cut is the only one of its size."""


class _OutOfSteps(Exception):  # noqa: N818  it is a signal within this module, not an error
    """The budget is spent."""


@dataclass
class Budget:
    """Steps left for one claim at one level."""

    left: int = STEPS

    def spend(self, steps: int) -> None:
        """Take `steps` from the budget.

        Raises:
            _OutOfSteps: it is spent.
        """
        self.left -= steps
        if self.left < 0:
            raise _OutOfSteps


@dataclass(frozen=True, slots=True)
class Cut:
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
    search = _Search(grounding, usable, weights, removed, budget or Budget())
    return search.run()


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
    search = _Search(grounding, usable & ~removed, weights, removed, Budget())
    try:
        return search.best(search.usable, at_most=size) is not None
    except _OutOfSteps:
        return False


@dataclass
class _Search:
    grounding: Grounding
    usable: int
    weights: Sequence[int]
    removed: int
    budget: Budget
    proofs: list[int] = field(default_factory=list)
    bound: int = 0

    def run(self) -> Cut:
        self.proofs = [proof & self.usable for proof in dict.fromkeys(self.grounding.proofs(self.removed))]
        self.bound = _packing(self.proofs)
        try:
            if self.bound < FEW:
                self.find_proofs(0)
                self.bound = _packing(self.proofs)
            labels = self.best(self.usable)
        except _OutOfSteps:
            return Cut(self.bound, 0, exact=False, unique=False)
        return (
            Cut(labels.bit_count(), labels, unique=self.is_unique(labels))
            if labels is not None
            else Cut(0, 0)
        )

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

    def is_unique(self, labels: int) -> bool:
        """Return whether no other set of that size will do; False also where the budget does not tell."""
        self.budget = Budget(UNIQUENESS_STEPS)
        try:
            return not any(
                self.best(self.usable & ~bit, at_most=labels.bit_count()) is not None for bit in bits(labels)
            )
        except _OutOfSteps:
            return False


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


@dataclass
class _Best:
    size: int = 1 << 30
    weight: int = -1
    order: tuple[int, ...] = ()
    labels: int = 0


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
