"""The rules as a table, one rule's page, or both as JSON."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from claimaudit.render.columns import Column, render
from claimaudit.render.report_json import SCHEMA_VERSION, dumps


@dataclass(frozen=True, slots=True)
class RuleCard:
    """What is told of a rule: its page is Markdown."""

    code: str
    name: str
    severity: str
    since: str
    title: str
    page: str


def render_page(rule: RuleCard) -> str:
    """Return the page of a rule as it was written."""
    return rule.page


def render_table(rules: Sequence[RuleCard], *, width: int | None, color: bool) -> str:
    """Return the rules as a table."""
    columns = (Column("code"), Column("name"), Column("severity"), Column("finds", takes_rest=True))
    rows = [(rule.code, rule.name, rule.severity, rule.title) for rule in rules]
    return render(columns, rows, width=width, color=color)


def render_json(rules: Sequence[RuleCard]) -> str:
    """Return the rules as JSON."""
    return dumps({"schema_version": SCHEMA_VERSION, "rules": [asdict(rule) for rule in rules]})
