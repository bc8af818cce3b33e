"""What-ifs, held against another way to the same answer, on any dossier."""

from copy import deepcopy
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.property import brute_force
from tests.property.dossiers import dossiers
from tests.property.test_independence import read

from claimaudit.provenance import Label, Provenance, provenance_of
from claimaudit.provenance.bearing import Bearing, Kind
from claimaudit.provenance.dropping import drop
from claimaudit.provenance.merging import merges
from claimaudit.provenance.whatif import lifts

MANY = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def states(provenance: Provenance) -> dict[str, tuple[Any, ...]]:
    return {
        claim.id: (
            provenance.verdict(claim.id),
            provenance.is_contested(claim.id),
            provenance.support(claim.id).outlets,
            provenance.support(claim.id).outlet,
        )
        for claim in provenance.dossier.claims
    }


@MANY
@given(dossiers())
def test_to_drop_a_source_is_to_have_it_retracted(dossier: dict[str, Any]) -> None:
    before = provenance_of(read(dossier))
    for number, source in enumerate(dossier["sources"]):
        changed = deepcopy(dossier)
        changed["sources"][number]["status"] = "retracted"
        expected = states(provenance_of(read(changed)))
        changes = {change.claim: change.after for change in drop(before, [Label(source["id"], "source")])}
        for claim, state in states(before).items():
            after = changes.get(claim)
            found = (
                (after.verdict, after.contested, after.side.outlets, after.side.outlet) if after else state
            )
            assert found == expected[claim]


@MANY
@given(dossiers())
def test_what_falls_alone_is_what_falls_when_dropped(dossier: dict[str, Any]) -> None:
    provenance = provenance_of(read(dossier))
    bearing = Bearing(provenance, [claim.id for claim in provenance.dossier.claims])
    kinds: tuple[Kind, ...] = ("sources", "outlets", "informants", "owners")
    for kind in kinds:
        for weight in bearing.weights(kind):
            if kind == "owners" and weight.label.kind == "outlet":
                continue  # an outlet that owns others is dropped without them
            falls = [change.claim for change in drop(provenance, [weight.label]) if change.outcome == "falls"]
            assert list(weight.falls) == falls


@MANY
@given(dossiers())
def test_what_stands_in_a_witness_set_is_what_the_brute_force_finds(dossier: dict[str, Any]) -> None:
    expected = brute_force.audit(dossier)
    provenance = provenance_of(read(dossier))
    for claim in provenance.dossier.claims:
        sets = expected[claim.id].supports["outlet"].high_sets
        held = (
            {label for labels in sets for label in labels}
            if expected[claim.id].supports["outlet"].high
            else set()
        )
        side = provenance.support(claim.id)
        for label in side.network.labels:
            if label.kind in ("outlet", "source"):
                assert side.is_in_a_witness_set("outlet", label) == ((label.kind, label.id) in held)


@MANY
@given(dossiers())
def test_to_drop_more_never_leaves_more(dossier: dict[str, Any]) -> None:
    provenance = provenance_of(read(dossier))
    for change in drop(provenance, [Label(source["id"], "source") for source in dossier["sources"][:2]]):
        assert change.after.side.outlet.high <= change.before.side.outlet.high
        assert change.after.side.outlet.low <= change.before.side.outlet.low


@MANY
@given(dossiers())
def test_every_smaller_count_has_its_reason(dossier: dict[str, Any]) -> None:
    provenance = provenance_of(read(dossier))
    for claim in provenance.dossier.claims:
        side = provenance.support(claim.id)
        reasons = {merge.reason for merge in merges(side)}
        if side.outlet.high < len(side.outlets):
            assert reasons & {"via", "shared-text", "retracted", "unsourced", "circle", "undeclared"}
        if side.owner.high < side.outlet.high:
            assert "owner" in reasons
        if side.informant.high < side.outlet.high:
            assert "informant" in reasons
        if side.informant.low < side.outlet.low:
            assert reasons & {"informant", "perhaps-one-person"}


@MANY
@given(dossiers(), st.data())
def test_what_is_to_be_cited_leads_to_what_was_said(dossier: dict[str, Any], data: st.DataObject) -> None:
    """Every suggestion to cite something, written into the files: the count is the one that was promised."""
    for source in dossier["sources"]:
        if data.draw(st.booleans()):
            source["subject"] = data.draw(st.sampled_from(["plan", "deal"]))
        if source.get("status") == "retracted" and data.draw(st.booleans()):
            source["replaced_by"] = data.draw(st.sampled_from(dossier["sources"]))["id"]
    for claim in dossier["claims"]:
        if data.draw(st.booleans()):
            claim["subject"] = "plan"
    provenance = provenance_of(read(dossier))
    for number, claim in enumerate(dossier["claims"]):
        for lift in lifts(provenance.support(claim["id"])):
            if "cite " in lift.action:
                changed = deepcopy(dossier)
                changed["claims"][number].setdefault("evidence", []).extend(lift.entries)
                after = provenance_of(read(changed)).support(claim["id"]).outlet
                assert (after.low, after.high) == (lift.after[0].low, lift.after[0].high)


@MANY
@given(dossiers())
def test_every_chain_of_a_merge_is_declared(dossier: dict[str, Any]) -> None:
    """From link to link some entry of the files says so; the ends are what the reason says."""
    repeats = _declared_repeats(dossier)
    provenance = provenance_of(read(dossier))
    for claim in provenance.dossier.claims:
        for merge in merges(provenance.support(claim.id)):
            if merge.reason in ("via", "retracted", "unsourced", "circle"):
                for one, other in pairwise(merge.path):
                    assert other in repeats[one] or provenance.register.text_group(one)
            if merge.reason == "circle":
                assert merge.path[-1] in merge.path[:-1]
            if merge.reason == "retracted":
                assert provenance.dossier.source[merge.path[-1]].status in ("retracted", "withdrawn")


def _declared_repeats(dossier: dict[str, Any]) -> dict[str, set[str]]:
    repeats = {source["id"]: set(source.get("via") or ()) for source in dossier["sources"]}
    for claim in dossier["claims"]:
        for piece in claim.get("evidence", ()):
            if isinstance(piece, dict):
                repeats[piece["source"]].update(piece.get("via") or ())
    return repeats
