"""CA111: fewer origins than the house asks for.

## What it finds
A claim with two or more independent origins that are fewer than the minimum of the policy, where that is
above two. The high end of the range is what counts here: even at best they are too few. Claims with one origin, or
none, have findings of their own (CA101 to CA107).

The policy stands in `claimaudit.toml`: `minimum-origins` for all claims, `minimums` for those with a tag or in a
section, and `level` says whether outlets are counted, their owners, or the informants behind them. The comment at
the top of an example below is a line of that file.

## Why it matters
No standard asks for more than two independent origins, and this rule is silent unless a house does: for a serious
allegation, or for a text that will be contested.

## Fails
```yaml
# policy: minimum-origins = 3
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## Passes
```yaml
# policy: minimum-origins = 3
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story, reuters-story, afp-story]
sources:
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
  - {id: afp-story, outlet: AFP, reference: p. 1, published: 2025-11-19, basis: original}
```

## How to mend it
Find further origins of other outlets (owners, informants), or record in a waiver who accepts fewer, and why.

## Definition
A choice of the house. The count: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.sentences import explain_too_few
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA111"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim with several origins that are too few for the house."""
    level = audited.config.level
    for claim in audited.claims_of_several:
        minimum, origins = audited.minimum_for(claim), claim.support.range_at(level)
        if 2 <= origins.high < minimum and origins.high_exact:
            yield RULE.on_claim(
                claim,
                explain_too_few(origins, level, minimum),
                help=f"find further origins of other {level}s, or waive it with who accepts fewer and why",
            )


RULE = Rule(CODE, "below-minimum", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True)
