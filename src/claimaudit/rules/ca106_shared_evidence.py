"""CA106: several origins, one piece of evidence.

## What it finds
A claim with two or more independent origins, all of which have it from one informant: the same document, office or
person. Silent where the claim is `attributed_to` that informant.

## Why it matters
Five newsrooms that hold one leaked paper prove that there is such a paper, and are no second witness of what it
says. In 2001 and 2002 intelligence reports that seemed independent of each other spoke of uranium from Niger; as
the Los Angeles Times found, they rested on one set of forged documents.

## Fails
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    evidence: [axios-story, reuters-story]
informants:
  - {id: draft, kind: document, descriptor: leaked draft}
sources:
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original, informants: [draft]}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original, informants: [draft]}
```

## Passes
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    evidence: [axios-story, reuters-story]
informants:
  - {id: draft, kind: document, descriptor: leaked draft}
  - {id: minister, named: true, descriptor: minister of defence}
sources:
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original, informants: [draft]}
  - id: reuters-story
    outlet: Reuters
    reference: p. 1
    published: 2025-11-19
    basis: original
    informants: [minister]
```

## How to mend it
Find an origin that has it from somebody else, or say in the text that all of it is in one paper, or comes from one
person, and set `attributed_to`.

## Definition
The informant level: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.people import shared_evidence
from claimaudit.provenance.sentences_on_people import explain_shared_evidence
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA106"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim whose independent origins all have it from one informant."""
    for claim in audited.claims_of_several:
        informant = shared_evidence(claim.support)
        if informant is not None:
            yield RULE.on_claim(
                claim,
                explain_shared_evidence(claim.support, informant),
                help="find an origin that has it from elsewhere, or say in the text where all have it from: "
                f"`attributed_to: {informant.id}`",
            )


RULE = Rule(CODE, "shared-evidence", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True)
