"""Puts what the model says of a wrong value into words for the user, and points at what is to blame in the file."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from pydantic_core import ErrorDetails

from claimaudit.loading.layout import Layout, Span, span_of, spot_at
from claimaudit.location import Route
from claimaudit.model import (
    Claim,
    Entry,
    Evidence,
    Informant,
    InlineInformant,
    Outlet,
    Owner,
    Quote,
    Source,
    Waiver,
)
from claimaudit.model.source import Snapshot
from claimaudit.text import listed, one_line, suggestion

BLANK_VIA = object()
"""Stands for a `via:` without a value. It must not mean "left out": an empty list says that there is none."""

NAMES_NOBODY = "names_nobody"
"""The type of our own error: a name without a letter or digit."""

_NOUNS: Mapping[type[Entry], str] = {
    Claim: "a claim",
    Evidence: "evidence",
    Quote: "a quote",
    Source: "a source",
    Snapshot: "a snapshot",
    Informant: "an informant",
    InlineInformant: "an informant",
    Outlet: "an outlet",
    Owner: "an owner",
    Waiver: "a waiver",
}

_PARTS: Mapping[str, type[Entry]] = {
    "evidence": Evidence,
    "quote": Quote,
    "snapshot": Snapshot,
    "informants": InlineInformant,
    "waivers": Waiver,
}
"""The model of what stands under a key of an entry."""

_LONGEST_SHOWN = 130
"""No id is cut short: they have 128 characters at most."""


class Mistake(NamedTuple):
    """What is wrong with an entry, what mends it, where that stands, and the way to it inside the entry.

    `first` is where a key stood that should stand once.
    """

    message: str
    help: str
    span: Span
    route: Route = ()
    first: Span | None = None


class _Error(NamedTuple):
    """An error of the model, its route without the names of union members."""

    model: type[Entry]
    code: str
    route: Route
    value: Any
    context: Mapping[str, Any]
    message: str

    @property
    def field(self) -> str:
        """The key that it is about."""
        return next((step for step in reversed(self.route) if isinstance(step, str)), "")

    @property
    def holder(self) -> type[Entry]:
        """The model of what has that key."""
        around = (step for step in reversed(self.route[:-1]) if isinstance(step, str))
        return next((_PARTS[step] for step in around if step in _PARTS), self.model)

    @property
    def subject(self) -> str:
        """What a sentence on it starts with."""
        if not self.route:
            return _NOUNS[self.model]
        return f"an item of `{self.field}`" if isinstance(self.route[-1], int) else f"`{self.field}`"

    @property
    def shape(self) -> str:
        """What kind of value stands there."""
        return shape_of(self.value)


class _Words(NamedTuple):
    message: str
    help: str = ""
    at: Literal["value", "key", "around"] = "value"
    route: Route | None = None


def explain(error: ErrorDetails, model: type[Entry], layout: Layout) -> Mistake:
    """Return an error of `model` in our words, with the span of the smallest thing in `layout` that is wrong."""
    read = _read(error, model)
    words = _EXPLAIN.get(read.code, _anything_else)(read)
    route = read.route if words.route is None else words.route
    return Mistake(words.message, words.help, _span(words.at, layout, route), read.route)


def shown(value: object) -> str:
    """Return a value as a message quotes it: on one line, and not without end."""
    text = one_line(str(value))
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def shape_of(value: object) -> str:
    """Return what kind of value it is, as a sentence says it."""
    shapes: dict[type, str] = {dict: "a mapping", list: "a list", str: "text"}
    return shapes.get(type(value), "empty")


def keys_of(model: type[Entry]) -> list[str]:
    """Return the keys that an entry may have, those of one's own left aside."""
    return [name for name in model.model_fields if name != "extensions"]


def _read(error: ErrorDetails, model: type[Entry]) -> _Error:
    route = error["loc"]
    members = {
        index + 2
        for index, step in enumerate(route[:-2])
        if step == "informants" and isinstance(route[index + 1], int)
    }
    route = tuple(step for index, step in enumerate(route) if index not in members)
    return _Error(model, error["type"], route, error["input"], error.get("ctx", {}), error["msg"])


def _span(at: str, layout: Layout, route: Route) -> Span:
    if at == "around":
        return span_of(spot_at(layout, route[:-1]).value)
    spot = spot_at(layout, route)
    return spot.key if at == "key" and spot.key is not None else span_of(spot.value)


# --- one function for each way of being wrong -------------------------------------------------------------


def _unknown_key(error: _Error) -> _Words:
    key = error.field
    owners = dict.fromkeys(noun for model, noun in _NOUNS.items() if key in keys_of(model))
    help_ = (
        (f"`{key}` belongs to {listed(list(owners), joiner='or')}" if owners else None)
        or suggestion(key, keys_of(error.holder))
        or "start it with `x-` if it is one of your own"
    )
    return _Words(f"unknown key `{shown(key)}`", help_, "key")


def _missing(error: _Error) -> _Words:
    needed = [f"`{name}`" for name, field in error.holder.model_fields.items() if field.is_required()]
    return _Words(f"`{error.field}` is missing", f"{_NOUNS[error.holder]} needs {listed(needed)}", "around")


def _no_text(error: _Error) -> _Words:
    if error.value is None:
        return _empty(error)
    mend = (
        "write one value"
        if isinstance(error.value, list)
        else "put the text in quotes if it has a colon in it"
    )
    return _Words(f"{error.subject} is {error.shape}, not text", mend)


def _empty(error: _Error) -> _Words:
    mend = "leave the key out" if error.route and isinstance(error.route[-1], str) else "take the item out"
    return _Words(f"{error.subject} is empty", f"write something, or {mend}")


def _wrong_pattern(error: _Error) -> _Words:
    if not str(error.value).strip():
        return _empty(error)
    if error.field == "sha256":
        return _Words(f"`{shown(error.value)}` is not a SHA-256 sum", "write 64 hexadecimal digits")
    help_ = "an id has ASCII letters and digits, inside also _ . : and -, and at most 128 characters"
    if _describes(error):
        help_ = f"of somebody without an id write who it is: {_described(error.value)}"
    return _Words(f"`{shown(error.value)}` is not an id", help_)


def _not_one_of(error: _Error) -> _Words:
    options = re.findall("'([^']*)'", error.context["expected"])
    choice = listed(options, joiner="or")
    if not isinstance(error.value, str):
        return _Words(f"{error.subject} is {error.shape}, not {choice}", "write one of them")
    noun = "one of the terms" if error.field == "terms" else f"a {error.field}"
    return _Words(
        f"`{shown(error.value)}` is not {noun}: {choice}",
        suggestion(error.value, options) or "write one of them",
    )


def _no_flag(error: _Error) -> _Words:
    value = (
        f"`{shown(error.value)}`" if isinstance(error.value, str) else f"{error.subject} is {error.shape} and"
    )
    return _Words(f"{value} is neither true nor false", "write true or false")


def _no_number(error: _Error) -> _Words:
    value = f"`{shown(error.value)}`" if isinstance(error.value, str) else f"{error.shape}"
    return _Words(f"{value} is not a {error.field}", "write a whole number from 1 to 6")


def _no_list(error: _Error) -> _Words:
    if error.value is BLANK_VIA:
        return _Words(f"{error.subject} has no value", "write [] for none, or leave the key out", "key")
    if error.value is None:
        return _empty(error)
    if isinstance(error.value, str):
        item = _described(error.value) if _describes(error) else _in_brackets(error.value)
        return _Words(f"{error.subject} is text, not a list", f"write it as [{item}]")
    return _Words(f"{error.subject} is a mapping, not a list", "start each item with a dash")


def _describes(error: _Error) -> bool:
    """Return whether somebody is described where an id of an informant should be."""
    return error.field == "informants" and re.search(r"\s", str(error.value)) is not None


def _described(value: str) -> str:
    return f"{{descriptor: {_in_brackets(value)}}}"


def _in_brackets(value: str) -> str:
    text = shown(value)
    return f'"{text}"' if re.search(r"[][{},#:\"']", text) else text


def _no_mapping(error: _Error) -> _Words:
    if error.value is None:
        return _empty(error)
    model = _PARTS.get(error.field, error.model)
    key = next((name for name, field in model.model_fields.items() if field.is_required()), keys_of(model)[0])
    return _Words(f"{error.subject} is {error.shape}, not keys and values", f"write it as `{key}: ...`")


def _no_members(error: _Error) -> _Words:
    return _Words(f"{error.subject} is empty", "name a claim in it, or take it out")


def _wrong_value(error: _Error) -> _Words:
    # The model's own checks speak in our words already: "`x` is no date: write ...".
    text = str(error.context["error"])
    if isinstance(error.value, str):
        text = text.replace(error.value, shown(error.value))
    message, _, help_ = text.rpartition(": ")
    return _Words(message, help_) if message else _Words(text)


def _wrong_together(error: _Error) -> _Words:
    message, _, help_ = error.message.partition("; ")
    return _Words(message, help_, route=(*error.route, error.context["field"]))


def _no_name(error: _Error) -> _Words:
    return _Words(f"`{shown(error.value)}` names nobody: it has no letter or digit", "write a name")


def _anything_else(error: _Error) -> _Words:
    if "field" in error.context:
        return _wrong_together(error)
    return _Words(f"{error.subject} is not valid: {error.message[:1].lower()}{error.message[1:]}")


_EXPLAIN: Mapping[str, Callable[[_Error], _Words]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "string_type": _no_text,
    "string_too_short": _empty,
    "string_pattern_mismatch": _wrong_pattern,
    "literal_error": _not_one_of,
    "bool_type": _no_flag,
    "int_type": _no_number,
    "greater_than_equal": _no_number,
    "less_than_equal": _no_number,
    "tuple_type": _no_list,
    "too_short": _no_members,
    "model_type": _no_mapping,
    "value_error": _wrong_value,
    NAMES_NOBODY: _no_name,
}
