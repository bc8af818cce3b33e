"""What became of the claims from one audit to a later one: which got weaker, and why. Reads no file."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from claimaudit.auditing.core import Audit
from claimaudit.auditing.reporting import sentence_on_unchecked
from claimaudit.auditing.whatif import claim_state
from claimaudit.finding import Finding, Severity
from claimaudit.provenance import changes as provenance_changes
from claimaudit.provenance.dropping import State, state_of
from claimaudit.provenance.explaining import ids
from claimaudit.report import INPUT_RULES, ChangeReport, ClaimChange, Moment, Outcome
from claimaudit.text import counted

_ORDER: tuple[Outcome, ...] = get_args(Outcome)
_SAID: Mapping[Outcome, str] = {"new findings": "with new findings", "fewer findings": "with fewer findings"}


def report_changes(before: Audit, after: Audit, then: Moment, now: Moment) -> ChangeReport:
    """Return what became of the claims. Ids are what makes two claims one, whatever else is another.

    Claims that could not be checked, because of errors in the files of `after`, are left out.
    """
    comparison = _Comparison(before, after)
    found = sorted(comparison.changes(), key=lambda change: _ORDER.index(change.outcome))
    changed = {change.id for change in found}
    names_them = "" if now.revision else f" (`claimaudit check --since {then.revision}` names what is new)"
    reworded = tuple(name for name in comparison.reworded() if name not in changed)
    return ChangeReport(
        before=then,
        after=now,
        claims_before=len(before.dossier.claims),
        claims_after=len(after.dossier.claims),
        changes=tuple(found),
        reworded=reworded,
        summary=_summary(found, then, now, is_whole=not after.dossier.faults),
        remarks=tuple(comparison.remarks(reworded, names_them)),
    )


class _Comparison:
    """Two audits of one dossier at two times."""

    def __init__(self, before: Audit, after: Audit) -> None:
        self.before, self.after = before, after
        self._then, self._now = _by_claim(before), _by_claim(after)
        self._unchecked = after.audited.unchecked | after.dossier.unsound_claims

    def changes(self) -> Iterator[ClaimChange]:
        """Yield the claims that stand otherwise, are new or are gone, in the order of the files of now."""
        old = self.before.dossier.claim
        for claim in self.after.dossier.claims:
            if claim.id in self._unchecked:
                continue
            change = self._change(claim.id) if claim.id in old else self._new(claim.id)
            if change is not None:
                yield change
        yield from map(self._gone, self._gone_ids() if not self.after.dossier.faults else ())

    def _gone_ids(self) -> list[str]:
        now = self.after.dossier.claim
        return [
            claim.id
            for claim in self.before.dossier.claims
            if claim.id not in now and claim.id not in self._unchecked
        ]

    def reworded(self) -> Iterator[str]:
        """Yield the claims with another text."""
        old = self.before.dossier.claim
        for claim in self.after.dossier.claims:
            if claim.id in old and claim.text != old[claim.id].text and claim.id not in self._unchecked:
                yield claim.id

    def _change(self, claim_id: str) -> ClaimChange | None:
        old, new = self._states(claim_id)
        added = _missing(self._now.get(claim_id, {}), self._then.get(claim_id, {}))
        gone = _missing(self._then.get(claim_id, {}), self._now.get(claim_id, {}))
        outcome = self._outcome(claim_id, old, new, added, gone)
        if outcome is None:
            return None
        both = self.before.audited.provenance, self.after.audited.provenance
        why = provenance_changes.reasons(*both, claim_id) or provenance_changes.details(*both, claim_id)
        return ClaimChange(
            id=claim_id,
            text=new.side.claim.text,
            outcome=outcome,
            before=claim_state(old),
            after=claim_state(new),
            why=why,
            new_findings=added,
            gone_findings=gone,
            location=self.after.dossier.places.locate(self.after.audited.claim[claim_id].route),
        )

    def _states(self, claim_id: str) -> tuple[State, State]:
        return (
            state_of(self.before.audited.provenance, claim_id),
            state_of(self.after.audited.provenance, claim_id),
        )

    def _outcome(
        self, claim_id: str, old: State, new: State, added: Sequence[Finding], gone: Sequence[Finding]
    ) -> Outcome | None:
        was_retracted = self.before.dossier.claim[claim_id].status == "retracted"
        is_retracted = self.after.dossier.claim[claim_id].status == "retracted"
        if is_retracted:  # the text no longer makes it: it is neither weaker nor stronger
            return None if was_retracted else "changed"
        if (
            new.verdict == "unsupported" != old.verdict
        ):  # whatever else it gained: nothing is left to speak for it
            return "weaker"
        course = provenance_changes.course(old, new)
        if course is not None:
            return course
        if added:
            return "new findings"
        if gone:
            return "fewer findings"
        return "changed" if len(old.side.outlets) != len(new.side.outlets) else None

    def _new(self, claim_id: str) -> ClaimChange:
        new = state_of(self.after.audited.provenance, claim_id)
        return ClaimChange(
            id=claim_id,
            text=new.side.claim.text,
            outcome="new",
            before=None,
            after=claim_state(new),
            new_findings=tuple(self._now.get(claim_id, {}).values()),
            location=self.after.dossier.places.locate(self.after.audited.claim[claim_id].route),
        )

    def _gone(self, claim_id: str) -> ClaimChange:
        old = state_of(self.before.audited.provenance, claim_id)
        findings = tuple(self._then.get(claim_id, {}).values())
        return ClaimChange(
            claim_id, old.side.claim.text, "gone", claim_state(old), None, gone_findings=findings
        )

    def remarks(self, reworded: Sequence[str], names_them: str) -> Iterator[str]:
        """Yield what is not told of each claim."""
        if reworded:
            are = "claim is" if len(reworded) == 1 else "claims are"
            yield f"{len(reworded)} {are} only reworded: {ids(reworded)}."
        added = len(_missing(self._now.get(None, {}), self._then.get(None, {})))
        gone = len(_missing(self._then.get(None, {}), self._now.get(None, {})))
        if added or gone:
            found = f"{counted(added, 'new finding')}, and {gone} gone"
            yield f"On sources, outlets and waivers there {'is' if added == 1 else 'are'} {found}{names_them}."
        if self.after.dossier.faults and self._gone_ids():
            yield "Because of errors in the files no claim is called gone."
        yield from sentence_on_unchecked(self.after.audited)


_Findings = Mapping[str, Finding]
"""Errors and warnings by fingerprint, of one fingerprint the gravest."""


def _by_claim(audit: Audit) -> Mapping[str | None, _Findings]:
    """Return for each claim, and for what is on none, the errors and warnings that nobody waived."""
    found: dict[str | None, dict[str, Finding]] = {}
    for finding in audit.findings:
        if (
            finding.waived is None
            and finding.severity is not Severity.NOTE
            and finding.code not in INPUT_RULES
        ):
            own = found.setdefault(finding.claim, {})
            same = own.get(finding.fingerprint, finding)
            own[finding.fingerprint] = min(same, finding, key=lambda one: one.severity.rank)
    return found


def _missing(these: _Findings, those: _Findings) -> tuple[Finding, ...]:
    """Return the findings that the others do not have, or have less grave."""
    return tuple(
        finding
        for fingerprint, finding in these.items()
        if fingerprint not in those or those[fingerprint].severity.rank > finding.severity.rank
    )


def _summary(changes: Iterable[ClaimChange], then: Moment, now: Moment, *, is_whole: bool) -> str:
    span = f"since {then.revision}" if now.revision is None else f"from {then.revision} to {now.revision}"
    numbers = Counter(change.outcome for change in changes)
    present = [outcome for outcome in _ORDER if numbers[outcome]]
    if not present:
        return f"No claim {'' if is_whole else 'that could be checked '}stands otherwise {span}."
    counts = [counted(numbers[present[0]], "claim"), *(str(numbers[outcome]) for outcome in present[1:])]
    parts = [f"{count} {_SAID.get(outcome, outcome)}" for count, outcome in zip(counts, present, strict=True)]
    return f"{', '.join(parts)} {span}."
