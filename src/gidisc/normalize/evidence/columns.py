"""Which cell of its row a value stands in.

A row that prints all its values needs no more. Where values are missing, what separates the cells must show the blank
ones: the separators of full rows are learned, and a row with blanks is placed only where one reading of it remains. A
table whose values do not follow their labels row by row is refused as a whole.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence

from attrs import define, field

from gidisc import form
from gidisc.normalize.disputes import DisputesText
from gidisc.normalize.evidence.blocks import blocks_of_disputes, blocks_of_table, is_intact
from gidisc.normalize.evidence.doubt import doubted
from gidisc.normalize.evidence.edges import aligned
from gidisc.normalize.evidence.lines import Lines
from gidisc.normalize.evidence.placement import Placement, place_values
from gidisc.normalize.evidence.row_counts import RowCounts, is_broken_over_lines
from gidisc.normalize.evidence.ruled import Columns
from gidisc.normalize.evidence.shapes import Shapes
from gidisc.normalize.evidence.spaces import Spaces
from gidisc.normalize.evidence.standing import goes_on_below, on_line
from gidisc.normalize.evidence.steps import Steps
from gidisc.normalize.evidence.straying import Elsewhere, stand_beside_labels
from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.labels import HAN, in_single_characters
from gidisc.normalize.tokens import DOUBLE_BAR, SEPARATORS, Token, line_end, line_start
from gidisc.source import Span
from gidisc.values import is_mark

# So many numbers are of pages where they count up, and have no more digits.
_FEWEST_PAGES = 3
_SHORT = 4
_YEAR_IN_DIGITS = re.compile(r"(?<![0-9] )(?<![0-9])2 0 [0-9] [0-9] ?年")
# Where more rows than these go on on the next line, lines were cut.
_MOST_BROKEN = 1 / 8
_LETTER = re.compile("[A-Za-z]")
_ODD_BARS = re.compile(r"(?<!\|)(?:\|\|)*\|(?!\|)")


@define
class Layout:
    """What the full rows of a text teach about where cells stand.

    `broken` are stretches of drawn grids whose edges do not meet; `pages` is where numbers stand that may be of pages.
    """

    text: str = field(repr=False)
    folded: str = field(repr=False)
    tables: Sequence[TableText] = field(repr=False)
    broken: Sequence[Span] = ()
    disputes: DisputesText | None = field(default=None, repr=False)
    pages: frozenset[int] = frozenset()

    def settle_disputes(self) -> None:
        """Give the table on disputes the cells that alignment settles, where nothing else did.

        Where numbers of other tables were split and blanks left no trace, as many values as cells settle nothing. Nor
        does anything where most rows have values too many: as their numbers fell into parts, so did those of this one.
        """
        if self.disputes is not None and (
            self._rows_are_crowded
            or (self._numbers_split and self.disputes.is_counted(self.folded))
            or self._counts.touches_stray_bar(self.disputes.values)
            or self._may_be_digits(self.disputes.values)
            or self._holds_pages(self.disputes.values)
        ):
            self.disputes.cells = None
        if self.disputes is not None and self.disputes.cells is None:
            values = self.disputes.values
            if self._holds_pages(values):
                return
            columns = self._aligned(None).get(id(values)) or self._below_heads(values)
            self.disputes.cells = None if columns is None else self.disputes.placed(columns)

    def _below_heads(self, values: Sequence[Token]) -> Sequence[int] | None:
        """The columns of the row of disputes where every cell of the text takes as many spaces."""
        return self._spaces.columns_below_heads(values, len(form.PRINTED_RESULTS)) if self._spaces and values else None

    def place(self, table: TableText) -> list[Placement]:
        """The placement of every row of a table."""
        rows = table.rows
        if table.alike is not None:
            return [Placement(tuple(cells)) for cells in table.alike]
        if in_single_characters(self.folded, [row.sighting for row in rows]):
            return [Placement(refused="table-order" if row.values else None) for row in rows]
        if self._holds_only_pages:
            return [Placement(refused="row-uncertain" if row.values else None) for row in rows]
        lines = self._lines(table)
        placements = [
            Placement(refused="row-uncertain")
            if row.values
            and (len(row.values) == row.width or row.repeats)
            and not placed.refused
            and (any(line.is_odd(table, row) for line in lines) or self._may_be_digits(row.values))
            else placed
            for row, placed in zip(rows, self._counts.place(table), strict=True)
        ]
        placements = [
            Placement(refused="row-uncertain") if self._may_be_pages(row.values) else placed
            for row, placed in zip(rows, placements, strict=True)
        ]
        # Where a whole row of another table stands before its first label, so may all of this before theirs.
        if _out_of_order(self.folded, table) or any(_begins_with_values(other) for other in self.tables):
            begun = [False, *(goes_on_below(self.folded, row) for row in rows[:-1])]
            return list(map(self._strict, rows, placements, begun))
        partial = [
            row
            for row, placed in zip(rows, placements, strict=True)
            if placed.refused == "cell-refused" and not (row.repeats or row.parted or _is_followed(self.folded, row))
        ]
        if partial:
            found = self._by_separators(lines, table, partial)
            for row in partial:
                columns = None if id(row) in found else self._aligned(table).get(id(row.values))
                if columns is not None and is_intact(self.folded, table, row):
                    found[id(row)] = place_values(row, columns)
            placements = [found.get(id(row), placed) for row, placed in zip(rows, placements, strict=True)]
        elsewhere = Elsewhere(
            self._astray_behind(table),
            self._numbers_split,
            self._labels_stand_in_stacks,
            self._rows_are_crowded,
            self._values_stand_beside,
        )
        return self._doubt_blanks(table, doubted(self.folded, table, placements, self._shapes, elsewhere))

    def _lines(self, table: TableText) -> list[Lines]:
        """What separators show; nothing where each row has as many values as cells: then all of them are certain."""
        if all(len(row.values) == row.width for row in table.rows):
            return []
        printed = [separator for separator in SEPARATORS if separator in self.folded]
        printed += [DOUBLE_BAR] * self._bars_are_double(table)
        return [Lines.learn(self.folded, separator, self.tables, table) for separator in printed]

    def _astray_behind(self, table: TableText) -> int:
        """How many values stand between a table and that on disputes, and are cells of neither."""
        if self.disputes is None or table is not self.tables[-1]:
            return 0
        strays = (*self.disputes.strays, *self.disputes.others)
        return sum(stray.start >= table.rows[-1].until for stray in strays)

    def _doubt_blanks(self, table: TableText, placements: list[Placement]) -> list[Placement]:
        """Refuse rows without values where numbers that may be theirs stand elsewhere.

        Those are the numbers of a crowded row, or, where the table has none at all, the unsettled ones behind it.
        """
        crowded = any(placed.refused == "row-crowded" for placed in placements)
        # The values of an unsettled table on disputes may belong to others.
        unsettled = self.disputes is not None and self.disputes.cells is None
        if not crowded and not (unsettled and not any(row.values for row in table.rows)):
            return placements
        refused = Placement(refused="row-uncertain" if crowded else "table-order")
        return [
            placed if row.values or placed.refused or self._shows_cells(row) else refused
            for row, placed in zip(table.rows, placements, strict=True)
        ]

    def _strict(self, row: RowText, placed: Placement, begun: bool) -> Placement:
        """A row of a table in doubt: only what stands on the line of its label, if nothing has begun above it."""
        full = 0 < len(row.values) == row.width and not placed.refused and not begun
        # A mark among numbers may be a stray sign.
        full = full and sum(is_mark(value.text) for value in row.values) in (0, row.width)
        settled = full and on_line(self.folded, row) and not row.broken and not self._shapes.is_odd(row)
        if settled or (not row.values and not placed.refused and self._shows_cells(row)):
            return Placement(tuple(row.values))
        return Placement(refused="table-order")

    def _shows_cells(self, row: RowText) -> bool:
        """Whether separators stand behind the label of a row: then it is blank whatever becomes of other rows."""
        line = self.folded[row.end : line_end(self.folded, row.end)]
        return any(separator in line for separator in SEPARATORS)

    def _by_separators(
        self, separated: Sequence[Lines], table: TableText, partial: Sequence[RowText]
    ) -> dict[int, Placement]:
        found: dict[int, Placement] = {}
        for lines in separated:
            # What one row with blanks settles about rows of its kind may settle another.
            for row in (*partial, *partial):
                if id(row) not in found and (columns := lines.columns(table, row)) is not None:
                    found[id(row)] = place_values(row, columns)
        for row in partial:
            columns = self._steps.get(id(row))
            if columns is None and self._spaces is not None:
                columns = self._spaces.columns(row)
            if id(row) not in found and columns is not None:
                found[id(row)] = place_values(row, columns)
        return found

    def _bars_are_double(self, table: TableText) -> bool:
        """Whether bars stand in pairs on the lines of all rows, but for the one that begins a line."""
        if DOUBLE_BAR not in self.folded:
            return False
        lines = (self.folded[line_start(self.folded, row.start) : line_end(self.folded, row.end)] for row in table.rows)
        return not any(_ODD_BARS.search(line.lstrip(" |\u200b")) for line in lines)

    @functools.cached_property
    def _numbers_split(self) -> bool:
        """Whether some rows have values too many on one line, and others too few."""
        rows = [row for table in self.tables for row in table.rows if row.values and row.width]
        crowded = [row for row in rows if row.is_crowded]
        lines = [row for row in crowded if "\n" not in self.folded[row.values[0].start : row.values[-1].end]]
        return bool(lines) and any(len(row.values) < row.width for row in rows)

    @functools.cached_property
    def _values_stand_beside(self) -> bool:
        """Whether nearly all rows of the text have their values on the lines of their labels."""
        return stand_beside_labels(self.folded, [row for table in self.tables for row in table.rows])

    @functools.cached_property
    def _holds_only_pages(self) -> bool:
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

    def _may_be_digits(self, values: Sequence[Token]) -> bool:
        """Whether values may be the digits of a number: one space parts two, as it does the digits of a year."""
        pairs = itertools.pairwise(values) if self._digits_stand_apart else ()
        return any(self.folded[a.end : b.start] == " " for a, b in pairs)

    def _may_be_pages(self, values: Sequence[Token]) -> bool:
        """Whether one of some values may be the number of a page."""
        return not self._pages.isdisjoint(value.start for value in values)

    def _holds_pages(self, values: Sequence[Token]) -> bool:
        """Whether what may be the number of a page stands among some values."""
        return bool(values) and any(values[0].start <= at < values[-1].end for at in self._pages)

    @functools.cached_property
    def _pages(self) -> frozenset[int]:
        """What may be the number of a page, where several such are in no row or in one that has too many values.

        The numbers of cells may count up, too.
        """
        held = [row.values for table in self.tables for row in table.rows if not row.is_crowded]
        if self.disputes is not None and len(self.disputes.values) <= len(form.PRINTED_RESULTS):
            held.append(self.disputes.values)
        cells = {value.start for values in held for value in values}
        return self.pages if len(self.pages - cells) >= _FEWEST_PAGES else frozenset()

    @functools.cached_property
    def _digits_stand_apart(self) -> bool:
        """Whether a year is printed with spaces between its digits."""
        return _YEAR_IN_DIGITS.search(self.folded) is not None

    @functools.cached_property
    def _rows_are_crowded(self) -> bool:
        """Whether more than half of all rows have values too many."""
        rows = [row for table in self.tables for row in table.rows]
        return 2 * sum(row.is_crowded for row in rows) > len(rows)

    @functools.cached_property
    def _labels_stand_in_stacks(self) -> bool:
        """Whether a row without values stands before one that has more than cells, on lines below its label."""
        pairs = (pair for table in self.tables for pair in itertools.pairwise(table.rows))
        return any(not row.values and after.is_crowded and not on_line(self.folded, after) for row, after in pairs)

    @functools.cached_property
    def _counts(self) -> RowCounts:
        return RowCounts(self.folded, self.tables, self.broken)

    @functools.cached_property
    def _shapes(self) -> Shapes:
        return Shapes.learn(self.folded, self.tables)

    @functools.cached_property
    def _steps(self) -> dict[int, list[int]]:
        partial = [(table, row) for table in self.tables for row in table.rows if 0 < len(row.values) < row.width]
        return Steps.learn(self.folded, self.tables).settle(partial)

    @functools.cached_property
    def _spaces(self) -> Spaces | None:
        return Spaces.learn(self.text, self.folded, self.tables)

    def _aligned(self, table: TableText | None) -> dict[int, Columns]:
        """What alignment settles in all tables of the text, or in them and a copy of one."""
        if table is None or any(own is table for own in self.tables):
            return self._aligned_in_tables
        return self._align([*self.tables, table])

    @functools.cached_property
    def _aligned_in_tables(self) -> dict[int, Columns]:
        return self._align(self.tables)

    def _align(self, tables: Sequence[TableText]) -> dict[int, Columns]:
        """What alignment settles, unless many rows go on on the next line: there lines were cut, and those left whole
        do not show how columns stand.
        """
        several = [row for table in tables for row in table.rows if len(row.values) > 1]
        broken = sum(is_broken_over_lines(self.folded, row) for row in several)
        if broken > max(1, _MOST_BROKEN * len(several)):
            return {}
        blocks = [list(blocks_of_table(self.folded, table)) for table in tables]
        if self.disputes is not None and self.disputes.cells is None:
            blocks.append(list(blocks_of_disputes(self.folded, self.disputes)))
        return aligned(self.text, self.folded, blocks)


def _out_of_order(folded: str, table: TableText) -> bool:
    """Whether values stand where a table printed row by row has none, or lack where it has some.

    Values before the first label or behind a head belong to no row. Where all rows are full but the last, which has no
    values, each row may have got those of the next.
    """
    if table.strays or any(row.strays and not row.words for row in table.rows) or _lead_to_labels(folded, table.rows):
        return True
    *others, last = table.rows
    shifted = not last.values and len(others) > 1 and all(len(row.values) >= row.width for row in others)
    return shifted and not all(on_line(folded, row) for row in others if row.values)


def _is_followed(folded: str, row: RowText) -> bool:
    """Whether a number went astray behind letters, and no words, behind a row.

    They may be what is left of what parts cells, and the number that of the cell that seems blank.
    """
    between = folded[row.values[-1].end : row.strays[0].start] if row.strays else ""
    return _LETTER.search(between) is not None and not HAN.search(between)


def _begins_with_values(table: TableText) -> bool:
    """Whether as many values as a row has stand before the first label of a table."""
    return len(table.strays) >= max(table.rows[0].width, 1)


def _lead_to_labels(folded: str, rows: Sequence[RowText]) -> bool:
    """Whether most values stand on the line of the next label, and not on that of their own."""
    pairs = [(row, after) for row, after in itertools.pairwise(rows) if row.values]
    leading = sum(
        "\n" in folded[row.end : row.values[0].start] and "\n" not in folded[row.values[-1].end : after.start]
        for row, after in pairs
    )
    return 2 * leading > len(pairs)
