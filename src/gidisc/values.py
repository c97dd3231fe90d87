"""What a printed cell says: a number, a blank, a mark, or words."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import frozen

from gidisc.characters import fold
from gidisc.form import Column
from gidisc.model import Status

# int() refuses more digits than this by default, and no office counts that far.
_MAX_DIGITS = 600

MARK = re.compile(r"[-—/]{1,2}|[\\~×]|无|不适用|空|未涉及|无数据|NaN|nan|None|null|<NA>|N/A")
_INVISIBLE = re.compile(r"\u200b+")
_NUMBER = re.compile(
    r"(?P<sign>[-+]|增加?|减少?)?\s*(?P<digits>(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?)\s*"
    r"(?P<unit>[件条项份个宗次笔]|[十百千万亿\s]*元)?"
)


@frozen
class Value:
    """The reading of a printed cell."""

    status: Status
    number: int | Decimal | None = None
    unit: str | None = None


def squeeze(printed: str) -> str:
    """A printed cell folded, without white space and invisible characters."""
    return "".join(fold(printed).replace("\u200b", "").split())


def is_mark(squeezed: str) -> bool:
    """Whether a squeezed cell is a mark for "nothing to report", such as `/` or `—`."""
    return MARK.fullmatch(squeezed) is not None


def read_value(printed: str, column: Column) -> Value:
    """The value of a printed cell in a column of the form; amounts are Decimal, counts int."""
    squeezed = squeeze(printed)
    if not squeezed:
        return Value(Status.BLANK)
    if is_mark(squeezed):
        return Value(Status.MARK)
    # White space between digits stays: 3 5 in one cell are two numbers, or one that a line end broke.
    match = _NUMBER.fullmatch(_INVISIBLE.sub("", fold(printed)).strip())
    if match is None or not _suits(match, column):
        return Value(Status.NOT_A_NUMBER)
    number = Decimal(match["digits"].replace(",", ""))
    signed = number.copy_negate() if (match["sign"] or "")[:1] in ("-", "减") and number else number
    return Value(Status.READ, signed if column.money else int(signed), squeeze(match["unit"] or "") or None)


def _suits(match: re.Match[str], column: Column) -> bool:
    """Whether the column can hold the number: only amounts have decimals and 元, only 本年增/减 has words for signs."""
    is_amount = "." in match["digits"] or (match["unit"] or "").endswith("元")
    is_count = match["unit"] is not None and not match["unit"].endswith("元")
    is_word = match["sign"] is not None and match["sign"][0] in "增减"
    if len(match["digits"]) > _MAX_DIGITS or (is_word and not column.signed):
        return False
    return not is_count if column.money else not is_amount
