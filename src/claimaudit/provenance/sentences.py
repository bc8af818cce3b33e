"""The sentences of findings: one for each kind of fault in what a claim rests on. Knows no rule.

Names are those that people read; ids stand in backticks.
"""

from collections.abc import Iterable, Sequence
from typing import assert_never

from claimaudit.model import Dossier
from claimaudit.provenance.circles import Circle
from claimaudit.provenance.explaining import (
    ARROW,
    SHOWN,
    falls_if,
    ids,
    name_of_label,
    names_of_sources,
    origins_phrase,
    spoken_chain,
)
from claimaudit.provenance.flaws import Fault, OffSubject, SharedText
from claimaudit.provenance.independence import Side
from claimaudit.provenance.labels import Label, Level, spoken, spoken_source
from claimaudit.provenance.merging import Merge, explain_merges, of_sources
from claimaudit.provenance.ranges import Range
from claimaudit.text import counted, listed


def full_name(dossier: Dossier, source_id: str) -> str:
    """Return a source's name with its id: "Axios (`axios-1`)"."""
    name = spoken_source(dossier, source_id)
    return f"`{source_id}`" if name == source_id else f"{name} (`{source_id}`)"


# --- how many origins -------------------------------------------------------------------------------------


def explain_single_outlet(side: Side) -> str:
    """Return that one outlet is all the support there is, and from whom it has the claim."""
    dossier = side.register.dossier
    name = spoken_source(dossier, side.counted_sources[0])
    noun = "outlet" if dossier.source[side.counted_sources[0]].outlet else "source"
    repeats = explain_merges(of_sources(side), limit=1)
    return f"all its support is of 1 {noun}, {name}: {falls_if(side)}{f' ({repeats})' if repeats else ''}"


def explain_single_origin(side: Side, found: Iterable[Merge]) -> str:
    """Return that several outlets are one origin, with the longest chains that make them one, of those found."""
    repeats = explain_merges(found)
    sentence = f"{counted(len(side.outlets), 'outlet')}, 1 independent origin: {falls_if(side)}"
    return f"{sentence} ({repeats})" if repeats else sentence


def explain_joint_origin(side: Side) -> str:
    """Return that evidence and premises together are one origin."""
    return f"its evidence and its premises are 1 independent origin: {falls_if(side)}"


def explain_single_owner(side: Side, owner: Label) -> str:
    """Return which of the outlets belong to the one owner that all depends on."""
    outlets = [label for label in side.network.labels if label.kind == "outlet" and label != owner]
    owned = [name_of_label(side, label) for label in outlets if side.ownership.topmost(label) == owner]
    belong = "belongs" if len(owned) == 1 else "belong"
    return f"{origins_phrase(side.outlet)}, 1 owner: {listed(owned, limit=SHOWN)} {belong} to {name_of_label(side, owner)}"


def explain_premises(weak: Sequence[tuple[str, str]]) -> str:
    """Return which premises are weak, each with why."""
    what = counted(len(weak), "weak premise")
    return f"rests on {what}: {listed([f'`{premise}` ({why})' for premise, why in weak], limit=SHOWN)}"


def explain_contradiction(against: Side) -> str:
    """Return who contradicts the claim, and on how many origins."""
    who = names_of_sources(against.register.dossier, against.origins or against.counted_sources)
    return f"contradicted by {who}, on {origins_phrase(against.outlet)}"


def explain_undeclared(side: Side, sources: Sequence[str]) -> str:
    """Return whose basis is not declared, and the range that this leaves."""
    has = "has" if len(sources) == 1 else "have"
    who = names_of_sources(side.register.dossier, sources)
    return f"{origins_phrase(side.outlet)}: where {who} {has} it from is not declared"


def explain_shared_text(side: Side, shared: SharedText) -> str:
    """Return which sources share a text, and what the count would be if they were one."""
    names = names_of_sources(side.register.dossier, shared.members)
    as_one = f"at most {shared.as_one.high} if one has it from the other"
    return f"{names} share their text and count apart: {origins_phrase(side.outlet)}, {as_one}"


def explain_unread(dossier: Dossier, source: str, claims: Sequence[str], unread_only: Sequence[str]) -> str:
    """Return how many claims rest on an origin that nobody read, and which of them on nothing that was read."""
    rest = "rests" if len(claims) == 1 else "rest"
    sentence = (
        f"nobody read {full_name(dossier, source)}, an origin that {counted(len(claims), 'claim')} {rest} on"
    )
    return f"{sentence}; no origin of {ids(unread_only)} was read" if unread_only else sentence


def explain_too_few(origins: Range, level: Level, minimum: int) -> str:
    """Return how many origins there are at a level, and how many the policy asks for."""
    return f"{_counted_at(level, origins)}, {_asked(minimum)}"


def explain_overclaim(origins: Range, level: Level, said: Sequence[str], minimum: int) -> str:
    """Return what calls the claim confirmed, and how few origins are certain."""
    certain = f", {origins.low} of them certain" if origins.low < origins.high else ""
    return f"{listed(said)} on {_counted_at(level, origins)}{certain}, {_asked(minimum)}"


def _counted_at(level: Level, origins: Range) -> str:
    """Return how many origins there are, and what was counted where that is not what the headline counts."""
    return f"{origins_phrase(origins)}{'' if level == 'outlet' else f' by {level}'}"


def _asked(minimum: int) -> str:
    return f"where {minimum} {'is' if minimum == 1 else 'are'} asked for"


# --- what does not hold -----------------------------------------------------------------------------------


def explain_fault(dossier: Dossier, fault: Fault) -> str:
    """Return that a source was retracted, overtaken or corrected, and the chain by which the claim rests on it."""
    chain = f"{spoken_chain(dossier, fault.chain)}: " if len(fault.chain.path) > 1 else ""
    return f"{chain}{full_name(dossier, fault.chain.path[-1])} {_what_happened(fault)}"


def _what_happened(fault: Fault) -> str:
    match fault.reason:
        case "overtaken":
            return f"is overtaken on this claim by `{fault.replaced_by}`"
        case "retracted" | "withdrawn" | "superseded" | "corrected":
            return f"was {fault.reason}"
    assert_never(fault.reason)


def explain_off_subject(side: Side, pieces: Sequence[OffSubject]) -> str:
    """Return which sources support another subject than the claim's, each with that subject."""
    dossier = side.register.dossier
    about = dict.fromkeys((piece.source, piece.subject) for piece in pieces)
    names = listed(
        [f"{spoken_source(dossier, source)} ({subject})" for source, subject in about], limit=SHOWN
    )
    one = len(about) == 1
    what = f"{counted(len(about), 'source')} {'supports' if one else 'support'} another subject"
    return f"{what} than `{side.claim.subject}` and {'does' if one else 'do'} not count: {names}"


# --- circles ----------------------------------------------------------------------------------------------


def explain_circle(dossier: Dossier, circle: Circle) -> str:
    """Return who repeats whom round, and whether an origin stands outside."""
    way_round = _spoken_round([spoken_source(dossier, source) for source in circle.round])
    if circle.is_grounded:
        return f"circular reporting: {way_round}; only what they have from elsewhere counts"
    return f"circular reporting: {way_round}, and no origin outside the circle"


def explain_circle_of_owners(dossier: Dossier, path: Sequence[Label]) -> str:
    """Return who owns whom round."""
    return f"owners in a circle: {_spoken_round([spoken(label, dossier, {}) for label in path])}"


def explain_circle_of_premises(path: Sequence[str], *, stands: bool) -> str:
    """Return which claim rests on which round, and whether any of them stands."""
    way_round = f"circular argument: {_spoken_round([f'`{claim}`' for claim in path])}"
    if stands:
        return f"{way_round}; only what stands without the circle counts"
    return f"{way_round}, and none of them stands"


def _spoken_round(names: Sequence[str]) -> str:
    if len(names) > SHOWN + 2:
        names = [*names[:SHOWN], f"{len(names) - SHOWN - 1} more", names[-1]]
    return ARROW.join(names)
