"""CA402: content said to sit in a part that nobody has seen.

## What it finds
A claim with the tag `secret annex`, in any spelling. A warning; an error where the text asserts the claim in its
own voice.

## Why it matters
What sits in a part that nobody has seen can be neither confirmed nor refuted, and everything fits into it. The
Berkeley Protocol names specificity among the tests of a source, and ICD 203 asks that the assumption on which an
argument turns be stated as one.

## Fails
```yaml
claims:
  - id: annex-trade
    text: A secret annex is said to promise trade deals.
    status: reported
    tags: [secret annex]
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: annex-trade
    text: Point 13 of the published text promises trade deals.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Cite the part where it can be read, say who speaks of it (`status: reported`), or mark it `status: speculative`.

## Definition
No standard defines it: a term of this project, see docs/file-format.md under `tags`.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA402"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim with the tag, at the tag."""
    for claim in audited.live_claims:
        tag = claim.tag_route("secret annex")
        if tag is not None:
            yield RULE.on_claim(
                claim,
                "said to sit in a secret annex, which nobody has seen",
                severity=Severity.ERROR if claim.claim.status == "asserted" else Severity.WARNING,
                route=tag,
                help="cite where it can be read, or say in the text who speaks of it, or that it is conjecture",
            )


RULE = Rule(CODE, "secret-annex", Severity.WARNING, since="0.1.0", doc=__doc__, check=check, by_claim=True)
