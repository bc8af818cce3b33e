"""Who is said to repeat what came out later."""

from tests.unit.provenance.samples import claim, dossier, source

from claimaudit.provenance.timing import Repeat, inversions

EARLY, LATE = source("early", published="2025-11-01"), source("late", published="2025-11-20")


def test_of_claims_that_say_the_same_the_first_by_id_is_named() -> None:
    piece = {"source": "early", "via": ["late"]}
    found = dossier([EARLY, LATE], claim("late", piece, name="second"), claim(piece, name="first"))
    assert list(inversions(found, {"first", "second"})) == [
        Repeat("early", "late", ("claims", 1, "evidence", 0, "via", 0), "first")
    ]


def test_what_the_source_says_of_itself_comes_first() -> None:
    early = source("early", published="2025-11-01", via=["late"])
    found = dossier([early, LATE], claim({"source": "early", "via": ["late"]}, name="first"))
    assert list(inversions(found, {"first"})) == [Repeat("early", "late", ("sources", 0, "via", 0))]


def test_only_what_is_said_of_the_claims_asked_about_is_told() -> None:
    found = dossier([EARLY, LATE], claim({"source": "early", "via": ["late"]}, name="first"))
    assert list(inversions(found, set())) == []
