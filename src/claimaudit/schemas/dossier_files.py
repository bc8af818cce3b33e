"""The files of a dossier as an editor sees them while they are written.

An editor reads YAML 1.2: to it `2025` is a number and `true` a boolean, where `loading` keeps the text. And it sees the
short forms and the blanks that `loading` takes before the model does. `patternErrorMessage` and `errorMessage` are no
keywords of JSON Schema: the language servers for YAML and JSON show them instead of the pattern.
"""

from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from claimaudit.loading.entries import MODELS
from claimaudit.loading.validating import OF_ONES_OWN
from claimaudit.model import Claim, Entry, Informant, Outlet, Owner, Source
from claimaudit.model.entry import Identifier
from claimaudit.schemas.draft7 import WithoutNull, schema_of

_MERGED = "Files are merged by key: claims, sources, outlets, owners and informants may stand in one file or in several."
_SAYS_ON_TEXT = "Write something, or leave it out."
_SAYS_ON_IDS = "An id has ASCII letters and digits, inside also _ . : and -, and at most 128 characters."
_NO_BLANK = "via"
"""Left empty it could mean two things: nobody, or as the source says."""


class _DossierFile(Entry):
    """One file: any of the keys, each with a list."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": [key]} for key in (*MODELS, "version")]}
    )

    version: Annotated[
        int,
        WithJsonSchema(
            {
                "type": ["integer", "string"],
                "minimum": 1,
                "maximum": 1,
                "pattern": "^1$",
                "patternErrorMessage": "The format has the version 1.",
            }
        ),
    ] = 1
    """The version of the format."""
    claims: tuple[Claim, ...] = Field(default=())
    """The claims, each one assertion that can be true or false."""
    sources: tuple[Source, ...] = Field(default=())
    """The sources, each one published work, document or statement at one time."""
    outlets: tuple[Outlet, ...] = Field(default=())
    """The outlets, which publish sources; those that need nothing said of them can be left out."""
    owners: tuple[Owner, ...] = Field(default=())
    """The owners, which control outlets; those that need nothing said of them can be left out."""
    informants: tuple[Informant, ...] = Field(default=())
    """The informants: persons, offices and documents on whom several sources may rely."""


def claims_schema() -> dict[str, Any]:
    """Return the JSON Schema of a file that holds claims before all."""
    return _schema("claims", "claimaudit: claims", "What is claimed, and what bears on it.")


def sources_schema() -> dict[str, Any]:
    """Return the JSON Schema of a file that holds sources before all."""
    return _schema("sources", "claimaudit: sources", "What was published, by whom, and whom it repeats.")


def _schema(first: str, title: str, description: str) -> dict[str, Any]:
    schema = schema_of(_DossierFile, _AsWritten, title=title, description=f"{description} {_MERGED}")
    keys = schema["properties"]
    return {**schema, "properties": {first: keys[first], **keys}}


class _AsWritten(WithoutNull):
    """Takes what `loading` takes, as far as an editor can tell."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Take what an editor reads as a number or a boolean for text."""
        found = super().str_schema(schema)
        found.pop("minLength", None)  # the pattern says it too
        says = _SAYS_ON_TEXT if found.get("pattern") == r"\S" else _SAYS_ON_IDS
        return {**found, "type": ["string", "number", "boolean"], "patternErrorMessage": says}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:  # noqa: ARG002
        """Take `true` in quotes as well."""
        says = "Write true or false."
        return {"type": ["boolean", "string"], "pattern": "^(true|false)$", "patternErrorMessage": says}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Take keys of one's own, and blanks where they are the same as leaving the key out."""
        found = super().model_schema(schema)
        keys = found["properties"]
        del keys[OF_ONES_OWN]
        if (
            "id" in keys
        ):  # an outlet or owner made from a name may have letters beyond ASCII, one in a file not
            keys["id"] |= self._identifier()
        for key in keys.keys() - set(found.get("required", ())) - {_NO_BLANK}:
            keys[key] = _or_blank(keys[key])
        found["patternProperties"] = {f"^{OF_ONES_OWN}": {"description": "A key of your own: never read."}}
        return found

    def _identifier(self) -> JsonSchemaValue:
        found = self.generate_inner(TypeAdapter(Identifier).core_schema)
        return {**found, "minimum": 0}


def _or_blank(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of a value that may be left empty."""
    blank = {"type": "null"}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], blank]}
    if "type" in schema and "enum" not in schema:
        own = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": [*own, "null"]}
    words = {key: value for key, value in schema.items() if key in ("description", "default", "examples")}
    value = {key: value for key, value in schema.items() if key not in words}
    return {**words, "anyOf": [value, blank]}
