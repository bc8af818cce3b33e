"""Claims of a made-up dossier: what each says, and the sources and premises that it rests on."""

from collections import deque
from collections.abc import Iterator, Sequence
from random import Random

from benchmarks.corpus.prose import Prose, Register
from benchmarks.corpus.publishing import Entry, Published, Sizes

_WINDOW = 40  # how far from its place in time a claim looks for sources
_TRIES = 8
_PER_SECTION = 40

_STATUSES = ("asserted", "reported", "inferred", "speculative", "confirmed")
_STATUS_WEIGHTS = (44, 38, 8, 7, 3)
_TAGS = ("money", "borders", "energy", "elections", "army", "courts", "water", "railways", "grain", "talks")
_LIKELIHOODS = ("unlikely", "roughly even chance", "likely", "very likely")


def claim_id(number: int) -> str:
    """Return the id of a claim, by its place in the file from 0."""
    return f"c-{number:06}"


class Claims:
    """The claims in the order of the text: each rests on sources of its time, and some on claims before it."""

    def __init__(self, sizes: Sizes, published: Sequence[Published], prose: Prose, random: Random) -> None:
        self._sizes, self._published, self._prose, self._random = sizes, published, prose, random
        self._strong: deque[str] = deque(maxlen=80)  # claims that can bear others

    def __iter__(self) -> Iterator[Entry]:
        section = ""
        for number in range(self._sizes.claims):
            if number % _PER_SECTION == 0:
                section = self._prose.sentence("heading")
            yield self._claim(number, section)

    def _claim(self, number: int, section: str) -> Entry:
        random, prose = self._random, self._prose
        cited = self._cited(number)
        is_strong = _are_apart(cited)
        status = random.choices(_STATUSES, _STATUS_WEIGHTS)[0]
        speaks_for_itself = len(cited) == 1 and cited[0].speaks_for_itself
        if not is_strong and (status == "confirmed" or (status == "asserted" and not speaks_for_itself)):
            status = "reported"
        premises = self._premises(status)
        entry: Entry = {"id": claim_id(number), "text": self._text(status, is_strong=is_strong)}
        entry["section"] = section
        entry["status"] = status
        entry |= self._remarks(status)
        if len(cited) == 1 and cited[0].informant:
            entry["attributed_to"] = cited[0].informant
        entry["locator"] = f"line {4 * number + random.randrange(1, 4)}"
        if not premises or random.random() < 0.6:
            entry["evidence"] = [*self._evidence(cited, status)]
        if premises:
            entry["rests_on"] = premises
        if len(cited) == 1 and not premises and not speaks_for_itself and random.random() < 0.3:
            entry["waivers"] = [{"rule": "CA102", "by": "desk", "reason": prose.sentence("remark")}]
        if is_strong and status != "speculative":
            self._strong.append(entry["id"])
        return entry

    def _cited(self, number: int) -> list[Published]:
        """Return one to three sources of the claim's time.

        Where it is possible, some do not repeat each other; but for some claims they all repeat one, and nobody saw it.
        """
        centre = number * len(self._published) // self._sizes.claims
        near = self._published[max(0, centre - _WINDOW) : centre + _WINDOW]
        many = min(len(near), self._random.choices((1, 2, 3), (20, 45, 35))[0])
        found = self._random.sample(near, many)
        if self._random.random() < 0.05:
            return self._echoed(found[0], near, many)
        for _ in range(_TRIES):
            if _are_apart(found) or (many == 1 and found[0].speaks_for_itself):
                break
            found = self._random.sample(near, many)
        return found

    def _echoed(self, first: Published, near: Sequence[Published], many: int) -> list[Published]:
        """Return a source and, if there are any, others that lead back to what it leads back to, and to itself."""
        echoes = [source for source in near if source is not first and first.reach <= source.reach]
        return [first, *self._random.sample(echoes, min(len(echoes), many - 1))]

    def _text(self, status: str, *, is_strong: bool) -> str:
        random, prose = self._random, self._prose
        register: Register = "flat"
        if status in {"speculative", "inferred"}:
            register = "hedged"
        elif status == "reported":
            register = "plural" if is_strong and random.random() < 0.1 else "attributed"
        first = prose.sentence(register)
        return f"{first} {prose.sentence('flat')}" if random.random() < 0.6 else first

    def _remarks(self, status: str) -> Entry:
        """Return tags, subject and what is held of the claim."""
        random = self._random
        entry: Entry = {}
        if random.random() < 0.7:
            entry["tags"] = random.sample(_TAGS, random.choice((1, 2, 2, 3)))
        if random.random() < 0.3:
            entry["subject"] = f"talks-of-{random.choice(self._prose.places).lower()}"
        if status == "reported" and random.random() < 0.3:
            entry["credibility"] = random.randrange(2, 6)
        if status == "speculative" and random.random() < 0.5:
            entry["likelihood"] = random.choice(_LIKELIHOODS)
        if status == "inferred":
            entry["confidence"] = random.choice(("low", "moderate"))
        if random.random() < 0.3:
            entry["note"] = self._prose.sentence("remark")
        return entry

    def _evidence(self, cited: Sequence[Published], status: str) -> Iterator[Entry | str]:
        for place, source in enumerate(cited):
            is_beside = place == 2 and _are_apart(cited[:2])  # the claim stands without it
            yield self._piece(source, status, is_beside=is_beside)

    def _piece(self, source: Published, status: str, *, is_beside: bool) -> Entry | str:
        random = self._random
        if status not in {"asserted", "confirmed"} and random.random() < 0.15:
            return source.id
        entry: Entry = {"source": source.id}
        if is_beside and random.random() < 0.2:
            entry["stance"] = "mentions" if status == "asserted" or random.random() < 0.5 else "contradicts"
        if random.random() < 0.9:
            entry["quote"] = self._quote()
        if "quote" not in entry or random.random() < 0.8:
            entry["locator"] = f"para {random.randrange(1, 30)}"
        if status in {"speculative", "inferred"} and random.random() < 0.5:
            entry["hedged"] = True
        if random.random() < 0.5:
            entry["note"] = self._prose.sentence("remark")
        return entry

    def _quote(self) -> str | Entry:
        exact = self._prose.sentence("quoted")
        if self._random.random() < 0.3:
            exact = f"{exact}, {self._prose.sentence('quoted')}"
        if self._random.random() < 0.85:
            return exact
        before, after = self._prose.sentence("flat"), self._prose.sentence("flat")
        return {"exact": exact, "prefix": f"{before} ", "suffix": f" {after}"}

    def _premises(self, status: str) -> list[str] | list[list[str]]:
        random = self._random
        if status != "inferred" or len(self._strong) < 4:
            return []
        first, second, third = random.sample(self._strong, 3)
        return random.choice(([first, second], [first, second, third], [[first, second], [third]]))


def _are_apart(sources: Sequence[Published]) -> bool:
    """Return whether two declared ones of the sources have no outlet in common, however far one goes back."""
    declared = [source.reach for source in sources if source.is_declared]
    return any(one.isdisjoint(other) for place, one in enumerate(declared) for other in declared[place + 1 :])
