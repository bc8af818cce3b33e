"""CA205: one text, counted twice.

## What it finds
Sources that share their text and yet count apart, because each is declared to have the claim from somewhere else.
If they had it from each other, the claim would have fewer origins. One finding for each claim and shared text. A
note; a warning where the verdict is unclear.

## Why it matters
Much of what newspapers print is derived from agency copy, in whole or in part (METER corpus), and abridged copies
are hard to tell from texts of their own (NEWS-COPY). Two texts that agree word for word are rarely two reports.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story, mint-story]
sources:
  - id: axios-story
    outlet: Axios
    url: "https://axios.example/1"
    published: 2025-11-18
    basis: original
    shares_text_with: [mint-story]
  - {id: mint-story, outlet: Mint, url: "https://mint.example/1", published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story, mint-story, reuters-story]
sources:
  - id: axios-story
    outlet: Axios
    url: "https://axios.example/1"
    published: 2025-11-18
    basis: original
    shares_text_with: [mint-story]
  - {id: mint-story, outlet: Mint, url: "https://mint.example/1", published: 2025-11-19, via: [axios-story]}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Say with `via` which of them repeats the other; if both quote one document, name it as their informant.

## Definition
Shared text: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.chains import chains_to
from claimaudit.provenance.flaws import shared_texts
from claimaudit.provenance.sentences import explain_shared_text
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA205"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim and shared text, at the first evidence that leads to one of its members."""
    if not any(source.shares_text_with for source in audited.dossier.sources):
        return
    for claim in audited.claims_of_several:
        for shared in shared_texts(claim.support):
            starts = {chain.path[0] for chain in chains_to(claim.support, shared.members)}
            yield RULE.on_claim(
                claim,
                explain_shared_text(claim.support, shared),
                severity=Severity.WARNING if claim.verdict == "unclear" else Severity.NOTE,
                route=min(claim.evidence_on(source) for source in starts),
                help="say with `via` which of them repeats the other",
                related=tuple(
                    (f"`{name}` stands here", audited.source_route(name)) for name in shared.members
                ),
                key=" ".join(sorted(shared.members)),
            )


RULE = Rule(CODE, "shared-text", Severity.NOTE, since="0.1.0", doc=__doc__, check=check, by_claim=True)
