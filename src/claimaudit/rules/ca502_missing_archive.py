"""CA502: pages of which nobody kept a copy.

## What it finds
Sources with a `url` that have neither `archive` nor `snapshot`. A URL that is itself a copy at an archive is one.
One finding for the whole dossier, at the first such source.

## Why it matters
Pages change and vanish, often just when they are disputed. The Security Force Monitor gives an archive link with each
source, and the Berkeley Protocol asks that what is found online be preserved.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - id: axios-story
    outlet: Axios
    url: "https://axios.example/1"
    archive: "https://web.archive.org/web/20251118/https://axios.example/1"
    published: 2025-11-18
    basis: original
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
```

## How to mend it
Have an archive keep the page and give the address of the copy in `archive`, or keep one yourself and name it in
`snapshot`.

## Definition
`archive` and `snapshot`: docs/file-format.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.citations import has_no_copy
from claimaudit.provenance.sentences_on_sources import explain_no_copies
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA502"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for all pages of which there is no copy, at the first."""
    found = [(route, source.id) for route, source in audited.sources() if has_no_copy(source)]
    if found:
        yield RULE.on_source(
            (*found[0][0], "url"),
            None,
            explain_no_copies([source for _, source in found]),
            help="give the address of an archived copy in `archive`, or keep a `snapshot`",
        )


RULE = Rule(CODE, "missing-archive", Severity.NOTE, since="0.1.0", doc=__doc__, check=check)
