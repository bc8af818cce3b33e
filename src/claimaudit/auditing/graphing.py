"""Graphs: who rests on whom, for the whole dossier or around one entry of it."""

from collections import deque
from collections.abc import Iterator

from claimaudit.auditing.cards import described
from claimaudit.auditing.graph_drawing import Drawing
from claimaudit.auditing.graph_parts import Reader
from claimaudit.auditing.graph_values import graph_of
from claimaudit.report import CardKind
from claimaudit.report.graph import EdgeKind, Graph
from claimaudit.rule import AuditedClaim, AuditedDossier
from claimaudit.text import counted

_WHOSE: dict[CardKind, tuple[EdgeKind, str]] = {
    "outlet": ("work", "work of"),
    "owner": ("work", "owned by"),
    "informant": ("informant", "relies on"),
}


def draw_dossier(audited: AuditedDossier, *, depth: int | None = None) -> Graph:
    """Return what all claims rest on, as far as `depth` links from them; a link between what is drawn is drawn."""
    drawing, reader = Drawing(audited), Reader(audited.provenance)
    for claim in audited.all_claims:
        _draw_claim(drawing, reader, claim)
    number = len(audited.all_claims)
    title = f"What {counted(number, 'claim')} {_rests(number)} on" if number else "There are no claims"
    starts = {f"claim/{name}": 0 for name in drawing.claims}
    return graph_of(drawing, title, starts, depth, list(_unused(audited, drawing)))


def _rests(number: int) -> str:
    return "rests" if number == 1 else "rest"


def _unused(audited: AuditedDossier, drawing: Drawing) -> Iterator[str]:
    number = len(audited.dossier.sources) - len(drawing.sources)
    if number:
        are = "is" if number == 1 else "are"
        yield f"{counted(number, 'source')} that no claim leads to {are} not drawn."


def draw_claim(audited: AuditedDossier, claim_id: str, *, depth: int | None = None) -> Graph:
    """Return what one claim rests on, its premises and what those rest on included."""
    drawing, reader = Drawing(audited), Reader(audited.provenance)
    pending = deque([claim_id])
    while pending:
        claim = audited.claim[pending.popleft()]
        if claim.id in drawing.claims:
            continue
        if claim.claim.status == "retracted" and claim.id != claim_id:
            drawing.add_claim(claim)  # it grounds no other: what is below it bears on nothing here
            continue
        _draw_claim(drawing, reader, claim)
        pending.extend(premise for _, premise in claim.premises())
    return graph_of(drawing, f"What {claim_id} rests on", {f"claim/{claim_id}": 0}, depth, [])


def _draw_claim(drawing: Drawing, reader: Reader, claim: AuditedClaim) -> None:
    drawing.add_claim(claim)
    for part in reader.parts_of(claim.id):
        drawing.add_part(part)
    drawing.add_not_counted(claim)
    drawing.add_premises(claim)


def draw_entry(audited: AuditedDossier, kind: CardKind, entry_id: str, *, depth: int | None = None) -> Graph:
    """Return what rests on a source, outlet, owner or informant, and what that rests on itself."""
    name, sources = _entry(audited, kind, entry_id)
    drawing, reader = Drawing(audited), Reader(audited.provenance)
    for claim in audited.all_claims:
        _draw_around(drawing, reader, claim, frozenset(sources))
    _draw_conclusions(drawing)
    unclaimed = [reader.part_under(source) for source in sources if source not in drawing.facts]
    for part in unclaimed:
        drawing.add_part(part)
    starts = {f"source/{source}": 0 for source in sources}
    if kind != "source":
        starts |= {f"{kind}/{entry_id}": 0}
        drawing.add_entry(kind, entry_id, name, sources, *_WHOSE[kind])
    title = f"What rests on {name} ({kind} {entry_id}), and what it rests on itself"
    return graph_of(drawing, title, starts, depth, list(_unclaimed(drawing)))


def _unclaimed(drawing: Drawing) -> Iterator[str]:
    if not any(part.claim for part in drawing.parts):
        yield "What cites it does not count." if drawing.claims else "No claim leads to it."


def _entry(audited: AuditedDossier, kind: CardKind, entry_id: str) -> tuple[str, list[str]]:
    """Return the name of an entry and the sources it stands for."""
    name, sources = described(audited, kind, entry_id)
    return name, sources


def _draw_around(drawing: Drawing, reader: Reader, claim: AuditedClaim, sources: frozenset[str]) -> None:
    """Draw of a claim only what leads to the sources and what they lead to, if anything does."""
    parts = [part.narrowed(sources) for part in reader.parts_of(claim.id)]
    pieces = [
        piece for piece in claim.provenance.register.not_counted(claim.claim) if piece.source in sources
    ]
    if pieces or any(parts):
        drawing.add_claim(claim)
        for part in parts:
            if part is not None:
                drawing.add_part(part)
        drawing.add_not_counted(claim, sources)


def _draw_conclusions(drawing: Drawing) -> None:
    """Draw the claims that are argued from those drawn, and so on upwards; a retracted one grounds no other."""
    argued: dict[str, list[AuditedClaim]] = {}
    for claim in drawing.audited.all_claims:
        for premise in dict.fromkeys(premise for _, premise in claim.premises()):
            argued.setdefault(premise, []).append(claim)
    supported = {part.claim for part in drawing.parts if part.stance == "supports"}
    pending = deque(name for name in drawing.claims if name in supported)
    seen = set(pending)
    while pending:
        name = pending.popleft()
        if drawing.audited.claim[name].claim.status == "retracted":
            continue
        for claim in argued.get(name, ()):
            drawing.add_claim(claim)
            drawing.add_premises(claim, name)
            if claim.id not in seen:
                seen.add(claim.id)
                pending.append(claim.id)
