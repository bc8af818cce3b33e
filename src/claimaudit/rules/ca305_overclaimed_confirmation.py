"""CA305: called confirmed, and it is not.

## What it finds
A claim that says of itself `status: confirmed`, `credibility: 1` or `confidence: high`, and has fewer independent
origins by what is declared than the policy's minimum, two unless the house says otherwise (`minimum-origins`,
`minimums` and `level` in `claimaudit.toml`). One finding a claim, at the first of the three; sources that declare nothing do not help.

## Why it matters
"Confirmed" has a meaning: confirmed by other independent sources, logical in itself, and in agreement with what
else is known (US Army FM 2-22.3, credibility 1). ICD 203 ties confidence to the quality of the sources. The count
can refute such a word; it can never award it.

## Fails
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    status: confirmed
    evidence: [axios-story, mint-story]
sources:
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: mint-story, outlet: Mint, reference: p. 1, published: 2025-11-19, via: [axios-story]}
```

## Passes
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    status: confirmed
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## How to mend it
Find an origin of another outlet, or claim less: `status: reported`, `credibility: 2`, `confidence: moderate`.

## Definition
Credibility of information, 1 to 6: US Army FM 2-22.3, appendix B. The low end of the range: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.model import Claim
from claimaudit.provenance.sentences import explain_overclaim
from claimaudit.rule import AuditedDossier, Observation, Rule
from claimaudit.text import listed

CODE = "CA305"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim that is called confirmed on too few origins, where it first says so."""
    level = audited.config.level
    for claim in audited.live_claims:
        said = _overclaims(claim.claim)
        if not said:
            continue
        minimum, origins = audited.minimum_for(claim), claim.support.range_at(level)
        if origins.low < minimum and origins.low_exact:
            first, *others = said
            yield RULE.on_claim(
                claim,
                explain_overclaim(origins, level, list(said.values()), minimum),
                route=(*claim.route, first),
                help=f"find an origin of another {level}, or write {listed([_LESS[field] for field in said])}",
                related=tuple(("says so here as well", (*claim.route, field)) for field in others),
            )


_LESS = {
    "status": "`status: reported`",
    "credibility": "`credibility: 2`",
    "confidence": "`confidence: moderate`",
}


_SAYS: dict[str, object] = {"status": "confirmed", "credibility": 1, "confidence": "high"}


def _overclaims(claim: Claim) -> dict[str, str]:
    """Return the fields that call the claim confirmed, with what they say."""
    return {field: f"`{field}: {word}`" for field, word in _SAYS.items() if getattr(claim, field) == word}


RULE = Rule(
    CODE, "overclaimed-confirmation", Severity.ERROR, since="0.1.0", doc=__doc__, check=check, by_claim=True
)
