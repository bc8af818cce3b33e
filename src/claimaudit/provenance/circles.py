"""Circles: sources that repeat each other round, and owners that own each other round."""

from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from claimaudit.provenance.chains import links
from claimaudit.provenance.components import Round, rounds, strong_components
from claimaudit.provenance.grounding import standing_nodes
from claimaudit.provenance.grounds import Register
from claimaudit.provenance.independence import Provenance, Side
from claimaudit.provenance.labels import Label, Ownership
from claimaudit.provenance.network import network_under


class Circle(NamedTuple):
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
    """Yield each circle of sources once: those of the sources themselves, then those of single claims.

    Of one that several claims make, the first claim by id for which it leads to no origin, else the first by id.
    """
    register = provenance.register
    order = [source.id for source in register.dossier.sources]
    edges = {name: register.source_grounds(name).via for name in order}
    own: set[tuple[str, ...]] = set()
    for way_round in rounds(edges, order):
        members = way_round.members
        own.add(members)
        yield Circle(members, way_round.path, None, _stands(register, members))
    worst: dict[tuple[str, ...], Circle] = {}
    for circle in _circles_of_claims(provenance, order) if _may_circle(register) else ():
        first = worst.setdefault(circle.members, circle)
        if first.is_grounded and not circle.is_grounded:
            worst[circle.members] = circle
    yield from (circle for members, circle in worst.items() if members not in own)


def _circles_of_claims(provenance: Provenance, order: Sequence[str]) -> Iterator[Circle]:
    """Yield the circles that the evidence of each claim makes, for the claim and against it."""
    for claim in sorted(provenance.register.dossier.claims, key=attrgetter("id")):
        for side in (provenance.support(claim.id), provenance.against(claim.id)):
            for way_round in rounds(_edges_under(side), order):
                stands = _any_stands(side, way_round.members)
                yield Circle(way_round.members, way_round.path, claim.id, stands)


def _stands(register: Register, members: Sequence[str]) -> bool:
    """Return whether any of the circle reaches an origin: one that was retracted no longer leads to the others."""
    starts = [member for member in members if not register.is_void(member)]
    if len(starts) == len(members):
        starts = starts[:1]  # it leads to all others
    return any(_leads_out(register, start, frozenset(members)) for start in starts)


def _leads_out(register: Register, start: str, members: Collection[str]) -> bool:
    network = network_under(register, start)
    standing = standing_nodes(network)
    return any(standing[number] for number, source in network.sources() if source in members)


def _may_circle(register: Register) -> bool:
    """Return whether all vias of the dossier together hold a circle: without one no claim does."""
    edges: dict[str, set[str]] = {
        source.id: set(register.source_grounds(source.id).via) for source in register.dossier.sources
    }
    for claim in register.dossier.claims_that_say_how.values():
        for evidence in claim.evidence:
            edges[evidence.source].update(evidence.via or ())
    return bool(strong_components({name: tuple(sorted(others)) for name, others in edges.items()}))


def _edges_under(side: Side) -> dict[str, tuple[str, ...]]:
    network = side.own_network
    return {
        source: tuple(
            network.nodes[link.node].source or "" for link in links(network, number) if link.kind == "via"
        )
        for number, source in network.sources()
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
