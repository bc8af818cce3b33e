"""What sources and claims stand on, put together from what their sources stand on: the usual case.

A source knows most claims in the one way that it declares for all of them. What it stands on is then worked out once,
for whichever claims cite it, so a claim needs no more than the proofs of what it cites.

Where the evidence of a claim says something else of a source, what leads to that source is worked out for the claim.

There is no footing, and a network has to tell, where a claim cites a source twice that knows it in two ways, where
premises go round, and where ways fork into more proofs than are kept apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import prod

from claimaudit.model import Basis, Claim, Stance
from claimaudit.provenance.components import components
from claimaudit.provenance.footing import ONLY_ASSUMED, Footing, Front, Leaf, Pillar, Proof
from claimaudit.provenance.grounds import Grounds, Register
from claimaudit.provenance.labels import Ownership, text_label
from claimaudit.provenance.numbering import Numbering

PROOFS = 64
"""So many proofs of a source are kept apart; ways that fork and meet again have more of them than anybody can list."""
CLAIM_PROOFS = 256
"""So many of a claim, which may cite many sources, and on which less is built."""
FRONTS = 16
"""So many fronts are kept apart: premises of premises multiply."""
ROUND = 16
"""So many sources may lead to each other round."""
SOURCES = 256
"""So many sources may stand under one footing: each keeps its own, and long chains would take the square of that."""

NOWHERE = Pillar()
_NO_LEAVES = frozenset[Leaf]()
_NONE = frozenset[str]()


class Footings:
    """The footings of a dossier, each worked out once."""

    def __init__(self, register: Register, ownership: Ownership) -> None:
        self._register, self._dossier = register, register.dossier
        self.numbering = Numbering(register, ownership)
        self._sources = _Sources(register, self.numbering)
        self._supports: dict[str, Footing | None] = {}
        self._contradicts: dict[str, Footing | None] = {}

    def of_source(self, source_id: str) -> Pillar | None:
        """Return what a source stands on where no claim says otherwise."""
        return self._sources.of(source_id)

    def of_claim(self, claim: Claim, stance: Stance) -> Footing | None:
        """Return what supports, or contradicts, a claim stands on."""
        found = self._supports if stance == "supports" else self._contradicts
        if claim.id not in found:
            if claim.rests_on and stance == "supports":
                self._work_out_argued(claim)
            else:
                found[claim.id] = self._on_evidence(claim, stance)
        return found[claim.id]

    def _on_evidence(self, claim: Claim, stance: Stance) -> Footing | None:
        register, declared = self._register, self._register.declared(claim, stance)
        counted = [source for source in declared if not register.is_void(source)]
        if any(len(declared[source]) > 1 for source in counted):
            return None
        told = [source for source, ways in declared.items() if ways is not register.usual_grounds(source)]
        sources = self._sources.told_by(claim, stance, told) if told else self._sources
        found = [pillar for source in counted if (pillar := sources.of(source)) is not None]
        return _on_any(found) if len(found) == len(counted) else None

    def _work_out_argued(self, claim: Claim) -> None:
        """Work out what a claim with premises stands on, after all that it is argued from."""
        claims, edges = self._dossier.claim, dict[str, tuple[str, ...]]()
        pending = [claim.id]
        while pending:
            name = pending.pop()
            if name not in edges:
                premises = {premise for members in claims[name].rests_on for premise in members}
                edges[name] = tuple(
                    premise
                    for premise in sorted(premises)
                    if premise not in self._supports and claims[premise].status != "retracted"
                )
                pending.extend(edges[name])
        for group in components(edges):
            is_round = len(group) > 1 or group[0] in edges[group[0]]
            for name in group:
                footing = None if is_round else self._on_premises(claims[name])
                self._supports[name] = footing

    def _on_premises(self, claim: Claim) -> Footing | None:
        """Return what evidence and premises together are; the premises are worked out already."""
        parts = [self._on_evidence(claim, "supports"), *map(self._on_all, claim.rests_on)]
        found = [part for part in parts if part is not None]
        if len(found) < len(parts):
            return None
        footing = _on_any([pillar for part in found for pillar in part.pillars])
        return _of_one_kind(footing) if footing else None

    def _on_all(self, premises: tuple[str, ...]) -> Footing | None:
        """Return what stands only if all of the premises do."""
        parts = [
            Footing(()) if self._dossier.claim[name].status == "retracted" else self._supports[name]
            for name in dict.fromkeys(premises)
        ]
        found = [part for part in parts if part is not None]
        if len(found) < len(parts):
            return None
        pillar = _pillar(
            [front for part in found for front in part.fronts],
            _NO_LEAVES.union(*[part.leaves for part in found]),
            _NONE.union(*[part.sources for part in found]),
            _NONE.union(*[part.undeclared for part in found]),
            _NONE,
        )
        return Footing((pillar,)) if pillar else None


@dataclass
class _Sources:
    """What sources stand on: as they say themselves, or as the evidence of one claim says of some of them.

    `told` are those that stand on something else by what the claim says: of themselves, or of one that has the same
    text. `usual` is what all stand on as they say themselves.
    """

    register: Register
    numbering: Numbering
    claim: Claim | None = None
    stance: Stance = "supports"
    told: frozenset[str] = _NONE
    usual: "_Sources | None" = None
    _found: dict[str, Pillar | None] = field(default_factory=dict)

    def told_by(self, claim: Claim, stance: Stance, told: Sequence[str]) -> "_Sources":
        """Return what the sources stand on by the evidence of a claim, which says something else of those `told`."""
        with_their_text = _NONE.union(told, *map(self.register.text_group, told))
        return _Sources(self.register, self.numbering, claim, stance, with_their_text, self)

    def of(self, source_id: str) -> Pillar | None:
        """Return what a source stands on."""
        if not self._is_found(source_id):
            self._work_out(source_id)
        return self._found[source_id]

    def _is_found(self, source_id: str) -> bool:
        """Return whether it is known already, or as it is for all claims: the claim says nothing of what is under it."""
        if source_id not in self._found and self.usual is not None:
            usual = self.usual.of(source_id)
            # What has too much under it for all claims has for one: a network tells, and nothing is walked twice.
            if usual is None or self.told.isdisjoint(usual.sources):
                self._found[source_id] = usual
        return source_id in self._found

    def _work_out(self, source_id: str) -> None:
        """Work out what a source stands on, after all that it leads to."""
        edges: dict[str, tuple[str, ...]] = {}
        pending = [source_id]
        while pending:
            name = pending.pop()
            if name not in edges:
                below = () if self.register.is_void(name) else self._below(name)
                edges[name] = tuple([other for other in below if not self._is_found(other)])
                pending.extend(edges[name])
        for group in components(edges):
            is_round = len(group) > 1 or group[0] in edges[group[0]]
            self._found.update(self._round(group) if is_round else self._once(group))

    def _once(self, group: Sequence[str]) -> dict[str, Pillar | None]:
        return {name: self._combined(name) for name in group}

    def _round(self, group: Sequence[str]) -> dict[str, Pillar | None]:
        """Return what sources stand on that lead to each other round: it grows step by step.

        A way that passes a source twice needs all that the way without the detour does. So no proof takes more steps
        than there are sources.
        """
        found: dict[str, Pillar | None] = dict.fromkeys(group, NOWHERE if len(group) <= ROUND else None)
        for _ in group:
            if None in found.values():
                return dict.fromkeys(group)
            self._found.update(found)
            found = self._once(group)
        return found if None not in found.values() else dict.fromkeys(group)

    def _grounds(self, source_id: str) -> Grounds:
        """Return the one way in which it knows."""
        return self.register.grounds(self.claim, self.stance, source_id)[0]

    def _below(self, source_id: str) -> tuple[str, ...]:
        """Return the sources that a source needs: those it repeats, those that say where it has its text from."""
        grounds = self._grounds(source_id)
        return (*grounds.via, *self._known_beside(source_id, grounds))

    def _known_beside(self, source_id: str, grounds: Grounds) -> tuple[str, ...]:
        """Return the sources that have the text of an undeclared source and say where they have it from."""
        group = self.register.text_group(source_id) if grounds.basis == "unknown" else ()
        return tuple([name for name in group if self.register.is_known(self.claim, self.stance, name)])

    def _combined(self, source_id: str) -> Pillar | None:
        """Return what a source stands on; what it leads to is worked out already."""
        if self.register.is_void(source_id):
            return Pillar(sources=frozenset([source_id]))
        grounds, number = self._grounds(source_id), self.numbering.number
        known = self._known_beside(source_id, grounds)
        below = [self._found[name] for name in (*grounds.via, *known)]
        numbers = [number.get(label) for label in grounds.informants]
        others = [pillar for pillar in below if pillar is not None]
        informants = [found for found in numbers if found is not None]
        if len(others) < len(below) or len(informants) < len(numbers):
            return None
        own = frozenset([number[self.register.label_of[source_id]]])
        through = own | ONLY_ASSUMED if known else own
        is_unknown = grounds.basis == "unknown"
        leaves = [] if known else self._leaves(source_id, own, grounds.basis, informants)
        proofs = [proof for leaf in leaves for proof in _proofs(leaf, own, informants)]
        proofs += [through | proof for pillar in others for front in pillar.fronts for proof in front]
        if len(proofs) > 2 * PROOFS or len(front := _least(proofs)) > PROOFS:
            return None
        return _pillar(
            [front],
            frozenset(leaves).union(*[pillar.leaves for pillar in others]),
            frozenset([source_id]).union(*[pillar.sources for pillar in others]),
            frozenset([source_id] if is_unknown else []).union(*[pillar.undeclared for pillar in others]),
            frozenset([source_id] if proofs else []),
        )

    def _leaves(self, source_id: str, own: Proof, basis: Basis, informants: Sequence[int]) -> list[Leaf]:
        """Return the leaf that a source is by itself, or the text that it shares with others undeclared."""
        group = self.register.text_group(source_id)
        if basis == "unknown" and group:
            return [
                Leaf(" ".join(group), frozenset([self.numbering.number[text_label(group)]]), is_assumed=True)
            ]
        if basis == "derived":
            return []
        return [Leaf(source_id, own.union(informants), is_assumed=basis == "unknown")]


def _proofs(leaf: Leaf, own: Proof, informants: Sequence[int]) -> list[Proof]:
    """Return the proofs of a source on its own: reporting stands while any informant does that it declares."""
    if leaf.is_assumed:
        return [own | leaf.labels | ONLY_ASSUMED]
    return [own | {informant} for informant in informants] or [own]


def _least(proofs: Sequence[Proof]) -> Front:
    """Return the proofs without those that need more than another does."""
    each = dict.fromkeys(proofs)
    return tuple([proof for proof in each if not any(other < proof for other in each)])


def _pillar(
    fronts: Sequence[Front],
    leaves: frozenset[Leaf],
    sources: frozenset[str],
    undeclared: frozenset[str],
    grounded: frozenset[str],
) -> Pillar | None:
    """Return the pillar, each proof of a front once; None where it grows too large."""
    if len(sources) > SOURCES or len(fronts) > FRONTS or max(map(len, fronts)) > CLAIM_PROOFS:
        return None
    each = tuple([tuple(dict.fromkeys(front)) for front in fronts])
    labels = frozenset[int]().union(*chain.from_iterable(each), *[leaf.labels for leaf in leaves])
    return Pillar(each, labels, leaves, sources, undeclared, grounded)


def _on_any(pillars: Sequence[Pillar]) -> Footing | None:
    """Return what stands while any of the pillars does; None where it grows too large."""
    footing = Footing(pillars)
    if len(pillars) > 1:
        if prod([len(pillar.fronts) for pillar in pillars]) > FRONTS:
            return None
        if sum([len(pillar.sources) for pillar in pillars]) > SOURCES and len(footing.sources) > SOURCES:
            return None
        proofs = sum([max(map(len, pillar.fronts)) for pillar in pillars])
        if proofs > CLAIM_PROOFS and max(map(len, footing.fronts)) > CLAIM_PROOFS:
            return None
    return footing


def _of_one_kind(footing: Footing) -> Footing | None:
    """Return the footing, unless premises know a source in several ways: its origins are then no plain count."""
    leaves = footing.leaves
    return footing if len({leaf.source for leaf in leaves}) == len(leaves) else None
