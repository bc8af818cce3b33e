"""Small dossiers made in place."""

from typing import Any

from claimaudit.model import Claim, Dossier, Outlet, Source


def source(name: str, **more: Any) -> Source:
    """Return a source of an outlet of its own, which is called by its name in capitals."""
    return Source.model_validate({"id": name, "outlet": f"{name}-paper", **more})


def original(name: str, **more: Any) -> Source:
    return source(name, basis="original", **more)


def claim(*evidence: Any, name: str = "c", **more: Any) -> Claim:
    return Claim.model_validate({"id": name, "text": "It is so.", "evidence": list(evidence), **more})


def dossier(sources: list[Source], *claims: Claim) -> Dossier:
    outlets = tuple(Outlet(id=f"{entry.id}-paper", name=entry.id.upper()) for entry in sources)
    return Dossier(claims=claims, sources=tuple(sources), outlets=outlets)
