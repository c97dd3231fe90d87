"""The three tables of the form, and what is looked up across them."""

from gidisc.form.disputes import DISPUTES
from gidisc.form.proactive import PROACTIVE
from gidisc.form.requests import REQUESTS

TABLES = (PROACTIVE, REQUESTS, DISPUTES)

SIGNED_COLUMNS = {
    f"{table.id}.{row.id}.{column.id}": column.label
    for table in TABLES
    for row in table.rows()
    for head in table.heads(row)
    for column in head.columns
    if column.signed
}
"""The keys of the cells that may be negative, and the label of their column."""
