"""What a claim stands on in the usual case, as proofs.

A proof is a set of labels that has to hold as a whole. A smallest set that hits every proof is a witness set
(docs/independence.md, 4.6). A claim that is argued from several premises at once falls with any of them: its proofs are
then kept premise by premise, in `fronts`, and the claim falls where every proof of one front is hit.
"""

from collections.abc import Sequence
from itertools import chain, product
from math import prod
from typing import NamedTuple, TypeVar

from claimaudit.provenance.ranges import Range

ASSUMED = -1
"""In a proof: it holds only if an undeclared source is an origin."""

Proof = frozenset[int]
"""The numbers of labels that have to hold, and `ASSUMED`."""

Front = tuple[Proof, ...]
"""Proofs that all have to be hit; without any, it has fallen."""

DEEP = 4
"""So many premises of premises are kept apart: beyond that they are taken front by front."""

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
    """What holds up a claim by itself: a source, which falls where all proofs of its `front` are hit.

    It `stands` at all, undeclared sources taken for origins, if there is a proof. `labels` are the numbers of all
    labels under it, and `ASSUMED` where a source is undeclared; `sources` are all that it leads to, itself (`source`)
    first of all. `has_undeclared` is whether nobody declared a basis for one of them, `is_told` whether a claim says of
    one how it knows. `longest` is how many proofs a front has at most.
    """

    __slots__ = (
        "front",
        "has_undeclared",
        "is_told",
        "labels",
        "leaves",
        "longest",
        "source",
        "sources",
        "stands",
    )

    parts: Sequence["Footing"] = ()
    """What has to stand as a whole, where it is more than a source."""
    width, depth = 1, 0
    """How many fronts it has, and through how many premises they lead at most."""

    def __init__(  # noqa: PLR0913  what is known of it
        self,
        source: str = "",
        front: Front = (),
        labels: Proof = frozenset(),
        leaves: frozenset[Leaf] = frozenset(),
        sources: frozenset[str] = frozenset(),
        *,
        has_undeclared: bool = False,
        is_told: bool = False,
    ) -> None:
        self.source, self.sources = source, sources
        self.front, self.labels, self.leaves = front, labels, leaves
        self.has_undeclared, self.is_told = has_undeclared, is_told
        self.stands, self.longest = bool(front), len(front)

    @property
    def fronts(self) -> Sequence[Front]:
        """What it falls with: any of these."""
        return (self.front,)


class Premises(Pillar):
    """Premises that hold up a claim together: they fall with any of the `parts`."""

    __slots__ = ("depth", "parts", "width")

    def __init__(self, parts: Sequence["Footing"]) -> None:
        pillars = [pillar for part in parts for pillar in part.pillars]
        super().__init__(
            labels=union([pillar.labels for pillar in pillars]),
            leaves=union([pillar.leaves for pillar in pillars]),
            sources=union([pillar.sources for pillar in pillars]),
            has_undeclared=any(pillar.has_undeclared for pillar in pillars),
            is_told=any(pillar.is_told for pillar in pillars),
        )
        self.parts = parts
        self.stands = all(part.stands for part in parts)
        self.width = sum([part.width for part in parts])
        self.longest = max([part.longest for part in parts])
        self.depth = 1 + max([pillar.depth for pillar in pillars], default=0)
        if self.depth > DEEP:
            self._take_apart()

    def _take_apart(self) -> None:
        """Keep for each part its fronts alone: premises of premises of premises would all be gone through again."""
        self.parts = [Footing([_without_sources(front)]) for front in dict.fromkeys(self.fronts)]
        self.width, self.depth = len(self.parts), 1

    @property
    def fronts(self) -> Sequence[Front]:
        """What they fall with: any of these."""
        return [front for part in self.parts for front in part.fronts]


def _without_sources(front: Front) -> Pillar:
    """Return what falls with a front, as far as labels go: which sources it leads to is known of the whole."""
    labels = union(front)
    return Pillar("", front, labels, has_undeclared=ASSUMED in labels)


class Footing:
    """What a claim stands on: it `stands` while any of the pillars does. The first of them are those that it `cites` itself.

    `has_undeclared` is whether nobody declared a basis for some source under it. Claims that cite the same sources have
    one footing together; `outlet`, `owner` and `informant` are the ranges that were counted on it so far.
    """

    __slots__ = ("cites", "has_undeclared", "informant", "outlet", "owner", "pillars", "stands")

    def __init__(self, pillars: Sequence[Pillar], cites: int = 0) -> None:
        self.pillars, self.cites = pillars, cites
        self.stands = self.has_undeclared = False
        for pillar in pillars:
            self.stands = self.stands or pillar.stands
            self.has_undeclared = self.has_undeclared or pillar.has_undeclared
        self.outlet: Range | None = None
        self.owner: Range | None = None
        self.informant: Range | None = None

    @property
    def leaves(self) -> frozenset[Leaf]:
        """All that its proofs end in."""
        return union([pillar.leaves for pillar in self.pillars])

    @property
    def sources(self) -> frozenset[str]:
        """All sources that it leads to."""
        return union([pillar.sources for pillar in self.pillars])

    @property
    def grounded(self) -> frozenset[str]:
        """Sources that the claim itself cites and that stand."""
        return frozenset([pillar.source for pillar in self.pillars[: self.cites] if pillar.stands])

    @property
    def labels(self) -> Proof:
        """The numbers of all labels under it, and `ASSUMED` where a source is undeclared."""
        return union([pillar.labels for pillar in self.pillars])

    @property
    def origins(self) -> frozenset[str]:
        """Sources with reporting of their own."""
        return frozenset([leaf.source for leaf in self.leaves if not leaf.is_assumed])

    @property
    def fronts(self) -> Sequence[Front]:
        """What it falls with: one front of each pillar, all that is in them, each proof once."""
        return fronts_of([pillar.fronts for pillar in self.pillars])

    @property
    def width(self) -> int:
        """How many fronts it has."""
        return prod([pillar.width for pillar in self.pillars])

    @property
    def longest(self) -> int:
        """So many proofs has a front at most."""
        return sum([pillar.longest for pillar in self.pillars])


def fronts_of(by_pillar: Sequence[Sequence[Sequence[Proof]]]) -> list[Front]:
    """Return each choice of a front of each pillar as one front, each proof once."""
    return [tuple(dict.fromkeys(chain.from_iterable(chosen))) for chosen in product(*by_pillar)]


def union(parts: Sequence[frozenset[T]]) -> frozenset[T]:
    """Return what is in any of the parts."""
    return parts[0] if len(parts) == 1 else frozenset[T]().union(*parts)


ONLY_ASSUMED: Proof = frozenset([ASSUMED])
