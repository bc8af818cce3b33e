"""The formats of `check`: which there are, and what each is given. Each is imported when it is asked for."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimaudit.finding import Finding, Severity
    from claimaudit.render.checkout import Checkout
    from claimaudit.render.findings_text import Style
    from claimaudit.report import CheckReport, Report


class Result(NamedTuple):
    """What a check found and how it is to be shown.

    `report` has at least the findings to show, and all of them for the formats in `NEEDS_ALL`. `whole` gives all that
    was counted, worked out where a format asks for it. `findings` are those to show; `more` are those that the formats
    for people show, which `-v` adds to. `fail_on` is what the check fails from.
    """

    report: "CheckReport"
    whole: "Callable[[], Report]"
    findings: "Sequence[Finding]"
    more: "Sequence[Finding]"
    fail_on: "Severity"
    checkout: "Checkout"
    version: str


Format = Callable[[Result, "Style"], str]


def _full(result: Result, style: "Style") -> str:
    from claimaudit.render import findings_text

    return findings_text.render_full(result.report, result.more, style)


def _concise(result: Result, style: "Style") -> str:
    from claimaudit.render import findings_text

    return findings_text.render_concise(result.report, result.more, style)


def _grouped(result: Result, style: "Style") -> str:
    from claimaudit.render import findings_text

    return findings_text.render_grouped(result.report, result.more, style)


def _json(result: Result, _style: "Style") -> str:
    from claimaudit.render import report_json

    return report_json.render(result.whole())


def _json_lines(result: Result, _style: "Style") -> str:
    from claimaudit.render import findings_json_lines

    return findings_json_lines.render(result.report)


def _github(result: Result, _style: "Style") -> str:
    from claimaudit.render import findings_github

    return findings_github.render(result.report, result.findings, result.checkout)


def _gitlab(result: Result, _style: "Style") -> str:
    from claimaudit.render import findings_gitlab

    return findings_gitlab.render(result.findings, result.checkout)


def _junit(result: Result, _style: "Style") -> str:
    from claimaudit.render import findings_junit

    return findings_junit.render(result.whole(), result.findings, result.fail_on)


def _sarif(result: Result, _style: "Style") -> str:
    from claimaudit.render import findings_sarif

    return findings_sarif.render(result.report, result.findings, result.checkout, result.version)


def _markdown(result: Result, _style: "Style") -> str:
    from claimaudit.render import findings_markdown

    return findings_markdown.render(result.report, result.findings)


FORMATS: Mapping[str, Format] = {
    "full": _full,
    "concise": _concise,
    "grouped": _grouped,
    "json": _json,
    "json-lines": _json_lines,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "sarif": _sarif,
    "markdown": _markdown,
}
"""What writes each format, by the name that the command line knows it by."""

NEEDS_ALL = frozenset({"json", "json-lines", "junit"})
"""Formats for which all findings are worked out, also those that are not to be shown."""
