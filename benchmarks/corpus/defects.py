"""Defects of known codes, put into sound claims."""

from collections.abc import Callable, Iterable, Iterator
from random import Random

from benchmarks.corpus.claiming import claim_id
from benchmarks.corpus.prose import Prose
from benchmarks.corpus.publishing import Entry

Spoil = Callable[[Entry, Prose], list[Entry]]
"""Returns what stands in the file instead of a sound claim."""


def places(claims: int, defects: int, random: Random) -> dict[int, str]:
    """Return which claims, by number, get a defect of which code: all codes in turn, in order of the file.

    Raises:
        ValueError: there are more defects than claims.
    """
    if defects > claims:
        raise ValueError(f"{defects} defects in {claims} claims: one claim has one at most")
    numbers = sorted(random.sample(range(claims), defects))
    codes = list(SPOILS)
    return {number: codes[place % len(codes)] for place, number in enumerate(numbers)}


def spoiled(claims: Iterable[Entry], where: dict[int, str], prose: Prose) -> Iterator[Entry]:
    """Yield the claims, those at the places with their defect."""
    for number, claim in enumerate(claims):
        if number in where:
            yield from SPOILS[where[number]](claim, prose)
        else:
            yield claim


def listing(where: dict[int, str]) -> str:
    """Return a line `claim code` for each defect, in order of the file."""
    return "".join(f"{claim_id(number)} {code}\n" for number, code in where.items())


def _bare(claim: Entry, status: str, text: str) -> Entry:
    """Return the claim with another text, and with nothing that it rests on."""
    kept = {key: claim[key] for key in ("id", "section", "locator")}
    return {**kept, "text": text, "status": status}


def _unmarked_hedge(claim: Entry, prose: Prose) -> list[Entry]:
    return [{**claim, "text": prose.sentence("hedged"), "status": "asserted"}]


def _from_absence(claim: Entry, prose: Prose) -> list[Entry]:
    return [_bare(claim, "reported", prose.sentence("absent"))]


def _unknown_key(claim: Entry, prose: Prose) -> list[Entry]:
    return [{**claim, "remark": prose.sentence("remark")}]


def _twice(claim: Entry, prose: Prose) -> list[Entry]:
    return [claim, {**claim, "text": prose.sentence("flat")}]


def _dangling(claim: Entry, prose: Prose) -> list[Entry]:
    del prose
    return [{**claim, "evidence": [*claim.get("evidence", []), f"nowhere-{claim['id']}"]}]


def _unsupported(claim: Entry, prose: Prose) -> list[Entry]:
    return [_bare(claim, "asserted", prose.sentence("flat"))]


def _vague(claim: Entry, prose: Prose) -> list[Entry]:
    return [_bare(claim, "reported", prose.sentence("vague"))]


def _called_confirmed(claim: Entry, prose: Prose) -> list[Entry]:
    return [{**_bare(claim, "reported", prose.sentence("attributed")), "credibility": 1}]


def _secret_annex(claim: Entry, prose: Prose) -> list[Entry]:
    del prose
    return [{**claim, "tags": ["secret annex"]}]


SPOILS: dict[str, Spoil] = {
    "CA101": _unsupported,
    "CA403": _unmarked_hedge,
    "CA004": _dangling,
    "CA303": _vague,
    "CA402": _secret_annex,
    "CA305": _called_confirmed,
    "CA002": _unknown_key,
    "CA405": _from_absence,
    "CA003": _twice,
}
"""How each defect is made, by the code of the finding that it must have."""
