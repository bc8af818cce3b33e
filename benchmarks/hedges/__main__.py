"""Print how well the lists of cues find uncertain sentences, in texts that are given by their path."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.hedges.measuring import LISTS, Labelled, half_of, read_post, read_wikipedia, score


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table for each text, and for the sentences of Wikipedia one for each half."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hedges", description=__doc__)
    parser.add_argument(
        "--wikipedia", type=Path, help="CSV with `text` and `label`: the CoNLL-2010 sentences"
    )
    parser.add_argument("--post", type=Path, help="the blog post, one line a paragraph")
    given = parser.parse_args(arguments)
    if given.wikipedia is None and given.post is None:
        parser.error("give --wikipedia, --post, or both")
    try:
        tables = [*_tables(given.post, given.wikipedia)]
    except (OSError, ValueError) as error:
        parser.error(str(error))
    print("\n\n".join(tables))
    return 0


def _tables(post: Path | None, wikipedia: Path | None) -> Iterator[str]:
    if post is not None:
        yield table("The post, bulleted lines", read_post(post))
    if wikipedia is not None:
        sentences = read_wikipedia(wikipedia)
        for half, what in (("A", "cues were chosen on it"), ("B", "not looked at while cues were chosen")):
            chosen = [sentence for sentence in sentences if half_of(sentence.text) == half]
            yield table(f"Wikipedia, half {half} ({what})", chosen)
        yield table("Wikipedia, all", sentences)


def table(title: str, sentences: Sequence[Labelled]) -> str:
    """Return the scores of all lists on these sentences, in per cent and in numbers of sentences."""
    uncertain = sum(sentence.is_uncertain for sentence in sentences)
    lines = [
        f"{title}: {len(sentences):,} sentences, {uncertain:,} uncertain",
        f"{'lists':32}{'precision':>10}{'recall':>8}{'F1':>7}{'right':>7}{'false':>7}{'missed':>8}",
    ]
    for lists in LISTS:
        found = score(sentences, lists)
        percents = f"{found.precision:>10.1%}{found.recall:>8.1%}{found.f1:>7.1%}"
        lines.append(f"{' + '.join(lists):32}{percents}{found.right:>7,}{found.false:>7,}{found.missed:>8,}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
