"""What claims stand on, put together from what their sources stand on, and what is counted on that: the usual case.

A source knows most claims in the one way that it declares for all of them. So a claim needs no more than the proofs of
what it cites, and claims that cite the same sources are worked out once.

There is no footing, and a network has to tell, where a claim cites a source twice that knows it in two ways, where
premises go round, and where ways fork into more proofs than are kept apart.
"""

from collections.abc import Iterable, Sequence
from functools import partial

from claimaudit.model import Claim, Stance
from claimaudit.provenance.components import components
from claimaudit.provenance.footing import Footing, Pillar, Premises
from claimaudit.provenance.grounds import Register
from claimaudit.provenance.labels import Label, Level, Ownership
from claimaudit.provenance.numbering import Numbering
from claimaudit.provenance.pillars import CLAIM_PROOFS, FRONTS, SOURCES, Pillars
from claimaudit.provenance.ranges import NO_ORIGINS, Range, Witnesses, range_of
from claimaudit.provenance.reading import Reading, may_be_one


class Footings:
    """The footings of a dossier, each worked out once."""

    def __init__(self, register: Register, ownership: Ownership) -> None:
        self._register, self._dossier = register, register.dossier
        self.numbering = Numbering(register, ownership)
        self._sources = Pillars(register, self.numbering)
        self._cited: dict[tuple[str, ...], Footing | None] = {}
        """By the sources that claims cite, which say themselves how they know it."""
        self._told: dict[tuple[str, Stance], Footing | None] = {}
        """Of the evidence of claims that says itself how its sources know, by id."""
        self._argued: dict[str, Footing | None] = {}
        """Of claims with premises, by id."""

    def of_claim(self, claim: Claim, stance: Stance) -> Footing | None:
        """Return what supports, or contradicts, a claim stands on."""
        if not claim.rests_on or stance == "contradicts":
            return self._on_evidence(claim, stance)
        if claim.id not in self._argued:
            self._work_out_argued(claim)
        return self._argued[claim.id]

    def _on_evidence(self, claim: Claim, stance: Stance) -> Footing | None:
        """Return what evidence of a claim is: where it says nothing of its sources, the same for all who cite them."""
        said = self._register.said(claim)
        cited = said.supports if stance == "supports" else said.contradicts
        if not said.told:
            return self._as_usual(cited)
        if (claim.id, stance) not in self._told:
            self._told[claim.id, stance] = self._as_told(claim, stance, cited)
        return self._told[claim.id, stance]

    def _as_usual(self, cited: tuple[str, ...]) -> Footing | None:
        """Return what evidence is that leaves it to its sources to say how they know."""
        found = self._cited.get(cited)
        if found is None and cited not in self._cited:
            found = self._cited[cited] = self._on_sources(self._sources, cited)
        return found

    def _as_told(self, claim: Claim, stance: Stance, cited: tuple[str, ...]) -> Footing | None:
        """Return what evidence is that says itself how some of its sources know."""
        register = self._register
        ways = {source: register.grounds(claim, stance, source) for source in cited}
        told = [source for source in cited if ways[source] is not register.usual_grounds(source)]
        if any(len(ways[source]) > 1 for source in told if not register.is_void(source)):
            return None
        if not told:
            return self._as_usual(cited)
        return self._on_sources(self._sources.told_by(claim, stance, told), cited)

    def _on_sources(self, sources: Pillars, cited: Sequence[str]) -> Footing | None:
        """Return what stands while one of the sources does; those that were retracted ground nothing."""
        found = list(map(sources.of, self._register.without_void(cited)))
        known = [pillar for pillar in found if pillar is not None]
        return _on_any(known, cites=len(known)) if len(known) == len(found) else None

    # --- what is counted on them -----------------------------------------------------------------------

    def range_at(self, footing: Footing, level: Level, as_one: Iterable[str] = ()) -> Range:
        """Return the range at a level, the sources in `as_one` taken for a single label."""
        if not footing.stands:
            return NO_ORIGINS
        if as_one:
            declared, possible = self._readings(footing, level)
            most = self._taken_for_one(footing, possible, as_one)
            least = most if declared is possible else self._taken_for_one(footing, declared, as_one)
            return self._searched(footing, least, most)
        found: Range | None = getattr(footing, level)
        if found is None:
            is_as_outlet = level != "outlet" and self._reads_as_outlet(footing, level)
            found = self.range_at(footing, "outlet") if is_as_outlet else self._range_at(footing, level)
            setattr(footing, level, found)
        return found

    def _range_at(self, footing: Footing, level: Level) -> Range:
        declared, possible = self._readings(footing, level)
        if level != "outlet":  # who asks for it shows all of it
            return self._searched(footing, declared, possible)
        high = possible.size(footing)
        low = high if declared is possible else declared.size(footing)
        if high is None or low is None:
            return self._searched(footing, declared, possible)
        witnesses = partial(self._witnesses, footing, declared, possible)
        # A claim that stands has an origin, if only one that nobody declared.
        return Range(low or 1, high, witnesses, nothing_declared=not low)

    def _witnesses(self, footing: Footing, declared: Reading, possible: Reading) -> Witnesses:
        return self._searched(footing, declared, possible).witnesses

    def _searched(self, footing: Footing, declared: Reading, possible: Reading) -> Range:
        """Return the range with its witnesses."""
        low = high = self.numbering.named(possible.cut(footing))
        if declared is not possible:
            low = self.numbering.named(declared.cut(footing))
        return range_of(low, high)

    def _readings(self, footing: Footing, level: Level) -> tuple[Reading, Reading]:
        """Return how a level reads labels, with what is declared and with what is possible."""
        declared, possible = self.numbering.readings[level]
        if level == "informant":
            return self._as_perhaps_one(footing, declared), possible
        return (declared if footing.has_undeclared else possible), possible

    def _taken_for_one(self, footing: Footing, reading: Reading, sources: Iterable[str]) -> Reading:
        """Return the reading as if the labels of the sources were the first of them."""
        number = self.numbering.number
        labels = [number[self._register.label_of[name]] for name in footing.sources.intersection(sources)]
        replaced = {**reading.replaced, **dict.fromkeys(labels, min(labels))}
        return Reading(reading.ignored, replaced, assume=reading.assume)

    def _as_perhaps_one(self, footing: Footing, declared: Reading) -> Reading:
        """Return how the level of informants reads labels if all who may be one person are."""
        number, alike = self.numbering.number, self._register.same_person(self.informants(footing))
        same = {number[one]: number[chief] for one, chief in alike.items() if one != chief}
        return Reading(declared.ignored, same, assume=False) if same else declared

    def _reads_as_outlet(self, footing: Footing, level: Level) -> bool:
        """Return whether the labels of a level are here those of the outlets."""
        other = self.numbering.owned if level == "owner" else self.numbering.informants
        return all(other.isdisjoint(pillar.labels) for pillar in footing.pillars)

    def _has_outlets_alone(self, footing: Footing, level: Level, *, as_declared: bool) -> bool:
        """Return whether a pillar stands that a level reads as that of outlets does.

        What hits all of it and all the others is then an outlet, and hits them at that level too.
        """
        other = self.numbering.in_a_group if level == "owner" else self.numbering.informants
        for pillar in footing.pillars:
            is_sure = pillar.stands and not (as_declared and pillar.has_undeclared)
            if is_sure and other.isdisjoint(pillar.labels):
                return True
        return False

    def informants(self, footing: Footing) -> frozenset[Label]:
        """Return the informants that own reporting under it relies on."""
        labels = self.numbering.labels
        return frozenset([labels[number] for number in footing.labels & self.numbering.informants])

    def hangs_on_one(self, footing: Footing, level: Level, *, as_declared: bool) -> bool:
        """Return whether one label holds all, at what is possible or at what is declared; False where it has fallen."""
        outlets = self.range_at(footing, "outlet")
        if as_declared and outlets.nothing_declared:
            return False
        least = outlets.low if as_declared else outlets.high
        if level == "outlet":
            return least == 1
        if not footing.stands or (
            least > 1 and self._has_outlets_alone(footing, level, as_declared=as_declared)
        ):
            return False
        declared, possible = self.numbering.readings[level]
        if not as_declared:
            return possible.is_one(footing)
        is_one = declared.is_one(footing)
        # Only persons without a name may be one: where some proof has none of them, that is soon settled.
        if level != "informant" or is_one or not may_be_one(footing, self.numbering.unnamed):
            return is_one
        return self._as_perhaps_one(footing, declared).is_one(footing)

    def may_be_fewer_as_one(self, footing: Footing, sources: Iterable[str]) -> bool:
        """Return whether fewer outlets may be enough for it to fall if all of these, which it leads to, were one.

        A cut that takes them for one is one of them and what hits all the rest.
        """
        number, labels = self.numbering.number, self._register.label_of
        one = frozenset([number[labels[source]] for source in sources])
        _, reading = self.numbering.readings["outlet"]
        if reading.are_hit_by_one(footing, one):
            return False  # where all of them repeat one source: that is in a cut in their place already
        return 1 + reading.size_beside(footing, one) < self.range_at(footing, "outlet").high

    # --- working them out ------------------------------------------------------------------------------

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
                    if claims[premise].rests_on
                    and premise not in self._argued
                    and claims[premise].status != "retracted"
                )
                pending.extend(edges[name])
        for group in components(edges):
            is_round = len(group) > 1 or group[0] in edges[group[0]]
            for name in group:
                footing = None if is_round else self._on_premises(claims[name])
                self._argued[name] = footing

    def _on_premises(self, claim: Claim) -> Footing | None:
        """Return what evidence and premises together are; the premises are worked out already."""
        cited = self._on_evidence(claim, "supports")
        if cited is None:
            return None
        pillars = [*cited.pillars]
        for members in claim.rests_on:
            found = self._on_all(members)
            if found is None:
                return None
            pillars += found
        footing = _on_any(list(dict.fromkeys(pillars)), cites=cited.cites)
        return _of_one_kind(footing) if footing else None

    def _on_all(self, premises: tuple[str, ...]) -> Sequence[Pillar] | None:
        """Return what holds up a claim that falls with any of the premises."""
        parts = [self._premise(self._dossier.claim[name]) for name in dict.fromkeys(premises)]
        found = [part for part in parts if part is not None]
        if len(found) < len(parts):
            return None
        if len(found) == 1:
            return found[0].pillars
        together = Premises(found)
        is_too_large = len(together.sources) > SOURCES or together.width > FRONTS
        return None if is_too_large else [together]

    def _premise(self, claim: Claim) -> Footing | None:
        """Return what a premise stands on: nothing if it was retracted."""
        return Footing(()) if claim.status == "retracted" else self.of_claim(claim, "supports")


def _on_any(pillars: Sequence[Pillar], cites: int) -> Footing | None:
    """Return what stands while any of the pillars does; None where it grows too large."""
    footing = Footing(pillars, cites)
    if len(pillars) > 1:
        fronts, sources, proofs = 1, 0, 0
        for pillar in pillars:
            fronts *= pillar.width
            sources += len(pillar.sources)
            proofs += pillar.longest
        # What is there twice is soon counted twice, and only where that is too much with care.
        if (
            fronts > FRONTS
            or (sources > SOURCES and len(footing.sources) > SOURCES)
            or (proofs > CLAIM_PROOFS and max(map(len, footing.fronts)) > CLAIM_PROOFS)
        ):
            return None
    return footing


def _of_one_kind(footing: Footing) -> Footing | None:
    """Return the footing, unless premises know a source in several ways: its origins are then no plain count."""
    if not any(pillar.is_told for pillar in footing.pillars):
        return footing
    leaves = footing.leaves
    return footing if len({leaf.source for leaf in leaves}) == len(leaves) else None
