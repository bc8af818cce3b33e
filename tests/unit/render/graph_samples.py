"""Small graphs made by hand, for the renderers of graphs."""

from claimaudit.report import Merge, TreeRow
from claimaudit.report.graph import Graph, GraphClaim, GraphEdge, GraphNode

CLAIM = GraphNode(
    key="claim/parts",
    kind="claim",
    id="parts",
    name="parts",
    text="The plan has four parts.",
    sentence="Single origin: 2 outlets, 1 independent origin; falls if Axios is wrong",
    is_start=True,
)
MINT = GraphNode(key="source/mint-1", kind="source", id="mint-1", name="Mint", text="A plan", is_unread=False)
AXIOS = GraphNode(
    key="source/axios-1",
    kind="source",
    id="axios-1",
    name="Axios",
    text="Scoop",
    marks=("origin", "nobody read it", "parts falls with it"),
    is_origin=True,
    is_unread=True,
    witness_of=("parts",),
)
GONE = GraphNode(
    key="source/gone-1", kind="source", id="gone-1", name="Gone", marks=("retracted",), is_void=True
)
CITES = GraphEdge("claim/parts", "source/mint-1", "supports", 1, why="Mint <- Axios")
REPEATS = GraphEdge("source/mint-1", "source/axios-1", "via", 2)
LEFT_OUT = GraphEdge(
    "claim/parts", "source/gone-1", "supports", 1, "does not count: retracted", "retracted", is_counted=False
)
GRAPH = Graph(
    title="What parts rests on",
    nodes=(CLAIM, MINT, AXIOS, GONE),
    edges=(CITES, LEFT_OUT, REPEATS),
    claims=(
        GraphClaim(
            "parts",
            CLAIM.text,
            CLAIM.sentence,
            merges=(Merge("via", ("mint-1", "axios-1"), "Mint <- Axios"),),
            tree=(TreeRow((True,), "Mint <- Axios"),),
            left_out=(TreeRow((True,), "Gone (gone-1)", "retracted"),),
            ends=(("Axios", "axios-1; origin; nobody read it; parts falls with it"),),
        ),
    ),
    remarks=("1 source that no claim leads to is not drawn.",),
)

HOSTILE = [
    'say "yes" \\"no\\"',
    "'single' `tick`",
    "a --> b; c --x d",
    "]]> <![CDATA[ &lt; &amp; &#x41; &quot; #quot; #35; #lt;b#gt;",
    "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "line\nend\nend\r\nsubgraph x",
    ']:::claim\nclick n1 href "javascript:alert(1)"',
    '"]\n  click n1 call alert()',
    '%%{init: {"securityLevel": "loose"}}%%',
    "%% gone",
    "\x1b]0;title\x07\x1b[31m",
    "a\u202eb\u2066c\u200bd",
    "\\n \\N \\G \\l back\\",
    "back\\",
    "{a|b} (c) [d] <e> {{f}} ((g)) [[h]] [/i\\]",
    "1. one",
    "- item",
    "+ item",
    "# heading",
    "> quote",
    "*bold* **bold** _it_ __it__ ~~no~~",
    "![x](http://x.example/y.png) [l](javascript:alert(1))",
    "http://www.example.com www.example.com me@example.com",
    "fa:fa-car fab:fa-github",
    "$$x^2$$",
    "style x:a#b;c classDef y:#fff;",
    "o x end graph subgraph click style linkStyle classDef default",
    "ﬂ°°34¶ß ﬂ°lt¶ß",
    "---",
    "===",
    "    indented",
    "x" * 300,
    "\ud800 \x00 \ufffe \uffff",
    "Привет, мир! 你好 🙂 é",
    'href="x" URL=y label=z; n1 -> n2 [label="',
    "\u2028line\u2029end\x85end",
]
"""Text that some target of a graph, or what reads it, could take for its own."""


def hostile(text: str) -> Graph:
    """Return a graph with `text` wherever data can stand."""
    nodes = tuple(
        GraphNode(
            key=node.key,
            kind=node.kind,
            id=node.id,
            name=text,
            text=text,
            sentence=text if node.kind == "claim" else "",
            marks=(text,),
            is_origin=node.is_origin,
            is_unread=node.is_unread,
            is_void=node.is_void,
            witness_of=node.witness_of,
        )
        for node in GRAPH.nodes
    )
    entry = GraphNode(key=f"outlet/{text}", kind="outlet", id=text, name=text, marks=("outlet",))
    work = GraphEdge("source/axios-1", entry.key, "work", 3, text, text, only_for=(text,))
    edges = (
        *(
            GraphEdge(e.start, e.end, e.kind, e.depth, text, text, is_counted=e.is_counted)
            for e in GRAPH.edges
        ),
        work,
    )
    row = TreeRow((True,), text, text)
    claim = GraphClaim(
        id=text,
        text=text,
        sentence=text,
        marks=(text,),
        merges=(Merge("via", (text, text), text),),
        tree=(row,),
        against=(row,),
        left_out=(row,),
        premises=((text, text),),
        ends=((text, text),),
    )
    return Graph(text, (*nodes, entry), edges, (claim,), (text,), (row,))
