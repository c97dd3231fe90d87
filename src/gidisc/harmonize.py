"""Both editions of the form side by side: what counts the same, and what must not be put into one column.

Sources: the tables of 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号. `HARMONY` says it row by row.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator

from attrs import frozen

from gidisc import form
from gidisc.form import Edition
from gidisc.model import Cell, Report, Status


class Relation(enum.StrEnum):
    """How a column of one edition stands to the other edition."""

    SAME = "same"
    SUMMED = "summed"
    APART = "apart"


@frozen
class Harmony:
    """What `harmonize=True` does with a row's column: `key`, `relation`, and the reason."""

    key: str
    relation: Relation
    reason: str


_SUMMED = tuple(group for group in form.REQUESTS.groups() if group.id in {row.id for row in form.REQUESTS.rows()})
SUMS = {
    f"{form.REQUESTS.id}.{group.id}": tuple(
        f"{form.REQUESTS.id}.{row.id}" for row in group.members if isinstance(row, form.Row)
    )
    for group in _SUMMED
}
"""Rows of one edition that are a group of rows in the other, and the rows of that group."""

# A number without which a sum has none: the reasons, the one that needs most attention first.
_REASONS = (Status.REFUSED, Status.NOT_A_NUMBER, Status.ABSENT, Status.MARK, Status.BLANK)


def sum_cells(report: Report) -> Iterator[Cell]:
    """The rows of `SUMS` that a report prints as a group, worked out from the rows of that group.

    A sum has the status `inferred`; where a part has no number it has none either, and the status of that part.
    """
    held = {cell.key: cell for table in report.tables for cell in table.cells()}
    columns = form.APPLICANTS.columns
    for group in _SUMMED:
        parts = SUMS[f"{form.REQUESTS.id}.{group.id}"]
        for column in columns:
            found = [held[key] for part in parts if (key := f"{part}.{column.id}") in held]
            if len(found) == len(parts):
                yield _sum(group, column, found)


def _sum(group: form.Group, column: form.Column, parts: list[Cell]) -> Cell:
    values = [cell.value for cell in parts if cell.value is not None]
    whole = len(values) == len(parts)
    statuses = {cell.status for cell in parts}
    return Cell(
        table=form.REQUESTS.id,
        row=group.id,
        column=column.id,
        path=group.path,
        label=group.printed,
        value=sum(values) if whole else None,
        status=Status.INFERRED if whole else next(status for status in _REASONS if status in statuses),
    )


def _harmony() -> Iterator[Harmony]:
    for table in form.TABLES:
        for row in table.rows():
            for column, editions in _editions(table, row).items():
                yield _relation(f"{table.id}.{row.id}", column, editions)


def _editions(table: form.Table, row: form.Row) -> dict[str, list[Edition]]:
    """The columns of a row, and the editions whose form has them."""
    found: dict[str, list[Edition]] = {}
    for edition in form.BOTH[::-1]:
        for column in table.columns(row, edition):
            found.setdefault(column.id, []).append(edition)
    return found


def _relation(row: str, column: str, editions: list[Edition]) -> Harmony:
    key = f"{row}.{column}"
    if row in SUMS:
        return Harmony(key, Relation.SUMMED, "one row in 2019; in 2021 the sum of the rows below it")
    if any(row in rows for rows in SUMS.values()):
        return Harmony(key, Relation.SUMMED, "added up in the row above; it has no column of its own")
    if len(editions) > 1:
        return Harmony(key, Relation.SAME, "both editions ask for the same number")
    return Harmony(key, Relation.APART, _APART[column])


_APART = {
    "issued": "本年制发件数 (2021) and 本年新制作数量 (2019) are different counts",
    "repealed": "2021 only",
    "in_force": "现行有效件数 (2021) and 对外公开总数量 (2019) are different counts",
    "newly_made": "本年新制作数量 (2019) and 本年制发件数 (2021) are different counts",
    "newly_disclosed": "2019 only",
    "total_disclosed": "对外公开总数量 (2019) and 现行有效件数 (2021) are different counts",
    "previous_items": "2019 only: a number of items, not of decisions or of 万元",
    "change": "2019 only: a number of items, not of decisions or of 万元",
    "decisions": "2019 only: the form of 2021 has no such row",
    "projects": "2019 only: the form of 2021 has no such row",
    "amount": "fees collected (2021) or procurement (2019): the other edition asks for no such amount",
}

HARMONY = tuple(_harmony())
"""For every column of `to_wide`, in official order, what `harmonize=True` does and why."""
