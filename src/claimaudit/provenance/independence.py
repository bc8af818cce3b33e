"""Independent origins: the range at each level, the witness sets, the verdict (docs/independence.md, 4.5 to 4.8)."""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Literal

from claimaudit.model import Claim, Stance
from claimaudit.provenance.cuts import bits, has_cut_of, smallest_cut
from claimaudit.provenance.footing import Footing
from claimaudit.provenance.footings import Footings
from claimaudit.provenance.grounding import Grounding, standing_nodes, stands_without
from claimaudit.provenance.grounds import Register, Supposition
from claimaudit.provenance.labels import Label, Level, Ownership
from claimaudit.provenance.network import NO_LABEL, Network, Networks
from claimaudit.provenance.ranges import NO_ORIGINS, Least, Range, range_of

Verdict = Literal["unsupported", "inferred", "single origin", "unclear", "corroborated"]


class Side:
    """What supports, or contradicts, one claim: its network and all that is counted on it.

    `register` is what the dossier declares; `footings` are those of the register, where nothing is supposed.
    """

    def __init__(
        self,
        networks: Networks,
        ownership: Ownership,
        claim: Claim,
        stance: Stance,
        footings: Footings | None = None,
    ) -> None:
        self.networks, self.register, self.ownership = networks, networks.register, ownership
        self.claim, self.stance, self.footings = claim, stance, footings

    @cached_property
    def footing(self) -> Footing | None:
        """What it stands on in the usual case; None where the network has to tell."""
        return self.footings.of_claim(self.claim, self.stance) if self.footings else None

    @property
    def network(self) -> Network:
        """What the claim stands on."""
        return self.networks.of(self.claim.id, self.stance)

    @property
    def own_network(self) -> Network:
        """What the claim's own evidence stands on, whatever it is argued from besides."""
        is_argued = bool(self.claim.rests_on) and self.stance == "supports"
        return self.networks.of(self.claim.id, self.stance, with_premises=not is_argued)

    @cached_property
    def counted_sources(self) -> tuple[str, ...]:
        """Sources whose evidence counts, grounded or not, in the order of the file."""
        return self.register.counted(self.claim, self.stance)

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """Ids of the outlets of the counted sources, each once; a source without outlet stands for itself."""
        labels = dict.fromkeys([self.register.label_of[name] for name in self.counted_sources])
        return tuple([label.id for label in labels])

    @cached_property
    def standing(self) -> list[bool]:
        """For each node of the network whether it stands, undeclared sources taken for origins."""
        return standing_nodes(self.network)

    @property
    def is_grounded(self) -> bool:
        """Whether the claim stands at all, undeclared sources taken for origins."""
        return self.standing[0] if self.footing is None else self.footing.stands

    @property
    def grounded_sources(self) -> frozenset[str]:
        """Counted sources of the claim itself that stand."""
        return self._grounded_in_network if self.footing is None else self.footing.grounded

    @cached_property
    def _grounded_in_network(self) -> frozenset[str]:
        network = self.network
        return frozenset(
            source
            for number, source in network.sources()
            if network.nodes[number].claim == self.claim.id
            and self.standing[number]
            and source in self.counted_sources
        )

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """Sources with own reporting on the claim itself that its evidence leads to, nearest first."""
        network = self.own_network
        return tuple(source for number, source in network.sources() if network.is_origin(number))

    @cached_property
    def all_origins(self) -> frozenset[str]:
        """Sources with own reporting under the claim, those of its premises included."""
        if self.footing is not None:
            return self.footing.origins
        network = self.network
        return frozenset(source for number, source in network.sources() if network.is_origin(number))

    @property
    def has_undeclared(self) -> bool:
        """Whether nobody declared a basis for some source under the claim, premises included."""
        return bool(self.undeclared) if self.footing is None else self.footing.has_undeclared

    @cached_property
    def undeclared(self) -> tuple[str, ...]:
        """Sources under the claim, premises included, that nobody declared a basis for, nearest first."""
        if self.footing is not None and not self.footing.has_undeclared:
            return ()
        network = self.network
        assumed = {way.node for way in network.ways if way.assumed}
        return tuple(dict.fromkeys(source for number, source in network.sources() if number in assumed))

    def leads_to_any(self, sources: frozenset[str]) -> bool:
        """Return whether some of the sources are under the claim, premises included."""
        if self.footing is None:
            return bool(self.led_to(sources))
        for pillar in self.footing.pillars:  # noqa: SIM110  rule after rule asks it of all claims
            if not sources.isdisjoint(pillar.sources):
                return True
        return False

    def led_to(self, sources: frozenset[str]) -> frozenset[str]:
        """Return which of the sources are under the claim, premises included."""
        if self.footing is not None:
            return self.footing.sources & sources
        return sources.intersection(source for _, source in self.network.sources())

    @cached_property
    def informants(self) -> frozenset[Label]:
        """The informants that own reporting under the claim relies on, premises included."""
        if self.footings is not None and self.footing is not None:
            return self.footings.informants(self.footing)
        return frozenset(label for label in self.network.labels if label.kind == "informant")

    @cached_property
    def speaks_for_itself(self) -> bool:
        """Whether its one origin is a document, or a statement of the informant it is attributed to.

        Handbooks exempt records, and what a party says of its own acts, from the demand for a second source. Where a
        text that sources share is all that leads there, nobody has said so, and the demand stands: else whoever leaves
        out where one of them has it from could be rid of it.
        """
        if len(self.all_origins) != 1 or self.has_undeclared:
            return False
        origin = self.register.dossier.source[next(iter(self.all_origins))]
        if origin.kind not in ("statement", "document") or self._is_told_by_a_text:
            return False
        if origin.kind == "statement":
            grounds = self.register.grounds(self.claim, self.stance, origin.id)
            speakers = {informant.id for ground in grounds for informant in ground.informants}
            return self.claim.attributed_to in speakers
        return True

    @property
    def _is_told_by_a_text(self) -> bool:
        """Whether some source under it does not say how it knows, so that only one with the same text does."""
        if self.footing is not None:
            return False  # there such a source is an undeclared one, and of these there is none
        claims = self.register.dossier.claim
        return any(
            grounds.basis == "unknown"
            for node in self.network.nodes
            if node.source is not None and not self.register.is_void(node.source)
            for grounds in self.register.grounds(
                claims[node.claim] if node.claim else None, self.stance, node.source
            )
        )

    def supposing(self, supposed: Supposition) -> "Side":
        """Return the side as it would be if something else were so: the one what-if of them all."""
        return Side(Networks(self.register.supposing(supposed)), self.ownership, self.claim, self.stance)

    # --- the levels -----------------------------------------------------------------------------------

    @cached_property
    def outlet(self) -> Range:
        """The headline: one newsroom is one origin, however many works it puts out."""
        return self.at("outlet")

    def falls_without(self, sources: Collection[str]) -> bool:
        """Return whether the claim stands, and would not if these sources were wrong."""
        if not self._in_one_proof.intersection(sources) or not self._may_fall_with(sources):
            return False
        nodes = {number for number, source in self.network.sources() if source in sources}
        return not stands_without(self.network, nodes)

    def _may_fall_with(self, sources: Collection[str]) -> bool:
        """Return False where the independent origins tell already that sources of one label are not enough."""
        labels = {self.register.label_of[source] for source in sources}
        if len(labels) != 1 or self.outlet.high == 0:
            return True
        if self.outlet.high > 1:
            return False
        return not (self.outlet.high_exact and self.outlet.unique) or labels <= set(self.outlet.high_witness)

    @cached_property
    def _in_one_proof(self) -> frozenset[str]:
        """Sources that share a label with one proof that the claim stands: without the others it still does."""
        network = self.network
        masks = [1 << number for number in range(len(network.labels))]
        proof = Grounding(network, masks, 0).proof() or 0
        return frozenset(
            source for number, source in network.sources() if proof >> network.node_labels[number] & 1
        )

    def falls_without_informant(self, label: Label) -> bool:
        """Return whether the claim stands, and would not if this informant were wrong."""
        if label not in self.network.labels or not self.is_grounded:
            return False
        masks = [int(other == label) for other in self.network.labels]
        return Grounding(self.network, masks, 0).proof(removed=1) is None

    @cached_property
    def owner(self) -> Range:
        """Outlets merged under their topmost declared owner."""
        return self.at("owner")

    @cached_property
    def informant(self) -> Range:
        """Outlets and informants together: own reporting falls with all the informants it declares."""
        return self.at("informant")

    @cached_property
    def owners_declared(self) -> int:
        """For how many of `outlets` an owner is declared."""
        return sum(self.ownership.is_declared(outlet) for outlet in self.outlets)

    def range_at(self, level: Level) -> Range:
        """Return the range at a level, worked out once."""
        match level:
            case "outlet":
                return self.outlet
            case "owner":
                return self.owner
            case "informant":
                return self.informant

    def at(self, level: Level, *, as_one: Iterable[str] = ()) -> Range:
        """Return the range at a level; the sources in `as_one` are taken for a single label."""
        footing, footings = self.footing, self.footings
        if footing is not None and footings is not None:
            return footings.range_at(footing, level, as_one)
        return self._at_in_network(level, frozenset(as_one))

    def _at_in_network(self, level: Level, merged: frozenset[str]) -> Range:
        if not self.is_grounded:
            return NO_ORIGINS
        high_labels = self._labels_at(level)
        if level != "outlet" and not merged and high_labels == self._labels_at("outlet"):
            return self.outlet
        low_labels = high_labels
        if level == "informant":
            same = self.same_person
            low_labels = [same.get(label, label) if label else None for label in high_labels]
        low = high = _Reading(self.network, high_labels, merged).cut(assume=True)
        if low_labels != high_labels or self.has_undeclared:
            low = _Reading(self.network, low_labels, merged).cut(assume=False)
        return range_of(low, high)

    def may_be_fewer_as_one(self, sources: Iterable[str]) -> bool:
        """Return whether fewer outlets may be enough for it to fall if all of these, which lead to it, were one.

        A yes is certain where all is exact.
        """
        if self.footings is not None and self.footing is not None:
            return self.footings.may_be_fewer_as_one(self.footing, sources)
        return self.at("outlet", as_one=sources).high < self.outlet.high

    def hangs_on_one(self, level: Level, *, as_declared: bool = False) -> bool:
        """Return whether one label holds all, at what is possible, or at what is declared; False where nothing does.

        It says so without a witness, and so at less cost than the range.
        """
        if self.footings is not None and self.footing is not None:
            return self.footings.hangs_on_one(self.footing, level, as_declared=as_declared)
        found = self.range_at(level)
        return found.low == 1 and not found.nothing_declared if as_declared else found.high == 1

    def is_in_a_witness_set(self, level: Level, label: Label) -> bool:
        """Return whether one of the smallest sets holds the label, undeclared sources taken for origins.

        It does if without the label one less is enough. Where the number is not exact the answer is no.
        """
        found = self.range_at(level)
        if found.unique or not found.high_exact:
            return label in found.high_witness
        reading = _Reading(self.network, self._labels_at(level), frozenset())
        if label not in reading.order:
            return False
        return reading.falls_without(found.high - 1, removed=1 << reading.order.index(label))

    def _labels_at(self, level: Level) -> list[Label | None]:
        return [self._read_at(label, level) for label in self.network.labels]

    def _read_at(self, label: Label, level: Level) -> Label | None:
        """Return what a label is at a level; None where the level does not know it."""
        if label.kind == "informant":
            return label if level == "informant" else None
        if level == "owner" and label.kind == "outlet":
            return self.ownership.topmost(label)
        return label

    @cached_property
    def same_person(self) -> Mapping[Label, Label]:
        """For each unnamed informant under the claim the one that stands for all who may be the same person."""
        return self.register.same_person(self.informants)


class _Reading:
    """A network with the labels of one level put in order of id, as bits."""

    def __init__(self, network: Network, labels: list[Label | None], merged: frozenset[str]) -> None:
        self.network = network
        self.order = sorted({label for label in labels if label is not None})
        place = {label: number for number, label in enumerate(self.order)}
        self.masks = [1 << place[label] if label is not None else 0 for label in labels]
        if merged:
            self._merge(merged)
        self.assumption = 1 << len(self.order)
        self.usable = self.assumption - 1

    def _merge(self, sources: frozenset[str]) -> None:
        """Give the labels of these sources one bit: the lowest among them."""
        guards = {
            self.network.node_labels[number] for number, source in self.network.sources() if source in sources
        }
        lowest = min(self.masks[label] for label in guards)
        for label in guards:
            self.masks[label] = lowest

    def cut(self, *, assume: bool) -> Least:
        """Return the smallest witness set, with undeclared sources as origins or left out."""
        removed = 0 if assume else self.assumption
        grounding = Grounding(self.network, self.masks, self.assumption)
        cut = smallest_cut(grounding, self.usable, self._weights(assume=assume), removed=removed)
        labels = tuple(self.order[bit.bit_length() - 1] for bit in bits(cut.labels))
        return Least(cut.size, labels, cut.exact, cut.unique)

    def falls_without(self, at_most: int, *, removed: int) -> bool:
        """Return whether so few further labels are enough, undeclared sources taken for origins."""
        grounding = Grounding(self.network, self.masks, self.assumption)
        return has_cut_of(at_most, grounding, self.usable, self._weights(assume=True), removed=removed)

    def _weights(self, *, assume: bool) -> list[int]:
        """Return for each bit how many origins bear the label: of equal witness sets, origins name the cause."""
        bearers: list[set[str]] = [set() for _ in self.order]
        for way in self.network.ways:
            if not way.needs and (assume or not way.assumed):
                self._note_bearers(way.node, way.labels, bearers)
        return [len(sources) for sources in bearers]

    def _note_bearers(self, node: int, labels: tuple[int, ...], bearers: list[set[str]]) -> None:
        guard = self.network.node_labels[node]
        name = self.network.nodes[node]
        for label in (*labels, *([guard] if guard != NO_LABEL else [])):
            for bit in bits(self.masks[label]):
                bearers[bit.bit_length() - 1].add(name.source or " ".join(name.group))


class Provenance:
    """What every claim of a dossier rests on. Each answer is worked out once, when it is first asked for."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.dossier = register.dossier
        self.ownership = Ownership(register.dossier)
        self._footings = None if register.is_supposed else Footings(register, self.ownership)
        self._networks = Networks(register)
        self._sides: Mapping[Stance, dict[str, Side]] = {"supports": {}, "contradicts": {}}

    def supposing(self, supposed: Supposition) -> "Provenance":
        """Return what every claim would rest on if something else were so."""
        return Provenance(self.register.supposing(supposed))

    def support(self, claim_id: str) -> Side:
        """Return what supports the claim."""
        return self._side(claim_id, "supports")

    def against(self, claim_id: str) -> Side:
        """Return what contradicts the claim."""
        return self._side(claim_id, "contradicts")

    def _side(self, claim_id: str, stance: Stance) -> Side:
        found = self._sides[stance].get(claim_id)
        if found is None:
            claim = self.dossier.claim[claim_id]
            found = Side(self._networks, self.ownership, claim, stance, self._footings)
            self._sides[stance][claim_id] = found
        return found

    def verdict(self, claim_id: str) -> Verdict:
        """Return the verdict on the support of a claim, contradiction left aside."""
        side = self.support(claim_id)
        origins = side.outlet
        if origins.high == 0:
            return "unsupported"
        if not side.grounded_sources:
            return "inferred"
        if origins.high == 1 and origins.high_exact:
            return "single origin"
        return "corroborated" if origins.low >= 2 else "unclear"

    def is_contested(self, claim_id: str) -> bool:
        """Return whether the contradicting side stands as well."""
        return self.against(claim_id).is_grounded
