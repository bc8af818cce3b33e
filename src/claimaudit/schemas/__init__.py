"""JSON Schemas, draft-07, of all that claimaudit reads and writes; made of the models, so that they cannot differ."""

from collections.abc import Callable
from typing import Any, Literal, get_args

from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from claimaudit.render.report_examples import EXAMPLES
from claimaudit.render.report_json import dumps
from claimaudit.render.report_shape import ClaimCardValue, EntryCardValue, ReportValue
from claimaudit.schemas.configuration import config_schema
from claimaudit.schemas.dossier_files import claims_schema, sources_schema
from claimaudit.schemas.draft7 import Draft7, names_its_values, schema_of

__all__ = ["NAMES", "SchemaName", "file_name", "schema_text"]

SchemaName = Literal["claims", "sources", "config", "report"]
NAMES: tuple[SchemaName, ...] = get_args(SchemaName)


def schema_text(name: SchemaName) -> str:
    """Return a schema as JSON text."""
    return dumps(_MAKE[name]())


def file_name(name: SchemaName) -> str:
    """Return what the file of a schema is called."""
    return f"{name}.schema.json"


def _report_schema() -> dict[str, Any]:
    """Return the schema of a report; what `show -f json` writes stands beside it under `definitions`."""
    whole = ReportValue | ClaimCardValue | EntryCardValue
    schema = schema_of(whole, _WithExamples, title="claimaudit: report")
    report = schema["definitions"].pop("ReportValue")
    del schema["anyOf"]
    return {"$schema": schema["$schema"], **report, **schema, "description": report["description"]}


class _WithExamples(Draft7):
    """Shows one value of each type, and of keys those that refer to no other type."""

    def typed_dict_schema(self, schema: core_schema.TypedDictSchema) -> JsonSchemaValue:
        """Describe the keys of a typed dict."""
        example = EXAMPLES[schema["cls"]]
        found = {**super().typed_dict_schema(schema), "examples": [example]}
        for key, value in found["properties"].items():
            if not names_its_values(value) and "$ref" not in dumps(value):
                value["examples"] = [example[key]]
        return found


_MAKE: dict[SchemaName, Callable[[], dict[str, Any]]] = {
    "claims": claims_schema,
    "sources": sources_schema,
    "config": config_schema,
    "report": _report_schema,
}
