"""Outlets, who publish, and owners, who control outlets."""

from typing import Literal

from claimaudit.model.entry import Entry, Listed, Text

OutletKind = Literal[
    "newsroom",
    "wire",
    "broadcaster",
    "state-media",
    "government",
    "party",
    "think-tank",
    "aggregator",
    "blog",
    "social",
    "encyclopedia",
]
Reliability = Literal["A", "B", "C", "D", "E", "F"]


class Owner(Entry):
    """Who controls outlets. Only needed where an owner has an owner of its own, or a name worth giving."""

    id: Text  # NOTE: as with outlets, one made from a name may have letters beyond ASCII in its id
    name: Text | None = None
    owner: Text | None = None
    note: Text | None = None


class Outlet(Entry):
    """Who publishes. One newsroom is one outlet, however many works it puts out."""

    id: Text  # NOTE: an outlet made from a name has its slug as id, which may hold letters beyond ASCII
    name: Text | None = None
    owner: Text | None = None
    """An owner, or another outlet."""
    kind: OutletKind | None = None
    reliability: Reliability | None = None
    """Track record on the Admiralty scale: A completely reliable to E unreliable, F cannot be judged."""
    aliases: tuple[Text, ...] = Listed
    """Other spellings, and hosts of addresses."""
    note: Text | None = None

    @property
    def label(self) -> str:
        """What a reader is shown: the name, else the id."""
        return self.name or self.id
