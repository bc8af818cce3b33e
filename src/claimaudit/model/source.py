"""Sources: published works, documents and statements."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator
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


MIXED_REQUIRED: dict[str, Any] = {
    "if": {"required": ["via"], "properties": {"via": {"type": "array", "minItems": 1}}},
    "then": {
        "properties": {
            "basis": {
                "enum": ["derived", "mixed", None],
                "errorMessage": "This basis ignores `via`: write `mixed` for own reporting beside what it repeats.",
            }
        }
    },
}
"""What `require_mixed` asks for, as JSON Schema."""


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


_SHA256 = r"^[0-9a-fA-F]{64}$"
Sha256 = Annotated[
    str,
    StringConstraints(pattern=_SHA256),
    WithJsonSchema(
        {"type": "string", "pattern": _SHA256, "patternErrorMessage": "Write 64 hexadecimal digits."}
    ),
]
"""64 hexadecimal digits: as good as never digits alone, which an editor would take for a number."""


class Snapshot(Entry):
    """A captured copy of the source, with its path relative to the file that names it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "path": "snapshots/wire-2025-11-18.txt",
                    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    "captured": "2025-11-19T08:00:00Z",
                }
            ]
        }
    )

    path: Text
    """Where it is, relative to this file and inside the project."""
    sha256: Sha256 | None = None
    """The SHA-256 sum of its bytes, 64 hexadecimal digits."""
    captured: Published | None = None
    """When it was captured."""


class Source(Entry):
    """One published work, document or statement at one time."""

    model_config = ConfigDict(
        json_schema_extra={
            **MIXED_REQUIRED,
            "examples": [
                {
                    "id": "wire-2025-11-18",
                    "outlet": "Morning Wire",
                    "title": "Draft plan: ten points",
                    "authors": ["A. Reporter"],
                    "url": "https://morning-wire.example/plan",
                    "archive": "https://archive.example/20251119/https://morning-wire.example/plan",
                    "published": "2025-11-18T08:30:00+02:00",
                    "accessed": "2025-11-19",
                    "language": "en",
                    "kind": "wire",
                    "basis": "original",
                    "informants": ["leaked-draft", {"descriptor": "senior official", "terms": "background"}],
                    "read": True,
                    "interested": False,
                    "subject": "trade-plan",
                    "status": "superseded",
                    "replaced_by": "wire-2025-11-20",
                    "note": "the lines on tariffs are gone from the later version",
                },
                {
                    "id": "post-2025-11-19",
                    "outlet": "Evening Post",
                    "reference": "print edition, page 3",
                    "published": "2025-11-19",
                    "via": ["wire-2025-11-18"],
                    "shares_text_with": ["blog-nd"],
                },
            ],
        }
    )

    id: Identifier
    """Its name."""
    outlet: Text | None = None
    """Who published it: id, name or alias of an outlet. Left out: the outlet that has the URL's host as alias, else none."""
    title: Text | None = None
    """Its title, or what the page is, in brackets."""
    authors: tuple[Text, ...] = Listed
    """Who wrote it."""
    url: Text | None = None
    """Its address."""
    reference: Text | None = None
    """Where it is, if it has no URL: file, shelf mark."""
    archive: Text | None = None
    """The address of an archived copy."""
    published: Published | None = None
    """When it came out, as exact as you write it."""
    accessed: Published | None = None
    """When you read it."""
    language: Text | None = None
    """Its language, such as `en`."""
    kind: SourceKind | None = None
    """What it is."""
    basis: Basis | None = None
    """How it knows what it says. Left out: `derived` with a `via`, `original` for documents, statements and interviews, else `unknown`."""
    via: tuple[Text, ...] | None = Field(default=None, strict=False)
    """Whom it repeats: ids or URLs of sources."""
    informants: tuple[InformantUse, ...] = Listed
    """Whom it relied on: ids of informants, or informants described in place."""
    shares_text_with: tuple[Text, ...] = Listed
    """Sources with the same sentences, credited or not."""
    read: Flag = True
    """`false`: known only because others credit it."""
    interested: Flag = False
    """Whether it is a party to the matter."""
    subject: Text | None = None
    """What it is about, where the dossier has more than one thing."""
    status: SourceStatus = "active"
    """What became of it; what is withdrawn or retracted no longer grounds anything."""
    replaced_by: Text | None = None
    """The source to use instead."""
    snapshot: Snapshot | None = None
    """A captured copy."""
    waivers: tuple[Waiver, ...] = Listed
    """Findings that you accept."""
    note: Text | None = None
    """For whoever reads the file."""

    @model_validator(mode="after")
    def _basis_agrees_with_via(self) -> "Source":
        require_mixed(self.basis, self.via)
        return self
