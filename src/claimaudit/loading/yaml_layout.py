"""Reads where the parts of a YAML value stand, and what in it is YAML and still not read."""

from claimaudit.loading.layout import Layout
from claimaudit.loading.yaml_brackets import NotPlainError, read_brackets
from claimaudit.loading.yaml_parts import Reading
from claimaudit.loading.yaml_plain import layout_of, lines_of


def read_layout(text: str, first_line: int = 1, first_column: int = 1) -> Reading:
    """Return where the parts of the one value in `text` stand, if that is where its first character does.

    Raises:
        UnreadableError: it is not YAML.
    """
    try:
        return Reading(_plain_layout(text, first_line, first_column))
    except NotPlainError:
        from claimaudit.loading.yaml_event_layout import layout_by_events  # noqa: PLC0415  it imports the parser

        return layout_by_events(text, first_line, first_column)


def _plain_layout(text: str, first_line: int, first_column: int) -> Layout:
    if text.startswith("{"):
        return read_brackets(text, first_line, first_column).layout
    if first_column > 1:
        raise NotPlainError
    column = len(text) - len(text.lstrip(" "))
    return layout_of(lines_of(text.rstrip(" "), column), column, first_line)
