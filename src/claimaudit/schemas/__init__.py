"""JSON Schemas, draft-07, of all that claimaudit reads and writes; made of the models, so that they cannot differ."""

from collections.abc import Callable, Iterator
from typing import Any, Literal, get_args

from claimaudit.config import Config
from claimaudit.finding import Severity
from claimaudit.render.report_json import dumps
from claimaudit.render.report_shape import ClaimCardValue, EntryCardValue, ReportValue
from claimaudit.report import INPUT_RULES
from claimaudit.rules import RULES, WORDING_RULES
from claimaudit.schemas.dossier_files import claims_schema, sources_schema
from claimaudit.schemas.draft7 import Draft7, WithoutNull, schema_of

__all__ = ["NAMES", "SchemaName", "file_name", "schema_text"]

SchemaName = Literal["claims", "sources", "config", "report"]
NAMES: tuple[SchemaName, ...] = get_args(SchemaName)


def schema_text(name: SchemaName) -> str:
    """Return a schema as JSON text."""
    return dumps(_MAKE[name]())


def file_name(name: SchemaName) -> str:
    """Return what the file of a schema is called."""
    return f"{name}.schema.json"


def _config_schema() -> dict[str, Any]:
    """Return the schema of a configuration, with the rules by name, so that an editor can offer them."""
    schema = schema_of(Config, WithoutNull, title="claimaudit: configuration")
    severity = schema["properties"]["severity"]
    severity["properties"] = dict(_severities_of_rules())
    for key in ("select", "ignore"):
        schema["properties"][key]["items"]["examples"] = [rule.code for rule in RULES]
    return schema


def _severities_of_rules() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield by code and by name what severities the findings of a rule can have."""
    for rule in RULES:
        if rule.code not in INPUT_RULES:
            worst = Severity.WARNING if rule.code in WORDING_RULES else Severity.ERROR
            known = [severity.value for severity in Severity if severity.rank >= worst.rank]
            yield rule.code, {"enum": known, "description": f"{rule.name}: {rule.title}."}
            yield rule.name, {"enum": known, "description": f"{rule.code}: {rule.title}."}


def _report_schema() -> dict[str, Any]:
    """Return the schema of a report; what `show -f json` writes stands beside it under `definitions`."""
    schema = schema_of(ReportValue | ClaimCardValue | EntryCardValue, Draft7, title="claimaudit: report")
    report = schema["definitions"].pop("ReportValue")
    del schema["anyOf"]
    return {"$schema": schema["$schema"], **report, **schema, "description": report["description"]}


_MAKE: dict[SchemaName, Callable[[], dict[str, Any]]] = {
    "claims": claims_schema,
    "sources": sources_schema,
    "config": _config_schema,
    "report": _report_schema,
}
