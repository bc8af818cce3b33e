"""What other programs may import: these names, and no other, until a version says otherwise."""

import claimaudit


def test_public_names() -> None:
    assert claimaudit.__all__ == [
        "Claim",
        "ClaimauditError",
        "Dossier",
        "Finding",
        "Report",
        "Severity",
        "Source",
        "audit",
        "load",
    ]
    assert [getattr(claimaudit, name).__name__ for name in claimaudit.__all__] == claimaudit.__all__
    assert dir(claimaudit) == claimaudit.__all__
