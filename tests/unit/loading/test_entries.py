"""What of an entry reaches the model, and how faults know the entry that they are about."""

from pathlib import Path

import pytest
from tests.unit.loading.reading import messages, read, written

from claimaudit.loading import load
from claimaudit.model import Claim, Evidence, Quote

INPUT = Path(__file__, "../../../cases/input").resolve()


def test_words_that_yaml_has_other_plans_for_stay_text(tmp_path: Path) -> None:
    dossier = read(tmp_path, (INPUT / "words_stay_text.yaml").read_text("utf-8"))
    assert dossier.claims == (
        Claim.model_validate(
            {
                "id": "no",
                "text": "no",
                "section": "010",
                "locator": "12:30:45",
                "note": "2024-13-45",
                "subject": "1.10",
                "tags": ["yes", "1e3", "0x1F", "1_000", ".nan", "=", "NULL", "True"],
            }
        ),
        Claim(id="on", text="null", note="~", subject="2024-01-01"),
    )


def test_keys_of_ones_own_are_carried_through_at_every_level(tmp_path: Path) -> None:
    dossier = read(tmp_path, (INPUT / "keys_of_ones_own.yaml").read_text("utf-8"))
    claim, source = dossier.claims[0], dossier.sources[0]
    quote = claim.evidence[0].quote
    assert claim.extensions == {"x-line": "4", "x-empty": None}
    assert claim.evidence[0].extensions == {"x-seen": ["no", {"deep": None}]}
    assert quote is not None
    assert quote.extensions == {"x-q": "1"}
    assert source.extensions == {"x-": {"y": "z"}}


def test_a_key_that_the_model_uses_for_itself_is_unknown(tmp_path: Path) -> None:
    assert messages(read(tmp_path, "sources: [{id: a, extensions: {}}]")) == [
        "1:19 CA002 unknown key `extensions`"
    ]


def test_short_forms_are_written_out(tmp_path: Path) -> None:
    text = """\
claims:
  - {id: a, text: A., evidence: [s, {source: s, quote: Words.}], rests_on: [b, c]}
  - {id: b, text: B., rests_on: [[a], [b, c]]}
  - {id: c, text: C., rests_on: []}
sources: [{id: s}]
"""
    dossier = read(tmp_path, text)
    assert dossier.claims[0].evidence == (
        Evidence(source="s"),
        Evidence(source="s", quote=Quote(exact="Words.")),
    )
    assert [claim.rests_on for claim in dossier.claims] == [(("b", "c"),), (("a",), ("b", "c")), ()]


def test_a_blank_value_is_left_out(tmp_path: Path) -> None:
    text = "claims: [{id: a, text: A., section: , tags: ~, evidence: null, rests_on: , status: }]\nsources:\n"
    assert read(tmp_path, text).claims == (Claim(id="a", text="A."),)


def test_a_comma_in_a_plain_text_in_braces_does_not_cut_it_short(tmp_path: Path) -> None:
    assert messages(read(tmp_path, "claims: [{id: a, text: One, two}]")) == ["1:29 CA002 unknown key `two`"]


def test_a_fault_names_the_claim_or_source_that_it_is_in(tmp_path: Path) -> None:
    text = "claims: [{id: c, evidence: [{}]}]\nsources: [{id: s, kind: x}]\noutlets: [{id: o, kind: x}]\n"
    faults = read(tmp_path, text).faults
    assert [(fault.claim, fault.source) for fault in faults] == [
        ("c", None),
        ("c", None),
        (None, "s"),
        (None, None),
    ]


def test_a_fault_is_the_same_wherever_its_entry_stands(tmp_path: Path) -> None:
    one = read(tmp_path, "claims: [{id: a, text: A.}, {id: c, text: C., kind: x}]\n").faults[0]
    two = read(tmp_path, "\nclaims:\n- {kind: y, id: c, text: C.}\n").faults[0]
    assert one.fingerprint == two.fingerprint


def test_a_name_taken_twice_is_the_same_fault_beside_one_of_another_kind(tmp_path: Path) -> None:
    two = "[{id: a, name: One}, {id: b, name: One}]"
    (alone,) = read(tmp_path, f"owners: {two}\n").faults
    outlet, owner = read(tmp_path, f"outlets: {two}\nowners: {two}\n").faults
    assert owner.fingerprint == alone.fingerprint != outlet.fingerprint


def test_entries_without_an_id_are_told_apart(tmp_path: Path) -> None:
    faults = read(tmp_path, "claims: [{text: A.}, {text: A.}]\nsources: [{}, ~]\n").faults
    assert len({fault.fingerprint for fault in faults}) == 4


def test_a_long_value_is_cut_in_messages_and_stays_on_one_line(tmp_path: Path) -> None:
    (message,) = messages(read(tmp_path, f'claims: [{{id: a, text: A., status: "x\\n{"y" * 999}"}}]'))
    assert message.startswith(f"1:36 CA002 `x {'y' * 128}…` is not a status: ")


def test_very_many_faults_of_a_file_are_not_all_listed(tmp_path: Path) -> None:
    faults = read(tmp_path, f"claims: [{', '.join(f'{{id: a{number}}}' for number in range(1200))}]").faults
    assert len(faults) == 1001
    assert {fault.message for fault in faults} == {
        "`text` is missing",
        "more than 1000 errors of this kind: this one and the others are not listed",
    }


def test_unknown_sections_do_not_hide_the_known(tmp_path: Path) -> None:
    dossier = read(tmp_path, "clams: [{id: a}]\nclaims: [{id: b, text: B.}]\nversion: 1\nx-y: &a z\n")
    assert [claim.id for claim in dossier.claims] == ["b"]
    assert messages(dossier) == ["1:1 CA002 unknown key `clams`", "4:6 CA002 the anchor `&a` is not read"]


def test_faults_are_about_an_entry_only_if_it_has_an_id(tmp_path: Path) -> None:
    endless = "a" * 100_000
    dossier = read(
        tmp_path, f"claims: [{{id: {endless}, txt: b}}, {{id: sound, txt: c}}]\nsources: [{{id: é, urll: d}}]"
    )
    assert {(fault.claim, fault.source) for fault in dossier.faults} == {(None, None), ("sound", None)}
    assert max(len(fault.message) for fault in dossier.faults) < 200
    assert dossier.unsound_claims == {endless, "sound"}


@pytest.mark.parametrize("named", ["wire", "Big Wire", "The Wire"])
def test_a_source_of_an_outlet_that_was_left_out_is_not_sound_whichever_of_its_names_it_gives(
    tmp_path: Path, named: str
) -> None:
    outlets = "outlets:\n  - {id: wire, name: Big Wire, aliases: [The Wire], kind: none}\n"
    dossier = read(
        tmp_path, f"{outlets}sources:\n  - {{id: s, outlet: {named}}}\n  - {{id: t, outlet: Post}}\n"
    )
    assert len(dossier.faults) == 1
    assert dossier.unsound_sources == {"s"}


def test_an_owner_of_no_letters_names_nobody(tmp_path: Path) -> None:
    found = messages(read(tmp_path, 'outlets:\n  - {id: a, owner: "!!"}\n'))
    assert len(found) == 1
    assert found[0].startswith("2:20 CA002 ")


def test_a_dossier_says_which_files_were_read_whole(tmp_path: Path) -> None:
    whole, broken = (
        written(tmp_path, "claims:\n  - {id: a, text: T}\n", "a.yaml"),
        written(tmp_path, "claims: [", "b.yaml"),
    )
    assert load(whole, broken).paths == (str(whole),)
