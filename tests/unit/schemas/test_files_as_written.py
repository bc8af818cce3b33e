"""The schema of the files and `load` agree on what is valid, as far as an editor can tell."""

import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError
from tests.conftest import ROOT
from tests.unit.schemas.reading import as_an_editor, committed, complaints

from claimaudit import load
from claimaudit.model import PartialDate

FILES = sorted(
    [
        *ROOT.glob("data/*.yaml"),
        *ROOT.glob("benchmarks/**/*.yaml"),
        *ROOT.glob("tests/cases/**/*.yaml"),
    ]
)

OF_YAML_ITSELF = {
    "alias_bomb.yaml": "an alias: gone when the file is read",
    "anchor_and_alias.yaml": "an alias: gone when the file is read",
    "comment_at_no_entry.yaml": "a comment: gone when the file is read",
    "comment_that_is_no_waiver.yaml": "a comment: gone when the file is read",
    "anchor_on_a_section.yaml": "an anchor: gone when the file is read",
    "key_that_is_a_list.yaml": "in JSON there is no such key",
    "merge_key.yaml": "a merge key: gone when the file is read",
    "tag.yaml": "a tag: gone when the file is read",
    "tag_on_a_date.yaml": "a tag: gone when the file is read",
}
"""What `load` refuses and a schema cannot know, with the reason."""


def _codes(path: Path) -> set[str]:
    return {fault.code for fault in load(path).faults}


VALID = [path for path in FILES if not _codes(path) & {"CA001", "CA002"}]
INVALID = [path for path in FILES if "CA002" in _codes(path)]


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", VALID, ids=_name)
def test_what_loads_is_valid(path: Path) -> None:
    text = path.read_text("utf-8-sig")
    if path.name == "words_stay_text.yaml":  # the one word on which YAML 1.2 and `load` differ: it says null
        text = text.replace("NULL", '"NULL"')
    assert complaints("claims", as_an_editor(text)) == []


@pytest.mark.parametrize("path", [path for path in INVALID if path.name not in OF_YAML_ITSELF], ids=_name)
def test_what_is_invalid_is_refused(path: Path) -> None:
    try:
        value = as_an_editor(path.read_text("utf-8-sig"))
    except YAMLError:
        return  # the editor says so itself: a key that stands twice, say
    assert complaints("claims", value) != []


def test_the_exceptions_are_those_that_there_are() -> None:
    assert OF_YAML_ITSELF.keys() <= {path.name for path in INVALID}


# --- made-up entries: the schema against the loader -----------------------------------------------------------

VALUES = """
a | two words | 2025 | 2025-11 | 2025-11-18 | 2025-13 | 18.11.2025 | 2025-11-18T08:00:00Z | 2025-11-18T08:00:00 | true
false | "true" | yes | no | 0 | 1 | 6 | 7 | "2" | "7" | 1.5 | -1 | -a | .a | ~ | null | "" | "  " | [] | [a] | [a, b] | [1, true]
[[a], [b, c]] | [[]] | [~] | [""] | [a, [b]] | {} | {a: b} | [{}] | {exact: a} | {exact: 1, prefix: ~} | {prefix: a} | {source: a}
[{source: a, stance: contradicts}] | [{source: a, basis: original, via: [b]}] | [{source: a, basis: unknown, via: []}]
[{source: a, quote: b, hedged: true}] | [{source: a, via: ~}] | [{source: a, note: ~}] | [{source: a, stanze: b}] | [a, {source: b, x-y: [1]}]
[{descriptor: x}] | [{descriptor: x, x-y: 1}, a] | [{descriptor: x, id: a}] | [US official] | [{named: yes}] | [{kind: spy}]
[{rule: CA101, by: e, reason: r}] | [{rule: CA101, by: e}] | [{rule: a, by: e, reason: r, until: 2026-12-31}]
[{rule: a, by: e, reason: r, until: 2026-12}] | [{rule: a, by: e, reason: r, until: 2026}]
{path: a.txt} | {path: a.txt, sha256: abc} | {path: a.txt, captured: 2025} | {sha256: abc} | original | derived | unknown | mixed
news | wire | newsroom | person | office | document | B | G | asserted | active | retracted | low | high | on-record | secret
"""
SNIPPETS = re.split(r" \| |\n", VALUES.strip())
KEYS = sorted(
    {key for part in committed("claims")["definitions"].values() for key in part["properties"]}
    | {"x-own", "evidance"}
)
NEEDED = {"claims": {"id": "one", "text": "One."}, "sources": {"id": "one"}, "outlets": {"id": "one"}}
NEEDED |= {"owners": {"id": "one"}, "informants": {"id": "one"}}


@given(
    st.sampled_from(sorted(NEEDED)),
    st.dictionaries(st.sampled_from(KEYS), st.sampled_from(SNIPPETS), max_size=3),
)
@example("sources", {"basis": "original", "via": "[a]"})
@example("sources", {"basis": "unknown", "via": "[]"})
@example("claims", {"rests_on": "[a, [b]]"})
@example("claims", {"id": "-1"})
def test_schema_and_loader_agree(kind: str, keys: dict[str, str]) -> None:
    entry = ", ".join(f"{key}: {value}" for key, value in {**NEEDED[kind], **keys}.items())
    text = f"{kind}:\n  - {{{entry}}}\n"
    with TemporaryDirectory() as folder:
        path = Path(folder, "claims.yaml")
        path.write_text(text, encoding="utf-8")
        refused = [fault.message for fault in load(path).faults if fault.code == "CA002"]
    assert bool(complaints("claims", as_an_editor(text))) == bool(refused), (text, refused)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x-desk: [foreign]",
        "claims: [{id: a}]",
        "claims: {id: a, text: b}",
        "claims: a",
        "claims: [a]",
        "version: 2",
        "version: 1\nclaim: []",
        "- {id: a, text: b}",
    ],
)
def test_a_file_that_is_refused(text: str) -> None:
    assert complaints("claims", as_an_editor(text)) != []


@pytest.mark.parametrize(
    "text", ["version: 1", 'version: "1"\nx-desk: {a: b}', "claims:", "claims: []\nsources: ~", "owners: []"]
)
def test_a_file_that_is_taken(text: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(text, encoding="utf-8")
    assert load(path).faults == ()
    assert complaints("claims", as_an_editor(text)) == []


# --- dates ----------------------------------------------------------------------------------------------------

PATTERN = committed("claims")["definitions"]["Source"]["properties"]["published"]["pattern"]
UNTIL = committed("claims")["definitions"]["Waiver"]["properties"]["until"]["pattern"]

ZONES = st.timedeltas(timedelta(hours=-23), timedelta(hours=23)).map(timezone)
MOMENTS = st.datetimes(timezones=st.one_of(st.just(UTC), ZONES))


@given(
    st.one_of(
        MOMENTS.map(datetime.isoformat),
        MOMENTS.map(lambda moment: moment.isoformat(" ", "minutes")),
        MOMENTS.map(lambda moment: moment.strftime("%Y%m%dT%H%M%S%z").zfill(20)),
        st.dates().map(str),
        st.dates().map(lambda day: str(day)[:7]),
        st.from_regex(
            r"[0-9]{4}-?(W[0-9]{2}(-?[0-9])?|[0-9]{2}-?[0-9]{2})[T ][0-9]{2}(:?[0-9]{2}){0,2}(Z|[+-][0-9]{2}(:?[0-9]{2})?)",
            fullmatch=True,
        ),
    )
)
@example("2025-W47-2T08:00Z")
@example("20251118T080000,5+0200")
@example("2025-11-18x08Z")
def test_every_date_that_is_read_fits_the_pattern(text: str) -> None:
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert re.search(PATTERN, text)
    assert bool(re.search(UNTIL, text)) == (date.first == date.last)


@pytest.mark.parametrize(
    "text",
    [
        "18.11.2025",
        "2025-11-18T08:00:00",
        "2025-13",
        "2025-00",
        "2025-11-32",
        "25-11",
        "0000",
        "soon",
        "2025-11-18 Z",
        "2025-1-1",
    ],
)
def test_what_is_no_date_does_not_fit(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|zone"):
        PartialDate.parse(text)
    assert not re.search(PATTERN, text)
