"""Text of others in Markdown, as GitHub and GitLab read it: shown as it stands, and nothing else."""

import re
from collections.abc import Iterable

from claimaudit.text import one_line, visible

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~](?<![,;'%/?])")  # without those that never mean anything
# A backslash does not keep these from becoming links, mentions and references: they are looked for in the text that
# Markdown has become. A space without width does.
_LINKED = re.compile(
    r"(?<=@)|(?<=#)|(?<=!)(?=[0-9])|(?<=:)(?=//)|(?<=[wW]{3})(?=\.)|(?<=GH)(?=-)", re.IGNORECASE
)
_NOTHING = "&#8203;"


def escaped(text: str) -> str:
    r"""Return text on one line in which nothing is markup, a link, a mention or a reference.

    >>> escaped("a|b *c* @d")
    'a\\|b \\*c\\* \\@&#8203;d'
    """
    return _NOTHING.join(_backslashed(part) for part in _LINKED.split(visible(one_line(text))))


def _backslashed(text: str) -> str:
    return _PUNCTUATION.sub(lambda found: f"\\{found[0]}", text)


def code(text: str) -> str:
    r"""Return text as code on one line, for a cell of a table too.

    >>> code("four-buckets"), code("a`b|c")
    ('`four-buckets`', '``a`b\\|c``')
    """
    shown = visible(one_line(text)).replace("|", "\\|")
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def fitting(rows: Iterable[str], room: int) -> tuple[list[str], int]:
    """Return the rows that fit into `room` bytes, and how many do not.

    A row that is too long hides none of the others: those behind it are looked at too.

    >>> fitting(["aaa", "bbbbbb", "é"], 5)
    (['aaa', 'é'], 1)
    """
    kept: list[str] = []
    missing = 0
    for row in rows:
        size = len(row.encode())
        if size <= room:
            kept.append(row)
            room -= size
        else:
            missing += 1
    return kept, missing
