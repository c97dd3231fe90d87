"""Cells on one line behind as many spaces each: which column a value stands in by the spaces before it.

Spaces are no separators: they align columns, part words, and stand for blank cells or for nothing. Only where every row
of a text, of few cells or of many, has as many of them behind its label as its cells would take, does each take them.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.tokens import Token, line_end, line_start

_CLOSE_LABEL = ")”\"’'*"
# So many rows, not all of one width, do not have the spaces of their cells by chance.
_FEWEST_ROWS = 8


@frozen
class Spaces:
    """Lines on which each cell is `step` spaces, with its value behind them where it has one.

    `text` is what was folded: there a line end of two characters is no space.
    """

    text: str = field(repr=False)
    folded: str = field(repr=False)
    step: int

    @classmethod
    def learn(cls, text: str, folded: str, tables: Sequence[TableText]) -> Spaces | None:
        """What all rows of all tables agree on; None where they do not, or are too few."""
        rows = [row for table in tables for row in table.rows]
        widths = {row.width for row in rows}
        if len(rows) < _FEWEST_ROWS or len(widths) < 2 or 0 in widths:
            return None
        step = folded.count(" ", rows[0].end, line_end(folded, rows[0].end)) // rows[0].width
        spaces = cls(text, folded, step)
        return spaces if step and all(spaces.columns(row) is not None for row in rows) else None

    def columns(self, row: RowText) -> list[int] | None:
        """The columns of a row's values; None where its line is not made of its cells."""
        behind = self.folded[row.end : line_end(self.folded, row.end)]
        return self._columns(row.end + len(behind) - len(behind.lstrip(_CLOSE_LABEL)), row.values, row.width)

    def columns_below_heads(self, values: Sequence[Token], width: int) -> list[int] | None:
        """The columns of values on a line of their own.

        Before the first value there may be no spaces. Where some stand there, they are those of the first cell.
        """
        start = line_start(self.folded, values[0].start)
        return self._columns(start, values, width, joined=start == values[0].start)

    def _columns(self, start: int, values: Sequence[Token], width: int, *, joined: bool = False) -> list[int] | None:
        end = line_end(self.folded, start)
        end -= self.text.startswith("\r", end - 1)
        spaces = end - start - sum(value.end - value.start for value in values)
        if self.folded.count(" ", start, end) != spaces or spaces != self.step * (width - joined):
            return None
        before = [self.folded.count(" ", start, value.start) + self.step * joined for value in values]
        if any(count % self.step for count in before) or len({*before}) < len(before):
            return None
        return [count // self.step - 1 for count in before]
