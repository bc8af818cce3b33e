"""The page on the configuration says what is so: its example is read, and it has every key."""

import re
from pathlib import Path

from pydantic import BaseModel
from tests.conftest import ROOT, Run

from claimaudit.config import Config, Cues, FlaggedTag, Minimum
from claimaudit.loading.settings import read_settings

PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def _example() -> str:
    return next(text for language, text in BLOCKS if language == "toml")


def test_example_is_a_sound_file_that_sets_every_key(tmp_path: Path) -> None:
    path = tmp_path / "claimaudit.toml"
    path.write_text(_example(), encoding="utf-8")
    assert read_settings(path).config.model_fields_set == set(Config.model_fields)


def test_page_names_every_key() -> None:
    models: list[type[BaseModel]] = [Config, Minimum, FlaggedTag, Cues]
    keys = [field.alias or name for model in models for name, field in model.model_fields.items()]
    assert [key for key in keys if not re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", PAGE)] == []


def test_output_on_the_page_is_what_is_printed(claimaudit: Run, tmp_path: Path) -> None:
    path = tmp_path / "claimaudit.toml"
    path.write_text('fail-on = "warning"\n', encoding="utf-8")
    printed = claimaudit("config", cwd=tmp_path).stdout.splitlines()
    console = next(text for language, text in BLOCKS if language == "console")
    shown = [line.split() for line in console.splitlines() if re.match("key|paths|fail-on", line)]
    assert len(shown) == 3
    assert [row for row in shown if row not in [line.split() for line in printed]] == []
    path.write_text("selct = []\n", encoding="utf-8")
    told = next(text for language, text in BLOCKS if language == "text")
    assert claimaudit("check", cwd=tmp_path).stderr == told
