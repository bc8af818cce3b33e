"""What if some sources, outlets, owners or informants were gone: which claims fall, which keep one origin."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from claimaudit.provenance.grounds import Supposition
from claimaudit.provenance.independence import Provenance, Side, Verdict
from claimaudit.provenance.labels import Label
from claimaudit.provenance.works import works_of
from claimaudit.text import counted, listed

Outcome = Literal[
    "falls", "single origin", "weaker", "only argued", "no longer contested", "fewer outlets", "not certain"
]
"""What becomes of a claim."""
_SAID: dict[Outcome, tuple[str, str]] = {
    "falls": ("falls", "fall"),
    "single origin": ("is left with a single origin", "are left with a single origin"),
    "weaker": ("is weaker", "are weaker"),
    "only argued": ("is only argued then", "are only argued then"),
    "no longer contested": ("is no longer contested", "are no longer contested"),
    "fewer outlets": ("only loses outlets", "only lose outlets"),
    "not certain": ("could not be counted out", "could not be counted out"),
}
"""How a sentence says it of one claim and of several, the worst first."""


class State(NamedTuple):
    """How a claim stands: its verdict, whether it is contested, and what supports it."""

    verdict: Verdict
    contested: bool
    side: Side


class Change(NamedTuple):
    """A claim that leads to what was dropped, before and after."""

    claim: str
    before: State
    after: State
    is_support: bool
    """Whether its support leads there; else only what speaks against it does."""

    @property
    def outcome(self) -> Outcome | None:
        """What becomes of the claim, the worst that can be said of it; None where it stands as it did."""
        before, after = self.before.side.outlet, self.after.side.outlet
        exact = (before.low_exact, before.high_exact, after.low_exact, after.high_exact)
        tests: dict[Outcome, bool] = {
            "not certain": not all(
                exact
            ),  # what the budget left are lower bounds: comparing them proves nothing
            "falls": before.high > after.high == 0,
            "single origin": before.high > after.high == 1,
            "weaker": (after.low, after.high) != (before.low, before.high),
            "only argued": self.after.verdict != self.before.verdict,
            "no longer contested": self.before.contested and not self.after.contested,
            "fewer outlets": self.after.side.outlets != self.before.side.outlets,
        }
        return next((outcome for outcome, holds in tests.items() if holds), None)


def drop(provenance: Provenance, labels: Iterable[Label]) -> Iterator[Change]:
    """Yield the claims that lead to these with how they would stand without, in the order of the files.

    What a dropped source declared stays declared, as with one that was retracted: dropping an original does not
    make its copies origins. Own reporting goes when all the informants are dropped that it names.
    """
    dropped = list(labels)
    sources = frozenset(
        source for label in dropped if label.kind != "informant" for source in works_of(provenance, label)
    )
    informants = frozenset(label for label in dropped if label.kind == "informant")
    without = provenance.supposing(Supposition(without_sources=sources, without_informants=informants))
    for claim in provenance.dossier.claims:
        is_support = _leads_to(provenance.support(claim.id), sources, informants)
        if is_support or _leads_to(provenance.against(claim.id), sources, informants):
            yield Change(claim.id, state_of(provenance, claim.id), state_of(without, claim.id), is_support)


def _leads_to(side: Side, sources: frozenset[str], informants: frozenset[Label]) -> bool:
    return not informants.isdisjoint(side.network.labels) or any(
        source in sources for _, source in side.network.sources()
    )


def state_of(provenance: Provenance, claim_id: str) -> State:
    """Return how a claim stands."""
    return State(
        provenance.verdict(claim_id), provenance.is_contested(claim_id), provenance.support(claim_id)
    )


def explain_drop(names: Sequence[str], changes: Sequence[Change]) -> str:
    """Return in a sentence what becomes of the claims that lead to what was dropped."""
    without = f"Without {listed(names, limit=4)}"
    led = [change for change in changes if change.is_support]
    numbers = Counter(change.outcome for change in led)
    parts = [
        f"{numbers[outcome]} {one if numbers[outcome] == 1 else several}"
        for outcome, (one, several) in _SAID.items()
        if numbers[outcome]
    ]
    freed = sum(change.outcome == "no longer contested" for change in changes if not change.is_support)
    uncontested = f"{counted(freed, 'claim')} {'is' if freed == 1 else 'are'} no longer contested"
    there = f"{counted(len(led), 'claim')} that {'leads' if len(led) == 1 else 'lead'} there"
    if parts:
        same = numbers[None]
        rest = f"; {same} {'stands' if same == 1 else 'stand'} as before" if same else ""
        others = f"; {uncontested} besides" if freed else ""
        return f"{without}, of {there}, {listed(parts)}{rest}{others}."
    if freed:
        return f"{without} {uncontested}; every claim is supported as it was."
    among = f", the {there} as well" if led else ": none leads there"
    return f"{without} every claim stands as it did{among}."
