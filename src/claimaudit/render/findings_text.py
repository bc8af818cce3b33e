"""Findings as lines: `path:line:column: severity CODE name: message`."""

from collections import Counter
from collections.abc import Sequence
from textwrap import TextWrapper
from typing import NamedTuple

from claimaudit.finding import Finding, Severity, Waived
from claimaudit.render.paper import cells
from claimaudit.report import CheckReport
from claimaudit.text import counted, listed, one_line, uncommanded, visible

_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "33", Severity.NOTE: "36"}
RELATED = 4
"""Other places named under a finding before the rest is counted."""
_LEAST = 20
"""Characters of a line of a file that are shown however narrow the terminal is."""
EXCERPT = 1000
"""Characters of a line of a file that are shown: a hostile one may be millions long."""
_INDENT = "    "


class Style(NamedTuple):
    """How findings are laid out.

    `width` None leaves lines as long as they are, which is what logs and other programs want; with a width,
    that of a terminal, text is wrapped between words.
    """

    width: int | None = None
    color: bool = False


PLAIN = Style()


def render_full(report: CheckReport, findings: Sequence[Finding], style: Style = PLAIN) -> str:
    """Return the findings, each with the line of the file and how to mend it, and a closing line of counts."""
    blocks = [_block(finding, style) for finding in findings]
    return _closed(blocks, report, findings, style)


def render_concise(report: CheckReport, findings: Sequence[Finding], style: Style = PLAIN) -> str:
    """Return one line a finding, and a closing line of counts."""
    unwrapped = Style(None, style.color)
    lines = [_line(finding, unwrapped) for finding in findings]
    return _closed(lines, report, findings, style)


def render_grouped(report: CheckReport, findings: Sequence[Finding], style: Style = PLAIN) -> str:
    """Return the findings under the file that each stands in, and a closing line of counts."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.location.path, []).append(finding)
    blocks = [_group(path, members, style) for path, members in groups.items()]
    return _closed(blocks, report, findings, style)


def _closed(blocks: Sequence[str], report: CheckReport, findings: Sequence[Finding], style: Style) -> str:
    """Return what is shown with its last line, which no terminal is left to break."""
    last = _wrapped(closing_line(report, findings).rstrip(), style)
    return uncommanded("".join([*blocks, last]))


def _group(path: str, findings: Sequence[Finding], style: Style) -> str:
    heading = _shown(path)
    lines = [f"\x1b[1m{heading}\x1b[0m:\n" if style.color else f"{heading}:\n"]
    for finding in findings:
        place = f"{finding.location.line}:{finding.location.column}"
        lines.append(_colored(_wrapped(f"  {place} {_judgement(finding)}", style), place, finding, style))
    return "".join([*lines, "\n"])


def _block(finding: Finding, style: Style) -> str:
    parts = [_line(finding, style)]
    if finding.excerpt:
        parts.append(_excerpt(finding, style))
    parts += [
        _wrapped(f"{_INDENT}{visible(str(related.location))}: {_shown(related.message)}", style)
        for related in finding.related[:RELATED]
    ]
    if len(finding.related) > RELATED:
        parts.append(f"{_INDENT}and {counted(len(finding.related) - RELATED, 'more place')}\n")
    if finding.help.strip():
        parts.append(_wrapped(f"{_INDENT}help: {_shown(finding.help)}", style))
    return "".join([*parts, "\n"])


def render_line(finding: Finding) -> str:
    """Return a finding as one line, as `concise` has it."""
    return uncommanded(_line(finding, PLAIN))


def _line(finding: Finding, style: Style) -> str:
    place = _shown(str(finding.location))
    return _colored(_wrapped(f"{place}: {_judgement(finding)}", style), place, finding, style)


def _judgement(finding: Finding) -> str:
    """Return what a line says behind its place."""
    waived = _decision(finding.waived) if finding.waived else ""
    rule = f"{finding.code} {finding.name}"
    return f"{finding.severity.value} {rule}: {_shown(message_of(finding))}{waived}"


def _decision(waived: Waived) -> str:
    verb = "known" if waived.is_known else f"waived by {_shown(waived.by)}"
    return f" [{verb}: {_shown(waived.reason)}]"


def _colored(line: str, place: str, finding: Finding, style: Style) -> str:
    if not style.color:
        return line
    severity = finding.severity.value
    line = line.replace(place, f"\x1b[1m{place}\x1b[0m", 1)
    return line.replace(f"{severity} ", f"\x1b[{_COLORS[finding.severity]}m{severity}\x1b[0m ", 1)


def message_of(finding: Finding) -> str:
    """Return the message, behind whom it is about where it does not say so: a line in a log stands alone."""
    name = finding.claim or finding.source
    named = name is None or f"`{name}`" in finding.message
    return finding.message if named else f"`{name}`: {finding.message}"


def _shown(text: str) -> str:
    return visible(one_line(text))


def _wrapped(line: str, style: Style) -> str:
    """Return the line wrapped between words with a hanging indent, so that a path stays in one piece."""
    if style.width is None:
        return f"{line}\n"
    wrapper = TextWrapper(
        max(style.width, 2 * len(_INDENT)),
        subsequent_indent=_INDENT * 2 if line.startswith(_INDENT) else _INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(wrapper.wrap(line)) + "\n"


def _excerpt(finding: Finding, style: Style) -> str:
    """Return the line of the file with carets under the place: on a terminal so much that they stay under it."""
    number = str(finding.location.line)
    gutter = " " * len(number)
    room = EXCERPT if style.width is None else max(_LEAST, style.width - len(f" {number} | ") - len("……"))
    before, marked, after = map(visible, _parts(finding, room))
    carets = "^" * max(1, cells(marked))
    if style.color:
        carets = f"\x1b[{_COLORS[finding.severity]}m{carets}\x1b[0m"
    return f" {gutter} |\n {number} | {before}{marked}{after}\n {gutter} | {' ' * cells(before)}{carets}\n"


def _parts(finding: Finding, room: int) -> tuple[str, str, str]:
    """Return the line of the file before, in and behind the place, of a long one `room` columns around that."""
    location, line = finding.location, finding.excerpt
    start = location.column - 1
    end = location.end_column - 1 if location.end_line == location.line else len(line)
    if cells(line) <= room:
        return line[:start], line[start:end], line[max(start, end) :]
    if cells(line) > len(line):
        room //= 2  # no letter takes more than two columns
    first = max(0, min(start - room // 4, len(line) - room))
    first = max(first, min(start, end - room))  # the place whole, if there is room for it
    last = first + room
    before = f"{'…' if first else ''}{line[first:start]}"
    after = f"{line[max(start, end) : last]}{'…' if last < len(line) else ''}"
    return before, line[start : min(end, last)], after


def _hidden(report: CheckReport, shown: Sequence[Finding]) -> list[str]:
    """Return how many findings of each severity are not shown."""
    seen = Counter(finding.severity for finding in shown if not finding.waived)
    missing = {severity: report.summary.findings[severity.value] - seen[severity] for severity in Severity}
    return [counted(number, severity.value) for severity, number in missing.items() if number > 0]


def closing_line(report: CheckReport, shown: Sequence[Finding]) -> str:
    """Return the last line: what was found, what is not shown, what is waived, what could not be checked."""
    summary = report.summary
    found = [
        counted(summary.findings[severity.value], severity.value)
        for severity in Severity
        if summary.findings[severity.value]
    ]
    claims, sources = counted(summary.claims, "claim"), counted(summary.sources, "source")
    nothing = "nothing new" if summary.known else "nothing"
    parts = [f"{listed(found) if found else nothing} found in {claims} and {sources}"]
    hidden = _hidden(report, shown)
    if hidden:
        least = "note" if summary.findings["note"] else "warning"
        parts.append(f"{listed(hidden)} not shown (--show {least})")
    parts.append(f"{summary.waived - summary.known} waived")
    if summary.known:
        parts.append(f"{summary.known} known")
    if summary.gone:
        parts.append(f"{summary.gone} of the baseline gone")
    if summary.unchecked:
        parts.append(f"{counted(summary.unchecked, 'claim')} not checked")
    elif report.is_unreadable:
        parts.append("not all of it could be read")
    else:
        parts.append("all checked")
    return f"{'; '.join(parts)}\n"
