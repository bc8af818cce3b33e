"""Refuses characters in a file that nobody sees."""

import re

from claimaudit.loading.faults import UnreadableError

# What nobody sees, and what one reader takes for a line break or the start of a file and another does not.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)"
)
_INSTEAD = {"\r": "end each line with a line feed", "\0": "save it as UTF-8"}
_SEEN = bytes(range(ord(" "), ord("~") + 1)) + b"\n\t"


def refuse_unseen(text: str) -> None:
    """Raise UnreadableError for the first character that cannot be seen, line breaks and tabs left aside."""
    rare = text.replace("\r\n", "\n").encode("utf-8", "surrogatepass").translate(None, _SEEN)
    if rare.decode("utf-8", "surrogatepass").isprintable():
        return  # the usual case, in a fraction of the time: none of these characters is printable
    found = _UNSEEN.search(text)
    if found is None:
        return
    before = text[: found.start()]
    raise UnreadableError(
        f"the invisible character U+{ord(found[0]):04X} is not read",
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
        help=_INSTEAD.get(found[0], "take it out"),
    )
