"""CA103: evidence and premises are one origin.

## What it finds
A claim with evidence of its own and with premises besides, all of which fall as soon as one outlet is wrong. Where
there is only one outlet and no premise, CA102 speaks; where several outlets repeat one origin, CA104; where the
claim is argued from premises alone, CA107.

## Why it matters
An argument from what an outlet reported does not confirm what the same outlet reported. Handbooks ask for a second
source (BBC Editorial Guidelines, Reuters Handbook).

## Fails
```yaml
claims:
  - id: plan-exists
    text: There is a plan.
    evidence: [axios-story]
  - id: plan-is-secret
    text: The plan is kept secret.
    evidence: [axios-second]
    rests_on: [plan-exists]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: axios-second, outlet: Axios, url: "https://axios.example/2", published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: plan-exists
    text: There is a plan.
    evidence: [axios-story]
  - id: plan-is-secret
    text: The plan is kept secret.
    evidence: [reuters-story]
    rests_on: [plan-exists]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Find an origin of another outlet, for the claim or for the premise. Silent where the one origin is a document, or a
statement of the informant that the claim is `attributed_to`, and not only a text that sources share leads there.

## Definition
The size of the smallest witness set: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.sentences import explain_joint_origin
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA103"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim whose one outlet and premises are a single origin."""
    for claim in audited.claims_of_one:
        side = claim.support
        is_mixed = claim.claim.rests_on and len(side.outlets) == 1 and claim.verdict != "inferred"
        if is_mixed and not side.speaks_for_itself:
            yield RULE.on_claim(
                claim,
                explain_joint_origin(side),
                help="find an origin of another outlet, for the claim or for a premise",
            )


RULE = Rule(CODE, "single-origin", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True)
