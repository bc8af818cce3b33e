"""Terms of two yardsticks, in the text and in the likelihood."""

import pytest

from claimaudit.provenance.wording import Clash, clash_of_yardsticks
from claimaudit.text.cues import Cue

ICD203, PHIA = "roughly even chance", "realistic possibility"


@pytest.mark.parametrize(
    ("text", "likelihood", "in_text"),
    [
        (f"There is a {ICD203}, or a {PHIA}.", None, (True, True)),
        (f"There is a {ICD203}.", PHIA, (True, False)),
        (f"There is a {PHIA}.", ICD203, (False, True)),
    ],
)
def test_terms_of_two_yardsticks_clash(text: str, likelihood: str | None, in_text: tuple[bool, bool]) -> None:
    found = clash_of_yardsticks(text, likelihood)
    assert found is not None
    assert (found.icd203.words, found.phia.words) == (ICD203, PHIA)
    assert (found.icd203_in_text, found.phia_in_text) == in_text


def test_terms_of_one_yardstick_do_not() -> None:
    assert clash_of_yardsticks(f"There is a {PHIA}.", PHIA) is None
    assert clash_of_yardsticks("It is so.", None) is None


def test_a_clash_says_where_each_term_stands() -> None:
    found = clash_of_yardsticks(f"A {PHIA}.", ICD203)
    assert found == Clash(Cue(ICD203, 1), Cue(PHIA, 3), icd203_in_text=False, phia_in_text=True)
