"""The report as data: frozen attrs classes. Spans and the source stand outside equality."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve, field, frozen

from gidisc.diagnostics import Diagnostic
from gidisc.form import Edition
from gidisc.source import Span


class Status(enum.StrEnum):
    """What is known of a cell."""

    READ = "read"
    INFERRED = "inferred"
    BLANK = "blank"
    MARK = "mark"
    NOT_A_NUMBER = "not_a_number"
    REFUSED = "refused"
    ABSENT = "absent"


class Kind(enum.StrEnum):
    """What a stretch of the source is."""

    HEADING = "heading"
    LABEL = "label"
    VALUE = "value"
    PROSE = "prose"
    MARKUP = "markup"
    FURNITURE = "furniture"
    UNPARSED = "unparsed"


@frozen(kw_only=True)
class Piece:
    """A stretch of the source, what it is, and the id of the node that it belongs to (None: no node)."""

    span: Span
    kind: Kind
    ref: str | None = None


@frozen(kw_only=True)
class Cell:
    """One cell of a table.

    `label` is the row's label as printed (None where it is not printed), `raw` the cell as printed (`""` where blank),
    `value` a number only where `status` is `read` or `inferred`: an int, or a Decimal for amounts in `unit`. `unit` is
    the one printed in the cell, else in the head, else None.
    """

    table: str
    row: str
    column: str
    path: str
    label: str | None = None
    value: int | Decimal | None = None
    status: Status = Status.ABSENT
    unit: str | None = None
    raw: str = ""
    span: Span | None = field(default=None, eq=False)

    @property
    def key(self) -> str:
        """`table.row.column`."""
        return f"{self.table}.{self.row}.{self.column}"


@frozen(kw_only=True)
class Row:
    """A row of a table: its id, its label as printed (None: not printed) and its cells in official order."""

    id: str
    path: str
    label: str | None = None
    cells: tuple[Cell, ...] = ()
    span: Span | None = field(default=None, eq=False)

    @property
    def is_shown(self) -> bool:
        """Whether the text shows it: its label or one of its cells."""
        return self.label is not None or any(cell.status is not Status.ABSENT for cell in self.cells)


@frozen(kw_only=True)
class Group:
    """A heading inside a table (第二十条第（一）项, （三）不予公开) with the rows and groups below it."""

    id: str
    path: str
    label: str | None = None
    rows: tuple[Row | Group, ...] = ()
    span: Span | None = field(default=None, eq=False)

    def iter_rows(self) -> Iterator[Row]:
        """The rows of values below it in official order, those of nested groups included."""
        yield from _iter_rows(self.rows)


@frozen(kw_only=True)
class ExtraRow:
    """A row that the form does not know: its label and its cells as printed."""

    label: str
    values: tuple[str, ...] = ()
    span: Span | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Table:
    """One of the three tables, with every row and cell of its form in official order.

    `table["granted", "total"]` is a `Cell`; an unknown row or column raises `KeyError` that names those of the table.

    >>> requests = gidisc.read("report.txt").requests
    >>> requests["received", "total"].value, requests["received", "total"].status.value
    (286, 'read')
    >>> requests["received", "sum"]
    Traceback (most recent call last):
    KeyError: "'sum' is no column of received: natural_person, business, research, public_interest, ..., total"
    """

    id: str
    rows: tuple[Row | Group, ...] = ()
    extra_rows: tuple[ExtraRow, ...] = ()
    span: Span | None = field(default=None, eq=False)

    def __getitem__(self, key: tuple[str, str]) -> Cell:
        row_id, column_id = key
        for row in self.iter_rows():
            if row.id == row_id:
                for cell in row.cells:
                    if cell.column == column_id:
                        return cell
                raise KeyError(f"{column_id!r} is no column of {row_id}: {', '.join(c.column for c in row.cells)}")
        raise KeyError(f"{row_id!r} is no row of {self.id}: {', '.join(row.id for row in self.iter_rows())}")

    def iter_rows(self) -> Iterator[Row]:
        """The rows of values in official order."""
        yield from _iter_rows(self.rows)

    def cells(self) -> Iterator[Cell]:
        """The cells in official order."""
        for row in self.iter_rows():
            yield from row.cells

    @property
    def coverage(self) -> float:
        """The share of the cells that were read or are certainly blank or marked, from 0 to 1."""
        cells = list(self.cells())
        settled = sum(cell.status not in (Status.REFUSED, Status.ABSENT) for cell in cells)
        return settled / len(cells) if cells else 0.0

    def group(self, group_id: str) -> Group:
        """The group of an id; `KeyError` names those of the table."""
        groups = list(_iter_groups(self.rows))
        for group in groups:
            if group.id == group_id:
                return group
        raise KeyError(f"{group_id!r} is no group of {self.id}: {', '.join(group.id for group in groups)}")

    @property
    def items(self) -> tuple[Group, ...]:
        """The 第二十条 items of the table on proactive disclosure; empty in the other tables."""
        return tuple(row for row in self.rows if isinstance(row, Group) and row.id.startswith("item_"))

    @property
    def outcomes(self) -> Group:
        """三、本年度办理结果 of the table on requests with its nested categories; `KeyError` in the other tables."""
        return self.group("outcomes")


def _iter_rows(members: tuple[Row | Group, ...]) -> Iterator[Row]:
    for member in members:
        if isinstance(member, Row):
            yield member
        else:
            yield from _iter_rows(member.rows)


def _iter_groups(members: tuple[Row | Group, ...]) -> Iterator[Group]:
    for member in members:
        if isinstance(member, Group):
            yield member
            yield from _iter_groups(member.rows)


@frozen(kw_only=True)
class Paragraph:
    """A paragraph of prose, hard line wraps undone."""

    text: str
    span: Span | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Subsection:
    """A numbered part of a section: `（一）`, `1.`, `（1）`, `①` or `一是`, with what stands below it."""

    numeral: str
    heading: str
    blocks: tuple[Subsection | Paragraph, ...] = ()
    span: Span | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Section:
    """A section whose heading is printed.

    `number` is 1 to 6, or None for a chapter that the form does not know; `numeral` and `heading` are as printed;
    `text` is its prose, one paragraph a line, without heading, tables and furniture; `blocks` is the same prose as a
    tree.
    """

    number: int | None = None
    numeral: str | None = None
    heading: str = ""
    text: str = ""
    blocks: tuple[Subsection | Paragraph, ...] = ()
    span: Span | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Report:
    """An annual report: facts, prose, tables, what was noticed, and the source it was read from."""

    name: str | None = field(default=None, eq=False)
    title: str | None = None
    agency: str | None = None
    year: int | None = None
    edition: Edition | None = None
    preface: str = ""
    sections: tuple[Section, ...] = ()
    proactive: Table | None = None
    requests: Table | None = None
    disputes: Table | None = None
    signature: str | None = None
    diagnostics: tuple[Diagnostic, ...] = field(default=(), eq=False)
    source: str = field(default="", eq=False, repr=False)
    pieces: Sequence[Piece] = field(default=(), eq=False, repr=False)

    def section(self, number: int) -> Section | None:
        """The section of an official number (1 to 6), or None where its heading is not printed."""
        return next((section for section in self.sections if section.number == number), None)

    def accounting(self) -> Iterator[Piece]:
        """What every character of the source is, white space apart: pieces in order, without overlap."""
        yield from self.pieces

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that the report has, in official order."""
        return tuple(table for table in (self.proactive, self.requests, self.disputes) if table is not None)

    def with_diagnostics(self, *diagnostics: Diagnostic) -> Report:
        """The same report with more diagnostics before its own."""
        return evolve(self, diagnostics=(*diagnostics, *self.diagnostics))


def cells(report: Report) -> Iterator[Cell]:
    """For every table that the report has, every cell of the official form, in its order.

    >>> report = gidisc.read("report.txt")
    >>> [(cell.key, cell.value) for cell in gidisc.cells(report)][:2]
    [('proactive.rules.issued', 2), ('proactive.rules.repealed', 3)]
    """
    for table in report.tables:
        yield from table.cells()
