"""What is wrong with what a claim rests on: sources that no longer hold, texts that are counted twice.

Knows no rule and makes no sentence.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from claimaudit.model import Dossier
from claimaudit.provenance.chains import Chain, chains_to
from claimaudit.provenance.independence import Side
from claimaudit.provenance.labels import Label
from claimaudit.provenance.network import Network
from claimaudit.provenance.ranges import Range

FaultReason = Literal["retracted", "withdrawn", "superseded", "overtaken", "corrected"]
"""What became of a source; overtaken: on this claim alone."""

STANDING = frozenset({"active", "corrected"})
"""Statuses of a source that can be cited as it is."""


class Fault(NamedTuple):
    """A source under a claim that no longer holds, or no longer as it was.

    `evidence` is the index of the piece of evidence that leads there along `chain`, `replaced_by` the id of
    what to use instead, if it is known.
    """

    evidence: int
    chain: Chain
    reason: FaultReason
    replaced_by: str | None


def faults(side: Side) -> Iterator[Fault]:
    """Yield what was retracted, withdrawn, superseded, overtaken or corrected under the claim's own evidence.

    First the evidence that is so itself, in the order of the file, then what it leads to, nearest first; what
    is about another subject does not bear on the claim and is left out.
    """
    register, claim, sources = side.register, side.claim, side.register.dossier.source
    for piece in register.not_counted(claim):
        if piece.stance == side.stance and piece.reason != "off-subject":
            chain = Chain((piece.source,), ())
            if piece.reason == "superseded":
                yield Fault(piece.position, chain, "overtaken", claim.evidence[piece.position].superseded_by)
            else:
                yield Fault(
                    piece.position, chain, piece.reason, register.dossier.source[piece.source].replaced_by
                )
    changed = register.changed_sources
    for chain in chains_to(side, changed) if side.leads_to_any(changed) else ():
        source = sources[chain.path[-1]]
        if source.status != "active":
            yield Fault(_index_of(side, chain.path[0]), chain, source.status, source.replaced_by)


def _index_of(side: Side, source: str) -> int:
    """Return the index of the first piece of evidence on that side that counts and names the source."""
    left_out = {piece.position for piece in side.register.not_counted(side.claim)}
    return next(
        index
        for index, piece in enumerate(side.claim.evidence)
        if piece.source == source and piece.stance == side.stance and index not in left_out
    )


class Replacements:
    """What to use instead of sources that no longer hold, followed from work to work."""

    def __init__(self, dossier: Dossier) -> None:
        self._sources = dossier.source
        self._found: dict[str, str | None] = {}

    def first_standing(self, source_id: str) -> str | None:
        """Return the source if it stands, else the first that does of those that replaced it one after the other.

        None where that goes round, or none of them stands.
        """
        path, name = [], source_id
        while name not in self._found:
            source = self._sources[name]
            self._found[name] = name if source.status in STANDING else None  # a circle comes back to None
            path.append(name)
            name = name if self._found[name] else source.replaced_by or name
        self._found.update(dict.fromkeys(path, self._found[name]))
        return self._found[source_id]


class OffSubject(NamedTuple):
    """A piece of evidence, by index, that is about another subject than the claim."""

    evidence: int
    source: str
    subject: str


def off_subject(side: Side) -> Iterator[OffSubject]:
    """Yield the evidence on that side that does not count because of its subject, in the order of the file."""
    for piece in side.register.not_counted(side.claim):
        if piece.stance == side.stance and piece.reason == "off-subject":
            own = side.claim.evidence[piece.position].subject
            subject = own or side.register.dossier.source[piece.source].subject or ""
            yield OffSubject(piece.position, piece.source, subject)


def single_owner(side: Side) -> Label | None:
    """Return the owner to whom all belongs that the claim stands on, if one is declared above several origins."""
    if side.outlet.high < 2 or not side.hangs_on_one("owner"):
        return None
    owner = side.owner
    return owner.high_witness[0] if owner.high_exact else None


def undeclared(side: Side) -> tuple[str, ...]:
    """Return the sources of which nobody declared a basis and that its own evidence leads to, nearest first.

    One that shares its text with a source that is declared is taken for a repeat of it, and left out unless
    the claim stands on nothing that is declared.
    """
    if not side.has_undeclared:
        return ()
    network = side.own_network
    own = [
        (number, source)
        for number, source in network.sources()
        if any(way.assumed for way in network.ways_at(number))
    ]
    if side.outlet.nothing_declared:
        return tuple(source for _, source in own)
    return tuple(source for number, source in own if may_be_an_origin(network, number))


def may_be_an_origin(network: Network, node: int) -> bool:
    """Return whether a source may stand on reporting of its own that nobody declared.

    One that shares its text with a source that is declared is taken for a repeat of it.
    """
    return any(
        way.assumed and all(network.ways_of[text] and _is_assumed(network, text) for text in way.needs)
        for way in network.ways_at(node)
    )


def _is_assumed(network: Network, node: int) -> bool:
    return all(way.assumed for way in network.ways_at(node))


class SharedText(NamedTuple):
    """Sources that share a text and count apart, and the range if they were one."""

    members: tuple[str, ...]
    as_one: Range


def shared_texts(side: Side) -> Iterator[SharedText]:
    """Yield each group of shared text of which several members count apart under the claim's own evidence.

    They do where each says itself where it has the claim from, and taking them for one leaves fewer origins.
    """
    for members in _known_members(side).values() if _may_count_apart(side) else ():
        if len(members) > 1:
            as_one = side.at("outlet", as_one=members)
            if as_one.high_exact and as_one.high < side.outlet.high:
                yield SharedText(tuple(members), as_one)


def _may_count_apart(side: Side) -> bool:
    """Return False where no fewer origins would be left if all that share a text were one, premises included."""
    register = side.register
    if side.outlet.high < 2 or not side.leads_to_any(register.sharing_sources):
        return False
    groups: dict[str, list[str]] = {}
    for source in side.led_to(register.sharing_sources):
        groups.setdefault(register.text_group(source)[0], []).append(source)
    for members in groups.values():
        if len(members) > 1:
            known = [source for source in members if register.is_known(side.claim, side.stance, source)]
            if len(known) > 1 and _are_fewer_as_one(side, known):
                return True
    return False


def _are_fewer_as_one(side: Side, members: Sequence[str]) -> bool:
    """Return whether fewer origins would be left if the sources were one."""
    labels = {side.register.label_of[source] for source in members}
    return len(labels) > 1 and side.may_be_fewer_as_one(members)


def _known_members(side: Side) -> dict[tuple[str, ...], list[str]]:
    """Return for each group of shared text its members under the claim that say where they have it from."""
    register = side.register
    found: dict[tuple[str, ...], list[str]] = {}
    for _, source in side.own_network.sources():
        group = register.text_group(source)
        if group and register.is_known(side.claim, side.stance, source):
            found.setdefault(group, []).append(source)
    return found
