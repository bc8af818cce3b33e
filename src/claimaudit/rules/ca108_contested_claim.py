"""CA108: a claim that is contradicted.

## What it finds
A claim against which evidence stands that leads to an origin. The message names who contradicts it. A note; a
warning where the text asserts or confirms the claim. Support and contradiction are never subtracted.

## Why it matters
A reader who is not told of a denial is misled, however good the support is. ICD 206 asks that the summary of a
source base says which sources corroborate and which conflict.

## Fails
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army by half.
    evidence:
      - ft-story
      - reuters-story
      - {source: ministry-denial, stance: contradicts}
sources:
  - {id: ft-story, outlet: Financial Times, url: "https://ft.example/1", published: 2025-11-19, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
  - {id: ministry-denial, outlet: Ministry, url: "https://ministry.example/1", published: 2025-11-20, kind: statement}
```

## Passes
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army by half.
    evidence:
      - ft-story
      - reuters-story
      - {source: ministry-denial, stance: mentions}
sources:
  - {id: ft-story, outlet: Financial Times, url: "https://ft.example/1", published: 2025-11-19, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
  - {id: ministry-denial, outlet: Ministry, url: "https://ministry.example/1", published: 2025-11-20, kind: statement}
```

## How to mend it
Say in the text who contradicts it and set `status: reported`, or settle which of the two holds.

## Definition
Contested: the contradicting side is grounded (docs/independence.md).
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.sentences import explain_contradiction
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA108"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim that is contradicted, at the first evidence against it."""
    for claim in audited.contradicted_claims:
        if claim.against.is_grounded:
            routes = [route for route, _ in claim.counted_evidence("contradicts")]
            yield RULE.on_claim(
                claim,
                explain_contradiction(claim.against),
                severity=Severity.WARNING if claim.is_in_own_voice else Severity.NOTE,
                route=routes[0],
                help="say in the text who contradicts it, or settle which of the two holds",
                related=tuple(("contradicted here as well", route) for route in routes[1:]),
            )


RULE = Rule(CODE, "contested-claim", Severity.NOTE, since="0.1.0", doc=__doc__, check=check, by_claim=True)
