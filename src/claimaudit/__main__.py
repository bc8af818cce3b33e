"""`claimaudit`, and `python -m claimaudit`."""

import gc
import os
import sys

TYPE_CHECKING = False  # `typing` takes longer to import than all of this
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> "NoReturn":
    """Run the command line and exit; an interrupt ends it quietly before anything else is imported, too.

    A command builds what it needs, once, and ends: to look for garbage in that takes longer than all the rest, and to
    take it apart at the end is work for nobody. Neither is for whoever imports the package.
    """
    gc.disable()
    try:
        code = _recalled_or_run()
    except BaseException as error:
        from claimaudit.exits import was_interrupted  # noqa: PLC0415

        if not was_interrupted(error):
            raise
        code = 130
    os._exit(code)  # all that was written is out by now


def _recalled_or_run() -> int:
    # What takes a while to import may be interrupted, and a look-up that was made before needs none of it.
    from claimaudit.exits import OutputError  # noqa: PLC0415
    from claimaudit.recall import look_up  # noqa: PLC0415

    look = look_up(sys.argv[1:])
    try:
        code = None if look is None else look.recalled()
    except OutputError as error:
        from claimaudit.cli.streams import EXIT_FAILURE, complain, unwritten  # noqa: PLC0415

        complain(unwritten(error))
        return EXIT_FAILURE
    if code is not None:
        return code
    if look is not None:
        look.begin()
    from claimaudit.plugins import turn_plugins_off  # noqa: PLC0415

    turn_plugins_off()
    from claimaudit.cli import run  # noqa: PLC0415

    code = run()
    if look is not None and code == os.EX_OK:
        look.keep()
    return code


if __name__ == "__main__":
    if not sys.flags.safe_path:
        del sys.path[0]  # the current directory: what stands there is data, and no module of ours
    main()
