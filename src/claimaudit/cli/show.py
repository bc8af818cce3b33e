"""`claimaudit show`: one claim, source, outlet, owner or informant as a card."""

from typing import TYPE_CHECKING, Annotated

from claimaudit.cli.completing import offer_ids
from claimaudit.cli.declared import AllWords, Argument, Command, Exit, Option
from claimaudit.cli.naming import resolve
from claimaudit.cli.options import (
    AuditOptions,
    ColorOption,
    ConfigOption,
    DataOption,
    DebugOption,
    OutputOption,
    QuietOption,
    TodayOption,
    VerboseOption,
    paths_of,
    start_audit,
    words,
)
from claimaudit.cli.streams import complain, complain_of, deliver, page
from claimaudit.errors import ClaimauditError

if TYPE_CHECKING:
    from pathlib import Path

    from claimaudit.auditing import Audit
    from claimaudit.report import Card

EPILOG = "Examples:\n\n\b\n  claimaudit show four-buckets\n  claimaudit show outlet/axios --data data -f json"


def show(
    ids: Annotated[
        list[str],
        Argument(
            metavar="ID",
            help="Ids; outlet/axios or source/axios where one word names two things.",
            autocompletion=offer_ids,
        ),
    ],
    output_format: Annotated[
        str, Option("--output-format", "-f", **words("card", "json"), help="How to write the result.")
    ] = "card",
    output_file: OutputOption = None,
    data: DataOption = None,
    config: ConfigOption = None,
    today: TodayOption = None,
    color: ColorOption = "auto",
    verbose: VerboseOption = False,
    quiet: QuietOption = False,
    debug: DebugOption = False,  # noqa: ARG001  read by `main`
) -> None:
    """Explain one claim: what it rests on, what speaks against it, what would lift it; or what rests on a source.

    Exits 2 if an id is unknown or names two things, or if something in the files could not be read.
    """
    audit = start_audit(AuditOptions(paths_of(None, data), today, config, verbose=verbose))
    cards: list[Card] = []
    failed = False
    for name in ids:
        try:
            cards.append(_card(audit, name, is_only=len(ids) == 1))
        except ClaimauditError as error:
            complain(error)
            failed = True
    if cards:
        deliver(_rendered(cards, output_format, color, output_file), output_file, quiet=quiet)
    complain_of(audit.dossier.faults)
    if failed or audit.dossier.faults:
        raise Exit(2)


COMMAND = Command(
    show, "One claim, source, outlet or informant, explained.", EPILOG, AllWords("ids", str, least=1)
)


def _card(audit: "Audit", name: str, *, is_only: bool) -> "Card":
    kind, entry_id = resolve(audit, name)
    if kind == "claim":
        return audit.claim_card(entry_id, is_only=is_only)
    return audit.entry_card(kind, entry_id)


def _rendered(cards: "list[Card]", output_format: str, color: str, output_file: "Path | None") -> str:
    if output_format == "json":
        from claimaudit.render import card_json

        return card_json.render(cards)
    from claimaudit.render import card_text

    laid_out = page(color, output_file)
    return card_text.render(cards, width=laid_out.width, color=laid_out.color)
