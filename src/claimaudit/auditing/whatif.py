"""What-ifs as plain values: the audit without some entries, and what carries the most."""

from collections.abc import Iterator, Sequence

from claimaudit.auditing.reporting import report_origins, sentence_on_unchecked
from claimaudit.provenance.bearing import Kind
from claimaudit.provenance.dropping import State, drop, explain_drop
from claimaudit.provenance.labels import Label, LabelKind, spoken, spoken_source
from claimaudit.provenance.people import described
from claimaudit.provenance.sentences import full_name
from claimaudit.provenance.works import works_of
from claimaudit.report import CardKind, ClaimState, DropChange, DroppedEntry, DropReport, RankRow
from claimaudit.rule import AuditedDossier
from claimaudit.text import counted

_LABEL_KINDS: dict[CardKind, LabelKind] = {
    "source": "source",
    "outlet": "outlet",
    "owner": "owner",
    "informant": "informant",
}
"""What can be dropped and ranked; a claim cannot."""


def can_be_dropped(kind: CardKind) -> bool:
    """Return whether entries of a kind can be supposed away: what a claim rests on, not the claim itself."""
    return kind in _LABEL_KINDS


def report_drop(audited: AuditedDossier, entries: Sequence[tuple[CardKind, str]]) -> DropReport:
    """Return the audit as it would be without entries that are in the dossier, each a kind and an id."""
    labels = [Label(entry_id, _LABEL_KINDS[kind]) for kind, entry_id in dict.fromkeys(entries)]
    dropped = tuple(_dropped(audited, label) for label in labels)
    live = {claim.id for claim in audited.live_claims}
    touched = [change for change in drop(audited.provenance, labels) if change.claim in live]
    changes = tuple(
        DropChange(change.claim, change.outcome, claim_state(change.before), claim_state(change.after))
        for change in touched
        if change.outcome is not None
    )
    names = [
        full_name(audited.dossier, label.id) if label.kind == "source" else _name(audited, label)
        for label in labels
    ]
    summary = " ".join([explain_drop(names, touched), *sentence_on_unchecked(audited)])
    return DropReport(dropped, len(audited.claims), len(touched), summary, changes)


def _dropped(audited: AuditedDossier, label: Label) -> DroppedEntry:
    works = len(works_of(audited.provenance, label))
    return DroppedEntry(_card_kind(label), label.id, _name(audited, label), works)


def claim_state(state: State) -> ClaimState:
    """Return how a claim stands as plain values."""
    side = state.side
    return ClaimState(state.verdict, state.contested, len(side.outlets), report_origins(side, side.outlet))


def report_rank(audited: AuditedDossier, kind: Kind) -> Iterator[RankRow]:
    """Yield the outlets, sources, informants or owners, what carries the most first."""
    for weight, witness_of in audited.bearing.ranked(kind):
        label = weight.label
        yield RankRow(
            kind=_card_kind(label),
            id=label.id,
            name=_name(audited, label),
            works=weight.works,
            claims=weight.claims,
            witness_of=witness_of,
            falls=weight.falls,
        )


def remarks_on_rank(audited: AuditedDossier, kind: Kind) -> Iterator[str]:
    """Yield how many informants have no rank because they have no id."""
    in_place = sum(found.route[0] != "informants" for found in described(audited.dossier))
    if kind == "informants" and in_place:
        are, them = ("is", "it an `id`") if in_place == 1 else ("are", "them an `id` each")
        yield f"{counted(in_place, 'informant')} described in place {are} not ranked: give {them}."


def _card_kind(label: Label) -> CardKind:
    return next(kind for kind, label_kind in _LABEL_KINDS.items() if label_kind == label.kind)


def _name(audited: AuditedDossier, label: Label) -> str:
    """Return how a sentence names it, without its id: a work by its outlet, an informant by who it is."""
    dossier = audited.dossier
    if label.kind == "source":
        return spoken_source(dossier, label.id)
    if label.kind == "informant":
        return dossier.informant[label.id].descriptor or label.id
    return spoken(label, dossier, {})
