"""CA209: nothing but digests.

## What it finds
A claim whose every piece of evidence is of an encyclopedia or an aggregator, by the kind of the source or of its
outlet. Evidence that does not count is left aside, and so is what the sources repeat. A claim that also rests on
other claims has other support, and is left out.

## Why it matters
A tertiary source sums up what others wrote, often without saying whom, and can lead round in a circle: a page of an
encyclopedia is copied by a newspaper, which the page then cites. Wikipedia's own rules do not count Wikipedia as a
reliable source.

## Fails
```yaml
claims:
  - id: points-28
    text: The plan has 28 points.
    status: reported
    evidence: [wiki-page, digest-page]
sources:
  - {id: wiki-page, outlet: Wikipedia, reference: p. 1, published: 2025-11-21, kind: encyclopedia, via: [axios-story]}
  - {id: digest-page, outlet: Digest, reference: p. 1, published: 2025-11-21, kind: aggregator, via: [reuters-story]}
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: points-28
    text: The plan has 28 points.
    status: reported
    evidence: [wiki-page, digest-page, reuters-story]
sources:
  - {id: wiki-page, outlet: Wikipedia, reference: p. 1, published: 2025-11-21, kind: encyclopedia, via: [axios-story]}
  - {id: digest-page, outlet: Digest, reference: p. 1, published: 2025-11-21, kind: aggregator, via: [reuters-story]}
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## How to mend it
Read what the page has it from, and cite that.

## Definition
Primary, secondary and tertiary sources: Wikipedia, "No original research". Kinds: docs/file-format.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.carriers import tertiary, tertiary_kind
from claimaudit.provenance.explaining import ids
from claimaudit.provenance.sentences_on_sources import explain_tertiary
from claimaudit.rule import AuditedClaim, AuditedDossier, Observation, Rule

CODE = "CA209"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim that cites encyclopedias and aggregators alone."""
    digests = frozenset(
        source.id for source in audited.dossier.sources if tertiary_kind(audited.dossier, source.id)
    )
    for claim in audited.live_claims:
        may_be = claim.support.leads_to_any(digests) and claim.support.is_grounded
        sources = tertiary(claim.support) if may_be else ()
        if sources:
            message = explain_tertiary(audited.dossier, sources)
            yield RULE.on_claim(claim, message, help=_mend(claim, sources))


def _mend(claim: AuditedClaim, cited: tuple[str, ...]) -> str:
    behind = [source for source in claim.support.origins if source not in cited]
    return f"read and cite what they have it from{f': {ids(behind)}' if behind else ''}"


RULE = Rule(CODE, "tertiary-source", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True)
