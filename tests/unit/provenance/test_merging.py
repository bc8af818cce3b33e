"""Why a count is smaller than the number of outlets: the reason, the path and the sentence of every merge."""

from typing import Any

import pytest
from tests.unit.provenance.samples import claim, dossier, original, source

from claimaudit.model import Claim, Dossier, Informant, Outlet, Owner, Source
from claimaudit.provenance import provenance_of
from claimaudit.provenance.merging import explain_count, merges

A, B, D = original("a"), original("b"), original("d")


def why(held: Dossier) -> str:
    side = provenance_of(held).support("c")
    return explain_count(side, merges(side))


def found_in(held: Dossier) -> list[tuple[str, tuple[str, ...], str]]:
    return [tuple(merge) for merge in merges(provenance_of(held).support("c"))]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("sources", "evidence", "reason", "path", "text"),
    [
        ([A, source("m", via=["a"])], ["m"], "via", ("m", "a"), "M <- A"),
        (
            [A, source("m", via=["a"]), source("n", shares_text_with=["m"])],
            ["n"],
            "shared-text",
            ("n", "m", "a"),
            "N <- M <- A: N shares its text with M",
        ),
        ([source("u")], ["u"], "undeclared", ("u",), "where U has it from is not declared"),
        (
            [source("u"), source("m", via=["u"])],
            ["m"],
            "undeclared",
            ("m", "u"),
            "M <- U, and where U has it from is not declared",
        ),
        (
            [source("u", shares_text_with=["v"]), source("v")],
            ["u"],
            "undeclared",
            ("u",),
            "where U has it from is not declared",
        ),
        (
            [original("a", status="withdrawn"), source("m", via=["a"])],
            ["m"],
            "retracted",
            ("m", "a"),
            "M <- A, which was withdrawn",
        ),
        (
            [source("n", basis="derived")],
            ["n"],
            "unsourced",
            ("n",),
            "N repeats others and does not say whom",
        ),
        (
            [source("n", basis="derived"), source("m", via=["n"])],
            ["m"],
            "unsourced",
            ("m", "n"),
            "M <- N, which repeats others and does not say whom",
        ),
        (
            [source("p", via=["q"]), source("q", via=["p"])],
            ["p"],
            "circle",
            ("p", "q", "p"),
            "P <- Q <- P: a circle",
        ),
        (
            [source("m", via=["p"]), source("p", via=["q"]), source("q", via=["p"])],
            ["m"],
            "circle",
            ("m", "p", "q", "p"),
            "M <- P <- Q <- P: a circle",
        ),
    ],
)
def test_a_cited_source_without_reporting_of_its_own_says_why(
    sources: list[Source], evidence: list[Any], reason: str, path: tuple[str, ...], text: str
) -> None:
    assert found_in(dossier(sources, claim(*evidence))) == [(reason, path, text)]


def test_own_reporting_beside_what_it_repeats_is_an_origin() -> None:
    assert found_in(dossier([A, original("m", status="corrected")], claim("a", "m"))) == []
    assert found_in(dossier([A, source("m", basis="mixed", via=["a"])], claim("m"))) == []


def test_a_text_of_which_nobody_knows_the_origin_is_one() -> None:
    sources = [source("u", shares_text_with=["v"]), source("v")]
    held = dossier(sources, claim("u", "v"))
    text = "U and V share a text, and where it is from is not declared"
    assert found_in(held) == [
        ("undeclared", ("u",), "where U has it from is not declared"),
        ("undeclared", ("v",), "where V has it from is not declared"),
        ("shared-text", ("u", "v"), text),
    ]
    assert why(held) == text


def held_by(outlets: tuple[Outlet, ...], *sources: Source, **more: Any) -> Dossier:
    named = Claim.model_validate(
        {"id": "c", "text": "It is so.", "evidence": [entry.id for entry in sources]}
    )
    return Dossier(claims=(named,), sources=sources, outlets=outlets, **more)


def test_works_of_one_newsroom_are_one() -> None:
    held = held_by((Outlet(id="n", name="News"),), original("a", outlet="n"), original("b", outlet="n"))
    assert found_in(held) == [("outlet", ("a", "b"), "News reports it in 2 works: one newsroom")]
    assert why(held) == ""


def test_origins_that_were_seen_through_one_relay() -> None:
    held = dossier([A, B, source("r", via=["a", "b"])], claim("r"))
    text = "A and B reported it, and all of that was seen through R alone"
    assert found_in(held) == [("via", ("r", "a"), "R <- A"), ("relay", ("r-paper",), text)]


def test_outlets_are_one_at_the_topmost_owner() -> None:
    outlets = (Outlet(id="n", owner="g"), Outlet(id="o", owner="h"), Outlet(id="p"))
    owners = (Owner(id="g", name="Group", owner="h"), Owner(id="h", name="Holding"))
    held = held_by(
        outlets,
        original("a", outlet="n"),
        original("b", outlet="o"),
        original("d", outlet="p"),
        owners=owners,
    )
    assert found_in(held) == [("owner", ("n", "o"), "n and o belong to one owner, Holding")]


def test_an_outlet_of_another_outlet() -> None:
    outlets = (Outlet(id="bbc", name="BBC"), Outlet(id="uk", name="BBC Ukrainian", owner="bbc"))
    held = held_by(outlets, original("a", outlet="bbc"), original("b", outlet="uk"))
    assert found_in(held) == [("owner", ("bbc", "uk"), "BBC Ukrainian belongs to one owner, BBC")]


def test_outlets_on_one_informant() -> None:
    draft = Informant(id="draft", kind="document", descriptor="leaked draft")
    sources = [original(name, informants=["draft"]) for name in ("a", "b", "d")]
    held = dossier(sources, claim("a", "b", "d"))
    held = Dossier(held.claims, held.sources, held.outlets, informants=(draft,))
    assert found_in(held) == [("informant", ("draft",), "A, B and D all rely on leaked draft (draft)")]


def test_unnamed_informants_who_may_be_one_person() -> None:
    sources = [
        original("a", informants=[{"descriptor": "US official"}]),
        original("b", informants=[{"descriptor": "senior US official"}]),
        original("d", informants=[{"descriptor": "Ukrainian aide"}]),
    ]
    held = dossier(sources, claim("a", "b", "d"))
    assert found_in(held) == [
        (
            "perhaps-one-person",
            ("a/informant-1", "b/informant-1"),
            "the unnamed informants of A and B may be one person",
        )
    ]


def test_the_longest_chains_are_told_first_and_what_is_undeclared_is_not_told() -> None:
    sources = [A, source("m", via=["a"]), source("n", via=["m"]), source("u")]
    assert why(dossier(sources, claim("a", "m", "n", "u"))) == "N <- M <- A and M <- A"


def test_as_many_origins_as_outlets_need_no_why() -> None:
    assert why(dossier([A, B], claim("a", "b"))) == ""
