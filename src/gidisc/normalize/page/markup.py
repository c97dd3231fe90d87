"""What markup says of cells in their place: how many columns and rows they cover, and how their words look."""

from __future__ import annotations

import re

_INVISIBLE = "\u200b"
# `| colspan="3"| label`, of which the second bar ends the attributes and begins no cell.
_ATTRIBUTES = re.compile(r"""(?<=[|!])(?:[ ]*+[a-z]+=(?:"[^"\n]{0,60}"|'[^'\n]{0,60}'))++[ ]*+\|""")
# `3+|label`, `.22+|label`, `2.3+^|label`, `a|label`
_COVERED = re.compile(
    r"(?<![^\s|])(?=[0-9.<^>a-z])(?:[0-9]{0,2}(?:\.[0-9]{1,2})?\+)?+[<^>]?(?:\.[<^>])?[adehlmsv]?(?=\|)"
)
_INLINE = re.compile(r"</?(?:a|b|big|code|em|font|i|p|small|span|strong|sub|sup|u)\b[^<>\n]{0,200}>", re.IGNORECASE)


def without_markup(folded: str) -> str:
    """`folded` without the markup inside cells that is no part of what they say, of the same length."""
    if '="' in folded or "='" in folded:
        folded = _ATTRIBUTES.sub(nothing, folded)
    if "|===" in folded:
        folded = _COVERED.sub(nothing, folded)
    return _INLINE.sub(nothing, folded) if "</" in folded else folded


def nothing(match: re.Match[str]) -> str:
    """As many invisible characters as what is left out has."""
    return _INVISIBLE * len(match[0])
