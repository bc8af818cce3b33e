"""`python -m benchmarks.independence`: per class how many claims are falsely independent, falsely merged, right."""

import sys
from collections.abc import Sequence

from benchmarks.independence.gold import dossiers
from benchmarks.independence.scoring import DossierScore, score

COLUMNS = (
    "class",
    "dossiers",
    "claims",
    "right",
    "falsely independent",
    "falsely merged",
    "falsely independent if outlets are counted",
)


def table(scores: Sequence[DossierScore]) -> str:
    """Return the table as Markdown, a row a class and a last row for all."""
    kinds = dict.fromkeys(found.kind for found in scores)
    rows = [_row(kind, [found for found in scores if found.kind == kind]) for kind in kinds]
    head = [f"| {' | '.join(COLUMNS)} |", f"|---|{'---:|' * (len(COLUMNS) - 1)}"]
    return "\n".join([*head, *rows, _row("**all**", scores)])


def _row(name: str, scores: Sequence[DossierScore]) -> str:
    claims = [claim for found in scores for claim in found.claims]
    judgements = ("right", "falsely independent", "falsely merged")
    numbers = (
        len(scores),
        len(claims),
        *(sum(claim.judgement == judgement for claim in claims) for judgement in judgements),
        sum(claim.by_outlets == "falsely independent" for claim in claims),
    )
    return f"| {name} | {' | '.join(map(str, numbers))} |"


def closing_lines(scores: Sequence[DossierScore]) -> str:
    """Return what else was held against the gold: ranges, verdicts with witness sets and merges, findings."""
    claims = [claim for found in scores for claim in found.claims]
    ranges = [claim for claim in claims if claim.is_range]
    kept = sum(claim.judgement == "right" for claim in ranges)
    whole = sum(not claim.misses for claim in claims)
    findings = sum(not found.misses for found in scores)
    return (
        f"ranges that came out as they are: {kept} of {len(ranges)}\n"
        f"claims with verdict, three levels, witness set and all merges right: {whole} of {len(claims)}\n"
        f"dossiers with exactly the findings that are right: {findings} of {len(scores)}"
    )


def complaints(scores: Sequence[DossierScore]) -> list[str]:
    """Return a line for everything that is not as the gold has it."""
    of_findings = [f"{found.dossier}: {miss}" for found in scores for miss in found.misses]
    of_claims = [
        f"{found.dossier} `{claim.claim}`: {miss}"
        for found in scores
        for claim in found.claims
        for miss in claim.misses
    ]
    return of_findings + of_claims


def main() -> int:
    """Print the table; exit 1 if anything is not as the gold has it."""
    scores = [score(gold) for gold in dossiers()]
    wrong = complaints(scores)
    print(table(scores), closing_lines(scores), sep="\n\n")
    for line in wrong:
        print(line, file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
