"""`claimaudit`, and `python -m claimaudit`."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit; an interrupt ends it quietly before anything else is imported, too."""
    try:
        from claimaudit.cli import main as run  # noqa: PLC0415  it takes a while, and that may be interrupted
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
