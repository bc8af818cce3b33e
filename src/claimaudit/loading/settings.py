"""Reads what a house chose, from `claimaudit.toml` or `pyproject.toml`, and remembers where each choice stands."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from claimaudit.config import Config
from claimaudit.errors import ClaimauditError
from claimaudit.finding import Severity
from claimaudit.loading.faults import UnreadableError
from claimaudit.loading.files import shown
from claimaudit.loading.opening import checked_utf8, content_of, reason
from claimaudit.loading.settings_wording import TABLE, explain
from claimaudit.loading.toml_places import TomlPlaces
from claimaudit.location import Location, Route
from claimaudit.report import Setting
from claimaudit.rules import require_rules, require_severities

FILE = "claimaudit.toml"
_PROJECT_FILE = "pyproject.toml"
_SIZE_LIMIT = 1024 * 1024
"""Bytes. A place is found by reading the file again, line by line."""
_TABLES = ("severity", "cues")
"""Keys that hold a table, each of whose keys stands on a line of its own."""
_AT = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


@dataclass(frozen=True)
class Settings:
    """What holds, and where it was said.

    `path` is the file as findings show it, None if there is none; `home` the directory that its paths start from;
    `origins` the place of each key that was set, by the way to it: the rest are defaults.
    """

    config: Config = field(default_factory=Config)
    path: str | None = None
    home: Path | None = None
    origins: Mapping[Route, str] = field(default_factory=dict)
    path_places: tuple[Location, ...] = ()
    """Where each of `config.paths` stands."""

    def data_paths(self) -> tuple[Path, ...]:
        """Return the files and directories that the file names.

        Raises:
            ClaimauditError: one is not there, or leads out of the directory of the file: whoever may write it could
                have any file of the machine shown.
        """
        return tuple(map(self._data_path, self.config.paths, self.path_places))

    def _data_path(self, named: str, place: Location) -> Path:
        home = self.home or Path()
        path = home / named
        try:
            if not path.resolve().is_relative_to(home.resolve()):
                message = f"`{named}` leads out of the directory of this file"
                raise ClaimauditError(message, place, "name it on the command line")
            path.stat()
        except (OSError, ValueError, RuntimeError) as error:
            raise ClaimauditError(
                f"{reason(error)}: `{named}`", place, "paths start from this file"
            ) from error
        return path

    def listed(self) -> Iterator[Setting]:
        """Yield all that holds, defaults as well, in the order of the documentation."""
        for key, value in self.config.model_dump(mode="json", by_alias=True).items():
            if key in _TABLES and value:
                yield from (self._setting((key, inner), kept) for inner, kept in value.items() if kept)
            else:
                yield self._setting((key,), value)

    def _setting(self, route: Route, value: Any) -> Setting:
        return Setting(".".join(map(str, route)), value, self.origins.get(route, "default"))

    def changed(self, option_of: Mapping[str, str], **values: Any) -> "Settings":
        """Return the settings with values of the command line in place of those read, where they are not None.

        `option_of` has by field the option that gave the value.

        Raises:
            ClaimauditError: a rule does not exist.
        """
        given = {name: value for name, value in values.items() if value is not None}
        config = self.config.model_copy(update=given)
        require_rules((*(given.get("select") or ()), *given.get("ignore", ())))
        named: dict[Route, str] = {(name.replace("_", "-"),): option_of[name] for name in given}
        kept = {route: place for route, place in self.origins.items() if route[:1] not in named}
        return replace(self, config=config, origins={**kept, **named})


def read_settings(path: Path | None = None, *, start: Path | None = None) -> Settings:
    """Return what a house chose: in the file at `path`, else in the nearest from the directory `start` upwards.

    In one directory `claimaudit.toml` comes before `pyproject.toml`, which counts only if it has the table
    `[tool.claimaudit]`. Files further up are not looked at; without any file the defaults hold.

    Raises:
        ClaimauditError: the file cannot be read, is no TOML, or has a key or a value that makes no sense.
    """
    if path is not None:
        found = _read(path, table=TABLE if path.name == _PROJECT_FILE else ())
        if found is None:
            raise ClaimauditError(
                f"no `[tool.claimaudit]` in `{shown(path)}`", hint="name another file, or add it"
            )
        return found
    here = (start or Path()).absolute()
    for directory in (here, *here.parents):
        for name, table in ((FILE, ()), (_PROJECT_FILE, TABLE)):
            candidate = directory / name
            if _is_there(candidate) and (found := _read(candidate, table=table)):
                return found
    return Settings()


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a directory that one may not look into
        return False


def _read(path: Path, *, table: Sequence[str]) -> Settings | None:
    """Return the settings in a file, None where it has no such table."""
    name = shown(path)
    try:
        text = checked_utf8(content_of(path, _SIZE_LIMIT)[1]).decode("utf-8")
    except UnreadableError as error:
        raise _unreadable(name, error) from error
    if table and table[-1] not in text:
        return None  # someone else's file, which need not even be sound
    whole = _parsed(text, name)
    for step in table:
        whole = whole.get(step) if isinstance(whole, dict) else None
    if whole is None:
        return None
    return _Reading(TomlPlaces(name, text), tuple(table), path.absolute().parent).settings(whole, name)


def _unreadable(name: str, error: UnreadableError) -> ClaimauditError:
    hint = error.help or "name another file with --config"
    if (error.line, error.column) == (1, 1):  # of the whole file: a line of it says nothing
        return ClaimauditError(f"{error.message}: `{name}`", hint=hint)
    place = Location(name, error.line, error.column, error.line, error.column)
    return ClaimauditError(error.message, place, hint)


def _parsed(text: str, name: str) -> Any:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(str(error), text, name) from error
    except (RecursionError, ValueError) as error:  # brackets without end; a number of thousands of digits
        raise ClaimauditError("nested too deep, or a number too long", Location(name, 1, 1, 1, 1)) from error


def _not_toml(message: str, text: str, name: str) -> ClaimauditError:
    found = _AT.fullmatch(message)
    lines = text.splitlines() or [""]
    line, column = len(lines), len(lines[-1]) + 1
    if found and found[2]:
        line, column = int(found[2]), int(found[3])
    what = found[1] if found else message
    hint = 'text stands in quotes, a list in brackets: select = ["CA1", "CA204"]'
    return ClaimauditError(
        f"not TOML: {what[:1].lower()}{what[1:]}", Location(name, line, column, line, column), hint
    )


@dataclass(frozen=True)
class _Reading:
    """One table of one file on its way to settings."""

    places: TomlPlaces
    table: Route
    home: Path

    def settings(self, values: Any, name: str) -> Settings:
        try:
            config = Config.model_validate(values, by_alias=True, by_name=False)
        except ValidationError as error:
            raise _joined(self._mistakes(error.errors(include_url=False))) from error
        wrong = list(self._unknown_rules(config))
        if wrong:
            raise _joined(wrong)
        origins = {route: str(self.places.key((*self.table, *route))) for route in _keys(values)}
        return Settings(config, name, self.home, origins, tuple(self._path_places(config)))

    def _path_places(self, config: Config) -> Iterator[Location]:
        for index, path in enumerate(config.paths):
            yield self.places.value((*self.table, "paths", index), path)

    def _mistakes(self, errors: Sequence[ErrorDetails]) -> Iterator[ClaimauditError]:
        for error in errors:
            words = explain(error)
            route = (*self.table, *words.route)
            place = self.places.key(route) if words.at_key else self.places.value(route, error["input"])
            yield ClaimauditError(words.message, place, words.help)

    def _unknown_rules(self, config: Config) -> Iterator[ClaimauditError]:
        for key in ("select", "ignore"):
            for index, rule in enumerate(getattr(config, key) or ()):
                try:
                    require_rules([rule])
                except ClaimauditError as error:
                    place = self.places.value((*self.table, key, index), rule)
                    yield ClaimauditError(error.message, place, error.hint)
        before: dict[str, Severity] = {}
        for rule, severity in config.severity.items():
            try:
                require_severities({**before, rule: severity})
                before[rule] = severity
            except ClaimauditError as error:
                yield ClaimauditError(
                    error.message, self.places.key((*self.table, "severity", rule)), error.hint
                )


def _joined(errors: "Iterator[ClaimauditError] | Sequence[ClaimauditError]") -> ClaimauditError:
    """Return the first error with the others behind it."""
    first, *others = sorted(
        errors, key=lambda error: (error.location or Location("", 0, 0, 0, 0), error.message)
    )
    return ClaimauditError(first.message, first.location, first.hint, others=tuple(others))


def _keys(values: Mapping[str, Any], before: Route = ()) -> Iterator[Route]:
    """Yield the way to each key, and to each key of a table."""
    for key, value in values.items():
        yield (*before, key)
        if isinstance(value, dict):
            yield from _keys(value, (*before, key))
