"""What the targets share: files that are only bytes, and what has to hold of a place in one."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

from claimaudit.loading import yaml_layout, yaml_values
from claimaudit.loading.entries import read_entries
from claimaudit.loading.faults import Faults, UnreadableError
from claimaudit.loading.opening import checked_utf8
from claimaudit.loading.resolving import resolve
from claimaudit.loading.text_file import TextFile
from claimaudit.loading.yaml_brackets import NotPlainError
from claimaudit.location import Location
from claimaudit.model import Dossier

PATH = "dossier.yaml"
"""The path that findings show for bytes that lie in no file."""


def loaded(content: bytes) -> Dossier:
    """Return the dossier of a file that holds these bytes, as `claimaudit.load` does, without a file."""
    faults, files = Faults(), []
    try:
        files.append(TextFile(PATH, checked_utf8(content)))
    except UnreadableError as error:
        faults.add_unreadable(PATH, error)
    return resolve(read_entries(files, faults), faults)


@contextmanager
def by_events_alone() -> Iterator[None]:
    """Read nothing line by line in the meantime."""
    with (
        patch.object(yaml_values, "PlainFile", side_effect=NotPlainError),
        patch.object(yaml_layout, "_plain_layout", side_effect=NotPlainError),
    ):
        yield


def file_with(content: bytes, name: str) -> Path:
    """Return a file of that name with these bytes in it: the same file each time."""
    path = Path(_folder().name, name)
    path.write_bytes(content)
    return path


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory()


def text_of(content: bytes) -> str:
    """Return what the bytes say to people: as UTF-8, without a mark at the start, what is none replaced."""
    return content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def require_inside(places: Iterable[Location], text: str) -> None:
    """Assert that all places are in a file with that text, and end where they start or after it."""
    lines = text.split("\n")
    for place in places:
        start, end = (place.line, place.column), (place.end_line, place.end_column)
        assert (1, 1) <= start <= end, place
        assert place.end_line <= len(lines), place
        for line, column in (start, end):
            assert 1 <= column <= len(lines[line - 1]) + 1, place
