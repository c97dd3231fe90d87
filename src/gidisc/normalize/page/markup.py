"""What markup says of cells in their place: how many columns and rows they cover, and how their words look.

Programs write None or NaN in the places that a merged cell covers, too.
"""

from __future__ import annotations

import re

from gidisc.characters import left_out

# `| colspan="3"| label`, of which the second bar ends the attributes and begins no cell.
_ATTRIBUTES = re.compile(r"""(?<=[|!])(?:[ ]*+[a-z]+=(?:"[^"\n]{0,60}"|'[^'\n]{0,60}'))++[ ]*+\|""")
# `3+|label`, `.22+|label`, `2.3+^|label`, `a|label`
_COVERED = re.compile(
    r"(?<![^\s|])(?=[0-9.<^>a-z])(?:[0-9]{0,2}(?:\.[0-9]{1,2})?\+)?+[<^>]?(?:\.[<^>])?[adehlmsv]?(?=\|)"
)
_INLINE = re.compile(
    r"</?(?:a|b|big|code|em|font|h[1-6]|i|p|small|span|strong|sub|sup|u)\b[^<>\n]{0,200}>", re.IGNORECASE
)
NOTHING = r"(?:None|null|NULL|nan|NaN|NaT|<NA>)"
"""How programs write that a cell holds nothing."""

_NOTHING_IN_CELL = re.compile(rf"(?<![^|\t\n])[ ]*+{NOTHING}(?=[ ]*+[|\t\n])")
# Where it stands before a label, it is what a merged cell covers there, and no mark that an office printed.
_NOTHING_BEFORE_LABEL = re.compile(
    rf"{NOTHING}[ ]*[|\t][ ]*(?:[(（]?[0-9一二三四五六七八九十]+[)）.、．]+)?[一-鿿]{{2}}"
)
_FEWEST_COVERED = 3


def without_markup(folded: str) -> str:
    """`folded` without the markup inside cells that is no part of what they say, of the same length."""
    if len(_NOTHING_BEFORE_LABEL.findall(folded)) >= _FEWEST_COVERED:
        folded = _NOTHING_IN_CELL.sub(left_out, folded)
    if '="' in folded or "='" in folded:
        folded = _ATTRIBUTES.sub(left_out, folded)
    if "|===" in folded:
        folded = _COVERED.sub(left_out, folded)
    return _INLINE.sub(left_out, folded) if "</" in folded else folded
