"""What-ifs, held against another way to the same answer, on any dossier."""

from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, given, settings
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
@given(dossiers())
def test_no_suggestion_is_a_platitude(dossier: dict[str, Any]) -> None:
    """Each leads to more that is certain, to less that is open, or to a second origin at best."""
    provenance = provenance_of(read(dossier))
    for claim in provenance.dossier.claims:
        for lift in lifts(provenance.support(claim.id)):
            assert any(
                after.low > lift.before.low
                or (after.low == lift.before.low and after.high < lift.before.high)
                or lift.before.high == 1 < after.high
                for after in lift.after
            )
