"""From files to a dossier that knows where everything stood. All reading is done here."""

import os
from collections.abc import Sequence
from pathlib import Path

from claimaudit.loading.disk import Disk
from claimaudit.loading.entries import read_entries
from claimaudit.loading.faults import Faults
from claimaudit.loading.files import Missing, NothingThereError, home_above, in_home, named, read_files
from claimaudit.loading.resolving import resolve
from claimaudit.model import Dossier

__all__ = ["dossier_without_files", "load"]


def load(*paths: str | os.PathLike[str], start: Path | None = None) -> Dossier:
    """Return the dossier that the files hold, in the order of the paths.

    A directory stands for its `data`, if it has one, and that for every YAML file in it. What cannot be read, is not
    valid or leads nowhere is left out and stands in `faults`; whoever passes a dossier with faults has not
    checked it.

    Args:
        paths: files and directories; with none, the nearest `data` that holds `claims.yaml` is read.
        start: the directory from which that is looked for upwards; the current one if left out.

    Raises:
        NothingThereError: there is no file to read.
    """
    faults, shelf = Faults(), Disk()
    chosen = (
        named([os.fspath(path) for path in paths], shelf)
        if paths
        else in_home(home_above(start, shelf), shelf)
    )
    if not chosen.candidates:
        raise _nothing_there(chosen.missing)
    for missing in chosen.missing:
        faults.add_unreadable(missing.shown, missing.problem)
    return resolve(read_entries(read_files(chosen.candidates, shelf, faults), faults), faults)


def _nothing_there(missing: Sequence[Missing]) -> NothingThereError:
    problems = "; ".join(f"{path.problem.message}: `{path.shown}`" for path in missing)
    return NothingThereError(problems, missing[0].problem.help, missing)


def dossier_without_files(error: NothingThereError) -> Dossier:
    """Return a dossier of nothing but faults: each path at which there is no file to read."""
    faults = Faults()
    for missing in error.missing:
        faults.add_unreadable(missing.shown, missing.problem)
    return Dossier(faults=faults.sorted())
