"""What comes out for the labelled dossiers, held against what is right."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from benchmarks.independence.gold import LEVELS, ClaimGold, DossierGold, Interval, comparable
from claimaudit import audit, load
from claimaudit.report import ClaimReport, SideReport

DAY = date(2026, 11, 24)
Judgement = Literal["right", "falsely independent", "falsely merged"]


@dataclass(frozen=True, slots=True)
class ClaimScore:
    """How one claim came out. `by_outlets` is how counting outlets alone would have come out.

    `misses` is all that differs from the gold, in words.
    """

    claim: str
    judgement: Judgement
    by_outlets: Judgement
    is_range: bool
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DossierScore:
    """How one dossier came out: its claims, and the findings that are missing or unexpected."""

    kind: str
    dossier: str
    claims: tuple[ClaimScore, ...]
    misses: tuple[str, ...]


def score(gold: DossierGold) -> DossierScore:
    """Run the audit on one dossier and hold it against its gold."""
    report = audit(load(gold.path), today=DAY)
    found = {claim.id: claim for claim in report.claims}
    claims = tuple(_score_claim(wanted, found[claim]) for claim, wanted in gold.claims.items())
    findings = [
        f"{it.location.line}:{it.location.column} {it.severity.value} {it.code}" for it in report.findings
    ]
    name = f"{gold.path.parent.name}/{gold.path.stem}"
    return DossierScore(gold.kind, name, claims, tuple(_differences(gold.findings, findings)))


def _differences(wanted: Iterable[str], found: Iterable[str]) -> Iterator[str]:
    expected, came = Counter(wanted), Counter(found)
    yield from (f"missing {line}" for line in (expected - came).elements())
    yield from (f"unexpected {line}" for line in (came - expected).elements())


def _score_claim(gold: ClaimGold, found: ClaimReport) -> ClaimScore:
    levels = {level: _interval(found.support, level) for level in LEVELS}
    outlets, right = len(found.support.outlets), gold.levels["outlet"]
    return ClaimScore(
        found.id,
        judge(list(gold.levels.values()), list(levels.values())),
        judge([right], [Interval(outlets, outlets)]),
        right.low < right.high,
        tuple(_misses(gold, found, levels)),
    )


def judge(right: Sequence[Interval], found: Sequence[Interval]) -> Judgement:
    """Return whether any end of any level counts more origins than there are, else whether any counts fewer."""
    pairs = list(zip(right, found, strict=True))
    if any(came.low > gold.low or came.high > gold.high for gold, came in pairs):
        return "falsely independent"
    return "right" if all(gold == came for gold, came in pairs) else "falsely merged"


def _interval(side: SideReport, level: str) -> Interval:
    origins = {"outlet": side.outlet, "owner": side.owner, "informant": side.informant}[level]
    return Interval(origins.low, origins.high)


def _misses(gold: ClaimGold, found: ClaimReport, levels: dict[str, Interval]) -> Iterator[str]:
    verdict = f"{found.verdict}{', contested' if found.contested else ''}"
    if verdict != gold.verdict:
        yield f"verdict {verdict} for {gold.verdict}"
    if len(found.support.outlets) != gold.outlets:
        yield f"{len(found.support.outlets)} outlets for {gold.outlets}"
    for level, came in levels.items():
        if came != gold.levels[level]:
            yield f"{level} {came.low}-{came.high} for {gold.levels[level].low}-{gold.levels[level].high}"
    witness = tuple(member.id for member in found.support.outlet.high_witness)
    if witness != gold.witness:
        yield f"witness {', '.join(witness)} for {', '.join(gold.witness)}"
    merges = {comparable(merge.reason, merge.path) for merge in found.merges}
    yield from (f"missing merge {reason}: {' '.join(path)}" for reason, path in sorted(gold.merges - merges))
    yield from (
        f"unexpected merge {reason}: {' '.join(path)}" for reason, path in sorted(merges - gold.merges)
    )
