"""From a dossier to a report: runs the rules, applies the waivers, puts all results into plain values."""

from datetime import UTC, date, datetime

from claimaudit.auditing.core import Audit
from claimaudit.config import Config
from claimaudit.model import Dossier
from claimaudit.report import Report

__all__ = ["Audit", "audit"]


def audit(dossier: Dossier, config: Config | None = None, *, today: date | None = None) -> Report:
    """Return the audit of a dossier.

    Args:
        dossier: what `load` returned.
        config: what the user chose; the defaults if left out.
        today: the day on which waivers are judged; the present day (UTC) if left out.

    Raises:
        ClaimauditError: the config names a rule that does not exist.
    """
    return Audit(dossier, config or Config.of_defaults(), today or datetime.now(UTC).date()).report
