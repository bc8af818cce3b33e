"""Sources: published works, documents and statements."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from claimaudit.model.dates import Published
from claimaudit.model.entry import Entry, Flag, Identifier, Listed, Text
from claimaudit.model.informant import InformantUse
from claimaudit.model.waiver import Waiver

Basis = Literal["original", "derived", "mixed", "unknown"]
SourceKind = Literal[
    "news",
    "wire",
    "document",
    "statement",
    "interview",
    "opinion",
    "post",
    "aggregator",
    "encyclopedia",
]
SourceStatus = Literal["active", "corrected", "superseded", "withdrawn", "retracted"]


def require_mixed(basis: Basis | None, via: tuple[str, ...] | None) -> None:
    """Refuse a basis that ignores `via` beside a `via` (docs/independence.md).

    Raises:
        PydanticCustomError: its context names the `field` at fault.
    """
    if via and basis in ("original", "unknown"):
        raise PydanticCustomError(
            "basis_ignores_via",
            "`basis: {basis}` ignores its `via`; write `basis: mixed` for own reporting beside what it repeats",
            {"basis": basis, "field": "basis"},
        )


class Snapshot(Entry):
    """A captured copy of the source, with its path relative to the file that names it."""

    path: Text
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-fA-F]{64}$")] | None = None
    captured: Published | None = None


class Source(Entry):
    """One published work, document or statement at one time."""

    id: Identifier
    outlet: Text | None = None
    """Id, name or alias of an outlet; once loaded, an id. None: the source stands for itself."""
    title: Text | None = None
    authors: tuple[Text, ...] = Listed
    url: Text | None = None
    reference: Text | None = None
    """Where it is, if it has no URL."""
    archive: Text | None = None
    published: Published | None = None
    accessed: Published | None = None
    language: Text | None = None
    kind: SourceKind | None = None
    basis: Basis | None = None
    via: tuple[Text, ...] | None = Field(default=None, strict=False)
    informants: tuple[InformantUse, ...] = Listed
    shares_text_with: tuple[Text, ...] = Listed
    read: Flag = True
    """False: known only because others credit it."""
    interested: Flag = False
    """A party to the matter."""
    subject: Text | None = None
    status: SourceStatus = "active"
    replaced_by: Text | None = None
    snapshot: Snapshot | None = None
    waivers: tuple[Waiver, ...] = Listed
    note: Text | None = None

    @model_validator(mode="after")
    def _basis_agrees_with_via(self) -> "Source":
        require_mixed(self.basis, self.via)
        return self
