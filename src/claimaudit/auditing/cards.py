"""Cards: one claim, source, outlet, owner or informant, explained."""

from collections.abc import Callable, Sequence

from claimaudit.auditing.reporting import report_claim, sentence_on_unchecked
from claimaudit.auditing.trees import left_out_of, tree_of, tree_under
from claimaudit.finding import Finding
from claimaudit.provenance.explaining import brief_verdict, explain_verdict
from claimaudit.provenance.labels import Label, spoken_source
from claimaudit.provenance.merging import of_several
from claimaudit.provenance.whatif import lifts
from claimaudit.provenance.works import works_of
from claimaudit.report import CardKind, ClaimCard, EntryCard
from claimaudit.rule import AuditedDossier
from claimaudit.text import counted, listed

LIFTS = 6
"""How many suggestions a card names."""


def card_of_claim(audited: AuditedDossier, claim_id: str, findings: Sequence[Finding]) -> ClaimCard:
    """Return the card of a claim."""
    claim = audited.claim[claim_id]
    provenance = audited.provenance
    premises = dict.fromkeys(premise for members in claim.claim.rests_on for premise in members)
    return ClaimCard(
        claim=report_claim(claim, audited.dossier, is_checked=claim_id not in audited.unchecked),
        tree=tuple(tree_of(claim.support)),
        origins=tuple(_origin(audited, source) for source in claim.support.origins),
        origins_against=tuple(_origin(audited, source) for source in claim.against.origins),
        against=tuple(tree_of(claim.against)),
        left_out=tuple(left_out_of(claim)),
        premises=tuple((premise, explain_verdict(provenance, premise)) for premise in premises),
        as_one=tuple(merge.text for merge in of_several(claim.support)),
        lifts=tuple(str(lift) for lift, _ in zip(lifts(claim.support), range(LIFTS), strict=False)),
        findings=tuple(findings),
        note=claim.claim.note,
    )


def _origin(audited: AuditedDossier, source_id: str) -> tuple[str, str]:
    """Return the name of an origin and what is known of it."""
    dossier = audited.dossier
    source = dossier.source[source_id]
    parts = [
        f'"{source.title}"' if source.title and source.outlet else "",
        str(source.published or ""),
        "" if source.read else "known only because others credit it",
        "a party to the matter" if source.interested else "",
        "" if source.status == "active" else source.status,
        source_id,
    ]
    return spoken_source(dossier, source_id), ", ".join(part for part in parts if part)


# --- sources, outlets, owners, informants ---------------------------------------------------------------


def card_of_entry(
    audited: AuditedDossier, kind: CardKind, entry_id: str, findings: Sequence[Finding]
) -> EntryCard:
    """Return the card of a source, outlet, owner or informant."""
    title, facts, sources = _DESCRIBE[kind](audited, entry_id)
    led = audited.bearing.leading_to(sources)
    if kind == "informant":
        label = Label(entry_id, "informant")
        falls = [claim for claim in led if audited.claim[claim].support.falls_without_informant(label)]
    else:
        falls = audited.bearing.falling_without(sources)
    opposed = {claim.id: claim for source in sources for claim in audited.claims_against.get(source, ())}
    homes = {"source": "sources", "outlet": "outlets", "owner": "owners", "informant": "informants"}
    index = [entry.id for entry in getattr(audited.dossier, homes[kind])].index(entry_id)
    return EntryCard(
        kind=kind,
        id=entry_id,
        title=title,
        facts=tuple((name, value) for name, value in facts if value),
        tree=tuple(tree_under(audited, entry_id)) if kind == "source" else (),
        claims=tuple((claim, brief_verdict(audited.provenance, claim)) for claim in led),
        against=tuple((claim.id, claim.claim.text) for claim in opposed.values()),
        bears=tuple(falls),
        findings=tuple(findings),
        location=audited.dossier.places.locate((homes[kind], index)),
        remarks=tuple(sentence_on_unchecked(audited)),
    )


def described(audited: AuditedDossier, kind: CardKind, entry_id: str) -> tuple[str, list[str]]:
    """Return the title of a source, outlet, owner or informant, and the ids of the sources it stands for."""
    title, _, sources = _DESCRIBE[kind](audited, entry_id)
    return title, sources


_Described = tuple[str, list[tuple[str, str]], list[str]]


def _describe_source(audited: AuditedDossier, entry_id: str) -> _Described:
    dossier, register = audited.dossier, audited.provenance.register
    source, grounds = dossier.source[entry_id], register.source_grounds(entry_id)
    facts = [
        ("outlet", dossier.outlet[source.outlet].label if source.outlet else "none: it stands for itself"),
        ("published", str(source.published or "")),
        ("address", source.url or source.reference or ""),
        ("archive", source.archive or ""),
        ("basis", grounds.basis + ("" if source.basis else " (by default)")),
        ("repeats", listed(list(grounds.via))),
        ("informants", listed([_who(audited, label) for label in grounds.informants])),
        ("shares text with", listed([name for name in register.text_group(entry_id) if name != entry_id])),
        ("read", "" if source.read else "no: known only because others credit it"),
        ("interested", "yes: a party to the matter" if source.interested else ""),
        ("subject", source.subject or ""),
        ("status", "" if source.status == "active" else source.status),
        ("note", source.note or ""),
    ]
    return source.title or spoken_source(dossier, entry_id), facts, [entry_id]


def _who(audited: AuditedDossier, label: Label) -> str:
    register = audited.provenance.register
    informant = audited.dossier.informant.get(label.id) or register.inline.get(label)
    return (informant.descriptor if informant else None) or label.id


def _describe_outlet(audited: AuditedDossier, entry_id: str) -> _Described:
    dossier = audited.dossier
    outlet = dossier.outlet[entry_id]
    works = [source.id for source in dossier.sources if source.outlet == entry_id]
    facts = [
        ("kind", outlet.kind or ""),
        ("owner", outlet.owner or "not declared"),
        ("reliability", outlet.reliability or ""),
        ("works", f"{counted(len(works), 'source')}: {listed(works)}" if works else "none"),
        ("note", outlet.note or ""),
    ]
    return outlet.label, facts, works


def _describe_owner(audited: AuditedDossier, entry_id: str) -> _Described:
    dossier = audited.dossier
    owner = dossier.owner[entry_id]
    works = list(works_of(audited.provenance, Label(entry_id, "owner")))
    owned = list(dict.fromkeys(dossier.source[work].outlet or "" for work in works))
    facts = [("owner", owner.owner or ""), ("outlets", listed(owned)), ("note", owner.note or "")]
    return owner.name or owner.id, facts, works


def _describe_informant(audited: AuditedDossier, entry_id: str) -> _Described:
    informant = audited.dossier.informant[entry_id]
    works = list(works_of(audited.provenance, Label(entry_id, "informant")))
    facts = [
        ("kind", informant.kind),
        ("named", "yes" if informant.is_named else "no"),
        ("terms", informant.terms or ""),
        ("works", listed(works)),
        ("note", informant.note or ""),
    ]
    return informant.descriptor or informant.id, facts, works


_DESCRIBE: dict[str, Callable[[AuditedDossier, str], _Described]] = {
    "source": _describe_source,
    "outlet": _describe_outlet,
    "owner": _describe_owner,
    "informant": _describe_informant,
}
