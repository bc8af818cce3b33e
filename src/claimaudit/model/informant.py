"""Informants: the persons, offices and documents that reporters relied on."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, Tag

from claimaudit.model.entry import Entry, Flag, Identifier, Text

InformantKind = Literal["person", "office", "document"]
Terms = Literal["on-record", "background", "deep-background", "off-record"]


class InlineInformant(Entry):
    """An informant described where it is used: one of its own, the same as no other."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "kind": "person",
                    "named": False,
                    "descriptor": "senior official",
                    "terms": "background",
                    "reason": "not authorised to speak",
                }
            ]
        }
    )

    kind: InformantKind = "person"
    """What it is; offices and documents count as named."""
    named: Flag = False
    """Whether readers can know who it is."""
    descriptor: Text | None = None
    """Who, as the text describes them."""
    terms: Terms | None = None
    """On what terms they spoke."""
    reason: Text | None = None
    """Why they are not named."""

    @property
    def is_named(self) -> bool:
        """Whether readers can know who it is; offices and documents count as named."""
        return self.named or self.kind != "person"


class Informant(InlineInformant):
    """A person, office or document with an id: the same one wherever its id appears."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "minister",
                    "kind": "person",
                    "named": True,
                    "descriptor": "minister of trade",
                    "terms": "on-record",
                },
                {
                    "id": "us-official-1",
                    "descriptor": "US official",
                    "terms": "background",
                    "reason": "not authorised to speak",
                    "note": "perhaps the same as in the story of 20 November",
                },
            ]
        }
    )

    id: Identifier
    """Its name, for you."""
    note: Text | None = None
    """For whoever reads the file."""


def _form(value: Any) -> str:
    return "id" if isinstance(value, str) else "inline"


InformantUse = Annotated[
    Annotated[Identifier, Tag("id")] | Annotated[InlineInformant, Tag("inline")], Discriminator(_form)
]
"""An informant by id, or described in place."""
