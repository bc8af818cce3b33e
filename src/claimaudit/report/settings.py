"""What a house chose, as plain values for whoever shows it."""

from typing import Any, NamedTuple


class Setting(NamedTuple):
    """One key of the configuration, its value as JSON has it, and where it was said: a place, or "default"."""

    key: str
    value: Any
    origin: str
