"""Circles of anything: what leads round to itself. Knows only nodes and what they lead to."""

from collections import deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

_N = TypeVar("_N", bound=Hashable)


class Round(NamedTuple, Generic[_N]):
    """Nodes that lead to each other round, and a shortest way from the first of them back to itself."""

    members: tuple[_N, ...]
    path: tuple[_N, ...]


def rounds(edges: Mapping[_N, Sequence[_N]], order: Sequence[_N]) -> Iterator[Round[_N]]:
    """Yield the groups of nodes that lead to each other round, each group and all of them in `order`."""
    groups = strong_components(edges)
    if not groups:
        return
    place = {node: number for number, node in enumerate(order)}
    for group in sorted(
        (sorted(group, key=place.__getitem__) for group in groups), key=lambda it: place[it[0]]
    ):
        yield Round(tuple(group), _shortest_round(edges, group))


def _shortest_round(edges: Mapping[_N, Sequence[_N]], group: Sequence[_N]) -> tuple[_N, ...]:
    """Return a shortest way from the first of the group back to itself, both ends included."""
    first, members = group[0], set(group)
    before: dict[_N, _N] = {}
    pending = deque([first])
    while first not in before:
        node = pending.popleft()
        for other in edges.get(node, ()):
            if other in members and other not in before:
                before[other] = node
                pending.append(other)
    path = [first, before[first]]
    while path[-1] != first:
        path.append(before[path[-1]])
    return tuple(reversed(path))


def strong_components(edges: Mapping[_N, Sequence[_N]]) -> list[list[_N]]:
    """Return the groups of nodes that lead to each other round; a single node where it leads to itself."""
    return [group for group in components(edges) if len(group) > 1 or group[0] in edges.get(group[0], ())]


def components(edges: Mapping[_N, Sequence[_N]]) -> Iterator[list[_N]]:
    """Yield the strongly connected components, each after all that it leads to.

    Tarjan's algorithm without recursion: linear, however long the chains.
    """
    if len(edges) == 1:  # the usual case, where most is worked out already
        yield [*edges]
        return
    index: dict[_N, int] = {}
    low: dict[_N, int] = {}
    stack: list[_N] = []
    on_stack: set[_N] = set()
    work: list[tuple[_N, Iterator[_N]]] = []

    def enter(node: _N) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        on_stack.add(node)
        work.append((node, iter(edges.get(node, ()))))

    for root in edges:
        if root not in index:
            enter(root)
        while work:
            node, others = work[-1]
            unseen = next((other for other in others if _is_new(other, node, index, low, on_stack)), None)
            if unseen is not None:
                enter(unseen)
                continue
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[node])
            if low[node] == index[node]:
                group = _pop_through(stack, node)
                on_stack.difference_update(group)
                yield group


def _is_new(other: _N, node: _N, index: dict[_N, int], low: dict[_N, int], on_stack: set[_N]) -> bool:
    """Return whether `other` was not met yet; if it lies on the way here, note that `node` leads back to it."""
    if other not in index:
        return True
    if other in on_stack:
        low[node] = min(low[node], index[other])
    return False


def _pop_through(stack: list[_N], last: _N) -> list[_N]:
    group = [stack.pop()]
    while group[-1] != last:
        group.append(stack.pop())
    return group
