"""The least fixed point: what stands when some labels are removed, and a proof of it.

Sets of labels are bit masks throughout: bit `i` is the label with the `i`-th smallest id of the level, so that
"first by id" is "lowest bit".
"""

from collections import deque
from collections.abc import Collection, Iterator, Sequence

from claimaudit.provenance.network import NO_LABEL, Network


class Grounding:
    """A network read at one level. Linear in its size; paths are never enumerated.

    Args:
        network: the network; node 0 is what is to stand.
        masks: for each of the network's labels its bit at this level, 0 where the level does not know it.
        assumption: the bit that stands for "undeclared sources are origins".
    """

    def __init__(self, network: Network, masks: Sequence[int], assumption: int) -> None:
        guards = [masks[label] if label != NO_LABEL else 0 for label in network.node_labels]
        self.size = len(guards)
        self._owner = [way.node for way in network.ways]
        self._needs = [way.needs for way in network.ways]
        self._mask: list[int] = []
        self._users: list[list[int]] = [[] for _ in guards]
        for number, way in enumerate(network.ways):
            mask = guards[way.node] | (assumption if way.assumed else 0)
            for label in way.labels:
                mask |= masks[label]
            self._mask.append(mask)
            for node in way.needs:
                self._users[node].append(number)
        self._root_ways = network.ways_of[0]
        self._leaves = [number for number, needs in enumerate(self._needs) if not needs]

    def forbid(self, nodes: Collection[int]) -> None:
        """Give every way of these nodes the lowest label, whatever labels it has."""
        for way, node in enumerate(self._owner):
            if node in nodes:
                self._mask[way] |= 1

    def stands(self, removed: int = 0) -> list[bool]:
        """Return for each node whether it stands without the labels in `removed`."""
        by = self._fixed_point(removed, stop_at_root=False)
        return [way >= 0 for way in by]

    def proof(self, removed: int = 0) -> int | None:
        """Return the labels of a shortest proof that node 0 stands without `removed`, or None if it falls."""
        by = self._fixed_point(removed, stop_at_root=True)
        return self._labels_of(by[0], by) if by[0] >= 0 else None

    def proofs(self, removed: int) -> Iterator[int]:
        """Yield the labels of one proof for each way in which node 0 stands without `removed`."""
        by = self._fixed_point(removed, stop_at_root=False)
        labels: dict[int, int] = {}
        for way in self._root_ways:
            if not self._mask[way] & removed and all(by[node] >= 0 for node in self._needs[way]):
                yield self._labels_shared(way, by, labels)

    def _labels_shared(self, way: int, by: list[int], labels: dict[int, int]) -> int:
        """Return the labels of the proof that starts with `way`; `labels` keeps those of each node on the way.

        Ten thousand proofs that share a chain walk it once.
        """
        pending = list(self._needs[way])
        while pending:
            node = pending[-1]
            missing = [below for below in self._needs[by[node]] if below not in labels]
            if missing:  # what a node needs stood before it, so this ends
                pending.extend(missing)
            else:
                labels[pending.pop()] = self._joined(by[node], labels)
        return self._joined(way, labels)

    def _joined(self, way: int, labels: dict[int, int]) -> int:
        """Return the labels of a way and of the nodes that it needs."""
        found = self._mask[way]
        for node in self._needs[way]:
            found |= labels[node]
        return found

    def _labels_of(self, way: int, by: list[int]) -> int:
        """Return the labels of the proof that starts with `way` and goes on as each node first stood."""
        labels = 0
        pending, seen = [way], set[int]()
        while pending:
            way = pending.pop()
            labels |= self._mask[way]
            for node in self._needs[way]:
                if node not in seen:
                    seen.add(node)
                    pending.append(by[node])
        return labels

    def _fixed_point(self, removed: int, *, stop_at_root: bool) -> list[int]:
        """Return for each node the way by which it first stood, or -1: breadth first, so proofs are short."""
        by = [-1] * self.size
        missing = [len(needs) for needs in self._needs]
        ready: deque[int] = deque(number for number in self._leaves if not self._mask[number] & removed)
        while ready:
            way = ready.popleft()
            node = self._owner[way]
            if by[node] >= 0:
                continue
            by[node] = way
            if stop_at_root and node == 0:
                break
            for user in self._users[node]:
                missing[user] -= 1
                if not missing[user] and not self._mask[user] & removed:
                    ready.append(user)
        return by


def stands_without(network: Network, nodes: Collection[int]) -> bool:
    """Return whether node 0 stands if these nodes do not, undeclared sources taken for origins."""
    grounding = Grounding(network, [0] * len(network.labels), 0)
    grounding.forbid(nodes)
    return grounding.proof(removed=1) is not None


def standing_nodes(network: Network) -> list[bool]:
    """Return for each node whether it stands with nothing removed, undeclared sources taken for origins."""
    return Grounding(network, [0] * len(network.labels), 0).stands()
