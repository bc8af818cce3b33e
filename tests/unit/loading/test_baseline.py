"""Baselines: what is written is read back, and what is none is refused in one line."""

import json
import os
from contextlib import suppress
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimaudit.errors import ClaimauditError
from claimaudit.finding import KnownFinding, Severity
from claimaudit.loading.baseline import BASELINE_LIMIT, read_baseline
from claimaudit.render import baseline

ENTRY = {
    "fingerprint": "0123456789abcdef",
    "code": "CA104",
    "severity": "warning",
    "claim": "parts",
    "source": None,
    "message": "2 outlets",
}
FOUND = KnownFinding("0123456789abcdef", "CA104", Severity.WARNING, "parts", None, "2 outlets")
WRITE = "`claimaudit check --write-baseline b.json` writes one"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refusal(content: bytes) -> str:
    Path("b.json").write_bytes(content)
    return refusal_of_file()


def refusal_of_file(hint: str = "name the right file") -> str:
    with pytest.raises(ClaimauditError) as caught:
        read_baseline(Path("b.json"))
    first, help_ = str(caught.value).splitlines()
    assert help_ == f"help: {hint}"
    return first


def shape_refusal(value: Any) -> str:
    return refusal(json.dumps(value).encode()).removeprefix("`b.json` cannot be read as a baseline: ")


# --- written and read back --------------------------------------------------------------------------------


def test_it_is_json_with_one_finding_a_line() -> None:
    other = KnownFinding("ff", "CA101", Severity.NOTE, None, "axios-1", "")
    assert baseline.render([FOUND, other]).splitlines() == [
        "{",
        '  "version": 1,',
        '  "findings": [',
        '    {"fingerprint": "ff", "code": "CA101", "severity": "note", "claim": null, "source": "axios-1", "message": ""},',
        '    {"fingerprint": "0123456789abcdef", "code": "CA104", "severity": "warning", "claim": "parts", "source": null, "message": "2 outlets"}',
        "  ]",
        "}",
    ]


def test_one_without_findings_is_read_back() -> None:
    Path("b.json").write_text(baseline.render([]), encoding="utf-8")
    assert read_baseline(Path("b.json")) == ()


def test_the_order_of_the_findings_changes_nothing() -> None:
    found = [KnownFinding(name, "CA104", severity, "c") for name in "ab" for severity in Severity]
    assert len({baseline.render(order) for order in permutations(found)}) == 1


NAMES = st.text(st.characters(), min_size=1)  # lone surrogates among them


@given(
    st.lists(
        st.builds(
            KnownFinding,
            NAMES,
            NAMES,
            st.sampled_from(Severity),
            st.none() | NAMES,
            st.none() | NAMES,
            st.text(st.characters()),
        )
    )
)
def test_any_text_is_read_back_and_none_of_it_is_unseen(found: list[KnownFinding]) -> None:
    text = baseline.render(found)
    Path("b.json").write_text(text, encoding="utf-8")
    assert sorted(read_baseline(Path("b.json")), key=repr) == sorted(found, key=repr)
    assert not any(letter in text for letter in "\x1b\u202e\u200b\ufeff\u2028")
    assert len(text.split("\n")) == len(found) + 6 - (0 if found else 1)


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    text = baseline.render([FOUND]).replace("\n", "\r\n")
    Path("b.json").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert read_baseline(Path("b.json")) == (FOUND,)


def test_further_keys_are_passed_over_and_the_message_may_be_missing() -> None:
    entry = {key: value for key, value in ENTRY.items() if key != "message"} | {"more": [1]}
    Path("b.json").write_text(json.dumps({"version": 1, "findings": [entry], "more": 0}), encoding="utf-8")
    assert read_baseline(Path("b.json")) == (
        KnownFinding("0123456789abcdef", "CA104", Severity.WARNING, "parts"),
    )


# --- refused ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "b.json:1:1: this cannot be read as a baseline: not JSON: expecting value"),
        (b'{"version": 1,\n  "findings": [1,]}', "b.json:2:18: this cannot be read as a baseline: not JSON: "),
        (b'{\n<<<<<<< HEAD\n"version": 1', "b.json:2:1: this cannot be read as a baseline: not JSON: "),
        (b'{"version": 1, "findings": []} x', "b.json:1:32: this cannot be read as a baseline: not JSON: extra data"),
        (b'{"version": 1,\n "f\xe9"', "b.json:2:4: this cannot be read as a baseline: not UTF-8: the byte 0xE9"),
        (b"\xff\xfe{\x00", "`b.json` cannot be read as a baseline: UTF-16, not UTF-8"),
        (b"[" * 200_000, "`b.json` cannot be read as a baseline: nested too deeply"),
        (b'{"a":' * 200_000, "`b.json` cannot be read as a baseline: nested too deeply"),
        (b'{"version": NaN}', "`b.json` cannot be read as a baseline: NaN is no value of JSON"),
        (b'{"version": 1, "version": 1}', "`b.json` cannot be read as a baseline: the key `version` is there twice"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_refused_with_its_place(content: bytes, said: str) -> None:
    assert refusal(content).startswith(said)


@pytest.mark.parametrize("version", [2, True, "1", None, 1.0, [1]])
def test_another_version_is_refused(version: object) -> None:
    assert (
        shape_refusal({"version": version, "findings": []}) == "its `version` is not 1, the one that is known"
    )


def test_a_number_of_many_digits_is_refused() -> None:
    assert "its `version` is not 1" in refusal(b'{"version": ' + b"9" * 10_000 + b"}")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([], "it has no `version`"),
        ({"schema_version": 1, "findings": []}, "it has no `version`"),
        ({"version": 1}, "its `findings` are no list"),
        ({"version": 1, "findings": {}}, "its `findings` are no list"),
        ({"version": 1, "findings": [ENTRY, "x"]}, "finding 2 is no object"),
        ({"version": 1, "findings": [ENTRY | {"fingerprint": 5}]}, "finding 1 has no `fingerprint`"),
        ({"version": 1, "findings": [ENTRY | {"code": ""}]}, "finding 1 has no `code`"),
        ({"version": 1, "findings": [ENTRY | {"claim": ["a"]}]}, "the `claim` of finding 1 is no text"),
        (
            {"version": 1, "findings": [ENTRY | {"severity": "fatal"}]},
            "the `severity` of finding 1 is none of error, warning, note",
        ),
        (
            {"version": 1, "findings": [ENTRY | {"severity": ["error"]}]},
            "the `severity` of finding 1 is none of error, warning, note",
        ),
    ],
)
def test_what_has_another_shape_is_refused(value: object, said: str) -> None:
    assert shape_refusal(value) == said


def test_a_file_that_is_not_there_is_refused() -> None:
    assert refusal_of_file(WRITE) == "`b.json` cannot be read as a baseline: no such file or directory"


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_regular_file_is_not_waited_for(make: Any) -> None:
    make("b.json")
    assert refusal_of_file() == "`b.json` cannot be read as a baseline: not a regular file"


def test_a_file_over_the_limit_is_not_read() -> None:
    Path("b.json").touch()
    os.truncate("b.json", BASELINE_LIMIT + 1)
    assert refusal_of_file() == "`b.json` cannot be read as a baseline: larger than 64 MiB"


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from([*ENTRY, "version", "findings"]), inner)
        ),
    )
)
def test_any_json_is_read_or_refused(value: object) -> None:
    Path("b.json").write_text(json.dumps(value), encoding="utf-8")
    with suppress(ClaimauditError):
        assert isinstance(read_baseline(Path("b.json")), tuple)
