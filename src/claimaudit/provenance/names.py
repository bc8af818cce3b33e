"""Outlets that may be one: names that look or read alike, and addresses of one used by another."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from claimaudit.model import Dossier, Outlet, Source
from claimaudit.provenance.labels import Label, Ownership
from claimaudit.text import are_nearly_same, digits_of, skeleton, squash, within_two_edits
from claimaudit.text.addresses import host_of


class Twin(NamedTuple):
    """An outlet, by index, that looks or reads like an earlier one."""

    number: int
    earlier: Outlet
    likeness: Literal["look", "spelling"]


def twins(dossier: Dossier) -> Iterator[Twin]:
    """Yield each outlet whose name looks like that of an earlier one, or is spelled nearly like it.

    By looks all are compared; by spelling only outlets that nobody declared, with all before them.
    """
    by_look: dict[str, tuple[str, Outlet]] = {}
    near = _NearNames(dossier)
    for number, outlet in enumerate(dossier.outlets):
        looks = {skeleton(name): squash(name) for name in _names(outlet)}
        same = next(
            (by_look[look][1] for look, own in looks.items() if by_look.get(look, (own,))[0] != own), None
        )
        spelled = near.earlier(number)
        if same is not None:
            yield Twin(number, same, "look")
        elif spelled is not None:
            yield Twin(number, spelled, "spelling")
        for look, own in looks.items():
            by_look.setdefault(look, (own, outlet))


class _NearNames:
    """The outlets met so far, by the length and the digits of their names: only names alike in both are tried."""

    def __init__(self, dossier: Dossier) -> None:
        self.outlets, self.made = dossier.outlets, dossier.made_outlets
        self.met: dict[tuple[int, str], tuple[list[str], list[int]]] = {}

    def earlier(self, number: int) -> Outlet | None:
        """Return the first outlet met before that is spelled nearly like this one, if nobody declared this one."""
        outlet, found = self.outlets[number], None
        if outlet.id in self.made:
            near = sorted(self._within_two_edits(outlet.label))
            found = next(
                (self.outlets[other] for other in near if _is_near(outlet.label, self.outlets[other])), None
            )
        for name in {squash(name) for name in _names(outlet)} if self.made else ():
            names, numbers = self.met.setdefault((len(name), digits_of(name)), ([], []))
            names.append(name)
            numbers.append(number)
        return found

    def _within_two_edits(self, label: str) -> Iterator[int]:
        length, digits = len(squash(label)), digits_of(squash(label))
        for near in range(length - 2, length + 3):
            names, numbers = self.met.get((near, digits), ((), ()))
            for index in within_two_edits(label, names) if names else ():
                yield numbers[index]


def _is_near(label: str, other: Outlet) -> bool:
    return any(are_nearly_same(label, name) for name in _names(other))


def _names(outlet: Outlet) -> tuple[str, ...]:
    return (outlet.id,) if outlet.name is None else (outlet.name, outlet.id)


class Hosts:
    """Whose host is whose, by the aliases of outlets."""

    def __init__(self, dossier: Dossier, ownership: Ownership) -> None:
        self.ownership = ownership
        self._outlets = {_host(alias): outlet for outlet in dossier.outlets for alias in outlet.aliases}

    def other_at(self, source: Source) -> Outlet | None:
        """Return the outlet at whose host a source stands, if that is another's, and another owner's."""
        if not (self._outlets and source.url and source.outlet):
            return None
        other = self._outlets.get(host_of(source.url))
        if other is None or self._owner(other.id) == self._owner(source.outlet):
            return None
        return other

    def _owner(self, outlet: str) -> Label:
        return self.ownership.topmost(Label(outlet, "outlet"))


def _host(alias: str) -> str:
    """Return the host that an alias is, with its scheme or without; a name comes out as no address has it."""
    return host_of(alias) or host_of(f"//{alias}") or alias
