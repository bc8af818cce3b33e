"""Dossiers to hide an attack in: sound ones, in which nothing is found, so that all that is found is the attack."""

CLAIM = """\
claims:
  - id: plan
    text: {text}
    status: reported
    evidence: [first-1, second-1]{more}
"""
SOURCES = """\
sources:
  - {id: first-1, outlet: First Post, reference: p. 1, published: 2025-11-18, basis: original}
  - {id: second-1, outlet: Second Wire, reference: p. 2, published: 2025-11-18, basis: original}
"""


def sound(text: str = "The plan has four parts.", more: str = "", sources: str = SOURCES) -> str:
    """Return a dossier without findings: the text of its claim stands at 3:11, `more` keys of it start at 6:5.

    `text` is YAML; `more` are lines of it.
    """
    keys = "".join(f"\n    {line}" for line in more.splitlines())
    return CLAIM.replace("{text}", text).replace("{more}", keys) + sources


def quoted(text: str) -> str:
    """Return text as YAML in double quotes, with escapes for all that is no printable ASCII."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character.isascii() and character.isprintable() and character not in '"\\':
        return character
    return f"\\U{ord(character):08x}"


def listed(text: str) -> str:
    """Return the row that `list claims` has for the claim of a sound dossier with that text."""
    return f"plan   corroborated         2         2   {text}"


def row(verdict: str, outlets: int, origins: int, text: str = "t") -> str:
    """Return the row that `list claims` has for a claim `plan` that stands alone."""
    return f"plan   {verdict}   {outlets:>7}   {origins:>7}   {text}"
