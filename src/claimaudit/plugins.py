"""Tells pydantic that it has no plugins here: for a command, not for whoever imports the package."""

import os
import sys
from importlib import import_module
from types import ModuleType

_LOADER = "pydantic.plugin._loader"


def turn_plugins_off() -> None:
    """Keep pydantic from looking for plugins, and from importing what it would look for them with.

    It imports that, and with it what reads the descriptions of all that is installed, where plugins are off as well:
    longer than to read a hundred claims.
    """
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"
    sys.modules.setdefault(_LOADER, _NoPlugins(_LOADER))


class _NoPlugins(ModuleType):
    """Stands for the module of pydantic that looks for plugins; of all else that is wanted of it, that one tells."""

    @staticmethod
    def get_plugins() -> tuple[()]:
        return ()

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # what Python asks of every module
            raise AttributeError(name)
        sys.modules.pop(_LOADER, None)
        return getattr(import_module(_LOADER), name)
