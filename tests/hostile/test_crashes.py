"""Crashes: a process that dies, or is refused something, at any moment at which it reads, writes or moves a file."""

import errno
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from tests.disturbing import KILLED
from tests.forking import Nursery
from tests.hostile.attacking import put, require_unbroken, without_advice
from tests.hostile.dossiers import SOURCES, sound

ERRORS = ("ENOSPC", "EIO", "EACCES", "EMFILE", "EDQUOT", "EROFS")
TEMPORARY = ".claimaudit-"
"""How the names of files begin that are not finished: hidden, and no part of any dossier."""


@dataclass(frozen=True)
class Run:
    """A command that writes files, and what stands in their places before: nothing, or something old.

    It is disturbed at each call, or at each so many (`step`) where making the texts takes long.
    """

    arguments: Sequence[str]
    files: Sequence[str]
    is_there: bool = True
    step: int = 1

    def prepare(self, folder: Path) -> None:
        """Make the project anew."""
        shutil.rmtree(folder, ignore_errors=True)
        put(folder / "data" / "claims.yaml", sound(sources=SOURCES.replace("Second Wire", "First Post")))
        for name in self.files if self.is_there else ():
            put(folder / name, OLD)


OLD = b'{"version": 1, "findings": []}\n'
STARTERS = (
    *("data/claims.yaml", "data/sources.yaml", "claimaudit.toml"),
    *(f"schemas/{name}.schema.json" for name in ("claims", "sources", "config")),
)
RUNNERS = (".gitlab-ci.yml", ".pre-commit-config.yaml", ".github/workflows/claimaudit.yml")
SEVERAL = ("check", "-q", "-f", "json:a", "-f", "sarif:b", "-f", "junit:c", "--write-baseline", "k")
INIT = ("init", "story", "-q")
FOR_RUNNERS = ("init", "-q", "--ci", "github", "--ci", "gitlab", "--ci", "pre-commit")
RUNS = {
    "one-file": Run(["report", "-q", "-o", "out"], ["out"]),
    "no-file-before": Run(["report", "-q", "-f", "json", "-o", "out"], ["out"], is_there=False),
    "several": Run(SEVERAL, list("abck")),
    "runners": Run(FOR_RUNNERS, RUNNERS, is_there=False),
    "runners-anew": Run([*FOR_RUNNERS, "--force"], RUNNERS),
    "starters": Run(INIT, [f"story/{name}" for name in STARTERS], is_there=False, step=8),
    "starters-anew": Run([*INIT, "--force"], [f"story/{name}" for name in STARTERS], step=8),
}
Files = Mapping[str, bytes | None]


class Ground:
    """Where one of the runs is disturbed, again and again: a folder, and what is in its files after the run."""

    def __init__(self, run: Run, nursery: Nursery, folder: Path) -> None:
        self.run, self.folder = run, folder
        self._nursery = nursery
        self.old: Files = dict.fromkeys(run.files, OLD if run.is_there else None)
        log = folder.parent / "log"
        assert self.disturbed(0, KILLED, log=str(log)) == (0, [])
        self.new = self.files()
        self.calls = len(log.read_text(encoding="utf-8").splitlines())
        assert all(self.new.values())

    def disturbed(
        self, at: int, how: str, *, log: str | None = None, seconds: float = 60
    ) -> tuple[int, list[str]]:
        """Make the project anew and run the command; return its exit code and what it complained of."""
        self.run.prepare(self.folder)
        return self._again({"at": at, "how": how, "log": log}, seconds)

    def again(self) -> tuple[int, list[str]]:
        """Run the command once more, undisturbed."""
        return self._again({}, 60)

    def _again(self, disturbance: Mapping[str, object], seconds: float) -> tuple[int, list[str]]:
        environment = {"PATH": os.environ["PATH"]}
        done = self._nursery.run(
            tuple(self.run.arguments), self.folder, environment, disturbance=disturbance, seconds=seconds
        )
        if done.returncode >= 0:
            require_unbroken(done)
        assert done.stdout == ""
        return done.returncode, without_advice(done.stderr)

    def files(self) -> Files:
        """Return what stands in the places of the files, None where nothing does."""
        paths = {name: self.folder / name for name in self.run.files}
        return {name: path.read_bytes() if path.exists() else None for name, path in paths.items()}

    def require_each_old_or_new(self) -> None:
        """Require that every file is as before or as after the run, byte for byte, and that there is no other."""
        found = self.files()
        assert [name for name in found if found[name] not in (self.old[name], self.new[name])] == []
        self.require_no_other()

    def require_no_other(self) -> None:
        """Require that nothing stands there that anybody could take for a result."""
        seen = {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}
        others = seen - {"data/claims.yaml", *self.run.files}
        assert [name for name in others if not Path(name).name.startswith(TEMPORARY)] == []

    def require_no_new_directory(self) -> None:
        """Require that no directory was made for files that are not there."""
        before = {"", "data", *(os.path.dirname(name) for name in self.run.files if self.run.is_there)}  # noqa: PTH120
        made = {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_dir()}
        assert made <= before | {parent for name in before for parent in map(str, Path(name).parents)}


@pytest.fixture(params=RUNS)
def ground(request: pytest.FixtureRequest, nursery: Nursery, tmp_path: Path) -> Ground:
    return Ground(RUNS[request.param], nursery, tmp_path / "project")


def test_killed_at_any_call_each_file_is_the_old_or_the_new(ground: Ground) -> None:
    assert ground.calls > 8
    for at in range(1, ground.calls + 1, ground.run.step):
        assert ground.disturbed(at, KILLED) == (-9, []), at
        ground.require_each_old_or_new()
    if (
        "init" not in ground.run.arguments
    ):  # that replaces nothing that is there: half a start has to be taken away
        assert ground.again() == (0, [])
        assert ground.files() == ground.new


def test_killed_at_any_time_each_file_is_the_old_or_the_new(ground: Ground) -> None:
    random = Random(1)  # noqa: S311
    for _ in range(8):
        code, _ = ground.disturbed(0, KILLED, seconds=random.uniform(0.001, 0.12))
        assert code in {0, -14}
        ground.require_each_old_or_new()


def test_refused_at_any_call_the_files_are_all_old_or_all_new(ground: Ground) -> None:
    for at in range(2, ground.calls + 1, ground.run.step):
        code, complaints = ground.disturbed(at, ERRORS[at % len(ERRORS)])
        found = ground.files()
        if code == 0:  # what was refused was not needed
            assert (found, complaints) == (ground.new, [])
        else:
            assert code == 2
            assert found == ground.old or is_told(found), (at, complaints)
            assert len(complaints) == 1
            ground.require_no_new_directory()
        ground.require_no_other()
    assert ground.disturbed(ground.calls + 1, "EIO") == (0, [])


def is_told(found: Files) -> bool:
    """Return whether each report says that the data could not be read, and the baseline is the old one."""
    return all(
        content == OLD if name == "k" else b"CA001" in (content or b"") for name, content in found.items()
    )


@pytest.mark.parametrize("error", ERRORS)
def test_what_cannot_be_read_is_a_fault_with_its_reason(nursery: Nursery, tmp_path: Path, error: str) -> None:
    run = Run(["check", "-f", "json"], [])
    run.prepare(tmp_path / "project")
    reasons = set()
    for at in range(1, 4):  # the file is opened, taken over, read
        done = nursery.run(
            ("check", "-f", "json"), tmp_path / "project", {}, disturbance={"at": at, "how": error}
        )
        require_unbroken(done)
        assert done.returncode == 2
        (finding,) = json.loads(done.stdout)["findings"]
        assert (finding["code"], finding["location"]["path"]) == ("CA001", "data/claims.yaml")
        reasons.add(finding["message"])
    assert reasons == {os.strerror(getattr(errno, error)).lower()}
