"""Labels: what can be wrong at each level of independence, and what a label stands for.

A source falls with its label. At the outlet level that is its outlet, at the owner level the topmost declared
owner; at the informant level the informants of its own reporting can fall as well.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from claimaudit.model import Dossier, InlineInformant, Outlet, Owner, Source
from claimaudit.text import listed, words_of

LabelKind = Literal["outlet", "owner", "source", "informant", "text", "undeclared"]
Level = Literal["outlet", "owner", "informant"]
LEVELS: tuple[Level, ...] = ("outlet", "owner", "informant")


class Label(NamedTuple):
    """Something that can be wrong as a whole. Labels sort by id, then by kind."""

    id: str
    kind: LabelKind


UNDECLARED = Label("undeclared", "undeclared")
"""The witness of a claim that stands, but only on sources whose basis nobody declared."""


def label_of(source: Source) -> Label:
    """Return what `source` falls with at the outlet level: its outlet, or itself where it has none."""
    return Label(source.outlet, "outlet") if source.outlet else Label(source.id, "source")


_SHARED = "text shared by "


def text_label(members: Sequence[str]) -> Label:
    """Return the label of a text that several sources share while nobody knows where it is from."""
    return Label(f"{_SHARED}{', '.join(members)}", "text")


class Ownership:
    """Who controls whom, followed to the top."""

    def __init__(self, dossier: Dossier) -> None:
        self._owners = dossier.owner
        self._outlets = dossier.outlet
        self._topmost: dict[Label, Label] = {}

    def above(self, label: Label) -> Label | None:
        """Return the declared owner of an outlet or owner: an owner of that id, else an outlet."""
        entry: Owner | Outlet | None = (
            self._owners.get(label.id) if label.kind == "owner" else self._outlets.get(label.id)
        )
        if entry is None or entry.owner is None:
            return None
        return Label(entry.owner, "owner" if entry.owner in self._owners else "outlet")

    def chain(self, label: Label) -> tuple[Label, ...]:
        """Return an outlet or owner, who owns it, who owns that, and so on to the last that is not in it yet."""
        found = dict.fromkeys([label])
        above = self.above(label)
        while above is not None and above not in found:
            found[above] = None
            above = self.above(above)
        return tuple(found)

    def topmost(self, label: Label) -> Label:
        """Return the last owner above an outlet, or the outlet itself where none is declared.

        On a circle of owners, which the circle rule reports, it is the first of the circle by id.
        """
        path: dict[Label, None] = {}
        while label not in self._topmost and label not in path:
            path[label] = None
            label = self.above(label) or label
        top = self._topmost.get(label)
        if top is None:  # it came round, to itself where nobody is above it
            circle = list(path)
            top = min(circle[circle.index(label) :])
        self._topmost.update(dict.fromkeys(path, top))
        return top

    def is_declared(self, outlet_id: str) -> bool:
        """Return whether somebody is named as the outlet's owner."""
        return self.above(Label(outlet_id, "outlet")) is not None


def merge_unnamed(informants: Mapping[Label, InlineInformant]) -> dict[Label, Label]:
    """Return for each unnamed informant the one that stands for all it may be the same person as.

    Descriptors are compatible when the words of one contain the other's, or one has none; compatibility is
    joined transitively, and the first label by id stands for its group (docs/independence.md, 4.7).
    """
    unnamed = sorted(label for label, informant in informants.items() if not informant.is_named)
    words = {label: frozenset(words_of(informants[label].descriptor or "")) for label in unnamed}
    chief = {label: label for label in unnamed}

    def find(label: Label) -> Label:
        while chief[label] != label:
            chief[label] = chief[chief[label]]
            label = chief[label]
        return label

    alike = _by_words(unnamed, words)
    for fewer_words, same in alike.items():
        for more_words, others in alike.items():
            if fewer_words <= more_words:
                for label in (*same, *others):
                    low, high = sorted((find(same[0]), find(label)))
                    chief[high] = low
    return {label: find(label) for label in unnamed}


def _by_words(
    labels: Iterable[Label], words: Mapping[Label, frozenset[str]]
) -> dict[frozenset[str], list[Label]]:
    groups: dict[frozenset[str], list[Label]] = {}
    for label in labels:
        groups.setdefault(words[label], []).append(label)
    return groups


def spoken_source(dossier: Dossier, source_id: str) -> str:
    """Return how a sentence names a source: its outlet's name, else its title, else its id."""
    source = dossier.source[source_id]
    if source.outlet:
        return dossier.outlet[source.outlet].label
    return f'"{source.title}"' if source.title else source.id


def spoken(label: Label, dossier: Dossier, inline: Mapping[Label, InlineInformant]) -> str:
    """Return how a sentence names the label: the outlet's name, who the informant is, the shared text."""
    match label.kind:
        case "outlet":
            outlet = dossier.outlet.get(label.id)
            return outlet.label if outlet else label.id
        case "owner":
            owner = dossier.owner.get(label.id)
            return (owner.name if owner else None) or label.id
        case "informant":
            informant = dossier.informant.get(label.id) or inline.get(label)
            descriptor = informant.descriptor if informant else None
            return f"{descriptor} ({label.id})" if descriptor else label.id
        case "text":
            members = label.id.removeprefix(_SHARED).split(", ")
            return f"the {_SHARED}{listed([spoken_source(dossier, member) for member in members])}"
        case "undeclared":
            return "sources whose basis is not declared"
        case "source":
            return spoken_source(dossier, label.id) if label.id in dossier.source else label.id
