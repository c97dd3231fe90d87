"""The tables of a report as grids of boxes, as the official form draws them: merged cells and heads of several rows."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from gidisc import form
from gidisc.form import Column, Group, Head, Row, Table
from gidisc.strategies.content import Content
from gidisc.strategies.sheet import Ink


@frozen
class Box:
    """A cell of a grid: what it shows, where it begins, how many rows and columns it takes."""

    text: str
    row: int
    column: int
    height: int = 1
    width: int = 1
    is_value: bool = False


@frozen(kw_only=True)
class Line:
    """A row of the form or a heading between its rows: `label`, and (head of the column, value) for each value."""

    label: str
    values: tuple[tuple[str, str], ...] = ()
    is_group: bool = False
    depth: int = 0


@frozen(kw_only=True)
class Grid:
    """A table: its boxes in reading order, and the same table as `head` and `lines`, for layouts that have no grid."""

    table: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    head: tuple[str, ...]
    lines: tuple[Line, ...]

    def rows(self) -> Iterator[list[Box]]:
        """For every row of the grid the boxes that begin there."""
        for row in range(self.height):
            yield [box for box in self.boxes if box.row == row]

    def matrix(self, *, repeat: bool = False) -> list[list[str]]:
        """Every field of the grid; what a merged cell covers is empty, or its text again where `repeat`."""
        fields = [[""] * self.width for _ in range(self.height)]
        for box in self.boxes:
            for row in range(box.row, box.row + box.height):
                for column in range(box.column, box.column + box.width):
                    if repeat or (row, column) == (box.row, box.column):
                        fields[row][column] = box.text
        return fields


def grids(content: Content, ink: Ink) -> list[Grid]:
    """The three tables of a report, its values as marks."""
    return [_proactive(content, ink), _requests(content, ink), _disputes(content, ink)]


def _value(content: Content, ink: Ink, table: Table, row: Row, column: Column) -> str:
    key = f"{table.id}.{row.id}.{column.id}"
    return ink.mark(key, content.cells[key])


def _values(content: Content, ink: Ink, table: Table, row: Row) -> tuple[tuple[str, str], ...]:
    columns = table.columns(row, content.edition)
    return tuple((column.label, _value(content, ink, table, row, column)) for column in columns)


def _proactive(content: Content, ink: Ink) -> Grid:
    """The table of proactive disclosure: four columns, and a head of its own under every item of article 20."""
    boxes: list[Box] = []
    lines: list[Line] = []
    at = 0
    for group in form.PROACTIVE.groups():
        if content.edition not in group.editions:
            continue
        head = next(head for head in group.heads if head.edition is content.edition)
        labels = [column.label + _unit(content, column) for column in head.columns]
        boxes.append(Box(group.label, at, 0, width=4))
        boxes += _across(head.corner, labels, at + 1)
        lines += [Line(label=group.label, is_group=True), Line(label=" ".join([head.corner, *labels]), is_group=True)]
        at += 2
        for row in group.members:
            if isinstance(row, Row) and content.edition in row.editions:
                line = Line(label=row.label, values=_values(content, ink, form.PROACTIVE, row))
                boxes += _across(line.label, [value for _, value in line.values], at, is_value=True)
                lines.append(line)
                at += 1
    return Grid(table="proactive", width=4, height=at, boxes=tuple(boxes), head=(), lines=tuple(lines))


def _unit(content: Content, column: Column) -> str:
    return f"（单位：{content.unit}）" if column.money and content.unit else ""


def _across(label: str, texts: list[str], row: int, *, is_value: bool = False) -> list[Box]:
    """A label and one to three boxes beside it, the last of which takes what is left of the four columns."""
    boxes = [Box(label, row, 0)]
    for index, text in enumerate(texts, start=1):
        width = 4 - index if index == len(texts) else 1
        boxes.append(Box(text, row, index, width=width, is_value=is_value))
    return boxes


def _requests(content: Content, ink: Ink) -> Grid:
    """The table of requests: three columns of labels, seven of values, a head of three rows."""
    boxes = _applicant_head(form.APPLICANTS)
    lines: list[Line] = []

    def add(members: tuple[Row | Group, ...], depth: int) -> int:
        """Append rows and groups; gives how many rows they take."""
        taken = 0
        for member in members:
            if content.edition not in member.editions:
                continue
            if isinstance(member, Group):
                at = _next_row(boxes)
                place = len(boxes)
                lines.append(Line(label=member.printed, is_group=True, depth=depth))
                height = add(member.members, depth + 1)
                boxes.insert(place, Box(member.printed, at, depth, height=height))
            else:
                height = 1
                line = Line(label=member.printed, values=_values(content, ink, form.REQUESTS, member), depth=depth)
                lines.append(line)
                at = _next_row(boxes)
                boxes.append(Box(line.label, at, depth, width=3 - depth))
                boxes.extend(Box(text, at, 3 + index, is_value=True) for index, (_, text) in enumerate(line.values))
            taken += height
        return taken

    height = 3 + add(form.REQUESTS.members, 0)
    return Grid(
        table="requests",
        width=10,
        height=height,
        boxes=tuple(sorted(boxes, key=lambda box: (box.row, box.column))),
        head=tuple(box.text for box in boxes if box.row < 3),
        lines=tuple(lines),
    )


def _next_row(boxes: list[Box]) -> int:
    """The row below the last row of values, or below the head."""
    return max((box.row + 1 for box in boxes if box.is_value), default=3)


def _applicant_head(head: Head) -> list[Box]:
    person, *organisations, total = (column.label for column in head.columns)
    return [
        Box(f"（{form.BALANCE_NOTE}）", 0, 0, height=3, width=3),
        Box(head.corner, 0, 3, width=7),
        Box(person, 1, 3, height=2),
        Box(form.APPLICANT_GROUP, 1, 4, width=5),
        Box(total, 1, 9, height=2),
        *(Box(label, 2, 4 + index) for index, label in enumerate(organisations)),
    ]


def _disputes(content: Content, ink: Ink) -> Grid:
    """The table of disputes: fifteen values in one row below a head of three."""
    labels = [column.label for column in form.RESULTS.columns]
    boxes: list[Box] = []
    lines: list[Line] = []
    values: list[Box] = []
    at = 0
    for member in form.DISPUTES.members:
        rows = member.members if isinstance(member, Group) else (member,)
        boxes.append(Box(member.label, 0, at, width=5 * len(rows)))
        if isinstance(member, Group):
            lines.append(Line(label=member.label, is_group=True))
        for row in rows:
            assert isinstance(row, Row)  # the groups of this table hold rows only
            boxes += _results(row.label if isinstance(member, Group) else None, labels, at)
            line = Line(label=row.label, values=_values(content, ink, form.DISPUTES, row))
            values += [Box(text, 3, at + index, is_value=True) for index, (_, text) in enumerate(line.values)]
            lines.append(line)
            at += 5
    boxes.sort(key=lambda box: (box.row, box.column))
    return Grid(
        table="disputes",
        width=at,
        height=4,
        boxes=(*boxes, *values),
        head=tuple(box.text for box in boxes),
        lines=tuple(lines),
    )


def _results(label: str | None, labels: list[str], at: int) -> list[Box]:
    """The five heads of one kind of case: below its label, or over two rows where that has none of its own."""
    if label is None:
        return [Box(text, 1, at + index, height=2) for index, text in enumerate(labels)]
    return [Box(label, 1, at, width=5), *(Box(text, 2, at + index) for index, text in enumerate(labels))]
