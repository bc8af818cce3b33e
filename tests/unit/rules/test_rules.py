"""The list of rules, and how a user names and selects them."""

import pytest

from claimaudit import rules
from claimaudit.config import Config
from claimaudit.errors import ClaimauditError
from claimaudit.finding import Severity
from claimaudit.rule import Rule
from claimaudit.rules import RULE_BY_CODE, RULES, find_rule, require_rule, selected

NAMES = {
    "CA001": "unreadable-file",
    "CA002": "invalid-value",
    "CA003": "duplicate-id",
    "CA004": "dangling-reference",
    "CA101": "unsupported-claim",
    "CA102": "single-outlet",
    "CA103": "single-origin",
    "CA104": "false-corroboration",
    "CA105": "single-owner",
    "CA106": "shared-evidence",
    "CA107": "weak-premise",
    "CA108": "contested-claim",
    "CA109": "retracted-support",
    "CA110": "off-subject-evidence",
    "CA111": "below-minimum",
    "CA201": "circular-reporting",
    "CA202": "unknown-provenance",
    "CA203": "ungrounded-chain",
    "CA204": "relay-bottleneck",
    "CA205": "shared-text",
    "CA206": "time-inversion",
    "CA207": "unread-origin",
    "CA208": "interested-source",
    "CA209": "tertiary-source",
    "CA301": "single-anonymous-origin",
    "CA302": "anonymous-pool",
    "CA303": "vague-attribution",
    "CA304": "overclaimed-plural",
    "CA305": "overclaimed-confirmation",
    "CA306": "anonymity-unexplained",
    "CA307": "off-record-use",
    "CA401": "speculative-claim",
    "CA402": "secret-annex",
    "CA403": "hedge-unmarked",
    "CA404": "hedge-stripped",
    "CA405": "absence-as-evidence",
    "CA406": "estimative-mixing",
    "CA407": "flagged-tag",
    "CA501": "unresolvable-citation",
    "CA502": "missing-archive",
    "CA503": "duplicate-source",
    "CA504": "unused-source",
    "CA505": "dead-end-citation",
    "CA506": "look-alike-outlet",
    "CA901": "unused-waiver",
    "CA902": "expired-waiver",
}
"""A code is given once: add to this table, and change nothing in it."""

INPUT = ["CA001", "CA002", "CA003", "CA004"]


def _codes(found: tuple[Rule, ...]) -> list[str]:
    return [rule.code for rule in found]


def test_every_code_has_the_name_that_it_was_given() -> None:
    assert {rule.code: rule.name for rule in RULES} == NAMES


def test_rules_stand_in_the_order_of_their_codes_each_once() -> None:
    assert _codes(RULES) == sorted(set(_codes(RULES)))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert tuple(RULE_BY_CODE.values()) == RULES


@pytest.mark.parametrize("rule", RULES, ids=_codes(RULES))
def test_file_is_named_for_code_and_name(rule: Rule) -> None:
    module = getattr(rules, f"{rule.code.lower()}_{rule.name.replace('-', '_')}")
    assert module.RULE is rule
    assert rule.code == module.CODE
    assert rule.check is module.check
    assert rule.doc is module.__doc__


@pytest.mark.parametrize("rule", RULES, ids=_codes(RULES))
def test_rule_is_found_by_code_and_by_name(rule: Rule) -> None:
    assert find_rule(rule.code) is rule
    assert require_rule(rule.name) is rule


@pytest.mark.parametrize("word", ["", "CA", "CA999", "single"])
def test_what_is_neither_code_nor_name_is_no_rule(word: str) -> None:
    assert find_rule(word) is None
    with pytest.raises(ClaimauditError):
        require_rule(word)


def test_missing_rule_is_answered_with_the_nearest() -> None:
    with pytest.raises(ClaimauditError) as caught:
        require_rule("single-outlets")
    assert caught.value.message == "no rule is called `single-outlets`"
    assert caught.value.hint == "did you mean `single-outlet`?"


def test_what_the_house_may_make_of_a_rule_is_what_the_rule_says() -> None:
    """Wording alone is never an error, what cannot be read is one always, and each flagged tag has its own."""
    below = {rule.code for rule in RULES if rule.severities == (Severity.WARNING, Severity.NOTE)}
    fixed = {rule.code for rule in RULES if rule.severities == ()}
    assert below == {"CA303", "CA304", "CA403", "CA405", "CA406"}
    assert fixed == {*INPUT, "CA407"}
    assert {rule.severities for rule in RULES if rule.code not in below | fixed} == {tuple(Severity)}


def test_all_rules_speak_unless_something_is_chosen() -> None:
    assert selected(Config()) == RULES


def test_codes_starts_of_codes_and_names_choose_rules() -> None:
    chosen = selected(Config(select=("CA4", "single-outlet", "CA104")))
    assert _codes(chosen) == [*INPUT, "CA102", "CA104", *(code for code in NAMES if code.startswith("CA4"))]


def test_ignore_wins_over_select() -> None:
    chosen = selected(Config(select=("CA1",), ignore=("CA10", "CA111", "off-subject-evidence")))
    assert _codes(chosen) == INPUT


def test_rules_on_unreadable_input_always_speak() -> None:
    assert _codes(selected(Config(ignore=("CA",)))) == INPUT


@pytest.mark.parametrize("config", [Config(select=("CA7",)), Config(ignore=("weak-premises",))])
def test_unknown_choice_is_an_error(config: Config) -> None:
    with pytest.raises(ClaimauditError, match="no rule is called"):
        selected(config)
