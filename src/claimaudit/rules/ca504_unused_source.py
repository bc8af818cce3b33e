"""CA504: a source that nothing rests on.

## What it finds
A source that no evidence of any stance names, that stands in no `via`, `superseded_by` or `replaced_by`, and that
shares its text with none. Silent as long as something in the files could not be read: it may be named there.

## Why it matters
Either somebody meant to cite it, and a claim looks weaker than it is, or it is left over. A list of sources that no
claim uses makes a text look better founded than it is.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    evidence: [axios-story, reuters-story]
sources:
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
  - {id: afp-story, outlet: AFP, reference: p. 1, published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    evidence: [axios-story, reuters-story, {source: afp-story, stance: mentions}]
sources:
  - {id: axios-story, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: reuters-story, outlet: Reuters, reference: p. 1, published: 2025-11-19, basis: original}
  - {id: afp-story, outlet: AFP, reference: p. 1, published: 2025-11-19, basis: original}
```

## How to mend it
Cite it where it bears on a claim, if only with `stance: mentions`, or take it out.

## Definition
No standard asks for it. What may name a source: docs/file-format.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.provenance.citations import unused
from claimaudit.provenance.sentences_on_sources import explain_unused
from claimaudit.rule import AuditedDossier, Observation, Rule

CODE = "CA504"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each source that nothing names, where everything could be read."""
    if audited.dossier.faults:
        return
    for source in unused(audited.provenance.register):
        yield RULE.on_source(
            audited.source_route(source.id),
            source.id,
            explain_unused(audited.dossier, source.id),
            help="cite it where it bears on a claim, or take it out",
        )


RULE = Rule(CODE, "unused-source", Severity.NOTE, since="0.1.0", doc=__doc__, check=check)
