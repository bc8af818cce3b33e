"""CA002: a value that the file format does not know.

## What it finds
A key that the format does not know, a value of the wrong kind, a field that is missing, or a combination that says
two things at once, such as `basis: original` beside a `via`; or a comment that starts with `claimaudit:` and waives
nothing. The message names the nearest right name. What depends on the entry was not checked.

## Why it matters
A misspelled `contradicts` would silently turn a contradiction into support. So this is an error that cannot be
waived or ignored, and the exit code is 2.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    stauts: reported
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
```

## How to mend it
Write the name that the message suggests, or give what is missing. Keys of your own start with `x-`.

## Definition
docs/file-format.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA002"


def check(_: AuditedDossier) -> Iterator[Observation]:
    """Yield nothing: an invalid value is found while its file is read."""
    return iter(())


RULE = Rule(CODE, "invalid-value", Severity.ERROR, since="0.1.0", doc=__doc__, check=check)
