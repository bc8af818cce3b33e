"""CA109: support that was retracted, overtaken or corrected.

## What it finds
Evidence for a claim that is, or repeats, a source which was retracted or withdrawn (an error), which is superseded,
or is itself `superseded_by` another on this claim (a warning), or which was corrected (a note). The message names
the chain. One finding for each claim and such source.

## Why it matters
Copies outlive what they copy. In November 2022 the Associated Press reported, on one unnamed official, that Russian
missiles had crossed into Poland; it was carried worldwide and corrected the next day, and Reuters withdrew its own
story that quoted it. What was retracted or withdrawn grounds nothing; what was superseded or corrected may say
something else by now.

## Fails
```yaml
claims:
  - id: missile
    text: The missiles came from the east.
    status: reported
    evidence: [agency-story, daily-story, weekly-story]
sources:
  - {id: agency-story, outlet: Agency, url: "https://agency.example/1", published: 2022-11-15, status: retracted}
  - {id: daily-story, outlet: Daily, url: "https://daily.example/1", published: 2022-11-15, basis: original}
  - {id: weekly-story, outlet: Weekly, url: "https://weekly.example/1", published: 2022-11-17, basis: original}
```

## Passes
```yaml
claims:
  - id: missile
    text: The missiles came from the east.
    status: reported
    evidence: [daily-story, weekly-story]
sources:
  - {id: agency-story, outlet: Agency, url: "https://agency.example/1", published: 2022-11-15, status: retracted}
  - {id: daily-story, outlet: Daily, url: "https://daily.example/1", published: 2022-11-15, basis: original}
  - {id: weekly-story, outlet: Weekly, url: "https://weekly.example/1", published: 2022-11-17, basis: original}
```

## How to mend it
Cite what replaced it, or retract the claim. Where `replaced_by` leads from work to work, the first that still stands
is named. Where the source still holds after its correction, record that in a waiver.

## Definition
`status` and `superseded_by`: docs/file-format.md. CiTO `retracts`, `corrects`.
"""

from collections.abc import Iterator
from typing import assert_never

from claimaudit.finding import Severity
from claimaudit.provenance.flaws import Fault, FaultReason, Replacements, faults
from claimaudit.provenance.sentences import explain_fault
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA109"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each claim and source that no longer holds, at the evidence that leads there."""
    replacements = Replacements(audited.dossier)
    for claim in audited.live_claims:
        seen = set()
        for fault in sorted(faults(claim.support), key=lambda fault: _severity(fault.reason).rank):
            source = fault.chain.path[-1]
            if source not in seen:
                seen.add(source)
                yield RULE.on_claim(
                    claim,
                    explain_fault(audited.dossier, fault),
                    severity=_severity(fault.reason),
                    route=claim.evidence_route(fault.evidence),
                    source=source,
                    help=_mend(fault, replacements),
                    related=(("it stands here", audited.source_route(source)),),
                )


def _mend(fault: Fault, replacements: Replacements) -> str:
    if fault.replaced_by is None and fault.reason == "corrected":
        return "check that it still says so"
    instead = replacements.first_standing(fault.replaced_by) if fault.replaced_by else None
    return f"cite `{instead}` instead" if instead else "cite a source that still stands"


def _severity(reason: FaultReason) -> Severity:
    match reason:
        case "retracted" | "withdrawn":
            return Severity.ERROR
        case "superseded" | "overtaken":
            return Severity.WARNING
        case "corrected":
            return Severity.NOTE
    assert_never(reason)


RULE = Rule(CODE, "retracted-support", Severity.ERROR, since="0.1.0", doc=__doc__, check=check, by_claim=True)
