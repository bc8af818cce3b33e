"""What a claim stands on, as an and/or network: each node stands if one of its ways does.

A way stands while all its labels do and all the nodes that it needs stand. Built once for a claim and a stance,
read at every level (docs/independence.md, 4.3 and 4.4).
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimaudit.model import Claim, Stance
from claimaudit.provenance.grounds import Register
from claimaudit.provenance.labels import Label, text_label

NO_LABEL = -1


class Node(NamedTuple):
    """A claim, or a source as it knows that claim, or the text that a group of sources shares on it."""

    claim: str | None
    source: str | None = None
    group: tuple[str, ...] = ()


NOTHING = Node(None)
"""What never stands: a retracted claim as a premise."""


class Way(NamedTuple):
    """One of the ways in which a node may stand. `assumed`: only if an undeclared source is an origin."""

    node: int
    labels: tuple[int, ...] = ()
    needs: tuple[int, ...] = ()
    assumed: bool = False


class Network:
    """Nodes (the claim itself is number 0), their labels, and the ways in which they stand.

    `node_labels[n]` is the index in `labels` of what node `n` falls with, or `NO_LABEL`; `ways_of[n]` are the indices
    in `ways` of those in which it may stand.
    """

    def __init__(self, labels: Iterable[Label] = ()) -> None:
        self.labels = list(labels)
        self.nodes: list[Node] = []
        self.node_labels: list[int] = []
        self.ways: list[Way] = []
        self.ways_of: list[list[int]] = []

    def ways_at(self, node: int) -> Iterator[Way]:
        """Yield the ways in which a node may stand."""
        return (self.ways[index] for index in self.ways_of[node])

    def is_origin(self, node: int) -> bool:
        """Return whether the node is a source with declared own reporting."""
        return self.nodes[node].source is not None and any(
            not way.needs and not way.assumed for way in self.ways_at(node)
        )

    def sources(self) -> Iterator[tuple[int, str]]:
        """Yield the number and the source id of every node that is a source."""
        return ((number, node.source) for number, node in enumerate(self.nodes) if node.source is not None)


KEPT = 4096
"""So many networks are kept, more than most dossiers have claims: those of a million would fill the memory."""
KEPT_NODES = 1 << 22
"""So many nodes in them: where each claim is argued from the one before, those of a few thousand would, too."""


class Networks:
    """What stands under the claims of a dossier, built when it is asked for; what was built last is kept."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._kept: dict[tuple[str, Stance, bool], Network] = {}
        self._nodes = 0
        """In those that are kept."""

    def of(self, claim_id: str, stance: Stance, *, with_premises: bool = True) -> Network:
        """Return what stands under the claim on that side; premises only ever support, and may be left out."""
        key = (claim_id, stance, with_premises)
        found = self._kept.get(key)
        if found is None:
            builder = _Builder(self.register, stance, with_premises=with_premises)
            found = self._kept[key] = builder.build(Node(claim_id))
            self._nodes += len(found.nodes)
            while len(self._kept) > KEPT or (self._nodes > KEPT_NODES and len(self._kept) > 1):
                self._nodes -= len(self._kept.pop(next(iter(self._kept))).nodes)
        return found

    def __len__(self) -> int:
        return len(self._kept)


def network_under(register: Register, source_id: str) -> Network:
    """Return what stands under a source where no claim is spoken of."""
    return _Builder(register, "supports").build(Node(None, source_id))


class _Builder:
    def __init__(self, register: Register, stance: Stance, *, with_premises: bool = True) -> None:
        self.register = register
        self.with_premises = with_premises
        self.claims = register.dossier.claim
        self.stance: Stance = stance
        self.network = Network()
        self.numbers: dict[tuple[str | None, str | None, tuple[str, ...]], int] = {}
        """By claim, source and group of a node."""
        self.label_numbers: dict[Label, int] = {}

    def build(self, root: Node) -> Network:
        self.number(*root)
        # It grows while it is walked: no recursion, however deep the chain.
        for number, node in enumerate(self.network.nodes):
            if node.group:
                self.add_group(number, node)
            elif node.source is not None:
                self.add_source(number, node.claim, node.source)
            else:
                self.add_claim(number, node)
        return self.network

    def number(self, claim: str | None, source: str | None = None, group: tuple[str, ...] = ()) -> int:
        key = (claim, source, group)
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = len(self.network.nodes)
            self.network.nodes.append(Node(claim, source, group))
            self.network.ways_of.append([])
            own = NO_LABEL if source is None else self.label(self.register.label_of[source])
            self.network.node_labels.append(own)
        return number

    def label(self, label: Label) -> int:
        number = self.label_numbers.get(label)
        if number is None:
            number = self.label_numbers[label] = len(self.network.labels)
            self.network.labels.append(label)
        return number

    def add(
        self,
        number: int,
        labels: tuple[int, ...] = (),
        needs: tuple[int, ...] = (),
        *,
        assumed: bool = False,
    ) -> None:
        ways = self.network.ways
        self.network.ways_of[number].append(len(ways))
        ways.append(Way(number, labels, needs, assumed))

    def add_claim(self, number: int, node: Node) -> None:
        if node.claim is None:
            return
        claim = self.claims[node.claim]
        for source in self.register.counted(claim, self.stance):
            self.add(number, needs=(self.number(claim.id, source),))
        if self.stance != "supports":
            return
        for origin in self.register.supposed.origins.get(claim.id, ()):
            self.add(number, (self.label(origin),))
        for premises in claim.rests_on if self.with_premises else ():
            self.add(number, needs=tuple(dict.fromkeys(map(self.premise, premises))))

    def premise(self, claim_id: str) -> int:
        is_retracted = self.claims[claim_id].status == "retracted"
        return self.number(*NOTHING) if is_retracted else self.number(claim_id)

    def add_source(self, number: int, claim_id: str | None, source: str) -> None:
        if self.register.is_void(source):
            return
        claim = self.claims[claim_id] if claim_id is not None else None
        all_grounds = self.register.grounds(claim, self.stance, source)
        for grounds in all_grounds:
            informants = self.register.reporting(grounds)
            if informants is not None:
                self.add_own_reporting(number, informants)
            for repeated in dict.fromkeys(grounds.via):
                self.add(number, needs=(self.number(claim_id, repeated),))
        if any(way.basis == "unknown" for way in all_grounds):
            self.add_unknown(number, claim, source)

    def add_own_reporting(self, number: int, informants: tuple[Label, ...]) -> None:
        """Own reporting stands while any informant does; without declared ones, while the source does."""
        for informant in informants:
            self.add(number, (self.label(informant),))
        if not informants:
            self.add(number)

    def add_unknown(self, number: int, claim: Claim | None, source: str) -> None:
        """Add what an undeclared source may stand on: itself, or the text that it shares with others."""
        group, claim_id = self.register.text_group(source), claim.id if claim else None
        if not group:
            self.add(number, assumed=True)
        elif not self.register.is_known(claim, self.stance, source):
            self.add(number, needs=(self.number(claim_id, None, group),), assumed=True)
        else:  # another entry says where it has the text from: this one makes no further origin of it
            for other in group:
                if other != source and self.register.is_known(claim, self.stance, other):
                    self.add(number, needs=(self.number(claim_id, other),), assumed=True)

    def add_group(self, number: int, node: Node) -> None:
        """Unknown members derive from any known one; without one, their text is one origin at best."""
        claim = self.claims[node.claim] if node.claim is not None else None
        known = [name for name in node.group if self.register.is_known(claim, self.stance, name)]
        for name in known:
            self.add(number, needs=(self.number(node.claim, name),))
        if not known:
            self.add(number, (self.label(text_label(node.group)),), assumed=True)
