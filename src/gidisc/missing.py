"""What the form has and a report does not show: sections, tables and rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from gidisc import form
from gidisc.model import Report, Table


@frozen
class Missing:
    """Something missing: the code of its diagnostic, the arguments of the message, and the table it is about."""

    code: str
    arguments: dict[str, Any]
    table: form.Table | None = None


def missing(report: Report) -> Iterator[Missing]:
    """What of the form a report does not show.

    Sources: the six headings and three tables of 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号.
    """
    for heading in form.HEADINGS:
        if report.section(heading.number) is None:
            yield Missing("section-missing", {"number": heading.number, "label": heading.label})
    for official, table in zip(form.TABLES, (report.proactive, report.requests, report.disputes), strict=True):
        if table is None:
            label = form.HEADINGS[official.section - 1].label
            yield Missing("table-missing", {"number": official.section, "label": label}, official)
        else:
            yield from _missing_rows(official, table)


def _missing_rows(official: form.Table, table: Table) -> Iterator[Missing]:
    labels = {row.id: row.printed for row in official.rows()}
    unshown = [labels[row.id] for row in table.iter_rows() if not row.is_shown]
    if unshown:
        yield Missing("rows-missing", {"labels": "、".join(unshown)}, official)
