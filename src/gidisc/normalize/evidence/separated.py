"""Cells on one line between separators: how many stand before the label of a row, behind it, and before its values."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.labels import HAN
from gidisc.normalize.page.furniture import is_page_number
from gidisc.normalize.tokens import Token, gaps, line_end, line_start

Rank = tuple[int, int]
"""How deep a row stands in the form, and how many columns it has."""
Kind = tuple[int, int]
"""How many separators a line has before its label, and behind it."""


@frozen
class MeasuredLine:
    """The line of a row in separators: before its label, behind it, and from it to each value."""

    before: int
    behind: int
    places: tuple[int, ...]
    rank: Rank

    @property
    def kind(self) -> Kind:
        """What lines have in common whose column 1 begins in the same place."""
        return self.before, self.behind

    @property
    def altogether(self) -> int:
        """All separators of the line."""
        return self.before + self.behind


@frozen
class Separated:
    """A text whose cells a separator parts."""

    folded: str = field(repr=False)
    separator: str

    def count(self, start: int, end: int) -> int:
        """How many separators stand between two offsets."""
        return self.folded.count(self.separator, start, end)

    def parts(self, values: Sequence[Token]) -> bool:
        """Whether a single separator and nothing but spaces stands between every two values."""
        between = (self.folded[a.end : b.start] for a, b in itertools.pairwise(values))
        return all(gap.strip(" \u200b") == self.separator for gap in between)

    def line(self, row: RowText) -> str:
        """The line of a label, or the lines that it is wrapped over."""
        return self.folded[line_start(self.folded, row.start) : line_end(self.folded, row.end)]

    def cells(self, row: RowText) -> list[str]:
        """What stands between the separators on the line of a label."""
        return self.line(row).split(self.separator)

    def measure(self, table: TableText, row: RowText) -> MeasuredLine | None:
        """The line of a row of a table, up to the end of the line or of the cells below it that go on with it.

        A row that shares its line with the next ends where words begin.
        """
        at = row.spans[-1].end
        if row.values and row.values[0].start < at:
            return None
        if row.next_on_line:
            return self._measure_joined(table, row, at)
        end = self._end_of_cells(row, at)
        if row.values and end < row.values[-1].end:
            return None
        label = self._last_copy(row.spans[-1].start, end)
        at = max(at, label)
        return MeasuredLine(
            self.count(self.folded.rfind("\n", 0, label) + 1, label),
            self.count(at, end),
            tuple(self._places(at, row.values)),
            (len(table.form.path(row.id)), row.width),
        )

    def _measure_joined(self, table: TableText, row: RowText, at: int) -> MeasuredLine | None:
        """The separators of a row that shares its line with the next, up to words.

        None where some stand right before these words: they may be of blank cells of either row.
        """
        words = HAN.search(self.folded, max([at, *(value.end for value in row.values)]), row.until)
        behind = self.folded[at : words.start() if words else row.until]
        if "\n" in behind or behind.rstrip(" \u200b(").endswith(self.separator):
            return None
        places = tuple(self._places(at, row.values))
        return MeasuredLine(0, behind.count(self.separator), places, (len(table.form.path(row.id)), row.width))

    def _places(self, at: int, values: Sequence[Token]) -> Iterator[int]:
        """How many separators lead from an offset to each value."""
        before = 0
        for value in values:
            before += self.count(at, value.start)
            at = max(at, value.start)
            yield before

    def _last_copy(self, label: int, end: int) -> int:
        """Where a label stands that is repeated in the cells behind it, for every cell that a merged one covers."""
        start = 1 + max(self.folded.rfind(sign, 0, label) for sign in (self.separator, "\n"))
        cell, *others = self.folded[start:end].split(self.separator)
        copies = sum(1 for _ in itertools.takewhile(lambda other: other == cell, others))
        return label + copies * (len(cell) + len(self.separator))

    def _end_of_cells(self, row: RowText, at: int) -> int:
        """The end of the line of a label, or of the last line below it that holds bars and values of the row alone."""
        end = line_end(self.folded, at)
        values = list(row.values)
        while self.separator == "|" and end < row.until:
            low, high = end + 1, line_end(self.folded, end + 1)
            if high <= row.until and is_page_number(self.folded[low:high]):
                end = high
                continue
            inside = [value for value in values if low <= value.start and value.end <= high]
            between = "".join(self.folded[a:b] for a, b in gaps(low, high, [value.span for value in inside]))
            if "|" not in between or between.strip(" \t|\u200b") or high > row.until:
                break
            end = high
        return end
