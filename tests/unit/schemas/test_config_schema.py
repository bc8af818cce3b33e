"""The schema of the configuration knows what `read_settings` knows, as far as a schema can."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from tests.conftest import ROOT

from claimaudit.errors import ClaimauditError
from claimaudit.loading.settings import read_settings
from claimaudit.schemas import schema_text

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
    ],
)
def test_what_is_not_read_is_refused(tmp_path: Path, text: str) -> None:
    assert not _is_read(tmp_path, text)
    assert not _is_accepted(text)
