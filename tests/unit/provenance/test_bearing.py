"""How much rests on sources, outlets, owners and informants."""

from tests.unit.provenance.samples import claim, dossier, original, source

from claimaudit.provenance import Label, provenance_of
from claimaudit.provenance.bearing import Bearing, Weight

SOURCES = [original("a"), original("b"), source("x", via=["a"])]
CLAIMS = [
    claim("x", name="one"),
    claim("a", "b", name="two"),
    claim("b", name="three"),
    claim("b", name="four"),
]


def _bearing() -> Bearing:
    return Bearing(provenance_of(dossier(SOURCES, *CLAIMS)), [claim.id for claim in CLAIMS])


def test_sources_weigh_what_leads_to_them_and_what_falls_without_them() -> None:
    assert list(_bearing().weights("sources")) == [
        Weight(Label("a", "source"), 1, ("one", "two"), ("one",)),
        Weight(Label("b", "source"), 1, ("two", "three", "four"), ("three", "four")),
        Weight(Label("x", "source"), 1, ("one",), ("one",)),
    ]


def test_what_most_fall_without_is_first_and_says_for_which_claims_it_is_in_a_witness_set() -> None:
    """Without A or without X the first claim falls: the outlet of either is a witness set of it."""
    ranked = [(weight.label.id, witness) for weight, witness in _bearing().ranked("sources")]
    assert ranked == [("b", ("two", "three", "four")), ("a", ("one", "two")), ("x", ("one",))]


def test_of_several_smallest_sets_each_member_is_in_a_witness_set() -> None:
    """The proofs need X and A, Y and A, D and B: A with B or with D is enough, X and Y help no such set."""
    sources = [
        original("a"),
        original("b"),
        *[source(name, via=["a"]) for name in ("x", "y")],
        source("d", via=["b"]),
    ]
    side = provenance_of(dossier(sources, claim("x", "y", "d"))).support("c")
    assert (side.outlet.high, side.outlet.unique) == (2, False)
    labels = {name: Label(f"{name}-paper", "outlet") for name in "abdxy"}
    assert [name for name in "abdxy" if side.is_in_a_witness_set("outlet", labels[name])] == ["a", "b", "d"]
    assert not side.is_in_a_witness_set("outlet", Label("z-paper", "outlet"))
