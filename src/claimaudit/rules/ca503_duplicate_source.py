"""CA503: one page under two ids.

## What it finds
Two sources with one URL. What does not change the page makes no difference: `http` or `https`, "www.", the default
port, a slash at the end, what follows a `#`, parameters of trackers such as `utm_source`, and the address of an
archive around that of the page.

## Why it matters
To count one result twice under two names is an old fault of reviews (Senn, BMC Medical Research Methodology 2009).
Two entries of one page can be declared in two ways, and a correction may reach only one of them.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    evidence: [axios-story, axios-again]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: axios-again, outlet: Axios, url: "https://www.axios.example/1/?utm_source=x", published: 2025-11-18}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    status: reported
    evidence: [axios-story, axios-second]
sources:
  - {id: axios-story, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: axios-second, outlet: Axios, url: "https://axios.example/2", published: 2025-11-18, basis: original}
```

## How to mend it
Make one source of the two, and name it everywhere by one id; or correct the URL that is wrong. Where one page did
carry two works, record that in a waiver.

## Definition
When two addresses name one page: docs/file-format.md.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.location import Route
from claimaudit.provenance.citations import duplicates
from claimaudit.provenance.sentences_on_sources import explain_duplicate
from claimaudit.rule import AuditedDossier, Observation, Rule
from claimaudit.text.addresses import canonical_url

CODE = "CA503"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each source that has the URL of an earlier one."""
    for source, first in duplicates(source for _, source in audited.sources()):
        yield RULE.on_source(
            _url(audited, source.id),
            source.id,
            explain_duplicate(audited.dossier, source.id, first.id),
            help=f"name `{first.id}` instead and take `{source.id}` out, or correct the URL that is wrong",
            related=((f"the URL of `{first.id}`", _url(audited, first.id)),),
            key=canonical_url(source.url or ""),
            is_of_several=True,
        )


def _url(audited: AuditedDossier, source: str) -> Route:
    return (*audited.source_route(source), "url")


RULE = Rule(CODE, "duplicate-source", Severity.WARNING, since="0.1.0", doc=__doc__, check=check)
