"""Which column a value stands in on a line between separators, by the separators before it."""

from __future__ import annotations

import functools
import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from attrs import define, field

from gidisc.characters import display_width
from gidisc.normalize.evidence.agreement import AGREEMENT, agreed
from gidisc.normalize.evidence.beneath import columns_beneath, starts_beneath
from gidisc.normalize.evidence.cuts import Cut, cuts
from gidisc.normalize.evidence.kinds import FEWEST_ALIKE, Kinds
from gidisc.normalize.evidence.separated import Kind, MeasuredLine, Separated
from gidisc.normalize.evidence.standing import is_stacked
from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.tokens import line_end, line_start
from gidisc.values import is_mark

_FEWEST_NAMED = 3


@define
class Lines:
    """Cells on one line between separators.

    `starts` says for each kind of line where column 1 begins, `firsts` where the first value of all such lines stands,
    `reaches` the last number. `regular` and `irregular` count full rows of all tables whose values do and do not stand
    one separator apart; `stride` is what divides the separators from value to value everywhere, `own_stride` in the
    table itself, `blank` how wide nearly all blank cells are; `head` how many separators the line has that names most
    columns; `closed` says that bars open and close all lines, so that no cell stands behind the last; `crowded` counts
    the rows that have two values between the same two separators: where several do, these are no bounds of cells.
    """

    text: Separated
    kinds: Kinds = field(factory=Kinds)
    starts: dict[Kind, set[int]] = field(factory=lambda: defaultdict(set))
    firsts: dict[Kind, int] = field(factory=dict)
    reaches: dict[Kind, int] = field(factory=lambda: defaultdict(int))
    regular: int = 0
    irregular: int = 0
    stride: int = 0
    own_stride: int = 0
    blank: int | None = None
    head: int = 0
    closed: bool = False
    crowded: int = 0

    @classmethod
    def learn(cls, folded: str, separator: str, tables: Sequence[TableText], own: TableText) -> Lines:
        """What the rows of a table show about a separator; `tables` are all tables of the text."""
        text = Separated(folded, separator)
        lossy = any(value.holds_several for table in tables for row in table.rows for value in row.values)
        lines = cls(text, Kinds(lossy=lossy))
        cells = (cell for row in own.rows for cell in text.cells(row)[1:-1])
        lines.blank = agreed(Counter(len(cell) for cell in cells if _is_blank(cell)))
        if separator == "|":
            printed = [line.strip(" \u200b") for row in own.rows for line in text.line(row).split("\n")]
            lines.closed = all(line[0] == line[-1] == separator for line in printed if separator in line)
        named = Counter(line_start(folded, name.start) for name in own.columns)
        if named and max(named.values()) >= _FEWEST_NAMED:
            start = max(named, key=lambda at: named[at])
            lines.head = text.count(start, line_end(folded, start))
        measured = [text.measure(own, row) for row in own.rows]
        for row, line in zip(own.rows, measured, strict=True):
            if line is not None:
                lines._add(row, line)
        for table in tables:
            is_own = table is own
            others = measured if is_own else [text.measure(table, row) for row in table.rows]
            for row, line in zip(table.rows, others, strict=True):
                lines._learn(row, line, is_own=is_own)
        return lines

    def _add(self, row: RowText, line: MeasuredLine) -> None:
        """Count the line of a row of the table itself."""
        self.kinds.add(line)
        self.crowded += 0 < len({*line.places}) < len(line.places)
        if line.places:
            self.firsts[line.kind] = min(line.places[0], self.firsts.get(line.kind, line.places[0]))
        numbers = (at for at, value in zip(line.places, row.values, strict=True) if not is_mark(value.text))
        self.reaches[line.kind] = max(self.reaches[line.kind], *(line.before + at for at in numbers), 0)

    def _learn(self, row: RowText, line: MeasuredLine | None, *, is_own: bool) -> None:
        """Learn how far apart values stand, and from a full row where column 1 begins."""
        if line is not None:
            between = [b - a for a, b in itertools.pairwise(line.places)]
            self.stride = math.gcd(self.stride, *between)
            if is_own:
                self.own_stride = math.gcd(self.own_stride, *between)
        if not len(row.values) == row.width > 1 or row.repeats:
            return
        if line is None:
            # Inside a label that goes on below them, values still stand between separators.
            self.irregular += not self.text.parts(row.values)
        # Another table may have other separators, or none.
        elif is_own or line.altogether:
            first = line.places[0]
            if not first or line.places != tuple(range(first, first + len(line.places))):
                self.irregular += 1
                return
            self.regular += 1
            if is_own:
                self.starts[line.kind].add(first)
                self.kinds.add_full(line)

    def is_odd(self, table: TableText, row: RowText) -> bool:
        """Whether the line of a full row has other separators than nearly all, however these are counted."""
        line = self.text.measure(table, row)
        if line is None or not line.behind or self._beneath(table, row, line) is not None:
            return False
        folded, separator = self.text.folded, self.text.separator
        if line.behind != row.width + 1 and self._closes_cells(row) and is_stacked(folded, row):
            return True
        # A mark behind the cells of others, or a merged cell that is repeated, makes a row with a blank one look full.
        if line.places[0] > min(self.starts.get(line.kind, line.places)):
            return True
        # So does a blank cell where others of its kind have values.
        before = folded[row.start : row.values[0].start].split(separator)
        is_led = len(before) > 2 and not before[-2].strip(" \n\u200b")
        if is_led and (line.places[0] > self.firsts[line.kind] or self.kinds.is_wider(line)):
            return True
        rest = folded[row.values[-1].end : line_end(folded, row.values[-1].end)]
        return self.kinds.is_odd(line, ends_blank=_is_blank(rest.replace(separator, "")))

    def columns(self, table: TableText, row: RowText) -> list[int] | None:
        """The columns of a row's values; None where the separators do not settle them."""
        line = self.text.measure(table, row)
        if line is None or len({*line.places}) < len(line.places) or self.crowded >= FEWEST_ALIKE:
            return None
        if self._is_cut(row):
            return None
        if self.blank is not None and self._hides_a_separator(table, row, self.blank):
            return None
        loses = self.kinds.loses_cells(line)
        # Where lines lost separators, so may those of the heads.
        if loses:
            return None
        columns = self._by_starts(table, row, line, is_ragged=loses is None)
        return self._beneath(table, row, line) if columns is None else columns

    def _beneath(self, table: TableText, row: RowText, line: MeasuredLine) -> list[int] | None:
        return columns_beneath(self.text, table, row, line, self.reaches.get(line.kind, 0))

    def _by_starts(self, table: TableText, row: RowText, line: MeasuredLine, *, is_ragged: bool) -> list[int] | None:
        """The columns of values on a line with so many separators, by where column 1 begins on such lines.

        Where lines are too ragged (`is_ragged`) to tell whether one has lost a cell, only the first and the last column
        together say where it does.
        """
        if self.regular < AGREEMENT * (self.regular + self.irregular):
            return None
        # Where no row is full and the head has more cells, one of another column may be lost.
        if not self.kinds.full and self.head > line.altogether:
            return None
        k = row.width
        # Cells may be two separators apart, which only full rows could deny.
        apart = (self.stride > 1 and not self.regular) or (self.own_stride > 1 and not self.kinds.full)
        if apart and (line.behind >= 2 * k or (line.behind > k and self.kinds.differ(line))):
            return None
        if line.behind != k + 1 and self._closes_cells(row):
            return None
        places = line.places
        possible = {*range(1, line.behind - k + 2 - self.closed)}
        known = self.starts.get(line.kind, set()) & possible
        if places[-1] - places[0] == k - 1:
            starts = [places[0]]
            # A sign before or behind the cells of other rows may be a stray one: then the row begins as they do.
            early, late = is_mark(row.values[0].text), is_mark(row.values[-1].text)
            if known and ((early and places[0] < min(known)) or (late and places[0] > max(known))):
                return None
        elif is_ragged:
            return None
        else:
            candidates = known or self._shared(line.behind) & possible or possible
            # Where only a mark leaves one reading, it may be a stray one.
            marks = [is_mark(value.text) for value in row.values]
            sure = places if all(marks) else [place for place, mark in zip(places, marks, strict=True) if not mark]
            if len(candidates) > 1:
                candidates = candidates & starts_beneath(self.text, table, row, line, sure[-1]) or candidates
            starts = [start for start in candidates if start <= sure[0] and sure[-1] < start + k]
        if len(starts) != 1 or places[0] < starts[0] or places[-1] >= starts[0] + k:
            return None
        self.starts[line.kind].add(starts[0])
        return [place - starts[0] for place in places]

    def _shared(self, behind: int) -> set[int]:
        """Where column 1 begins in all rows that are known, if all rows have as many separators behind their label."""
        if not self.kinds.all_have(behind):
            return set()
        starts = set().union(*(starts for (_, after), starts in self.starts.items() if after == behind))
        return starts if len(starts) == 1 else set()

    def _closes_cells(self, row: RowText) -> bool:
        """Whether cells stand on lines of their own, each closed by a bar as the label is: so is the last."""
        at = row.spans[-1].end
        end = line_end(self.text.folded, at)
        line = self.text.folded[at:end].rstrip()
        separator = self.text.separator
        return end < row.values[0].start and line.endswith(separator) and line.count(separator) == 1

    def _hides_a_separator(self, table: TableText, row: RowText, blank: int) -> bool:
        """Whether a cell is wider than all other blank cells: it was two, unless another row has one as wide there."""
        cells = self.text.cells(row)
        wide = [at for at, cell in enumerate(cells[1:-1], 1) if _is_blank(cell) and len(cell) > blank]
        if not wide:
            return False
        rows = (self.text.cells(other) for other in table.rows if other is not row)
        others = [other for other in rows if len(other) == len(cells)]
        return not all(
            any(display_width(other[at]) == display_width(cells[at]) and other[at].strip() for other in others)
            for at in wide
        )

    def _is_cut(self, row: RowText) -> bool:
        """Whether the line of a label, behind which values go on, is as wide as many, none wider: cut, it is no row."""
        return row.values[-1].end > line_end(self.text.folded, row.end) and any(
            measure(self.text.line(row)) >= width for measure, width in self._cuts
        )

    @functools.cached_property
    def _cuts(self) -> Sequence[Cut]:
        return cuts(self.text.folded)


def _is_blank(cell: str) -> bool:
    return not cell.strip(" \u200b")
