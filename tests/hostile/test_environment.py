"""The environment: odd variables, odd directories, modules in the way, signals. Each run is a process of its own."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from tests.forking import TIMEOUT
from tests.hostile.attacking import LIMITS, Attacker, Content, put, require_unbroken
from tests.hostile.dossiers import SOURCES, sound
from tests.hostile.test_files import link, sparse

SCRIPT = Path(sys.executable).with_name("claimaudit")
SINGLE = sound(text="Café 計画 😀", sources=SOURCES.replace("Second Wire", "First Post"))
"""One warning."""
CONCISE = ["check", "-f", "concise", "--fail-on", "warning"]
FOUND = (
    "data/claims.yaml:2:9: warning CA102 single-outlet: `plan`: all its support is of 1 outlet, First Post: falls if "
    "First Post is wrong\n1 warning found in 1 claim and 2 sources; 0 waived; all checked\n"
)
MODULE = [sys.executable, "-m", "claimaudit"]
PYTHON = {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
"""What the interpreter needs to find claimaudit where it is not installed."""


def start(
    arguments: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    command: Sequence[str] = (str(SCRIPT),),
    limits: Mapping[str, int] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run the command with nothing in its environment but what is given, and require what must hold of all."""

    def limit() -> None:
        for name, most in {**LIMITS, **(limits or {})}.items():
            resource.setrlimit(getattr(resource, name), (most, most))

    done = subprocess.run(
        [*command, *arguments],
        cwd=folder,
        env={**PYTHON, **(environment or {})},
        preexec_fn=limit,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=TIMEOUT,
        check=False,
    )
    told = subprocess.CompletedProcess(
        list(arguments), done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )
    require_unbroken(told)
    return told


@pytest.fixture
def folder(attacker: Attacker) -> Path:
    """Return a directory with one warning in it."""
    put(attacker.folder / "data" / "claims.yaml", SINGLE)
    return attacker.folder


def _named(environment: Mapping[str, str]) -> str:
    return " ".join(f"{name}={ascii(value)[1:9]}" for name, value in environment.items()) or "nothing"


# Read when the interpreter starts.
EARLY: Sequence[dict[str, str]] = (
    {},
    {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "latin-1:strict", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    {"LANG": "nowhere.nothing", "LC_ALL": "\udcff", "TZ": "Nowhere/Nothing"},
    {"PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1"},
    {"PYTHONWARNINGS": "error", "PYTHONHASHSEED": "0", "PYTHONDEVMODE": "1"},
    {"TZ": "UTC-24"},
)
# Read while it runs.
LATE: Sequence[dict[str, str]] = (
    {"HOME": "/nowhere", "XDG_CACHE_HOME": "/dev/null", "TMPDIR": "/nowhere"},
    {"HOME": "", "USER": "", "PATH": ""},
    {"TERM": "dumb", "COLUMNS": "1", "LINES": "1"},
    {"TERM": "\x1b[2J", "COLUMNS": "-1"},
    {"COLUMNS": "many", "LINES": ""},
    {"COLUMNS": "9" * 30},
    {"NO_COLOR": "1", "FORCE_COLOR": ""},
    {"CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "/nowhere", "GITHUB_OUTPUT": "/nowhere"},
    {"GIT_DIR": "/nowhere", "GIT_CONFIG_GLOBAL": "/dev/zero"},
    {"_CLAIMAUDIT_COMPLETE": ""},
    {"_TYPER_COMPLETE_ARGS": "\x1b[2J", "COMP_WORDS": "x", "COMP_CWORD": "x"},
)


@pytest.mark.parametrize("environment", EARLY, ids=_named)
def test_no_variable_of_the_interpreter_changes_what_is_found(
    folder: Path, environment: dict[str, str]
) -> None:
    done = start(CONCISE, folder, environment)
    assert (done.returncode, done.stdout, done.stderr) == (1, FOUND, "")


@pytest.mark.parametrize("environment", LATE, ids=_named)
def test_no_variable_changes_what_is_found(
    attacker: Attacker, folder: Path, environment: dict[str, str]
) -> None:
    assert attacker.folder == folder
    done = attacker.run(*CONCISE, environment=environment)
    assert (done.returncode, done.stdout, done.stderr) == (1, FOUND, "")


def test_what_a_terminal_cannot_show_is_spelled_out(folder: Path) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    done = start(["show", "plan"], folder, ascii_only)
    assert done.returncode == 0
    assert done.stdout.splitlines()[1] == "Caf\\xe9 \\u8a08\\u753b \\U0001f600"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "\x1b[2J"])
def test_what_a_shell_asks_for_is_no_way_in(attacker: Attacker, folder: Path, shell: str) -> None:
    put(folder / "data" / "z.yaml", "claims: [\n")
    words = "claimaudit show $(touch owned) "
    asked = {"_CLAIMAUDIT_COMPLETE": f"complete_{shell}", "COMP_WORDS": words, "COMP_CWORD": "9"}
    done = attacker.run(environment={**asked, "_TYPER_COMPLETE_ARGS": words, "PATH": "/usr/bin:/bin"})
    assert done.returncode in {0, 1}
    assert sorted(path.name for path in folder.iterdir()) == ["data"]


# --- modules in the way -----------------------------------------------------------------------------------

SHADOWS = (
    *(
        "csv",
        "email",
        "gc",
        "hashlib",
        "io",
        "json",
        "os",
        "pathlib",
        "pydantic",
        "rapidfuzz",
        "rich",
        "shutil",
    ),
    *(
        "signal",
        "site",
        "sitecustomize",
        "subprocess",
        "tempfile",
        "textwrap",
        "tomllib",
        "typer",
        "typing",
        "xml",
    ),
    *("yaml", "zipfile", "encodings", "usercustomize"),
)
"""Not `importlib`: `python -m` itself takes that from the current directory, before anything of claimaudit runs."""


@pytest.fixture
def shadowed(folder: Path) -> Path:
    """Return the directory with modules in it that take down whoever imports them."""
    for name in SHADOWS:
        for home in (folder, folder / "data"):
            put(
                home / f"{name}.py", f"open('{folder}/owned', 'a').write('{name}\\n')\nraise SystemExit(77)\n"
            )
    return folder


def require_not_owned(folder: Path) -> None:
    assert not (folder / "owned").exists(), (folder / "owned").read_text(encoding="utf-8")


def test_the_command_imports_nothing_of_the_project(shadowed: Path) -> None:
    put(shadowed / "claimaudit.py", "raise SystemExit(77)\n")
    put(shadowed / "claimaudit" / "__init__.py", "raise SystemExit(77)\n")
    assert start(CONCISE, shadowed).stdout == FOUND
    assert start(["check", "-v", "-f", "junit:x", "-f", "json:y", "-f", "sarif:z"], shadowed).returncode == 0
    assert start(["report"], shadowed).returncode == 0
    require_not_owned(shadowed)


def test_nor_does_the_module(shadowed: Path) -> None:
    assert start(CONCISE, shadowed, command=MODULE).stdout == FOUND
    assert start(["show", "plan", "-f", "json"], shadowed / "data", command=MODULE).returncode == 0
    require_not_owned(shadowed)


def test_nor_does_it_take_itself_from_there_where_python_is_told_not_to(shadowed: Path) -> None:
    put(shadowed / "claimaudit.py", "raise SystemExit(77)\n")
    assert start(CONCISE, shadowed, command=[sys.executable, "-P", "-m", "claimaudit"]).stdout == FOUND
    assert start(CONCISE, shadowed, {"PYTHONSAFEPATH": "1"}, command=MODULE).stdout == FOUND


# --- places and limits ------------------------------------------------------------------------------------


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_directory_that_cannot_be_written_is_read(folder: Path) -> None:
    folder.chmod(0o555)
    try:
        assert start(CONCISE, folder).stdout == FOUND
        assert start(["check", "-o", "out"], folder).returncode == 2
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize(
    "limits",
    [
        {"RLIMIT_NOFILE": 24},
        {
            "RLIMIT_NOFILE": 12,
            "RLIMIT_STACK": 512 * 1024,
            "RLIMIT_NPROC": 0,
            "RLIMIT_FSIZE": 0,
            "RLIMIT_CORE": 0,
        },
    ],
    ids=["files", "all"],
)
def test_little_is_enough(folder: Path, limits: dict[str, int]) -> None:
    put(folder / "data" / "z.yaml", "claims: []\nx-deep: " + "[" * 30 + "]" * 30 + "\n")
    assert start(CONCISE, folder, limits=limits).stdout == FOUND


def test_a_directory_that_is_gone(folder: Path) -> None:
    gone = folder / "gone"
    gone.mkdir()
    line = f"cd '{gone}' && rmdir '{gone}' && exec '{SCRIPT}' check"
    done = start(["-c", line], folder, {"PATH": "/usr/bin:/bin"}, command=["/bin/bash"])
    assert done.returncode == 2
    assert done.stdout == ""


# --- signals ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM), (signal.SIGHUP, -signal.SIGHUP)],
)
@pytest.mark.parametrize("delay", [0.3, 0.7])
def test_signals_end_it_quietly(folder: Path, number: signal.Signals, code: int, delay: float) -> None:
    """Whoever waits for a process sees which signal ended it: only of an interrupt is the command told."""
    claims = "".join(f"- {{id: c{number}, text: t, evidence: [s]}}\n" for number in range(40_000))
    put(folder / "data" / "claims.yaml", f"claims:\n{claims}sources: [{{id: s}}]\n")
    process = subprocess.Popen(
        [SCRIPT, "check", "-o", "out"], cwd=folder, env=PYTHON, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(delay)
    process.send_signal(number)
    assert process.communicate(timeout=TIMEOUT) == (b"", b"")
    assert process.returncode == code
    assert sorted(path.name for path in folder.iterdir()) == ["data"]


# --- what was kept of look-ups ----------------------------------------------------------------------------


def kept_in(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x80\x04cos\nsystem\n(S'touch owned'\ntR.",
        b"[" * 100_000,
        b'{"key": NaN, "looks": [], "printed": []}',
        b'{"key": "", "looks": [["content", "/etc/passwd", ""]], "printed": [[true, "\\u001b[2J"]]}',
        os.mkfifo,
        link("/dev/zero"),
        link("/etc/passwd"),
        sparse(20 * 1024 * 1024 * 1024),
        lambda path: path.mkdir(),
    ],
    ids=[
        "nothing",
        "pickle",
        "nesting",
        "no-number",
        "forged",
        "pipe",
        "device",
        "link",
        "endless",
        "directory",
    ],
)
def test_whatever_stands_where_answers_are_kept(
    attacker: Attacker, folder: Path, tmp_path: Path, content: Content
) -> None:
    assert attacker.folder == folder
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    usual = attacker.run("show", "plan", environment=environment).stdout
    (kept,) = kept_in(tmp_path / "cache")
    kept.unlink()
    put(kept, content)
    assert attacker.run("show", "plan", environment=environment).stdout == usual


def test_a_file_that_has_become_endless_is_not_compared(
    attacker: Attacker, folder: Path, tmp_path: Path
) -> None:
    environment = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert attacker.run("show", "plan", environment=environment).returncode == 0
    os.truncate(folder / "data" / "claims.yaml", 20 * 1024 * 1024 * 1024)
    done = start(["show", "plan"], folder, environment)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        "data/claims.yaml:1:1: error CA001 unreadable-file: larger than 256 MiB" in done.stderr.splitlines()
    )
