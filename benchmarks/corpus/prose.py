"""Made-up names in sentences of real shapes. Knows nothing of claims and sources, nor of files."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Literal

Register = Literal["flat", "attributed", "hedged", "plural", "vague", "absent", "quoted", "remark", "heading"]
"""How a sentence speaks: in its own voice, naming who says so, unsure, of several reports, of nobody's, of none; the
words of a source; a remark of who keeps the file; a heading."""

_ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "kl", "st", "tr")
_VOWELS = ("a", "e", "i", "o", "u", "ia", "ei", "é", "ö")
_VOWEL_WEIGHTS = (20, 20, 20, 16, 10, 3, 3, 1, 1)
_CODAS = ("", "", "", "n", "r", "l", "s", "m")

_WORDS: dict[str, tuple[str, ...]] = {
    "office": (
        "foreign minister",
        "deputy governor",
        "trade envoy",
        "chief negotiator",
        "finance secretary",
        "army spokeswoman",
        "head of the grid",
        "port commissioner",
        "member of parliament",
        "auditor general",
    ),
    "thing": (
        "bridge",
        "pipeline",
        "grain terminal",
        "radar station",
        "reservoir",
        "customs post",
        "railway depot",
        "shipyard",
        "data centre",
        "border crossing",
        "refinery",
        "hospital",
        "air base",
        "fishing fleet",
    ),
    "matter": (
        "the budget",
        "the tariff on steel",
        "the ceasefire line",
        "the prisoner exchange",
        "the fishing quota",
        "the grain corridor",
        "the pension law",
        "the mining licence",
        "the visa rules",
        "the reserve fund",
        "the election date",
        "the water treaty",
    ),
    "did": (
        "approved",
        "rejected",
        "postponed",
        "rewrote",
        "signed away",
        "suspended",
        "reopened",
        "froze",
        "extended",
        "leaked",
        "renegotiated",
    ),
    "does": (
        "approve",
        "reject",
        "postpone",
        "rewrite",
        "give up",
        "suspend",
        "reopen",
        "freeze",
        "extend",
        "renegotiate",
    ),
    "kind": (
        "northern",
        "disused",
        "half-built",
        "state-owned",
        "former",
        "second",
        "flooded",
        "privately run",
        "newly surveyed",
    ),
    "month": (
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "unit": ("per cent", "million crowns", "tonnes", "hectares", "crates", "soldiers", "households"),
}

_CLAUSES = (
    "{place} {did} {matter} in {month}",
    "the {kind} {thing} at {place} was closed on {day}",
    "{person} {did} {matter} without a vote",
    "{place} and {place} {did} {matter} after {number} days of talks",
    "{number} {unit} went from {place} to the {kind} {thing}",
    "the {thing} of {place} lost {number} {unit} within a year",
    "{firm} bought the {kind} {thing} for {number} million crowns",
    "the council of {place} {did} {matter}, {number} to {number}",
    "{firm} paid {number} million crowns to {person}",
    "{person}'s draft on {matter} has {number} articles",
)

_SHAPES: dict[Register, tuple[str, ...]] = {
    "flat": (
        "{Clause}.",
        "{Clause}, and {clause}.",
        "On {day}, {clause}.",
        "After {number} weeks {clause}.",
        "{Clause}; the vote was {number} to {number}.",
        "{Clause}, {number} {unit} more than the year before.",
    ),
    "attributed": (
        "{person}, {office} of {place}, said on {day} that {clause}.",
        "{firm} says that {clause}.",
        "In {month} {person} told the council of {place} that {clause}.",
        'The {office} of {place} called {matter} "a matter of {number} days".',
        "A letter of the {office} of {place} says that {clause}.",
        "{person}, {office}: {clause}.",
    ),
    "hedged": (
        "{place} may {does} {matter} before {month}.",
        "Perhaps {clause}.",
        "It is possible that {clause}.",
        "{firm} will probably {does} {matter}, since {clause}.",
        "{person} could {does} {matter} once more.",
    ),
    "plural": (
        "Several outlets report that {clause}.",
        "{Clause}, according to news agencies and {person}.",
        "Newspapers in {place} and {place} say that {clause}.",
    ),
    "vague": (
        "It is said that {clause}.",
        "There is talk that {clause}.",
        "Reports suggest that {clause}.",
        "Some say that {clause}.",
    ),
    "absent": ("No outlet has reported that {clause}, so it did not happen.",),
    "quoted": (
        "We {did} {matter} because {clause}",
        "{clause}, and nobody in {place} was told",
        "the {kind} {thing} will stay shut until {month}",
        "{matter} is off the table; {clause}",
        "it took us {number} days to {does} {matter}, the {office} said",
        "{Clause}. {Clause}",
    ),
    "heading": (
        "What we know: {matter}",
        "{place} in {month}",
        "{place} and {place}",
        "{person} on {matter}",
    ),
    "remark": (
        "Says only that {clause}.",
        "The page was changed on {day}; before, it had {number} {unit}.",
        "Ask {person} again about {matter}.",
        "Same wording as in {month}, without the {kind} {thing}.",
        "Translated; the original has a word for {thing} that also means {thing}.",
    ),
}

_FIELD = re.compile(r"\{(\w+)\}")


class Prose:
    """Sentences with names of its own: a seed has its places, people and firms, and speaks of them again and again."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.places = [self.word(3) for _ in range(400)]
        self.people = [f"{self.word(2)} {self.word(3)}" for _ in range(700)]
        self.firms = [f"{self.word(3)} {kind}" for kind in ("Holding", "Steel", "Lines") for _ in range(60)]
        self._words: dict[str, Sequence[str]] = {
            **_WORDS,
            "place": self.places,
            "person": self.people,
            "firm": self.firms,
            "number": [str(number) for number in range(2, 400)],
        }
        self._clauses = [self._parts(shape) for shape in _CLAUSES]
        self._shapes = {register: [*map(self._parts, shapes)] for register, shapes in _SHAPES.items()}

    def word(self, syllables: int) -> str:
        """Return a word that no language has, capitalised."""
        choice, choices = self._random.choice, self._random.choices
        parts = (
            choice(_ONSETS) + choices(_VOWELS, _VOWEL_WEIGHTS)[0] + choice(_CODAS) for _ in range(syllables)
        )
        return "".join(parts).capitalize()

    def sentence(self, register: Register) -> str:
        """Return a sentence; those that are `quoted` have no full stop."""
        return self._filled(self._random.choice(self._shapes[register]))

    def _parts(self, shape: str) -> list[str | Callable[[], str]]:
        """Return the shape cut at its fields: what stands there as text, what is filled in as a way to get it."""
        cut = enumerate(_FIELD.split(shape))  # what stands between fields, then a field, and so on
        return [self._filler(part) if place % 2 else part for place, part in cut]

    def _filler(self, field: str) -> Callable[[], str]:
        choice = self._random.choice
        match field:
            case "clause":
                return lambda: self._filled(choice(self._clauses))
            case "Clause":
                return lambda: _with_capital(self._filled(choice(self._clauses)))
            case _:
                words = self._words[field]
                return lambda: choice(words)

    @staticmethod
    def _filled(parts: Sequence[str | Callable[[], str]]) -> str:
        return "".join([part if isinstance(part, str) else part() for part in parts])


def _with_capital(text: str) -> str:
    return text[0].upper() + text[1:]
