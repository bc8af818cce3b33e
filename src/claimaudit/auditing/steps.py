"""What to do first: the few changes that would help most claims, each computed by the what-if function."""

from collections.abc import Iterator, Sequence

from claimaudit.finding import Finding, Severity
from claimaudit.provenance.whatif import lifts
from claimaudit.report import Step
from claimaudit.rule import AuditedDossier
from claimaudit.text import counted

SHOWN = 5
"""How many steps are named."""


def first_steps(audited: AuditedDossier, findings: Sequence[Finding]) -> Iterator[Step]:
    """Yield what to do first: errors to mend, then the changes that lift most claims, best first."""
    steps = [*_mending(findings), *_lifting(audited)]
    yield from steps[:SHOWN]


def _mending(findings: Sequence[Finding]) -> Iterator[Step]:
    """Yield a step for each rule that found an error, in the order of the codes."""
    errors: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity is Severity.ERROR and not finding.waived:
            errors.setdefault(f"{finding.code} {finding.name}", []).append(finding)
    for rule, found in sorted(errors.items()):
        claims = tuple(dict.fromkeys(finding.claim for finding in found if finding.claim))
        yield Step(f"mend {counted(len(found), 'error')} of {rule}: {found[0].help}", claims)


def _lifting(audited: AuditedDossier) -> list[Step]:
    """Group the cheapest suggestions of all claims that the text does not mark as conjecture by what is to be done."""
    claims_by_action: dict[str, dict[str, None]] = {}
    for claim in audited.claims:
        if (
            claim.is_speculative
            or claim.claim.status in ("inferred", "retracted")
            or not claim.claim.evidence
        ):
            continue
        cheapest = next(lifts(claim.support), None)
        if cheapest is not None:
            claims_by_action.setdefault(str(cheapest), {})[claim.id] = None
    order = sorted(claims_by_action.items(), key=lambda item: -len(item[1]))
    return [Step(action, tuple(claims)) for action, claims in order]
