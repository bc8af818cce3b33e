"""CA203: a chain that names nobody.

## What it finds
A source, or a piece of evidence, that is declared to repeat others (`basis: derived`) and does not say whom.

## Why it matters
"Media reported" is no source: the Associated Press asks its writers to say where information comes from, and
Wikipedia's guide to words to watch lists such phrases as authority without substance. A chain that ends like that
never reaches an origin, so it grounds nothing.

## Fails
```yaml
claims:
  - id: nato-bid
    text: The plan ends the bid for membership.
    status: reported
    evidence: [axios-story, reuters-story, blog-post]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-18, basis: original}
  - {id: blog-post, outlet: A Blog, url: "https://blog.example/1", published: 2025-11-19, basis: derived}
```

## Passes
```yaml
claims:
  - id: nato-bid
    text: The plan ends the bid for membership.
    status: reported
    evidence: [axios-story, reuters-story, blog-post]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-18, basis: original}
  - {id: blog-post, outlet: A Blog, url: "https://blog.example/1", published: 2025-11-19, via: [axios-story]}
```

## How to mend it
Name in `via` what it repeats; a work that nobody has read may stand there with `read: false`.

## Definition
Derived without via is never grounded: docs/independence.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.location import Route
from claimaudit.model import Claim, Dossier
from claimaudit.provenance.sentences import full_name
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA203"
HELP = "name in `via` what it repeats"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each source, and each piece of evidence, that repeats it does not say whom."""
    for claim in audited.claims_that_say_how:
        for index, key in _nameless(claim.claim, audited.dossier):
            route: Route = (*claim.evidence_route(index), key)
            source = claim.claim.evidence[index].source
            message = (
                f"{full_name(audited.dossier, source)} repeats others on this claim and does not say whom"
            )
            yield RULE.on_claim(claim, message, help=HELP, route=route, source=source)
    for route, entry in audited.sources():
        if entry.basis == "derived" and not entry.via:
            message = f"{full_name(audited.dossier, entry.id)} repeats others and does not say whom"
            yield RULE.on_source((*route, "basis"), entry.id, message, help=HELP)


def _nameless(claim: Claim, dossier: Dossier) -> Iterator[tuple[int, str]]:
    """Yield the index of each piece of evidence whose own words leave nobody to repeat, and the key at fault."""
    for index, piece in enumerate(claim.evidence):
        source = dossier.source[piece.source]
        is_derived = (piece.basis or source.basis) == "derived"
        via = source.via if piece.via is None else piece.via
        says_so_itself = piece.basis == "derived" and source.basis != "derived"
        if (
            piece.stance != "mentions"
            and is_derived
            and not via
            and (says_so_itself or piece.via is not None)
        ):
            yield index, "basis" if says_so_itself else "via"


RULE = Rule(CODE, "ungrounded-chain", Severity.WARNING, since="0.1.0", doc=__doc__, check=check)
