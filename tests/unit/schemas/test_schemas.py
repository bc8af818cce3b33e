"""The schemas under `schemas/`: those that the command prints, draft-07, and described throughout."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml
from tests.conftest import DATA, ROOT, Run
from tests.unit.schemas.reading import SCHEMAS, as_an_editor, committed, complaints

from claimaudit import load
from claimaudit.auditing.reporting import VERDICTS
from claimaudit.cli.schema import NAMES
from claimaudit.finding import Severity
from claimaudit.model.claim import Status
from claimaudit.provenance.grounds import Reason
from claimaudit.provenance.labels import LabelKind
from claimaudit.schemas import NAMES as MADE

NEWER_THAN_DRAFT_7 = {
    "$defs",
    "$anchor",
    "$dynamicRef",
    "prefixItems",
    "unevaluatedProperties",
    "unevaluatedItems",
    "dependentRequired",
    "dependentSchemas",
    "minContains",
    "maxContains",
    "discriminator",
    "$id",
}


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping in a schema."""
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(part)


def test_every_schema_is_committed_and_no_other() -> None:
    assert NAMES == MADE
    assert sorted(path.name for path in SCHEMAS.iterdir()) == sorted(f"{name}.schema.json" for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_committed_schema_is_what_the_command_prints(claimaudit: Run, name: str) -> None:
    done = claimaudit("schema", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (SCHEMAS / f"{name}.schema.json").read_text("utf-8"), "see CONTRIBUTING.md"


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_draft_7_and_nothing_newer(name: str) -> None:
    schema = committed(name)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    assert not {key for part in parts(schema) for key in part} & NEWER_THAN_DRAFT_7
    beside = [part for part in parts(schema) if isinstance(part.get("$ref"), str) and len(part) > 1]
    assert beside == [], "draft-07 does not read what stands beside a reference"


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_somewhere_and_every_definition_is_described(name: str) -> None:
    schema = committed(name)
    named = {part["$ref"] for part in parts(schema) if isinstance(part.get("$ref"), str)}
    assert named <= {f"#/definitions/{definition}" for definition in schema["definitions"]}
    for definition in (schema, *schema["definitions"].values()):
        assert definition["description"]
        if definition.get("type") == "object":
            assert definition["additionalProperties"] is False


@pytest.mark.parametrize("name", ["claims", "sources", "report"])
def test_every_key_is_described(name: str) -> None:
    schema = committed(name)
    for holder, definition in {"": schema, **schema["definitions"]}.items():
        for key, value in definition.get("properties", {}).items():
            assert value.get("description", "").endswith("."), f"{holder}.{key}"


def test_every_key_that_takes_text_has_an_example() -> None:
    for holder, definition in committed("claims")["definitions"].items():
        for key, value in definition["properties"].items():
            if key not in ("snapshot", "waivers") and "enum" not in json.dumps(value):
                assert value["examples"], f"{holder}.{key}"


@pytest.mark.parametrize("holder", committed("claims")["definitions"])
def test_examples_are_valid(holder: str) -> None:
    schema = committed("claims")
    definition = schema["definitions"][holder]
    for example in definition["examples"]:
        whole = {"$ref": f"#/definitions/{holder}", "definitions": schema["definitions"]}
        assert list(jsonschema.Draft7Validator(whole).iter_errors(example)) == []


@pytest.mark.parametrize("kind", ["claims", "sources", "outlets", "owners", "informants"])
def test_examples_of_entries_load(kind: str, tmp_path: Path) -> None:
    reference = committed("claims")["properties"][kind]["items"]["$ref"]
    examples = committed("claims")["definitions"][reference.rpartition("/")[2]]["examples"]
    path = tmp_path / "claims.yaml"
    path.write_text(yaml.safe_dump({kind: examples}), encoding="utf-8")
    assert {fault.code for fault in load(path).faults} <= {"CA004"}, "they name what is not here"


def test_an_editor_is_told_what_to_write_and_not_a_pattern() -> None:
    for part in parts(committed("claims")):
        if isinstance(part.get("pattern"), str):
            assert part["patternErrorMessage"].endswith(".")


def test_claims_and_sources_differ_in_words_and_in_what_comes_first() -> None:
    claims, sources = committed("claims"), committed("sources")
    assert next(iter(claims["properties"])) == "claims"
    assert next(iter(sources["properties"])) == "sources"
    for schema in (claims, sources):
        assert "merged by key" in schema["description"]
    words = {"title", "description"}
    assert {key: value for key, value in claims.items() if key not in words} == {
        key: value for key, value in sources.items() if key not in words
    }


def test_the_keys_are_those_of_the_documents() -> None:
    page = (ROOT / "docs" / "file-format.md").read_text("utf-8")
    definitions = committed("claims")["definitions"]
    titles = {
        "Claims": "Claim",
        "Evidence": "Evidence",
        "Sources": "Source",
        "Outlets": "Outlet",
        "Owners": "Owner",
        "Informants": "Informant",
        "Waivers": "Waiver",
    }
    for title, name in titles.items():
        section = re.split(r"^##", page.partition(f"\n### {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
        table = section.partition("| Default |\n")[2].partition("\n\n")[0]
        rows = dict(re.findall(r"^\| `(\w+)` \|.*\| (.*?) \|$", table, re.MULTILINE))
        assert set(rows) == set(definitions[name]["properties"]), title
        required = {key for key, default in rows.items() if default == "required"}
        assert required == set(definitions[name]["required"]), title
        for key, default in rows.items():
            if re.fullmatch("`[a-z]+`", default):
                found = definitions[name]["properties"][key]["default"]
                assert json.dumps(found).strip('"') == default.strip("`"), f"{title} {key}"


# --- the report ---------------------------------------------------------------------------------------------


def test_words_of_the_report_are_those_of_the_layers_below() -> None:
    definitions = committed("report")["definitions"]

    def words(holder: str, key: str) -> tuple[str, ...]:
        return tuple(definitions[holder]["properties"][key]["enum"])

    assert words("ClaimValue", "status") == get_args(Status)
    assert words("ClaimValue", "verdict") == VERDICTS
    assert words("FindingValue", "severity") == tuple(severity.value for severity in Severity)
    assert words("WitnessValue", "kind") == get_args(LabelKind)
    assert words("LeftOutValue", "reason") == get_args(Reason)


def test_every_key_of_the_report_is_always_there() -> None:
    schema = committed("report")
    for definition in (schema, *schema["definitions"].values()):
        if "properties" in definition:
            assert list(definition["properties"]) == definition["required"]


@pytest.mark.parametrize("command", ["report", "check"])
def test_reports_on_the_real_dossier_are_valid(claimaudit: Run, command: str) -> None:
    value = json.loads(claimaudit(command, "-f", "json").stdout)
    assert len(value["claims"]) == 116
    assert complaints("report", value) == []
    assert complaints("report", {**value, "extra": 1}) != []
    for key in value:
        assert complaints("report", {name: part for name, part in value.items() if name != key}) != []


@pytest.mark.parametrize(
    ("name", "definition"),
    [
        ("four-buckets", "ClaimCardValue"),
        ("outlet/axios", "EntryCardValue"),
        ("axios-2025-11-18-secretly-drafting", "EntryCardValue"),
        ("draft-28-points", "EntryCardValue"),
        ("russian-state", "EntryCardValue"),
    ],
)
def test_cards_of_the_real_dossier_are_valid(claimaudit: Run, name: str, definition: str) -> None:
    value = json.loads(claimaudit("show", name, "-f", "json").stdout)
    schema = committed("report")
    whole = {"$ref": f"#/definitions/{definition}", "definitions": schema["definitions"]}
    assert list(jsonschema.Draft7Validator(whole).iter_errors(value)) == []


def test_examples_of_the_report_are_valid() -> None:
    schema = committed("report")
    for holder, definition in {"": schema, **schema["definitions"]}.items():
        if "properties" not in definition:
            continue
        whole = {"$schema": schema["$schema"], **definition, "definitions": schema["definitions"]}
        assert definition["examples"], holder
        for example in definition["examples"]:
            assert list(jsonschema.Draft7Validator(whole).iter_errors(example)) == [], holder
        for key, value in definition["properties"].items():
            part = {**value, "definitions": schema["definitions"]}
            assert value.get("examples") or "enum" in value or "$ref" in json.dumps(value), f"{holder}.{key}"
            for example in value.get("examples", ()):
                assert list(jsonschema.Draft7Validator(part).iter_errors(example)) == [], f"{holder}.{key}"


def test_examples_of_the_report_are_what_is_printed_of_the_starter(claimaudit: Run, tmp_path: Path) -> None:
    assert claimaudit("init", "-q", cwd=tmp_path).returncode == 0
    schema = committed("report")

    def printed(*arguments: str) -> Any:
        return json.loads(claimaudit(*arguments, "-f", "json", cwd=tmp_path).stdout)

    report = printed("report")
    loud = [finding for finding in report["findings"] if finding["severity"] != "note"]
    (example,) = schema["examples"]
    assert (example["claims"], example["findings"]) == (report["claims"][:1], loud)
    for name, card in (
        ("ClaimCardValue", printed("show", "bridge-closes-in-may")),
        ("EntryCardValue", printed("show", "outlet/river-gazette")),
    ):
        assert schema["definitions"][name]["examples"] == [card]


# --- the tool that checks files without us ------------------------------------------------------------------


def _check(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_check_jsonschema_takes_the_schemas() -> None:
    done = _check("--check-metaschema", *SCHEMAS.glob("*.json"))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["claims", "sources"])
def test_check_jsonschema_takes_the_real_dossier(name: str) -> None:
    done = _check("--schemafile", SCHEMAS / f"{name}.schema.json", *DATA.glob("*.yaml"))
    assert done.returncode == 0, done.stdout


def test_check_jsonschema_names_a_misspelt_key(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text("claims:\n  - {id: a, text: A., evidance: [b]}\n", encoding="utf-8")
    done = _check("--schemafile", SCHEMAS / "claims.schema.json", path)
    assert done.returncode == 1
    assert "'evidance' does not match" in done.stdout


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.name)
def test_the_real_files_name_a_schema_that_takes_them(path: Path) -> None:
    text = path.read_text("utf-8")
    found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert found is not None
    target = (path.parent / found[1]).resolve()
    assert target.parent == SCHEMAS
    assert complaints(target.name.removesuffix(".schema.json"), as_an_editor(text)) == []
