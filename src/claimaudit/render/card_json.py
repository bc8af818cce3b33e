"""Cards as JSON: a claim as in the report, with its findings inside; other entries likewise."""

from collections.abc import Sequence

from claimaudit.render.report_json import claim_value, dumps, finding_value, place_value
from claimaudit.render.report_shape import ClaimCardValue, EntryCardValue
from claimaudit.report import Card, ClaimCard


def render(cards: Sequence[Card]) -> str:
    """Return one card as an object, several as a list."""
    values = [_value(card) for card in cards]
    return dumps(values[0] if len(values) == 1 else values)


def _value(card: Card) -> ClaimCardValue | EntryCardValue:
    findings = [finding_value(finding) for finding in card.findings]
    if isinstance(card, ClaimCard):
        return {**claim_value(card.claim), "findings": findings}
    return {
        "kind": card.kind,
        "id": card.id,
        "title": card.title,
        "facts": dict(card.facts),
        "claims": [claim for claim, _ in card.claims],
        "against": [claim for claim, _ in card.against],
        "falls_alone": list(card.bears),
        "location": place_value(card.location),
        "findings": findings,
    }
