"""Why a count is smaller than the number of outlets: every merge, with the one sentence that explains it.

Tables, cards, JSON and drawings all take the sentences from here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from claimaudit.provenance.carriers import Relay, relay
from claimaudit.provenance.chains import SPELLED_OUT, Chain, Lineage, Ways
from claimaudit.provenance.explaining import (
    SHOWN,
    name_of_label,
    names_of_sources,
    spoken_chain,
)
from claimaudit.provenance.flaws import may_be_an_origin
from claimaudit.provenance.independence import Side
from claimaudit.provenance.labels import Label, spoken_source
from claimaudit.provenance.network import NO_LABEL
from claimaudit.text import listed

MergeReason = Literal[
    "via",
    "shared-text",
    "undeclared",
    "retracted",
    "unsourced",
    "circle",
    "outlet",
    "relay",
    "owner",
    "informant",
    "perhaps-one-person",
]


class Merge(NamedTuple):
    """What makes fewer origins of several sources.

    `path` are source ids from a cited source to where it has the claim from, or the ids of what is one: sources
    of an outlet, outlets of an owner, the informant, informants who may be one. Of a long chain the last but one
    stands for those that `text` counts.
    """

    reason: MergeReason
    path: tuple[str, ...]
    text: str


def merges(side: Side) -> tuple[Merge, ...]:
    """Return why the counts of a claim are what they are.

    First each cited source that has no reporting of its own, in the order of the file: whom it repeats, or why it
    is no origin. Then what is one.
    """
    return (*of_sources(side), *of_several(side))


def of_several(side: Side) -> Iterator[Merge]:
    """Yield what is one: a text of unknown origin, works of an outlet, what one relay shows, an owner's, an informant's."""
    yield from _of_texts(side)
    yield from _of_outlets(side)
    yield from _of_relays(side)
    yield from _of_owners(side)
    yield from _of_informants(side)


def explain_merges(found: Iterable[Merge], limit: int = 3) -> str:
    """Return whom cited sources repeat, or why they count for nothing, the longest chains first; or nothing.

    What is not declared is left out: that is a range, and a finding of its own.
    """
    repeated = [merge for merge in found if merge.reason in _OF_ONE_SOURCE]
    repeated.sort(key=lambda merge: -len(merge.path))
    return listed([merge.text for merge in repeated], limit=limit)


_OF_ONE_SOURCE = frozenset({"via", "shared-text", "retracted", "unsourced", "circle"})


def explain_count(side: Side, found: Sequence[Merge]) -> str:
    """Return why fewer origins are independent than outlets carry the claim, in a phrase; or nothing."""
    return explain_merges(found) if side.outlet.high < len(side.outlets) else ""


# --- cited sources that are no origins --------------------------------------------------------------------


def of_sources(side: Side) -> Iterator[Merge]:
    """Yield for each cited source that has no reporting of its own whom it repeats, or why it is no origin."""
    lineage = Lineage(side.network)
    ends = _Ends(side, lineage)
    for source in side.counted_sources:
        node = lineage.node_of(side.claim.id, source)
        if not side.network.is_origin(node):
            chain = lineage.chain(node)
            yield _repeat(side, chain) if chain else ends.merge(node)


def _repeat(side: Side, chain: Chain) -> Merge:
    return Merge(chain.reason, chain.path, explain_repeat(side, chain))


def explain_repeat(side: Side, chain: Chain) -> str:
    """Return a chain in words: "MENAFN <- Live Mint <- Axios", and where a text is shared on it."""
    dossier = side.register.dossier
    words = spoken_chain(dossier, chain)
    if "shared-text" not in chain.kinds:
        return words
    place = chain.kinds.index("shared-text")
    first, other = (spoken_source(dossier, source) for source in chain.path[place : place + 2])
    return f"{words}: {first} shares its text with {other}"


class _Ends:
    """Where the chains end that reach no origin: at what is undeclared, was retracted or names nobody, or nowhere."""

    def __init__(self, side: Side, lineage: Lineage) -> None:
        self._side, self._lineage, self._network = side, lineage, side.network

    @cached_property
    def _to_undeclared(self) -> Ways:
        return self._to(self._is_undeclared)

    @cached_property
    def _to_void(self) -> Ways:
        return self._to(self._is_void)

    @cached_property
    def _to_unsourced(self) -> Ways:
        return self._to(self._names_nobody)

    def _to(self, is_end: Callable[[int], bool]) -> Ways:
        return self._lineage.ways_to(number for number, _ in self._network.sources() if is_end(number))

    def merge(self, node: int) -> Merge:
        """Return why a cited source that reaches no origin is none itself."""
        if chain := self._to_undeclared.chain(node):
            return self._undeclared(chain)
        if chain := self._to_void.chain(node):
            status = self._side.register.dossier.source[chain.path[-1]].status
            return Merge("retracted", chain.path, f"{self._words(chain)}, which was {status}")
        if chain := self._to_unsourced.chain(node):
            which = ", which" if len(chain.path) > 1 else ""
            return Merge(
                "unsourced", chain.path, f"{self._words(chain)}{which} repeats others and does not say whom"
            )
        path = self._round(node)
        on = "" if path[-1] in path[:-1] else " <- and so on"
        return Merge("circle", path, f"{self._words(Chain(path, ()))}{on}: a circle")

    def _undeclared(self, chain: Chain) -> Merge:
        last = spoken_source(self._side.register.dossier, chain.path[-1])
        before = f"{self._words(chain)}, and " if len(chain.path) > 1 else ""
        return Merge("undeclared", chain.path, f"{before}where {last} has it from is not declared")

    def _words(self, chain: Chain) -> str:
        return spoken_chain(self._side.register.dossier, chain)

    def _round(self, node: int) -> tuple[str, ...]:
        """Return the way from a source to where it comes round again, as far as a chain is spelled out."""
        path = [node]
        while len(path) <= SPELLED_OUT:
            after = self._lineage.of(path[-1])[0].node
            path.append(after)
            if after in path[:-1]:
                break
        return tuple(self._network.nodes[number].source or "" for number in path)

    def _is_undeclared(self, node: int) -> bool:
        return may_be_an_origin(self._network, node)

    def _is_void(self, node: int) -> bool:
        return self._side.register.is_void(self._network.nodes[node].source or "")

    def _names_nobody(self, node: int) -> bool:
        return not self._network.ways_of[node] and not self._is_void(node)


# --- what is one ---------------------------------------------------------------------------------------


def _texts(side: Side) -> list[tuple[str, ...]]:
    """Return for each shared text of which nobody says where it is from the cited sources that have it."""
    groups = dict.fromkeys(
        node.group for node in side.network.nodes if node.group and node.claim == side.claim.id
    )
    known = {
        group
        for group in groups
        for source in group
        if side.register.is_known(side.claim, side.stance, source)
    }
    cited = set(side.counted_sources)
    members = (tuple(source for source in group if source in cited) for group in groups if group not in known)
    return [sources for sources in members if len(sources) > 1]


def _of_texts(side: Side) -> Iterator[Merge]:
    for members in _texts(side):
        names = names_of_sources(side.register.dossier, members)
        yield Merge("shared-text", members, f"{names} share a text, and where it is from is not declared")


def _of_outlets(side: Side) -> Iterator[Merge]:
    """Yield the outlets that report it, or what it rests on, in several works of their own."""
    works: dict[int, dict[str, None]] = {}
    for number, source in side.network.sources():
        if side.network.is_origin(number):
            works.setdefault(side.network.node_labels[number], {})[source] = None
    for label, sources in works.items():
        if len(sources) > 1:
            name = name_of_label(side, side.network.labels[label])
            yield Merge("outlet", tuple(sources), f"{name} reports it in {len(sources)} works: one newsroom")


def _of_relays(side: Side) -> Iterator[Merge]:
    """Yield the outlet through which alone all was seen that several others report."""
    found = relay(side) if side.outlet.high == 1 and side.outlet.high_exact else None
    if found is not None and side.grounded_sources:
        yield Merge("relay", (found.label.id,), explain_relay(side, found))


def explain_relay(side: Side, found: Relay) -> str:
    """Return who reported the claim, and through whom alone that was seen."""
    names = names_of_sources(side.register.dossier, found.origins)
    return f"{names} reported it, and all of that was seen through {name_of_label(side, found.label)} alone"


def _of_owners(side: Side) -> Iterator[Merge]:
    """Yield the owners to whom several of the outlets belong that the claim leads to."""
    owned: dict[Label, list[Label]] = {}
    for label in side.network.labels:
        if label.kind == "outlet":
            owned.setdefault(side.ownership.topmost(label), []).append(label)
    for owner, outlets in owned.items():
        if len(outlets) > 1:
            below = [name_of_label(side, label) for label in outlets if label != owner]
            names, belong = listed(below, limit=SHOWN), "belongs" if len(below) == 1 else "belong"
            text = f"{names} {belong} to one owner, {name_of_label(side, owner)}"
            yield Merge("owner", tuple(label.id for label in outlets), text)


def _of_informants(side: Side) -> Iterator[Merge]:
    """Yield the informants on whom several outlets rely, then those who may be one person."""
    outlets = _outlets_on(side)
    for label, relying in outlets.items():
        if len(relying) > 1:
            who = name_of_label(side, label)
            text = (
                f"{_names(side, relying)} all rely on {who}"
                if len(relying) > 2
                else f"{_names(side, relying)} both rely on {who}"
            )
            yield Merge("informant", (label.id,), text)
    people: dict[Label, list[Label]] = {}
    for label, same in side.same_person.items():
        people.setdefault(same, []).append(label)
    for labels in people.values():
        relying = list(dict.fromkeys(outlet for label in labels for outlet in outlets.get(label, ())))
        if len(labels) > 1 and len(relying) > 1:
            text = f"the unnamed informants of {_names(side, relying)} may be one person"
            yield Merge("perhaps-one-person", tuple(label.id for label in labels), text)


def _outlets_on(side: Side) -> dict[Label, list[Label]]:
    """Return for each informant the outlets whose own reporting relies on it, nearest first."""
    network = side.network
    found: dict[Label, dict[Label, None]] = {}
    for way in network.ways:
        for number in way.labels if network.node_labels[way.node] != NO_LABEL else ():
            if network.labels[number].kind == "informant":
                outlet = network.labels[network.node_labels[way.node]]
                found.setdefault(network.labels[number], {})[outlet] = None
    return {label: list(outlets) for label, outlets in found.items()}


def _names(side: Side, labels: Sequence[Label]) -> str:
    return listed([name_of_label(side, label) for label in labels], limit=SHOWN)
