"""What the number of its values says of a row: with as many as it has cells, each stands in its own.

So it is unless something else shows that one of them is none, or a part of another, or those of another row.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Sequence

from attrs import define, field

from gidisc.characters import display_width
from gidisc.normalize.evidence.cuts import Cut, cuts
from gidisc.normalize.evidence.placement import Placement, place_values
from gidisc.normalize.evidence.standing import separated
from gidisc.normalize.found import RowText, TableText, all_are_full
from gidisc.normalize.gaps import gaps, share_a_cell
from gidisc.normalize.labels import han
from gidisc.normalize.tokens import SEPARATORS, Token, line_end, line_start
from gidisc.source import Span
from gidisc.values import is_mark

# There are more bars that part cells than one in so many rows.
_FEWEST_ROWS_A_BAR = 4
_FEWEST_SHARED = 3
_SPECKS = re.compile(r"[ \u200b][,.;'`]")
_MOST = 2 / 3
_TAG = re.compile(r"<[^<>\n]*>")
_PART_OF_TAG = re.compile(r"</?[A-Za-z]|[A-Za-z]/?>")
_DIGITS = "0123456789"
# No page is so narrow that shorter lines are cut.
_NARROWEST = 12
_SIGNED_TWICE = re.compile(r"\W[增减][0-9][0-9,.]*")
# What begins so goes on with a number that broke before its mark.
_PARTS = re.compile(r"[.,][0-9]")
_MEASURES: tuple[Callable[[str], int], ...] = (
    len,
    display_width,
    lambda line: len(line.expandtabs()),
    lambda line: len(line.encode("utf-8", "replace").expandtabs()),
)
"""How those who wrap lines measure them."""


@define
class RowCounts:
    """The rows of a text by the number of their values.

    `broken` are stretches of drawn grids whose edges do not meet.
    """

    folded: str = field(repr=False)
    tables: Sequence[TableText] = field(repr=False)
    broken: Sequence[Span] = ()

    def place(self, table: TableText) -> list[Placement]:
        """The placement of every row of a table that has one by its count, and why others have none."""
        before = [None, *table.rows]
        return [self._place(table, row, above) for above, row in zip(before, table.rows, strict=False)]

    def touches_stray_bar(self, values: Sequence[Token]) -> bool:
        """Whether there are few bars, and one touches a number: it may be a digit of it that was misread."""
        return self._bars_stray and any("|" in self.folded[max(value.start - 1, 0) : value.end + 1] for value in values)

    def _place(self, table: TableText, row: RowText, before: RowText | None) -> Placement:
        k = row.width
        if not row.values:
            return Placement(refused=self._words_for_values(row))
        if not k:
            return Placement(refused="columns-unknown")
        if self._is_in_broken_grid(row) or self._is_broken(table):
            return Placement(refused="grid-broken")
        if (
            _begins_again(self.folded, row)
            or _rest_stands_behind(row)
            or (self._has_tags and _has_broken_tag(self.folded, row))
        ):
            return Placement(refused="row-uncertain")
        if self.touches_stray_bar(row.values):
            return Placement(refused="row-uncertain")
        if row.names:
            return _by_name(row) if len(row.names) == len(row.values) else Placement(refused="row-uncertain")
        if row.repeats:
            return _merged(row)
        if len(row.values) > k:
            return Placement(refused="row-crowded")
        if before is not None and not before.values and before.next_on_line and not self._separated(before, row):
            return Placement(refused="row-uncertain")
        if len(row.values) < k:
            return Placement(refused="cell-refused")
        if (
            row.misnumbered
            or row.parted
            or any(_PARTS.match(value.text) for value in row.values)
            or _goes_on_in_words(self.folded, row)
            or self._is_cut(row)
            or self._stands_below_cells(row)
            or _has_sign_before_mark(row)
            or (is_broken_over_lines(self.folded, row) and not self._is_wrapped(table, row))
            or (share_a_cell(self.folded, row.values) and not self._share_cells(table))
        ):
            return Placement(refused="row-uncertain")
        if self._marks_stray and any(is_mark(value.text) for value in row.values) and not separated(self.folded, row):
            return Placement(refused="row-uncertain")
        return Placement(tuple(row.values))

    def _is_broken(self, table: TableText) -> bool:
        """Whether the grids of most rows are broken: then those of others may lack lines that are no part of them."""
        return _MOST * len(table.rows) < sum(map(self._is_in_broken_grid, table.rows))

    def _is_in_broken_grid(self, row: RowText) -> bool:
        return any(span.start <= value.start < span.end for span in self.broken for value in row.values)

    def _share_cells(self, table: TableText) -> bool:
        """Whether values have a cell in common in most rows of a full table, or in several of a report without blanks.

        Then what stands between others parts no cells.
        """
        shared = sum(share_a_cell(self.folded, row.values) for row in table.rows)
        return (table.is_full and 2 * shared > len(table.rows)) or (
            shared >= _FEWEST_SHARED and all_are_full(self.tables)
        )

    def _is_wrapped(self, table: TableText, row: RowText) -> bool:
        """Whether the lines of a row follow one another as its cells do, and no number is broken in two.

        What stands higher on a page than the rest of its row is printed first, wherever it stands in the row: around a
        part of the label, or where other rows have one line and nothing says that this one had no room for more.
        """
        if row.end > row.values[0].start or not (table.is_full or all_are_full(self.tables)):
            return False
        several = [other.values for other in table.rows if len(other.values) > 1]
        whole = [values for values in several if "\n" not in self.folded[values[0].start : values[-1].end]]
        return 2 * len(whole) < len(several) or all(
            "\n" not in self.folded[a.end : b.start] or self._has_no_room(a, b, whole)
            for a, b in itertools.pairwise(row.values)
        )

    def _has_no_room(self, value: Token, after: Token, whole: Sequence[Sequence[Token]]) -> bool:
        """Whether a value on the line of the one before it would reach farther than those of rows on one line do."""
        line = f"{self._line_up_to(value)} {after.text}"
        return any(
            measure(line) > max(measure(self._line_up_to(values[-1])) for values in whole) for measure in _MEASURES
        )

    def _line_up_to(self, value: Token) -> str:
        return self.folded[line_start(self.folded, value.start) : value.end]

    def _is_cut(self, row: RowText) -> bool:
        """Whether a value ends a line that was cut, and the next begins one: the two may be one number."""
        return any(
            self.folded[a.end : b.start] == "\n"
            and len(self._line_up_to(a)) >= _NARROWEST
            and any(measure(self._line_up_to(a)) >= width for measure, width in self._cuts)
            for a, b in itertools.pairwise(row.values)
        )

    def _stands_below_cells(self, row: RowText) -> bool:
        """Whether the line of a label has more separators than cells, and the only value stands below, without any."""
        end = line_end(self.folded, row.end)
        if len(row.values) > 1 or row.values[0].start < end:
            return False
        line, below = self.folded[row.end : end], self.folded[end : row.values[0].start]
        return any(line.count(sign) > 1 and sign not in below for sign in SEPARATORS)

    @functools.cached_property
    def _cuts(self) -> Sequence[Cut]:
        return cuts(self.folded)

    def _words_for_values(self, row: RowText) -> str | None:
        """What is to be said of a row without values beside which words stand; None of a blank row.

        Where a table ends, only words on the line of the label or between separators are sure to be no prose.
        """
        if row.words and row.strays:
            return "row-broken"
        # What a scan made of numbers beside a misread label may be no more than specks.
        if row.sighting.damaged and _SPECKS.search(self.folded[row.end : line_end(self.folded, row.end)]):
            return "row-words"
        inside = any(row is not table.rows[-1] for table in self.tables if row in table.rows)
        return "row-words" if row.broken and (inside or not row.words or self._are_cells(row)) else None

    def _are_cells(self, row: RowText) -> bool:
        """Whether the first words behind a label stand on its line, or between separators."""
        first = row.words[0].start
        line = self.folded[line_start(self.folded, first) : line_end(self.folded, first)]
        return "\n" not in self.folded[row.end : first] or any(separator in line for separator in SEPARATORS)

    def _separated(self, before: RowText, row: RowText) -> bool:
        between = self.folded[before.end : row.start]
        return any(separator in between for separator in SEPARATORS)

    @functools.cached_property
    def _has_tags(self) -> bool:
        return "<" in self.folded or ">" in self.folded

    @functools.cached_property
    def _bars_stray(self) -> bool:
        """Whether there are fewer bars than part cells anywhere."""
        return 0 < _FEWEST_ROWS_A_BAR * self.folded.count("|") < sum(len(table.rows) for table in self.tables)

    @functools.cached_property
    def _marks_stray(self) -> bool:
        """Whether marks stand where no cells are: then one among the values of a row need be no cell either."""
        strays = [
            *(table.strays for table in self.tables),
            *(row.strays for table in self.tables for row in table.rows),
        ]
        return any(is_mark(stray.text) for held in strays for stray in held)


def is_broken_over_lines(folded: str, row: RowText) -> bool:
    """Whether some values share a line and others do not: then one may be the rest of a number broken in two.

    Where there are but two, the label shows whether cells share a line. Behind the same separators on either line each
    begins a cell, and is no rest.
    """
    between = {gap.separators if gap else "" for gap in gaps(folded, row.values)}
    if len(between) == 1 and between != {""}:
        return False
    breaks = ["\n" in folded[a.end : b.start] for a, b in itertools.pairwise(row.values)]
    if len(breaks) == 1 and row.end <= row.values[0].start:
        breaks.append("\n" in folded[row.end : row.values[0].start])
    return len(set(breaks)) > 1


def _has_broken_tag(folded: str, row: RowText) -> bool:
    """Whether a part of a tag stands on the lines of a row: there a cell may begin or end that does not show."""
    around = folded[line_start(folded, row.start) : line_end(folded, row.values[-1].end)]
    return _PART_OF_TAG.search(_TAG.sub("", around)) is not None


def _begins_again(folded: str, row: RowText) -> bool:
    """Whether the whole label stands again behind some values of its row: then each may have its own."""
    first = row.values[0].start
    if row.end <= first or row.start > first:
        return False
    label = han(folded[row.sighting.start : row.sighting.end])
    copies = [span.start > first for span in row.spans if han(folded[span.start : span.end]) == label]
    return len({*copies}) > 1


def _rest_stands_behind(row: RowText) -> bool:
    """Whether the end that a label lost stands among words behind it: there its values may be, too."""
    label, printed = han(row.sighting.term.label), row.sighting.wording
    rest = label.removeprefix(printed)
    is_short = row.sighting.damaged and rest != label and len(rest) > 1
    return is_short and any(rest in han(word.text) for word in row.words)


def _by_name(row: RowText) -> Placement:
    """The cells of a row whose values each follow the name of their column."""
    columns = [column.label for column in row.head.columns] if row.head else []
    if len({*row.names}) < len(row.names) or not {*row.names} <= {*columns}:
        return Placement(refused="row-uncertain")
    return place_values(row, [columns.index(name) for name in row.names])


def _goes_on_in_words(folded: str, row: RowText) -> bool:
    """Whether words that begin with a digit stand right behind the last value: numbers that touch, and have units.

    Or a number that has two signs, one in words. Or a mark that digits touch, as in another cell: the row has more
    cells than values, and one is none.
    """
    after = [word for word in row.words if word.start >= row.values[-1].end]
    if not after:
        return False
    between = folded[row.values[-1].end : after[0].start]
    rest = after[0].text.strip(_DIGITS)
    if rest != after[0].text and is_mark(rest):
        return not between.strip(" \u200b\n" + "".join(SEPARATORS))
    goes_on = after[0].text[0].isdigit() or _SIGNED_TWICE.fullmatch(after[0].text)
    return bool(goes_on) and not between.strip(" \u200b")


def _has_sign_before_mark(row: RowText) -> bool:
    """Whether a number with a sign stands where none has one, and a mark where it may: a stray one, behind a blank."""
    columns = row.head.columns if row.head else ()
    cells = list(zip(columns, row.values, strict=True))
    return any(column.signed and is_mark(value.text) for column, value in cells) and any(
        not column.signed and value.text[0] in "-+增减" and not is_mark(value.text) for column, value in cells
    )


def _merged(row: RowText) -> Placement:
    """The cells of a row whose merged cells are repeated as those of its head are."""
    if len(row.values) == sum(row.repeats):
        values = iter(row.values)
        cells = [list(itertools.islice(values, count)) for count in row.repeats]
        if all(len({value.text for value in cell}) == 1 for cell in cells):
            return Placement(tuple(cell[0] for cell in cells))
    return Placement(refused="cell-refused" if len(row.values) < sum(row.repeats) else "row-crowded")
