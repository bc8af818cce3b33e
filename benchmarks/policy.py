"""What an example or a case says at its top about the policy it is judged by: `# policy: minimum_origins = 3`."""

import re
import tomllib
from typing import Any

from claimaudit.config import Config, FlaggedTag
from claimaudit.finding import Severity

_POLICY = re.compile(r"# policy: (.+)\n")


def policy_of(text: str) -> dict[str, Any]:
    """Return the fields of a `Config` that the first line of a YAML text gives, or none."""
    found = _POLICY.match(text)
    fields: dict[str, Any] = tomllib.loads(found[1]) if found else {}
    if "flagged_tags" in fields:
        fields["flagged_tags"] = tuple(
            FlaggedTag(flag["tag"], Severity(flag["severity"]), flag["message"])
            for flag in fields["flagged_tags"]
        )
    return fields


def config_of(text: str, **others: Any) -> Config:
    """Return the `Config` that a YAML text asks for."""
    return Config(**policy_of(text), **others)
