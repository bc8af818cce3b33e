"""The labels of a dossier by number, and how each level reads them."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from claimaudit.provenance.footing import ONLY_ASSUMED, Proof
from claimaudit.provenance.grounds import Register
from claimaudit.provenance.hitting import Found
from claimaudit.provenance.labels import LEVELS, Label, Level, Ownership, text_label
from claimaudit.provenance.ranges import Least
from claimaudit.provenance.reading import Reading


class Numbering:
    """Labels are numbered in the order of their ids, so that "first by id" is "lowest number"."""

    def __init__(self, register: Register, ownership: Ownership) -> None:
        self._register, self._dossier = register, register.dossier
        self._ownership = ownership

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
        return self.informants | ONLY_ASSUMED

    @cached_property
    def owners(self) -> Mapping[int, int]:
        """For each outlet that somebody owns the number of the topmost owner."""
        found = {}
        for number, label in enumerate(self.labels):
            owner = self._ownership.topmost(label) if label.kind == "outlet" else label
            if owner != label:
                found[number] = self.number[owner]
        return found

    @cached_property
    def owned(self) -> frozenset[int]:
        """The numbers of outlets that somebody owns."""
        return frozenset(self.owners)

    @cached_property
    def in_a_group(self) -> frozenset[int]:
        """The numbers of outlets that somebody owns and of the topmost owners, some of which are outlets as well."""
        return self.owned.union(self.owners.values())

    @cached_property
    def readings(self) -> Mapping[Level, tuple[Reading, Reading]]:
        """By level how it reads the labels, each informant for a person apart: what is declared, and what is possible."""
        found = {}
        for level in LEVELS:
            ignored = ONLY_ASSUMED if level == "informant" else self.unknown_to_outlets
            owners = self.owners if level == "owner" else {}
            found[level] = Reading(ignored, owners, assume=False), Reading(ignored, owners, assume=True)
        return found

    def named(self, found: Found) -> Least:
        """Return a set with the names of its labels."""
        labels = self.labels
        return Least(
            found.size, tuple([labels[number] for number in found.labels]), found.exact, found.unique
        )
