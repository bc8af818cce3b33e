"""The sentences of findings on informants. Knows no rule.

Names are those that people read; ids stand in backticks.
"""

from collections.abc import Sequence

from claimaudit.model import Informant, InlineInformant
from claimaudit.provenance.explaining import SHOWN, name_of_label, names_of_sources, origins_phrase
from claimaudit.provenance.independence import Side
from claimaudit.provenance.labels import Label, label_of
from claimaudit.provenance.people import informant_of, relying_on
from claimaudit.text import counted, listed


def full_informant(informant: InlineInformant) -> str:
    """Return who an informant is, with the id if there is one: "US official (`us-official-1`)"."""
    if not isinstance(informant, Informant):
        return informant.descriptor or "somebody not described"
    name = f"`{informant.id}`"
    return f"{informant.descriptor} ({name})" if informant.descriptor else name


def kind_of(informant: InlineInformant) -> str:
    """Return what an informant is: "document", "office", "person", "unnamed person"."""
    return informant.kind if informant.is_named else "unnamed person"


def explain_shared_evidence(side: Side, label: Label) -> str:
    """Return how many outlets and origins have the claim from one informant, and who that is."""
    informant = informant_of(side, label)
    outlets = f"{counted(len(side.outlets), 'outlet')}, " if side.outlets else ""
    return f"{outlets}{origins_phrase(side.outlet)}, all on one {kind_of(informant)}: {full_informant(informant)}"


def explain_anonymous_origin(side: Side, informants: Sequence[Label]) -> str:
    """Return which outlet alone reports the claim, and to which unnamed persons it refers."""
    outlet = name_of_label(side, label_of(side.register.dossier.source[relying_on(side, informants[0])[0]]))
    names = list(dict.fromkeys(full_informant(informant_of(side, label)) for label in informants))
    people = "one unnamed person" if len(informants) == 1 else "unnamed persons alone"
    return f"its only origin, {outlet}, relies on {people}: {listed(names, limit=SHOWN)}"


def explain_anonymous_pool(side: Side, informants: Sequence[Label]) -> str:
    """Return that the origins may have it from one person, and who relies on whom."""
    names = [_with_outlets(side, label) for label in informants]
    if len(names) > 1:
        return f"{origins_phrase(side.outlet)}, perhaps all on one person: {listed(names, limit=SHOWN)}"
    kind = kind_of(informant_of(side, informants[0]))
    return f"{origins_phrase(side.outlet)}, those declared all on one {kind}: {names[0]}"


def _with_outlets(side: Side, label: Label) -> str:
    """Return who an informant is and who relies on it: "US official (Axios)"."""
    informant = informant_of(side, label)
    who = informant.descriptor or (f"`{label.id}`" if isinstance(informant, Informant) else "not described")
    return f"{who} ({names_of_sources(side.register.dossier, relying_on(side, label))})"
