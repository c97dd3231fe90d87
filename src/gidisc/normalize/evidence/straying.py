"""What a table as a whole shows of values that went astray, so that no row like those concerned is certain."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Sequence

from attrs import frozen

from gidisc import form
from gidisc.normalize.evidence.placement import Placement
from gidisc.normalize.evidence.standing import has_own_line, is_stacked, on_line, separated, stand_beside_labels
from gidisc.normalize.evidence.steps import shifted_by_lines, traded_lines
from gidisc.normalize.evidence.whole import Whole
from gidisc.normalize.found import RowText, TableText

_FEWEST_ALIKE = 2
_FEWEST_STACKED = 3
_MOST = 2 / 3


@frozen(kw_only=True)
class Straying:
    """The signs of a table.

    `blanks` says that rows have no values, `traceless` that blank cells of others leave no trace. `shifted` are the
    rows between one with too many values or lines and one that lacks some, or behind one that lacks those behind it;
    `traded` those that may have a line of a neighbour's. `stacked` says that labels were printed in stacks, `displaced`
    that values of several rows stand behind labels of others. `beside` tables have the values of nearly all rows on the
    lines of their labels, `lined` ones have them on one line each and blanks without a trace, `in_blocks` ones have
    some beside a label and more below it, which may be of the next. `uncounted` says that as many values as cells make
    no full row, unless each stands between separators (`barred`: as in most rows); `swamped` that not even these do.
    """

    blanks: bool
    traceless: bool
    shifted: frozenset[int]
    traded: frozenset[int]
    stacked: bool
    displaced: bool
    beside: bool
    lined: bool
    in_blocks: bool
    uncounted: bool
    barred: bool
    swamped: bool

    @classmethod
    def learn(cls, folded: str, table: TableText, placements: Sequence[Placement], whole: Whole) -> Straying:
        """What the rows of a table, their placements and the rest of the text show."""
        rows = table.rows
        # Values may follow the last label of a stack, or words behind it.
        stacks = sum(
            not before.values and (placed.refused == "row-crowded" or (not row.values and len(row.strays) > 0))
            for (before, row), placed in zip(itertools.pairwise(rows), placements[1:], strict=True)
        )
        if _are_behind_labels(rows) or _stands_below_labels(folded, rows) or _stand_below_pairs(folded, table):
            stacks = len(rows)
        parted = sum(is_parted(table, row) for row in rows if row.values)
        blanks = any(not row.values for row in rows)
        traceless = any(placed.refused == "cell-refused" for placed in placements)
        uncounted = _count_proves_nothing(rows, placements) or (whole.splits_numbers and traceless)
        several = [row for row in rows if len(row.values) > 1]
        joined = any(value.holds_several for row in rows for value in row.values)
        # Bars in few rows are stray signs.
        barred = (uncounted or traceless or joined) and 2 * sum(separated(folded, row) for row in several) > len(
            several
        )
        return cls(
            blanks=blanks,
            traceless=traceless,
            shifted=frozenset(
                _shifted(folded, rows, placements)
                | _shifted_out(folded, rows, placements, whole.strays_behind(table))
                | (shifted_by_lines(folded, rows) if traceless else set())
                | _split_by_groups(folded, table)
            ),
            traded=frozenset(traded_lines(folded, rows) if blanks or traceless else ()),
            stacked=stacks > 0 or whole.labels_stand_in_stacks,
            displaced=max(stacks, parted) > 1,
            beside=stand_beside_labels(folded, rows)
            or (whole.values_stand_beside and sum(not on_line(folded, row) for row in rows if row.values) == 1),
            lined=traceless and _stand_on_one_line(folded, rows),
            in_blocks=traceless and any(_begins_beside(folded, row) for row in several),
            uncounted=uncounted,
            barred=barred,
            swamped=_are_mostly_crowded(rows) or (whole.rows_are_crowded and any(row.is_crowded for row in rows)),
        )


def _are_behind_labels(rows: Sequence[RowText]) -> bool:
    """Whether half of the rows have no values, and one so many that theirs are among them."""
    lacking = [row.width for row in rows if not row.values]
    return 2 * len(lacking) >= len(rows) and max(len(row.values) - row.width for row in rows) >= sum(lacking)


def _stands_below_labels(folded: str, rows: Sequence[RowText]) -> bool:
    """Whether all labels of a table stand in stacks without values, and only the last has some below it."""
    *others, last = rows
    if len(others) < _FEWEST_STACKED or not last.values or any(row.values for row in others):
        return False
    return any(folded[row.end : after.start] == "\n" for row, after in itertools.pairwise(rows))


def _stand_below_pairs(folded: str, table: TableText) -> bool:
    """Whether rows without values are followed by full ones of their item, twice and more, and never by others."""
    path = table.form.path
    pairs = [(row, after) for row, after in itertools.pairwise(table.rows) if path(row.id) == path(after.id)]
    full = [len(row.values) == row.width > 0 and not on_line(folded, row) for _, row in pairs]
    below = [not row.values and is_full for (row, _), is_full in zip(pairs, full, strict=True)]
    return sum(below) > 1 and not any(before.values and not after.values for before, after in pairs)


def _are_mostly_crowded(rows: Sequence[RowText]) -> bool:
    """Whether half of several rows, or more, have values too many: as numbers fall into parts, so may a full row's."""
    lines = [row for row in rows if row.values]
    crowded = sum(row.is_crowded for row in lines)
    return 2 * crowded > len(lines) or 2 * crowded == len(lines) > 2 * _FEWEST_ALIKE


def _count_proves_nothing(rows: Sequence[RowText], placements: Sequence[Placement]) -> bool:
    """Whether as many values as cells make no full row.

    So it is where some rows have too many, and others too few without a trace of blanks; and where values follow their
    labels and each other without a gap.
    """
    refused = {placed.refused for placed in placements}
    if "cell-refused" not in refused:
        return False
    glued = sum(row.values[0].start == row.end for row in rows if row.values)
    return "row-crowded" in refused or 2 * glued > len(rows)


def _split_by_groups(folded: str, table: TableText) -> set[int]:
    """The rows of which one has a cell on a line below a group that opens behind it, and each next one.

    The label of the next row may have traded places with the line of its first cell.
    """
    opened = sorted(span.start for spans in table.groups.values() for span in spans)
    found: set[int] = set()
    for at, row in enumerate(table.rows[:-1]):
        group = bisect.bisect_left(opened, row.end)
        inside = group < len(opened) and row.values and row.values[0].start < opened[group] < row.values[-1].start
        if inside and is_stacked(folded, row):
            found |= {at, at + 1}
    return found


def is_parted(table: TableText, row: RowText) -> bool:
    """Whether a group that the form opens behind a row is printed between its label and its values.

    They are a later row's then: one whose label is lost, or that follows its values. The label of a row that another
    edition has as a group may be printed twice.
    """
    between = {
        id_
        for id_, spans in table.groups.items()
        if id_ != row.id and any(row.end <= span.start < row.values[0].start for span in spans)
    }
    opened = (
        {group.id for other in _up_to(table.form, row.id) for group in table.form.path(other.id)} if between else set()
    )
    return not between <= opened


def _up_to(table: form.Table, row_id: str) -> Iterable[form.Row]:
    """The rows of the form up to one of them."""
    rows = list(table.rows())
    return rows[: 1 + next(index for index, row in enumerate(rows) if row.id == row_id)]


def _shifted(folded: str, rows: Sequence[RowText], placements: Sequence[Placement]) -> set[int]:
    """The rows from a crowded row to one that lacks values, that one too: each may have got those of its neighbour.

    Where values stand behind words behind a row, it is as crowded.
    """
    shifted: set[int] = set()
    for crowded, step in itertools.product(range(len(rows)), (1, -1)):
        if placements[crowded].refused != "row-crowded" and not (rows[crowded].strays and step > 0):
            continue
        at = crowded + step
        lacks = rows[crowded].width - len(rows[crowded].values)
        while 0 <= at < len(rows) and rows[at].values and not has_own_line(folded, rows, at):
            # A row that lacks as many values as the crowded one has too many may have lost them to it.
            if len(rows[at].values) - rows[at].width == lacks < 0:
                break
            at += step
        lost = 0 <= at < len(rows) and len(rows[at].values) - rows[at].width == lacks < 0
        if 0 <= at < len(rows) and (lost or not (rows[at].values and has_own_line(folded, rows, at))):
            shifted.update(range(min(at, crowded + step), max(at, crowded + step) + 1))
    return shifted


def _shifted_out(folded: str, rows: Sequence[RowText], placements: Sequence[Placement], behind: int) -> set[int]:
    """The rows behind one that lacks as many values as stand behind the table: each may have got those before it."""
    last = range(len(rows) - 1, -1, -1) if behind else ()
    below = itertools.takewhile(lambda at: rows[at].values and not on_line(folded, rows[at]), last)
    lacking = (
        {*range(at + 1, len(rows))}
        for at in below
        if placements[at].refused is not None and rows[at].width - len(rows[at].values) == behind
    )
    return next(lacking, set())


def _begins_beside(folded: str, row: RowText) -> bool:
    """Whether the first value of a row stands on the line on which its label ends, and others on lines below."""
    first, last = row.values[0].start, row.values[-1].end
    return "\n" not in folded[row.end : first] and "\n" in folded[first:last]


def _stand_on_one_line(folded: str, rows: Sequence[RowText]) -> bool:
    """Whether most rows of several values have them on one line, though it need not be that of the label."""
    several = [row for row in rows if len(row.values) > 1]
    return _MOST * len(several) < sum(not is_stacked(folded, row) for row in several)
