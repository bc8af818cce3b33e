"""CA207: an origin that nobody read.

## What it finds
A source with `read: false` to which claims lead back: it is known only because others credit it. One finding a
source, with how many claims rest on it. A note; a warning where a claim that the text asserts or confirms has no
origin that was read.

## Why it matters
What others say a work says may have been changed on the way. The Code of Ethics of the Society of Professional
Journalists asks for original sources whenever possible.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    evidence: [mint-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, read: false}
  - {id: mint-story, outlet: Mint, url: "https://mint.example/1", published: 2025-11-19, via: [axios-story]}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    evidence: [mint-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: mint-story, outlet: Mint, url: "https://mint.example/1", published: 2025-11-19, via: [axios-story]}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Read it, and give its URL or reference instead of `read: false`.

## Definition
W3C PROV-O, `prov:hadPrimarySource`; `read`: docs/file-format.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.sentences import explain_unread
from claimaudit.rule import AuditedClaim, AuditedDossier, Observation, Rule

CODE = "CA207"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each origin that nobody read and that a claim leads back to."""
    unread = frozenset(source.id for source in audited.dossier.sources if not source.read)
    claims_on: dict[str, list[AuditedClaim]] = {}
    for claim in audited.live_claims:
        for origin in claim.support.origins if claim.support.leads_to_any(unread) else ():
            claims_on.setdefault(origin, []).append(claim)
    for route, source in audited.sources():
        claims = [] if source.read else claims_on.get(source.id, [])
        unread_only = [claim.id for claim in claims if claim.is_in_own_voice and _is_unread(audited, claim)]
        if claims:
            yield RULE.on_source(
                route,
                source.id,
                explain_unread(audited.dossier, source.id, [claim.id for claim in claims], unread_only),
                severity=Severity.WARNING if unread_only else Severity.NOTE,
                help="read it, and give its URL or reference instead of `read: false`",
            )


def _is_unread(audited: AuditedDossier, claim: AuditedClaim) -> bool:
    """Return whether no source was read that is an origin of the claim, or may be one."""
    sources = {*claim.support.all_origins, *claim.support.undeclared}
    return not any(audited.dossier.source[source].read for source in sources)


RULE = Rule(CODE, "unread-origin", Severity.NOTE, since="0.1.0", doc=__doc__, check=check)
