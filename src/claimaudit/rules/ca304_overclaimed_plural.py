"""CA304: the text speaks of several, and one is all there is.

## What it finds
A text that speaks of sources, outlets, reports, media, newspapers or agencies, in the plural, while the claim has one
independent origin. The verb of "Axios reports that" is no plural, and neither are sources of energy. The words that
are looked for stand in `cue_lists/plurals.txt`.

## Why it matters
A plural tells readers that somebody checked. The Reuters Handbook does not let reporters cite sources in the plural
when they have one, and many outlets that repeat one story are one origin.

## Fails
```yaml
claims:
  - id: four-buckets
    text: Several outlets report that the plan has four parts.
    status: reported
    evidence: [axios-story, mint-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: mint-story, outlet: Mint, url: "https://mint.example/1", published: 2025-11-19, via: [axios-story]}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts, says Axios, which others repeat.
    status: reported
    evidence: [axios-story, mint-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: mint-story, outlet: Mint, url: "https://mint.example/1", published: 2025-11-19, via: [axios-story]}
```

## How to mend it
Say in the text whose report it is, or find a second origin.

## Definition
Independent origins: docs/independence.md. Reuters Handbook of Journalism, on sources.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.people import informants_under
from claimaudit.provenance.wording import explain_plural
from claimaudit.rule import AuditedDossier, Observation, Rule
from claimaudit.text.cues import find_cues

CODE = "CA304"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim of one origin whose text speaks of several."""
    added = audited.config.cues.added_to("plurals")
    for claim in audited.claims_that_may_say("plurals", added=added):
        cues = find_cues(claim.claim.text, "plurals", added=added) if claim.has_one_origin else ()
        if cues and informants_under(claim.support) > 1:  # then the one outlet has sources in the plural
            cues = tuple(cue for cue in cues if cue.words.casefold() != "sources")
        if cues:
            yield RULE.on_claim(
                claim,
                explain_plural(claim.support, cues),
                route=(*claim.route, "text"),
                help=f"name the one origin in the text of `{claim.id}`, or find another",
            )


RULE = Rule(
    CODE,
    "overclaimed-plural",
    Severity.WARNING,
    since="0.1.0",
    doc=__doc__,
    check=check,
    by_claim=True,
    reads_wording=True,
)
