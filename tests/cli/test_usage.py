"""A wrong command line is one line of ours and what mends it, exit 2, whatever stands in it."""

import pytest
from tests.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "told", "mend"),
    [
        (["chek"], "no such command: `chek`", "did you mean `check` or `schema`?"),
        (["check", "--fial-on", "x"], "no such option: `--fial-on`", "did you mean `--fail-on`?"),
        (["check", "--zzz"], "no such option: `--zzz`", "`claimaudit check --help` says what it takes"),
        (["check", "--fail-on", "eror"], "`--fail-on`: `eror` is none of error, warning or note", "did you mean `error`?"),
        (["check", "--today"], "`--today` needs a value", "`claimaudit check --help` says what it takes"),
        (["schema"], "claims, sources, config or report is missing", "`claimaudit schema --help` says what it takes"),
        (["schema", "clams"], "`clams` is none of claims, sources, config or report", "did you mean `claims`?"),
        (["show"], "`ID` is missing", "`claimaudit show --help` says what it takes"),
        (["graph", "--depth", "x"], "`--depth`: not a whole number", "`claimaudit graph --help` says what it takes"),
        (["search", "x", "--limit", "0"], "`--limit`: below 1", "`claimaudit search --help` says what it takes"),
        (
            ["check", "--fail-on", "x\n::error::y\x1b[31m"],
            "`--fail-on`: `x ::error::y\\u{1b}[31m` is none of error, warning or note",
            "`claimaudit check --help` says what it takes",
        ),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_in_two_lines(
    claimaudit: Run, arguments: list[str], told: str, mend: str
) -> None:
    done = claimaudit(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"error: {told}\nhelp: {mend}\n"


def test_nothing_asked_for_is_answered_with_the_help(claimaudit: Run) -> None:
    done = claimaudit()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: claimaudit [OPTIONS] COMMAND")
    asked = claimaudit("--help")
    assert (asked.returncode, asked.stdout) == (0, done.stderr)


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("report", "  --status STATUS"),
        ("show", "  ID  Ids; outlet/axios or source/axios where one word names two things."),
        ("search", "  --limit NUMBER"),
        ("search", "  WORDS  Words of an id or a text."),
        ("check", "  PATHS  YAML files, or directories of them; else the nearest data/ that holds"),
    ],
)
def test_help_names_words_and_no_types_of_python(claimaudit: Run, command: str, line: str) -> None:
    done = claimaudit(command, "--help")
    assert done.returncode == 0
    assert any(told.startswith(line) for told in done.stdout.splitlines())
    assert "<" not in done.stdout
