"""Reports as rows of plain values: one cell a row, or one report a row."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import frozen

from gidisc import form
from gidisc.harmonize import SUMS, sum_cells
from gidisc.model import Cell, Report, Status, cells
from gidisc.units import power_of_ten, shifted

Value = str | int | Decimal | None
"""What a row holds; None where there is nothing. `status` says why a cell has no number."""


class Type(enum.StrEnum):
    """What a column of a table of rows holds: text, whole numbers, exact decimals, or numbers of both kinds."""

    TEXT = "text"
    COUNT = "count"
    AMOUNT = "amount"
    NUMBER = "number"


@frozen
class Field:
    """A column of a table of rows: its name, what type it holds, and what it means."""

    name: str
    type: Type
    meaning: str = ""


_FACTS = (
    Field("name", Type.TEXT, "what the report was called when it was read: the path of its file"),
    Field("agency", Type.TEXT, "the office, as printed without white space"),
    Field("year", Type.COUNT, "the year reported on, not that of publication"),
    Field("edition", Type.TEXT, "the edition of the form that the tables follow"),
)
LONG = (
    *_FACTS,
    Field("table", Type.TEXT, "`proactive`, `requests` or `disputes`"),
    Field("row", Type.TEXT, "the id of the row"),
    Field("column", Type.TEXT, "the id of the column"),
    Field("path", Type.TEXT, "the place of the row in the official form; not unique"),
    Field("label", Type.TEXT, "the label of the row, as printed"),
    Field("value", Type.NUMBER, "the number, where `status` is `read` or `inferred`"),
    Field("unit", Type.TEXT, "the unit printed in the cell, else in the head over it; never supplied from the form"),
    Field("amount_yuan", Type.AMOUNT, "an amount in 元, where its unit is printed"),
    Field("status", Type.TEXT, "what is known of the cell"),
    Field("raw", Type.TEXT, "the cell as printed"),
)
"""The columns of `to_rows`."""


def wide_fields(*, harmonize: bool = False, status: bool = False) -> tuple[Field, ...]:
    """The columns of `to_wide`: the same whatever the reports, the cells of both editions in official order."""
    fields = list(_FACTS)
    for key, column in _wide_columns(harmonize=harmonize).items():
        fields.append(Field(key, Type.AMOUNT if column.money else Type.COUNT))
        if column.money:
            fields += [Field(f"{key}.unit", Type.TEXT), Field(f"{key}_yuan", Type.AMOUNT)]
        if status:
            fields.append(Field(f"{key}.status", Type.TEXT))
    return tuple(fields)


def to_rows(reports: Report | Iterable[Report]) -> Iterator[dict[str, Value]]:
    """The cells of reports, one a row, in official order, as dictionaries with the keys of `LONG`.

    `value` is an int, a Decimal (amounts, in `unit`) or None; `amount_yuan` the amount in 元, None where no unit is
    printed. Every cell of the tables that a report has is there, whatever its `status`. Rows are made as they are
    asked for, so any number of reports takes no more memory than one.

    >>> row = next(gidisc.to_rows(gidisc.read("report.txt")))
    >>> row["year"], row["table"], row["label"], row["value"], str(row["status"])
    (2022, 'proactive', '规章', 2, 'read')
    """
    for report in _each(reports):
        facts = _facts(report)
        for cell in cells(report):
            yield {
                **facts,
                "table": cell.table,
                "row": cell.row,
                "column": cell.column,
                "path": cell.path,
                "label": cell.label,
                "value": cell.value,
                "unit": cell.unit,
                "amount_yuan": amount_yuan(cell),
                "status": cell.status.value,
                "raw": cell.raw,
            }


def to_wide(
    reports: Report | Iterable[Report], *, harmonize: bool = False, status: bool = False
) -> Iterator[dict[str, Value]]:
    """Reports one a row, as dictionaries with the same keys for every report: facts, then `table.row.column`.

    A key holds an int, a Decimal for amounts (with `….unit` and `…_yuan` beside it), or None where there is no number
    or no such cell; `status=True` adds `….status`, which tells these apart (`absent` for a cell that the report's
    form does not have). `harmonize=True` brings the editions together where the form allows it: see
    `gidisc.harmonize`.

    >>> next(gidisc.to_wide(gidisc.read("report.txt")))["requests.received.total"]
    286
    """
    columns = _wide_columns(harmonize=harmonize)
    for report in _each(reports):
        held = {cell.key: cell for cell in cells(report)}
        if harmonize:
            held |= {cell.key: cell for cell in sum_cells(report)}
        row = _facts(report)
        for key, column in columns.items():
            row |= _wide_cell(key, held.get(key), money=column.money, status=status)
        yield row


def amount_yuan(cell: Cell) -> Decimal | None:
    """The amount of a cell in 元; None where it is no amount, has no number, or its unit is not printed."""
    power = power_of_ten(cell.unit)
    return shifted(cell.value, power) if power is not None and isinstance(cell.value, Decimal) else None


def _each(reports: Report | Iterable[Report]) -> Iterable[Report]:
    return (reports,) if isinstance(reports, Report) else reports


def _facts(report: Report) -> dict[str, Value]:
    edition = report.edition.value if report.edition else None
    return {"name": report.name, "agency": report.agency, "year": report.year, "edition": edition}


def _wide_columns(*, harmonize: bool) -> dict[str, form.Column]:
    summed = {row for rows in SUMS.values() for row in rows} if harmonize else set[str]()
    return {key: column for key, column in form.COLUMNS.items() if key.rpartition(".")[0] not in summed}


def _wide_cell(key: str, cell: Cell | None, *, money: bool, status: bool) -> dict[str, Value]:
    found: dict[str, Value] = {key: cell.value if cell else None}
    if money:
        found |= {f"{key}.unit": cell.unit if cell else None, f"{key}_yuan": amount_yuan(cell) if cell else None}
    if status:
        found[f"{key}.status"] = (cell.status if cell else Status.ABSENT).value
    return found
