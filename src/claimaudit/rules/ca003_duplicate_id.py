"""CA003: one id for two entries.

## What it finds
Two claims, two sources, two outlets, two owners or two informants with one id, compared without regard to case;
and two outlets of which one has the name or an alias of the other.

## Why it matters
A citation must lead to one thing. With two entries of one id, each reader would see another one (ICD 206 asks for
an unambiguous source identifier). So this is an error that cannot be waived or ignored, and the exit code is 2.

## Fails
```yaml
claims:
  - {id: four-buckets, text: The plan has four parts.}
  - {id: four-buckets, text: The plan has 28 points.}
```

## Passes
```yaml
claims:
  - {id: four-buckets, text: The plan has four parts.}
  - {id: points-28, text: The plan has 28 points.}
```

## How to mend it
Rename one of the two, and every reference to it.

## Definition
docs/file-format.md: ids are unique for each kind of entry.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA003"


def check(_: AuditedDossier) -> Iterator[Observation]:
    """Yield nothing: two entries of one id are found while the files are read."""
    return iter(())


RULE = Rule(CODE, "duplicate-id", Severity.ERROR, since="0.1.0", doc=__doc__, check=check)
