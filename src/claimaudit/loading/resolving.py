"""From entries to a dossier: every name in it leads to an entry in it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from claimaudit.loading.duplicates import Clash, Spelling, by_id, by_name, distinct, faults_of
from claimaudit.loading.entries import Entries
from claimaudit.loading.faults import DANGLING_REFERENCE, DUPLICATE_ID, Faults
from claimaudit.loading.places import FilePlaces, Kind, Mention, Place, Placed
from claimaudit.loading.publishers import Publishers
from claimaudit.loading.references import References, with_values
from claimaudit.model import Dossier

_SPELLINGS: Mapping[Kind, Callable[[Any], Sequence[Spelling]]] = {
    "claims": by_id,
    "sources": by_id,
    "informants": by_id,
    "outlets": by_name,
    "owners": by_name,
}


def resolve(entries: Entries, faults: Faults) -> Dossier:
    """Return the dossier of all entries; what two of them share, or none of them has, becomes a fault."""
    _leave_out_duplicates(entries, faults)
    references, publishers = References(entries), Publishers(entries)
    sources = [
        with_values(references.source(placed), outlet=publishers.outlet_of(placed))
        for placed in entries.sources
    ]
    claims = [references.claim(placed) for placed in entries.claims]
    outlets = [with_values(placed.entry, owner=publishers.owner_of(placed)) for placed in entries.outlets]
    owners = [with_values(placed.entry, owner=publishers.owner_of(placed)) for placed in entries.owners]
    faults.add_all(DANGLING_REFERENCE, references.faults())
    lost = entries.lost.ids
    return Dossier(
        claims=tuple(claims),
        sources=tuple(sources),
        outlets=(*outlets, *(outlet for outlet, _ in publishers.made_outlets)),
        made_outlets=frozenset(outlet.id for outlet, _ in publishers.made_outlets),
        owners=(*owners, *(owner for owner, _ in publishers.made_owners)),
        informants=tuple(placed.entry for placed in entries.informants),
        faults=faults.sorted(),
        unsound_claims=frozenset(lost["claims"] | references.unsound_claims),
        unsound_sources=frozenset(lost["sources"] | references.unsound_sources | publishers.unsound_sources),
        places=FilePlaces(entries.files, _places(entries, publishers)),
        paths=tuple(file.path for file in entries.files),
    )


def _leave_out_duplicates(entries: Entries, faults: Faults) -> None:
    """Keep the first of those that share an id or a name; which of them is meant, nobody knows."""
    clashes: list[Clash] = []
    for kind, spellings in _SPELLINGS.items():
        present = entries.of(kind)
        everyone = _with_those_left_out(kind, present, entries)
        present[:], found = distinct(present, spellings)
        if len(everyone) > len(present) + len(found):
            _, found = distinct(everyone, spellings)
        for clash in found:
            entries.lost.add(kind, vars(clash.later.entry))
            entries.lost.ids[kind].add(clash.first.entry.id)
        clashes += found
    faults.add_all(DUPLICATE_ID, faults_of(clashes))


def _with_those_left_out(kind: Kind, present: Sequence[Placed[Any]], entries: Entries) -> list[Placed[Any]]:
    """Return all entries of a kind in the order in which they were read, those that are not valid as well."""
    left_out = [placed for other, placed in entries.left_out if other == kind]
    if not left_out:
        return [*present]
    order = {file.path: number for number, file in enumerate(entries.files)}
    return sorted(
        [*present, *left_out], key=lambda placed: (order[placed.place.file.path], placed.place.extent)
    )


def _places(entries: Entries, publishers: Publishers) -> Mapping[str, Sequence[Place | Mention]]:
    places: dict[str, list[Place | Mention]] = {
        kind: [placed.place for placed in entries.of(kind)] for kind in _SPELLINGS
    }
    places["outlets"] += [mention for _, mention in publishers.made_outlets]
    places["owners"] += [mention for _, mention in publishers.made_owners]
    return places
