"""`claimaudit`, and `python -m claimaudit`."""

import gc
import os
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit; an interrupt ends it quietly before anything else is imported, too.

    A command builds what it needs, once, and ends: to look for garbage in that takes longer than all the rest, and to
    take it apart at the end is work for nobody. Neither is for whoever imports the package.
    """
    gc.disable()
    try:
        from claimaudit.cli import run  # noqa: PLC0415  it takes a while, and that may be interrupted

        code = run()
    except KeyboardInterrupt:
        code = 130
    os._exit(code)  # `run` has flushed all that was written


if __name__ == "__main__":
    main()
