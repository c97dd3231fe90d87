"""Reports for the tests of the checks, built without a text: cells as printed, prose, and what a test needs besides."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from attrs import evolve

from gidisc import form
from gidisc.form import Edition
from gidisc.model import Cell, Kind, Piece, Report, Row, Section, Status, Table
from gidisc.source import Span
from gidisc.strategies import make_content
from gidisc.values import read_value

PROSE = {1: "全年更新栏目。", 5: "一是人手不足。", 6: "没有收取信息处理费。"}
YEARS = {Edition.FORM_2019: 2020, Edition.FORM_2021: 2022}


def city(seed: int = 7, edition: Edition = Edition.FORM_2021) -> dict[str, str | None]:
    """The printed cells of a report whose sums hold."""
    return dict(make_content(Random(seed), "city", edition).cells)


def report(
    cells: Mapping[str, str | None], edition: Edition = Edition.FORM_2021, prose: str | None = None, **facts: Any
) -> Report:
    """A report with the printed cells given (None: blank); `prose` is its section 1, places included."""
    texts = PROSE | ({1: prose} if prose is not None else {})
    source = texts[1]
    described: dict[str, Any] = {
        "year": YEARS[edition],
        "agency": "云岭县商务局",
        "edition": edition,
        "sections": tuple(
            Section(number=heading.number, heading=heading.label, text=texts.get(heading.number, ""))
            for heading in form.HEADINGS
        ),
        "source": source,
        "pieces": (Piece(span=Span(start=0, end=len(source)), kind=Kind.PROSE, ref="section.1"),),
    }
    tables = {table.id: _table(table, cells, edition) for table in form.TABLES}
    return Report(**{**described, **tables, **facts})


def _table(official: form.Table, cells: Mapping[str, str | None], edition: Edition) -> Table:
    return Table(
        id=official.id,
        rows=tuple(
            Row(
                id=row.id,
                path=row.path,
                label=row.label,
                cells=tuple(_cell(official, row, column, cells) for column in official.columns(row, edition)),
            )
            for row in official.rows(edition)
        ),
    )


def _cell(official: form.Table, row: form.Row, column: form.Column, cells: Mapping[str, str | None]) -> Cell:
    printed = cells[f"{official.id}.{row.id}.{column.id}"] or ""
    value = read_value(printed, column)
    return Cell(
        table=official.id,
        row=row.id,
        column=column.id,
        path=row.path,
        value=value.number,
        status=value.status,
        unit=value.unit or ("万元" if column.money else None),
        raw=printed,
    )


def changed(built: Report, key: str, **facts: Any) -> Report:
    """The report with other facts about one cell."""
    tables: dict[str, Any] = {held.id: _changed_table(held, key, facts) for held in built.tables}
    return evolve(built, **tables)


def _changed_table(table: Table, key: str, facts: dict[str, Any]) -> Table:
    rows = (
        evolve(row, cells=tuple(evolve(cell, **facts) if cell.key == key else cell for cell in row.cells))
        for row in table.iter_rows()
    )
    return evolve(table, rows=tuple(rows))


def without(built: Report, table: str) -> Report:
    """The report without one of its tables."""
    missing: dict[str, Any] = {table: None}
    return evolve(built, **missing)


def unread(built: Report, key: str, status: Status) -> Report:
    """The report with a cell that has no number, for a reason."""
    return changed(built, key, value=None, status=status)
