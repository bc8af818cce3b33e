"""The sentences of findings on informants. Knows no rule.

Names are those that people read; ids stand in backticks.
"""

from collections.abc import Sequence

from claimaudit.model import Dossier, Informant, InlineInformant
from claimaudit.provenance.explaining import SHOWN, ids, name_of_label, names_of_sources, origins_phrase
from claimaudit.provenance.independence import Side
from claimaudit.provenance.labels import Label, label_of
from claimaudit.provenance.people import Described, informant_of, relying_on
from claimaudit.provenance.sentences import full_name
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
    reporting = side.register.dossier.source[relying_on(side)[informants[0]][0]]
    outlet = name_of_label(side, label_of(reporting))
    names = list(dict.fromkeys(full_informant(informant_of(side, label)) for label in informants))
    people = "one unnamed person" if len(informants) == 1 else "unnamed persons alone"
    return f"its only origin, {outlet}, relies on {people}: {listed(names, limit=SHOWN)}"


def explain_anonymous_pool(side: Side, informants: Sequence[Label]) -> str:
    """Return that the origins may have it from one person, and who relies on whom."""
    relying = relying_on(side)
    names = [_with_outlets(side, label, relying[label]) for label in informants]
    if len(names) > 1:
        return f"{origins_phrase(side.outlet)}, perhaps all on one person: {listed(names, limit=SHOWN)}"
    kind = kind_of(informant_of(side, informants[0]))
    return f"{origins_phrase(side.outlet)}, those declared all on one {kind}: {names[0]}"


def _with_outlets(side: Side, label: Label, relying: Sequence[str]) -> str:
    """Return who an informant is and who relies on it: "US official (Axios)"."""
    informant = informant_of(side, label)
    who = informant.descriptor or (f"`{label.id}`" if isinstance(informant, Informant) else "not described")
    return f"{who} ({names_of_sources(side.register.dossier, relying)})"


def explain_unexplained(dossier: Dossier, found: Described) -> str:
    """Return who is not named without a reason."""
    return f"{_subject(dossier, found)} is not named, and no reason is given"


def explain_off_record(dossier: Dossier, found: Described, claims: Sequence[str]) -> str:
    """Return who spoke off the record, and which claims use it."""
    use = f"{counted(len(claims), 'claim')} {'uses' if len(claims) == 1 else 'use'} it: {ids(claims)}"
    return f"{_subject(dossier, found)} is off the record, and {use}"


def _subject(dossier: Dossier, found: Described) -> str:
    """Return who an informant is, and whose if it is described in place."""
    who = full_informant(found.informant)
    return f"{who}, informant of {full_name(dossier, found.source)}," if found.source else who
