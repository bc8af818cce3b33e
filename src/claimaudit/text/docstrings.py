"""Docstrings that people are shown: `python -OO` strips them, then they are read from the source."""

import sys
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any

Owner = ModuleType | type | Callable[..., Any]

ARE_STRIPPED = sys.flags.optimize > 1  # by -OO
"""NOTE: that `__doc__` is None does not say it: a dataclass makes one of its own where it was stripped."""


def docstring_of(owner: Owner) -> str:
    """Return the docstring of a module, a class or a function; nothing where it is not in the source either."""
    return _in_the_source(owner) if ARE_STRIPPED else owner.__doc__ or ""


def restore_docstring(owner: Owner) -> None:
    """Give a class or a function the docstring that was stripped, for libraries that look for it there."""
    if ARE_STRIPPED:
        owner.__doc__ = docstring_of(owner)


@cache
def _in_the_source(owner: Owner) -> str:
    import ast  # noqa: PLC0415  only where docstrings were stripped
    import inspect  # noqa: PLC0415
    from textwrap import dedent  # noqa: PLC0415

    try:
        tree = ast.parse(dedent(inspect.getsource(owner)))
    except OSError:  # only the compiled files are there
        return ""
    holder = tree if isinstance(owner, ModuleType) else tree.body[0]  # a class or a function
    return ast.get_docstring(holder, clean=False) or ""  # type: ignore[arg-type]
