"""Rows that read well by themselves, and are doubtful for what the rest of the text shows.

As many values as cells are a full row, unless one of them is a part of another, a page number or a stray mark beside a
blank that left nothing behind. Such a row looks like no other, or the text shows elsewhere that values went astray.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import define, field, frozen

from gidisc import form
from gidisc.normalize.evidence.agreement import AGREEMENT
from gidisc.normalize.evidence.placement import Placement
from gidisc.normalize.evidence.steps import traded_lines
from gidisc.normalize.gaps import Gap, gaps
from gidisc.normalize.labels import HAN, han, numeral_of
from gidisc.normalize.rows import RowText, TableText
from gidisc.normalize.tokens import SEPARATORS, line_end, line_start
from gidisc.values import is_mark

_FEWEST_ALIKE = 2
_FEWEST_STACKED = 3
_MOST = 2 / 3
# Parts of labels that are no longer than this stand anywhere.
_SHORT = 3


@define
class Shapes:
    """What stands between the values of full rows, and before them, where nearly all agree.

    `spaced` says that values on a line stand two spaces and more apart, full row or not: those closer are parts of one.
    `patterns` are the separators from value to value of full rows, those of one row together.
    """

    folded: str = field(repr=False)
    usual: Gap | None = None
    lead: Gap | None = None
    spaced: bool = False
    patterns: Counter[tuple[str, ...]] = field(factory=Counter)

    @classmethod
    def learn(cls, folded: str, tables: Iterable[TableText]) -> Shapes:
        """What the full rows of all tables show; nothing where no row has blanks, for then full rows are certain."""
        rows = [row for table in tables for row in table.rows]
        if not any(len(row.values) < row.width for row in rows):
            return cls(folded)
        full = [row for row in rows if len(row.values) == row.width > 1]
        between = [gap for row in full for gap in gaps(folded, row.values) if gap is not None]
        leads = [lead for row in full if (lead := _lead(folded, row)) is not None]
        spaces = [gap.spaces for row in rows for gap in gaps(folded, row.values) if gap is not None and gap.spaces]
        spaced = sum(count > 1 for count in spaces) >= max(1, AGREEMENT * len(spaces))
        patterns = Counter(map(cls._pattern, itertools.repeat(folded), full))
        return cls(folded, _usual(between, _MOST), _usual(leads, AGREEMENT), spaced, patterns)

    @staticmethod
    def _pattern(folded: str, row: RowText) -> tuple[str, ...]:
        return tuple(gap.separators if gap else "" for gap in gaps(folded, row.values))

    def is_odd(self, row: RowText) -> bool:
        """Whether a full row is printed in another way than nearly all others."""
        # As many values as cells, and a blank one among them that no other row has there: one of them is too many.
        pattern = self._pattern(self.folded, row)
        if self.patterns[pattern] == 1 and len({*pattern} - {""}) > 1:
            return True
        if self.spaced and any(gap is not None and gap.spaces == 1 for gap in gaps(self.folded, row.values)):
            return True
        if self.usual is None:
            return False
        if not all(gap is None or gap.is_like(self.usual) for gap in gaps(self.folded, row.values)):
            return True
        if not self.usual.lines:
            return False
        # A blank cell may hide beside the number of a page, which stands on one line.
        between = [self.folded.count("\n", a.end, b.start) for a, b in itertools.pairwise(row.values)]
        if max(between, default=0) > self.usual.lines + 1:
            return True
        end = row.values[-1].end
        lead = _lead(self.folded, row)
        misled = self.lead is not None and lead is not None and not _leads_like(lead, self.lead)
        return misled or HAN.search(self.folded[end : line_end(self.folded, end)]) is not None


def _usual(gaps: Sequence[Gap], on_lines: float) -> Gap | None:
    """The gap that nearly all have; where it goes over lines, that which as many have as `on_lines` says."""
    if not gaps:
        return None
    (usual, times), *_ = Counter(gaps).most_common(1)
    return usual if times >= (on_lines if usual.lines else AGREEMENT) * len(gaps) else None


def _leads_like(lead: Gap, usual: Gap) -> bool:
    """Whether a gap leads to values as usual. Line ends beside separators may be those of a cell."""
    return lead.separators == usual.separators if usual.separators else lead.is_like(usual)


def _lead(folded: str, row: RowText) -> Gap | None:
    """What stands between a label and the first value; None where the label stands around the value."""
    return Gap.of(folded[row.end : row.values[0].start]) if row.end <= row.values[0].start else None


@frozen
class Elsewhere:
    """What the rest of a text shows of a table: how many values stand behind it that are no cells of another.

    `splits_numbers` says that in some table rows have values too many, and others too few.
    """

    behind: int = 0
    splits_numbers: bool = False


def doubted(
    folded: str, table: TableText, placements: Sequence[Placement], shapes: Shapes, elsewhere: Elsewhere
) -> list[Placement]:
    """Refuse rows beside which values or labels went astray, and rows that are printed unlike all others."""
    rows = table.rows
    shifted = _shifted(folded, rows, placements) | _shifted_out(folded, rows, placements, elsewhere.behind)
    doubted = [Placement(refused="row-uncertain") if i in shifted else placed for i, placed in enumerate(placements)]
    stacks = sum(
        placed.refused == "row-crowded" and not before.values
        for before, placed in zip(rows, placements[1:], strict=False)
    )
    if _are_behind_labels(rows) or _stands_below_labels(folded, rows) or _stand_below_pairs(folded, table):
        stacks = len(rows)
    blanks = any(not row.values for row in rows)
    traceless = any(placed.refused == "cell-refused" for placed in placements)
    beside = _values_stand_beside_labels(folded, rows)
    parted = sum(_is_parted(table, row) for row in rows if row.values)
    lined = _stand_on_one_line(folded, rows) and traceless
    no_count = _count_proves_nothing(rows, placements) or (elsewhere.splits_numbers and traceless)
    several = [row for row in rows if len(row.values) > 1]
    joined = [any(value.holds_several for value in row.values) for row in rows]
    # Bars in few rows are stray signs.
    barred = (no_count or traceless or any(joined)) and 2 * sum(separated(folded, row) for row in several) > len(
        several
    )
    swamped = _are_mostly_crowded(rows)
    traded = traded_lines(folded, rows) if blanks or traceless else set()
    for i, row in enumerate(rows):
        after = rows[i + 1] if i + 1 < len(rows) else None
        # Where blank cells leave no trace, a row may have got the values of the next, whose label is broken over lines.
        if traceless and after is not None and placements[i].refused is None and _may_hold_both(folded, row, after):
            doubted[i] = Placement(refused="row-uncertain")
        if row.values and placements[i].refused is None and not on_line(folded, row):
            # Labels were printed in stacks: no row behind one without values is certain.
            behind_blank = (stacks > 0 or traceless) and i > 0 and not rows[i - 1].values
            # Where rows stand on one line, a lone number below a label may be that of a page.
            alone = beside and len(row.values) == 1
            # A full row behind which a row of the form is missing may have got that row's values.
            followed = (blanks or (traceless and len(row.values) == row.width)) and misses_after(table, row, after)
            # Where rows have their values on one line, values one a line may be parts of two rows.
            apart = lined and _is_stacked(folded, row)
            astray = (
                apart
                or _is_parted(table, row)
                or _meets_another(table, row)
                or _stands_outside_cells(folded, row)
                or _is_below_head(table, row)
            )
            if alone or behind_blank or followed or astray or max(stacks, parted) > 1:
                doubted[i] = Placement(refused="row-uncertain")
        if row.values and _may_be_a_head(folded, table, i):
            doubted[i] = Placement(refused="row-uncertain")
        if len(row.values) == row.width > 0 and placements[i].refused is None and not row.names:
            in_cells = barred and separated(folded, row)
            uncounted = not in_cells and (no_count or joined[i])
            marked = traceless and not in_cells and 0 < sum(is_mark(v.text) for v in row.values) < row.width
            begun = i > 0 and goes_on_below(folded, rows[i - 1])
            if uncounted or swamped or marked or begun or i in traded or shapes.is_odd(row):
                doubted[i] = Placement(refused="row-uncertain")
        if after is not None and not row.values and placements[i + 1].refused in ("row-crowded", "row-uncertain"):
            doubted[i] = Placement(refused="row-uncertain")
    return doubted


def _may_hold_both(folded: str, row: RowText, after: RowText) -> bool:
    """Whether a full row may hold its own values and those of a row without values behind it."""
    if after.values or len(row.values) < row.width or not row.values:
        return False
    if row.next_on_line or None in gaps(folded, row.values):
        return True
    return "\n" in folded[after.start : after.end] and not on_line(folded, row)


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
    crowded = sum(len(row.values) > row.width > 0 and not row.repeats for row in lines)
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


def separated(folded: str, row: RowText) -> bool:
    """Whether every value stands in a cell of its own between separators."""
    return all(gap is not None and gap.separators for gap in gaps(folded, row.values))


def _is_parted(table: TableText, row: RowText) -> bool:
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
        while 0 <= at < len(rows) and rows[at].values and not on_line(folded, rows[at]):
            # A row that lacks as many values as the crowded one has too many may have lost them to it.
            if len(rows[at].values) - rows[at].width == lacks < 0:
                break
            at += step
        if 0 <= at < len(rows) and not (rows[at].values and on_line(folded, rows[at])):
            shifted.update(range(min(at, crowded + step), max(at, crowded + step) + 1))
    return shifted


def _shifted_out(folded: str, rows: Sequence[RowText], placements: Sequence[Placement], behind: int) -> set[int]:
    """The rows behind one that lacks as many values as stand behind the table: each may have got those before it."""
    if not behind:
        return set()
    for at in range(len(rows) - 1, -1, -1):
        if not rows[at].values or on_line(folded, rows[at]):
            return set()
        if placements[at].refused is not None and rows[at].width - len(rows[at].values) == behind:
            return {*range(at + 1, len(rows))}
    return set()


def _stands_outside_cells(folded: str, row: RowText) -> bool:
    """Whether separators on the line of a label and behind it show its cells, and a value stands on a line without any.

    Only where the line above has white space beside its separator, the value may be the next line of a cell.
    """
    low, end = line_start(folded, row.start), line_start(folded, row.until)
    shown = any(sign in folded[low : line_end(folded, row.end)] for sign in SEPARATORS)
    if not shown or not any(sign in folded[row.end : end] for sign in SEPARATORS):
        return False
    for value in row.values:
        start = line_start(folded, value.start)
        above = folded[line_start(folded, start - 1) : start - 1] if start else ""
        if not any(sign in folded[start : line_end(folded, start)] for sign in SEPARATORS):
            goes_on = above.strip() == "" and above not in ("", *SEPARATORS)
            if not goes_on:
                return True
    return False


def _is_below_head(table: TableText, row: RowText) -> bool:
    """Whether the name of a column stands between a label and its values, which that of each value does not."""
    between = (row.end <= name.start < row.values[0].start for name in table.columns)
    return table.form.head is not None and not row.names and any(between)


def _meets_another(table: TableText, row: RowText) -> bool:
    """Whether a part of another row's label stands behind the values of a row, and more values behind that."""
    parts = [part for word in row.words if row.strays and len(part := han(word.text)) > _SHORT]
    labels = [han(official.label) for official in table.form.rows()]
    return any(part in label for part in parts for label in labels)


def _may_be_a_head(folded: str, table: TableText, index: int) -> bool:
    """Whether a label that names a column too, 其他 or 总计, lacks its number and the row before it."""
    row = table.rows[index]
    official = table.form.row(row.id)
    heads = table.form.heads(official)
    if not any(column.label == official.label for head in heads for column in head.columns):
        return False
    before = table.rows[index - 1].id if index else ""
    numbered = numeral_of(official.number) in folded[row.start : row.sighting.end]
    return not numbered and table.following.get(before) != row.id


def _stand_on_one_line(folded: str, rows: Sequence[RowText]) -> bool:
    """Whether most rows of several values have them on one line, though it need not be that of the label."""
    several = [row for row in rows if len(row.values) > 1]
    return _MOST * len(several) < sum(not _is_stacked(folded, row) for row in several)


def _is_stacked(folded: str, row: RowText) -> bool:
    """Whether each value of a row stands on a line of its own."""
    return all("\n" in folded[a.end : b.start] for a, b in itertools.pairwise(row.values))


def _values_stand_beside_labels(folded: str, rows: Sequence[RowText]) -> bool:
    """Whether the values of all rows but one or so stand on the lines of their labels."""
    beside = [on_line(folded, row) for row in rows if row.values]
    return sum(beside) > _FEWEST_ALIKE and sum(beside) >= AGREEMENT * (len(beside) - 1)


def goes_on_below(folded: str, row: RowText) -> bool:
    """Whether a row has its values on a line, and a few more in cells below: the next may begin there."""
    if not row.width < len(row.values) < 2 * row.width or row.repeats:
        return False
    first, last, more = row.values[0].start, row.values[row.width - 1].end, row.values[row.width].start
    start = line_start(folded, more)
    label = folded[start:more]
    in_cells = any(sign in label for sign in SEPARATORS) and not HAN.search(label)
    return in_cells and last < start and "\n" not in folded[first:last]


def misses_after(table: TableText, row: RowText, after: RowText | None) -> bool:
    """Whether the form has a row behind `row`, in its group, that the text lacks before `after`."""
    following = table.following.get(row.id)
    return following is not None and (after is None or after.id != following)


def on_line(folded: str, row: RowText) -> bool:
    """Whether all values of a row stand on the line of its label or inside its wrapped label."""
    first, last = row.values[0], row.values[-1]
    inside = row.start <= first.start and last.end <= row.end
    return "\n" not in folded[first.start if inside else min(row.end, first.start) : last.end]
