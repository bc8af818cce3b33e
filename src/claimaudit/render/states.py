"""How a claim stands, before or after something, in a cell of a table and as a JSON value."""

from typing import Any

from claimaudit.render.report_json import origins_value
from claimaudit.report import ClaimState


def state_words(state: ClaimState) -> str:
    """Return the independent origins of a claim, of how many outlets: "1 of 2, contested"."""
    return _joined(_origins(state), state)


def verdict_words(state: ClaimState) -> str:
    """Return the same with the verdict: "1 of 2, single origin, contested"."""
    return _joined(f"{_origins(state)}, {state.verdict}", state)


def _origins(state: ClaimState) -> str:
    # Premises bring origins of other claims' outlets: then "of" would compare what is not of one kind.
    of_outlets = f" of {state.outlets}" if state.outlets >= max(1, state.origins.high) else ""
    return f"{state.origins.shown}{of_outlets}"


def _joined(words: str, state: ClaimState) -> str:
    return f"{words}, contested" if state.contested else words


def state_value(state: ClaimState) -> dict[str, Any]:
    """Return the same as a JSON value."""
    return {
        "verdict": state.verdict,
        "contested": state.contested,
        "outlets": state.outlets,
        "independent": origins_value(state.origins),
    }
