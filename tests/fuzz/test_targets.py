"""The targets of the fuzzers hold on what they start from, and find what is wrong: no fuzzer is needed for that."""

import re
from importlib import import_module
from types import ModuleType
from unittest.mock import Mock

import fuzz.audit
import fuzz.baseline
import fuzz.configuration
import fuzz.loader
import fuzz.parsers
import fuzz.rendering
import fuzz.waivers
import pytest
from fuzz.__main__ import TARGETS
from fuzz.inputs import PATH, loaded, require_inside
from tests.conftest import ROOT

from claimaudit.config import Config
from claimaudit.loading.settings import Settings
from claimaudit.location import Location
from claimaudit.model import Dossier

STEP = 12
"""Each so many of the seeds is tried here."""


@pytest.fixture(params=TARGETS)
def target(request: pytest.FixtureRequest) -> ModuleType:
    return import_module(f"fuzz.{request.param}")


def test_seeds_hold(target: ModuleType) -> None:
    seeds = list(target.seeds())
    assert len(seeds) > STEP
    for content in seeds[::STEP]:
        target.check(content)


def test_the_command_knows_every_target() -> None:
    modules = {
        path.stem for path in (ROOT / "fuzz").glob("*.py") if "\ndef check(" in path.read_text("utf-8")
    }
    assert modules == set(TARGETS)


def test_every_case_of_a_dossier_is_a_seed() -> None:
    seeds = set(import_module("fuzz.seeds").dossiers())
    assert {
        content for path in ROOT.glob("tests/cases/CA*/*/*.yaml") if len(content := path.read_bytes()) < 2048
    } <= seeds
    assert any(b"four-buckets" in seed and b"\nclaims:" not in seed for seed in seeds)


@pytest.mark.parametrize(
    "place",
    [
        (0, 1, 1, 1),
        (1, 0, 1, 1),
        (1, 5, 1, 5),
        (3, 1, 3, 1),
        (1, 1, 3, 1),
        (1, 1, 2, 3),
        (2, 1, 1, 1),
        (1, 2, 1, 1),
    ],
)
def test_a_place_outside_of_a_file_is_found(place: tuple[int, int, int, int]) -> None:
    with pytest.raises(AssertionError):
        require_inside([Location("a", *place)], "one\nx")


def test_places_up_to_the_end_are_inside() -> None:
    require_inside(
        [Location("a", 1, 1, 2, 2), Location("a", 1, 4, 1, 4), Location("a", 2, 2, 2, 2)], "one\nx"
    )


def test_bytes_are_read_as_the_file_that_holds_them() -> None:
    dossier = loaded(b"\xef\xbb\xbfclaims: [{id: a, text: A.}, {id: a, text: B.}]")
    assert [claim.text for claim in dossier.claims] == ["A."]
    assert [(fault.code, fault.location.path) for fault in dossier.faults] == [("CA003", PATH)]
    assert [fault.message for fault in loaded(b"\xff\xfe").faults] == ["UTF-16, not UTF-8"]


@pytest.mark.parametrize(
    "content", [b"sources: ~", b"owners: null", b"claims: [{id: a, text: A., evidence: ~}]"]
)
def test_nothing_instead_of_a_list_holds(content: bytes) -> None:
    assert not loaded(content).faults
    fuzz.loader.check(content)


# --- what a target would find -----------------------------------------------------------------------------


def without_waivers(content: bytes) -> Dossier:
    return loaded(re.sub(rb" #.*", b"", content))


@pytest.mark.parametrize(
    ("target", "name", "broken", "content"),
    [
        (fuzz.audit, "_CODES", set(), b"claims: [{id: a, text: A.}]"),
        (
            fuzz.baseline,
            "read_baseline",
            Mock(side_effect=[(), ("other",)]),
            b'{"version": 1, "findings": []}',
        ),
        (fuzz.configuration, "read_settings", lambda _: Settings(Config()), b"minimum-origins = 3"),
        (fuzz.loader, "loaded", lambda _: Dossier(), b"claims: [{id: a, text: A.}]"),
        (fuzz.loader, "text_of", lambda _: "", b"claims: [{id: a}]"),
        (fuzz.waivers, "loaded", without_waivers, b" claimaudit: ignore[CA101] reason"),
    ],
)
def test_a_break_is_found(
    monkeypatch: pytest.MonkeyPatch, target: ModuleType, name: str, broken: object, content: bytes
) -> None:
    target.check(content)
    monkeypatch.setattr(target, name, broken)
    with pytest.raises(AssertionError):
        target.check(content)


def test_parsers_that_differ_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    dossiers = iter([loaded(b"claims: []"), loaded(b"sources: [{id: a}]")])
    monkeypatch.setattr(fuzz.parsers, "loaded", lambda _: next(dossiers))
    with pytest.raises(AssertionError):
        fuzz.parsers.check(b"")


@pytest.mark.parametrize("output", ["\x1b", "::error::forged\n", "a\n" * 3])
def test_an_output_that_is_not_what_it_should_be_is_found(
    monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    monkeypatch.setattr(fuzz.rendering, "FORMATS_OF", {"concise": ("report", lambda _: output)})
    monkeypatch.setattr(fuzz.rendering, "_NAMES", ("concise",))
    with pytest.raises(AssertionError):
        fuzz.rendering.check(b"\0words")
