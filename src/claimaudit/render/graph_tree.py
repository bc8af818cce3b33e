"""Graphs as trees for a terminal or an e-mail: each claim once, a chain a row, in the words of the cards."""

from collections.abc import Sequence

from claimaudit.render.paper import Paper, said
from claimaudit.render.tree_rows import print_rows
from claimaudit.report import TreeRow
from claimaudit.report.graph import Graph, GraphClaim

LEGEND = "A <- B: A has it from B. A row ends at an origin, or says why it does not."


def render(graph: Graph, *, width: int | None = 80, color: bool = False) -> str:
    """Return the graph as a tree for each of its claims, and what a reader has to know besides."""
    paper = Paper(width, color=color)
    paper.print(said(graph.title, "bold"))
    paper.print(said(LEGEND, "dim"))
    for claim in graph.claims:
        _print_claim(paper, claim)
    if graph.tree:
        paper.blank()
    _print_tree(paper, "Sources, without the claims that lead to them", graph.tree)
    if graph.remarks:
        paper.blank()
    for remark in graph.remarks:
        paper.print(said(remark))
    return paper.text()


def _print_claim(paper: Paper, claim: GraphClaim) -> None:
    paper.blank()
    paper.print(said(claim.id, "bold"), said(f": {claim.text}"))
    marks = f" ({'; '.join(claim.marks)})" if claim.marks else ""
    paper.print(said(f"{claim.sentence}.{marks}"))
    _print_tree(paper, "Rests on", claim.tree)
    _print_pairs(paper, "Argued from", claim.premises)
    _print_tree(paper, "Against it", claim.against)
    _print_tree(paper, "Does not count", claim.left_out)
    _print_pairs(paper, "Where the chains end", claim.ends)


def _print_tree(paper: Paper, heading: str, rows: Sequence[TreeRow]) -> None:
    if rows:
        paper.print(said(heading, "dim"))
        print_rows(paper, rows)


def _print_pairs(paper: Paper, heading: str, pairs: Sequence[tuple[str, str]]) -> None:
    if pairs:
        paper.print(said(heading, "dim"))
    for name, what in pairs:
        paper.print_hanging(("- ", "  "), said(f"{name}: {what}"))
