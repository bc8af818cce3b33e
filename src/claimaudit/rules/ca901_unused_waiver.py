"""CA901: a waiver that silences nothing.

## What it finds
A waiver of a rule that finds nothing on this claim or source, of a rule that does not exist (the message names the
nearest), or of one that cannot be waived. Also one whose date has passed while another waiver hides the same: it
silences nothing any more, and nothing is back (CA902). It may stand under `waivers` or in a comment,
`# claimaudit: ignore[CA102] reason`; of several rules in a comment, each is looked at by itself.

## Why it matters
Handbooks make sign-off part of the rule (Associated Press, Reuters, BBC): a waiver is a decision that somebody
took about a fault. One without a fault would hide the next.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story, reuters-story]
    waivers: [{rule: single-outlet, by: editor, reason: No second source is to be had.}]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story]
    waivers: [{rule: single-outlet, by: editor, reason: No second source is to be had.}]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
```

## How to mend it
Take the waiver out, or name the rule that it is meant for; in a comment, take the rule out of the brackets.

## Definition
docs/file-format.md under `waivers`.
"""

from collections.abc import Iterator, Sequence

from claimaudit.finding import Severity
from claimaudit.location import Route
from claimaudit.model import Waiver
from claimaudit.report import INPUT_RULES
from claimaudit.rule import AuditedDossier, Observation, Rule
from claimaudit.text import suggestion

CODE = "CA901"


def check(_: AuditedDossier) -> Iterator[Observation]:
    """Yield nothing: what a waiver silences is known when all other rules have spoken."""
    return iter(())


def observe(
    waiver: Waiver, route: Route, claim: str | None, source: str | None, rules: Sequence[Rule]
) -> Observation:
    """Return the finding on a waiver that silenced nothing; `route` leads to it, `rules` are all there are."""
    names = {name: rule for rule in rules for name in (rule.code, rule.name)}
    called = {name.casefold(): rule for name, rule in names.items()}
    rule = called.get(waiver.rule.casefold())
    if rule is None:
        known = [name for name, other in names.items() if other.code not in INPUT_RULES]
        message, mend = f"no rule is called `{waiver.rule}`", suggestion(waiver.rule, known)
    elif rule.code in INPUT_RULES:
        message, mend = f"{rule.code} cannot be waived", "mend the file instead"
    else:
        message, mend = (
            f"silences nothing: {rule.code} ({rule.name}) finds nothing here",
            "take the waiver out",
        )
    place = (*route, "rule")
    return Observation(
        RULE, message, place, RULE.severity, claim, source, mend or "", key=waiver.rule.casefold()
    )


def observe_expired(waiver: Waiver, route: Route, claim: str | None, source: str | None) -> Observation:
    """Return the finding on a waiver with a date that has passed while another hides all that it was for."""
    message = f"ended on {waiver.until} and silences nothing: another waiver of {waiver.rule} holds here"
    place = (*route, "until")
    return Observation(
        RULE, message, place, RULE.severity, claim, source, "take the waiver out", key=waiver.rule.casefold()
    )


RULE = Rule(CODE, "unused-waiver", Severity.WARNING, since="0.1.0", doc=__doc__, check=check)
