"""CA404: the sources hedge, and the text does not.

## What it finds
A claim all of whose counted supporting evidence is marked `hedged: true`, while its text has no hedge, no status or tag
marks it as speculative, and no `likelihood` is given. An error where the text asserts it in its own voice.

## Why it matters
A guess becomes a fact by being repeated without its "may". Greenberg (BMJ 2009) calls it transmutation: hypotheses
turned into facts by citation alone.

## Fails
```yaml
claims:
  - id: army-cut
    text: The plan halves the army.
    evidence: [{source: axios-story, hedged: true}, {source: reuters-story, hedged: true}]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: army-cut
    text: The plan may halve the army.
    status: reported
    evidence: [{source: axios-story, hedged: true}, {source: reuters-story, hedged: true}]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Hedge the text as its sources do, mark the claim `status: speculative` or give its `likelihood`, or find a source that
says so without a hedge.

## Definition
Greenberg, BMJ 2009;339:b2680. What counts: docs/independence.md. What is a hedge in the text: the words of CA403, and
the vague attributions of CA303.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.wording import explain_stripped_hedge
from claimaudit.rule import AuditedClaim, AuditedDossier, Observation, Rule
from claimaudit.text.cues import find_cues

CODE = "CA404"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim that says flatly what all its evidence hedges."""
    added = audited.config.cues.added_to("hedges", "attributions")
    for claim in audited.live_claims:
        is_hedged = any(piece.hedged for piece in claim.claim.evidence)
        evidence = list(claim.counted_evidence()) if is_hedged else []
        if evidence and all(piece.hedged for _, piece in evidence) and _is_flat(claim, added):
            yield RULE.on_claim(
                claim,
                explain_stripped_hedge(claim.support),
                severity=Severity.ERROR if claim.claim.status == "asserted" else Severity.WARNING,
                help="hedge the text as they do, give the `likelihood`, or find a source that does not hedge",
                related=tuple(("hedged here", route) for route, _ in evidence),
            )


def _is_flat(claim: AuditedClaim, added: tuple[str, ...]) -> bool:
    is_marked = claim.is_speculative or claim.claim.likelihood is not None
    return not is_marked and not find_cues(claim.claim.text, "hedges", "attributions", added=added)


RULE = Rule(CODE, "hedge-stripped", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True)
