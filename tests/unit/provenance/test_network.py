"""Networks are kept while there is room for them, and built again where there is none."""

import pytest
from tests.unit.provenance.samples import claim, dossier, original

from claimaudit.provenance import network
from claimaudit.provenance.grounds import Register
from claimaudit.provenance.network import Networks

CLAIMS = 6
HELD = dossier([original("a")], *(claim("a", id=f"c{number}") for number in range(CLAIMS)))


@pytest.mark.parametrize(
    ("limit", "most", "kept"), [("KEPT", 4, 4), ("KEPT_NODES", 8, 4), ("KEPT_NODES", 1, 1)]
)
def test_only_the_last_are_kept(monkeypatch: pytest.MonkeyPatch, limit: str, most: int, kept: int) -> None:
    monkeypatch.setattr(network, limit, most)
    networks = Networks(Register(HELD))
    built = [networks.of(f"c{number}", "supports") for number in range(CLAIMS)]
    assert [len(one.nodes) for one in built] == [2] * CLAIMS
    assert len(networks) == kept
    last = networks.of(f"c{CLAIMS - 1}", "supports")
    assert last is built[-1]
    again = networks.of("c0", "supports")
    assert again is not built[0]
    assert (again.nodes, again.labels, again.ways) == (built[0].nodes, built[0].labels, built[0].ways)
