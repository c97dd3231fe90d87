"""What nearly all rows agree on."""

from __future__ import annotations

from collections import Counter

AGREEMENT = 0.9
"""How much of what was learned from full rows must agree before it says anything about others."""


def agreed(counts: Counter[int]) -> int | None:
    """The count that nearly all agree on; None where they differ."""
    if not counts:
        return None
    (value, times), *_ = counts.most_common(1)
    return value if times >= AGREEMENT * counts.total() else None
