"""The lines of a file are the same however the file is cut into blocks, and whether those are packed or not."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimaudit import load
from claimaudit.loading import lines as module
from claimaudit.loading.lines import Lines

_TEXTS = st.lists(st.sampled_from([b"a", b"bc", b"\n", b"\r", b"\x0c", "é".encode(), b"\n\n"])).map(b"".join)


def lines_of(utf8: bytes) -> list[bytes]:
    """Return the lines by a second method: a line feed ends one, and nothing else does."""
    *ended, last = utf8.split(b"\n")
    return [line + b"\n" for line in ended] + [last]


def kept(utf8: bytes) -> Lines:
    """Return the lines as they are kept when a file was read."""
    lines = Lines(utf8)
    lines.pack()
    return lines


@pytest.fixture(params=["packed", "as they are"], scope="class")
def _in_small_blocks(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BLOCK", 3)
        if request.param == "packed":
            patch.setattr(module, "_LARGE", 0)
        yield


@pytest.mark.usefixtures("_in_small_blocks")
class TestSmallBlocks:
    @given(_TEXTS)
    def test_gives_back_all_of_it(self, utf8: bytes) -> None:
        assert kept(utf8).whole() == utf8

    @given(_TEXTS, st.integers(1, 12), st.integers(0, 12))
    def test_gives_the_lines_that_are_there(self, utf8: bytes, first: int, more: int) -> None:
        last = first + more
        assert kept(utf8).between(first, last) == b"".join(lines_of(utf8)[first - 1 : last])

    def test_gives_lines_of_several_blocks(self) -> None:
        lines = kept(b"one\ntwo\nthree\nfour\nfive")

        assert lines.between(2, 4) == b"two\nthree\nfour\n"
        assert lines.between(5, 5) == b"five"
        assert lines.between(6, 9) == b""


def test_what_a_large_file_is_kept_in_is_smaller_than_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LARGE", 1 << 20)
    utf8 = b"- id: some-claim\n  text: The plan has ten points.\n" * 40_000

    tracemalloc.start()
    lines = kept(utf8)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert taken < len(utf8) / 3
    assert lines.between(39_999, 40_000) == b"- id: some-claim\n  text: The plan has ten points.\n"


def test_a_finding_in_a_large_file_shows_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LARGE", 1 << 20)
    claims = "".join(f"- id: c{number}\n  text: {'x' * 100}\n  evidence: [s]\n" for number in range(10_000))
    path = tmp_path / "claims.yaml"
    path.write_text(f"claims:\n{claims}- id: last\n  text: One.\n  evidence: [nobody]\nsources:\n- id: s\n")

    (fault,) = load(path).faults

    assert (fault.location.line, fault.excerpt) == (30_004, "  evidence: [nobody]")
