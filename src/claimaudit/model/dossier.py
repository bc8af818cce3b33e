"""The dossier: all claims, sources, outlets, owners and informants together, every reference resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from claimaudit.finding import Finding
from claimaudit.location import Nowhere, Places
from claimaudit.model.claim import Claim
from claimaudit.model.informant import Informant
from claimaudit.model.outlet import Outlet, Owner
from claimaudit.model.source import Source


@dataclass(frozen=True)
class Dossier:
    """What an audit works on, in the order of the files.

    References are resolved: every `source`, `via`, `outlet`, `rests_on` and so on is an id that is here.
    `owner` of an outlet or owner is the id of an owner, else of an outlet. What could not be read or resolved
    is left out and stands in `faults`; `unsound_claims` and `unsound_sources` are the ids of entries that lost
    a part by it, or that were left out whole. `made_outlets` are the ids of outlets that nobody declared: made
    from the name that a source gives, they follow those declared.
    """

    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    made_outlets: frozenset[str] = frozenset()
    owners: tuple[Owner, ...] = ()
    informants: tuple[Informant, ...] = ()
    faults: tuple[Finding, ...] = ()
    unsound_claims: frozenset[str] = frozenset()
    unsound_sources: frozenset[str] = frozenset()
    places: Places = field(default_factory=Nowhere, repr=False, compare=False)
    paths: tuple[str, ...] = field(default=(), compare=False)
    """The files that were read whole, as findings show them."""

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def claims_that_say_how(self) -> Mapping[int, Claim]:
        """By index the claims of which some evidence says itself how its source knows: there are few of them."""
        return {
            index: claim
            for index, claim in enumerate(self.claims)
            if any(piece.says_how for piece in claim.evidence)
        }

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def outlet(self) -> Mapping[str, Outlet]:
        """Outlets by id."""
        return {outlet.id: outlet for outlet in self.outlets}

    @cached_property
    def owner(self) -> Mapping[str, Owner]:
        """Owners by id."""
        return {owner.id: owner for owner in self.owners}

    @cached_property
    def informant(self) -> Mapping[str, Informant]:
        """Informants with an id, by it."""
        return {informant.id: informant for informant in self.informants}
