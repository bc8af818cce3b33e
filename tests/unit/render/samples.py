"""Small reports made by hand, for the renderers."""

from dataclasses import replace

from claimaudit.finding import Finding, Related, Severity, Waived
from claimaudit.location import Location
from claimaudit.report import (
    ClaimReport,
    LeftOut,
    Merge,
    Origins,
    Report,
    SideReport,
    Step,
    Summary,
    Witness,
)

HERE = Location("data/claims.yaml", 3, 9, 3, 21)
AXIOS = Witness("outlet", "axios", "Axios")
ONE = Origins(1, 1, (AXIOS,), (AXIOS,), low_exact=True, high_exact=True, unique=True, shown="1")
NONE = Origins(0, 0, (), (), low_exact=True, high_exact=True, unique=True, shown="0")
SUPPORT = SideReport(("axios", "mint"), ("axios-1",), ONE, ONE, 0, ONE)
NOTHING = SideReport((), (), NONE, NONE, 0, NONE)

CLAIM = ClaimReport(
    id="four-buckets",
    text="The plan has four parts.",
    section="What we know",
    status="reported",
    tags=("secret annex",),
    locator="line 4",
    verdict="single origin",
    contested=False,
    meaning="2 outlets, 1 independent origin; falls if Axios is wrong",
    why="Mint <- Axios",
    support=SUPPORT,
    against=NOTHING,
    merges=(Merge("via", ("mint-1", "axios-1"), "Mint <- Axios"),),
    not_counted=(LeftOut("old-1", "off-subject"),),
    premises=(("other", "another"),),
    is_speculative=False,
    is_secret_annex=True,
    is_checked=True,
    location=HERE,
)
FINDING = Finding(
    code="CA104",
    name="false-corroboration",
    severity=Severity.WARNING,
    message="2 outlets, 1 independent origin: falls if Axios is wrong (Mint <- Axios)",
    location=HERE,
    claim="four-buckets",
    help="find an origin of its own",
    related=(Related("Mint <- Axios", Location("data/claims.yaml", 8, 9, 8, 15)),),
    fingerprint="0123456789abcdef",
    excerpt="  - id: four-buckets",
)
WAIVED = FINDING._replace(
    code="CA402", name="secret-annex", waived=Waived("editor", "the text says so", "2026-12-31")
)


def report(*findings: Finding, claims: tuple[ClaimReport, ...] = (CLAIM,), unchecked: int = 0) -> Report:
    live = [finding for finding in findings if not finding.waived]
    counts = {severity.value: sum(finding.severity is severity for finding in live) for severity in Severity}
    summary = Summary(
        claims=len(claims),
        by_verdict={"single origin": len(claims)} if claims else {},
        findings=counts,
        waived=len(findings) - len(live),
        unchecked=unchecked,
        sources=2,
        outlets=2,
    )
    steps = (Step("an origin other than Axios", ("four-buckets",)),) if claims else ()
    statement = ("1 claim is audited, on 2 sources of 2 outlets.",)
    return Report(summary, findings, statement=statement, steps=steps, claims=claims)


def hostile(text: str) -> Report:
    """Return a report with `text` wherever data can stand."""
    claim = CLAIM._replace(text=text, section=text, meaning=text, why=text, tags=(text,), locator=text)
    finding = FINDING._replace(
        message=text,
        help=text,
        excerpt=text,
        related=(Related(text, HERE),),
        location=HERE._replace(path=text),
    )
    return replace(report(finding, claims=(claim,)), statement=(text,), steps=(Step(text, (text,)),))
