"""What a text as a whole shows of the numbers of all its tables: that they were split, or may be those of pages."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence

from attrs import define, field

from gidisc import form
from gidisc.normalize.disputes import DisputesText
from gidisc.normalize.evidence.standing import on_line, stand_beside_labels
from gidisc.normalize.found import TableText
from gidisc.normalize.tokens import Token, line_end, line_start

# So many numbers are of pages where they count up, and have no more digits.
_FEWEST_PAGES = 3
_SHORT = 4
_DIGITS = re.compile(r"[0-9]+")
_YEAR_IN_DIGITS = re.compile(r"(?<![0-9] )(?<![0-9])2 0 [0-9] [0-9] ?年")


@define
class Whole:
    """The tables of a text, and where numbers of pages may stand (`pages`)."""

    folded: str = field(repr=False)
    tables: Sequence[TableText] = field(repr=False)
    disputes: DisputesText | None = field(default=None, repr=False)
    pages: frozenset[int] = frozenset()

    def strays_behind(self, table: TableText) -> int:
        """How many values stand between a table and that on disputes, and are cells of neither."""
        if self.disputes is None or table is not self.tables[-1]:
            return 0
        strays = (*self.disputes.strays, *self.disputes.others)
        return sum(stray.start >= table.rows[-1].until for stray in strays)

    @functools.cached_property
    def splits_numbers(self) -> bool:
        """Whether some rows have values too many on one line, and others too few."""
        rows = [row for table in self.tables for row in table.rows if row.values and row.width]
        crowded = [row for row in rows if row.is_crowded]
        lines = [row for row in crowded if "\n" not in self.folded[row.values[0].start : row.values[-1].end]]
        return bool(lines) and any(len(row.values) < row.width for row in rows)

    @functools.cached_property
    def values_stand_beside(self) -> bool:
        """Whether nearly all rows of the text have their values on the lines of their labels."""
        return stand_beside_labels(self.folded, [row for table in self.tables for row in table.rows])

    @functools.cached_property
    def rows_are_crowded(self) -> bool:
        """Whether more than half of all rows have values too many."""
        rows = [row for table in self.tables for row in table.rows]
        return 2 * sum(row.is_crowded for row in rows) > len(rows)

    @functools.cached_property
    def labels_stand_in_stacks(self) -> bool:
        """Whether a row without values stands before one that has more than cells, on lines below its label."""
        pairs = (pair for table in self.tables for pair in itertools.pairwise(table.rows))
        return any(not row.values and after.is_crowded and not on_line(self.folded, after) for row, after in pairs)

    @functools.cached_property
    def holds_only_pages(self) -> bool:
        """Whether the only numbers of all tables stand alone on lines and count up by one: those of pages do."""
        rows = [row for table in self.tables for row in table.rows if row.values]
        if any(len(row.values) > 1 for row in rows) or all(row.width == 1 for row in rows):
            return False
        held = [row.values[0] for row in rows]
        held += self.disputes.values if self.disputes is not None else []
        numbers = [int(value.text) for value in held if value.text.isdecimal() and len(value.text) < _SHORT]
        if (
            len(numbers) < len(held)
            or len(held) < _FEWEST_PAGES
            or len({b - a for a, b in itertools.pairwise(numbers)} | {1}) > 1
        ):
            return False
        lines = (self.folded[line_start(self.folded, value.start) : line_end(self.folded, value.end)] for value in held)
        return all(line.strip(" \u200b") == value.text for line, value in zip(lines, held, strict=True))

    def may_be_pages(self, values: Sequence[Token]) -> bool:
        """Whether one of some values may be the number of a page."""
        return not self._pages.isdisjoint(value.start for value in values)

    def has_pages_among(self, values: Sequence[Token]) -> bool:
        """Whether what may be the number of a page stands among some values, as one of them or between two."""
        return bool(values) and any(values[0].start <= at < values[-1].end for at in self._pages)

    def may_be_digits(self, values: Sequence[Token]) -> bool:
        """Whether values may be the digits of a number: one space parts two, as it does the digits of a year."""
        pairs = itertools.pairwise(values) if self._digits_stand_apart else ()
        return any(self.folded[a.end : b.start] == " " for a, b in pairs)

    @functools.cached_property
    def _digits_stand_apart(self) -> bool:
        """Whether a year is printed with spaces between its digits."""
        return _YEAR_IN_DIGITS.search(self.folded) is not None

    @functools.cached_property
    def _pages(self) -> frozenset[int]:
        """What may be the number of a page, where several pages have theirs in no row or in one with values too many.

        The numbers of cells may count up, too.
        """
        if not self.pages:
            return self.pages
        held = [row.values for table in self.tables for row in table.rows if not row.is_crowded]
        if self.disputes is not None and len(self.disputes.values) <= len(form.PRINTED_RESULTS):
            held.append(self.disputes.values)
        cells = {value.start for values in held for value in values}
        outside = {number[0] for at in self.pages - cells if (number := _DIGITS.match(self.folded, at))}
        return self.pages if len(outside) >= _FEWEST_PAGES else frozenset()
