"""`claimaudit graph` as a user runs it: what it writes, where, and its exit codes."""

import json
from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest
from tests.conftest import Run

FILE = """\
claims:
  - {id: parts, text: The plan has four parts., status: reported, evidence: [mint-1, axios-1]}
sources:
  - {id: axios-1, outlet: Axios, url: "https://axios.example/1", published: 2025-11-18, basis: original}
  - {id: mint-1, outlet: Mint, url: "https://mint.example/1", published: 2025-11-18, via: [axios-1]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a sound data/claims.yaml."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text(FILE, encoding="utf-8")
    return tmp_path


def test_a_claim_as_a_tree(claimaudit: Run) -> None:
    done = claimaudit("graph", "four-buckets")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "What four-buckets rests on"
    assert "├─ MENAFN <- Live Mint <- Axios" in lines
    assert lines[-1] == (
        "- Axios: axios-2025-11-18-secretly-drafting; origin; nobody read it; four-buckets falls with it"
    )


def test_rows_are_those_of_the_card(claimaudit: Run) -> None:
    card, graph = claimaudit("show", "us-russia-framework"), claimaudit("graph", "us-russia-framework")
    rows = [line for line in card.stdout.splitlines() if line.startswith(("├", "│", "└"))]
    assert rows == [line for line in graph.stdout.splitlines() if line.startswith(("├", "│", "└"))]


def test_the_whole_dossier_in_every_format(claimaudit: Run) -> None:
    tree = claimaudit("graph")
    assert tree.stdout.startswith("What 116 claims rest on\n")
    mermaid = claimaudit("graph", "-f", "mermaid")
    assert (mermaid.returncode, mermaid.stderr) == (0, ""), "the real dossier is within the limits of Mermaid"
    assert "\nflowchart LR\n" in mermaid.stdout
    found = json.loads(claimaudit("graph", "-f", "json").stdout)
    keys = {node["key"] for node in found["nodes"]}
    assert len(keys) == len(found["nodes"])
    assert all({edge["from"], edge["to"]} <= keys for edge in found["edges"])
    graphml = claimaudit("graph", "--output-format", "graphml").stdout
    read = nx.read_graphml(BytesIO(graphml.encode("utf-8")))
    assert (read.number_of_nodes(), read.number_of_edges()) == (len(found["nodes"]), len(found["edges"]))
    dot = claimaudit("graph", "-f", "dot").stdout
    assert dot.count(" -> ") == len(found["edges"])


def test_the_sentences_are_those_of_the_report(claimaudit: Run) -> None:
    report = json.loads(claimaudit("report", "-f", "json").stdout)
    graph = json.loads(claimaudit("graph", "-f", "json").stdout)
    assert [(claim["id"], claim["merges"]) for claim in graph["claims"]] == [
        (claim["id"], claim["merges"]) for claim in report["claims"]
    ]


def test_around_an_outlet(claimaudit: Run, folder: Path) -> None:
    done = claimaudit("graph", "axios", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("What rests on Axios (outlet axios), and what it rests on itself\n")
    assert "├─ Mint <- Axios\n└─ Axios (an origin)\n" in done.stdout


def test_depth(claimaudit: Run, folder: Path) -> None:
    (folder / "data" / "claims.yaml").write_text(
        FILE.replace("[mint-1, axios-1]", "[mint-1]"), encoding="utf-8"
    )
    done = claimaudit("graph", "parts", "--depth", "1", cwd=folder)
    assert done.returncode == 0
    assert "└─ Mint (1 link deeper)\n" in done.stdout
    assert done.stdout.endswith("\n1 link deeper than 1 is left out.\n")
    assert claimaudit("graph", "--depth", "0", cwd=folder).returncode == 2


def test_an_unknown_id_is_offered_the_nearest(claimaudit: Run) -> None:
    done = claimaudit("graph", "four-bukets", "-f", "mermaid")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: nothing has the id `four-bukets`\nhelp: did you mean `four-buckets`?\n"


def test_a_word_that_names_two_things_has_to_be_told_apart(claimaudit: Run, folder: Path) -> None:
    more = "outlets:\n  - {id: parts, name: Parts Weekly}\n"
    (folder / "data" / "claims.yaml").write_text(FILE + more, encoding="utf-8")
    done = claimaudit("graph", "parts", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: `parts` names 2 things\nhelp: say `claim/parts` or `outlet/parts`\n"
    assert claimaudit("graph", "claim/parts", cwd=folder).returncode == 0
    assert "No claim leads to it." in claimaudit("graph", "outlet/parts", cwd=folder).stdout


@pytest.mark.parametrize("output_format", ["tree", "mermaid", "dot", "graphml", "json"])
def test_what_cannot_be_read_is_exit_2_and_the_sound_rest_is_drawn(
    claimaudit: Run, folder: Path, output_format: str
) -> None:
    text = FILE.replace("[mint-1, axios-1]", "[mint-1, axois-1]")
    (folder / "data" / "claims.yaml").write_text(text, encoding="utf-8")
    done = claimaudit("graph", "parts", "-f", output_format, cwd=folder)
    assert done.returncode == 2
    assert "mint-1" in done.stdout or "Mint" in done.stdout
    assert "not checked whole" in done.stdout
    assert "did you mean `axios-1`?" in done.stderr


def test_a_file_that_is_no_yaml_does_not_hide_the_others(claimaudit: Run, folder: Path) -> None:
    (folder / "data" / "broken.yaml").write_text("claims: [", encoding="utf-8")
    done = claimaudit("graph", "parts", cwd=folder)
    assert done.returncode == 2
    assert "Mint <- Axios" in done.stdout
    assert "data/broken.yaml:1" in done.stderr


def test_links_beyond_the_limits_of_mermaid_are_said_on_standard_error(
    claimaudit: Run, tmp_path: Path
) -> None:
    names = [f"s{number}" for number in range(600)]
    sources = "".join(f"  - {{id: {name}, outlet: O {name}, via: [s0]}}\n" for name in names[1:])
    (tmp_path / "claims.yaml").write_text(
        f"claims:\n  - {{id: c, text: It is so., evidence: [{', '.join(names)}]}}\n"
        f"sources:\n  - {{id: s0, outlet: O s0, basis: original}}\n{sources}",
        encoding="utf-8",
    )
    done = claimaudit("graph", "c", "-f", "mermaid", "--data", str(tmp_path), "-o", str(tmp_path / "c.mmd"))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "700 more links and 101 nodes are not drawn: Mermaid draws at most 500 links and 50,000 characters; "
        "use --depth, one claim, or -f dot\n"
    )
    written = (tmp_path / "c.mmd").read_text(encoding="utf-8")
    assert "And 700 more links and 101 nodes are not drawn" in written
    assert len(written) <= 50_000


def test_help_ends_with_two_examples(claimaudit: Run) -> None:
    lines = claimaudit("graph", "--help").stdout.rstrip().splitlines()
    assert [line.strip() for line in lines[-2:]] == [
        "claimaudit graph four-buckets",
        "claimaudit graph outlet/axios -f dot -o axios.dot",
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["graph", "-f", "mermayd"], "did you mean `mermaid`?"),
        (["graph", "--depth", "x"], "not a whole number"),
    ],
)
def test_wrong_usage_exits_2_and_says_how_to_mend_it(
    claimaudit: Run, arguments: list[str], says: str
) -> None:
    done = claimaudit(*arguments)
    assert done.returncode == 2
    assert says in done.stderr + done.stdout
