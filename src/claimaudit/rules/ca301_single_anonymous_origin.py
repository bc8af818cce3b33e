"""CA301: one origin, on nobody who is named.

## What it finds
A claim with one independent origin, where the one outlet that reports it refers to unnamed persons alone. A warning
beside CA102 or CA104; an error where the text asserts the claim in its own voice. Silent where the outlet declares
no informant, or one who is named; offices and documents count as named.

## Why it matters
Neither the reader nor another newsroom can go back to such a source. The Associated Press looks for more than one
where sources are anonymous and accepts a single one in rare cases only; the BBC has a senior editor decide on a
single unnamed source for a serious allegation; Reuters calls unnamed sources the weakest.

## Fails
```yaml
claims:
  - id: army-cut
    text: Officials say that the plan cuts the army.
    status: reported
    evidence: [axios-story]
sources:
  - id: axios-story
    outlet: Axios
    reference: p. 1
    published: 2025-11-18
    basis: original
    informants: [{descriptor: US official, reason: not authorised to speak}]
```

## Passes
```yaml
claims:
  - id: army-cut
    text: The envoy says that the plan cuts the army.
    status: reported
    evidence: [axios-story]
informants:
  - {id: envoy, named: true, descriptor: special envoy}
sources:
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original, informants: [envoy]}
```

## How to mend it
Find an informant who is named, or another origin; say in the text who says it (`status: reported`); or record in a
waiver who accepts the single anonymous source, and why.

## Definition
One independent origin at the outlet level, all its own reporting on persons with `named: false`:
docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.people import anonymous_origin
from claimaudit.provenance.sentences_on_people import explain_anonymous_origin
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA301"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim whose single origin refers to unnamed persons alone."""
    for claim in audited.claims_of_one:
        informants = anonymous_origin(claim.support) if claim.verdict != "inferred" else ()
        if informants:
            is_asserted = claim.claim.status == "asserted"
            yield RULE.on_claim(
                claim,
                explain_anonymous_origin(claim.support, informants),
                severity=Severity.ERROR if is_asserted else Severity.WARNING,
                help="find a named informant or another origin, or waive it with who accepts the source and why",
            )


RULE = Rule(
    CODE, "single-anonymous-origin", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True
)
