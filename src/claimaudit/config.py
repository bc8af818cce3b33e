"""What a house chooses about its audits. Plain values: reading a file of them is not its business.

In a file the keys have hyphens: `minimum-origins`. JSON Schema takes its descriptions from the docstrings below.
"""

from collections.abc import Collection, Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic.alias_generators import to_snake

from claimaudit.finding import Severity
from claimaudit.text import tag_key, words_of
from claimaudit.text.cues import CueList, Yardstick, require_cue

Level = Literal["outlet", "owner", "informant"]

Words = Annotated[str, Field(min_length=1, pattern=r"\S")]
"""Text with something in it."""


Worth = Annotated[Severity, Field(strict=False)]
"""`error`, `warning` or `note`."""


def _key(field: str) -> str:
    return to_snake(field).replace("_", "-")


class Policy(BaseModel):
    """A part of the configuration: strict, frozen, no unknown keys."""

    # Deferred: most houses have no configuration, and then there is nothing to check.
    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        defer_build=True,
        alias_generator=_key,
        populate_by_name=True,
        hide_input_in_errors=True,
    )


def _named_tag(tag: str) -> str:
    if not tag_key(tag):
        raise ValueError(f"`{tag}` names no tag: it has no letter or digit")
    return tag


Tag = Annotated[Words, AfterValidator(_named_tag)]
"""A tag, in any spelling."""


class FlaggedTag(Policy):
    """A tag that the house wants to see, how much it asks of the reader, and why."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"tag": "embargoed", "severity": "error", "message": "under embargo: ask the desk"},
            ]
        }
    )

    tag: Tag
    """The tag, in any spelling."""
    severity: Worth = Severity.WARNING
    """What the finding counts as."""
    message: Words
    """What the finding says."""


class Minimum(Policy):
    """How many independent origins the house asks for claims with a tag, or in a section."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["tag"]}, {"required": ["section"]}],
            "examples": [{"tag": "allegation", "origins": 3}, {"section": "Background", "origins": 1}],
        }
    )

    tag: Tag | None = None
    """The tag, in any spelling."""
    section: Words | None = None
    """The section; upper or lower case and punctuation make no difference."""
    origins: Annotated[int, Field(ge=1)]
    """Independent origins that such a claim should have."""

    @model_validator(mode="after")
    def _speaks_of_one_thing(self) -> "Minimum":
        if (self.tag is None) == (self.section is None):
            raise ValueError("a minimum is for one tag or one section: give `tag` or `section`")
        return self

    def is_for(self, tags: Collection[str], section: str | None) -> bool:
        """Return whether it is for a claim with these tags in that section."""
        if self.tag is None:
            return section is not None and words_of(self.section or "") == words_of(section)
        return tag_key(self.tag) in map(tag_key, tags)


Cue = Annotated[str, AfterValidator(require_cue)]
"""Words to look for, written as in the cue lists."""


class Cues(Policy):
    """Words that the rules on wording look for besides their own."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "hedges": ["word has it", "(is|are) rumoured"],
                    "attributions": ["on dit", "sources (close|near) to W"],
                    "plurals": ["N witnesses"],
                    "absences": ["(has|have) stayed silent"],
                    "confidence": ["(very)? sure"],
                }
            ]
        }
    )

    hedges: Annotated[tuple[Cue, ...], Field(strict=False)] = ()
    """Words by which a text does not commit itself: CA403 and CA404."""
    attributions: Annotated[tuple[Cue, ...], Field(strict=False)] = ()
    """Words by which a text hints at somebody who says so: CA303 and CA404."""
    plurals: Annotated[tuple[Cue, ...], Field(strict=False)] = ()
    """Words by which a text says that there are several sources: CA304."""
    absences: Annotated[tuple[Cue, ...], Field(strict=False)] = ()
    """Words by which a text points to what was not said: CA405."""
    confidence: Annotated[tuple[Cue, ...], Field(strict=False)] = ()
    """Words of how sure a judgement is: CA406."""

    def added_to(self, *lists: CueList) -> tuple[str, ...]:
        """Return the words that the house adds to some of the lists."""
        return tuple(cue for name in lists for cue in getattr(self, name, ()))


class Config(Policy):
    """Which rules speak, and what the house asks of its claims. `select` wins nothing against `ignore`."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "paths": ["data"],
                    "select": ["CA1", "CA2", "CA4"],
                    "ignore": ["CA207", "missing-archive"],
                    "fail-on": "warning",
                    "severity": {"CA207": "warning", "secret-annex": "error"},
                    "minimum-origins": 2,
                    "minimums": [{"tag": "allegation", "origins": 3}],
                    "level": "outlet",
                    "yardstick": "icd203",
                    "flagged-tags": [{"tag": "embargoed", "message": "under embargo: ask the desk"}],
                    "cues": {"hedges": ["word has it"]},
                }
            ]
        }
    )

    paths: Annotated[tuple[Words, ...], Field(strict=False)] = ()
    """Files and directories to read where the command line names none, from the directory of this file."""
    select: Annotated[tuple[Words, ...], Field(strict=False, min_length=1)] | None = None
    """The rules that speak: codes, starts of codes, names. All, if left out."""
    ignore: Annotated[tuple[Words, ...], Field(strict=False)] = ()
    """Rules that stay silent. Those on unreadable input never do."""
    fail_on: Worth = Severity.ERROR
    """`check` exits 1 from this severity upwards."""
    severity: Mapping[str, Worth] = Field(default_factory=dict)
    """By code or name of a rule the severity of its findings, whatever its page says."""
    minimum_origins: Annotated[int, Field(ge=1)] = 2
    """How many independent origins a claim should have (CA111, CA305). No standard asks for more than two."""
    minimums: Annotated[tuple[Minimum, ...], Field(strict=False)] = ()
    """The same for claims with a tag or in a section; of those for one claim, the highest holds."""
    level: Level = "outlet"
    """What the minimum counts: outlets, their owners, or the informants behind them."""
    yardstick: Yardstick | None = None
    """Whose terms of likelihood the house uses (CA406)."""
    flagged_tags: Annotated[tuple[FlaggedTag, ...], Field(strict=False)] = ()
    """Tags that the house wants to see (CA407)."""
    cues: Cues = Field(default_factory=Cues.model_construct)
    """Words that the rules on wording look for besides their own."""

    @classmethod
    def of_defaults(cls) -> "Config":
        """Return what holds where no house chose anything: equal to `Config()`, and made at once."""
        return cls.model_construct()

    @field_validator("flagged_tags")
    @classmethod
    def _each_tag_once(cls, flags: tuple[FlaggedTag, ...]) -> tuple[FlaggedTag, ...]:
        seen: set[str] = set()
        for flag in flags:
            if tag_key(flag.tag) in seen:
                raise ValueError(f"`{flag.tag}` is flagged twice: take one out")
            seen.add(tag_key(flag.tag))
        return flags

    def minimum_for(self, tags: Collection[str], section: str | None) -> int:
        """Return how many independent origins the house asks for a claim with these tags in that section."""
        special = [minimum.origins for minimum in self.minimums if minimum.is_for(tags, section)]
        return max(special, default=self.minimum_origins)
