"""Showing an audit in every format: whatever its words are, they stay words."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

from claimaudit.auditing import Audit, graphing
from claimaudit.auditing.known import live
from claimaudit.config import Config, FlaggedTag
from claimaudit.finding import Severity
from claimaudit.render import (
    baseline,
    card_json,
    card_text,
    drop_report,
    graph_dot,
    graph_graphml,
    graph_json,
    graph_mermaid,
    graph_tree,
    listing,
    ranking,
    report_table,
)
from claimaudit.render.checkout import Checkout
from claimaudit.render.findings_text import Style
from claimaudit.render.formats import FORMATS, Result
from claimaudit.report import Report
from claimaudit.text import uncommanded, visible
from fuzz.inputs import loaded

TODAY = date(2026, 11, 24)
_WORDS = 8
_WORD = re.compile("Word([0-7])")
_DOSSIER = b"""\
claims:
  - id: one
    text: Sources say that Word0 is likely.
    section: Word1
    tags: [Word2, speculative]
    locator: Word3
    evidence: [axios-1, {source: mint-1, quote: Word4}]
    waivers: [{rule: CA104, by: Word5, reason: Word6}]
  - {id: two, text: Word0, tags: [Word2], rests_on: [one]}
sources:
  - {id: axios-1, outlet: Word4, title: Word3, url: "https://a.example/Word1", informants: [{descriptor: Word5}]}
  - {id: mint-1, outlet: Word7, title: Word6, reference: Word1, via: [axios-1]}
owners: [{id: one, Word2: Word3}]
"""


Render = Callable[[Any], str]


def _of_check(name: str) -> tuple[str, Render]:
    style = Style(60 if name in {"full", "grouped"} else None)
    root = Checkout("/root", "/root/a")

    def render(report: Report) -> str:
        result = Result(
            report, lambda: report, report.findings, report.findings, Severity.WARNING, root, "0.1.0"
        )
        return FORMATS[name](result, style)

    return "report", render


FORMATS_OF: Mapping[str, tuple[str, Render]] = {
    **{name: _of_check(name) for name in FORMATS},
    "report": ("report", lambda report: report_table.render(report, report.claims, width=100)),
    "cards": ("cards", lambda cards: card_text.render(cards, width=80)),
    "cards as json": ("cards", card_json.render),
    "graph as dot": ("graph", graph_dot.render),
    "graph as graphml": ("graph", graph_graphml.render),
    "graph as json": ("graph", graph_json.render),
    "graph as mermaid": ("graph", lambda graph: graph_mermaid.render(graph).text),
    "graph as tree": ("graph", lambda graph: graph_tree.render(graph, width=40)),
    "drop": ("dropped", lambda found: drop_report.render_table(found, width=None, color=False)),
    "sources": ("sources", lambda sources: listing.sources_table(sources, width=None, color=False)),
    "outlets as json": ("outlets", listing.outlets_json),
    "ranking": ("ranked", lambda rows: ranking.render_table("sources", rows, width=None, color=False)),
    "ranking as csv": ("ranked", ranking.render_csv),
    "baseline": ("known", baseline.render),
}
"""By name the part of an audit that a format shows, and what renders it."""
_NAMES = tuple(FORMATS_OF)
_ANNOTATION = re.compile(r"::(?:error|warning|notice) title=CA\d+ [a-z-]+,file=[\w./-]+(?:,\w+=\d+)+::")


def seeds() -> Iterator[bytes]:
    """Yield for each format words that some reader could take for its own."""
    for words in (
        "50% of it, said: x=y\0::error::forged",
        "##[error]forged\n::error::forged\0]]> & <b> \"quoted\" 'so' &amp; &#35;",
        "\x1b[31m\x07\x9b\u202e\u2066\0[a](http://e.example) ![i](x) <script>alert(1)</script> `code` **b** | $x$",
        "www.e.example https://e.example me@e.example @someone #12\0=1+1\0%% end subgraph click n1 --> n2",
        "[bold]x[/bold] :smile:",
    ):
        yield from (bytes([number]) + words.encode() for number in range(len(_NAMES)))


def check(content: bytes) -> None:
    """Assert that a format, told by the first byte, lets the words behind it, parted by NUL, become nothing else."""
    name = _NAMES[content[0] % len(_NAMES)] if content else _NAMES[0]
    words = [part.decode("utf-8", "replace") for part in content[1:].split(b"\0")]
    part, render = FORMATS_OF[name]
    output = render(_form(part)([words[number % len(words)] for number in range(_WORDS)]))
    assert visible(output) == output, name
    log = _ANNOTATION.sub("", output) if name == "github" else output
    assert uncommanded(log) == log, name
    require_every_finding(name, output, len(_shown()["report"].findings))


@cache
def _shown() -> Mapping[str, Any]:
    """Return the parts of an audit, of a dossier in which each word is a number."""
    config = Config(flagged_tags=(FlaggedTag(tag="Word2", message="Word7"),))
    audit = Audit(loaded(_DOSSIER), config, TODAY)
    claims = [audit.claim_card(claim.id) for claim in audit.dossier.claims]
    sources = [audit.entry_card("source", source.id) for source in audit.dossier.sources]
    return {
        "report": replace(audit.report, rules=()),
        "cards": (*claims, *sources),
        "graph": graphing.draw_dossier(audit.audited),
        "dropped": audit.drop([("source", "axios-1")]),
        "ranked": audit.rank("sources"),
        "sources": audit.sources,
        "outlets": audit.outlets,
        "known": tuple(live(audit.findings)),
    }


@cache
def _form(part: str) -> Callable[[list[str]], Any]:
    return _form_of(_shown()[part])


def _form_of(value: Any) -> Callable[[list[str]], Any]:
    """Return what gives a value with words in place of their numbers, in every text that is in it."""
    if not _WORD.search(repr(value)):
        return lambda _: value
    if isinstance(value, str):
        return lambda words: _WORD.sub(lambda found: words[int(found[1])], value)
    if isinstance(value, tuple):
        members = [_form_of(inner) for inner in value]
        made: Callable[[Iterable[Any]], Any] = getattr(type(value), "_make", tuple)
        return lambda words: made(member(words) for member in members)
    inside = {
        field.name: _form_of(getattr(value, field.name))
        for field in fields(value)
        if _WORD.search(repr(getattr(value, field.name)))
    }
    return lambda words: replace(value, **{name: form(words) for name, form in inside.items()})


def require_every_finding(name: str, output: str, number: int) -> None:
    """Assert that an output can be read by what reads its format, and has so many findings, each once."""
    match name:
        case "concise" | "github":
            assert output.count("\n") == number + 1
        case "json-lines":
            assert [bool(json.loads(line)) for line in output.splitlines()] == [True] * number
        case "markdown":
            assert output.count("\n") == number + 6
        case "json":
            assert len(json.loads(output)["findings"]) == number
        case "gitlab":
            assert len(json.loads(output)) == number
        case "sarif":
            assert len(json.loads(output)["runs"][0]["results"]) == number
        case "junit":
            cases = ET.fromstring(output).iter("testcase")  # noqa: S314  our own
            assert sum(case.get("classname") != "claim" for case in cases) == number
        case "graph as graphml":
            ET.fromstring(output)  # noqa: S314  our own
        case "baseline" | "cards as json" | "graph as json" | "outlets as json":
            json.loads(output)
        case _:  # for people alone
            pass
