"""Which of the YAML files beside a dossier are none of it: they would be read with it, and could not be."""

from collections.abc import Collection
from pathlib import Path

from claimaudit.errors import ClaimauditError
from claimaudit.loading.disk import Disk
from claimaudit.loading.entries import MODELS
from claimaudit.loading.faults import UnreadableError
from claimaudit.loading.files import Candidate, Shelf, in_home
from claimaudit.loading.opening import checked_utf8
from claimaudit.loading.yaml_parts import Section
from claimaudit.loading.yaml_values import read_yaml


def strangers_in(home: Path, besides: Collection[Path] = ()) -> list[Path]:
    """Return the files that would be read from the `data` of a directory and hold no part of a dossier, by name.

    A file with one of the keys of a dossier is a part of it, whatever else is wrong with it. `besides` are not
    looked at.
    """
    shelf = Disk()
    try:
        candidates = in_home(home, shelf).candidates
    except ClaimauditError:  # there is none
        return []
    others = [candidate for candidate in candidates if candidate.path not in besides]
    return [candidate.path for candidate in others if not _is_part_of_a_dossier(candidate, shelf)]


def _is_part_of_a_dossier(candidate: Candidate, shelf: Shelf) -> bool:
    try:
        text = checked_utf8(shelf.content(candidate)[1]).decode("utf-8")
        return any(isinstance(part, Section) and part.name in MODELS for part in read_yaml(text))
    except UnreadableError:
        return False
