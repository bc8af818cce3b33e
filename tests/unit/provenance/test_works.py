"""Which sources stand for a source, an outlet, an owner, an informant."""

import pytest
from tests.unit.provenance.samples import claim, original, source

from claimaudit.model import Dossier, Informant, Outlet, Owner
from claimaudit.provenance import Label, provenance_of
from claimaudit.provenance.labels import LabelKind
from claimaudit.provenance.works import works_of

DOSSIER = Dossier(
    claims=(claim("a", {"source": "d", "informants": ["us"]}),),
    sources=(
        original("a", outlet="wire", informants=["us"]),
        original("b", outlet="wire"),
        original("d", outlet="post"),
        source("e", outlet=None),
    ),
    outlets=(Outlet(id="wire", owner="group"), Outlet(id="post", owner="group")),
    owners=(Owner(id="group"),),
    informants=(Informant(id="us"),),
)


@pytest.mark.parametrize(
    ("kind", "name", "works"),
    [
        ("source", "e", ("e",)),
        ("outlet", "wire", ("a", "b")),
        ("outlet", "post", ("d",)),
        ("owner", "group", ("a", "b", "d")),
        ("informant", "us", ("a", "d")),
        ("text", "a b", ()),
        ("undeclared", "", ()),
    ],
)
def test_works(kind: LabelKind, name: str, works: tuple[str, ...]) -> None:
    assert works_of(provenance_of(DOSSIER), Label(name, kind)) == works
