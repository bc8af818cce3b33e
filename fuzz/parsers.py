"""Reading with libyaml and without it: no file says one thing to the one parser and another to the other.

PyYAML's own parser refuses some of what libyaml reads (a tab inside of a value, a question mark inside of brackets),
and libyaml a little of what that reads. So one of them may refuse a file, never take it for something else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import yaml

from claimaudit.loading.faults import UNREADABLE_FILE
from claimaudit.location import Location
from claimaudit.model import Dossier
from fuzz.inputs import by_events_alone, loaded
from fuzz.loader import routes
from fuzz.seeds import dossiers as seeds

__all__ = ["check", "seeds", "without_libyaml"]


def check(content: bytes) -> None:
    """Assert that both parsers read the same in these bytes, unless one of them refuses the file."""
    with by_events_alone():
        dossier = loaded(content)
        expected = _places(dossier)
    with without_libyaml():
        other = loaded(content)
        if not (_is_refused(dossier) or _is_refused(other)):
            assert other == dossier
            assert _places(other) == expected


def _places(dossier: Dossier) -> list[Location]:
    return [dossier.places.locate(route) for route in routes(dossier)]


def _is_refused(dossier: Dossier) -> bool:
    return any(fault.code == UNREADABLE_FILE.code for fault in dossier.faults)


@contextmanager
def without_libyaml() -> Iterator[None]:
    """Let PyYAML's own parser read in the meantime, and all of it."""
    with by_events_alone(), patch.object(yaml, "CSafeLoader"):
        del yaml.CSafeLoader
        yield
