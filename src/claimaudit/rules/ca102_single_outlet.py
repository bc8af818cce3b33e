"""CA102: all support is of one outlet.

## What it finds
A claim whose evidence is of one outlet alone, however many of its stories are cited. The message says who would
have to be wrong for the claim to fall: the outlet, or the one that it repeats.

## Why it matters
Handbooks are reluctant to rely on a single source (BBC Editorial Guidelines) or make it an exception that an
editor signs off (Reuters Handbook). Two stories of one newsroom are one origin.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Find an outlet that reports it of its own knowledge, or record in a waiver who accepts the single source, and why.
Silent where the one origin is a document, or a statement of the informant that the claim is `attributed_to`, and not
only a text that sources share leads there.

## Definition
The size of the smallest witness set: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.sentences import explain_single_outlet
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA102"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim that one outlet carries and no premise."""
    for claim in audited.claims_of_one:
        side = claim.support
        is_of_one_outlet = not claim.claim.rests_on and len(side.outlets) == 1
        if is_of_one_outlet and not side.speaks_for_itself:
            yield RULE.on_claim(
                claim,
                explain_single_outlet(side),
                help="find an origin of another outlet, or waive it with who accepts the single source and why",
            )


RULE = Rule(CODE, "single-outlet", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True)
