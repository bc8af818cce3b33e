"""CA405: what was not said is all the evidence there is.

## What it finds
A text that points to something not being reported, denied, mentioned or published, while no counted evidence of the
claim's own is grounded: it is unsupported, or only argued from other claims. The words that are looked for stand in
`cue_lists/absences.txt`.

## Why it matters
That nobody denied it proves nothing, and neither does it that it is not in a draft. What is not there fits every
story. ICD 203 asks analysts to tell what was reported from what they assume.

## Fails
```yaml
claims:
  - id: annex-exists
    text: The demands are not in the draft, so an annex holds them.
    status: reported
```

## Passes
```yaml
claims:
  - id: demands-missing
    text: The demands are not in the draft.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Cite a source that shows the absence: the whole text, or somebody who read it. Then argue from that as a claim of its
own, under `rests_on`, and say in the text that the rest is conjecture.

## Definition
Argument from ignorance. ICD 203, standard 3: assumptions and judgements are told apart from what was reported.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.wording import explain_absence
from claimaudit.rule import AuditedDossier, Observation, Rule
from claimaudit.text.cues import find_cues

CODE = "CA405"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim that points to an absence and has no evidence of its own that stands."""
    added = audited.config.cues.added_to("absences")
    for claim in audited.claims_that_may_say("absences", added=added):
        has_none = claim.verdict in ("unsupported", "inferred")
        cues = find_cues(claim.claim.text, "absences", added=added) if has_none else ()
        if cues:
            yield RULE.on_claim(
                claim,
                explain_absence(cues),
                route=(*claim.route, "text"),
                help=f"cite under `evidence` of `{claim.id}` who shows that it is absent",
            )


RULE = Rule(
    CODE,
    "absence-as-evidence",
    Severity.WARNING,
    since="0.1.0",
    doc=__doc__,
    check=check,
    by_claim=True,
    reads_wording=True,
)
