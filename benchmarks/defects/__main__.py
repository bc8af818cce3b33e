"""`python -m benchmarks.defects`: per rule how many seeded defects are found where they are, and nothing besides."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.policy import config_of
from claimaudit import Report, audit, load

HERE = Path(__file__).parent
DAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one input should give and what it gave: findings as `line:column severity CODE`, then the exit code."""

    path: Path
    wanted: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def missed(self) -> list[str]:
        """What should have been found and was not."""
        return list((Counter(self.wanted) - Counter(self.found)).elements())

    @property
    def unexpected(self) -> list[str]:
        """What was found and should not have been."""
        return list((Counter(self.found) - Counter(self.wanted)).elements())


def outcomes(folder: Path = HERE) -> Iterator[Outcome]:
    """Audit all inputs, by folder and name."""
    for path in sorted(folder.glob("*/*.yaml")):
        wanted = tuple(path.with_suffix(".expected").read_text("utf-8").splitlines())
        yield Outcome(path, wanted, tuple(_found(path)))


def _found(path: Path) -> Iterator[str]:
    config = config_of(path.read_text("utf-8", errors="replace"))
    report = audit(load(path), config=config, today=DAY)
    for finding in report.findings:
        waived = " waived" if finding.waived else ""
        place = f"{finding.location.line}:{finding.location.column}"
        yield f"{place} {finding.severity.value} {finding.code}{waived}"
    yield f"exit {_exit_code(report)}"


def _exit_code(report: Report) -> int:
    if report.is_unreadable:
        return 2
    return int(any(finding.severity == "error" and not finding.waived for finding in report.findings))


def table(found: Sequence[Outcome]) -> str:
    """Return the table as Markdown, a row a rule and a last row for all."""
    names = dict.fromkeys(outcome.path.parent.name for outcome in found)
    rows = [_row(name, [outcome for outcome in found if outcome.path.parent.name == name]) for name in names]
    head = ["| rule | inputs | exactly right | missed | unexpected |", "|---|---:|---:|---:|---:|"]
    return "\n".join([*head, *rows, _row("**all**", found)])


def _row(name: str, found: Sequence[Outcome]) -> str:
    right = sum(outcome.wanted == outcome.found for outcome in found)
    missed = sum(len(outcome.missed) for outcome in found)
    unexpected = sum(len(outcome.unexpected) for outcome in found)
    return f"| {name} | {len(found)} | {right} | {missed} | {unexpected} |"


def main() -> int:
    """Print the table; exit 1 if anything is not as expected."""
    found = list(outcomes())
    print(table(found))
    for outcome in found:
        for what, lines in (("missed", outcome.missed), ("unexpected", outcome.unexpected)):
            for line in lines:
                print(f"{outcome.path.relative_to(HERE)}: {what} {line}", file=sys.stderr)
    return int(any(outcome.wanted != outcome.found for outcome in found))


if __name__ == "__main__":
    sys.exit(main())
