"""Which entry a word on the command line names."""

from typing import TYPE_CHECKING

from claimaudit.errors import ClaimauditError
from claimaudit.text import listed, nearest

if TYPE_CHECKING:
    from claimaudit.auditing import Audit
    from claimaudit.report import CardKind

KINDS = ("claim", "source", "outlet", "informant", "owner")


def resolve(audit: "Audit", name: str) -> "tuple[CardKind, str]":
    """Return the kind and the id that a word names: `four-buckets`, or `outlet/axios` where it names two things.

    Raises:
        ClaimauditError: nothing has that id, or more than one thing has.
    """
    wanted, slash, rest = name.partition("/")
    entry_id = rest if slash and wanted in KINDS else name
    kinds = [kind for kind in audit.kinds_of(entry_id) if entry_id == name or kind == wanted]
    if len(kinds) == 1:
        return kinds[0], entry_id
    if kinds:
        offers = listed([f"`{kind}/{entry_id}`" for kind in kinds], joiner="or")
        raise ClaimauditError(f"`{name}` names {len(kinds)} things", hint=f"say {offers}")
    near = (
        nearest(entry_id, audit.ids(), limit=3)
        or [known for known in audit.ids() if entry_id and known.startswith(entry_id)][:3]
    )
    hint = f"did you mean {listed([f'`{other}`' for other in near], joiner='or')}?" if near else None
    raise ClaimauditError(
        f"nothing has the id `{name}`",
        hint=hint
        or "`claimaudit list claims`, `list sources` and `list outlets` name them, `claimaudit search` finds",
    )
