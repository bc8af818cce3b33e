"""Graphs: which nodes and links they hold, what is marked, and how far they go."""

from datetime import date
from typing import Any

import pytest
from tests.unit.provenance.samples import claim, dossier, original, source

from claimaudit.auditing import Audit
from claimaudit.auditing.graphing import draw_claim, draw_dossier, draw_entry
from claimaudit.config import Config
from claimaudit.model import Claim, Dossier, Informant, Owner, Source
from claimaudit.render import graph_dot, graph_graphml, graph_json, graph_mermaid, graph_tree
from claimaudit.report import CardKind
from claimaudit.report.graph import Graph
from claimaudit.rule import AuditedDossier


def audited(sources: list[Source], *claims: Claim, **more: Any) -> AuditedDossier:
    found = dossier(sources, *claims)
    entries = {name: getattr(found, name) for name in ("claims", "sources", "outlets")}
    entries |= {"informants": (Informant(id="who"),)} | more
    return Audit(Dossier(**entries), Config(), date(2026, 11, 24)).audited


def links(graph: Graph) -> set[tuple[str, str, str]]:
    """Return the links by ids, with the words beside each, or its kind where it has none."""
    return {
        (edge.start.partition("/")[2], edge.end.partition("/")[2], edge.label or edge.kind)
        for edge in graph.edges
    }


def marks(graph: Graph) -> dict[str, tuple[str, ...]]:
    return {node.id: node.marks for node in graph.nodes if node.marks}


def test_a_claim_cites_and_its_sources_repeat() -> None:
    sources = [original("a"), source("b", via=["a"]), source("d", via=["b", "a"]), original("z")]
    graph = draw_claim(audited(sources, claim("d", "b"), claim("z", name="other")), "c")
    assert links(graph) == {
        ("c", "d", "supports"),
        ("c", "b", "supports"),
        ("d", "b", "via"),
        ("b", "a", "via"),
    }
    assert [node.name for node in graph.nodes] == ["c", "D", "B", "A"]
    assert graph.nodes[0].sentence == "Single origin: 2 outlets, 1 independent origin; falls if A is wrong"
    assert graph.remarks == ()


def test_the_sentences_are_those_of_the_report() -> None:
    sources = [original("a"), source("b", via=["a"]), source("t", shares_text_with=["a"])]
    found = audited(sources, claim("b", "t"))
    (reported,) = Audit(found.dossier, Config(), date(2026, 11, 24)).claims
    graph = draw_dossier(found)
    assert graph.claims[0].merges == reported.merges
    assert graph.claims[0].sentence.endswith(reported.meaning)
    why = {edge.end: edge.why for edge in graph.edges if edge.kind == "supports"}
    assert why == {"source/b": "B <- A", "source/t": "T <- A: T shares its text with A"}


def test_origins_what_is_not_declared_unread_and_retracted_are_marked() -> None:
    sources = [
        original("a", read=False),
        source("u", interested=True),
        source("n", basis="derived"),
        original("gone", status="retracted"),
        original("mended", status="corrected"),
        source("x", via=["gone"]),
    ]
    graph = draw_claim(audited(sources, claim("a", "u", "n", "x", "mended")), "c")
    joint = "c falls with it and others"
    assert marks(graph) == {
        "a": ("origin", "nobody read it", joint),
        "u": ("where it has this from is not declared", "a party to the matter", joint),
        "n": ("repeats others without saying whom",),
        "gone": ("retracted",),
        "mended": ("origin", "corrected", joint),
    }
    by_id = {node.id: node for node in graph.nodes}
    assert (by_id["a"].is_origin, by_id["a"].is_unread, by_id["a"].witness_of) == (True, True, ("c",))
    assert (by_id["u"].is_undeclared, by_id["u"].is_origin) == (True, False)
    assert by_id["gone"].is_void


def test_of_a_witness_outlet_the_works_with_reporting_of_their_own_are_marked() -> None:
    sources = [original("a"), source("a2", outlet="a-paper", via=["z"]), original("z", status="retracted")]
    graph = draw_claim(audited(sources, claim("a", "a2")), "c")
    assert {node.id for node in graph.nodes if node.witness_of} == {"a"}
    relay = [original("a"), original("b"), source("r", via=["a", "b"])]
    graph = draw_claim(audited(relay, claim("r")), "c")
    assert {node.id for node in graph.nodes if node.witness_of} == {"r"}, "seen through one relay"


def test_a_text_whose_origin_nobody_knows_falls_as_one() -> None:
    sources = [source("x", shares_text_with=["y"]), source("y")]
    graph = draw_claim(audited(sources, claim("x", "y")), "c")
    assert {node.id for node in graph.nodes if node.witness_of} == {"x", "y"}


def test_circles_are_marked_and_said_as_the_rule_says_them() -> None:
    sources = [source("p", via=["q"]), source("q", via=["p", "o"]), original("o")]
    graph = draw_claim(audited(sources, claim("p")), "c")
    assert links(graph) == {
        ("c", "p", "supports"),
        ("p", "q", "circle"),
        ("q", "p", "circle"),
        ("q", "o", "via"),
    }
    assert {edge.in_circle for edge in graph.edges if edge.label == "circle"} == {True}
    assert graph.remarks == ("Circular reporting: P <- Q <- P; only what they have from elsewhere counts.",)
    assert marks(graph)["p"][0] == "in a circle"


def test_a_circle_under_one_claim_is_none_under_another() -> None:
    sources = [original("a"), original("b")]
    one = claim({"source": "a", "via": ["b"]}, {"source": "b", "via": ["a"]}, name="round")
    other = claim({"source": "a", "via": ["b"]}, "b", name="straight")
    assert draw_claim(audited(sources, one, other), "straight").remarks == ()
    graph = draw_dossier(audited(sources, one, other))
    assert ("b", "a", "circle; only for round") in links(graph)
    assert ("a", "b", "circle") in links(graph), "it holds for both, and leads round for one"
    assert marks(graph)["b"][:2] == ("origin, for straight", "in a circle, for round")


def test_links_of_single_evidence_say_for_which_claim() -> None:
    sources = [original("a"), source("b", via=["a"]), original("z")]
    one, other = claim("b", name="one"), claim({"source": "b", "via": ["z"]}, name="other")
    graph = draw_dossier(audited(sources, one, other))
    assert ("b", "a", "only for one") in links(graph)
    assert ("b", "z", "only for other") in links(graph)
    assert ("b", "a", "via") in links(draw_claim(audited(sources, one, other), "one"))


def test_what_speaks_against_and_what_does_not_count_is_drawn_with_its_reason() -> None:
    sources = [
        original("no"),
        original("off", subject="deal"),
        original("gone", status="withdrawn"),
        original("m"),
    ]
    evidence: list[Any] = [
        {"source": "no", "stance": "contradicts"},
        "off",
        {"source": "gone", "stance": "contradicts"},
        {"source": "m", "stance": "mentions"},
    ]
    graph = draw_claim(audited(sources, claim(*evidence, subject="plan")), "c")
    assert links(graph) == {
        ("c", "no", "contradicts"),
        ("c", "off", "does not count: about deal"),
        ("c", "gone", "contradicts; does not count: withdrawn"),
    }
    assert [edge.is_counted for edge in graph.edges] == [True, False, False]
    assert graph.remarks == ("1 piece of evidence only mentions the matter and is not drawn.",)


def test_premises_say_their_sets_and_a_retracted_one_does_not_count() -> None:
    claims = [
        claim("a", name="p"),
        claim("a", name="q"),
        claim("a", name="dead", status="retracted"),
        claim(rests_on=[["p", "q"], ["q", "dead"]]),
    ]
    graph = draw_claim(audited([original("a")], *claims), "c")
    assert links(graph) == {
        ("c", "p", "argued from, set 1 of 2"),
        ("c", "q", "argued from, sets 1 and 2 of 2"),
        ("c", "dead", "argued from, set 2 of 2; does not count: retracted"),
        ("p", "a", "supports"),
        ("q", "a", "supports"),
    }
    assert marks(graph)["dead"] == ("retracted",)
    assert graph.claims[-1].premises[2][0] == "dead (set 2 of 2; does not count: retracted)"


def test_premises_in_a_circle_are_marked_and_said() -> None:
    claims = [claim(rests_on=["d"]), claim(name="d", rests_on=["c"])]
    graph = draw_claim(audited([], *claims), "c")
    assert links(graph) == {("c", "d", "argued from; circle"), ("d", "c", "argued from; circle")}
    assert graph.remarks == ("Circular argument: `c` <- `d` <- `c`, and none of them stands.",)


def test_dossier_says_what_no_claim_leads_to() -> None:
    sources = [original("a"), original("unused"), original("mentioned")]
    found = audited(sources, claim("a", {"source": "mentioned", "stance": "mentions"}))
    assert draw_dossier(found).remarks == (
        "1 piece of evidence only mentions the matter and is not drawn.",
        "2 sources that no claim leads to are not drawn.",
    )


def test_a_repeat_by_shared_text_is_no_origin_that_nobody_declared() -> None:
    sources = [original("a"), source("u", shares_text_with=["a"])]
    graph = draw_claim(audited(sources, claim("a", "u")), "c")
    assert {node.id for node in graph.nodes if node.is_undeclared} == set()


# --- around an entry ------------------------------------------------------------------------------------


ENTRIES = [
    original("a", informants=["who"]),
    source("b", via=["a"]),
    source("d", via=["b"]),
    original("z"),
    source("alone", via=["z"]),
]
CLAIMS = [
    claim("d", "z", name="one"),
    claim("z", name="other"),
    claim({"source": "b", "stance": "contradicts"}, "z", name="opposed"),
    claim(name="argued", rests_on=["one", "other"]),
    claim(name="last", rests_on=["argued"]),
]


def test_around_a_source_stands_what_leads_to_it_and_what_it_leads_to() -> None:
    graph = draw_entry(audited(ENTRIES, *CLAIMS), "source", "b")
    assert links(graph) == {
        ("one", "d", "supports"),
        ("d", "b", "via"),
        ("b", "a", "via"),
        ("opposed", "b", "contradicts"),
        ("argued", "one", "argued from"),
        ("last", "argued", "argued from"),
    }
    assert graph.title == "What rests on B (source b), and what it rests on itself"
    assert [claim.id for claim in graph.claims] == ["one", "opposed", "argued", "last"]
    assert [row.text for row in graph.claims[0].tree] == ["D <- B <- A"]


def test_around_an_outlet_an_owner_or_an_informant_its_sources_lead_to_it() -> None:
    outlets = tuple(
        outlet.model_copy(update={"owner": "group"} if outlet.id == "a-paper" else {})
        for outlet in dossier(ENTRIES).outlets
    )
    found = audited(
        ENTRIES,
        *CLAIMS,
        outlets=outlets,
        owners=(Owner(id="group"),),
        informants=(Informant(id="who", descriptor="an official"),),
    )
    kinds: list[tuple[CardKind, str, str]] = [
        ("outlet", "a-paper", "work of"),
        ("owner", "group", "owned by"),
        ("informant", "who", "relies on"),
    ]
    for kind, entry, words in kinds:
        graph = draw_entry(found, kind, entry)
        assert ("a", entry, words) in links(graph)
        assert ("one", "d", "supports") in links(graph)
        assert ("other", "z", "supports") not in links(graph)
        assert graph.nodes[-1].is_start


def test_an_outlet_says_which_claims_fall_with_it() -> None:
    outlet = draw_entry(audited(ENTRIES, *CLAIMS), "outlet", "z-paper").nodes[-1]
    assert outlet.marks == (
        "outlet",
        "other, opposed and 2 more fall with it",
        "one falls with it and others",
    )
    assert outlet.witness_of == ("one", "other", "opposed", "argued", "last")


def test_an_informant_that_single_evidence_names_is_found() -> None:
    one = claim({"source": "z", "informants": ["who"]}, name="one")
    found = audited(ENTRIES[3:4], one, informants=(Informant(id="who"),))
    assert ("z", "who", "relies on") in links(draw_entry(found, "informant", "who"))


def test_where_no_claim_leads_to_it_the_entry_shows_what_it_repeats() -> None:
    graph = draw_entry(audited(ENTRIES, *CLAIMS), "source", "alone")
    assert links(graph) == {("alone", "z", "via")}
    assert graph.remarks == ("No claim leads to it.",)
    assert [row.text for row in graph.tree] == ["ALONE <- Z"]


def test_what_is_cited_and_does_not_count_is_no_support() -> None:
    found = audited([original("a", status="retracted")], claim("a"))
    graph = draw_entry(found, "source", "a")
    assert links(graph) == {("c", "a", "does not count: retracted")}
    assert graph.remarks == ("What cites it does not count.",)


# --- depth ----------------------------------------------------------------------------------------------


CHAIN = [original("a"), source("b", via=["a"]), source("d", via=["b"]), source("e", via=["d"])]


def test_what_lies_deeper_is_left_out_and_said() -> None:
    graph = draw_claim(audited(CHAIN, claim("e")), "c", depth=2)
    assert links(graph) == {("c", "e", "supports"), ("e", "d", "via")}
    assert graph.remarks == ("2 links deeper than 2 are left out.",)
    assert graph.links_left_out == 2
    assert [(row.text, row.remark) for row in graph.claims[0].tree] == [("E <- D", "1 link deeper")]
    assert graph.claims[0].ends == ()


def test_a_link_between_what_is_drawn_is_drawn() -> None:
    """Without it two sources would look independent of each other."""
    graph = draw_claim(audited(CHAIN, claim("d", "b")), "c", depth=1)
    assert ("d", "b", "via") in links(graph)
    assert graph.remarks == ("1 link deeper than 1 is left out.",)


def test_depth_counts_from_each_claim_of_a_dossier_and_from_an_entry_both_ways() -> None:
    found = audited(CHAIN, claim("e"), claim(name="argued", rests_on=["c"]))
    assert links(draw_dossier(found, depth=1)) == {("c", "e", "supports"), ("argued", "c", "argued from")}
    graph = draw_entry(found, "source", "d", depth=1)
    assert links(graph) == {("e", "d", "via"), ("d", "b", "via")}
    assert [(row.text, row.remark) for row in graph.tree] == [("E <- D <- B", "1 link deeper")]
    assert links(draw_entry(found, "outlet", "d-paper", depth=1)) == {
        *links(graph),
        ("d", "d-paper", "work of"),
    }


def test_an_entry_without_claims_is_drawn_by_its_sources() -> None:
    graph = draw_dossier(audited([]))
    assert (graph.nodes, graph.edges, graph.title) == ((), (), "There are no claims")


# --- large dossiers: what is drawn grows with the dossier, never with its paths ---------------------------


def outputs(graph: Graph) -> dict[str, str]:
    return {
        "tree": graph_tree.render(graph, width=None),
        "mermaid": graph_mermaid.render(graph).text,
        "dot": graph_dot.render(graph),
        "graphml": graph_graphml.render(graph),
        "json": graph_json.render(graph),
    }


@pytest.mark.parametrize(
    ("sources", "cited", "links_drawn"),
    [
        pytest.param(
            [original("s0"), *(source(f"s{n}", via=[f"s{n - 1}"]) for n in range(1, 2001))],
            ["s2000"],
            2001,
            id="a chain of 2,000 links",
        ),
        pytest.param(
            [original("s0"), *(source(f"s{n}", via=["s0"]) for n in range(1, 3_001))],
            [f"s{n}" for n in range(1, 3_001)],
            6_000,
            id="3,000 dependants",
        ),
        pytest.param(
            [
                original("a0"),
                original("b0"),
                *(source(f"{x}{n}", via=[f"a{n - 1}", f"b{n - 1}"]) for n in range(1, 61) for x in "ab"),
            ],
            ["a60"],
            1 + 2 + 4 * 59,
            id="2^60 paths",
        ),
    ],
)
def test_output_grows_with_the_links(sources: list[Source], cited: list[str], links_drawn: int) -> None:
    found = audited(sources, claim(*cited))
    graph = draw_dossier(found)
    assert len(graph.edges) == links_drawn
    texts = outputs(graph)
    assert len(texts["mermaid"]) <= graph_mermaid.MAX_TEXT
    assert all(len(text) < 1500 * (len(graph.nodes) + links_drawn) for text in texts.values())
    assert texts["tree"].count("\n") <= 3 * (len(graph.nodes) + links_drawn)
    assert len(draw_entry(found, "source", sources[0].id).edges) <= links_drawn
