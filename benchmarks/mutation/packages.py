"""Which packages are mutated, and by which tests each is judged: those that exercise it and are quick."""

from pathlib import Path
from typing import NamedTuple


class Package(NamedTuple):
    """A package of claimaudit: its name below `src/claimaudit`, and the tests that its mutants must not pass."""

    name: str
    tests: tuple[str, ...]

    @property
    def modules(self) -> tuple[Path, ...]:
        """The files of the package, by name."""
        return tuple(sorted(Path("src/claimaudit", self.name).glob("*.py")))


PACKAGES = (
    Package(
        "text",
        (
            "tests/unit/test_text.py",
            "tests/unit/test_docstrings.py",
            "tests/unit/test_cues.py",
            "tests/unit/test_addresses.py",
            "tests/unit/test_commands_in_logs.py",
            "tests/unit/rules/test_look_alikes.py",
            "tests/property/test_text.py",
        ),
    ),
    Package(
        "loading",
        (
            "tests/unit/loading",
            "tests/cases",
            "tests/unit/rules/test_rules.py",
            "tests/property/test_loading.py",
        ),
    ),
    Package(
        "provenance",
        (
            "tests/unit/provenance",
            "tests/unit/auditing",
            "tests/unit/rules/test_look_alikes.py",
            "tests/cases",
            "tests/benchmarks/test_independence.py",
            "tests/property/test_footing.py",
            "tests/property/test_hitting.py",
            "tests/property/test_independence.py",
        ),
    ),
)
