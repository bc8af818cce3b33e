"""Claims, cards, graphs and tables in every format that a program reads, read back: every field has its own text."""

import csv
import json
import re
from io import BytesIO, StringIO

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.property.examples import one_in
from tests.unit.render.graph_samples import AXIOS, CITES, GONE, GRAPH, LEFT_OUT, MINT, REPEATS
from tests.unit.render.graph_samples import CLAIM as CLAIM_NODE
from tests.unit.render.reading_back import HOSTILE, TEXTS, on_one_line, unspelled
from tests.unit.render.samples import CLAIM, FINDING, HERE
from tests.unit.render.test_changes import report as change_report
from tests.unit.render.test_graph_dot import read as read_dot
from tests.unit.render.test_graph_dot import unquoted
from tests.unit.render.test_graph_mermaid import decoded, labels, parsed, said

from claimaudit.render import (
    card_json,
    changes,
    drop_report,
    graph_dot,
    graph_graphml,
    graph_json,
    graph_mermaid,
    listing,
    ranking,
    search_hits,
    settings_list,
)
from claimaudit.report import (
    ClaimCard,
    DroppedEntry,
    DropReport,
    EntryCard,
    Hit,
    OutletReport,
    RankRow,
    Setting,
    SourceReport,
    TreeRow,
)
from claimaudit.report.graph import Graph

WORDS = TEXTS | st.sampled_from(HOSTILE)


def several(number: int) -> st.SearchStrategy[list[str]]:
    return st.lists(WORDS, min_size=number, max_size=number)


# --- graphs -----------------------------------------------------------------------------------------------


def graph_saying(words: list[str]) -> Graph:
    """Return a graph with a text of its own in the fields of each node, of a link, of a claim, and of the whole."""
    nodes = [
        node._replace(name=name, text=text, sentence=name if node.kind == "claim" else "", marks=(text, name))
        for node, name, text in zip((CLAIM_NODE, MINT, AXIOS, GONE), words[:4], words[4:8], strict=True)
    ]
    edges = [
        edge._replace(label=label, why=why)
        for edge, label, why in zip((CITES, LEFT_OUT, REPEATS), words[8:11], words[11:14], strict=True)
    ]
    claim = GRAPH.claims[0]._replace(
        sentence=words[14], merges=(GRAPH.claims[0].merges[0]._replace(text=words[15]),)
    )
    return GRAPH._replace(
        title=words[16],
        nodes=tuple(nodes),
        edges=tuple(edges),
        claims=(claim,),
        remarks=tuple(words[17:19]),
    )


GRAPHS = several(19).map(graph_saying)


@given(GRAPHS)
def test_graph_as_json(graph: Graph) -> None:
    value = json.loads(graph_json.render(graph))
    assert [(node["name"], node["text"], node["sentence"], node["marks"]) for node in value["nodes"]] == [
        (node.name, node.text, node.sentence, list(node.marks)) for node in graph.nodes
    ]
    assert [(edge["label"], edge["why"]) for edge in value["edges"]] == [
        (edge.label, edge.why) for edge in graph.edges
    ]
    assert (value["title"], value["remarks"]) == (graph.title, list(graph.remarks))
    (claim,) = value["claims"]
    assert (claim["sentence"], claim["merges"][0]["text"]) == (
        graph.claims[0].sentence,
        graph.claims[0].merges[0].text,
    )


@given(GRAPHS)
def test_graph_as_graphml(graph: Graph) -> None:
    found = nx.read_graphml(BytesIO(graph_graphml.render(graph).encode("utf-8")))
    read = [
        tuple(unspelled(found.nodes[name][key] or "") for key in ("label", "text", "sentence", "marks"))
        for name in ("n1", "n2", "n3", "n4")
    ]
    assert read == [
        tuple(map(on_one_line, (node.name, node.text, node.sentence, "; ".join(node.marks))))
        for node in graph.nodes
    ]
    links = [found.edges[ends] for ends in (("n1", "n2"), ("n1", "n4"), ("n2", "n3"))]
    assert [(unspelled(link["words"] or ""), unspelled(link["why"] or "")) for link in links] == [
        (on_one_line(edge.label), on_one_line(edge.why)) for edge in graph.edges
    ]


@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")  # pydot calls pyparsing by older names
@one_in(10)  # pydot takes its time
@given(GRAPHS)
def test_graph_as_dot(graph: Graph) -> None:
    found = read_dot(graph_dot.render(graph))
    nodes = {node.get_name(): node for node in found.get_nodes()}
    for number, node in enumerate(graph.nodes, start=1):
        lines = [node.name, *([node.id] if node.id != node.name else [])]
        lines += [node.text, node.sentence] if node.kind == "claim" else []
        shown = " ".join([*lines, "; ".join(node.marks)])
        assert words_of(unquoted(nodes[f"n{number}"].get_label())) == words_of_line(shown)
    assert [words_of(unquoted(edge.get_label() or '""')) for edge in found.get_edges()] == [
        words_of_line(edge.label) for edge in graph.edges
    ]
    assert words_of(unquoted(found.get_label())) == words_of_line(" ".join([graph.title, *graph.remarks]))


def words_of(read: str) -> list[str]:
    return unspelled(read).split()


def words_of_line(text: str) -> list[str]:
    return on_one_line(text).split()


@given(GRAPHS)
def test_graph_as_mermaid(graph: Graph) -> None:
    found = parsed(graph_mermaid.render(graph).text)
    read = labels(found)
    for number, node in enumerate(graph.nodes, start=1):
        lines = [node.name, *([node.id] if node.id != node.name else [])]
        lines += [node.text, node.sentence] if node.kind == "claim" else []
        shown = [said(line) for line in (*lines, "; ".join(node.marks))]
        assert read[f"n{number}"] == [line for line in shown if line]
    assert [decoded(match["label"] or "") for match in found["edge"]] == [
        said(edge.label) for edge in graph.edges
    ]


# --- cards, claims, sources, outlets ----------------------------------------------------------------------


@given(several(6))
def test_cards_as_json(words: list[str]) -> None:
    text, section, title, fact, message, path = words
    place = HERE._replace(path=path)
    finding = FINDING._replace(message=message)
    claim = CLAIM._replace(text=text, section=section, location=place)
    row = TreeRow((True,), text, fact)
    of_claim = ClaimCard(claim, (row,), (), (), (), (), (), (), (), (finding,), note=fact)
    of_entry = EntryCard("outlet", "axios", title, ((fact, text),), (row,), (), (), (), (finding,), place)
    first, second = json.loads(card_json.render([of_claim, of_entry]))
    assert (first["text"], first["section"], first["location"]["path"]) == (text, section, path)
    assert (second["title"], second["facts"], second["location"]["path"]) == (title, {fact: text}, path)
    assert [card["findings"][0]["message"] for card in (first, second)] == [message, message]


@given(several(6))
def test_lists_as_json(words: list[str]) -> None:
    text, name, title, outlet, path, published = words
    place = HERE._replace(path=path)
    source = SourceReport(
        id="axios-1",
        outlet=outlet,
        title=title,
        basis="original",
        via=(name,),
        status="published",
        read=True,
        published=published,
        claims=(text,),
        location=place,
    )
    paper = OutletReport(name, title, outlet, text, (path,), (published,), (), place)
    hit = Hit("claim", name, text, 50.0, place)
    (value,) = json.loads(listing.sources_json([source]))["sources"]
    assert [value[key] for key in ("outlet", "title", "via", "published", "claims")] == [
        outlet,
        title,
        [name],
        published,
        [text],
    ]
    (value,) = json.loads(listing.outlets_json([paper]))["outlets"]
    assert [value[key] for key in ("id", "name", "kind", "owner", "sources", "claims")] == [
        name,
        title,
        outlet,
        text,
        [path],
        [published],
    ]
    (value,) = json.loads(search_hits.render_json([hit]))["hits"]
    assert (value["id"], value["text"], value["location"]["path"]) == (name, text, path)
    (value,) = json.loads(settings_list.render_json([Setting(name, {text: [title]}, path)], outlet))[
        "settings"
    ]
    assert value == {"key": name, "value": {text: [title]}, "origin": path}


# --- what-ifs and changes ---------------------------------------------------------------------------------


@given(st.lists(st.tuples(WORDS.filter(str.strip), WORDS), max_size=4))
def test_ranking(named: list[tuple[str, str]]) -> None:
    rows = [RankRow("outlet", name, title, 1, (name,), (), (name, title)) for name, title in named]
    entries = json.loads(ranking.render_json("outlets", rows))["entries"]
    assert [(entry["id"], entry["name"], entry["falls_alone"]) for entry in entries] == [
        (name, title, [name, title]) for name, title in named
    ]
    _, *cells = csv.reader(StringIO(ranking.render_csv(rows)))
    assert [[ert(cell) for cell in (row[1], row[2], row[7])] for row in cells] == [
        [on_one_line(name), on_one_line(title), on_one_line(f"{name} {title}")] for name, title in named
    ]
    starts = {cell[:1] for row in cells for cell in row}
    assert not starts & set("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


def ert(cell: str) -> str:
    """Return a cell without what keeps a program from running it."""
    return unspelled(re.sub(r"^'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])", "", cell))


@given(several(2))
def test_drop_as_json(words: list[str]) -> None:
    name, summary = words
    found = DropReport((DroppedEntry("outlet", "axios", name, 1),), 1, 1, summary, ())
    value = json.loads(drop_report.render_json(found))
    assert (value["dropped"][0]["name"], value["summary"]["text"]) == (name, summary)


@given(WORDS)
def test_changes_as_json(text: str) -> None:
    value = json.loads(changes.render_json(change_report(text)))
    assert (value["before"]["revision"], value["summary"]["remarks"]) == (text, [text])
    assert [(change["text"], change["why"]) for change in value["changes"]] == [(text, [text])]
