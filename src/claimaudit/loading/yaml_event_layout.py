"""Tells by the events of the parser where the parts of a value stand, and what in it is YAML and still not read."""

from claimaudit.loading.layout import (
    Layout,
    ListLayout,
    MappingLayout,
    Span,
    is_empty,
    joined,
    pack,
    span_of,
    unpack,
)
from claimaudit.loading.yaml_events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    empty,
    errors_in_our_words,
    events_of,
    refused_key,
    refused_part,
    require_shallow,
    sign_of,
    span_of_events,
)
from claimaudit.loading.yaml_parts import Reading, Refusal, second_key

_BLOCK_STYLES = ("|", ">")


def layout_by_events(text: str, first_line: int = 1, first_column: int = 1) -> Reading:
    """Return where the parts of the one value in `text` stand: see `yaml_layout.read_layout`.

    Raises:
        UnreadableError: it is not YAML.
    """
    with errors_in_our_words(text):
        return _Reader(text, first_line, first_column).document()


class _Reader:
    """Builds a layout out of events. It recurses, but no deeper than values may nest."""

    def __init__(self, text: str, first_line: int, first_column: int) -> None:
        self._text = text
        self._first_column = first_column
        self._stands_at_left = first_column == 1
        self._down = pack(first_line - 1, 0, first_line - 1, 0)
        """What moves a span down to where the text stands in its file: packed numbers can be added."""
        self._next = events_of(text)
        self._refusals: list[Refusal] = []

    def document(self) -> Reading:
        self._next()  # the stream starts
        if type(self._next()) is StreamEndEvent:
            raise empty()
        return Reading(self._value(self._next(), 0), tuple(self._refusals))

    def _value(self, event: Event, depth: int) -> Layout:
        kind = type(event)
        if refused := refused_part(event):
            self._refusals.append(Refusal(*refused, self._span_of_sign(event)))
        if kind is AliasEvent or kind is ScalarEvent:
            return self._span(event)
        require_shallow(event, depth)
        return self._mapping(event, depth + 1) if kind is MappingStartEvent else self._list(event, depth + 1)

    def _mapping(self, start: Event, depth: int) -> MappingLayout:
        keys: dict[str, Span] = {}
        values: dict[str, Layout] = {}
        get_event = self._next
        while type(event := get_event()) is not MappingEndEvent:
            key, span = self._key(event, depth)
            value_event = get_event()
            value = self._plain(value_event) or self._value(value_event, depth)
            first = keys.setdefault(key, span)
            if first == span:
                # A blank has no character of its own: its key stands for it.
                values[key] = span if is_empty(span_of(value)) else value
            else:
                self._refuse_second(key, span, first)
        return MappingLayout(self._own_span(start, event, next(iter(keys.values()), None)), keys, values)

    def _list(self, start: Event, depth: int) -> ListLayout:
        items: list[Layout] = []
        get_event = self._next
        while type(event := get_event()) is not SequenceEndEvent:
            items.append(self._plain(event) or self._value(event, depth))
        return ListLayout(self._own_span(start, event, span_of(items[0]) if items else None), items)

    def _plain(self, event: Event) -> Span | None:
        """Return the span of a scalar on which there is nothing to refuse or to cut off: most events are no more."""
        if (
            type(event) is ScalarEvent
            and event.anchor is None
            and event.tag is None
            and self._stands_at_left
            and event.style not in _BLOCK_STYLES
        ):
            return span_of_events(event, event) + self._down
        return None

    def _key(self, event: Event, depth: int) -> tuple[str, Span]:
        span = self._plain(event)
        if span is not None and event.value != "<<":
            return event.value, span
        span = self._span(event)
        if refused := refused_key(event):
            self._refusals.append(Refusal(*refused, span))
        if type(event) not in (ScalarEvent, AliasEvent):
            self._value(event, depth)
        return getattr(event, "value", ""), span

    def _refuse_second(self, key: str, span: Span, first: Span) -> None:
        self._refusals.append(second_key(key, span, first))

    # --- spans --------------------------------------------------------------------------------------------

    def _span(self, event: Event) -> Span:
        if type(event) is ScalarEvent and event.style in _BLOCK_STYLES:
            return self._header_span(event)
        return self._moved(span_of_events(event, event))

    def _span_of_sign(self, event: Event) -> Span:
        """Return where the alias, anchor or tag alone stands: how far the value goes, the parsers do not agree on."""
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        return self._moved(pack(line, column, line, column + len(sign_of(event))))

    def _moved(self, span: Span) -> Span:
        """Return a span of the text as one of the file that the text is from."""
        if self._first_column > 1:
            line, column, end_line, end_column = unpack(span)
            right = self._first_column - 1
            span = pack(line, column + right * (line == 1), end_line, end_column + right * (end_line == 1))
        return span + self._down

    def _header_span(self, event: Event) -> Span:
        """Return the span of the first line of a block scalar: its end mark runs over blanks and comments."""
        mark = event.start_mark
        header = self._text[mark.index : self._text.find("\n", mark.index)].rstrip()
        line, column = mark.line + 1, mark.column + 1
        return self._moved(pack(line, column, line, column + len(header)))

    def _own_span(self, start: Event, end: Event, first: Span | None) -> Span:
        """Return the span of a collection: in block style up to its first part, for the same reason."""
        whole = self._moved(span_of_events(start, end))
        return whole if start.flow_style or first is None else joined(whole, first)
