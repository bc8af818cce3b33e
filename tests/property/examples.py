"""How many examples are drawn where one takes long: a part of what the profile asks for."""

from hypothesis import settings


def one_in(number: int) -> settings:
    """Return settings for so many times fewer examples than usual, and no fewer than ten."""
    usual = settings.default or settings.get_profile("default")
    return settings(max_examples=max(10, usual.max_examples // number))
