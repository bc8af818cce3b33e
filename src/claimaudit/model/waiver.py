"""A recorded decision to accept a finding."""

from pydantic import ConfigDict

from claimaudit.model.dates import Day
from claimaudit.model.entry import Entry, Text


class Waiver(Entry):
    """Who accepts the findings of which rule on this entry, why, and until which day (that day included).

    Newsroom handbooks make such sign-off part of the rule: a single source needs approval and a reason.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "rule": "CA102",
                    "by": "A. Editor",
                    "reason": "the reporter was there",
                    "until": "2026-12-31",
                }
            ]
        }
    )

    rule: Text
    """Which rule: its code or its name."""
    by: Text
    """Who takes the decision."""
    reason: Text
    """Why."""
    until: Day | None = None
    """The last day on which it holds; for good, if left out."""
