"""Which names are taken for one, and that finding them does not try all pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimaudit.model import Dossier, Outlet, Source
from claimaudit.provenance.labels import Ownership
from claimaudit.provenance.names import Hosts, twins
from claimaudit.text import are_nearly_same, digits_of, skeleton, squash, within_two_edits

NAMES = st.text("abcdeABCDE 12", min_size=1, max_size=14).filter(squash)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reuters", "Reuter"),
        ("Reuters", "Retuers"),
        ("Kyiv Post", "Kiev Post"),
        ("Live Mint", "LiveMnt"),
        ("Al Mayadeen", "al-mayaden"),
        ("Mint", "Mind"),
        ("REUTER", "Reuters"),
    ],
)
def test_misspelled_names_are_nearly_the_same(one: str, other: str) -> None:
    assert are_nearly_same(one, other)
    assert are_nearly_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reuters", "reuters"),
        ("AP", "AFP"),
        ("BBC", "LBC"),
        ("ABC News", "NBC News"),
        ("CNBC News", "MSNBC News"),
        ("Channel 12", "Channel 13"),
        ("Reuters", "Reuters TV"),
        ("New York Post", "New York Times"),
        ("Live Mint", "LiveMint"),
        ("The Cat Post", "The Car Post"),
        ("Axios", "AXION"),
        ("Axios", "Axxoz"),
        ("The Guardian Weekly", "The Guardiun Wookly"),
        ("Newser", "Newsmax"),
        ("", "AP"),
    ],
)
def test_names_of_different_outlets_are_not(one: str, other: str) -> None:
    assert not are_nearly_same(one, other)
    assert not are_nearly_same(other, one)


def test_names_within_two_edits() -> None:
    names = ["reuters", "reuter", "retuers", "rueters", "reuterss", "reutxrx", "rutr", "reuxxxs", "afp"]
    assert sorted(within_two_edits("Reuters", names)) == [0, 1, 2, 3, 4, 5]


def test_digits_of_a_name() -> None:
    assert digits_of("Channel 12, 3rd") == "123"


@given(st.lists(NAMES, max_size=8))
def test_no_pair_is_missed(names: list[str]) -> None:
    dossier = _made(*{squash(name): name for name in names}.values())
    spelled = {twin.number for twin in twins(dossier) if twin.likeness == "spelling"}
    looks = {twin.number for twin in twins(dossier) if twin.likeness == "look"}
    labels = [outlet.label for outlet in dossier.outlets]
    expected = {
        number
        for number, label in enumerate(labels)
        if any(
            are_nearly_same(label, before) or are_nearly_same(label, squash(before))
            for before in labels[:number]
        )
    }
    assert expected - looks == spelled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u0410xios", "Axios"),
        ("ax\u0456os", "AXIOS"),
        ("RIA N0vosti", "RIA Novosti"),
        ("Channe1", "Channel"),
    ],
)
def test_names_with_letters_of_another_alphabet_look_the_same(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)
    assert squash(one) != squash(other)


def test_names_written_alike_in_another_alphabet_keep_their_look() -> None:
    assert skeleton("\u0412\u0435\u0441\u0442\u0438") != skeleton("Vesti")


def _made(*names: str) -> Dossier:
    outlets = tuple(Outlet(id=squash(name), name=name) for name in names)
    return Dossier(outlets=outlets, made_outlets=frozenset(outlet.id for outlet in outlets))


def test_first_of_several_is_named() -> None:
    found = [(twin.number, twin.earlier.label) for twin in twins(_made("Reuters", "Reuter", "Reutters"))]
    assert found == [(1, "Reuters"), (2, "Reuters")]


def test_thousands_of_numbered_names_are_no_twins() -> None:
    assert list(twins(_made(*(f"outlet-{number:05}" for number in range(3000))))) == []


def test_very_long_names_are_compared_like_others() -> None:
    name = "word " * 5000
    found = twins(_made(name, name.replace("o", "\u043e", 1), f"{name}s"))
    assert [twin.likeness for twin in found] == ["look", "spelling"]


@pytest.mark.parametrize("alias", ["wire.example", "Wire.example/news", "https://wire.example/news"])
def test_the_host_of_another_outlet_is_known_however_the_alias_is_written(alias: str) -> None:
    wire, post = Outlet(id="wire", aliases=(alias,)), Outlet(id="post")
    source = Source(id="s", outlet="post", url="https://wire.example/1")
    data = Dossier(sources=(source,), outlets=(wire, post))
    assert Hosts(data, Ownership(data)).other_at(source) is wire
