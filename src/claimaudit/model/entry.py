"""What all entries of the files have in common: strict, frozen, no unknown keys.

The docstring under a field, and the example in `model_config`, are what an editor shows of a key: the JSON Schemas
take them from here.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]([A-Za-z0-9_.:-]{0,126}[A-Za-z0-9])?$")]
"""ASCII letters and digits, with `_ . : -` inside, at most 128: a draft can cite it as `[@id]`."""

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
"""Text with something in it."""

Listed = Field(default=(), strict=False)
"""A list in the file, a tuple in the model."""


def _flag(value: object) -> object:
    # Scalars arrive as they were written: YAML 1.1 would have made booleans of `no` and `on` as well.
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def _whole_number(value: object) -> object:
    # No number of the format has ten digits, and `int` refuses some thousands of them in words of its own.
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    return value


Flag = Annotated[bool, BeforeValidator(_flag)]
"""`true` or `false`."""

WholeNumber = Annotated[int, BeforeValidator(_whole_number)]
"""Digits."""


_NO_EXTENSIONS: Mapping[str, Any] = {}

_FIELD_SETS: dict[frozenset[str], set[str]] = {}
"""For each choice of keys that an entry was made with the one set of them that all such entries share."""


class Entry(BaseModel):
    """One entry of a file."""

    # Deferred: what is only a part of other entries is built with them, and what no file has is not built at all.
    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        validate_default=False,
        defer_build=True,
    )

    extensions: Mapping[str, Any] = Field(
        default_factory=lambda: _NO_EXTENSIONS, validation_alias="x-", repr=False
    )
    """The entry's keys that start with `x-`: carried through, never read."""

    def model_post_init(self, context: Any, /) -> None:  # noqa: ARG002  pydantic hands it over
        """Share the set of the fields that were given with all entries that were given the same."""
        _share_field_set(self)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy, with other values for some fields: see pydantic."""
        copied = super().model_copy(update=update, deep=deep)
        _share_field_set(copied)
        return copied


def _share_field_set(entry: Entry) -> None:
    # A set of its own would take as much memory as all its values. Nobody changes it: entries are frozen, and for a
    # copy pydantic makes another.
    own = entry.__pydantic_fields_set__
    object.__setattr__(entry, "__pydantic_fields_set__", _FIELD_SETS.setdefault(frozenset(own), own))
