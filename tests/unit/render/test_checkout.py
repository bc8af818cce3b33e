"""Paths from the root of a repository."""

from urllib.parse import unquote, unquote_to_bytes, urlsplit

import pytest
from hypothesis import given
from tests.unit.render.reading_back import CHECKOUT, NAMES

from claimaudit.render.checkout import Checkout


@pytest.mark.parametrize(
    ("path", "from_root", "uri"),
    [
        ("data/claims.yaml", "article/data/claims.yaml", ("article/data/claims.yaml", True)),
        ("./data//claims.yaml", "article/data/claims.yaml", ("article/data/claims.yaml", True)),
        ("../other/a b.yaml", "other/a b.yaml", ("other/a%20b.yaml", True)),
        ("/root/article/x.yaml", "article/x.yaml", ("article/x.yaml", True)),
        ("../../out/a#b.yaml", "/out/a#b.yaml", ("file:///out/a%23b.yaml", False)),
        ("/rooted/x.yaml", "/rooted/x.yaml", ("file:///rooted/x.yaml", False)),
        ("//host/x.yaml", "/host/x.yaml", ("file:///host/x.yaml", False)),
        ("a:b.yaml", "article/a:b.yaml", ("article/a%3Ab.yaml", True)),
    ],
)
def test_path_from_the_root(path: str, from_root: str, uri: tuple[str, bool]) -> None:
    assert CHECKOUT.path(path) == from_root
    assert CHECKOUT.uri(path) == uri


def test_repository_at_the_root_of_the_file_system() -> None:
    assert Checkout("/", "/").uri("data/claims.yaml") == ("data/claims.yaml", True)


def test_name_that_is_no_utf_8_keeps_its_bytes() -> None:
    uri, _ = CHECKOUT.uri("caf\udce9.yaml")
    assert unquote_to_bytes(uri) == b"article/caf\xe9.yaml"


@given(NAMES)
def test_any_name_comes_back(name: str) -> None:
    uri, is_relative = CHECKOUT.uri(name)
    assert is_relative
    assert unquote(urlsplit(uri).path) == f"article/{name}"
    assert urlsplit(uri).scheme == urlsplit(uri).query == urlsplit(uri).fragment == ""
