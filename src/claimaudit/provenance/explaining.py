"""The why, in words: names, chains, verdicts. Every sentence on a count is made here, for every output.

The plain-language forms follow the source summary statement of intelligence reporting standards (ICD 206): which
sources matter most, which corroborate, which conflict.
"""

from collections.abc import Iterable, Sequence

from claimaudit.model import Dossier
from claimaudit.provenance.chains import Chain
from claimaudit.provenance.independence import Provenance, Side
from claimaudit.provenance.labels import Label, spoken, spoken_source
from claimaudit.provenance.ranges import Range
from claimaudit.text import counted, listed

ARROW = " <- "
SHOWN = 6
"""How many names a sentence lists before it counts the rest."""


def name_of_label(side: Side, label: Label) -> str:
    """Return how a sentence names what a claim falls with."""
    return spoken(label, side.register.dossier, side.register.inline)


def names_of_sources(dossier: Dossier, sources: Iterable[str], limit: int = SHOWN) -> str:
    """Return the outlets of the sources as a phrase, each once."""
    return listed(list(dict.fromkeys(spoken_source(dossier, source) for source in sources)), limit=limit)


def ids(names: Sequence[str], limit: int = SHOWN) -> str:
    """Return ids as a phrase, marked as such."""
    return listed([f"`{name}`" for name in names], limit=limit)


def spoken_chain(dossier: Dossier, chain: Chain) -> str:
    """Return a chain as the names of its outlets: "MENAFN <- Live Mint <- Axios"."""
    names = [spoken_source(dossier, source) for source in chain.path]
    if chain.skipped:
        names.insert(-1, f"({chain.skipped:,} more)")
    return ARROW.join(names)


def witness_phrase(side: Side, witness: Sequence[Label]) -> str:
    """Return who would have to be wrong: "Axios is wrong", "AFP and Reuters are both wrong"."""
    names = listed([name_of_label(side, label) for label in witness], limit=SHOWN)
    if len(witness) == 1:
        return f"{names} is wrong"
    return f"{names} are {'both' if len(witness) == 2 else 'all'} wrong"


def falls_if(side: Side, only: str = "") -> str:
    """Return what would have to be wrong for the claim to fall, or an empty text where that is not known."""
    witness = side.outlet.high_witness
    return f"falls {only}if {witness_phrase(side, witness)}" if witness else ""


def explain_no_support(side: Side) -> str:
    """Return why nothing supports the claim: nothing, only contradicted, off-subject, retracted, circular."""
    register, claim = side.register, side.claim
    reasons = []
    left_out = [piece for piece in register.not_counted(claim) if piece.stance == "supports"]
    for reason, words in _LEFT_OUT.items():
        sources = list(dict.fromkeys(piece.source for piece in left_out if piece.reason == reason))
        if sources:
            reasons.append(words.format(counted(len(sources), "source"), _subjects(side, sources)))
    if side.counted_sources:
        reasons.append(_explain_ungrounded(side))
    if claim.rests_on:
        premises = ids(list(dict.fromkeys(premise for members in claim.rests_on for premise in members)))
        reasons.append(f"what it is argued from does not stand ({premises})")
    if not reasons:
        return _explain_nothing(side)
    return f"nothing that counts supports it: {'; '.join(reasons)}"


_LEFT_OUT = {
    "off-subject": "{} about another subject{}",
    "retracted": "{} retracted",
    "withdrawn": "{} withdrawn",
    "superseded": "{} overtaken by later work",
}


def _subjects(side: Side, sources: Sequence[str]) -> str:
    dossier = side.register.dossier
    subjects = {dossier.source[source].subject for source in sources}
    subjects |= {piece.subject for piece in side.claim.evidence if piece.source in sources and piece.subject}
    known = sorted(subject for subject in subjects if subject and subject != side.claim.subject)
    return f" ({', '.join(known)})" if known else ""


def _explain_ungrounded(side: Side) -> str:
    network, void = side.network, side.register.is_void
    reached = [source for _, source in network.sources()]
    names = names_of_sources(side.register.dossier, side.counted_sources)
    repeat = "repeats" if len(side.counted_sources) == 1 else "repeat"
    statuses = {side.register.dossier.source[source].status for source in reached if void(source)}
    if statuses:
        return f"{names} {repeat} what was {listed(sorted(statuses), joiner='or')}"
    sources = counted(len(side.counted_sources), "source")
    if all(list(network.ways_at(number)) for number, _ in network.sources()):
        return f"{sources} in a circle that never reaches an origin ({names})"
    return f"{sources} that {repeat} others without saying whom ({names})"


def _explain_nothing(side: Side) -> str:
    stances = {piece.stance for piece in side.claim.evidence}
    if "contradicts" in stances:
        return "nothing supports it; it is only contradicted"
    if "mentions" in stances:
        return "nothing supports it; sources only mention the matter"
    return "nothing supports it: no evidence and no premise"


def explain_verdict(provenance: Provenance, claim_id: str) -> str:
    """Return the verdict on a claim as one sentence, without a full stop."""
    side = provenance.support(claim_id)
    sentence = _explain_support(provenance, claim_id, side)
    if provenance.is_contested(claim_id):
        against = provenance.against(claim_id)
        who = names_of_sources(side.register.dossier, against.origins or against.counted_sources)
        sentence += f"; contested by {who}"
    return sentence


def brief_verdict(provenance: Provenance, claim_id: str) -> str:
    """Return verdict and numbers of a claim in a few words: "single origin: 13 outlets, 1 independent origin"."""
    side = provenance.support(claim_id)
    contested = ", contested" if provenance.is_contested(claim_id) else ""
    outlets = f"{counted(len(side.outlets), 'outlet')}, " if side.outlets else ""
    return f"{provenance.verdict(claim_id)}{contested}: {outlets}{origins_phrase(side.outlet)}"


def _explain_support(provenance: Provenance, claim_id: str, side: Side) -> str:
    verdict = provenance.verdict(claim_id)
    if verdict == "unsupported":
        return explain_no_support(side)
    if verdict == "inferred":
        sets = [ids(members) for members in side.claim.rests_on]
        is_plain = len(sets) == 1 or all(len(members) == 1 for members in side.claim.rests_on)
        premises = listed(sets, joiner="or", limit=SHOWN, separator=", " if is_plain else "; ")
        falls = falls_if(side)
        return f"argued from {premises}, on {origins_phrase(side.outlet)}{'; ' + falls if falls else ''}"
    outlets = counted(len(side.outlets), "outlet")
    is_exact = side.outlet.unique and side.outlet.low == side.outlet.high > 1
    only = "only " if is_exact else ""
    if verdict == "unclear" and side.has_undeclared:
        unknown = names_of_sources(side.register.dossier, side.undeclared)
        return (
            f"{outlets}, {origins_phrase(side.outlet)}: where {unknown} "
            f"{'has' if len(side.undeclared) == 1 else 'have'} it from is not declared"
        )
    falls = falls_if(side, only)
    return f"{outlets}, {origins_phrase(side.outlet)}{'; ' + falls if falls else ''}"


def origins_phrase(origins: Range) -> str:
    """Return a range as words: "1 independent origin", "1-3 independent origins"."""
    return f"{origins} independent origin{'' if (origins.low, origins.high) == (1, 1) else 's'}"
