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
from gidisc.normalize.evidence.whole import Whole
from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.labels import HAN, in_single_characters
from gidisc.normalize.tokens import DOUBLE_BAR, SEPARATORS, Token, line_end, line_start
from gidisc.source import Span
from gidisc.values import is_mark

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
        if self.disputes is None:
            return
        values = self.disputes.values
        has_pages = self._whole.has_pages_among(values)
        if (
            has_pages
            or self._whole.rows_are_crowded
            or (self._whole.splits_numbers and self.disputes.is_counted(self.folded))
            or self._counts.touches_stray_bar(values)
            or self._whole.may_be_digits(values)
        ):
            self.disputes.cells = None
        if self.disputes.cells is None and not has_pages:
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
        if self._whole.holds_only_pages:
            return [Placement(refused="row-uncertain" if row.values else None) for row in rows]
        lines = self._lines(table)
        placements = [
            Placement(refused="row-uncertain")
            if row.values
            and (len(row.values) == row.width or row.repeats)
            and not placed.refused
            and (any(line.is_odd(table, row) for line in lines) or self._whole.may_be_digits(row.values))
            else placed
            for row, placed in zip(rows, self._counts.place(table), strict=True)
        ]
        placements = [
            Placement(refused="row-uncertain") if self._whole.may_be_pages(row.values) else placed
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
        return self._doubt_blanks(table, doubted(self.folded, table, placements, self._shapes, self._whole))

    def _lines(self, table: TableText) -> list[Lines]:
        """What separators show; nothing where each row has as many values as cells: then all of them are certain."""
        if all(len(row.values) == row.width for row in table.rows):
            return []
        printed = [separator for separator in SEPARATORS if separator in self.folded]
        printed += [DOUBLE_BAR] * self._bars_are_double(table)
        return [Lines.learn(self.folded, separator, self.tables, table) for separator in printed]

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
        # A label that goes on behind values may end with what is another's.
        full = full and row.end <= row.values[0].start
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
    def _whole(self) -> Whole:
        return Whole(self.folded, self.tables, self.disputes, self.pages)

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
