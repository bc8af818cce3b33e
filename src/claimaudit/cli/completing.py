"""Shell completion: what may stand at the cursor.

What is offered goes to the command line as it is, in some shells by way of `eval`. So nothing is offered but letters,
digits and a few harmless signs, whatever stands in the files. Errors are raised here: `cli` keeps them silent.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from claimaudit.errors import ClaimauditError

if TYPE_CHECKING:
    from pathlib import Path

    from claimaudit.cli.options import AuditOptions
    from claimaudit.model import Dossier

Given = Mapping[str, Any]
"""What stands on the line already, by parameter."""

Offer = Callable[[Given, str], list[str]]
"""From what stands on the line, and the start of the word at the cursor, to words that may stand there."""

VARIABLE = "_CLAIMAUDIT_COMPLETE"
"""By this variable of the environment a shell asks."""

_HARMLESS = re.compile(r"\w[\w.:/,-]*")


# --- what there is to offer -------------------------------------------------------------------------------


def one_of(words: Iterable[str]) -> Offer:
    """Return what offers some words, alone or after others and a comma."""
    known = tuple(words)

    def offer(given: Given, incomplete: str) -> list[str]:  # noqa: ARG001  every offer is asked the same
        return _after_commas(known, incomplete)

    return offer


def offer_ids(given: Given, incomplete: str) -> list[str]:
    """Return the ids of all entries, as `kind/id` where one word names two things or the line says so."""
    return _named(given, incomplete, ("claim", "source", "outlet", "informant", "owner"))


def offer_ids_of_what_claims_rest_on(given: Given, incomplete: str) -> list[str]:
    """Return the same, claims left out."""
    return _named(given, incomplete, ("source", "outlet", "informant", "owner"))


def offer_tags(given: Given, incomplete: str) -> list[str]:
    """Return the tags, with hyphens for what stands between their words: that makes no difference to a tag."""
    from claimaudit.text import slug

    tags = {slug(tag) for claim in _dossier(given).claims for tag in claim.tags}
    return _after_commas(sorted(tags), incomplete)


def offer_rules(given: Given, incomplete: str) -> list[str]:  # noqa: ARG001  every offer is asked the same
    """Return the codes and names of the rules."""
    from claimaudit.rules import RULES

    known = [*(rule.code for rule in RULES), *(rule.name for rule in RULES)]
    return _after_commas(known, incomplete)


def offer_revisions(given: Given, incomplete: str) -> list[str]:  # noqa: ARG001  every offer is asked the same
    """Return the branches and tags of the repository of the files that the line names, else of those found."""
    from claimaudit.loading.revisions import repository_of

    return _harmless(repository_of(*_paths(given)).names())


def _after_commas(words: Iterable[str], incomplete: str) -> list[str]:
    before, comma, _ = incomplete.rpartition(",")
    return _harmless(f"{before}{comma}{word}" for word in words)


def _harmless(words: Iterable[str]) -> list[str]:
    return [word for word in words if _HARMLESS.fullmatch(word)]


def _named(given: Given, incomplete: str, kinds: tuple[str, ...]) -> list[str]:
    named = list(_ids(_dossier(given)))
    wanted, slash, _ = incomplete.partition("/")
    if slash and wanted in kinds:
        return _harmless(f"{kind}/{entry_id}" for kind, entry_id in named if kind == wanted)
    uses = Counter(entry_id for _, entry_id in named)
    return _harmless(
        f"{kind}/{entry_id}" if uses[entry_id] > 1 else entry_id for kind, entry_id in named if kind in kinds
    )


def _ids(dossier: "Dossier") -> Iterator[tuple[str, str]]:
    for kind in ("claim", "source", "outlet", "informant", "owner"):
        for entry in getattr(dossier, f"{kind}s"):
            yield kind, entry.id


def _dossier(given: Given) -> "Dossier":
    """Return what is in the files that the line names, else in those that a command finds."""
    from claimaudit.loading import load

    return load(*_paths(given))


def _paths(given: Given) -> "tuple[Path, ...]":
    from pathlib import Path

    from claimaudit.cli.options import AuditOptions

    named = [*(given.get("paths") or ()), *(given.get("data") or ())]
    config = given.get("config")
    options = AuditOptions(
        paths=tuple(Path(path).expanduser() for path in named),
        config=Path(config).expanduser() if config else None,
    )
    return _paths_to_read(options)


def _paths_to_read(options: "AuditOptions") -> "tuple[Path, ...]":
    """Return what a command would read; if the configuration is broken, what it would read without."""
    from claimaudit.cli.options import paths_to_read, settings_of

    try:
        return paths_to_read(options, settings_of(options))
    except ClaimauditError:  # the command that is being written will say so
        return options.paths


# --- what the shell says ----------------------------------------------------------------------------------


class Words(NamedTuple):
    """The words up to the cursor, and how much of the last one stands there for bash already."""

    words: tuple[str, ...]
    there: str = ""


def is_asked() -> bool:
    """Return whether a shell asks what may stand at the cursor."""
    return os.environ.get(VARIABLE, "").startswith("complete_")


def put_together() -> str:
    """Put together in the environment the words that bash took apart; return what it will not replace of the last.

    To bash a colon and an equals sign end a word. `a:b` arrives as three, and only `b` is replaced.
    """
    if not os.environ[VARIABLE].endswith("_bash"):
        return ""
    words = os.environ["COMP_WORDS"].split("\n")[: int(os.environ["COMP_CWORD"]) + 1]
    found = joined(words)
    os.environ["COMP_WORDS"] = "\n".join(found.words)
    os.environ["COMP_CWORD"] = str(len(found.words) - 1)
    return found.there


def joined(words: Iterable[str]) -> Words:
    """Return words put together at colons, and `--option=value` as two words.

    >>> joined(["claimaudit", "show", "a", ":", "b"])
    Words(words=('claimaudit', 'show', 'a:b'), there='a:')
    >>> joined(["claimaudit", "report", "--tag", "=", "sec"])
    Words(words=('claimaudit', 'report', '--tag', 'sec'), there='')
    """
    found: list[str] = []
    there, before = "", ""
    for word in words:
        is_colon, was_colon = set(word) == {":"}, set(before) == {":"}
        if word == "=" and found and found[-1].startswith("--"):
            found.append("")
        elif before == "=" and found and not found[-1]:
            found[-1], there = word, ""
        elif found and (is_colon or was_colon):
            there = found[-1] + (word if is_colon else "")
            found[-1] += word
        else:
            found.append(word)
            there = ""
        before = word
    return Words(tuple(found), there)
