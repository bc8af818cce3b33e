"""What was known before a check: a baseline, a revision, and writing a new baseline."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from claimaudit.cli.completing import offer_revisions
from claimaudit.cli.declared import Option
from claimaudit.cli.options import PATH, Start
from claimaudit.cli.replacing import Written, require_unread
from claimaudit.cli.streams import remark
from claimaudit.errors import ClaimauditError
from claimaudit.text import counted, listed

if TYPE_CHECKING:
    from claimaudit.auditing import Audit
    from claimaudit.auditing.known import Known
    from claimaudit.finding import KnownFinding

NAMED = 5
"""So many findings are named before the rest is counted."""

BaselineOption = Annotated[
    Path | None,
    Option(
        metavar="FILE",
        help="Fail only on findings that FILE does not know, or knows as less grave.",
        show_default=False,
        **PATH,
    ),
]
WriteBaselineOption = Annotated[
    Path | None,
    Option(metavar="FILE", help="Write all findings to FILE: from now on known.", show_default=False, **PATH),
]
SinceOption = Annotated[
    str | None,
    Option(
        metavar="REV",
        help="Fail only on findings that were not there at a git revision, or less grave; "
        "which claims got weaker is told by `claimaudit diff REV`.",
        show_default=False,
        autocompletion=offer_revisions,
    ),
]


class Before(NamedTuple):
    """Where a check finds what was known before, and where it is to write what is known now."""

    baseline: Path | None = None
    write_baseline: Path | None = None
    since: str | None = None


class Compared(NamedTuple):
    """An audit by one who knows what was there before, the baseline to write, and what to say once it is written."""

    audit: "Audit"
    baseline: Written | None = None
    remarks: tuple[str, ...] = ()


def compare(audit: "Audit", before: Before, start: Start, *, quiet: bool = False) -> Compared:
    """Return the audit by one who knows what was there before, and a new baseline if that is asked for.

    Raises:
        ClaimauditError: a baseline cannot be read or not be written over, or a revision not be read.
    """
    target = before.write_baseline
    old = None if target is None else _to_write_over(target)
    known = []
    if before.baseline is not None:
        known.append(_baseline(before.baseline))
    if before.since is not None:
        known.append(_revision(start, before.since, quiet=quiet))
    if known:
        audit = audit.knowing(*known)
    if target is not None:
        return _with_baseline(audit, target, old, before)
    if audit.gone and not quiet:
        remark(_on_gone(audit.gone, before))
    return Compared(audit)


def _to_write_over(path: Path) -> "tuple[KnownFinding, ...] | None":
    """Return what the baseline at `path` holds, None where there is none or an empty file.

    Raises:
        ClaimauditError: it is no baseline, or the run reads it as something else.
    """
    from claimaudit.loading.baseline import read_baseline

    require_unread(path)  # no baseline is read yet: that one may be brought up to date
    if not os.path.exists(path):  # noqa: PTH110  a Path raises for a name that is too long
        return None
    if not path.is_file():
        raise ClaimauditError(
            f"cannot write `{path.as_posix()}`: not a regular file", hint="name another file"
        )
    if not path.stat().st_size:
        return None
    try:
        return read_baseline(path)
    except ClaimauditError as error:
        message = f"{error.message}; it is not written over: name another file"
        raise ClaimauditError(message, error.location) from error


def _baseline(path: Path) -> "Known":
    from claimaudit.auditing.known import Known
    from claimaudit.loading.baseline import read_baseline

    return Known("baseline", f"stands in {path.as_posix()}", read_baseline(path), is_kept=True)


def _revision(start: Start, revision: str, *, quiet: bool) -> "Known":
    from claimaudit.auditing.known import Known, live

    # What somebody waived was never accepted for longer than the waiver says: it is new when that has ended.
    then = start.audit_at(revision, waivers_end=False)
    if not quiet:
        remark_on_absent(revision, then.absent)
    return Known(f"since {revision}", f"was there at {revision}", tuple(live(then.audit.found)))


def remark_on_absent(revision: str, absent: Sequence[str]) -> None:
    """Say that some paths led to no file then: all in them is new."""
    if absent:
        paths = listed([f"`{path}`" for path in absent], limit=NAMED)
        remark(f"at {revision} there was nothing to read in {paths}: all that is there now is new")


def _on_gone(gone: "Sequence[KnownFinding]", before: Before) -> str:
    """Return what to say of entries that no longer occur."""
    what = (
        "1 entry of the baseline no longer occurs"
        if len(gone) == 1
        else f"{len(gone)} entries of the baseline no longer occur"
    )
    names = listed([_name(finding) for finding in gone], limit=NAMED)
    return f"{what} ({names}): {_remedy(before, 'it' if len(gone) == 1 else 'them')}"


def _remedy(before: Before, them: str) -> str:
    old, new = before.baseline or Path(), before.write_baseline
    if new is not None and _is_one_file(old, new):
        return "left out of it now"
    return f"`--write-baseline {old.as_posix()}` takes {them} out, and takes in what is new"


def _is_one_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # not there yet
        return False


def _name(finding: "KnownFinding") -> str:
    about = finding.claim or finding.source
    return f"{finding.code} `{about}`" if about else finding.code


def _with_baseline(
    audit: "Audit", path: Path, old: "Sequence[KnownFinding] | None", before: Before
) -> Compared:
    """Return the audit by one who knows the new baseline; `old` is what the file holds so far.

    What that, or the baseline that was read, holds on rules that were not asked to speak goes into it.
    """
    from claimaudit.auditing.known import Known, live
    from claimaudit.render import baseline

    if audit.dossier.faults:
        remark(f"`{path.as_posix()}` is not written: not all of the input could be read")
        return Compared(audit)
    findings = (*live(audit.found), *audit.unasked(old or ()))
    on_gone = [_on_gone(audit.gone, before)] if audit.gone else []
    return Compared(
        audit.knowing(Known("baseline", f"stands in {path.as_posix()}", findings, is_kept=True)),
        Written(path, baseline.render(findings), is_update=True),
        (*on_gone, _on_written(path, old, findings)),
    )


def _on_written(path: Path, old: "Sequence[KnownFinding] | None", findings: "Sequence[KnownFinding]") -> str:
    from claimaudit.auditing.known import came_and_went

    holds = f"`{path.as_posix()}` holds {counted(len(findings), 'finding')} now"
    if old is None:
        return holds
    came, went = came_and_went(old, findings)
    return f"{holds}: {came} new, {went} gone"
