"""The verdict on a claim as a sentence."""

from typing import Any

import pytest
from tests.unit.provenance.samples import claim, dossier, original, source

from claimaudit.model import Claim, Source
from claimaudit.provenance import provenance_of
from claimaudit.provenance.explaining import explain_verdict
from claimaudit.provenance.sentences_on_sources import explain_parties

A, B = original("a"), original("b")


def verdict(sources: list[Source], *claims: Claim) -> str:
    return explain_verdict(provenance_of(dossier(sources, *claims)), "c")


@pytest.mark.parametrize(
    ("sources", "evidence", "sentence"),
    [
        ([A], ["a"], "1 outlet, 1 independent origin; falls if A is wrong"),
        ([A, B], ["a", "b"], "2 outlets, 2 independent origins; falls only if A and B are both wrong"),
        (
            [A, B, original("d")],
            ["a", "b", "d"],
            "3 outlets, 3 independent origins; falls only if A, B and D are all wrong",
        ),
        (
            [A, source("u")],
            ["a", "u"],
            "2 outlets, 1-2 independent origins: where U has it from is not declared",
        ),
        (
            [source("u"), source("v")],
            ["u", "v"],
            "2 outlets, 1-2 independent origins: where U and V have it from is not declared",
        ),
        ([], [], "nothing supports it: no evidence and no premise"),
        (
            [A],
            [{"source": "a", "stance": "contradicts"}],
            "nothing supports it; it is only contradicted; contested by A",
        ),
        (
            [A],
            [{"source": "a", "stance": "mentions"}],
            "nothing supports it; sources only mention the matter",
        ),
        (
            [source("a", status="retracted", basis="original")],
            ["a"],
            "nothing that counts supports it: 1 source retracted",
        ),
        (
            [A, source("n", status="superseded")],
            [{"source": "a", "superseded_by": "n"}],
            "nothing that counts supports it: 1 source overtaken by later work",
        ),
        (
            [source("x", via=["y"]), source("y", via=["x"])],
            ["x", "y"],
            "nothing that counts supports it: 2 sources in a circle that never reaches an origin (X and Y)",
        ),
        (
            [source("x", basis="derived")],
            ["x"],
            "nothing that counts supports it: 1 source that repeats others without saying whom (X)",
        ),
        (
            [source("x", via=["y"]), original("y", status="retracted")],
            ["x"],
            "nothing that counts supports it: X repeats what was retracted",
        ),
        (
            [
                source("x", via=["y", "z"]),
                original("y", status="withdrawn"),
                original("z", status="retracted"),
            ],
            ["x"],
            "nothing that counts supports it: X repeats what was retracted or withdrawn",
        ),
        (
            [A, source("z", basis="unknown", outlet=None, title="A paper")],
            ["a", "z"],
            '2 outlets, 1-2 independent origins: where "A paper" has it from is not declared',
        ),
    ],
)
def test_verdict(sources: list[Source], evidence: list[Any], sentence: str) -> None:
    assert verdict(sources, claim(*evidence)) == sentence


def test_off_subject_evidence_names_the_other_subject() -> None:
    found = verdict([original("a", subject="deal")], claim("a", subject="plan"))
    assert found == "nothing that counts supports it: 1 source about another subject (deal)"


def test_an_argument_names_its_premises_and_what_they_fall_with() -> None:
    found = verdict([A], claim("a", name="p"), claim(name="c", rests_on=["p"]))
    assert found == "argued from `p`, on 1 independent origin; falls if A is wrong"


def test_an_argument_from_what_does_not_stand() -> None:
    found = verdict([], claim(name="p"), claim(name="c", rests_on=["p"]))
    assert found == "nothing that counts supports it: what it is argued from does not stand (`p`)"


def test_of_many_parties_some_are_named() -> None:
    names = [f"s{number}" for number in range(9)]
    found = explain_parties(dossier([original(name) for name in names]), names)
    assert found == "all its origins are parties to the matter: S0, S1, S2, S3, S4, S5 and 3 more"
