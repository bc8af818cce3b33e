"""Where the configuration is looked for, what wins, and how mistakes in it are told."""

import os
import time
from pathlib import Path

import pytest

from claimaudit.config import Config, Minimum
from claimaudit.errors import ClaimauditError
from claimaudit.finding import Severity
from claimaudit.loading.settings import Settings, read_settings


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _mistakes(path: Path) -> list[tuple[str, str | None]]:
    with pytest.raises(ClaimauditError) as caught:
        read_settings(path)
    errors = (caught.value, *caught.value.others)
    assert all(error.location and error.location.path.endswith(path.name) for error in errors)
    return [
        (f"{error.location.line}:{error.location.column} {error.message}", error.hint)
        for error in errors
        if error.location
    ]


# --- which file -------------------------------------------------------------------------------------------


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(start=tmp_path) == Settings(Config())


def test_nearest_file_wins_and_is_not_merged_with_those_above(tmp_path: Path) -> None:
    _write(tmp_path / "claimaudit.toml", 'minimum-origins = 3\nignore = ["CA1"]\n')
    _write(tmp_path / "a" / "claimaudit.toml", 'fail-on = "note"\n')
    found = read_settings(start=tmp_path / "a")
    assert (found.config.fail_on, found.config.minimum_origins, found.config.ignore) == (Severity.NOTE, 2, ())
    assert found.home == tmp_path / "a"


def test_own_file_comes_before_the_project_file(tmp_path: Path) -> None:
    _write(tmp_path / "pyproject.toml", "[tool.claimaudit]\nminimum-origins = 4\n")
    assert read_settings(start=tmp_path).config.minimum_origins == 4
    _write(tmp_path / "claimaudit.toml", "")
    assert read_settings(start=tmp_path).config.minimum_origins == 2


@pytest.mark.parametrize("text", ["", "[tool.other]\n", "[tool]\nclaimaudits = 3\n", "no toml at all ["])
def test_project_file_without_the_table_is_passed_over(tmp_path: Path, text: str) -> None:
    _write(tmp_path / "pyproject.toml", "[tool.claimaudit]\nminimum-origins = 4\n")
    _write(tmp_path / "a" / "pyproject.toml", text)
    assert read_settings(start=tmp_path / "a").config.minimum_origins == 4


def test_broken_project_file_that_speaks_of_us_is_an_error(tmp_path: Path) -> None:
    path = _write(tmp_path / "pyproject.toml", "[tool.claimaudit]\nselect = [\n")
    assert _mistakes(path) == [
        (
            "2:11 not TOML: invalid value",
            'text stands in quotes, a list in brackets: select = ["CA1", "CA204"]',
        )
    ]


def test_named_project_file_without_the_table_is_an_error(tmp_path: Path) -> None:
    path = _write(tmp_path / "pyproject.toml", "[tool.other]\n")
    with pytest.raises(ClaimauditError, match=r"no `\[tool.claimaudit\]` in"):
        read_settings(path)


def test_named_file_may_have_any_name(tmp_path: Path) -> None:
    assert read_settings(_write(tmp_path / "house.toml", "minimum-origins = 5")).config.minimum_origins == 5


def test_paths_start_from_the_directory_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a" / "x" / "data").mkdir(parents=True)
    found = read_settings(_write(tmp_path / "a" / "claimaudit.toml", 'paths = ["x/data", "."]\n'))
    assert found.data_paths() == (tmp_path / "a" / "x" / "data", tmp_path / "a")


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("/etc/passwd", "1:10 `/etc/passwd` leads out of the directory of this file"),
        ("../b", "1:10 `../b` leads out of the directory of this file"),
        ("link", "1:10 `link` leads out of the directory of this file"),
        ("none", "1:10 no such file or directory: `none`"),
        ("circle", "1:10 links that lead in a circle: `circle`"),
    ],
)
def test_path_that_leads_out_or_nowhere_is_an_error_where_it_stands(
    tmp_path: Path, named: str, told: str
) -> None:
    path = _write(tmp_path / "a" / "claimaudit.toml", f'paths = ["{named}"]\n')
    (tmp_path / "b").mkdir()
    (path.parent / "link").symlink_to(tmp_path / "b")
    (path.parent / "circle").symlink_to(path.parent / "circle")
    with pytest.raises(ClaimauditError) as caught:
        read_settings(path).data_paths()
    place = caught.value.location
    assert place is not None
    assert f"{place.line}:{place.column} {caught.value.message}" == told


# --- what cannot be read ----------------------------------------------------------------------------------


def test_link_that_leads_out_is_not_followed_unless_it_is_named(tmp_path: Path) -> None:
    secret = _write(tmp_path / "secret.toml", "token = 1\n")
    home = tmp_path / "project"
    home.mkdir()
    (home / "claimaudit.toml").symlink_to(secret)
    with pytest.raises(ClaimauditError, match="is a link that leads out of its directory") as caught:
        read_settings(start=home)
    assert "token" not in str(caught.value)
    with pytest.raises(ClaimauditError, match="unknown key `token`"):
        read_settings(home / "claimaudit.toml")


def test_places_in_a_large_file_are_found_at_once(tmp_path: Path) -> None:
    text = "select = [\n" + '"CA1", #]\n' * 20_000 + "]\nselct = 1\n"
    start = time.process_time()
    assert _mistakes(_write(tmp_path / "claimaudit.toml", text))[0][0] == "20003:1 unknown key `selct`"
    assert time.process_time() - start < 10


def test_no_more_than_fifty_mistakes_are_told(tmp_path: Path) -> None:
    text = "\n".join(f"key{number} = 1" for number in range(400))
    assert len(_mistakes(_write(tmp_path / "claimaudit.toml", text))) == 50


def test_what_is_no_sound_file_is_an_error_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    _write(tmp_path / "wide", "x" * (1024 * 1024 + 1))
    (tmp_path / "latin").write_bytes(b"# \xe4\n")
    for name, message in {
        "none": "no such file or directory",
        "folder": "not a regular file",
        "pipe": "not a regular file",
        "wide": "larger than 256 KiB",
        "latin": "not UTF-8: the byte 0xE4",
    }.items():
        with pytest.raises(ClaimauditError) as caught:
            read_settings(tmp_path / name)
        assert caught.value.message.startswith(message)
        assert name in str(caught.value)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("select = ['CA1'", "1:16 not TOML: unclosed array"),
        ("a = 1\na = 2", "2:6 the key before this stands here for the second time"),
        ("a = 1\nb = [\r\n", "2:6 not TOML: invalid value"),
        ("a = 'b\x0bc", '1:9 not TOML: expected "\'"'),  # no other line ends, whatever Python takes for one
        ("a = 'b\u2028c\x85", '1:10 not TOML: expected "\'"'),
        ("x = " + "[" * 5000, "1:1 nested too deep, or a number too long"),
        ("x = " + "9" * 5000, "1:1 nested too deep, or a number too long"),
        ("level = 'outlet'\n" + ".".join("a" * 100_000) + " = 1", "2:1 more than 1000 dots in a line"),
    ],
)
def test_what_is_no_toml_is_told_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    assert _mistakes(_write(tmp_path / "claimaudit.toml", text))[0][0] == place


# --- what makes no sense ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\nselct = []\n", ("2:1 unknown key `selct`", "did you mean `select`?")),
        ("fail_on = 'note'\n", ("1:1 unknown key `fail_on`", "did you mean `fail-on`?")),
        (
            "fail-on = 'warnings'\n",
            ("1:11 `fail-on` is `warnings`, not `error`, `warning` or `note`", "did you mean `warning`?"),
        ),
        (
            "select = 'CA1'\n",
            ("1:10 `select` is `CA1`, not a list", 'write it as ["CA1"]'),
        ),
        ("select = ['CA1', 'CA1044']\n", ("1:18 no rule is called `CA1044`", "did you mean `CA104`?")),
        (
            "minimum-origins = 0\n",
            ("1:1 `minimum-origins` is `0`, not a whole number from 1 up", "write one"),
        ),
        (
            "minimum-origins = true\n",
            ("1:1 `minimum-origins` is `true`, not a whole number from 1 up", "write one"),
        ),
        (
            "[severity]\nCA104 = 'warning'\nCA901 = 'off'\n",
            ("3:9 `CA901` is `off`, not `error`, `warning` or `note`", "write one of them"),
        ),
        (
            "[severity]\nCA002 = 'note'\n",
            ("2:1 CA002 (invalid-value) is always an error", "take it out"),
        ),
        (
            "severity.hedge-unmarked = 'error'\n",
            (
                "1:10 CA403 (hedge-unmarked) reads wording, which is never an error",
                "write warning or note; `fail-on` says what fails",
            ),
        ),
        (
            "minimum-origins = '3'\n",
            ("1:19 `minimum-origins` is `3`, not a whole number from 1 up", "take the quotes off"),
        ),
        ("select = []\n", ("1:1 `select` is empty", "write something, or leave it out")),
        (
            "[severity]\nCA102 = 'error'\nsingle-outlet = 'note'\n",
            ("3:1 CA102 (single-outlet) has a severity already", "take one of the two out"),
        ),
        ("severity.CA50 = 'note'\n", ("1:10 `CA50` stands for 6 rules", "name one, or each by itself: CA501, CA502, CA503 and 3 more")),
        ("severity.CA407 = 'note'\n", ("1:10 CA407 (flagged-tag) has the severity that each tag has", "give it under `flagged-tags`")),
        ("[tool.claimaudit]\nselect = []\n", ("1:2 unknown key `tool`", "here the keys stand at the top, without [tool.claimaudit]")),
        ("# a\u2028b\nselct = []\n", ("2:1 unknown key `selct`", "did you mean `select`?")),
        ("flagged-tags = [{message = 'no tag', tag = '!!'}]\n", ("1:44 `!!` names no tag", "it has no letter or digit")),
        (
            "[[flagged-tags]]\ntag = 'a'\nmessage = 'b'\n[[flagged-tags]]\ntag = 'A'\nmessage = 'b'\n",
            ("1:3 `A` is flagged twice", "take one out"),
        ),
        ("severity = 3\n", ("1:1 `severity` is `3`, not a table", "write [severity] and its keys below")),
        (
            "minimums = 3\n",
            ("1:1 `minimums` is `3`, not a list", "write it in brackets"),
        ),
        (
            "minimums = [{tag = 'a', origins = 3}, {origin = 3, tag = 'b'}]\n",
            ("1:40 unknown key `origin`", "did you mean `origins`?"),
        ),
        (
            "[[minimums]]\norigins = 3\n[[minimums]]\ntag = 'a'\nsection = 'b'\norigins = 3\n",
            ("1:3 a minimum is for one tag or one section", "give `tag` or `section`"),
        ),
        (
            "[[flagged-tags]]\ntag = 'a'\nmessage = ' '\n",
            ("3:11 `message` is empty", "write something"),
        ),
        (
            "[[flagged-tags]]\ntag = 'a'\n",
            ("1:3 `message` is missing", "it needs `tag` and `message`"),
        ),
        (
            "[cues]\nhedges = [\n  'may',\n  'May',\n]\n",
            (
                "4:3 `May` is not written as a cue",
                "write words in small letters, (a|b) for a choice, (a)? for what may be missing, W for any word",
            ),
        ),
        ("cues.weasels = []\n", ("1:6 unknown key `weasels`", "the keys are hedges, attributions, plurals, absences and confidence")),
        ("paths = [1]\n", ("1:1 an item of `paths` is `1`, not text", "put text in quotes")),
        ("yardstick = 'ICD203'\n", ("1:13 `yardstick` is `ICD203`, not `icd203` or `phia`", "did you mean `icd203`?")),
    ],
)  # fmt: skip
def test_mistake_is_told_at_its_place_with_what_mends_it(
    tmp_path: Path, text: str, told: tuple[str, str]
) -> None:
    assert told in _mistakes(_write(tmp_path / "claimaudit.toml", text))


def test_mistake_in_a_project_file_has_its_own_line(tmp_path: Path) -> None:
    text = "[project]\nname = 'select'\n\n[tool.claimaudit]\nselect = ['CA1']\nselct = []\n[tool.other]\nselct = 1\n"
    assert _mistakes(_write(tmp_path / "pyproject.toml", text)) == [
        ("6:1 unknown key `selct`", "did you mean `select`?")
    ]


def test_all_mistakes_are_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "fail-on = 'x'\nselct = []\nyardstick = 'y'\n"
    assert [told for told, _ in _mistakes(_write(tmp_path / "claimaudit.toml", text))] == [
        "1:11 `fail-on` is `x`, not `error`, `warning` or `note`",
        "2:1 unknown key `selct`",
        "3:13 `yardstick` is `y`, not `icd203` or `phia`",
    ]


def test_one_minimum_for_both_a_tag_and_a_section_is_an_error(tmp_path: Path) -> None:
    text = "[[minimums]]\ntag = 'a'\nsection = 'b'\norigins = 2\n"
    assert _mistakes(_write(tmp_path / "claimaudit.toml", text)) == [
        ("1:3 a minimum is for one tag or one section", "give `tag` or `section`")
    ]


# --- what holds -------------------------------------------------------------------------------------------


def test_command_line_stands_in_place_of_the_file(tmp_path: Path) -> None:
    read = read_settings(_write(tmp_path / "claimaudit.toml", 'select = ["CA1"]\nignore = ["CA105"]\n'))
    changed = read.changed({"ignore": "--ignore"}, ignore=("CA106",), select=None)
    assert (changed.config.select, changed.config.ignore) == (("CA1",), ("CA106",))
    origins = {setting.key: setting.origin for setting in changed.listed()}
    assert origins["ignore"] == "--ignore"
    assert origins["select"].endswith("claimaudit.toml:1:1")
    assert origins["level"] == "default"


def test_every_key_is_listed_with_where_it_was_said(tmp_path: Path) -> None:
    text = '[severity]\nCA104 = "error"\n\n[cues]\nhedges = ["word has it"]\n'
    listed = {
        setting.key: (setting.value, setting.origin.rpartition("claimaudit.toml:")[2])
        for setting in read_settings(_write(tmp_path / "claimaudit.toml", text)).listed()
    }
    assert listed == {
        "paths": ([], "default"),
        "select": (None, "default"),
        "ignore": ([], "default"),
        "fail-on": ("error", "default"),
        "severity.CA104": ("error", "2:1"),
        "minimum-origins": (2, "default"),
        "minimums": ([], "default"),
        "level": ("outlet", "default"),
        "yardstick": (None, "default"),
        "flagged-tags": ([], "default"),
        "cues.hedges": (["word has it"], "5:1"),
    }


@pytest.mark.parametrize(
    ("tags", "section", "minimum"),
    [
        ((), None, 2),
        (("Allegations",), None, 3),
        (("allegation", "crime"), None, 4),
        ((), "Background", 1),
        (("allegation",), "Background", 3),
        ((), "background", 1),
        ((), "Back", 2),
    ],
)
def test_minimum_is_the_highest_of_those_for_the_claim(
    tags: tuple[str, ...], section: str | None, minimum: int
) -> None:
    config = Config(
        minimums=(
            Minimum(tag="allegation", origins=3),
            Minimum(tag="crime", origins=4),
            Minimum(section="Background", origins=1),
        )
    )
    assert config.minimum_for(tags, section) == minimum


def test_a_place_in_a_file_with_windows_line_ends_is_that_of_the_key_and_not_of_a_comment(
    tmp_path: Path,
) -> None:
    path = tmp_path / "claimaudit.toml"
    path.write_bytes(b"# selct = 1\r\nignore = []\r\nselct = 1\r\n")
    assert _mistakes(path) == [("3:1 unknown key `selct`", "did you mean `select`?")]


def test_of_several_paths_the_one_that_is_wrong_is_marked(tmp_path: Path) -> None:
    path = _write(tmp_path / "a" / "claimaudit.toml", 'paths = [\n  "data",\n  "none",\n]\n')
    (path.parent / "data").mkdir()
    with pytest.raises(ClaimauditError) as caught:
        read_settings(path).data_paths()
    assert caught.value.location is not None
    assert (caught.value.location.line, caught.value.location.column) == (3, 3)
