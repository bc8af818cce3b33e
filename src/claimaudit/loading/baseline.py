"""Reads a baseline: which findings were known when it was written. Trusts nothing in it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from claimaudit.errors import ClaimauditError
from claimaudit.finding import BASELINE_VERSION, KnownFinding, Severity
from claimaudit.loading.faults import UnreadableError
from claimaudit.loading.files import shown
from claimaudit.loading.opening import checked_utf8, content_of
from claimaudit.location import Location
from claimaudit.text import one_line

BASELINE_LIMIT = 64 * 1024 * 1024
"""Bytes of the largest baseline that is read: a quarter of a million findings."""

_SEVERITIES = {severity.value: severity for severity in Severity}
_LONGEST_NUMBER = 9
"""Digits; no number of a baseline has as many, and `int` refuses some thousands of them in words of its own."""

_RIGHT_FILE = "name the right file"
# NOTE: never to write a baseline where something else stands: those who did as they were told lost it.


class _ShapeError(Exception):
    """What a file has or lacks that a baseline does not."""


def read_baseline(path: Path) -> tuple[KnownFinding, ...]:
    """Return the findings that a baseline holds, in its order.

    Raises:
        ClaimauditError: there is no such file, or it is no baseline.
    """
    name = shown(path)
    try:
        text = checked_utf8(content_of(path, BASELINE_LIMIT)[1]).decode("utf-8")
        return tuple(_findings(_value(text)))
    except UnreadableError as error:
        place = error.place_in(name)
        hint = f"`claimaudit check --write-baseline {name}` writes one"
        is_there = not isinstance(error.__cause__, FileNotFoundError)
        raise _refusal(name, error.message, place, _RIGHT_FILE if is_there else hint) from error
    except json.JSONDecodeError as error:
        at = _place(name, error.lineno, error.colno)
        raise _refusal(name, f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}", at) from error
    except RecursionError as error:
        raise _refusal(name, "nested too deeply") from error
    except _ShapeError as error:
        raise _refusal(name, str(error)) from error


def _place(name: str, line: int, column: int) -> Location:
    return Location(name, line, column, line, column)


def _refusal(
    name: str, problem: str, place: Location | None = None, hint: str = _RIGHT_FILE
) -> ClaimauditError:
    subject = "this" if place else f"`{name}`"
    return ClaimauditError(f"{subject} cannot be read as a baseline: {problem}", place, hint)


def _value(text: str) -> Any:
    """Return the JSON value; numbers that are no small whole ones as text, for a baseline has none."""
    return json.loads(
        text,
        object_pairs_hook=_without_second_keys,
        parse_int=lambda digits: int(digits) if len(digits) <= _LONGEST_NUMBER else digits,
        parse_float=str,
        parse_constant=_refuse_constant,
    )


def _without_second_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        keys = [key for key, _ in pairs]
        second = next(key for number, key in enumerate(keys) if key in keys[:number])
        raise _ShapeError(f"the key `{one_line(second)}` is there twice")
    return value


def _refuse_constant(word: str) -> NoReturn:
    raise _ShapeError(f"{word} is no value of JSON")


def _findings(value: Any) -> Iterator[KnownFinding]:
    if not isinstance(value, dict) or "version" not in value:
        raise _ShapeError("it has no `version`")
    version = value["version"]
    if type(version) is not int or version != BASELINE_VERSION:  # `true` is 1 too
        raise _ShapeError(f"its `version` is not {BASELINE_VERSION}, the one that is known")
    findings = value.get("findings")
    if not isinstance(findings, list):
        raise _ShapeError("its `findings` are no list")
    for number, entry in enumerate(findings, start=1):
        yield _finding(number, entry)


def _finding(number: int, entry: Any) -> KnownFinding:
    if not isinstance(entry, dict):
        raise _ShapeError(f"finding {number} is no object")
    severity = entry.get("severity")
    if not isinstance(severity, str) or severity not in _SEVERITIES:
        raise _ShapeError(f"the `severity` of finding {number} is none of {', '.join(_SEVERITIES)}")
    return KnownFinding(
        fingerprint=_text(number, entry, "fingerprint"),
        code=_text(number, entry, "code"),
        severity=_SEVERITIES[severity],
        claim=_text_or_none(number, entry, "claim"),
        source=_text_or_none(number, entry, "source"),
        message=_text_or_none(number, entry, "message") or "",
    )


def _text(number: int, entry: dict[str, Any], key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise _ShapeError(f"finding {number} has no `{key}`")
    return value


def _text_or_none(number: int, entry: dict[str, Any], key: str) -> str | None:
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        raise _ShapeError(f"the `{key}` of finding {number} is no text")
    return value
