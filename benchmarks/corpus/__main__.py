"""`python -m benchmarks.corpus`: write a made-up dossier, the same one for the same seed."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus.layout import STYLES
from benchmarks.corpus.writing import Corpus, write


def main(arguments: Sequence[str] | None = None) -> int:
    """Write claims, sources and outlets, and `defects.txt` if there are any."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("--claims", type=int, required=True, help="how many claims")
    parser.add_argument(
        "--out", type=Path, required=True, help="the folder to write to; made if it is not there"
    )
    parser.add_argument("--style", choices=STYLES, default="mixed", help="how the YAML is laid out (mixed)")
    parser.add_argument("--seed", type=int, default=1, help="another number, another dossier (1)")
    parser.add_argument("--depth", type=int, default=6, help="over how many steps sources repeat others (6)")
    parser.add_argument("--defects", type=int, default=0, help="how many claims get a defect (0)")
    parser.add_argument("--per-file", type=int, help="how many claims in a file (all in one)")
    given = parser.parse_args(arguments)
    corpus = Corpus(
        given.claims,
        style=given.style,
        seed=given.seed,
        depth=given.depth,
        defects=given.defects,
        per_file=given.per_file,
    )
    try:
        write(corpus, given.out)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
