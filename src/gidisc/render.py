"""A report as text again, in the canonical layout."""

from __future__ import annotations

from collections.abc import Iterator

from gidisc import canonical, form
from gidisc.facts import is_office_name, read_title
from gidisc.model import Cell, Group, Report, Row, Section, Status, Table
from gidisc.values import squeeze


def render(report: Report, format: str = "text") -> str:
    """A report as text. `format="text"` is the canonical layout, which `parse` reads back; others raise `ValueError`."""
    if format != "text":
        raise ValueError(f"format is {format!r}; gidisc renders 'text'")
    return canonical.HEADER + "".join(f"{line}\n" for line in _report(report))


def _report(report: Report) -> Iterator[str]:
    if report.title is not None:
        yield canonical.TITLE + report.title
    title = read_title(report.title or "")
    if report.agency and (title is None or title.agency is None) and is_office_name(squeeze(report.agency)):
        yield canonical.OFFICE + report.agency
    yield from map(canonical.escape_paragraph, report.preface.splitlines())
    waiting = {table.id: table for table in report.tables}
    for section in report.sections:
        yield from _section(section)
        for official in form.TABLES:
            if official.section == section.number and official.id in waiting:
                yield from _table(official, waiting.pop(official.id))
    for official in form.TABLES:
        if official.id in waiting:
            yield from _table(official, waiting.pop(official.id))
    for line in (report.signature or "").splitlines():
        yield canonical.SIGNATURE + line


def _section(section: Section) -> Iterator[str]:
    if section.number is None:
        yield canonical.CHAPTER + (section.numeral or "") + section.heading
    else:
        heading = form.HEADINGS[section.number - 1]
        yield canonical.SECTION + heading.numeral + heading.label
    yield from map(canonical.escape_paragraph, section.text.splitlines())


def _table(official: form.Table, table: Table) -> Iterator[str]:
    if official.head is not None:
        yield head_line(official.head)
    yield from _members(official, table.rows)
    for extra in table.extra_rows:
        yield canonical.EXTRA_ROW + canonical.escape_cell(extra.label) + "".join(map(_cell, extra.values))


def _members(official: form.Table, members: tuple[Row | Group, ...]) -> Iterator[str]:
    groups = {group.id: group for group in official.groups()}
    for member in members:
        if isinstance(member, Row):
            if _is_printed(member):
                yield canonical.TABLE + _row_label(official, member) + "".join(map(_cell_of, member.cells))
            continue
        if member.label is None and not _is_printed(member):
            continue
        group = groups[member.id]
        yield canonical.TABLE + group.printed
        head = next((head for head in group.heads if _has(head, member)), None)
        if head is not None:
            yield head_line(head, _unit(member))
        yield from _members(official, member.rows)


def _is_printed(member: Row | Group) -> bool:
    if isinstance(member, Group):
        return any(map(_is_printed, member.rows))
    return any(cell.status is not Status.ABSENT for cell in member.cells)


def _row_label(official: form.Table, row: Row) -> str:
    return next(official_row.printed for official_row in official.rows() if official_row.id == row.id)


def head_line(head: form.Head, unit: str | None = None) -> str:
    """The line of a table head, with the unit that it prints, if any."""
    labels = [head.corner, *(column.label for column in head.columns)]
    return canonical.TABLE + " | ".join(labels) + (f"（单位：{unit}）" if unit else "")


def _has(head: form.Head, group: Group) -> bool:
    ids = [column.id for column in head.columns]
    rows = [row for row in group.rows if isinstance(row, Row) and _is_printed(row)]
    return any([cell.column for cell in row.cells] == ids for row in rows)


def _unit(group: Group) -> str | None:
    cells = [cell for row in group.rows if isinstance(row, Row) for cell in row.cells if cell.column == "amount"]
    return next((cell.unit for cell in cells if cell.unit and not cell.raw.endswith(cell.unit)), None)


def _cell_of(cell: Cell) -> str:
    if cell.status is Status.REFUSED:
        return f"{canonical.CELL} {canonical.REFUSED}"
    if cell.status is Status.ABSENT:
        return f"{canonical.CELL} {canonical.ABSENT}"
    return _cell(cell.raw)


def _cell(raw: str) -> str:
    return f"{canonical.CELL} {canonical.escape_cell(raw)}" if raw else canonical.CELL
