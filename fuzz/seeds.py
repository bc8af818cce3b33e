"""What the fuzzers start from: the dossier of this project and the cases of its tests, the examples of its documents."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
LONGEST = 2048
"""Bytes of the longest seed: what is longer makes each try slow."""


def dossiers() -> list[bytes]:
    """Return small dossiers: the cases, and each entry of the project's own by itself."""
    cases = (path.read_bytes() for path in sorted(ROOT.glob("tests/cases/**/*.yaml")))
    return [seed for seed in (*cases, *_entries_of_data()) if len(seed) <= LONGEST]


def _entries_of_data() -> Iterator[bytes]:
    for path in sorted(ROOT.glob("data/*.yaml")):
        for section in re.split(rb"^(?=[a-z]+:\n)", path.read_bytes(), flags=re.MULTILINE)[1:]:
            key, *entries = re.split(rb"^(?=  - )", section, flags=re.MULTILINE)
            yield from (key + entry for entry in entries)


def settings() -> Iterator[bytes]:
    """Yield the example of the page on the configuration, as a whole and in its parts, and what cases ask for."""
    page = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    for example in re.findall(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL):
        yield from (part.encode() for part in (example, *example.split("\n\n")))
        yield b"[tool.claimaudit]\n" + example.partition("\n[")[0].encode()
    for path in sorted(ROOT.glob("tests/cases/**/*.yaml")):
        if asked := re.findall(rb"^# policy: (.*\n)", path.read_bytes(), re.MULTILINE):
            yield b"".join(asked)
