"""Makes JSON Schema, draft-07, of types: the newest draft that editors and validators of YAML all read.

Pydantic writes draft 2020-12. Of its keywords that are new since draft-07 none is needed here but `$defs`; what stands
beside a `$ref` counts only since then.
"""

from typing import Any, cast

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from claimaudit.schemas.docstrings import field_docstrings
from claimaudit.text.docstrings import restore_docstring

DIALECT = "http://json-schema.org/draft-07/schema#"


def schema_of(type_: Any, generator: "type[Draft7]", *, title: str, description: str = "") -> dict[str, Any]:
    """Return the JSON Schema of a type under a title of its own."""
    schema = TypeAdapter(type_).json_schema(
        by_alias=True, ref_template="#/definitions/{model}", schema_generator=generator
    )
    own = schema.pop("description", "")
    return {"$schema": DIALECT, "title": title, "description": description or own, **schema}


class Draft7(GenerateJsonSchema):
    """Closed objects, their keys in the order of the class, described by the docstrings under its fields."""

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        """Return the schema, its definitions where draft-07 looks for them."""
        found = super().generate(schema, mode)
        definitions = found.pop("$defs", {})
        found.pop("title", None)
        return cast("JsonSchemaValue", _referring({**found, "definitions": definitions}))

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002
        """Return the schema as it is: the order of a class means something."""
        return value

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        """Refuse titles such as "Superseded By", which say nothing new."""
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Name a default only where it says something: "none" goes without saying."""
        found = super().default_schema(schema)
        if not isinstance(found.get("default"), str | int):
            found.pop("default", None)
        return found

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Describe an enumeration."""
        restore_docstring(schema["cls"])
        return super().enum_schema(schema)

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Describe the keys of a model."""
        restore_docstring(schema["cls"])
        return _described(super().model_schema(schema), schema["cls"])

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        """Describe the keys of a dataclass."""
        restore_docstring(schema["cls"])
        return _described(super().dataclass_schema(schema), schema["cls"])

    def typed_dict_schema(self, schema: core_schema.TypedDictSchema) -> JsonSchemaValue:
        """Describe the keys of a typed dict."""
        restore_docstring(schema["cls"])
        return _described(super().typed_dict_schema(schema), schema["cls"])


class WithoutNull(Draft7):
    """For a file whose format has no null, such as TOML: what is optional is left out."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Return the schema of what stands there if anything does."""
        return self.generate_inner(schema["schema"])


def _described(schema: JsonSchemaValue, cls: type) -> JsonSchemaValue:
    """Return the schema of a class: closed, each key with what the docstring under it says, and its examples."""
    sentences = field_docstrings(cls)
    fields = getattr(cls, "model_fields", {})
    names = {getattr(field, "alias", None) or name: name for name, field in fields.items()}
    for key, value in schema["properties"].items():
        sentence = sentences.get(names.get(key, key))
        if sentence:
            value.setdefault("description", sentence)
        examples = [example[key] for example in schema.get("examples", ()) if key in example]
        if examples and not names_its_values(value):
            value.setdefault("examples", examples)
    schema["additionalProperties"] = False
    return schema


def names_its_values(schema: JsonSchemaValue) -> bool:
    """Return whether the schema lists what may stand there: then an example tells nothing."""
    return "enum" in schema or any("enum" in part for part in schema.get("anyOf", ()))


def _referring(value: Any) -> Any:
    """Return a schema in which nothing stands beside a `$ref`."""
    if isinstance(value, list):
        return [_referring(item) for item in value]
    if not isinstance(value, dict):
        return value
    inner = {key: _referring(item) for key, item in value.items()}
    if isinstance(inner.get("$ref"), str) and len(inner) > 1:
        return {
            **{key: item for key, item in inner.items() if key != "$ref"},
            "allOf": [{"$ref": inner["$ref"]}],
        }
    return inner
