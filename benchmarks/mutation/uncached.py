"""A plugin for pytest that empties claimaudit's caches before each test.

mutmut judges a mutant by the tests that call its function. What a cache keeps is worked out in the first test alone.
"""

import sys


def pytest_runtest_setup() -> None:
    """Empty what `functools.cache` and `lru_cache` keep for functions of claimaudit."""
    for name, module in tuple(sys.modules.items()):
        if name.partition(".")[0] == "claimaudit":
            for value in tuple(vars(module).values()):
                if clear := getattr(value, "cache_clear", None):
                    clear()
