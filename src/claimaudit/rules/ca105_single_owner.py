"""CA105: several outlets, one owner.

## What it finds
A claim with two or more independent outlets, all of which belong to one owner, followed to the topmost one that is
declared. Of a claim that is argued from premises alone it is said where the premise stands.

## Why it matters
Outlets of one house share editors, copy and interests. How much that costs no standard says, so the outlets stay
apart in the count and the owner is shown beside it. The Media Ownership Monitor shows how often the titles of a
country have few owners.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [daily-story, evening-story]
outlets:
  - {id: daily, name: The Daily, owner: group}
  - {id: evening, name: Evening Paper, owner: group}
owners:
  - {id: group, name: Group Holding}
sources:
  - {id: daily-story, outlet: daily, url: "https://daily.example/1", published: 2025-11-18, basis: original}
  - {id: evening-story, outlet: evening, url: "https://evening.example/1", published: 2025-11-18, basis: original}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [daily-story, reuters-story]
outlets:
  - {id: daily, name: The Daily, owner: group}
owners:
  - {id: group, name: Group Holding}
sources:
  - {id: daily-story, outlet: daily, url: "https://daily.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-18, basis: original}
```

## How to mend it
Find an origin outside the house, or say in the text that the outlets belong together.

## Definition
The owner level: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.flaws import single_owner
from claimaudit.provenance.sentences import explain_single_owner
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA105"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim whose independent outlets have one owner."""
    for claim in audited.claims_of_several:
        owner = single_owner(claim.support)
        if owner is not None and claim.verdict != "inferred":
            message = explain_single_owner(claim.support, owner)
            yield RULE.on_claim(claim, message, help="find an origin that belongs to another owner")


RULE = Rule(CODE, "single-owner", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True)
