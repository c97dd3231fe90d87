"""Rows of the form in aligned columns: labels to the left, values to the right, Chinese characters two columns wide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen
from rich.cells import cell_len
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from gidisc import form
from gidisc.cli.outline import Shown, head_over
from gidisc.cli.streams import printable
from gidisc.model import Cell, Row, Status, Table

SIGNS = {Status.BLANK: "·", Status.REFUSED: "?", Status.ABSENT: "_"}
"""What stands for cells without a printed value; none is a mark that reports print."""

STYLES = {
    Status.READ: "",
    Status.INFERRED: "italic",
    Status.BLANK: "dim",
    Status.MARK: "cyan",
    Status.NOT_A_NUMBER: "yellow",
    Status.REFUSED: "bold red",
    Status.ABSENT: "dim",
}
INDENT = 2

_NARROWEST_VALUE = 6
_WIDEST_WORDS = 14
_NARROWEST_LABEL = 16


def shown_value(cell: Cell) -> str:
    """A cell for a person to read: no two statuses look the same, whatever the colours."""
    match cell.status:
        case Status.READ:
            return str(cell.value) if isinstance(cell.value, int) else f"{cell.value:f}"
        case Status.INFERRED:
            return f"({cell.value})"
        case Status.MARK:
            return printable(cell.raw)
        case Status.NOT_A_NUMBER:
            return f"!{printable(cell.raw)}"
        case _:
            return SIGNS[cell.status]


@frozen
class Widths:
    """The columns of the terminal that a label and each value take."""

    label: int
    value: int

    @classmethod
    def of(cls, table: Table, lines: Iterable[Shown], width: int) -> Widths:
        """The widths that suit the lines of a table in a terminal of `width` columns."""
        count = max(len(row.cells) for row in table.iter_rows())
        longest = max(cell_len(line.label) + INDENT * line.depth for line in lines)
        heads = [head for row in table.iter_rows() for head in _head_labels(table, row)]
        widest = max((cell_len(part) for head in heads for part in head.splitlines()), default=0)
        beside = (width - longest) // max(count, 1) - 1
        value = max((_NARROWEST_VALUE, min(widest, beside), *map(_least_width, table.cells())))
        room = width - count * (value + 1)
        return cls(min(longest, max(room, _NARROWEST_LABEL)), value)


def _least_width(cell: Cell) -> int:
    """What a cell needs: a number is never folded, words may be."""
    shown = cell_len(shown_value(cell))
    return min(shown, _WIDEST_WORDS) if cell.status is Status.NOT_A_NUMBER else shown


def grid_lines(table: Table, lines: Iterable[Shown], width: int) -> Iterator[tuple[Shown, list[Grid]]]:
    """Each row and group of a table as it is printed, under a head where the columns change."""
    lines = list(lines)
    widths = Widths.of(table, lines, width)
    last: list[str] = []
    for line in lines:
        grids = []
        cells = line.node.cells if isinstance(line.node, Row) else ()
        head = _head_labels(table, line.node) if isinstance(line.node, Row) else last
        if head and head != last:
            grids.append(_grid(widths, Text(), [Text(label, style="bold") for label in head]))
            last = head
        label = Padding(Text(line.label), (0, 0, 0, INDENT * line.depth))
        grids.append(_grid(widths, label, [Text(shown_value(cell), style=STYLES[cell.status]) for cell in cells]))
        yield line, grids


def _grid(widths: Widths, label: Text | Padding, values: list[Text]) -> Grid:
    grid = Grid.grid()
    grid.add_column(width=widths.label if values else None, overflow="fold", vertical="bottom")
    for _ in values:
        grid.add_column(width=widths.value + 1, overflow="fold", justify="right", vertical="bottom")
    grid.add_row(label, *(Padding(value, (0, 0, 0, 1)) for value in values))
    return grid


def _head_labels(table: Table, row: Row) -> list[str]:
    """The heads over the cells of a row, the unit of an amount on a line of its own."""
    head = head_over(form.table_of(table.id), row)
    if head is None:
        return []
    units = [f"\n（{printable(cell.unit)}）" if cell.unit else "" for cell in row.cells]
    return [column.label + unit for column, unit in zip(head.columns, units, strict=True)]
