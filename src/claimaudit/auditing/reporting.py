"""Turns what was counted into the plain values of a report."""

from collections import Counter
from collections.abc import Iterator, Sequence

from claimaudit.finding import Severity, Waived
from claimaudit.model import Dossier
from claimaudit.provenance import Label, Range, Side
from claimaudit.provenance.explaining import explain_verdict, ids, name_of_label
from claimaudit.provenance.merging import explain_count, merges
from claimaudit.report import (
    ClaimReport,
    LeftOut,
    Merge,
    Origins,
    OutletReport,
    SideReport,
    SourceReport,
    Summary,
    Witness,
)
from claimaudit.rule import AuditedClaim, AuditedDossier
from claimaudit.text import counted

VERDICTS = ("unsupported", "inferred", "single origin", "unclear", "corroborated")


def report_claim(claim: AuditedClaim, dossier: Dossier, *, is_checked: bool) -> ClaimReport:
    """Return one claim with all that was counted on it."""
    provenance, entry = claim.provenance, claim.claim
    found = merges(claim.support)
    return ClaimReport(
        id=entry.id,
        text=entry.text,
        section=entry.section,
        status=entry.status,
        tags=entry.tags,
        locator=entry.locator,
        verdict=claim.verdict,
        contested=provenance.is_contested(entry.id),
        meaning=explain_verdict(provenance, entry.id),
        why=explain_count(claim.support, found),
        support=report_side(claim.support),
        against=report_side(claim.against),
        merges=tuple(Merge(merge.reason, merge.path, merge.text) for merge in found),
        not_counted=tuple(
            LeftOut(piece.source, piece.reason) for piece in provenance.register.not_counted(entry)
        ),
        premises=entry.rests_on,
        is_speculative=claim.is_speculative,
        is_secret_annex=claim.has_tag("secret annex"),
        is_checked=is_checked,
        location=dossier.places.locate(claim.route),
    )


def report_side(side: Side) -> SideReport:
    """Return what supports or contradicts a claim."""
    return SideReport(
        outlets=side.outlets,
        origins=side.origins,
        outlet=report_origins(side, side.outlet),
        owner=report_origins(side, side.owner),
        owners_declared=side.owners_declared,
        informant=report_origins(side, side.informant),
    )


def report_origins(side: Side, found: Range) -> Origins:
    """Return the range of a side at one level."""

    def named(witness: Sequence[Label]) -> tuple[Witness, ...]:
        return tuple(Witness(label.kind, label.id, name_of_label(side, label)) for label in witness)

    return Origins(
        low=found.low,
        high=found.high,
        low_witness=named(found.low_witness),
        high_witness=named(found.high_witness),
        low_exact=found.low_exact,
        high_exact=found.high_exact,
        unique=found.unique,
        shown=str(found),
    )


def summarise(
    audited: AuditedDossier, outcomes: Sequence[tuple[Severity, Waived | None]], *, gone: int = 0
) -> Summary:
    """Return the counts of a report; `outcomes` has for each finding how grave it is, and what hides it."""
    verdicts = Counter[str](claim.verdict for claim in audited.all_claims)
    live = Counter(severity for severity, waived in outcomes if waived is None)
    return Summary(
        claims=len(audited.all_claims),
        by_verdict={verdict: verdicts[verdict] for verdict in VERDICTS if verdicts[verdict]},
        findings={severity.value: live[severity] for severity in Severity},
        waived=sum(waived is not None for _, waived in outcomes),
        unchecked=len(audited.unchecked),
        sources=len(audited.dossier.sources),
        outlets=len(audited.dossier.outlets),
        known=sum(waived is not None and waived.is_known for _, waived in outcomes),
        gone=gone,
    )


def report_sources(audited: AuditedDossier) -> Iterator[SourceReport]:
    """Yield all sources, in the order of the files."""
    register = audited.provenance.register
    for index, source in enumerate(audited.dossier.sources):
        grounds = register.source_grounds(source.id)
        yield SourceReport(
            id=source.id,
            outlet=source.outlet,
            title=source.title,
            basis=grounds.basis,
            via=grounds.via,
            status=source.status,
            read=source.read,
            published=str(source.published) if source.published else None,
            claims=tuple(audited.bearing.claims_on.get(source.id, ())),
            location=audited.dossier.places.locate(("sources", index)),
        )


def report_outlets(audited: AuditedDossier) -> Iterator[OutletReport]:
    """Yield all outlets, in the order of the files."""
    dossier = audited.dossier
    works: dict[str, list[str]] = {}
    for source in dossier.sources:
        works.setdefault(source.outlet or "", []).append(source.id)
    for index, outlet in enumerate(dossier.outlets):
        own = works.get(outlet.id, [])
        yield OutletReport(
            id=outlet.id,
            name=outlet.label,
            kind=outlet.kind,
            owner=outlet.owner,
            sources=tuple(own),
            claims=tuple(audited.bearing.leading_to(own)),
            bears=tuple(audited.bearing.falling_without(own)),
            location=dossier.places.locate(("outlets", index)),
        )


def sentence_on_unchecked(audited: AuditedDossier) -> Iterator[str]:
    """Yield that some claims could not be checked, if so: whatever is counted, they are left out."""
    if audited.unchecked:
        what = counted(len(audited.unchecked), "claim")
        yield f"{what} could not be checked, because of errors in the files: {ids(sorted(audited.unchecked))}."
