"""The lines of the tables as the grammar named them, and what a text prints of one table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from gidisc import canonical, form
from gidisc.form import Edition
from gidisc.ledger import Lexeme

OTHER_OUTCOMES = "other_outcomes"
"""The id of （六）其他处理, a row in the form of 2019 and the heading of three rows in that of 2021."""

_HEAD_UNIT = re.compile(r"（单位：.*?(?P<unit>(?<![美欧日港])[十百千万亿]*元)")
_DIGIT = re.compile(r"[0-9]")
_EDITIONS = {row.id: row.editions for table in form.TABLES for row in table.rows()}
_TABLE_HEADS = {table.head.id: table.head for table in form.TABLES if table.head}


@frozen
class HeadLine:
    """A line of column heads."""

    head: form.Head
    lexeme: Lexeme

    @property
    def unit(self) -> str | None:
        """The unit of money that it prints."""
        match = _HEAD_UNIT.search(self.lexeme.text)
        return match["unit"] if match else None


@frozen
class RowLine:
    """A row of the form, and the head that it stands under in its item."""

    id: str
    lexeme: Lexeme
    head: HeadLine | None = None

    def cells(self) -> list[tuple[str, int, int]]:
        """Its cells, still escaped, and where they stand in the canonical text."""
        at = self.lexeme.start
        split = canonical.split_cells(self.lexeme.text, _cells_at(self.lexeme))
        return [(text, at + low, at + high) for text, low, high in split]


@frozen
class ExtraLine:
    """A row that the form does not know."""

    lexeme: Lexeme


@frozen
class GroupLine:
    """A heading inside a table, or the head of a whole table, and the lines below it."""

    id: str
    lexeme: Lexeme
    lines: tuple[TableLine, ...]

    def is_row(self) -> bool:
        """Whether it is a row of values itself, as （六）其他处理 is in the form of 2019."""
        nested = any(isinstance(line, RowLine) for line in self.lines)
        return self.id == OTHER_OUTCOMES and canonical.CELL in self.lexeme.text and not nested


TableLine = HeadLine | RowLine | ExtraLine | GroupLine


def edition_signs(lines: Iterable[TableLine]) -> Iterator[tuple[Lexeme, Edition]]:
    """The lines that only one edition of the form prints.

    The heading of an item is no sign beside a sign below it: the canonical layout prints it over every row of the item.
    Nor is （六）其他处理 without numbers: the text may have lost the rows below it.
    """
    for line in lines:
        if isinstance(line, HeadLine) and line.head.edition:
            yield line.lexeme, line.head.edition
        elif isinstance(line, RowLine) and len(_EDITIONS[line.id]) == 1:
            yield line.lexeme, _EDITIONS[line.id][0]
        elif isinstance(line, GroupLine):
            below = list(edition_signs(line.lines))
            if (line.is_row() and _DIGIT.search(line.lexeme.text)) or (line.id == "item_9" and not below):
                yield line.lexeme, Edition.FORM_2019
            yield from below


@define
class PrintedTable:
    """What the text prints of one table: lines by the id of what they are."""

    rows: dict[str, list[RowLine]] = field(factory=dict)
    labels: dict[str, list[Lexeme]] = field(factory=dict)
    heads: dict[str, list[HeadLine]] = field(factory=dict)
    extra: list[Lexeme] = field(factory=list)

    @classmethod
    def collect(cls, groups: Iterable[GroupLine]) -> PrintedTable:
        """What stands in the groups of a table."""
        printed = cls()
        for line in _flat(groups):
            printed._add(line)
        return printed

    def _add(self, line: TableLine) -> None:
        if isinstance(line, RowLine):
            self.rows.setdefault(line.id, []).append(line)
        elif isinstance(line, ExtraLine):
            self.extra.append(line.lexeme)
        elif isinstance(line, GroupLine):
            self._add_group(line)

    def _add_group(self, line: GroupLine) -> None:
        if line.id in _TABLE_HEADS:
            self.heads.setdefault(line.id, []).append(HeadLine(_TABLE_HEADS[line.id], line.lexeme))
        elif line.is_row():
            self.rows.setdefault(line.id, []).append(RowLine(line.id, line.lexeme))
        else:
            self.labels.setdefault(line.id, []).append(line.lexeme)
        heads = [inner for inner in line.lines if isinstance(inner, HeadLine)]
        self.heads.setdefault(line.id, []).extend(heads)


def label_at(lexeme: Lexeme) -> tuple[int, int]:
    """Where the label of a row or a group stands in the canonical text."""
    return lexeme.after(canonical.TABLE), lexeme.start + _cells_at(lexeme)


def _cells_at(lexeme: Lexeme) -> int:
    """Where the cells of a line begin, within the line."""
    start = lexeme.text.find(canonical.CELL, len(canonical.TABLE))
    return start if start >= 0 else len(lexeme.text) - 1


def _flat(lines: Iterable[TableLine]) -> Iterator[TableLine]:
    for line in lines:
        yield line
        if isinstance(line, GroupLine):
            yield from _flat(line.lines)
