"""A whole made-up dossier, written to a folder."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from math import ceil
from pathlib import Path
from random import Random

from benchmarks.corpus import defects
from benchmarks.corpus.claiming import Claims
from benchmarks.corpus.layout import Style, yaml_text
from benchmarks.corpus.prose import Prose
from benchmarks.corpus.publishing import Entry, Sizes, Sources, informants, outlets


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a dossier is made up from: two that are equal have the same bytes.

    `per_file` is how many claims stand in each of `claims-2.yaml`, `claims-3.yaml` and so on; `claims.yaml` has
    the rest.
    """

    claims: int
    style: Style = "mixed"
    seed: int = 1
    depth: int = 6
    defects: int = 0
    per_file: int | None = None


def write(corpus: Corpus, folder: Path) -> None:
    """Write the files of a dossier. Claims are never held all at once.

    Raises:
        ValueError: fewer claims than one, in all or a file, or more defects than claims.
        OSError: the folder cannot be written to.
    """
    per_file = corpus.claims if corpus.per_file is None else corpus.per_file
    if min(corpus.claims, per_file) < 1:
        raise ValueError(f"{min(corpus.claims, per_file)} claims: write at least one")
    random = Random(corpus.seed)  # noqa: S311  made up, no secrets
    # What is said does not hang on how it is written, nor on what else is spoiled.
    layout, spoiling = (Random(f"{corpus.seed} {use}") for use in ("layout", "defects"))  # noqa: S311
    sizes, prose = Sizes(corpus.claims, corpus.depth), Prose(random)
    where = defects.places(corpus.claims, corpus.defects, spoiling)
    folder.mkdir(parents=True, exist_ok=True)

    def save(name: str, **entries: Iterable[Entry]) -> None:
        with (folder / name).open("w", encoding="utf-8", newline="\n") as file:
            for key, values in entries.items():
                file.writelines(yaml_text(key, values, corpus.style, layout))

    save("outlets.yaml", outlets=outlets(sizes, random), informants=informants(sizes, prose, random))
    published = list(Sources(sizes, prose, random))
    save("sources.yaml", sources=[entry for entry, _ in published])
    claims = Claims(sizes, [known for _, known in published], prose, random)
    left = defects.spoiled(claims, where, Prose(spoiling))
    for number in range(2, ceil(corpus.claims / per_file) + 1):
        save(f"claims-{number}.yaml", claims=islice(left, per_file))
    save("claims.yaml", claims=left)  # and what a defect adds to them
    if where:
        (folder / "defects.txt").write_text(defects.listing(where), "utf-8")
