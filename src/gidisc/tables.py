"""The three tables, put together from their lines: every row of the form, filled where it is printed."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, evolve, field, frozen

from gidisc import canonical, form
from gidisc.form import Edition
from gidisc.ledger import Ledger, Lexeme
from gidisc.model import Cell, ExtraRow, Group, Kind, Row, Status, Table
from gidisc.source import Stretch, hull
from gidisc.values import Value, read_value

_HEAD_UNIT = re.compile(r"（单位：.*?(?P<unit>(?<![美欧日港])[十百千万亿]*元)")
_OTHER_OUTCOMES = "other_outcomes"
# A row or two may be printed again at a page break; as many as these are a copy of their table.
_ROWS_OF_A_COPY = 3
# Cells up to this length are read once.
_SHORT = 8


@frozen
class HeadLine:
    """A line of column heads."""

    head: form.Head
    lexeme: Lexeme


@frozen
class RowLine:
    """A row of the form, and the head that it stands under in its item."""

    id: str
    lexeme: Lexeme
    head: HeadLine | None = None

    def cells(self) -> list[tuple[str, int, int]]:
        """Its cells, still escaped, and where they stand in the canonical text."""
        at = self.lexeme.start
        split = canonical.split_cells(self.lexeme.text, _cells_at(self.lexeme))
        return [(text, at + low, at + high) for text, low, high in split]


@frozen
class ExtraLine:
    """A row that the form does not know."""

    lexeme: Lexeme


@frozen
class GroupLine:
    """A heading inside a table, or the head of a whole table, and the lines below it."""

    id: str
    lexeme: Lexeme
    lines: tuple[TableLine, ...]

    def is_row(self) -> bool:
        """Whether it is a row of values itself, as （六）其他处理 is in the form of 2019."""
        nested = any(isinstance(line, RowLine) for line in self.lines)
        return self.id == _OTHER_OUTCOMES and canonical.CELL in self.lexeme.text and not nested


TableLine = HeadLine | RowLine | ExtraLine | GroupLine


def edition_signs(lines: Iterable[TableLine]) -> Iterator[tuple[Lexeme, Edition]]:
    """The lines that only one edition of the form prints.

    The heading of an item is no sign beside a sign below it: the canonical layout prints it over every row of the item.
    """
    for line in lines:
        if isinstance(line, HeadLine) and line.head.edition:
            yield line.lexeme, line.head.edition
        elif isinstance(line, RowLine) and len(_EDITIONS[line.id]) == 1:
            yield line.lexeme, _EDITIONS[line.id][0]
        elif isinstance(line, GroupLine):
            below = list(edition_signs(line.lines))
            if line.is_row() or (line.id == "item_9" and not below):
                yield line.lexeme, Edition.FORM_2019
            yield from below


def build_table(
    official: form.Table, groups: Sequence[GroupLine], edition: Edition | None, ledger: Ledger
) -> Table | None:
    """The table that the groups of its lines hold, None without any; the ledger gets its pieces and diagnostics."""
    if not groups:
        return None
    printed = _Printed.collect(groups)
    if official is form.REQUESTS:
        edition = _settle_other_outcomes(printed, edition, ledger)
    return _Builder(official, edition, printed, ledger).table()


_EDITIONS = {row.id: row.editions for table in form.TABLES for row in table.rows()}
_TABLE_HEADS = {table.head.id: table.head for table in form.TABLES if table.head}


def _flat(lines: Iterable[TableLine]) -> Iterator[TableLine]:
    for line in lines:
        yield line
        if isinstance(line, GroupLine):
            yield from _flat(line.lines)


@define
class _Printed:
    """What the text prints of one table: lines by the id of what they are."""

    rows: dict[str, list[RowLine]] = field(factory=dict)
    labels: dict[str, list[Lexeme]] = field(factory=dict)
    heads: dict[str, list[HeadLine]] = field(factory=dict)
    extra: list[Lexeme] = field(factory=list)

    @classmethod
    def collect(cls, groups: Iterable[GroupLine]) -> _Printed:
        printed = cls()
        for line in _flat(groups):
            printed._add(line)
        return printed

    def _add(self, line: TableLine) -> None:
        if isinstance(line, RowLine):
            self.rows.setdefault(line.id, []).append(line)
        elif isinstance(line, ExtraLine):
            self.extra.append(line.lexeme)
        elif isinstance(line, GroupLine):
            self._add_group(line)

    def _add_group(self, line: GroupLine) -> None:
        if line.id in _TABLE_HEADS:
            self.heads.setdefault(line.id, []).append(HeadLine(_TABLE_HEADS[line.id], line.lexeme))
        elif line.is_row():
            self.rows.setdefault(line.id, []).append(RowLine(line.id, line.lexeme))
        else:
            self.labels.setdefault(line.id, []).append(line.lexeme)
        heads = [inner for inner in line.lines if isinstance(inner, HeadLine)]
        self.heads.setdefault(line.id, []).extend(heads)


def _settle_other_outcomes(printed: _Printed, edition: Edition | None, ledger: Ledger) -> Edition | None:
    """Which form （六）其他处理 follows: three rows below it (2021), or cells of its own (2019)."""
    nested = any(row_id.startswith(f"{_OTHER_OUTCOMES}.") for row_id in printed.rows)
    if nested:
        for line in printed.rows.pop(_OTHER_OUTCOMES, []):
            printed.labels.setdefault(_OTHER_OUTCOMES, []).append(line.lexeme)
        for lexeme in printed.labels.get(_OTHER_OUTCOMES, []):
            _refuse_cells_of_group(lexeme, ledger)
        return Edition.FORM_2021
    if _OTHER_OUTCOMES in printed.rows:
        return Edition.FORM_2019
    if edition is Edition.FORM_2019 and _OTHER_OUTCOMES in printed.labels:
        lexemes = printed.labels.pop(_OTHER_OUTCOMES)
        printed.rows[_OTHER_OUTCOMES] = [RowLine(_OTHER_OUTCOMES, lexeme) for lexeme in lexemes]
    return edition


def _refuse_cells_of_group(lexeme: Lexeme, ledger: Ledger) -> None:
    """The three rows below （六）其他处理 hold its numbers; what stands beside the heading itself has no place."""
    ref = f"{form.REQUESTS.id}.{_OTHER_OUTCOMES}"
    cells = [(text, low, high) for text, low, high in RowLine(_OTHER_OUTCOMES, lexeme).cells() if text]
    spans = [span for _, low, high in cells for span in ledger.enter(low, high, Kind.UNPARSED, ref)]
    if cells:
        label = next(group.printed for group in form.REQUESTS.groups() if group.id == _OTHER_OUTCOMES)
        ledger.note("cell-refused", spans, label=label, printed=_shown(text for text, _, _ in cells))


@define
class _Builder:
    """Puts one table together."""

    _official: form.Table
    _edition: Edition | None
    _printed: _Printed
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
        labels = [_label_at(lexeme) for lexeme in lexemes]
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

    def _read(self, row: form.Row, line: RowLine) -> _Reading:
        columns = line.head.head.columns if line.head else self._unheaded_columns(row)
        unit = _unit(line.head) if line.head else None
        printed = line.cells()
        places = [(low, high) for _, low, high in printed]
        label_at, *stretches = self._ledger.normalized.stretches_of_each([_label_at(line.lexeme), *places])
        label = self._ledger.text(label_at) or None
        cells = [
            self._cell(row, column, text, label, unit, at)
            for column, (text, _, _), at in zip(columns, printed, stretches, strict=False)
        ]
        cells += self._absent_cells(row, columns[len(cells) :], label)
        if len(printed) > len(columns):
            cells = list(map(_refused, cells))
        span = hull([*label_at, *itertools.chain.from_iterable(stretches)])
        built = Row(id=row.id, path=row.path, label=label, cells=tuple(cells), span=span)
        return _Reading(row, line, built, [text for text, _, _ in printed], label_at, stretches)

    def _cell(
        self,
        row: form.Row,
        column: form.Column,
        text: str,
        label: str | None,
        unit: str | None,
        stretches: Sequence[Stretch],
    ) -> Cell:
        if text == canonical.ABSENT or text == canonical.REFUSED:
            status = Status.ABSENT if text == canonical.ABSENT else Status.REFUSED
            return Cell(
                table=self._official.id, row=row.id, column=column.id, path=row.path, label=label, status=status
            )
        value, raw = _read_cell(text, column)
        return Cell(
            table=self._official.id,
            row=row.id,
            column=column.id,
            path=row.path,
            label=label,
            value=value.number,
            status=value.status,
            unit=value.unit or (unit if column.money else None),
            raw=raw,
            span=hull(stretches),
        )

    def _repeated(self, row: form.Row, readings: list[_Reading]) -> Row:
        """A row printed more than once, in copies that differ; which of them holds nobody can tell."""
        ref = f"{self._official.id}.{row.id}"
        spans: list[Stretch] = []
        for lexeme in (reading.line.lexeme for reading in readings):
            start, end = _label_at(lexeme)
            spans += self._ledger.enter(start, end, Kind.LABEL, ref)
            spans += self._ledger.enter(end, lexeme.end, Kind.UNPARSED, ref)
        self._ledger.note("row-repeated", spans, label=row.printed)
        first = readings[0].row
        return evolve(first, cells=tuple(map(_refused, first.cells)), span=hull(spans))

    def _absent(self, row: form.Row) -> Row | None:
        cells = self._absent_cells(row, self._columns_of_absent(row))
        return Row(id=row.id, path=row.path, cells=tuple(cells)) if cells else None

    def _absent_cells(self, row: form.Row, columns: Iterable[form.Column], label: str | None = None) -> list[Cell]:
        table = self._official.id
        return [Cell(table=table, row=row.id, column=column.id, path=row.path, label=label) for column in columns]

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


@frozen
class _Reading:
    """What one line says of a row: its cells still escaped, and where they and its label stand in the source."""

    official: form.Row
    line: RowLine
    row: Row
    printed: Sequence[str]
    label_at: Sequence[Stretch]
    cells_at: Sequence[Sequence[Stretch]]

    def values(self) -> list[tuple[str, object, Status]]:
        """What must agree where a row is printed more than once."""
        return [(cell.column, cell.value, cell.status) for cell in self.row.cells]

    def enter(self, ledger: Ledger, ref: str) -> None:
        """Enter the pieces and diagnostics of the row."""
        ledger.account(self.label_at, Kind.LABEL, ref)
        refused = []
        for cell, at in zip(self.row.cells, self.cells_at, strict=False):
            if at or cell.status is Status.REFUSED:
                key = _key(ref, cell.column)
                ledger.account(at, Kind.UNPARSED if cell.status is Status.REFUSED else Kind.VALUE, key)
            if cell.status is Status.REFUSED:
                refused.append(key)
            elif cell.status is Status.NOT_A_NUMBER:
                ledger.note("not-a-number", at, cells=(key,), printed=cell.raw, key=key)
        crowd = list(itertools.chain.from_iterable(self.cells_at[len(self.row.cells) :]))
        ledger.account(crowd, Kind.UNPARSED, ref)
        self._explain(ledger, tuple(refused), crowded=len(self.printed) > len(self.row.cells))

    def _explain(self, ledger: Ledger, refused: tuple[str, ...], *, crowded: bool) -> None:
        """Say why cells of the row were refused, unless the normalizer has said so."""
        if not crowded and not refused:
            return
        stretches = list(itertools.chain(self.label_at, *self.cells_at))
        shown = _shown(self.printed)
        if crowded:
            code = "row-crowded" if self.row.cells else "columns-unknown"
            ledger.note(code, stretches, cells=refused, label=self.official.printed, printed=shown)
        elif not ledger.is_explained(stretches, refused):
            ledger.note("cell-refused", stretches, cells=refused, label=self.official.printed, printed=shown)


def _read_cell(text: str, column: form.Column) -> tuple[Value, str]:
    """What an escaped cell says, and how it is printed."""
    return _read_short(text, column) if len(text) <= _SHORT else _read_unescaped(text, column)


def _read_unescaped(text: str, column: form.Column) -> tuple[Value, str]:
    raw = canonical.unescape_cell(text)
    value = read_value(raw, column)
    return value, "" if value.status is Status.BLANK else raw


# Most cells of most reports are 0, blank or a mark.
_read_short = functools.lru_cache(maxsize=4096)(_read_unescaped)


@functools.cache
def _key(row: str, column: str) -> str:
    """The key of a cell of the form: the same for all reports."""
    return f"{row}.{column}"


def _cells_at(lexeme: Lexeme) -> int:
    """Where the cells of a line begin, within the line."""
    start = lexeme.text.find(canonical.CELL, len(canonical.TABLE))
    return start if start >= 0 else len(lexeme.text) - 1


def _differ(readings: Sequence[_Reading]) -> bool:
    return any(reading.values() != readings[0].values() for reading in readings[1:])


def _label_at(lexeme: Lexeme) -> tuple[int, int]:
    """Where the label of a row or a group stands in the canonical text."""
    return lexeme.after(canonical.TABLE), lexeme.start + _cells_at(lexeme)


def _refused(cell: Cell) -> Cell:
    return evolve(cell, value=None, status=Status.REFUSED, raw="", span=None, unit=None)


def _unit(head: HeadLine) -> str | None:
    match = _HEAD_UNIT.search(head.lexeme.text)
    return match["unit"] if match else None


def _shown(cells: Iterable[str]) -> str:
    """Cells for a message: blank ones as a box."""
    return " ".join(canonical.unescape_cell(cell) or "□" for cell in cells)
