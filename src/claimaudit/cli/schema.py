"""`claimaudit schema`: what the files and the report look like, as JSON Schema."""

from typing import TYPE_CHECKING, Annotated, cast

from claimaudit.cli.declared import Argument, Command
from claimaudit.cli.options import DebugOption, OutputOption, QuietOption, words
from claimaudit.cli.streams import deliver

if TYPE_CHECKING:
    from claimaudit.schemas import SchemaName

NAMES = ("claims", "sources", "config", "report")
EPILOG = (
    "Examples:\n\n\b\n  claimaudit schema claims\n  claimaudit schema report -o schemas/report.schema.json"
)


def schema(
    name: Annotated[str, Argument(**words(*NAMES), help="Of what.")],
    output_file: OutputOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,  # noqa: ARG001  read by `main`
) -> None:
    """Print the JSON Schema (draft-07) of a file of claims or of sources, of claimaudit.toml, or of the JSON report.

    Editors complete and check the files by it, see docs/editor.md. Files are merged by key: claims and sources differ
    in their title, and in which key is offered first.
    """
    from claimaudit.schemas import schema_text

    deliver(schema_text(cast("SchemaName", name)), output_file, quiet=quiet)


COMMAND = Command(schema, "JSON Schema of the files and of the report.", EPILOG)
