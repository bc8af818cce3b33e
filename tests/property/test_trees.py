"""The tree under a claim or a source has an end, whatever repeats whom."""

from itertools import islice

from hypothesis import HealthCheck, given, settings
from tests.property.dossiers import Record, dossiers
from tests.property.test_independence import read

from claimaudit.auditing.trees import links_of, rows
from claimaudit.provenance import provenance_of
from claimaudit.provenance.chains import Lineage
from claimaudit.provenance.grounds import Register
from claimaudit.provenance.network import Network, network_under


def assert_as_long_as_the_network(register: Register, network: Network, roots: list[int]) -> None:
    """What hangs below a source hangs there once, so no link makes more than a row."""
    links = links_of(Lineage(network))
    most = len(roots) + sum(map(len, links.values()))
    found = list(islice(rows(register, network, links, roots), most + 1))
    assert len(found) <= most
    assert [len(row.is_last) for row in found].count(1) == len(roots)


@given(dossiers())
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_tree_ends(dossier: Record) -> None:
    provenance = provenance_of(read(dossier))
    for claim in provenance.dossier.claims:
        for side in (provenance.support(claim.id), provenance.against(claim.id)):
            lineage = Lineage(side.network)
            roots = [lineage.node_of(claim.id, source) for source in side.counted_sources]
            assert_as_long_as_the_network(side.register, side.network, roots)
    for source in provenance.dossier.sources:
        assert_as_long_as_the_network(provenance.register, network_under(provenance.register, source.id), [0])
