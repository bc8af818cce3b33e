"""Asks git what a repository holds: by subprocess, with fixed arguments, never with the network.

No command here runs a hook, a filter, a text conversion or a pager, reads the index or the working tree, or writes.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple, Self

from claimaudit.errors import ClaimauditError
from claimaudit.text import listed, nearest

_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "",  # no transport at all: older versions do not know the next one
    "GIT_NO_LAZY_FETCH": "1",  # a partial clone must not fetch what it lacks
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
}
# A hook sets these, and then they speak of the repository of the hook, relative to where that runs.
_OF_A_HOOK = frozenset(
    {"GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_WORK_TREE"}
)
_NO_REPOSITORY = "not a git repository"
_REMEDY = "git config --global --add safe.directory "
"""How a line begins in which git says what to do about a repository of somebody else."""
_MESSAGE = ":/"
"""Begins the newest commit whose message matches a regular expression."""
_EXCLUSION = b"^"
_RANGE = re.compile(r"[^:{]*\.\.")  # two dots in a message or a path make none
_KINDS = {b"blob": "a file", b"tree": "a directory"}


class TreeEntry(NamedTuple):
    """A file, a link or a submodule at a revision: its path from the top, and the name of its content."""

    path: str
    mode: str
    name: str


class Repository:
    """The repository that holds a directory.

    Raises:
        ClaimauditError: git is not there, or the directory is in no repository that it can read.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self.top = Path(self._top()).resolve()

    def _top(self) -> str:
        done = self._ask("rev-parse", "--show-toplevel")
        if done.returncode == 0:
            return os.fsdecode(done.stdout.removesuffix(b"\n"))
        said = _first_line(done.stderr)
        where = self._directory.as_posix()
        if _NO_REPOSITORY in said:
            hint = "run it on files in a repository; `claimaudit check --baseline FILE` compares with a file"
            raise ClaimauditError(f"`{where}` is not in a git repository", hint=hint)
        hint = f"`git -C {where} status` says more"
        if "work tree" in said:
            hint = "it has no files of its own: run it in a clone"
        elif remedy := _remedy(done.stderr):
            hint = f"if you trust whoever owns it: `{remedy}`"
        raise ClaimauditError(f"git does not read the repository of `{where}`: {said}", hint=hint)

    def commit(self, revision: str) -> str:
        """Return the name of the commit that a revision is.

        Raises:
            ClaimauditError: it is none; the nearest branch or tag is named.
        """
        if revision.startswith("-"):
            raise ClaimauditError(f"`{revision}` is no revision: none starts with a hyphen", hint=_NAMES)
        if not revision.strip() or "\0" in revision:
            raise ClaimauditError(f"`{revision}` is no revision", hint=_NAMES)
        # To `:/text` nothing can be added: all of it is what to look for.
        done = self._named(revision if revision.startswith(_MESSAGE) else f"{revision}^{{commit}}")
        if done.returncode == 0 and not done.stdout.startswith(_EXCLUSION):
            return os.fsdecode(done.stdout.strip())
        raise self._other_than_one_commit(revision) or self._unknown(revision, _first_line(done.stderr))

    def _named(self, revision: str) -> subprocess.CompletedProcess[bytes]:
        """Ask for the name of what a revision is. Of a range git prints both ends, and fails."""
        return self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", revision)

    def _other_than_one_commit(self, revision: str) -> ClaimauditError | None:
        """Return what is wrong with what git knows, but not as one commit."""
        done = self._named(revision)
        words = revision.split()
        is_several = done.stdout and (done.returncode or done.stdout.startswith(_EXCLUSION))
        is_words = len(words) > 1 and not any(self._named(word).returncode for word in words)
        if is_several or is_words or _RANGE.match(revision):
            return ClaimauditError(f"`{revision}` names no single commit", hint=_one_of(revision))
        if done.returncode:
            return None
        kind = self._ask("cat-file", "-t", f"{os.fsdecode(done.stdout.strip())}^{{}}").stdout.strip()
        if kind not in _KINDS:
            return None
        return ClaimauditError(f"`{revision}` is no commit: it is {_KINDS[kind]}", hint=_NAMES)

    def _unknown(self, revision: str, said: str) -> ClaimauditError:
        names = self.names()
        if not names and self._ask("rev-parse", "--verify", "--quiet", "HEAD").returncode:
            return ClaimauditError(
                f"unknown revision `{revision}`: the repository has no commit yet",
                hint="commit the files first",
            )
        near = _near(revision, names)
        if self._ask("rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
            fetch = (
                "fetch the history: `fetch-depth: 0` in the checkout step of CI, or `git fetch --unshallow`"
            )
            return ClaimauditError(
                f"`{revision}` is not in this shallow clone", hint=f"{near} else {fetch}" if near else fetch
            )
        if revision.startswith(_MESSAGE):
            text = revision.removeprefix(_MESSAGE)
            return ClaimauditError(
                f"unknown revision `{revision}`: no commit message matches `{text}`",
                hint="`git log --all --oneline` shows the messages",
            )
        more = f": {said}" if said else ""
        return ClaimauditError(f"unknown revision `{revision}`{more}", hint=near or _NAMES)

    def names(self) -> list[str]:
        """Return the names of branches and tags, those of remotes last."""
        asked = ("refs/heads", "refs/tags", "refs/remotes")
        done = self._ask("for-each-ref", "--format=%(refname:short)", *asked)
        return [os.fsdecode(line) for line in done.stdout.splitlines()]

    def entries(self, commit: str) -> Iterator[TreeEntry]:
        """Yield all that a commit holds but for directories.

        Raises:
            ClaimauditError: the clone does not have all of it.
        """
        done = self._ask("ls-tree", "-r", "-z", "--full-tree", commit)
        if done.returncode:
            raise _incomplete(commit, _first_line(done.stderr))
        for line in done.stdout.split(b"\0")[:-1]:
            about, _, path = line.partition(b"\t")
            mode, _, name = about.decode("ascii").split(" ")
            yield TreeEntry(os.fsdecode(path), mode, name)

    def _ask(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603  no shell, and git from the PATH
                self._command(*arguments),
                env=_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except (OSError, ValueError) as error:
            raise _not_started(error) from error

    def _command(self, *arguments: str) -> list[str]:
        program = shutil.which("git")
        if program is None:
            hint = "install it; `claimaudit check --baseline FILE` compares with a file"
            raise ClaimauditError("git is not installed, or not on the PATH", hint=hint)
        return [program, "--no-pager", "-C", os.fspath(self._directory), *arguments]

    def objects(self) -> "Objects":
        """Return a way to what entries hold, to be closed when all is read."""
        return Objects(self._command("cat-file", "--batch-check"), self._command("cat-file", "--batch"))


class Objects:
    """What entries hold: how many bytes, and which. Two processes of git answer as long as it is open."""

    def __init__(self, sizes: list[str], contents: list[str]) -> None:
        self._sizes = _started(sizes)
        self._contents = _started(contents)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in (self._sizes, self._contents):
            with suppress(OSError):  # it may have ended before
                process.__exit__(kind, error, trace)

    def size(self, name: str) -> int:
        """Return how many bytes the content of that name has.

        Raises:
            ClaimauditError: the clone does not have it.
        """
        return _answer(self._sizes, name)[0]

    def content(self, name: str) -> bytes:
        """Return the content of that name, as it was committed.

        Raises:
            ClaimauditError: the clone does not have it.
        """
        size, stream = _answer(self._contents, name)
        content = stream.read(size)
        stream.read(1)  # a line end
        if len(content) < size:
            raise _incomplete(name, "")
        return content


def _started(command: list[str]) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(  # noqa: S603  no shell, and git from the PATH
            command,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, ValueError) as error:
        raise _not_started(error) from error


def _answer(process: "subprocess.Popen[bytes]", name: str) -> tuple[int, IO[bytes]]:
    """Ask for one object and return its size, and the stream from which its content can be read."""
    question, answer = process.stdin, process.stdout
    if question is None or answer is None:
        raise _incomplete(name, "")
    try:
        question.write(f"{name}\n".encode("ascii"))
        question.flush()
        header = answer.readline().split()
    except OSError as error:
        raise _incomplete(name, "") from error
    if len(header) != 3 or not header[2].isdigit():  # "missing", or it has ended
        raise _incomplete(name, "")
    return int(header[2]), answer


_NAMES = "`git branch --all` and `git tag` name branches and tags"


def _near(revision: str, names: list[str]) -> str:
    """Return the branches and tags that may be meant: the same on a remote, else the nearest."""
    same = [name for name in names if name.endswith(f"/{revision}")]
    found = same[:2] or nearest(revision, (name for name in names if name != revision))
    return f"did you mean {listed([f'`{name}`' for name in found], joiner='or')}?" if found else ""


def _one_of(revision: str) -> str:
    """Return the advice to name one commit, by those that stand in a range, an exclusion or several words."""
    named = [name.strip("^") for name in re.split(r"\.{2,3}|\s+", revision)]
    if len(named) == 2:
        return f"name one; `claimaudit diff {named[0] or 'HEAD'} {named[1] or 'HEAD'}` compares two"
    return f"name one: {_NAMES}"


def _remedy(said: bytes) -> str | None:
    lines = (line.strip() for line in said.decode("utf-8", "replace").splitlines())
    return next((line for line in lines if line.startswith(_REMEDY)), None)


def _environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key not in _OF_A_HOOK} | _ENVIRONMENT


def _not_started(error: OSError | ValueError) -> ClaimauditError:
    return ClaimauditError(f"git cannot be run: {getattr(error, 'strerror', None) or error}")


def _incomplete(name: str, said: str) -> ClaimauditError:
    more = f": {said}" if said else ""
    return ClaimauditError(
        f"this clone does not have all of the revision: `{name[:12]}` is missing{more}",
        hint="a partial clone leaves things out, and nothing is fetched here: `git fetch --refetch --no-filter`",
    )


def _first_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").splitlines()
    line = next((line for line in lines if line.startswith(("fatal:", "error:"))), "".join(lines[:1]))
    return line.removeprefix("fatal: ").removeprefix("error: ")
