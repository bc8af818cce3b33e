"""Look-ups are answered from before while nothing has changed, and only then."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from claimaudit import recall

CLAIMS = """\
claims:
  - id: ten-points
    text: The draft has ten points.
    evidence: [wire]
"""
SOURCES = """\
sources:
  - {id: wire, outlet: Morning Wire, basis: original}
"""
HEAVY = {"typer", "pydantic", "yaml", "rich", "claimaudit.cli", "claimaudit.loading", "claimaudit.text"}

Show = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A dossier of one claim."""
    data = tmp_path / "project" / "data"
    data.mkdir(parents=True)
    (data / "claims.yaml").write_text(CLAIMS)
    (data / "sources.yaml").write_text(SOURCES)
    return data.parent


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def show(project: Path, cache: Path) -> Show:
    """Run `claimaudit show ten-points`, by default; the names of all modules it imported stand in `args`."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "claimaudit", *(arguments or ("show", "ten-points"))],
            cwd=project,
            env={**os.environ, "XDG_CACHE_HOME": str(cache), **environment},
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
        lines = done.stderr.splitlines()
        imported = [line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")]
        done.args = imported
        done.stderr = "\n".join(line for line in lines if not line.startswith("import time:"))
        return done

    return run


def is_recalled(done: subprocess.CompletedProcess[str]) -> bool:
    return HEAVY.isdisjoint(done.args)


def answer(done: subprocess.CompletedProcess[str]) -> tuple[str, str, int]:
    return done.stdout, done.stderr, done.returncode


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "ten-points"),
        ("show", "ten-points", "wire", "-f", "json"),
        ("show", "-v", "source/wire"),
        ("search", "points"),
        ("list", "claims"),
    ],
)
def test_a_look_up_is_answered_from_before_byte_for_byte(show: Show, arguments: tuple[str, ...]) -> None:
    first, second = show(*arguments), show(*arguments)
    plain = show(*arguments, CLAIMAUDIT_NO_CACHE="1")
    assert not is_recalled(first)
    assert is_recalled(second)
    assert not is_recalled(plain)
    assert answer(first) == answer(second) == answer(plain)
    assert first.returncode == 0
    assert first.stdout


def edit_a_claim(project: Path) -> None:
    path = project / "data" / "claims.yaml"
    path.write_text(path.read_text().replace("ten points", "TEN POINTS"))


def edit_without_a_trace(project: Path) -> None:
    path = project / "data" / "claims.yaml"
    before = path.stat()
    with path.open("r+") as stream:
        stream.write(CLAIMS.replace("ten points", "six points"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def add_a_file(project: Path) -> None:
    (project / "data" / "more.yaml").write_text(
        "claims:\n  - {id: other, text: So., rests_on: [ten-points]}\n"
    )


def take_a_file_away(project: Path) -> None:
    (project / "data" / "sources.yaml").unlink()


def configure(project: Path) -> None:
    (project / "claimaudit.toml").write_text('yardstick = "phia"\n')


def configure_above(project: Path) -> None:
    (project.parent / "pyproject.toml").write_text('[tool.claimaudit]\nyardstick = "phia"\n')


def put_a_link(project: Path) -> None:
    path = project / "data" / "claims.yaml"
    path.rename(project / "elsewhere.yaml")
    path.symlink_to(project / "elsewhere.yaml")


def move_the_data(project: Path) -> None:
    (project / "data").rename(project / "old")
    (project / "data").mkdir()
    (project / "data" / "claims.yaml").write_text(CLAIMS)
    (project / "data" / "sources.yaml").write_text(SOURCES)


@pytest.mark.parametrize(
    "change",
    [
        edit_a_claim,
        edit_without_a_trace,
        add_a_file,
        take_a_file_away,
        configure,
        configure_above,
        put_a_link,
        move_the_data,
    ],
)
def test_whatever_changes_is_seen(show: Show, project: Path, change: Callable[[Path], None]) -> None:
    show()
    assert is_recalled(show())
    change(project)
    after = show()
    assert not is_recalled(after)
    assert answer(after) == answer(show(CLAIMAUDIT_NO_CACHE="1"))


def test_a_change_at_the_end_of_a_long_file_is_seen(show: Show, project: Path) -> None:
    path = project / "data" / "claims.yaml"
    path.write_text(f"{CLAIMS}x-notes: {'words ' * 100_000}\n")
    first = show()
    second = show()
    assert is_recalled(second)
    assert answer(second) == answer(first)
    with path.open("r+") as stream:
        stream.seek(path.stat().st_size - 2)
        stream.write("!")
    assert not is_recalled(show())


def test_another_terminal_is_another_answer(show: Show) -> None:
    show()
    for environment in ({"FORCE_COLOR": "1"}, {"NO_COLOR": "1"}, {"COLUMNS": "40"}, {"TERM": "dumb"}):
        done = show(**environment)
        assert not is_recalled(done), environment
        assert answer(done) == answer(show(**environment, CLAIMAUDIT_NO_CACHE="1"))


def test_another_day_is_another_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def key_on(day: str) -> str:
        monkeypatch.setattr("time.strftime", lambda _: day)
        look = recall.look_up(["show", "ten-points"])
        assert look is not None
        return look._key

    assert key_on("2026-12-31") != key_on("2027-01-01")
    assert key_on("2026-12-31") == key_on("2026-12-31")


def test_another_program_is_another_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = recall.look_up(["show", "ten-points"])
    monkeypatch.syspath_prepend(str(tmp_path))
    after = recall.look_up(["show", "ten-points"])
    assert before is not None
    assert after is not None
    assert before._key != after._key


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "nobody"),
        ("show", "ten-points", "-o", "card.txt"),
        ("show", "--output-file=card.txt", "ten-points"),
        ("show", "--help"),
        ("show", "ten-points", "-q"),
        ("check",),
        ("report",),
        ("--help",),
    ],
)
def test_what_is_no_plain_look_up_is_never_kept(show: Show, cache: Path, arguments: tuple[str, ...]) -> None:
    show(*arguments)
    assert not cache.exists()


def test_a_dossier_with_errors_is_read_each_time(show: Show, project: Path, cache: Path) -> None:
    (project / "data" / "bad.yaml").write_text("claims: [")
    first = show()
    assert first.returncode == 2
    assert "bad.yaml" in first.stderr
    assert not cache.exists()


BROKEN: list[bytes] = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"key": 1}',
    b'{"key": KEY, "looks": [], "printed": 3}',
    b'{"key": KEY, "looks": [["exec", "x", ""]], "printed": [[true, "no"]]}',
    b'{"key": KEY, "looks": 5, "printed": [[true, "no"]]}',
    b'{"key": KEY, "looks": [["path", "x"]], "printed": [[true, "no"]]}',
    b'{"key": KEY, "looks": [["path", "\\u0000", ""]], "printed": [[true, "no"]]}',
]


@pytest.mark.parametrize("content", BROKEN)
def test_whatever_stands_in_the_cache_the_answer_is_right(show: Show, cache: Path, content: bytes) -> None:
    first = show()
    (kept,) = (cache / "claimaudit").iterdir()
    key = json.dumps(json.loads(kept.read_text())["key"]).encode()
    kept.write_bytes(content.replace(b"KEY", key))
    assert answer(show()) == answer(first)


def put_a_directory(kept: Path) -> None:
    kept.unlink()
    kept.mkdir()


def put_a_pipe(kept: Path) -> None:
    kept.unlink()
    os.mkfifo(kept)


def put_a_link_to_itself(kept: Path) -> None:
    kept.unlink()
    kept.symlink_to(kept)


def put_an_endless_file(kept: Path) -> None:
    os.truncate(kept, 20 * 1024**3)


@pytest.mark.parametrize("put", [put_a_directory, put_a_pipe, put_a_link_to_itself, put_an_endless_file])
def test_whatever_stands_in_place_of_a_file_the_answer_is_right(
    show: Show, cache: Path, put: Callable[[Path], None]
) -> None:
    first = show()
    (kept,) = (cache / "claimaudit").iterdir()
    put(kept)
    assert answer(show()) == answer(first)


def test_a_file_that_nobody_would_read_whole_is_not_compared(show: Show, project: Path) -> None:
    assert show().returncode == 0
    os.truncate(project / "data" / "claims.yaml", 20 * 1024**3)
    done = show()
    assert done.returncode == 2
    assert "data/claims.yaml:1:1: error CA001 unreadable-file: larger than 256 MiB\n" in done.stderr


def test_a_cache_that_cannot_be_written_is_no_matter(show: Show, cache: Path) -> None:
    cache.write_text("a file")
    first = show()
    assert first.returncode == 0
    assert answer(show()) == answer(first)
    assert cache.read_text() == "a file"


def test_nothing_is_kept_in_a_directory_that_depends_on_where_one_is(show: Show, project: Path) -> None:
    show(XDG_CACHE_HOME="cache")
    assert not (project / "cache").exists()


def test_an_answer_that_cannot_be_printed_is_told_as_the_first_time(
    show: Show, project: Path, cache: Path
) -> None:
    show()
    with Path("/dev/full").open("w") as full:
        done = [
            subprocess.run(
                [sys.executable, "-m", "claimaudit", "show", "ten-points"],
                cwd=project,
                env={**os.environ, "XDG_CACHE_HOME": str(cache), **more},
                stdout=full,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                timeout=60,
                check=False,
            )
            for more in ({}, {}, {recall.OFF: "1"})
        ]
    assert [run.returncode for run in done] == [2, 2, 2]
    assert {run.stderr for run in done} == {"error: cannot write the result: No space left on device\n"}


WATCHED = """
    import os, sys
    from claimaudit import looks
    from claimaudit.cli import run
    touched = set()
    def absolute(path):
        return os.path.normpath(os.path.join(os.getcwd(), os.fsdecode(path)))
    def watched(call):
        def watching(path=".", *rest, **more):
            if not isinstance(path, int):
                touched.add(absolute(path))
            return call(path, *rest, **more)
        return watching
    looks.note_all()
    for name in ("stat", "lstat", "open", "listdir", "scandir", "readlink", "access"):
        setattr(os, name, watched(getattr(os, name)))
    code = run()
    noted = {absolute(path) for _, path, _ in looks.noted()}
    home = os.getcwd()
    for path in sorted(path for path in touched if path.startswith(home)):
        print("noted" if path in noted else "missed", path.removeprefix(home))
"""


@pytest.mark.parametrize(
    "arguments", [(), ("--data", "data"), ("--data", "data/claims.yaml"), ("--config", "own.toml")]
)
def test_whatever_is_looked_at_on_the_disk_is_noted(project: Path, arguments: tuple[str, ...]) -> None:
    """What a path leads to is noted with the way that it leads by, so the directories on its way are."""
    (project / "claimaudit.toml").write_text('paths = ["data"]\n')
    (project / "own.toml").write_text('paths = ["data"]\n')
    done = subprocess.run(
        [sys.executable, "-c", dedent(WATCHED), "show", "ten-points", *arguments],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    told = [
        line.partition(" ")[::2]
        for line in done.stdout.splitlines()
        if line.startswith(("noted ", "missed "))
    ]
    noted = {path for what, path in told if what == "noted"}
    missed = {path for what, path in told if what == "missed"}
    assert "/data/claims.yaml" in noted
    assert missed <= {
        str(parent) if str(parent) != "/" else "" for path in noted for parent in Path(path).parents
    }
