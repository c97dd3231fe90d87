"""What counting the values of a whole report settles.

Some tools print the cells of a table in blocks: behind all its labels, behind the next heading, among the labels of
another table. Where all are the same number, and as many as the report has cells, it has been read whole whichever of
them was whose. And where the values before the heads of the last table are those that the tables before it lack, they
say nothing about its own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from attrs import frozen

from gidisc import form
from gidisc.normalize.disputes import DisputesText
from gidisc.normalize.found import HeadText, TableText
from gidisc.normalize.heads import best_head
from gidisc.normalize.labels import Sighting
from gidisc.normalize.tokens import Token

_UNIT = re.compile(r"[万亿千]?元")
_ZERO_AMOUNT = re.compile(r"0\.0+")


@frozen
class _Count:
    """The cells of a table, how many of them hold amounts, and the values that are printed where it stands.

    `known` says that all its rows and heads are there, `whole` that they are, and nothing that the form does not know.
    """

    cells: int
    amounts: int
    values: list[Token]
    known: bool = True
    whole: bool = True


def settle_by_count(folded: str, tables: Sequence[TableText], disputes: DisputesText | None) -> None:
    """Give the cells of the tables their values where counting settles them.

    Values may have gone from one table to another: all tables are looked at together, and a table is given alone only
    where each other has as many values as cells, or none.
    """
    if (disputes is None or disputes.cells is not None) and all(map(_is_full, tables)):
        return
    counted: list[tuple[TableText | DisputesText, _Count]] = [(table, _count(table)) for table in tables]
    if disputes is not None:
        counted.append((disputes, _count_disputes(disputes)))
    together = len(counted) == len(form.TABLES) and _dealt([count for _, count in counted])
    uneven = [table for table, count in counted if len(count.values) not in (0, count.cells)]
    for index, (table, count) in enumerate(counted):
        alone = None if any(other is not table for other in uneven) else _dealt([count])
        cells = together[index] if together else alone[0] if alone else None
        if isinstance(table, DisputesText):
            if cells is not None:
                table.give(cells)
            elif len(counted) == len(form.TABLES) and _adds_up([count for _, count in counted]):
                table.leave_strays()
        elif cells is not None:
            _give(folded, table, cells)


def _is_full(table: TableText) -> bool:
    """Whether each row has as many values as cells already, and none went astray."""
    return not table.strays and all(len(row.values) == row.width and not row.strays for row in table.rows)


def _adds_up(counts: Sequence[_Count]) -> bool:
    """Whether the text shows all tables but for their order: their rows and heads, and as many values as cells."""
    return all(count.known for count in counts) and sum(len(count.values) - count.cells for count in counts) == 0


def _count(table: TableText) -> _Count:
    """The cells of 二 or 三 by the edition that its rows and heads show."""
    shown = [*table.strays, *(value for row in table.rows for value in (*row.values, *row.strays))]
    known = not table.words and not any(row.words for row in table.rows)
    edition = _edition(table)
    rows = [] if edition is None else list(table.form.rows(edition))
    columns = [column for row in rows for column in table.form.columns(row, edition or form.Edition.FORM_2021)]
    if edition is None or _heads(table, edition).keys() < _headed(table.form, edition):
        return _Count(_most_cells(table.form), 0, shown, known=False, whole=False)
    return _Count(len(columns), sum(column.money for column in columns), shown, whole=known)


def _edition(table: TableText) -> form.Edition | None:
    """The edition whose rows and heads a table has, all of them and no others; None where there is none."""
    printed = "".join(sighting.wording for sighting in table.columns)
    for edition in form.Edition:
        rows = list(table.form.rows(edition))
        choices = [choice for row in rows if len(choice := table.form.heads(row)) > 1]
        if [row.id for row in rows] == [row.id for row in table.rows] and all(
            head is not None and head.edition is edition for head in (best_head(printed, choice) for choice in choices)
        ):
            return edition
    return None


def _heads(table: TableText, edition: form.Edition) -> dict[str, HeadText]:
    """The heads of the items of a table in the order of the form, each with names of columns that no other has."""
    left: dict[str, list[Sighting]] = {}
    for sighting in table.columns:
        left.setdefault(sighting.term.label, []).append(sighting)
    heads = {}
    for group in table.form.groups():
        head = next((head for head in group.heads if head.edition is edition), None)
        named = [left[column.label].pop(0) for column in head.columns if left.get(column.label)] if head else []
        if head is not None and named:
            heads[group.id] = HeadText(head, sorted(span for sighting in named for span in sighting.spans))
    return heads


def _headed(table: form.Table, edition: form.Edition) -> set[str]:
    """The items of a table that have heads of their own."""
    return {group.id for group in table.groups() if any(head.edition is edition for head in group.heads)}


def _count_disputes(disputes: DisputesText) -> _Count:
    size = _most_cells(form.DISPUTES)
    if disputes.cells is not None:
        return _Count(size, 0, disputes.values, whole=len(disputes.values) == size)
    return _Count(size, 0, disputes.shown, whole=disputes.is_pure)


def _most_cells(table: form.Table) -> int:
    return max(sum(len(table.columns(row, edition)) for row in table.rows(edition)) for edition in form.Edition)


def _dealt(counts: Sequence[_Count]) -> list[list[Token]] | None:
    """The values of each table if all are the same number and as many as cells; None otherwise.

    Zero with decimals among plain zeros is the amount, which no other cell can be; the form has it last in its table.
    """
    values = sorted(itertools.chain.from_iterable(count.values for count in counts), key=lambda value: value.start)
    if not all(count.whole for count in counts) or len(values) != sum(count.cells for count in counts):
        return None
    amounts = [value for value in values if _ZERO_AMOUNT.fullmatch(value.text)]
    plain = [value for value in values if value not in amounts]
    if len({value.text for value in plain}) != 1 or len(amounts) > sum(count.amounts for count in counts):
        return None
    if amounts and plain[0].text != "0":
        return None
    left = iter(plain)
    dealt = []
    for count in counts:
        apart = amounts if count.amounts else []
        dealt.append([*itertools.islice(left, count.cells - len(apart)), *apart])
    return dealt


def _give(folded: str, table: TableText, values: Sequence[Token]) -> None:
    """The values in the order of the form's cells."""
    if sum(row.width for row in table.rows) != len(values):
        _put_under_heads(folded, table)
    left = iter(values)
    table.alike = [list(itertools.islice(left, row.width)) for row in table.rows]


def _put_under_heads(folded: str, table: TableText) -> None:
    """Rows under the heads of their edition, wherever those are printed."""
    edition = _edition(table)
    assert edition is not None  # no other table has been counted whole
    heads = _heads(table, edition)
    unit = _UNIT.search("".join(folded[span.start : span.end] for span in table.known))
    for row in table.rows:
        row.under = heads[table.form.path(row.id)[0].id]
        row.head = row.under.head
        row.under.unit = unit[0] if unit and any(column.money for column in row.head.columns) else None
    table.heads = list(heads.values())
