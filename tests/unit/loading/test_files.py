"""Which files are read, what is said of those that cannot be, and which paths findings show."""

import errno
import os
import stat
from pathlib import Path

import pytest
from tests.unit.loading.reading import lines_of, messages, written

from claimaudit.errors import ClaimauditError
from claimaudit.loading import load
from claimaudit.loading.faults import UnreadableError
from claimaudit.loading.opening import SIZE_LIMIT, content_of, too_large
from claimaudit.model import Dossier

ONE = "claims:\n  - {id: one, text: One.}\n"
TWO = "claims:\n  - {id: two, text: Two.}\n"
WRONG = "claims:\n  - {id: wrong}\n"


def claims_of(dossier: Dossier) -> list[str]:
    return [claim.id for claim in dossier.claims]


# --- which files ------------------------------------------------------------------------------------------


def test_files_are_read_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    one, two = written(tmp_path, ONE, "one.yaml"), written(tmp_path, TWO, "two.yaml")
    assert claims_of(load(two, one)) == ["two", "one"]


def test_a_path_may_be_text(tmp_path: Path) -> None:
    assert claims_of(load(str(written(tmp_path, ONE)))) == ["one"]


def test_a_file_that_is_named_may_end_in_anything(tmp_path: Path) -> None:
    assert claims_of(load(written(tmp_path, ONE, "claims.txt"))) == ["one"]


def test_a_directory_stands_for_its_yaml_files_by_name(tmp_path: Path) -> None:
    written(tmp_path, TWO, "b.YAML")
    written(tmp_path, ONE, "a.yml")
    written(tmp_path, WRONG, ".hidden.yaml")
    written(tmp_path, WRONG, "notes.txt")
    written(tmp_path, WRONG, "deeper/c.yaml")
    dossier = load(tmp_path)
    assert claims_of(dossier) == ["one", "two"]
    assert dossier.faults == ()


def test_a_directory_stands_for_its_data_if_it_has_one(tmp_path: Path) -> None:
    written(tmp_path, WRONG, "elsewhere.yaml")
    written(tmp_path, ONE, "data/claims.yaml")
    assert claims_of(load(tmp_path)) == ["one"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    path = written(tmp_path, ONE, "data/claims.yaml")
    (tmp_path / "link.yaml").symlink_to(path)
    dossier = load(path, tmp_path, tmp_path / "link.yaml", tmp_path / "data" / ".." / "data" / "claims.yaml")
    assert claims_of(dossier) == ["one"]
    assert dossier.faults == ()


def test_what_several_files_hold_is_one_dossier(tmp_path: Path) -> None:
    written(tmp_path, "claims:\n  - {id: one, text: One., evidence: [a]}\n", "claims.yaml")
    written(tmp_path, "sources:\n  - {id: a, outlet: Axios}\n", "more.yaml")
    written(tmp_path, "outlets:\n  - {id: axios-com, name: AXIOS}\nversion: 1\n", "outlets.yaml")
    dossier = load(tmp_path)
    assert dossier.faults == ()
    assert [piece.source for piece in dossier.claims[0].evidence] == ["a"]
    assert dossier.sources[0].outlet == "axios-com"


def test_without_paths_the_nearest_data_upwards_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, ONE, "data/claims.yaml")
    written(tmp_path, WRONG, "a/data/no-claims-here.yaml")
    (tmp_path / "a" / "b").mkdir()
    monkeypatch.chdir(tmp_path / "a" / "b")
    assert claims_of(load()) == ["one"]


def test_the_search_may_start_elsewhere(tmp_path: Path) -> None:
    written(tmp_path, TWO, "data/claims.yaml")
    written(tmp_path, ONE, "a/data/claims.yaml")
    assert claims_of(load(start=tmp_path / "a")) == ["one"]


# --- nothing to read --------------------------------------------------------------------------------------


def refusal(*paths: str | Path, start: Path | None = None) -> str:
    with pytest.raises(ClaimauditError) as caught:
        load(*paths, start=start)
    return str(caught.value)


def test_nothing_upwards_says_what_was_looked_for(tmp_path: Path) -> None:
    assert refusal(start=tmp_path) == (
        f"no `data/claims.yaml` in `{tmp_path.as_posix()}` or in a directory above it\n"
        "help: name the files to read with --data, or let `claimaudit init` write some to start with"
    )


def test_a_path_that_is_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal("data") == (
        "no such file or directory: `data`\nhelp: name a file, or a directory with YAML files in it"
    )


def test_all_paths_that_are_not_there_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first_line, _ = refusal("a", "b").splitlines()
    assert first_line == "no such file or directory: `a`; no such file or directory: `b`"


def test_the_empty_path_is_not_the_current_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, ONE)
    monkeypatch.chdir(tmp_path)
    assert refusal("").startswith("no such file or directory: ``")


def test_a_directory_without_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    assert refusal("empty") == "no YAML files in the directory: `empty`\nhelp: create `claims.yaml` in it"


@pytest.mark.parametrize("path", ["a\0b", "x" * 5000])
def test_a_path_that_no_file_can_have_is_refused(path: str) -> None:
    refusal(path)


def test_the_current_directory_may_be_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert refusal() == "no such file or directory\nhelp: name the files to read"
    assert claims_of(load(written(tmp_path, ONE))) == ["one"]


# --- files that cannot be read ----------------------------------------------------------------------------


def test_a_missing_file_does_not_hide_a_good_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, ONE, "one.yaml")
    dossier = load("gone.yaml", "one.yaml")
    assert claims_of(dossier) == ["one"]
    assert str(dossier.faults[0].location) == "gone.yaml:1:1"
    assert list(lines_of(dossier.faults)) == [
        "1:1 CA001 no such file or directory",
        "  help: name a file, or a directory with YAML files in it",
    ]


def test_a_broken_file_does_not_hide_a_good_one(tmp_path: Path) -> None:
    written(tmp_path, "claims: [", "a.yaml")
    written(tmp_path, ONE, "b.yaml")
    dossier = load(tmp_path)
    assert claims_of(dossier) == ["one"]
    assert messages(dossier) == ["1:10 CA001 a value is missing before the end of the line"]


def test_nothing_of_a_file_that_breaks_off_is_taken(tmp_path: Path) -> None:
    path = written(tmp_path, f"{ONE}  - {{id: two}}\n  - {{id: three, text: 'Three.}}\n")
    dossier = load(path)
    assert claims_of(dossier) == []
    assert messages(dossier) == ["4:23 CA001 this quote is never closed"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert messages(load(tmp_path / "pipe.yaml")) == ["1:1 CA001 not a regular file"]


def test_a_directory_with_the_name_of_a_file_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert messages(load(tmp_path)) == ["1:1 CA001 not a regular file"]


def test_a_device_is_not_read() -> None:
    assert messages(load("/dev/zero")) == ["1:1 CA001 not a regular file"]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = written(tmp_path, ONE)
    os.truncate(path, SIZE_LIMIT + 1)
    assert list(lines_of(load(path).faults)) == [
        "1:1 CA001 larger than 256 MiB",
        "  help: split it into several files",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_fault(tmp_path: Path) -> None:
    path = written(tmp_path, ONE)
    path.chmod(stat.S_IWUSR)
    assert messages(load(path)) == ["1:1 CA001 permission denied"]


@pytest.mark.parametrize("call", ["open", "fstat", "fdopen"])
def test_what_the_system_refuses_is_a_fault(tmp_path: Path, call: str) -> None:
    path = written(tmp_path, ONE)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.MonkeyPatch.context() as patch:  # pytest itself needs them after this
        patch.setattr(os, call, refuse)
        dossier = load(path)
    assert messages(dossier) == ["1:1 CA001 input/output error"]


def test_a_directory_that_cannot_be_listed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, ONE, "data/claims.yaml")

    def refuse(_: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert refusal(start=tmp_path) == "permission denied\nhelp: name the files to read"
    assert refusal(tmp_path).startswith("permission denied: `")


def test_a_link_in_a_circle_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert messages(load(tmp_path)) == ["1:1 CA001 links that lead in a circle"] * 2


def test_a_listed_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    secret = written(tmp_path, "password: hunter2\n", "outside/secret.txt")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "claims.yaml").symlink_to(secret)
    dossier = load(tmp_path / "project")
    assert list(lines_of(dossier.faults)) == [
        "1:1 CA001 a link that leads out of the project",
        "  help: name the file that it leads to",
    ]
    assert dossier.faults[0].excerpt == ""


def test_a_data_directory_that_leads_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    written(tmp_path, ONE, "outside/claims.yaml")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "data").symlink_to(tmp_path / "outside")
    for dossier in (load(tmp_path / "project"), load(start=tmp_path / "project")):
        assert messages(dossier) == ["1:1 CA001 a link that leads out of the project"]


def test_a_directory_that_is_named_may_be_a_link(tmp_path: Path) -> None:
    written(tmp_path, ONE, "outside/claims.yaml")
    (tmp_path / "link").symlink_to(tmp_path / "outside")
    assert claims_of(load(tmp_path / "link")) == ["one"]


def test_a_listed_link_inside_of_the_project_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = written(tmp_path, ONE, "shared/claims.yaml")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").symlink_to(shared)
    monkeypatch.chdir(tmp_path)
    assert claims_of(load("data")) == ["one"]


# --- paths in findings ------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", ["data/a.yaml", "./data/../data/a.yaml", "data", ".", "{tmp}/data/a.yaml"])
def test_below_the_current_directory_a_path_is_shown_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    written(tmp_path, WRONG, "data/a.yaml")
    monkeypatch.chdir(tmp_path)
    assert [fault.location.path for fault in load(given.format(tmp=tmp_path)).faults] == ["data/a.yaml"]


def test_elsewhere_a_path_is_shown_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, WRONG, "a.yaml")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    shown = [load(given).faults[0].location.path for given in ("../a.yaml", path)]
    assert shown == ["../a.yaml", path.as_posix()]


def test_a_fault_has_the_line_as_it_stands(tmp_path: Path) -> None:
    path = written(tmp_path, "claims:\r\n  - {id: one, text: 'One.', x: 1}  # a\tb \r\n")
    assert load(path).faults[0].excerpt == "  - {id: one, text: 'One.', x: 1}  # a\tb "


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs /proc")
def test_a_file_that_says_no_size_is_read_whole_and_no_further_than_the_limit() -> None:
    path = Path("/proc/self/cmdline")
    whole = path.read_bytes()
    assert path.stat().st_size == 0
    assert content_of(path)[1] == whole
    assert content_of(path, len(whole))[1] == whole
    with pytest.raises(UnreadableError, match=r"larger than \d+ KiB"):  # as long as its command line
        content_of(path, len(whole) - 1)


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        (1024**2, "larger than 1 MiB"),
        (1024**2 - 1, "larger than 1023 KiB"),
        (256 * 1024**2, "larger than 256 MiB"),
    ],
)
def test_a_limit_is_told_in_the_largest_unit_that_it_has_one_of(limit: int, told: str) -> None:
    assert too_large(limit).message == told
