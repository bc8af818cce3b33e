"""Trees: what stands under a claim or a source, a chain a row. Cards and graphs show the same rows."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from claimaudit.provenance import Side
from claimaudit.provenance.chains import Lineage
from claimaudit.provenance.explaining import ARROW
from claimaudit.provenance.grounds import NotCounted, Register
from claimaudit.provenance.labels import spoken_source
from claimaudit.provenance.network import Network, network_under
from claimaudit.report import TreeRow
from claimaudit.rule import AuditedClaim, AuditedDossier
from claimaudit.text import counted, listed

SPELLED_OUT = 6
"""Links of a chain that are spelled out again where it was shown before."""

NAMED = 24
"""Sources of one row that are named; of a longer chain the first and the last are, and those between counted."""

Links = Mapping[int, Sequence[int]]
"""For each source of a network, by number, the sources that it repeats."""


def tree_of(side: Side) -> Iterator[TreeRow]:
    """Yield the tree from a claim through each counted source to its origins."""
    lineage = Lineage(side.network)
    roots = [lineage.node_of(side.claim.id, source) for source in side.counted_sources]
    yield from rows(side.register, side.network, links_of(lineage), roots)


def tree_under(audited: AuditedDossier, source_id: str) -> Iterator[TreeRow]:
    """Yield the tree from a source to its origins, where no claim is spoken of."""
    register = audited.provenance.register
    network = network_under(register, source_id)
    yield from rows(register, network, links_of(Lineage(network)), [0])


def left_out_of(claim: AuditedClaim) -> Iterator[TreeRow]:
    """Yield what bears on the claim and does not count, with the reason."""
    dossier = claim.provenance.dossier
    pieces = list(claim.provenance.register.not_counted(claim.claim))
    mentions = [piece for piece in claim.claim.evidence if piece.stance == "mentions"]
    total = len(pieces) + bool(mentions)
    for number, piece in enumerate(pieces, start=1):
        yield row_left_out(claim, piece, is_last=number == total)
    if mentions:
        names = listed(
            list(dict.fromkeys(spoken_source(dossier, piece.source) for piece in mentions)), limit=6
        )
        yield TreeRow((True,), names, f"only {'mentions' if len(mentions) == 1 else 'mention'} the matter")


def row_left_out(claim: AuditedClaim, piece: NotCounted, *, is_last: bool) -> TreeRow:
    """Return the row of a piece of evidence that does not count."""
    against = "against it, " if piece.stance == "contradicts" else ""
    name = spoken_source(claim.provenance.dossier, piece.source)
    return TreeRow((is_last,), f"{name} ({piece.source})", against + why_left_out(claim, piece))


def why_left_out(claim: AuditedClaim, piece: NotCounted) -> str:
    """Return in a word or two why a piece of evidence does not count."""
    source = claim.provenance.dossier.source[piece.source]
    subject = claim.claim.evidence[piece.position].subject or source.subject
    return f"about {subject}" if piece.reason == "off-subject" and subject else piece.reason


def links_of(lineage: Lineage) -> dict[int, list[int]]:
    """Return whom each source repeats."""
    return {number: [link.node for link in lineage.of(number)] for number, _ in lineage.network.sources()}


def rows(
    register: Register,
    network: Network,
    links: Links,
    roots: Sequence[int],
    deeper: Mapping[int, int] | None = None,
) -> Iterator[TreeRow]:
    """Yield the tree from some sources of a network to where they have it from, a chain a row.

    A source is followed once: where it is reached again the row says so. So the tree is as long as the network,
    never as its paths.

    Args:
        register: what the dossier declares.
        network: what the sources are in.
        links: the links to follow.
        roots: the sources to start from.
        deeper: for some sources the number of links that are left out of `links`; the row says so.
    """
    return _Tree(register, network, links, deeper or {}).rows(roots)


class _Tree:
    def __init__(self, register: Register, network: Network, links: Links, deeper: Mapping[int, int]) -> None:
        self.register = register
        self.network = network
        self.links = links
        self.deeper = deeper
        self.seen: set[int] = set()
        self.with_id: frozenset[int] = frozenset()
        """Roots of one name: only their ids tell them apart."""

    def rows(self, roots: Sequence[int]) -> Iterator[TreeRow]:
        names = Counter(self._name(root) for root in roots)
        self.with_id = frozenset(root for root in roots if names[self._name(root)] > 1)
        pending = self._hang(roots, ())
        while pending:
            node, is_last = pending.pop()
            chain, remark, children = self._follow(node)
            is_root = len(is_last) == 1
            yield TreeRow(is_last, self._spoken(chain, is_root=is_root), remark)
            pending.extend(self._hang(children, is_last))

    @staticmethod
    def _hang(nodes: Sequence[int], above: tuple[bool, ...]) -> list[tuple[int, tuple[bool, ...]]]:
        last = len(nodes) - 1
        return [(node, (*above, place == last)) for place, node in reversed(list(enumerate(nodes)))]

    def _follow(self, node: int) -> tuple[list[int], str, Sequence[int]]:
        """Return the chain from a node as far as it does not branch, how it ends, and the branches."""
        chain = [node]
        on_chain = {node}
        while True:
            node = chain[-1]
            repeated = self.links.get(node, ())
            ends_here = len(repeated) != 1 or self.network.is_origin(node) or node in self.deeper
            # What hangs below a row hangs there once: on a circle that an origin is part of, it would without end.
            if node in self.seen and repeated and (ends_here or len(chain) > SPELLED_OUT):
                return chain, "as above", ()
            self.seen.add(node)
            if ends_here:
                return chain, self._remark(node, is_alone=len(chain) == 1), repeated
            if repeated[0] in on_chain:
                return chain, f"repeats {self._name(repeated[0])}: a circle", ()
            chain.append(repeated[0])
            on_chain.add(repeated[0])

    def _spoken(self, chain: Sequence[int], *, is_root: bool) -> str:
        shown = chain if len(chain) <= NAMED else (*chain[: NAMED - 1], chain[-1])
        names = [self._name(number) for number in shown]
        if is_root and chain[0] in self.with_id:
            names[0] = f"{names[0]} ({self.network.nodes[chain[0]].source})"
        if len(chain) > NAMED:
            names.insert(-1, f"({len(chain) - NAMED:,} more)")
        return ARROW.join(names)

    def _name(self, node: int) -> str:
        return spoken_source(self.register.dossier, self.network.nodes[node].source or "")

    def _remark(self, node: int, *, is_alone: bool) -> str:
        """Return how a chain ends, and how much of it lies deeper than what is shown."""
        number = self.deeper.get(node, 0)
        end = self._end(node, is_alone=is_alone)
        if not number:
            return end
        deeper = f"{counted(number, 'link')} deeper"
        return f"{end}, {deeper}" if end else deeper

    def _end(self, node: int, *, is_alone: bool) -> str:
        """Return how a chain ends; that it ends at an origin goes without saying, unless it also starts there."""
        source = self.register.dossier.source[self.network.nodes[node].source or ""]
        if self.register.is_void(source.id):
            return source.status
        leads_on = bool(self.links.get(node))
        if self.network.is_origin(node):
            alone = "an origin" if is_alone else ""
            return "an origin, which also repeats" if leads_on or node in self.deeper else alone
        if leads_on or node in self.deeper:
            return "repeats any of" if leads_on else ""
        if any(way.assumed or way.needs for way in self.network.ways_at(node)):
            return "where it has this from is not declared"
        return "repeats others without saying whom"
