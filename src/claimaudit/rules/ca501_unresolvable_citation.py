"""CA501: a source that readers cannot find.

## What it finds
A source that was read and has neither a URL nor a reference (a warning), or has no date of publication (a note).
Sources with `read: false` are left out: of these nobody can say where they are.

## Why it matters
Fact-checkers give enough detail that readers can replicate the work (IFCN Code of Principles, commitment 2); the
Security Force Monitor and ICD 206 ask for a full reference to each source. An undated page can say something else
tomorrow.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, reference: "print edition, page 3", published: 2025-11-19, basis: original}
```

## How to mend it
Give its `url`, or say in `reference` where it is (an archive's shelf mark, a page, a file); give `published`, which
may be as coarse as a year.

## Definition
ICD 206: a source reference is an unambiguous pointer, with originator, title, identifier and date.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.sentences import full_name
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA501"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each source that was read and cannot be found, or is not dated."""
    for route, source in audited.sources():
        if not source.read:
            continue
        name = full_name(audited.dossier, source.id)
        if not source.url and not source.reference:
            message = f"{name} has neither URL nor reference: readers cannot find it"
            yield RULE.on_source(
                route, source.id, message, help="give its `url`, or say in `reference` where it is"
            )
        elif not source.published:
            message, mend = f"{name} has no date of publication", "give `published`, if only the year"
            yield RULE.on_source(route, source.id, message, severity=Severity.NOTE, help=mend)


RULE = Rule(CODE, "unresolvable-citation", Severity.WARNING, since="0.1.0", doc=__doc__, check=check)
