"""Real repositories of git for tests: in a folder of their own, without the settings of whoever runs them."""

import os
import subprocess
from pathlib import Path

ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A Reporter",
    "GIT_AUTHOR_EMAIL": "reporter@example.org",
    "GIT_COMMITTER_NAME": "A Reporter",
    "GIT_COMMITTER_EMAIL": "reporter@example.org",
}


class Repo:
    """A repository with a working tree."""

    def __init__(self, top: Path, *, is_new: bool = True) -> None:
        self.top = top
        if is_new:
            top.mkdir(parents=True, exist_ok=True)
            self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, stdin: bytes = b"") -> str:
        """Run git in it and return what it prints, without the line end."""
        done = subprocess.run(
            ["git", "-C", str(self.top), *arguments],
            env={**os.environ, **ALONE},
            input=stdin,
            capture_output=True,
            timeout=60,
            check=True,
        )
        return os.fsdecode(done.stdout).removesuffix("\n")

    def write(self, name: str, text: str) -> Path:
        """Write a file of the working tree."""
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        return path

    def commit(self, *tags: str) -> str:
        """Commit all that is in the working tree, tag it, and return the commit's name."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "files")
        for tag in tags:
            self.git("tag", tag)
        return self.git("rev-parse", "HEAD")

    def clone(self, top: Path, *options: str) -> "Repo":
        """Return a clone of it."""
        self.git("clone", "-q", *options, f"file://{self.top}", str(top))
        return Repo(top, is_new=False)
