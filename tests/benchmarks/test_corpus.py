"""Dossiers that are made up: the same ones each time, of the size asked for, and honest."""

from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from benchmarks.corpus.__main__ import main
from benchmarks.corpus.defects import SPOILS
from benchmarks.corpus.layout import STYLES, Style, yaml_text
from benchmarks.corpus.publishing import Entry, outlet_name
from benchmarks.corpus.writing import Corpus, write
from rapidfuzz.distance import OSA

from claimaudit import Report, Severity, audit, load

FILES = ("claims.yaml", "outlets.yaml", "sources.yaml")

# What hands and programs put in quotes, or over lines, each for a reason of its own.
AWKWARD: list[Entry] = [
    {
        "id": "a",
        "text": 'Minister: "no", then yes # she said, and the rest of it goes on until it has to be broken over lines.',
        "note": "no",
        "flag": True,
        "number": 3,
        "day": date(2025, 3, 1),
        "tags": ["a, b", "c: d", "plain", "2025-03"],
        "quote": {"exact": "It's {odd} [here]", "prefix": "Before it. ", "suffix": " After it."},
        "sets": [["a", "b"], ["c"]],
        "owners": [{"id": "x", "url": "https://x.example/?a=1"}],
    },
    {"id": "b", "text": "Ends in a colon:", "note": "- looks like a list"},
]


def _bytes(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in FILES]


def _values(folder: Path) -> list[Any]:
    return [yaml.load(text, Loader=yaml.CSafeLoader) for text in _bytes(folder)]


def _audited(folder: Path) -> Report:
    return audit(load(folder), today=date(2026, 1, 1))


def test_same_seed_gives_same_bytes(tmp_path: Path) -> None:
    for name, seed in (("one", 7), ("two", 7), ("other", 8)):
        write(Corpus(60, seed=seed), tmp_path / name)
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")
    assert not set(_bytes(tmp_path / "one")) & set(_bytes(tmp_path / "other"))


def test_every_style_holds_the_same_values(tmp_path: Path) -> None:
    for style in STYLES:
        write(Corpus(300, style=style), tmp_path / style)
    first, *others = (_values(tmp_path / style) for style in STYLES)
    assert others == [first] * 3
    assert len({_bytes(tmp_path / style)[0] for style in STYLES}) == 4


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", range(20))
def test_awkward_texts_survive_every_style(style: Style, seed: int) -> None:
    text = "".join(yaml_text("things", AWKWARD, style, Random(seed)))  # noqa: S311  no secrets
    assert yaml.safe_load(text) == {"things": AWKWARD}


def test_dumped_is_what_a_program_writes_that_reads_and_dumps(tmp_path: Path) -> None:
    write(Corpus(450, style="dumped"), tmp_path)
    text = (tmp_path / "claims.yaml").read_text("utf-8")
    assert text == yaml.safe_dump(yaml.safe_load(text), sort_keys=False, allow_unicode=True)


def test_quoted_quotes_and_plain_does_not_where_it_need_not(tmp_path: Path) -> None:
    for style in ("plain", "quoted"):
        write(Corpus(200, style=style), tmp_path / style)
    lines = {
        style: (tmp_path / style / "claims.yaml").read_text().splitlines() for style in ("plain", "quoted")
    }
    texts = {
        style: [line.split(": ", 1)[1] for line in of if line.startswith("    text: ")]
        for style, of in lines.items()
    }
    assert [len(found) for found in texts.values()] == [200, 200]
    assert {text[0] for text in texts["quoted"]} == {'"', "'"}
    assert all('"' in text or ": " in text[1:] for text in texts["plain"] if text[0] in "\"'")
    assert sum(text[0] in "\"'" for text in texts["plain"]) < 60


def test_sizes_are_those_asked_for(tmp_path: Path) -> None:
    write(Corpus(1000), tmp_path)
    dossier = load(tmp_path)
    assert (len(dossier.claims), len(dossier.sources), len(dossier.outlets)) == (1000, 200, 50)
    per_claim = (tmp_path / "claims.yaml").stat().st_size / 1000
    assert 830 < per_claim < 910
    assert {len(claim.evidence) for claim in dossier.claims} == {0, 1, 2, 3}


def test_claims_in_several_files_are_the_same(tmp_path: Path) -> None:
    write(Corpus(100, defects=30), tmp_path / "one")
    write(Corpus(100, defects=30, per_file=40), tmp_path / "several")
    parts = [tmp_path / "several" / f"claims{number}.yaml" for number in ("-2", "-3", "")]
    claims = [yaml.safe_load(part.read_text("utf-8"))["claims"] for part in parts]
    assert list(map(len, claims[:2])) == [40, 40]
    assert [*claims[0], *claims[1], *claims[2]] == _values(tmp_path / "one")[0]["claims"]


@pytest.mark.parametrize("depth", [0, 2, 6])
def test_chains_are_as_deep_as_asked_for(tmp_path: Path, depth: int) -> None:
    write(Corpus(1500, depth=depth), tmp_path)
    steps: dict[str, int] = {}
    for source in load(tmp_path).sources:
        steps[source.id] = max((1 + steps[name] for name in source.via or ()), default=0)
    assert max(steps.values()) == depth


def test_what_is_written_is_honest(tmp_path: Path) -> None:
    write(Corpus(1000), tmp_path)
    report = _audited(tmp_path)
    found = Counter(finding.severity for finding in report.findings if not finding.waived)
    assert not report.is_unreadable
    assert found[Severity.ERROR] <= 5
    assert 20 < found[Severity.WARNING] < 150
    assert {"CA102", "CA104", "CA202", "CA401"} <= {finding.code for finding in report.findings}


def test_every_defect_is_found_by_its_code(tmp_path: Path) -> None:
    write(Corpus(300, defects=36), tmp_path)
    seeded = [tuple(line.split()) for line in (tmp_path / "defects.txt").read_text().splitlines()]
    found = {(finding.claim, finding.code) for finding in _audited(tmp_path).findings}
    assert Counter(code for _, code in seeded) == dict.fromkeys(SPOILS, 4)
    assert set(seeded) <= found


def test_defects_spoil_nothing_else(tmp_path: Path) -> None:
    write(Corpus(300), tmp_path / "sound")
    write(Corpus(300, defects=36), tmp_path / "spoiled")
    spoiled = {line.split()[0] for line in (tmp_path / "spoiled" / "defects.txt").read_text().splitlines()}
    sound_claims, spoiled_claims = (_values(tmp_path / name)[0] for name in ("sound", "spoiled"))
    kept = [
        [claim for claim in of["claims"] if claim["id"] not in spoiled]
        for of in (sound_claims, spoiled_claims)
    ]
    assert len(kept[0]) == 300 - 36
    assert kept[0] == kept[1]
    assert _bytes(tmp_path / "sound")[1:] == _bytes(tmp_path / "spoiled")[1:]


def test_no_two_outlets_are_spelled_almost_alike() -> None:
    names = [outlet_name(number) for number in (*range(600), *range(9409, 9509))]
    pairs = ((one, other) for place, one in enumerate(names) for other in names[place + 1 :])
    assert not [pair for pair in pairs if OSA.distance(*pair, score_cutoff=2) <= 2]


def test_command_writes_the_files(tmp_path: Path) -> None:
    arguments = ["--claims", "40", "--out", str(tmp_path / "new" / "c40"), "--style", "plain", "--seed", "3"]
    assert main([*arguments, "--depth", "2", "--defects", "1"]) == 0
    write(Corpus(40, style="plain", seed=3, depth=2, defects=1), tmp_path / "c40")
    assert _bytes(tmp_path / "new" / "c40") == _bytes(tmp_path / "c40")
    assert (tmp_path / "new" / "c40" / "defects.txt").read_text().endswith(" CA101\n")


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["--claims", "0"], "0 claims: write at least one"),
        (["--claims", "5", "--defects", "6"], "6 defects in 5 claims: one claim has one at most"),
    ],
)
def test_impossible_sizes_are_wrong_usage(
    tmp_path: Path, arguments: list[str], fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*arguments, "--out", str(tmp_path / "none")])
    assert stopped.value.code == 2
    assert fault in capsys.readouterr().err
    assert not (tmp_path / "none").exists()
