"""Circles: sources that repeat each other round, and owners that own each other round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimaudit.provenance.chains import links
from claimaudit.provenance.components import Round, rounds, strong_components
from claimaudit.provenance.grounding import standing_nodes
from claimaudit.provenance.grounds import Register
from claimaudit.provenance.independence import Provenance, Side
from claimaudit.provenance.labels import Label, Ownership
from claimaudit.provenance.network import network_under


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
        yield Circle(members, way_round.path, None, _stands(register, members))
    if not _may_circle(register):
        return
    for claim in register.dossier.claims:
        for side in (provenance.support(claim.id), provenance.against(claim.id)):
            for way_round in rounds(_edges_under(side), order):
                if frozenset(way_round.members) not in seen:
                    seen.add(frozenset(way_round.members))
                    stands = _any_stands(side, way_round.members)
                    yield Circle(way_round.members, way_round.path, claim.id, stands)


def _stands(register: Register, members: Sequence[str]) -> bool:
    """Return whether any of the circle reaches an origin: one that was retracted no longer leads to the others."""
    for start in members:
        if not register.is_void(start):
            network = network_under(register, start)
            standing, there = standing_nodes(network), frozenset(members)
            return any(standing[number] for number, source in network.sources() if source in there)
    return False


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
