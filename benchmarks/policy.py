"""What an example or a case says at its top about the policy it is judged by: `# policy: minimum-origins = 3`."""

import tomllib
from itertools import takewhile
from typing import Any

from claimaudit.config import Config

_MARK = "# policy: "


def config_of(text: str, **others: Any) -> Config:
    """Return the `Config` that a YAML text asks for: each such line at its top is a line of `claimaudit.toml`."""
    marked = takewhile(lambda line: line.startswith(_MARK), text.splitlines())
    policy = tomllib.loads("\n".join(line.removeprefix(_MARK) for line in marked))
    return Config.model_validate({**policy, **others})
