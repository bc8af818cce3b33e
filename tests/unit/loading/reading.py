"""What the tests of reading have in common: writing files, and findings as lines."""

from collections.abc import Iterator
from pathlib import Path

from claimaudit.finding import Finding
from claimaudit.loading import load
from claimaudit.model import Dossier


def written(folder: Path, text: str, name: str = "dossier.yaml") -> Path:
    """Return a file with that text."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def read(folder: Path, text: str) -> Dossier:
    """Return the dossier that a file with that text holds."""
    return load(written(folder, text))


def lines_of(findings: tuple[Finding, ...]) -> Iterator[str]:
    """Yield findings as the `.expected` files have them: without the path, related places below."""
    for finding in findings:
        place = f"{finding.location.line}:{finding.location.column}"
        yield f"{place} {finding.code} {finding.message}"
        if finding.help:
            yield f"  help: {finding.help}"
        for related in finding.related:
            yield f"  {related.location.line}:{related.location.column} {related.message}"


def messages(dossier: Dossier) -> list[str]:
    """Return the faults of a dossier as `line:column CODE message`."""
    return [line for line in lines_of(dossier.faults) if not line.startswith(" ")]
