"""The units of amounts: 元, and 元 behind powers of ten such as 万."""

from __future__ import annotations

import re
from decimal import Decimal

_UNIT = re.compile("([十百千万亿]*)元")
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}


def power_of_ten(unit: str | None) -> int | None:
    """How many zeros a unit of amounts stands for, such as 4 for 万元; None for what is no such unit."""
    match = _UNIT.fullmatch(unit or "")
    return None if match is None else sum(_POWERS[character] for character in match[1])


def shifted(number: Decimal, places: int) -> Decimal:
    """A number with its point so many places to the right, exact whatever its length."""
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)  # no printed number is infinite
    zeros = (0,) * max(0, exponent + places)
    return Decimal((sign, digits + zeros, min(0, exponent + places)))
