"""Docstrings that were stripped are read from the source."""

from collections.abc import Callable
from types import ModuleType

import pytest

from claimaudit.text import docstrings, one_line
from claimaudit.text.docstrings import docstring_of, restore_docstring


class Told:
    """Something with a docstring.

    It has two lines.
    """

    def method(self) -> None:
        """Tell nothing."""


class Untold:
    def method(self) -> None:
        pass


@pytest.fixture(params=[True, False], ids=["stripped", "there"])
def are_stripped(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr(docstrings, "ARE_STRIPPED", request.param)
    return bool(request.param)


@pytest.mark.parametrize("owner", [Told, Told.method, one_line, docstrings])
@pytest.mark.usefixtures("are_stripped")
def test_docstring_is_that_of_the_source(owner: ModuleType | type | Callable[..., object]) -> None:
    assert owner.__doc__
    assert docstring_of(owner) == owner.__doc__


@pytest.mark.parametrize("owner", [Untold, Untold.method])
@pytest.mark.usefixtures("are_stripped")
def test_where_there_is_none_it_is_empty(owner: type | Callable[..., object]) -> None:
    assert docstring_of(owner) == ""


@pytest.mark.usefixtures("are_stripped")
def test_where_only_compiled_files_are_it_is_empty() -> None:
    namespace: dict[str, Callable[[], None]] = {}
    exec("def made(): pass", namespace)  # noqa: S102  a function without a source
    assert docstring_of(namespace["made"]) == ""


def test_where_nothing_was_stripped_no_source_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docstrings, "ARE_STRIPPED", False)
    namespace: dict[str, Callable[[], None]] = {}
    exec("def told(): 'Tell something.'", namespace)  # noqa: S102  a function without a source
    assert docstring_of(namespace["told"]) == "Tell something."


def test_a_stripped_docstring_is_put_back(are_stripped: bool) -> None:  # noqa: FBT001  a fixture
    def told() -> None:
        """Tell something."""

    told.__doc__ = None
    restore_docstring(told)
    assert told.__doc__ == ("Tell something." if are_stripped else None)
