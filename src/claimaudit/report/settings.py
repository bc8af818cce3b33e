"""What a house chose, as plain values for whoever shows it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of the configuration, its value as JSON has it, and where it was said: a place, or "default"."""

    key: str
    value: Any
    origin: str
