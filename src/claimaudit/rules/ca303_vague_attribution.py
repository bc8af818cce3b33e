"""CA303: somebody says so, and nobody says who.

## What it finds
A text that attributes what it says to nobody in particular, "reports suggest", "there is talk", "it is said", "some
say", while the claim cites no source in its support and rests on no other claim. The words that are looked for stand
in `cue_lists/attributions.txt`.

## Why it matters
Such words have the sound of a source and none of its substance: a reader can ask nobody. The Associated Press does
not let "a source" stand without a word on who it is, and Wikipedia's editors mark such sentences ("who?").

## Fails
```yaml
claims:
  - id: nato-delayed
    text: Reports suggest that the accession will be put off.
    status: reported
```

## Passes
```yaml
claims:
  - id: nato-delayed
    text: Axios and Reuters report that the accession will be put off.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Name the reports: cite them under `evidence`, or say in the text who says so. What cannot be named is a rumour: leave
it out, or mark it `status: speculative` and say so in the text.

## Definition
Wikipedia, Manual of Style, "Words to watch": unsupported attributions. How well such words can be found is measured
in docs/hedges.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.wording import explain_vague_attribution
from claimaudit.rule import AuditedDossier, Observation, Rule
from claimaudit.text.cues import find_cues

CODE = "CA303"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim that names neither a source nor a premise while its text hints at some."""
    added = audited.config.cues.added_to("attributions")
    for claim in audited.claims_that_may_say("attributions", added=added):
        names_any = claim.claim.rests_on or any(piece.stance == "supports" for piece in claim.claim.evidence)
        cues = () if names_any else find_cues(claim.claim.text, "attributions", added=added)
        if cues:
            yield RULE.on_claim(
                claim,
                explain_vague_attribution(cues),
                route=(*claim.route, "text"),
                help=f"name who says so under `evidence` of `{claim.id}`, or leave it out",
            )


RULE = Rule(
    CODE,
    "vague-attribution",
    Severity.WARNING,
    since="0.1.0",
    doc=__doc__,
    check=check,
    by_claim=True,
    reads_wording=True,
)
