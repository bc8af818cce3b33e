"""CA401: a claim that is marked as conjecture.

## What it finds
A claim of `status: speculative`, or with the tag `speculative` in any spelling.

## Why it matters
Conjecture may be worth publishing if readers can tell it from what is known; this note lists what they have to be
able to tell. ICD 203 asks analysts to mark it, and the Associated Press takes no opinion or speculation from
unnamed sources.

## Fails
```yaml
claims:
  - id: annex-trade
    text: Part of the deal may concern trade.
    status: speculative
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: annex-trade
    text: Part of the deal concerns trade, as Axios and Reuters report.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Nothing is broken. See that the text says it is conjecture, or find sources and change the status.

## Definition
ICD 203, standard 3: assumptions and judgements are told apart from what was reported.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA401"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim that its status or a tag marks as conjecture, where it says so."""
    for claim in audited.live_claims:
        if claim.is_speculative:
            tag = None if claim.claim.status == "speculative" else claim.tag_route("speculative")
            yield RULE.on_claim(
                claim,
                f"marked as conjecture by its {'tag' if tag else 'status'}",
                route=tag or (*claim.route, "status"),
                help="see that the text says so, or find sources",
            )


RULE = Rule(CODE, "speculative-claim", Severity.NOTE, since="0.1.0", doc=__doc__, check=check, by_claim=True)
