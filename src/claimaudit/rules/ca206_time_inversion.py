"""CA206: a copy older than what it copies.

## What it finds
A source that is said to repeat another which came out after it, whatever the zones of the two dates: a date without
time may be that of any place on Earth, so a copy dated one day before its original is in order, and one of two days
before is not. A year or a month covers all its days. Both need `published`. One finding for each pair.

## Why it matters
What is derived comes after what it is derived from (W3C PROV-CONSTRAINTS). Where the dates say otherwise, one of them
is wrong, or the link is: then somebody else had it first.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    evidence: [axios-story, mint-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-19, basis: original}
  - {id: mint-story, outlet: Mint, reference: p. 1, published: 2025-11-17, via: [axios-story]}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    evidence: [axios-story, mint-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-19, basis: original}
  - {id: mint-story, outlet: Mint, reference: p. 1, published: 2025-11-18, via: [axios-story]}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## How to mend it
Look both dates up, and correct the one that is wrong: a page often shows when it was last changed. If both are
right, the `via` is not.

## Definition
W3C PROV-CONSTRAINTS, derivation and generation in order. Dates and their precision: docs/file-format.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.sentences_on_sources import explain_inversion
from claimaudit.provenance.timing import inversions
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA206"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each source and one it is said to repeat though it came out before, at the `via`."""
    live = {claim.id for claim in audited.live_claims}
    for repeat in inversions(audited.dossier, live):
        yield Observation(
            RULE,
            explain_inversion(audited.dossier, repeat),
            repeat.route,
            RULE.severity,
            repeat.claim,
            repeat.source,
            help=f"correct the date that is wrong, or take `{repeat.repeated}` out of the `via`",
            related=tuple(
                (f"`{name}` is dated here", (*audited.source_route(name), "published"))
                for name in (repeat.source, repeat.repeated)
            ),
            key=f"{repeat.source} {repeat.repeated}",
            is_of_several=True,
        )


RULE = Rule(CODE, "time-inversion", Severity.WARNING, since="0.1.0", doc=__doc__, check=check)
