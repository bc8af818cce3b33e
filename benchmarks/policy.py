"""What an example or a case says at its top about the policy it is judged by: `# policy: minimum-origins = 3`."""

import re
import tomllib
from typing import Any

from claimaudit.config import Config

_POLICY = re.compile(r"# policy: (.+)\n")


def config_of(text: str, **others: Any) -> Config:
    """Return the `Config` that a YAML text asks for: the comment is a line of `claimaudit.toml`."""
    found = _POLICY.match(text)
    return Config.model_validate({**(tomllib.loads(found[1]) if found else {}), **others})
