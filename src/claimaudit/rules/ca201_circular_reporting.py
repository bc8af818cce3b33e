"""CA201: a circle.

## What it finds
Sources that repeat each other round, so that each has the news from the other: by what the sources say of
themselves, or by what the evidence of one claim says. An error where no origin stands outside the circle, else a
warning. Also owners that own each other round (an error), and claims that rest on each other round (an error if
none of them stands). One finding a circle.

## Why it matters
In circular reporting information seems confirmed by what is only its own echo. A circle grounds nothing, however
many take part. Of time it makes no sense either: what is derived comes after what it is derived from (W3C
PROV-CONSTRAINTS).

## Fails
```yaml
claims:
  - id: secret-deal
    text: There is a secret deal.
    status: reported
    evidence: [blog-a-post, blog-b-post]
sources:
  - {id: blog-a-post, outlet: First Blog, url: "https://first.example/1", published: 2025-11-18, via: [blog-b-post]}
  - {id: blog-b-post, outlet: Other Blog, url: "https://other.example/1", published: 2025-11-18, via: [blog-a-post]}
```

## Passes
```yaml
claims:
  - id: secret-deal
    text: There is a secret deal.
    status: reported
    evidence: [blog-a-post, blog-b-post]
sources:
  - {id: blog-a-post, outlet: First Blog, url: "https://first.example/1", published: 2025-11-18, basis: original}
  - {id: blog-b-post, outlet: Other Blog, url: "https://other.example/1", published: 2025-11-18, via: [blog-a-post]}
```

## How to mend it
Look up who had it first, and take the `via` out of that one. If nobody did, there is no source.

## Definition
A strongly connected component of what repeats what, and a least fixed point that no circle enters:
docs/independence.md.
"""

from collections.abc import Iterator, Sequence

from claimaudit.finding import Severity
from claimaudit.location import Route
from claimaudit.provenance.circles import Circle, circles_of_owners, circles_of_sources
from claimaudit.provenance.components import rounds
from claimaudit.provenance.labels import Label
from claimaudit.provenance.sentences import (
    explain_circle,
    explain_circle_of_owners,
    explain_circle_of_premises,
)
from claimaudit.rule import AuditedClaim, AuditedDossier, Observation, Rule

CODE = "CA201"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each circle of sources, of owners and of premises."""
    for circle in circles_of_sources(audited.provenance):
        if not audited.dossier.unsound_sources.intersection(circle.members):
            yield _on_sources(audited, circle)
    yield from _on_owners(audited)
    yield from _on_premises(audited)


def _on_sources(audited: AuditedDossier, circle: Circle) -> Observation:
    message = explain_circle(audited.dossier, circle)
    severity = Severity.WARNING if circle.is_grounded else Severity.ERROR
    links = [
        _link(audited, circle.claim, *pair) for pair in zip(circle.round, circle.round[1:], strict=False)
    ]
    first, *others = links
    return Observation(
        RULE,
        message,
        first,
        severity,
        claim=circle.claim,
        source=circle.members[0],
        help="take the `via` out of the one that had it first",
        related=tuple(("the circle goes on here", route) for route in others),
        key=_key("sources", circle.members),
        is_of_several=True,
    )


def _link(audited: AuditedDossier, claim_id: str | None, source: str, repeated: str) -> Route:
    """Return the way to where it says that a source repeats another: for that claim, else for all."""
    if claim_id is not None:
        claim = audited.claim[claim_id]
        for index, piece in enumerate(claim.claim.evidence):
            if piece.source == source and repeated in (piece.via or ()):
                return (*claim.evidence_route(index), "via", (piece.via or ()).index(repeated))
    via = audited.dossier.source[source].via or ()
    return (*audited.source_route(source), "via", via.index(repeated))


def _on_owners(audited: AuditedDossier) -> Iterator[Observation]:
    dossier = audited.dossier
    places: dict[Label, Route] = {
        Label(owner.id, "owner"): ("owners", index, "owner") for index, owner in enumerate(dossier.owners)
    }
    for index, outlet in enumerate(dossier.outlets):
        places[Label(outlet.id, "outlet")] = ("outlets", index, "owner")
    for circle in circles_of_owners(audited.provenance.ownership, tuple(places)):
        first, *others = circle.path[:-1]
        yield RULE.on_source(
            places[first],
            None,
            explain_circle_of_owners(dossier, circle.path),
            help="take out the `owner` of the topmost",
            related=tuple(("the circle goes on here", places[label]) for label in others),
            key=_key("owners", [label.id for label in circle.members]),
        )


def _on_premises(audited: AuditedDossier) -> Iterator[Observation]:
    live = {claim.id: claim for claim in audited.argued_claims}
    edges = {
        name: tuple(premise for _, premise in claim.premises() if premise in live)
        for name, claim in live.items()
    }
    for circle in rounds(edges, tuple(live)):
        stands = any(live[member].support.is_grounded for member in circle.members)
        links = [_premise(live[one], other) for one, other in zip(circle.path, circle.path[1:], strict=False)]
        yield RULE.on_claim(
            live[circle.members[0]],
            explain_circle_of_premises(circle.path, stands=stands),
            severity=Severity.WARNING if stands else Severity.ERROR,
            route=links[0],
            help="take out the premise that is the conclusion again",
            related=tuple(("the circle goes on here", route) for route in links[1:]),
            key=_key("claims", circle.members),
            is_of_several=True,
        )


def _premise(claim: AuditedClaim, premise: str) -> Route:
    return next(route for route, name in claim.premises() if name == premise)


def _key(kind: str, members: Sequence[str]) -> str:
    """Return what tells a circle from others, whichever of its members stands first in the files."""
    return " ".join((kind, *sorted(members)))


RULE = Rule(CODE, "circular-reporting", Severity.ERROR, since="0.1.0", doc=__doc__, check=check)
