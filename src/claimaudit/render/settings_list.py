"""What holds of the configuration, a row a key: for people, or as JSON."""

import json
from collections.abc import Sequence
from typing import Any

from claimaudit.render.columns import Column, render
from claimaudit.render.report_json import SCHEMA_VERSION, dumps
from claimaudit.report import Setting

_COLUMNS = (Column("key", is_id=True), Column("value", wraps=True), Column("from"))


def render_table(settings: Sequence[Setting], *, width: int | None, color: bool) -> str:
    """Return a table of the settings, each value as one would write it."""
    rows = [(setting.key, _written(setting.value), setting.origin) for setting in settings]
    return render(_COLUMNS, rows, width=width, color=color)


def render_json(settings: Sequence[Setting], path: str | None) -> str:
    """Return the settings as JSON, with the file that they were read from."""
    listed = [{"key": setting.key, "value": setting.value, "origin": setting.origin} for setting in settings]
    return dumps({"schema_version": SCHEMA_VERSION, "file": path, "settings": listed})


def _written(value: Any) -> str:
    match value:
        case None:
            return "not set"
        case list():
            return f"[{', '.join(map(_written, value))}]"
        case dict():
            inner = ", ".join(f"{key} = {_written(kept)}" for key, kept in value.items() if kept is not None)
            return f"{{{inner}}}"
        case _:
            return json.dumps(value, ensure_ascii=False)
