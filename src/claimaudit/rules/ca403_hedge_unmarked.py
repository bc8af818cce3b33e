"""CA403: the text hedges, and the claim is marked as fact.

## What it finds
A claim of status `asserted` (the default) or `confirmed` whose text hedges: "may", "might", "could", "perhaps",
"reportedly", "is believed to". Silent where the tag `speculative` or a `likelihood` says how sure the text is. The words
that are looked for stand in `cue_lists/hedges.txt`. Words that hedge only at times, such as "some" or "many", are not
among them; nor are "May", the month, "could not", and the might of an army.

## Why it matters
The file says that it is so, the text that it may be so: one of the two is wrong. ICD 203 asks analysts to say how
likely a thing is, and linguists take a hedge for a sign that the writer does not back the statement with facts.

## Fails
```yaml
claims:
  - id: sanctions-relief
    text: Sanctions on Russia might be lifted.
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: sanctions-relief
    text: Sanctions on Russia might be lifted.
    status: speculative
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Mark the claim `status: speculative`, or `reported` where the text names who says so, or give its `likelihood`. Where
the evidence bears it out, drop the hedge. A "may" that permits, as in a law, is no hedge: record it in a waiver.

## Definition
A hedge: CoNLL-2010 shared task. Its kinds: Szeged Uncertainty Corpus. How well the list finds them is measured in
docs/hedges.md. ICD 203, standard 2: uncertainty is expressed.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.wording import explain_unmarked_hedge
from claimaudit.rule import AuditedClaim, AuditedDossier, Observation, Rule
from claimaudit.text.cues import find_cues

CODE = "CA403"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim that is marked as fact and has a hedge in its text."""
    added = audited.config.cues.added_to("hedges")
    for claim in audited.claims_that_may_say("hedges", added=added):
        cues = find_cues(claim.claim.text, "hedges", added=added) if _is_marked_as_fact(claim) else ()
        if cues:
            yield RULE.on_claim(
                claim,
                explain_unmarked_hedge(cues, claim.claim.status),
                route=(*claim.route, "text"),
                help="mark it `status: speculative` or `reported`, give its `likelihood`, or drop the hedge",
            )


def _is_marked_as_fact(claim: AuditedClaim) -> bool:
    return claim.is_in_own_voice and not claim.is_speculative and claim.claim.likelihood is None


RULE = Rule(
    CODE,
    "hedge-unmarked",
    Severity.WARNING,
    since="0.1.0",
    doc=__doc__,
    check=check,
    by_claim=True,
    reads_wording=True,
)
