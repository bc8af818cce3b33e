"""Where the parts of a value stand in a file: spans packed into integers, in the shape of the value.

Knows nothing of YAML or of files. Lines and columns count from 1; a span ends one past its last character.
"""

from typing import NamedTuple

from claimaudit.location import Location, Route

Span = int
"""Line, column, line of the end and column of the end, packed: a large file has many."""

_BITS = 32
_MASK = (1 << _BITS) - 1
_HALF = (1 << 2 * _BITS) - 1


class ListLayout(NamedTuple):
    """Where a list stands, and where its items do."""

    own: Span
    items: "list[Layout]"


class MappingLayout(NamedTuple):
    """Where a mapping stands, and by key where its keys and values do."""

    own: Span
    keys: dict[str, Span]
    values: "dict[str, Layout]"


Layout = Span | ListLayout | MappingLayout
"""A plain value has its span and no more."""


class Spot(NamedTuple):
    """Where a route leads: a value, and the key that it stands under, if it does."""

    key: Span | None
    value: Layout


def pack(line: int, column: int, end_line: int, end_column: int) -> Span:
    """Return the four numbers as one."""
    return (line << _BITS | column) << 2 * _BITS | end_line << _BITS | end_column


def unpack(span: Span) -> tuple[int, int, int, int]:
    """Return line, column, line of the end, column of the end."""
    start, end = span >> 2 * _BITS, span & _HALF
    return start >> _BITS, start & _MASK, end >> _BITS, end & _MASK


def is_empty(span: Span) -> bool:
    """Return whether a span ends where it starts."""
    return span >> 2 * _BITS == span & _HALF


def joined(first: Span, last: Span) -> Span:
    """Return the span from the start of `first` to the end of `last`."""
    return (first | _HALF) ^ _HALF | last & _HALF


def location_of(path: str, span: Span) -> Location:
    """Return a span as a place in the file at `path`."""
    return Location(path, *unpack(span))


def spot_at(layout: Layout, route: Route) -> Spot:
    """Return where `route` leads, leaving out the steps that the file does not have.

    Short forms have no inner steps, and the routes of Pydantic name the member of a union, which no file does.
    """
    spot = Spot(None, layout)
    before: str | int | None = None
    for step in route:
        # A flat `rests_on` is one premise set, which only the model wraps in a list.
        if not (before == "rests_on" and _is_flat(spot.value)):
            spot = _inner(spot, step)
        before = step
    return spot


def _inner(spot: Spot, step: str | int) -> Spot:
    match spot.value, step:
        case MappingLayout(_, keys, values), str() if step in values:
            return Spot(keys[step], values[step])
        case ListLayout(_, items), int() if step < len(items):
            return Spot(None, items[step])
    return spot


def _is_flat(layout: Layout) -> bool:
    if not isinstance(layout, ListLayout) or not layout.items:
        return False
    return isinstance(layout.items[0], int) and isinstance(layout.items[-1], int)


def span_of(layout: Layout) -> Span:
    """Return the span of a value as a whole."""
    return layout if isinstance(layout, int) else layout.own


def head_of(spot: Spot) -> Span:
    """Return what stands for a value where a finding points at it.

    A plain value itself; the key of a collection; of a mapping in a list, the value of its `id` or `source`.
    """
    if isinstance(spot.value, int):
        return spot.value
    if spot.key is not None:
        return spot.key
    named = spot.value.values if isinstance(spot.value, MappingLayout) else {}
    return next(
        (span for name in ("id", "source") if isinstance(span := named.get(name), int)), spot.value.own
    )
