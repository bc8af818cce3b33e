"""What if: the count as it would be if an entry of the dossier were different. Nothing is written."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from claimaudit.provenance.explaining import name_of_label
from claimaudit.provenance.flaws import Replacements, faults, off_subject
from claimaudit.provenance.grounds import Grounds, Supposition
from claimaudit.provenance.independence import Side
from claimaudit.provenance.labels import Label, Level
from claimaudit.provenance.ranges import Range
from claimaudit.text import listed

TRIED = 12
"""How many entries are tried for one claim: beyond that a list of suggestions is no help."""
TOGETHER = 4
"""How many entries one suggestion asks for at most."""
ANOTHER = Label("another-origin", "source")


class Lift(NamedTuple):
    """A change that would lift a claim: what to change, and the counts it leads to.

    `entries` are the ids to change or to cite, none for evidence still to be found. `after` are the possible new
    ranges.
    """

    claim: str
    entries: tuple[str, ...]
    action: str
    before: Range
    after: tuple[Range, ...]

    def __str__(self) -> str:
        return f"{self.action}: {self.outcome}"

    @property
    def outcome(self) -> str:
        """The counts before and after: "1-2 becomes 1 or 2"."""
        outcomes = listed([*dict.fromkeys(map(str, self.after))], joiner="or")
        return f"{self.before} becomes {outcomes}"


def lifts(side: Side) -> Iterator[Lift]:
    """Yield what would lift the claim to two origins, or settle its range, cheapest first.

    That is: to cite what the dossier holds already, to complete an entry, to find another origin. What changes
    nothing is not suggested. A claim that has two, all of one owner or on one informant, is to find another there.
    """
    if side.outlet.low >= 2:
        yield from _beyond_one(side)
        return
    yield from _citations(side)
    yield from _subjects(side)
    yield from _declarations(side)
    yield from _names(side)
    yield from _further_origins(side)


def _is_better(outcome: Range, before: Range) -> bool:
    """Return whether an outcome settles more than it leaves open: more is known, or nothing becomes something."""
    return outcome.low > before.low or (outcome.low == before.low and outcome.high < before.high)


# --- what the dossier holds already -----------------------------------------------------------------------


def _citations(side: Side) -> Iterator[Lift]:
    """Cite what took the place of a source that does not count; cite an origin behind a relay itself."""
    for old, new in _replacements(side):
        yield from _citing(side, (new,), f"cite {new} instead of {old}")
    behind = [name for name in side.origins if name not in side.counted_sources][:TRIED]
    single = [lift for name in behind for lift in _citing(side, (name,), _cite(side, (name,)))]
    if not single and len(behind) > 1:
        together = tuple(behind[:TOGETHER])
        single = list(_citing(side, together, _cite(side, together)))
    yield from single


def _cite(side: Side, sources: tuple[str, ...]) -> str:
    read = all(side.register.dossier.source[name].read for name in sources)
    itself = "itself" if len(sources) == 1 else "themselves"
    return f"{'' if read else 'read and '}cite {listed(list(sources))} {itself}"


def _replacements(side: Side) -> Iterator[tuple[str, str]]:
    """Yield what no longer holds under the claim with what took its place and stands, if that is not cited."""
    cited = set(side.counted_sources)
    replacements = Replacements(side.register.dossier)
    for fault in islice(faults(side), TRIED):
        if fault.replaced_by is not None and fault.reason != "corrected":
            new = replacements.first_standing(fault.replaced_by)
            if new is not None and new not in cited:
                cited.add(new)
                yield fault.chain.path[-1], new


def _citing(side: Side, sources: tuple[str, ...], action: str) -> Iterator[Lift]:
    if not all(side.register.could_count(side.claim, source) for source in sources):
        return
    after = _range_if(side, Supposition(cited={side.claim.id: sources}))
    if _is_better(after, side.outlet):
        yield Lift(side.claim.id, sources, action, side.outlet, (after,))


def _subjects(side: Side) -> Iterator[Lift]:
    """Where all evidence is about another subject, the claim may be too: its own key is then to be mended."""
    if side.is_grounded:
        return
    for subject in list(dict.fromkeys(piece.subject for piece in off_subject(side)))[:TRIED]:
        after = _range_if(side, Supposition(subjects={side.claim.id: subject}))
        if _is_better(after, side.outlet):
            action = f"set its subject to `{subject}`, if the text speaks of that"
            yield Lift(side.claim.id, (side.claim.id,), action, side.outlet, (after,))


# --- entries to complete ----------------------------------------------------------------------------------


def _declarations(side: Side) -> Iterator[Lift]:
    """Declaring a basis settles a range: own reporting is an origin, a repeat of a known one is none.

    Where no single declaration does, the fewest together that do.
    """
    undeclared = side.undeclared[:TRIED]
    found = [lift for source in undeclared if (lift := _declared(side, (source,)))]
    if not found:
        for number in range(2, min(len(undeclared), TOGETHER) + 1):
            together = _declared(side, undeclared[:number])
            if together:
                found = [together]
                break
    yield from found


def _declared(side: Side, sources: tuple[str, ...]) -> Lift | None:
    """Return what declaring these sources leads to, from the fewest origins to the most, if that settles anything."""
    supposed = [_repeating(sources, other) for other in _to_repeat(side, sources)]
    if len(sources) > 1:
        supposed.append({**_repeating(sources[1:], sources[0]), sources[0]: Grounds("original")})
    supposed.append(dict.fromkeys(sources, Grounds("original")))
    outcomes = [_range_if(side, Supposition(grounds=grounds)) for grounds in supposed]
    if not any(_is_better(outcome, side.outlet) for outcome in outcomes):
        return None
    action = f"declare the basis of {listed(list(sources))}"
    return Lift(side.claim.id, sources, action, side.outlet, tuple(outcomes))


def _repeating(sources: Sequence[str], repeated: str) -> dict[str, Grounds]:
    return {name: Grounds("derived", (repeated,)) for name in sources}


def _to_repeat(side: Side, sources: tuple[str, ...]) -> list[str]:
    """Return what undeclared sources might all repeat: a known origin; where there is none, one that is left open."""
    origins = [name for name in (*side.origins, *sorted(side.all_origins)) if name not in sources]
    left = [name for name in side.undeclared if name not in sources] if len(sources) > 1 else []
    return origins[:1] or left[:1]


def _names(side: Side) -> Iterator[Lift]:
    """A source that repeats others without saying whom may lead to a known origin, or to one of its own."""
    for source in _unsourced(side)[:TRIED]:
        supposed = [_repeating((source,), other) for other in _to_repeat(side, (source,))]
        supposed.append({source: Grounds("original")})
        outcomes = [_range_if(side, Supposition(grounds=grounds)) for grounds in supposed]
        if any(_is_better(outcome, side.outlet) for outcome in outcomes):
            action = f"name in `via` whom {source} repeats"
            yield Lift(side.claim.id, (source,), action, side.outlet, tuple(outcomes))


def _unsourced(side: Side) -> Sequence[str]:
    network, register = side.network, side.register
    return [
        source
        for number, source in network.sources()
        if network.nodes[number].claim == side.claim.id
        and not network.ways_of[number]
        and not register.is_void(source)
    ]


# --- origins to find --------------------------------------------------------------------------------------


def _further_origins(side: Side) -> Iterator[Lift]:
    """A further origin for the claim itself, or for the premise that keeps the count down."""
    claims = [side.claim.id] if side.counted_sources or not side.claim.rests_on else []
    claims += [
        node.claim for node in side.network.nodes[1:] if node.claim and node.source is None and not node.group
    ]
    before = side.outlet
    for claim in list(dict.fromkeys(claims))[:TRIED]:
        after = _range_if(side, Supposition(origins={claim: (ANOTHER,)}))
        if _is_better(after, before) or before.high == 1 < after.high:
            yield Lift(side.claim.id, (), _action(side, claim), before, (after,))


def _action(side: Side, claim: str) -> str:
    carriers = listed([name_of_label(side, label) for label in side.outlet.high_witness], limit=3)
    origin = f"an origin other than {carriers}" if carriers else "a source with reporting of its own"
    if not carriers and claim == side.claim.id and any(off_subject(side)):
        return f"{origin} on `{side.claim.subject}`"
    return origin if claim == side.claim.id else f"{origin} for `{claim}`"


def _beyond_one(side: Side) -> Iterator[Lift]:
    """An origin of another owner, or on another informant, where all origins are of one."""
    levels: tuple[tuple[Level, str], ...] = (
        ("owner", "an origin that does not belong to"),
        ("informant", "an origin that does not rely on"),
    )
    for level, words in levels:
        if not side.hangs_on_one(level):
            continue  # the usual case
        before = side.range_at(level)
        after = side.supposing(Supposition(origins={side.claim.id: (ANOTHER,)})).range_at(level)
        if before.high_exact and _is_better(after, before):
            action = f"{words} {name_of_label(side, before.high_witness[0])}"
            yield Lift(side.claim.id, (), action, before, (after,))


def _range_if(side: Side, supposed: Supposition) -> Range:
    return side.supposing(supposed).outlet
