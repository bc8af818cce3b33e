"""The inputs of the YAML test suite: each is read as the suite says, or refused at a line of its own; none is a crash.

What is within our subset follows from the suite's events alone: one document, a mapping at the top, no tags, anchors
and aliases, keys that are text and stand once. Where a parser departs from YAML 1.2 the cases are named.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from fuzz.inputs import loaded, require_inside
from tests.hostile.attacking import CHECK, Attacker, put

from claimaudit.loading.faults import UnreadableError
from claimaudit.loading.yaml_parts import Section
from claimaudit.loading.yaml_values import read_yaml

SUITE: Mapping[str, Mapping[str, str]] = {
    case["id"]: case
    for case in json.loads(Path(__file__, "../yaml-test-suite/cases.json").resolve().read_text("utf-8"))
}

# Not read, though YAML 1.2 allows it.
REFUSED_BY_BOTH = {
    *("4MUZ-0", "4MUZ-1", "4MUZ-2", "5MUD", "K3WX", "VJP3-1"),  # a colon on the line after its key
    "58MP",  # a value that starts with a colon, in braces
    *("FRK4", "NHX8", "S3PD", "SM9W-1"),  # a key of nothing
    *("A2M4", "DK95-0", "DK95-3", "DK95-4", "Q5MG"),  # tabs between tokens and on empty lines
}
REFUSED = {
    "libyaml": REFUSED_BY_BOTH
    | {"4ABK"}  # an address without a value, in braces
    | {"96NN-0", "96NN-1", "Y79Y-1"},  # tabs at the start of a line of literal text
    "python": REFUSED_BY_BOTH
    | {"6HB6", "DC7X", "DK95-5", "J3BT", "NB6Z", "UV7Q"},  # tabs where libyaml takes them
}
# Read, though YAML 1.2 does not allow it. What is read is what stands there.
TAKEN_BY_BOTH: Mapping[str, object] = {
    "9C9N": {"flow": ["a", "b", "c"]},  # lines in brackets that are not indented
    "DK95-1": {"foo": "bar baz"},  # a tab in front of a line in quotes
    "QB6E": {"quoted": "a b c"},  # lines in quotes that are not indented
    "S98Z": {"empty block scalar": ""},  # blank lines that are indented further than the text
    "SU5Z": {"key": "value"},  # a comment right behind a quote
}
TAKEN: Mapping[str, Mapping[str, object]] = {
    "libyaml": {
        **TAKEN_BY_BOTH,
        "X4QW": {"block": "scalar\n"},
    },  # a comment right behind the sign of folded text
    "python": TAKEN_BY_BOTH,
}
READ_OTHERWISE: Mapping[str, object] = {
    "652Z": {"foo": "bar", "bar": "42"},  # in braces a question mark begins a key, whatever follows it
    "L24T-1": {"foo": "x\n "},  # a last line of blanks without a line end
}

# --- what the suite says ----------------------------------------------------------------------------------


class Outside(Exception):  # noqa: N818  no error: a file that we do not read
    """Something that is YAML, and not read."""


def said_by(tree: str) -> dict[str, Any]:
    """Return the value that the events of the suite say, its scalars as text, nothing as None.

    Raises:
        Outside: it is none that we read.
    """
    lines = [line.lstrip(" ") for line in tree.splitlines()]
    starts = [number for number, line in enumerate(lines) if line.startswith("+DOC")]
    if len(starts) != 1:
        raise Outside
    root = _node(iter(lines[starts[0] + 1 :]))
    if not isinstance(root, dict):
        raise Outside
    return root


def _node(lines: Iterator[str], line: str | None = None) -> Any:
    line = next(lines) if line is None else line
    if line.startswith("=ALI") or re.match(r"[+=]\w{3}(?: [{\[][}\]])? [&<]", line):
        raise Outside  # an alias, an anchor or a tag
    if line.startswith("+SEQ"):
        return [_node(lines, inner) for inner in iter(lambda: next(lines), "-SEQ")]
    if line.startswith("+MAP"):
        return _mapping(lines)
    style, text = line[5], _unescaped(line[6:])
    return None if style == ":" and text in {"", "~", "null"} else text


def _mapping(lines: Iterator[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for line in iter(lambda: next(lines), "-MAP"):
        key = _node(lines, f"{line[:5]}'{line[6:]}" if line.startswith("=VAL :") else line)
        if not isinstance(key, str) or line == "=VAL :<<" or key in found:
            raise Outside
        found[key] = _node(lines)
    return found


def _unescaped(text: str) -> str:
    signs = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "\\": "\\"}
    return re.sub(r"\\(.)", lambda found: signs[found[1]], text)


def agree(ours: Any, theirs: Any) -> bool:
    """Return whether a value without types is the one that the suite has as JSON, typed."""
    if isinstance(theirs, dict):
        return ours.keys() == theirs.keys() and all(agree(ours[key], theirs[key]) for key in theirs)
    if isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(agree, ours, theirs))
    if isinstance(theirs, bool):
        return bool(ours == str(theirs).lower())
    if isinstance(theirs, int | float):
        return float(int(ours, 0) if re.fullmatch("0[xo].+", ours) else ours) == theirs
    return bool(ours == theirs)


# --- what we do -------------------------------------------------------------------------------------------


def read(text: str) -> dict[str, Any]:
    """Return what is read of a text.

    Raises:
        UnreadableError: it is refused as a whole.
        Outside: a part of it is.
    """
    value: dict[str, Any] = {}
    for part in read_yaml(text):
        if part.is_refused or (isinstance(part, Section) and part.first is not None):
            raise Outside
        if isinstance(part, Section):
            value[part.name] = part.value
        else:
            value[part.section].append(part.value)
    return value


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of the parser that is used."""
    if request.param == "python":
        monkeypatch.delattr(yaml, "CSafeLoader")
    return str(request.param)


@pytest.mark.parametrize("name", SUITE)
def test_it_is_read_as_the_suite_says_or_refused(parser: str, name: str) -> None:
    case = SUITE[name]
    expected = wanted(case, parser)
    if expected is None:
        with pytest.raises((UnreadableError, Outside)):
            read(case["yaml"])
    else:
        assert read(case["yaml"]) == expected


def wanted(case: Mapping[str, str], parser: str) -> object:
    """Return what has to be read of a case, None where it has to be refused."""
    name = case["id"]
    if name in READ_OTHERWISE:
        return READ_OTHERWISE[name]
    if name in TAKEN[parser]:
        return TAKEN[parser][name]
    if "tree" not in case or name in REFUSED[parser]:
        return None
    try:
        return said_by(case["tree"])
    except Outside:
        return None


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("name", SUITE)
def test_whatever_is_wrong_is_at_a_place_inside(name: str) -> None:
    text = SUITE[name]["yaml"]
    faults = loaded(text.encode("utf-8")).faults
    assert faults  # none of them is a dossier
    require_inside([fault.location for fault in faults], text.removeprefix("\ufeff"))


def test_the_events_and_the_json_of_the_suite_agree() -> None:
    compared = 0
    for case in SUITE.values():
        try:
            value = said_by(case["tree"])
            assert agree(value, json.loads(case["json"])), case["id"]
        except (KeyError, Outside):  # no events, no JSON, or nothing that we read
            continue
        compared += 1
    assert compared > 80


def test_the_cases_are_those_of_the_suite() -> None:
    assert len(SUITE) == 402
    assert sum("tree" not in case for case in SUITE.values()) == 94
    named = {*REFUSED["libyaml"], *REFUSED["python"], *TAKEN["libyaml"], *READ_OTHERWISE}
    assert named <= SUITE.keys()
    assert [name for name in TAKEN["libyaml"] if "tree" in SUITE[name]] == []


def test_the_command_says_of_each_that_it_is_no_dossier(attacker: Attacker) -> None:
    for name, case in SUITE.items():
        put(attacker.folder / "data" / f"{name}.yaml", case["yaml"])
    done = attacker.run(*CHECK.split(), "data")
    assert done.returncode == 2
    assert {line.partition(".yaml:")[0] for line in done.stdout.splitlines()[:-1]} == {
        f"data/{name}" for name in SUITE
    }
