"""Waivers in comments: whose they are, where they stand, and that what only looks like a comment waives nothing."""

import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, reject
from hypothesis import strategies as st
from tests.unit.loading.reading import messages, read

from claimaudit.auditing import Audit
from claimaudit.config import Config
from claimaudit.loading import load
from claimaudit.loading.comments import Comments
from claimaudit.loading.entries import read_entries
from claimaudit.loading.faults import Faults
from claimaudit.loading.text_file import TextFile
from claimaudit.model import Claim, Dossier, Source, Waiver

COMMENT = "# claimaudit: ignore[CA102] Nobody else was there."
WAIVER = Waiver(rule="CA102", by="a comment", reason="Nobody else was there.")


def reasons(dossier: Dossier) -> dict[str, list[str]]:
    """Return the reasons of all waivers, by the id of the claim or source."""
    entries: tuple[Claim | Source, ...] = (*dossier.claims, *dossier.sources)
    return {entry.id: [waiver.reason for waiver in entry.waivers] for entry in entries if entry.waivers}


@contextmanager
def loaded(text: str) -> Iterator[Dossier]:
    """Give what a file with that text holds; for Hypothesis, which must not share a folder between its examples."""
    with TemporaryDirectory() as folder:
        yield read(Path(folder), text)


# --- whose they are ---------------------------------------------------------------------------------------


FORMS = {
    "after its first key": "  - id: a  {}\n    text: A.\n",
    "after the dash": "  - {}\n    id: a\n    text: A.\n",
    "after the dash, with more comments": "  - {}\n\n  # more\n      # and more\n\n    id: a\n    text: A.\n",
    "below the dash": "  -\n    id: a  {}\n    text: A.\n",
    "beside a folded text": "  - text: >-  {}\n      A.\n    id: a\n",
    "beside a literal text": "  - text: |+2  {}\n      A.\n\n\n    id: a\n",
    "beside a text on the next line": "  - text:  {}\n      A.\n    id: a\n",
    "beside a text that goes on": '  - text: "A: \\\n      b {{#}}" \n    id: a\n'.replace(
        "text:", "id: a  {}\n    text:"
    ).replace("\n    id: a\n", "\n"),
    "in braces": '  - {{id: a, text: "A # b"}}  {}\n',
    "in braces over two lines": "  - {{id: a,  {}\n     text: A}}\n",
    "below the dash, in braces": "  - {}\n    {{id: a, text: A}}\n",
    "after a quoted key": "  - \"id\": 'a'  {}\n    text: A.\n",
    "close to a quote": '  - id: "a"{}\n    text: A.\n',
    "after a question mark": "  - ? id  {}\n    : a\n    text: A.\n",
    "after a wide letter": "  - text: 日本😀  {}\n    id: a\n",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("parser", ["libyaml", "python"])
def test_comment_on_the_first_line_waives_that_claim_alone(
    form: str, line_end: str, parser: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if parser == "python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    text = f"claims:\n  - {{id: before, text: B}}\n{form.format(COMMENT)}  - id: after\n    text: C\n"
    dossier = read(tmp_path, text.replace("\n", line_end))
    assert messages(dossier) == []
    assert {claim.id: claim.waivers for claim in dossier.claims} == {
        "before": (),
        "a": (WAIVER,),
        "after": (),
    }


def test_only_entry_of_a_list_in_brackets_is_meant(tmp_path: Path) -> None:
    dossier = read(tmp_path, f"claims: [{{id: a, text: A}}]  {COMMENT}\nsources: [{{id: s}}]\n")
    assert dossier.claims[0].waivers == (WAIVER,)


def test_one_comment_waives_several_rules_each_at_its_own_place(tmp_path: Path) -> None:
    line = "  - id: a  # claimaudit: ignore[CA102, weak-premise] Nobody else."
    dossier = read(tmp_path, f"claims:\n{line}\n    text: A.\n")
    assert [(waiver.rule, waiver.reason) for waiver in dossier.claims[0].waivers] == [
        ("CA102", "Nobody else."),
        ("weak-premise", "Nobody else."),
    ]
    for number, rule in enumerate(["CA102", "weak-premise"]):
        place = dossier.places.locate(("claims", 0, "waivers", number, "rule"))
        assert (place.line, place.end_line) == (2, 2)
        assert line[place.column - 1 : place.end_column - 1] == rule
        assert dossier.places.excerpt(place) == line


def test_comment_stands_after_the_waivers_in_the_data(tmp_path: Path) -> None:
    text = "waivers: [{rule: CA104, by: e, reason: r}]"
    dossier = read(tmp_path, f"sources:\n  - id: s  {COMMENT}\n    {text}\n")
    assert [waiver.rule for waiver in dossier.sources[0].waivers] == ["CA104", "CA102"]
    places = [dossier.places.locate(("sources", 0, "waivers", number, "rule")) for number in range(2)]
    assert [(place.line, place.column) for place in places] == [(3, 22), (2, 33)]


def test_comments_after_the_dash_and_on_the_next_line_both_count(tmp_path: Path) -> None:
    other = "# claimaudit: ignore[CA107] It is enough."
    dossier = read(tmp_path, f"claims:\n  - {COMMENT}\n    id: a  {other}\n    text: A.\n")
    assert [waiver.rule for waiver in dossier.claims[0].waivers] == ["CA102", "CA107"]


def test_commented_out_claim_says_nothing(tmp_path: Path) -> None:
    out = f"  # - id: b  {COMMENT}\n  #   text: B.\n  #- {COMMENT}\n"
    dossier = read(tmp_path, f"claims:\n{out}  - id: a\n    text: A.\n{out}")
    assert (messages(dossier), reasons(dossier)) == ([], {})


@pytest.mark.parametrize(
    "comment",
    [
        "# checked with claimaudit on Tuesday",
        "# claimaudit ignores this key",
        "# claimaudit [1.0] reads it",
        "# noqa",
        "# yamllint disable-line rule:line-length",
        "# claimauditor: ignore[CA102] no",
    ],
)
def test_comment_that_is_not_for_us_is_let_alone(comment: str, tmp_path: Path) -> None:
    dossier = read(tmp_path, f"claims:\n  - id: a  {comment}\n    text: A.\n")
    assert (messages(dossier), reasons(dossier)) == ([], {})


def test_file_without_such_comments_costs_one_search() -> None:
    assert Comments.of("claims: # claims for claimaudit\n  - id: claimaudit\n") is None


def test_misspelt_comment_leaves_its_claim_in_the_audit_and_names_it(tmp_path: Path) -> None:
    dossier = read(tmp_path, "claims:\n  - id: a  # claimaudit: ignroe[CA102] r\n    text: A.\n")
    assert [claim.id for claim in dossier.claims] == ["a"]
    assert [(fault.code, fault.claim, fault.location.end_column) for fault in dossier.faults] == [
        ("CA002", "a", 32)
    ]


def test_misspelt_comment_at_a_source_names_that(tmp_path: Path) -> None:
    dossier = read(tmp_path, "sources:\n- id: a  # claimaudit: ignroe[CA102] r\n- id: b\n")
    assert [(fault.code, fault.claim, fault.source) for fault in dossier.faults] == [("CA002", None, "a")]
    assert [source.id for source in dossier.sources] == ["a", "b"]


# --- what they do -----------------------------------------------------------------------------------------


SINGLE = """\
claims:
  - id: a  # claimaudit: ignore[CA102, CA108] Nobody else was there.
    text: A.
    evidence: [s]
    waivers: [{rule: CA101, by: e, reason: r}, {rule: CA102, by: e, reason: r, until: 2020-01-01}]
sources:
  - {id: s, outlet: Axios, reference: p. 1, published: 2025-11-18, basis: original}
"""


def _found(tmp_path: Path, *, heeds_waivers: bool) -> list[tuple[str, str | None]]:
    config = Config(ignore=("CA502", "CA505"))
    audit = Audit(read(tmp_path, SINGLE), config, date(2026, 11, 24), heeds_waivers=heeds_waivers)
    return [(found.code, found.waived.reason if found.waived else None) for found in audit.findings]


def test_comment_waives_and_its_other_rule_is_unused(tmp_path: Path) -> None:
    # by place: the id, the rule in the comment that finds nothing, the waivers in the data,
    # of which the last has expired and hides no more than the comment does
    assert _found(tmp_path, heeds_waivers=True) == [
        ("CA102", "Nobody else was there."),
        ("CA901", None),
        ("CA901", None),
        ("CA901", None),
    ]


def test_without_waivers_findings_are_back_and_nothing_is_said_of_waivers(tmp_path: Path) -> None:
    assert _found(tmp_path, heeds_waivers=False) == [("CA102", None)]


# --- what only looks like one -----------------------------------------------------------------------------

LOOK_ALIKES = st.sampled_from(
    [
        COMMENT,
        "# claimaudit: ignroe",
        "#claimaudit:ignore[]",
        f"\n{COMMENT}\n",
        f"x\n\n  {COMMENT}",
        f"- {COMMENT}",
    ]
)
TEXTS = st.lists(LOOK_ALIKES | st.text("ab #\n:-'\"\\é😀", max_size=5), min_size=1, max_size=4).map("".join)
STYLES = st.sampled_from(["'", '"', "|", ">"])


@given(st.lists(st.tuples(TEXTS, STYLES), min_size=1, max_size=4), st.booleans(), st.booleans())
def test_text_never_waives_however_it_is_written(
    texts: list[tuple[str, str]],
    flow: bool,  # noqa: FBT001
    is_commented: bool,  # noqa: FBT001
) -> None:
    """PyYAML writes it, so that it is known to be text; a real comment may stand on the first line."""
    claims = "".join(
        f"  - id: c{number}{f'  {COMMENT}' if is_commented else ''}\n{_indented(text, style, flow=flow)}"
        for number, (text, style) in enumerate(texts)
    )
    content = f"claims:\n{claims}"
    try:
        read_by_another = {claim["id"]: claim["text"] for claim in yaml.safe_load(content)["claims"]}
    except yaml.YAMLError:  # PyYAML does not read back all that it writes
        reject()
    with loaded(content) as dossier:
        assert not any("claimaudit" in fault.message or "waive" in fault.message for fault in dossier.faults)
        assert all(claim.waivers == ((WAIVER,) if is_commented else ()) for claim in dossier.claims)
        assert all(claim.text == read_by_another[claim.id] for claim in dossier.claims)


def _indented(text: str, style: str, *, flow: bool) -> str:
    written = yaml.dump(
        {"text": text},
        default_style=style,
        default_flow_style=flow and style in "'\"",
        allow_unicode=True,
        width=20,
    )
    if written.startswith("{"):
        written = written.strip()[1:-1] + "\n"
    return "".join(f"    {line}" for line in written.splitlines(keepends=True))


PLAIN = st.sampled_from(
    ["a#b", "a#claimaudit:ignroe", "a#claimaudit:ignore[CA102]", "#", "a", "claimaudit", "é#claimaudit:b"]
)


@given(
    st.lists(PLAIN, min_size=1, max_size=4),
    st.lists(st.sampled_from([" ", "\n      "]), min_size=4, max_size=4),
)
def test_plain_text_ends_where_the_parser_says(words: list[str], gaps: list[str]) -> None:
    """An independent reader of the same file says where the text ends: what it has left out was a comment."""
    text = "x" + "".join(gap + word for gap, word in zip(gaps, words, strict=False))
    content = f"claims:\n  - text: {text}\n    id: a\n"
    try:
        value = yaml.safe_load(content)["claims"][0]["text"]
    except yaml.YAMLError:
        return
    with loaded(content) as dossier:
        assert [claim.text for claim in dossier.claims] == [value]
        assert messages(dossier) == []


@given(
    st.lists(st.sampled_from(["key", "dash", "braces", "folded", "none"]), min_size=1, max_size=6),
    st.sampled_from(["claims", "sources"]),
)
def test_comment_waives_exactly_the_entry_that_it_stands_at(forms: list[str], kind: str) -> None:
    key = {"claims": "text", "sources": "title"}[kind]
    entries, expected = "", {}
    for number, form in enumerate(forms):
        comment = f"# claimaudit: ignore[CA102] r{number}"
        entries += {
            "key": f"  - id: e{number} {comment}\n    {key}: t\n",
            "dash": f"  - {comment}\n    # more\n    id: e{number}\n    {key}: t\n",
            "braces": f"  - {{id: e{number}, {key}: t}} {comment}\n",
            "folded": f"  - {key}: > {comment}\n      t\n    # more\n    id: e{number}\n",
            "none": f"  - id: e{number}\n    {key}: '{comment}'\n",
        }[form]
        if form != "none":
            expected[f"e{number}"] = [f"r{number}"]
    with loaded(f"{kind}:\n{entries}") as dossier:
        assert messages(dossier) == []
        assert reasons(dossier) == expected


# --- hostile input ----------------------------------------------------------------------------------------


def _seconds(path: Path) -> tuple[Dossier, float]:
    started = time.perf_counter()
    return load(path), time.perf_counter() - started


def _written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "claims.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_very_many_good_comments(tmp_path: Path) -> None:
    claims = "".join(f"  - {{id: c{number}, text: T}}  {COMMENT}\n" for number in range(20_000))
    dossier, seconds = _seconds(_written(tmp_path, f"claims:\n{claims}"))
    assert all(claim.waivers == (WAIVER,) for claim in dossier.claims)
    assert len(dossier.claims) == 20_000
    assert seconds < 60


@pytest.mark.parametrize(
    "comment",
    [COMMENT, "# claimaudit: ignroe", "- " + COMMENT, "#" * 50 + "claimaudit:"],
    ids=["at no entry", "misspelt", "after dashes", "signs"],
)
def test_very_many_bad_comments_are_listed_up_to_a_thousand(comment: str, tmp_path: Path) -> None:
    dossier, seconds = _seconds(
        _written(tmp_path, "claims:\n  - id: a\n    text: T\n    x-y:\n" + f"    {comment}\n" * 100_000)
    )
    assert len(dossier.faults) == 1001
    assert dossier.faults[-1].help
    assert seconds < 60


@pytest.mark.parametrize(
    "line",
    [
        "#" * 1_000_000,
        "# " * 500_000,
        "# claimaudit" + " " * 1_000_000,
        "# claimaudit: ignore[CA102] r" + " # claimaudit:" * 70_000,
        "'" + "# claimaudit: ignore[CA102] r " * 30_000 + "'",
        "# claimaudit: ignore[" + "a," * 500_000 + "] r",
        "# claimaudit: ignore" + "[" * 1_000_000,
        "#" + "\u00a0" * 1_000_000 + "claimaudit:",
    ],
    ids=[
        "signs",
        "blanks and signs",
        "blanks",
        "again and again",
        "in a text",
        "rules",
        "brackets",
        "wide blanks",
    ],
)
def test_one_very_long_line_is_read_in_time(line: str, tmp_path: Path) -> None:
    dossier, seconds = _seconds(_written(tmp_path, f"claims:\n  - text: T\n    x-y: {line}\n    id: a\n"))
    assert [claim.id for claim in dossier.claims] == ["a"]
    assert reasons(dossier) == {}
    assert len(dossier.faults) <= 1
    assert seconds < 30


def test_reason_of_a_megabyte_is_kept(tmp_path: Path) -> None:
    reason = "why " * 250_000
    dossier, seconds = _seconds(
        _written(tmp_path, f"claims:\n  - id: a  # claimaudit: ignore[CA102] {reason}\n    text: T\n")
    )
    assert reasons(dossier) == {"a": [reason.strip()]}
    assert seconds < 30


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\x85", "\u2028", "\r"])
def test_control_character_in_a_comment_is_refused_with_the_file(character: str, tmp_path: Path) -> None:
    dossier = read(tmp_path, f"claims:\n  - id: a  {COMMENT}{character}x\n    text: T\n")
    assert [(fault.code, fault.location.line) for fault in dossier.faults] == [("CA001", 2)]


def test_comments_take_little_memory() -> None:
    """A text of comments alone: what is kept of one is a number, and faults only up to a thousand."""
    text = "claims: []\n" + "# claimaudit: ignroe[CA102] r\n" * 20_000
    file = TextFile("claims.yaml", text.encode())
    tracemalloc.start()
    try:
        read_entries([file], Faults())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8 * len(text)


def test_a_waiver_that_is_nobodys_is_marked_up_to_the_end_of_its_rules(tmp_path: Path) -> None:
    text = "claims:\n  # claimaudit: ignore[CA102] for one, see [1]\n  - {id: a, text: A.}\n"
    (fault,) = read(tmp_path, text).faults
    place = fault.location
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 3, 2, 30)
