"""CA902: a waiver whose date has passed.

## What it finds
A waiver with an `until` that lies before today. What it silenced counts again; where another waiver hides that,
CA901 speaks instead. The day named is its last. A waiver in a comment has no date: it holds until CA901 finds that
it silences nothing.

## Why it matters
Handbooks make sign-off part of the rule (Associated Press, Reuters, BBC), and a sign-off is often given for a time:
until the second source calls back, until the embargo ends.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story]
    waivers: [{rule: CA102, by: editor, reason: The second source calls back., until: 2025-11-30}]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story]
    waivers: [{rule: CA102, by: editor, reason: No second source is to be had., until: 2999-12-31}]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
```

## How to mend it
Mend what the waiver was for, or have it renewed with a later date.

## Definition
docs/file-format.md under `waivers`.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.location import Route
from claimaudit.model import Waiver
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA902"


def check(_: AuditedDossier) -> Iterator[Observation]:
    """Yield nothing: what a waiver silences is known when all other rules have spoken."""
    return iter(())


def observe(waiver: Waiver, route: Route, claim: str | None, source: str | None) -> Observation:
    """Return the finding on a waiver with a date that has passed while its fault remains; `route` leads to it."""
    message = f"the waiver of {waiver.rule} by {waiver.by} ended on {waiver.until}: the finding is back"
    mend = "mend the fault, or have the waiver renewed"
    place = (*route, "until")
    return Observation(RULE, message, place, RULE.severity, claim, source, mend, key=waiver.rule.casefold())


RULE = Rule(CODE, "expired-waiver", Severity.WARNING, since="0.1.0", doc=__doc__, check=check)
