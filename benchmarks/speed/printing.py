"""What it takes to write findings as text, timed within one process, beside JSON of the same findings.

`python -m benchmarks.speed.printing FOLDER` prints microseconds of CPU a finding, as JSON.
"""

import gc
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import process_time

from claimaudit import Report, audit, load
from claimaudit.render import findings_json_lines, findings_text

FINDINGS = 10_000
ROUNDS = 5


def timings(report: Report, findings: int = FINDINGS) -> dict[str, float]:
    """Return microseconds a finding: of the formats `full` and `concise`, and of `json`.

    There are as many as are asked for: those of the report, over and over. The objects that JSON is made of are made
    before.

    Raises:
        ValueError: the report has no finding.
    """
    if not report.findings:
        raise ValueError("nothing was found that could be printed")
    many = replace(report, findings=tuple(islice(cycle(report.findings), findings)))
    values = [json.loads(line) for line in findings_json_lines.render(many).splitlines()]
    ways: dict[str, Callable[[], str]] = {
        "full": lambda: findings_text.render_full(many, many.findings),
        "concise": lambda: findings_text.render_concise(many, many.findings),
        "json": lambda: json.dumps(values),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):  # in turn, as processes are
        for name, way in ways.items():
            taken[name].append(_microseconds(way) / findings)
    return {name: median(figures) for name, figures in taken.items()}


def _microseconds(way: Callable[[], str]) -> float:
    before = process_time()
    way().encode()
    return (process_time() - before) * 1e6


if __name__ == "__main__":
    found = audit(load(Path(sys.argv[1])), today=date(2026, 1, 1))
    gc.disable()  # as the command does
    sys.stdout.write(json.dumps(timings(found)))
