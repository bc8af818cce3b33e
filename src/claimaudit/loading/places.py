"""Turns routes into places in the files that a dossier was read from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

from claimaudit.loading.layout import Span, head_of, location_of, pack, spot_at, unpack
from claimaudit.loading.text_file import TextFile
from claimaudit.location import Location, Route
from claimaudit.model import Entry

Kind = Literal["claims", "sources", "outlets", "owners", "informants"]
"""A key at the top of a file, and the attribute of the dossier that holds what stands under it."""

_ID = re.compile(r"id: ([A-Za-z0-9][A-Za-z0-9_.:-]*)")

EntryT = TypeVar("EntryT", bound=Entry)


@dataclass(slots=True)
class Place:
    """Where one entry stands.

    `extent` is all that it takes up. Where lists lost members that name nothing, `kept` holds the original indices of
    those left, by the way to the list as it was written. `beside` holds where waivers are that stand in a comment, by
    the way to them: no value has them.
    """

    file: TextFile
    extent: Span
    kept: dict[Route, Sequence[int]] | None = None
    beside: dict[Route, Span] | None = None

    @property
    def start(self) -> tuple[str, Span]:
        """What puts entries in the order in which findings are shown."""
        return self.file.path, self.extent

    def locate(self, route: Route = ()) -> Location:
        """Return the span of the value at `route` inside the entry, or of the nearest value around it."""
        span = (self.beside or {}).get(route[:2])
        return (
            self.locate_as_written(self._as_written(route))
            if span is None
            else location_of(self.file.path, span)
        )

    def locate_as_written(self, route: Route) -> Location:
        """Do the same for a route that counts the members of lists as the file has them."""
        head = None if route else self._id_at_its_start()
        if head is None:
            head = head_of(spot_at(self.file.reading(self.extent).layout, route))
        return location_of(self.file.path, head)

    def _id_at_its_start(self) -> Span | None:
        """Return where the id stands if the entry starts with it, as most do: then no more of it need be read."""
        line, column, *_ = unpack(self.extent)
        found = _ID.fullmatch(self.file.line(line), column - 1)
        return pack(line, found.start(1) + 1, line, found.end(1) + 1) if found else None

    def keep(self, route: Route, indices: Sequence[int]) -> None:
        """Take note that of the list at `route`, as it was written, only some members stay."""
        self.kept = {**(self.kept or {}), route: indices}

    def stand_beside(self, route: Route, span: Span) -> None:
        """Take note that what `route` leads to stands in a comment, at `span`."""
        self.beside = {**(self.beside or {}), route: span}

    def _as_written(self, route: Route) -> Route:
        written: Route = ()
        for step in route:
            kept = (self.kept or {}).get(written)
            written += (kept[step] if kept and isinstance(step, int) else step,)
        return written


class Mention(NamedTuple):
    """The place of an entry that no file has: where another entry first names it."""

    place: Place
    route: Route

    def locate(self, route: Route = ()) -> Location:  # noqa: ARG002  wherever in it: it stands nowhere else
        """Return the span of the mention."""
        return self.place.locate(self.route)


class Placed(NamedTuple, Generic[EntryT]):
    """An entry of a file and where it stands."""

    entry: EntryT
    place: Place


class FilePlaces:
    """The places of a dossier that was read from files: see `claimaudit.location.Places`."""

    def __init__(self, files: Sequence[TextFile], places: Mapping[str, Sequence[Place | Mention]]) -> None:
        self._files = {file.path: file for file in files}
        self._places = places

    def locate(self, route: Route) -> Location:
        """Return the span of the value at `route`, or of the nearest value around it.

        An entry as a whole is where its id stands; an outlet or owner made of a name, where that first stands.

        Raises:
            LookupError: the dossier has no such entry.
        """
        kind, index, *inner = route
        return self._places[str(kind)][int(index)].locate(tuple(inner))

    def excerpt(self, location: Location) -> str:
        """Return the first line of `location` as it stands in the file, without its line end."""
        file = self._files.get(location.path)
        return file.line(location.line) if file else ""
