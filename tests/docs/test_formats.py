"""The page on the formats of `check` says what is so."""

import re
import shlex
from pathlib import Path

import pytest
from tests.conftest import ROOT, Run

from claimaudit.render import findings_github, findings_markdown, findings_sarif
from claimaudit.render.formats import FORMATS

PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
OUTPUTS = re.findall(r"<!-- (check[^\n]*) -->\n```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("command", "output"), OUTPUTS, ids=[command for command, _ in OUTPUTS])
def test_output_on_the_page_is_what_is_printed(
    claimaudit: Run, tmp_path: Path, command: str, output: str
) -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text(example[1], encoding="utf-8")
    assert claimaudit(*shlex.split(command), cwd=tmp_path).stdout == output


def test_page_shows_outputs() -> None:
    assert len(OUTPUTS) == 4


def test_page_and_help_list_every_format(claimaudit: Run) -> None:
    table = PAGE.split("## What they look like")[0]
    assert re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE) == ["-f", *FORMATS]
    shown = " ".join(claimaudit("check", "--help").stdout.split())
    assert ", ".join(FORMATS) in shown


def test_limits_on_the_page_are_those_of_the_code() -> None:
    assert f"| {findings_github.ANNOTATIONS} of a kind for a step |" in PAGE
    assert f"{findings_sarif.RESULTS:,} results, {findings_sarif.RELATED} places a result" in PAGE
    assert f"{findings_sarif.DESCRIPTION:,} characters of a rule's description" in PAGE
    assert f"| {findings_markdown.MAX_BYTES // 1024**2} MiB |" in PAGE
