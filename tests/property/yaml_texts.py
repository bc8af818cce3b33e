"""YAML as no editor would write it: whatever PyYAML's emitter can be asked for, in every style, as text.

It is made by a random number generator, of a seed that is drawn: to draw every style of every scalar takes too long.
"""

from collections.abc import Iterable, Iterator
from random import Random

import yaml
from hypothesis import strategies as st
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from claimaudit.loading.entries import MODELS
from claimaudit.loading.places import Kind

STYLES = (None, "'", '"', "|", ">")
ODD = (
    *(
        "",
        "~",
        "null",
        "no",
        "010",
        "1:30",
        "<<",
        "a: b",
        "- a",
        "# a",
        "a #b",
        "[",
        "{a",
        "a? b",
        "---",
        "%a",
    ),
    *(
        "a\n",
        "\n",
        "a\nb\n",
        " a",
        "a\n\n b ",
        "'",
        "\t",
        "\\",
        "\x07",
        "\x85",
        "\u2028",
        "\ufeff",
        "é 日本 😀",
    ),
)
WORDS = (
    "a",
    "b",
    "One.",
    "original",
    "reported",
    "supports",
    "true",
    "2025-11-18",
    "https://a.b/c?d=e",
    "wire",
)
KEYS = {
    kind: ("x-own", *sorted(model.model_fields.keys() - {"extensions"})) for kind, model in MODELS.items()
}
ALL_KEYS = tuple(sorted({key for keys in KEYS.values() for key in keys}))
TAGS = ("!", "!own", "tag:yaml.org,2002:str")


class Writer:
    """Writes the events of a YAML text: mostly what a dossier may hold, at times anything else."""

    def __init__(self, random: Random, oddity: float | None = None) -> None:
        self._random = random
        self._oddity = random.choice((0.05, 0.02, 0.001)) if oddity is None else oddity
        """How many of all things are none that a dossier may hold."""

    def text(self) -> str:
        """Return the text of a file, in a layout of its own."""
        return self._laid_out(self._stream())

    def dossier(self, texts: Iterable[str]) -> str:
        """Return the text of a file with claims that say these texts, each in a style of its own."""
        return self._laid_out(self._claims(texts))

    def _claims(self, texts: Iterable[str]) -> Iterator[Event]:
        yield from (StreamStartEvent(), DocumentStartEvent(explicit=False), self._mapping_start())
        yield from (self._scalar("claims"), self._list_start())
        for number, text in enumerate(texts):
            yield self._mapping_start()
            for word in ("id", f"e{number}", "text", text):
                yield self._scalar(word)
            yield MappingEndEvent()
        yield from (SequenceEndEvent(), MappingEndEvent(), DocumentEndEvent(explicit=False), StreamEndEvent())

    def _laid_out(self, events: Iterable[Event]) -> str:
        """Return events as text, in a layout of its own."""
        choose = self._random.choice
        text: str = yaml.emit(
            list(events),
            canonical=self._is_odd(),
            indent=choose((2, 3, 4, 7)),
            width=choose((5, 20, 80, 10_000)),
            allow_unicode=choose((True, False)),
        )
        return text.replace("\n", choose(("\n", "\n", "\r\n")))

    def _stream(self) -> Iterator[Event]:
        yield StreamStartEvent()
        is_marked = self._random.random() < 0.2
        for number in range(2 if self._is_odd() else 1):
            yield DocumentStartEvent(explicit=is_marked or number > 0)
            yield from self._root()
            yield DocumentEndEvent(explicit=is_marked)
        yield StreamEndEvent()

    def _root(self) -> Iterator[Event]:
        if self._is_odd():
            yield from self._node(0)
            return
        yield self._mapping_start()
        for section in self._random.sample(list(MODELS), self._random.choice((0, 1, 2, 2, 3, 5))):
            yield self._scalar(section)
            yield from self._node(1) if self._is_odd() else self._section(section)
        yield MappingEndEvent()

    def _section(self, kind: Kind) -> Iterator[Event]:
        yield self._list_start()
        for number in range(self._random.randint(0, 4)):
            yield from self._node(2) if self._is_odd() else self._entry(f"e{number}", kind)
        yield SequenceEndEvent()

    def _entry(self, name: str, kind: Kind) -> Iterator[Event]:
        yield self._mapping_start()
        for key, value in (("id", name), ("text" if kind == "claims" else "x-own", self._word())):
            if not self._is_odd():
                yield from (self._scalar(key), self._scalar(value))
        for _ in range(self._random.choice((0, 0, 0, 1, 3))):
            yield from self._node(5) if self._is_odd() else (self._scalar(self._random.choice(KEYS[kind])),)
            yield from self._node(3)
        yield MappingEndEvent()

    def _node(self, depth: int) -> Iterator[Event]:
        match self._random.choice(("scalar", "scalar", "list", "mapping")) if depth < 5 else "scalar":
            case "list":
                yield self._list_start()
                for _ in range(self._random.randint(0, 3)):
                    yield from self._node(depth + 1)
                yield SequenceEndEvent()
            case "mapping":
                yield self._mapping_start()
                for _ in range(self._random.randint(0, 3)):
                    yield from (
                        self._node(5) if self._is_odd() else (self._scalar(self._random.choice(ALL_KEYS)),)
                    )
                    yield from self._node(depth + 1)
                yield MappingEndEvent()
            case _:
                yield AliasEvent("a") if self._is_odd() else self._scalar(self._word())

    def _word(self) -> str:
        return self._random.choice(ODD if self._random.random() < 0.3 else WORDS)

    def _scalar(self, text: str) -> Event:
        style = self._random.choice(STYLES)
        return ScalarEvent(self._anchor(), self._tag(), (True, True), text, style=style)

    def _list_start(self) -> Event:
        in_brackets = self._random.random() < 0.4
        return SequenceStartEvent(self._anchor(), self._tag(), implicit=True, flow_style=in_brackets)

    def _mapping_start(self) -> Event:
        in_braces = self._random.random() < 0.4
        return MappingStartEvent(self._anchor(), self._tag(), implicit=True, flow_style=in_braces)

    def _anchor(self) -> str | None:
        return "a" if self._is_odd() else None

    def _tag(self) -> str | None:
        return self._random.choice(TAGS) if self._is_odd() else None

    def _is_odd(self) -> bool:
        return self._random.random() < self._oddity


TEXTS = st.integers(0, 2**64).map(lambda seed: Writer(Random(seed)).text())  # noqa: S311  no secret
