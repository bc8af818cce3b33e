"""What claims and sources name is followed to ids; what leads nowhere is told once, and leaves its mark."""

from pathlib import Path

from tests.unit.loading.reading import lines_of, messages, read, written

from claimaudit.loading import load
from claimaudit.model import Evidence, InlineInformant

KINDS = "news, wire, document, statement, interview, opinion, post, aggregator or encyclopedia"

# --- what can be named ------------------------------------------------------------------------------------


def test_a_source_may_be_named_by_its_address_or_that_of_its_archive(tmp_path: Path) -> None:
    dossier = read(
        tmp_path,
        """\
claims:
  - id: one
    text: One.
    evidence:
      - HTTPS://www.Axios.example/1/#top
      - {source: "http://archive.example/x", via: [mint], superseded_by: "https://axios.example/1"}
      - axios.example/1
sources:
  - {id: axios, url: "https://axios.example/1", archive: "https://archive.example/x", replaced_by: "https://mint.example"}
  - {id: mint, url: "https://mint.example/", via: ["https://axios.example/1"], shares_text_with: ["//mint.example"]}
""",
    )
    assert dossier.faults == ()
    assert dossier.claims[0].evidence == (
        Evidence(source="axios"),
        Evidence(source="axios", via=("mint",), superseded_by="axios"),
        Evidence(source="axios"),
    )
    assert dossier.source["axios"].replaced_by == "mint"
    assert (dossier.source["mint"].via, dossier.source["mint"].shares_text_with) == (("axios",), ("mint",))


def test_an_archive_and_trackers_make_no_other_address(tmp_path: Path) -> None:
    text = """\
claims:
  - id: c
    text: C.
    evidence:
      - "https://web.archive.org/web/2025/https://a.example/1?utm_source=x"
      - {source: "https://b.example/2?fbclid=x", via: ["https://c.example/3"]}
sources:
  - {id: a, url: "https://a.example/1"}
  - {id: b, url: "https://archive.ph/2025/https://b.example/2"}
  - {id: c, archive: "https://web.archive.org/web/2025/https://c.example/3"}
"""
    dossier = read(tmp_path, text)
    assert dossier.faults == ()
    assert dossier.claims[0].evidence == (Evidence(source="a"), Evidence(source="b", via=("c",)))


# --- which of several is meant ----------------------------------------------------------------------------

TWO = 'sources: [{id: one, url: "https://a.example/?p=1"}, {id: two, url: "http://www.a.example?p=1#x"}]\n'


def test_an_address_that_two_sources_have_names_neither(tmp_path: Path) -> None:
    text = 'claims:\n- {id: c, text: C., evidence: ["https://a.example?p=1", two]}\n'
    text += '- {id: d, text: D., evidence: [{source: one, via: ["https://a.example?p=1"]}]}\n- {id: e, text: E.}\n'
    dossier = read(tmp_path, text + TWO)
    assert list(lines_of(dossier.faults)) == [
        "2:32 CA004 2 sources have the address `https://a.example?p=1`, named in 2 places: `one` and `two`",
        "  help: name the one that is meant by its id",
        "  3:52 also here",
    ]
    assert dossier.claims[0].evidence == (Evidence(source="two"),)
    assert dossier.unsound_claims == {"c", "d"}
    assert dossier.unsound_sources == frozenset()


def test_an_address_of_two_sources_letter_for_letter_names_neither(tmp_path: Path) -> None:
    text = 'claims: [{id: c, text: C., evidence: ["https://a.example"]}]\n'
    text += 'sources: [{id: one, url: "https://a.example"}, {id: two, url: "https://a.example"}]\n'
    assert messages(read(tmp_path, text)) == [
        "1:39 CA004 2 sources have the address `https://a.example`: `one` and `two`"
    ]


def test_an_address_as_one_source_has_it_names_that_one(tmp_path: Path) -> None:
    text = 'claims: [{id: c, text: C., evidence: ["http://www.a.example?p=1#x"]}]\n'
    dossier = read(tmp_path, text + TWO)
    assert (dossier.faults, dossier.claims[0].evidence) == ((), (Evidence(source="two"),))


def test_the_page_goes_before_the_copy_that_another_source_names(tmp_path: Path) -> None:
    text = 'claims: [{id: c, text: C., evidence: ["https://www.a.example"]}]\n'
    text += 'sources: [{id: b, archive: "https://archive.ph/https://a.example"}, {id: a, url: "https://a.example"}]\n'
    dossier = read(tmp_path, text)
    assert (dossier.faults, dossier.claims[0].evidence) == ((), (Evidence(source="a"),))


def test_a_copy_letter_for_letter_goes_before_a_page_that_is_only_the_same(tmp_path: Path) -> None:
    text = 'claims: [{id: c, text: C., evidence: ["https://www.a.example"]}]\n'
    text += 'sources: [{id: b, archive: "https://www.a.example"}, {id: a, url: "https://a.example"}]\n'
    dossier = read(tmp_path, text)
    assert (dossier.faults, dossier.claims[0].evidence) == ((), (Evidence(source="b"),))


def test_an_id_goes_before_an_address(tmp_path: Path) -> None:
    text = "claims: [{id: c, text: C., evidence: [a.example]}]\n"
    text += 'sources: [{id: one, url: "https://a.example"}, {id: a.example}]\n'
    assert read(tmp_path, text).claims[0].evidence == (Evidence(source="a.example"),)


def test_informants_are_named_by_id_or_described(tmp_path: Path) -> None:
    text = "sources: [{id: a, informants: [us, {descriptor: official}, us]}]\ninformants: [{id: us}]\n"
    dossier = read(tmp_path, text)
    assert dossier.faults == ()
    assert dossier.sources[0].informants == ("us", InlineInformant(descriptor="official"), "us")


def test_what_repeats_or_rests_on_itself_is_kept(tmp_path: Path) -> None:
    text = "claims: [{id: c, text: C., rests_on: [c]}]\nsources: [{id: a, via: [a]}]\n"
    dossier = read(tmp_path, text)
    assert dossier.faults == ()
    assert (dossier.claims[0].rests_on, dossier.sources[0].via) == ((("c",),), ("a",))


def test_an_empty_via_is_not_the_same_as_none(tmp_path: Path) -> None:
    dossier = read(tmp_path, "sources: [{id: a, via: []}, {id: b}]\n")
    assert [source.via for source in dossier.sources] == [(), None]


# --- what leads nowhere -----------------------------------------------------------------------------------

DANGLING = """\
claims:
  - id: one
    text: One.
    evidence: [gone, {source: a, via: [gone, b], informants: [nobody], superseded_by: gone}]
    rests_on: [[two, gone], [two]]
    attributed_to: nobody
  - {id: two, text: Two.}
sources:
  - {id: a, via: [gone, b], shares_text_with: [gone], replaced_by: gone, informants: [nobody]}
  - {id: b}
"""


def test_what_leads_nowhere_is_left_out(tmp_path: Path) -> None:
    dossier = read(tmp_path, DANGLING)
    claim, source = dossier.claim["one"], dossier.source["a"]
    assert claim.evidence == (Evidence(source="a", via=("b",), informants=()),)
    assert (claim.rests_on, claim.attributed_to) == ((("two",),), None)
    assert (source.via, source.shares_text_with, source.replaced_by, source.informants) == (
        ("b",),
        (),
        None,
        (),
    )


def test_who_names_what_is_not_there_is_unsound(tmp_path: Path) -> None:
    dossier = read(tmp_path, DANGLING)
    assert dossier.unsound_claims == {"one"}
    assert dossier.unsound_sources == {"a"}


def test_one_name_that_leads_nowhere_is_one_fault_for_each_kind(tmp_path: Path) -> None:
    assert messages(read(tmp_path, DANGLING)) == [
        "4:16 CA004 no source has the id `gone`, named in 6 places",
        "4:63 CA004 no informant has the id `nobody`, named in 3 places",
        "5:22 CA004 no claim has the id `gone`",
    ]


def test_a_misspelt_id_in_many_places_is_told_at_the_first_in_the_file(tmp_path: Path) -> None:
    sources = "sources: [{id: axios-2025-11-18}, {id: mint, via: [axios-2025-11-81]}]\n"
    claims = "".join(f"- {{id: c{number}, text: C., evidence: [axios-2025-11-81]}}\n" for number in range(11))
    fault, *others = read(tmp_path, f"{sources}claims:\n{claims}").faults
    assert others == []
    assert fault.message == "no source has the id `axios-2025-11-81`, named in 12 places"
    assert fault.help == "did you mean `axios-2025-11-18`?"
    assert (fault.location.line, fault.location.column) == (1, 52)
    assert (fault.source, fault.claim) == ("mint", None)
    assert [(place.message, place.location.line) for place in fault.related] == [
        ("also here", line) for line in range(3, 14)
    ]


def test_it_is_named_by_claim_and_line(tmp_path: Path) -> None:
    fault = read(tmp_path, "claims:\n- {id: c, text: C., evidence: [gone]}\n").faults[0]
    assert (fault.claim, fault.source, fault.name) == ("c", None, "dangling-reference")
    assert fault.excerpt == "- {id: c, text: C., evidence: [gone]}"


def test_its_fingerprint_stays_when_lines_move(tmp_path: Path) -> None:
    one = read(tmp_path, "claims:\n- {id: c, text: C., evidence: [gone]}\n").faults[0]
    two = read(tmp_path, "# moved\n\nclaims:\n- {id: c, text: C.,\n   evidence: [gone]}\n").faults[0]
    assert one.location != two.location
    assert one.fingerprint == two.fingerprint
    assert len(one.fingerprint) == 16


def test_many_names_that_lead_nowhere_are_not_all_listed(tmp_path: Path) -> None:
    names = ", ".join(f"s{number}" for number in range(1200))
    text = f"claims: [{{id: c, text: C., evidence: [{names}]}}]\nsources: [{{id: there}}]"
    faults = read(tmp_path, text).faults
    assert len(faults) == 1001
    assert faults[-1].message == "more than 1000 errors of this kind: this one and the others are not listed"


def test_claims_without_the_file_of_their_sources_are_one_fault(tmp_path: Path) -> None:
    names = ", ".join(f"s{number}" for number in range(7))
    fault, *others = read(tmp_path, f"claims: [{{id: c, text: C., evidence: [{names}]}}]").faults
    assert others == []
    assert fault.message == "7 references to `sources`, and none was read"
    assert fault.help == "name the file or directory that holds the `sources` as well"
    assert (fault.claim, fault.source) == (None, None)


def test_an_entry_with_an_error_of_its_own_is_still_the_nearest_name(tmp_path: Path) -> None:
    text = "claims:\n- {id: c, text: C., evidence: [axios-19]}\nsources:\n- {id: axios-18, kind: nwes}\n"
    helps = {fault.code: fault.help for fault in read(tmp_path, text).faults}
    assert helps == {"CA002": "did you mean `news`?", "CA004": "did you mean `axios-18`?"}


# --- one cause, one fault ---------------------------------------------------------------------------------


def test_to_name_a_broken_entry_is_no_fault_of_its_own(tmp_path: Path) -> None:
    text = """\
claims:
  - {id: one, text: One., evidence: [axios]}
  - {id: two, text: Two., evidence: ["https://axios.example"], rests_on: [three], attributed_to: us}
  - {id: three, evidence: [axios]}
  - {id: sound, text: Sound., evidence: [ft]}
sources:
  - {id: axios, kind: newz, url: "https://axios.example"}
  - {id: mint, via: [axios]}
  - {id: ft}
informants:
  - {id: us, name: x}
"""
    dossier = read(tmp_path, text)
    assert messages(dossier) == [
        "4:5 CA002 `text` is missing",
        f"7:23 CA002 `newz` is not a kind: {KINDS}",
        "11:14 CA002 unknown key `name`",
    ]
    assert dossier.unsound_claims == {"one", "two", "three"}
    assert dossier.unsound_sources == {"axios", "mint"}


def test_an_entry_with_an_anchor_is_known_by_its_id(tmp_path: Path) -> None:
    text = "claims: [{id: c, text: C., evidence: [a]}]\nsources: [{id: a, title: &t T}]\n"
    dossier = read(tmp_path, text)
    assert messages(dossier) == ["2:26 CA002 the anchor `&t` is not read"]
    assert dossier.unsound_claims == {"c"}
    assert dossier.unsound_sources == {"a"}


def test_what_an_unreadable_file_may_hold_is_not_missed(tmp_path: Path) -> None:
    written(tmp_path, "claims: [{id: c, text: C., evidence: [a]}, {id: d, text: D.}]\n", "claims.yaml")
    written(tmp_path, "sources: [", "sources.yaml")
    dossier = load(tmp_path)
    assert [fault.code for fault in dossier.faults] == ["CA001"]
    assert dossier.unsound_claims == {"c"}
    assert dossier.claims[0].evidence == ()


def test_what_an_unknown_section_may_hold_is_not_missed(tmp_path: Path) -> None:
    text = "claims: [{id: c, text: C., evidence: [a]}]\nsource: [{id: a}]\n"
    dossier = read(tmp_path, text)
    assert messages(dossier) == ["2:1 CA002 unknown key `source`"]
    assert dossier.unsound_claims == {"c"}


def test_of_two_entries_with_one_id_neither_is_sound(tmp_path: Path) -> None:
    text = """\
claims: [{id: c, text: C., evidence: [A]}, {id: d, text: D., rests_on: [c]}]
sources: [{id: a, title: First}, {id: A}, {id: a}]
"""
    dossier = read(tmp_path, text)
    assert messages(dossier) == [
        "2:39 CA003 only case tells the source `A` from `a`",
        "2:48 CA003 the source `a` is here for the second time",
    ]
    assert [source.title for source in dossier.sources] == ["First"]
    assert dossier.unsound_claims == {"c"}
    assert dossier.unsound_sources == {"a", "A"}


def test_an_id_is_told_twice_whatever_else_is_wrong_with_its_entries(tmp_path: Path) -> None:
    text = """\
claims: [{id: c, text: C., foo: 1}, {id: C, text: D.}, {id: c, text: E., bar: 1}]
sources: [{id: s}, {id: s, foo: 1}]
outlets: [{id: one, foo: 1}, {id: two, name: ONE}]
"""
    dossier = read(tmp_path, text)
    assert messages(dossier) == [
        "1:28 CA002 unknown key `foo`",
        "1:42 CA003 only case tells the claim `C` from `c`",
        "1:61 CA003 the claim `c` is here for the second time",
        "1:74 CA002 unknown key `bar`",
        "2:25 CA003 the source `s` is here for the second time",
        "2:28 CA002 unknown key `foo`",
        "3:21 CA002 unknown key `foo`",
        "3:46 CA003 `ONE` names the outlet `one` already",
    ]
    assert [claim.text for claim in dossier.claims] == ["D."]
    assert dossier.unsound_claims == {"c", "C"}
    assert dossier.unsound_sources == {"s"}


def test_kinds_do_not_share_their_ids(tmp_path: Path) -> None:
    text = "claims: [{id: x, text: X.}]\nsources: [{id: x}]\noutlets: [{id: x}]\nowners: [{id: x}]\ninformants: [{id: x}]\n"
    assert read(tmp_path, text).faults == ()


def test_faults_are_in_the_order_of_the_files(tmp_path: Path) -> None:
    written(tmp_path, "claims: [{id: c, text: C., evidence: [gone]}, {id: c, text: C.}, {id: d}]\n", "b.yaml")
    written(tmp_path, "sources: [{id: a, via: [none]}]\n", "a.yaml")
    found = [
        (Path(fault.location.path).name, fault.location.column, fault.code) for fault in load(tmp_path).faults
    ]
    assert found == [
        ("a.yaml", 25, "CA004"),
        ("b.yaml", 39, "CA004"),
        ("b.yaml", 52, "CA003"),
        ("b.yaml", 66, "CA002"),
    ]


def test_the_related_place_of_a_duplicate_is_the_first(tmp_path: Path) -> None:
    text = "claims:\n- {id: c, text: C.}\n- {text: C., id: c}\n"
    assert list(lines_of(read(tmp_path, text).faults)) == [
        "3:18 CA003 the claim `c` is here for the second time",
        "  help: give one of the two another id",
        "  2:8 the first",
    ]
