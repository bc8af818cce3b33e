"""CA202: nobody declared where a source has it from.

## What it finds
A claim whose evidence leads to sources of which it is not declared whether they report of their own knowledge or
repeat others. The message gives the range of independent origins that this leaves. A note; a warning where the
verdict hangs on it, so that the claim may or may not be corroborated. What a premise rests on is said of the
premise, and of the claim only where its own verdict hangs on it.

## Why it matters
That two pages say the same does not show whether one copied the other (Dong et al., VLDB 2009). What is not
declared is unknown, and unknown is shown as a range.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story, mint-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: mint-story, outlet: Mint, url: "https://mint.example/1", published: 2025-11-19}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story, mint-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: mint-story, outlet: Mint, url: "https://mint.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Read the source: `via: [...]` if it credits another, `basis: original` if it reports of its own knowledge,
`basis: mixed` with a `via` if it does both.

## Definition
The range from what is declared to what is possible: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.chains import chains_to
from claimaudit.provenance.explaining import ids
from claimaudit.provenance.flaws import undeclared
from claimaudit.provenance.sentences import explain_undeclared
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA202"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim with undeclared sources, at its first evidence that leads to one."""
    for claim in audited.live_claims:
        if not claim.support.has_undeclared:
            continue
        is_unclear = claim.verdict == "unclear"
        sources = undeclared(claim.support) or (claim.support.undeclared if is_unclear else ())
        if sources:
            starts = {chain.path[0] for chain in chains_to(claim.support, sources)}
            yield RULE.on_claim(
                claim,
                explain_undeclared(claim.support, sources),
                severity=Severity.WARNING if is_unclear else Severity.NOTE,
                route=min((claim.evidence_on(source) for source in starts), default=claim.route),
                help=f"declare `basis` or `via` of {ids(sources)}",
                related=tuple((f"`{name}` stands here", audited.source_route(name)) for name in sources),
            )


RULE = Rule(CODE, "unknown-provenance", Severity.NOTE, since="0.1.0", doc=__doc__, check=check, by_claim=True)
