"""Findings as lines: `path:line:column: severity CODE name: message`."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import TextWrapper

from claimaudit.finding import Finding, Severity
from claimaudit.report import Report
from claimaudit.text import counted, listed, one_line, visible

_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "33", Severity.NOTE: "36"}
RELATED = 4
"""Other places named under a finding before the rest is counted."""
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Style:
    """How findings are laid out.

    `width` None leaves lines as long as they are, which is what logs and other programs want; with a width,
    that of a terminal, text is wrapped between words and the line of the file is shown, the place marked.
    """

    width: int | None = None
    color: bool = False


PLAIN = Style()


def render_full(report: Report, findings: Sequence[Finding], style: Style = PLAIN) -> str:
    """Return the findings, how to mend each, and a closing line of counts."""
    return "".join([*(_block(finding, style) for finding in findings), closing_line(report, findings)])


def render_concise(report: Report, findings: Sequence[Finding], style: Style = PLAIN) -> str:
    """Return one line a finding, and a closing line of counts."""
    unwrapped = Style(None, style.color)
    return "".join([*(_line(finding, unwrapped) for finding in findings), closing_line(report, findings)])


def _block(finding: Finding, style: Style) -> str:
    parts = [_line(finding, style)]
    if style.width is not None and finding.excerpt:
        parts.append(_excerpt(finding, color=style.color))
    parts += [
        _wrapped(f"{_INDENT}{visible(str(related.location))}: {_shown(related.message)}", style)
        for related in finding.related[:RELATED]
    ]
    if len(finding.related) > RELATED:
        parts.append(f"{_INDENT}and {counted(len(finding.related) - RELATED, 'more place')}\n")
    if finding.help:
        parts.append(_wrapped(f"{_INDENT}help: {_shown(finding.help)}", style))
    return "".join([*parts, "" if style.width is None else "\n"])


def _line(finding: Finding, style: Style) -> str:
    place, severity = visible(one_line(str(finding.location))), finding.severity.value
    waived = (
        f" [waived by {_shown(finding.waived.by)}: {_shown(finding.waived.reason)}]" if finding.waived else ""
    )
    rule = f"{finding.code} {finding.name}"
    line = f"{place}: {severity} {rule}: {_subject(finding)}{_shown(finding.message)}{waived}"
    text = _wrapped(line, style)
    if style.color:
        text = text.replace(place, f"\x1b[1m{place}\x1b[0m", 1)
        text = text.replace(f"{severity} ", f"\x1b[{_COLORS[finding.severity]}m{severity}\x1b[0m ", 1)
    return text


def _subject(finding: Finding) -> str:
    """Return whom a finding is about, where its message does not say so: a line in a log stands alone."""
    name = finding.claim or finding.source
    return "" if name is None or f"`{name}`" in finding.message else f"`{name}`: "


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


def _excerpt(finding: Finding, *, color: bool) -> str:
    """Return the line of the file with carets under the place."""
    location = finding.location
    number = str(location.line)
    gutter = " " * len(number)
    before = visible(finding.excerpt[: location.column - 1])
    end = location.end_column - 1 if location.end_line == location.line else len(finding.excerpt)
    marked = visible(finding.excerpt[location.column - 1 : end])
    after = visible(finding.excerpt[end:]) if end >= location.column - 1 else ""
    carets = "^" * max(1, len(marked))
    if color:
        carets = f"\x1b[{_COLORS[finding.severity]}m{carets}\x1b[0m"
    return f" {gutter} |\n {number} | {before}{marked}{after}\n {gutter} | {' ' * len(before)}{carets}\n"


def _hidden(report: Report, shown: Sequence[Finding]) -> list[str]:
    """Return how many findings of each severity are not shown."""
    seen = Counter(finding.severity for finding in shown if not finding.waived)
    missing = {severity: report.summary.findings[severity.value] - seen[severity] for severity in Severity}
    return [counted(number, severity.value) for severity, number in missing.items() if number > 0]


def closing_line(report: Report, shown: Sequence[Finding]) -> str:
    """Return the last line: what was found, what is not shown, what is waived, what could not be checked."""
    summary = report.summary
    found = [
        counted(summary.findings[severity.value], severity.value)
        for severity in Severity
        if summary.findings[severity.value]
    ]
    claims, sources = counted(summary.claims, "claim"), counted(summary.sources, "source")
    parts = [f"{listed(found) if found else 'nothing'} found in {claims} and {sources}"]
    hidden = _hidden(report, shown)
    if hidden:
        least = "note" if summary.findings["note"] else "warning"
        parts.append(f"{listed(hidden)} not shown (--show {least})")
    parts.append(f"{summary.waived} waived")
    if summary.unchecked:
        parts.append(f"{counted(summary.unchecked, 'claim')} not checked")
    elif report.is_unreadable:
        parts.append("not all of it could be read")
    else:
        parts.append("all checked")
    return f"{'; '.join(parts)}\n"
