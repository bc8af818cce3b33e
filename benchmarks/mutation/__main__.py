"""Mutate a package of a checkout in a copy of it, run its tests on each mutant, and print a row a module."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name

from benchmarks.mutation.packages import PACKAGES, Package
from benchmarks.mutation.scoring import scores, table

BUILD = Path("build/mutation")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; mutmut's own output goes to stderr. Return 2 if mutmut could not run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutation", description=__doc__)
    parser.add_argument("package", choices=[package.name for package in PACKAGES])
    parser.add_argument("--module", action="append", help="only this module; may be repeated")
    parser.add_argument("--sample", type=int, help="at most so many mutants of each module, drawn at random")
    parser.add_argument("--seed", type=int, default=1, help="what the sample depends on (default: 1)")
    given = parser.parse_args(arguments)
    package = next(package for package in PACKAGES if package.name == given.package)
    files = [file for file in package.modules if given.module is None or file.stem in given.module]
    drawn = [name for file in files for name in _drawn(file, given.sample, given.seed)]
    if not drawn:
        parser.error("no such module, or nothing in it that mutmut changes")
    copy = _copied(package, files)
    mutmut = Path(sys.executable).with_name("mutmut")
    ended = subprocess.run(  # noqa: S603
        [mutmut, "run", "--max-children", "1", *drawn],
        cwd=copy,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},  # nothing unmutated
        stdout=sys.stderr,
        check=False,
    )
    if ended.returncode:
        return 2
    print(table([*scores(copy / "mutants", frozenset(drawn))]))
    return 0


def _copied(package: Package, files: Sequence[Path]) -> Path:
    """Return a copy of the checkout, in whose settings mutmut is told to mutate these files of the package."""
    copy = BUILD / package.name
    shutil.rmtree(copy, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    )
    for name in listed.stdout.split("\0"):
        if name and Path(name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(name, copy / name)
    settings = copy / "pyproject.toml"
    chosen = (
        "[tool.mutmut]\n"
        f"only_mutate = {json.dumps([*map(str, files)])}\n"
        f"pytest_add_cli_args_test_selection = {json.dumps(package.tests)}\n"
    )
    text, count = re.subn(r"(?m)^\[tool\.mutmut\].*\n", lambda _: chosen, settings.read_text("utf-8"))
    assert count == 1, "no [tool.mutmut]"  # noqa: S101
    settings.write_text(text, "utf-8")
    return copy


def _drawn(file: Path, number: int | None, seed: int) -> Sequence[str]:
    """Return the names of so many mutants of a file: the same for the same code and seed."""
    mutated = mutate_file_contents(str(file), file.read_text("utf-8"))
    names = [get_mutant_name(file, name) for name in mutated.mutant_names]
    if number is None or number >= len(names):
        return names
    return Random(f"{seed} {file.stem}").sample(names, number)  # noqa: S311


if __name__ == "__main__":
    sys.exit(main())
