"""CA208: nobody but parties to the matter.

## What it finds
A claim whose every origin is marked `interested: true`, those of its premises and those that declare nothing
included. Silent where the one origin is a document, or a statement of the informant that the claim is
`attributed_to`, and not only a text that sources share leads there: of its own acts a party may speak for itself.

## Why it matters
Two governments that tell one story may have agreed on it. The Code of Ethics of the Society of Professional
Journalists asks to consider the motives of sources, and ICD 203 to weigh motivation and bias. Independent of each
other is not independent of the matter, so the count does not show it.

## Fails
```yaml
claims:
  - id: talks-went-well
    text: The talks went well.
    status: reported
    evidence: [kremlin-statement, ministry-statement]
sources:
  - id: kremlin-statement
    outlet: Kremlin
    reference: p. 1
    published: 2025-11-18
    kind: statement
    interested: true
  - id: ministry-statement
    outlet: Ministry
    reference: p. 1
    published: 2025-11-18
    kind: statement
    interested: true
```

## Passes
```yaml
claims:
  - id: talks-went-well
    text: The talks went well.
    status: reported
    evidence: [kremlin-statement, reuters-story]
sources:
  - id: kremlin-statement
    outlet: Kremlin
    reference: p. 1
    published: 2025-11-18
    kind: statement
    interested: true
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## How to mend it
Find an origin that is no party to the matter; or say in the text who says it, and set `attributed_to`.

## Definition
`interested`: docs/file-format.md. Origins: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.carriers import parties
from claimaudit.provenance.sentences_on_sources import explain_parties
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA208"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim that only parties to the matter report."""
    interested = frozenset(source.id for source in audited.dossier.sources if source.interested)
    for claim in audited.live_claims:
        if not claim.support.leads_to_any(interested):
            continue
        has_own = claim.verdict not in ("unsupported", "inferred")
        sources = parties(claim.support) if has_own and not claim.support.speaks_for_itself else ()
        if sources:
            yield RULE.on_claim(
                claim,
                explain_parties(audited.dossier, sources),
                help="find an origin that is no party to the matter, or say in the text who says it",
            )


RULE = Rule(
    CODE, "interested-source", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True
)
