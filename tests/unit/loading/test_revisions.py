"""Dossiers as their files were at a revision, from real repositories."""

import os
from pathlib import Path

import pytest
from tests.repositories import ALONE, Repo

from claimaudit.errors import ClaimauditError
from claimaudit.loading import load, opening, revisions
from claimaudit.loading.revisions import load_at

ONE = "claims:\n  - {id: one, text: One.}\n"
TWO = "claims:\n  - {id: two, text: Two.}\n"
WRONG = "claims:\n  - {id: wrong}\n"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """An empty repository, and the current directory in it."""
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    made = Repo(tmp_path / "repo")
    monkeypatch.chdir(made.top)
    return made


def claims_at(revision: str, *paths: str | Path) -> list[str]:
    return [claim.id for claim in load_at(revision, *paths).dossier.claims]


def refusal(revision: str, *paths: str | Path) -> list[str]:
    with pytest.raises(ClaimauditError) as caught:
        load_at(revision, *paths)
    return str(caught.value).splitlines()


# --- which files ------------------------------------------------------------------------------------------


def test_files_are_read_as_they_were_and_nothing_is_checked_out(repo: Repo) -> None:
    repo.write("data/claims.yaml", ONE)
    commit = repo.commit()
    path = repo.write("data/claims.yaml", TWO)
    repo.write("data/new.yaml", WRONG)
    before = sorted(repo.top.rglob("*"))
    then = load_at("HEAD")
    assert [claim.id for claim in then.dossier.claims] == ["one"]
    assert (then.commit, then.absent) == (commit, ())
    assert path.read_text(encoding="utf-8") == TWO
    assert sorted(repo.top.rglob("*")) == before


def test_a_file_that_is_gone_now_is_read(repo: Repo) -> None:
    repo.write("data/claims.yaml", ONE)
    (repo.write("data/more.yaml", TWO))
    repo.commit()
    (repo.top / "data" / "more.yaml").unlink()
    assert claims_at("HEAD") == ["one", "two"]
    assert claims_at("HEAD", "data/more.yaml") == ["two"]


@pytest.mark.parametrize(
    "names",
    [
        ["data/claims.yaml"],
        ["b.YAML", "a.yml", ".hidden.yaml", "notes.txt", "deeper/c.yaml"],
        ["elsewhere.yaml", "data/claims.yaml", "data/more.yml", "data/.x.yaml", "data/deep/x.yaml"],
        [
            "data/a file.yaml",
            "data/été.yaml",
            "data/線.yaml",
            "data/-x.yaml",
            "data/a\nb.yaml",
            'data/q"\t.yaml',
        ],
        ["datafile.yaml", "data.yaml"],
    ],
)
def test_the_same_files_are_chosen_as_on_the_disk(repo: Repo, names: list[str]) -> None:
    for number, name in enumerate(names):
        repo.write(name, f"claims:\n  - {{id: c{number}, text: x}}\n")
    repo.commit()
    now = [claim.id for claim in load(".").claims]
    assert claims_at("HEAD", ".") == now
    assert now


@pytest.mark.parametrize("where", [".", "data", "sub", "sub/deeper"])
def test_without_paths_the_same_data_is_read_from_any_directory(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.write("sub/deeper/x.txt", "")
    repo.commit()
    repo.write("data/claims.yaml", TWO)
    monkeypatch.chdir(repo.top / where)
    assert claims_at("HEAD") == ["one"]


@pytest.mark.parametrize("path", ["../data", "../data/claims.yaml", "./../sub/../data", "{top}/data", ".."])
def test_paths_are_read_from_the_current_directory(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.write("sub/x.txt", "")
    repo.commit()
    monkeypatch.chdir(repo.top / "sub")
    assert claims_at("HEAD", path.format(top=repo.top)) == ["one"]


def test_a_repository_is_found_from_outside_by_its_files(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit()
    (repo.top.parent / "link").symlink_to(repo.top)
    monkeypatch.chdir(repo.top.parent)
    assert claims_at("HEAD", "repo/data") == ["one"]
    assert claims_at("HEAD", "link/data") == ["one"]
    assert claims_at("HEAD", "link") == ["one"]


def test_the_directory_had_another_name_then(repo: Repo) -> None:
    repo.write("content/claims.yaml", ONE)
    repo.commit()
    repo.git("mv", "content", "data")
    then = load_at("HEAD")
    assert (then.dossier.claims, then.absent) == ((), ("data",))
    then = load_at("HEAD", "data", "content")
    assert ([claim.id for claim in then.dossier.claims], then.absent) == (["one"], ("data",))


def test_a_directory_had_no_data_of_its_own_then(repo: Repo) -> None:
    repo.write("dossier/claims.yaml", ONE)
    repo.commit()
    repo.write("dossier/data/claims.yaml", TWO)
    assert claims_at("HEAD", "dossier") == ["one"]
    assert [claim.id for claim in load("dossier").claims] == ["two"]


def test_what_stands_nowhere_now_is_found_in_the_revision(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.write("sub/x.txt", "")
    repo.commit()
    (repo.top / "data" / "claims.yaml").unlink()
    monkeypatch.chdir(repo.top / "sub")
    assert claims_at("HEAD") == ["one"]


def test_nothing_anywhere_says_what_was_looked_for(repo: Repo) -> None:
    repo.commit()
    assert refusal("HEAD")[0] == f"no `data/claims.yaml` in `{repo.top}` or in a directory above it"


def test_windows_line_ends_and_a_byte_order_mark(repo: Repo) -> None:
    text = "\ufeff" + ONE.replace("\n", "\r\n")
    repo.write("data/claims.yaml", text)
    repo.commit()
    then, now = load_at("HEAD").dossier, load()
    assert then.claims == now.claims
    assert [then.places.locate(("claims", 0))] == [now.places.locate(("claims", 0))]


def test_filters_are_not_run(repo: Repo, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    repo.write("data/claims.yaml", ONE)
    repo.write(".gitattributes", "*.yaml diff=spy filter=spy\n")
    repo.commit()
    for key in (
        "filter.spy.smudge",
        "filter.spy.process",
        "diff.spy.textconv",
        "core.fsmonitor",
        "core.pager",
    ):
        repo.git("config", key, f"touch {ran}; cat")
    assert claims_at("HEAD") == ["one"]
    assert not ran.exists()


# --- revisions --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "revision",
    ["main~1", "old", "annotated", "HEAD^", "HEAD@{{1}}", "@~", "{commit}", "{short}", "refs/tags/old"],
)
def test_ways_to_name_a_revision(repo: Repo, revision: str) -> None:
    repo.write("data/claims.yaml", ONE)
    commit = repo.commit("old")
    repo.git("tag", "-a", "-m", "x", "annotated")
    repo.write("data/claims.yaml", TWO)
    repo.commit()
    assert claims_at(revision.format(commit=commit, short=commit[:9])) == ["one"]


def test_a_detached_head_and_another_worktree(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit("old")
    repo.write("data/claims.yaml", TWO)
    repo.commit()
    repo.git("worktree", "add", "-q", "--detach", "../side", "old")
    monkeypatch.chdir(repo.top.parent / "side")
    assert claims_at("main") == ["two"]
    assert claims_at("HEAD") == ["one"]
    monkeypatch.chdir(repo.top)
    repo.git("checkout", "-q", "--detach", "old")
    assert claims_at("main") == ["two"]


def test_what_a_hook_sets_does_not_lead_astray(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit()
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert claims_at("HEAD", "data") == ["one"]


def test_an_unknown_revision_names_the_nearest(repo: Repo) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit("v1.0")
    assert refusal("mian") == ["unknown revision `mian`", "help: did you mean `main`?"]
    assert refusal("v1.1") == ["unknown revision `v1.1`", "help: did you mean `v1.0`?"]
    assert refusal("zzzzzz") == [
        "unknown revision `zzzzzz`",
        "help: `git branch --all` and `git tag` name branches and tags",
    ]


def test_a_branch_that_only_a_remote_has_is_named(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit()
    repo.git("branch", "review")
    monkeypatch.chdir(repo.clone(repo.top.parent / "clone").top)
    assert refusal("review") == ["unknown revision `review`", "help: did you mean `origin/review`?"]


@pytest.mark.parametrize(
    "revision", ["", " ", "a\0b", "HEAD:nowhere", "HEAD:../data", "0" * 39 + "1", "a\nb", "\udce9"]
)
def test_what_leads_nowhere_is_no_revision(repo: Repo, revision: str) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit()
    assert "revision" in refusal(revision)[0]


@pytest.mark.parametrize(
    ("revision", "hint"),
    [
        ("main..HEAD", "name one; `claimaudit diff main HEAD` compares two"),
        ("main...", "name one; `claimaudit diff main HEAD` compares two"),
        ("nowhere..", "name one; `claimaudit diff nowhere HEAD` compares two"),
        ("main old", "name one; `claimaudit diff main old` compares two"),
        ("^main", "name one: `git branch --all` and `git tag` name branches and tags"),
        ("^old^", "name one: `git branch --all` and `git tag` name branches and tags"),
        ("main^@", "name one: `git branch --all` and `git tag` name branches and tags"),
        ("main^!", "name one: `git branch --all` and `git tag` name branches and tags"),
        ("main^-", "name one: `git branch --all` and `git tag` name branches and tags"),
    ],
)
def test_what_names_several_commits_or_leaves_some_out(repo: Repo, revision: str, hint: str) -> None:
    repo.commit()
    repo.write("data/claims.yaml", ONE)
    repo.commit("old")
    repo.commit()
    assert refusal(revision) == [f"`{revision}` names no single commit", f"help: {hint}"]


def test_a_commit_by_a_text_of_its_message(repo: Repo) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.git("add", "-A")
    repo.git("commit", "-q", "-m", "Quote Axios: see 1..2 and {3}")
    repo.write("data/claims.yaml", TWO)
    repo.commit()
    assert claims_at(":/Quote Axios: see") == claims_at(":/see 1..2") == ["one"]
    assert claims_at(":/files") == claims_at(":/!-Quote") == ["two"]
    assert claims_at("HEAD^{/1..2}") == ["one"]
    assert refusal(":/main") == [
        "unknown revision `:/main`: no commit message matches `main`",
        "help: `git log --all --oneline` shows the messages",
    ]


@pytest.mark.parametrize(
    ("revision", "kind"),
    [
        ("on-file", "a file"),
        ("on-folder", "a directory"),
        ("annotated", "a file"),
        ("HEAD:data", "a directory"),
        (":data/claims.yaml", "a file"),
        ("{tree}", "a directory"),
    ],
)
def test_what_is_no_commit_is_not_taken_for_a_slip(repo: Repo, revision: str, kind: str) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit()
    repo.git("tag", "on-file", "HEAD:data/claims.yaml")
    repo.git("tag", "on-folder", "HEAD:data")
    repo.git("tag", "-a", "-m", "x", "annotated", "HEAD:data/claims.yaml")
    named = revision.format(tree=repo.git("rev-parse", "HEAD^{tree}"))
    assert refusal(named) == [
        f"`{named}` is no commit: it is {kind}",
        "help: `git branch --all` and `git tag` name branches and tags",
    ]


@pytest.mark.parametrize("revision", ["--help", "-x", "--output=owned"])
def test_an_option_is_no_revision(repo: Repo, revision: str) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit()
    assert refusal(revision)[0] == f"`{revision}` is no revision: none starts with a hyphen"
    assert not (repo.top / "owned").exists()


def test_no_commit_yet(repo: Repo) -> None:
    repo.write("data/claims.yaml", ONE)
    assert refusal("HEAD") == [
        "unknown revision `HEAD`: the repository has no commit yet",
        "help: commit the files first",
    ]


def test_a_shallow_clone_says_how_to_fetch_the_rest(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit("old")
    repo.write("data/claims.yaml", TWO)
    repo.commit()
    monkeypatch.chdir(repo.clone(repo.top.parent / "clone", "--depth", "1").top)
    assert claims_at("HEAD") == ["two"]
    assert refusal("HEAD~1") == [
        "`HEAD~1` is not in this shallow clone",
        "help: fetch the history: `fetch-depth: 0` in the checkout step of CI, or `git fetch --unshallow`",
    ]


@pytest.mark.parametrize("left_out", ["blob:none", "tree:0"])
def test_a_partial_clone_fetches_nothing(repo: Repo, monkeypatch: pytest.MonkeyPatch, left_out: str) -> None:
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.write("data/claims.yaml", ONE)
    repo.commit()
    repo.write("data/claims.yaml", TWO)
    repo.commit()
    clone = repo.clone(repo.top.parent / "clone", f"--filter={left_out}")
    monkeypatch.chdir(clone.top)
    objects = set((clone.top / ".git" / "objects").rglob("*"))
    assert claims_at("HEAD") == ["two"]
    first, help_ = refusal("HEAD~1")
    assert first.startswith("this clone does not have all of the revision: `")
    assert "nothing is fetched here" in help_
    assert set((clone.top / ".git" / "objects").rglob("*")) == objects
    clone.git("fetch", "-q", "--refetch", "--no-filter")  # the help helps
    assert claims_at("HEAD~1") == ["one"]


# --- repositories that are none ---------------------------------------------------------------------------


def test_a_directory_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text(ONE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert refusal("main", "data") == [
        f"`{tmp_path}/data` is not in a git repository",
        "help: run it on files in a repository; `claimaudit check --baseline FILE` compares with a file",
    ]


def test_files_of_two_repositories(repo: Repo) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit()
    outside = Repo(repo.top.parent / "other").write("claims.yaml", TWO)
    assert refusal("main", "data", outside) == [
        f"`{outside}` is outside of the repository `{repo.top}`",
        "help: name files of one repository",
    ]


def test_a_bare_repository_has_no_files(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit()
    bare = repo.clone(repo.top.parent / "bare", "--bare").top
    monkeypatch.chdir(bare)
    assert refusal("main", "data") == [
        f"git does not read the repository of `{bare}`: this operation must be run in a work tree",
        "help: it has no files of its own: run it in a clone",
    ]


def test_the_repository_of_another_is_refused_in_the_words_of_git(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit()
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    first, help_ = refusal("main", "data")
    assert first.startswith(
        f"git does not read the repository of `{repo.top}/data`: detected dubious ownership"
    )
    remedy = f"git config --global --add safe.directory {repo.top}"
    assert help_ == f"help: if you trust whoever owns it: `{remedy}`"


def test_git_is_not_installed(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit()
    monkeypatch.setenv("PATH", str(repo.top))
    assert refusal("main") == [
        "git is not installed, or not on the PATH",
        "help: install it; `claimaudit check --baseline FILE` compares with a file",
    ]


def test_a_git_that_breaks_off_is_no_traceback(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("data/claims.yaml", ONE)
    repo.commit()
    real = os.environ["PATH"]
    fake = repo.write(
        "bin/git", f'#!/bin/sh\ncase "$*" in *cat-file*) exit 3;; esac\nPATH={real} exec git "$@"\n'
    )
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}:{real}")
    assert refusal("main")[0].startswith("this clone does not have all of the revision: `")


# --- what was broken or hostile then ----------------------------------------------------------------------


def test_broken_files_are_named_with_the_revision_and_counted(repo: Repo) -> None:
    repo.write(
        "data/claims.yaml", "claims:\n  - {id: a, text: x, evidence: [nowhere, nobody]}\n  - {id: b}\n"
    )
    repo.commit("broken")
    repo.write("data/claims.yaml", ONE)
    assert refusal("broken") == [
        "at broken: data/claims.yaml:2:33: CA004 dangling-reference: no source has the id `nowhere` (and 2 more)",
        "help: what could not be read then cannot be compared with: name a revision at which the files are sound",
    ]


def test_a_file_over_the_limit_is_not_read(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("data/claims.yaml", ONE + "#" * 2_000_000)
    repo.commit()
    monkeypatch.setattr(opening, "SIZE_LIMIT", 1024**2)
    monkeypatch.setattr(revisions, "SIZE_LIMIT", 1024**2)
    assert refusal("HEAD")[0].startswith("at HEAD: data/claims.yaml:1:1: CA001 unreadable-file: larger than")


def test_links_inside_of_the_repository_are_followed(repo: Repo) -> None:
    repo.write("shared/one.yaml", ONE)
    repo.write("data/claims.yaml", TWO)
    (repo.top / "data" / "more.yaml").symlink_to("../shared/../shared/one.yaml")
    (repo.top / "data" / "again.yaml").symlink_to("more.yaml")
    (repo.top / "folder").symlink_to("data")
    repo.commit()
    repo.write("shared/one.yaml", WRONG)
    assert claims_at("HEAD") == ["one", "two"]  # once, though two links lead there
    assert claims_at("HEAD", "folder") == ["one", "two"]
    assert claims_at("HEAD", "folder/claims.yaml") == ["two"]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("/etc/passwd", "a link that leads out of the repository"),
        ("../../outside.yaml", "a link that leads out of the repository"),
        ("../data/../../repo/data/claims.yaml", "a link that leads out of the repository"),
        ("x" * 5000, "a link that leads out of the repository"),
        ("loop.yaml", "links that lead in a circle"),
        ("nowhere.yaml", "a link that leads nowhere"),
        ("../data", "not a regular file"),
    ],
)
def test_other_links_are_refused(repo: Repo, target: str, said: str) -> None:
    (repo.top.parent / "outside.yaml").write_text(ONE, encoding="utf-8")
    repo.write("data/claims.yaml", ONE)
    repo.git("add", "-A")
    name = repo.git("hash-object", "-w", "--stdin", stdin=target.encode())
    repo.git("update-index", "--add", "--cacheinfo", f"120000,{name},data/loop.yaml")
    repo.git("commit", "-q", "-m", "link")
    assert refusal("HEAD")[0] == f"at HEAD: data/loop.yaml:1:1: CA001 unreadable-file: {said}"


def test_a_submodule_is_named(repo: Repo) -> None:
    other = Repo(repo.top.parent / "other")
    other.write("claims.yaml", ONE)
    other.commit()
    repo.write("data/claims.yaml", ONE)
    repo.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other.top), "sub")
    repo.commit()
    repo.git("submodule", "deinit", "-q", "-f", "sub")
    (repo.top / "sub").rmdir()
    assert refusal("HEAD", "sub")[0] == "at HEAD: sub:1:1: CA001 unreadable-file: `sub` is a submodule"


def test_names_that_no_checkout_would_make(repo: Repo) -> None:
    """A tree made by hand: git lists it, and nothing of it is looked for on the disk."""
    name = repo.git("hash-object", "-w", "--stdin", stdin=ONE.encode())
    names = (b"claims.yaml", b"\xff.yaml", b"a\x1b[31m.yaml", b"..\\x.yaml")
    lines = b"".join(b"100644 blob " + name.encode() + b"\t" + other + b"\0" for other in names)
    inner = repo.git("mktree", "-z", stdin=lines)
    top = repo.git("mktree", stdin=f"040000 tree {inner}\tdata\n".encode())
    commit = repo.git("commit-tree", "-m", "x", top)
    first, _ = refusal(commit, "data")  # one id three times: what starts with a dot is hidden
    assert "CA003 duplicate-id" in first
    assert first.endswith(" (and 1 more)")
