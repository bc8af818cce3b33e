"""Informants: the persons, offices and documents that reporters relied on."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag

from claimaudit.model.entry import Entry, Flag, Identifier, Text

InformantKind = Literal["person", "office", "document"]
Terms = Literal["on-record", "background", "deep-background", "off-record"]


class InlineInformant(Entry):
    """An informant described where it is used: one of its own, the same as no other."""

    kind: InformantKind = "person"
    named: Flag = False
    descriptor: Text | None = None
    """Who, as the text describes them."""
    terms: Terms | None = None
    reason: Text | None = None
    """Why the informant is not named."""

    @property
    def is_named(self) -> bool:
        """Whether readers can know who it is; offices and documents count as named."""
        return self.named or self.kind != "person"


class Informant(InlineInformant):
    """A person, office or document with an id: the same one wherever its id appears."""

    id: Identifier
    note: Text | None = None


def _form(value: Any) -> str:
    return "id" if isinstance(value, str) else "inline"


InformantUse = Annotated[
    Annotated[Identifier, Tag("id")] | Annotated[InlineInformant, Tag("inline")], Discriminator(_form)
]
"""An informant by id, or described in place."""
