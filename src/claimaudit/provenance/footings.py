"""What sources and claims stand on, put together from what their sources stand on: the usual case.

A source knows most claims in the one way that it declares for all of them. What it stands on is then worked out once,
for whichever claims cite it, so a claim needs no more than the proofs of what it cites.

There is no footing, and a network has to tell, where a claim's evidence says something else of a source than the source
does and others depend on that, where premises go round, and where ways fork into more than `PROOFS` proofs.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain, product
from math import prod

from claimaudit.model import Basis, Claim, Stance
from claimaudit.provenance.components import components
from claimaudit.provenance.footing import ASSUMED, Footing, Found, Front, Leaf, Proof, Reading
from claimaudit.provenance.grounds import Grounds, Register
from claimaudit.provenance.labels import LEVELS, Label, Level, Ownership, text_label

PROOFS = 64
"""So many proofs are kept apart; ways that fork and meet again have more of them than anybody can list."""
FRONTS = 16
"""So many fronts are kept apart: premises of premises multiply."""
ROUND = 16
"""So many sources may lead to each other round."""
SOURCES = 256
"""So many sources may stand under one footing: each keeps its own, and long chains would take the square of that."""

NOWHERE = Footing()
_ONLY_ASSUMED = frozenset([ASSUMED])
_NO_LEAVES = frozenset[Leaf]()
_NONE = frozenset[str]()


class Footings:
    """The footings of a dossier, each worked out once.

    Labels are numbered in the order of their ids, so that "first by id" is "lowest number".
    """

    def __init__(self, register: Register, ownership: Ownership) -> None:
        self._register, self._dossier = register, register.dossier
        self._ownership = ownership
        self._of_sources: dict[str, Footing | None] = {}
        self._of_claims: dict[tuple[str, Stance], Footing | None] = {}

    # --- labels ---------------------------------------------------------------------------------------

    @cached_property
    def labels(self) -> Sequence[Label]:
        """All labels of sources, of informants that sources name, of owners at the top and of shared texts, in order."""
        sources = self._dossier.sources
        guards = set(self._register.label_of.values())
        informants = {
            label for source in sources for label in self._register.source_grounds(source.id).informants
        }
        informants.update(Label(informant.id, "informant") for informant in self._dossier.informants)
        owners = {self._ownership.topmost(label) for label in guards if label.kind == "outlet"}
        texts = {text_label(self._register.text_group(name)) for name in self._register.sharing_sources}
        return sorted({*guards, *informants, *owners, *texts})

    @cached_property
    def number(self) -> Mapping[Label, int]:
        """The numbers of labels."""
        return {label: number for number, label in enumerate(self.labels)}

    @cached_property
    def informants(self) -> frozenset[int]:
        """The numbers of informants."""
        return frozenset(number for number, label in enumerate(self.labels) if label.kind == "informant")

    @cached_property
    def unnamed(self) -> Proof:
        """The numbers of informants without a name."""
        declared, inline = self._dossier.informant, self._register.inline
        people = {number: self.labels[number] for number in self.informants}
        return frozenset(
            number
            for number, label in people.items()
            if not (declared.get(label.id) or inline[label]).is_named
        )

    @cached_property
    def unknown_to_outlets(self) -> Proof:
        """The numbers that the levels of outlets and owners do not know."""
        return self.informants | {ASSUMED}

    @cached_property
    def owners(self) -> Mapping[int, int]:
        """For each outlet that somebody owns the number of the topmost owner."""
        found = {}
        for number, label in enumerate(self.labels):
            owner = self._ownership.topmost(label) if label.kind == "outlet" else label
            if owner != label:
                found[number] = self.number[owner]
        return found

    def reading(self, level: Level, *, assume: bool) -> Reading:
        """Return how a level reads the labels, each informant for a person apart: always the same reading."""
        return self._readings[level, assume]

    @cached_property
    def _readings(self) -> Mapping[tuple[Level, bool], Reading]:
        ignored = {
            level: _ONLY_ASSUMED if level == "informant" else self.unknown_to_outlets for level in LEVELS
        }
        return {
            (level, assume): Reading(ignored[level], self.owners if level == "owner" else {}, assume)
            for level in LEVELS
            for assume in (True, False)
        }

    def named(self, found: Found) -> tuple[Label, ...]:
        """Return the labels of a set."""
        labels = self.labels
        return tuple([labels[number] for number in found.labels])

    # --- sources --------------------------------------------------------------------------------------

    def of_source(self, source_id: str) -> Footing | None:
        """Return what a source stands on where no claim says otherwise."""
        if source_id not in self._of_sources:
            self._work_out(source_id)
        return self._of_sources[source_id]

    def _work_out(self, source_id: str) -> None:
        """Work out what a source stands on, after all that it leads to."""
        edges: dict[str, tuple[str, ...]] = {}
        pending = [source_id]
        while pending:
            name = pending.pop()
            if name not in edges:
                below = self._below(name, self._register.source_grounds(name))
                edges[name] = tuple(other for other in below if other not in self._of_sources)
                pending.extend(edges[name])
        for group in components(edges):
            is_round = len(group) > 1 or group[0] in edges[group[0]]
            self._of_sources.update(self._round(group) if is_round else self._once(group))

    def _once(self, group: Sequence[str]) -> dict[str, Footing | None]:
        return {name: self._combined(name, self._register.source_grounds(name)) for name in group}

    def _round(self, group: Sequence[str]) -> dict[str, Footing | None]:
        """Return what sources stand on that lead to each other round: it grows step by step.

        A way that passes a source twice needs all that the way without the detour does. So no proof takes more steps
        than there are sources.
        """
        found: dict[str, Footing | None] = dict.fromkeys(group, NOWHERE if len(group) <= ROUND else None)
        for _ in group:
            if None in found.values():
                return dict.fromkeys(group)
            self._of_sources.update(found)
            found = self._once(group)
        return found if None not in found.values() else dict.fromkeys(group)

    def _below(self, source_id: str, grounds: Grounds) -> tuple[str, ...]:
        """Return the sources that a source needs: those it repeats, those that say where it has its text from."""
        if self._register.is_void(source_id):
            return ()
        return (*grounds.via, *self._known_beside(source_id, grounds))

    def _known_beside(self, source_id: str, grounds: Grounds) -> tuple[str, ...]:
        """Return the sources that have the text of an undeclared source and say where they have it from."""
        group = self._register.text_group(source_id) if grounds.basis == "unknown" else ()
        return tuple(name for name in group if self._register.is_known(None, "supports", name))

    def _combined(self, source_id: str, grounds: Grounds) -> Footing | None:
        """Return what a source stands on that knows a claim in one way; what it leads to is worked out already."""
        if self._register.is_void(source_id):
            return Footing(sources=frozenset([source_id]))
        known = self._known_beside(source_id, grounds)
        below = [self.of_source(name) for name in self._below(source_id, grounds)]
        numbers = [self.number.get(label) for label in grounds.informants]
        others = [footing for footing in below if footing is not None]
        informants = [number for number in numbers if number is not None]
        if len(others) < len(below) or len(informants) < len(numbers):
            return None
        own = frozenset([self.number[self._register.label_of[source_id]]])
        through = own | _ONLY_ASSUMED if known else own
        is_unknown = grounds.basis == "unknown"
        leaves = [] if known else self._leaves(source_id, own, grounds.basis, informants)
        proofs = [proof for leaf in leaves for proof in _proofs(leaf, own, informants)]
        proofs += [through | proof for footing in others for front in footing.fronts for proof in front]
        if len(proofs) > 2 * PROOFS:
            return None
        return _limited(
            [_least(proofs)],
            frozenset(leaves).union(*[footing.leaves for footing in others]),
            frozenset([source_id]).union(*[footing.sources for footing in others]),
            frozenset([source_id] if is_unknown else []).union(*[footing.undeclared for footing in others]),
            frozenset([source_id] if proofs else []),
        )

    def _leaves(self, source_id: str, own: Proof, basis: Basis, informants: Sequence[int]) -> list[Leaf]:
        """Return the leaf that a source is by itself, or the text that it shares with others undeclared."""
        group = self._register.text_group(source_id)
        if basis == "unknown" and group:
            return [Leaf(" ".join(group), frozenset([self.number[text_label(group)]]), is_assumed=True)]
        if basis == "derived":
            return []
        return [Leaf(source_id, own.union(informants), is_assumed=basis == "unknown")]

    # --- claims ---------------------------------------------------------------------------------------

    def of_claim(self, claim: Claim, stance: Stance) -> Footing | None:
        """Return what supports, or contradicts, a claim stands on."""
        key = (claim.id, stance)
        if key not in self._of_claims:
            if claim.rests_on and stance == "supports":
                self._work_out_argued(claim)
            else:
                self._of_claims[key] = self._on_evidence(claim, stance)
        return self._of_claims[key]

    def _on_evidence(self, claim: Claim, stance: Stance) -> Footing | None:
        cited: list[Footing] = []
        told: set[str] = set()
        """Sources of which the claim's evidence says something else than they do."""
        for source, ways in self._register.declared(claim, stance).items():
            is_usual = ways is self._register.usual_grounds(source)
            if not is_usual:
                told.add(source)
            if self._register.is_void(source):
                continue
            if len(ways) > 1 or (not is_usual and self._leads_back(source, ways[0])):
                return None
            footing = self.of_source(source) if is_usual else self._combined(source, ways[0])
            if footing is None:
                return None
            cited.append(footing)
        if told and not (self._register.sharing_sources.isdisjoint(told) and _is_apart(told, cited)):
            return None
        if not cited:
            return NOWHERE
        return cited[0] if len(cited) == 1 else _joined(cited)

    def _leads_back(self, source_id: str, grounds: Grounds) -> bool:
        """Return whether a source leads back to itself by what a claim's evidence says of it."""
        below = [self.of_source(name) for name in self._below(source_id, grounds)]
        return any(footing is None or source_id in footing.sources for footing in below)

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
                    if (premise, "supports") not in self._of_claims and claims[premise].status != "retracted"
                )
                pending.extend(edges[name])
        for group in components(edges):
            is_round = len(group) > 1 or group[0] in edges[group[0]]
            for name in group:
                footing = None if is_round else self._on_premises(claims[name])
                self._of_claims[name, "supports"] = footing

    def _on_premises(self, claim: Claim) -> Footing | None:
        """Return what evidence and premises together are; the premises are worked out already."""
        own = self._on_evidence(claim, "supports")
        parts = [own, *(self._on_all(members) for members in claim.rests_on)]
        found = [part for part in parts if part is not None]
        return _is_of_one_kind(_joined(found)) if len(found) == len(parts) else None

    def _on_all(self, premises: tuple[str, ...]) -> Footing | None:
        """Return what stands only if all of the premises do."""
        parts = [
            NOWHERE if self._dossier.claim[name].status == "retracted" else self._of_claims[name, "supports"]
            for name in dict.fromkeys(premises)
        ]
        found = [part for part in parts if part is not None]
        if len(found) < len(parts):
            return None
        return _limited(
            [front for part in found for front in part.fronts],
            _NO_LEAVES.union(*[part.leaves for part in found]),
            _NONE.union(*[part.sources for part in found]),
            _NONE.union(*[part.undeclared for part in found]),
            _NONE,
        )


def _proofs(leaf: Leaf, own: Proof, informants: Sequence[int]) -> list[Proof]:
    """Return the proofs of a source on its own: reporting stands while any informant does that it declares."""
    if leaf.is_assumed:
        return [own | leaf.labels | _ONLY_ASSUMED]
    return [own | {informant} for informant in informants] or [own]


def _joined(parts: Sequence[Footing]) -> Footing | None:
    """Return what stands if any of the parts does: it falls where a front of each has fallen."""
    if prod([len(part.fronts) for part in parts]) > FRONTS:
        return None
    return _limited(
        [tuple(chain.from_iterable(chosen)) for chosen in product(*[part.fronts for part in parts])],
        _NO_LEAVES.union(*[part.leaves for part in parts]),
        _NONE.union(*[part.sources for part in parts]),
        _NONE.union(*[part.undeclared for part in parts]),
        _NONE.union(*[part.grounded for part in parts]),
    )


def _least(proofs: Sequence[Proof]) -> Front:
    """Return the proofs without those that need more than another does."""
    each = dict.fromkeys(proofs)
    return tuple([proof for proof in each if not any(other < proof for other in each)])


def _limited(
    fronts: Sequence[Front],
    leaves: frozenset[Leaf],
    sources: frozenset[str],
    undeclared: frozenset[str],
    grounded: frozenset[str],
) -> Footing | None:
    """Return the footing, each proof of a front once; None where it grows too large."""
    if len(sources) > SOURCES or len(fronts) > FRONTS or max(map(len, fronts)) > PROOFS:
        return None
    return Footing(
        tuple([tuple(dict.fromkeys(front)) for front in fronts]), leaves, sources, undeclared, grounded
    )


def _is_of_one_kind(footing: Footing | None) -> Footing | None:
    """Return the footing, unless premises know a source in several ways: its origins are then no plain count."""
    if footing is None or len({leaf.source for leaf in footing.leaves}) < len(footing.leaves):
        return None
    return footing


def _is_apart(told: set[str], cited: Sequence[Footing]) -> bool:
    """Return whether no other source leads to those of which the evidence says something of its own."""
    return all(len(told & footing.sources) == len(told & footing.grounded) for footing in cited)
