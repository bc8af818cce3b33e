"""CA302: several origins, perhaps one person.

## What it finds
A claim with two or more independent origins that all rely on unnamed persons who, as they are described, may be one
person: "US official" here and "senior official" there. Also one where all that is declared relies on one unnamed person
and only sources that declare nothing stand beside it. Where it is sure to be one informant, or it is a document, this is
silent (CA106, CA202).

## Why it matters
A witness and someone she told are one source, not two. Three newsrooms with three unnamed officials may have
called the same official, and no reader can tell.

## Fails
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - id: axios-story
    outlet: Axios
    reference: p. 1
    published: 2025-11-18
    basis: original
    informants: [{descriptor: US official, reason: not authorised to speak}]
  - id: reuters-story
    outlet: Reuters
    reference: p. 1
    published: 2025-11-19
    basis: original
    informants: [{descriptor: senior US official, reason: not authorised to speak}]
```

## Passes
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - id: axios-story
    outlet: Axios
    reference: p. 1
    published: 2025-11-18
    basis: original
    informants: [{descriptor: US official, reason: not authorised to speak}]
  - id: reuters-story
    outlet: Reuters
    reference: p. 1
    published: 2025-11-19
    basis: original
    informants: [{descriptor: Ukrainian official, reason: not authorised to speak}]
```

## How to mend it
Find an origin with a named informant or a document, or give descriptors that tell the persons apart.

## Definition
Compatible descriptors, and the low end of the informant level: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.people import anonymous_pool
from claimaudit.provenance.sentences_on_people import explain_anonymous_pool
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA302"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim whose independent origins may all have it from one person."""
    for claim in audited.claims_of_several:
        informants = anonymous_pool(claim.support)
        if informants:
            yield RULE.on_claim(
                claim,
                explain_anonymous_pool(claim.support, informants),
                help="find an origin with a named informant or a document, or describe the persons apart",
            )


RULE = Rule(CODE, "anonymous-pool", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True)
