"""What if: the count as it would be if an entry of the dossier were different. Nothing is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimaudit.provenance.explaining import name_of_label
from claimaudit.provenance.grounds import Grounds, Supposition
from claimaudit.provenance.independence import Range, Side
from claimaudit.provenance.labels import Label
from claimaudit.text import listed

TRIED = 12
"""How many entries are tried for one claim: beyond that a list of suggestions is no help."""
ANOTHER = Label("another-origin", "source")


@dataclass(frozen=True, slots=True)
class Lift:
    """A change that would lift a claim: what to change, and the counts it leads to.

    `entry` is the id to change, None for evidence still to be found. `after` are the possible new ranges.
    """

    claim: str
    entry: str | None
    action: str
    before: Range
    after: tuple[Range, ...]

    def __str__(self) -> str:
        outcomes = listed([str(outcome) for outcome in dict.fromkeys(map(str, self.after))], joiner="or")
        return f"{self.action}: {self.before} becomes {outcomes}"


def lifts(side: Side) -> Iterator[Lift]:
    """Yield what would lift the claim, cheapest first: entries to complete, then origins to find."""
    if side.outlet.low >= 2:
        return
    yield from _declarations(side)
    yield from _further_origins(side)


def _declarations(side: Side) -> Iterator[Lift]:
    """Declaring a basis settles a range: own reporting is an origin, a repeat of the known one is none."""
    repeated = _an_origin(side)
    for source in side.undeclared[:TRIED]:
        outcomes = [_range_if(side, Supposition(grounds={source: Grounds("original")}))]
        if repeated is not None and repeated != source:
            derived = Grounds("derived", (repeated,))
            outcomes.insert(0, _range_if(side, Supposition(grounds={source: derived})))
        if any(_is_better(outcome, side.outlet) for outcome in outcomes):
            yield Lift(side.claim.id, source, f"declare the basis of {source}", side.outlet, tuple(outcomes))


def _an_origin(side: Side) -> str | None:
    """Return an origin that an undeclared source might repeat, one of the claim's own if it has any."""
    return next(iter((*side.origins, *sorted(side.all_origins))), None)


def _is_better(outcome: Range, before: Range) -> bool:
    """Return whether an outcome settles more than it leaves open: more is known, or nothing becomes something."""
    return outcome.low > before.low or (outcome.low == before.low and outcome.high < before.high)


def _further_origins(side: Side) -> Iterator[Lift]:
    """A further origin for the claim itself, or for the premise that keeps the count down."""
    claims = [side.claim.id] if side.counted_sources or not side.claim.rests_on else []
    claims += [
        node.claim for node in side.network.nodes[1:] if node.claim and node.source is None and not node.group
    ]
    for claim in list(dict.fromkeys(claims))[:TRIED]:
        after = _range_if(side, Supposition(origins={claim: (ANOTHER,)}))
        if _is_better(after, side.outlet):
            yield Lift(side.claim.id, None, _action(side, claim), side.outlet, (after,))


def _action(side: Side, claim: str) -> str:
    carriers = listed(
        [name_of_label(side, label) for label in side.outlet.high_witness], joiner="and", limit=3
    )
    origin = f"an origin other than {carriers}" if carriers else "a source with reporting of its own"
    return origin if claim == side.claim.id else f"{origin} for `{claim}`"


def _range_if(side: Side, supposed: Supposition) -> Range:
    return Side(side.register.supposing(supposed), side.ownership, side.claim, side.stance).outlet
