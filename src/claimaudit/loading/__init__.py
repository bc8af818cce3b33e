"""From files to a dossier that knows where everything stood. All reading is done here."""

import os
from pathlib import Path

from claimaudit.loading.entries import read_entries
from claimaudit.loading.faults import Faults
from claimaudit.loading.files import read_files
from claimaudit.loading.resolving import resolve
from claimaudit.model import Dossier

__all__ = ["load"]


def load(*paths: str | os.PathLike[str], start: Path | None = None) -> Dossier:
    """Return the dossier that the files hold, in the order of the paths.

    A directory stands for its `data`, if it has one, and that for every YAML file in it. What cannot be read, is not
    valid or leads nowhere is left out and stands in `faults`; whoever passes a dossier with faults has not
    checked it.

    Args:
        paths: files and directories; with none, the nearest `data` that holds `claims.yaml` is read.
        start: the directory from which that is looked for upwards; the current one if left out.

    Raises:
        ClaimauditError: there is no file to read.
    """
    faults = Faults()
    files = read_files([os.fspath(path) for path in paths], start, faults)
    return resolve(read_entries(files, faults), faults)
