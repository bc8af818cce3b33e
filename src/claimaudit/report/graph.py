"""Who rests on whom, as plain values: what the renderers of graphs draw. Nothing here computes or words anything."""

from typing import Literal, NamedTuple

from claimaudit.report import CardKind, Merge, TreeRow

EdgeKind = Literal["supports", "contradicts", "premise", "via", "shared-text", "work", "informant"]
"""From a claim to a source or to a premise; from a source to one that it repeats; from a source to whose it is."""


class GraphNode(NamedTuple):
    """A claim, a source, or the outlet, owner or informant that was asked for.

    `key` is the kind and the id, `name` how people read it. `text` is what is claimed, or a title; `sentence` the
    verdict on a claim. `marks` say in words what the flags say.
    """

    key: str
    kind: CardKind
    id: str
    name: str
    text: str = ""
    sentence: str = ""
    marks: tuple[str, ...] = ()
    is_start: bool = False
    is_origin: bool = False
    is_undeclared: bool = False
    is_unread: bool = False
    is_void: bool = False
    """Retracted or withdrawn: it grounds nothing."""
    in_circle: bool = False
    witness_of: tuple[str, ...] = ()
    """Claims in whose witness set it stands, with its outlet."""


class GraphEdge(NamedTuple):
    """A link from what rests to what it rests on, by the keys of the nodes.

    `label` are the words beside it; `why` is the sentence that explains it, empty where the link says it all.
    `only_for` are the claims for which it holds, empty where that is all claims that lead there. `depth` is how
    many links it is from the start, itself included.
    """

    start: str
    end: str
    kind: EdgeKind
    depth: int
    label: str = ""
    why: str = ""
    is_counted: bool = True
    in_circle: bool = False
    only_for: tuple[str, ...] = ()


class GraphClaim(NamedTuple):
    """One claim of a graph: its verdict as a sentence, why sources were merged, and the trees of what is drawn.

    `premises` are pairs of a claim, with the words on its link, and the verdict on it; `ends` the name, and the id with its marks, of each source where a chain
    ends.
    """

    id: str
    text: str
    sentence: str
    marks: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()
    tree: tuple[TreeRow, ...] = ()
    against: tuple[TreeRow, ...] = ()
    left_out: tuple[TreeRow, ...] = ()
    premises: tuple[tuple[str, str], ...] = ()
    ends: tuple[tuple[str, str], ...] = ()


class Graph(NamedTuple):
    """A graph: nodes with claims first, edges with those nearest to the start first.

    `remarks` say what a reader has to know besides: circles, what is left out. `tree` has
    the sources that are drawn while no claim that leads to them is.
    """

    title: str
    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    claims: tuple[GraphClaim, ...]
    remarks: tuple[str, ...] = ()
    tree: tuple[TreeRow, ...] = ()
    links_left_out: int = 0
    """Links that lie deeper than was asked for."""
