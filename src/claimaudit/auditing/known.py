"""Findings that were there before: what a baseline or an earlier revision knows, so that only new ones count.

Reads no file and asks no repository.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from claimaudit.finding import Finding, KnownFinding, Waived
from claimaudit.report import INPUT_RULES


class Known(NamedTuple):
    """What one witness remembers: a baseline or a revision.

    `by` and `reason` are recorded with each finding that it knows. Of what is `kept` in a file, entries that no
    longer occur are told.
    """

    by: str
    reason: str
    findings: tuple[KnownFinding, ...]
    is_kept: bool = False

    @property
    def decision(self) -> Waived:
        """What is recorded with a finding that is known."""
        return Waived(self.by, self.reason, is_known=True)


def live(findings: Iterable[Finding]) -> Iterator[KnownFinding]:
    """Yield what a later audit remembers of these findings: all that nobody waived, but for errors of the input."""
    for finding in findings:
        if finding.code not in INPUT_RULES and finding.waived is None:
            yield KnownFinding.of(finding)


def with_known(findings: Sequence[Finding], known: Iterable[Known]) -> tuple[Finding, ...]:
    """Return the findings, in their order, those that any of the witnesses knows marked as such.

    A finding is known by its fingerprint, and only if it was at least as grave: one that rose in severity got
    worse. Where several share a fingerprint, so many are known as were there. What an editor waived stays so.
    """
    marked = list(findings)
    for witness in known:
        ranks = _ranks(witness.findings)
        for place in sorted(range(len(marked)), key=lambda number: marked[number].severity.rank):
            finding = marked[place]
            left = ranks.get(finding.fingerprint)
            can_be_known = finding.waived is None and finding.code not in INPUT_RULES
            if can_be_known and left and left[-1] <= finding.severity.rank:
                left.pop()
                marked[place] = finding._replace(waived=witness.decision)
    return tuple(marked)


def _ranks(findings: Iterable[KnownFinding]) -> dict[str, list[int]]:
    """Return by fingerprint how grave the findings were, the gravest last."""
    ranks: dict[str, list[int]] = {}
    for entry in findings:
        ranks.setdefault(entry.fingerprint, []).append(entry.severity.rank)
    for left in ranks.values():
        left.sort(reverse=True)
    return ranks


def came_and_went(before: Iterable[KnownFinding], now: Iterable[KnownFinding]) -> tuple[int, int]:
    """Return how many entries of a baseline are new, or graver than they were, and how many are no longer in it."""
    was, present = tuple(before), tuple(now)
    ranks = _ranks(was)
    came = 0
    for entry in sorted(present, key=lambda entry: entry.severity.rank):
        left = ranks.get(entry.fingerprint)
        if left and left[-1] <= entry.severity.rank:
            left.pop()
        else:
            came += 1
    missing = Counter(entry.fingerprint for entry in was)
    missing.subtract(entry.fingerprint for entry in present)
    return came, sum(number for number in missing.values() if number > 0)


def gone(
    findings: Iterable[Finding], known: Iterable[Known], silent: Collection[str]
) -> Iterator[KnownFinding]:
    """Yield what is kept in a file and no longer occurs, waived or not, in the order of the file.

    What a rule found that was not asked to speak, by its code in `silent`, may well still be there.
    """
    present = Counter(finding.fingerprint for finding in findings)
    for witness in known:
        left = present.copy()
        for entry in witness.findings if witness.is_kept else ():
            if left[entry.fingerprint]:
                left[entry.fingerprint] -= 1
            elif entry.code not in silent:
                yield entry
