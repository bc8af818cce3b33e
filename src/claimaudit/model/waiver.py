"""A recorded decision to accept a finding."""

from claimaudit.model.dates import Day
from claimaudit.model.entry import Entry, Text


class Waiver(Entry):
    """Who accepts the findings of which rule on this entry, why, and until which day (that day included).

    Newsroom handbooks make such sign-off part of the rule: a single source needs approval and a reason.
    """

    rule: Text
    """Code or name of the rule."""
    by: Text
    reason: Text
    until: Day | None = None
