"""What a graph is made of: for one claim and one side of it, which source repeats which."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimaudit.model import Stance
from claimaudit.provenance import Provenance, Side
from claimaudit.provenance.chains import Lineage, Link
from claimaudit.provenance.grounding import standing_nodes
from claimaudit.provenance.grounds import Register
from claimaudit.provenance.network import Network, network_under


@dataclass(frozen=True)
class Part:
    """The sources under one claim on one side, its premises' left aside, and the links between them.

    Sources are numbers in `network`. `claim` is None where no claim is spoken of; `roots` are what the claim
    cites; `links` has an entry for each source of the part, nearest first.
    """

    claim: str | None
    stance: Stance
    register: Register
    network: Network
    roots: tuple[int, ...]
    links: Mapping[int, tuple[Link, ...]]
    standing: Sequence[bool]

    def source(self, number: int) -> str:
        """Return the id of a source."""
        return self.network.nodes[number].source or ""

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources, nearest first."""
        return tuple(self.source(number) for number in self.links)

    def narrowed(self, wanted: Collection[str]) -> "Part | None":
        """Return only what leads to the sources in `wanted`, and what they lead to; None where nothing does."""
        ends = [number for number in self.links if self.source(number) in wanted]
        if not ends:
            return None
        forth = {number: [link.node for link in links] for number, links in self.links.items()}
        led, leading = _reached(ends, forth), _reached(ends, _reversed(forth))
        kept = {
            number: tuple(link for link in links if number in led or link.node in leading)
            for number, links in self.links.items()
            if number in led or number in leading
        }
        roots = tuple(number for number in self.roots if number in leading)
        return Part(self.claim, self.stance, self.register, self.network, roots, kept, self.standing)


def _reached(starts: Collection[int], edges: Mapping[int, Sequence[int]]) -> set[int]:
    found = set(starts)
    pending = deque(starts)
    while pending:
        for other in edges.get(pending.popleft(), ()):
            if other not in found:
                found.add(other)
                pending.append(other)
    return found


def _reversed(edges: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    back: dict[int, list[int]] = {}
    for start, ends in edges.items():
        for end in ends:
            back.setdefault(end, []).append(start)
    return back


class Reader:
    """Reads parts from as few networks as it can: that of a claim holds those of its premises as well."""

    def __init__(self, provenance: Provenance) -> None:
        self.provenance = provenance
        self._homes: dict[str, tuple[Side, Lineage]] = {}

    def parts_of(self, claim_id: str) -> Iterator[Part]:
        """Yield what supports the claim, then what contradicts it."""
        if claim_id not in self._homes:
            self._read(claim_id)
        side, lineage = self._homes[claim_id]
        cited = side.register.counted(side.register.dossier.claim[claim_id], "supports")
        yield _part(side, lineage, claim_id, cited)
        against = self.provenance.against(claim_id)
        yield _part(against, Lineage(against.network), claim_id, against.counted_sources)

    def _read(self, claim_id: str) -> None:
        side = self.provenance.support(claim_id)
        lineage = Lineage(side.network)
        for node in side.network.nodes:
            if node.claim is not None and node.source is None and not node.group:
                self._homes.setdefault(node.claim, (side, lineage))

    def part_under(self, source_id: str) -> Part:
        """Return what stands under a source where no claim is spoken of."""
        register = self.provenance.register
        network = network_under(register, source_id)
        lineage = Lineage(network)
        links = {number: lineage.of(number) for number, _ in network.sources()}
        return Part(None, "supports", register, network, (0,), links, standing_nodes(network))


def _part(side: Side, lineage: Lineage, claim_id: str, cited: Sequence[str]) -> Part:
    roots = tuple(lineage.node_of(claim_id, source) for source in cited)
    links: dict[int, tuple[Link, ...]] = {}
    pending = deque(roots)
    while pending:
        number = pending.popleft()
        if number not in links:
            links[number] = lineage.of(number)
            pending.extend(link.node for link in links[number])
    return Part(claim_id, side.stance, side.register, side.network, roots, links, side.standing)
