"""CA001: a file that could not be read.

## What it finds
A file that cannot be opened, is not UTF-8, is not YAML, or is larger or deeper than the limits. What stands in it
was not checked; the other files were.

## Why it matters
Silence about a file that was never read would look like approval. So this is an error that cannot be waived or
ignored, and the exit code is 2.

## Fails
```yaml
claims:
  - id: four-buckets
    text: "The plan has four parts.
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: "The plan has four parts."
```

## How to mend it
Mend what stands at the place named: here a quotation mark is never closed. Indent with spaces, and save the file
as UTF-8.

## Definition
YAML 1.2, of which docs/file-format.md says what is read.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA001"


def check(_: AuditedDossier) -> Iterator[Observation]:
    """Yield nothing: a file that cannot be read is found while it is read."""
    return iter(())


RULE = Rule(CODE, "unreadable-file", Severity.ERROR, since="0.1.0", doc=__doc__, check=check)
