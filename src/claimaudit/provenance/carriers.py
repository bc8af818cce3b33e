"""Who brings a claim to the reader: relays of what others found, parties to the matter, digests.

Knows no rule and makes no sentence.
"""

from typing import NamedTuple

from claimaudit.model import Dossier
from claimaudit.provenance.flaws import may_be_an_origin
from claimaudit.provenance.independence import Side
from claimaudit.provenance.labels import Label, label_of

TERTIARY = frozenset({"encyclopedia", "aggregator"})
"""Kinds, of sources and of outlets, that sum up what others wrote."""


class Relay(NamedTuple):
    """What a claim falls with, though several others reported it: all of them were seen through it alone."""

    label: Label
    origins: tuple[str, ...]


def relay(side: Side) -> Relay | None:
    """Return the relay of a claim with one independent origin, and the origins of other outlets behind it.

    None where fewer than two outlets besides it are declared to have reported the claim.
    """
    if len(side.all_origins) < 2:
        return None
    (label,) = side.outlet.high_witness
    outlets = {source: label_of(side.register.dossier.source[source]) for source in side.origins}
    behind = {source: outlet for source, outlet in outlets.items() if outlet != label}
    return Relay(label, tuple(behind)) if len(set(behind.values())) > 1 else None


def parties(side: Side) -> tuple[str, ...]:
    """Return the sources that are origins of the claim or may be, if all of them are parties to the matter."""
    sources = side.register.dossier.source
    if not all(sources[name].interested for name in side.all_origins):
        return ()
    network = side.network
    bearing = dict.fromkeys(
        source
        for number, source in network.sources()
        if network.is_origin(number) or may_be_an_origin(network, number)
    )
    return tuple(bearing) if all(sources[name].interested for name in bearing) else ()


def tertiary(side: Side) -> tuple[str, ...]:
    """Return the sources whose evidence counts, if all of them sum up what others wrote, and no premise supports it."""
    dossier = side.register.dossier
    cited = () if side.claim.rests_on else side.counted_sources
    return cited if all(tertiary_kind(dossier, source) for source in cited) else ()


def tertiary_kind(dossier: Dossier, source_id: str) -> str | None:
    """Return as what a source sums up what others wrote, by its own kind or its outlet's; None if it does not."""
    source = dossier.source[source_id]
    kinds = (source.kind, dossier.outlet[source.outlet].kind if source.outlet else None)
    return next((kind for kind in kinds if kind in TERTIARY), None)
