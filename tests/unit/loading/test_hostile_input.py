"""Whatever stands in a file, reading it ends in a dossier or in a ClaimauditError, with places inside the file."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimaudit.loading import load
from claimaudit.loading.faults import UnreadableError
from claimaudit.loading.layout import Layout, ListLayout, MappingLayout, location_of
from claimaudit.loading.places import Place
from claimaudit.loading.text_file import TextFile
from claimaudit.loading.validating import is_identifier
from claimaudit.loading.yaml_parts import Item, Section
from claimaudit.loading.yaml_values import read_yaml
from claimaudit.location import Route
from claimaudit.model import Claim, Dossier, Evidence, Informant, Outlet, Owner, Quote, Source, Waiver
from claimaudit.model.source import Snapshot

CASES = Path(__file__, "../../../cases").resolve()
SEEDS = [path.read_bytes() for path in sorted(CASES.glob("**/*.yaml")) if path.stat().st_size < 2000]

MODELS = (Claim, Evidence, Quote, Source, Snapshot, Outlet, Owner, Informant, Waiver)
KEYS = st.sampled_from(sorted({"x-own", *(key for model in MODELS for key in model.model_fields)}))
WORDS = st.sampled_from(
    ["a", "b", "A", "original", "supports", "2025-11-18", "true", "https://a.b/c", "1", "~", "", "é"]
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | WORDS | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=12,
)
ENTRIES = st.dictionaries(KEYS, VALUES, max_size=6) | VALUES
SECTIONS = st.sampled_from(["claims", "sources", "outlets", "owners", "informants"])
DOSSIERS = st.dictionaries(SECTIONS, st.lists(ENTRIES, max_size=5) | VALUES, max_size=4)
TOKENS = [
    *"- ?:,[]{}'\"#|>&*!<%@`~=\\\t\n\0aé\ufeff",
    "\n  ",
    "\n- ",
    ": ",
    "<<: ",
    "\r\n",
    "---\n",
    "...\n",
    "claims:\n",
    "id",
]
PIECES = st.lists(st.sampled_from(TOKENS), max_size=30).map("".join)


@contextmanager
def loaded(content: bytes) -> Iterator[Dossier]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "dossier.yaml")
        path.write_bytes(content)
        yield load(path)


def require_sound_places(dossier: Dossier, content: bytes) -> None:
    """Every fault and every value is at a place that the file has."""
    lines = content.decode("utf-8", "replace").split("\n")
    routes: list[Route] = [("claims", index) for index in range(len(dossier.claims))]
    for index, claim in enumerate(dossier.claims):
        routes += [("claims", index, "evidence", number) for number in range(len(claim.evidence))]
    places = [dossier.places.locate(route) for route in routes]
    for place in [*places, *(fault.location for fault in dossier.faults)]:
        assert 1 <= place.line <= place.end_line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert "\n" not in dossier.places.excerpt(place)


def require_whole(dossier: Dossier) -> None:
    """Every name leads to an entry; the fingerprints of faults are distinct."""
    for claim in dossier.claims:
        named = [piece.source for piece in claim.evidence]
        named += [via for piece in claim.evidence for via in piece.via or ()]
        assert all(name in dossier.source for name in named)
        assert all(member in dossier.claim for members in claim.rests_on for member in members)
    for source in dossier.sources:
        assert all(name in dossier.source for name in source.via or ())
        assert source.outlet is None or source.outlet in dossier.outlet
    owners = {entry.owner for entries in (dossier.outlets, dossier.owners) for entry in entries}
    assert owners <= {None, *dossier.owner, *dossier.outlet}
    assert len({fault.fingerprint for fault in dossier.faults}) == len(dossier.faults)


@given(st.binary(max_size=60))
def test_any_bytes_can_be_read_or_refused(content: bytes) -> None:
    with loaded(content) as dossier:
        require_sound_places(dossier, content)


@given(PIECES)
def test_any_heap_of_yaml_can_be_read_or_refused(text: str) -> None:
    content = text.encode()
    with loaded(content) as dossier:
        require_sound_places(dossier, content)


@given(DOSSIERS)
def test_any_values_under_any_keys_can_be_read_or_refused(dossier: dict[str, Any]) -> None:
    content = json.dumps(dossier, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    with loaded(content) as found:
        require_sound_places(found, content)
        require_whole(found)


@given(st.sampled_from(SEEDS), st.data())
def test_a_file_with_a_slip_in_it_can_be_read_or_refused(seed: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(seed)))
    end = data.draw(st.integers(start, min(start + 5, len(seed))))
    content = seed[:start] + data.draw(PIECES.map(str.encode) | st.binary(max_size=2)) + seed[end:]
    with loaded(content) as found:
        require_sound_places(found, content)
        require_whole(found)


# --- two readings of one text -----------------------------------------------------------------------------


def leaves(value: Any, layout: Layout) -> Iterator[tuple[str, Layout]]:
    """Yield every text of a value with its span, asserting that value and layout have one shape."""
    if isinstance(value, dict):
        assert isinstance(layout, MappingLayout)
        assert list(value) == list(layout.keys) == list(layout.values)
        for key, inner in value.items():
            yield from leaves(inner, layout.values[key])
    elif isinstance(value, list):
        assert isinstance(layout, ListLayout)
        for inner, place in zip(value, layout.items, strict=True):
            yield from leaves(inner, place)
    elif value is not None:
        assert isinstance(layout, int)
        yield value, layout


@given(DOSSIERS, st.sampled_from([None, True, False]), st.integers(2, 6))
def test_places_are_those_of_the_values(dossier: dict[str, Any], flow: bool | None, indent: int) -> None:  # noqa: FBT001
    text = yaml.safe_dump(dossier, default_flow_style=flow, indent=indent, allow_unicode=True, width=40)
    try:
        items = [part for part in read_yaml(text) if isinstance(part, Item)]
    except UnreadableError:
        return
    file = TextFile("dossier.yaml", text.encode())
    for item in items:
        if item.value is not None and not item.is_refused:
            layout = file.reading(item.extent).layout
            assert all(isinstance(text, str) for text, _ in leaves(item.value, layout))
            if isinstance(item.value, dict) and is_identifier(str(item.value.get("id", ""))):
                assert isinstance(layout, MappingLayout)
                span = layout.values["id"]
                assert isinstance(span, int)
                assert Place(file, item.extent).locate() == location_of("dossier.yaml", span)


def parts(text: str) -> list[Section | Item] | str:
    try:
        return list(read_yaml(text))
    except UnreadableError as error:
        return f"{error.line}:{error.column} {error.message}"


@given(DOSSIERS, st.sampled_from([None, True, False]))
def test_both_parsers_read_the_same(dossier: dict[str, Any], flow: bool | None) -> None:  # noqa: FBT001
    text = yaml.safe_dump(dossier, default_flow_style=flow, allow_unicode=True)
    with pytest.MonkeyPatch.context() as patch:
        with_libyaml = parts(text)
        patch.delattr(yaml, "CSafeLoader", raising=False)
        assert parts(text) == with_libyaml
