"""The fewest labels that hit all of some proofs: counted where that takes no search, and found where they are named."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from claimaudit.provenance.cuts import FEW_STEPS, smallest_hitting_set
from claimaudit.provenance.footing import Proof

MANY = 3
"""So many labels at least it takes where a search has to tell how many."""
_NO_LABELS = frozenset[int]()


class Found(NamedTuple):
    """A smallest set of labels that hits all that has to be hit: its size, and its labels, lowest number first.

    Where it is not `exact` the size is a proven lower bound, without labels. `unique`: no other is as small.
    """

    size: int
    labels: tuple[int, ...] = ()
    exact: bool = True
    unique: bool = True


class Weights:
    """How many origins bear a label: of several smallest sets the one with most of them is named."""

    def __init__(self, origins: Iterable[Proof]) -> None:
        self._origins = origins

    @cached_property
    def _of(self) -> Mapping[int, int]:
        """By number, of those that any origin bears; asked for only where there is a choice."""
        found: dict[int, int] = {}
        for labels in self._origins:
            for number in labels:
                found[number] = found.get(number, 0) + 1
        return found

    def of(self, number: int) -> int:
        """Return how many origins bear the label."""
        return self._of.get(number, 0)

    def heaviest(self, labels: Proof) -> int:
        """Return the label that most origins bear, of several the first by id."""
        if len(labels) == 1:
            (only,) = labels
            return only
        weights = self._of
        return min(labels, key=lambda number: (-weights.get(number, 0), number))


# --- how many ---------------------------------------------------------------------------------------------


def size_of(proofs: Sequence[Proof]) -> int | None:
    """Return how many labels it takes to hit all of the proofs; None where that takes a search, for it is `MANY`.

    No more is tried than the search that names them looks through as well: what is counted can be named.
    """
    if are_disjoint(proofs):
        return len(proofs)
    if common_to(proofs):
        return 1
    # The search takes so many steps at most for sets of one, of two and of three labels, one size after the other.
    fewest, most = min(map(len, proofs)), max(map(len, proofs))
    if fewest * (2 + most) <= FEW_STEPS and _are_hit_by(proofs, 2):
        return 2
    clusters = clusters_of(proofs)
    if len(clusters) > 1:
        return total(list(map(size_of, clusters)))
    is_short = fewest * (3 + 2 * most + most * most) <= FEW_STEPS
    return 3 if is_short and _are_hit_by(proofs, 3) else None


def _are_hit_by(proofs: Sequence[Proof], size: int) -> bool:
    """Return whether so few labels are enough to hit all of the proofs."""
    if size == 1:
        return bool(common_to(proofs))
    for label in min(proofs, key=len):  # a label of each proof is needed
        left = [proof for proof in proofs if label not in proof]
        if not left or _are_hit_by(left, size - 1):
            return True
    return False


def least(size: int | None) -> int:
    """Return how many labels it takes at least."""
    return MANY if size is None else size


def total(sizes: Sequence[int | None]) -> int | None:
    """Return the size of several parts that share no label; None where it takes a search for one of them."""
    known = [size for size in sizes if size is not None]
    return sum(known) if len(known) == len(sizes) else None


def smallest(sizes: Sequence[int | None]) -> int | None:
    """Return the smallest of some sizes; None where it may be one of those that take a search."""
    known = [size for size in sizes if size is not None]
    found = min(known, default=None)
    is_least = found is not None and (found <= MANY or len(known) == len(sizes))
    return found if is_least else None


def common_to(proofs: Sequence[Proof]) -> Proof:
    """Return the labels that hit all of the proofs; none where there are none."""
    return proofs[0].intersection(*proofs[1:]) if proofs else _NO_LABELS


def are_disjoint(proofs: Sequence[Proof]) -> bool:
    """Return whether no label is in two of them."""
    if len(proofs) == 2:  # the usual case
        return proofs[0].isdisjoint(proofs[1])
    return len(_NO_LABELS.union(*proofs)) == sum(map(len, proofs))


def clusters_of(proofs: Sequence[Proof]) -> list[list[Proof]]:
    """Return the proofs in clusters that share no label with each other."""
    clusters: list[tuple[set[int], list[Proof]]] = []
    for proof in proofs:
        labels, members = set(proof), [proof]
        apart = []
        for cluster in clusters:
            if cluster[0].isdisjoint(proof):
                apart.append(cluster)
            else:
                labels |= cluster[0]
                members = cluster[1] + members
        clusters = [*apart, (labels, members)]
    return [members for _, members in clusters]


# --- which ------------------------------------------------------------------------------------------------


def cut_of_fronts(fronts: Sequence[Sequence[Proof]], weights: Weights, size: int | None = None) -> Found:
    """Return the smallest set that hits all proofs of a front; `size` is that of it, where it is known."""
    found = [_cut_of_front(front, weights) for front in fronts]
    return found[0] if len(found) == 1 else _first_of(found, weights, size)


def together(found: Sequence[Found]) -> Found:
    """Return what hits all of several parts that share no label."""
    if len(found) == 1:
        return found[0]
    size, labels, is_exact, is_unique = 0, list[int](), True, True
    for one in found:
        size += one.size
        labels += one.labels
        is_exact = is_exact and one.exact
        is_unique = is_unique and one.unique
    labels.sort()
    return Found(size, tuple(labels) if is_exact else (), is_exact, is_exact and is_unique)


def _first_of(found: Sequence[Found], weights: Weights, size: int | None) -> Found:
    """Return the smallest of the sets that make one front fall; of several the heaviest, then the first by id.

    Where the size is known, what is only a bound below it hides none that is found.
    """
    least_size = min(one.size for one in found) if size is None else size
    smallest = [one for one in found if one.size <= least_size]
    exact = [one for one in smallest if one.exact]
    are_bounds = len(exact) < len(smallest)
    if not exact or (size is None and are_bounds):
        return Found(least_size, exact=False, unique=False)
    if len(smallest) == 1:
        return smallest[0]
    best = min(exact, key=lambda one: (-sum(map(weights.of, one.labels)), one.labels))
    is_unique = not are_bounds and all(one.unique and one.labels == best.labels for one in exact)
    return best._replace(unique=is_unique)


def _any_of(labels: Proof, weights: Weights) -> Found:
    """Return a set of one label, where each of these hits all."""
    return Found(1, (weights.heaviest(labels),), unique=len(labels) == 1)


def _cut_of_front(proofs: Sequence[Proof], weights: Weights) -> Found:
    """Return the smallest set that hits all of the proofs: a smallest one for each cluster of them, together."""
    if are_disjoint(proofs):  # the usual case: a label of each is needed, and any will do
        labels = sorted(map(weights.heaviest, proofs))
        return Found(len(proofs), tuple(labels), unique=sum(map(len, proofs)) == len(proofs))
    return together([_cut_of_cluster(cluster, weights) for cluster in clusters_of(proofs)])


def _cut_of_cluster(proofs: Sequence[Proof], weights: Weights) -> Found:
    common = common_to(proofs)
    if common:
        return _any_of(common, weights)
    hits: dict[int, int] = {}
    """For each label the proofs that it hits, as a mask."""
    for place, proof in enumerate(proofs):
        for number in proof:
            hits[number] = hits.get(number, 0) | 1 << place
    labels, spare = _best(hits, weights)
    cut = smallest_hitting_set(
        tuple([(hits[number], weights.of(number), hits[number] not in spare) for number in labels])
    )
    found = tuple([number for place, number in enumerate(labels) if cut.labels >> place & 1])
    return Found(cut.size, found, cut.exact, cut.unique)


def _best(hits: Mapping[int, int], weights: Weights) -> tuple[list[int], set[int]]:
    """Return of the labels that hit the same proofs the best, and which proofs others would hit as well."""
    alike: dict[int, list[int]] = {}
    for number, hit in hits.items():
        alike.setdefault(hit, []).append(number)
    best = [weights.heaviest(frozenset(numbers)) for numbers in alike.values()]
    return sorted(best), {hit for hit, numbers in alike.items() if len(numbers) > 1}
