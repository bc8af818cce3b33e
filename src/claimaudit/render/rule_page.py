"""The rules as a table, one rule's page, or both as JSON."""

from collections.abc import Sequence

from claimaudit.render.columns import Column, render
from claimaudit.render.report_json import SCHEMA_VERSION, dumps
from claimaudit.report import RuleReport


def render_page(rule: RuleReport) -> str:
    """Return the page of a rule as it was written."""
    return rule.page


def render_table(rules: Sequence[RuleReport], *, width: int | None, color: bool) -> str:
    """Return the rules as a table."""
    columns = (Column("code", is_id=True), Column("name"), Column("severity"), Column("finds", is_text=True))
    rows = [(rule.code, rule.name, rule.severity, rule.title) for rule in rules]
    return render(columns, rows, width=width, color=color)


def render_json(rules: Sequence[RuleReport]) -> str:
    """Return the rules as JSON."""
    return dumps({"schema_version": SCHEMA_VERSION, "rules": [rule._asdict() for rule in rules]})
