"""The informants under a claim: on whom all of it hangs, who is not named, who may be one person.

Knows no rule and makes no sentence.
"""

from collections.abc import Iterator
from typing import NamedTuple

from claimaudit.location import Route
from claimaudit.model import Dossier, InformantUse, InlineInformant
from claimaudit.provenance.independence import Side
from claimaudit.provenance.labels import Label
from claimaudit.text import words_of


def informant_of(side: Side, label: Label) -> InlineInformant:
    """Return whom the label of an informant stands for."""
    return side.register.dossier.informant.get(label.id) or side.register.inline[label]


def relying_on(side: Side) -> dict[Label, tuple[str, ...]]:
    """Return for each informant the sources whose own reporting under the claim relies on it, nearest first."""
    network = side.network
    found: dict[Label, dict[str, None]] = {}
    for way in network.ways:
        source = network.nodes[way.node].source
        for number in way.labels if source else ():
            found.setdefault(network.labels[number], {})[source or ""] = None
    return {label: tuple(sources) for label, sources in found.items()}


def shared_evidence(side: Side) -> Label | None:
    """Return the one informant on whom several independent origins rely, if there is one.

    None where the claim is attributed to that very informant: then it is no more than the text says.
    """
    if side.outlet.high < 2 or not side.outlet.high_exact:
        return None
    if not side.hangs_on_one("informant") or not side.informant.high_exact:
        return None
    origins = side.informant
    only = origins.high_witness[0]
    return None if only.id == side.claim.attributed_to else only


def anonymous_origin(side: Side) -> tuple[Label, ...]:
    """Return the unnamed informants to whom alone the one outlet refers that reports the claim itself.

    Nothing where several outlets report it, or where some of the reporting declares no informant, or a named one.
    """
    if not side.informants or any(informant_of(side, label).is_named for label in side.informants):
        return ()
    network = side.network
    origins = [number for number, _ in network.sources() if network.is_origin(number)]
    if len({network.node_labels[number] for number in origins}) != 1:
        return ()
    own_reporting = [
        way for number in origins for way in network.ways_at(number) if not way.needs and not way.assumed
    ]
    found = dict.fromkeys(network.labels[label] for way in own_reporting for label in way.labels)
    declare_all = all(way.labels for way in own_reporting)
    return tuple(found) if declare_all else ()


def anonymous_pool(side: Side) -> tuple[Label, ...]:
    """Return the informants who may be one, with whom all falls that is declared of several origins; or nothing."""
    if side.outlet.low < 2 or not side.hangs_on_one("informant", as_declared=True):
        return ()
    origins = side.informant
    if origins.low != 1 or not origins.low_exact or origins.high < 2:
        return ()
    (chief,) = origins.low_witness
    return tuple(label for label, same in side.same_person.items() if same == chief)


def informants_under(side: Side) -> int:
    """Return on how many informants the own reporting under the claim relies."""
    return len(side.informants)


class Described(NamedTuple):
    """An informant where a file describes it: as an entry, or in place, for one source or one piece of evidence."""

    label: Label
    informant: InlineInformant
    route: Route
    source: str | None = None
    claim: str | None = None

    @property
    def key(self) -> str:
        """What tells it from others of its source and claim, wherever it stands: its id, else who it is."""
        if self.source is None:
            return self.label.id
        return " ".join((self.informant.kind, *words_of(self.informant.descriptor or "")))


def described(dossier: Dossier) -> Iterator[Described]:
    """Yield every informant of the dossier: those with an id, then those in sources, then those in evidence."""
    for index, entry in enumerate(dossier.informants):
        yield Described(Label(entry.id, "informant"), entry, ("informants", index))
    for index, source in enumerate(dossier.sources):
        for place, label, informant in _in_place(source.informants, source.id):
            yield Described(label, informant, ("sources", index, "informants", place), source.id)
    for index, claim in dossier.claims_that_say_how.items():
        for number, piece in enumerate(claim.evidence):
            route: Route = ("claims", index, "evidence", number, "informants")
            used_by = f"{claim.id}/evidence-{number + 1}"
            for place, label, informant in _in_place(piece.informants or (), used_by):
                yield Described(label, informant, (*route, place), piece.source, claim.id)


def _in_place(
    informants: tuple[InformantUse, ...], used_by: str
) -> Iterator[tuple[int, Label, InlineInformant]]:
    """Yield the informants described in place, each with its index and the label that `Register` gives it."""
    for index, informant in enumerate(informants):
        if not isinstance(informant, str):
            yield index, Label(f"{used_by}/informant-{index + 1}", "informant"), informant
