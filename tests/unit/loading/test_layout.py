"""Spans packed into numbers."""

import pytest

from claimaudit.loading.layout import is_empty, joined, pack, unpack

PLACES = [(1, 1, 1, 1), (3, 4, 3, 4), (3, 4, 3, 5), (3, 4, 4, 4), (70_000, 1, 70_001, 9)]


@pytest.mark.parametrize("place", PLACES)
def test_what_is_packed_is_there_again(place: tuple[int, int, int, int]) -> None:
    assert unpack(pack(*place)) == place


@pytest.mark.parametrize("place", PLACES)
def test_empty_is_what_ends_where_it_starts(place: tuple[int, int, int, int]) -> None:
    assert is_empty(pack(*place)) == (place[:2] == place[2:])


def test_joined_goes_from_the_start_of_the_one_to_the_end_of_the_other() -> None:
    assert unpack(joined(pack(3, 4, 3, 9), pack(5, 1, 6, 2))) == (3, 4, 6, 2)
