"""The lines of a file that was read, kept small: most of them are never asked for again."""

import zlib
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from itertools import accumulate

_BLOCK = 1 << 14
"""Bytes that are packed together, and unpacked for one of their lines: a few hundred lines."""
_LARGE = 1 << 25
"""Bytes from which on a file is packed at all: of a smaller one, to pack it costs more than it saves."""


class Lines:
    """The lines of a file, each with its end; a line feed ends a line, and nothing else does."""

    def __init__(self, utf8: bytes) -> None:
        self._is_large, self._is_packed = len(utf8) >= _LARGE, False
        self._blocks = list(_blocks(utf8))
        self._before = [0, *accumulate(block.count(b"\n") for block in self._blocks)]
        """How many lines stand before each block, and in all."""
        self._lines_in = lru_cache(maxsize=16)(self._split)

    def pack(self) -> None:
        """Pack the bytes of a large file: they take as much memory as a third of what is made of them."""
        if self._is_large and not self._is_packed:
            self._blocks = [zlib.compress(block, 1) for block in self._blocks]
            self._is_packed = True

    def whole(self) -> bytes:
        """Return all of it."""
        return b"".join(map(self._block, range(len(self._blocks))))

    def between(self, first: int, last: int) -> bytes:
        """Return the lines from `first` to `last`, which count from 1; nothing for those that are not there."""
        found: list[bytes] = []
        at = bisect_right(self._before, first - 1, hi=len(self._blocks)) - 1
        while at < len(self._blocks) and self._before[at] < last:
            before = self._before[at]
            found += self._lines_in(at)[max(first - 1 - before, 0) : last - before]
            at += 1
        return b"".join(found)

    def _split(self, at: int) -> list[bytes]:
        block = self._block(at)
        if block.find(b"\n", 0, -1) < 0:
            return [block]  # one line, which may be as large as the file: it is there once
        return BytesIO(block).readlines()

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
