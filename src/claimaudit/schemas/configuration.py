"""The configuration as an editor sees it: with the rules by name, and with what only reading it would refuse."""

from collections.abc import Iterable, Iterator
from typing import Any

from claimaudit.config import Config
from claimaudit.finding import Severity
from claimaudit.rules import RULES
from claimaudit.schemas.draft7 import WithoutNull, schema_of
from claimaudit.text.cues import LONGEST_CUE

_RULE = "Rule"
"""The definition of what stands for rules."""

# What no word of a cue holds. `require_cue` knows more: how the words come out where groups are put together.
_NO_WORD = r"!-&()*+,./:;<>?@\[\\\]^_`{|}~\u2018-\u201f"
_CUE = (
    r"^(?=[\s\S]*[^\s!()|?='-])"  # there is a word
    r"(?!!?\s*W(?:[\s-]|$))"  # it does not start with any word
    r"(?:(?=[^=]*=)|(?![\s\S]*(?:[A-MO-VX-Z]|[a-z][NW]|[NW][a-z])))"  # without a `=`, N and W alone are capitals
    rf"!?(?:[^{_NO_WORD}]|\((?:[^{_NO_WORD}]|\|)*\)\??)+$"  # words, and groups that do not nest
)
_CUE_IN_WORDS = (
    "Small letters; (a|b) for a choice, (a)? for what may be missing, W for any word, N for a number."
)


def config_schema() -> dict[str, Any]:
    """Return the JSON Schema of a configuration."""
    schema = schema_of(Config, WithoutNull, title="claimaudit: configuration")
    keys = schema["properties"]
    for key in ("select", "ignore"):
        keys[key]["items"] = {"$ref": f"#/definitions/{_RULE}"}
    keys["severity"] |= {
        "properties": dict(_severities_of_rules()),
        "patternProperties": dict(_severities_in_any_case()),
        "additionalProperties": False,
    }
    for cues in schema["definitions"]["Cues"]["properties"].values():
        cues["items"] |= {"maxLength": LONGEST_CUE, "pattern": _CUE, "patternErrorMessage": _CUE_IN_WORDS}
    schema["definitions"][_RULE] = _rule_schema()
    return schema


def _rule_schema() -> dict[str, Any]:
    """Return what stands for rules: the words are listed for an editor to offer, the pattern takes any case."""
    starts = {rule.code[:length] for rule in RULES for length in range(1, len(rule.code) + 1)}
    names = [rule.name for rule in RULES]
    return {
        "description": "The code of a rule, the start of a code, or the name of a rule, in upper or lower case.",
        "anyOf": [
            {"enum": [*(rule.code for rule in RULES), *names]},
            {"type": "string", "pattern": _in_any_case([*sorted(starts), *names])},
        ],
        "examples": ["CA104", "CA1", "missing-archive"],
    }


def _severities_of_rules() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield by code and by name what severities the house may give to the findings of a rule."""
    for rule in RULES:
        if rule.severities:
            known = list(rule.severities)
            yield rule.code, {"enum": known, "description": f"{rule.name}: {rule.title}."}
            yield rule.name, {"enum": known, "description": f"{rule.code}: {rule.title}."}


def _severities_in_any_case() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the same by patterns."""
    kinds: dict[tuple[Severity, ...], list[str]] = {}
    for rule in RULES:
        if rule.severities:
            kinds.setdefault(rule.severities, []).extend((rule.code, rule.name))
    for known, words in kinds.items():
        yield _in_any_case(words), {"enum": list(known)}


def _in_any_case(words: Iterable[str]) -> str:
    """Return a pattern for some words: JSON Schema has none that takes no heed of case."""
    spelled = ("".join(_either_case(character) for character in word) for word in words)
    return f"^(?:{'|'.join(spelled)})$"


def _either_case(character: str) -> str:
    return f"[{character.upper()}{character.lower()}]" if character.isalpha() else character
