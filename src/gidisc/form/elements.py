"""What the form is made of: headings, columns under heads, rows in groups, tables."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from attrs import frozen

from gidisc.form.editions import BOTH, Edition


@frozen(kw_only=True)
class Heading:
    """One of the six sections: its number, its official heading, and other wordings met in print.

    A short line with its numeral is this heading, too, if it has a word of each of `words`.
    """

    number: int
    label: str
    wordings: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()

    @property
    def numeral(self) -> str:
        """The numeral that the form prints before the heading, such as `一、`."""
        return "一二三四五六"[self.number - 1] + "、"


@frozen(kw_only=True, eq=False)
class Column:
    """A column: its id, its official head, and what else tells it apart in damaged print.

    `money` marks amounts, which may have decimals; `signed` marks 本年增/减, which may be negative.
    """

    id: str
    label: str
    wordings: tuple[str, ...] = ()
    money: bool = False
    signed: bool = False


@frozen(kw_only=True, eq=False)
class Head:
    """The head of one block of rows: its columns, and the edition that prints it (None: both)."""

    id: str
    corner: str
    columns: tuple[Column, ...]
    edition: Edition | None = None


@frozen(kw_only=True, eq=False)
class Row:
    """A row of values: its id, its number and label as the form prints them, and other wordings met in print.

    `label_2019` is the label of the form of 2019 where it differs.
    """

    id: str
    number: str = ""
    label: str
    path: str
    wordings: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = BOTH
    label_2019: str | None = None

    @property
    def printed(self) -> str:
        """Number and label as the form prints them."""
        return self.number + self.label

    def printed_in(self, edition: Edition | None) -> str:
        """Number and label as the form of one edition prints them."""
        if edition is Edition.FORM_2019 and self.label_2019:
            return self.number + self.label_2019
        return self.printed


@frozen(kw_only=True, eq=False)
class Group:
    """A heading inside a table and the rows and groups below it."""

    id: str
    number: str = ""
    label: str
    path: str
    members: tuple[Row | Group, ...]
    heads: tuple[Head, ...] = ()
    editions: tuple[Edition, ...] = BOTH

    @property
    def printed(self) -> str:
        """Number and label as the form prints them."""
        return self.number + self.label


@frozen(kw_only=True, eq=False)
class Table:
    """One of the three tables. `section` is the number of the section that holds it."""

    id: str
    section: int
    members: tuple[Row | Group, ...]
    head: Head | None = None

    def rows(self, edition: Edition | None = None) -> Iterator[Row]:
        """The rows in official order, those of one edition or of both."""
        for row in self._rows.values():
            if edition is None or edition in row.editions:
                yield row

    def row(self, row_id: str) -> Row:
        """The row of an id; raises `KeyError` for others."""
        return self._rows[row_id]

    def groups(self) -> Iterator[Group]:
        """The groups in official order, outer ones first."""
        yield from _groups(self.members)

    def path(self, row_id: str) -> tuple[Group, ...]:
        """The groups that hold a row, from the outermost on; raises `KeyError` for an id that is no row's."""
        return self._paths[row_id]

    def heads(self, row: Row) -> tuple[Head, ...]:
        """The heads that can stand over a row, one an edition."""
        for group in self._paths[row.id]:
            if group.heads:
                return group.heads
        return (self.head,) if self.head else ()

    def columns(self, row: Row, edition: Edition) -> tuple[Column, ...]:
        """The columns that the form of one edition has over a row; none where it has no such row."""
        for head in self.heads(row):
            if head.edition in (None, edition) and edition in row.editions:
                return head.columns
        return ()

    @functools.cached_property
    def _rows(self) -> dict[str, Row]:
        return {row.id: row for row in _rows(self.members)}

    @functools.cached_property
    def _paths(self) -> dict[str, tuple[Group, ...]]:
        holding = {group: {row.id for row in _rows(group.members)} for group in self.groups()}
        return {id_: tuple(group for group, held in holding.items() if id_ in held) for id_ in self._rows}


def _rows(members: tuple[Row | Group, ...]) -> Iterator[Row]:
    for member in members:
        if isinstance(member, Row):
            yield member
        else:
            yield from _rows(member.members)


def _groups(members: tuple[Row | Group, ...]) -> Iterator[Group]:
    for member in members:
        if isinstance(member, Group):
            yield member
            yield from _groups(member.members)
