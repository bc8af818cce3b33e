"""CA204: several origins, one relay.

## What it finds
A claim that two or more outlets are known to have reported, all of which were seen through one other outlet. If
that one got it wrong, nothing is left that anybody here has seen: the count is one. A note beside CA102 or CA104.

## Why it matters
In a network of citations a few works can act as a lens, through which most ways lead from the data to the claim
(Greenberg, BMJ 2009). What two agencies wrote and one page retold is, for the reader of that page, one page.

## Fails
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    status: reported
    evidence: [trt-story]
sources:
  - {id: trt-story, outlet: TRT, reference: p. 1, published: 2025-11-19, via: [reuters-story, afp-story]}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: afp-story, outlet: AFP, reference: p. 1, published: 2025-11-18, basis: original}
```

## Passes
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    status: reported
    evidence: [trt-story, reuters-story]
sources:
  - {id: trt-story, outlet: TRT, reference: p. 1, published: 2025-11-19, via: [reuters-story, afp-story]}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: afp-story, outlet: AFP, reference: p. 1, published: 2025-11-18, basis: original}
```

## How to mend it
Read one of the origins, and cite it beside the relay.

## Definition
The one label of the witness set, and the origins behind it: docs/independence.md, case W3.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.carriers import relay
from claimaudit.provenance.explaining import ids
from claimaudit.provenance.merging import explain_relay
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA204"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim that several outlets reported and one relay brought."""
    for claim in audited.claims_of_one:
        found = relay(claim.support) if claim.verdict != "inferred" else None
        if found is not None:
            yield RULE.on_claim(
                claim,
                explain_relay(claim.support, found),
                help=f"read one of {ids(found.origins)}, and cite it as well",
            )


RULE = Rule(CODE, "relay-bottleneck", Severity.NOTE, since="0.1.0", doc=__doc__, check=check, by_claim=True)
