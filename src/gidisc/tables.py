"""The three tables, put together from their lines: every row of the form, filled where it is printed."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from attrs import define, evolve

from gidisc import canonical, form
from gidisc.form import Edition
from gidisc.ledger import Ledger, Lexeme
from gidisc.model import ExtraRow, Group, Kind, Row, Table
from gidisc.row_readings import RowReading, absent_cells, refused, shown_cells
from gidisc.source import Stretch, hull
from gidisc.table_lines import OTHER_OUTCOMES, GroupLine, PrintedTable, RowLine, label_at

# A row or two may be printed again at a page break; as many as these are a copy of their table.
_ROWS_OF_A_COPY = 3


def build_table(
    official: form.Table, groups: Sequence[GroupLine], edition: Edition | None, ledger: Ledger
) -> Table | None:
    """The table that the groups of its lines hold, None without any; the ledger gets its pieces and diagnostics."""
    if not groups:
        return None
    printed = PrintedTable.collect(groups)
    if official is form.REQUESTS:
        edition = _settle_other_outcomes(printed, edition, ledger)
    return _Builder(official, edition, printed, ledger).table()


def _settle_other_outcomes(printed: PrintedTable, edition: Edition | None, ledger: Ledger) -> Edition | None:
    """Which form （六）其他处理 follows: three rows below it (2021), or cells of its own (2019)."""
    nested = any(row_id.startswith(f"{OTHER_OUTCOMES}.") for row_id in printed.rows)
    if nested:
        for line in printed.rows.pop(OTHER_OUTCOMES, []):
            printed.labels.setdefault(OTHER_OUTCOMES, []).append(line.lexeme)
        for lexeme in printed.labels.get(OTHER_OUTCOMES, []):
            _refuse_cells_of_group(lexeme, ledger)
        return Edition.FORM_2021
    if OTHER_OUTCOMES in printed.rows:
        return Edition.FORM_2019
    if edition is Edition.FORM_2019 and OTHER_OUTCOMES in printed.labels:
        lexemes = printed.labels.pop(OTHER_OUTCOMES)
        printed.rows[OTHER_OUTCOMES] = [RowLine(OTHER_OUTCOMES, lexeme) for lexeme in lexemes]
    return edition


def _refuse_cells_of_group(lexeme: Lexeme, ledger: Ledger) -> None:
    """The three rows below （六）其他处理 hold its numbers; what stands beside the heading itself has no place."""
    ref = f"{form.REQUESTS.id}.{OTHER_OUTCOMES}"
    cells = [(text, low, high) for text, low, high in RowLine(OTHER_OUTCOMES, lexeme).cells() if text]
    spans = [span for _, low, high in cells for span in ledger.enter(low, high, Kind.UNPARSED, ref)]
    if cells:
        label = next(group.printed for group in form.REQUESTS.groups() if group.id == OTHER_OUTCOMES)
        ledger.note("cell-refused", spans, label=label, printed=shown_cells(text for text, _, _ in cells))


@define
class _Builder:
    """Puts one table together."""

    _official: form.Table
    _edition: Edition | None
    _printed: PrintedTable
    _ledger: Ledger

    def table(self) -> Table:
        heads = [line.lexeme for lines in self._printed.heads.values() for line in lines]
        spans = [
            span
            for lexeme in heads
            for span in self._ledger.enter(lexeme.after(canonical.TABLE), lexeme.end, Kind.LABEL, self._official.id)
        ]
        rows = self._members(self._official.members)
        extra = tuple(map(self._extra_row, self._printed.extra))
        spans += [(part.span.start, part.span.end) for part in (*rows, *extra) if part.span]
        return Table(id=self._official.id, rows=rows, extra_rows=extra, span=hull(spans))

    def _members(self, members: tuple[form.Row | form.Group, ...]) -> tuple[Row | Group, ...]:
        built = (self._row(member) if isinstance(member, form.Row) else self._group(member) for member in members)
        return tuple(row for row in built if row is not None)

    # groups

    def _group(self, group: form.Group) -> Group | None:
        rows = self._members(group.members)
        lexemes = self._printed.labels.get(group.id, [])
        if not rows and not lexemes:
            return None
        ref = f"{self._official.id}.{group.id}"
        labels = [label_at(lexeme) for lexeme in lexemes]
        spans = [span for start, end in labels for span in self._ledger.enter(start, end, Kind.LABEL, ref)]
        spans += [(row.span.start, row.span.end) for row in rows if row.span]
        label = self._ledger.printed(*labels[0]) if labels else ""
        return Group(id=group.id, path=group.path, label=label or None, rows=rows, span=hull(spans))

    # rows

    def _row(self, row: form.Row) -> Row | None:
        lines = self._printed.rows.get(row.id, [])
        if not lines:
            return self._absent(row)
        readings = [self._read(row, line) for line in lines]
        if len(lines) > 1 and (self._copies_differ or _differ(readings)):
            return self._repeated(row, readings)
        for copy in lines[1:]:
            self._ledger.enter(copy.lexeme.start, copy.lexeme.end, Kind.FURNITURE)
        readings[0].enter(self._ledger, f"{self._official.id}.{row.id}")
        return readings[0].row

    @functools.cached_property
    def _copies_differ(self) -> bool:
        """Whether the table is printed more than once, and not with the same values."""
        copied = {row_id: lines for row_id, lines in self._printed.rows.items() if len(lines) > 1}
        return len(copied) >= _ROWS_OF_A_COPY and any(
            _differ([self._read(self._official.row(row_id), line) for line in lines])
            for row_id, lines in copied.items()
        )

    def _read(self, row: form.Row, line: RowLine) -> RowReading:
        columns = line.head.head.columns if line.head else self._unheaded_columns(row)
        return RowReading.of(self._official.id, row, line, columns, self._ledger)

    def _repeated(self, row: form.Row, readings: list[RowReading]) -> Row:
        """A row printed more than once, in copies that differ; which of them holds nobody can tell."""
        ref = f"{self._official.id}.{row.id}"
        spans: list[Stretch] = []
        for lexeme in (reading.line.lexeme for reading in readings):
            start, end = label_at(lexeme)
            spans += self._ledger.enter(start, end, Kind.LABEL, ref)
            spans += self._ledger.enter(end, lexeme.end, Kind.UNPARSED, ref)
        self._ledger.note("row-repeated", spans, label=row.printed)
        first = readings[0].row
        return evolve(first, cells=tuple(map(refused, first.cells)), span=hull(spans))

    def _absent(self, row: form.Row) -> Row | None:
        cells = absent_cells(self._official.id, row, self._columns_of_absent(row))
        return Row(id=row.id, path=row.path, cells=tuple(cells)) if cells else None

    def _columns_of_absent(self, row: form.Row) -> tuple[form.Column, ...]:
        group = next((group for group in self._official.groups() if row in group.members), None)
        heads = [line.head for line in self._printed.heads.get(group.id, [])] if group else []
        if not heads:
            return self._unheaded_columns(row)
        fitting = [head for head in heads if head.edition in row.editions]
        same = [head for head in fitting if head.edition == self._edition]
        return next((head.columns for head in [*same, *fitting]), ())

    def _unheaded_columns(self, row: form.Row) -> tuple[form.Column, ...]:
        """The columns of a row under no printed head: those of the edition, or of both where they are the same."""
        if self._edition:
            return self._official.columns(row, self._edition)
        heads = self._official.heads(row)
        return heads[0].columns if len(heads) == 1 and row.editions == form.BOTH else ()

    def _extra_row(self, lexeme: Lexeme) -> ExtraRow:
        at = lexeme.text.find(canonical.CELL, len(canonical.EXTRA_ROW))
        cells = canonical.split_cells(lexeme.text, at) if at >= 0 else []
        label = canonical.unescape_cell(lexeme.text[len(canonical.EXTRA_ROW) : at])
        ref = f"{self._official.id}.extra_rows"
        spans = self._ledger.enter(lexeme.after(canonical.EXTRA_ROW), lexeme.end, Kind.LABEL, ref)
        self._ledger.note("extra-row", spans[:1], label=label)
        values = tuple(canonical.unescape_cell(cell) for cell, _, _ in cells)
        return ExtraRow(label=label, values=values, span=hull(spans))


def _differ(readings: Sequence[RowReading]) -> bool:
    return any(reading.values() != readings[0].values() for reading in readings[1:])
