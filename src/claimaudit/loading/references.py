"""Follows what claims and sources name to other entries, and remembers what leads nowhere, or to several."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any, Literal, NamedTuple, TypeVar

from claimaudit.finding import Related
from claimaudit.loading.addresses import Addresses
from claimaudit.loading.entries import Entries
from claimaudit.loading.faults import Fault
from claimaudit.loading.places import EntryT, Placed
from claimaudit.location import Route
from claimaudit.model import Claim, Evidence, InlineInformant, Source
from claimaudit.text import listed, suggestion
from claimaudit.text.addresses import canonical_url

_Target = Literal["claims", "sources", "informants"]
_MemberT = TypeVar("_MemberT")

_MANY = 5
"""From so many references to entries of which none was read, one fault says it for all."""
_COMPARISONS = 1_000_000
"""So many ids are compared with names that lead nowhere, about a second's worth; then guessing ends."""

_RELATED = 1000
"""So many of the places of one name are told."""


class _Mention(NamedTuple):
    """Where an entry names another, its lists counted as the file has them."""

    user: Placed[Any]
    route: Route


class References:
    """Resolves what claims and sources name.

    `unsound_claims` and `unsound_sources` collect the ids of those that name something that is not there.
    """

    def __init__(self, entries: Entries) -> None:
        self.unsound_claims: set[str] = set()
        self.unsound_sources: set[str] = set()
        self._entries = entries
        self._ids: dict[_Target, set[str]] = {
            "claims": {placed.entry.id for placed in entries.claims},
            "sources": {placed.entry.id for placed in entries.sources},
            "informants": {placed.entry.id for placed in entries.informants},
        }
        self._missing: dict[tuple[_Target, str], list[_Mention]] = {}
        self._shared: dict[str, list[_Mention]] = {}
        """By address those who name sources by it that several have."""

    def source(self, user: Placed[Source]) -> Source:
        """Return a source with ids for all that it names; what is not there is left out."""
        source = user.entry
        return with_values(
            source,
            via=source.via and self._members("sources", source.via, user, ("via",)),
            informants=self._informants(source.informants, user, ("informants",)),
            shares_text_with=self._members("sources", source.shares_text_with, user, ("shares_text_with",)),
            replaced_by=self._one("sources", source.replaced_by, user, ("replaced_by",)),
        )

    def claim(self, user: Placed[Claim]) -> Claim:
        """Return a claim with ids for all that it names; what is not there is left out."""
        claim = user.entry
        if self._is_resolved(claim):
            return claim
        return with_values(
            claim,
            evidence=self._evidence(claim.evidence, user),
            rests_on=self._premise_sets(claim.rests_on, user),
            attributed_to=self._one("informants", claim.attributed_to, user, ("attributed_to",)),
        )

    def _is_resolved(self, claim: Claim) -> bool:
        """Return whether a claim names nothing but sources and premises by their ids: the usual case."""
        sources, claims = self._ids["sources"], self._ids["claims"]
        premises = [premise for members in claim.rests_on for premise in members]
        return (
            claim.attributed_to is None
            and claims.issuperset(premises)
            and not any(
                piece.source not in sources or piece.via or piece.informants or piece.superseded_by
                for piece in claim.evidence
            )
        )

    def faults(self) -> Iterator[Fault]:
        """Yield a fault for each name that leads nowhere or to several entries, however often it is named."""
        for address, mentions in self._shared.items():
            yield _fault(*self._words_on_shared(address), mentions, "name the one that is meant by its id")
        comparisons = 0
        absent = self._absent()
        for target, mentions in absent.items():
            message = f"{len(mentions)} references to `{target}`, and none was read"
            help_ = f"name the file or directory that holds the `{target}` as well"
            yield _fault(message, target, mentions, help_)._replace(claim=None, source=None)
        for (target, name), mentions in self._missing.items():
            if target in absent:
                continue
            ids = self._ids[target] | self._entries.lost.ids[target]
            choices = self._addresses.written if _is_address(name) else ids
            comparisons += len(choices)
            near = suggestion(name, choices) if comparisons <= _COMPARISONS else None
            what = "address" if _is_address(name) else "id"
            message = f"no {target.removesuffix('s')} has the {what} `{name}`{_often(mentions)}"
            yield _fault(
                message, f"{target}/{name}", mentions, near or f"correct it, or add it under `{target}`"
            )

    def _words_on_shared(self, address: str) -> tuple[str, str]:
        sources = self._addresses.sources_at(address)
        names = listed([f"`{source}`" for source in sources], limit=_MANY)
        message = (
            f"{len(sources)} sources have the address `{address}`{_often(self._shared[address])}: {names}"
        )
        return message, f"sources/{address}"

    def _absent(self) -> dict[_Target, list[_Mention]]:
        """Return the mentions of kinds of which nothing was read: the file that holds them was not named."""
        found: dict[_Target, list[_Mention]] = {}
        for (target, _), mentions in self._missing.items():
            if not self._ids[target] and not self._entries.lost.ids[target]:
                found.setdefault(target, []).extend(mentions)
        return {target: mentions for target, mentions in found.items() if len(mentions) >= _MANY}

    # --- the parts of claims and sources ------------------------------------------------------------------

    def _evidence(self, evidence: tuple[Evidence, ...], user: Placed[Claim]) -> tuple[Evidence, ...]:
        found = [self._piece(piece, user, ("evidence", index)) for index, piece in enumerate(evidence)]
        return _without_gaps(evidence, found, user, ("evidence",))

    def _piece(self, piece: Evidence, user: Placed[Claim], route: Route) -> Evidence | None:
        source = self._one("sources", piece.source, user, (*route, "source"))
        if source is piece.source and not (piece.via or piece.informants or piece.superseded_by):
            return piece  # the usual case: nothing to change
        via, informants, superseded_by = piece.via, piece.informants, piece.superseded_by
        resolved = with_values(
            piece,
            source=source,
            via=via and self._members("sources", via, user, (*route, "via")),
            informants=informants and self._informants(informants, user, (*route, "informants")),
            superseded_by=self._one("sources", superseded_by, user, (*route, "superseded_by")),
        )
        return None if source is None else resolved

    def _premise_sets(
        self, sets: tuple[tuple[str, ...], ...], user: Placed[Claim]
    ) -> tuple[tuple[str, ...], ...]:
        found = [
            self._premise_set(members, user, ("rests_on", number)) for number, members in enumerate(sets)
        ]
        return _without_gaps(sets, found, user, ("rests_on",))

    def _premise_set(
        self, members: tuple[str, ...], user: Placed[Claim], route: Route
    ) -> tuple[str, ...] | None:
        """Return the set if all of it is there: it takes every member to bear the claim."""
        found = [self._one("claims", member, user, (*route, index)) for index, member in enumerate(members)]
        return None if None in found else members

    def _informants(
        self, informants: tuple[str | InlineInformant, ...], user: Placed[Any], route: Route
    ) -> tuple[str | InlineInformant, ...]:
        found = [
            self._one("informants", informant, user, (*route, index))
            if isinstance(informant, str)
            else informant
            for index, informant in enumerate(informants)
        ]
        return _without_gaps(informants, found, user, route)

    def _members(
        self, target: _Target, names: tuple[str, ...], user: Placed[Any], route: Route
    ) -> tuple[str, ...]:
        found = [self._one(target, name, user, (*route, index)) for index, name in enumerate(names)]
        return _without_gaps(names, found, user, route)

    def _one(self, target: _Target, name: str | None, user: Placed[Any], route: Route) -> str | None:
        if name is None or name in self._ids[target]:
            return name
        found = self._addresses.sources_at(name) if target == "sources" else ()
        if len(found) == 1:
            return found[0]
        if found:
            self._mark_unsound(user)
            self._shared.setdefault(name, []).append(_Mention(user, route))
        else:
            self._miss(target, name, _Mention(user, route))
        return None

    # --- what leads nowhere -------------------------------------------------------------------------------

    def _miss(self, target: _Target, name: str, mention: _Mention) -> None:
        self._mark_unsound(mention.user)
        if self._entries.is_whole and not self._is_lost(target, name):
            self._missing.setdefault((target, name), []).append(mention)

    def _mark_unsound(self, user: Placed[Any]) -> None:
        unsound = self.unsound_claims if isinstance(user.entry, Claim) else self.unsound_sources
        unsound.add(user.entry.id)

    def _is_lost(self, target: _Target, name: str) -> bool:
        """Return whether the name is one of an entry that was left out: that has a fault of its own."""
        lost = self._entries.lost
        is_address = target == "sources" and canonical_url(name) in lost.addresses
        return is_address or name in lost.ids[target]

    @cached_property
    def _addresses(self) -> Addresses:
        return Addresses(placed.entry for placed in self._entries.sources)


def with_values(entry: EntryT, **values: object) -> EntryT:
    """Return the entry with other values; itself where they are those that it has."""
    changed = {name: value for name, value in values.items() if getattr(entry, name) is not value}
    return entry.model_copy(update=changed) if changed else entry


def _often(mentions: Sequence[_Mention]) -> str:
    return f", named in {len(mentions)} places" if len(mentions) > 1 else ""


def _is_address(name: str) -> bool:
    return "://" in name


def _without_gaps(
    members: tuple[_MemberT, ...], found: Sequence[_MemberT | None], user: Placed[Any], route: Route
) -> tuple[_MemberT, ...]:
    """Return what was found for the members of a list; `user` remembers which of them stay."""
    if all(new is old for new, old in zip(found, members, strict=True)):
        return members
    kept = [index for index, member in enumerate(found) if member is not None]
    if len(kept) < len(found):
        user.place.keep(route, kept)
    return tuple(member for member in found if member is not None)


def _fault(message: str, subject: str, mentions: Sequence[_Mention], help_: str) -> Fault:
    # Which entry stands first is known; where in it a name stands has to be worked out.
    first = sorted(mentions, key=lambda mention: mention.user.place.start)[:_RELATED]
    located = [(mention.user.place.locate_as_written(mention.route), mention.user) for mention in first]
    (location, user), *others = sorted(located, key=itemgetter(0))
    return Fault(
        message,
        location,
        subject=subject,
        help=help_,
        related=tuple(Related("also here", place) for place, _ in others),
        claim=user.entry.id if isinstance(user.entry, Claim) else None,
        source=user.entry.id if isinstance(user.entry, Source) else None,
        excerpt=user.place.file.line(location.line),
    )
