"""Independent origins of all claims of a dossier, timed within one process, and of some by networkx as well.

`python -m benchmarks.speed.origins FOLDER` prints microseconds of CPU a claim, as JSON.
"""

import gc
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from time import process_time

from claimaudit import Claim, Dossier, Source, load
from claimaudit.provenance import provenance_of

SAMPLE = 300
"""Claims that networkx is asked about: it takes some hundred times as long."""

CLAIM, END = "claim:", "end:"  # no id ends in a colon

Graph = Mapping[str, Sequence[str]]
"""From `CLAIM`, by the sources that it cites and those that they repeat, to `END`: what stands after each node."""


def timings(dossier: Dossier, sample: int = SAMPLE) -> dict[str, float]:
    """Return microseconds a claim: ours of `all` claims, and those of `networkx` on a sample, if it is installed.

    Ours are those of all, for what all share is worked out once: a sample would pay for it by itself.

    Raises:
        ValueError: the two do not give the same numbers, or there is nothing to compare.
    """
    everything = [claim.id for claim in dossier.claims]
    figures = {"all": _microseconds(lambda: count(dossier, everything))}
    if find_spec("networkx"):
        graphs = dict(islice(plain_graphs(dossier, step=max(1, len(everything) // (4 * sample))), sample))
        figures["networkx"] = _by_networkx(dossier, graphs)
    return figures


def count(dossier: Dossier, claims: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return the independent outlets of each claim, at least and at most, worked out from nothing."""
    provenance = provenance_of(dossier)
    found = {claim: provenance.support(claim).outlet for claim in claims}
    return {claim: (origins.low, origins.high) for claim, origins in found.items()}


def _by_networkx(dossier: Dossier, graphs: Mapping[str, Graph]) -> float:
    import networkx as nx  # noqa: PLC0415  it is large, and need not be there

    drawn: dict[str, nx.DiGraph[str]] = {claim: nx.DiGraph(dict(graph)) for claim, graph in graphs.items()}

    def cuts() -> dict[str, int]:
        return {claim: int(nx.node_connectivity(graph, CLAIM, END)) for claim, graph in drawn.items()}

    check_same(count(dossier, [*graphs]), cuts())
    return _microseconds(cuts)


def check_same(ours: Mapping[str, tuple[int, int]], cuts: Mapping[str, int]) -> None:
    """Refuse numbers that are not the same.

    Raises:
        ValueError: a claim has other origins by our count than vertices in its smallest cut, or there is no claim.
    """
    if not cuts:
        raise ValueError("no claim whose origins are a plain cut of vertices")
    for claim, (low, high) in ours.items():
        if not low == high == cuts[claim]:
            raise ValueError(f"`{claim}`: {low}-{high} independent origins, a smallest cut of {cuts[claim]}")


def _microseconds(work: Callable[[], Mapping[str, object]]) -> float:
    """Return what some work takes, by the claims that it answers for."""
    before = process_time()
    answers = work()
    return (process_time() - before) * 1e6 / len(answers)


def plain_graphs(dossier: Dossier, *, step: int = 1) -> Iterator[tuple[str, Graph]]:
    """Yield each `step`-th claim whose independent origins are nothing but a smallest cut of vertices, with its graph.

    That is so where it has no premises, all sources under it say how they know, none shares its text with another,
    and no outlet stands behind two of them.
    """
    sources = {source.id: source for source in dossier.sources}
    for claim in dossier.claims[::step]:
        graph = _plain_graph(claim, sources)
        if graph is not None:
            yield claim.id, graph


def _plain_graph(claim: Claim, sources: Mapping[str, Source]) -> Graph | None:
    cited = [piece.source for piece in claim.evidence if piece.stance == "supports"]
    graph: dict[str, Sequence[str]] = {CLAIM: cited}
    left = [*cited]
    while left:
        source = sources[left.pop()]
        after = _after(source)
        if not after or source.shares_text_with:
            return None
        if source.id not in graph:
            graph[source.id] = after
            left += source.via or ()
    outlets = [sources[name].outlet for name in graph if name != CLAIM]
    is_plain = cited and not claim.rests_on and len(set(outlets)) == len(outlets)
    return graph if is_plain else None


def _after(source: Source) -> list[str]:
    """Return what a source repeats, and the end where it reports itself; nothing where it does not say."""
    reports_itself = source.basis in {"original", "mixed"} or (
        source.basis is None and not source.via and source.kind in {"document", "statement", "interview"}
    )
    return [*(source.via or ()), *([END] if reports_itself else [])]


if __name__ == "__main__":
    loaded = load(Path(sys.argv[1]))
    gc.disable()  # as the command does
    sys.stdout.write(json.dumps(timings(loaded)))
