"""Rows that read well by themselves, and are doubtful for what the rest of the text shows.

As many values as cells are a full row, unless one of them is a part of another, a page number or a stray mark beside a
blank that left nothing behind. Such a row looks like no other (`shapes`), the text shows elsewhere that values went
astray (`straying`), or something stands where nothing does between a label and its values: that is looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gidisc.characters import fold
from gidisc.normalize.evidence.placement import Placement
from gidisc.normalize.evidence.shapes import Shapes, lead_of
from gidisc.normalize.evidence.standing import goes_on_below, has_own_line, is_stacked, on_line, separated
from gidisc.normalize.evidence.straying import Straying, is_parted
from gidisc.normalize.evidence.whole import Whole
from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.gaps import gaps
from gidisc.normalize.labels import han, numeral_of
from gidisc.normalize.tokens import SEPARATORS, line_end, line_start
from gidisc.values import is_mark

_FEWEST_ALIKE = 2
# Parts of labels that are no longer than this stand anywhere.
_SHORT = 3
# What ends a line so may part blank cells: a value below it is in none of them.
_SIGNS = re.compile(r"(?P<sign>[^\w\s\u200b|&:.、,()*_-])(?P=sign)[ \u200b]*\n")


def doubted(
    folded: str, table: TableText, placements: Sequence[Placement], shapes: Shapes, whole: Whole
) -> list[Placement]:
    """Refuse rows beside which values or labels went astray, and rows that are printed unlike all others."""
    straying = Straying.learn(folded, table, placements, whole)
    doubted = [
        Placement(refused="row-uncertain") if i in straying.shifted else placed for i, placed in enumerate(placements)
    ]
    for i, row in enumerate(table.rows):
        after = table.rows[i + 1] if i + 1 < len(table.rows) else None
        certain = placements[i].refused is None
        may_be_anothers = certain and (
            _may_hold_both(folded, row, after, straying)
            or _may_have_got_others(folded, table, i, straying)
            or _goes_on_beside_next(folded, row)
        )
        may_hide_a_blank = certain and 0 < len(row.values) == row.width and not row.names
        if (
            may_be_anothers
            or (certain and row.values and _lacks_its_separator(folded, table, row))
            or (row.values and _may_be_a_head(folded, table, i))
            or (may_hide_a_blank and (_is_uncounted(folded, table, i, straying) or shapes.is_odd(row)))
            # The values of a row without any may be among those of the next.
            or (after is not None and not row.values and placements[i + 1].refused in ("row-crowded", "row-uncertain"))
        ):
            doubted[i] = Placement(refused="row-uncertain")
    return doubted


def _may_have_got_others(folded: str, table: TableText, index: int, straying: Straying) -> bool:
    """Whether the values of a row, which stand below its label, may be those of another."""
    row = table.rows[index]
    after = table.rows[index + 1] if index + 1 < len(table.rows) else None
    if row.values and _may_end_as_next(folded, table, row, after):
        return True
    if not row.values:
        return False
    if on_line(folded, row):
        # Where rows share a line, so does one whose label is lost.
        shares = straying.traceless and not has_own_line(folded, table.rows, index)
        return shares and len(row.values) == row.width > 1 and table.misses_after(row, after)
    # Labels were printed in stacks: no row behind one without values is certain.
    behind_blank = (straying.stacked or straying.traceless) and index > 0 and not table.rows[index - 1].values
    # Where rows stand on one line, a lone number below a label may be that of a page, and a row that of a lost label.
    alone = straying.beside and (
        len(row.values) == 1 or (table.misses_after(row, after) and _has_room(folded, table, row))
    )
    # A full row or a lone value behind which a row of the form is missing may have got that row's.
    followed = (
        straying.blanks
        or (row.width == 1 and after is not None)
        or (straying.traceless and len(row.values) == row.width)
    )
    # Where rows have their values on one line, values one a line may be parts of two rows.
    apart = straying.lined and is_stacked(folded, row)
    # The blocks of a page are in order by one edge: that of a label of several lines need not be that of its values.
    behind = folded[row.end : max(row.end, row.values[0].start)]
    blocks = straying.in_blocks and "\n" in folded[row.start : row.end] and "\n" in behind
    return (
        alone
        or behind_blank
        or (followed and table.misses_after(row, after))
        or apart
        or blocks
        or straying.displaced
        or is_parted(table, row)
        or _meets_another(table, row, after)
        or _stands_outside_cells(folded, row)
        or _is_below_head(table, row)
        or _SIGNS.search(folded, row.end, row.values[0].start) is not None
    )


def _has_room(folded: str, table: TableText, row: RowText) -> bool:
    """Whether a label as long as that of a row has values on its line: then those of the row had room on its own."""
    return any(
        other.values and other.end - other.start >= row.end - row.start and on_line(folded, other)
        for other in table.rows
    )


def _is_uncounted(folded: str, table: TableText, index: int, straying: Straying) -> bool:
    """Whether as many values as cells make no full row: one of them may be none, or a part of another."""
    row = table.rows[index]
    in_cells = straying.barred and separated(folded, row)
    joined = any(value.holds_several for value in row.values)
    marked = straying.traceless and 0 < sum(is_mark(value.text) for value in row.values) < row.width
    begun = index > 0 and goes_on_below(folded, table.rows[index - 1])
    return (
        (not in_cells and (straying.uncounted or joined or marked))
        or straying.swamped
        or begun
        or index in straying.traded
    )


def _may_hold_both(folded: str, row: RowText, after: RowText | None, straying: Straying) -> bool:
    """Whether a full row may hold its own values and those of a row without values behind it.

    Where blank cells leave no trace it may, if the label of that row is broken over lines.
    """
    if not straying.traceless or after is None or after.values or len(row.values) < row.width or not row.values:
        return False
    if row.next_on_line or None in gaps(folded, row.values):
        return True
    return "\n" in folded[after.start : after.end] and not on_line(folded, row)


def _goes_on_beside_next(folded: str, row: RowText) -> bool:
    """Whether a label goes on below its values, on the line on which the next begins.

    The blocks of a page were printed one after the other then, and values between two may be those of either.
    """
    if not row.next_on_line or not row.values or not row.start < row.values[0].start <= row.values[-1].end < row.end:
        return False
    first, last = row.values[0].start, row.values[-1].end
    return "\n" in folded[row.start : first] and "\n" in folded[last : row.end]


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


def _lacks_its_separator(folded: str, table: TableText, row: RowText) -> bool:
    """Whether a value stands behind a label without the separator that all other rows have there: it may be no cell.

    A mark may be none where most others have it.
    """
    lead = lead_of(folded, row)
    if lead is None or lead.separators or lead.lines:
        return False
    others = [lead_of(folded, other) for other in table.rows if other.values and other is not row]
    led = sum(other is not None and other.separators != "" for other in others)
    most = len(others) // 2 + 1 if is_mark(row.values[0].text) else len(others)
    return len(others) >= _FEWEST_ALIKE and led >= most


def _is_below_head(table: TableText, row: RowText) -> bool:
    """Whether the name of a column stands between a label and its values, which that of each value does not."""
    between = (row.end <= name.start < row.values[0].start for name in table.columns)
    return table.form.head is not None and not row.names and any(between)


def _meets_another(table: TableText, row: RowText, after: RowText | None) -> bool:
    """Whether a part of another row's label stands behind the values of a row, and more values behind that.

    Of the row that the form has next and the text lacks, any part will do: its label may go on around its values.
    """
    parts = [han(word.text) for word in row.words]
    long = [part for part in parts if row.strays and len(part) > _SHORT]
    labels = [han(official.label) for official in table.form.rows()]
    if any(part in label for part in long for label in labels):
        return True
    if not table.misses_after(row, after):
        return False
    lacking = han(table.form.row(table.following[row.id]).label)
    return any(part in lacking for part in parts if part)


def _may_end_as_next(folded: str, table: TableText, row: RowText, after: RowText | None) -> bool:
    """Whether the next row of the form lacks, and the last line of a label may be the end of another.

    Between the lines of a label the end of one row and the beginning of another may be lost: it ends as the next does,
    or has lost characters itself.
    """
    label, first = folded[row.start : row.end], row.values[0].start
    if row.end > first or "\n" not in folded[row.start : first] or not table.misses_after(row, after):
        return False
    last = label.rpartition("\n")[2]
    ends_as_next = last != label and han(table.form.row(table.following[row.id]).label).endswith(han(last))
    return ends_as_next or row.sighting.damaged


def _may_be_a_head(folded: str, table: TableText, index: int) -> bool:
    """Whether a label that names a column too, 其他 or 总计, lacks its number and the row before it.

    Or lacks its number, and the label with it stands before: that is the row then.
    """
    row = table.rows[index]
    official = table.form.row(row.id)
    heads = table.form.heads(official)
    if not any(column.label == official.label for head in heads for column in head.columns):
        return False
    before = table.rows[index - 1].id if index else ""
    numbered = numeral_of(official.number) in folded[row.start : row.sighting.end]
    return not numbered and (
        table.following.get(before) != row.id or fold(official.printed) in folded[table.start : row.start]
    )
