"""When two addresses name one page, and which page an archive's copy is of."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimaudit.text import addresses
from claimaudit.text.addresses import canonical_url, host_of, is_archived, original_url


def test_examples_in_the_docstrings() -> None:
    tried = doctest.testmod(addresses)
    assert tried.attempted
    assert not tried.failed


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTPS://WWW.Example.org/a/", "example.org/a"),
        ("http://example.org:80/a", "example.org/a"),
        ("https://example.org:443/a", "example.org/a"),
        ("https://example.org:8443/a?x=1#part", "example.org:8443/a?x=1"),
        ("https://example.org/XX", "example.org/XX"),
        ("https:///a", "https:///a"),
        ("https://example.org/A", "example.org/A"),
        ("//example.org/a", "example.org/a"),
        ("https://example.org/?", "example.org"),
        ("not an address", "not an address"),
        ("example.org/a", "example.org/a"),
        ("http://[::1", "http://[::1"),
        ("http://example.org:port/", "http://example.org:port/"),
        ("https://archive.ph/https://[::1", "https://archive.ph/https://[::1"),
    ],
)
def test_canonical_url(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("?utm_source=x&utm_medium=y", ""),
        ("?p=1&fbclid=abc&q=2", "?p=1&q=2"),
        ("?UTM_Source=x&p=1&GCLID=y", "?p=1"),
        ("?fbclid", ""),
        ("?utm=1", "?utm=1"),
        ("?id=gclid", "?id=gclid"),
        ("?ref=a&source=b&cid=c", "?ref=a&source=b&cid=c"),
        ("?b=1&a=2", "?b=1&a=2"),
    ],
)
def test_parameters_of_trackers_are_left_out_and_no_others(query: str, left: str) -> None:
    assert canonical_url(f"https://example.org/a{query}#{query}") == f"example.org/a{left}"


@pytest.mark.parametrize(
    ("copy", "page"),
    [
        ("https://web.archive.org/web/20251118123456/https://axios.com/a?x=1#b", "https://axios.com/a?x=1#b"),
        ("http://web.archive.org/web/20251118123456id_/http://axios.com/a", "https://axios.com/a"),
        ("https://web.archive.org/web/2025/http:/axios.com/a", "https://axios.com/a"),
        ("https://web.archive.org/web/2025/axios.com/a", "https://axios.com/a"),
        ("https://web.archive.org/web/*/axios.com/a", "https://axios.com/a"),
        ("https://web.archive.org/web/https://axios.com/a", "https://axios.com/a"),
        ("https://web.archive.org/save/https://axios.com/a", "https://axios.com/a"),
        ("https://archive.today/20251118080000/https://axios.com/a", "https://axios.com/a"),
        ("https://archive.is/2025.11.18-080000/http://axios.com/a", "https://axios.com/a"),
        ("https://archive.vn/o/Ab1Cd/https://axios.com/a", "https://axios.com/a"),
        ("https://WWW.Archive.ph/https://axios.com/a", "https://axios.com/a"),
        ("https://perma.cc/https://axios.com/a", "https://axios.com/a"),
        ("https://archive.ph/https://web.archive.org/web/2025/https://axios.com/a", "https://axios.com/a"),
    ],
)
def test_copy_says_of_which_page_it_is(copy: str, page: str) -> None:
    assert original_url(copy) == page
    assert canonical_url(copy) == canonical_url(page)
    assert host_of(copy) == "axios.com"
    assert is_archived(copy)


@pytest.mark.parametrize(
    "url",
    [
        "https://archive.ph/Ab1Cd",
        "https://perma.cc/ABCD-1234",
        "https://web.archive.org/",
        "https://web.archive.org/web/20251118123456/",
        "https://archive.ph/?url=https://axios.com/a",
    ],
)
def test_short_link_of_an_archive_says_nothing_of_the_page(url: str) -> None:
    assert original_url(url) == url
    assert host_of(url) == ""
    assert is_archived(url)


@pytest.mark.parametrize(
    "url", ["https://axios.com/https://mint.com/a", "https://archive.org/details/a", "archive.ph/Ab1Cd", ""]
)
def test_what_is_at_no_archive_is_no_copy(url: str) -> None:
    assert original_url(url) == url
    assert not is_archived(url)


def test_copies_of_copies_end() -> None:
    assert is_archived(original_url("https://archive.ph/" * 50_000 + "https://axios.com"))


def test_host_of_an_address() -> None:
    assert host_of("https://www.axios.com/2025") == "axios.com"
    assert host_of("http://[::1") == ""
    assert host_of("Axios") == ""


@given(st.text() | st.from_regex(r"https?://(archive\.ph/|web\.archive\.org/web/2/|a\.b)\S*", fullmatch=True))
def test_any_text_has_a_canonical_form_and_a_host(text: str) -> None:
    assert isinstance(canonical_url(text), str)
    assert host_of(text) not in addresses.ARCHIVES
