"""CA107: a premise that bears little.

## What it finds
A claim that rests on another one which has no more than one independent origin, which the text itself marks as
conjecture, or which was retracted. A warning; a note where the claim is marked as conjecture too.

## Why it matters
An argument is no stronger than its weakest premise, and readers see only its conclusion. ICD 203 asks analysts to
tell assumptions from what was reported, and to say which assumption an argument turns on.

## Fails
```yaml
claims:
  - id: lines-frozen
    text: The plan freezes the front lines.
    evidence: [axios-story]
  - id: territory-lost
    text: So the territory stays lost.
    status: inferred
    rests_on: [lines-frozen]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
```

## Passes
```yaml
claims:
  - id: lines-frozen
    text: The plan freezes the front lines.
    evidence: [axios-story, reuters-story]
  - id: territory-lost
    text: So the territory stays lost.
    status: inferred
    rests_on: [lines-frozen]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Find another origin for the premise, or say in the text that the conclusion hangs on it: `status: speculative`.

## Definition
A claim falls with any premise of a set, and with all sets: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.location import Route
from claimaudit.provenance.explaining import origins_phrase
from claimaudit.provenance.sentences import explain_premises
from claimaudit.rule import AuditedClaim, AuditedDossier, Observation, Rule

CODE = "CA107"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim with weak premises, at the first of them."""
    for claim in audited.argued_claims:
        weak: dict[str, tuple[Route, str]] = {}
        for route, premise in claim.premises():
            why = _weakness(audited.claim[premise])
            if why:
                weak.setdefault(premise, (route, why))
        if weak:
            yield RULE.on_claim(
                claim,
                explain_premises([(premise, why) for premise, (_, why) in weak.items()]),
                severity=Severity.NOTE if claim.is_speculative else Severity.WARNING,
                route=next(iter(weak.values()))[0],
                help="strengthen the premise, or mark the claim `status: speculative`",
                related=tuple((f"the premise `{name}`", audited.claim[name].route) for name in weak),
            )


def _weakness(premise: AuditedClaim) -> str:
    """Return why the premise is weak, or nothing."""
    if premise.claim.status == "retracted":
        return "retracted"
    reasons = []
    if not premise.support.is_grounded:
        reasons.append("unsupported")
    if premise.has_one_origin:
        reasons.append(origins_phrase(premise.origins))
    if premise.is_speculative:
        reasons.append("speculative")
    return ", ".join(reasons)


RULE = Rule(CODE, "weak-premise", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True)
