"""Print how well the lists of cues find uncertain sentences, in texts that are given by their path."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.hedges.measuring import (
    CONLL_TEST_SHARE,
    LISTS,
    Labelled,
    Score,
    half_of,
    read_post,
    read_wikipedia,
    score,
)


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
            yield table(f"Wikipedia, half {half} ({what})", chosen, share=CONLL_TEST_SHARE)
        yield table("Wikipedia, all", sentences, share=CONLL_TEST_SHARE)


def table(title: str, sentences: Sequence[Labelled], *, share: float | None = None) -> str:
    """Return the scores of all lists on these sentences, in per cent and in numbers of sentences.

    With a `share`, also the F1 that they would have where that share of the sentences is uncertain.
    """
    uncertain = sum(sentence.is_uncertain for sentence in sentences)
    at = f"{f'F1 at {share:.1%}':>13}" if share else ""
    head = f"{'lists':32}{'precision':>10}{'recall':>8}{'F1':>7}{'19 of 20':>13}{at}{'right':>7}{'false':>7}{'missed':>8}"
    rows = [_row(lists, score(sentences, lists), share) for lists in LISTS]
    return "\n".join([f"{title}: {len(sentences):,} sentences, {uncertain:,} uncertain", head, *rows])


def _row(lists: Sequence[str], found: Score, share: float | None) -> str:
    low, high = found.f1_between()
    between = f"{100 * low:.1f}-{100 * high:.1f}"
    at = f"{found.f1_at(share):>13.1%}" if share else ""
    percents = f"{found.precision:>10.1%}{found.recall:>8.1%}{found.f1:>7.1%}{between:>13}{at}"
    return f"{' + '.join(lists):32}{percents}{found.right:>7,}{found.false:>7,}{found.missed:>8,}"


if __name__ == "__main__":
    sys.exit(main())
