"""Waivers in comments: one that speaks to claimaudit waives something or is a fault, and changes nothing else."""

import re
from collections.abc import Iterator

from claimaudit.model import Claim, Dossier, Source
from fuzz.inputs import loaded, require_inside
from fuzz.seeds import dossiers

_TEMPLATE = "claims:\n- id: one #{}\n  text: One.\nsources:\n  - #{}\n    id: two\n"
_ASKS = re.compile(r"\s*claimaudit: ignore\[")


def seeds() -> Iterator[bytes]:
    """Yield the comments of small dossiers."""
    for content in dossiers():
        yield from re.findall(rb"#(.*[iI]gnore.*)", content)


def check(content: bytes) -> None:
    """Assert that two comments, parted by a line feed, waive something, are refused, or are passed over."""
    first, _, second = content.decode("utf-8", "replace").partition("\n")
    comments = [first, second.replace("\n", " ")]
    text = _TEMPLATE.format(*comments)
    dossier = loaded(text.encode())
    require_inside((fault.location for fault in dossier.faults), text)
    if any(fault.code == "CA001" for fault in dossier.faults):
        return  # a character that is not read
    assert [claim.text for claim in dossier.claims] == ["One."]
    _require_heard(dossier, comments)


def _require_heard(dossier: Dossier, comments: list[str]) -> None:
    """Assert that a comment that asks for something is heard, and that every waiver is one in full."""
    entries: list[Claim | Source] = [*dossier.claims, *dossier.sources]
    for entry, comment in zip(entries, comments, strict=True):
        faults = [fault for fault in dossier.faults if entry.id in (fault.claim, fault.source)]
        assert entry.waivers or faults or not _ASKS.match(comment)
        assert not (entry.waivers and faults)
        for number, waiver in enumerate(entry.waivers):
            assert waiver.rule.strip() == waiver.rule
            assert waiver.reason.strip()
            kind = "claims" if entry.id == "one" else "sources"
            place = dossier.places.locate((kind, 0, "waivers", number))
            written = f"{dossier.places.excerpt(place)}\n"[place.column - 1 : place.end_column - 1]
            assert written == waiver.rule
