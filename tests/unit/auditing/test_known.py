"""What was known before: which findings it hides, and what of it is gone."""

from claimaudit.auditing.known import Known, came_and_went, gone, live, with_known
from claimaudit.finding import Finding, KnownFinding, Severity, Waived
from claimaudit.location import Location

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
EDITOR = Waived("editor", "a record")


def finding(
    fingerprint: str,
    severity: Severity = WARNING,
    code: str = "CA104",
    waived: Waived | None = None,
    line: int = 1,
) -> Finding:
    place = Location("claims.yaml", line, 1, line, 1)
    return Finding(
        code, "a-name", severity, "said", place, claim="parts", fingerprint=fingerprint, waived=waived
    )


def baseline(*findings: KnownFinding) -> Known:
    return Known("baseline", "stands in b.json", findings, is_kept=True)


def entry(fingerprint: str, severity: Severity = WARNING, code: str = "CA104") -> KnownFinding:
    return KnownFinding(fingerprint, code, severity, "parts", None, "said")


def marks(findings: list[Finding], *known: Known) -> list[str | None]:
    return [found.waived.by if found.waived else None for found in with_known(findings, known)]


def test_a_finding_is_known_by_its_fingerprint_alone() -> None:
    moved = Finding(
        "CA104", "a-name", WARNING, "other words", Location("b.yaml", 9, 9, 9, 9), fingerprint="a"
    )
    assert marks([moved, finding("b")], baseline(entry("a"))) == ["baseline", None]


def test_what_hides_a_finding_is_recorded_with_it() -> None:
    (found,) = with_known([finding("a")], [baseline(entry("a"))])
    assert found.waived == Waived("baseline", "stands in b.json", None, is_known=True)


def test_a_finding_that_rose_in_severity_is_new_and_one_that_fell_is_known() -> None:
    assert marks([finding("a", ERROR), finding("b", NOTE)], baseline(entry("a"), entry("b"))) == [
        None,
        "baseline",
    ]


def test_a_waiver_of_an_editor_wins() -> None:
    assert marks([finding("a", waived=EDITOR)], baseline(entry("a"))) == ["editor"]


def test_errors_of_the_input_are_never_known() -> None:
    codes = ("CA001", "CA002", "CA003", "CA004")
    found = [finding(code, ERROR, code) for code in codes]
    assert marks(found, baseline(*(entry(code, ERROR, code) for code in codes))) == [None] * 4
    assert list(live(found)) == []


def test_of_findings_that_share_a_fingerprint_so_many_are_known_as_there_were() -> None:
    twice = [finding("a", line=1), finding("a", line=2)]
    assert marks(twice, baseline(entry("a"))) == ["baseline", None]
    assert marks(twice, baseline(entry("a"), entry("a"))) == ["baseline", "baseline"]


def test_the_graver_of_two_does_not_use_up_what_hides_the_other() -> None:
    found = [finding("a", NOTE, line=1), finding("a", ERROR, line=2)]
    assert marks(found, baseline(entry("a", WARNING))) == ["baseline", None]
    assert marks(found, baseline(entry("a", WARNING), entry("a", ERROR))) == ["baseline", "baseline"]


def test_either_witness_is_enough_and_the_first_is_named() -> None:
    revision = Known("since main", "was there at main", (entry("a"), entry("b")))
    assert marks([finding("a"), finding("b"), finding("c")], baseline(entry("a")), revision) == [
        "baseline",
        "since main",
        None,
    ]


def test_what_is_remembered_leaves_out_what_an_editor_waived() -> None:
    found = [finding("a"), finding("b", waived=EDITOR), finding("c")]
    assert [remembered.fingerprint for remembered in live(found)] == ["a", "c"]


def test_gone_is_what_no_longer_occurs_waived_or_not() -> None:
    known = baseline(entry("a"), entry("b"), entry("c"), entry("a"))
    found = [finding("a"), finding("b", waived=EDITOR)]
    assert [left.fingerprint for left in gone(found, [known], set())] == ["c", "a"]


def test_a_rule_that_was_not_asked_has_nothing_gone() -> None:
    known = baseline(entry("a", code="CA104"), entry("b", code="CA999"))
    assert [left.fingerprint for left in gone([], [known], {"CA104"})] == ["b"]


def test_what_a_revision_knew_is_not_kept_and_not_told_as_gone() -> None:
    assert list(gone([], [Known("since main", "was there", (entry("a"),))], set())) == []


def test_what_came_and_what_went_from_one_baseline_to_the_next() -> None:
    old = [entry("same"), entry("graver"), entry("milder"), entry("mended"), entry("twice"), entry("twice")]
    new = [entry("same"), entry("graver", ERROR), entry("milder", NOTE), entry("added"), entry("twice")]
    assert came_and_went(old, new) == (2, 2)  # `graver` and `added`; `mended` and one of `twice`
    assert came_and_went(new, new) == (0, 0)
    assert came_and_went([], new) == (5, 0)
