"""Checks one entry by itself: the model does it, and what the model leaves to whoever reads files is done here."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from claimaudit.loading.wording import BLANK_VIA, NAMES_NOBODY
from claimaudit.loading.yaml_parts import Value
from claimaudit.location import Route
from claimaudit.model import Entry, Evidence, InlineInformant, Outlet, Owner, Quote, Source, Waiver
from claimaudit.model.entry import Identifier
from claimaudit.model.source import Snapshot
from claimaudit.text import squash

OF_ONES_OWN = "x-"
"""Keys that start with it are carried through."""

_IDENTIFIER: TypeAdapter[str] = TypeAdapter(Identifier)


_KNOWN_INSIDE = frozenset(
    name for model in (Evidence, Quote, InlineInformant, Snapshot, Waiver) for name in model.model_fields
)
"""Keys of what stands inside of entries."""


class InvalidEntryError(Exception):
    """What is wrong with an entry."""

    def __init__(self, errors: Sequence[ErrorDetails]) -> None:
        super().__init__()
        self.errors = errors


def validated(model: type[Entry], value: Value) -> Entry:
    """Return the entry.

    Raises:
        InvalidEntryError: it is not valid.
    """
    try:
        entry = model.model_validate(_cleared(value, model.model_fields.keys()))
    except ValidationError as error:
        raise InvalidEntryError(list(filter(_is_cause, error.errors(include_url=False)))) from error
    if isinstance(entry, Source | Outlet | Owner):
        errors = [*_errors_of_id(entry), *_errors_of_names(entry)]
        if errors:
            raise InvalidEntryError(errors)
    return entry


def is_identifier(text: str) -> bool:
    """Return whether a text can be the id of an entry."""
    try:
        _IDENTIFIER.validate_python(text)
    except ValidationError:
        return False
    return True


def _cleared(value: Value, known: AbstractSet[str]) -> Any:
    """Return the value as the model takes it: most are so already."""
    return _without_blanks(value, known) if isinstance(value, dict) and not _is_full(value, known) else value


def _is_full(mapping: Mapping[str, Value], known: AbstractSet[str]) -> bool:
    """Return whether all keys are known and none is blank, those inside too."""
    if None in mapping.values() or not known >= mapping.keys():
        return False
    for value in mapping.values():
        if isinstance(value, str):
            continue
        inside = value if isinstance(value, list) else [value]
        for item in inside:
            if isinstance(item, dict) and not _is_full(item, _KNOWN_INSIDE):
                return False
    return True


def _without_blanks(mapping: Mapping[str, Value], known: Collection[str]) -> dict[str, Any]:
    """Return the mapping without its blank values, and with one's own keys under the one that models have.

    A blank under a key that is not `known` stays, for the model to refuse: `{text: One, two}` has one.
    """
    kept: dict[str, Any] = {}
    for key, value in mapping.items():
        if key.startswith(OF_ONES_OWN):
            kept.setdefault(OF_ONES_OWN, {})[key] = value
        elif isinstance(value, str):
            kept[key] = value
        elif isinstance(value, dict):
            kept[key] = _without_blanks(value, _KNOWN_INSIDE)
        elif isinstance(value, list):
            kept[key] = [
                _without_blanks(item, _KNOWN_INSIDE) if isinstance(item, dict) else item for item in value
            ]
        elif key not in known:
            kept[key] = value
        elif key == "via":
            kept[key] = BLANK_VIA
    return kept


def _is_cause(error: ErrorDetails) -> bool:
    """Return whether an error is one of its own: a list is too short as well where a member of it is wrong."""
    return not (error["type"] == "too_short" and error["input"])


def _errors_of_id(entry: Source | Outlet | Owner) -> list[ErrorDetails]:
    """Return what is wrong with the id: in the model, one made from a name may have letters beyond ASCII."""
    try:
        _IDENTIFIER.validate_python(entry.id)
    except ValidationError as error:
        return [{**details, "loc": ("id",)} for details in error.errors(include_url=False)]
    return []


def _errors_of_names(entry: Source | Outlet | Owner) -> Iterator[ErrorDetails]:
    """Yield an error for each name that is compared by its letters and digits and has none."""
    for route, name in _names(entry):
        if not squash(name):
            yield ErrorDetails(type=NAMES_NOBODY, loc=route, input=name, msg="")


def _names(entry: Source | Outlet | Owner) -> Iterator[tuple[Route, str]]:
    for key in ("name", "outlet", "owner"):
        name = getattr(entry, key, None)
        if name is not None:
            yield (key,), name
    for index, alias in enumerate(getattr(entry, "aliases", ())):
        yield ("aliases", index), alias
