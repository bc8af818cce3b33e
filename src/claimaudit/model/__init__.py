"""The entries of a dossier as models: frozen, strict, no input or output."""

from claimaudit.model.claim import Claim, Evidence, Quote, Stance
from claimaudit.model.dates import PartialDate
from claimaudit.model.dossier import Dossier
from claimaudit.model.entry import Entry
from claimaudit.model.informant import Informant, InformantUse, InlineInformant
from claimaudit.model.outlet import Outlet, Owner
from claimaudit.model.source import Basis, Source
from claimaudit.model.waiver import Waiver

__all__ = [
    "Basis",
    "Claim",
    "Dossier",
    "Entry",
    "Evidence",
    "Informant",
    "InformantUse",
    "InlineInformant",
    "Outlet",
    "Owner",
    "PartialDate",
    "Quote",
    "Source",
    "Stance",
    "Waiver",
]
