"""When sources came out: who is said to repeat what came out after it. Knows no rule and makes no sentence."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from claimaudit.location import Route
from claimaudit.model import Dossier


class Repeat(NamedTuple):
    """A source and one that it is said to repeat, and where: of the source itself, or of its evidence on a claim."""

    source: str
    repeated: str
    route: Route
    claim: str | None = None


def inversions(dossier: Dossier, claims: Collection[str]) -> Iterator[Repeat]:
    """Yield each source that came out before the one it is said to repeat, each pair once.

    What sources say of themselves comes first, then what the evidence of these claims says.
    """
    seen: set[tuple[str, str]] = set()
    for repeat in _repeats(dossier, claims):
        pair = (repeat.source, repeat.repeated)
        if pair not in seen:
            seen.add(pair)
            if _is_inverted(dossier, *pair):
                yield repeat


def _repeats(dossier: Dossier, claims: Collection[str]) -> Iterator[Repeat]:
    # A via is in effect wherever it stands: beside a basis that ignores it, it is an error of the input.
    for index, source in enumerate(dossier.sources):
        for place, repeated in enumerate(source.via or ()):
            yield Repeat(source.id, repeated, ("sources", index, "via", place))
    # By id: of several claims that say so the same is told, wherever it stands.
    for index, claim in sorted(dossier.claims_that_say_how.items(), key=lambda numbered: numbered[1].id):
        for number, piece in enumerate(claim.evidence if claim.id in claims else ()):
            for place, repeated in enumerate(piece.via or () if piece.stance != "mentions" else ()):
                route: Route = ("claims", index, "evidence", number, "via", place)
                yield Repeat(piece.source, repeated, route, claim.id)


def _is_inverted(dossier: Dossier, source_id: str, repeated_id: str) -> bool:
    if dossier.unsound_sources.intersection((source_id, repeated_id)):
        return False
    published, first = dossier.source[source_id].published, dossier.source[repeated_id].published
    return published is not None and first is not None and published.is_before(first)
