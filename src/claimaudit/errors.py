"""The one error that a user can mend. Knows nothing of exit codes or terminals."""

from claimaudit.location import Location


class ClaimauditError(Exception):
    """Something the user can put right: it says what is wrong, where, and how to mend it.

    `others` are further errors of the same input, found in one go.
    """

    def __init__(
        self,
        message: str,
        location: Location | None = None,
        hint: str | None = None,
        *,
        others: "tuple[ClaimauditError, ...]" = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.location = location
        self.hint = hint
        self.others = others

    def __str__(self) -> str:
        place = f"{self.location}: " if self.location else ""
        hint = f"\nhelp: {self.hint}" if self.hint else ""
        return f"{place}{self.message}{hint}"
