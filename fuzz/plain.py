"""`python -m fuzz.plain --runs 100000 --seed 1`: reads YAML line by line and by events, and compares.

What is read line by line has to be read by the parser as well, as the same, from the same places, and with the same
error where it ends in one. Each run takes dossiers in many layouts and breaks one; it depends on the seed and its
number alone. It needs no fuzzer; as a target of `python -m fuzz` it is given bytes by one.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.corpus.layout import STYLES
from benchmarks.corpus.writing import Corpus, write
from tests.property.yaml_texts import Writer

from claimaudit.loading.faults import UnreadableError
from claimaudit.loading.text_file import TextFile
from claimaudit.loading.yaml_parts import Item, Reading, Section
from claimaudit.loading.yaml_values import read_yaml
from fuzz.dossiers import SENSELESS
from fuzz.inputs import PATH, by_events_alone, text_of
from fuzz.seeds import dossiers as seeds

__all__ = ["check", "seeds"]


class Read(NamedTuple):
    """What was read of a text: its parts, and where the parts of each item stand; or why it could not be."""

    parts: Sequence[Section | Item] = ()
    readings: Sequence[Reading] = ()
    error: tuple[str, int, int] | None = None


def check(content: bytes) -> None:
    """Assert that line by line the same is read as by events."""
    text = text_of(content)
    plain = _read(text)
    with by_events_alone():
        assert plain == _read(text)


def _read(text: str) -> Read:
    file = TextFile(PATH, text.encode("utf-8"))
    try:
        parts = list(read_yaml(text))
    except UnreadableError as error:  # how far the parser came before is of no account
        return Read(error=(error.message, error.line, error.column))
    return Read(parts, [file.reading(part.extent) for part in parts if isinstance(part, Item)])


# --- what is read -----------------------------------------------------------------------------------------

_ENTRIES = 60
"""Of each layout, so many claims are made up."""
_SHOWN = 3
"""So many entries of them stand in one text."""


def text_for(seed: int, number: int) -> str:
    """Return what a run reads: the same for the same seed and number."""
    random = Random(f"{seed}/{number}")  # noqa: S311  nothing is kept secret by it
    match random.randrange(3):
        case 0:
            text = Writer(random).text()
        case 1:
            text = random.choice(_cases())
        case _:
            key, *entries = random.choice(_made_up())
            start = random.randrange(len(entries))
            text = key + "".join(entries[start : start + _SHOWN])
    for way in random.choices(SENSELESS, k=random.choice([0, 1, 1, 2])):
        text = way(text, random)
    return text


@cache
def _cases() -> list[str]:
    return [text_of(seed) for seed in seeds()]


@cache
def _made_up() -> list[list[str]]:
    """Return the files of dossiers in all layouts, each as its key and its entries."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for style in STYLES:
            write(Corpus(_ENTRIES, style), Path(folder, style))
            for path in sorted(Path(folder, style).glob("*.yaml")):
                found += [
                    re.split(r"^(?= *- (?:id|descriptor):)", section, flags=re.MULTILINE)
                    for section in re.split(r"^(?=[a-z]+:\n)", path.read_text("utf-8"), flags=re.MULTILINE)[
                        1:
                    ]
                ]
    return [parts for parts in found if len(parts) > 1]


def main() -> int:
    """Compare as often as asked, and return what the command exits with: 1 where the two differ."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.plain", description=__doc__)
    parser.add_argument("--runs", type=int, default=100_000, metavar="N", help="how often (100,000)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another number, other texts (1)")
    asked = parser.parse_args()
    for number in range(asked.runs):
        text = text_for(asked.seed, number)
        try:
            check(text.encode("utf-8", "replace"))
        except AssertionError:
            sys.stdout.write(f"run {number} of seed {asked.seed} is read in two ways:\n{text}\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
