"""Finds entries of one kind that one id or one name stands for, however it is spelled."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from claimaudit.finding import Related
from claimaudit.loading.faults import Fault
from claimaudit.loading.places import EntryT, Placed
from claimaudit.location import Route
from claimaudit.model import Claim, Entry, Outlet, Owner, Source
from claimaudit.text import squash


class Spelling(NamedTuple):
    """A name of an entry: what makes two spellings one, the name as it is written, and the way to it."""

    key: str
    name: str
    route: Route


class Clash(NamedTuple):
    """Two entries with one name."""

    later: Placed[Any]
    name: Spelling
    first: Placed[Any]
    first_name: Spelling


def by_id(entry: Any) -> list[Spelling]:
    """Return the id of an entry: case does not tell two apart."""
    return [Spelling(entry.id.casefold(), entry.id, ("id",))]


def by_name(entry: Outlet | Owner) -> list[Spelling]:
    """Return every name of an outlet or owner: letters and digits alone tell two apart."""
    names: list[tuple[str | None, Route]] = [(entry.id, ("id",)), (entry.name, ("name",))]
    if isinstance(entry, Outlet):
        names += [(alias, ("aliases", index)) for index, alias in enumerate(entry.aliases)]
    return [Spelling(squash(name), name, route) for name, route in names if name is not None]


def distinct(
    entries: Iterable[Placed[EntryT]], spellings: Callable[[EntryT], Sequence[Spelling]]
) -> tuple[list[Placed[EntryT]], list[Clash]]:
    """Return the entries that have names of their own, and the later of those that share one with another."""
    kept: list[Placed[EntryT]] = []
    clashes: list[Clash] = []
    taken: dict[str, tuple[Placed[EntryT], Spelling]] = {}
    for candidate in entries:
        names = spellings(candidate.entry)
        clash = next((name for name in names if name.key in taken), None)
        if clash is not None:
            clashes.append(Clash(candidate, clash, *taken[clash.key]))
            continue
        kept.append(candidate)
        for name in names:
            taken.setdefault(name.key, (candidate, name))
    return kept, clashes


def faults_of(clashes: Iterable[Clash]) -> Iterator[Fault]:
    """Yield a fault for each clash, at the later entry."""
    for clash in clashes:
        later, place = clash.later.entry, clash.later.place
        location = place.locate(clash.name.route)
        message, help_ = _words(clash)
        yield Fault(
            message,
            location,
            subject=f"{_noun(later)}/{later.id}/{clash.name.name}",
            help=help_,
            related=(Related("the first", clash.first.place.locate(clash.first_name.route)),),
            claim=later.id if isinstance(later, Claim) else None,
            source=later.id if isinstance(later, Source) else None,
            excerpt=place.file.line(location.line),
        )


def _words(clash: Clash) -> tuple[str, str]:
    name, first_name, noun = clash.name.name, clash.first_name.name, _noun(clash.later.entry)
    if clash.name.route != ("id",) or name.casefold() != first_name.casefold():
        message = f"`{name}` names the {noun} `{clash.first.entry.id}` already"
        return message, f"leave it out here, or make one {noun} of the two"
    if name == first_name:
        return f"the {noun} `{name}` is here for the second time", "give one of the two another id"
    return f"only case tells the {noun} `{name}` from `{first_name}`", "give one of the two another id"


def _noun(entry: Entry) -> str:
    return type(entry).__name__.lower()
