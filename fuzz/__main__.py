"""`python -m fuzz TARGET`: looks for an input that breaks what has to hold; it needs atheris."""

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import NoReturn

TARGETS: Mapping[str, str] = {
    "audit": "counting what a dossier says",
    "baseline": "reading a baseline",
    "configuration": "reading a configuration",
    "loader": "reading a dossier",
    "parsers": "reading a dossier with libyaml and without",
    "plain": "reading YAML line by line and by events",
    "rendering": "showing an audit in every format",
    "waivers": "reading waivers in comments",
}
"""Modules of this package, each with `seeds()` and `check(content)`."""

LONGEST = 4096
"""Bytes of the longest input that is tried."""
SECONDS = 60
"""What takes longer than this is reported as well: much, for other work may hold the machine up."""
MEGABYTES = 2048
MEMORY = "/dev/shm"  # noqa: S108  where files are made of memory, on Linux; a folder of its own is made in it


def main() -> int:
    """Run a target until it breaks, or as often as was asked for, and return what it exits with."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    what = "; ".join(f"{name}: {told}" for name, told in TARGETS.items())
    parser.add_argument("target", choices=TARGETS, metavar="TARGET", help=what)
    parser.add_argument("--runs", type=int, default=-1, metavar="N", help="how often; without it, for ever")
    parser.add_argument(
        "--corpus", type=Path, metavar="DIR", help="where inputs that reach new code are kept"
    )
    asked = parser.parse_args()
    in_memory = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=in_memory) as folder:
        # The fuzzer ends its process without any cleaning up.
        child = os.fork()
        if not child:
            tempfile.tempdir = folder
            _fuzz(asked.target, asked.runs, asked.corpus or Path(folder, "corpus"), Path(folder))
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _fuzz(name: str, runs: int, corpus: Path, folder: Path) -> NoReturn:
    import atheris  # noqa: PLC0415  the help needs none

    with atheris.instrument_imports(include=["claimaudit"]):
        target = import_module(f"fuzz.{name}")
    inputs = list(target.seeds())
    seeds, words = folder / "seeds", folder / "words"
    _write_all(seeds, inputs)
    words.write_bytes(b"".join(_words_of(inputs)))
    corpus.mkdir(parents=True, exist_ok=True)
    limits = [f"-max_len={LONGEST}", f"-timeout={SECONDS}", f"-rss_limit_mb={MEGABYTES}"]
    atheris.Setup(
        [sys.argv[0], *limits, f"-runs={runs}", f"-dict={words}", str(corpus), str(seeds)], target.check
    )
    atheris.Fuzz()
    sys.exit()


def _write_all(folder: Path, inputs: Iterable[bytes]) -> None:
    folder.mkdir()
    for number, content in enumerate(inputs):
        (folder / str(number)).write_bytes(content)


def _words_of(inputs: Iterable[bytes]) -> Iterable[bytes]:
    """Yield the words and signs of the seeds as a dictionary of libFuzzer: what is worth putting in as a whole."""
    found = {word for content in inputs for word in re.findall(rb"[a-z_]{2,20}: ?|\n *- |[^\w\s]", content)}
    for word in sorted(found):
        yield b'"%s"\n' % b"".join(b"\\x%02X" % byte for byte in word)


if __name__ == "__main__":
    sys.exit(main())
