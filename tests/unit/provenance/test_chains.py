"""Chains from a source to its origin, and circles."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.provenance.samples import claim, dossier, original, source

from claimaudit.model import Dossier
from claimaudit.provenance import provenance_of
from claimaudit.provenance.chains import SPELLED_OUT, Chain
from claimaudit.provenance.circles import Circle, circles_of_sources
from claimaudit.provenance.components import components, rounds, strong_components
from claimaudit.provenance.merging import merges


def sentences(found: Dossier) -> list[str]:
    return [merge.text for merge in merges(provenance_of(found).support("c"))]


def test_chain_goes_through_every_relay() -> None:
    sources = [source("a", basis="original"), source("b", via=["a"]), source("d", via=["b"])]
    assert sentences(dossier(sources, claim("d", "b"))) == ["D <- B <- A", "B <- A"]


def test_link_that_a_longer_chain_says_already_is_left_out() -> None:
    """MENAFN credits Live Mint, and Axios as Live Mint does: it rests on Axios through Live Mint."""
    sources = [source("a", basis="original"), source("b", via=["a"]), source("d", via=["a", "b"])]
    assert sentences(dossier(sources, claim("d"))) == ["D <- B <- A"]


def test_a_way_out_of_a_circle_is_no_longer_chain() -> None:
    """Q repeats S and O; S leads back to Q: that O can be reached round the circle says nothing more."""
    sources = [source("q", via=["s", "o"]), source("s", via=["q"]), original("o")]
    assert sentences(dossier(sources, claim("q", "s"))) == ["Q <- O", "S <- Q <- O"]


def test_the_nearest_origin_ends_the_chain() -> None:
    sources = [
        source("a", basis="original"),
        source("b", via=["a"]),
        source("z", basis="original"),
        source("d", via=["b", "z"]),
    ]
    assert sentences(dossier(sources, claim("d"))) == [
        "D <- Z",
        "Z and A reported it, and all of that was seen through D alone",
    ]


def test_shared_text_is_said_to_be_what_merges() -> None:
    sources = [source("a", basis="original"), source("b", shares_text_with=["a"])]
    assert sentences(dossier(sources, claim("b"))) == ["B <- A: B shares its text with A"]


def test_a_long_chain_names_its_first_and_its_last_and_counts_between() -> None:
    names = [f"s{number}" for number in range(5000)]
    sources = [
        source(name, via=[names[number + 1]] if name != names[-1] else None, basis=None)
        for number, name in enumerate(names[:-1])
    ]
    found = dossier([*sources, original(names[-1])], claim(*names))
    first, *_, last = merges(provenance_of(found).support("c"))
    assert first.path == (*names[:24], names[-1])
    assert first.text == f"{' <- '.join(name.upper() for name in names[:24])} <- (4,975 more) <- S4999"
    assert last.path == ("s4998", "s4999")


def test_circle_of_sources_is_reported_once_with_what_grounds_it() -> None:
    sources = [
        source("a", via=["b"]),
        source("b", via=["a"]),
        source("d", via=["e", "o"]),
        source("e", via=["d"]),
        source("o", basis="original"),
    ]
    found = list(circles_of_sources(provenance_of(dossier(sources, claim("a"), claim("d", name="d")))))
    assert found == [
        Circle(("a", "b"), ("a", "b", "a"), None, is_grounded=False),
        Circle(("d", "e"), ("d", "e", "d"), None, is_grounded=True),
    ]


def test_circle_that_only_the_evidence_of_one_claim_makes() -> None:
    sources = [source("a", via=["b"]), source("b", basis="original")]
    one = claim("a", {"source": "b", "via": ["a"]}, name="c1")
    other = claim("a", "b", name="c2")
    found = list(circles_of_sources(provenance_of(dossier(sources, one, other))))
    assert found == [Circle(("a", "b"), ("a", "b", "a"), "c1", is_grounded=False)]


def test_a_circle_with_a_retracted_member_stands_if_another_does() -> None:
    """P was retracted; Q repeats it, and A besides."""
    sources = [source("p", via=["q"], status="retracted"), source("q", via=["p", "a"]), original("a")]
    (found,) = circles_of_sources(provenance_of(dossier(sources, claim("q"))))
    assert found == Circle(("p", "q"), ("p", "q", "p"), None, is_grounded=True)


def test_a_source_with_ten_thousand_vias_is_read_at_once() -> None:
    names = [f"s{number}" for number in range(10_000)]
    sources = [*map(original, names), source("r", via=names)]
    assert sentences(dossier(sources, claim("r")))[0] == "R <- S0"


def test_vias_of_two_claims_make_no_circle() -> None:
    sources = [source("a", basis="original"), source("b", basis="original")]
    one = claim({"source": "a", "via": ["b"]}, "b", name="c1")
    other = claim({"source": "b", "via": ["a"]}, "a", name="c2")
    assert list(circles_of_sources(provenance_of(dossier(sources, one, other)))) == []


NODES = st.integers(0, 7)


@given(st.dictionaries(NODES, st.lists(NODES, max_size=4), max_size=8))
def test_components_are_what_reaches_each_other_and_come_after_what_they_lead_to(
    edges: dict[int, list[int]],
) -> None:
    nodes = sorted({*edges, *(other for others in edges.values() for other in others)})
    reach = {node: reached(edges, node) for node in nodes}
    found = [frozenset(group) for group in components({node: edges.get(node, []) for node in nodes})]
    expected = {frozenset(o for o in nodes if o == n or (o in reach[n] and n in reach[o])) for n in nodes}
    assert set(found) == expected
    for place, group in enumerate(found):
        later = {node for other in found[place + 1 :] for node in other}
        assert not any(reach[node] & later for node in group)
    circles = {frozenset(group) for group in strong_components(edges)}
    assert circles == {group for group in expected if any(node in reach[node] for node in group)}


def reached(edges: dict[int, list[int]], start: int) -> set[int]:
    """Return what `start` leads to, itself only if it leads back."""
    found: set[int] = set()
    pending = [start]
    while pending:
        for other in edges.get(pending.pop(), []):
            if other not in found:
                found.add(other)
                pending.append(other)
    return found


def test_a_chain_of_many_thousand_links_ends() -> None:
    length = 5000
    edges = {number: [number + 1] for number in range(length)}
    assert sum(1 for _ in components({**edges, length: []})) == length + 1


def test_a_long_chain_with_a_shared_text_at_its_end_says_so() -> None:
    names = [f"s{number}" for number in range(40)]
    sources = [source(name, via=[following]) for name, following in pairwise(names[:-1])]
    copy, end = source(names[-2], shares_text_with=[names[-1]]), original(names[-1])
    first, *_ = merges(provenance_of(dossier([*sources, copy, end], claim(names[0]))).support("c"))
    assert first.path[0] == names[0]
    assert first.path[-1] == names[-1]
    assert first.reason == "shared-text"


def test_what_a_long_chain_leaves_out_may_hold_a_shared_text() -> None:
    chain = Chain(("s0",), ())
    for number in range(1, SPELLED_OUT + 3):
        chain = chain.then(f"s{number}", "shared-text" if number == SPELLED_OUT + 1 else "via")
    assert chain.path == (*[f"s{number}" for number in range(SPELLED_OUT)], f"s{SPELLED_OUT + 2}")
    assert chain.kinds == (*["via"] * (SPELLED_OUT - 1), "shared-text")
    assert chain.skipped == 2


def test_circles_come_in_the_order_that_is_asked_for() -> None:
    edges = {"a": ("b",), "b": ("a",), "c": ("d",), "d": ("c",)}
    found = [circle.members for circle in rounds(edges, ("d", "b", "c", "a"))]
    assert found == [("d", "c"), ("b", "a")]


def test_of_one_circle_that_two_claims_make_the_one_that_stands_on_nothing_is_told() -> None:
    """By what `first` says x has it from outside as well, by what `second` says from nowhere else."""
    way_round = {"source": "y", "via": ["x"]}
    found = dossier(
        [source("x"), source("y"), original("out")],
        claim({"source": "x", "via": ["y", "out"]}, way_round, name="first"),
        claim({"source": "x", "via": ["y"]}, way_round, name="second"),
    )
    assert list(circles_of_sources(provenance_of(found))) == [
        Circle(("x", "y"), ("x", "y", "x"), "second", is_grounded=False)
    ]
