"""CA505: a citation that does not say where to look.

## What it finds
Evidence for or against a claim that the text asserts or confirms, with neither `quote` nor `locator`. Left out are
evidence that does not count, and sources with `read: false`: nobody can say where in these it stands.

## Why it matters
A reader who opens the page and finds nothing of the kind is at a dead end; in a network of citations on one belief,
a good part were such (Greenberg, BMJ 2009). Whoever has to find the words again notices when they are not there.
ICD 206 asks for the page or paragraph.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence:
      - axios-story
      - {source: reuters-story, locator: para 3}
sources:
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence:
      - {source: axios-story, quote: four general buckets}
      - {source: reuters-story, locator: para 3}
sources:
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## How to mend it
Give the words in `quote`, or the page, paragraph or minute in `locator`. If the source does not say it, take the
evidence out.

## Definition
Dead-end citation: Greenberg, BMJ 2009;339:b2680.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.location import Route
from claimaudit.model import Evidence
from claimaudit.provenance.sentences_on_sources import explain_dead_end
from claimaudit.rule import AuditedClaim, AuditedDossier, Observation, Rule

CODE = "CA505"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each piece of evidence of a claim in the text's own voice that says not where."""
    for claim in audited.live_claims:
        is_asked = claim.is_in_own_voice and any(map(_is_nowhere, claim.claim.evidence))
        for route, piece in _citations(claim) if is_asked else ():
            if _is_nowhere(piece) and audited.dossier.source[piece.source].read:
                yield RULE.on_claim(
                    claim,
                    explain_dead_end(audited.dossier, piece.source),
                    route=route,
                    source=piece.source,
                    help="give its words in `quote`, or where they stand in `locator`",
                )


def _is_nowhere(piece: Evidence) -> bool:
    return not (piece.quote or piece.locator)


def _citations(claim: AuditedClaim) -> Iterator[tuple[Route, Evidence]]:
    """Yield the evidence for the claim that counts, then that against it."""
    yield from claim.counted_evidence("supports")
    yield from claim.counted_evidence("contradicts")


RULE = Rule(CODE, "dead-end-citation", Severity.NOTE, since="0.1.0", doc=__doc__, check=check, by_claim=True)
