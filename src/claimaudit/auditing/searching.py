"""Fuzzy search over ids and texts."""

from collections.abc import Iterator, Sequence

from claimaudit.model import Dossier
from claimaudit.report import CardKind, Hit
from claimaudit.text import words_of

CUTOFF = 60.0
"""Per cent of likeness below which an answer is no help."""
CLEARLY_ALIKE = 90.0
"""Per cent from which an answer that holds none of the words is named beside those that hold all."""


def search(dossier: Dossier, words: str, *, limit: int) -> Iterator[Hit]:
    """Yield the entries most like `words`, best first, those of one likeness in the order of the files.

    An entry that holds the words as they are, or words that begin with them, comes before one that is only alike.
    """
    entries = list(_entries(dossier))
    wanted = words_of(words)
    texts = [f"{entry_id} {text}" for _, _, entry_id, text in entries]
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415  only a search needs it

    alike = process.extract(
        words, texts, scorer=fuzz.WRatio, processor=utils.default_process, limit=None, score_cutoff=CUTOFF
    )
    found = {place: (_words_held(wanted, text), score) for text, score, place in alike}
    found |= {
        place: (held, found.get(place, (0, CUTOFF))[1])
        for place, text in enumerate(texts)
        if (held := _words_held(wanted, text))
    }
    if any(held == len(wanted) for held, _ in found.values()):
        found = {place: hit for place, hit in found.items() if hit[0] or hit[1] >= CLEARLY_ALIKE}
    order = sorted(found, key=lambda place: (-found[place][0], -found[place][1], place))
    for place in order[:limit]:
        kind, index, entry_id, text = entries[place]
        location = dossier.places.locate((f"{kind}s", index))
        yield Hit(kind, entry_id, text, found[place][1], location)


def _words_held(wanted: Sequence[str], text: str) -> int:
    """Return how many of the words are in the text, or start one of its words."""
    there = words_of(text)
    return sum(any(word.startswith(part) for word in there) for part in wanted)


def _entries(dossier: Dossier) -> Iterator[tuple[CardKind, int, str, str]]:
    for index, claim in enumerate(dossier.claims):
        yield "claim", index, claim.id, claim.text
    for index, source in enumerate(dossier.sources):
        outlet = dossier.outlet[source.outlet].label if source.outlet else ""
        yield "source", index, source.id, ": ".join(part for part in (outlet, source.title) if part)
    for index, outlet_entry in enumerate(dossier.outlets):
        yield "outlet", index, outlet_entry.id, outlet_entry.label
    for index, informant in enumerate(dossier.informants):
        yield "informant", index, informant.id, informant.descriptor or ""
