"""The result of an audit as plain values: all that a renderer knows.

Every count and every sentence in here was made by `provenance`; nothing here computes one.
"""

from claimaudit.report.audit import (
    INPUT_RULES,
    CheckReport,
    ClaimReport,
    LeftOut,
    Merge,
    Origins,
    OutletReport,
    Report,
    RuleReport,
    SideReport,
    SourceReport,
    Step,
    Summary,
    Witness,
)
from claimaudit.report.cards import Card, CardKind, ClaimCard, EntryCard, Hit, TreeRow
from claimaudit.report.changes import ChangeReport, ClaimChange, Moment, Outcome
from claimaudit.report.settings import Setting
from claimaudit.report.whatif import ClaimState, DropChange, DroppedEntry, DropReport, RankRow

__all__ = [
    "INPUT_RULES",
    "Card",
    "CardKind",
    "ChangeReport",
    "CheckReport",
    "ClaimCard",
    "ClaimChange",
    "ClaimReport",
    "ClaimState",
    "DropChange",
    "DropReport",
    "DroppedEntry",
    "EntryCard",
    "Hit",
    "LeftOut",
    "Merge",
    "Moment",
    "Origins",
    "Outcome",
    "OutletReport",
    "RankRow",
    "Report",
    "RuleReport",
    "Setting",
    "SideReport",
    "SourceReport",
    "Step",
    "Summary",
    "TreeRow",
    "Witness",
]
