"""Finds sources by their addresses."""

from collections.abc import Iterable

from claimaudit.model import Source
from claimaudit.text.addresses import canonical_url


class Addresses:
    """The addresses of sources: `written` are all of them as the files have them."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.written: list[str] = []
        self._exact_urls: dict[str, dict[str, None]] = {}
        self._exact_archives: dict[str, dict[str, None]] = {}
        self._urls: dict[str, dict[str, None]] = {}
        self._archives: dict[str, dict[str, None]] = {}
        for source in sources:
            self._add(source.url, source.id, self._exact_urls, self._urls)
            self._add(source.archive, source.id, self._exact_archives, self._archives)

    def _add(
        self,
        address: str | None,
        source: str,
        exact: dict[str, dict[str, None]],
        canonical: dict[str, dict[str, None]],
    ) -> None:
        if address is not None:
            self.written.append(address)
            exact.setdefault(address, {})[source] = None
            canonical.setdefault(canonical_url(address), {})[source] = None

    def sources_at(self, address: str) -> tuple[str, ...]:
        """Return the ids of the sources that an address may mean: more than one where nobody can tell.

        What is written letter for letter goes before what names the same page, and the `url` of one source before
        the `archive` of another.
        """
        plain = canonical_url(address)
        found = (
            self._exact_urls.get(address)
            or self._exact_archives.get(address)
            or self._urls.get(plain)
            or self._archives.get(plain)
        )
        return tuple(found or ())
