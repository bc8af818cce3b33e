"""Informants: where each is described, and the label by which provenance knows it."""

from tests.unit.provenance.samples import claim, dossier, original, source

from claimaudit.model import Dossier, Informant
from claimaudit.provenance import Label, provenance_of
from claimaudit.provenance.people import described, relying_on


def _dossier() -> Dossier:
    sources = [
        original("a", informants=["us", {"descriptor": "official"}]),
        original("b", informants=[{"descriptor": "first"}, "us", {"descriptor": "third"}]),
    ]
    pieces = ["a", {"source": "b"}, {"source": "b", "informants": ["us", {"descriptor": "other"}]}]
    plain = dossier(sources, claim(*pieces))
    return Dossier(
        claims=plain.claims,
        sources=plain.sources,
        outlets=plain.outlets,
        informants=(Informant(id="us", descriptor="US official"),),
    )


def test_each_is_found_where_it_is_described() -> None:
    found = [(it.route, it.informant.descriptor, it.source, it.claim) for it in described(_dossier())]
    assert found == [
        (("informants", 0), "US official", None, None),
        (("sources", 0, "informants", 1), "official", "a", None),
        (("sources", 1, "informants", 0), "first", "b", None),
        (("sources", 1, "informants", 2), "third", "b", None),
        (("claims", 0, "evidence", 2, "informants", 1), "other", "b", "c"),
    ]


def test_it_has_the_label_that_the_count_gives_it() -> None:
    data = _dossier()
    side = provenance_of(data).support("c")
    counted = {label for label in side.network.labels if label.kind == "informant"}
    by_label = {found.label: found.informant for found in described(data)}
    assert counted == set(by_label)
    assert all(by_label[label] is informant for label, informant in side.register.inline.items())


def test_who_relies_on_whom() -> None:
    side = provenance_of(_dossier()).support("c")
    assert {label.id: sources for label, sources in relying_on(side).items()} == {
        "us": ("a", "b"),
        "a/informant-2": ("a",),
        "b/informant-1": ("b",),
        "b/informant-3": ("b",),
        "c/evidence-3/informant-2": ("b",),
    }


def test_whom_the_evidence_names_counts_where_the_kind_of_the_source_tells_its_basis() -> None:
    """An interview is an origin unless something else is said of it."""
    piece = {"source": "a", "informants": ["us"]}
    plain = dossier([source("a", kind="interview")], claim(piece))
    data = Dossier(
        claims=plain.claims,
        sources=plain.sources,
        outlets=plain.outlets,
        informants=(Informant(id="us"),),
    )
    side = provenance_of(data).support("c")
    assert [label.id for label in side.informants] == ["us"]
    assert relying_on(side) == {Label("us", "informant"): ("a",)}
