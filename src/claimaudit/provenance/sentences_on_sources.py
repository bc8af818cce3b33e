"""The sentences of findings on sources: who they are, when they came out, how they are cited. Knows no rule.

Names are those that people read; ids stand in backticks.
"""

from collections.abc import Sequence

from claimaudit.model import Dossier
from claimaudit.provenance.carriers import tertiary_kind
from claimaudit.provenance.explaining import SHOWN, ids
from claimaudit.provenance.labels import spoken_source
from claimaudit.provenance.sentences import full_name
from claimaudit.provenance.timing import Repeat
from claimaudit.text import counted, listed


def explain_parties(dossier: Dossier, sources: Sequence[str]) -> str:
    """Return that whoever reports the claim is a party to the matter."""
    outlets = list(dict.fromkeys(spoken_source(dossier, source) for source in sources))
    if len(outlets) == 1:
        return f"its only origin is a party to the matter: {outlets[0]}"
    return f"all its origins are parties to the matter: {listed(outlets, limit=SHOWN)}"


def explain_tertiary(dossier: Dossier, sources: Sequence[str]) -> str:
    """Return which sources sum up what others wrote, with their kinds."""
    kinds = {spoken_source(dossier, source): tertiary_kind(dossier, source) for source in sources}
    names = [f"{name} ({kind})" for name, kind in kinds.items()]
    return f"cites tertiary sources alone: {listed(names, limit=SHOWN)}"


def explain_inversion(dossier: Dossier, repeat: Repeat) -> str:
    """Return which source came out before the one that it is said to repeat."""
    one, other = (_dated(dossier, source) for source in (repeat.source, repeat.repeated))
    return f"{one} cannot repeat {other}"


def _dated(dossier: Dossier, source_id: str) -> str:
    return f"{full_name(dossier, source_id)} of {dossier.source[source_id].published}"


def explain_no_copies(sources: Sequence[str]) -> str:
    """Return of how many pages nobody kept a copy."""
    have = "has" if len(sources) == 1 else "have"
    return f"{counted(len(sources), 'source')} {have} a URL and no archived copy: {ids(sources)}"


def explain_duplicate(dossier: Dossier, source: str, first: str) -> str:
    """Return which two entries are of one page."""
    return f"{full_name(dossier, source)} has the URL of {full_name(dossier, first)}: one page, two ids"


def explain_unused(dossier: Dossier, source: str) -> str:
    """Return that nothing names a source."""
    return f"nothing names {full_name(dossier, source)}: no evidence, and no other source"


def explain_dead_end(dossier: Dossier, source: str) -> str:
    """Return that a citation does not say where to look."""
    return f"{full_name(dossier, source)} is cited with neither quote nor locator"
