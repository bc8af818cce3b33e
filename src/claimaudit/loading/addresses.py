"""Finds sources by their addresses."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from claimaudit.model import Source
from claimaudit.text.addresses import canonical_url

_Address = tuple[str, str]
"""An address as a file has it, and the id of its source."""


class Addresses:
    """The addresses of sources, found by as much of them as it takes: most are named letter for letter."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._urls: list[_Address] = []
        self._archives: list[_Address] = []
        for source in sources:
            if source.url is not None:
                self._urls.append((source.url, source.id))
            if source.archive is not None:
                self._archives.append((source.archive, source.id))

    @property
    def written(self) -> list[str]:
        """All of them as the files have them."""
        return [address for address, _ in (*self._urls, *self._archives)]

    @cached_property
    def _by_exact_url(self) -> Mapping[str, dict[str, None]]:
        return _by(str, self._urls)

    @cached_property
    def _by_exact_archive(self) -> Mapping[str, dict[str, None]]:
        return _by(str, self._archives)

    @cached_property
    def _by_url(self) -> Mapping[str, dict[str, None]]:
        return _by(canonical_url, self._urls)

    @cached_property
    def _by_archive(self) -> Mapping[str, dict[str, None]]:
        return _by(canonical_url, self._archives)

    def sources_at(self, address: str) -> tuple[str, ...]:
        """Return the ids of the sources that an address may mean: more than one where nobody can tell.

        What is written letter for letter goes before what names the same page, and the `url` of one source before
        the `archive` of another.
        """
        found = self._by_exact_url.get(address) or self._by_exact_archive.get(address)
        if not found:
            plain = canonical_url(address)
            found = self._by_url.get(plain) or self._by_archive.get(plain)
        return tuple(found or ())


def _by(key: Callable[[str], str], addresses: Sequence[_Address]) -> dict[str, dict[str, None]]:
    """Return by what `key` makes of addresses the sources that have them, each once, in the order of the files."""
    found: dict[str, dict[str, None]] = {}
    for address, source in addresses:
        found.setdefault(key(address), {})[source] = None
    return found
