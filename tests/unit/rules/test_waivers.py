"""What the rules on waivers say of one."""

from datetime import date

import pytest

from claimaudit.model import Waiver
from claimaudit.rule import Observation
from claimaudit.rules import RULES, ca901_unused_waiver, ca902_expired_waiver

ROUTE = ("claims", 0, "waivers", 1)


def _waiver(rule: str) -> Waiver:
    return Waiver(rule=rule, by="the editor", reason="No second source.", until=date(2026, 11, 23))


def _unused(rule: str) -> Observation:
    return ca901_unused_waiver.observe(_waiver(rule), ROUTE, "c", None, RULES)


@pytest.mark.parametrize("rule", ["CA102", "ca102", "single-outlet", "Single-Outlet"])
def test_waiver_that_silences_nothing(rule: str) -> None:
    seen = _unused(rule)
    assert seen.message == "silences nothing: CA102 (single-outlet) finds nothing here"
    assert (seen.rule.code, seen.claim, seen.source) == ("CA901", "c", None)
    assert seen.route == (*ROUTE, "rule")


def test_waiver_of_no_rule_names_the_nearest() -> None:
    seen = _unused("singel-outlet")
    assert (seen.message, seen.help) == ("no rule is called `singel-outlet`", "did you mean `single-outlet`?")


def test_waiver_of_nothing_like_a_rule_has_no_suggestion() -> None:
    assert _unused("???").help == ""


@pytest.mark.parametrize("code", ["CA001", "CA002", "CA003", "CA004"])
def test_errors_of_the_input_cannot_be_waived(code: str) -> None:
    assert _unused(code).message == f"{code} cannot be waived"


def test_two_unused_waivers_on_one_claim_are_told_apart() -> None:
    assert _unused("CA102").key != _unused("CA104").key


def test_expired_waiver_says_whose_it_was_and_until_when() -> None:
    seen = ca902_expired_waiver.observe(_waiver("CA102"), ROUTE, None, "axios-1")
    assert seen.message == "the waiver of CA102 by the editor ended on 2026-11-23: the finding is back"
    assert (seen.rule.code, seen.claim, seen.source) == ("CA902", None, "axios-1")
    assert seen.route == (*ROUTE, "until")
