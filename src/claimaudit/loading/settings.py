"""Reads what a house chose, from `claimaudit.toml` or `pyproject.toml`, and remembers where each choice stands."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from claimaudit import looks
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
_SIZE_LIMIT = 256 * 1024
"""Bytes. A place is found by reading the file again, line by line."""
_MOST_DOTS = 1000
"""In a line. The parser takes time with the square of the parts of a key, and no key of ours has more than two."""
_MOST_MISTAKES = 50
"""So many are told in one go."""
_TABLES = ("severity", "cues")
"""Keys that hold a table, each of whose keys stands on a line of its own."""
_AT = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


class _Written(NamedTuple):
    """The table of a file that settings were read from, and where its keys and values stand in it."""

    places: TomlPlaces
    table: Route
    values: Mapping[str, Any]

    def key(self, route: Route) -> Location:
        return self.places.key((*self.table, *route))

    def value(self, route: Route, value: object) -> Location:
        return self.places.value((*self.table, *route), value)

    def holds(self, route: Route) -> bool:
        value: Any = self.values
        for step in route:
            if not isinstance(value, dict) or step not in value:
                return False
            value = value[step]
        return True


_NO_OPTIONS: Mapping[str, str] = {}


class Settings(NamedTuple):
    """What holds, and where it was said.

    `path` is the file as findings show it, None if there is none; `home` the directory that its paths start from;
    `options` has by key the option of the command line that stands in its place.
    """

    config: Config
    path: str | None = None
    home: Path | None = None
    options: Mapping[str, str] = _NO_OPTIONS
    written: _Written | None = None

    def data_paths(self) -> tuple[Path, ...]:
        """Return the files and directories that the file names.

        Raises:
            ClaimauditError: one is not there, or leads out of the directory of the file: whoever may write it could
                have any file of the machine shown.
        """
        return tuple(self._data_path(index, named) for index, named in enumerate(self.config.paths))

    def _data_path(self, index: int, named: str) -> Path:
        home = self.home or Path()
        path = home / named
        looks.look(path)
        looks.look(home)
        try:
            if path.resolve().is_relative_to(home.resolve()):
                path.stat()
                return path
            problem, hint = (
                f"`{named}` leads out of the directory of this file",
                "name it on the command line",
            )
        except (OSError, ValueError, RuntimeError) as error:
            problem, hint = f"{reason(error)}: `{named}`", "paths start from this file"
        place = self.written.value(("paths", index), named) if self.written else None
        raise ClaimauditError(problem, place, hint)

    def listed(self) -> Iterator[Setting]:
        """Yield all that holds, defaults as well, in the order of the documentation."""
        for key, value in self.config.model_dump(mode="json", by_alias=True).items():
            inner = {name: kept for name, kept in value.items() if kept} if key in _TABLES else {}
            if inner:
                yield from (self._setting((key, name), kept) for name, kept in inner.items())
            else:
                yield self._setting((key,), None if key in _TABLES else value)

    def _setting(self, route: Route, value: Any) -> Setting:
        return Setting(".".join(map(str, route)), value, self._origin(route))

    def _origin(self, route: Route) -> str:
        if route[0] in self.options:
            return self.options[str(route[0])]
        return str(self.written.key(route)) if self.written and self.written.holds(route) else "default"

    def changed(self, option_of: Mapping[str, str], **values: Any) -> "Settings":
        """Return the settings with values of the command line in place of those read, where they are not None.

        `option_of` has by field the option that gave the value.

        Raises:
            ClaimauditError: a rule does not exist.
        """
        given = {name: value for name, value in values.items() if value is not None}
        config = self.config.model_copy(update=given)
        require_rules((*(given.get("select") or ()), *given.get("ignore", ())))
        options = {name.replace("_", "-"): option_of[name] for name in given}
        return self._replace(config=config, options=options)


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
    for directory in _upwards(start):
        for name, table in ((FILE, ()), (_PROJECT_FILE, TABLE)):
            candidate = directory / name
            if _is_there(candidate) and (found := _read(candidate, table=table)):
                return found
    return Settings(Config.of_defaults())


def _upwards(start: Path | None) -> Sequence[Path]:
    try:
        here = (start or Path()).absolute()
    except OSError:  # the current directory is gone
        return ()
    return (here, *here.parents)


def _is_there(path: Path) -> bool:
    """Return whether a file that nobody named is there; one that leads elsewhere is none of this project.

    Raises:
        ClaimauditError: it leads elsewhere: a message would show what stands there.
    """
    looks.look(path)
    if not os.path.lexists(path):
        return False
    looks.look(path.parent)
    try:
        is_own = path.resolve().is_relative_to(path.parent.resolve())
    except (OSError, RuntimeError) as error:
        raise ClaimauditError(f"{reason(error)}: `{shown(path)}`", hint="take the link away") from error
    if not is_own:
        raise ClaimauditError(
            f"`{shown(path)}` is a link that leads out of its directory", hint="name the file with --config"
        )
    return True


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
    written = _Written(TomlPlaces(name, text), tuple(table), whole if isinstance(whole, dict) else {})
    return Settings(_config(whole, written), name, path.absolute().parent, written=written)


def _unreadable(name: str, error: UnreadableError) -> ClaimauditError:
    hint = error.help or "name another file with --config"
    place = error.place_in(name)
    return ClaimauditError(error.message if place else f"{error.message}: `{name}`", place, hint)


def _parsed(text: str, name: str) -> Any:
    import tomllib  # noqa: PLC0415  most dossiers have no configuration

    _refuse_endless_keys(text, name)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(str(error), text, name) from error
    except (RecursionError, ValueError) as error:  # brackets without end; a number of thousands of digits
        raise ClaimauditError("nested too deep, or a number too long", Location(name, 1, 1, 1, 1)) from error


def _refuse_endless_keys(text: str, name: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _MOST_DOTS:
            place = Location(name, number, 1, number, 1)
            raise ClaimauditError(f"more than {_MOST_DOTS} dots in a line", place, "no key has as many parts")


def _not_toml(message: str, text: str, name: str) -> ClaimauditError:
    found = _AT.fullmatch(message)
    lines = text.removesuffix("\n").removesuffix("\r").split("\n")  # TOML has no other line ends
    line, column = len(lines), len(lines[-1]) + 1
    if found and found[2]:
        line, column = int(found[2]), int(found[3])
    what = found[1] if found else message
    if what == "Cannot overwrite a value":
        place = Location(name, line, column, line, column)
        return ClaimauditError(
            "the key before this stands here for the second time", place, "take one of the two out"
        )
    hint = 'text stands in quotes, a list in brackets: select = ["CA1", "CA204"]'
    return ClaimauditError(
        f"not TOML: {what[:1].lower()}{what[1:]}", Location(name, line, column, line, column), hint
    )


def _config(values: Any, written: _Written) -> Config:
    try:
        config = Config.model_validate(values, by_alias=True, by_name=False)
    except ValidationError as error:
        raise _joined(list(_mistakes(error.errors(include_url=False), written))) from error
    wrong = list(_unknown_rules(config, written))
    if wrong:
        raise _joined(wrong)
    return config


def _mistakes(errors: Sequence[ErrorDetails], written: _Written) -> Iterator[ClaimauditError]:
    for error in errors[:_MOST_MISTAKES]:
        words = explain(error)
        place = written.key(words.route) if words.at_key else written.value(words.route, error["input"])
        yield ClaimauditError(words.message, place, words.help)


def _unknown_rules(config: Config, written: _Written) -> Iterator[ClaimauditError]:
    for key in ("select", "ignore"):
        for index, rule in enumerate(getattr(config, key) or ()):
            try:
                require_rules([rule])
            except ClaimauditError as error:
                yield ClaimauditError(error.message, written.value((key, index), rule), error.hint)
    before: dict[str, Severity] = {}
    for rule, severity in config.severity.items():
        try:
            require_severities({**before, rule: severity})
            before[rule] = severity
        except ClaimauditError as error:
            yield ClaimauditError(error.message, written.key(("severity", rule)), error.hint)


def _joined(errors: Sequence[ClaimauditError]) -> ClaimauditError:
    """Return the first error with the others behind it."""
    first, *others = sorted(
        errors, key=lambda error: (error.location or Location("", 0, 0, 0, 0), error.message)
    )
    return ClaimauditError(first.message, first.location, first.hint, others=tuple(others))
