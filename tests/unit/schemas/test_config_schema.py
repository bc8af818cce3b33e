"""The schema of the configuration knows what `read_settings` knows, as far as a schema can."""

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from tests.conftest import ROOT

from claimaudit.config import Config
from claimaudit.errors import ClaimauditError
from claimaudit.loading.settings import read_settings
from claimaudit.rules import require_rules, require_severities
from claimaudit.schemas import schema_text
from claimaudit.text.cues import require_cue

SCHEMA = json.loads(schema_text("config"))
PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)[0]


def _is_accepted(text: str) -> bool:
    Draft7Validator.check_schema(SCHEMA)
    return Draft7Validator(SCHEMA).is_valid(tomllib.loads(text))


def _is_read(folder: Path, text: str) -> bool:
    path = folder / "claimaudit.toml"
    path.write_text(text, encoding="utf-8")
    try:
        read_settings(path)
    except ClaimauditError:
        return False
    return True


@pytest.mark.parametrize(
    "text",
    [
        "",
        EXAMPLE,
        'level = "informant"\nyardstick = "phia"\n',
        'severity = {CA102 = "error", weak-premise = "note", CA901 = "note", CA303 = "note"}\n',
        'minimums = [{tag = "a", origins = 1}, {section = "b", origins = 9}]\n',
        'select = ["C", "ca", "cA1", "CA10", "CA104", "false-corroboration", "False-Corroboration"]\n',
        'ignore = ["CA0", "ca001", "unreadable-file"]\n',
        'severity = {ca102 = "error", Weak-Premise = "note", ca303 = "warning", Ca901 = "note"}\n',
        'cues.hedges = ["may", "suggest(s|ed)", "there( is|\'s) talk", "(very)? likely", "! could not", "!may"]\n',
        'cues.hedges = ["N", "N (men|women)", "! =May (N|day)", "=May", "(=May|could)", "as W as", "été", "a-b"]\n',
    ],
)
def test_what_is_read_is_accepted(tmp_path: Path, text: str) -> None:
    assert _is_read(tmp_path, text)
    assert _is_accepted(text)


@pytest.mark.parametrize(
    "text",
    [
        "selct = []\n",
        'select = "CA1"\n',
        "select = [1]\n",
        'fail-on = "warn"\n',
        'fail_on = "warning"\n',
        "minimum-origins = 0\n",
        'minimum-origins = "2"\n',
        'level = "outlets"\n',
        'yardstick = "ICD"\n',
        'severity.CA102 = "off"\n',
        'severity.CA303 = "error"\n',
        'severity.vague-attribution = "error"\n',
        'minimums = [{tag = "a"}]\n',
        "minimums = [{origins = 2}]\n",
        'minimums = [{tag = "a", section = "b", origins = 2}]\n',
        'flagged-tags = [{tag = "a"}]\n',
        'flagged-tags = [{tag = " ", message = "a"}]\n',
        'cues.weasels = ["a"]\n',
        'cues.hedges = "a"\n',
        'select = ["CA999"]\n',
        'select = ["CA1045"]\n',
        'select = [""]\n',
        'select = ["CA1 "]\n',
        'ignore = ["missing-archives"]\n',
        'ignore = ["missing"]\n',
        'severity.CA001 = "error"\n',
        'severity.ca004 = "note"\n',
        'severity.unreadable-file = "error"\n',
        'severity.ca303 = "error"\n',
        'severity.Vague-Attribution = "error"\n',
        'severity.CA10 = "note"\n',
        'severity.CA999 = "note"\n',
        'severity.missing-archives = "note"\n',
        'cues.hedges = [""]\n',
        'cues.hedges = [" "]\n',
        'cues.hedges = ["!"]\n',
        'cues.hedges = ["May"]\n',
        'cues.hedges = ["(May|might)"]\n',
        'cues.hedges = ["a.b"]\n',
        'cues.hedges = ["may, might"]\n',
        'cues.hedges = ["a|b"]\n',
        'cues.hedges = ["a?"]\n',
        'cues.hedges = ["(a"]\n',
        'cues.hedges = ["a)"]\n',
        'cues.hedges = ["(a (b))"]\n',
        'cues.hedges = ["a !b"]\n',
        'cues.hedges = ["W says"]\n',
        'cues.hedges = ["! W"]\n',
        'cues.hedges = ["aN"]\n',
        'cues.hedges = ["they\u2019re"]\n',
        'cues.confidence = ["May"]\n',
    ],
)
def test_what_is_not_read_is_refused(tmp_path: Path, text: str) -> None:
    assert not _is_read(tmp_path, text)
    assert not _is_accepted(text)


# --- cues ---------------------------------------------------------------------------------------------------

PATTERN = SCHEMA["definitions"]["Cues"]["properties"]["hedges"]["items"]["pattern"]
LISTS = sorted((files("claimaudit.text") / "cue_lists").iterdir(), key=lambda path: path.name)


@pytest.mark.parametrize("cue_list", LISTS, ids=lambda path: path.name)
def test_every_cue_of_our_own_fits_the_pattern(cue_list: Path) -> None:
    lines = cue_list.read_text("utf-8").splitlines()
    cues = [cue for line in lines if (cue := line.partition("#")[0].strip())]
    assert cues
    assert [cue for cue in cues if not re.search(PATTERN, cue)] == []


@given(
    st.lists(
        st.sampled_from([*"abNWM=!()|?-' \n\u2019_.1", "May", "é", "(a|b)", "(a)?", " N", "W "]), max_size=8
    ).map("".join)
    | st.text(max_size=6)
)
@example("=M(ay|ight)")
@example("(|a) W")
def test_every_cue_that_is_read_fits_the_pattern(cue: str) -> None:
    try:
        require_cue(cue)
    except ValueError:
        return
    assert re.search(PATTERN, cue)


# --- examples -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("holder", ["", "Minimum", "FlaggedTag", "Cues", "Rule"])
def test_examples_are_valid_and_read(holder: str) -> None:
    definition = SCHEMA["definitions"][holder] if holder else SCHEMA
    whole = {**definition, "definitions": SCHEMA["definitions"]}
    key = {"Minimum": "minimums", "FlaggedTag": "flagged-tags", "Cues": "cues", "Rule": "select"}.get(holder)
    assert definition["examples"]
    for shown in definition["examples"]:
        assert list(Draft7Validator(whole).iter_errors(shown)) == []
        value = shown if key is None else {key: shown if key == "cues" else [shown]}
        config = Config.model_validate(value, by_alias=True, by_name=False)
        require_rules([*(config.select or ()), *config.ignore])
        require_severities(config.severity)


def test_every_key_has_an_example_or_lists_its_values() -> None:
    for definition in (SCHEMA, *SCHEMA["definitions"].values()):
        for key, value in definition.get("properties", {}).items():
            assert value.get("examples") or "enum" in value or value.get("default"), key
    assert list(SCHEMA["examples"][0]) == sorted(SCHEMA["examples"][0], key=list(SCHEMA["properties"]).index)
