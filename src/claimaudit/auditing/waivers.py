"""Waivers: which findings are accepted, and which waivers do nothing."""

from collections.abc import Iterator, Sequence
from datetime import date

from claimaudit.finding import Waived
from claimaudit.location import Route
from claimaudit.model import Waiver
from claimaudit.report import INPUT_RULES
from claimaudit.rule import AuditedDossier, Observation, Rule
from claimaudit.rules import RULES, ca901_unused_waiver, ca902_expired_waiver

ON_WAIVERS = frozenset({ca901_unused_waiver.CODE, ca902_expired_waiver.CODE})
"""The rules that look at waivers."""


class _Placed:
    """A waiver, the claim or source that bears it, what it was for, and how much of that no other waiver hides."""

    def __init__(self, waiver: Waiver, route: Route, claim: str | None, source: str | None) -> None:
        self.waiver, self.route, self.claim, self.source = waiver, route, claim, source
        self.silenced = self.bare = 0

    def accepts(self, seen: Observation) -> bool:
        """Return whether the waiver is of the finding's rule, whatever its date."""
        names = (seen.rule.code.casefold(), seen.rule.name)
        return self.waiver.rule.casefold() in names and seen.rule.code not in INPUT_RULES

    @property
    def decision(self) -> Waived:
        """What is recorded with the finding."""
        until = self.waiver.until.isoformat() if self.waiver.until else None
        return Waived(self.waiver.by, self.waiver.reason, until)

    def has_expired(self, today: date) -> bool:
        return self.waiver.until is not None and today > self.waiver.until


class Waivers:
    """All waivers of a dossier on one day, for the rules that speak; none where they are not heeded.

    If they do not end, each holds on the day of the audit, whatever its last day is.
    """

    def __init__(
        self,
        audited: AuditedDossier,
        rules: Sequence[Rule],
        *,
        are_heeded: bool = True,
        end: bool = True,
    ) -> None:
        self._today = audited.today if end else date.min
        silent = (rule for rule in RULES if rule not in rules)
        self._silent = {name for rule in silent for name in (rule.code.casefold(), rule.name)}
        self._by_owner: dict[tuple[str | None, str | None], list[_Placed]] = {}
        for placed in _placed(audited) if are_heeded else ():
            self._by_owner.setdefault((placed.claim, placed.source), []).append(placed)

    def waived(self, seen: Observation) -> Waived | None:
        """Return the decision that hides a finding, or None: one on its claim, else one on its source."""
        owners = ((seen.claim, None), (None, seen.source))
        meant = [
            placed
            for owner in owners
            for placed in (self._by_owner.get(owner, ()) if any(owner) else ())
            if placed.accepts(seen)
        ]
        live = next((placed for placed in meant if not placed.has_expired(self._today)), None)
        for placed in meant:
            placed.silenced += 1
            placed.bare += live is None
        return live.decision if live else None

    def observations(self) -> Iterator[Observation]:
        """Yield the findings on the waivers themselves, after all others were shown to `waived`.

        A waiver of a rule that was not asked to speak is not called unused.
        """
        for placed in (placed for group in self._by_owner.values() for placed in group):
            waiver = placed.waiver
            if waiver.rule.casefold() in self._silent:
                continue
            if not placed.silenced:
                yield ca901_unused_waiver.observe(waiver, placed.route, placed.claim, placed.source, RULES)
            elif placed.has_expired(self._today) and not placed.bare:
                yield ca901_unused_waiver.observe_expired(waiver, placed.route, placed.claim, placed.source)
            elif placed.has_expired(self._today):
                yield ca902_expired_waiver.observe(waiver, placed.route, placed.claim, placed.source)


def _placed(audited: AuditedDossier) -> Iterator[_Placed]:
    for claim in audited.claims:
        for index, waiver in enumerate(claim.claim.waivers):
            yield _Placed(waiver, (*claim.route, "waivers", index), claim.id, None)
    for route, source in audited.sources():
        for index, waiver in enumerate(source.waivers):
            yield _Placed(waiver, (*route, "waivers", index), None, source.id)
