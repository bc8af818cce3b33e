"""Reads YAML into values: texts, lists, mappings, and nothing. Knows nothing of claims, sources or files.

Most entries are plain enough to be read line by line; what is not is left to the parser, an item or all of the file.
Either way the same comes out.
"""

import re
from collections.abc import Iterator
from itertools import islice

from claimaudit.loading.comments import Comments
from claimaudit.loading.layout import pack, span_of, unpack
from claimaudit.loading.unseen import refuse_unseen
from claimaudit.loading.yaml_brackets import NotPlainError, read_brackets
from claimaudit.loading.yaml_parts import NOTHING, Item, Section
from claimaudit.loading.yaml_plain import lines_of, values_of

_ROOT = re.compile(r"([A-Za-z_][A-Za-z0-9_-]{0,63}):(?: ([A-Za-z0-9][A-Za-z0-9._]*))?")
"""A key at the top, with a word behind it or nothing."""
_BETWEEN = re.compile(r"(?: *(?:#[^\n]*)?\n)*")
"""Blank lines and comments."""
_DASH = re.compile(r"( *)- ")
_NEXT_ROOT = re.compile(r"\n(?=[^\s#-])")

_SOME = 64
"""So many items the parser is given by themselves whatever there is besides."""
_SHARE = 6
"""Where more than one in so many are not plain, it takes less time to let the parser read the file as a whole."""


def read_yaml(text: str, *, comments: Comments | None = None) -> Iterator[Section | Item]:
    """Yield what stands in a file, section by section and item by item, so that nobody need hold it all.

    `comments`, those of the same text, are shown what the parser says.

    Raises:
        UnreadableError: it is not YAML, has no keys at the top, nests too deep, or is more than one document. That
            may show only at the end: what came before is then part of a file that could not be read.
    """
    refuse_unseen(text)
    read = 0
    if comments is None:
        try:
            for part in PlainFile(text).parts():
                yield part
                read += 1
        except NotPlainError:
            pass
        else:
            return
    from claimaudit.loading.yaml_event_values import read_by_events  # noqa: PLC0415  it imports the parser

    yield from islice(read_by_events(text, comments), read, None)


class PlainFile:
    """A file of keys at the top with lists under them, taken apart at the dashes of their items."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._items_read = self._by_events = 0

    def parts(self) -> Iterator[Section | Item]:
        """Yield the parts.

        Raises:
            NotPlainError: from here on it takes the parser to tell what there is.
        """
        seen: set[str] = set()
        at, line = self._past_comments(0, 1)
        if self._text.startswith("---\n", at):
            at, line = self._past_comments(at + 4, line + 1)
        if at == len(self._text):
            raise NotPlainError
        while at < len(self._text):
            found = _ROOT.fullmatch(self._text, at, self._line_end(at))
            if not found or found[1] in seen:
                raise NotPlainError
            seen.add(found[1])
            name, key = found[1], pack(line, 1, line, len(found[1]) + 1)
            under, first_line = self._past_comments(found.end() + 1, line + 1)
            if found[2]:
                if self._text.startswith(" ", under):  # the text may go on there
                    raise NotPlainError
                value = None if found[2] in NOTHING else found[2]
                extent = pack(line, found.start(2) - at + 1, line, found.end(2) - at + 1)
                yield Section(name, key, None, value, extent, is_refused=False)
                at, line = under, first_line
                continue
            dash = _DASH.match(self._text, under)
            if not dash:
                raise NotPlainError
            yield Section(name, key, None, [], key, is_refused=False)
            next_root = _NEXT_ROOT.search(self._text, under)
            at = next_root.end() if next_root else len(self._text)
            yield from self._items(name, under, at, first_line, len(dash[1]))
            line = first_line + self._text.count("\n", under, at)

    def _past_comments(self, at: int, line: int) -> tuple[int, int]:
        """Return where what is no comment and no blank line goes on, and on which line."""
        found = _BETWEEN.match(self._text, min(at, len(self._text)))
        end = found.end() if found else at
        return end, line + self._text.count("\n", at, end)

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end

    def _items(self, section: str, start: int, end: int, line: int, column: int) -> Iterator[Item]:
        """Yield the items of the list between two places, of which the first dash is on that line and in that column."""
        text, dash = self._text, "\n" + " " * column + "- "
        while start < end:
            stop = text.find(dash, start, end) + 1 or end
            chunk = text[start:stop]
            next_line = line + chunk.count("\n")
            if stop < end:
                after = next_line, column + 1
            elif chunk[-1] == "\n":
                after = next_line, 1
            elif len(chunk) - chunk.rfind("\n") > column + 2:  # to the parser the end is on a line of its own
                after = next_line + 1, 1
            else:
                raise NotPlainError
            yield self._item(section, chunk, line, column + 2, after)
            start, line = stop, next_line

    def _item(self, section: str, chunk: str, line: int, column: int, after: tuple[int, int]) -> Item:
        """Return the item that stands in some lines; `after` is where the next thing does."""
        self._items_read += 1
        try:
            return self._plain_item(section, chunk, line, column, after)
        except NotPlainError:
            return self._item_by_events(section, chunk, line, after)

    def _plain_item(self, section: str, chunk: str, line: int, column: int, after: tuple[int, int]) -> Item:
        lines = lines_of(chunk, column)
        first = lines[0][column:]
        if first.startswith("{"):
            value, layout = read_brackets(first, line, column + 1)
            if len(lines) > 1:
                raise NotPlainError
            return Item(section, value, span_of(layout), is_refused=False)
        # Where the file ends without a line feed, so does a text under these signs.
        is_cut_off = chunk[-1] != "\n" and (">" in chunk or "|" in chunk)
        if is_cut_off or first.startswith(" "):
            raise NotPlainError
        lines[0] = " " * column + first
        return Item(section, values_of(lines, column), pack(line, column + 1, *after), is_refused=False)

    def _item_by_events(self, section: str, chunk: str, line: int, after: tuple[int, int]) -> Item:
        from claimaudit.loading.yaml_event_values import read_item  # noqa: PLC0415  it imports the parser

        self._by_events += 1
        are_many = self._by_events > _SOME and self._by_events * _SHARE > self._items_read
        if are_many or chunk[-1] != "\n":  # where a file ends is for the parser to say
            raise NotPlainError
        found = read_item(chunk, section)
        if found is None:
            raise NotPlainError
        item, is_block = found
        down = pack(line - 1, 0, line - 1, 0)
        extent = item.extent + down
        if is_block:  # its end is where the next thing starts
            first_line, column, *_ = unpack(extent)
            extent = pack(first_line, column, *after)
        return item._replace(extent=extent)
