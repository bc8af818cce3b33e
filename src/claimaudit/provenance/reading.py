"""How a level reads what a claim stands on, and the fewest labels that make it fall (docs/independence.md, 4.5 and 4.6).

How many they are is asked of every claim, and takes no search but for a few. Which they are is asked of few.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from claimaudit.provenance.footing import ASSUMED, Footing, Front, Pillar, Proof, fronts_of, union
from claimaudit.provenance.hitting import (
    Found,
    Weights,
    are_disjoint,
    common_to,
    cut_of_fronts,
    least,
    size_of,
    smallest,
    together,
    total,
)


class Read(NamedTuple):
    """A pillar as a level reads it: all labels under it, the proofs of its front, and how many make it fall.

    `size` is None where that takes a search. `parts` are those of premises, each with its size, the smallest first.
    """

    labels: Proof
    front: Sequence[Proof]
    size: int | None
    parts: Sequence[tuple[Footing, int | None]] = ()


class Reading:
    """How a level reads labels.

    `ignored` are those that it does not know, `ASSUMED` among them; `replaced` those that it reads as others.
    `assume` is whether undeclared sources are taken for origins; else their proofs are left out.
    """

    def __init__(self, ignored: Proof, replaced: Mapping[int, int], *, assume: bool) -> None:
        self.ignored, self.replaced, self.assume = ignored, replaced, assume
        self._read: dict[Pillar, Read] = {}
        self._cuts: dict[Pillar, Found] = {}

    # --- how many ---------------------------------------------------------------------------------------

    def size(self, footing: Footing) -> int | None:
        """Return how many labels make a claim fall; None where that takes a search."""
        return self._size(footing.pillars)

    def _size(self, pillars: Sequence[Pillar]) -> int | None:
        read = self._all_of(pillars)
        if len(read) == 1:
            return read[0].size
        if are_disjoint([one.labels for one in read]):
            return total([one.size for one in read])
        return self._size_of_tied(pillars)

    def is_one(self, footing: Footing) -> bool:
        """Return whether one label makes a claim fall."""
        return not self._are_apart(footing.pillars) and self._size(footing.pillars) == 1

    def _are_apart(self, pillars: Sequence[Pillar]) -> bool:
        """Return whether two pillars that stand next to each other share no label: most do, and need not be read."""
        sure = [
            pillar.labels
            for pillar in pillars
            if pillar.stands and (self.assume or not pillar.has_undeclared)
        ]
        known = map(self.labels, sure) if self.replaced else sure
        return any(one.isdisjoint(other) for one, other in pairwise(known))

    def _all_of(self, pillars: Sequence[Pillar]) -> Sequence[Read]:
        """Return the pillars as the level reads them."""
        known = self._read  # as `_of`, without a call for what was read
        return [known.get(pillar) or self._of(pillar) for pillar in pillars]

    def _of(self, pillar: Pillar) -> Read:
        """Return a pillar as the level reads it, read once."""
        return self._read.get(pillar) or self._read_now(pillar)

    def _read_now(self, pillar: Pillar) -> Read:
        front, labels = self.front(pillar.front), self.labels(pillar.labels)
        if pillar.parts:
            parts = [(part, self._size(part.pillars)) for part in pillar.parts]
            parts.sort(key=lambda pair: least(pair[1]))
            found = Read(labels, front, smallest([size for _, size in parts]), parts)
        else:
            found = Read(labels, front, size_of(front))
        self._read[pillar] = found
        return found

    def _size_of_tied(self, pillars: Sequence[Pillar]) -> int | None:
        """Return the size where some pillars share labels: with premises, that of the part it is smallest for."""
        read = self._all_of(pillars)
        for place, pillar in enumerate(read):
            if pillar.parts:
                return self._size_beside([*pillars[:place], *pillars[place + 1 :]], pillar.parts)
        return size_of(list(dict.fromkeys(chain.from_iterable([pillar.front for pillar in read]))))

    def _size_beside(
        self, others: Sequence[Pillar], parts: Sequence[tuple[Footing, int | None]]
    ) -> int | None:
        """Return the size for that one of several parts it is smallest for, the other pillars beside it."""
        found: list[int | None] = []
        for part, size in parts:
            if any(other is not None and other <= least(size) for other in found):
                break  # it takes no fewer where there is more to hit
            found.append(self._size([*others, *part.pillars]))
        return smallest(found)

    # --- which ------------------------------------------------------------------------------------------

    def cut(self, footing: Footing) -> Found:
        """Return a smallest set of labels that makes a claim fall.

        Of several it is the one with most origins in it, then the first by id.
        """
        pillars = footing.pillars
        if are_disjoint([read.labels for read in self._all_of(pillars)]):
            return together([self._cut_of(pillar) for pillar in pillars])
        fronts = self._fronts(footing)
        size = self._size(pillars) if len(fronts) > 1 else None
        return cut_of_fronts(fronts, self._weights(pillars), size)

    def _cut_of(self, pillar: Pillar) -> Found:
        found = self._cuts.get(pillar)
        if found is None:
            size = self._of(pillar).size
            found = cut_of_fronts(self._fronts_of(pillar), self._weights([pillar]), size)
            self._cuts[pillar] = found
        return found

    def _weights(self, pillars: Sequence[Pillar]) -> Weights:
        return Weights(self._origins(pillars))

    def _origins(self, pillars: Sequence[Pillar]) -> Iterator[Proof]:
        """Yield the labels of each origin under the pillars."""
        for leaf in union([pillar.leaves for pillar in pillars]):
            if self.assume or not leaf.is_assumed:
                yield self.labels(leaf.labels)

    # --- what labels do ---------------------------------------------------------------------------------

    def are_hit_by_one(self, footing: Footing, labels: Proof) -> bool:
        """Return whether, in each front, one label hits all the proofs that any of these labels hits."""
        for front in self._fronts(footing):
            hit = [proof for proof in front if not proof.isdisjoint(labels)]
            if hit and not common_to(hit):
                return False
        return True

    def size_beside(self, footing: Footing, labels: Proof) -> int:
        """Return how many labels hit all proofs of a front that none of these labels hits, or a bound below that."""
        left = [[proof for proof in front if proof.isdisjoint(labels)] for front in self._fronts(footing)]
        size = smallest(list(map(size_of, left)))
        return cut_of_fronts(left, self._weights(footing.pillars)).size if size is None else size

    # --- labels -----------------------------------------------------------------------------------------

    def labels(self, labels: Proof) -> Proof:
        """Return labels as the level knows them."""
        known = labels if labels.isdisjoint(self.ignored) else labels - self.ignored
        if self.replaced and not known.isdisjoint(self.replaced):
            return frozenset([self.replaced.get(number, number) for number in known])
        return known

    def front(self, front: Front) -> list[Proof]:
        """Return the proofs of a front as the level knows them, each once."""
        known = front if self.assume else [proof for proof in front if ASSUMED not in proof]
        return list(dict.fromkeys(map(self.labels, known)))

    def _fronts(self, footing: Footing) -> list[Front]:
        """Return all fronts of a footing as the level knows them."""
        return fronts_of([self._fronts_of(pillar) for pillar in footing.pillars])

    def _fronts_of(self, pillar: Pillar) -> Sequence[Sequence[Proof]]:
        if pillar.parts:
            return list(map(self.front, pillar.fronts))
        return [self._of(pillar).front]


def may_be_one(footing: Footing, labels: Proof) -> bool:
    """Return whether there is a front in which every proof that is declared has one of the labels."""
    for pillar in footing.pillars:
        if pillar.stands and not pillar.has_undeclared and labels.isdisjoint(pillar.labels):
            return False  # of most it is soon told
    return all(
        any(
            all(ASSUMED in proof or not proof.isdisjoint(labels) for proof in front)
            for front in pillar.fronts
        )
        for pillar in footing.pillars
    )
