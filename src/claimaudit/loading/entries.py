"""From the text of files to entries, each valid by itself. What they name is looked up later."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from claimaudit import progress
from claimaudit.finding import Related
from claimaudit.loading.comment_waivers import Starts, add_waivers
from claimaudit.loading.comments import Comments
from claimaudit.loading.faults import (
    INVALID_VALUE,
    LISTED_FAULTS,
    UNREADABLE_FILE,
    Fault,
    Faults,
    UnreadableError,
)
from claimaudit.loading.layout import Span, location_of, span_of
from claimaudit.loading.places import Kind, Place, Placed
from claimaudit.loading.text_file import TextFile
from claimaudit.loading.validating import OF_ONES_OWN, InvalidEntryError, is_identifier, validated
from claimaudit.loading.wording import Mistake, explain, shape_of, shown
from claimaudit.loading.yaml_parts import Item, Refusal, Section, second_key
from claimaudit.loading.yaml_values import read_yaml
from claimaudit.model import Claim, Entry, Informant, Outlet, Owner, Source
from claimaudit.text import listed, squash, suggestion, visible
from claimaudit.text.addresses import canonical_url

MODELS: Mapping[Kind, type[Entry]] = {
    "claims": Claim,
    "sources": Source,
    "outlets": Outlet,
    "owners": Owner,
    "informants": Informant,
}
_KINDS: Mapping[str, Kind] = {kind: kind for kind in MODELS}
_VERSION = "1"
_KNOWN = (*MODELS, "version")


@dataclass
class Lost:
    """What the entries that were left out are known by: to name one of them is no fault of its own."""

    ids: dict[Kind, set[str]] = field(default_factory=lambda: {kind: set() for kind in MODELS})
    addresses: set[str] = field(default_factory=set)
    """URLs of sources, in canonical form."""
    names: set[str] = field(default_factory=set)
    """Ids, names and aliases of outlets, squashed."""

    def add(self, kind: Kind, entry: Mapping[str, Any]) -> None:
        """Take note of an entry, valid or not."""
        self.ids[kind].update(_texts(entry, "id"))
        if kind == "sources":
            self.addresses.update(map(canonical_url, _texts(entry, "url", "archive")))
        if kind == "outlets":
            self.names.update(map(squash, _texts(entry, "id", "name", "aliases")))

    def add_all(self, others: "Lost") -> None:
        """Take over what another file lost."""
        for kind in MODELS:
            self.ids[kind] |= others.ids[kind]
        self.addresses |= others.addresses
        self.names |= others.names


def _texts(entry: Mapping[str, Any], *keys: str) -> Iterator[str]:
    for key in keys:
        value = entry.get(key)
        for text in value if isinstance(value, list | tuple) else (value,):
            if isinstance(text, str):
                yield text


@dataclass
class Entries:
    """The valid entries of files, in their order, and what is known of those left out."""

    claims: list[Placed[Claim]] = field(default_factory=list)
    sources: list[Placed[Source]] = field(default_factory=list)
    outlets: list[Placed[Outlet]] = field(default_factory=list)
    owners: list[Placed[Owner]] = field(default_factory=list)
    informants: list[Placed[Informant]] = field(default_factory=list)
    files: list[TextFile] = field(default_factory=list)
    lost: Lost = field(default_factory=Lost)
    left_out: list[tuple[Kind, Placed[Entry]]] = field(default_factory=list)
    """Those that are not valid and have an id, with nothing else in them: another may have the same."""
    is_whole: bool = True
    """Whether all was read, if only to be left out. Else what an entry names may stand in the rest."""

    def of(self, kind: Kind) -> list[Any]:
        """Return the entries under a key at the top."""
        entries: list[Any] = getattr(self, kind)
        return entries

    def add_all(self, others: "Entries") -> None:
        """Take over what another file holds."""
        for kind in MODELS:
            self.of(kind).extend(others.of(kind))
        self.lost.add_all(others.lost)
        self.left_out += others.left_out
        self.is_whole = self.is_whole and others.is_whole


def read_entries(files: Iterable[TextFile], faults: Faults) -> Entries:
    """Return what stands in the files; what is wrong with it becomes a fault, and the entry is left out."""
    entries = Entries()
    for file in files:
        reader = _FileReader(file)
        try:
            reader.read()
        except UnreadableError as error:
            faults.add_unreadable(file.path, error, file.line(error.line))
        else:
            file.pack()
            entries.files.append(file)
            entries.add_all(reader.entries)
            faults.add_all(INVALID_VALUE, reader.faults)
    entries.is_whole = entries.is_whole and not faults.has(UNREADABLE_FILE)
    return entries


class _FileReader:
    """Reads one file: its entries, and what is wrong with them."""

    def __init__(self, file: TextFile) -> None:
        self.file = file
        self.entries = Entries()
        self.faults: list[Fault] = []
        self._known = False
        self._unknown: list[Section] = []
        self._count = 0
        """Items read of the present section."""
        self._starts: Starts | None = None
        """Where entries start, if there are comments that may mean one."""

    def read(self) -> None:
        """Read all of it.

        Raises:
            UnreadableError: it is no YAML, or nothing in it belongs to a dossier.
        """
        text = self.file.text
        comments = Comments.of(text)
        self._starts = Starts() if comments else None
        for part in progress.of(read_yaml(text, comments=comments), f"reading {visible(self.file.path)}"):
            if isinstance(part, Section):
                self._section(part)
            elif part.section in _KINDS:
                self._item(_KINDS[part.section], part)
        if not self._known:
            raise self._nothing_known()
        for section in self._unknown:
            message, help_ = f"unknown key `{shown(section.name)}`", _nearest_known(section.name)
            self._add(section.name, Mistake(message, help_, section.key))
        if comments and self._starts:
            self._add_waivers(comments, self._starts)

    # --- keys at the top ----------------------------------------------------------------------------------

    def _section(self, section: Section) -> None:
        self._count = 0
        for mistake in self._mistakes_of(section):
            self._add(section.name, mistake)
        if section.name in _KNOWN:
            self._known = True
        elif not section.name.startswith(OF_ONES_OWN):
            self._lose(section)
            self._unknown.append(section)

    def _lose(self, section: Section) -> None:
        """Take note that nobody knows which entries stand in a section, if any do."""
        self.entries.is_whole = self.entries.is_whole and section.value is None

    def _mistakes_of(self, section: Section) -> Iterator[Mistake]:
        name, value = section.name, section.value
        if section.first is not None:
            yield _as_mistake(second_key(name, section.key, section.first))
        if section.is_refused:
            self._lose(section)
            yield from self._refused(section)
        elif name == "version" and value not in (_VERSION, None):
            message = f"`{shown(value)}` is not a version of the format"
            yield Mistake(message, f"write `version: {_VERSION}`, or leave it out", self._own_span(section))
        elif name in MODELS and value is not None and not isinstance(value, list):
            self._lose(section)
            message = f"`{name}` is {shape_of(value)}, not a list"
            yield Mistake(message, "start each item with a dash", self._own_span(section))

    def _nothing_known(self) -> UnreadableError:
        if not self._unknown:
            return UnreadableError("no key at the top that is known", help=_nearest_known(""))
        first = self._unknown[0]
        place = location_of(self.file.path, first.key)
        message = f"no key at the top that is known; `{shown(first.name)}` is not"
        return UnreadableError(message, place.line, place.column, help=_nearest_known(first.name))

    # --- entries ------------------------------------------------------------------------------------------

    def _item(self, kind: Kind, item: Item) -> None:
        self._count += 1
        entry = self._entry(kind, item)
        siblings = self.entries.of(kind)
        if self._starts is not None:
            self._starts.add(item.extent, kind, siblings, None if entry is None else len(siblings))
        if entry is not None:
            siblings.append(Placed(entry, self._place(item)))

    def _place(self, item: Item) -> Place:
        return Place(self.file, item.extent)

    def _entry(self, kind: Kind, item: Item) -> Entry | None:
        """Return the entry, or None: what is wrong with it is then a fault."""
        if item.is_refused:
            self._leave_out(kind, item, self._refused(item))
            return None
        try:
            return validated(MODELS[kind], item.value)
        except InvalidEntryError as error:
            self._leave_out(kind, item, self._explained(error, MODELS[kind], item))
            return None

    def _leave_out(self, kind: Kind, item: Item, mistakes: Iterable[Mistake]) -> None:
        entry = item.value if isinstance(item.value, dict) else {}
        self.entries.lost.add(kind, entry)
        # NOTE: only an id can name the entry. Every error in it would repeat another text, however long.
        entry_id = next(filter(is_identifier, _texts(entry, "id")), None)
        if entry_id is not None:
            bare: Any = MODELS[kind]
            named = bare.model_construct(id=entry_id, name=entry_id)
            self.entries.left_out.append((kind, Placed(named, self._place(item))))
        claim = entry_id if kind == "claims" else None
        source = entry_id if kind == "sources" else None
        room = LISTED_FAULTS + 1 - len(self.faults)
        for mistake in islice(mistakes, max(room, 0)):
            self._add(f"{kind}/{entry_id or self._count}", mistake, claim, source)

    def _add_waivers(self, comments: Comments, starts: Starts) -> None:
        for mistake, owner in add_waivers(comments, starts, is_whole=self.entries.is_whole):
            if len(self.faults) <= LISTED_FAULTS:
                claim = owner.id if owner and owner.kind == "claims" else None
                source = owner.id if owner and owner.kind == "sources" else None
                self._add("comment", mistake, claim, source)

    def _explained(self, error: InvalidEntryError, model: type[Entry], item: Item) -> Iterator[Mistake]:
        layout = self.file.reading(item.extent).layout
        for details in error.errors:
            yield explain(details, model, layout)

    def _refused(self, part: Section | Item) -> Iterator[Mistake]:
        reading = self.file.reading(part.extent)
        if not reading.refusals:  # some values inside of brackets cannot be read again alone
            yield Mistake("an anchor, alias, tag or second key is not read", "", span_of(reading.layout))
        yield from map(_as_mistake, reading.refusals)

    def _own_span(self, section: Section) -> Span:
        return span_of(self.file.reading(section.extent).layout)

    def _add(self, owner: str, mistake: Mistake, claim: str | None = None, source: str | None = None) -> None:
        location = location_of(self.file.path, mistake.span)
        first = mistake.first
        self.faults.append(
            Fault(
                mistake.message,
                location,
                subject="/".join((owner, *map(str, mistake.route))),
                help=mistake.help,
                related=() if first is None else (Related("the first", location_of(self.file.path, first)),),
                claim=claim,
                source=source,
                excerpt=self.file.line(location.line),
            )
        )


def _as_mistake(refusal: Refusal) -> Mistake:
    return Mistake(refusal.message, refusal.help, refusal.span, (refusal.message,), refusal.first)


def _nearest_known(name: str) -> str:
    known = listed([f"`{key}`" for key in _KNOWN], joiner="or")
    return suggestion(name, _KNOWN) or f"write {known}"
