"""Every rule has a page with all its parts, and the examples on it do what they say."""

import re
from datetime import date
from pathlib import Path

import pytest
from benchmarks.policy import config_of

import claimaudit
from claimaudit.rule import Rule
from claimaudit.rules import RULES

HEADINGS = [
    "What it finds",
    "Why it matters",
    "Fails",
    "Passes",
    "How to mend it",
    "Definition",
]
TODAY = date(2026, 11, 24)
BY_CODE = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def _parts(rule: Rule) -> dict[str, str]:
    """Return the text under each heading of a page."""
    pieces = re.split(r"^## (.+)\n", rule.doc or "", flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def _codes(example: str, tmp_path: Path) -> set[str]:
    block = re.fullmatch(r"```yaml\n(.+?)```\s*", example, flags=re.DOTALL)
    assert block, "an example is one block of YAML and nothing else"
    path = tmp_path / "example.yaml"
    path.write_text(block[1], "utf-8")
    findings = claimaudit.audit(claimaudit.load(path), config=config_of(block[1]), today=TODAY).findings
    return {finding.code for finding in findings}


@BY_CODE
def test_page_has_all_headings_in_order(rule: Rule) -> None:
    assert list(_parts(rule)) == HEADINGS
    assert all(text.strip() for text in _parts(rule).values())


@BY_CODE
def test_page_starts_with_code_and_title(rule: Rule) -> None:
    first = (rule.doc or "").splitlines()[0]
    assert re.fullmatch(rf"{rule.code}: [a-z].*\.", first)
    assert rule.title == first.removeprefix(f"{rule.code}: ").removesuffix(".")
    assert rule.page.startswith(f"# {rule.code} {rule.name}: {rule.title}\n")


@BY_CODE
def test_failing_example_yields_the_rule(rule: Rule, tmp_path: Path) -> None:
    assert rule.code in _codes(_parts(rule)["Fails"], tmp_path)


@BY_CODE
def test_passing_example_does_not_yield_the_rule(rule: Rule, tmp_path: Path) -> None:
    assert rule.code not in _codes(_parts(rule)["Passes"], tmp_path)
