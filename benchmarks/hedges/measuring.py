"""Reading labelled sentences, and counting where a list of cues agrees with the labels. Prints nothing."""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Literal, NamedTuple

from claimaudit.text.cues import CueList, find_cues

SEED_LABELS = Path(__file__).parent / "seed_labels.csv"

LISTS: tuple[tuple[CueList, ...], ...] = (
    ("hedges",),
    ("attributions",),
    ("hedges", "attributions"),
    ("weasels",),
    ("attributions", "weasels"),
    ("hedges", "attributions", "weasels"),
)
"""What is measured: each list alone, the two that rules read, and those with the third, which none reads."""


CONLL_TEST_SHARE = 0.2274
"""The share of uncertain sentences in the data of the CoNLL-2010 task on Wikipedia, as published."""


class Labelled(NamedTuple):
    """A sentence, and whether people found it uncertain."""

    text: str
    is_uncertain: bool


@dataclass(frozen=True, slots=True)
class Score:
    """In how many sentences cues and labels see uncertainty: both, the cues alone, the labels alone, neither."""

    right: int
    false: int
    missed: int
    neither: int

    @property
    def precision(self) -> float:
        """The share of sentences with a cue that are uncertain; 0 where none has a cue."""
        return _share(self.right, self.right + self.false)

    @property
    def recall(self) -> float:
        """The share of uncertain sentences that have a cue; 0 where none is uncertain."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, as the CoNLL-2010 task counts it: of uncertain sentences."""
        return _share(2 * self.right, 2 * self.right + self.false + self.missed)

    def f1_at(self, uncertain: float) -> float:
        """Return the F1 of the same cues where that share of the sentences is uncertain.

        Of what is uncertain and of what is not, the cues are taken to find the same shares as here. F1 rises with
        the share of uncertain sentences alone, so figures on two texts can only be compared at one share.
        """
        found = uncertain * self.recall
        false = (1 - uncertain) * _share(self.false, self.false + self.neither)
        return _share(2 * found, found + false + uncertain)

    def f1_between(self, *, samples: int = 400, seed: int = 2010) -> tuple[float, float]:
        """Return between which F1 19 of 20 samples lie that are drawn from these sentences, with putting back."""
        counts, draw = (self.right, self.false, self.missed, self.neither), Random(seed)  # noqa: S311  samples, no secrets
        found = sorted(_drawn(draw, counts).f1 for _ in range(samples))
        return found[samples // 40], found[-samples // 40 - 1]


def _drawn(draw: Random, counts: tuple[int, ...]) -> Score:
    drawn = Counter(draw.choices(range(len(counts)), counts, k=sum(counts)))
    return Score(*(drawn[number] for number in range(len(counts))))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def score(sentences: Iterable[Labelled], lists: Sequence[CueList]) -> Score:
    """Return how well "it has a cue of these lists" answers "is it uncertain?"."""
    seen = Counter((bool(find_cues(text, *lists)), is_uncertain) for text, is_uncertain in sentences)
    return Score(seen[True, True], seen[True, False], seen[False, True], seen[False, False])


def half_of(text: str) -> Literal["A", "B"]:
    """Return the half that a sentence is in, by its words alone: cues were chosen on A, B was not looked at."""
    digest = sha256(" ".join(text.split()).encode("utf-8")).digest()
    return "B" if digest[-1] % 2 else "A"


def read_wikipedia(path: Path) -> list[Labelled]:
    """Return the sentences of a CSV file with the columns `text` and `label`, 1 for uncertain.

    Raises:
        ValueError: a column is missing, or a label is neither 0 nor 1.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        _require_columns(rows, "text", "label")
        return [Labelled(row["text"], _is_uncertain(row["label"])) for row in rows]


def read_post(path: Path, labels: Path = SEED_LABELS) -> list[Labelled]:
    """Return the bulleted lines of the post, with the labels that were given to them by number.

    Raises:
        ValueError: other lines are bulleted than those that were labelled: it is another text.
    """
    with labels.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        _require_columns(rows, "line", "label")
        label_of = {int(row["line"]): _is_uncertain(row["label"]) for row in rows}
    lines = enumerate(path.read_text("utf-8").split("\n"), start=1)
    bulleted = {number: line.removeprefix("- ") for number, line in lines if line.startswith("- ")}
    if bulleted.keys() != label_of.keys():
        odd = min(bulleted.keys() ^ label_of.keys())
        raise ValueError(f"{path} is not the post that was labelled: see its line {odd}")
    return [Labelled(line, label_of[number]) for number, line in bulleted.items()]


def _require_columns(rows: "csv.DictReader[str]", *names: str) -> None:
    missing = [name for name in names if name not in (rows.fieldnames or ())]
    if missing:
        raise ValueError(f"no column `{missing[0]}`")


def _is_uncertain(label: str) -> bool:
    if label not in {"0", "1"}:
        raise ValueError(f"a label is 0 or 1, not {label!r}")
    return label == "1"
