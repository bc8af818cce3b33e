"""What became of a claim, and why: for each kind of link that can be declared otherwise, worked out by hand."""

from typing import Any

import pytest
from tests.unit.provenance.samples import claim, dossier, original, source

from claimaudit.model import Dossier, Outlet, Owner, Source
from claimaudit.provenance import Provenance, provenance_of
from claimaudit.provenance.changes import course, details, reasons
from claimaudit.provenance.dropping import state_of

A, B, D = original("a"), original("b"), original("d")


def told(before: Dossier, after: Dossier, name: str = "c") -> tuple[str, str | None, tuple[str, ...]]:
    """Return the origins then and now, where the claim went, and why."""
    then, now = provenance_of(before), provenance_of(after)
    old, new = state_of(then, name), state_of(now, name)
    return f"{old.side.outlet} -> {new.side.outlet}", course(old, new), reasons(then, now, name)


def cited(*sources: Source, **more: Any) -> Dossier:
    """Return a dossier in which one claim cites all of the sources."""
    return dossier(list(sources), claim(*(entry.id for entry in sources), **more))


# --- sources that know it otherwise -----------------------------------------------------------------------


def test_the_example_of_the_issue() -> None:
    """Two newsrooms; then it turns out that one repeats the other."""

    def files(**reuters: Any) -> Dossier:
        sources = [
            Source.model_validate({"id": "axios-1", "outlet": "axios", "basis": "original"}),
            Source.model_validate({"id": "reuters-1", "outlet": "reuters", **reuters}),
        ]
        outlets = (Outlet(id="axios", name="Axios"), Outlet(id="reuters", name="Reuters"))
        return Dossier((claim("axios-1", "reuters-1", name="four-buckets"),), tuple(sources), outlets)

    before, after = files(basis="original"), files(via=["axios-1"])
    assert told(before, after, "four-buckets") == ("2 -> 1", "weaker", ("Reuters now via Axios",))
    assert told(after, before, "four-buckets") == (
        "1 -> 2",
        "stronger",
        ("Reuters now with own reporting, no longer via Axios",),
    )


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ({"basis": "original"}, {}, ("3 -> 2-3", "weaker", ("D now without a declared basis",))),
        ({}, {"basis": "original"}, ("2-3 -> 3", "stronger", ("D now with own reporting",))),
        ({}, {"via": ["a"]}, ("2-3 -> 2", "weaker", ("D now via A",))),
        ({"via": ["a"]}, {"via": ["b"]}, ("2 -> 2", None, ("D now via B, no longer via A",))),
        ({"via": ["a"]}, {"via": ["a", "b"]}, ("2 -> 2", None, ("D now also via B",))),
        ({"via": ["a", "b"]}, {"via": ["b"]}, ("2 -> 2", None, ("D no longer via A",))),
        ({"via": ["a"]}, {"basis": "mixed", "via": ["a"]}, ("2 -> 3", "stronger", ("D now with own reporting",))),
        ({"basis": "mixed", "via": ["a"]}, {"via": ["a"]}, ("3 -> 2", "weaker", ("D no longer with own reporting",))),
        ({"basis": "original"}, {"basis": "mixed", "via": ["a"]}, ("3 -> 3", None, ("D now also via A",))),
        (
            {"basis": "original"},
            {"basis": "derived"},
            ("3 -> 2", "weaker", ("D now repeating others without saying whom",)),
        ),
        ({"via": ["a"]}, {}, ("2 -> 2-3", "stronger", ("D no longer via A, now without a declared basis",))),
        ({"kind": "document"}, {}, ("3 -> 2-3", "weaker", ("D now without a declared basis",))),
        (
            {"basis": "original", "informants": ["i"]},
            {"basis": "original", "informants": ["j"]},
            ("3 -> 3", None, ("D now with other informants",)),
        ),
    ],
)  # fmt: skip
def test_a_source_knows_it_otherwise(
    then: dict[str, Any], now: dict[str, Any], expected: tuple[str, str | None, tuple[str, ...]]
) -> None:
    assert told(cited(A, B, source("d", **then)), cited(A, B, source("d", **now))) == expected


def test_evidence_says_otherwise_than_before() -> None:
    before = dossier([A, B], claim("a", "b"))
    after = dossier([A, B], claim("a", {"source": "b", "via": ["a"]}))
    assert told(before, after) == ("2 -> 1", "weaker", ("B now via A",))


def test_several_that_changed_alike_are_told_at_once_and_many_are_counted() -> None:
    names = ["b", "d", "e", "f", "g"]
    before = cited(A, *map(original, names))
    assert told(before, cited(A, *(source(name, via=["a"]) for name in names))) == (
        "6 -> 1",
        "weaker",
        ("B, D, E and 2 more now via A",),
    )


def test_a_link_further_down_the_chain() -> None:
    before = dossier([A, B, source("m", via=["b"]), source("n", via=["m"])], claim("a", "n"))
    after = dossier([A, B, source("m", via=["a"]), source("n", via=["m"])], claim("a", "n"))
    assert told(before, after) == ("2 -> 1", "weaker", ("M now via A, no longer via B",))


# --- evidence ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        (["a"], ["a", "b"], ("1 -> 2", "stronger", ("B now cited",))),
        (["a", "b"], ["a"], ("2 -> 1", "weaker", ("B no longer cited",))),
        (["a"], ["b"], ("1 -> 1", None, ("B now cited", "A no longer cited"))),
        (["a"], ["a", {"source": "b", "stance": "contradicts"}], ("1 -> 1", "weaker", ("B now cited against it",))),
        ([{"source": "b", "stance": "contradicts"}, "a"], ["a"], ("1 -> 1", "stronger", ("B no longer cited against it",))),
        (
            ["a", "b"],
            ["a", {"source": "b", "stance": "contradicts"}],
            ("2 -> 1", "weaker", ("B now cited against it, no longer cited in support",)),
        ),
        (["a", "b"], ["a", {"source": "b", "stance": "mentions"}], ("2 -> 1", "weaker", ("B no longer cited",))),
        (["a", {"source": "b", "stance": "mentions"}], ["a"], ("1 -> 1", None, ())),
        (
            ["a", "b"],
            ["a", {"source": "b", "superseded_by": "d"}],
            ("2 -> 1", "weaker", ("B now left out (overtaken)",)),
        ),
        (["a", {"source": "b", "subject": "deal"}], ["a", "b"], ("1 -> 2", "stronger", ("B no longer left out (about another subject)",))),
        (
            ["a", {"source": "b", "superseded_by": "d"}],
            ["a", {"source": "b", "superseded_by": "d"}, "b"],
            ("1 -> 2", "stronger", ("B now counted",)),
        ),
        (
            ["a", {"source": "b", "superseded_by": "d"}, "b"],
            ["a", {"source": "b", "superseded_by": "d"}],
            ("2 -> 1", "weaker", ("B no longer counted",)),
        ),
        (
            ["a", {"source": "a", "stance": "contradicts", "superseded_by": "d"}],
            ["a", {"source": "a", "stance": "contradicts", "superseded_by": "d"}, {"source": "a", "stance": "contradicts"}],
            ("1 -> 1", "weaker", ("A now counted against it",)),
        ),
        (
            ["a", "b", {"source": "b", "stance": "contradicts", "superseded_by": "d"}],
            ["a", {"source": "b", "superseded_by": "d"}, {"source": "b", "stance": "contradicts"}],
            ("2 -> 1", "weaker", ("B no longer counted, now counted against it",)),
        ),
        (
            ["a", {"source": "b", "stance": "contradicts"}],
            ["a", "d", {"source": "b", "stance": "contradicts"}],
            ("1 -> 2", "stronger", ("D now cited",)),
        ),
        (
            ["a"],
            ["a", "d", {"source": "b", "stance": "contradicts"}],
            ("1 -> 2", "changed", ("D now cited", "B now cited against it")),
        ),
    ],
)  # fmt: skip
def test_a_claim_cites_otherwise(
    then: list[Any], now: list[Any], expected: tuple[str, str | None, tuple[str, ...]]
) -> None:
    before = dossier([A, B, D], claim(*then, subject="plan"))
    assert told(before, dossier([A, B, D], claim(*now, subject="plan"))) == expected


# --- claims -----------------------------------------------------------------------------------------------


def test_the_claim_is_about_something_else() -> None:
    sources = [original("a", subject="plan"), original("b")]
    before = dossier(sources, claim("a", "b", subject="plan"))
    after = dossier(sources, claim("a", "b", subject="deal"))
    assert told(before, after) == (
        "2 -> 1",
        "weaker",
        ("the claim now about `deal`", "A now left out (about another subject)"),
    )


def test_the_spelling_of_a_subject_is_no_change() -> None:
    assert told(cited(A, subject="plan 28"), cited(A, subject="Plan-28")) == ("1 -> 1", None, ())


def test_the_claim_is_said_otherwise() -> None:
    found = told(cited(A, status="reported"), cited(A, status="asserted"))
    assert found == ("1 -> 1", None, ("the claim now asserted, not reported",))


def test_premises_come_and_go() -> None:
    others = (claim("a", name="p"), claim("b", name="q"))
    before = dossier([A, B], claim(name="c", rests_on=[["p"]]), *others)
    after = dossier([A, B], claim(name="c", rests_on=[["q"]]), *others)
    assert told(before, after) == (
        "1 -> 1",
        None,
        ("the claim now argued from `q`, no longer argued from `p`",),
    )


def test_a_claim_that_is_only_argued_now_is_weaker() -> None:
    premise = claim("a", name="p")
    before = dossier([A, B], claim("b", rests_on=[["p"]]), premise)
    after = dossier([A, B], claim(rests_on=[["p"]]), premise)
    assert told(before, after) == ("2 -> 1", "weaker", ("B no longer cited",))
    before = dossier([A], claim("a", rests_on=[["p"]]), premise)
    after = dossier([A], claim(rests_on=[["p"]]), premise)
    assert told(before, after) == ("1 -> 1", "weaker", ("A no longer cited",))


def test_what_a_premise_rests_on_is_told_with_the_premise() -> None:
    before = dossier([A, B], claim(rests_on=[["p"]]), claim("a", "b", name="p"))
    after = dossier([A, B], claim(rests_on=[["p"]]), claim("a", name="p"))
    assert told(before, after) == ("2 -> 1", "weaker", ("B no longer cited on `p`",))


def test_a_premise_that_is_retracted() -> None:
    before = dossier([A], claim(rests_on=[["p"]]), claim("a", name="p"))
    after = dossier([A], claim(rests_on=[["p"]]), claim("a", name="p", status="retracted"))
    assert told(before, after) == ("1 -> 0", "weaker", ("`p` now retracted, not asserted",))


# --- sources ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ({}, {"status": "retracted"}, ("2 -> 1", "weaker", ("B now retracted",))),
        ({"status": "withdrawn"}, {}, ("1 -> 2", "stronger", ("B no longer withdrawn",))),
        ({}, {"status": "corrected"}, ("2 -> 2", None, ("B now corrected",))),
        ({}, {"outlet": "a-paper"}, ("2 -> 1", "weaker", ("`b` now of A",))),
        ({"read": False}, {}, ("2 -> 2", None, ("B now read",))),
        ({}, {"interested": True}, ("2 -> 2", None, ("B now marked as interested",))),
        ({}, {"subject": "deal"}, ("2 -> 2", None, ("B now about `deal`",))),
        ({"subject": "deal"}, {}, ("2 -> 2", None, ("B no longer about one subject",))),
        ({}, {"title": "Another"}, ("2 -> 2", None, ())),
    ],
)
def test_a_source_is_another(
    then: dict[str, Any], now: dict[str, Any], expected: tuple[str, str | None, tuple[str, ...]]
) -> None:
    assert told(cited(A, original("b", **then)), cited(A, original("b", **now))) == expected


def test_an_origin_behind_a_relay_is_retracted() -> None:
    before = dossier([A, source("m", via=["a"])], claim("m"))
    after = dossier([original("a", status="retracted"), source("m", via=["a"])], claim("m"))
    assert told(before, after) == ("1 -> 0", "weaker", ("A now retracted",))


def test_a_shared_text_is_told_once() -> None:
    before = cited(A, source("u"), source("v"))
    after = cited(A, source("u", shares_text_with=["v"]), source("v"))
    assert told(before, after) == ("1-3 -> 1-2", "weaker", ("U now sharing text with V",))


def test_a_retracted_copy_is_credited_with_another_story() -> None:
    """While it says where the text is from, the other copy falls with it; it is no longer under the claim when it does not."""

    def files(*via: str) -> Dossier:
        copy = source("v", shares_text_with=["u"], status="retracted", via=list(via))
        return dossier([source("u"), copy, source("x")], claim("u"))

    assert told(files("x"), files("u")) == ("0 -> 1", "stronger", ("V now via U, no longer via X",))
    assert told(files("u"), files("x")) == ("1 -> 0", "weaker", ("V now via X, no longer via U",))


def test_an_owner_is_declared() -> None:
    def owned(owner: str | None) -> Dossier:
        outlets = (Outlet(id="a-paper", name="A", owner=owner), Outlet(id="b-paper", name="B"))
        owners = (Owner(id="group", name="The Group"),)
        return Dossier((claim("a", "b"),), (A, B), outlets, owners=owners)

    assert told(owned(None), owned("group")) == ("2 -> 2", None, ("A now owned by The Group",))
    assert told(owned("group"), owned(None)) == ("2 -> 2", None, ("A no longer with an owner declared",))


def test_one_name_of_two_sources_stands_with_the_id() -> None:
    def files(second: dict[str, Any]) -> Dossier:
        sources = [original("a1", outlet="a"), {"id": "a2", "outlet": "a"} | second, B]
        entries = tuple(
            entry if isinstance(entry, Source) else Source.model_validate(entry) for entry in sources
        )
        outlets = (Outlet(id="a", name="Axios"), Outlet(id="b-paper", name="B"))
        return Dossier((claim("a1", "a2", "b"),), entries, outlets)

    before, after = files({"basis": "original"}), files({"via": ["b"]})
    assert told(before, after) == ("2 -> 2", None, ("Axios (`a2`) now via B",))


def test_what_is_not_under_the_claim_is_not_told() -> None:
    before = dossier([A, B, source("x", via=["a"])], claim("a", "b"))
    after = dossier([A, B, source("x", via=["b"])], claim("a", "b"))
    assert told(before, after) == ("2 -> 2", None, ())


def test_many_reasons_are_counted() -> None:
    before = cited(A, *(original(name) for name in "bdefgh"))
    statuses = ("retracted", "withdrawn", "superseded", "corrected")
    now = [original(name, status=status) for name, status in zip("bdef", statuses, strict=True)]
    after = cited(A, *now, original("g", read=False), original("h", interested=True))
    _, _, found = told(before, after)
    assert len(found) == 5
    assert found[-1] == "2 more changes"


def test_nothing_is_told_of_what_is_the_same() -> None:
    held = provenance_of(cited(A, B))
    again: Provenance = provenance_of(cited(A, B))
    assert reasons(held, again, "c") == ()
    assert course(state_of(held, "c"), state_of(again, "c")) is None


def test_keys_that_no_link_says_are_named_with_whose_they_are() -> None:
    before = provenance_of(cited(A, original("b", published="2025")))
    after = provenance_of(cited(A, original("b", title="Another"), tags=["secret annex"]))
    assert details(before, after, "c") == (
        "the claim now with other `tags`",
        "B now with other `title` and `published`",
    )
