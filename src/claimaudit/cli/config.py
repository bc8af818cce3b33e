"""`claimaudit config`: what holds, and who said so."""

from pathlib import Path
from typing import Annotated

from claimaudit.cli.declared import AllWords, Command, Option
from claimaudit.cli.options import (
    AuditOptions,
    ColorOption,
    ConfigOption,
    DataOption,
    DebugOption,
    OutputOption,
    Paths,
    QuietOption,
    paths_of,
    settings_of,
    words,
)
from claimaudit.cli.streams import deliver, page

EPILOG = "Examples:\n\n\b\n  claimaudit config\n  claimaudit config --config house.toml -f json"


def config(
    paths: Paths = None,
    data: DataOption = None,
    file: ConfigOption = None,
    output_format: Annotated[
        str, Option("--output-format", "-f", **words("table", "json"), help="How to write the result.")
    ] = "table",
    output_file: OutputOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    debug: DebugOption = False,  # noqa: ARG001  read by `main`
) -> None:
    """Print every setting with its value and where it comes from: a place in a file, or the default.

    With paths, those that hold where these files are read.
    """
    from claimaudit.render import settings_list

    settings = settings_of(AuditOptions(paths_of(paths, data), config=file))
    listed = tuple(settings.listed())
    if output_format == "json":
        deliver(settings_list.render_json(listed, settings.path), output_file, quiet=quiet)
        return
    laid_out = page(color, output_file)
    deliver(
        settings_list.render_table(listed, width=laid_out.width, color=laid_out.color),
        output_file,
        quiet=quiet,
    )


COMMAND = Command(config, "What the configuration says, and where.", EPILOG, AllWords("paths", Path))
