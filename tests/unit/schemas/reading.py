"""Reads YAML as an editor does, YAML 1.2, and asks a schema about it: nothing of ours is in here."""

import json
from functools import cache
from typing import Any

import jsonschema
import ruamel.yaml
from ruamel.yaml.constructor import SafeConstructor
from tests.conftest import ROOT

SCHEMAS = ROOT / "schemas"


class _Constructor(SafeConstructor):
    """Leaves dates text, as the core schema of YAML 1.2 does."""


for _tag in ("timestamp", "value"):  # `=` is a word in YAML 1.2
    _Constructor.add_constructor(f"tag:yaml.org,2002:{_tag}", lambda _, node: node.value)


def as_an_editor(text: str) -> Any:
    reader = ruamel.yaml.YAML(typ="safe", pure=True)
    reader.Constructor = _Constructor
    return reader.load(text)


@cache
def committed(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return schema


def complaints(name: str, value: Any) -> list[str]:
    """Return what a schema has against a value, with the way to it."""
    errors = jsonschema.Draft7Validator(committed(name)).iter_errors(value)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors]
