"""Outlets, informants and sources of a made-up dossier, in the order in which the sources were published."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from benchmarks.corpus.prose import Prose

Entry = dict[str, Any]
"""One entry of a file, key by key: texts, whole numbers, flags, dates, lists and mappings of these."""

_FIRST_DAY = date(2024, 1, 8)
_DAYS = 640
_WINDOW = 60  # how many sources back a source may repeat another: news is not repeated for years

_SYLLABLES = [onset + vowel for vowel in "aeiou" for onset in "bdfgklmnprstvzhjcwyq"][:97]
_PAPERS = ("Courier", "Gazette", "Observer", "Dispatch", "Tribune", "Telegram", "Chronicle", "Bulletin")
_OUTLET_KINDS = ("newsroom", "newsroom", "newsroom", "wire", "broadcaster")
_WAYS = ("original", "statement", "derived", "mixed", "undeclared")
_WAY_WEIGHTS = (26, 14, 46, 8, 6)
_SPEAKERS = ("official", "negotiator", "engineer", "clerk", "diplomat", "officer", "banker", "pilot")
_REASONS = ("not authorised to speak", "fears for the post", "talks are not over", "asked not to be named")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many entries of each kind, and over how many steps a source may repeat others."""

    claims: int
    depth: int = 6

    @property
    def sources(self) -> int:
        """A fifth of the claims."""
        return max(4, self.claims // 5)

    @property
    def outlets(self) -> int:
        """A twentieth of the claims."""
        return max(4, self.claims // 20)

    @property
    def informants(self) -> int:
        """A fiftieth of the claims, of those who have an id."""
        return max(2, self.claims // 50)


class Published(NamedTuple):
    """What claims, and later sources, need to know of a source."""

    id: str
    reach: frozenset[int]
    """Its outlet, and those of all sources that it leads back to."""
    depth: int
    """Over how many steps at most it repeats others."""
    is_declared: bool
    """Whether all that it leads back to says how it knows."""
    speaks_for_itself: bool
    """Whether it is a statement or a document, of its `informant`."""
    informant: str | None


def outlet_name(number: int) -> str:
    """Return a name that differs from that of every other number in three syllables or more.

    So no two are taken for one outlet misspelt. As in a Reed-Solomon code: the number in base 97, and two check digits.
    """
    scattered = number % 97**2 * 5003 % 97**2  # neighbours in number are no neighbours in name
    digits = [scattered % 97, scattered // 97, number // 97**2]
    checks = [sum(digit * factor**place for place, digit in enumerate(digits)) % 97 for factor in (1, 2)]
    first, second, *third = (_SYLLABLES[digit] for digit in (*checks, *(digits if digits[2] else digits[:2])))
    return f"{(first + second).capitalize()} {''.join(third).capitalize()} {_PAPERS[number % len(_PAPERS)]}"


def outlet_id(number: int) -> str:
    """Return the id of an outlet."""
    return outlet_name(number).lower().replace(" ", "-")


def outlets(sizes: Sizes, random: Random) -> Iterator[Entry]:
    """Yield the outlets; one in nine has an owner, which may have another outlet."""
    for number in range(sizes.outlets):
        name = outlet_name(number)
        entry: Entry = {"id": outlet_id(number), "name": name, "kind": random.choice(_OUTLET_KINDS)}
        if random.random() < 0.11:
            entry["owner"] = f"group-{random.randrange(max(2, sizes.outlets // 12))}"
        if random.random() < 0.5:
            entry["reliability"] = random.choice("AABBBCCD")
        entry["aliases"] = [_host(number)]
        yield entry


def informants(sizes: Sizes, prose: Prose, random: Random) -> Iterator[Entry]:
    """Yield the informants that have an id: named persons, offices, and some who are not named."""
    for number in range(sizes.informants):
        kind = random.choices(("person", "office", "document"), (7, 2, 1))[0]
        entry: Entry = {"id": informant_id(number), "kind": kind}
        if kind == "person" and _is_named(number):
            entry |= {"named": True, "descriptor": random.choice(prose.people), "terms": "on-record"}
        elif kind == "person":
            entry |= _unnamed(prose, random)
        else:
            entry["descriptor"] = f"{kind} of {random.choice(prose.places)}"
        yield entry


def _is_named(informant: int) -> bool:
    return informant % 5 != 4


def informant_id(number: int) -> str:
    """Return the id of an informant."""
    return f"informant-{number:04}"


class Sources:
    """The sources from the earliest on: two fifths report themselves, most others repeat what came before."""

    def __init__(self, sizes: Sizes, prose: Prose, random: Random) -> None:
        self._sizes, self._prose, self._random = sizes, prose, random
        self._recent: deque[Published] = deque(maxlen=_WINDOW)

    def __iter__(self) -> Iterator[tuple[Entry, Published]]:
        for number in range(self._sizes.sources):
            entry, outlet = self._work(number)
            published = self._provenance(entry, outlet)
            self._recent.append(published)
            yield entry, published

    def _work(self, number: int) -> tuple[Entry, int]:
        """Return what anybody sees of a source, and the number of its outlet."""
        random, sizes, prose = self._random, self._sizes, self._prose
        outlet, day = random.randrange(sizes.outlets), _FIRST_DAY + timedelta(number * _DAYS // sizes.sources)
        address = f"{_host(outlet)}/{day:%Y/%m}/{prose.word(2).lower()}-{number}"
        entry: Entry = {
            "id": f"{outlet_id(outlet)}-{day}-{number:05}",
            "outlet": random.choice((outlet_id(outlet), outlet_name(outlet))),
            "title": prose.sentence("flat").rstrip("."),
            "url": f"https://{address}",
            "published": day,
            "accessed": day + timedelta(random.randrange(1, 40)),
            "language": random.choice(("en", "en", "en", "de", "uk", "fr")),
        }
        if random.random() < 0.3:
            entry["archive"] = f"https://archive.example/{day:%Y%m%d}/https://{address}"
        if random.random() < 0.2:
            entry["authors"] = [random.choice(prose.people)]
        return entry, outlet

    def _provenance(self, entry: Entry, outlet: int) -> Published:
        """Write into a source how it knows what it says, and return what is to be known of that."""
        random = self._random
        earlier = [source for source in self._recent if source.depth < self._sizes.depth]
        how = random.choices(_WAYS, _WAY_WEIGHTS)[0]
        if how in {"derived", "mixed"} and not earlier:
            how = "original"
        entry |= self._own_word(how)
        repeated: list[Published] = []
        if how in {"derived", "mixed"}:
            repeated = random.sample(earlier, min(len(earlier), random.choice((1, 1, 1, 2))))
            entry["via"] = [source.id for source in repeated]
            if random.random() < 0.06:
                entry["shares_text_with"] = [repeated[0].id]
        return Published(
            entry["id"],
            frozenset({outlet}).union(*(source.reach for source in repeated)),
            max((source.depth + 1 for source in repeated), default=0),
            is_declared=how != "undeclared" and all(source.is_declared for source in repeated),
            speaks_for_itself=how == "statement",
            informant=entry["informants"][0] if how == "statement" else None,
        )

    def _own_word(self, how: str) -> Entry:
        """Return what kind of work a source is, and on whom it relies beside other sources."""
        random = self._random
        entry: Entry = {"kind": "news"}
        if how == "statement":
            number = random.randrange(self._sizes.informants)
            speaker = informant_id(number if _is_named(number) else number - 1)
            entry = {"kind": random.choice(("statement", "document")), "informants": [speaker]}
            if random.random() < 0.2:
                entry["interested"] = True
        elif how in {"original", "mixed"}:
            informants = [self._informant() for _ in range(random.choice((1, 1, 2)))]
            entry = {
                "kind": random.choice(("news", "wire", "interview")),
                "basis": how,
                "informants": informants,
            }
            if how == "original" and random.random() < 0.03:
                entry["read"] = False
        return entry

    def _informant(self) -> str | Entry:
        if self._random.random() < 0.75:
            return informant_id(self._random.randrange(self._sizes.informants))
        return _unnamed(self._prose, self._random)


def _unnamed(prose: Prose, random: Random) -> Entry:
    descriptor = f"{random.choice(prose.places)} {random.choice(_SPEAKERS)}"
    return {"descriptor": descriptor, "terms": "background", "reason": random.choice(_REASONS)}


def _host(outlet: int) -> str:
    return f"{outlet_id(outlet)}.example"
