"""A report as text again, in the canonical layout."""

from __future__ import annotations

from collections.abc import Iterator

from gidisc import canonical, form
from gidisc.facts import read_title
from gidisc.model import Cell, Group, Report, Row, Section, Status, Table


def render(report: Report, format: str = "text") -> str:
    r"""A report as text. `format="text"` is the canonical layout, which `parse` reads back; others raise `ValueError`.

    Read back it has the same cells, prose and outline, and the facts that its title, prose and signature settle.

    >>> print(gidisc.render(gidisc.parse("六、其他需要报告的事项\n无。")), end="")
    %gidisc 1
    ## 六、其他需要报告的事项
    无。
    """
    if format != "text":
        raise ValueError(f"format is {format!r}; gidisc renders 'text'")
    return canonical.HEADER + "".join(f"{line}\n" for line in _report(report))


def _report(report: Report) -> Iterator[str]:
    if report.title is not None:
        yield canonical.TITLE + report.title
    title = read_title(report.title or "")
    if report.agency and (title is None or title.agency is None):
        yield canonical.OFFICE + report.agency
    yield from _paragraphs(report.preface)
    waiting = {table.id: table for table in report.tables}
    for section in report.sections:
        yield from _section(section)
        for official in form.TABLES:
            if official.section == section.number and official.id in waiting:
                yield from _table(official, waiting.pop(official.id))
    for official in form.TABLES:
        if official.id in waiting:
            yield from _table(official, waiting.pop(official.id))
    if report.signature is not None:
        yield from (canonical.SIGNATURE + line for line in report.signature.split("\n"))


def _section(section: Section) -> Iterator[str]:
    if section.number is None:
        yield canonical.CHAPTER + (section.numeral or "") + section.heading
    else:
        heading = form.HEADINGS[section.number - 1]
        yield canonical.SECTION + heading.numeral + heading.label
    yield from _paragraphs(section.text)


def _paragraphs(prose: str) -> Iterator[str]:
    return map(canonical.escape_paragraph, prose.split("\n")) if prose else iter(())


def _table(official: form.Table, table: Table) -> Iterator[str]:
    if official.head is not None:
        yield head_line(official.head)
    yield from _members(official, table.rows)
    for extra in table.extra_rows:
        yield canonical.EXTRA_ROW + canonical.escape_cell(extra.label) + "".join(map(_cell, extra.values))


def _members(official: form.Table, members: tuple[Row | Group, ...]) -> Iterator[str]:
    for member in members:
        if isinstance(member, Group):
            yield from _group(official, member)
        elif member.is_shown:
            yield canonical.TABLE + _row_label(official, member) + "".join(map(_cell_of, member.cells))


def _group(official: form.Table, group: Group) -> Iterator[str]:
    if group.label is None and not any(row.is_shown for row in group.iter_rows()):
        return
    of_form = next(member for member in official.groups() if member.id == group.id)
    yield canonical.TABLE + of_form.printed
    last: form.Head | None = None
    # A row without cells stands under no head, so it is printed before any.
    for row in (
        sorted(group.rows, key=lambda row: isinstance(row, Row) and bool(row.cells)) if of_form.heads else group.rows
    ):
        head = next((head for head in of_form.heads if is_under(head, row)), None)
        if head is not None and head != last:
            yield head_line(head, unit_over(group))
            last = head
        yield from _members(official, (row,))


def _row_label(official: form.Table, row: Row) -> str:
    of_form = official.row(row.id)
    edition = next((head.edition for head in official.heads(of_form) if is_under(head, row)), None)
    return of_form.printed_in(edition)


def head_line(head: form.Head, unit: str | None = None) -> str:
    """The line of a table head, with the unit that it prints, if any."""
    labels = [head.corner, *(column.label for column in head.columns)]
    return canonical.TABLE + " | ".join(labels) + (f"（单位：{unit}）" if unit else "")


def is_under(head: form.Head, row: Row | Group) -> bool:
    """Whether the columns of a row are those of a head."""
    return isinstance(row, Row) and [cell.column for cell in row.cells] == [column.id for column in head.columns]


def unit_over(group: Group) -> str | None:
    """The unit that the head over a group of rows prints; None where it prints none."""
    cells = [cell for row in group.iter_rows() for cell in row.cells if cell.column == "amount"]
    return next((cell.unit for cell in cells if cell.unit and not cell.raw.endswith(cell.unit)), None)


def _cell_of(cell: Cell) -> str:
    if cell.status is Status.REFUSED:
        return f"{canonical.CELL} {canonical.REFUSED}"
    if cell.status is Status.ABSENT:
        return f"{canonical.CELL} {canonical.ABSENT}"
    return _cell(cell.raw)


def _cell(raw: str) -> str:
    return f"{canonical.CELL} {canonical.escape_cell(raw)}" if raw else canonical.CELL
