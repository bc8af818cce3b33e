"""The rules, in the order of their codes. A new rule is one file and one line here."""

from collections.abc import Iterable, Mapping

from claimaudit.config import Config
from claimaudit.errors import ClaimauditError
from claimaudit.finding import Severity
from claimaudit.report import INPUT_RULES
from claimaudit.rule import Rule
from claimaudit.rules import (
    ca001_unreadable_file,
    ca002_invalid_value,
    ca003_duplicate_id,
    ca004_dangling_reference,
    ca101_unsupported_claim,
    ca102_single_outlet,
    ca103_single_origin,
    ca104_false_corroboration,
    ca105_single_owner,
    ca106_shared_evidence,
    ca107_weak_premise,
    ca108_contested_claim,
    ca109_retracted_support,
    ca110_off_subject_evidence,
    ca111_below_minimum,
    ca201_circular_reporting,
    ca202_unknown_provenance,
    ca203_ungrounded_chain,
    ca204_relay_bottleneck,
    ca205_shared_text,
    ca206_time_inversion,
    ca207_unread_origin,
    ca208_interested_source,
    ca209_tertiary_source,
    ca301_single_anonymous_origin,
    ca302_anonymous_pool,
    ca303_vague_attribution,
    ca304_overclaimed_plural,
    ca305_overclaimed_confirmation,
    ca306_anonymity_unexplained,
    ca307_off_record_use,
    ca401_speculative_claim,
    ca402_secret_annex,
    ca403_hedge_unmarked,
    ca404_hedge_stripped,
    ca405_absence_as_evidence,
    ca406_estimative_mixing,
    ca407_flagged_tag,
    ca501_unresolvable_citation,
    ca502_missing_archive,
    ca503_duplicate_source,
    ca504_unused_source,
    ca505_dead_end_citation,
    ca506_look_alike_outlet,
    ca901_unused_waiver,
    ca902_expired_waiver,
)
from claimaudit.text import counted, listed, suggestion

__all__ = [
    "RULES",
    "RULE_BY_CODE",
    "find_rule",
    "require_rule",
    "require_rules",
    "require_severities",
    "selected",
]

RULES: tuple[Rule, ...] = (
    ca001_unreadable_file.RULE,
    ca002_invalid_value.RULE,
    ca003_duplicate_id.RULE,
    ca004_dangling_reference.RULE,
    ca101_unsupported_claim.RULE,
    ca102_single_outlet.RULE,
    ca103_single_origin.RULE,
    ca104_false_corroboration.RULE,
    ca105_single_owner.RULE,
    ca106_shared_evidence.RULE,
    ca107_weak_premise.RULE,
    ca108_contested_claim.RULE,
    ca109_retracted_support.RULE,
    ca110_off_subject_evidence.RULE,
    ca111_below_minimum.RULE,
    ca201_circular_reporting.RULE,
    ca202_unknown_provenance.RULE,
    ca203_ungrounded_chain.RULE,
    ca204_relay_bottleneck.RULE,
    ca205_shared_text.RULE,
    ca206_time_inversion.RULE,
    ca207_unread_origin.RULE,
    ca208_interested_source.RULE,
    ca209_tertiary_source.RULE,
    ca301_single_anonymous_origin.RULE,
    ca302_anonymous_pool.RULE,
    ca303_vague_attribution.RULE,
    ca304_overclaimed_plural.RULE,
    ca305_overclaimed_confirmation.RULE,
    ca306_anonymity_unexplained.RULE,
    ca307_off_record_use.RULE,
    ca401_speculative_claim.RULE,
    ca402_secret_annex.RULE,
    ca403_hedge_unmarked.RULE,
    ca404_hedge_stripped.RULE,
    ca405_absence_as_evidence.RULE,
    ca406_estimative_mixing.RULE,
    ca407_flagged_tag.RULE,
    ca501_unresolvable_citation.RULE,
    ca502_missing_archive.RULE,
    ca503_duplicate_source.RULE,
    ca504_unused_source.RULE,
    ca505_dead_end_citation.RULE,
    ca506_look_alike_outlet.RULE,
    ca901_unused_waiver.RULE,
    ca902_expired_waiver.RULE,
)
"""All rules, in the order of their codes. Codes are never used again for something else."""

RULE_BY_CODE = {rule.code: rule for rule in RULES}


def find_rule(code_or_name: str) -> Rule | None:
    """Return the rule of that code or name, in upper or lower case, or None."""
    wanted = code_or_name.casefold()
    return next((rule for rule in RULES if wanted in (rule.code.casefold(), rule.name)), None)


def require_rule(code_or_name: str) -> Rule:
    """Return the rule of that code or name.

    Raises:
        ClaimauditError: there is none; the hint names the nearest.
    """
    rule = find_rule(code_or_name)
    if rule is None:
        raise _no_such_rule(code_or_name)
    return rule


def selected(config: Config) -> tuple[Rule, ...]:
    """Return the rules that speak, in the order of their codes.

    Raises:
        ClaimauditError: the config names a rule, or the start of a code, that does not exist.
    """
    chosen = set(RULE_BY_CODE) if config.select is None else require_rules(config.select)
    speaking = (chosen - require_rules(config.ignore)) | INPUT_RULES
    return tuple(rule for rule in RULES if rule.code in speaking)


def require_rules(names: Iterable[str]) -> set[str]:
    """Return the codes that codes, starts of codes and names stand for.

    Raises:
        ClaimauditError: one stands for none; the hint names the nearest.
    """
    found: set[str] = set()
    for name in names:
        start = name.upper()
        codes = {
            rule.code
            for rule in RULES
            if name.casefold() == rule.name or (name and rule.code.startswith(start))
        }
        if not codes:
            raise _no_such_rule(name)
        found |= codes
    return found


def require_severities(chosen: Mapping[str, Severity]) -> dict[str, Severity]:
    """Return by code what severity the findings of a rule have, of what was chosen by code or name.

    Raises:
        ClaimauditError: there is no such rule, or it cannot have that severity.
    """
    found: dict[str, Severity] = {}
    for name, severity in chosen.items():
        _require_no_start(name)
        rule = require_rule(name)
        if severity not in rule.severities:
            raise _cannot_have_it(rule)
        if rule.code in found:
            message = f"{rule.code} ({rule.name}) has a severity already"
            raise ClaimauditError(message, hint="take one of the two out")
        found[rule.code] = severity
    return found


def _require_no_start(name: str) -> None:
    """Refuse the start of several codes: the severity is that of one rule."""
    codes = [rule.code for rule in RULES if name and rule.code.startswith(name.upper())]
    if len(codes) > 1:
        hint = f"name one, or each by itself: {listed(codes, limit=3)}"
        raise ClaimauditError(f"`{name}` stands for {counted(len(codes), 'rule')}", hint=hint)


def _cannot_have_it(rule: Rule) -> ClaimauditError:
    """Return why a rule cannot have the severity that was chosen for it."""
    if rule.reads_wording:
        why, hint = (
            "reads wording, which is never an error",
            "write warning or note; `fail-on` says what fails",
        )
    elif rule.severity_is_chosen:
        why, hint = "has the severity that each tag has", "give it under `flagged-tags`"
    else:
        why, hint = "is always an error", "take it out"
    return ClaimauditError(f"{rule.code} ({rule.name}) {why}", hint=hint)


def _no_such_rule(name: str) -> ClaimauditError:
    known = [word for rule in RULES for word in (rule.code, rule.name)]
    return ClaimauditError(
        f"no rule is called `{name}`", hint=suggestion(name, known) or "`claimaudit rule` lists them"
    )
