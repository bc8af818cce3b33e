"""Reading a configuration: every key in it holds, or an error inside the file says why not."""

import tomllib
from collections.abc import Iterator

from claimaudit.errors import ClaimauditError
from claimaudit.loading.settings import FILE, Settings, read_settings
from claimaudit.loading.settings_wording import TABLE
from claimaudit.rules import selected
from fuzz.inputs import file_with, require_inside, text_of
from fuzz.seeds import settings as seeds

__all__ = ["check", "seeds"]


def check(content: bytes) -> None:
    """Assert that these bytes are a configuration of which all holds, or are refused where something is wrong."""
    name = "pyproject.toml" if b"[tool." in content else FILE
    path = file_with(content, name)
    try:
        settings = read_settings(path)
    except ClaimauditError as error:
        places = [told.location for told in _all(error) if told.location]
        require_inside(places, text_of(content))
        return
    _require_all_of(settings, text_of(content), name)


def _all(error: ClaimauditError) -> Iterator[ClaimauditError]:
    yield error
    for other in error.others:
        yield from _all(other)


def _require_all_of(settings: Settings, text: str, name: str) -> None:
    """Assert that what holds is what was written, no more and no less, and that it can be used and told."""
    values = tomllib.loads(text)
    for step in TABLE if name != FILE else ():
        values = values[step]
    config = settings.config
    assert config.model_dump(mode="json", by_alias=True, exclude_unset=True) == values
    assert selected(config)
    for setting in settings.listed():
        assert setting.origin == "default" or setting.origin.startswith(settings.path or "-")
