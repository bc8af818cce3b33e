"""The lines of a file that was read, kept small: most of them are never asked for again."""

import zlib
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

_BLOCK = 1 << 14
"""Bytes that are packed together, and unpacked for one of their lines: a few hundred lines."""
_LARGE = 1 << 20
"""Bytes from which on a file is packed at all."""


class Lines:
    """The lines of a file, each with its end; a line feed ends a line, and nothing else does.

    The bytes of a large file are packed: they take as much memory as a third of what is made of them.
    """

    def __init__(self, utf8: bytes) -> None:
        self._is_packed = len(utf8) >= _LARGE
        self._blocks: list[bytes] = []
        self._before: list[int] = []
        """How many lines stand before each block."""
        before = 0
        for block in _blocks(utf8):
            self._blocks.append(zlib.compress(block, 1) if self._is_packed else block)
            self._before.append(before)
            before += block.count(b"\n")
        self._lines_in = lru_cache(maxsize=16)(self._split)

    def whole(self) -> bytes:
        """Return all of it."""
        return b"".join(map(self._block, range(len(self._blocks))))

    def between(self, first: int, last: int) -> bytes:
        """Return the lines from `first` to `last`, which count from 1; nothing for those that are not there."""
        found: list[bytes] = []
        at = bisect_right(self._before, first - 1) - 1
        while at < len(self._blocks) and self._before[at] < last:
            before = self._before[at]
            found += self._lines_in(at)[max(first - 1 - before, 0) : last - before]
            at += 1
        return b"".join(found)

    def _split(self, at: int) -> list[bytes]:
        return BytesIO(self._block(at)).readlines()

    def _block(self, at: int) -> bytes:
        return zlib.decompress(self._blocks[at]) if self._is_packed else self._blocks[at]


def _blocks(utf8: bytes) -> Iterator[bytes]:
    """Yield all of it in blocks of whole lines; of an empty file one that is empty."""
    start = 0
    while True:
        end = utf8.find(b"\n", start + _BLOCK) + 1 or len(utf8)
        yield utf8[start:end]
        start = end
        if start == len(utf8):
            return
