"""Which YAML files in the `data` of a directory are no part of a dossier."""

from pathlib import Path

from tests.unit.loading.reading import written

from claimaudit.loading.strangers import strangers_in

CLAIMS = "claims:\n  - {id: a, text: So it is.}\n"


def test_files_without_a_key_of_a_dossier_are_named_in_order(tmp_path: Path) -> None:
    texts = {
        "claims.yaml": CLAIMS,
        "half.yaml": "x-notes: 1\nclaims: nonsense\n",
        "notes.yaml": "notes: [one]\nversion: 1\n",
        "broken.yaml": "a: b: c\n",
        "wide.yaml": "\u00e9",
    }
    for name, text in texts.items():
        written(tmp_path / "data", text, name)
    (tmp_path / "data" / "bytes.yaml").write_bytes(b"\xff\xfe")
    written(tmp_path / "data", "no yaml", "read.me")
    found = [path.name for path in strangers_in(tmp_path)]
    assert found == ["broken.yaml", "bytes.yaml", "notes.yaml", "wide.yaml"]


def test_those_that_are_known_are_not_looked_at(tmp_path: Path) -> None:
    known = written(tmp_path / "data", "notes: [one]\n", "known.yaml")
    other = written(tmp_path / "data", "notes: [one]\n", "other.yaml")
    assert strangers_in(tmp_path, [known]) == [other]


def test_where_there_is_no_data_there_are_none(tmp_path: Path) -> None:
    assert strangers_in(tmp_path) == []
