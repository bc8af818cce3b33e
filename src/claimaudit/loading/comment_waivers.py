"""Waivers that stand as comments on the first line of a claim or a source: `# claimaudit: ignore[CA102] reason`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from claimaudit.loading.comments import Comment, Comments
from claimaudit.loading.layout import Span, pack, unpack
from claimaudit.loading.places import Kind, Placed
from claimaudit.loading.wording import Mistake, shown
from claimaudit.model import Waiver
from claimaudit.text import suggestion

BY = "a comment"
"""Who takes the decision, as far as a comment says it."""

_MOST_RULES = 64
_OPENING = re.compile(r"#++\s*+claimaudit:\s*+ignore\s*+\[")
_WORD = re.compile(r"#++\s*+(?i:claim[-_ ]?audit)[^\w\[]*+(\w*)")
_AGAIN = re.compile(r"(?<!#)#++\s*+(?i:claim[-_ ]?audit)\s*+:")
_LEAD = re.compile(r"^(?::|--?|[–—])(?=\s|$)")  # noqa: RUF001  what people write between rule and reason
_FORM = "write `# claimaudit: ignore[CA102] reason`"
_CANNOT: Mapping[Kind, str] = {
    "outlets": "an outlet",
    "owners": "an owner",
    "informants": "an informant",
}


class CommentError(Exception):
    """What is wrong with a comment, and where."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.message)
        self.mistake = mistake


class Start(NamedTuple):
    """Where an entry starts, and where it is: in the list of its kind, unless it was left out (number None)."""

    line: int
    column: int
    kind: Kind
    siblings: list[Placed[Any]]
    number: int | None

    @property
    def id(self) -> str | None:
        """The id of the entry, if that was not left out."""
        return None if self.number is None else self.siblings[self.number].entry.id


class Starts:
    """Where the entries of a file start, in their order."""

    def __init__(self) -> None:
        self._starts: list[Start] = []

    def add(self, extent: Span, kind: Kind, siblings: list[Placed[Any]], number: int | None) -> None:
        """Take note of the next entry."""
        line, column, *_ = unpack(extent)
        self._starts.append(Start(line, column, kind, siblings, number))

    def of(self, comment: Comment) -> list[Start]:
        """Return the entries that start on the line of a comment, or after the dash that stands before it."""
        found = self._on(comment.line)
        if found or comment.following is None:
            return found
        line, column = comment.following
        return [start for start in self._on(line) if start.column == column]

    def _on(self, line: int) -> list[Start]:
        first, last = (bisect_left(self._starts, (at,)) for at in (line, line + 1))
        return self._starts[first:last]


def add_waivers(
    comments: Comments, starts: Starts, *, is_whole: bool
) -> Iterator[tuple[Mistake, Start | None]]:
    """Give entries the waivers in comments; yield what is wrong with a comment, and the entry that it stands at.

    Where the file was not read whole (not `is_whole`), a comment may stand at an entry that nobody knows.
    """
    for comment in comments.found():
        found = starts.of(comment)
        owner = found[0] if len(found) == 1 else None
        try:
            written = waivers_in(comment)
            if found or is_whole:
                _add(_owner(found, comment), written)
        except CommentError as error:
            yield error.mistake, owner


def waivers_in(comment: Comment) -> list[tuple[Waiver, Span]]:
    """Return the waivers that a comment gives, each with where its rule is named.

    Raises:
        CommentError: it is none, though it speaks to claimaudit.
    """
    text = comment.text
    opening = _OPENING.match(text)
    if opening is None:
        raise _not_opened(comment)
    close = text.find("]", opening.end())
    if close < 0:
        raise _error(
            comment, "the brackets of the waiver are not closed", _FORM, opening.end() - 1, len(text)
        )
    rules = list(_rules(comment, opening.end(), close))
    reason = _reason(comment, close + 1)
    return [(Waiver(rule=rule, by=BY, reason=reason), span) for rule, span in rules]


def _not_opened(comment: Comment) -> CommentError:
    word = _WORD.match(comment.text)
    if word is None:
        message = "a waiver further on in a comment waives nothing"
        return _error(comment, message, "start the comment with it", 0, len(comment.text))
    if word[1] and word[1] != "ignore":
        message = f"`{shown(word[1])}` is nothing that a comment can ask for"
        return _error(comment, message, suggestion(word[1], ["ignore"]) or _FORM, *word.span(1))
    return _error(comment, "the comment waives nothing as it is written", _FORM, 0, len(comment.text))


def _rules(comment: Comment, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Yield the rules between the brackets, each with where it stands."""
    parts = comment.text[start:end].split(",")
    if len(parts) == 1 and not parts[0].strip():
        raise _error(comment, "the waiver names no rule", _FORM, start - 1, end + 1)
    if len(parts) > _MOST_RULES:
        mend = "name those that find something here"
        raise _error(comment, f"the waiver names more than {_MOST_RULES} rules", mend, start - 1, end + 1)
    seen: set[str] = set()
    at = start
    for part in parts:
        rule, first = part.strip(), at + len(part) - len(part.lstrip())
        if not rule:
            comma = at + len(part) if at == start else at - 1
            raise _error(comment, "a comma with no rule beside it", "take it out", comma, comma + 1)
        if rule.casefold() in seen:
            raise _error(comment, f"`{shown(rule)}` is named twice", "name it once", first, first + len(rule))
        seen.add(rule.casefold())
        yield rule, _span(comment, first, first + len(rule))
        at += len(part) + 1


def _reason(comment: Comment, start: int) -> str:
    again = _AGAIN.search(comment.text, start)
    if again is not None:
        mend = "name all rules in one pair of brackets: `ignore[CA102, CA104]`"
        raise _error(comment, "a second waiver in one comment waives nothing", mend, *again.span())
    reason = _LEAD.sub("", comment.text[start:].strip(), count=1).strip()
    if not reason:
        mend = f"say why, after the brackets: `{shown(comment.text[:start])} reason`"
        raise _error(comment, "the waiver gives no reason", mend, 0, start)
    return reason


# --- whose they are ---------------------------------------------------------------------------------------


def _owner(found: Sequence[Start], comment: Comment) -> Start:
    """Return the one claim or source that starts where the comment stands."""
    if len(found) == 1 and found[0].kind not in _CANNOT:
        return found[0]
    if not found:
        why = "no claim or source starts on this line"
        mend = "put it on the line on which the claim or source starts"
    elif len(found) == 1:
        why, mend = f"{_CANNOT[found[0].kind]} has no waivers", "put it at the claim or source that is meant"
    else:
        why = f"{len(found)} entries start on this line, and nobody knows which is meant"
        mend = "give each a line of its own"
    raise _error(comment, f"the comment waives nothing: {why}", mend, 0, comment.text.index("]") + 1)


def _add(owner: Start, written: Sequence[tuple[Waiver, Span]]) -> None:
    """Give an entry its waivers, after those that it has."""
    if owner.number is None:
        return
    entry, place = owner.siblings[owner.number].entry, owner.siblings[owner.number].place
    for number, (_, span) in enumerate(written, start=len(entry.waivers)):
        place.stand_beside(("waivers", number), span)
    waivers = (*entry.waivers, *(waiver for waiver, _ in written))
    owner.siblings[owner.number] = Placed(entry.model_copy(update={"waivers": waivers}), place)


# --- what is wrong ----------------------------------------------------------------------------------------


def _error(comment: Comment, message: str, mend: str, start: int, end: int) -> CommentError:
    # The text of the comment tells it from others of its file, wherever its line moves.
    return CommentError(Mistake(message, mend, _span(comment, start, end), (message, shown(comment.text))))


def _span(comment: Comment, start: int, end: int) -> Span:
    """Return the span of a part of the text of a comment."""
    return pack(comment.line, comment.column + start, comment.line, comment.column + end)
