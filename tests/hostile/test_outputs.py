"""Outputs: text of others in every field that a person or a program sees, in every command and format."""

import csv
import json
from html.parser import HTMLParser
from io import StringIO

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from tests.hostile.attacking import UNSEEN, Attacker, put
from tests.hostile.dossiers import quoted

# What somebody may hope that a terminal, a runner, a page, a spreadsheet or a program for graphs does with a text.
TEXTS = {
    "clear": "\x1b[2J\x1b[Hgone",
    "title": "\x1b]0;pwned\x07title",
    "link": "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "csi": "\x9b31mred",
    "return": "good\rbad",
    "backspace": "good\x08\x08\x08\x08evil",
    "override": "a\u202etxt.exe",
    "tags": "a\U000e0061\U000e0062b",
    "command": "a\n::error file=x,line=1::forged",
    "output": "a\n::set-output name=x::forged",
    "old-command": "##[error]forged",
    "azure": "##vso[task.setvariable variable=x]forged",
    "percent": "%0A::error::forged %25",
    "markup": "[bold]x[/bold] [/] :smile: [link=https://evil.example]y[/link]",
    "markdown": "# x\n![a](https://evil.example/p.png) [b](javascript:alert(1)) **c** | d | <img src=x onerror=alert(1)>",
    "mention": "@octocat #1 GH-1 https://evil.example www.evil.example",
    "html": "<script>alert(1)</script>&lt;b&gt; \"onload='x'",
    "xml": ']]></message><!-- x --><?php ?>&bogus; <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "dot": 'x" URL="javascript:alert(1)" label=<<b>y</b>> \\N \\G {a|b} -> c; }',
    "mermaid": 'x"] --> y; click a call alert(1)\nend\n%%{init: {}}%% #quot; `**z**`',
    "formula": "=cmd|' /C calc'!A0",
    "formula-wide": "\uff1d1+1",
    "plus": "+1+1",
    "at": "@SUM(1+1)",
    "json": '"}], "x": [{"\\u0000',
    "format": "{0} {x} %s %(x)s $HOME `id` $(id)",
    "blank": "\u3164\u2800\u00a0",
    "zero": "\x00",
}  # fmt: skip
NAMES = list(TEXTS)


def _text(number: int) -> str:
    return TEXTS[NAMES[number % len(NAMES)]]


def _claim(number: int) -> str:
    t = [quoted(_text(number + step) if _text(number + step).strip() else "x") for step in range(12)]
    return f"""\
  - id: c{number}
    text: {quoted(_text(number))}
    section: {t[1]}
    status: {["asserted", "reported", "confirmed", "inferred"][number % 4]}
    tags: [{t[2]}, secret annex]
    subject: {t[3]}
    locator: {t[4]}
    likelihood: {t[5]}
    note: {t[6]}
    evidence:
      - {{source: s{number}, quote: {{exact: {t[7]}, prefix: {t[8]}}}, locator: {t[9]}, note: {t[10]}}}
      - {{source: t{number}, stance: contradicts, subject: {t[3]}, locator: {t[11]}}}
    waivers: [{{rule: CA102, by: {t[1]}, reason: {t[2]}}}]
"""


def _sources(number: int) -> str:
    t = [quoted(f"n{number} {_text(number + step)}") for step in range(12)]
    return f"""\
  - id: s{number}
    outlet: {t[0]}
    title: {t[1]}
    authors: [{t[2]}]
    url: {t[3]}
    archive: {t[4]}
    reference: {t[5]}
    language: {t[6]}
    subject: {t[7]}
    note: {t[8]}
    via: [t{number}]
    informants: [{{descriptor: {t[9]}, reason: {t[10]}}}]
    x-own: {t[11]}
  - {{id: t{number}, outlet: {t[1]}, basis: original, informants: [i{number}], published: 2025}}
"""


def _others(numbers: range) -> str:
    outlets = "".join(
        f"  - {{id: o{number}, name: {quoted(f'm{number} {_text(number)}')}, owner: {quoted(f'w{number} {_text(number + 1)}')}, "
        f"aliases: [{quoted(f'a{number} {_text(number + 2)}')}], note: {quoted(_text(number + 3) + 'x')}}}\n"
        for number in numbers
    )
    informants = "".join(
        f"  - {{id: i{number}, descriptor: {quoted(f'd{number} {_text(number)}')}, reason: {quoted(_text(number + 1) + 'x')}}}\n"
        for number in numbers
    )
    return f"outlets:\n{outlets}informants:\n{informants}"


EVERYWHERE = "".join(
    [
        "claims:\n",
        *(_claim(number) for number in range(len(NAMES)) if TEXTS[NAMES[number]].strip()),
        "sources:\n",
        *(_sources(number) for number in range(len(NAMES))),
        _others(range(len(NAMES))),
    ]
)

COMMANDS = (
    *(f"check -v --show note -f {each}" for each in ("full", "concise", "grouped", "json", "json-lines", "github", "gitlab", "junit", "sarif", "markdown")),
    "check --color always",
    "report",
    "report --color always --sort worst",
    "report -f json",
    *(f"list {each}" for each in ("claims", "sources", "outlets")),
    *(f"list {each} -f json" for each in ("claims", "sources", "outlets")),
    *(f"rank {each}" for each in ("outlets", "sources", "informants", "owners")),
    *(f"rank {each} -f csv" for each in ("outlets", "sources", "informants", "owners")),
    "rank outlets -f json",
    *(f"graph -f {each}" for each in ("tree", "mermaid", "dot", "graphml", "json")),
    "graph c0 -f mermaid --depth 2",
    "search x forged",
    "search forged -f json",
    "drop source/s0 outlet/o1",
    "drop source/s0 -f json",
    "show c0 c1 s0 t0 outlet/o0 i0",
    "show c0 s0 i0 -f json",
    "config",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_everything_everywhere(command: str, attacker: Attacker) -> None:
    put(attacker.folder / "data" / "claims.yaml", EVERYWHERE)
    done = attacker.run(*command.split())
    assert done.returncode in {0, 1}
    assert done.stdout


@pytest.mark.parametrize("name", [name for name in NAMES if TEXTS[name].strip()])
def test_a_text_is_shown_as_it_is(name: str, attacker: Attacker) -> None:
    put(attacker.folder / "data" / "claims.yaml", EVERYWHERE)
    shown = UNSEEN.sub(
        lambda found: f"\\u{{{ord(found[0]):x}}}", " ".join(TEXTS[name].replace("\r", "\n").split("\n"))
    )
    shown = shown.replace("##[", "#\\u{23}[").replace("##vso[", "#\\u{23}vso[").replace("\n::", "\n\\u{3a}:")
    done = attacker.run("show", f"c{NAMES.index(name)}")
    assert done.stdout.splitlines()[1] == shown.rstrip()


# --- what programs read -----------------------------------------------------------------------------------


def test_json_gives_the_texts_back(attacker: Attacker) -> None:
    put(attacker.folder / "data" / "claims.yaml", EVERYWHERE)
    claims = json.loads(attacker.run("list", "claims", "-f", "json").stdout)["claims"]
    assert [claim["text"] for claim in claims] == [text for text in TEXTS.values() if text.strip()]


@pytest.mark.parametrize("what", ["outlets", "sources", "informants", "owners"])
def test_no_cell_of_a_spreadsheet_is_a_formula(attacker: Attacker, what: str) -> None:
    formulas = "".join(
        f"  - {{id: x{number}, reference: p, outlet: {quoted(text + 'x')}, via: [s0]}}\n"
        for number, text in enumerate(
            ["=", "+", "-", "@", "\t=", "\r=", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
        )
    )
    put(
        attacker.folder / "data" / "claims.yaml", EVERYWHERE.replace("sources:\n", f"sources:\n{formulas}", 1)
    )
    done = attacker.run("rank", what, "-f", "csv")
    rows = list(csv.reader(StringIO(done.stdout)))
    assert len(rows) > 20
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [
        cell
        for row in rows
        for cell in row
        if cell.lstrip()[:1] and cell.lstrip()[0] in "=+-@\uff1d\uff0b\uff0d\uff20"
    ] == []


class _Tags(HTMLParser):
    """Collects the elements of a page, with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {(tag, name) for name, _ in attrs or [("", "")]}


def test_nothing_in_markdown_is_markup(attacker: Attacker) -> None:
    put(attacker.folder / "data" / "claims.yaml", EVERYWHERE)
    summary = attacker.run("check", "-v", "--show", "note", "-f", "markdown").stdout
    tags = _Tags()
    tags.feed(cmarkgfm.github_flavored_markdown_to_html(summary, options=Options.CMARK_OPT_UNSAFE))
    ours = {"h3", "p", "table", "thead", "tbody", "tr", "th", "td", "em", "br"}
    assert tags.found <= {(tag, "") for tag in ours}


def test_no_link_and_no_program_is_drawn(attacker: Attacker) -> None:
    put(attacker.folder / "data" / "claims.yaml", EVERYWHERE)
    dot = attacker.run("graph", "-f", "dot").stdout
    mermaid = attacker.run("graph", "c14", "-f", "mermaid").stdout
    assert 'URL="' not in dot.replace('\\"', "")
    first = [line.split()[0] for line in mermaid.splitlines() if line.strip()]
    assert "click" not in first
    assert first.count("%%{init:") == 1
    assert first.count("end") == first.count("subgraph")


def test_annotations_are_ten_of_a_kind_and_ours(attacker: Attacker) -> None:
    put(attacker.folder / "data" / "claims.yaml", EVERYWHERE)
    lines = attacker.run("check", "-f", "github").stdout.splitlines()
    commands = [line.partition(" ")[0] for line in lines if line.lstrip().startswith("::")]
    assert set(commands) <= {"::error", "::warning"}
    assert all(commands.count(kind) <= 10 for kind in commands)
