"""A report as lines in its own order, and the diagnostics under the lines that they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from gidisc import form
from gidisc.diagnostics import Diagnostic
from gidisc.model import Group, Paragraph, Report, Row, Section, Subsection, Table
from gidisc.source import Span


@frozen(kw_only=True)
class Shown:
    """A line to show: the node that it is of, how deep it stands, and the part of the source that it is about.

    `label` is number and label as the official form prints them, where the node is a row or a group of a table.
    """

    node: Report | Section | Subsection | Paragraph | Table | Group | Row
    label: str = ""
    depth: int = 0
    span: Span | None = None
    diagnostics: list[Diagnostic] = field(factory=list)


def outline(report: Report) -> tuple[list[Shown], list[Diagnostic]]:
    """The lines of a report, each with its diagnostics, and the diagnostics of no line."""
    lines = list(_report(report))
    rows = {cell.key: line for line in lines if isinstance(line.node, Row) for cell in line.node.cells}
    rest: list[Diagnostic] = []
    for diagnostic in report.diagnostics:
        line = _line_of(diagnostic, lines, rows)
        (rest if line is None else line.diagnostics).append(diagnostic)
    return lines, rest


def _report(report: Report) -> Iterator[Shown]:
    yield Shown(node=report, span=_span_of_title(report))
    waiting = {table.id: table for table in report.tables}
    for section in report.sections:
        yield Shown(node=section, span=section.span)
        yield from _blocks(section.blocks, 1)
        for official in form.TABLES:
            if official.section == section.number and official.id in waiting:
                yield from _table(waiting.pop(official.id))
    for table in waiting.values():
        yield from _table(table)


def _span_of_title(report: Report) -> Span | None:
    return next((piece.span for piece in report.accounting() if piece.ref == "title"), None)


def _blocks(blocks: Iterable[Subsection | Paragraph], depth: int) -> Iterator[Shown]:
    for block in blocks:
        yield Shown(node=block, depth=depth, span=block.span)
        if isinstance(block, Subsection):
            yield from _blocks(block.blocks, depth + 1)


def _table(table: Table) -> Iterator[Shown]:
    yield Shown(node=table, span=table.span)
    yield from _members(form.table_of(table.id), table.rows, 0)


def _members(official: form.Table, members: Iterable[Row | Group], depth: int) -> Iterator[Shown]:
    for member in members:
        yield Shown(node=member, label=_label(official, member), depth=depth, span=member.span)
        if isinstance(member, Group):
            yield from _members(official, member.rows, depth + 1)


def _label(official: form.Table, member: Row | Group) -> str:
    if isinstance(member, Group):
        return next(group for group in official.groups() if group.id == member.id).printed
    head = head_over(official, member)
    return official.row(member.id).printed_in(head.edition if head else None)


def head_over(official: form.Table, row: Row) -> form.Head | None:
    """The head of the form with the columns of a row; None for a row without."""
    columns = [cell.column for cell in row.cells]
    heads = official.heads(official.row(row.id))
    return next((head for head in heads if [column.id for column in head.columns] == columns), None)


def _line_of(diagnostic: Diagnostic, lines: list[Shown], rows: dict[str, Shown]) -> Shown | None:
    """The row of its first cell, else the smallest node around its place, else the last one that begins before it."""
    if diagnostic.cells and diagnostic.cells[0] in rows:
        return rows[diagnostic.cells[0]]
    if not diagnostic.places:
        return None
    start = diagnostic.places[0].span.start
    placed = [(line.span, line) for line in lines if line.span is not None and line.span.start <= start]
    around = [(span.end - span.start, line) for span, line in placed if start < span.end]
    if around:
        # Of nodes around the same stretch the innermost, which stands last.
        return min(reversed(around), key=lambda found: found[0])[1]
    return max(placed, key=lambda found: found[0].start)[1] if placed else None
