"""Git: repositories whose settings run programs, and revisions that are words of somebody else."""

import os
from pathlib import Path

import pytest
from tests.hostile.attacking import Attacker, put, without_advice
from tests.hostile.dossiers import SOURCES, sound
from tests.repositories import Repo

SINGLE = sound(sources=SOURCES.replace("Second Wire", "First Post"))

# Each names a program that git runs in some command or other.
PROGRAMS = (
    "core.fsmonitor",
    "core.pager",
    "core.editor",
    "core.sshCommand",
    "core.askPass",
    "core.hooksPath",
    "diff.external",
    "diff.own.command",
    "diff.own.textconv",
    "filter.own.smudge",
    "filter.own.clean",
    "filter.own.process",
    "merge.own.driver",
    "credential.helper",
    "gpg.program",
    "pager.cat-file",
    "pager.ls-tree",
    "pager.rev-parse",
    "alias.rev-parse",
    "alias.ls-tree",
    "uploadpack.packObjectsHook",
)
HOOKS = ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman", "pre-auto-gc")


@pytest.fixture
def repo(attacker: Attacker) -> Repo:
    """Return a repository with a sound dossier in its one commit, and one with a warning in its working tree."""
    repo = Repo(attacker.folder)
    repo.write("data/claims.yaml", sound())
    repo.commit()
    repo.write("data/claims.yaml", SINGLE)
    return repo


def test_no_program_of_the_repository_runs(repo: Repo, attacker: Attacker) -> None:
    trap = attacker.folder.parent / "trap"
    program = attacker.folder.parent / "program"
    program.write_text(f"#!/bin/sh\necho ran >> '{trap}'\n", encoding="utf-8")
    program.chmod(0o755)
    for name in HOOKS:
        (repo.top / ".git" / "hooks" / name).symlink_to(program)
    repo.write(
        ".gitattributes", "*.yaml diff=own filter=own merge=own text eol=crlf working-tree-encoding=UTF-16\n"
    )
    for name in PROGRAMS:
        repo.git("config", name, str(program))
    trap.unlink(missing_ok=True)
    for arguments in (
        ["diff", "HEAD"],
        ["check", "--since", "HEAD"],
        ["diff", "HEAD", "HEAD", "-f", "markdown"],
        ["check", "-f", "sarif"],
    ):
        assert attacker.run(*arguments).returncode == 0
    assert not trap.exists()


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("--output=owned", "`--output=owned` is no revision: none starts with a hyphen"),
        ("--upload-pack=touch owned", "`--upload-pack=touch owned` is no revision: none starts with a hyphen"),
        ("-cdiff.external=touch owned", "`-cdiff.external=touch owned` is no revision: none starts with a hyphen"),
        ("$(touch owned)", "unknown revision `$(touch owned)`"),
        ("; touch owned", "unknown revision `; touch owned`"),
        ("\x1b[2J", "unknown revision `\\u{1b}[2J`"),
        ("x\n::error::y", "unknown revision `x ::error::y`"),
        ("a\u202eb", "unknown revision `a\\u{202e}b`"),
        ("", "`` is no revision"),
        (" ", "` ` is no revision"),
        ("x" * 5000, f"unknown revision `{'x' * 5000}`"),
        ("HEAD:data/claims.yaml", "`HEAD:data/claims.yaml` is no commit: it is a file"),
        ("HEAD..HEAD", "`HEAD..HEAD` names no single commit"),
        ("^HEAD", "`^HEAD` names no single commit"),
        ("HEAD~1000000", "unknown revision `HEAD~1000000`"),
        ("HEAD^{/(a+)+$}", "unknown revision `HEAD^{/(a+)+$}`"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("repo")
def test_revisions_of_words(attacker: Attacker, revision: str, said: str) -> None:
    for arguments in (["diff", "--", revision], ["check", "--since", revision]):
        done = attacker.run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert without_advice(done.stderr)[0].startswith(f"error: {said}")
    assert sorted(path.name for path in attacker.folder.iterdir()) == [".git", "data"]


def test_links_of_a_revision_do_not_lead_out(repo: Repo, attacker: Attacker) -> None:
    (repo.top / "data" / "claims.yaml").unlink()
    (repo.top / "data" / "claims.yaml").symlink_to("/etc/passwd")
    repo.commit("linked")
    repo.git("checkout", "-q", "HEAD~1")
    done = attacker.run("diff", "linked")
    assert (done.returncode, done.stdout) == (2, "")
    assert without_advice(done.stderr) == [
        "error: at linked: data/claims.yaml:1:1: CA001 unreadable-file: a link that leads out of the repository"
    ]


def test_names_in_a_revision_are_shown_as_they_are_read(repo: Repo, attacker: Attacker) -> None:
    repo.write("data/a\n::error::\x1b[2J.yaml", "claims: [\n")
    repo.commit("named")
    (repo.top / "data" / "a\n::error::\x1b[2J.yaml").unlink()
    done = attacker.run("diff", "named")
    assert (done.returncode, done.stdout) == (2, "")
    assert without_advice(done.stderr) == [
        "error: at named: data/a ::error::\\u{1b}[2J.yaml:2:1: CA001 unreadable-file: a value is missing before the end of the line"
    ]


@pytest.mark.parametrize("file", ["HEAD", "config", "objects", "refs", "index", "packed-refs"])
def test_a_broken_repository_is_told_and_hides_nothing(repo: Repo, attacker: Attacker, file: str) -> None:
    broken = repo.top / ".git" / file
    if broken.is_dir():
        broken.rename(broken.with_name("gone"))
    broken.write_bytes(b"\x00\xff\x1b[2J\n::error::x\n" * 10)
    assert attacker.run("check").returncode == 0  # no revision is asked for: git is not
    for arguments in (["diff", "HEAD"], ["check", "--since", "HEAD"]):
        done = attacker.run(*arguments)
        if file in {"index", "packed-refs"}:  # the objects tell it all the same, or git says that they do not
            assert done.returncode in {0, 2}
        else:
            assert (done.returncode, done.stdout) == (2, "")
            assert len(without_advice(done.stderr)) == 1


@pytest.mark.usefixtures("repo")
def test_variables_of_a_hook_do_not_lead_elsewhere(
    attacker: Attacker, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repo(attacker.folder.parent / "other")
    other.write("data/claims.yaml", "claims: []\n")
    other.commit()
    usual = attacker.run("diff", "HEAD").stdout
    for name, value in (
        ("GIT_DIR", other.top / ".git"),
        ("GIT_WORK_TREE", other.top),
        ("GIT_INDEX_FILE", other.top / ".git/index"),
    ):
        monkeypatch.setenv(name, os.fspath(value))
    assert attacker.run("diff", "HEAD").stdout == usual


def test_without_git_the_files_are_audited_all_the_same(
    repo: Repo, attacker: Attacker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert repo.top == attacker.folder
    monkeypatch.setenv("PATH", str(tmp_path))
    assert attacker.run("check").returncode == 0
    done = attacker.run("check", "--since", "HEAD")
    assert (done.returncode, without_advice(done.stderr)) == (
        2,
        ["error: git is not installed, or not on the PATH"],
    )


def test_what_git_complains_of_is_shown_and_not_obeyed(
    repo: Repo, attacker: Attacker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put(
        tmp_path / "bin" / "git",
        "#!/bin/sh\nprintf 'fatal: \\033[2J ##[error]x\\n::error::y\\n' >&2\nexit 3\n",
    )
    (tmp_path / "bin" / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    done = attacker.run("check", "--since", "HEAD")
    assert (done.returncode, without_advice(done.stderr)) == (
        2,
        [f"error: git does not read the repository of `{repo.top}`: \\u{{1b}}[2J #\\u{{23}}[error]x"],
    )
