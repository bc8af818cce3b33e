"""Outlets, who publish, and owners, who control outlets."""

from typing import Literal

from pydantic import ConfigDict

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

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "news-group",
                    "name": "News Group",
                    "owner": "holding",
                    "note": "so its imprint of 2025",
                }
            ]
        }
    )

    id: Text  # NOTE: as with outlets, one made from a name may have letters beyond ASCII in its id
    """Its name, for you."""
    name: Text | None = None
    """As readers know it; the id, if left out."""
    owner: Text | None = None
    """Who controls it: an owner or an outlet, by id, name or alias."""
    note: Text | None = None
    """For whoever reads the file."""


class Outlet(Entry):
    """Who publishes. One newsroom is one outlet, however many works it puts out."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "morning-wire",
                    "name": "Morning Wire",
                    "owner": "news-group",
                    "kind": "wire",
                    "reliability": "B",
                    "aliases": ["MW", "morning-wire.example"],
                    "note": "no bureau in the region",
                }
            ]
        }
    )

    id: Text  # NOTE: an outlet made from a name has its slug as id, which may hold letters beyond ASCII
    """Its name, for you."""
    name: Text | None = None
    """As readers know it; the id, if left out."""
    owner: Text | None = None
    """Who controls it: an owner or another outlet, by id, name or alias."""
    kind: OutletKind | None = None
    """What it is."""
    reliability: Reliability | None = None
    """Its record on the Admiralty scale: A completely reliable to E unreliable, F cannot be judged."""
    aliases: tuple[Text, ...] = Listed
    """Other spellings, and hosts of its addresses."""
    note: Text | None = None
    """For whoever reads the file."""

    @property
    def label(self) -> str:
        """What a reader is shown: the name, else the id."""
        return self.name or self.id
