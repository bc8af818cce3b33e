"""The docstrings under the fields of a class.

Pydantic reads them too (`use_attribute_docstrings`), but whenever the class is imported: that would cost every command
some 25 ms, and only the schemas need them.
"""

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from textwrap import dedent


def field_docstrings(cls: type) -> dict[str, str]:
    """Return by name what the docstring under each field says, those of base classes included.

    >>> from claimaudit.model import Waiver
    >>> field_docstrings(Waiver)["by"]
    'Who takes the decision.'
    """
    described: dict[str, str] = {}
    for base in reversed(_with_bases(cls)):
        described |= dict(_own_docstrings(base))
    return described


def _with_bases(cls: type) -> list[type]:
    """Return the class and those it takes fields from: typed dicts keep their bases to themselves."""
    bases = getattr(cls, "__orig_bases__", None) or cls.__bases__
    found = [cls]
    for base in bases:
        if isinstance(base, type) and base.__module__.startswith("claimaudit."):
            found += _with_bases(base)
    return found


def _own_docstrings(cls: type) -> Iterator[tuple[str, str]]:
    definition = ast.parse(dedent(inspect.getsource(cls))).body[0]
    for field, following in pairwise(getattr(definition, "body", [])):
        match field, following:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(text))):
                yield name, inspect.cleandoc(text)
            case _:
                pass
