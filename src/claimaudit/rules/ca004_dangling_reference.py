"""CA004: a reference that leads nowhere, or to two things.

## What it finds
An id or URL of a source, claim, owner or informant that no entry has: the message names the nearest one that
exists. Or a URL that two sources have, so that nobody can tell which is meant: the message names both. What depends
on the reference was not checked.

## Why it matters
Evidence that cannot be looked up is no evidence (ICD 206 asks for an unambiguous source identifier), and a
misspelled `via` would make a copy look like an origin. So this is an error that cannot be waived or ignored, and
the exit code is 2.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-stroy]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [axios-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
```

## How to mend it
Write the id of an entry that exists, or add the entry. Where two sources have one URL, name one by its id.

## Definition
docs/file-format.md: which field refers to what.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA004"


def check(_: AuditedDossier) -> Iterator[Observation]:
    """Yield nothing: a reference that leads nowhere is found while the files are read."""
    return iter(())


RULE = Rule(CODE, "dangling-reference", Severity.ERROR, since="0.1.0", doc=__doc__, check=check)
