"""Mermaid drawings: what they say, what no data can make of them, and the limits that Mermaid has."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.render.graph_samples import AXIOS, CITES, CLAIM, GRAPH, HOSTILE, MINT, hostile

from claimaudit.render import graph_mermaid
from claimaudit.report.graph import Graph, GraphEdge, GraphNode
from claimaudit.text import one_line, visible

# What a label may hold: letters, digits, a little punctuation, our own line breaks, and entity codes by number.
LABEL = r"""(?:[^\x00-\x7f]|[A-Za-z0-9 ,.()'/?!-]|#\d+;|<br/>)*"""
NODE = rf'"(?P<label>{LABEL})"'
SHAPES = "|".join(
    f"{re.escape(before)}{NODE.replace('label', f'l{number}')}{re.escape(after)}"
    for number, (before, after) in enumerate(
        [("{{", "}}"), ("([", "])"), ("[[", "]]"), ("[/", "\\]"), ("[", "]"), ("(", ")")]
    )
)
GRAMMAR = {
    "node": re.compile(rf" +(?P<name>[nrlwua]\d+)(?:{SHAPES}):::[a-z_]+"),
    "edge": re.compile(rf"  (?P<start>n\d+) (?:--|==|-\.-)[>x](?:\|{NODE}\|)? (?P<end>n\d+)"),
    "title": re.compile(rf"  accTitle: {LABEL}"),
    "description": re.compile(rf"  accDescr {{ {LABEL} }}"),
    "class": re.compile(r"  classDef [a-z_]+ [a-z-]+:[#\w -]+(?:,[a-z-]+:[#\w -]+)*"),
    "legend": re.compile(r'  subgraph legend\["Legend"\]|    direction LR|  end'),
    "frame": re.compile(r"  style legend fill:none,stroke:#8a8a8a|  legend ~~~ n\d+"),
}


def parsed(text: str) -> dict[str, list[re.Match[str]]]:
    """Return the lines of a drawing by what they are; every line has to be one of the few that are made."""
    head, *lines = text.removesuffix("\n").split("\n")
    assert head == '%%{init: {"flowchart": {"wrappingWidth": 300}}}%%'
    assert lines.pop(0) == "flowchart LR"
    found: dict[str, list[re.Match[str]]] = {name: [] for name in GRAMMAR}
    for line in lines:
        matches = {name: match for name, rule in GRAMMAR.items() if (match := rule.fullmatch(line))}
        assert len(matches) == 1, line
        for name, match in matches.items():
            found[name].append(match)
    return found


def labels(found: dict[str, list[re.Match[str]]]) -> dict[str, list[str]]:
    """Return the lines of each node, entity codes read back."""
    read = {}
    for match in found["node"]:
        label = next(value for key, value in match.groupdict().items() if key != "name" and value is not None)
        read[match["name"]] = [decoded(line) for line in label.split("<br/>")]
    return read


def decoded(text: str) -> str:
    return re.sub(r"#(\d+);", lambda code: chr(int(code[1])), text)


def said(text: str) -> str:
    """Return what is left of a text: on one line, with a space where Mermaid reads something late."""
    shown = visible(one_line(text))
    return re.sub(r"(?<=\\)(?=n)|(?<=\$)(?=\$)|(?<=:)(?=fa-)|(?<=ﬂ)(?=°)|(?<=¶)(?=ß)", " ", shown)


def test_drawing() -> None:
    assert graph_mermaid.render(GRAPH).text == (
        '%%{init: {"flowchart": {"wrappingWidth": 300}}}%%\n'
        "flowchart LR\n"
        "  accTitle: What parts rests on\n"
        "  accDescr { parts#58; Single origin#58; 2 outlets, 1 independent origin#59; falls if Axios is wrong."
        " Mint #60;- Axios. }\n"
        '  n1["parts<br/>The plan has four parts.<br/>Single origin#58; 2 outlets, 1 independent origin#59;'
        ' falls if Axios is wrong"]:::claim\n'
        '  n2("Mint<br/>mint-1"):::source\n'
        '  n3(["Axios<br/>axios-1<br/>origin#59; nobody read it#59; parts falls with it"]):::origin_witness_unread\n'
        '  n4[/"Gone<br/>gone-1<br/>retracted"\\]:::void\n'
        "  n1 --> n2\n"
        '  n1 -.->|"does not count#58; retracted"| n4\n'
        "  n2 --> n3\n"
        '  r1["1 source that no claim leads to is not drawn."]:::note\n'
        '  subgraph legend["Legend"]\n'
        "    direction LR\n"
        '    l1["claim, with its verdict"]:::claim\n'
        '    l2(["origin#58; a source with own reporting"]):::origin\n'
        '    l3[/"retracted or withdrawn#58; grounds nothing"\\]:::void\n'
        '    l4("any other source"):::source\n'
        '    w0("thick border#58; a claim falls with it, alone or with others"):::source_witness\n'
        '    u0("broken border#58; nobody read it"):::source_unread\n'
        '    a0["An arrow leads from what rests on something to that. Without words#58; cites, or repeats."]:::note\n'
        "  end\n"
        "  style legend fill:none,stroke:#8a8a8a\n"
        "  legend ~~~ n1\n"
        "  classDef claim fill:#e8f0fe,stroke:#1f4e8c,color:#0b1f3a\n"
        "  classDef note fill:#f4f4f4,stroke:#8a8a8a,color:#222222\n"
        "  classDef origin fill:#e2f4e5,stroke:#1d7a34,color:#0c2b14\n"
        "  classDef origin_witness_unread fill:#e2f4e5,stroke:#b00020,color:#0c2b14,stroke-width:4px,"
        "stroke-dasharray:6 4\n"
        "  classDef source fill:#ffffff,stroke:#5b6470,color:#1b1f24\n"
        "  classDef source_unread fill:#ffffff,stroke:#5b6470,color:#1b1f24,stroke-dasharray:6 4\n"
        "  classDef source_witness fill:#ffffff,stroke:#b00020,color:#1b1f24,stroke-width:4px\n"
        "  classDef void fill:#f9dcdc,stroke:#a11212,color:#3d0707\n"
    )


def test_links_against_in_a_circle_and_of_shared_text_differ_and_say_so() -> None:
    edges = (
        CITES._replace(kind="contradicts", label="contradicts"),
        GraphEdge(MINT.key, AXIOS.key, "via", 2, "circle", in_circle=True),
        GraphEdge(AXIOS.key, MINT.key, "shared-text", 2, "shares its text"),
    )
    lines = graph_mermaid.render(GRAPH._replace(edges=edges)).text.splitlines()
    assert '  n1 --x|"contradicts"| n2' in lines
    assert '  n2 ==>|"circle"| n3' in lines
    assert '  n3 -.->|"shares its text"| n2' in lines


@pytest.mark.parametrize("text", HOSTILE)
def test_data_stays_inside_labels(text: str) -> None:
    drawn = graph_mermaid.render(hostile(text)).text
    assert visible(drawn) == drawn
    found = parsed(drawn)
    assert len(found["edge"]) == 4
    read = labels(found)
    shown = said(text) if len(one_line(text)) <= 160 else f"{text[:160]}…"
    assert read["n2"][:2] == [shown, "mint-1"]
    assert all(decoded(match["label"]) == shown for match in found["edge"])


@given(st.text(max_size=60))
def test_no_text_gets_out_of_a_label(text: str) -> None:
    found = parsed(graph_mermaid.render(hostile(text)).text)
    assert (len(found["edge"]), len(found["title"])) == (4, 1)
    first = one_line(text)
    assert labels(found)["n2"][0] == (said(text) if first else "mint-1")


@pytest.mark.parametrize("line", ["1. one", "2) two", "- a", "+ a", ".a", "--- a", "1.1.1 a"])
def test_no_line_starts_like_a_list_of_markdown(line: str) -> None:
    label = graph_mermaid._label([line, line])
    assert not re.search(r'(?:^"|<br/>)(?:[-+.*]|\d+[.)])', label)
    assert [decoded(part) for part in label.strip('"').split("<br/>")] == [line, line]


# --- limits ---------------------------------------------------------------------------------------------


def fan(links: int, *, text: str = "", alone: int = 0) -> Graph:
    """Return a claim that cites sources, each of which repeats the next: first all citations, then all repeats."""
    sources = [GraphNode(f"source/s{n}", "source", f"s{n}", f"S{n}", text) for n in range(links)]
    claims = [
        CLAIM._replace(key=f"claim/c{n}", id=f"c{n}", name=f"c{n}", text=text) for n in range(alone + 1)
    ]
    cites = [GraphEdge("claim/c0", node.key, "supports", 1) for node in sources]
    repeats = [GraphEdge(f"source/s{n}", f"source/s{n + 1}", "via", 2) for n in range(links - 1)]
    return Graph("Fan", (*claims, *sources), (*cites, *repeats), ())


def test_what_fits_is_drawn_whole() -> None:
    drawn = graph_mermaid.render(fan(250))
    assert len(parsed(drawn.text)["edge"]) == 499
    assert drawn.remark == ""


def test_links_beyond_the_limit_are_left_out_and_said_the_nearest_kept() -> None:
    drawn = graph_mermaid.render(fan(400))
    found = parsed(drawn.text)
    assert len(found["edge"]) + 1 == graph_mermaid.MAX_EDGES, "one more holds the legend in its place"
    assert sum(match["start"] == "n1" for match in found["edge"]) == 400
    read = labels(found)
    assert read["r1"] == ["And 300 more links are not drawn: use --depth, one claim, or -f dot."]
    assert read["n300"][-1] == "1 more link, not drawn"
    assert read["n3"][-1] == "s1"
    assert drawn.remark == (
        "300 more links are not drawn: Mermaid draws at most 500 links and 50,000 characters; "
        "use --depth, one claim, or -f dot"
    )


def test_claims_are_left_without_their_text_before_links_are() -> None:
    long = "It is said that the plan has four parts. " * 3
    graph = fan(3, text=long, alone=280)
    drawn = graph_mermaid.render(graph)
    assert drawn.remark == ""
    assert len(drawn.text) <= graph_mermaid.MAX_TEXT
    read = labels(parsed(drawn.text))
    assert read["n1"] == ["c0", CLAIM.sentence]


def test_text_beyond_the_limit_leaves_out_links_and_nodes() -> None:
    graph = fan(300, alone=600)
    wide = tuple(node._replace(name="\U0001f642" * 80) for node in graph.nodes)
    drawn = graph_mermaid.render(graph._replace(nodes=wide))
    assert len(drawn.text.encode("utf-16-le")) // 2 <= graph_mermaid.MAX_TEXT
    found = parsed(drawn.text)
    nodes = sum(name.startswith("n") for name in labels(found))
    links = len(found["edge"])
    assert 0 < links < 300
    assert drawn.remark.startswith(f"{599 - links} more links and {901 - nodes} nodes are not drawn: ")
    assert labels(found)["r1"][0].startswith(
        f"And {599 - links} more links and {901 - nodes} nodes are not drawn"
    )


def test_remarks_beyond_twenty_are_counted() -> None:
    graph = GRAPH._replace(remarks=tuple(f"Remark {number}." for number in range(30)))
    read = labels(parsed(graph_mermaid.render(graph).text))
    assert (read["r20"], read["r21"]) == (["Remark 19."], ["And 10 more."])
    assert "r22" not in read
