"""Who repeats whom: the chain from a source to an origin, and what a claim reaches."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from claimaudit.provenance.components import components
from claimaudit.provenance.independence import Side
from claimaudit.provenance.network import Network

LinkKind = Literal["via", "shared-text"]


class Link(NamedTuple):
    """From one node of a network to a source that it rests on, through a via or a shared text."""

    node: int
    kind: LinkKind


SPELLED_OUT = 24
"""Sources that a chain names; of a longer one it names the first and the last, and counts those between."""


class Chain(NamedTuple):
    """A way from a source to where it has the claim from: source ids, nearest to the claim first.

    `kinds` are the links between them; `skipped` is how many sources are left out before the last.
    """

    path: tuple[str, ...]
    kinds: tuple[LinkKind, ...]
    skipped: int = 0

    @property
    def reason(self) -> LinkKind:
        """What merges the first source into the last."""
        return "shared-text" if "shared-text" in self.kinds else "via"

    def then(self, source: str, kind: LinkKind) -> "Chain":
        """Return the chain with one more source behind its last."""
        if len(self.path) <= SPELLED_OUT:
            return Chain((*self.path, source), (*self.kinds, kind))
        last: LinkKind = "shared-text" if "shared-text" in (kind, self.kinds[-1]) else "via"
        return Chain((*self.path[:-1], source), (*self.kinds[:-1], last), self.skipped + 1)


def links(network: Network, node: int) -> tuple[Link, ...]:
    """Return the sources that a source repeats, in order, each once; shared text is looked through."""
    found: dict[int, LinkKind] = {}
    for way in network.ways_at(node):
        for needed in way.needs:
            if network.nodes[needed].source is not None:
                found.setdefault(needed, "shared-text" if way.assumed else "via")
            for beyond in _through_text(network, needed):
                if beyond != node:
                    found.setdefault(beyond, "shared-text")
    return tuple(Link(number, kind) for number, kind in found.items())


def _through_text(network: Network, node: int) -> Iterator[int]:
    if network.nodes[node].group:
        for way in network.ways_at(node):
            yield from way.needs


class Lineage:
    """Which source of a network repeats which.

    A link is left out where a longer chain says the same: a page that credits an agency and the newspaper that
    the agency credits rests on the newspaper through the agency.
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        every = {number: links(network, number) for number, _ in network.sources()}
        self._links = every
        if any(len(found) > 1 for found in every.values()):
            below = _descendants({number: [link.node for link in found] for number, found in every.items()})
            self._links = {number: _longest(number, found, below) for number, found in every.items()}
        self._numbers = {
            (network.nodes[number].claim, source): number for number, source in network.sources()
        }

    def of(self, node: int) -> tuple[Link, ...]:
        """Return the links of a source, in the order of its ways."""
        return self._links[node]

    def node_of(self, claim: str, source: str) -> int:
        """Return the node of a source under a claim."""
        return self._numbers[claim, source]

    def chain(self, start: int) -> Chain | None:
        """Return the chain from a source to the nearest origin.

        None where the source is an origin itself, or nothing that it repeats leads to one.
        """
        return None if self.network.is_origin(start) else self._to_origins.chain(start)

    @cached_property
    def _to_origins(self) -> "Ways":
        return self.ways_to(number for number, _ in self.network.sources() if self.network.is_origin(number))

    def ways_to(self, ends: Iterable[int]) -> "Ways":
        """Return the shortest ways from every source to the nearest of `ends`."""
        return Ways(self, ends)


class Ways:
    """The shortest way from every source of a network to the nearest of some ends.

    Found backwards from all ends at once, so that ten thousand sources are no more work than their links.
    """

    def __init__(self, lineage: Lineage, ends: Iterable[int]) -> None:
        self._network = lineage.network
        self._left = dict.fromkeys(ends, 0)
        """How many links are left from a source to the nearest end."""
        self._end = {end: end for end in self._left}
        self._next: dict[int, Link] = {}
        self._shares = set[int]()
        """Sources on whose way there is a shared text."""
        users: dict[int, list[int]] = {}
        for number, _ in self._network.sources():
            for link in lineage.of(number):
                users.setdefault(link.node, []).append(number)
        pending = deque(self._left)
        while pending:
            node = pending.popleft()
            for user in users.get(node, ()):
                if user not in self._left:
                    self._left[user] = self._left[node] + 1
                    pending.append(user)
        for node in self._left:  # nearest to an end first
            self._choose(node, lineage)

    def _choose(self, node: int, lineage: Lineage) -> None:
        """Note the first of the links that lead the shortest way."""
        for link in lineage.of(node) if self._left[node] else ():
            if self._left.get(link.node) == self._left[node] - 1:
                self._next[node], self._end[node] = link, self._end[link.node]
                if link.kind == "shared-text" or link.node in self._shares:
                    self._shares.add(node)
                return

    def chain(self, start: int) -> Chain | None:
        """Return the way from a source to the nearest end, or None where it leads to none."""
        if start not in self._left:
            return None
        node, chain = start, Chain((self._name(start),), ())
        while node in self._next and len(chain.path) < SPELLED_OUT:
            node, kind = self._next[node]
            chain = chain.then(self._name(node), kind)
        if node == self._end[start]:
            return chain
        beyond: LinkKind = "shared-text" if node in self._shares else "via"
        end = chain.then(self._name(self._end[start]), beyond)
        return Chain(end.path, end.kinds, skipped=self._left[node] - 1)

    def _name(self, node: int) -> str:
        return self._network.nodes[node].source or ""


def chains_to(side: Side, wanted: Collection[str]) -> Iterator[Chain]:
    """Yield the shortest chain from the claim's own evidence to each of the sources that it leads to.

    Nearest first; a source that is cited itself is a chain of one.
    """
    network = side.own_network
    numbers = {source: number for number, source in network.sources()}
    heads = {numbers[source]: Chain((source,), ()) for source in side.counted_sources}
    pending = deque(heads)
    while pending:
        node = pending.popleft()
        chain, source = heads[node], network.nodes[node].source or ""
        if source in wanted:
            yield chain
        for link in links(network, node):
            if link.node not in heads:
                heads[link.node] = chain.then(network.nodes[link.node].source or "", link.kind)
                pending.append(link.node)


def _descendants(edges: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """Return for each node the nodes it leads to, as a bit mask; a circle leads to all of itself."""
    below: dict[int, int] = {}
    for group in components(edges):  # what a component leads to was yielded before it
        reached = 0
        for node in group:
            for other in edges[node]:
                reached |= 1 << other | below.get(other, 0)
        for node in group:
            below[node] = reached
    return below


def _longest(node: int, found: tuple[Link, ...], below: Mapping[int, int]) -> tuple[Link, ...]:
    """Drop the links to what another link leads to as well, unless that leads back round."""
    reached = 0
    for link in found:
        if not below[link.node] >> node & 1:
            reached |= below[link.node]
    return tuple(
        link
        for link in found
        if not reached >> link.node
        & 1  # no other leads there: the usual case, and ten thousand links are no more work
        or not any(
            below[other.node] >> link.node & 1
            and not below[link.node] >> other.node & 1
            and not below[other.node] >> node & 1  # then the longer chain only leads back through this source
            for other in found
            if other.node not in (link.node, node)
        )
    )
