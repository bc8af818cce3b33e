"""The numbers of small dossiers, computed literally from the definition, to hold against the real ones.

The definition is docs/independence.md; its sentences are quoted below with their numbers (4.1 to 4.8).
A dossier is a plain dict in the file format, already parsed; every reference is an exact id, except that
``outlet`` of a source may be any spelling. Everything is tried, nothing is optimised: the cost grows
exponentially with the number of labels, so keep to about eight sources. This module must not know the
package that it checks.

Where the text leaves room, the reading is the one that its words carry best and that never invents
independence. Every such choice:

1.  4.1 "otherwise the source's basis or unknown" (evidence with ``via: []``). The *declared* basis of the
    source; the defaults of the next clauses (a via of the source, its kind, ``read: false``) are not asked.
2.  4.1 "that some `via` in the dossier names". Any ``via`` key, of a source or of evidence, whether or not
    it takes effect and whether or not its evidence counts.
3.  4.1 "takes its own evidence on the claim if that has the same stance and counts, else its source
    level". Evidence of another stance ("mentions" included), superseded, or off-subject is as if absent
    here. With several entries that do count, all of them are taken. "The claim" is the one whose evidence
    is followed: for a premise, the premise.
4.  4.2 "ground nothing". Evidence of a retracted or withdrawn source does not count (it is not among the
    counted outlets either), and a via to the source grounds nothing. But what the source declares stays
    declared: retraction takes away standing and never turns a known member of a text group into an unknown
    one; otherwise retracting an original could free its copies.
5.  4.3 "all members of some premise set". An empty premise set grounds nothing.
6.  4.4 "known if it has own reporting or a via to a source outside the group". A matter of declarations
    per claim and stance (with 3 and 4): own reporting that is retracted, or a via to something ungrounded,
    still makes a member known. Members that are not cited on the claim are judged by their source level;
    the group spans all sources.
7.  4.4 "Unknown members derive from any known member". Said of what has basis unknown. A member that is not
    known but declares to be derived (from inside the group, or without via) stays what it declares, so that
    4.1 "`derived` without via is never grounded" and 4.3 "Derived: some via source is grounded" hold without
    exception: sharing a text takes away from what is not declared and never adds to what is. (The wider
    reading, all members that are not known, would let a source without via stand on any original with the
    same text.) In low these members are left out like "all unknown evidence" (4.6); sharing a text has no
    effect on low.
8.  4.4 and 4.6 "(but see 4.4)". An undeclared entry of a *known* member (a second entry on the claim) is no
    origin of its own in high: it derives from any other known member; if there is none, it adds nothing.
9.  4.4 "a group with none is one origin at best". Says how much such a group can be, not that it is always
    so much: its members of unknown basis are origins in high, which all fall with the one text label; its
    members that declare to be derived stay subject to 4.1 and 4.3, as under 7. A circle, or two members
    without via, that share a text are no origin.
10. 4.4 "the label 'text shared by X, Y'". X, Y are the ids of all members of the group, sorted. It is a
    label of its own kind, the same at the outlet, owner and informant level and for every claim.
11. 3 "the source stands for itself". Such a source has the label (source, id) at every level and counts as
    one outlet in the number of outlets.
12. 3 "else a new outlet is made of it". Its id is the slug of the spelling used by the first source in
    file order; later spellings with the same letters and digits are that outlet.
13. 4.7 "merges outlets under their topmost declared owner". An outlet without owner keeps its own label; an
    owner that is an outlet has the label of that outlet. An owner id that is declared nowhere is an owner.
    An id that is both is taken as the owner.
14. 4.7 "the same one wherever its id appears". An *unnamed* informant with an id is one person wherever the
    id appears too, in high as in low. An inline entry at source level is one entry for every claim that
    uses it. The key ``informants`` of evidence replaces the source's, also when it is empty.
15. 4.7 "offices and documents count as named", also against ``named: false``. Inline named entries are never
    joined.
16. 4.7 "unnamed informants under the audited claim". Those that bind own reporting of any source reachable
    from the claim on that side: through counted evidence, effective vias, derivation by shared text (even
    though low leaves it out), and premises (their counted supporting evidence, recursively). Neither
    retracted claims nor retracted or withdrawn sources are entered. Whether the path can be grounded is not
    asked, so an informant of one premise of a set that never holds is under the claim. Each side of the
    audited claim has its own pool.
17. 4.7 "words". What white space separates. In low, the label of a joined person lists the ids joined,
    sorted, with "+" between them.
18. 4.6 "if that is 0 and the claim is grounded with it, 1". Applies to each level and to each side.
19. 4.8 "no counted evidence of its own is grounded" and "when the contradicting side is grounded": with
    undeclared evidence taken as in high. All verdicts are of the outlet level.
20. 4.7 "where it declares informants, any of them stands". Holds for each entry apart; what is grounded by
    an undeclared entry (high) or through a via stands whatever becomes of the informants.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Literal

Label = tuple[str, str]
"""Kind (outlet, owner, source, text or informant) and id."""
Level = Literal["outlet", "owner", "informant"]
Stance = Literal["supports", "contradicts"]
Node = tuple[str, Stance, str]
"""A source as seen from one claim on one side: claim id, stance, source id."""
Side = tuple[str, Stance]
"""One side of one claim."""
Record = Mapping[str, Any]

LEVELS: tuple[Level, ...] = ("outlet", "owner", "informant")
STANCES: tuple[Stance, ...] = ("supports", "contradicts")


@dataclass(frozen=True)
class Range:
    """Independent origins of one side of a claim at one level.

    ``low_sets`` and ``high_sets`` are all the smallest sets of labels under which the claim falls;
    ``low_sets`` is None where low is 1 only because undeclared evidence grounds the claim.
    """

    low: int
    high: int
    low_sets: frozenset[frozenset[Label]] | None
    high_sets: frozenset[frozenset[Label]]

    @property
    def pair(self) -> tuple[int, int]:
        """Low and high."""
        return self.low, self.high


@dataclass(frozen=True)
class Expected:
    """What the definition says of one claim; ``outlets`` counts those of counted supporting evidence."""

    supports: Mapping[Level, Range]
    contradicts: Mapping[Level, Range]
    outlets: int
    verdict: str
    contested: bool


@dataclass(frozen=True)
class Entry:
    """How a source knows, by one piece of evidence or by its source level."""

    basis: str
    via: tuple[str, ...]
    informants: tuple[Label, ...]


@dataclass(frozen=True)
class Way:
    """One way in which a source may be grounded; a mixed entry has two of them.

    ``own``: own reporting, on ``informants``. ``repeats``: any of ``via``. Undeclared, and so only in high:
    ``shares``, any of ``via``, which has the same text; and ``undeclared``, an origin of its own, or with
    ``text`` the one origin of a group that shares its text.
    """

    kind: Literal["own", "repeats", "shares", "undeclared"]
    informants: tuple[Label, ...] = ()
    via: frozenset[str] = frozenset()
    text: Label | None = None


@dataclass(frozen=True)
class Case:
    """A dossier by id, with all that does not depend on what is removed."""

    claims: Mapping[str, Record]
    sources: Mapping[str, Record]
    informants: Mapping[Label, Record]
    labels: Mapping[Level, Mapping[str, Label]]
    ways: Mapping[Node, tuple[Way, ...]]
    cited: Mapping[Side, frozenset[str]]


@dataclass(frozen=True)
class Under:
    """All that lies under one side of a claim, and that side itself."""

    nodes: frozenset[Node]
    sides: frozenset[Side]


@dataclass(frozen=True)
class Trial:
    """What is assumed when asking what is grounded.

    ``removed`` is F; ``label_of`` gives the label of each source; ``undeclared`` is whether undeclared
    evidence grounds; ``persons`` joins informants, those it does not name are each their own.
    """

    removed: frozenset[Label]
    label_of: Mapping[str, Label]
    undeclared: bool = True
    persons: Mapping[Label, Label] = field(default_factory=dict)


def audit(dossier: Record) -> dict[str, Expected]:
    """Return what the definition says of every claim, by claim id."""
    case = read(dossier)
    return {claim: _expected(case, claim) for claim in case.claims}


def _expected(case: Case, claim: str) -> Expected:
    # 4 Per claim, per stance; support and contradiction are never subtracted.
    supports = {level: measure(case, (claim, "supports"), level) for level in LEVELS}
    contradicts = {level: measure(case, (claim, "contradicts"), level) for level in LEVELS}
    return Expected(
        supports=supports,
        contradicts=contradicts,
        outlets=len({case.labels["outlet"][source] for source in case.cited[claim, "supports"]}),
        verdict=_verdict(case, claim, supports["outlet"]),
        # 4.8 `contested` is added when the contradicting side is grounded.
        contested=contradicts["outlet"].high > 0,
    )


def _verdict(case: Case, claim: str, outlet: Range) -> str:
    side: Side = (claim, "supports")
    grounded = _grounded(case, _under(case, side), Trial(frozenset(), case.labels["outlet"]))
    own = any((*side, source) in grounded for source in case.cited[side])
    # 4.8 `unsupported` (high 0)
    if outlet.high == 0:
        return "unsupported"
    # 4.8 `inferred` (no counted evidence of its own is grounded)
    if not own:
        return "inferred"
    # 4.8 `single origin` (high 1)
    if outlet.high == 1:
        return "single origin"
    # 4.8 `unclear` (low <= 1 < high); `corroborated` (low >= 2)
    return "unclear" if outlet.low <= 1 else "corroborated"


# ---------------------------------------------------------------------------------------------------------
# 4.5 Falls, 4.6 The range
# ---------------------------------------------------------------------------------------------------------


def measure(case: Case, side: Side, level: Level, *, everything: bool = False) -> Range:
    """Return the range of one side of a claim at one level.

    ``everything`` also tries what the claim cannot reach, which takes longer and can change nothing.
    """
    under = _under(case, side)
    persons = _persons(case, under.nodes)
    if everything:
        under = Under(frozenset(case.ways), frozenset(case.cited))
    label_of = case.labels[level]

    # 4.6 `high`: each unknown source is an origin of its own (but see 4.4).
    def falls_in_high(removed: frozenset[Label]) -> bool:
        return side not in _grounded(case, under, Trial(removed, label_of))

    # 4.6 `low`: k with all unknown evidence left out, the claim's own and its premises'
    # 4.7 in `low`, unnamed informants ... are one person.
    def falls_in_low(removed: frozenset[Label]) -> bool:
        return side not in _grounded(case, under, Trial(removed, label_of, undeclared=False, persons=persons))

    high, high_sets = _smallest(_labels(case, under.nodes, level, {}), falls_in_high)
    low, low_sets = _smallest(_labels(case, under.nodes, level, persons), falls_in_low)
    # 4.6 if that is 0 and the claim is grounded with it, 1, with the witness "undeclared".
    if low == 0 and high > 0:
        return Range(1, high, None, high_sets)
    return Range(low, high, low_sets, high_sets)


def _smallest(
    labels: Iterable[Label], falls: Callable[[frozenset[Label]], bool]
) -> tuple[int, frozenset[frozenset[Label]]]:
    """Return k and all sets F of that size."""
    ordered = sorted(labels)
    for size in range(len(ordered) + 1):
        # 4.5 `k_L(c)` is the size of the smallest such F; F is a witness set.
        found = frozenset(f for f in map(frozenset, combinations(ordered, size)) if falls(f))
        if found:
            return size, found
    message = "a claim stands although everything under it was removed"
    raise AssertionError(message)


def _labels(case: Case, nodes: Iterable[Node], level: Level, persons: Mapping[Label, Label]) -> set[Label]:
    """Return all labels that F may hold, of the sources given."""
    labels: set[Label] = set()
    for node in nodes:
        labels.add(case.labels[level][node[2]])
        for way in case.ways[node]:
            # 4.4 and falls with the label "text shared by X, Y".
            labels |= {way.text} if way.text else set()
            # 4.7 *Informant*: F may hold outlets and informants
            labels |= {persons.get(one, one) for one in way.informants} if level == "informant" else set()
    return labels


# ---------------------------------------------------------------------------------------------------------
# 4.3 Grounded
# ---------------------------------------------------------------------------------------------------------


def _grounded(case: Case, under: Under, trial: Trial) -> set[Node | Side]:
    """Return all that is grounded under one side of a claim: sources as seen from a claim, and claims."""
    grounded: set[Node | Side] = set()
    # 4.3 (least fixed point) ... A circle that only cites itself never is.
    while True:
        more: set[Node | Side] = set()
        more |= {node for node in under.nodes if _source_stands(case, node, trial, grounded)}
        more |= {side for side in under.sides if _claim_stands(case, side, grounded)}
        if more <= grounded:
            return grounded
        grounded |= more


def _source_stands(case: Case, node: Node, trial: Trial, grounded: set[Node | Side]) -> bool:
    # 4.2 Retracted and withdrawn sources ground nothing, as evidence or in a via
    # 4.5 remove every source with a label in F
    source = node[2]
    if _is_retracted(case.sources[source]) or trial.label_of[source] in trial.removed:
        return False
    # 4.1 Several entries of one source with one stance: any of them grounds it.
    return any(_way_stands(way, node, trial, grounded) for way in case.ways[node])


def _way_stands(way: Way, node: Node, trial: Trial, grounded: set[Node | Side]) -> bool:
    claim, stance, _ = node
    match way.kind:
        case "own":
            # 4.3 Original: grounded. ... Mixed: grounded.
            # 4.7 own reporting stands while its outlet stands and, where it declares informants, any of
            # them stands
            persons = [trial.persons.get(one, one) for one in way.informants]
            return not persons or any(person not in trial.removed for person in persons)
        case "repeats":
            # 4.3 Derived: some via source is grounded.
            # 4.1 `derived` without via is never grounded
            return any((claim, stance, repeated) in grounded for repeated in way.via)
        case "shares":
            # 4.4 Unknown members derive from any known member
            # 4.6 `low`: k with all unknown evidence left out
            return trial.undeclared and any((claim, stance, known) in grounded for known in way.via)
        case "undeclared":
            # 4.6 `high`: each unknown source is an origin of its own (but see 4.4).
            # 4.4 and falls with the label "text shared by X, Y".
            return trial.undeclared and (way.text is None or way.text not in trial.removed)


def _claim_stands(case: Case, side: Side, grounded: set[Node | Side]) -> bool:
    claim, stance = side
    # 4.3 A claim: some counted supporting evidence is grounded
    if any((claim, stance, source) in grounded for source in case.cited[side]):
        return True
    # 4.3 or all members of some premise set are.
    return any(
        all(
            # 4.2 A claim of status retracted grounds no other.
            (premise, "supports") in grounded and not _is_retracted_claim(case.claims[premise])
            for premise in premises
        )
        for premises in _premise_sets(case, side)
    )


def _premise_sets(case: Case, side: Side) -> list[list[str]]:
    claim, stance = side
    # Premises only ever support.
    if stance != "supports":
        return []
    # 3 rests_on: one premise set (all needed); a list of lists gives alternatives
    rests_on = case.claims[claim].get("rests_on", [])
    sets = [rests_on] if all(isinstance(one, str) for one in rests_on) else rests_on
    return [premises for premises in sets if premises]


def _under(case: Case, side: Side) -> Under:
    """Return the sources (as seen from a claim) and the claims that lie under one side of a claim."""
    nodes: set[Node] = set()
    sides: set[Side] = {side}
    while True:
        more_nodes: set[Node] = set()
        more_sides: set[Side] = set()
        for claim, stance in sides:
            more_nodes |= {(claim, stance, source) for source in case.cited[claim, stance]}
            more_sides |= {
                (premise, "supports")
                for premises in _premise_sets(case, (claim, stance))
                for premise in premises
                if not _is_retracted_claim(case.claims[premise])
            }
        for claim, stance, source in nodes:
            for way in case.ways[claim, stance, source]:
                more_nodes |= {
                    (claim, stance, repeated)
                    for repeated in way.via
                    if not _is_retracted(case.sources[repeated])
                }
        if more_nodes <= nodes and more_sides <= sides:
            return Under(frozenset(nodes), frozenset(sides))
        nodes |= more_nodes
        sides |= more_sides


# ---------------------------------------------------------------------------------------------------------
# Reading the dossier: 3, 4.1, 4.2, 4.4
# ---------------------------------------------------------------------------------------------------------


def read(dossier: Record) -> Case:
    """Return the dossier with all references resolved and all defaults filled in."""
    sources = {source["id"]: source for source in dossier.get("sources", [])}
    claims = {claim["id"]: claim for claim in dossier.get("claims", [])}
    entries: dict[Node, list[Entry]] = {}
    cited: dict[Side, frozenset[str]] = {}
    named_by_a_via = _named_by_a_via(dossier)
    for claim_id, claim in claims.items():
        for stance in STANCES:
            taken = _taken(claim, stance, sources)
            # 4.2 Retracted and withdrawn sources ground nothing, as evidence
            cited[claim_id, stance] = frozenset(
                source for source in taken if not _is_retracted(sources[source])
            )
            for source_id, source in sources.items():
                # 4.1 A source reached through a via takes its own evidence on the claim if that has the
                # same stance and counts, else its source level.
                evidence = taken.get(source_id) or [("", {})]
                entries[claim_id, stance, source_id] = [
                    _entry(place, one, source, named_by_a_via) for place, one in evidence
                ]
    groups = _text_groups(sources)
    return Case(
        claims=claims,
        sources=sources,
        informants=_informants(dossier),
        labels=_source_labels(dossier),
        ways={node: _ways(node, entries, groups) for node in entries},
        cited=cited,
    )


def _evidence(claim: Record) -> list[tuple[str, Record]]:
    """Return the evidence of a claim in its long form, each with its place."""
    return [
        # 3 short form of {source: axios-2025-11-18}
        (f"{claim['id']}/{index}", {"source": one} if isinstance(one, str) else one)
        for index, one in enumerate(claim.get("evidence", []))
    ]


def _taken(
    claim: Record, stance: Stance, sources: Mapping[str, Record]
) -> dict[str, list[tuple[str, Record]]]:
    """Return the evidence of one stance that counts, but for retraction, by source."""
    taken: dict[str, list[tuple[str, Record]]] = {}
    for place, evidence in _evidence(claim):
        # 3 stance: supports (default) contradicts mentions
        if evidence.get("stance", "supports") != stance:
            continue
        # 4.2 Evidence with `superseded_by` does not count.
        if "superseded_by" in evidence:
            continue
        # 4.2 Evidence whose subject (its own, else its source's) differs from the claim's, both given, does
        # not count; subject does not filter via.
        subject = evidence.get("subject", sources[evidence["source"]].get("subject"))
        if subject and claim.get("subject") and subject != claim["subject"]:
            continue
        taken.setdefault(evidence["source"], []).append((place, evidence))
    return taken


def _named_by_a_via(dossier: Record) -> set[str]:
    evidence = [one for claim in dossier.get("claims", []) for _, one in _evidence(claim)]
    return {named for record in [*dossier.get("sources", []), *evidence] for named in record.get("via", [])}


def _entry(place: str, evidence: Record, source: Record, named_by_a_via: set[str]) -> Entry:
    # 4.1 *via* = the evidence's if the key is present, else the source's.
    via = evidence["via"] if "via" in evidence else source.get("via", [])
    # 3 informants: default for its evidence
    if "informants" in evidence:
        informants = _informant_labels(evidence["informants"], place)
    else:
        informants = _informant_labels(source.get("informants", []), source["id"])
    return Entry(_basis(evidence, source, named_by_a_via), tuple(via), informants)


def _basis(evidence: Record, source: Record, named_by_a_via: set[str]) -> str:  # noqa: PLR0911 - one a clause
    # 4.1 *basis* = the evidence's if given
    # 4.1 An explicit `basis: unknown` stays unknown.
    if "basis" in evidence:
        return str(evidence["basis"])
    # 4.1 else, where the evidence has a `via` key: derived if that is not empty, otherwise the source's
    # basis or unknown
    if "via" in evidence:
        return "derived" if evidence["via"] else str(source.get("basis", "unknown"))
    # 4.1 else the source's basis
    if "basis" in source:
        return str(source["basis"])
    # 4.1 else derived if it has a via
    if source.get("via"):
        return "derived"
    # 4.1 else original for kinds document, statement and interview
    if source.get("kind") in {"document", "statement", "interview"}:
        return "original"
    # 4.1 and for a source with `read: false` that some `via` in the dossier names
    if source.get("read", True) is False and source["id"] in named_by_a_via:
        return "original"
    # 4.1 else unknown
    return "unknown"


def _text_groups(sources: Mapping[str, Record]) -> dict[str, frozenset[str]]:
    """Return the group of every source; none, where it shares its text with no other."""
    groups = {source: frozenset({source}) for source in sources}
    # 4.4 Groups of `shares_text_with` are closed (symmetric, transitive, over all sources).
    for one, source in sources.items():
        for other in source.get("shares_text_with", []):
            joined = groups[one] | groups[other]
            groups |= dict.fromkeys(joined, joined)
    return {source: group if len(group) > 1 else frozenset() for source, group in groups.items()}


def _is_known(entries: Iterable[Entry], group: frozenset[str]) -> bool:
    # 4.4 A member is known if it has own reporting or a via to a source outside the group.
    # 4.1 `original` and `unknown` ignore via
    return any(
        entry.basis in {"original", "mixed"} or (entry.basis == "derived" and not group.issuperset(entry.via))
        for entry in entries
    )


def _ways(
    node: Node, entries: Mapping[Node, list[Entry]], groups: Mapping[str, frozenset[str]]
) -> tuple[Way, ...]:
    """Return the ways in which a source may be grounded, seen from one side of a claim."""
    claim, stance, source = node
    group = groups[source]
    known = {member for member in group if _is_known(entries[claim, stance, member], group)}
    ways: list[Way] = []
    for entry in entries[node]:
        # 4.1 `mixed` is own reporting or via.
        if entry.basis in {"original", "mixed"}:
            ways.append(Way("own", informants=entry.informants))
        # 4.1 `original` and `unknown` ignore via
        # 4.7 informants of derived and unknown evidence are ignored; on mixed they bind the own reporting only
        if entry.basis in {"derived", "mixed"}:
            ways.append(Way("repeats", via=frozenset(entry.via)))
        if entry.basis == "unknown":
            if known:
                # 4.4 Unknown members derive from any known member
                ways.append(Way("shares", via=frozenset(known - {source})))
            elif group:
                # 4.4 a group with none is one origin at best, and falls with the label "text shared by X, Y"
                ways.append(Way("undeclared", text=("text", "text shared by " + ", ".join(sorted(group)))))
            else:
                ways.append(Way("undeclared"))
    return tuple(ways)


def _is_retracted(source: Record) -> bool:
    # 4.2 Retracted and withdrawn sources ground nothing ... corrected and superseded ones do.
    return source.get("status", "active") in {"retracted", "withdrawn"}


def _is_retracted_claim(claim: Record) -> bool:
    return bool(claim.get("status", "asserted") == "retracted")


# ---------------------------------------------------------------------------------------------------------
# 4.7 Levels
# ---------------------------------------------------------------------------------------------------------


def _source_labels(dossier: Record) -> dict[Level, dict[str, Label]]:
    """Return the label of every source that removes it, at each level."""
    outlets = {outlet["id"]: outlet for outlet in dossier.get("outlets", [])}
    owners = {owner["id"]: owner for owner in dossier.get("owners", [])}
    spellings = {
        squash(spelling): outlet["id"]
        for outlet in outlets.values()
        for spelling in [outlet["id"], outlet.get("name", outlet["id"]), *outlet.get("aliases", [])]
    }
    of_outlet: dict[str, Label] = {}
    for source in dossier.get("sources", []):
        if "outlet" in source:
            # 3 id, name or alias of an outlet, compared by letters and digits only (NFKC, casefolded), else
            # a new outlet is made of it
            made = spellings.setdefault(squash(source["outlet"]), _slug(source["outlet"]))
            of_outlet[source["id"]] = ("outlet", made)
        else:
            # 3 left out: ... the source stands for itself (a leaked paper)
            of_outlet[source["id"]] = ("source", source["id"])
    of_owner = {source: _topmost(label, outlets, owners) for source, label in of_outlet.items()}
    # 4.7 *Outlet*: one newsroom is one origin however many stories it runs.
    # 4.7 *Informant*: F may hold outlets and informants
    return {"outlet": of_outlet, "owner": of_owner, "informant": of_outlet}


def _topmost(label: Label, outlets: Mapping[str, Record], owners: Mapping[str, Record]) -> Label:
    # 4.7 *Owner* merges outlets under their topmost declared owner
    kind, name = label
    record = {"outlet": outlets, "owner": owners}.get(kind, {}).get(name, {})
    if "owner" not in record:
        return label
    # 3 an owner or an outlet; followed to the top; a circle is an error
    owner = record["owner"]
    is_outlet = owner not in owners and owner in outlets
    return _topmost(("outlet" if is_outlet else "owner", owner), outlets, owners)


def squash(spelling: str) -> str:
    """Return the letters and digits of a spelling, by which outlets are compared."""
    return "".join(one for one in unicodedata.normalize("NFKC", spelling).casefold() if one.isalnum())


def _slug(spelling: str) -> str:
    return re.sub(r"[^0-9a-z]+", "-", unicodedata.normalize("NFKC", spelling).casefold()).strip("-")


def _informant_labels(informants: Iterable[str | Record], place: str) -> tuple[Label, ...]:
    # 4.7 A named informant, an office or a document is the same one wherever its id appears, each inline
    # entry is one of its own
    return tuple(
        ("informant", one if isinstance(one, str) else f"{place}#{index}")
        for index, one in enumerate(informants)
    )


def _informants(dossier: Record) -> dict[Label, Record]:
    """Return every informant by label, those declared and those inline."""
    found: dict[Label, Record] = {("informant", one["id"]): one for one in dossier.get("informants", [])}
    places = [(source["id"], source) for source in dossier.get("sources", [])]
    places += [place for claim in dossier.get("claims", []) for place in _evidence(claim)]
    for place, record in places:
        listed = record.get("informants", [])
        labels = _informant_labels(listed, place)
        found |= {label: one for label, one in zip(labels, listed, strict=True) if not isinstance(one, str)}
    return found


def _persons(case: Case, nodes: Iterable[Node]) -> dict[Label, Label]:
    """Return, for every informant, the person that it is in low."""
    # 4.7 in `low`, unnamed informants under the audited claim
    unnamed = {
        informant
        for node in nodes
        for way in case.ways[node]
        for informant in way.informants
        if not _is_named(case.informants[informant])
    }
    groups = {informant: frozenset({informant}) for informant in unnamed}
    # 4.7 whose descriptors are compatible (...; joined transitively) are one person
    for one, other in combinations(sorted(unnamed), 2):
        if _are_compatible(case.informants[one], case.informants[other]):
            joined = groups[one] | groups[other]
            groups |= dict.fromkeys(joined, joined)
    persons = {label: label for label in case.informants}
    for informant, group in groups.items():
        persons[informant] = ("informant", "+".join(sorted(name for _, name in group)))
    return persons


def _is_named(informant: Record) -> bool:
    # 3 named: default false for persons; offices and documents count as named
    return bool(informant.get("kind", "person") != "person" or informant.get("named", False))


def _are_compatible(one: Record, other: Record) -> bool:
    # 4.7 casefolded words of one contain the other's, or one has none
    first = set(one.get("descriptor", "").casefold().split())
    second = set(other.get("descriptor", "").casefold().split())
    return first >= second or second >= first
