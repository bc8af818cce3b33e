"""The documents say what is so: their output is the real output, their examples load, their links lead somewhere."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import ROOT

from claimaudit import load
from claimaudit.auditing import Audit, graphing
from claimaudit.cli.parsing import app_for
from claimaudit.config import Config
from claimaudit.render import card_text, drop_report, graph_mermaid, report_table

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
FENCE = re.compile(r"^```(\w+)?([^\n]*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)]*)?\)")


@pytest.fixture(autouse=True)
def _in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def block_after(marker: str) -> str:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"<!-- {re.escape(marker)} -->\n```text\n(.*?)```", readme, re.DOTALL)
    assert found is not None, marker
    return found[1]


def test_report_in_the_readme_is_what_is_printed() -> None:
    audit = Audit(load("data"), Config(), date(2026, 11, 24))
    chosen = [
        claim for claim in audit.claims if claim.status == "reported" and claim.verdict == "single origin"
    ]
    assert block_after("report") == report_table.render(audit.report, chosen, width=100)


def test_card_in_the_readme_is_what_is_printed() -> None:
    audit = Audit(load("data"), Config(), date(2026, 11, 24))
    assert block_after("show four-buckets") == card_text.render([audit.claim_card("four-buckets")], width=100)


def test_drop_in_the_readme_is_what_is_printed() -> None:
    source = "axios-2025-11-18-secretly-drafting"
    found = Audit(load("data"), Config(), date(2026, 11, 24)).drop([("source", source)])
    assert block_after(f"drop {source}") == drop_report.render_table(found, width=100, color=False)


def test_drawing_in_the_documents_is_what_is_printed() -> None:
    audit = Audit(load("data"), Config(), date(2026, 11, 24))
    drawn = graph_mermaid.render(graphing.draw_claim(audit.audited, "front-lines-frozen")).text
    page = (ROOT / "docs" / "graph.md").read_text(encoding="utf-8")
    assert f"<!-- graph front-lines-frozen -f mermaid -->\n```mermaid\n{drawn}```" in page


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target, _ in LINK.findall(document.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (document.parent / target).exists(), target


EXAMPLES = [
    pytest.param(language_rest[2], id=f"{document.name}-{number}")
    for document in DOCUMENTS
    for number, language_rest in enumerate(FENCE.findall(document.read_text(encoding="utf-8")), start=1)
    if language_rest[0] == "yaml" and not language_rest[1].strip()
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_yaml_examples_load(example: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(example, encoding="utf-8")
    assert load(path).faults == ()


def test_example_of_waivers_in_comments_waives_what_it_names(tmp_path: Path) -> None:
    (example,) = (case.values[0] for case in EXAMPLES if "# claimaudit: ignore[" in str(case.values[0]))
    path = tmp_path / "claims.yaml"
    path.write_text(str(example), encoding="utf-8")
    findings = Audit(load(path), Config(), date(2026, 11, 24)).findings
    assert {found.code for found in findings if found.waived} == {"CA102", "CA501", "CA505"}
    assert "CA901" not in {found.code for found in findings}


@pytest.mark.parametrize(
    "command", sorted(command.name for command in app_for(()).registered_commands if command.name)
)
def test_readme_names_every_command(command: str) -> None:
    assert f"claimaudit {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_documents_name_no_path_of_a_machine() -> None:
    for document in DOCUMENTS:
        assert not re.search(r"(/work/|/root/|/home/|/tmp/)", document.read_text(encoding="utf-8")), (
            document.name
        )
