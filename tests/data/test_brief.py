"""The real dossier in data/: what it must hold, counted with another YAML reader."""

import re
from collections import Counter
from typing import Any

import pytest
import yaml
from tests.conftest import DATA

from claimaudit import audit, load
from claimaudit.model import Dossier
from claimaudit.report import ClaimReport, Report


@pytest.fixture(scope="module")
def plain() -> dict[str, list[dict[str, Any]]]:
    """All files of data/ merged, read as text."""
    merged: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(DATA.glob("*.yaml")):
        for key, entries in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader).items():  # noqa: S506
            merged.setdefault(key, []).extend(entries)
    return merged


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return load(DATA)


@pytest.fixture(scope="module")
def report(dossier: Dossier) -> Report:
    return audit(dossier)


@pytest.fixture(scope="module")
def claims(report: Report) -> dict[str, ClaimReport]:
    return {claim.id: claim for claim in report.claims}


def test_it_loads_without_a_fault(dossier: Dossier) -> None:
    assert dossier.faults == ()


def test_every_statement_of_the_pages_is_one_piece_of_evidence(
    plain: dict[str, list[dict[str, Any]]],
) -> None:
    stances = Counter(
        piece.get("stance", "supports") for claim in plain["claims"] for piece in claim.get("evidence", [])
    )
    assert stances == {"supports": 322, "mentions": 57, "contradicts": 25}


def test_every_claim_names_a_line_of_the_post_and_has_words_of_its_own(
    plain: dict[str, list[dict[str, Any]]],
) -> None:
    claims = plain["claims"]
    assert len(claims) >= 85
    assert len({claim["text"] for claim in claims}) == len(claims)
    lines = [int(re.fullmatch(r"line (\d+)", claim["locator"])[1]) for claim in claims]  # type: ignore[index]
    assert lines == sorted(lines)
    assert {line for line in lines if not 2 <= line <= 108} == set()
    assert all(claim.get("section") and claim.get("status") for claim in claims)


def test_pages_and_credited_works(plain: dict[str, list[dict[str, Any]]]) -> None:
    read = Counter(source.get("read", "true") for source in plain["sources"])
    assert read == {"true": 98, "false": 62}, "97 pages and India Today, 62 works known through others"
    nobody_found = next(source for source in plain["sources"] if source["id"] == "india-today-nd")
    assert "url" not in nobody_found


def test_the_post_is_no_evidence(plain: dict[str, list[dict[str, Any]]]) -> None:
    used = {piece["source"] for claim in plain["claims"] for piece in claim.get("evidence", [])}
    assert used <= {source["id"] for source in plain["sources"]}
    assert "india-today-nd" not in used


def test_four_themes_are_thirteen_outlets_and_one_origin(claims: dict[str, ClaimReport]) -> None:
    claim = claims["four-buckets"]
    assert claim.locator == "line 4"
    assert len(claim.support.outlets) == 13
    assert claim.support.origins == ("axios-2025-11-18-secretly-drafting",)
    assert (claim.support.outlet.low, claim.support.outlet.high) == (1, 1)
    assert [witness.name for witness in claim.support.outlet.high_witness] == ["Axios"]
    assert claim.meaning == "13 outlets, 1 independent origin; falls if Axios is wrong"
    chains = {merge.text for merge in claim.merges}
    assert {
        "MENAFN <- Live Mint <- Axios",
        "BB.LV <- LETA <- BBC <- Axios",
        "News.Az <- Reuters <- Axios",
    } <= chains
    assert len(chains) == 13


def test_every_verdict_occurs(report: Report) -> None:
    assert set(report.summary.by_verdict) == {
        "unsupported",
        "inferred",
        "single origin",
        "unclear",
        "corroborated",
    }


def test_words_of_another_plan_do_not_count(claims: dict[str, ClaimReport]) -> None:
    """The front lines of line 13 come from April 2025 and from November 2024."""
    claim = claims["front-lines-frozen"]
    assert {piece.reason for piece in claim.not_counted} == {"off-subject"}
    assert claim.support.outlets == ("day-news",)


def test_same_files_same_day_same_report(report: Report) -> None:
    assert audit(load(DATA)) == report
    assert len({finding.fingerprint for finding in report.findings}) == len(report.findings)
