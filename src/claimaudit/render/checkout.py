"""Paths as the root of a repository sees them: what GitHub and GitLab resolve. Asks no file system."""

import posixpath
from typing import NamedTuple
from urllib.parse import quote


class Checkout(NamedTuple):
    """The root of the repository, and the directory that paths are relative to: absolute, with slashes."""

    root: str = "/"
    here: str = "/"

    def path(self, path: str) -> str:
        """Return the path from the root; one outside of it as an absolute path."""
        absolute = self._absolute(path)
        inside = self._inside(absolute)
        return absolute if inside is None else inside

    def uri(self, path: str) -> tuple[str, bool]:
        """Return the path as a percent-encoded URI, and whether that is relative to the root."""
        absolute = self._absolute(path)
        inside = self._inside(absolute)
        return (f"file://{_encoded(absolute)}", False) if inside is None else (_encoded(inside), True)

    def _absolute(self, path: str) -> str:
        joined = posixpath.normpath(posixpath.join(self.here, path))
        return f"/{joined.lstrip('/')}"  # POSIX leaves two slashes at the start alone, and they would name a host

    def _inside(self, absolute: str) -> str | None:
        """Return the way from the root to an absolute path, or None where it leads out."""
        root = f"{self.root.rstrip('/')}/"
        return absolute.removeprefix(root) if absolute.startswith(root) and absolute != root else None


def _encoded(path: str) -> str:
    try:
        written = path.encode("utf-8", "surrogateescape")  # the bytes of a file name that is no UTF-8
    except UnicodeEncodeError:
        written = path.encode("utf-8", "surrogatepass")
    return quote(written)
