"""Claims, the unit of audit, and the evidence for and against them."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from claimaudit.model.entry import Entry, Flag, Identifier, Listed, Text, WholeNumber
from claimaudit.model.informant import InformantUse
from claimaudit.model.source import MIXED_REQUIRED, Basis, require_mixed
from claimaudit.model.waiver import Waiver

Status = Literal["asserted", "reported", "inferred", "speculative", "confirmed", "retracted"]
Stance = Literal["supports", "contradicts", "mentions"]
Confidence = Literal["low", "moderate", "high"]
Credibility = Annotated[
    WholeNumber,
    Field(ge=1, le=6),
    WithJsonSchema(
        {
            "type": ["integer", "string"],
            "minimum": 1,
            "maximum": 6,
            "pattern": "^0{0,8}[1-6]$",
            "patternErrorMessage": "Write a whole number from 1 to 6.",
        }
    ),
]


class Quote(Entry):
    """Words of a source, after the text quote selector of the W3C Web Annotation model."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"exact": "ten points", "prefix": "a draft with ", "suffix": ", officials say"}]
        }
    )

    exact: Text
    """The words themselves."""
    prefix: Text | None = None
    """What stands before them, where the words occur more than once."""
    suffix: Text | None = None
    """What stands after them, where the words occur more than once."""


def _plain_quote(value: Any) -> Any:
    return {"exact": value} if isinstance(value, str) else value


ShortQuote = Annotated[Quote, BeforeValidator(_plain_quote, json_schema_input_type=Text | Quote)]
"""A quote, in the file as plain text too."""


class Evidence(Entry):
    """A source bearing on a claim. What it leaves out, the source says."""

    model_config = ConfigDict(
        json_schema_extra={
            **MIXED_REQUIRED,
            "examples": [
                {
                    "source": "post-2025-11-19",
                    "stance": "supports",
                    "basis": "derived",
                    "via": ["wire-2025-11-18"],
                    "subject": "trade-plan",
                    "quote": "ten points",
                    "locator": "para 3",
                    "hedged": True,
                },
                {
                    "source": "https://morning-wire.example/plan",
                    "informants": ["leaked-draft"],
                    "superseded_by": "wire-2025-11-20",
                    "note": "speaks of nine points, the later version of ten",
                },
            ],
        }
    )

    source: Text
    """Which source: its id or its URL."""
    stance: Stance = "supports"
    """What it does to the claim."""
    basis: Basis | None = None
    """How the source knows, for this claim; as the source says, if left out."""
    via: tuple[Text, ...] | None = Field(default=None, strict=False)
    """Whom it repeats, for this claim: ids or URLs of sources; `[]` for nobody; as the source says, if left out."""
    informants: tuple[InformantUse, ...] | None = Field(default=None, strict=False)
    """Whom it relied on, for this claim; as the source says, if left out."""
    subject: Text | None = None
    """What it is about; as the source says, if left out. Another subject than the claim's does not count."""
    quote: ShortQuote | None = None
    """Its words: text, or `{exact, prefix, suffix}`."""
    locator: Text | None = None
    """Where in the source."""
    hedged: Flag = False
    """Whether the source itself hedges."""
    superseded_by: Text | None = None
    """Overtaken on this claim by that source: does not count."""
    note: Text | None = None
    """For whoever reads the file."""

    @property
    def says_how(self) -> bool:
        """Whether it says itself how its source knows, instead of leaving that to the source."""
        return self.basis is not None or self.via is not None or self.informants is not None

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


ShortEvidence = Annotated[Evidence, BeforeValidator(_short_evidence, json_schema_input_type=Text | Evidence)]
"""Evidence, in the file as the source's id or URL too."""

PremiseSet = Annotated[tuple[Text, ...], Field(strict=False, min_length=1)]
PremiseSets = Annotated[
    tuple[PremiseSet, ...],
    BeforeValidator(_premise_sets, json_schema_input_type=tuple[Text, ...] | tuple[PremiseSet, ...]),
    Field(strict=False),
]
"""Premise sets, in the file as one flat list too."""


class Claim(Entry):
    """One assertion that can be true or false."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "ten-points",
                    "text": "The draft of the plan has ten points.",
                    "section": "What we know",
                    "status": "reported",
                    "tags": ["secret annex"],
                    "subject": "trade-plan",
                    "attributed_to": "minister",
                    "locator": "line 4",
                    "evidence": [
                        "wire-2025-11-18",
                        {"source": "post-2025-11-19", "quote": "ten points", "locator": "para 3"},
                    ],
                    "credibility": 2,
                    "note": "ask the ministry again",
                },
                {
                    "id": "plan-is-far-along",
                    "text": "The plan is likely to be signed this year.",
                    "status": "inferred",
                    "rests_on": ["ten-points", "plan-put-off"],
                    "likelihood": "likely",
                    "confidence": "moderate",
                },
                {
                    "id": "plan-exists",
                    "text": "There is a plan.",
                    "status": "inferred",
                    "rests_on": [["ten-points"], ["plan-put-off"]],
                },
            ]
        }
    )

    id: Identifier
    """Its name, for you and for other claims."""
    text: Text
    """What is claimed, in one sentence."""
    section: Text | None = None
    """A heading; reports group by it."""
    status: Status = "asserted"
    """How the text puts it: in its own voice (`asserted`), naming who says so, arguing, as conjecture, as checked, no longer."""
    tags: tuple[Text, ...] = Listed
    """Free words; `speculative` and `secret annex` mean something to the rules."""
    subject: Text | None = None
    """What it is about, where the dossier has more than one thing."""
    attributed_to: Text | None = None
    """The informant that says this of itself."""
    locator: Text | None = None
    """Where the text makes the claim."""
    evidence: tuple[ShortEvidence, ...] = Listed
    """What bears on it: ids or URLs of sources, or `{source: ..., stance: ...}`."""
    rests_on: PremiseSets = ()
    """The claims it is argued from: `[a, b]` needs both; of `[[a], [b]]` either will do."""
    credibility: Credibility | None = None
    """Of the information, Admiralty scale: 1 confirmed to 5 improbable, 6 cannot be judged."""
    likelihood: Text | None = None
    """Of an event, in the words of a yardstick."""
    confidence: Confidence | None = None
    """In a judgement."""
    waivers: tuple[Waiver, ...] = Listed
    """Findings that you accept."""
    note: Text | None = None
    """For whoever reads the file."""
