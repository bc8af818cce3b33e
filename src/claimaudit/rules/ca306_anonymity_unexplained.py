"""CA306: nobody says why a source is not named.

## What it finds
A person among the informants who is not named and has no `reason`: each entry under `informants`, and each one
described in place, in a source or in a piece of evidence. One finding an informant.

## Why it matters
Readers are owed the reason. The Associated Press has its writers give it, the New York Times asks that a confidential
source be identified or its authority, motive and reason explained, and the Code of Ethics of the Society of
Professional Journalists says: explain why anonymity was granted.

## Fails
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - id: axios-story
    outlet: Axios
    reference: p. 1
    published: 2025-11-18
    basis: original
    informants: [{descriptor: US official}]
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: army-cut
    text: The plan cuts the army.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - id: axios-story
    outlet: Axios
    reference: p. 1
    published: 2025-11-18
    basis: original
    informants: [{descriptor: US official, reason: not authorised to speak}]
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## How to mend it
Give the `reason` that the source gives; if it gives none, say that. A person whom the source does name is
`named: true`.

## Definition
Associated Press, News Values and Principles, on anonymous sources. `named`, `reason`: docs/file-format.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.people import described
from claimaudit.provenance.sentences_on_people import explain_unexplained
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA306"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each unnamed informant without a reason, where it is described."""
    checked = {None, *(claim.id for claim in audited.live_claims)}
    for found in described(audited.dossier):
        is_open = found.claim in checked and found.source not in audited.dossier.unsound_sources
        if is_open and not (found.informant.is_named or found.informant.reason):
            yield Observation(
                RULE,
                explain_unexplained(audited.dossier, found),
                found.route,
                RULE.severity,
                found.claim,
                found.source,
                help="give the `reason`, or `named: true` if the source does name the person",
                key=found.key,
            )


RULE = Rule(CODE, "anonymity-unexplained", Severity.NOTE, since="0.1.0", doc=__doc__, check=check)
