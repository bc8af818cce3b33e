"""What a claim stands on in the usual case, as proofs, and the fewest labels that hit all of them.

A proof is a set of labels that has to hold as a whole. A smallest set that hits every proof is a witness set
(docs/independence.md, 4.6). A claim that is argued from several premises at once falls with any of them: its proofs are
then kept premise by premise, in `fronts`, and the claim falls where every proof of one front is hit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, product
from typing import NamedTuple, TypeVar

from claimaudit.provenance.cuts import smallest_hitting_set

ASSUMED = -1
"""In a proof: it holds only if an undeclared source is an origin."""

Proof = frozenset[int]
"""The numbers of labels that have to hold, and `ASSUMED`."""

Front = tuple[Proof, ...]
"""Proofs that all have to be hit; without any, it has fallen."""


T = TypeVar("T")


class Leaf(NamedTuple):
    """A source that ends a proof: it reported itself, or nobody declared how it knows (`is_assumed`).

    `labels` are the numbers of its own and of its informants. A text that several share, and of which nobody says
    where it is from, is a leaf as well.
    """

    source: str
    labels: Proof
    is_assumed: bool


@dataclass(frozen=True, eq=False, slots=True)
class Pillar:
    """What holds up a claim by itself: it falls with any of the `fronts`.

    `labels` are the numbers of all labels under it, and `ASSUMED` where a source is undeclared. `sources` are all that
    it leads to, `undeclared` those that nobody declared a basis for; `grounded` those that a claim itself cites and
    that stand, of a source the source.
    """

    fronts: tuple[Front, ...] = ((),)
    labels: Proof = frozenset()
    leaves: frozenset[Leaf] = frozenset()
    sources: frozenset[str] = frozenset()
    undeclared: frozenset[str] = frozenset()
    grounded: frozenset[str] = frozenset()

    @property
    def stands(self) -> bool:
        """Whether it stands at all, undeclared sources taken for origins."""
        return all(self.fronts)


class Footing:
    """What a claim stands on: it stands while any of the pillars does."""

    __slots__ = ("pillars",)

    def __init__(self, pillars: Sequence[Pillar]) -> None:
        self.pillars = pillars

    @property
    def stands(self) -> bool:
        """Whether the claim stands at all, undeclared sources taken for origins."""
        return any(pillar.stands for pillar in self.pillars)

    @property
    def leaves(self) -> frozenset[Leaf]:
        """All that its proofs end in."""
        return _union([pillar.leaves for pillar in self.pillars])

    @property
    def sources(self) -> frozenset[str]:
        """All sources that it leads to."""
        return _union([pillar.sources for pillar in self.pillars])

    @property
    def undeclared(self) -> frozenset[str]:
        """Those that nobody declared a basis for."""
        return _union([pillar.undeclared for pillar in self.pillars])

    @property
    def grounded(self) -> frozenset[str]:
        """Those that the claim itself cites and that stand."""
        return _union([pillar.grounded for pillar in self.pillars])

    @property
    def labels(self) -> Proof:
        """The numbers of all labels under it, and `ASSUMED` where a source is undeclared."""
        return _union([pillar.labels for pillar in self.pillars])

    @property
    def origins(self) -> frozenset[str]:
        """Sources with reporting of their own."""
        return frozenset([leaf.source for leaf in self.leaves if not leaf.is_assumed])

    @property
    def fronts(self) -> Sequence[Front]:
        """What it falls with: one front of each pillar, all that is in them, each proof once."""
        if len(self.pillars) == 1:
            return self.pillars[0].fronts
        chosen = product(*[pillar.fronts for pillar in self.pillars])
        return [tuple(dict.fromkeys(chain.from_iterable(fronts))) for fronts in chosen]


def _union(parts: Sequence[frozenset[T]]) -> frozenset[T]:
    return parts[0] if len(parts) == 1 else frozenset[T]().union(*parts)


_NO_LABELS = frozenset[int]()
ONLY_ASSUMED: Proof = frozenset([ASSUMED])


@dataclass(frozen=True, slots=True)
class Reading:
    """How a level reads labels.

    `ignored` are those that it does not know, `ASSUMED` among them; `replaced` those that it reads as others.
    `assume` is whether undeclared sources are taken for origins; else their proofs are left out.
    """

    ignored: Proof
    replaced: Mapping[int, int]
    assume: bool
    cuts: "dict[Pillar, tuple[Proof, Found]]" = field(default_factory=dict)
    """By pillar its labels as they are read, and a smallest set of them that makes it fall."""

    def labels(self, labels: Proof) -> Proof:
        """Return labels as the level knows them."""
        known = labels if labels.isdisjoint(self.ignored) else labels - self.ignored
        if self.replaced and not known.isdisjoint(self.replaced):
            return frozenset([self.replaced.get(number, number) for number in known])
        return known

    def front(self, front: Sequence[Proof]) -> list[Proof]:
        """Return the proofs of a front as the level knows them, each once."""
        if self.assume:
            return list(dict.fromkeys(map(self.labels, front)))
        return list(dict.fromkeys([self.labels(proof) for proof in front if ASSUMED not in proof]))


class Found(NamedTuple):
    """A smallest set of labels that hits all that has to be hit: its size, and its labels, lowest number first.

    Where it is not `exact` the size is a proven lower bound, without labels. `unique`: no other is as small.
    """

    size: int
    labels: tuple[int, ...] = ()
    exact: bool = True
    unique: bool = True


def is_one(footing: Footing, reading: Reading) -> bool:
    """Return whether some front has proofs, and one label that hits all of them."""
    if reading.assume:
        standing = [reading.labels(pillar.labels) for pillar in footing.pillars if pillar.stands]
        if len(standing) > 1 and _are_disjoint(standing):
            return False  # the usual case: each of them needs a label of its own
    return any(_is_one(front, reading) for front in footing.fronts)


def _is_one(front: Front, reading: Reading) -> bool:
    common: Proof | None = None
    for proof in front:
        if reading.assume or ASSUMED not in proof:
            labels = reading.labels(proof)
            common = labels if common is None else common & labels
            if not common:
                return False
    return common is not None


def may_be_one(footing: Footing, labels: Proof) -> bool:
    """Return whether there is a front in which every proof that is declared has one of the labels."""
    return any(
        all(ASSUMED in proof or not proof.isdisjoint(labels) for proof in front) for front in footing.fronts
    )


def _common(proofs: Sequence[Proof]) -> Proof:
    """Return the labels that hit all of the proofs; none where there are none."""
    return proofs[0].intersection(*proofs[1:]) if proofs else _NO_LABELS


def cut_of(footing: Footing, reading: Reading) -> Found:
    """Return the smallest set of labels that hits all proofs of a front.

    Of several it is the one with most origins in it, then the first by id.
    """
    found = [_cut_of_pillar(pillar, reading) for pillar in footing.pillars]
    if len(found) == 1:
        return found[0][1]
    if _are_disjoint([labels for labels, _ in found]):
        return _together([cut for _, cut in found])
    return _cut_of_fronts(footing.fronts, footing.leaves, reading)


def are_hit_by_one(footing: Footing, reading: Reading, labels: Proof) -> bool:
    """Return whether, in each front, one label hits all the proofs that any of these labels hits."""
    for front in footing.fronts:
        proofs = map(reading.labels, front)
        hit = [proof for proof in proofs if not proof.isdisjoint(labels)]
        if hit and not _common(hit):
            return False
    return True


def cut_beside(footing: Footing, reading: Reading, labels: Proof) -> Found:
    """Return the smallest set of labels that hits all proofs of a front that none of these labels hits."""
    left = [
        [proof for proof in front if reading.labels(proof).isdisjoint(labels)] for front in footing.fronts
    ]
    return _cut_of_fronts(left, footing.leaves, reading)


def _cut_of_pillar(pillar: Pillar, reading: Reading) -> tuple[Proof, Found]:
    found = reading.cuts.get(pillar)
    if found is None:
        cut = _cut_of_fronts(pillar.fronts, pillar.leaves, reading)
        found = reading.cuts[pillar] = reading.labels(pillar.labels), cut
    return found


def _cut_of_fronts(fronts: Sequence[Sequence[Proof]], leaves: frozenset[Leaf], reading: Reading) -> Found:
    weights = _Weights(leaves, reading)
    found = [_cut_of_front(reading.front(front), weights) for front in fronts]
    return found[0] if len(found) == 1 else _first_of(found, weights)


class _Weights:
    """How many origins bear a label."""

    def __init__(self, leaves: frozenset[Leaf], reading: Reading) -> None:
        self._leaves, self._reading = leaves, reading

    @cached_property
    def _of(self) -> Mapping[int, int]:
        """By number, of those that any origin bears; asked for only where there is a choice."""
        found: dict[int, int] = {}
        reading = self._reading
        for leaf in self._leaves:
            if reading.assume or not leaf.is_assumed:
                for number in reading.labels(leaf.labels):
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


def _first_of(found: Sequence[Found], weights: _Weights) -> Found:
    """Return the smallest of the sets that make one front fall; of several the heaviest, then the first by id."""
    size = min(one.size for one in found)
    smallest = [one for one in found if one.size == size]
    if not all(one.exact for one in smallest):
        return Found(size, exact=False, unique=False)
    best = min(smallest, key=lambda one: (-sum(map(weights.of, one.labels)), one.labels))
    return best._replace(unique=all(one.unique and one.labels == best.labels for one in smallest))


def _cut_of_front(proofs: Sequence[Proof], weights: _Weights) -> Found:
    """Return the smallest set that hits all of the proofs: a smallest one for each cluster of them, together."""
    if _are_disjoint(proofs):  # the usual case: a label of each is needed, and any will do
        labels = sorted(map(weights.heaviest, proofs))
        return Found(len(proofs), tuple(labels), unique=sum(map(len, proofs)) == len(proofs))
    return _together([_cut_of_cluster(cluster, weights) for cluster in _clusters(proofs)])


def _together(found: Sequence[Found]) -> Found:
    """Return what hits all of several parts that share no label."""
    if len(found) == 1:
        return found[0]
    is_exact = all(one.exact for one in found)
    return Found(
        sum([one.size for one in found]),
        tuple(sorted(chain.from_iterable([one.labels for one in found]))) if is_exact else (),
        is_exact,
        is_exact and all(one.unique for one in found),
    )


def _are_disjoint(proofs: Sequence[Proof]) -> bool:
    return len(_NO_LABELS.union(*proofs)) == sum(map(len, proofs))


def _clusters(proofs: Sequence[Proof]) -> list[list[Proof]]:
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


def _cut_of_cluster(proofs: Sequence[Proof], weights: _Weights) -> Found:
    common = _common(proofs)
    if common:
        return Found(1, (weights.heaviest(common),), unique=len(common) == 1)
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


def _best(hits: Mapping[int, int], weights: _Weights) -> tuple[list[int], set[int]]:
    """Return of the labels that hit the same proofs the best, and which proofs others would hit as well."""
    alike: dict[int, list[int]] = {}
    for number, hit in hits.items():
        alike.setdefault(hit, []).append(number)
    best = [weights.heaviest(frozenset(numbers)) for numbers in alike.values()]
    return sorted(best), {hit for hit, numbers in alike.items() if len(numbers) > 1}
