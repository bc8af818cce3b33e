"""What bears how much: which claims lead to a source, and which of them fall without it alone."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from claimaudit.provenance.independence import Provenance
from claimaudit.provenance.labels import Label, Level, label_of
from claimaudit.provenance.works import works_of

Kind = Literal["outlets", "sources", "informants", "owners"]


class Weight(NamedTuple):
    """How much rests on something: how many works it stands for, and the claims that lead to them.

    `falls` are those of them that fall without it alone.
    """

    label: Label
    works: int
    claims: tuple[str, ...]
    falls: tuple[str, ...]


class Bearing:
    """What the support of some claims leads to, in the order in which they were given."""

    def __init__(self, provenance: Provenance, claims: Sequence[str]) -> None:
        self._provenance, self._dossier = provenance, provenance.dossier
        self._sides = {claim: provenance.support(claim) for claim in claims}
        self._place = {claim: number for number, claim in enumerate(claims)}

    @cached_property
    def claims_on(self) -> dict[str, list[str]]:
        """For each source the claims whose support leads to it, by premises too."""
        found: dict[str, list[str]] = {}
        for claim, side in self._sides.items():
            for source in dict.fromkeys(source for _, source in side.network.sources()):
                found.setdefault(source, []).append(claim)
        return found

    def leading_to(self, sources: Iterable[str]) -> list[str]:
        """Return the claims whose support leads to any of the sources."""
        found = {claim for source in sources for claim in self.claims_on.get(source, ())}
        return sorted(found, key=self._place.__getitem__)

    def falling_without(self, sources: Iterable[str]) -> list[str]:
        """Return the claims that stand and would not if all of the sources were wrong."""
        together = frozenset(sources)
        return [claim for claim in self.leading_to(together) if self._sides[claim].falls_without(together)]

    # --- weights --------------------------------------------------------------------------------------

    def weights(self, kind: Kind) -> Iterator[Weight]:
        """Yield how much rests on each outlet, source, owner, or informant with an id, in the order of the files."""
        match kind:
            case "sources":
                for source in self._dossier.sources:
                    yield self._weight(Label(source.id, "source"), [source.id])
            case "outlets":
                for outlet, sources in self._works_of_outlets().items():
                    yield self._weight(Label(outlet, "outlet"), sources)
            case "owners":
                for owner, sources in self._works_of_owners().items():
                    yield self._weight(owner, sources)
            case "informants":
                for informant in self._dossier.informants:
                    yield self._weight_of_informant(Label(informant.id, "informant"))

    def ranked(self, kind: Kind) -> list[tuple[Weight, tuple[str, ...]]]:
        """Return the weights, each with the claims of which one of the smallest witness sets holds it.

        First by how many claims fall without it alone, then by witness sets, by claims that lead to it, by id.
        """
        found = [(weight, self._witness_of(weight, kind)) for weight in self.weights(kind)]
        return sorted(
            found,
            key=lambda pair: (-len(pair[0].falls), -len(pair[1]), -len(pair[0].claims), pair[0].label),
        )

    def _works_of_outlets(self) -> dict[str, list[str]]:
        works: dict[str, list[str]] = {outlet.id: [] for outlet in self._dossier.outlets}
        for source in self._dossier.sources:
            if source.outlet:
                works[source.outlet].append(source.id)
        return works

    def _works_of_owners(self) -> dict[Label, list[str]]:
        """Return for all that own outlets the works of all that they own, however far down."""
        ownership = self._provenance.ownership
        chains = {outlet.id: ownership.chain(Label(outlet.id, "outlet")) for outlet in self._dossier.outlets}
        works: dict[Label, list[str]] = {owner: [] for chain in chains.values() for owner in chain[1:]}
        for source in self._dossier.sources:
            for label in chains[source.outlet] if source.outlet else ():
                if label in works:
                    works[label].append(source.id)
        return works

    def _weight(self, label: Label, sources: Sequence[str]) -> Weight:
        claims, falls = self.leading_to(sources), self.falling_without(sources)
        return Weight(label, len(sources), tuple(claims), tuple(falls))

    def _weight_of_informant(self, label: Label) -> Weight:
        claims = self.claims_on_informant(label)
        falls = tuple(claim for claim in claims if self._sides[claim].falls_without_informant(label))
        return Weight(label, len(works_of(self._provenance, label)), tuple(claims), falls)

    def claims_on_informant(self, label: Label) -> list[str]:
        """Return the claims under which own reporting relies on the informant."""
        return [claim for claim, side in self._sides.items() if label in side.network.labels]

    def _witness_of(self, weight: Weight, kind: Kind) -> tuple[str, ...]:
        """Return the claims that the entry would help to make fall; a work stands in a witness set with its outlet."""
        label = label_of(self._dossier.source[weight.label.id]) if kind == "sources" else weight.label
        level = _LEVELS[kind]
        return tuple(claim for claim in weight.claims if self._sides[claim].is_in_a_witness_set(level, label))


_LEVELS: dict[Kind, Level] = {
    "outlets": "outlet",
    "sources": "outlet",
    "owners": "owner",
    "informants": "informant",
}
