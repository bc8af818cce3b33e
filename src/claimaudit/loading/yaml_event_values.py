"""Makes values out of the events of the parser: of all YAML that is read at all."""

from collections.abc import Callable, Iterator

from yaml import YAMLError

from claimaudit.loading.comments import Comments
from claimaudit.loading.faults import UnreadableError
from claimaudit.loading.layout import Span
from claimaudit.loading.yaml_events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    empty,
    errors_in_our_words,
    events_of,
    refused_key,
    refused_part,
    require_shallow,
    span_of_events,
    unreadable_at,
)
from claimaudit.loading.yaml_parts import NOTHING, Item, Section, Value, shared

_ITEM_DEPTH = 3
"""The document is a mapping, in it is a list, in it is the item."""


def read_by_events(text: str, comments: Comments | None = None) -> Iterator[Section | Item]:
    """Yield what stands in a file: see `yaml_values.read_yaml`.

    Raises:
        UnreadableError: as there.
    """
    with errors_in_our_words(text):
        get_event = events_of(text)
        yield from _Reader(comments.watching(get_event) if comments else get_event).document()


def read_item(text: str, section: str) -> tuple[Item, bool] | None:
    """Return the one item of the list that a text is, and whether it is a collection over several lines.

    None where it is something else, or cannot be read: what it is in its file, the file as a whole tells.
    """
    try:
        return _Reader(events_of(text)).only_item(section)
    except (YAMLError, ValueError, UnreadableError):
        return None


class _Reader:
    """Builds values out of events. It recurses, but no deeper than values may nest."""

    def __init__(self, get_event: Callable[[], Event]) -> None:
        self._next = get_event
        self._last: Event = None
        """The event that ended the last value."""
        self._is_refused = False

    def document(self) -> Iterator[Section | Item]:
        """Yield the parts of the one document."""
        self._next()  # the stream starts
        if type(self._next()) is StreamEndEvent:
            raise empty()
        _require_keys(self._next())
        seen: dict[str, Span] = {}
        while type(event := self._next()) is not MappingEndEvent:
            yield from self._section(event, seen)
        self._next()  # the document ends
        if type(event := self._next()) is not StreamEndEvent:
            raise unreadable_at(event, "a second document starts here", "put it into a file of its own")

    def only_item(self, section: str) -> tuple[Item, bool] | None:
        """Return the only item of the list that is the only document; None where it is not."""
        self._next()  # the stream starts
        start, outer, first = self._next(), self._next(), self._next()
        is_list = type(start) is DocumentStartEvent and type(outer) is SequenceStartEvent
        if (
            not is_list
            or start.explicit
            or outer.flow_style
            or refused_part(outer)
            or type(first) is SequenceEndEvent
        ):
            return None
        item = self._item(section, first)
        over, end, last = self._next(), self._next(), self._next()
        is_only = type(over) is SequenceEndEvent and not end.explicit and type(last) is StreamEndEvent
        is_block = type(first) in (MappingStartEvent, SequenceStartEvent) and not first.flow_style
        return (item, is_block) if is_only else None

    def _section(self, event: Event, seen: dict[str, Span]) -> Iterator[Section | Item]:
        if refused := refused_key(event):
            raise unreadable_at(event, *refused)
        name, key = event.value, span_of_events(event, event)
        first = seen.setdefault(name, key)
        before = None if first == key else first
        event = self._next()
        if type(event) is SequenceStartEvent and not refused_part(event):
            yield Section(name, key, before, [], key, is_refused=False)
            while type(event := self._next()) is not SequenceEndEvent:
                yield self._item(name, event)
        else:
            value = self._value(event, 1)
            yield Section(name, key, before, value, span_of_events(event, self._last), self._taken_refusal())

    def _item(self, section: str, event: Event) -> Item:
        value = self._value(event, _ITEM_DEPTH - 1)
        return Item(section, value, span_of_events(event, self._last), self._taken_refusal())

    def _value(self, event: Event, depth: int) -> Value:
        """Return the value that starts with `event` inside of `depth` collections."""
        self._last = event
        kind = type(event)
        if kind is AliasEvent:
            self._is_refused = True
            return None
        if event.anchor is not None or event.tag is not None:
            self._is_refused = True
        if kind is ScalarEvent:
            return None if not event.style and event.value in NOTHING else event.value
        require_shallow(event, depth)
        return self._mapping(depth + 1) if kind is MappingStartEvent else self._list(depth + 1)

    def _mapping(self, depth: int) -> Value:
        values: dict[str, Value] = {}
        get_event = self._next
        while type(key_event := get_event()) is not MappingEndEvent:
            key = self._key(key_event, depth)
            event = get_event()
            value: Value = self._plain(event) or self._value(event, depth)
            if key in values:
                self._is_refused = True
                continue
            values[key] = value
        self._last = key_event
        return values

    def _list(self, depth: int) -> Value:
        values: list[Value] = []
        get_event = self._next
        while type(event := get_event()) is not SequenceEndEvent:
            values.append(self._plain(event) or self._value(event, depth))
        self._last = event
        return values

    def _key(self, event: Event, depth: int) -> str:
        if type(event) is ScalarEvent and event.anchor is None and event.tag is None and event.value != "<<":
            return event.value  # the usual case: nothing that could be refused
        self._is_refused = self._is_refused or refused_key(event) is not None
        self._value(event, depth)
        return event.value if type(event) is ScalarEvent else ""

    def _plain(self, event: Event) -> str | None:
        """Return the text of a scalar without anchor and tag that is not nothing: most events are no more."""
        if type(event) is ScalarEvent and event.anchor is None and event.tag is None:
            text: str = event.value
            if event.style or text not in NOTHING:
                return shared(text)
        return None

    def _taken_refusal(self) -> bool:
        taken, self._is_refused = self._is_refused, False
        return taken


def _require_keys(root: Event) -> None:
    if type(root) is ScalarEvent and root.value in NOTHING:
        raise empty()
    if type(root) is not MappingStartEvent:
        raise unreadable_at(root, "no key at the top", "start with one such as `claims:`")
    if refused := refused_part(root):
        raise unreadable_at(root, *refused)
