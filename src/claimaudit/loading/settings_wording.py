"""Puts what the model says of a wrong configuration into words for the user."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from claimaudit.config import Config, Cues, FlaggedTag, Minimum
from claimaudit.location import Route
from claimaudit.text import listed, one_line, suggestion

_PARTS: dict[str, type[BaseModel]] = {"flagged-tags": FlaggedTag, "minimums": Minimum, "cues": Cues}
"""The model of what stands under a key."""

_LISTS_OF_TABLES = ("minimums", "flagged-tags")
TABLE: tuple[str, ...] = ("tool", "claimaudit")
"""Where the configuration stands in `pyproject.toml`."""
_LONGEST_SHOWN = 60


class Words(NamedTuple):
    """What is wrong, how to mend it, the way to it, and whether its key is to blame or its value."""

    message: str
    help: str
    route: Route
    at_key: bool = False


def explain(error: ErrorDetails) -> Words:
    """Return an error of `Config` in our words."""
    return _EXPLAIN.get(error["type"], _anything_else)(error)


# --- one function for each way of being wrong -------------------------------------------------------------


def _unknown_key(error: ErrorDetails) -> Words:
    route = error["loc"]
    known = _keys_of(_holder(route))
    if route == TABLE[:1]:
        return Words(
            "unknown key `tool`",
            "here the keys stand at the top, without [tool.claimaudit]",
            route,
            at_key=True,
        )
    near = suggestion(str(route[-1]), known)
    return Words(
        f"unknown key `{_shown(route[-1])}`", near or f"the keys are {listed(known)}", route, at_key=True
    )


def _missing(error: ErrorDetails) -> Words:
    *around, key = error["loc"]
    model = _holder(error["loc"])
    needed = _quoted(
        [field.alias or name for name, field in model.model_fields.items() if field.is_required()]
    )
    also = ", and `tag` or `section`" if model is Minimum else ""
    return Words(f"`{key}` is missing", f"it needs {needed}{also}", tuple(around), at_key=True)


def _not_one_of(error: ErrorDetails) -> Words:
    value, options = error["input"], re.findall("'([^']*)'", error["ctx"]["expected"])
    near = suggestion(value, options) if isinstance(value, str) else None
    message = f"{_name(error)} is {_said(value)}, not {_quoted(options, 'or')}"
    return Words(message, near or "write one of them", error["loc"])


def _wrong_value(error: ErrorDetails) -> Words:
    message, _, help_ = str(error["ctx"]["error"]).rpartition(": ")
    return Words(message, help_, error["loc"])


def _no_number(error: ErrorDetails) -> Words:
    mend = "take the quotes off" if isinstance(error["input"], str) else "write one"
    return _not(error, "a whole number from 1 up", mend)


def _empty(error: ErrorDetails) -> Words:
    route = error["loc"]
    is_needed = isinstance(route[-1], str) and _is_needed(route)
    return Words(
        f"{_name(error)} is empty", f"write something{'' if is_needed else ', or leave it out'}", route
    )


def _is_needed(route: Route) -> bool:
    return any(
        field.is_required()
        for name, field in _holder(route).model_fields.items()
        if (field.alias or name) == route[-1]
    )


def _no_text(error: ErrorDetails) -> Words:
    return _not(error, "text", "put text in quotes")


def _no_list(error: ErrorDetails) -> Words:
    value = error["input"]
    if isinstance(value, dict) and error["loc"][-1] in _LISTS_OF_TABLES:
        return _not(error, "a list", f"write [[{error['loc'][-1]}]] for each, in two brackets")
    mend = f'write it as ["{_shown(value)}"]' if isinstance(value, str) else "write it in brackets"
    return _not(error, "a list", mend)


def _no_table(error: ErrorDetails) -> Words:
    key = next((step for step in reversed(error["loc"]) if isinstance(step, str)), ".".join(TABLE))
    brackets = f"[[{key}]]" if key in _LISTS_OF_TABLES else f"[{key}]"
    return _not(error, "a table", f"write {brackets} and its keys below")


def _anything_else(error: ErrorDetails) -> Words:
    return Words(
        f"{_name(error)} is not valid: {error['msg'][:1].lower()}{error['msg'][1:]}", "", error["loc"]
    )


def _not(error: ErrorDetails, wanted: str, mend: str) -> Words:
    return Words(f"{_name(error)} is {_said(error['input'])}, not {wanted}", mend, error["loc"])


_EXPLAIN: Mapping[str, Callable[[ErrorDetails], Words]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "literal_error": _not_one_of,
    "enum": _not_one_of,
    "value_error": _wrong_value,
    "greater_than_equal": _no_number,
    "int_type": _no_number,
    "string_too_short": _empty,
    "too_short": _empty,
    "string_pattern_mismatch": _empty,
    "string_type": _no_text,
    "tuple_type": _no_list,
    "dict_type": _no_table,
    "model_type": _no_table,
}


# --- words ------------------------------------------------------------------------------------------------


def _holder(route: Route) -> type[BaseModel]:
    """Return the model of what the last key of `route` stands in."""
    around = (step for step in reversed(route[:-1]) if isinstance(step, str))
    return next((_PARTS[step] for step in around if step in _PARTS), Config)


def _keys_of(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _name(error: ErrorDetails) -> str:
    route = error["loc"]
    if not route:
        return "the configuration"
    key = next(step for step in reversed(route) if isinstance(step, str))
    return f"an item of `{_shown(key)}`" if isinstance(route[-1], int) else f"`{_shown(key)}`"


def _quoted(words: list[str], joiner: str = "and") -> str:
    return listed([f"`{word}`" for word in words], joiner=joiner)


def _said(value: Any) -> str:
    match value:
        case bool():
            return f"`{str(value).lower()}`"
        case dict():
            return "a table"
        case list():
            return "a list"
        case _:
            return f"`{_shown(value)}`"


def _shown(value: object) -> str:
    text = one_line(str(value))
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
