"""What became of the claims from one audit to a later one, as plain values."""

from typing import Literal, NamedTuple

from claimaudit.finding import Finding
from claimaudit.location import Location
from claimaudit.report.whatif import ClaimState

Outcome = Literal["weaker", "new findings", "stronger", "fewer findings", "changed", "new", "gone"]
"""What became of a claim, the worst first."""


class Moment(NamedTuple):
    """The files at one time: a revision as it was named and its commit, or the files as they stand, with neither."""

    revision: str | None = None
    commit: str | None = None


class ClaimChange(NamedTuple):
    """A claim that stands otherwise, is new, or is gone.

    `why` are the links that are declared otherwise, in words, nearest to the claim first. `new_findings` are
    errors and warnings that were not there or rose, `gone_findings` those that are not there now or fell. A claim
    that is new has no state `before`, one that is gone none `after` and no place.
    """

    id: str
    text: str
    outcome: Outcome
    before: ClaimState | None
    after: ClaimState | None
    why: tuple[str, ...] = ()
    new_findings: tuple[Finding, ...] = ()
    gone_findings: tuple[Finding, ...] = ()
    location: Location | None = None

    @property
    def is_uncertain(self) -> bool:
        """Whether it may be weaker, and nobody can tell: its origins are others and were not all counted out."""
        if self.before is None or self.after is None or self.outcome != "changed":
            return False
        old, new = self.before.origins, self.after.origins
        is_exact = old.low_exact and old.high_exact and new.low_exact and new.high_exact
        return old.shown != new.shown and not is_exact


class ChangeReport(NamedTuple):
    """What became of the claims: the worst first, those of one outcome in the order of the files.

    `summary` says it in a sentence; `remarks` say what is not told of each claim; `reworded` are the claims of which
    only the text is another.
    """

    before: Moment
    after: Moment
    claims_before: int
    claims_after: int
    changes: tuple[ClaimChange, ...]
    reworded: tuple[str, ...]
    summary: str
    remarks: tuple[str, ...]
