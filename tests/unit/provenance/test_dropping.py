"""What becomes of claims when something they rest on is supposed away."""

from tests.unit.provenance.samples import claim, dossier, original, source

from claimaudit.model import Dossier, Informant
from claimaudit.provenance import Label, provenance_of
from claimaudit.provenance.dropping import drop, explain_drop

A, B = original("a"), original("b")


def outcomes(held: Dossier, *labels: Label) -> dict[str, str | None]:
    return {change.claim: change.outcome for change in drop(provenance_of(held), labels)}


def work(name: str) -> Label:
    return Label(name, "source")


def test_each_outcome() -> None:
    sources = [A, B, original("d"), source("u"), source("m", via=["a", "b"])]
    held = dossier(
        sources,
        claim("a", name="falls"),
        claim("a", "b", name="one"),
        claim("a", "b", "d", name="weaker"),
        claim("b", "d", {"source": "a", "stance": "contradicts"}, name="contested"),
        claim("b", "d", name="untouched"),
        claim("m", name="another-way"),
        claim("b", "d", {"source": "a", "via": ["b"]}, name="a-copy"),
        claim(name="argued", rests_on=[["falls"]]),
    )
    assert outcomes(held, work("a")) == {
        "falls": "falls",
        "one": "single origin",
        "weaker": "weaker",
        "contested": "no longer contested",
        "another-way": None,
        "a-copy": "fewer outlets",
        "argued": "falls",
    }


def test_a_relay_of_two_origins_is_one_more_outlet_to_be_wrong() -> None:
    """M repeats A or B. With A gone it only repeats B, which is cited itself: then B alone bears the claim."""
    held = dossier([A, B, source("m", via=["a", "b"])], claim("b", "m"))
    (change,) = drop(provenance_of(held), [work("a")])
    assert (str(change.before.side.outlet), str(change.after.side.outlet)) == ("2", "1")
    assert change.outcome == "single origin"


def test_a_copy_of_what_is_dropped_becomes_no_origin() -> None:
    """It shares its text with A, which said where it had it from: that is not forgotten with A."""
    held = dossier([A, source("m", shares_text_with=["a"])], claim("a", "m"))
    assert outcomes(held, work("a")) == {"c": "falls"}


def test_own_reporting_goes_with_the_last_of_its_informants() -> None:
    sources = [original("a", informants=["i", "j"]), original("b", informants=["i"])]
    held = dossier(sources, claim("a", name="both"), claim("b", name="one"))
    held = Dossier(held.claims, held.sources, held.outlets, informants=(Informant(id="i"), Informant(id="j")))
    i, j = Label("i", "informant"), Label("j", "informant")
    assert outcomes(held, i) == {"both": None, "one": "falls"}
    assert outcomes(held, i, j) == {"both": "falls", "one": "falls"}


def test_everything_dropped_leaves_nothing() -> None:
    held = dossier([A, B, source("m", via=["a"])], claim("a", "b"), claim("m", name="d"))
    assert set(outcomes(held, *map(work, "abm")).values()) == {"falls"}


def test_a_source_with_ten_thousand_dependants() -> None:
    sources = [A, *(source(f"s{number}", via=["a"]) for number in range(10_000))]
    held = dossier(sources, claim(*(entry.id for entry in sources[1:])))
    assert outcomes(held, work("a")) == {"c": "falls"}


def told(held: Dossier, *labels: Label) -> str:
    return explain_drop([label.id for label in labels], list(drop(provenance_of(held), labels)))


def test_what_is_left_may_only_be_argued() -> None:
    """X had it from A through Z; the premise still stands on A, and is all that is left."""
    sources = [A, source("z", via=["a"]), source("x", via=["z"])]
    held = dossier(sources, claim("a", name="p"), claim("x", name="c", rests_on=[["p"]]))
    assert outcomes(held, work("z")) == {"c": "only argued"}
    assert told(held, work("z")) == "Without z, of 1 claim that leads there, 1 is only argued then."


def test_what_only_contradicts_is_told_as_such() -> None:
    held = dossier([A, B], claim("a", {"source": "b", "stance": "contradicts"}))
    assert (
        told(held, work("b"))
        == "Without b 1 claim is no longer contested; every claim is supported as it was."
    )


def test_sentences() -> None:
    held = dossier(
        [A, B, original("d"), source("m", via=["b"])],
        claim("a", name="falls"),
        claim("a", "b", name="one"),
        claim("b", "d", name="two"),
        claim("m", "b", name="copied"),
    )
    assert told(held, work("a")) == (
        "Without a, of 2 claims that lead there, 1 falls and 1 is left with a single origin."
    )
    assert told(held, work("a"), work("m")) == (
        "Without a and m, of 3 claims that lead there, 1 falls, 1 is left with a single origin and 1 only loses outlets."
    )
    assert told(dossier([A, B], claim("b")), work("a")) == (
        "Without a every claim stands as it did: none leads there."
    )
    either = dossier([A, B, source("m", via=["a", "b"])], claim("m"))
    assert told(either, work("a")) == (
        "Without a every claim stands as it did, the 1 claim that leads there as well."
    )
