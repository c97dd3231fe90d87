"""Counts as prose prints them: 3119, 3,119, 三十四, 两."""

from __future__ import annotations

import re

NUMERAL = (
    r"(?:(?<![0-9],)(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}+(?!,?[0-9])|[0-9]{1,9})|[零〇一二两三四五六七八九十百千万]{1,12})"
)
"""A count in folded text, as a pattern."""

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_WELL_FORMED = re.compile(
    r"(?:(?P<myriads>.+)万)?(?P<rest>零?(?:[一二两三四五六七八九]千)?零?(?:[一二两三四五六七八九]百)?零?"
    r"(?:[一二三四五六七八九]?十)?(?:零?[一二三四五六七八九])?)"
)


def read_count(numeral: str) -> int | None:
    """The number that folded text spells out; None where it spells none."""
    if numeral.isascii():
        return int(numeral.replace(",", ""))
    if numeral in ("零", "〇", "两"):
        return _DIGITS[numeral]
    match = _WELL_FORMED.fullmatch(numeral)
    if match is None or not match[0]:
        return None
    myriads = read_count(match["myriads"]) if match["myriads"] else 0
    return None if myriads is None else 10_000 * myriads + _below_myriad(match["rest"])


def _below_myriad(numeral: str) -> int:
    total, digit = 0, 0
    for character in numeral:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
