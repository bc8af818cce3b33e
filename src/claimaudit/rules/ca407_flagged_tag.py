"""CA407: a tag that the house wants to see.

## What it finds
A claim with a tag, in any spelling, that the policy of the house flags. Severity and message are those of the policy.

The policy stands in `claimaudit.toml` under `flagged-tags`: a `tag`, its `message`, and a `severity`, a warning if
left out. The comment at the top of an example below is a line of that file.

## Why it matters
Every house has words of its own for what needs a second look: "legal", "minor", "embargo". A flag makes sure that
nothing so tagged goes out unseen.

## Fails
```yaml
# policy: flagged-tags = [{tag = "embargo", severity = "error", message = "under embargo: ask the desk"}]
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    tags: [Embargo]
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## Passes
```yaml
# policy: flagged-tags = [{tag = "embargo", severity = "error", message = "under embargo: ask the desk"}]
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    tags: [plan]
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Do what the message asks, then take the tag off; or record in a waiver who lets it pass, and why.

## Definition
A rule of the house. When two spellings are one tag: docs/file-format.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.rule import AuditedDossier, Observation, Rule
from claimaudit.text import tag_key

CODE = "CA407"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim and flag that one of its tags raises, at the first such tag."""
    flags = audited.config.flagged_tags
    for claim in audited.live_claims if flags else ():
        for flag in flags if claim.claim.tags else ():
            route = claim.tag_route(flag.tag)
            if route:
                yield RULE.on_claim(
                    claim,
                    flag.message,
                    severity=flag.severity,
                    route=route,
                    help=f"do what it asks and take the tag off `{claim.id}`, or waive it with who lets it pass and why",
                    key=tag_key(flag.tag),
                )


RULE = Rule(
    CODE,
    "flagged-tag",
    Severity.WARNING,
    since="0.1.0",
    doc=__doc__,
    check=check,
    by_claim=True,
    severity_is_chosen=True,
)
