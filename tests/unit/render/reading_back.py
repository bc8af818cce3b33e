"""What the tests of the formats share: any text, findings that hold it, and undoing what is spelled out."""

import re

from hypothesis import strategies as st
from tests.unit.render.samples import FINDING

from claimaudit.finding import Finding, Severity
from claimaudit.location import Location
from claimaudit.render.checkout import Checkout

CHECKOUT = Checkout("/root", "/root/article")
TEXTS = st.text(max_size=40).filter(lambda text: "\\u{" not in text)
NAMES = TEXTS.filter(lambda text: text.strip() and "/" not in text and text not in {".", ".."})
"""Names that a file can have."""
HOSTILE = [
    " ",
    "50% of it, said: x=y",
    "100%0A %25 %3A %2C",
    "first\nsecond\r\nthird",
    "::error::forged",
    "##[error]forged",
    "\x1b[31m\x07\x9b\u202e\u2066",
    "]]> & <b> \"quoted\" 'so' &amp; &#35;",
    "[a](http://e.example) ![i](x) <script>alert(1)</script> `code` **b** | cell | $x$",
    "[a\\](http://e.example) [b\\\\](http://e.example)",
    "www.e.example https://e.example me@e.example @someone #12",
    "\ufffe\uffff\U0001f600 é",
]
"""What each reader could take for its own."""


def unspelled(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def finding(
    number: int = 1, severity: Severity = Severity.WARNING, message: str = "something is wrong"
) -> Finding:
    return FINDING._replace(
        severity=severity,
        message=message,
        claim=f"claim-{number}",
        location=Location("data/claims.yaml", number, 9, number, 21),
        fingerprint=f"{number:016x}",
        related=(),
        help="",
    )


def saying(message: str, help: str = "", path: str = "data/claims.yaml") -> Finding:  # noqa: A002  SARIF's word
    """Return a finding that says `message` of no claim."""
    place = Location(path, 3, 9, 3, 21)
    return FINDING._replace(message=message, help=help, claim=None, related=(), location=place)
