"""Where keys and values of a TOML file stand. The parser itself is asked: there is no second reading of the grammar.

A key is on the line up to which a file has to be read for the key to be there. Only a message and `claimaudit config`
need this, so it may take its time, within limits.
"""

import re
from bisect import bisect_left
from functools import cached_property
from typing import Any

from claimaudit.location import Location, Route

_NOWHERE = object()
_MAY_END = re.compile(r"[\]}\"'\d\w]\s*(#.*)?$")
_ATTEMPTS = 100
"""So many lines of one value are tried for its end; of a longer one nobody needs the place to the line."""
_MOST_READ = 4 * 1024 * 1024
"""Characters that are read again in all, some seconds' worth: behind that the places around have to do."""


class TomlPlaces:
    """The places of one TOML text that is known to be sound."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._lines = [line.removesuffix("\r") for line in text.split("\n")]  # TOML has no other line ends
        self._left = _MOST_READ

    def key(self, route: Route) -> Location:
        """Return the span of the key at `route`, or of the nearest key around it; of the file, its start."""
        for length in range(len(route), 0, -1):
            if isinstance(route[length - 1], str) and (found := self._key(route[:length])):
                return found
        return Location(self._path, 1, 1, 1, 1)

    def value(self, route: Route, value: object) -> Location:
        """Return the span of a value that is text, if it stands there as it is; else that of its key."""
        key = self.key(route)
        if isinstance(value, str) and value:
            written = re.compile(rf"([\"'])({re.escape(value)})\1")
            for number in range(key.line, self._ends[key.line - 1] + 1):
                column = key.end_column - 1 if number == key.line else 0
                if found := written.search(self._lines[number - 1], column):
                    return Location(self._path, number, found.start() + 1, number, found.end() + 1)
        return key

    def _key(self, route: Route) -> Location | None:
        name = str(route[-1])
        written = re.compile(rf"(?<![\w-])[\"']?{re.escape(name)}[\"']?(?=\s*[=.\]])")
        lines = self._lines_with(name)
        # What has been read once stays read: so the first of very many lines is found in a few steps.
        place = bisect_left(lines, 1, key=lambda number: self._is_read_to(number, route))
        if place == len(lines):
            return None
        number = lines[place]
        found = self._which(list(written.finditer(self._lines[number - 1])), route)
        return Location(self._path, number, found.start() + 1, number, found.end() + 1) if found else None

    def _lines_with(self, name: str) -> list[int]:
        return [
            number
            for number, line in enumerate(self._lines, start=1)
            if name in line and not line.lstrip().startswith("#")
        ]

    def _is_read_to(self, number: int, route: Route) -> bool:
        """Return whether the key at `route` is there once the file is read up to a line."""
        return _at(self._read(self._lines[: self._ends[number - 1]]), route) is not _NOWHERE

    @staticmethod
    def _which(found: "list[re.Match[str]]", route: Route) -> "re.Match[str] | None":
        """Return the match that is meant where tables of a list stand on one line: as many as there are members."""
        index = next((step for step in reversed(route) if isinstance(step, int)), 0)
        return found[min(index, len(found) - 1)] if found else None

    @cached_property
    def _ends(self) -> list[int]:
        """For each line the last line of the statement that it is part of: a value may take several."""
        ends: list[int] = []
        while len(ends) < len(self._lines):
            first = len(ends) + 1
            last = self._statement_end(first)
            ends += [last] * (last - len(ends))
        return ends

    def _statement_end(self, first: int) -> int:
        attempts = 0
        for last in range(first, len(self._lines) + 1):
            if last > first and not _MAY_END.search(self._lines[last - 1]):
                continue
            if self._read(self._lines[first - 1 : last]) is not None:
                return last
            attempts += 1
            if attempts == _ATTEMPTS:
                break
        return len(self._lines)

    def _read(self, lines: list[str]) -> dict[str, Any] | None:
        """Return what stands in some lines, None where they are not sound alone or too much was read already."""
        import tomllib  # noqa: PLC0415  most dossiers have no configuration

        text = "\n".join(lines) + "\n"
        self._left -= len(text)
        try:
            return tomllib.loads(text) if self._left >= 0 else None
        except tomllib.TOMLDecodeError:
            return None


def _at(value: Any, route: Route) -> Any:
    """Return what stands at `route`, or `_NOWHERE`."""
    for step in route:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return _NOWHERE
    return value
