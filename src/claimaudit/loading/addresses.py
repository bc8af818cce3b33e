"""Finds sources by their addresses."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from claimaudit.model import Source
from claimaudit.text.addresses import canonical_url

_Sources = dict[str, None]
"""Ids of sources, each once, in the order of the files."""


class Addresses:
    """The addresses of sources, found by as much of them as it takes: most are named letter for letter."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._urls, self._archives = _Written(), _Written()
        for source in sources:
            self._urls.add(source.url, source.id)
            self._archives.add(source.archive, source.id)

    @property
    def written(self) -> list[str]:
        """All of them as the files have them."""
        return [address for address, _ in (*self._urls.pairs, *self._archives.pairs)]

    def sources_at(self, address: str) -> tuple[str, ...]:
        """Return the ids of the sources that an address may mean: more than one where nobody can tell.

        What is written letter for letter goes before what names the same page, and the `url` of one source before
        the `archive` of another.
        """
        found = self._urls.exact.get(address) or self._archives.exact.get(address)
        if not found:
            plain = canonical_url(address)
            found = self._urls.canonical.get(plain) or self._archives.canonical.get(plain)
        return tuple(found or ())


class _Written:
    """Addresses under one key, as `pairs` of what is written and its source."""

    def __init__(self) -> None:
        self.pairs: list[tuple[str, str]] = []

    def add(self, address: str | None, source: str) -> None:
        """Take note of an address, if there is one."""
        if address is not None:
            self.pairs.append((address, source))

    @cached_property
    def exact(self) -> Mapping[str, _Sources]:
        """The sources by what is written."""
        return self._by(str)

    @cached_property
    def canonical(self) -> Mapping[str, _Sources]:
        """The sources by the page that is named."""
        return self._by(canonical_url)

    def _by(self, key: Callable[[str], str]) -> Mapping[str, _Sources]:
        found: dict[str, _Sources] = {}
        for address, source in self.pairs:
            found.setdefault(key(address), {})[source] = None
        return found
