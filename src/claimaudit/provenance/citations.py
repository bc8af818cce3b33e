"""How sources are kept and cited: copies, second entries of one page, entries that nothing names.

Knows no rule and makes no sentence.
"""

from collections.abc import Iterable, Iterator

from claimaudit.model import Dossier, Source
from claimaudit.provenance.grounds import Register
from claimaudit.text.addresses import canonical_url, is_archived


def has_no_copy(source: Source) -> bool:
    """Return whether a source is on the web and nobody kept a copy of it."""
    if source.url is None or is_archived(source.url):
        return False
    return source.archive is None and source.snapshot is None


def duplicates(sources: Iterable[Source]) -> Iterator[tuple[Source, Source]]:
    """Yield each source whose URL names the page of an earlier one, with the first of these."""
    first: dict[str, Source] = {}
    for source in sources:
        if source.url is not None:
            other = first.setdefault(canonical_url(source.url), source)
            if other is not source:
                yield source, other


def unused(register: Register) -> Iterator[Source]:
    """Yield the sources that no evidence and no other entry names, and that share their text with none."""
    named = frozenset(_named(register.dossier))
    for source in register.dossier.sources:
        if source.id not in named and not register.text_group(source.id):
            yield source


def _named(dossier: Dossier) -> Iterator[str]:
    """Yield the sources that sources and evidence of any stance name."""
    for source in dossier.sources:
        yield from source.via or ()
        yield source.replaced_by or ""
    for claim in dossier.claims:
        for piece in claim.evidence:
            yield piece.source
            yield from piece.via or ()
            yield piece.superseded_by or ""
