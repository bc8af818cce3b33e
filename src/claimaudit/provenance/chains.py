"""Who repeats whom: the chain from a source to an origin, circles, and what a claim reaches."""

from collections import deque
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

from claimaudit.provenance.grounding import standing_nodes
from claimaudit.provenance.grounds import Register
from claimaudit.provenance.independence import Provenance, Side
from claimaudit.provenance.labels import Label, Ownership
from claimaudit.provenance.network import Network, network_under

LinkKind = Literal["via", "shared-text"]
_N = TypeVar("_N", bound=Hashable)


class Link(NamedTuple):
    """From one node of a network to a source that it rests on, through a via or a shared text."""

    node: int
    kind: LinkKind


@dataclass(frozen=True, slots=True)
class Chain:
    """A way from a source to where it has the claim from: source ids, nearest to the claim first."""

    path: tuple[str, ...]
    kinds: tuple[LinkKind, ...]

    @property
    def reason(self) -> LinkKind:
        """What merges the first source into the last."""
        return "shared-text" if "shared-text" in self.kinds else "via"


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
        edges = {number: tuple(link.node for link in found) for number, found in every.items()}
        below = _descendants(edges)
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
        if self.network.is_origin(start):
            return None
        before: dict[int, Link | None] = {start: None}
        pending = deque([start])
        while pending:
            node = pending.popleft()
            if self.network.is_origin(node):
                return _walk_back(self.network, before, node)
            for link in self.of(node):
                if link.node not in before:
                    before[link.node] = Link(node, link.kind)
                    pending.append(link.node)
        return None


def chains_to(side: Side, wanted: Collection[str]) -> Iterator[Chain]:
    """Yield the shortest chain from the claim's own evidence to each of the sources that it leads to.

    Nearest first; a source that is cited itself is a chain of one.
    """
    network, claim = side.network, side.claim.id
    numbers = {source: number for number, source in network.sources() if network.nodes[number].claim == claim}
    before: dict[int, Link | None] = {numbers[source]: None for source in side.counted_sources}
    pending = deque(before)
    while pending:
        node = pending.popleft()
        if network.nodes[node].source in wanted:
            yield _walk_back(network, before, node)
        for link in links(network, node):
            if link.node not in before:
                before[link.node] = Link(node, link.kind)
                pending.append(link.node)


def _walk_back(network: Network, before: Mapping[int, Link | None], end: int) -> Chain:
    path, kinds = [network.nodes[end].source or ""], []
    link = before[end]
    while link is not None:
        path.append(network.nodes[link.node].source or "")
        kinds.append(link.kind)
        link = before[link.node]
    return Chain(tuple(reversed(path)), tuple(reversed(kinds)))


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
    return tuple(
        link
        for link in found
        if not any(
            below[other.node] >> link.node & 1
            and not below[link.node] >> other.node & 1
            and not below[other.node] >> node & 1  # then the longer chain only leads back through this source
            for other in found
            if other.node not in (link.node, node)
        )
    )


# --- circles --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Round(Generic[_N]):
    """Nodes that lead to each other round, and a shortest way from the first of them back to itself."""

    members: tuple[_N, ...]
    path: tuple[_N, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """Sources that repeat each other round, in the order of the files.

    `claim` is None where the sources say so themselves, else the claim whose evidence does. `round` is a
    shortest way from the first member back to itself. `is_grounded` is whether the circle also leads to an
    origin outside it.
    """

    members: tuple[str, ...]
    round: tuple[str, ...]
    claim: str | None
    is_grounded: bool


def circles_of_sources(provenance: Provenance) -> Iterator[Circle]:
    """Yield each circle of sources once: those of the sources themselves, then those of single claims."""
    register = provenance.register
    order = [source.id for source in register.dossier.sources]
    edges = {name: register.source_grounds(name).via for name in order}
    seen: set[frozenset[str]] = set()
    for way_round in rounds(edges, order):
        members = way_round.members
        seen.add(frozenset(members))
        network = network_under(register, members[0])
        yield Circle(members, way_round.path, None, standing_nodes(network)[0])
    if not _may_circle(register):
        return
    for claim in register.dossier.claims:
        for side in (provenance.support(claim.id), provenance.against(claim.id)):
            for way_round in rounds(_edges_under(side), order):
                if frozenset(way_round.members) not in seen:
                    seen.add(frozenset(way_round.members))
                    stands = _any_stands(side, way_round.members)
                    yield Circle(way_round.members, way_round.path, claim.id, stands)


def _may_circle(register: Register) -> bool:
    """Return whether all vias of the dossier together hold a circle: without one no claim does."""
    edges: dict[str, set[str]] = {
        source.id: set(register.source_grounds(source.id).via) for source in register.dossier.sources
    }
    for claim in register.dossier.claims:
        for evidence in claim.evidence:
            edges[evidence.source].update(evidence.via or ())
    return bool(strong_components({name: tuple(sorted(others)) for name, others in edges.items()}))


def _edges_under(side: Side) -> dict[str, tuple[str, ...]]:
    network = side.network
    return {
        source: tuple(
            network.nodes[link.node].source or "" for link in links(network, number) if link.kind == "via"
        )
        for number, source in network.sources()
        if network.nodes[number].claim == side.claim.id
    }


def _any_stands(side: Side, group: Sequence[str]) -> bool:
    return any(
        side.standing[number]
        for number, source in side.network.sources()
        if source in group and side.network.nodes[number].claim == side.claim.id
    )


def circles_of_owners(ownership: Ownership, owned: Sequence[Label]) -> Iterator[Round[Label]]:
    """Yield each circle of owners and outlets that control each other, in the order of `owned`."""
    edges = {label: (above,) for label in owned if (above := ownership.above(label)) is not None}
    yield from rounds(edges, owned)


def rounds(edges: Mapping[_N, Sequence[_N]], order: Sequence[_N]) -> Iterator[Round[_N]]:
    """Yield the groups of nodes that lead to each other round, each group and all of them in `order`."""
    groups = strong_components(edges)
    if not groups:
        return
    place = {node: number for number, node in enumerate(order)}
    for group in sorted(
        (sorted(group, key=place.__getitem__) for group in groups), key=lambda it: place[it[0]]
    ):
        yield Round(tuple(group), _shortest_round(edges, group))


def _shortest_round(edges: Mapping[_N, Sequence[_N]], group: Sequence[_N]) -> tuple[_N, ...]:
    """Return a shortest way from the first of the group back to itself, both ends included."""
    first, members = group[0], set(group)
    before: dict[_N, _N] = {}
    pending = deque([first])
    while first not in before:
        node = pending.popleft()
        for other in edges.get(node, ()):
            if other in members and other not in before:
                before[other] = node
                pending.append(other)
    path = [first, before[first]]
    while path[-1] != first:
        path.append(before[path[-1]])
    return tuple(reversed(path))


def strong_components(edges: Mapping[_N, Sequence[_N]]) -> list[list[_N]]:
    """Return the groups of nodes that lead to each other round; a single node where it leads to itself."""
    return [group for group in components(edges) if len(group) > 1 or group[0] in edges.get(group[0], ())]


def components(edges: Mapping[_N, Sequence[_N]]) -> Iterator[list[_N]]:
    """Yield the strongly connected components, each after all that it leads to.

    Tarjan's algorithm without recursion: linear, however long the chains.
    """
    index: dict[_N, int] = {}
    low: dict[_N, int] = {}
    stack: list[_N] = []
    on_stack: set[_N] = set()
    work: list[tuple[_N, Iterator[_N]]] = []

    def enter(node: _N) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        on_stack.add(node)
        work.append((node, iter(edges.get(node, ()))))

    for root in edges:
        if root not in index:
            enter(root)
        while work:
            node, others = work[-1]
            unseen = next((other for other in others if _is_new(other, node, index, low, on_stack)), None)
            if unseen is not None:
                enter(unseen)
                continue
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[node])
            if low[node] == index[node]:
                group = _pop_through(stack, node)
                on_stack.difference_update(group)
                yield group


def _is_new(other: _N, node: _N, index: dict[_N, int], low: dict[_N, int], on_stack: set[_N]) -> bool:
    """Return whether `other` was not met yet; if it lies on the way here, note that `node` leads back to it."""
    if other not in index:
        return True
    if other in on_stack:
        low[node] = min(low[node], index[other])
    return False


def _pop_through(stack: list[_N], last: _N) -> list[_N]:
    group = [stack.pop()]
    while group[-1] != last:
        group.append(stack.pop())
    return group
