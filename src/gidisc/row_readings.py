"""What one line of a table says of a row of the form: a cell for each of its columns."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Sequence

from attrs import evolve, frozen

from gidisc import canonical, form
from gidisc.ledger import Ledger
from gidisc.model import Cell, Kind, Row, Status
from gidisc.source import Stretch, hull
from gidisc.table_lines import RowLine, label_at
from gidisc.values import Value, read_value

# Cells up to this length are read once.
_SHORT = 8


@frozen
class RowReading:
    """What one line says of a row: its cells still escaped, and where they and its label stand in the source."""

    official: form.Row
    line: RowLine
    row: Row
    printed: Sequence[str]
    label_at: Sequence[Stretch]
    cells_at: Sequence[Sequence[Stretch]]

    @classmethod
    def of(
        cls, table: str, official: form.Row, line: RowLine, columns: Sequence[form.Column], ledger: Ledger
    ) -> RowReading:
        """What a line says of a row of a table that has such columns; more cells than columns are all refused."""
        unit = line.head.unit if line.head else None
        printed = line.cells()
        places = [(low, high) for _, low, high in printed]
        label_stretches, *stretches = ledger.normalized.stretches_of_each([label_at(line.lexeme), *places])
        label = ledger.text(label_stretches) or None
        cell_of = functools.partial(Cell, table=table, row=official.id, path=official.path, label=label)
        cells = [
            _cell(cell_of, column, text, unit, at)
            for column, (text, _, _), at in zip(columns, printed, stretches, strict=False)
        ]
        cells += absent_cells(table, official, columns[len(cells) :], label)
        if len(printed) > len(columns):
            cells = list(map(refused, cells))
        span = hull([*label_stretches, *itertools.chain.from_iterable(stretches)])
        row = Row(id=official.id, path=official.path, label=label, cells=tuple(cells), span=span)
        return cls(official, line, row, [text for text, _, _ in printed], label_stretches, stretches)

    def values(self) -> list[tuple[str, object, Status]]:
        """What must agree where a row is printed more than once."""
        return [(cell.column, cell.value, cell.status) for cell in self.row.cells]

    def enter(self, ledger: Ledger, ref: str) -> None:
        """Enter the pieces and diagnostics of the row."""
        ledger.account(self.label_at, Kind.LABEL, ref)
        keys = []
        for cell, at in zip(self.row.cells, self.cells_at, strict=False):
            if at or cell.status is Status.REFUSED:
                key = _key(ref, cell.column)
                ledger.account(at, Kind.UNPARSED if cell.status is Status.REFUSED else Kind.VALUE, key)
            if cell.status is Status.REFUSED:
                keys.append(key)
            elif cell.status is Status.NOT_A_NUMBER:
                ledger.note("not-a-number", at, cells=(key,), printed=cell.raw, key=key)
        crowd = list(itertools.chain.from_iterable(self.cells_at[len(self.row.cells) :]))
        ledger.account(crowd, Kind.UNPARSED, ref)
        self._explain(ledger, tuple(keys), crowded=len(self.printed) > len(self.row.cells))

    def _explain(self, ledger: Ledger, keys: tuple[str, ...], *, crowded: bool) -> None:
        """Say why cells of the row, those of `keys`, were refused, unless the normalizer has said so."""
        if not crowded and not keys:
            return
        stretches = list(itertools.chain(self.label_at, *self.cells_at))
        shown = shown_cells(self.printed)
        if crowded:
            code = "row-crowded" if self.row.cells else "columns-unknown"
            ledger.note(code, stretches, cells=keys, label=self.official.printed, printed=shown)
        elif not ledger.is_explained(stretches, keys):
            ledger.note("cell-refused", stretches, cells=keys, label=self.official.printed, printed=shown)


def absent_cells(table: str, row: form.Row, columns: Iterable[form.Column], label: str | None = None) -> list[Cell]:
    """Cells of a row that the text does not show."""
    return [Cell(table=table, row=row.id, column=column.id, path=row.path, label=label) for column in columns]


def refused(cell: Cell) -> Cell:
    """A cell of which the text does not settle what stands in it."""
    return evolve(cell, value=None, status=Status.REFUSED, raw="", span=None, unit=None)


def shown_cells(cells: Iterable[str]) -> str:
    """Cells for a message: blank ones as a box."""
    return " ".join(canonical.unescape_cell(cell) or "□" for cell in cells)


def _cell(
    cell_of: Callable[..., Cell], column: form.Column, text: str, unit: str | None, stretches: Sequence[Stretch]
) -> Cell:
    """A cell of a row whose other fields are known to `cell_of`; `unit` is that of the head."""
    if text == canonical.ABSENT or text == canonical.REFUSED:
        return cell_of(column=column.id, status=Status.ABSENT if text == canonical.ABSENT else Status.REFUSED)
    value, raw = _read_cell(text, column)
    return cell_of(
        column=column.id,
        value=value.number,
        status=value.status,
        unit=value.unit or (unit if column.money else None),
        raw=raw,
        span=hull(stretches),
    )


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
