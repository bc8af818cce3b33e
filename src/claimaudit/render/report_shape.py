"""The shape of the report as JSON, version 1.

The type checker holds `report_json` and `card_json` to it, and the JSON Schema of the report is made of it. The words
that a key may have are those of the layers below, which renderers do not know: a test compares them.
"""

from typing import Annotated

from pydantic import WithJsonSchema
from typing_extensions import TypedDict


def _one_of(*words: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": list(words)})


Version = Annotated[int, WithJsonSchema({"type": "integer", "const": 1})]
Count = Annotated[int, WithJsonSchema({"type": "integer", "minimum": 0})]
Ordinal = Annotated[int, WithJsonSchema({"type": "integer", "minimum": 1})]
Code = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^CA[0-9]{3}$"})]
StatusWord = Annotated[
    str, _one_of("asserted", "reported", "inferred", "speculative", "confirmed", "retracted")
]
VerdictWord = Annotated[str, _one_of("unsupported", "inferred", "single origin", "unclear", "corroborated")]
SeverityWord = Annotated[str, _one_of("error", "warning", "note")]
WitnessWord = Annotated[str, _one_of("outlet", "owner", "source", "informant", "text", "undeclared")]
EntryWord = Annotated[str, _one_of("source", "outlet", "informant", "owner")]
LeftOutWord = Annotated[str, _one_of("retracted", "withdrawn", "superseded", "off-subject")]


class PlaceValue(TypedDict):
    """Where something starts in the files."""

    path: str
    """The file, from the directory in which the command ran if it is below that."""
    line: Ordinal
    """The line, from 1."""
    column: Ordinal
    """The column in characters, from 1."""


class SpanValue(PlaceValue):
    """Where something starts and ends in the files."""

    end_line: Ordinal
    """The line of the end."""
    end_column: Ordinal
    """The column after the last character."""


class WitnessValue(TypedDict):
    """One member of a witness set."""

    kind: WitnessWord
    """What it is; `text`: sources that share their text, `undeclared`: what was not declared."""
    id: str
    """Its id."""


class OriginsValue(TypedDict):
    """Independent origins at one level: a range, where it is not declared whom some of them repeat."""

    low: Count
    """So many at least."""
    high: Count
    """So many at most."""
    low_witness: list[WitnessValue]
    """A smallest set that would all have to be wrong for the claim to fall, counting only what is declared."""
    high_witness: list[WitnessValue]
    """The same, with what is not declared counted as of its own."""
    low_exact: bool
    """Whether `low` is exact, and not only proven as a lower bound."""
    high_exact: bool
    """Whether `high` is exact, and not only proven as a lower bound."""
    unique: bool
    """Whether there is no other smallest set."""


class OwnerOriginsValue(OriginsValue):
    """Independent origins where outlets of one owner count as one."""

    owners_declared: Count
    """For so many of the outlets an owner is declared."""


class LevelsValue(TypedDict):
    """Independent origins, by what has to be wrong."""

    outlet: OriginsValue
    """Outlets: the number that people are shown."""
    owner: OwnerOriginsValue
    """Topmost declared owners."""
    informant: OriginsValue
    """Outlets, or the informants that they relied on."""


class MergeValue(TypedDict):
    """Why a source is no origin of its own."""

    reason: str
    """In a word: `via`, say."""
    path: list[str]
    """Ids of sources, from it to an origin."""
    text: str
    """The sentence."""


class LeftOutValue(TypedDict):
    """Evidence that does not count."""

    source: str
    """The id of its source."""
    reason: LeftOutWord
    """Why it does not count."""


class SideValue(TypedDict):
    """What speaks against a claim."""

    outlets: list[str]
    """Ids of the outlets that carry it, of its own evidence."""
    origins: list[str]
    """Ids of the sources that are origins."""
    independent: LevelsValue
    """How many of the origins are independent of each other."""


class ClaimValue(TypedDict):
    """One claim with all that was counted on it."""

    id: str
    """Its id."""
    text: str
    """What is claimed."""
    section: str | None
    """The heading that it stands under."""
    status: StatusWord
    """How the text puts it."""
    tags: list[str]
    """Its tags, as written."""
    verdict: VerdictWord
    """What the counts come to."""
    contested: bool
    """Whether what speaks against it is grounded."""
    outlets: list[str]
    """Ids of the outlets that carry it, of its own evidence."""
    origins: list[str]
    """Ids of the sources that are origins."""
    independent: LevelsValue
    """How many of the origins are independent of each other."""
    merges: list[MergeValue]
    """Why there are fewer origins than outlets."""
    not_counted: list[LeftOutValue]
    """Evidence that does not count."""
    against: SideValue
    """What speaks against it."""
    premises: list[list[str]]
    """Alternative sets of claims that it rests on; of each, all are needed."""
    location: PlaceValue
    """Where it stands."""


class RelatedValue(TypedDict):
    """Another place that a finding is about."""

    message: str
    """What stands there."""
    location: SpanValue
    """Where."""


class WaivedValue(TypedDict):
    """The decision to accept a finding."""

    by: str
    """Who took it."""
    reason: str
    """Why."""
    until: str | None
    """The last day on which it holds; null: for good."""


class FindingValue(TypedDict):
    """One finding of one rule at one place."""

    code: Code
    """The rule's code, which never changes its meaning."""
    name: str
    """The rule's name."""
    severity: SeverityWord
    """How much it asks of the reader."""
    message: str
    """What was found."""
    claim: str | None
    """The id of the claim that it is about, if it is about one."""
    source: str | None
    """The id of the source that it is about, if it is about one."""
    location: SpanValue
    """Where it stands."""
    related: list[RelatedValue]
    """Other places that it is about."""
    waived: WaivedValue | None
    """The decision to accept it; null: there is none."""
    fingerprint: str
    """The same as long as rule and subject are, wherever the lines move."""


class SummaryValue(TypedDict):
    """The counts of a report."""

    claims: Count
    """How many claims there are, shown or not."""
    by_verdict: dict[str, Count]
    """How many claims have each verdict."""
    findings: dict[str, Count]
    """How many findings have each severity; those waived are left out."""
    waived: Count
    """How many findings are waived."""


class ReportValue(TypedDict):
    """What `claimaudit report -f json` and `claimaudit check -f json` write."""

    schema_version: Version
    """The version of this format."""
    summary: SummaryValue
    """The counts."""
    claims: list[ClaimValue]
    """The claims that were asked for, in the order of the files unless sorted otherwise."""
    findings: list[FindingValue]
    """All findings, those waived and those on claims not shown included."""


class ClaimCardValue(ClaimValue):
    """What `claimaudit show ID -f json` writes of a claim."""

    findings: list[FindingValue]
    """The findings on it."""


class EntryCardValue(TypedDict):
    """What `claimaudit show ID -f json` writes of a source, an outlet, an owner or an informant."""

    kind: EntryWord
    """What it is."""
    id: str
    """Its id."""
    title: str
    """What a reader is shown."""
    facts: dict[str, str]
    """What is known of it, in words."""
    claims: list[str]
    """Ids of the claims that lead to it."""
    against: list[str]
    """Ids of the claims that it speaks against."""
    falls_alone: list[str]
    """Ids of the claims that would fall without it alone."""
    location: PlaceValue
    """Where it stands."""
    findings: list[FindingValue]
    """The findings on it."""
