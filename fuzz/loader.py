"""Reading a dossier: whatever stands in a file is taken whole, or a fault inside the file says why not."""

from collections.abc import Iterable
from typing import Any

import yaml
from yaml.composer import ComposerError

from claimaudit.loading.entries import MODELS
from claimaudit.location import Location, Route
from claimaudit.model import Dossier
from fuzz.inputs import loaded, require_inside, text_of
from fuzz.seeds import dossiers as seeds

__all__ = ["check", "routes", "seeds"]


def check(content: bytes) -> None:
    """Assert that these bytes are read, or refused where something is wrong."""
    dossier, text = loaded(content), text_of(content)
    require_inside(_told(dossier), text)
    require_inside((dossier.places.locate(route) for route in routes(dossier)), text)
    _require_every_name(dossier)
    if not dossier.faults:
        _require_whole(dossier, text)


def _told(dossier: Dossier) -> Iterable[Location]:
    for fault in dossier.faults:
        yield fault.location
        yield from (related.location for related in fault.related)


def routes(dossier: Dossier) -> Iterable[Route]:
    """Yield the ways to every entry of a dossier, and to some of what stands in claims."""
    for kind in MODELS:
        yield from ((kind, index) for index in range(len(getattr(dossier, kind))))
    for index, claim in enumerate(dossier.claims):
        yield ("claims", index, "text")
        yield from (("claims", index, "evidence", number) for number in range(len(claim.evidence)))
        yield from (("claims", index, "waivers", number, "rule") for number in range(len(claim.waivers)))


def _require_every_name(dossier: Dossier) -> None:
    """Assert that every name leads to an entry, and that nobody takes one fault for another."""
    for claim in dossier.claims:
        named = [piece.source for piece in claim.evidence]
        named += [via for piece in claim.evidence for via in piece.via or ()]
        assert set(named) <= dossier.source.keys()
        assert {premise for premises in claim.rests_on for premise in premises} <= dossier.claim.keys()
    for source in dossier.sources:
        assert set(source.via or ()) <= dossier.source.keys()
        assert source.outlet is None or source.outlet in dossier.outlet
    owners = {entry.owner for entries in (dossier.outlets, dossier.owners) for entry in entries}
    assert owners <= {None, *dossier.owner, *dossier.outlet}
    assert len({fault.fingerprint for fault in dossier.faults}) == len(dossier.faults)


def _require_whole(dossier: Dossier, text: str) -> None:
    """Assert that a dossier without faults has all the entries that YAML's own loader finds in the text."""
    try:
        values: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  texts, lists, mappings
    except ComposerError:  # an alias of nothing under a key of one's own, which is not read
        return
    for kind in ("claims", "sources", "informants"):
        written = [entry["id"] for entry in _listed(values.get(kind))]
        assert [entry.id for entry in getattr(dossier, kind)] == written
    for kind in ("outlets", "owners"):  # others are made of names
        written = [entry["id"] for entry in _listed(values.get(kind))]
        assert [entry.id for entry in getattr(dossier, kind)][: len(written)] == written
    claims = _listed(values.get("claims"))
    assert [claim.text for claim in dossier.claims] == [entry["text"] for entry in claims]
    for claim, entry in zip(dossier.claims, claims, strict=True):
        assert len(claim.evidence) == len(_listed(entry.get("evidence")))


def _listed(value: Any) -> list[Any]:
    """Return a list as YAML's own loader has it; what is none, in a dossier without faults, is nothing: `~`."""
    return value if isinstance(value, list) else []
