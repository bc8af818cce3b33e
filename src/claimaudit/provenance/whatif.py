"""What if: the count as it would be if an entry of the dossier were different. Nothing is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimaudit.provenance.explaining import name_of_label
from claimaudit.provenance.grounds import Grounds, Supposition
from claimaudit.provenance.independence import Range, Side
from claimaudit.provenance.labels import Label
from claimaudit.text import listed

TRIED = 12
"""How many entries are tried for one claim: beyond that a list of suggestions is no help."""
TOGETHER = 4
"""How many entries one suggestion asks for at most."""
ANOTHER = Label("another-origin", "source")


@dataclass(frozen=True, slots=True)
class Lift:
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
    nothing is not suggested.
    """
    if side.outlet.low >= 2:
        return
    yield from _citations(side)
    yield from _declarations(side)
    yield from _names(side)
    yield from _further_origins(side)


def _is_better(outcome: Range, before: Range) -> bool:
    """Return whether an outcome settles more than it leaves open: more is known, or nothing becomes something."""
    return outcome.low > before.low or (outcome.low == before.low and outcome.high < before.high)


# --- what the dossier holds already -----------------------------------------------------------------------


def _citations(side: Side) -> Iterator[Lift]:
    """Cite what took the place of a source that does not count; cite the origins behind a relay themselves."""
    sources = side.register.dossier.source
    for old, new in _replacements(side):
        yield from _citing(side, (new,), f"cite {new} instead of {old}")
    behind = [name for name in side.origins if name not in side.counted_sources]
    if len(behind) > 1:
        found = tuple(behind[:TOGETHER])
        read = "" if all(sources[name].read for name in found) else "read and "
        yield from _citing(side, found, f"{read}cite {listed(list(found))} themselves")


def _replacements(side: Side) -> Iterator[tuple[str, str]]:
    """Yield the evidence that does not count any more with what it is to be replaced by, if that is not cited."""
    dossier, cited = side.register.dossier, set(side.counted_sources)
    for piece in list(side.register.not_counted(side.claim))[:TRIED]:
        evidence = side.claim.evidence[piece.position]
        new = evidence.superseded_by or dossier.source[piece.source].replaced_by
        if (
            new is not None
            and new not in cited
            and piece.stance == side.stance
            and piece.reason != "off-subject"
        ):
            cited.add(new)
            yield piece.source, new


def _citing(side: Side, sources: tuple[str, ...], action: str) -> Iterator[Lift]:
    after = _range_if(side, Supposition(cited={side.claim.id: sources}))
    if _is_better(after, side.outlet):
        yield Lift(side.claim.id, sources, action, side.outlet, (after,))


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
    """Return what declaring these sources leads to, if that settles anything: as repeats, and as origins."""
    repeated = _an_origin(side)
    repeats = {name: Grounds("derived", (repeated or sources[0],)) for name in sources if name != repeated}
    if repeated is None:
        repeats[sources[0]] = Grounds("original")
    outcomes = [
        _range_if(side, Supposition(grounds=grounds))
        for grounds in (repeats, dict.fromkeys(sources, Grounds("original")))
        if grounds
    ]
    if not any(_is_better(outcome, side.outlet) for outcome in outcomes):
        return None
    action = f"declare the basis of {listed(list(sources))}"
    return Lift(side.claim.id, sources, action, side.outlet, tuple(outcomes))


def _an_origin(side: Side) -> str | None:
    """Return an origin that an undeclared source might repeat, one of the claim's own if it has any."""
    return next(iter((*side.origins, *sorted(side.all_origins))), None)


def _names(side: Side) -> Iterator[Lift]:
    """A source that repeats others without saying whom may lead to an origin of its own, or to a known one."""
    for source in _unsourced(side)[:TRIED]:
        outcomes = [_range_if(side, Supposition(grounds={source: Grounds("original")}))]
        repeated = _an_origin(side)
        if repeated is not None:
            outcomes.insert(
                0, _range_if(side, Supposition(grounds={source: Grounds("derived", (repeated,))}))
            )
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
    for claim in list(dict.fromkeys(claims))[:TRIED]:
        after = _range_if(side, Supposition(origins={claim: (ANOTHER,)}))
        if _is_better(after, side.outlet):
            yield Lift(side.claim.id, (), _action(side, claim), side.outlet, (after,))


def _action(side: Side, claim: str) -> str:
    carriers = listed([name_of_label(side, label) for label in side.outlet.high_witness], limit=3)
    origin = f"an origin other than {carriers}" if carriers else "a source with reporting of its own"
    return origin if claim == side.claim.id else f"{origin} for `{claim}`"


def _range_if(side: Side, supposed: Supposition) -> Range:
    return side.supposing(supposed).outlet
