"""CA104: several outlets, one origin.

## What it finds
A claim that two or more outlets carry and that falls as soon as a single one is wrong, because the others repeat
it. The message names the chains.

## Why it matters
This is circular reporting: information seems to come from several independent sources and comes from one. A
newsroom's rulebook puts it plainly: that more than one outlet reports something does not make it true (Washington
Post, Digital Publishing Guidelines). Readers take thirteen links for thirteen confirmations.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    evidence: [axios-story, mint-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: mint-story, outlet: Mint, url: "https://mint.example/1", published: 2025-11-19, via: [axios-story]}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Find an outlet that reports it of its own knowledge, or attribute the claim to the one origin in the text. Silent
where that origin is a document, or a statement of the informant that the claim is `attributed_to`, and not only a text
that sources share leads there.

## Definition
The size of the smallest witness set: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.merging import of_sources
from claimaudit.provenance.sentences import explain_single_origin
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA104"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim that several outlets carry and one origin bears."""
    for claim in audited.claims_of_one:
        side = claim.support
        if claim.verdict != "inferred" and len(side.outlets) > 1 and not side.speaks_for_itself:
            found = tuple(of_sources(side))
            yield RULE.on_claim(
                claim,
                explain_single_origin(side, found),
                help="find an origin of its own, or attribute the claim to the one it has",
                related=tuple((merge.text, claim.evidence_on(merge.path[0])) for merge in found),
            )


RULE = Rule(
    CODE, "false-corroboration", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True
)
