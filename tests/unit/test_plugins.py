"""Pydantic finds no plugins in a command, and finds what else it may want of the module that looks for them."""

import subprocess
import sys

WITHOUT = "from claimaudit.plugins import turn_plugins_off\nturn_plugins_off()\nimport sys\n"


def said_by(source: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT + source],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return done.stdout.strip()


def test_a_model_is_made_without_a_look_for_plugins() -> None:
    source = (
        "from pydantic import BaseModel\n"
        "class One(BaseModel):\n    number: int\n"
        "print(One(number='1').number, 'importlib.metadata' in sys.modules)"
    )
    assert said_by(source) == "1 False"


def test_all_else_that_is_asked_of_the_module_it_tells() -> None:
    source = (
        "from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP, get_plugins\n"
        "from pydantic.plugin import _loader\n"
        "print(PYDANTIC_ENTRY_POINT_GROUP, list(get_plugins()), _loader.__spec__ is not None)"
    )
    assert said_by(source) == "pydantic [] True"


def test_whoever_imports_the_package_keeps_plugins() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import claimaudit, os; print(os.environ.get('PYDANTIC_DISABLE_PLUGINS'))"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "None"
