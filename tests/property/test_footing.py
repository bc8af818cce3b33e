"""What claims stand on, put together from their sources, held against the network that is built for each claim."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.property.brute_force import LEVELS
from tests.property.dossiers import CORNER_CASES, WORKED_CASES, Record, WorkedCase, dossiers
from tests.property.test_independence import read

from claimaudit.model import Claim
from claimaudit.provenance import UNDECLARED, Side, provenance_of
from claimaudit.provenance.pillars import CLAIM_PROOFS, FRONTS, PROOFS, SOURCES, Pillars


def sides(dossier: Record) -> list[Side]:
    provenance = provenance_of(read(dossier))
    claims = [claim.id for claim in provenance.dossier.claims]
    return [side for claim in claims for side in (provenance.support(claim), provenance.against(claim))]


def assert_as_in_a_network(side: Side) -> None:
    plain = Side(side.networks, side.ownership, side.claim, side.stance)
    assert plain.footing is None
    for level in LEVELS:
        assert side.range_at(level) == plain.range_at(level), (side.claim.id, level)
    assert side.is_grounded == plain.is_grounded
    assert side.grounded_sources == plain.grounded_sources
    assert side.all_origins == plain.all_origins
    assert side.undeclared == plain.undeclared
    assert side.informants == plain.informants
    every = frozenset(source.id for source in side.register.dossier.sources)
    assert side.led_to(every) == plain.led_to(every)
    assert side.leads_to_any(every) == bool(plain.led_to(every))
    assert_as_in_a_network_taken_for_one(side, plain, sorted(plain.led_to(every))[:2])
    for level in LEVELS:
        assert side.hangs_on_one(level) == (plain.range_at(level).high == 1)
        declared = plain.range_at(level)
        if declared.low_exact:
            is_one = declared.low == 1 and UNDECLARED not in declared.low_witness
            assert side.hangs_on_one(level, as_declared=True) == is_one
            assert plain.hangs_on_one(level, as_declared=True) == is_one
    assert side.speaks_for_itself == plain.speaks_for_itself


def assert_as_in_a_network_taken_for_one(side: Side, plain: Side, sources: list[str]) -> None:
    if len(sources) == 2:
        as_one = plain.at("outlet", as_one=sources)
        assert side.at("outlet", as_one=sources) == as_one
        assert side.may_be_fewer_as_one(sources) == (as_one.high < plain.outlet.high)


@given(dossiers())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_drawn_claim_stands_on_the_same(dossier: Record) -> None:
    for side in sides(dossier):
        assert_as_in_a_network(side)


@pytest.mark.parametrize("case", [*WORKED_CASES, *CORNER_CASES], ids=lambda case: case.name)
def test_a_worked_claim_stands_on_the_same(case: WorkedCase) -> None:
    for side in sides(case.dossier):
        assert_as_in_a_network(side)


def original(name: str) -> Record:
    return {"id": name, "outlet": name, "basis": "original"}


def derived(name: str, *via: str) -> Record:
    return {"id": name, "outlet": name, "via": list(via)}


def test_plain_claims_need_no_network() -> None:
    sources = [original("a"), original("b"), derived("c", "a"), derived("d", "b", "c")]
    claims: list[Record] = [
        {"id": "cited", "evidence": ["c", "d"]},
        {"id": "argued", "rests_on": ["cited"]},
        {"id": "told", "evidence": [{"source": "b", "via": ["a"]}]},
    ]
    for claim in claims:
        claim["text"] = "So it is."
    found = sides({"sources": sources, "claims": claims})
    assert all(side.footing is not None for side in found)
    assert all(side.outlet.high >= 0 for side in found)
    assert not any(len(side.networks) for side in found)
    for side in found:
        assert_as_in_a_network(side)


def test_claims_that_cite_the_same_have_one_footing() -> None:
    sources = [original("a"), original("b"), derived("c", "a")]
    evidence: list[list[Record]] = [
        [{"source": "c"}, {"source": "b"}],
        [{"source": "c", "quote": "One."}, {"source": "b"}, {"source": "c", "quote": "Two."}],
        [{"source": "b"}, {"source": "c"}, {"source": "a", "stance": "mentions"}],
        [{"source": "c", "via": ["b"]}, {"source": "b"}],
    ]
    claims = [
        {"id": f"c{number}", "text": "So it is.", "evidence": pieces}
        for number, pieces in enumerate(evidence)
    ]
    first, twice, turned, told = sides({"sources": sources, "claims": claims})[::2]
    assert first.footing is not None
    assert first.footing is twice.footing
    assert (first.outlet.low, first.outlet.high) == (turned.outlet.low, turned.outlet.high) == (2, 2)
    assert told.footing is not first.footing
    assert (told.outlet.low, told.outlet.high) == (1, 1)
    for side in (first, twice, turned, told):
        assert_as_in_a_network(side)


def test_what_a_premise_says_of_its_sources_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    told_by = Pillars.told_by

    def noted(self: Pillars, claim: Claim, *of: Any) -> Pillars:
        told.append(claim.id)
        return told_by(self, claim, *of)

    monkeypatch.setattr(Pillars, "told_by", noted)
    premise = {"id": "p", "text": "So it is.", "evidence": [{"source": "b", "via": ["a"]}]}
    argued = [{"id": f"c{number}", "text": "So it is.", "rests_on": ["p"]} for number in range(20)]
    found = sides({"sources": [original("a"), original("b")], "claims": [*argued, premise]})[::2]
    assert {(side.outlet.low, side.outlet.high) for side in found} == {(1, 1)}
    assert told == ["p"]


def test_one_way_told_twice_is_one_way() -> None:
    evidence = [{"source": "b", "via": ["a"], "quote": quote} for quote in ("One.", "Two.")]
    claim = {"id": "c", "text": "So it is.", "evidence": evidence}
    side = sides({"sources": [original("a"), original("b")], "claims": [claim]})[0]
    assert side.footing is not None
    assert side.all_origins == {"a"}
    assert_as_in_a_network(side)


def test_a_source_that_repeats_itself_by_what_a_claim_says_is_worked_out_for_the_claim() -> None:
    sources = [original("a"), original("b"), {"id": "c", "outlet": "c", "basis": "mixed", "via": ["b"]}]
    claims = [
        {"id": "round", "text": "So it is.", "evidence": [{"source": "b", "via": ["a", "c"]}]},
        {"id": "usual", "text": "So it is.", "evidence": ["b", "c"]},
    ]
    round_, _, usual, _ = sides({"sources": sources, "claims": claims})
    for side in (round_, usual):
        assert side.footing is not None
        assert_as_in_a_network(side)
    assert round_.all_origins == {"a", "c"}
    assert (round_.outlet.low, round_.outlet.high) == (1, 1)
    assert usual.all_origins == {"b", "c"}
    assert (usual.outlet.low, usual.outlet.high) == (2, 2)


def test_what_a_claim_says_of_a_source_holds_wherever_the_claim_leads_to_it() -> None:
    sources = [original("a"), original("b"), derived("c", "b"), derived("d", "a")]
    claim = {"id": "told", "text": "So it is.", "evidence": ["c", {"source": "b", "via": ["a"]}, "d"]}
    side = sides({"sources": sources, "claims": [claim]})[0]
    assert side.footing is not None
    assert side.all_origins == {"a"}
    assert side.outlet.high == 1
    assert_as_in_a_network(side)


def test_a_claim_that_says_where_a_shared_text_is_from_says_so_of_all_who_have_it() -> None:
    texts: list[Record] = [{"id": name, "outlet": name} for name in ("x", "y")]
    texts[0]["shares_text_with"] = ["y"]
    evidence: list[Record] = [{"source": "x", "via": ["a"]}, {"source": "y"}]
    claims = [
        {"id": "told", "text": "So it is.", "evidence": evidence},
        {"id": "open", "text": "So it is.", "evidence": ["x", "y"]},
    ]
    told, _, open_, _ = sides({"sources": [original("a"), *texts], "claims": claims})
    for side in (told, open_):
        assert side.footing is not None
        assert_as_in_a_network(side)
    assert told.undeclared == ("y",)
    assert told.all_origins == {"a"}
    assert open_.undeclared == ("x", "y")
    assert open_.all_origins == frozenset()
    assert [(side.outlet.low, side.outlet.high) for side in (told, open_)] == [(1, 1), (1, 1)]


def test_a_claim_on_a_copy_alone_stands_on_what_another_copy_says() -> None:
    texts: list[Record] = [{"id": "x", "outlet": "x", "via": ["a"]}, {"id": "y", "outlet": "y"}]
    texts[0]["shares_text_with"] = ["y"]
    claim = {"id": "copy", "text": "So it is.", "evidence": ["y"]}
    side = sides({"sources": [original("a"), *texts], "claims": [claim]})[0]
    assert side.footing is not None
    assert_as_in_a_network(side)
    assert side.all_origins == {"a"}
    assert side.led_to(frozenset("axy")) == set("axy")


@pytest.mark.parametrize("sources", [CLAIM_PROOFS, CLAIM_PROOFS + 1])
def test_a_claim_on_more_proofs_than_are_kept_is_left_to_the_network(sources: int) -> None:
    names = [f"s{number}" for number in range(sources)]
    claim = {"id": "all", "text": "So it is.", "evidence": names}
    side = sides({"sources": list(map(original, names)), "claims": [claim]})[0]
    assert (side.footing is None) is (sources > CLAIM_PROOFS)
    assert (side.outlet.low, side.outlet.high) == (sources, sources)


@pytest.mark.parametrize("cited", [4, 5])
def test_sources_with_more_proofs_together_than_are_kept_are_left_to_the_network(cited: int) -> None:
    origins = [f"o{number}" for number in range(PROOFS)]
    names = [f"s{number}" for number in range(cited)]
    sources = [*map(original, origins), *(derived(name, *origins) for name in names)]
    claim = {"id": "all", "text": "So it is.", "evidence": names}
    assert 4 * PROOFS == CLAIM_PROOFS
    side = sides({"sources": sources, "claims": [claim]})[0]
    assert (side.footing is None) is (cited * PROOFS > CLAIM_PROOFS)
    assert (side.outlet.low, side.outlet.high) == (cited, cited)


@pytest.mark.parametrize("length", [SOURCES // 2, SOURCES // 2 + 1])
def test_chains_of_more_sources_together_than_are_kept_are_left_to_the_network(length: int) -> None:
    sources = [original("a0"), original("b0")]
    sources += [derived(f"{name}{step}", f"{name}{step - 1}") for name in "ab" for step in range(1, length)]
    claim = {"id": "two", "text": "So it is.", "evidence": [f"{name}{length - 1}" for name in "ab"]}
    side = sides({"sources": sources, "claims": [claim]})[0]
    assert (side.footing is None) is (2 * length > SOURCES)
    assert (side.outlet.low, side.outlet.high) == (2, 2)


@pytest.mark.parametrize("rests_on", [["told", "usual"], [["told"], ["usual"]]])
def test_premises_that_know_one_source_in_two_ways_are_left_to_the_network(rests_on: Any) -> None:
    informants = [{"id": name, "named": True} for name in ("x", "y")]
    sources = [{**original("a"), "informants": ["x"]}]
    claims: list[Record] = [
        {"id": "usual", "evidence": ["a"]},
        {"id": "told", "evidence": [{"source": "a", "informants": ["y"]}]},
        {"id": "argued", "rests_on": rests_on},
    ]
    claims = [{"text": "So it is.", **claim} for claim in claims]
    *_, argued, _ = sides({"informants": informants, "sources": sources, "claims": claims})
    assert argued.footing is None
    assert_as_in_a_network(argued)
    assert (argued.outlet.low, argued.outlet.high) == (1, 1)


def test_sources_that_all_repeat_each_other_end() -> None:
    names = [f"s{number}" for number in range(8)]
    sources = [
        {"id": name, "outlet": name, "basis": "mixed", "via": [other for other in names if other != name]}
        for name in names
    ]
    claim = {"id": "all", "text": "So it is.", "evidence": names[:3]}
    side = sides({"sources": sources, "claims": [claim]})[0]
    assert (side.outlet.low, side.outlet.high) == (3, 3)
    assert_as_in_a_network(side)


def test_a_circle_with_one_way_out_ends_there() -> None:
    names = [f"s{number}" for number in range(6)]
    sources = [derived(name, names[(place + 1) % 6]) for place, name in enumerate(names)]
    sources[3]["via"].append("out")
    sources.append(original("out"))
    claim = {"id": "round", "text": "So it is.", "evidence": names}
    side = sides({"sources": sources, "claims": [claim]})[0]
    assert side.footing is not None
    assert side.outlet.high == 1
    assert side.all_origins == {"out"}
    assert_as_in_a_network(side)


def test_ways_that_fork_too_often_are_left_to_the_network() -> None:
    ladder = [original("s0")]
    for step in range(1, 9):  # two ways from each step to the next: 2 ** 8 proofs
        ladder += [derived(f"l{step}", f"s{step - 1}"), derived(f"r{step}", f"s{step - 1}")]
        ladder += [derived(f"s{step}", f"l{step}", f"r{step}")]
    claim = {"id": "top", "text": "So it is.", "evidence": ["s8"]}
    assert PROOFS < 2**8
    side = sides({"sources": ladder, "claims": [claim]})[0]
    assert side.footing is None
    assert (side.outlet.low, side.outlet.high) == (1, 1)


def test_premises_of_premises_that_multiply_are_left_to_the_network() -> None:
    sources = [original(f"s{number}") for number in range(12)]
    leaves: list[Record] = [{"id": f"c{number}", "evidence": [f"s{number}"]} for number in range(12)]
    argued: list[Record] = [
        {"id": f"both-{number}", "rests_on": [f"c{number}", f"c{number + 1}"]} for number in range(0, 10, 2)
    ]
    top: Record = {"id": "top", "rests_on": [[claim["id"]] for claim in argued]}  # 2 ** 5 fronts
    assert FRONTS < 2**5
    claims = [{"text": "So it is.", **claim} for claim in (*leaves, *argued, top)]
    by_claim = {side.claim.id: side for side in sides({"sources": sources, "claims": claims})[::2]}
    assert by_claim["top"].footing is None
    assert by_claim["both-0"].footing is not None
    assert (by_claim["top"].outlet.low, by_claim["top"].outlet.high) == (5, 5)
    assert_as_in_a_network(by_claim["both-0"])
