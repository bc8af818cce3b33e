"""What was known and what became of claims, on any two dossiers."""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.property.dossiers import dossiers
from tests.property.test_independence import read

from claimaudit.auditing import Audit
from claimaudit.auditing.changes import report_changes
from claimaudit.auditing.known import Known, live
from claimaudit.config import Config, FlaggedTag
from claimaudit.finding import Finding, Severity
from claimaudit.provenance.changes import course, reasons
from claimaudit.provenance.dropping import state_of
from claimaudit.report import Moment

MANY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def audit_of(dossier: dict[str, Any]) -> Audit:
    return Audit(read(dossier), Config(), date(2026, 11, 24))


def known_from(audit: Audit) -> Known:
    return Known("since then", "was there then", tuple(live(audit.found)))


def new_findings(before: Audit, after: Audit) -> list[Finding]:
    return [finding for finding in after.knowing(known_from(before)).findings if finding.waived is None]


@MANY
@given(dossiers())
def test_a_dossier_against_itself_is_no_change_and_all_is_known(dossier: dict[str, Any]) -> None:
    before, after = audit_of(dossier), audit_of(dossier)
    found = report_changes(before, after, Moment("a"), Moment("b"))
    assert (found.changes, found.reworded, found.remarks) == ((), (), ())
    assert new_findings(before, after) == []
    assert after.knowing(known_from(before)).gone == ()


SAME_PAGE = ("https://axios.example/1", "https://www.axios.example/1/", "https://ap.example/2", None, None)
DATES = ("2025-11-18", "2025-11-10", "2025-11", None)
OFF_RECORD = tuple({"descriptor": who, "terms": "off-record"} for who in ("aide", "Aide", "US envoy"))
WAIVED = ("CA203", "dead-end-citation", "CA101", "CA307", "no-such-rule")
TAGS = ("secret annex", "Secret-Annex", "embargo", "legal")
FLAGGED = Config(flagged_tags=tuple(FlaggedTag(tag=tag, message="ask") for tag in ("Embargo", "legal")))


@st.composite
def full(draw: st.DrawFn) -> dict[str, Any]:
    """A dossier in which nearly every rule can speak, some of them twice on one claim and source."""
    dossier = draw(dossiers())
    for source in dossier["sources"]:
        source.update(_some(url=draw(st.sampled_from(SAME_PAGE)), published=draw(st.sampled_from(DATES))))
        if draw(st.integers(0, 5)) == 5:
            source["outlet"] = draw(st.sampled_from(("Novosti Daily", "Novosty Daily")))
    for claim in dossier["claims"]:
        claim["tags"] = draw(st.lists(st.sampled_from(TAGS), max_size=3, unique=True))
        claim["evidence"] = claim.get("evidence", [])
        claim["evidence"] += (
            draw(st.lists(st.sampled_from(claim["evidence"]), max_size=1)) if claim["evidence"] else []
        )
        claim["status"] = draw(st.sampled_from((claim.get("status", "asserted"), "asserted")))
    for entry in (*dossier["sources"], *dossier["claims"]):
        rules = draw(st.lists(st.sampled_from(WAIVED), max_size=2)) if draw(st.booleans()) else []
        until = draw(st.sampled_from(("2026-11-23", None)))
        entry["waivers"] = [{"rule": rule, "by": "me", "reason": "so"} | _some(until=until) for rule in rules]
    for informants in _informants_in(dossier):
        informants.extend(draw(st.lists(st.sampled_from(OFF_RECORD), max_size=3)))
    return dossier


def _some(**fields: str | None) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value is not None}


def _informants_in(dossier: dict[str, Any]) -> Iterator[list[Any]]:
    pieces = (piece for claim in dossier["claims"] for piece in claim["evidence"])
    for entry in (*dossier["sources"], *pieces):
        if isinstance(entry, dict) and "informants" in entry:
            yield entry["informants"]


def shuffled_all_through(value: Any, chance: Any) -> Any:
    """Return the same with every list in another order: entries, evidence, via, informants, tags, premises."""
    match value:
        case dict():
            return {key: shuffled_all_through(entry, chance) for key, entry in value.items()}
        case list():
            return chance.sample([shuffled_all_through(entry, chance) for entry in value], len(value))
        case _:
            return value


@settings(MANY, max_examples=150)
@given(full(), st.randoms(use_true_random=False), st.sampled_from(("waivers", "no waivers")))
def test_the_order_in_the_files_is_no_change(dossier: dict[str, Any], chance: Any, heeded: str) -> None:
    before, after = (
        Audit(read(one), FLAGGED, date(2026, 11, 24), heeds_waivers=heeded == "waivers")
        for one in (dossier, shuffled_all_through(deepcopy(dossier), chance))
    )
    assert what_is_remembered(before) == what_is_remembered(after)
    assert new_findings(before, after) == []
    assert after.knowing(known_from(before)._replace(is_kept=True)).gone == ()
    for change in report_changes(before, after, Moment("a"), Moment("b")).changes:
        moved = {found.code for found in (*change.new_findings, *change.gone_findings)}
        assert moved == {"CA201"}  # a circle of claims is told of the one that stands first


def what_is_remembered(audit: Audit) -> Counter[tuple[str, Severity, bool]]:
    return Counter((found.fingerprint, found.severity, found.waived is None) for found in audit.found)


@st.composite
def edited(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """A dossier, and the same after a few edits of sources and claims."""
    before = draw(dossiers())
    after = deepcopy(before)
    ids = [source["id"] for source in after["sources"]]
    for source in after["sources"]:
        _edit_source(source, draw(st.integers(0, 9)), draw(st.sampled_from(ids)))
    for claim in after["claims"]:
        _edit_claim(claim, draw(st.integers(0, 9)), draw(st.sampled_from(ids)) if ids else None)
    return before, after


def _edit_source(source: dict[str, Any], edit: int, other: str) -> None:
    match edit:
        case 0:
            source.pop("via", None)
            source["basis"] = "original"
        case 1:
            source.pop("basis", None)
            source["via"] = [other]
        case 2:
            source["status"] = "retracted"
        case 3:
            for key in ("basis", "via", "status", "shares_text_with"):
                source.pop(key, None)
        case 4:
            source["shares_text_with"] = [other]
        case _:
            pass


def _edit_claim(claim: dict[str, Any], edit: int, source: str | None) -> None:
    match edit:
        case 0 if source:
            claim.setdefault("evidence", []).append(source)
        case 1:
            claim.pop("evidence", None)
        case 2:
            claim.pop("rests_on", None)
        case 3 if source:
            claim.setdefault("evidence", []).append({"source": source, "stance": "contradicts"})
        case 4:
            claim["status"] = "asserted"
        case 5:
            claim["status"] = "retracted"
        case _:
            pass


@MANY
@given(edited())
def test_an_old_finding_is_new_only_if_it_is_graver(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    before, after = map(audit_of, pair)
    ranks: dict[str, list[int]] = {}
    for finding in before.found:
        ranks.setdefault(finding.fingerprint, []).append(finding.severity.rank)
    numbers = Counter(finding.fingerprint for finding in after.found)
    new = new_findings(before, after)
    for finding in new:
        old = ranks.get(finding.fingerprint, [])
        graver = all(rank > finding.severity.rank for rank in old)
        assert graver or numbers[finding.fingerprint] > len(old)
    names = {finding.fingerprint for finding in new}
    for finding in after.found:
        if finding.fingerprint not in ranks:
            assert finding.fingerprint in names


@MANY
@given(edited())
def test_a_claim_that_went_somewhere_has_a_reason(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    then, now = (audit_of(dossier).audited.provenance for dossier in pair)
    for name in then.dossier.claim.keys() & now.dossier.claim.keys():
        if course(state_of(then, name), state_of(now, name)) is not None:
            assert reasons(then, now, name), name


@MANY
@given(edited())
def test_what_got_weaker_got_stronger_the_other_way(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    back = {"weaker": "stronger", "stronger": "weaker", "changed": "changed", None: None}
    then, now = (audit_of(dossier).audited.provenance for dossier in pair)
    for name in then.dossier.claim.keys() & now.dossier.claim.keys():
        old, new = state_of(then, name), state_of(now, name)
        assert course(new, old) == back[course(old, new)]
