"""What a claim stands on in the usual case, as proofs, and the fewest labels that hit all of them.

A proof is a set of labels that has to hold as a whole. A smallest set that hits every proof is a witness set
(docs/independence.md, 4.6). A claim that is argued from several premises at once falls with any of them: its proofs are
then kept premise by premise, in `fronts`, and the claim falls where every proof of one front is hit.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain, product
from typing import NamedTuple, TypeVar

from claimaudit.provenance.cuts import smallest_hitting_set
from claimaudit.provenance.ranges import Range

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


class Pillar:
    """What holds up a claim by itself: it falls with any of the `fronts`.

    It `stands` at all, undeclared sources taken for origins, if each front has a proof. `labels` are the numbers of all
    labels under it, and `ASSUMED` where a source is undeclared. `sources` are all that it leads to, `undeclared` those
    that nobody declared a basis for; `grounded` those that a claim itself cites and that stand, of a source the source.
    The `longest` front has so many proofs.
    """

    __slots__ = ("fronts", "grounded", "labels", "leaves", "longest", "sources", "stands", "undeclared")

    def __init__(  # noqa: PLR0913, PLR0917  what is known of it
        self,
        fronts: tuple[Front, ...] = ((),),
        labels: Proof = frozenset(),
        leaves: frozenset[Leaf] = frozenset(),
        sources: frozenset[str] = frozenset(),
        undeclared: frozenset[str] = frozenset(),
        grounded: frozenset[str] = frozenset(),
    ) -> None:
        self.fronts, self.labels, self.leaves = fronts, labels, leaves
        self.sources, self.undeclared, self.grounded = sources, undeclared, grounded
        self.stands, self.longest = all(fronts), max(map(len, fronts))


class Footing:
    """What a claim stands on: it `stands` while any of the pillars does.

    `has_undeclared` is whether nobody declared a basis for some source under it. Claims that cite the same sources have
    one footing together; `outlet`, `owner` and `informant` are the ranges that were counted on it so far.
    """

    __slots__ = ("has_undeclared", "informant", "outlet", "owner", "pillars", "stands")

    def __init__(self, pillars: Sequence[Pillar]) -> None:
        self.pillars = pillars
        self.stands = self.has_undeclared = False
        for pillar in pillars:
            self.stands = self.stands or pillar.stands
            self.has_undeclared = self.has_undeclared or bool(pillar.undeclared)
        self.outlet: Range | None = None
        self.owner: Range | None = None
        self.informant: Range | None = None

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
        """Sources that the claim itself cites and that stand."""
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
        return _fronts([pillar.fronts for pillar in self.pillars])


def _fronts(by_pillar: Sequence[Sequence[Sequence[Proof]]]) -> list[Front]:
    """Return each choice of a front of each pillar as one front, each proof once."""
    return [tuple(dict.fromkeys(chain.from_iterable(chosen))) for chosen in product(*by_pillar)]


def _union(parts: Sequence[frozenset[T]]) -> frozenset[T]:
    return parts[0] if len(parts) == 1 else frozenset[T]().union(*parts)


_NO_LABELS = frozenset[int]()
ONLY_ASSUMED: Proof = frozenset([ASSUMED])


class Read(NamedTuple):
    """A pillar as a level reads it.

    `labels` are all under it; `common` has for each front what hits all its proofs, None without any; `cut` is a
    smallest set of labels that makes it fall.
    """

    labels: Proof
    common: tuple[Proof | None, ...]
    cut: "Found"


class Reading:
    """How a level reads labels.

    `ignored` are those that it does not know, `ASSUMED` among them; `replaced` those that it reads as others.
    `assume` is whether undeclared sources are taken for origins; else their proofs are left out.
    """

    def __init__(self, ignored: Proof, replaced: Mapping[int, int], *, assume: bool) -> None:
        self.ignored, self.replaced, self.assume = ignored, replaced, assume
        self._read: dict[Pillar, Read] = {}

    def of(self, pillar: Pillar) -> Read:
        """Return a pillar as the level knows it, read once."""
        found = self._read.get(pillar)
        if found is None:
            found = self._read[pillar] = self._of(pillar)
        return found

    def _of(self, pillar: Pillar) -> Read:
        fronts, labels = self.fronts(pillar), self.labels(pillar.labels)
        common = tuple([_common(front) if front else None for front in fronts])
        if common == (labels,):  # the usual case: of two sets that are equal one is kept
            common = (labels,)
        return Read(labels, common, _cut_of_fronts(fronts, _Weights((pillar,), self)))

    def fronts(self, pillar: Pillar) -> list[list[Proof]]:
        """Return the fronts of a pillar as the level knows them."""
        return list(map(self.front, pillar.fronts))

    def labels(self, labels: Proof) -> Proof:
        """Return labels as the level knows them."""
        known = labels if labels.isdisjoint(self.ignored) else labels - self.ignored
        if self.replaced and not known.isdisjoint(self.replaced):
            return frozenset([self.replaced.get(number, number) for number in known])
        return known

    def front(self, front: Front) -> list[Proof]:
        """Return the proofs of a front as the level knows them, each once."""
        return list(dict.fromkeys(map(self.labels, self._known(front))))

    def first(self, front: Front) -> Proof | None:
        """Return the first of them, if there is one."""
        known = self._known(front)
        return self.labels(known[0]) if known else None

    def _known(self, front: Front) -> Sequence[Proof]:
        return front if self.assume else [proof for proof in front if ASSUMED not in proof]


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
    if len(footing.pillars) > 1 and not _first_proofs_meet(footing, reading):
        return False
    # What hits all proofs of a front hits all of each part of it, and a part without proofs asks for nothing.
    found: list[Proof | None] = [None]
    """For each choice of a front of each pillar so far what hits all of it, None where that has no proof."""
    for pillar in footing.pillars:
        found = [_both(one, other) for one in found for other in reading.of(pillar).common]
        if not any(one is None or one for one in found):
            return False
    return any(found)


def _first_proofs_meet(footing: Footing, reading: Reading) -> bool:
    """Return whether one label hits the first proof of each pillar: of most claims it is soon told that none does.

    Nothing is kept of it: most pillars are asked about so at one level, and never again.
    """
    common: Proof | None = None
    for pillar in footing.pillars:
        if len(pillar.fronts) == 1:
            common = _both(common, reading.first(pillar.fronts[0]))
            if common is not None and not common:
                return False
    return True


def _both(one: Proof | None, other: Proof | None) -> Proof | None:
    return (one & other if other is not None else one) if one is not None else other


def may_be_one(footing: Footing, labels: Proof) -> bool:
    """Return whether there is a front in which every proof that is declared has one of the labels."""
    return all(
        any(
            all(ASSUMED in proof or not proof.isdisjoint(labels) for proof in front)
            for front in pillar.fronts
        )
        for pillar in footing.pillars
    )


def _common(proofs: Sequence[Proof]) -> Proof:
    """Return the labels that hit all of the proofs; none where there are none."""
    return proofs[0].intersection(*proofs[1:]) if proofs else _NO_LABELS


def cut_of(footing: Footing, reading: Reading) -> Found:
    """Return the smallest set of labels that hits all proofs of a front.

    Of several it is the one with most origins in it, then the first by id.
    """
    pillars = footing.pillars
    read = list(map(reading.of, pillars))
    if len(read) == 1:
        return read[0].cut
    if _are_disjoint([one.labels for one in read]):
        return _together([one.cut for one in read])
    return _cut_of_fronts(_fronts(list(map(reading.fronts, pillars))), _Weights(pillars, reading))


def _any_of(labels: Proof, weights: "_Weights") -> Found:
    """Return a set of one label, where each of these hits all."""
    return Found(1, (weights.heaviest(labels),), unique=len(labels) == 1)


def are_hit_by_one(footing: Footing, reading: Reading, labels: Proof) -> bool:
    """Return whether, in each front, one label hits all the proofs that any of these labels hits."""
    for front in _fronts(list(map(reading.fronts, footing.pillars))):
        hit = [proof for proof in front if not proof.isdisjoint(labels)]
        if hit and not _common(hit):
            return False
    return True


def cut_beside(footing: Footing, reading: Reading, labels: Proof) -> Found:
    """Return the smallest set of labels that hits all proofs of a front that none of these labels hits."""
    fronts = _fronts(list(map(reading.fronts, footing.pillars)))
    left = [[proof for proof in front if proof.isdisjoint(labels)] for front in fronts]
    return _cut_of_fronts(left, _Weights(footing.pillars, reading))


def _cut_of_fronts(fronts: Sequence[Sequence[Proof]], weights: "_Weights") -> Found:
    found = [_cut_of_front(front, weights) for front in fronts]
    return found[0] if len(found) == 1 else _first_of(found, weights)


class _Weights:
    """How many origins bear a label."""

    def __init__(self, pillars: Sequence[Pillar], reading: Reading) -> None:
        self._pillars, self._reading = pillars, reading

    @cached_property
    def _of(self) -> Mapping[int, int]:
        """By number, of those that any origin bears; asked for only where there is a choice."""
        found: dict[int, int] = {}
        reading = self._reading
        for leaf in _union([pillar.leaves for pillar in self._pillars]):
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
    if len(smallest) == 1:
        return smallest[0]
    if not all(one.exact for one in smallest):
        return Found(size, exact=False, unique=False)
    best = min(smallest, key=lambda one: (-sum(map(weights.of, one.labels)), one.labels))
    return best._replace(unique=all(one.unique and one.labels == best.labels for one in smallest))


def _cut_of_front(proofs: Sequence[Proof], weights: _Weights) -> Found:
    """Return the smallest set that hits all of the proofs: a smallest one for each cluster of them, together."""
    if _are_disjoint(proofs):  # the usual case: a label of each is needed, and any will do
        labels = sorted(map(weights.heaviest, proofs))
        return Found(len(proofs), tuple(labels), unique=sum(map(len, proofs)) == len(proofs))
    common = _common(proofs)
    if common:
        return _any_of(common, weights)
    return _together([_cut_of_cluster(cluster, weights) for cluster in _clusters(proofs)])


def _together(found: Sequence[Found]) -> Found:
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


def _are_disjoint(proofs: Sequence[Proof]) -> bool:
    if len(proofs) == 2:  # the usual case
        return proofs[0].isdisjoint(proofs[1])
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


def _best(hits: Mapping[int, int], weights: _Weights) -> tuple[list[int], set[int]]:
    """Return of the labels that hit the same proofs the best, and which proofs others would hit as well."""
    alike: dict[int, list[int]] = {}
    for number, hit in hits.items():
        alike.setdefault(hit, []).append(number)
    best = [weights.heaviest(frozenset(numbers)) for numbers in alike.values()]
    return sorted(best), {hit for hit, numbers in alike.items() if len(numbers) > 1}
