"""How many examples a property tries: so many, and a hundred times as many in the profile `long`."""

from __future__ import annotations

from hypothesis import settings

QUICK = 60
LONG = 100 * QUICK


def examples(count: int) -> int:
    """As many examples as `count` in the profile `quick`, and more where the profile in force says so."""
    return count * settings().max_examples // QUICK
