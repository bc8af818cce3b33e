"""Which sources a source, an outlet, an owner or an informant stands for. Every count of works comes from here."""

from claimaudit.provenance.independence import Provenance
from claimaudit.provenance.labels import Label


def works_of(provenance: Provenance, label: Label) -> tuple[str, ...]:
    """Return the sources that a label stands for, in the order of the files.

    Of an owner those of all its outlets, however far down; of an informant those whose reporting names it, for all
    claims or for one.
    """
    dossier = provenance.dossier
    match label.kind:
        case "source":
            return (label.id,)
        case "outlet":
            return tuple(source.id for source in dossier.sources if source.outlet == label.id)
        case "owner":
            owned = frozenset(
                outlet.id
                for outlet in dossier.outlets
                if label in provenance.ownership.chain(Label(outlet.id, "outlet"))
            )
            return tuple(source.id for source in dossier.sources if source.outlet in owned)
        case "informant":
            relying = _relying_on(provenance, label)
            return tuple(source.id for source in dossier.sources if source.id in relying)
        case "text" | "undeclared":
            return ()


def _relying_on(provenance: Provenance, label: Label) -> frozenset[str]:
    register, dossier = provenance.register, provenance.dossier
    of_sources = {
        source.id for source in dossier.sources if label in register.source_grounds(source.id).informants
    }
    of_evidence = {
        piece.source
        for claim in dossier.claims
        for piece in claim.evidence
        if label.id in (piece.informants or ())
    }
    return frozenset(of_sources | of_evidence)
