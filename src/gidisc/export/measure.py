"""How wide columns and how high rows of a sheet must be to show their text: Excel adjusts neither by itself."""

from __future__ import annotations

import math
from collections.abc import Sequence

from gidisc.characters import display_width
from gidisc.export.layout import Box

_LINE = 15.0  # points that a line of the usual font takes
_HIGHEST = 409.0  # points that a row can have
_WIDE = 1.1  # units of a column that a digit takes, with what is lost where a line breaks
_MARGIN = 2.0
_NARROWEST, _WIDEST = 9.0, 34.0


def shown(box: Box) -> str:
    """The text of a box, as far as its width and height depend on it."""
    return str(box.cell.raw if box.cell else box.text)


def widths(boxes: Sequence[Box]) -> list[float]:
    """The widths of the columns: those of the longest text in one column, within limits; all that hold cells alike."""
    found = [_NARROWEST] * max((box.left + box.width for box in boxes), default=0)
    for box in boxes:
        if box.width == 1:
            found[box.left] = max(found[box.left], min(display_width(shown(box)) * _WIDE + _MARGIN, _WIDEST))
    of_cells = {box.left for box in boxes if box.cell}
    alike = max((found[column] for column in of_cells), default=_NARROWEST)
    return [alike if column in of_cells else width for column, width in enumerate(found)]


def heights(boxes: Sequence[Box], widths: Sequence[float]) -> list[float]:
    """The heights of the rows, where the columns have these widths."""
    found = [_LINE] * max((box.top + box.height for box in boxes), default=0)
    # Boxes over several rows last: they add what those within one row have left wanting, to their last row.
    for box in sorted(boxes, key=lambda box: box.height):
        wanted = height(shown(box), sum(widths[box.left : box.left + box.width]))
        rows = range(box.top, box.top + box.height)
        found[rows[-1]] = min(found[rows[-1]] + max(0.0, wanted - sum(found[row] for row in rows)), _HIGHEST)
    return found


def height(text: str, width: float, most: float = _HIGHEST) -> float:
    """The height that a text takes in a column, and `most` where it would take more."""
    room = max(width - _MARGIN, 1.0)
    lines = sum(max(1, math.ceil(display_width(line) * _WIDE / room)) for line in text.split("\n"))
    return min(lines * _LINE, most)
