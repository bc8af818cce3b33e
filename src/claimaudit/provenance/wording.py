"""What the words of a claim say of its support, as sentences that quote them. Knows no rule.

Every column is one of the claim's text as it is given, from 1.
"""

from bisect import bisect
from collections.abc import Sequence
from typing import NamedTuple

from claimaudit.provenance.explaining import SHOWN, falls_if, names_of_sources, origins_phrase
from claimaudit.provenance.independence import Side
from claimaudit.text import counted, listed, one_line
from claimaudit.text.cues import Cue, Yardstick, find_cues, sentence_starts


def quoted(cues: Sequence[Cue]) -> str:
    """Return the words of the cues, each with its column, as a phrase."""
    return listed([f'"{one_line(cue.words)}" (column {cue.column} of the text)' for cue in cues], limit=SHOWN)


def explain_vague_attribution(cues: Sequence[Cue]) -> str:
    """Return that a text says that somebody says so, and that neither it nor the claim says who."""
    return f"{quoted(cues)} {'names' if len(cues) == 1 else 'name'} nobody, and no source is cited for it"


def explain_plural(side: Side, cues: Sequence[Cue]) -> str:
    """Return that a text speaks of several where there is one origin, and which."""
    falls = falls_if(side)
    one = f"{origins_phrase(side.outlet)} supports it{f': {falls}' if falls else ''}"
    return f"{quoted(cues)} {'says' if len(cues) == 1 else 'say'} that there are several; {one}"


def explain_unmarked_hedge(cues: Sequence[Cue], status: str) -> str:
    """Return that the text hedges what the claim is said to be sure of."""
    return f"the text hedges, and its status is {status}: {quoted(cues)}"


def explain_stripped_hedge(side: Side) -> str:
    """Return that the text says flatly what its sources hedge."""
    names = names_of_sources(side.register.dossier, side.counted_sources)
    if len(side.counted_sources) == 1:
        return f"the one source that supports it hedges, and the text does not: {names}"
    return f"all {counted(len(side.counted_sources), 'source')} that support it hedge, and the text does not: {names}"


def explain_absence(cues: Sequence[Cue]) -> str:
    """Return that the text points to what was not said, and that nothing else bears the claim out."""
    points = "points" if len(cues) == 1 else "point"
    return f"{quoted(cues)} {points} to what was not said, and no evidence of its own supports the claim"


# --- likelihood and confidence ----------------------------------------------------------------------------


YARDSTICKS: dict[Yardstick, str] = {"icd203": "ICD 203", "phia": "PHIA"}
"""What the yardsticks are called."""
_OTHERS: dict[Yardstick, Yardstick] = {"icd203": "phia", "phia": "icd203"}


class Mixed(NamedTuple):
    """A word of likelihood and one of confidence that stand in one sentence."""

    likelihood: Cue
    confidence: Cue


def mixed_in_one_sentence(text: str, *, added: tuple[str, ...] = ()) -> Mixed | None:
    """Return the first words of likelihood and of confidence that one sentence of the text has both of.

    `added` are further words of confidence.
    """
    confidence = find_cues(text, "confidence", added=added)
    if not confidence:
        return None
    starts = sentence_starts(text)
    by_sentence = {bisect(starts, cue.column): cue for cue in reversed(confidence)}
    for cue in find_cues(text, "icd203", "phia", "yardsticks"):
        sentence = bisect(starts, cue.column)
        if sentence in by_sentence:
            return Mixed(cue, by_sentence[sentence])
    return None


def explain_mixed(mixed: Mixed) -> str:
    """Return which word of likelihood and which of confidence share a sentence."""
    likelihood, confidence = quoted([mixed.likelihood]), quoted([mixed.confidence])
    return f"one sentence has a likelihood, {likelihood}, and a confidence, {confidence}"


class Clash(NamedTuple):
    """A term that only ICD 203 has and one that only PHIA has, with whether each stands in the text."""

    icd203: Cue
    phia: Cue
    icd203_in_text: bool
    phia_in_text: bool


def clash_of_yardsticks(text: str, likelihood: str | None) -> Clash | None:
    """Return terms of two yardsticks that the text and the `likelihood` use together; those of the text first."""
    in_text = find_cues(text, "icd203"), find_cues(text, "phia")
    if not any(in_text) and likelihood is None:
        return None  # the usual case
    given = likelihood or ""
    icd203, phia = in_text[0] or find_cues(given, "icd203"), in_text[1] or find_cues(given, "phia")
    if not icd203 or not phia:
        return None
    return Clash(icd203[0], phia[0], bool(in_text[0]), bool(in_text[1]))


def explain_clash(clash: Clash) -> str:
    """Return which term belongs to which yardstick."""
    icd203 = _place(clash.icd203, in_text=clash.icd203_in_text)
    phia = _place(clash.phia, in_text=clash.phia_in_text)
    return f"terms of two yardsticks: {icd203} is of ICD 203, {phia} of PHIA"


class Stray(NamedTuple):
    """A term of likelihood that is none of the house's yardstick, and whether it stands in the text."""

    term: Cue
    in_text: bool
    yardstick: Yardstick
    of_the_other: bool


def stray_term(text: str, likelihood: str | None, yardstick: Yardstick) -> Stray | None:
    """Return the first term that only another yardstick has, else a `likelihood` that is a term of none."""
    other = _OTHERS[yardstick]
    in_text, given = find_cues(text, other), find_cues(likelihood or "", other)
    if in_text or given:
        return Stray((in_text or given)[0], bool(in_text), yardstick, of_the_other=True)
    if likelihood is None or find_cues(likelihood, yardstick, "yardsticks"):
        return None
    return Stray(Cue(likelihood.strip(), 1), in_text=False, yardstick=yardstick, of_the_other=False)


def explain_stray(stray: Stray) -> str:
    """Return which term is none of the house's yardstick."""
    term, own = _place(stray.term, in_text=stray.in_text), YARDSTICKS[stray.yardstick]
    if not stray.of_the_other:
        return f"{term} is no term of {own}, the yardstick of the house"
    return f"{term} is of {YARDSTICKS[_OTHERS[stray.yardstick]]}, and the yardstick of the house is {own}"


def _place(cue: Cue, *, in_text: bool) -> str:
    return quoted([cue]) if in_text else f'"{one_line(cue.words)}" (the `likelihood`)'
