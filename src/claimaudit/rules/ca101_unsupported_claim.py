"""CA101: a claim that nothing supports.

## What it finds
A claim with no origin at all, even if every undeclared source were one. The message says why: nothing is cited;
it is only contradicted; what is cited is about another subject, was retracted or overtaken; or sources only
repeat each other round, or repeat others without saying whom.

An error where the text asserts or confirms the claim, a warning where it says that others report it, a note
where it marks it as inferred or speculative. Of a claim that cites nothing and is only argued from other claims,
CA107 speaks instead.

## Why it matters
A reader cannot follow the statement to anything outside the text. News agencies ask for a source for every
statement (Reuters Handbook); fact-checkers for enough detail that readers can replicate the work (IFCN Code of
Principles, commitment 2).

## Fails
```yaml
claims:
  - id: sanctions-relief
    text: Sanctions on Russia will be lifted.
```

## Passes
```yaml
claims:
  - id: sanctions-relief
    text: Sanctions on Russia will be lifted.
    evidence: [wire-story, daily-story]
sources:
  - {id: wire-story, outlet: Wire, url: "https://wire.example/1", published: 2025-11-18, basis: original}
  - {id: daily-story, outlet: Daily, url: "https://daily.example/1", published: 2025-11-18, basis: original}
```

## How to mend it
Name a source under `evidence`, or say in the text that it is conjecture and set `status: speculative`.

## Definition
W3C PROV-O, `prov:hadPrimarySource`: an origin is what a claim leads back to; here there is none.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.explaining import explain_no_support
from claimaudit.rule import AuditedClaim, AuditedDossier, Observation, Rule

CODE = "CA101"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim that nothing supports, unless only its premises are to blame."""
    for claim in audited.live_claims:
        if not claim.support.is_grounded and not _is_only_argued(claim):
            yield RULE.on_claim(
                claim,
                explain_no_support(claim.support),
                severity=_severity(claim),
                help=_mend(claim),
            )


def _is_only_argued(claim: AuditedClaim) -> bool:
    cites = any(piece.stance == "supports" for piece in claim.claim.evidence)
    return bool(claim.claim.rests_on) and not cites


def _mend(claim: AuditedClaim) -> str:
    if claim.is_speculative:
        return "name a source under `evidence` if there is one; it is marked as conjecture already"
    return "name a source under `evidence`, or mark it `status: speculative` if the text says so"


def _severity(claim: AuditedClaim) -> Severity:
    match claim.claim.status:
        case "asserted" | "confirmed":
            return Severity.ERROR
        case "reported" | "retracted":
            return Severity.WARNING
        case "inferred" | "speculative":
            return Severity.NOTE


RULE = Rule(CODE, "unsupported-claim", Severity.ERROR, since="0.1.0", doc=__doc__, check=check, by_claim=True)
