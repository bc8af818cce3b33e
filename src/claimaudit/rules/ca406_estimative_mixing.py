"""CA406: likelihood and confidence in one sentence, or two yardsticks.

## What it finds
- One sentence of the text has a word of likelihood, such as "likely", and one of confidence, such as "high
  confidence".
- The text and the `likelihood` together use terms of two yardsticks, one that only ICD 203 has ("very likely") and one
  that only PHIA has ("highly likely", "realistic possibility").
- The house has a yardstick (`yardstick = "icd203"` or `"phia"` in `claimaudit.toml`), and the text or the `likelihood`
  has a term that only the other has, or the `likelihood` is a term of neither.

The words that are looked for stand in `cue_lists/`: `icd203.txt`, `phia.txt`, `yardsticks.txt`, `confidence.txt`.

## Why it matters
How likely a thing is, and how good the evidence for that is, are two scales. In one sentence readers take them for
one, so ICD 203 forbids it. Words of likelihood stand for ranges of per cent, and the ranges of two yardsticks differ.

## Fails
```yaml
claims:
  - id: front-frozen
    text: We have high confidence that a freeze is likely.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: front-frozen
    text: A freeze is likely. We have high confidence in this, since two agencies saw the draft.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Say in two sentences how likely it is and how sure you are. Keep to the terms of one yardstick, in the text and in
`likelihood`.

## Definition
ICD 203, Analytic Standards, standard 2: terms of likelihood, and confidence apart from them. PHIA: the probability
yardstick of the UK's Professional Head of Intelligence Assessment.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.wording import (
    YARDSTICKS,
    clash_of_yardsticks,
    explain_clash,
    explain_mixed,
    explain_stray,
    mixed_in_one_sentence,
    stray_term,
)
from claimaudit.rule import AuditedClaim, AuditedDossier, Observation, Rule
from claimaudit.text.cues import Yardstick

CODE = "CA406"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield a finding for each claim with a mixed sentence, and one for each with terms of two yardsticks."""
    config, added = audited.config, audited.config.cues.added_to("confidence")
    worded = frozenset(audited.claims_that_may_say("confidence", "icd203", "phia", added=added))
    for claim in audited.live_claims:
        if claim not in worded and claim.claim.likelihood is None:
            continue
        mixed = mixed_in_one_sentence(claim.claim.text, added=added)
        if mixed:
            yield RULE.on_claim(
                claim,
                explain_mixed(mixed),
                route=(*claim.route, "text"),
                help="say in two sentences how likely it is and how sure you are of that",
                key="sentence",
            )
        yield from _clash(claim) if config.yardstick is None else _stray(claim, config.yardstick)


def _clash(claim: AuditedClaim) -> Iterator[Observation]:
    clash = clash_of_yardsticks(claim.claim.text, claim.claim.likelihood)
    if clash:
        is_in_text = clash.icd203_in_text and clash.phia_in_text
        yield RULE.on_claim(
            claim,
            explain_clash(clash),
            route=(*claim.route, "text" if is_in_text else "likelihood"),
            help="keep to the terms of one yardstick",
            key="yardsticks",
        )


def _stray(claim: AuditedClaim, yardstick: Yardstick) -> Iterator[Observation]:
    stray = stray_term(claim.claim.text, claim.claim.likelihood, yardstick)
    if stray:
        yield RULE.on_claim(
            claim,
            explain_stray(stray),
            route=(*claim.route, "text" if stray.in_text else "likelihood"),
            help=f"say it with a term of {YARDSTICKS[yardstick]}",
            key="yardsticks",
        )


RULE = Rule(
    CODE,
    "estimative-mixing",
    Severity.NOTE,
    since="0.1.0",
    doc=__doc__,
    check=check,
    by_claim=True,
    reads_wording=True,
)
