"""Claims, the unit of audit, and the evidence for and against them."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from claimaudit.model.entry import Entry, Flag, Identifier, Listed, Text, WholeNumber
from claimaudit.model.informant import InformantUse
from claimaudit.model.source import Basis, require_mixed
from claimaudit.model.waiver import Waiver

Status = Literal["asserted", "reported", "inferred", "speculative", "confirmed", "retracted"]
Stance = Literal["supports", "contradicts", "mentions"]
Confidence = Literal["low", "moderate", "high"]


class Quote(Entry):
    """Words of a source, after the text quote selector of the W3C Web Annotation model."""

    exact: Text
    prefix: Text | None = None
    suffix: Text | None = None


def _plain_quote(value: Any) -> Any:
    return {"exact": value} if isinstance(value, str) else value


class Evidence(Entry):
    """A source bearing on a claim. What it leaves out, the source says."""

    source: Text
    """Id of a source or its URL; once loaded, an id."""
    stance: Stance = "supports"
    basis: Basis | None = None
    via: tuple[Text, ...] | None = Field(default=None, strict=False)
    informants: tuple[InformantUse, ...] | None = Field(default=None, strict=False)
    subject: Text | None = None
    quote: Annotated[Quote, BeforeValidator(_plain_quote)] | None = None
    locator: Text | None = None
    hedged: Flag = False
    """The source itself hedges."""
    superseded_by: Text | None = None
    """Overtaken on this claim by that source: does not count."""
    note: Text | None = None

    @model_validator(mode="after")
    def _basis_agrees_with_via(self) -> "Evidence":
        require_mixed(self.basis, self.via)
        return self


def _short_evidence(value: Any) -> Any:
    return {"source": value} if isinstance(value, str) else value


def _premise_sets(value: Any) -> Any:
    """Return a flat list of claims as one premise set; a list of lists gives alternatives."""
    if isinstance(value, list) and value and all(isinstance(member, str) for member in value):
        return [value]
    return value


PremiseSet = Annotated[tuple[Text, ...], Field(strict=False, min_length=1)]


class Claim(Entry):
    """One assertion that can be true or false."""

    id: Identifier
    text: Text
    section: Text | None = None
    status: Status = "asserted"
    tags: tuple[Text, ...] = Listed
    subject: Text | None = None
    attributed_to: Text | None = None
    """The informant that says this of itself."""
    locator: Text | None = None
    evidence: tuple[Annotated[Evidence, BeforeValidator(_short_evidence)], ...] = Listed
    rests_on: Annotated[tuple[PremiseSet, ...], BeforeValidator(_premise_sets), Field(strict=False)] = ()
    """Alternative premise sets; of each, all claims are needed."""
    credibility: Annotated[WholeNumber, Field(ge=1, le=6)] | None = None
    likelihood: Text | None = None
    confidence: Confidence | None = None
    waivers: tuple[Waiver, ...] = Listed
    note: Text | None = None
