"""`claimaudit rule`: the rules, or the page of one."""

from typing import Annotated

from claimaudit.cli.completing import offer_rules
from claimaudit.cli.declared import Argument, Command, Option
from claimaudit.cli.options import ColorOption, DebugOption, OutputOption, QuietOption, words
from claimaudit.cli.streams import deliver, page

EPILOG = "Examples:\n\n\b\n  claimaudit rule\n  claimaudit rule CA104"


def rule(
    code: Annotated[
        str | None,
        Argument(
            metavar="CODE", help="Code or name of a rule.", show_default=False, autocompletion=offer_rules
        ),
    ] = None,
    output_format: Annotated[
        str, Option("--output-format", "-f", **words("text", "json"), help="How to write the result.")
    ] = "text",
    output_file: OutputOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    debug: DebugOption = False,  # noqa: ARG001  read by `main`
) -> None:
    """List the rules, or explain one: what it finds, why it matters, how to mend it."""
    from claimaudit.render import rule_page
    from claimaudit.rules import RULES, require_rule

    chosen = (require_rule(code),) if code else RULES
    cards = [found.told for found in chosen]
    if output_format == "json":
        text = rule_page.render_json(cards)
    elif code:
        text = rule_page.render_page(cards[0])
    else:
        laid_out = page(color, output_file)
        text = rule_page.render_table(cards, width=laid_out.width, color=laid_out.color)
    deliver(text, output_file, quiet=quiet)


COMMAND = Command(rule, "The rules, or the page of one.", EPILOG)
