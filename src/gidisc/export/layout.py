"""The tables of a report as the official form lays them out: boxes on a grid, derived from the form.

Sources: the tables of 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from gidisc import form
from gidisc.model import Cell, Group, Row, Table
from gidisc.printing import is_under, unit_over

_HEAD_ROWS = 3  # of the table on requests
_LABEL_COLUMNS = 3  # of the same: a row may stand below a group of a group


@frozen(kw_only=True)
class Box:
    """A rectangle of the grid: where it begins, what it spans, and its text or the cell of the form it shows."""

    top: int
    left: int
    height: int = 1
    width: int = 1
    text: str = ""
    cell: Cell | None = None


def boxes(table: Table) -> list[Box]:
    """The boxes of a table, none over another; rows that the form does not know stand below."""
    official = form.table_of(table.id)
    laid = list({"proactive": _proactive, "requests": _requests, "disputes": _disputes}[table.id](official, table))
    bottom = max((box.top + box.height for box in laid), default=0)
    for top, extra in enumerate(table.extra_rows, bottom):
        laid += [Box(top=top, left=left, text=text) for left, text in enumerate((extra.label, *extra.values))]
    return laid


def _proactive(official: form.Table, table: Table) -> Iterator[Box]:
    """Blocks one below the other: the item of article 20, the head, the rows; the last column spans the rest."""
    width = 1 + max((len(row.cells) for row in table.iter_rows()), default=0)
    top = 0
    for group in table.items:
        yield Box(top=top, left=0, width=width, text=_group_of(official, group).printed)
        top += 1
        last: form.Head | None = None
        for row in group.iter_rows():
            head = next((head for head in _group_of(official, group).heads if is_under(head, row)), None)
            if head and head != last:
                yield from _across(top, [Box(top=top, left=0, text=text) for text in _head(head, group)], width)
                top, last = top + 1, head
            label = official.row(row.id).printed_in(head.edition if head else None)
            line = [Box(top=top, left=0, text=label), *(Box(top=top, left=0, cell=cell) for cell in row.cells)]
            yield from _across(top, line, width)
            top += 1


def _head(head: form.Head, group: Group) -> list[str]:
    unit = unit_over(group)
    note = f"（单位：{unit}）" if unit else ""
    return [head.corner, *(column.label + note * column.money for column in head.columns)]


def _across(top: int, line: Sequence[Box], width: int) -> Iterator[Box]:
    for left, box in enumerate(line):
        is_last = left == len(line) - 1
        yield Box(top=top, left=left, width=width - left if is_last else 1, text=box.text, cell=box.cell)


def _requests(official: form.Table, table: Table) -> Iterator[Box]:
    """Rows with their groups to the left, under a head of three rows: 自然人, 法人或其他组织 and its parts, 总计."""
    head = form.APPLICANTS
    first, *parts, total = (column.label for column in head.columns)
    left, right = _LABEL_COLUMNS, _LABEL_COLUMNS + len(head.columns) - 1
    yield Box(top=0, left=0, height=_HEAD_ROWS, width=left, text=f"（{form.BALANCE_NOTE}）")
    yield Box(top=0, left=left, width=len(head.columns), text=head.corner)
    yield Box(top=1, left=left, height=2, text=first)
    yield Box(top=1, left=left + 1, width=len(parts), text=form.APPLICANT_GROUP)
    for place, label in enumerate(parts, left + 1):
        yield Box(top=2, left=place, text=label)
    yield Box(top=1, left=right, height=2, text=total)
    yield from _rows(official, table.rows, _HEAD_ROWS, 0)


def _rows(official: form.Table, members: Sequence[Row | Group], top: int, left: int) -> Iterator[Box]:
    for member in members:
        if isinstance(member, Row):
            yield Box(top=top, left=left, width=_LABEL_COLUMNS - left, text=official.row(member.id).printed)
            for column, cell in enumerate(member.cells, _LABEL_COLUMNS):
                yield Box(top=top, left=column, cell=cell)
            top += 1
        else:
            height = _height(member)
            width = 1 if member.rows else _LABEL_COLUMNS - left
            yield Box(top=top, left=left, height=height, width=width, text=_group_of(official, member).printed)
            yield from _rows(official, member.rows, top, left + 1)
            top += height


def _height(member: Row | Group) -> int:
    """The lines of the grid that it takes; a group without rows, where the edition is unknown, has its own."""
    return max(1, sum(map(_height, member.rows))) if isinstance(member, Group) else 1


def _disputes(official: form.Table, table: Table) -> Iterator[Box]:
    """Cases side by side, their results below them, and one line of values."""
    left = 0
    for member in table.rows:
        rows = [member] if isinstance(member, Row) else list(member.iter_rows())
        width = sum(len(row.cells) for row in rows)
        if isinstance(member, Row):
            yield Box(top=0, left=left, height=2, width=width, text=official.row(member.id).printed)
        else:
            yield Box(top=0, left=left, width=width, text=_group_of(official, member).printed)
        for row in rows:
            if isinstance(member, Group):
                yield Box(top=1, left=left, width=len(row.cells), text=official.row(row.id).printed)
            for place, (column, cell) in enumerate(zip(form.RESULTS.columns, row.cells, strict=True), left):
                yield Box(top=2, left=place, text=column.label)
                yield Box(top=3, left=place, cell=cell)
            left += len(row.cells)


def _group_of(official: form.Table, group: Group) -> form.Group:
    return next(of_form for of_form in official.groups() if of_form.id == group.id)
