"""Finds outlets and owners by any of their names, and makes those that no file declares."""

from typing import Any

from claimaudit.loading.entries import Entries
from claimaudit.loading.places import Mention, Placed
from claimaudit.model import Outlet, Owner, Source
from claimaudit.text import slug, squash
from claimaudit.text.addresses import host_of


class Publishers:
    """The outlets and owners of a dossier, by id, name and alias, compared by letters and digits alone.

    `made_outlets` and `made_owners` are those that are only named, each with the place that named it first.
    `unsound_sources` are the ids of sources whose outlet may be one that had to be left out.
    """

    def __init__(self, entries: Entries) -> None:
        self.made_outlets: list[tuple[Outlet, Mention]] = []
        self.made_owners: list[tuple[Owner, Mention]] = []
        self.unsound_sources: set[str] = set()
        self._lost = entries.lost.names
        self._outlets: dict[str, str] = {}
        self._owners: dict[str, str] = {}
        self._hosts: dict[str, str] = {}
        for outlet in (placed.entry for placed in entries.outlets):
            self._outlets |= dict.fromkeys(map(squash, _names(outlet)), outlet.id)
            self._hosts |= dict.fromkeys(map(_host, outlet.aliases), outlet.id)
        for owner in (placed.entry for placed in entries.owners):
            self._owners |= dict.fromkeys(map(squash, _names(owner)), owner.id)

    def outlet_of(self, placed: Placed[Source]) -> str | None:
        """Return the id of a source's outlet; None where it names none and no outlet has its host as alias."""
        source = placed.entry
        name = source.outlet if source.outlet is not None else host_of(source.url or "")
        key = squash(name)
        if key in self._lost:
            self.unsound_sources.add(source.id)
        if source.outlet is None:
            return self._hosts.get(name)
        return self._outlets.get(key) or self._make_outlet(source.outlet, key, placed)

    def owner_of(self, placed: Placed[Any]) -> str | None:
        """Return the id of the owner of an outlet or owner: an owner's, else an outlet's."""
        name: str | None = placed.entry.owner
        if name is None:
            return None
        key = squash(name)
        return self._owners.get(key) or self._outlets.get(key) or self._make_owner(name, key, placed)

    def _make_outlet(self, name: str, key: str, placed: Placed[Any]) -> str:
        outlet = Outlet(id=slug(name), name=name)
        self._outlets[key] = outlet.id
        self.made_outlets.append((outlet, Mention(placed.place, ("outlet",))))
        return outlet.id

    def _make_owner(self, name: str, key: str, placed: Placed[Any]) -> str:
        owner = Owner(id=slug(name), name=name)
        self._owners[key] = owner.id
        self.made_owners.append((owner, Mention(placed.place, ("owner",))))
        return owner.id


def _names(entry: Outlet | Owner) -> list[str]:
    aliases = entry.aliases if isinstance(entry, Outlet) else ()
    return [name for name in (entry.id, entry.name, *aliases) if name is not None]


def _host(alias: str) -> str:
    """Return the host that an alias is, written as an address or bare."""
    return host_of(alias) or alias.strip().casefold().removeprefix("www.")
