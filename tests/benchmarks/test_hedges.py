"""The measuring of cues, on sentences few enough to count by hand."""

import csv
from pathlib import Path

import pytest
from benchmarks.hedges.__main__ import main, table
from benchmarks.hedges.measuring import (
    SEED_LABELS,
    Labelled,
    Score,
    half_of,
    read_post,
    read_wikipedia,
    score,
)

# Of five sentences three are uncertain. Hedges are in two of those and in one that is not; a weasel is in the third.
SENTENCES = """\
text,label
It may rain.,1
"Perhaps, perhaps not.",1
Some say otherwise.,1
He might. He did.,0
It rained in May 2025.,0
"""


@pytest.fixture
def sentences(tmp_path: Path) -> Path:
    path = tmp_path / "sentences.csv"
    path.write_text(SENTENCES, "utf-8")
    return path


def test_sentences_are_counted_by_hedges(sentences: Path) -> None:
    found = score(read_wikipedia(sentences), ("hedges",))
    assert found == Score(right=2, false=1, missed=1, neither=1)
    assert (found.precision, found.recall) == (2 / 3, 2 / 3)
    assert found.f1 == pytest.approx(2 / 3)


def test_sentences_are_counted_by_vague_attributions(sentences: Path) -> None:
    found = score(read_wikipedia(sentences), ("attributions",))
    assert found == Score(right=1, false=0, missed=2, neither=2)
    assert (found.precision, found.recall, found.f1) == (1, 1 / 3, 0.5)


def test_union_has_a_cue_of_either_list(sentences: Path) -> None:
    found = score(read_wikipedia(sentences), ("hedges", "attributions"))
    assert found == Score(right=3, false=1, missed=0, neither=1)
    assert (found.precision, found.recall) == (3 / 4, 1)
    assert found.f1 == pytest.approx(6 / 7)


def test_nothing_found_and_nothing_to_find_is_nought() -> None:
    found = score([Labelled("It rained.", is_uncertain=False)], ("hedges",))
    assert (found.precision, found.recall, found.f1) == (0, 0, 0)


def test_table_shows_per_cents_and_numbers(sentences: Path) -> None:
    lines = table("Five", read_wikipedia(sentences)).splitlines()
    assert lines[0] == "Five: 5 sentences, 3 uncertain"
    assert lines[2].split() == ["hedges", "66.7%", "66.7%", "66.7%", "0.0-100.0", "2", "1", "1"]
    assert lines[4].split()[3:6] == ["75.0%", "100.0%", "85.7%"]
    assert lines[4].split()[-3:] == ["3", "1", "0"]


def test_f1_at_another_share_of_uncertain_sentences() -> None:
    found = Score(right=6, false=2, missed=4, neither=6)
    assert found.f1_at(10 / 18) == pytest.approx(found.f1)
    # of 100 sentences 20 uncertain: 12 found, and of 80 others a quarter, 20: 24 / (32 + 20)
    assert found.f1_at(0.2) == pytest.approx(24 / 52)


def test_samples_lie_around_the_score_and_are_the_same_each_time() -> None:
    found = Score(right=70, false=40, missed=30, neither=160)
    low, high = found.f1_between()
    assert low < found.f1 < high
    assert high - low < 0.2
    assert found.f1_between() == (low, high)


def test_half_hangs_on_the_words_alone() -> None:
    texts = [f"Sentence {number}." for number in range(200)]
    assert [half_of(text) for text in texts] == [half_of(f"  {text}\n") for text in texts]
    assert 70 < [half_of(text) for text in texts].count("A") < 130


@pytest.mark.parametrize(
    ("rows", "fault"),
    [("sentence,label\na,1\n", "no column `text`"), ("text,label\na,yes\n", "a label is 0 or 1, not 'yes'")],
)
def test_file_of_another_shape_is_refused(tmp_path: Path, rows: str, fault: str) -> None:
    path = tmp_path / "sentences.csv"
    path.write_text(rows, "utf-8")
    with pytest.raises(ValueError, match=fault):
        read_wikipedia(path)


def test_bulleted_lines_of_a_post_get_the_labels_of_their_numbers(tmp_path: Path) -> None:
    post, labels = tmp_path / "post.txt", tmp_path / "labels.csv"
    post.write_text("Heading\n- It may rain.\n-\n- It rains.\n", "utf-8")
    labels.write_text("line,label,why\n2,1,modal\n4,0,flat\n", "utf-8")
    assert read_post(post, labels) == [
        Labelled("It may rain.", is_uncertain=True),
        Labelled("It rains.", is_uncertain=False),
    ]


def test_another_post_is_refused(tmp_path: Path) -> None:
    post = tmp_path / "post.txt"
    post.write_text("Heading\n- It may rain.\n", "utf-8")
    with pytest.raises(ValueError, match="is not the post that was labelled: see its line 2"):
        read_post(post)


def test_labels_of_the_post_are_whole() -> None:
    with SEED_LABELS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 71
    assert {row["label"] for row in rows} == {"0", "1"}
    assert [int(row["line"]) for row in rows] == sorted({int(row["line"]) for row in rows})
    assert all(row["why"] for row in rows)


def test_command_prints_a_table_for_each_half(sentences: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--wikipedia", str(sentences)]) == 0
    titles = [line for line in capsys.readouterr().out.splitlines() if " sentences, " in line]
    assert [title.partition(":")[0] for title in titles] == [
        "Wikipedia, half A (cues were chosen on it)",
        "Wikipedia, half B (not looked at while cues were chosen)",
        "Wikipedia, all",
    ]


@pytest.mark.parametrize("arguments", [[], ["--post", "nowhere.txt"]])
def test_command_without_a_text_is_wrong_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "error:" in capsys.readouterr().err
