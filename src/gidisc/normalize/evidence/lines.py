"""Cells on one line between separators: which column a value stands in by the separators before it."""

from __future__ import annotations

import functools
import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from attrs import define, field

from gidisc.characters import display_width
from gidisc.normalize.evidence.agreement import AGREEMENT, agreed
from gidisc.normalize.evidence.beneath import columns_beneath
from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.page.furniture import is_page_number
from gidisc.normalize.tokens import gaps, line_end, line_start
from gidisc.values import is_mark

_FEWEST_ALIKE = 2
_FEWEST_NAMED = 3
_MOST = 0.8
# Where lines are cut at a width, at least so many of them are as wide.
_CUT = 1 / 8


def _rank(table: TableText, row: RowText) -> tuple[int, int]:
    """How deep a row stands in the form, and how many columns it has."""
    return len(table.form.path(row.id)), row.width


@define
class Lines:
    """Cells on one line between separators.

    `starts` says for each kind of row (separators before the label, separators behind it) where column 1 begins,
    `firsts` where the first value of all such rows stands, `reaches` the last number; `kinds` are those of all rows
    with how deep each stands in the form and how many columns it has, for a line with fewer separators than its like
    has lost a cell; `full` are the kinds of the full rows of the table, `whole` how many separators they have for each
    kind. `lossy` says that somewhere numbers touch between which a separator was; `stride` is what divides the
    separators from value to value everywhere, `own_stride` in the table itself, `blank` how wide nearly all blank cells
    are; `head` how many separators the line has that names most columns; `closed` says that bars open and close all
    lines, so that no cell stands behind the last; `crowded` counts the rows that have two values between the same two
    separators: where several do, these are no bounds of cells.
    """

    folded: str = field(repr=False)
    separator: str
    starts: dict[tuple[int, int], set[int]] = field(factory=lambda: defaultdict(set))
    firsts: dict[tuple[int, int], int] = field(factory=dict)
    reaches: dict[tuple[int, int], int] = field(factory=dict)
    kinds: Counter[tuple[int, int, tuple[int, int]]] = field(factory=Counter)
    full: list[tuple[int, int]] = field(factory=list)
    whole: dict[tuple[int, tuple[int, int]], set[int]] = field(factory=lambda: defaultdict(set))
    regular: int = 0
    irregular: int = 0
    lossy: bool = False
    stride: int = 0
    blank: int | None = None
    own_stride: int = 0
    head: int = 0
    closed: bool = False
    crowded: int = 0

    @classmethod
    def learn(cls, folded: str, separator: str, tables: Sequence[TableText], own: TableText) -> Lines:
        """What the rows of a table show about a separator; `tables` are all tables of the text."""
        lossy = any(value.holds_several for table in tables for row in table.rows for value in row.values)
        lines = cls(folded, separator, lossy=lossy)
        lines.blank = agreed(Counter(width for row in own.rows for width in lines._blanks(row)))
        if separator == "|":
            printed = [line.strip(" \u200b") for row in own.rows for line in lines._line(row).split("\n")]
            lines.closed = all(line[0] == line[-1] == separator for line in printed if separator in line)
        named = Counter(line_start(folded, name.start) for name in own.columns)
        if named and max(named.values()) >= _FEWEST_NAMED:
            start = max(named, key=lambda at: named[at])
            lines.head = folded.count(separator, start, line_end(folded, start))
        for row in own.rows:
            if (measured := lines._measure(row)) is not None:
                depth, length, places = measured
                lines.kinds[depth, length, _rank(own, row)] += 1
                lines.crowded += 0 < len({*places}) < len(places)
                if places:
                    lines.firsts[depth, length] = min(places[0], lines.firsts.get((depth, length), places[0]))
                lines.reaches[depth, length] = max(
                    lines.reaches.get((depth, length), 0),
                    *(depth + at for at, value in zip(places, row.values, strict=True) if not is_mark(value.text)),
                    0,
                )
        for table in tables:
            for row in table.rows:
                if (measured := lines._measure(row)) is not None:
                    between = [b - a for a, b in itertools.pairwise(measured[2])]
                    lines.stride = math.gcd(lines.stride, *between)
                    if own is table:
                        lines.own_stride = math.gcd(lines.own_stride, *between)
                if len(row.values) == row.width > 1 and not row.repeats:
                    lines._teach(row, _rank(table, row), own is table)
        return lines

    def _loses_cells(self, depth: int, length: int, rank: tuple[int, int]) -> bool | None:
        """Whether a line has other separators than its like; None where lines are too ragged to tell.

        Where merged label cells are left out, all rows have as many behind their label; where they are left blank, as
        many altogether; where merged cells are one cell each, rows of one rank in the form have as many.
        """
        behind, altogether = self._totals()
        # A line agrees with itself.
        if behind.total() < _FEWEST_ALIKE:
            return None
        alike = Counter[int]()
        for (before, after, other), times in self.kinds.items():
            if (before, other) == (depth, rank):
                alike[after] += times
        for usual, found in ((agreed(behind), length), (agreed(altogether), depth + length)):
            if usual is not None:
                return found != usual
        # Full rows show what a line of their kind has, however many others are shorter.
        if length < self._fewest(depth, rank) or self._is_short(depth, length, rank):
            return True
        # Where lines were damaged, most full rows must agree, and half of all, or full rows of several kinds.
        if (usual := self._usual(altogether, [before + after for before, after in self.full])) is not None:
            return depth + length != usual
        if (usual := self._usual(behind, [after for _, after in self.full])) is not None:
            return length != usual
        # A line longer than most of its kind has a separator too many, unless a full row has as many.
        usual_here, times = alike.most_common(1)[0]
        if length > usual_here and times >= _FEWEST_ALIKE and (depth, length) not in self.full:
            return True
        if alike[length] < _FEWEST_ALIKE or self.lossy:
            return None
        # No full row speaks for the shorter of two kinds of line.
        if max(alike) > length and (depth, length) not in self.full:
            return None
        return 2 * alike[length] <= alike.total()

    def _fewest(self, depth: int, rank: tuple[int, int]) -> int:
        """How many separators full rows of a kind have behind their label, whose depth may not matter."""
        found: dict[tuple[int, int], dict[int, int]] = defaultdict(dict)
        for (before, other), counts in self.whole.items():
            found[other][before] = min(counts, default=0)
        if not any(len(counts) > 1 and len({*counts.values()}) == 1 for counts in found.values()):
            return found[rank].get(depth, 0)
        deep, width = rank
        beside = [max(found[other, width].values(), default=0) for other in (deep - 1, deep, deep + 1)]
        # Labels one deeper in the form cover as many columns fewer as those one deeper again.
        return beside[1] or (sum(beside) // 2 if all(beside[::2]) else 0)

    def _is_short(self, depth: int, length: int, rank: tuple[int, int]) -> bool:
        """Whether a line has fewer separators than most: behind its label, of those whose labels cover no more columns.

        However merged cells are printed, a label that covers more columns has no fewer than others. Altogether it may
        have fewer only where all rows have as many behind their label.
        """
        return any(
            found < most.most_common(1)[0][0] and 2 * most.most_common(1)[0][1] > most.total()
            for most, found in self._alike(depth, length, rank, above=False)
        )

    def _is_long(self, depth: int, length: int, rank: tuple[int, int]) -> bool:
        """Whether a line has more separators than most, altogether and behind its label, where labels cover as many."""
        return all(
            found > most.most_common(1)[0][0] and 2 * most.most_common(1)[0][1] > most.total()
            for most, found in self._alike(depth, length, rank, above=True)
        )

    def _alike(
        self, depth: int, length: int, rank: tuple[int, int], *, above: bool
    ) -> tuple[tuple[Counter[int], int], tuple[Counter[int], int]]:
        """How many separators lines with as many columns have behind their label, and altogether, and one has itself.

        Behind their label, those whose labels cover no more columns, or (`above`) no fewer.
        """
        behind, altogether = Counter[int](), Counter[int]()
        for (before, after, (deep, width)), times in self.kinds.items():
            if width == rank[1]:
                altogether[before + after] += times
                behind[after] += times * (deep <= rank[0] if above else deep >= rank[0])
        return (behind, length), (altogether, depth + length)

    def _shared(self, length: int) -> set[int]:
        """Where column 1 begins in all rows that are known, if all rows have as many separators behind their label."""
        if agreed(self._totals()[0]) != length:
            return set()
        starts = set().union(*(starts for (_, after), starts in self.starts.items() if after == length))
        return starts if len(starts) == 1 else set()

    def _usual(self, counts: Counter[int], full: Sequence[int]) -> int | None:
        """The count that most full rows have, if half of all rows or full ones of several kinds do; None otherwise."""
        usual, times = Counter(full).most_common(1)[0] if full else (0, 0)
        kinds = {kind for kind, count in zip(self.full, full, strict=True) if count == usual}
        known = 2 * counts[usual] > counts.total() or len(kinds) > 1
        return usual if known and times > _MOST * len(full) else None

    def _teach(self, row: RowText, rank: tuple[int, int], own: bool) -> None:
        measured = self._measure(row)
        if measured is None:
            self.irregular += 1
            return
        depth, length, places = measured
        # Another table may have other separators, or none.
        if not own and not depth + length:
            return
        if [place - places[0] for place in places] != list(range(len(places))) or not places[0]:
            self.irregular += 1
            return
        self.regular += 1
        if own:
            self.starts[depth, length].add(places[0])
            self.full.append((depth, length))
            self.whole[depth, rank].add(length)

    def _measure(self, row: RowText) -> tuple[int, int, list[int]] | None:
        """Separators before the label and behind it up to the end of the line, and before each value.

        None where the row shares its line with another: where one ends there is nothing to count to.
        """
        at = row.spans[-1].end
        if row.next_on_line or (row.values and row.values[0].start < at):
            return None
        end = self._end_of_cells(row, at)
        if row.values and end < row.values[-1].end:
            return None
        label = self._last_copy(row.spans[-1].start, end)
        at = max(at, label)
        depth = self.folded.count(self.separator, self.folded.rfind("\n", 0, label) + 1, label)
        places = [self.folded.count(self.separator, at, value.start) for value in row.values]
        return depth, self.folded.count(self.separator, at, end), places

    def _last_copy(self, label: int, end: int) -> int:
        """Where a label stands that is repeated in the cells behind it, for every cell that a merged one covers."""
        start = 1 + max(self.folded.rfind(sign, 0, label) for sign in (self.separator, "\n"))
        cell, *others = self.folded[start:end].split(self.separator)
        copies = sum(1 for _ in itertools.takewhile(lambda other: other == cell, others))
        return label + copies * (len(cell) + len(self.separator))

    def is_odd(self, table: TableText, row: RowText) -> bool:
        """Whether the line of a full row has other separators than nearly all, however these are counted."""
        measured = self._measure(row)
        if measured is None or not measured[1] or self._beneath(table, row, *measured) is not None:
            return False
        depth, length, places = measured
        # A mark behind the cells of others, or a merged cell that is repeated, makes a row with a blank one look full.
        if places and places[0] > min(self.starts.get((depth, length), places)):
            return True
        # So does a blank cell where others of its kind have values.
        before = self.folded[row.start : row.values[0].start if places else row.start].split(self.separator)
        if len(before) > 2 and not before[-2].strip(" \u200b") and places[0] > self.firsts[depth, length]:
            return True
        behind, altogether = self._totals()
        usual = [(agreed(behind), length), (agreed(altogether), depth + length)]
        if any(count is not None for count, _ in usual):
            return all(count != found for count, found in usual)
        return self._is_long(depth, length, _rank(table, row))

    def _totals(self) -> tuple[Counter[int], Counter[int]]:
        """How many lines have how many separators behind their label, and altogether."""
        behind, altogether = Counter[int](), Counter[int]()
        for (before, after, _), times in self.kinds.items():
            behind[after] += times
            altogether[before + after] += times
        return behind, altogether

    def _end_of_cells(self, row: RowText, at: int) -> int:
        """The end of the line of a label, or of the last line below it that holds bars and values of the row alone."""
        end = line_end(self.folded, at)
        values = list(row.values)
        while self.separator == "|" and end < row.until:
            low, high = end + 1, line_end(self.folded, end + 1)
            if high <= row.until and is_page_number(self.folded[low:high]):
                end = high
                continue
            inside = [value for value in values if low <= value.start and value.end <= high]
            between = "".join(self.folded[a:b] for a, b in gaps(low, high, [value.span for value in inside]))
            if "|" not in between or between.strip(" \t|\u200b") or high > row.until:
                break
            end = high
        return end

    def _closes_cells(self, row: RowText) -> bool:
        """Whether cells stand on lines of their own, each closed by a bar as the label is: so is the last."""
        at = row.spans[-1].end
        end = line_end(self.folded, at)
        line = self.folded[at:end].rstrip()
        return end < row.values[0].start and line.endswith(self.separator) and line.count(self.separator) == 1

    def _drops_ends(self, depth: int, rank: tuple[int, int]) -> bool:
        """Whether the lines of like rows have more and fewer separators: blank cells at their ends leave none."""
        return len({after for before, after, other in self.kinds if (before, other) == (depth, rank)}) > 1

    def _below_head(self, table: TableText, row: RowText, depth: int, length: int, place: int) -> set[int]:
        """Where column 1 begins if a value stands below the head of the last column, on lines with as many separators.

        Elsewhere a head says nothing: values may follow labels that cover several columns at once. Nor does one behind
        which more cells stand: the merged cells before it were printed as fewer.
        """
        last = row.head.columns[-1].label if row.head else ""
        heads = {
            (self.folded.count(self.separator, low, head.start), self.folded.count(self.separator, low, high))
            for head in table.columns
            if head.term.label == last
            for low, high in [(line_start(self.folded, head.start), line_end(self.folded, head.end))]
            if self.folded.count(self.separator, head.end, high) <= 1
        }
        return {place - row.width + 1} if (depth + place, depth + length) in heads and len(heads) == 1 else set()

    def _is_cut(self, row: RowText) -> bool:
        """Whether the line of a label, behind which values go on, is as wide as many, none wider: cut, it is no row."""
        start, end = line_start(self.folded, row.start), line_end(self.folded, row.end)
        return row.values[-1].end > end and any(
            measure(self.folded[start:end]) >= width for measure, width in self._cuts
        )

    @functools.cached_property
    def _cuts(self) -> list[tuple[Callable[[str], int], int]]:
        """The width at which lines were cut, in characters or on a page, where the last character had no room."""
        lines = self.folded.split("\n")
        found: list[tuple[Callable[[str], int], int]] = []
        for measure, room in ((len, 0), (display_width, 1)):
            widths = list(map(measure, lines))
            widest = max(widths) - room
            if sum(width >= widest for width in widths) >= _CUT * len(lines):
                found.append((measure, widest))
        return found

    def _blanks(self, row: RowText) -> Iterator[int]:
        """How wide the blank cells are on the line of a label."""
        return (len(cell) for cell in self._cells(row)[1:-1] if not cell.strip(" \u200b"))

    def _cells(self, row: RowText) -> list[str]:
        """What stands between the separators on the line of a label."""
        return self._line(row).split(self.separator)

    def _line(self, row: RowText) -> str:
        return self.folded[line_start(self.folded, row.start) : line_end(self.folded, row.end)]

    def _hides_a_separator(self, table: TableText, row: RowText, blank: int) -> bool:
        """Whether a cell is wider than all other blank cells: it was two, unless another row has one as wide there."""
        cells = self._cells(row)
        wide = [at for at, cell in enumerate(cells[1:-1], 1) if not cell.strip(" \u200b") and len(cell) > blank]
        if not wide:
            return False
        others = [other for own in table.rows if own is not row and len(other := self._cells(own)) == len(cells)]
        return not all(
            any(display_width(other[at]) == display_width(cells[at]) and other[at].strip() for other in others)
            for at in wide
        )

    def columns(self, table: TableText, row: RowText) -> list[int] | None:
        """The columns of a row's values; None where the separators do not settle them."""
        measured = self._measure(row)
        if measured is None or len({*measured[2]}) < len(measured[2]) or self.crowded >= _FEWEST_ALIKE:
            return None
        if self._is_cut(row):
            return None
        if self.blank is not None and self._hides_a_separator(table, row, self.blank):
            return None
        loses = self._loses_cells(*measured[:2], _rank(table, row))
        # Where lines lost separators, so may those of the heads.
        if loses:
            return None
        columns = self._by_starts(table, row, *measured, is_ragged=loses is None)
        return self._beneath(table, row, *measured) if columns is None else columns

    def _beneath(self, table: TableText, row: RowText, depth: int, length: int, places: list[int]) -> list[int] | None:
        return columns_beneath(
            self.folded,
            self.separator,
            table,
            row,
            [depth + place for place in places],
            depth + length,
            depth,
            self.reaches.get((depth, length), 0),
        )

    def _by_starts(
        self, table: TableText, row: RowText, depth: int, length: int, places: list[int], *, is_ragged: bool
    ) -> list[int] | None:
        """The columns of values on a line with so many separators, by where column 1 begins on such lines.

        Where lines are too ragged (`is_ragged`) to tell whether one has lost a cell, only the first and the last column
        together say where it does.
        """
        if self.regular < AGREEMENT * (self.regular + self.irregular):
            return None
        # Where no row is full and the head has more cells, one of another column may be lost.
        if not self.full and self.head > depth + length:
            return None
        k = row.width
        # Cells may be two separators apart, which only full rows could deny.
        apart = (self.stride > 1 and not self.regular) or (self.own_stride > 1 and not self.full)
        if apart and (length >= 2 * k or (length > k and self._drops_ends(depth, _rank(table, row)))):
            return None
        if length != k + 1 and self._closes_cells(row):
            return None
        possible = {*range(1, length - k + 2 - self.closed)}
        known = self.starts.get((depth, length), set()) & possible
        if places[-1] - places[0] == k - 1:
            starts = [places[0]]
            # A sign before or behind the cells of other rows may be a stray one: then the row begins as they do.
            early, late = is_mark(row.values[0].text), is_mark(row.values[-1].text)
            if known and ((early and places[0] < min(known)) or (late and places[0] > max(known))):
                return None
        elif is_ragged:
            return None
        else:
            candidates = known or self._shared(length) & possible or possible
            # Where only a mark leaves one reading, it may be a stray one.
            marks = [is_mark(value.text) for value in row.values]
            sure = places if all(marks) else [place for place, mark in zip(places, marks, strict=True) if not mark]
            if len(candidates) > 1:
                candidates = candidates & self._below_head(table, row, depth, length, sure[-1]) or candidates
            starts = [start for start in candidates if start <= sure[0] and sure[-1] < start + k]
        if len(starts) != 1 or places[0] < starts[0] or places[-1] >= starts[0] + k:
            return None
        self.starts[depth, length].add(starts[0])
        return [place - starts[0] for place in places]
