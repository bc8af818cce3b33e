"""`claimaudit init`: what it writes works at once, and it never takes away what is there."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from tests.conftest import ROOT, Run
from tests.unit.schemas.reading import as_an_editor, complaints

from claimaudit import audit, load
from claimaudit.loading.settings import read_settings

STARTER = [
    "claimaudit.toml",
    "data/claims.yaml",
    "data/sources.yaml",
    "schemas/claims.schema.json",
    "schemas/config.schema.json",
    "schemas/sources.schema.json",
]
CI = {
    "github": ".github/workflows/claimaudit.yml",
    "gitlab": ".gitlab-ci.yml",
    "pre-commit": ".pre-commit-config.yaml",
}


VERSION = version("claimaudit")


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())


def test_it_writes_into_the_current_directory_and_says_what_to_run(claimaudit: Run, tmp_path: Path) -> None:
    done = claimaudit("init", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert files_in(tmp_path) == STARTER
    commands = [
        shlex.split(line)[1:] for line in done.stdout.splitlines() if line.startswith("  claimaudit ")
    ]
    assert [command[0] for command in commands] == ["report", "show", "rule"]
    for command in commands:
        told = claimaudit(*command, cwd=tmp_path)
        assert (told.returncode, told.stderr) == (0, "")
    assert done.stdout.startswith("wrote data/claims.yaml\nwrote data/sources.yaml\nwrote claimaudit.toml\n")


def test_it_makes_the_directory_and_its_commands_name_it(claimaudit: Run, tmp_path: Path) -> None:
    done = claimaudit("init", "desk/my story", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert files_in(tmp_path / "desk" / "my story") == STARTER
    assert "  claimaudit report 'desk/my story'\n" in done.stdout
    assert "  claimaudit show bridge-closes-in-may --data 'desk/my story'\n" in done.stdout
    assert claimaudit("report", "desk/my story", cwd=tmp_path).returncode == 0


def test_quiet(claimaudit: Run, tmp_path: Path) -> None:
    done = claimaudit("init", "-q", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert files_in(tmp_path) == STARTER


@pytest.fixture
def started(claimaudit: Run, tmp_path: Path) -> Path:
    assert (
        claimaudit(
            "init", "-q", "--ci", "github", "--ci", "gitlab", "--ci", "pre-commit", cwd=tmp_path
        ).returncode
        == 0
    )
    return tmp_path


def test_the_starter_shows_one_finding(started: Path) -> None:
    report = audit(load(started))
    loud = [finding for finding in report.findings if finding.severity != "note"]
    assert [(finding.code, finding.claim) for finding in loud] == [("CA104", "bridge-closes-in-may")]
    assert {claim.id: claim.verdict for claim in report.claims} == {
        "bridge-closes-in-may": "single origin",
        "cracks-in-two-pillars": "corroborated",
        "traffic-will-be-diverted": "inferred",
    }


@pytest.mark.parametrize("name", ["claims", "sources"])
def test_the_starter_names_a_schema_that_lies_there_and_takes_it(started: Path, name: str) -> None:
    path = started / "data" / f"{name}.yaml"
    found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
    assert found is not None
    schema = path.parent / found[1]
    assert schema.read_bytes() == (ROOT / "schemas" / f"{name}.schema.json").read_bytes()
    assert complaints(name, as_an_editor(path.read_text("utf-8"))) == []


def test_the_configuration_is_toml_with_and_without_its_hash_signs(started: Path) -> None:
    text = (started / "claimaudit.toml").read_text("utf-8")
    first = text.splitlines()[0]
    assert first == "#:schema schemas/config.schema.json"
    assert (started / "schemas" / "config.schema.json").exists()
    assert tomllib.loads(text) == {"fail-on": "error", "minimum-origins": 2}
    path = started / "whole.toml"
    path.write_text(re.sub(r"^# (?=[a-z-]+ = )", "", text, flags=re.MULTILINE), encoding="utf-8")
    keys = {setting.key for setting in read_settings(path).listed() if setting.origin != "default"}
    assert keys == {"fail-on", "minimum-origins", "select", "ignore", "flagged-tags"}


@pytest.mark.parametrize("runner", CI)
def test_ci_adds_one_file(claimaudit: Run, tmp_path: Path, runner: str) -> None:
    assert claimaudit("init", "--ci", runner, cwd=tmp_path).returncode == 0
    assert files_in(tmp_path) == sorted([*STARTER, CI[runner]])


def test_ci_files_are_yaml_and_run_the_check(claimaudit: Run, started: Path) -> None:
    read = {runner: yaml.safe_load((started / path).read_text("utf-8")) for runner, path in CI.items()}
    github = [step["run"] for step in read["github"]["jobs"]["check"]["steps"] if "run" in step]
    hook = read["pre-commit"]["repos"][0]["hooks"][0]
    commands = [*github, *read["gitlab"]["claimaudit"]["script"], hook["entry"]]
    checks = [command for command in commands if command.startswith("claimaudit ")]
    assert len(checks) == len(CI)
    assert set(commands) - set(checks) == {f"pip install claimaudit=={VERSION}"}
    assert hook["additional_dependencies"] == [f"claimaudit=={VERSION}"]
    for command in checks:
        done = claimaudit(*shlex.split(command)[1:], cwd=started)
        assert (done.returncode, done.stderr) == (0, "")
    assert hook["pass_filenames"] is False
    for name, matches in (
        ("data/claims.yaml", True),
        ("data/more.yml", True),
        ("claimaudit.toml", True),
        ("pyproject.toml", True),
        ("other/data/claims.yaml", False),
        ("data/deep/claims.yaml", False),
        ("README.md", False),
    ):
        assert bool(re.search(hook["files"], name)) == matches


# --- for runners --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("runner", "schema"),
    [("github", "vendor.github-workflows"), ("gitlab", "vendor.gitlab-ci")],
)
def test_ci_files_have_the_form_that_the_runner_reads(started: Path, runner: str, schema: str) -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(started / CI[runner])]
    done = subprocess.run(check, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_pre_commit_reads_its_file(started: Path) -> None:
    check = [sys.executable, "-m", "pre_commit", "validate-config", str(started / CI["pre-commit"])]
    done = subprocess.run(check, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_zizmor_finds_nothing_in_the_workflow(started: Path) -> None:
    """But for tags in place of commits, as in docs/ci.md."""
    config = started / "zizmor.yml"
    config.write_text('rules: {unpinned-uses: {config: {policies: {"*": ref-pin}}}}\n', encoding="utf-8")
    zizmor = Path(sys.executable).with_name("zizmor")
    command: list[str | Path] = [zizmor, "--offline", "--persona", "pedantic", "--config", config, started]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "completed" in done.stderr


def test_actions_and_images_are_those_of_the_documents(started: Path) -> None:
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    for runner in ("github", "gitlab"):
        named = re.findall(
            r"^ +(?:- uses|image): (\S+)$", (started / CI[runner]).read_text("utf-8"), re.MULTILINE
        )
        assert named
        for name in named:
            assert re.search(rf"^ +(- uses|image): {re.escape(name)}$", page, re.MULTILINE), name


def _checks(root: Path) -> dict[str, str]:
    """Return by runner the command that checks the claims."""
    read = {runner: yaml.safe_load((root / path).read_text("utf-8")) for runner, path in CI.items()}
    return {
        "github": read["github"]["jobs"]["check"]["steps"][-1]["run"],
        "gitlab": read["gitlab"]["claimaudit"]["script"][-1],
        "pre-commit": read["pre-commit"]["repos"][0]["hooks"][0]["entry"],
    }


AWKWARD = [
    "bridge-story",
    "it's a [story]: # no",
    "-x",
    "$(touch pwned)",
    'desk/"Brücke" & more',
    "{a} *b",
    "@CHECK@",
]


@pytest.mark.parametrize("name", AWKWARD)
def test_files_for_runners_go_to_the_root_of_the_repository(
    claimaudit: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / ".git").mkdir()
    runners = [word for runner in CI for word in ("--ci", runner)]
    done = claimaudit("init", *runners, "--", name, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert files_in(tmp_path) == sorted([*CI.values(), *(f"{name}/{path}" for path in STARTER)])
    assert f"wrote {CI['github']}\n" in done.stdout
    for command in _checks(tmp_path).values():
        output = subprocess.run(
            ["sh", "-c", f'claimaudit() {{ printf "%s\\n" "$@"; }}; {command}'],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        assert output.splitlines()[:2] == ["check", f"./{name}" if name.startswith("-") else name]
        assert claimaudit(*output.splitlines(), cwd=tmp_path).returncode == 0
    hook = yaml.safe_load((tmp_path / CI["pre-commit"]).read_text("utf-8"))["repos"][0]["hooks"][0]
    assert re.search(hook["files"], f"{name}/data/claims.yaml")
    assert re.search(hook["files"], f"{name}/claimaudit.toml")
    assert not re.search(hook["files"], "data/claims.yaml")


@pytest.mark.parametrize("mark", ["directory", "file"])
def test_the_root_is_looked_for_upwards_from_the_directory(
    claimaudit: Run, tmp_path: Path, mark: str
) -> None:
    # In a worktree and a submodule `.git` is a file.
    root = tmp_path / "repository"
    (root / "desk" / "story").mkdir(parents=True)
    (root / ".git").mkdir() if mark == "directory" else (root / ".git").write_text("gitdir: x", "utf-8")
    done = claimaudit("init", "story", "--ci", "gitlab", cwd=root / "desk")
    assert (done.returncode, done.stderr) == (0, "")
    assert "wrote ../.gitlab-ci.yml\n" in done.stdout
    assert "claimaudit check desk/story -f gitlab:" in (root / ".gitlab-ci.yml").read_text("utf-8")
    again = claimaudit("init", "--ci", "gitlab", cwd=root / "desk" / "story")
    assert again.stderr == (
        "error: `../../.gitlab-ci.yml` is there already: nothing is written; `--force` replaces it\n"
    )
    done = claimaudit("init", "--ci", "gitlab", "--force", str(root / "desk"), cwd=tmp_path)
    assert f"wrote {root.resolve()}/.gitlab-ci.yml\n" in done.stdout
    assert "claimaudit check desk -f gitlab:" in (root / ".gitlab-ci.yml").read_text("utf-8")


def test_the_way_from_the_root_is_the_real_one(claimaudit: Run, tmp_path: Path) -> None:
    (tmp_path / "repository" / "real").mkdir(parents=True)
    (tmp_path / "repository" / ".git").mkdir()
    (tmp_path / "link").symlink_to("repository/real")
    done = claimaudit("init", "link", "--ci", "gitlab", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "wrote repository/.gitlab-ci.yml\n" in done.stdout
    text = (tmp_path / "repository" / ".gitlab-ci.yml").read_text("utf-8")
    assert "    - claimaudit check real -f gitlab:" in text


def test_a_link_at_the_root_is_not_followed(claimaudit: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    (root / ".github").symlink_to(tmp_path / "elsewhere")
    done = claimaudit("init", "story", "--ci", "github", "--force", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "`.github/workflows` is a link that leads out of `.`: nothing is written" in done.stderr
    assert files_in(tmp_path / "elsewhere") == []
    assert not (root / "story").exists()


@pytest.mark.parametrize("name", ["a${{ github.token }}", "two\nlines", "a\u202eb"])
def test_a_name_that_a_runner_would_take_for_something_else_is_refused(
    claimaudit: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / ".git").mkdir()
    done = claimaudit("init", name, "--ci", "github", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: a file for a runner cannot name `")
    assert "\nhelp: give the directory a name without `${{` and " in done.stderr
    assert files_in(tmp_path) == []


# --- what is there stays ------------------------------------------------------------------------------------


def test_what_is_there_is_not_replaced_and_nothing_is_written(claimaudit: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text("mine", encoding="utf-8")
    (tmp_path / "claimaudit.toml").write_text("mine too", encoding="utf-8")
    done = claimaudit("init", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: `data/claims.yaml` and `claimaudit.toml` are there already: nothing is written; "
        "`--force` replaces them\n"
    )
    assert files_in(tmp_path) == ["claimaudit.toml", "data/claims.yaml"]
    assert (tmp_path / "data" / "claims.yaml").read_text("utf-8") == "mine"


def test_no_name_of_a_directory_forms_a_command(claimaudit: Run, tmp_path: Path) -> None:
    done = claimaudit("init", "x\n::error::y##[z]", cwd=tmp_path)
    assert done.returncode == 0
    assert not [line for line in done.stdout.splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in done.stdout


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_beside_claims_the_file_for_a_runner_is_written_alone(
    claimaudit: Run, tmp_path: Path, force: list[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text("mine", encoding="utf-8")
    done = claimaudit("init", "--ci", "gitlab", *force, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "wrote .gitlab-ci.yml\n\n"
        f"The runner installs claimaudit=={VERSION} from the package index;\ndocs/ci.md shows other ways.\n"
    )
    assert files_in(tmp_path) == [".gitlab-ci.yml", "data/claims.yaml"]
    assert (tmp_path / "data" / "claims.yaml").read_text("utf-8") == "mine"
    again = claimaudit("init", "--ci", "gitlab", cwd=tmp_path)
    assert again.stderr == (
        "error: `.gitlab-ci.yml` is there already: nothing is written; `--force` replaces it\n"
    )


def test_force_replaces_these_and_leaves_the_rest(claimaudit: Run, started: Path) -> None:
    claims = started / "data" / "claims.yaml"
    before = claims.read_bytes()
    claims.write_text("mine", encoding="utf-8")
    (started / "data" / "more.yaml").write_text("claims: []", encoding="utf-8")
    (started / ".gitlab-ci.yml").write_text("mine", encoding="utf-8")
    assert claimaudit("init", "-q", "--force", cwd=started).returncode == 0
    assert claims.read_bytes() == before
    assert (started / "data" / "more.yaml").read_text("utf-8") == "claims: []"
    assert (started / ".gitlab-ci.yml").read_text("utf-8") == "mine"
    assert files_in(started) == sorted([*STARTER, *CI.values(), "data/more.yaml"])


def test_a_misspelt_runner_is_told_the_right_one(claimaudit: Run, tmp_path: Path) -> None:
    done = claimaudit("init", "--ci", "gitlub", cwd=tmp_path)
    assert done.returncode == 2
    assert "`gitlub` is none of github, gitlab or pre-commit\nhelp: did you mean `git" in done.stderr
    assert files_in(tmp_path) == []


# --- files of others ----------------------------------------------------------------------------------------


MENU = "main:\n  - {name: Home, url: /}\n"


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_files_of_others_that_would_be_read_are_named(
    claimaudit: Run, tmp_path: Path, force: list[str]
) -> None:
    (tmp_path / "site" / "data").mkdir(parents=True)
    (tmp_path / "site" / "data" / "menu.yml").write_text(MENU, encoding="utf-8")
    done = claimaudit("init", "site", *force, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: `site/data/menu.yml` is no file of claims or sources, and claimaudit reads every YAML file in "
        "`data`: nothing is written\nhelp: name another directory: `claimaudit init site/claims`\n"
    )
    assert files_in(tmp_path) == ["site/data/menu.yml"]
    assert claimaudit("init", "-q", "site/claims", *force, cwd=tmp_path).returncode == 0
    assert claimaudit("check", "site/claims", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    "content",
    [MENU, "", "- a\n", "a: [", 'version: "3"\nservices: {}\n', "claim: []\n", "caf\xe9".encode("latin-1")],
)
def test_what_makes_the_check_fail_is_refused(claimaudit: Run, tmp_path: Path, content: str | bytes) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "other.yaml").write_bytes(
        content if isinstance(content, bytes) else content.encode()
    )
    done = claimaudit("init", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("error: `data/other.yaml` is no file of claims or sources, and ")
    assert files_in(tmp_path) == ["data/other.yaml"]


def test_of_many_files_of_others_five_are_named(claimaudit: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for number in range(1, 8):
        (tmp_path / "data" / f"{number}.yaml").write_text(MENU, encoding="utf-8")
    done = claimaudit("init", cwd=tmp_path)
    named = ", ".join(f"`data/{number}.yaml`" for number in range(1, 6))
    assert done.stderr.startswith(f"error: {named} and 2 more are no files of claims or sources, and ")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("outlets.yaml", "outlets:\n  - {id: axios, name: Axios}\n"),
        ("more.yml", "x-desk: politics\nversion: 1\nclaims: []\n"),
        ("menu.json", "{}"),
        (".menu.yaml", MENU),
        ("deeper/menu.yaml", MENU),
    ],
)
def test_files_of_the_dossier_and_those_not_read_are_no_matter(
    claimaudit: Run, tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / "data" / name
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    assert claimaudit("init", "-q", cwd=tmp_path).returncode == 0
    assert claimaudit("check", cwd=tmp_path).returncode == 0
    assert files_in(tmp_path) == sorted([*STARTER, f"data/{name}"])


def test_a_broken_file_of_the_dossier_is_none_of_others(claimaudit: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "more.yaml").write_text("sources:\n  - {id: [", encoding="utf-8")
    assert claimaudit("init", "-q", cwd=tmp_path).returncode == 0


def test_a_file_for_a_runner_is_written_beside_files_of_others(claimaudit: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for name in ("claims.yaml", "menu.yml"):
        (tmp_path / "data" / name).write_text(MENU, encoding="utf-8")
    assert claimaudit("init", "-q", "--ci", "gitlab", cwd=tmp_path).returncode == 0


# --- links and other things ---------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["", "story"])
def test_in_a_directory_that_is_gone_nothing_is_written(shell: Run, where: str) -> None:
    done = shell(f'gone=$(mktemp -d) && cd "$gone" && rmdir "$gone" && claimaudit init {where}')
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: the current directory cannot be told: no such file or directory\nhelp: go to another one\n"
    )


@pytest.mark.parametrize("force", [[], ["--force"]])
@pytest.mark.parametrize("target", ["there", "nowhere"])
def test_a_link_is_neither_followed_nor_replaced(
    claimaudit: Run, tmp_path: Path, force: list[str], target: str
) -> None:
    (tmp_path / "there").write_text("mine", encoding="utf-8")
    home = tmp_path / "story"
    (home / "data").mkdir(parents=True)
    (home / "data" / "sources.yaml").symlink_to(tmp_path / target)
    done = claimaudit("init", "story", *force, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("error: `story/data/sources.yaml` is a link: nothing is written\nhelp: ")
    assert (tmp_path / "there").read_text("utf-8") == "mine"
    assert files_in(home) == ["data/sources.yaml"]


def test_a_directory_that_leads_elsewhere_is_not_followed(claimaudit: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "data").symlink_to(tmp_path / "elsewhere")
    done = claimaudit("init", "story", "--force", cwd=tmp_path)
    assert done.returncode == 2
    assert "`story/data` is a link that leads out of `story`: nothing is written" in done.stderr
    assert files_in(tmp_path / "elsewhere") == []


def test_the_directory_itself_may_be_a_link(claimaudit: Run, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "story").symlink_to("real")
    assert claimaudit("init", "story", cwd=tmp_path).returncode == 0
    assert files_in(tmp_path / "real") == STARTER


@pytest.mark.parametrize("where", ["story", "story/data", "story/data/claims.yaml", "story/schemas"])
def test_something_else_in_the_way_is_named(claimaudit: Run, tmp_path: Path, where: str) -> None:
    way = tmp_path / where
    way.parent.mkdir(parents=True, exist_ok=True)
    if where.endswith(".yaml"):
        os.mkfifo(way)
    else:
        way.write_text("mine", encoding="utf-8")
    done = claimaudit("init", "story", "--force", cwd=tmp_path)
    assert done.returncode == 2
    assert f"`{where}` is no" in done.stderr
    assert done.stdout == ""
    assert files_in(tmp_path) == [where]


def test_what_cannot_be_written_leaves_nothing_behind(claimaudit: Run, tmp_path: Path) -> None:
    # A name that is too long fails as the superuser as well.
    done = claimaudit("init", "story/" + "x" * 300, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("error: cannot make `story/xxx")
    assert "Traceback" not in done.stderr
    assert files_in(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_what_is_cut_off_in_the_middle_leaves_nothing_behind(shell: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    # The schemas are larger than 16 KiB, what is written before them is not.
    done = shell("ulimit -f 16; claimaudit init .", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: cannot write `schemas/claims.schema.json`: ")
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")] == ["data"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_what_is_cut_off_in_the_middle_replaces_nothing(shell: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text("mine", encoding="utf-8")
    done = shell("ulimit -f 16; claimaudit init . --force", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert files_in(tmp_path) == ["data/claims.yaml"]
    assert (tmp_path / "data" / "claims.yaml").read_text("utf-8") == "mine"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_directory_that_may_not_be_written_to(claimaudit: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    done = claimaudit("init", cwd=tmp_path)
    tmp_path.chmod(0o755)
    assert done.returncode == 2
    assert "permission denied" in done.stderr


def test_no_files_found_hints_at_it(claimaudit: Run, tmp_path: Path) -> None:
    done = claimaudit("report", cwd=tmp_path)
    assert done.returncode == 2
    assert "`claimaudit init`" in done.stderr
