"""Outlets and owners are found by any of their names, and made where no file declares them."""

from pathlib import Path

import pytest
from tests.unit.loading.reading import messages, read

from claimaudit.model import Outlet, Owner

OUTLETS = """\
outlets:
  - {id: live-mint, name: Mint, aliases: [HT Mint, livemint.com, "https://www.hindustantimes.com/mint", WWW.mint.example]}
  - {id: axios, owner: Cox}
owners:
  - {id: cox-enterprises, name: Cox, owner: Live Mint}
"""


@pytest.mark.parametrize(
    "name", ["live-mint", "LiveMint", "Live Mint", "MINT", "ht mint", "livemint.com", "\uff2c\uff49ve Mint"]
)
def test_an_outlet_goes_by_id_name_and_alias_in_any_spelling(tmp_path: Path, name: str) -> None:
    dossier = read(tmp_path, f'{OUTLETS}sources: [{{id: a, outlet: "{name}"}}]\n')
    assert dossier.sources[0].outlet == "live-mint"
    assert [outlet.id for outlet in dossier.outlets] == ["live-mint", "axios"]


def test_an_outlet_that_no_file_declares_is_made_once_and_named_as_first(tmp_path: Path) -> None:
    text = "sources: [{id: a, outlet: The Daily}, {id: b, outlet: Ελλάδα}, {id: c, outlet: the daily}]\n"
    dossier = read(tmp_path, OUTLETS + text)
    assert [source.outlet for source in dossier.sources] == ["the-daily", "ελλάδα", "the-daily"]
    assert dossier.outlets[2:] == (
        Outlet(id="the-daily", name="The Daily"),
        Outlet(id="ελλάδα", name="Ελλάδα"),
    )
    assert dossier.faults == ()


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.livemint.com/a", "live-mint"),
        ("https://LIVEMINT.com", "live-mint"),
        ("http://hindustantimes.com/x", "live-mint"),
        ("https://mint.example/x", "live-mint"),
        ("https://web.archive.org/web/20251118/https://www.livemint.com/a", "live-mint"),
        ("https://archive.ph/2025/http://hindustantimes.com/x", "live-mint"),
        ("https://archive.ph/Ab1Cd", None),
        ("https://live-mint.com/", None),
        ("https://news.livemint.com/", None),
        ("https://axios/", None),
        ("http://[broken", None),
    ],
)
def test_a_source_that_names_no_outlet_has_the_one_with_its_host_as_alias(
    tmp_path: Path, url: str, outlet: str | None
) -> None:
    dossier = read(tmp_path, f'{OUTLETS}sources: [{{id: a, url: "{url}"}}]\n')
    assert dossier.sources[0].outlet == outlet


def test_an_archive_is_never_an_outlet(tmp_path: Path) -> None:
    dossier = read(tmp_path, f'{OUTLETS}sources: [{{id: a, archive: "https://livemint.com/"}}]\n')
    assert dossier.sources[0].outlet is None
    text = 'outlets: [{id: archive, aliases: [archive.ph]}]\nsources: [{id: a, url: "https://archive.ph/Ab1Cd"}]\n'
    assert read(tmp_path, text).sources[0].outlet is None


def test_an_owner_goes_by_id_and_name_before_any_outlet(tmp_path: Path) -> None:
    text = "outlets: [{id: a, owner: b}, {id: b, owner: C Media}, {id: c}]\nowners: [{id: b}, {id: x, name: C-Media}]\n"
    dossier = read(tmp_path, text)
    assert [outlet.owner for outlet in dossier.outlets] == ["b", "x", None]


def test_an_owner_may_be_an_outlet(tmp_path: Path) -> None:
    dossier = read(tmp_path, OUTLETS)
    assert (dossier.outlet["axios"].owner, dossier.owner["cox-enterprises"].owner) == (
        "cox-enterprises",
        "live-mint",
    )


def test_an_owner_that_no_file_declares_is_made(tmp_path: Path) -> None:
    text = "outlets:\n  - {id: a, owner: Газпром Медиа}\n  - {id: b, owner: газпром-медиа}\n"
    dossier = read(tmp_path, text)
    assert dossier.owners == (Owner(id="газпром-медиа", name="Газпром Медиа"),)
    assert [outlet.owner for outlet in dossier.outlets] == ["газпром-медиа", "газпром-медиа"]
    assert dossier.places.locate(("owners", 0)) == dossier.places.locate(("outlets", 0, "owner"))


def test_an_outlet_with_one_name_twice_clashes_with_nobody(tmp_path: Path) -> None:
    dossier = read(tmp_path, "outlets: [{id: axios, name: Axios, aliases: [AXIOS, axios]}]\n")
    assert dossier.faults == ()


def test_a_source_of_an_outlet_that_was_left_out_is_unsound(tmp_path: Path) -> None:
    text = """\
outlets:
  - {id: mint, kind: paper, aliases: [livemint.com, Live Mint]}
  - {id: ft}
sources:
  - {id: a, outlet: LiveMint}
  - {id: b, url: "https://www.livemint.com/"}
  - {id: c, outlet: FT}
  - {id: d, outlet: Mint}
"""
    dossier = read(tmp_path, text)
    assert [fault.code for fault in dossier.faults] == ["CA002"]
    assert dossier.unsound_sources == {"a", "b", "d"}


def test_a_source_is_unsound_where_two_outlets_share_the_name(tmp_path: Path) -> None:
    text = """\
outlets: [{id: a, name: Mint}, {id: b, aliases: [mint]}]
sources: [{id: x, outlet: Mint}, {id: y, outlet: b}, {id: z, outlet: a}]
"""
    dossier = read(tmp_path, text)
    assert messages(dossier) == ["1:50 CA003 `mint` names the outlet `a` already"]
    assert dossier.unsound_sources == {"x", "y"}
    assert dossier.source["x"].outlet == "a"
