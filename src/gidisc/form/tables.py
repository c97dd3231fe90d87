"""The three tables of the form, and what is looked up across them."""

from __future__ import annotations

from gidisc.form.disputes import DISPUTES
from gidisc.form.elements import Table
from gidisc.form.proactive import PROACTIVE
from gidisc.form.requests import REQUESTS

TABLES = (PROACTIVE, REQUESTS, DISPUTES)

COLUMNS = {
    f"{table.id}.{row.id}.{column.id}": column
    for table in TABLES
    for row in table.rows()
    for head in table.heads(row)
    for column in head.columns
}
"""The columns of all cells, of both editions in official order, by the keys of the cells."""

SIGNED_COLUMNS = {key: column.label for key, column in COLUMNS.items() if column.signed}
"""The keys of the cells that may be negative, and the label of their column."""


def table_of(table_id: str) -> Table:
    """The table of an id."""
    return next(table for table in TABLES if table.id == table_id)
