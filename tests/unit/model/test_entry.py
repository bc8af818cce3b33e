"""What entries have in common."""

from claimaudit.model import Claim, Evidence


def test_entries_of_the_same_keys_share_the_set_of_them() -> None:
    one, other = Evidence(source="a", note="n"), Evidence(source="b", note="m")

    assert one.model_fields_set is other.model_fields_set
    assert one.model_fields_set == {"source", "note"}


def test_a_copy_with_more_keys_leaves_the_others_theirs() -> None:
    one, other = Claim(id="a", text="A."), Claim(id="b", text="B.")

    changed = one.model_copy(update={"note": "n"})

    assert changed.model_fields_set == {"id", "text", "note"}
    assert one.model_fields_set == other.model_fields_set == {"id", "text"}
    assert changed.model_dump(exclude_unset=True) == {"id": "a", "text": "A.", "note": "n"}


def test_a_deep_copy_is_equal_and_its_own() -> None:
    claim = Claim(id="a", text="A.", evidence=(Evidence(source="s", note="words"),))

    copied = claim.model_copy(deep=True)

    assert copied == claim
    assert copied.evidence[0] is not claim.evidence[0]
