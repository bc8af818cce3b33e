"""What each source stands on, worked out once for whichever claims cite it; where a claim says otherwise, for that claim."""

from collections.abc import Sequence

from claimaudit.model import Basis, Claim, Stance
from claimaudit.provenance.components import components
from claimaudit.provenance.footing import ONLY_ASSUMED, Front, Leaf, Pillar, Proof
from claimaudit.provenance.grounds import Grounds, Register
from claimaudit.provenance.labels import text_label
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


class Pillars:
    """What sources stand on: as they say themselves, or as the evidence of one claim says of some of them.

    `told` are those that stand on something else by what the claim says: of themselves, or of one that has the same
    text. `usual` is what all stand on as they say themselves.
    """

    def __init__(  # noqa: PLR0913, PLR0917  the last four are for one claim
        self,
        register: Register,
        numbering: Numbering,
        claim: Claim | None = None,
        stance: Stance = "supports",
        told: frozenset[str] = frozenset(),
        usual: "Pillars | None" = None,
    ) -> None:
        self._register, self._numbering = register, numbering
        self._claim, self._stance, self._told, self._usual = claim, stance, told, usual
        self._found: dict[str, Pillar | None] = {}

    def told_by(self, claim: Claim, stance: Stance, told: Sequence[str]) -> "Pillars":
        """Return what the sources stand on by the evidence of a claim, which says something else of those `told`."""
        with_their_text = frozenset[str]().union(told, *map(self._register.text_group, told))
        return Pillars(self._register, self._numbering, claim, stance, with_their_text, self)

    def of(self, source_id: str) -> Pillar | None:
        """Return what a source stands on."""
        found = self._found.get(source_id)  # the usual case, at less cost than what follows
        if found is None and not self._is_found(source_id):
            self._work_out(source_id)
        return found or self._found[source_id]

    def _is_found(self, source_id: str) -> bool:
        """Return whether it is known already, or as it is for all claims: the claim says nothing of what is under it."""
        if source_id not in self._found and self._usual is not None:
            usual = self._usual.of(source_id)
            # What has too much under it for all claims has for one: a network tells, and nothing is walked twice.
            if usual is None or self._told.isdisjoint(usual.sources):
                self._found[source_id] = usual
        return source_id in self._found

    def _work_out(self, source_id: str) -> None:
        """Work out what a source stands on, after all that it leads to."""
        edges: dict[str, tuple[str, ...]] = {}
        pending = [source_id]
        while pending:
            name = pending.pop()
            if name not in edges:
                below = () if self._register.is_void(name) else self._below(name)
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
        return self._register.grounds(self._claim, self._stance, source_id)[0]

    def _below(self, source_id: str) -> tuple[str, ...]:
        """Return the sources that a source needs: those it repeats, those that say where it has its text from."""
        grounds = self._grounds(source_id)
        return (*grounds.via, *self._known_beside(source_id, grounds))

    def _known_beside(self, source_id: str, grounds: Grounds) -> tuple[str, ...]:
        """Return the sources that have the text of an undeclared source and say where they have it from."""
        group = self._register.text_group(source_id) if grounds.basis == "unknown" else ()
        return tuple([name for name in group if self._register.is_known(self._claim, self._stance, name)])

    def _combined(self, source_id: str) -> Pillar | None:
        """Return what a source stands on; what it leads to is worked out already."""
        if self._register.is_void(source_id):
            return Pillar(source_id, sources=frozenset([source_id]))
        grounds, number = self._grounds(source_id), self._numbering.number
        known = self._known_beside(source_id, grounds)
        below = [self._found[name] for name in (*grounds.via, *known)]
        numbers = [number.get(label) for label in grounds.informants]
        others = [pillar for pillar in below if pillar is not None]
        informants = [found for found in numbers if found is not None]
        if len(others) < len(below) or len(informants) < len(numbers):
            return None
        own = frozenset([number[self._register.label_of[source_id]]])
        through = own | ONLY_ASSUMED if known else own
        is_unknown = grounds.basis == "unknown"
        leaves = [] if known else self._leaves(source_id, own, grounds.basis, informants)
        proofs = [proof for leaf in leaves for proof in _proofs(leaf, own, informants)]
        proofs += [through | proof for pillar in others for proof in pillar.front]
        if len(proofs) > 2 * PROOFS or len(front := _least(proofs)) > PROOFS:
            return None
        sources = frozenset([source_id]).union(*[pillar.sources for pillar in others])
        if len(sources) > SOURCES:
            return None
        ends = frozenset(leaves).union(*[pillar.leaves for pillar in others])
        return Pillar(
            source_id,
            front,
            frozenset[int]().union(*front, *[leaf.labels for leaf in ends]),
            ends,
            sources,
            has_undeclared=is_unknown or any(pillar.has_undeclared for pillar in others),
            is_told=self._claim is not None,
        )

    def _leaves(self, source_id: str, own: Proof, basis: Basis, informants: Sequence[int]) -> list[Leaf]:
        """Return the leaf that a source is by itself, or the text that it shares with others undeclared."""
        group = self._register.text_group(source_id)
        if basis == "unknown" and group:
            return [
                Leaf(" ".join(group), frozenset([self._numbering.number[text_label(group)]]), is_assumed=True)
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
