"""What the labelled dossiers say should come out: read from their key `x-gold`, which claimaudit never reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).parent
LEVELS = ("outlet", "owner", "informant")
CHAINS = frozenset({"via", "undeclared", "retracted", "unsourced", "circle"})
"""Reasons of merges whose path is a chain: its order counts. The path of others is a set."""


class Interval(NamedTuple):
    """Independent origins, from what is declared to what is possible."""

    low: int
    high: int

    @classmethod
    def parse(cls, text: str) -> "Interval":
        """Return the interval that "1-3" or "2" writes."""
        low, _, high = text.partition("-")
        return cls(int(low), int(high or low))


@dataclass(frozen=True, slots=True)
class ClaimGold:
    """What is right for one claim: the verdict with ", contested" if so, and the rest as in a report."""

    verdict: str
    outlets: int
    levels: dict[str, Interval]
    witness: tuple[str, ...]
    merges: frozenset[tuple[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class DossierGold:
    """What is right for one dossier: its class, why, each claim, and all findings as `line:column severity CODE`."""

    path: Path
    kind: str
    why: str
    claims: dict[str, ClaimGold]
    findings: tuple[str, ...]


def dossiers(folder: Path = HERE) -> Iterator[DossierGold]:
    """Yield all labelled dossiers, by class and name."""
    for path in sorted(folder.glob("*/*.yaml")):
        text = path.read_text("utf-8")
        gold: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)["x-gold"]  # noqa: S506  it makes text alone
        claims = {name: _claim(value) for name, value in gold["claims"].items()}
        yield DossierGold(path, gold["class"], gold["why"], claims, tuple(gold["findings"]))


def _claim(value: dict[str, Any]) -> ClaimGold:
    return ClaimGold(
        verdict=value["verdict"],
        outlets=int(value["outlets"]),
        levels={level: Interval.parse(value[level]) for level in LEVELS},
        witness=tuple(value["witness"]),
        merges=frozenset(comparable(merge["reason"], tuple(merge["path"])) for merge in value["merges"]),
    )


def comparable(reason: str, path: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Return a merge so that two that say the same are equal."""
    return reason, path if reason in CHAINS else tuple(sorted(path))
