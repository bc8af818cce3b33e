"""Where something stands in a file. Knows nothing of YAML or of what stands there."""

from typing import NamedTuple, Protocol

Route = tuple[str | int, ...]
"""The way from the root of a dossier to one of its values: `("claims", 3, "evidence", 0)`."""


class Location(NamedTuple):
    """A span of one file. Lines and columns count from 1; the end is one past the last character."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Places(Protocol):
    """Turns routes into locations: the one way from a value back to the file it was read from."""

    def locate(self, route: Route) -> Location:
        """Return the span of the value at `route`, or of the nearest value around it."""

    def excerpt(self, location: Location) -> str:
        """Return the first line of `location` as it stands in the file, without its line end."""


class Nowhere:
    """The places of a dossier that was not read from files."""

    def locate(self, route: Route) -> Location:
        """Return a location that names the route instead of a file."""
        return Location("<" + ".".join(map(str, route)) + ">", 1, 1, 1, 1)

    def excerpt(self, location: Location) -> str:  # noqa: ARG002  the protocol gives one
        """Return nothing: there is no file."""
        return ""
