"""CA110: evidence about another subject.

## What it finds
Evidence that is said to support a claim, while its subject is another one than the claim's. It does not count. One
finding a claim, which lists the sources. Where nothing else supports the claim, CA101 says so instead.

## Why it matters
A source about one plan proves nothing about another. Citing a work for what it does not say is how a citation
changes its meaning (Greenberg, BMJ 2009, on citation diversion and dead-end citations).

## Fails
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    subject: plan of November
    evidence: [ft-story, reuters-story, spring-story]
sources:
  - {id: ft-story, outlet: Financial Times, url: "https://ft.example/1", published: 2025-11-19, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
  - id: spring-story
    outlet: Daily
    url: "https://daily.example/1"
    published: 2025-04-22
    basis: original
    subject: plan of April
```

## Passes
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    subject: plan of November
    evidence: [ft-story, reuters-story, {source: spring-story, stance: mentions}]
sources:
  - {id: ft-story, outlet: Financial Times, url: "https://ft.example/1", published: 2025-11-19, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
  - id: spring-story
    outlet: Daily
    url: "https://daily.example/1"
    published: 2025-04-22
    basis: original
    subject: plan of April
```

## How to mend it
Set `stance: mentions`, or give the evidence a `subject` of its own if the source speaks of both.

## Definition
What counts: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.flaws import off_subject
from claimaudit.provenance.sentences import explain_off_subject
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA110"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim with evidence of another subject, at the first such evidence."""
    for claim in audited.claims_short_of_evidence:
        pieces = list(off_subject(claim.support))
        if pieces and claim.support.is_grounded:
            routes = [claim.evidence_route(piece.evidence) for piece in pieces]
            yield RULE.on_claim(
                claim,
                explain_off_subject(claim.support, pieces),
                route=routes[0],
                help="set `stance: mentions`; if the source speaks of both, give the evidence its own `subject`",
                related=tuple(("off the subject as well", route) for route in routes[1:]),
            )


RULE = Rule(
    CODE, "off-subject-evidence", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True
)
