"""What claims rest on, and how many independent origins that is. Knows nothing of rules or output."""

from claimaudit.model import Dossier
from claimaudit.provenance.grounds import Register
from claimaudit.provenance.independence import Provenance, Side, Verdict
from claimaudit.provenance.labels import LEVELS, UNDECLARED, Label, Level
from claimaudit.provenance.ranges import Range

__all__ = [
    "LEVELS",
    "UNDECLARED",
    "Label",
    "Level",
    "Provenance",
    "Range",
    "Side",
    "Verdict",
    "provenance_of",
]


def provenance_of(dossier: Dossier) -> Provenance:
    """Return what every claim of the dossier rests on."""
    return Provenance(Register(dossier))
