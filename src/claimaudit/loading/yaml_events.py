"""The events of the YAML parser: the one module that imports it. Knows nothing of what they are made into.

Events, because a loader dies of deep nesting, explodes on aliases, keeps the last of two equal keys, makes a
boolean of `no` and an octal number of `010`, and forgets where things stood.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import yaml
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from claimaudit.loading.faults import UnreadableError
from claimaudit.loading.layout import Span, pack
from claimaudit.loading.yaml_errors import in_our_words

__all__ = [
    "AliasEvent",
    "DocumentStartEvent",
    "Event",
    "MappingEndEvent",
    "MappingStartEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "empty",
    "errors_in_our_words",
    "events_of",
    "refused_key",
    "refused_part",
    "require_shallow",
    "sign_of",
    "span_of_events",
    "unreadable_at",
]

Event = Any
"""An event of the parser: PyYAML has no type that says which of them have a value, a tag, an anchor."""

MAX_DEPTH = 32
"""The format itself needs eight levels; libyaml's loader overflows the stack at some tens of thousands."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def events_of(text: str) -> Callable[[], Event]:
    """Return what gives the next event: libyaml's parser, or PyYAML's own where libyaml is missing.

    Of both loaders only the parser is used, never what builds values.
    """
    if hasattr(yaml, "CSafeLoader"):
        return yaml.CSafeLoader(text).get_event
    return _without_surrogates(yaml.SafeLoader(text).get_event)


def _without_surrogates(get_event: Callable[[], Event]) -> Callable[[], Event]:
    """Refuse half a character that is written as an escape, as libyaml does."""

    def get_event_checked() -> Event:
        event = get_event()
        if isinstance(event, ScalarEvent) and _SURROGATE.search(event.value):
            mark: Any = event.start_mark
            raise MarkedYAMLError("while scanning an escape", mark, "half a character", mark)
        return event

    return get_event_checked


@contextmanager
def errors_in_our_words(text: str) -> Iterator[None]:
    """Raise UnreadableError for what the parser raises on `text`."""
    try:
        yield
    except (yaml.YAMLError, ValueError) as error:  # ValueError: PyYAML's own parser, on "\U00110000"
        if "nesting depth" in str(error):
            with suppress(yaml.YAMLError, ValueError):  # what it stumbles over before is not what was asked
                _refuse_depth(text)
        raise in_our_words(error, text) from error


def _refuse_depth(text: str) -> None:
    """Raise UnreadableError for the first collection inside of too many others.

    libyaml reads ahead, and from PyYAML 6.0.4 gives up on endless brackets before the event of the first comes out:
    the parser in Python says where our own limit is passed.
    """
    get_event: Callable[[], Event] = yaml.SafeLoader(text).get_event
    depth = 0
    while type(event := get_event()) is not StreamEndEvent:
        if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            require_shallow(event, depth)
            depth += 1
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            depth -= 1


def sign_of(event: Event) -> str:
    """Return the alias, anchor or tag that a value starts with, as it is written; nothing where it has none.

    In brackets PyYAML's own parser takes the comma behind a tag for part of it.
    """
    if type(event) is AliasEvent:
        return f"*{event.anchor}"
    if event.anchor is not None:
        return f"&{event.anchor}"
    tag = (event.tag or "").replace("tag:yaml.org,2002:", "!!")
    return tag.partition(",")[0] if tag.startswith("!") else tag


def refused_part(event: Event) -> tuple[str, str] | None:
    """Return what is not read of the value that starts with `event`, and what to do about it."""
    if type(event) is AliasEvent:
        return f"the alias `{sign_of(event)}` is not read", "write out what it stands for"
    if event.anchor is not None:
        return f"the anchor `{sign_of(event)}` is not read", "take it out, and write out its aliases"
    if event.tag is not None:
        return f"the tag `{sign_of(event)}` is not read", "take it out, or put the value in quotes"
    return None


def refused_key(event: Event) -> tuple[str, str] | None:
    """Return what is not read of the key that starts with `event`, and what to do about it."""
    if type(event) not in (ScalarEvent, AliasEvent):
        return "a key that is a list or a mapping is not read", "write `key: value`"
    if type(event) is ScalarEvent and event.value == "<<" and not event.style:
        return "the merge key `<<` is not read", "write out the keys that it stands for"
    return refused_part(event)


def span_of_events(first: Event, last: Event) -> Span:
    """Return the span from the start of one event to the end of another."""
    start, end = first.start_mark, last.end_mark
    return pack(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def unreadable_at(event: Event, message: str, help: str) -> UnreadableError:  # noqa: A002  SARIF's word
    """Return the error that what starts with `event` cannot be read."""
    return UnreadableError(message, event.start_mark.line + 1, event.start_mark.column + 1, help=help)


def empty() -> UnreadableError:
    """Return the error that there is no value."""
    return UnreadableError("nothing stands in it", help="start with a key such as `claims:`")


def require_shallow(event: Event, depth: int) -> None:
    """Raise UnreadableError for a collection inside of too many others."""
    if depth >= MAX_DEPTH:
        raise unreadable_at(event, f"nested more than {MAX_DEPTH} deep", "nothing in the format is")
