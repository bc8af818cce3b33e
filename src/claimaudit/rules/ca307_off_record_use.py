"""CA307: what was said off the record is used.

## What it finds
An informant with `terms: off-record` on whom own reporting under a claim relies, for the claim or against it, or to
whom a claim is attributed. One finding an informant, at its terms; it lists the claims.

## Why it matters
Off the record means that the information cannot be used for publication; it may be pursued with other sources
(Associated Press). To print it breaks a promise, and can harm whoever spoke.

## Fails
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    status: reported
    evidence: [own-notes, reuters-story]
informants:
  - {id: envoy, named: true, descriptor: special envoy, terms: off-record}
sources:
  - {id: own-notes, reference: notes of 18 November, published: 2025-11-18, kind: interview, informants: [envoy]}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    status: reported
    evidence: [afp-story, reuters-story, {source: own-notes, stance: mentions}]
informants:
  - {id: envoy, named: true, descriptor: special envoy, terms: off-record}
sources:
  - {id: own-notes, reference: notes of 18 November, published: 2025-11-18, kind: interview, informants: [envoy]}
  - {id: afp-story, outlet: AFP, reference: p. 1, published: 2025-11-19, basis: original}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## How to mend it
Take it out and find others who say it; or ask for other terms, and change `terms` when they are granted.

## Definition
On the record, background, deep background, off the record: Associated Press, News Values and Principles.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.labels import Label
from claimaudit.provenance.people import described
from claimaudit.provenance.sentences_on_people import explain_off_record
from claimaudit.rule import AuditedClaim, AuditedDossier, Observation, Rule

CODE = "CA307"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each informant off the record whom a claim uses, at the terms."""
    off_record = [found for found in described(audited.dossier) if found.informant.terms == "off-record"]
    uses = _uses(audited, {found.label for found in off_record}) if off_record else {}
    for found in off_record:
        claims = uses.get(found.label, [])
        if claims:
            yield Observation(
                RULE,
                explain_off_record(audited.dossier, found, [claim.id for claim in claims]),
                (*found.route, "terms"),
                RULE.severity,
                found.claim,
                found.source,
                help="take it out and find others who say it, or ask for other terms",
                related=tuple((f"`{claim.id}` uses it", claim.route) for claim in claims),
                key=found.key,
            )


def _uses(audited: AuditedDossier, wanted: set[Label]) -> dict[Label, list[AuditedClaim]]:
    """Return for each of the informants the claims that use it, in the order of the files."""
    uses: dict[Label, list[AuditedClaim]] = {}
    for claim in audited.live_claims:
        speaker = Label(claim.claim.attributed_to or "", "informant")
        for label in wanted & {*claim.support.informants, *claim.against.informants, speaker}:
            uses.setdefault(label, []).append(claim)
    return uses


RULE = Rule(CODE, "off-record-use", Severity.ERROR, since="0.1.0", doc=__doc__, check=check)
