"""The source summary statement: what an editor wants to know first, in a few sentences.

Its four parts are those that ICD 206 asks of such a statement: strengths and weaknesses of the base, the sources
that matter most, what corroborates, what conflicts.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from claimaudit.auditing.reporting import sentence_on_unchecked
from claimaudit.provenance.explaining import ids, name_of_label, names_of_sources
from claimaudit.provenance.flaws import off_subject
from claimaudit.provenance.labels import label_of
from claimaudit.rule import AuditedClaim, AuditedDossier
from claimaudit.text import counted, listed

CARRIERS = 4
"""How many outlets are named as carrying the most."""


def source_summary_statement(audited: AuditedDossier) -> Iterator[str]:
    """Yield the statement, a sentence each."""
    if not audited.all_claims:
        yield "There are no claims."
        return
    yield _base(audited)
    yield from _verdicts(audited.claims)
    yield from _carriers(audited)
    yield from _off_subject(audited.claims)
    yield from _contested(audited)
    yield from _marked(audited.claims)
    yield from sentence_on_unchecked(audited)


def _base(audited: AuditedDossier) -> str:
    used = audited.bearing.claims_on.keys()
    outlets = {label_of(audited.dossier.source[source]) for source in used}
    number = len(audited.claims)
    of_all = f" of {len(audited.all_claims)}" if audited.unchecked else ""
    return (
        f"{counted(number, 'claim')}{of_all} {_are(number)} audited, on "
        f"{counted(len(used), 'source')} of {counted(len(outlets), 'outlet')}."
    )


def _verdicts(claims: Sequence[AuditedClaim]) -> Iterator[str]:
    by = Counter[str](claim.verdict for claim in claims)
    parts = [
        f"{by[verdict]} {_verb(by[verdict], verb)} {phrase}"
        for verdict, verb, phrase in _PHRASES
        if by[verdict]
    ]
    if parts:
        yield f"Of these, {'; '.join(parts)}{_unfounded(claims)}."
    several = [
        claim for claim in claims if claim.verdict == "single origin" and len(claim.support.outlets) > 1
    ]
    if several:
        most = max(several, key=lambda claim: len(claim.support.outlets))
        yield (
            f"{counted(len(several), 'claim')} {_verb(len(several), 'look')} corroborated and "
            f"{_are(len(several))} not: several outlets repeat one origin. "
            f"`{most.id}` stands in {counted(len(most.support.outlets), 'outlet')} and falls if "
            f"{_names(most)} is wrong."
        )


_PHRASES = (
    ("corroborated", "rest", "on two or more independent origins"),
    ("single origin", "rest", "on a single independent origin"),
    ("unclear", "hang", "on sources that do not say where they have it from"),
    ("inferred", "be", "argued from other claims alone"),
    ("unsupported", "have", "no support that counts"),
)


def _unfounded(claims: Sequence[AuditedClaim]) -> str:
    """Return how many claims the text makes its own with nothing behind them."""
    number = sum(claim.verdict == "unsupported" and claim.is_in_own_voice for claim in claims)
    return f", {number} of which the text states in its own voice" if number else ""


def _verb(number: int, verb: str) -> str:
    if verb == "be":
        return _are(number)
    if verb == "have":
        return "has" if number == 1 else "have"
    return f"{verb}s" if number == 1 else verb


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _names(claim: AuditedClaim) -> str:
    side = claim.support
    return listed([name_of_label(side, label) for label in side.outlet.high_witness])


def _carriers(audited: AuditedDossier) -> Iterator[str]:
    """Yield which outlets carry the most: how many of the claims that lead to each fall without it alone."""
    bearing = [weight for weight in audited.bearing.weights("outlets") if weight.falls]
    bearing.sort(key=lambda weight: (-len(weight.falls), -len(weight.claims), weight.label))
    most = bearing[:CARRIERS]
    if most:
        names = audited.dossier.outlet
        phrases = [
            f"{names[weight.label.id].label} ({len(weight.falls)} of {len(weight.claims)})" for weight in most
        ]
        what = "of the claims that lead to an outlet, so many fall without it alone"
        yield f"The most rests on {listed(phrases)}: {what}."


def _off_subject(claims: Sequence[AuditedClaim]) -> Iterator[str]:
    partly = [claim for claim in claims if any(off_subject(claim.support))]
    wholly = [claim for claim in partly if not claim.support.counted_sources]
    if partly:
        all_of_it = f", for {len(wholly)} of them all of it" if wholly else ""
        yield (
            f"What is cited for {counted(len(partly), 'claim')} is in part about another subject and does not count"
            f"{all_of_it}."
        )


def _contested(audited: AuditedDossier) -> Iterator[str]:
    contested = [claim for claim in audited.claims if claim.against.is_grounded]
    if contested:
        yield f"{counted(len(contested), 'claim')} {_are(len(contested))} contested: {_list_contested(contested)}."
    else:
        yield "Nothing that counts contradicts any claim."


def _list_contested(contested: Sequence[AuditedClaim]) -> str:
    return listed(
        [
            f"`{claim.id}` by {names_of_sources(claim.provenance.dossier, claim.against.origins, limit=2)}"
            for claim in contested
        ],
        limit=5,
        separator="; ",
    )


def _marked(claims: Sequence[AuditedClaim]) -> Iterator[str]:
    speculative = [claim.id for claim in claims if claim.is_speculative]
    secret = [claim.id for claim in claims if claim.has_tag("secret annex")]
    if speculative:
        yield f"{counted(len(speculative), 'claim')} {_are(len(speculative))} marked speculative."
    if secret:
        yield (
            f"{counted(len(secret), 'claim')} {_are(len(secret))} said to sit in a secret annex, which nobody has "
            f"seen: {ids(secret)}."
        )
