"""Small dossiers as plain dicts: a Hypothesis strategy, and the worked cases of the definition by hand.

All dossiers are valid files of docs/file-format.md whose references are exact ids; only ``outlet`` of a
source may be a spelling of an outlet. They are small enough for ``brute_force.audit``.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from hypothesis import strategies as st

Record = dict[str, Any]

OUTLETS = ("bbc-ukrainian", "bbc", "axios", "reuters", "tass")
OWNERS = ("holding", "press-group", "trust")
UNDECLARED_OWNER = "family-office"
SPELLINGS = ("Live Mint", "LiveMint", "BBC Ukrainian", "Reuters", "The Paper")
DESCRIPTORS = ("official", "US official", "Ukrainian official", "senior US Official", "diplomat")
INFORMANTS = ("i1", "i2", "i3", "i4")
SUBJECTS = ("plan", "deal")
SOURCES = ("s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8")
CLAIMS = ("c1", "c2", "c3", "c4")


# ---------------------------------------------------------------------------------------------------------
# Drawn dossiers. The first choice is always the plainest, so that failures shrink to plain dossiers.
# ---------------------------------------------------------------------------------------------------------


def _some_of(ids: Sequence[str], *, least: int = 0, most: int = 3) -> st.SearchStrategy[list[str]]:
    if not ids:
        return st.just([])
    most = min(most, len(ids))
    return st.lists(st.sampled_from(ids), min_size=min(least, most), max_size=most, unique=True)


@st.composite
def _owners(draw: st.DrawFn) -> list[Record]:
    """Owners of owners, never in a circle: an owner is owned only by one that comes later."""
    ids = OWNERS[len(OWNERS) - draw(st.integers(0, len(OWNERS))) :]
    owners: list[Record] = []
    for index, name in enumerate(ids):
        owner: Record = {"id": name}
        above = draw(st.sampled_from((None, *ids[index + 1 :], UNDECLARED_OWNER)))
        if above is not None:
            owner["owner"] = above
        owners.append(owner)
    return owners


@st.composite
def _outlets(draw: st.DrawFn, owners: Sequence[str]) -> list[Record]:
    """Outlets with an owner or owned by another outlet, never in a circle (as for owners)."""
    ids = OUTLETS[: draw(st.sampled_from((0, 1, 2, 3, 4, 5, 4, 5)))]
    outlets: list[Record] = []
    for index, name in enumerate(ids):
        outlet: Record = {"id": name}
        above = draw(st.sampled_from((None, None, *owners, UNDECLARED_OWNER, *ids[index + 1 :])))
        if above is not None:
            outlet["owner"] = above
        outlets.append(outlet)
    if draw(st.booleans()) and outlets:
        outlets[-1] |= {"name": "Live-Mint", "aliases": ["the-paper"]}
    return outlets


_WHO: tuple[Record, ...] = (
    *({"named": False}, {"kind": "person"}),  # nothing is said of them
    *({"descriptor": words} for words in DESCRIPTORS),
    *({"descriptor": "US official", "named": True}, {"named": True}),
    *({"kind": "office", "named": False}, {"kind": "document", "descriptor": "official"}),
)
"""Who an informant is, without id: mostly an unnamed person."""


@st.composite
def _relied_on(draw: st.DrawFn, informants: Sequence[str]) -> list[Any]:
    """The informants of a source or of evidence: mostly one, by id or inline; or several, or none."""
    form = draw(
        st.sampled_from(("id", "id", "id", "id", "inline", "inline", "inline", "both", "ids", "none", "none"))
    )
    listed: list[Any] = []
    if form in {"id", "both", "ids"}:
        listed += draw(_some_of(informants, least=1, most=2 if form == "ids" else 1))
    if form in {"inline", "both"}:
        listed.append(dict(draw(st.sampled_from(_WHO))))
    return listed


@st.composite
def _basis_and_via(draw: st.DrawFn, others: Sequence[str], shapes: Sequence[str]) -> Record:
    """The keys ``basis`` and ``via`` of one level; never ``original`` or ``unknown`` with a via on it."""
    record: Record = {}
    shape = draw(st.sampled_from(shapes))
    basis, _, via = shape.partition("+")
    if basis:
        record["basis"] = basis
    if via == "via":
        record["via"] = draw(_some_of(others, least=1))
    elif via == "none":
        record["via"] = []
    return record


class _Profile(NamedTuple):
    """What a drawn dossier is mostly about: how its sources and its evidence know, and what they rely on."""

    source_shapes: tuple[str, ...]
    evidence_shapes: tuple[str, ...]
    relies: tuple[bool, ...] = (False, True)
    texts: tuple[bool, ...] = (False, True)
    sizes: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7, 8, 3, 4, 5, 6)


# "basis+via": the empty basis is not declared; "none" is an empty via.
_RARE_SHAPES = ("mixed+via", "mixed+via", "mixed", "derived", "unknown", "+none", "original+none")
_RARE_OVERRIDES = ("+none", "+none", "+none", "derived", "mixed", "unknown", "unknown+none", "derived+none")
_ANYTHING = _Profile(
    source_shapes=(*["original"] * 6, *[""] * 3, *["+via"] * 4, "derived+via", *_RARE_SHAPES),
    evidence_shapes=(
        *[""] * 10,
        *["original"] * 3,
        "+via",
        "+via",
        "derived+via",
        "mixed+via",
        *_RARE_OVERRIDES,
    ),
)
_INFORMANTS = _Profile(
    source_shapes=(*["original"] * 6, "mixed", "mixed+via", "+via"),
    evidence_shapes=(*[""] * 6, "original", "+via", "mixed+via", "unknown"),
    relies=(False, True, True, True),
    texts=(False,),
)
_TEXTS = _Profile(
    source_shapes=(*[""] * 4, *["+via"] * 3, "original", "derived", "mixed+via"),
    evidence_shapes=(
        *[""] * 4,
        "original",
        "original",
        "+via",
        "+via",
        "unknown",
        "unknown",
        "derived",
        "mixed+via",
    ),
    relies=(False,),
    texts=(True,),
    sizes=(2, 3, 4, 5),
)


_SOURCE_EXTRAS: tuple[Record, ...] = (
    *[{}] * 16,
    *({"kind": kind} for kind in ("document", "statement", "interview", "news")),
    *({"read": False}, {"read": False}, {"read": False, "kind": "document"}, {"read": True}),
    *({"subject": subject} for subject in SUBJECTS),
    *({"status": status} for status in ("retracted", "withdrawn", "corrected", "superseded")),
)
_EVIDENCE_EXTRAS: tuple[Record, ...] = (
    *[{}] * 12,
    *({"stance": stance} for stance in ("contradicts", "contradicts", "contradicts", "mentions", "supports")),
    *({"subject": subject} for subject in SUBJECTS),
)


@st.composite
def _source(
    draw: st.DrawFn,
    profile: _Profile,
    name: str,
    *,
    ids: Sequence[str],
    outlets: Sequence[str],
    informants: Sequence[str],
) -> Record:
    others = [other for other in ids if other != name]
    source: Record = {"id": name}
    outlet = draw(st.sampled_from((*outlets, *outlets, *outlets, *SPELLINGS, None)))
    if outlet is not None:
        source["outlet"] = outlet
    source |= draw(_basis_and_via(others, profile.source_shapes))
    source |= draw(st.sampled_from(_SOURCE_EXTRAS))
    if draw(st.sampled_from(profile.relies)):
        source["informants"] = draw(_relied_on(informants))
    return source


@st.composite
def _sources(
    draw: st.DrawFn, profile: _Profile, outlets: Sequence[str], informants: Sequence[str]
) -> list[Record]:
    ids = SOURCES[: draw(st.sampled_from(profile.sizes))]
    sources = [draw(_source(profile, name, ids=ids, outlets=outlets, informants=informants)) for name in ids]
    pairs = [(one, other) for one in sources for other in sources if one is not other]
    if draw(st.sampled_from(profile.texts)) and pairs:
        for one, other in draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=4)):
            shared = one.setdefault("shares_text_with", [])
            if other["id"] not in shared:
                shared.append(other["id"])
    return sources


@st.composite
def _evidence(
    draw: st.DrawFn, profile: _Profile, name: str, sources: Sequence[str], informants: Sequence[str]
) -> str | Record:
    form = draw(st.sampled_from((*["short"] * 4, *["long"] * 5, *["informants"] * 3, "superseded")))
    if form == "short":
        return name
    others = [other for other in sources if other != name]
    evidence: Record = {"source": name}
    evidence |= draw(_basis_and_via(others, profile.evidence_shapes))
    evidence |= draw(st.sampled_from(_EVIDENCE_EXTRAS))
    if form == "informants":
        evidence["informants"] = draw(_relied_on(informants))
    if form == "superseded" and others:
        evidence["superseded_by"] = draw(st.sampled_from(others))
    return evidence


_CLAIM_EXTRAS: tuple[Record, ...] = (
    *[{}] * 6,
    *({"status": status} for status in ("asserted", "reported", "inferred", "speculative", "confirmed")),
    *({"status": "retracted"}, {"status": "retracted"}),
    *({"subject": subject} for subject in (*SUBJECTS, *SUBJECTS)),
)


@st.composite
def _claim(
    draw: st.DrawFn,
    profile: _Profile,
    name: str,
    *,
    ids: Sequence[str],
    sources: Sequence[str],
    informants: Sequence[str],
) -> Record:
    claim: Record = {"id": name, "text": f"This is {name}."}
    claim |= draw(st.sampled_from(_CLAIM_EXTRAS))
    count = draw(st.integers(0, 6))
    cited = draw(st.lists(st.sampled_from(sources), min_size=count, max_size=count))
    if cited:
        claim["evidence"] = [draw(_evidence(profile, source, sources, informants)) for source in cited]
    others = [other for other in ids if other != name]
    premises = (
        draw(st.sampled_from(("none", "none", "none", "one set", "alternatives"))) if others else "none"
    )
    if premises == "one set":
        claim["rests_on"] = draw(_some_of(others, least=1))
    elif premises == "alternatives":
        claim["rests_on"] = draw(st.lists(_some_of(others, least=1, most=2), min_size=1, max_size=3))
    return claim


@st.composite
def dossiers(draw: st.DrawFn) -> Record:
    """Draw a valid dossier of at most 8 sources, 4 claims, 5 declared outlets and 4 declared informants."""
    profile = draw(st.sampled_from((_ANYTHING, _ANYTHING, _INFORMANTS, _TEXTS)))
    owners = draw(_owners())
    outlets = draw(_outlets([owner["id"] for owner in owners]))
    informant_ids = INFORMANTS[: draw(st.sampled_from((0, 1, 2, 3, 4, 1, 2)))]
    informants = [{"id": name} | draw(st.sampled_from(_WHO)) for name in informant_ids]
    sources = draw(_sources(profile, [outlet["id"] for outlet in outlets], informant_ids))
    source_ids = [source["id"] for source in sources]
    claim_ids = CLAIMS[: draw(st.integers(1, len(CLAIMS)))]
    claims = [
        draw(_claim(profile, name, ids=claim_ids, sources=source_ids, informants=informant_ids))
        for name in claim_ids
    ]
    return {
        "owners": owners,
        "outlets": outlets,
        "informants": informants,
        "sources": sources,
        "claims": claims,
    }


# ---------------------------------------------------------------------------------------------------------
# The worked cases of the definition
# ---------------------------------------------------------------------------------------------------------


class Row(NamedTuple):
    """The numbers of one row of the table; None where the row gives none."""

    outlets: int
    outlet: tuple[int, int]
    owner: tuple[int, int] | None = None
    informant: tuple[int, int] | None = None
    verdict: str | None = None


class WorkedCase(NamedTuple):
    """One row of the table: its name, its dossier, the claim that it is about, and its numbers."""

    name: str
    dossier: Record
    claim: str
    expected: Row


def _original(name: str, **more: Any) -> Record:
    return {"id": name, "outlet": name, "basis": "original", **more}


def _undeclared(name: str, **more: Any) -> Record:
    return {"id": name, "outlet": name, **more}


def _via(name: str, *via: str, **more: Any) -> Record:
    return {"id": name, "outlet": name, "via": list(via), **more}


def _cites(name: str, *evidence: str | Record, **more: Any) -> Record:
    return {"id": name, "text": f"Claim {name}.", "evidence": list(evidence), **more}


def _rests_on(name: str, rests_on: Sequence[str] | Sequence[Sequence[str]]) -> Record:
    return {"id": name, "text": f"Claim {name}.", "rests_on": list(rests_on)}


_REPEAT_AXIOS = ("mint", "newsmax", "al-mayadeen", "newser", "eir", "politis", "blog")
_BUCKETS_SOURCES: list[Record] = [
    _original("axios"),
    *(_via(name, "axios") for name in _REPEAT_AXIOS),
    _via("menafn", "mint"),
]
_BUCKETS = _cites("buckets", "axios", *_REPEAT_AXIOS, "menafn")

_CEDE_INFORMANTS: list[Record] = [
    {"id": "official-1", "named": False, "descriptor": "US official"},
    {"id": "official-2", "named": False, "descriptor": "official"},
    {"id": "official-3", "named": False},
]
_CEDE_SOURCES: list[Record] = [
    _original("reuters", informants=["official-1"]),
    _original("afp", informants=["official-2"]),
    _original("ft", informants=["official-3"]),
    _via("interfax-ukraine", "reuters"),
    _via("euromaidan", "reuters"),
    _via("trt", "reuters", "afp"),
    _via("lbc", "afp"),
    _via("spacewar", "afp"),
    _via("novyny", "ft"),
]
_CEDE = _cites("cede", *(source["id"] for source in _CEDE_SOURCES))

WORKED_CASES: tuple[WorkedCase, ...] = (
    WorkedCase(
        "W1 Axios original; 7 via Axios; MENAFN via Mint via Axios",
        {"sources": _BUCKETS_SOURCES, "claims": [_BUCKETS]},
        "buckets",
        Row(outlets=9, outlet=(1, 1)),
    ),
    WorkedCase(
        "W2 Reuters, AFP, FT original, each on an unnamed official; 6 via them",
        {"informants": _CEDE_INFORMANTS, "sources": _CEDE_SOURCES, "claims": [_CEDE]},
        "cede",
        Row(outlets=9, outlet=(3, 3), informant=(1, 3)),
    ),
    WorkedCase(
        "W3 only TRT, via Reuters or AFP",
        {
            "sources": [_original("reuters"), _original("afp"), _via("trt", "reuters", "afp")],
            "claims": [_cites("c", "trt")],
        },
        "c",
        Row(outlets=1, outlet=(1, 1)),
    ),
    WorkedCase(
        "W4 rests on W1 and W2",
        {
            "informants": _CEDE_INFORMANTS,
            "sources": [*_BUCKETS_SOURCES, *_CEDE_SOURCES],
            "claims": [_BUCKETS, _CEDE, _rests_on("c", ["buckets", "cede"])],
        },
        "c",
        Row(outlets=0, outlet=(1, 1), verdict="inferred"),
    ),
    WorkedCase(
        "W5 two blogs via each other",
        {
            "sources": [_via("blog-1", "blog-2"), _via("blog-2", "blog-1")],
            "claims": [_cites("c", "blog-1", "blog-2")],
        },
        "c",
        Row(outlets=2, outlet=(0, 0)),
    ),
    WorkedCase(
        'W6 none, tag "secret annex"',
        {"claims": [{"id": "c", "text": "Secret annexes could include them.", "tags": ["secret annex"]}]},
        "c",
        Row(outlets=0, outlet=(0, 0)),
    ),
    WorkedCase(
        "W7 three originals, two outlets of one owner",
        {
            "owners": [{"id": "group"}],
            "outlets": [{"id": "g1", "owner": "group"}, {"id": "g2", "owner": "group"}, {"id": "h1"}],
            "sources": [_original("g1"), _original("g2"), _original("h1")],
            "claims": [_cites("c", "g1", "g2", "h1")],
        },
        "c",
        Row(outlets=3, outlet=(3, 3), owner=(2, 2)),
    ),
    WorkedCase(
        "W8 premise sets {a,b} {b,c} {a,c}, each a claim with one original of its own outlet",
        {
            "sources": [_original("o1"), _original("o2"), _original("o3")],
            "claims": [
                *(_cites("a", "o1"), _cites("b", "o2"), _cites("c", "o3")),
                _rests_on("any-two", [["a", "b"], ["b", "c"], ["a", "c"]]),
            ],
        },
        "any-two",
        Row(outlets=0, outlet=(2, 2), verdict="inferred"),
    ),
    WorkedCase(
        "W9 three outlets, basis not declared",
        {
            "sources": [_undeclared("o1"), _undeclared("o2"), _undeclared("o3")],
            "claims": [_cites("c", "o1", "o2", "o3")],
        },
        "c",
        Row(outlets=3, outlet=(1, 3)),
    ),
    WorkedCase(
        "W10 one original, one undeclared that shares its text",
        {
            "sources": [_original("a"), _undeclared("u", shares_text_with=["a"])],
            "claims": [_cites("c", "a", "u")],
        },
        "c",
        Row(outlets=2, outlet=(1, 1)),
    ),
    WorkedCase(
        "W11 evidence says via a, its source says original; a cited too",
        {
            "sources": [_original("a"), _original("b")],
            "claims": [_cites("c", "a", {"source": "b", "via": ["a"]})],
        },
        "c",
        Row(outlets=2, outlet=(1, 1)),
    ),
    WorkedCase(
        "W12 evidence says unknown, its source says via a; a (original) cited too",
        {
            "sources": [_original("a"), _via("b", "a")],
            "claims": [_cites("c", "a", {"source": "b", "basis": "unknown"})],
        },
        "c",
        Row(outlets=2, outlet=(1, 2)),
    ),
    WorkedCase(
        "W13 derived without via",
        {"sources": [_undeclared("d", basis="derived")], "claims": [_cites("c", "d")]},
        "c",
        Row(outlets=1, outlet=(0, 0)),
    ),
    WorkedCase(
        "W14 two unread sources with explicit basis unknown",
        {
            # Named by a via, which would make an unread source without an explicit basis original.
            "sources": [
                *(_undeclared(name, basis="unknown", read=False) for name in ("u1", "u2")),
                _via("v", "u1", "u2"),
            ],
            "claims": [_cites("c", "u1", "u2")],
        },
        "c",
        Row(outlets=2, outlet=(1, 2)),
    ),
    WorkedCase(
        "W15 two chains that end in read sources without basis",
        {
            "sources": [_via("a1", "u1"), _via("a2", "u2"), _undeclared("u1"), _undeclared("u2")],
            "claims": [_cites("c", "a1", "a2")],
        },
        "c",
        Row(outlets=2, outlet=(1, 2)),
    ),
    WorkedCase(
        "W16 a chain with a retracted source in the middle",
        {
            "sources": [_original("a"), _via("m", "a", status="retracted"), _via("b", "m")],
            "claims": [_cites("c", "b")],
        },
        "c",
        Row(outlets=1, outlet=(0, 0)),
    ),
    WorkedCase(
        "W17 u undeclared; k via u and shares its text; both cited",
        {
            "sources": [_undeclared("u"), _via("k", "u", shares_text_with=["u"])],
            "claims": [_cites("c", "u", "k")],
        },
        "c",
        Row(outlets=2, outlet=(1, 1)),
    ),
    WorkedCase(
        "W18 premise sets {known} {undeclared}",
        {
            "sources": [_original("a"), _undeclared("u")],
            "claims": [
                _cites("known", "a"),
                _cites("undeclared", "u"),
                _rests_on("c", [["known"], ["undeclared"]]),
            ],
        },
        "c",
        Row(outlets=0, outlet=(1, 2), verdict="inferred"),
    ),
    WorkedCase(
        "W19 one premise set of both",
        {
            "sources": [_original("a"), _undeclared("u")],
            "claims": [
                _cites("known", "a"),
                _cites("undeclared", "u"),
                _rests_on("c", ["known", "undeclared"]),
            ],
        },
        "c",
        Row(outlets=0, outlet=(1, 1), verdict="inferred"),
    ),
    WorkedCase(
        "W20 one source twice, once own reporting, once via z; z cited",
        {
            "sources": [_undeclared("s"), _original("z")],
            "claims": [_cites("c", {"source": "s", "basis": "original"}, {"source": "s", "via": ["z"]}, "z")],
        },
        "c",
        Row(outlets=2, outlet=(2, 2)),
    ),
    WorkedCase(
        "W21 on-subject b via off-subject original a",
        {
            "sources": [_original("a", subject="other"), _via("b", "a", subject="plan")],
            "claims": [_cites("c", "a", "b", subject="plan")],
        },
        "c",
        Row(outlets=1, outlet=(1, 1)),
    ),
    WorkedCase(
        'W22 "Live Mint" and "LiveMint", both original',
        {
            "sources": [_original("s1") | {"outlet": "Live Mint"}, _original("s2") | {"outlet": "LiveMint"}],
            "claims": [_cites("c", "s1", "s2")],
        },
        "c",
        Row(outlets=1, outlet=(1, 1)),
    ),
    WorkedCase(
        "W23 premise is a retracted claim",
        {
            "sources": [_original("a")],
            "claims": [_cites("p", "a", status="retracted"), _rests_on("c", ["p"])],
        },
        "c",
        Row(outlets=0, outlet=(0, 0)),
    ),
    WorkedCase(
        "W24 z original and a mixed via z, both on one named informant",
        {
            "informants": [{"id": "minister", "named": True}],
            "sources": [
                _original("z", informants=["minister"]),
                _undeclared("a", basis="mixed", via=["z"], informants=["minister"]),
            ],
            "claims": [_cites("c", "z", "a")],
        },
        "c",
        Row(outlets=2, outlet=(2, 2), informant=(1, 1)),
    ),
    WorkedCase(
        "W25 BBC Ukrainian with owner bbc, and bbc, both original",
        {
            "outlets": [
                {"id": "bbc", "name": "BBC"},
                {"id": "bbc-ukrainian", "name": "BBC Ukrainian", "owner": "bbc"},
            ],
            "sources": [_original("bbc"), _original("bbc-ukrainian")],
            "claims": [_cites("c", "bbc", "bbc-ukrainian")],
        },
        "c",
        Row(outlets=2, outlet=(2, 2), owner=(1, 1)),
    ),
)


# ---------------------------------------------------------------------------------------------------------
# Corner cases: one or more for each numbered reading of ``brute_force``, which drawing meets too seldom. An
# original z beside them tells what is declared (2-2) from what is not (1-2).
# ---------------------------------------------------------------------------------------------------------


def _corner(
    name: str, expected: Row, sources: Sequence[Record], evidence: Sequence[str | Record], **more: Any
) -> WorkedCase:
    claim = _cites("c", *evidence, **more.pop("claim", {}))
    return WorkedCase(
        name, {**more, "sources": list(sources), "claims": [claim, *more.get("claims", [])]}, "c", expected
    )


def _says(**descriptors: str) -> list[Record]:
    """Return an original of each outlet, on an unnamed inline informant with that descriptor."""
    return [_original(name, informants=[{"descriptor": words}]) for name, words in descriptors.items()]


_Z = _original("z")
_PAPER = _undeclared("paper", kind="document")
_UNREAD = _undeclared("unread", read=False)
_SAYS_DERIVED: Record = {"source": "a", "basis": "derived"}
_TWICE: tuple[Record, ...] = ({"source": "k", "via": ["z"]}, {"source": "k"})

CORNER_CASES: tuple[WorkedCase, ...] = (
    _corner("1 a document as such", Row(2, (2, 2)), [_PAPER, _Z], ["paper", "z"]),
    _corner("1 evidence with empty via", Row(2, (1, 2)), [_PAPER, _Z], [{"source": "paper", "via": []}, "z"]),
    _corner("2 unread and not named", Row(2, (1, 2)), [_UNREAD, _Z], ["unread", "z"]),
    _corner(
        "2 unread, named by a source", Row(2, (2, 2)), [_UNREAD, _Z, _via("v", "unread")], ["unread", "z"]
    ),
    _corner(
        "2 unread, named by a mention",
        Row(2, (2, 2)),
        [_UNREAD, _Z, _undeclared("v")],
        ["unread", "z", {"source": "v", "via": ["unread"], "stance": "mentions"}],
    ),
    _corner(
        "3 reached, own evidence", Row(2, (0, 0)), [_original("a"), _via("b", "a")], ["b", _SAYS_DERIVED]
    ),
    *(
        _corner(
            f"3 reached, own evidence not taken: {next(iter(more))}",
            Row(1, (1, 1)),
            [_original("a"), _via("b", "a")],
            ["b", _SAYS_DERIVED | more],
            claim={"subject": "plan"},
        )
        for more in ({"stance": "contradicts"}, {"superseded_by": "b"}, {"subject": "deal"})
    ),
    *(
        _corner(
            f"4 copy of a retracted original, declared by {level}",
            Row(1, (0, 0)),
            [_undeclared("x", status="retracted") | by_source, _undeclared("u", shares_text_with=["x"])],
            [{"source": "x"} | by_evidence, "u"],
        )
        for level, by_source, by_evidence in (
            ("its source", {"basis": "original"}, {}),
            ("its evidence", {}, {"basis": "original"}),
        )
    ),
    _corner(
        "6 known by a via to something ungrounded",
        Row(2, (0, 0)),
        [_via("k", "d"), _undeclared("d", basis="derived"), _undeclared("u", shares_text_with=["k"])],
        ["k", "u"],
    ),
    _corner(
        "6 known by a via that comes back to the group through an outsider",
        Row(2, (0, 0)),
        [_undeclared("u"), _via("m", "u"), _via("k", "m", shares_text_with=["u"])],
        ["u", "k"],
    ),
    *(
        _corner(
            f"7 copy of an original that is not cited: {how}",
            Row(2, numbers),
            [
                _original("x"),
                _undeclared("v", shares_text_with=["u"]),
                _undeclared("u", shares_text_with=["x"], **more),
                _Z,
            ],
            ["u", "z"],
        )
        for how, numbers, more in (
            ("undeclared", (1, 2), {}),
            ("derived from inside", (1, 2), {"via": ["v"]}),
            ("derived without via", (1, 1), {"basis": "derived"}),
        )
    ),
    _corner(
        "7 circle inside a text that has a known member",
        Row(2, (0, 0)),
        [_original("x", shares_text_with=["b"]), _via("b", "d"), _via("d", "b", shares_text_with=["b"])],
        ["b", "d"],
    ),
    _corner(
        "7 repeats one of a text, and leans on no other",
        Row(2, (1, 1)),
        [_Z, _via("u", "z"), _via("k", "u", shares_text_with=["u", "x"]), _original("x")],
        ["k", "z"],
    ),
    _corner("8 twice, once undeclared", Row(2, (1, 2)), [_undeclared("k"), _Z], [*_TWICE, "z"]),
    _corner(
        "8 twice, once undeclared, and shares its text",
        Row(3, (2, 2)),
        [_undeclared("k"), _Z, _original("x", shares_text_with=["k"])],
        [*_TWICE, "x", "z"],
    ),
    _corner(
        "8 twice, once undeclared, the other retracted",
        Row(1, (1, 1)),
        [_undeclared("k"), _original("z", status="retracted"), _original("x", shares_text_with=["k"])],
        [*_TWICE],
    ),
    _corner(
        "8 the only known member, once undeclared",
        Row(2, (1, 1)),
        [_undeclared("k"), _Z, _undeclared("u", shares_text_with=["k"])],
        [*_TWICE, "z"],
    ),
    _corner(
        "9 text of two undeclared",
        Row(3, (1, 2)),
        [_undeclared("u"), _undeclared("t", shares_text_with=["u"]), _Z],
        ["u", "t", "z"],
    ),
    _corner(
        "9 text of a circle",
        Row(2, (0, 0)),
        [_via("b", "d"), _via("d", "b", shares_text_with=["b"])],
        ["b", "d"],
    ),
    _corner(
        "9 text of two derived without via",
        Row(2, (0, 0)),
        [_undeclared("b", basis="derived"), _undeclared("d", basis="derived", shares_text_with=["b"])],
        ["b", "d"],
    ),
    _corner(
        "9 derived without via shares the text of an undeclared",
        Row(1, (0, 0)),
        [_undeclared("u"), _undeclared("d", basis="derived", shares_text_with=["u"])],
        ["d"],
    ),
    _corner(
        "9 via a retracted undeclared source, with the same text",
        Row(1, (0, 0)),
        [_undeclared("u", status="retracted"), _via("k", "u", shares_text_with=["u"])],
        ["k"],
    ),
    _corner("11 without outlet", Row(2, (2, 2)), [{"id": "leak", "kind": "document"}, _Z], ["leak", "z"]),
    _corner(
        "13 owners to the top",
        Row(4, (4, 4), owner=(2, 2)),
        [_original("a"), _original("b"), _original("d"), _original("e")],
        ["a", "b", "d", "e"],
        owners=[{"id": "low", "owner": "top"}],
        outlets=[
            {"id": "a", "owner": "b"},
            {"id": "b", "owner": "low"},
            {"id": "d", "owner": "top"},
            {"id": "e"},
        ],
    ),
    _corner(
        "14 unnamed informant with an id",
        Row(2, (2, 2), informant=(1, 1)),
        [_original("a", informants=["i"]), _original("b", informants=["i"])],
        ["a", "b"],
        informants=[{"id": "i", "descriptor": "aide"}],
    ),
    _corner(
        "14 inline informants",
        Row(2, (2, 2), informant=(1, 2)),
        _says(a="official", b="official"),
        ["a", "b"],
    ),
    _corner(
        "14 evidence takes the informants away",
        Row(2, (2, 2), informant=(2, 2)),
        _says(a="official", b="official"),
        ["a", {"source": "b", "informants": []}],
    ),
    _corner(
        "15 named, office and document",
        Row(3, (3, 3), informant=(3, 3)),
        [
            _original("a", informants=[{"named": True}]),
            _original("b", informants=[{"kind": "office", "named": False}]),
            _original("d", informants=[{"kind": "document"}]),
        ],
        ["a", "b", "d"],
    ),
    _corner(
        "16 two who are apart",
        Row(2, (2, 2), informant=(2, 2)),
        _says(a="US official", b="Ukrainian official"),
        ["a", "b"],
    ),
    _corner(
        "16 joined by a third",
        Row(3, (3, 3), informant=(1, 3)),
        _says(a="US official", b="Ukrainian official", d="Official"),
        ["a", "b", "d"],
    ),
    _corner(
        "16 a third on the other side",
        Row(2, (2, 2), informant=(2, 2)),
        _says(a="US official", b="Ukrainian official", d="official"),
        ["a", "b", {"source": "d", "stance": "contradicts"}],
    ),
    _corner(
        "16 a third who is retracted",
        Row(2, (2, 2), informant=(2, 2)),
        [*_says(a="US official", b="Ukrainian official"), _says(d="official")[0] | {"status": "withdrawn"}],
        ["a", "b", "d"],
    ),
    _corner(
        "16 a third behind a via",
        Row(2, (2, 2), informant=(1, 2)),
        _says(a="US official", d="official", b="Ukrainian official"),
        ["a", {"source": "b", "basis": "mixed", "via": ["d"]}],
    ),
    _corner(
        "16 a third under a premise",
        Row(2, (3, 3), informant=(1, 3)),
        _says(a="US official", b="Ukrainian official", d="official"),
        ["a", "b"],
        claim={"rests_on": ["p"]},
        claims=[_cites("p", "d")],
    ),
    _corner(
        "19 undeclared evidence of its own beside a premise",
        Row(1, (1, 2), verdict="unclear"),
        [_undeclared("u"), _Z],
        ["u"],
        claim={"rests_on": ["p"]},
        claims=[_cites("p", "z")],
    ),
    _corner(
        "20 any informant is enough",
        Row(2, (2, 2), informant=(2, 2)),
        [_original("a", informants=["i", "j"]), _original("b", informants=["j"])],
        ["a", "b"],
        informants=[{"id": "i", "named": True}, {"id": "j", "named": True}],
    ),
)
