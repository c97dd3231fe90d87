"""Which cell of its row a value stands in.

A row that prints all its values needs no more. Where values are missing, what separates the cells must show the blank
ones: the separators of full rows are learned, and a row with blanks is placed only where one reading of it remains. A
table whose values do not follow their labels row by row is refused as a whole.
"""

from __future__ import annotations

import functools
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from attrs import define, field, frozen

from gidisc.normalize.rows import RowText, TableText
from gidisc.normalize.tokens import SEPARATORS, Token
from gidisc.source import Span

# How much of what was learned from full rows must agree before it says anything about others.
_AGREEMENT = 0.9
_FEWEST_ALIKE = 2


@frozen
class Placement:
    """The cells of a row, each a value or None where blank; `refused` is the diagnostic where they are not settled."""

    cells: tuple[Token | None, ...] = ()
    refused: str | None = None


@define
class Layout:
    """What the full rows of a text teach about its separators."""

    folded: str = field(repr=False)
    tables: Sequence[TableText] = field(repr=False)
    broken: Sequence[Span] = ()

    def place(self, table: TableText) -> list[Placement]:
        """The placement of every row of a table."""
        rows = table.rows
        if (alike := _all_alike(table)) is not None:
            return alike
        if _in_single_characters(rows):
            return [Placement(refused="table-order" if row.values else None) for row in rows]
        if _out_of_order(self.folded, table):
            return [self._strict(row) for row in rows]
        placements = [self._by_count(row, before) for before, row in zip([None, *rows], rows, strict=False)]
        partial = [
            row
            for row, placed in zip(rows, placements, strict=True)
            if placed.refused == "cell-refused" and not row.repeats
        ]
        if partial:
            found = self._by_separators(table, partial)
            placements = [found.get(id(row), placed) for row, placed in zip(rows, placements, strict=True)]
        return _spread_doubt(self.folded, table, placements)

    def _strict(self, row: RowText) -> Placement:
        """A row of a table in doubt: only what stands on the line of its label."""
        if row.values and (len(row.values) != width(row) or not on_line(self.folded, row) or row.broken):
            return Placement(refused="table-order")
        return Placement(tuple(row.values))

    def _by_count(self, row: RowText, before: RowText | None) -> Placement:
        k = width(row)
        if not row.values:
            return Placement(refused="row-broken" if row.broken and row.strays else None)
        if not k:
            return Placement(refused="columns-unknown")
        if any(span.start <= value.start < span.end for span in self.broken for value in row.values):
            return Placement(refused="grid-broken")
        if row.names and len(row.names) == len(row.values):
            return _by_name(row)
        if row.repeats:
            return _merged(row)
        if len(row.values) > k:
            return Placement(refused="row-crowded")
        if before is not None and not before.values and before.next_on_line and not self._separated(before, row):
            return Placement(refused="row-uncertain")
        if len(row.values) < k:
            return Placement(refused="cell-refused")
        if _is_broken_over_lines(self.folded, row) or _shares_a_cell(self.folded, row):
            return Placement(refused="row-uncertain")
        return Placement(tuple(row.values))

    def _separated(self, before: RowText, row: RowText) -> bool:
        between = self.folded[before.end : row.start]
        return any(separator in between for separator in SEPARATORS)

    def _by_separators(self, table: TableText, partial: list[RowText]) -> dict[int, Placement]:
        found: dict[int, Placement] = {}
        for separator in SEPARATORS:
            lines = _Lines.learn(self.folded, separator, self.tables, table)
            # What one row with blanks settles about rows of its kind may settle another.
            for row in (*partial, *partial):
                if id(row) not in found and (columns := lines.columns(table, row)) is not None:
                    found[id(row)] = _placed(row, columns)
        for row in partial:
            if id(row) not in found and (columns := self._steps.get(id(row))) is not None:
                found[id(row)] = _placed(row, columns)
        return found

    @functools.cached_property
    def _steps(self) -> dict[int, list[int]]:
        partial = [(table, row) for table in self.tables for row in table.rows if 0 < len(row.values) < width(row)]
        return _Steps.learn(self.folded, self.tables).settle(partial)


def width(row: RowText) -> int:
    """How many cells a row has, by the head over it; 0 where no head tells."""
    return len(row.head.columns) if row.head else 0


def on_line(folded: str, row: RowText) -> bool:
    """Whether all values of a row stand on the line of its label or inside its wrapped label."""
    first, last = row.values[0], row.values[-1]
    if row.start <= first.start and last.end <= row.end:
        return True
    return "\n" not in folded[min(row.end, first.start) : last.end]


def _by_name(row: RowText) -> Placement:
    """The cells of a row whose values each follow the name of their column."""
    columns = [column.label for column in row.head.columns] if row.head else []
    if len({*row.names}) < len(row.names) or not {*row.names} <= {*columns}:
        return Placement(refused="row-uncertain")
    return _placed(row, [columns.index(name) for name in row.names])


def _merged(row: RowText) -> Placement:
    """The cells of a row whose merged cells are repeated as those of its head are."""
    if len(row.values) == sum(row.repeats):
        values = iter(row.values)
        cells = [list(itertools.islice(values, count)) for count in row.repeats]
        if all(len({value.text for value in cell}) == 1 for cell in cells):
            return Placement(tuple(cell[0] for cell in cells))
    return Placement(refused="cell-refused" if len(row.values) < sum(row.repeats) else "row-crowded")


def _is_broken_over_lines(folded: str, row: RowText) -> bool:
    """Whether some values share a line and others do not: then one may be the rest of a number broken in two.

    Where there are but two, the label shows whether cells share a line.
    """
    breaks = ["\n" in folded[a.end : b.start] for a, b in itertools.pairwise(row.values)]
    if len(breaks) == 1 and row.end <= row.values[0].start:
        breaks.append("\n" in folded[row.end : row.values[0].start])
    return len(set(breaks)) > 1


def _shares_a_cell(folded: str, row: RowText) -> bool:
    """Whether some values share a cell and others do not: as many values as cells are no proof then."""
    for separator in SEPARATORS:
        between = [folded.count(separator, a.end, b.start) for a, b in itertools.pairwise(row.values)]
        if between and min(between) == 0 < max(between):
            return True
    return False


def _placed(row: RowText, columns: Sequence[int]) -> Placement:
    cells: list[Token | None] = [None] * width(row)
    for column, value in zip(columns, row.values, strict=True):
        cells[column] = value
    return Placement(tuple(cells))


def _all_alike(table: TableText) -> list[Placement] | None:
    """The cells of a table whose values are all the same and as many as its cells: then their order cannot matter."""
    rows = table.rows
    values = sorted(
        [*table.strays, *(value for row in rows for value in (*row.values, *row.strays))], key=lambda value: value.start
    )
    complete = not any(misses_after(table, row, after) for row, after in zip(rows, [*rows[1:], None], strict=True))
    if not complete or len({value.text for value in values}) != 1 or len(values) != sum(map(width, rows)):
        return None
    cells = iter(values)
    return [Placement(tuple(itertools.islice(cells, width(row)))) for row in rows]


def _in_single_characters(rows: Sequence[RowText]) -> bool:
    """Whether labels stand one character a line, as numbers then do too."""
    broken = sum(all(span.end - span.start <= 1 for span in row.sighting.spans) for row in rows)
    return 2 * broken > len(rows)


def _out_of_order(folded: str, table: TableText) -> bool:
    """Whether values stand where a table printed row by row has none, or lack where it has some.

    Values before the first label or behind a head belong to no row. Where all rows are full but the last, which has no
    values, each row may have got those of the next.
    """
    if table.strays or any(row.strays and not row.words for row in table.rows) or _lead_to_labels(folded, table.rows):
        return True
    *others, last = table.rows
    shifted = not last.values and len(others) > 1 and all(len(row.values) >= width(row) for row in others)
    return shifted and not all(on_line(folded, row) for row in others if row.values)


def _lead_to_labels(folded: str, rows: Sequence[RowText]) -> bool:
    """Whether most values stand on the line of the next label, and not on that of their own."""
    pairs = [(row, after) for row, after in itertools.pairwise(rows) if row.values]
    leading = sum(
        "\n" in folded[row.end : row.values[0].start] and "\n" not in folded[row.values[-1].end : after.start]
        for row, after in pairs
    )
    return 2 * leading > len(pairs)


def _spread_doubt(folded: str, table: TableText, placements: list[Placement]) -> list[Placement]:
    """Refuse rows beside which values or labels went astray.

    Where a row without values stands before a crowded one, labels were printed in stacks: no row behind one without
    values is certain. Where rows stand on one line, a lone number below a label may be that of a page. A full row
    behind which a row of the form is missing may have got that row's values, where blank rows leave no trace.
    """
    rows = table.rows
    doubted = list(placements)
    stacked = any(
        placed.refused == "row-crowded" and not before.values
        for before, placed in zip(rows, placements[1:], strict=False)
    )
    blanks = any(not row.values for row in rows)
    beside = _values_stand_beside_labels(folded, rows)
    for i, row in enumerate(rows):
        after = rows[i + 1] if i + 1 < len(rows) else None
        if row.values and placements[i].refused is None and not on_line(folded, row):
            behind_blank = i > 0 and not rows[i - 1].values
            alone = beside and len(row.values) == 1
            if alone or (stacked and behind_blank) or (blanks and misses_after(table, row, after)):
                doubted[i] = Placement(refused="row-uncertain")
        if after is not None and not row.values and placements[i + 1].refused in ("row-crowded", "row-uncertain"):
            doubted[i] = Placement(refused="row-uncertain")
    return doubted


def _values_stand_beside_labels(folded: str, rows: Sequence[RowText]) -> bool:
    """Whether the values of all rows but one or so stand on the lines of their labels."""
    beside = [on_line(folded, row) for row in rows if row.values]
    return sum(beside) > _FEWEST_ALIKE and sum(beside) >= _AGREEMENT * (len(beside) - 1)


def misses_after(table: TableText, row: RowText, after: RowText | None) -> bool:
    """Whether the form has a row behind `row`, in its group, that the text lacks before `after`."""
    rows = [official.id for official in table.form.rows() if _in_edition(table, official.id)]
    at = rows.index(row.id) if row.id in rows else len(rows)
    following = rows[at + 1] if at + 1 < len(rows) else None
    return following is not None and (after is None or after.id != following)


def _in_edition(table: TableText, row_id: str) -> bool:
    present = {row.id for row in table.rows}
    nested = any(other.startswith("other_outcomes.") for other in present)
    if row_id.startswith("other_outcomes"):
        return (row_id != "other_outcomes") == nested
    return row_id in present or row_id not in ("other_services", "procurement")


def _rank(table: TableText, row: RowText) -> tuple[int, int]:
    """How deep a row stands in the form, and how many columns it has."""
    return len(table.form.path(row.id)), width(row)


@define
class _Lines:
    """Cells on one line between separators.

    `starts` says for each kind of row (separators before the label, separators behind it) where column 1 begins;
    `kinds` are those of all rows with how deep each stands in the form and how many columns it has, for a line with
    fewer separators than its like has lost a cell.
    """

    folded: str = field(repr=False)
    separator: str
    starts: dict[tuple[int, int], set[int]] = field(factory=lambda: defaultdict(set))
    kinds: Counter[tuple[int, int, tuple[int, int]]] = field(factory=Counter)
    regular: int = 0
    irregular: int = 0

    @classmethod
    def learn(cls, folded: str, separator: str, tables: Iterable[TableText], own: TableText) -> _Lines:
        lines = cls(folded, separator)
        lines.kinds.update(
            (*measured[:2], _rank(own, row)) for row in own.rows if (measured := lines._measure(row)) is not None
        )
        for table in tables:
            for row in table.rows:
                if len(row.values) == width(row) > 1 and not row.repeats:
                    lines._teach(row, own is table)
        return lines

    def _loses_cells(self, depth: int, length: int, rank: tuple[int, int]) -> bool | None:
        """Whether a line has other separators than its like; None where lines are too ragged to tell.

        Where merged label cells are left out, all rows have as many behind their label; where they are left blank, as
        many altogether; where merged cells are one cell each, rows of one rank in the form have as many.
        """
        behind, altogether, alike = Counter[int](), Counter[int](), Counter[int]()
        for (before, after, other), times in self.kinds.items():
            behind[after] += times
            altogether[before + after] += times
            if (before, other) == (depth, rank):
                alike[after] += times
        if (usual := _agreed(behind)) is not None:
            return length != usual
        if (usual := _agreed(altogether)) is not None:
            return depth + length != usual
        if alike[length] < _FEWEST_ALIKE:
            return None
        return 2 * alike[length] <= alike.total()

    def _teach(self, row: RowText, own: bool) -> None:
        measured = self._measure(row)
        if measured is None:
            self.irregular += 1
            return
        depth, length, places = measured
        if [place - places[0] for place in places] != list(range(len(places))) or not places[0]:
            self.irregular += 1
            return
        self.regular += 1
        if own:
            self.starts[depth, length].add(places[0])

    def _measure(self, row: RowText) -> tuple[int, int, list[int]] | None:
        """Separators before the label and behind it up to the end of the line, and before each value."""
        at = row.spans[-1].end
        if row.values and row.values[0].start < at:
            return None
        line_end = self.folded.find("\n", row.values[-1].end if row.values else at)
        line_end = len(self.folded) if line_end < 0 else line_end
        if "\n" in self.folded[at:line_end]:
            return None
        label = row.spans[-1].start
        depth = self.folded.count(self.separator, self.folded.rfind("\n", 0, label) + 1, label)
        places = [self.folded.count(self.separator, at, value.start) for value in row.values]
        return depth, self.folded.count(self.separator, at, line_end), places

    def columns(self, table: TableText, row: RowText) -> list[int] | None:
        """The columns of a row's values; None where the separators do not settle them."""
        if self.regular < _AGREEMENT * (self.regular + self.irregular):
            return None
        measured = self._measure(row)
        if measured is None or len(set(measured[2])) < len(measured[2]):
            return None
        depth, length, places = measured
        k = width(row)
        loses = self._loses_cells(depth, length, _rank(table, row))
        if loses:
            return None
        if places[-1] - places[0] == k - 1:
            starts = [places[0]]
        elif loses is None:
            return None
        else:
            candidates = self.starts.get((depth, length)) or range(1, length - k + 2)
            starts = [start for start in candidates if start <= places[0] and places[-1] < start + k]
        if len(starts) != 1:
            return None
        self.starts[depth, length].add(starts[0])
        return [place - starts[0] for place in places]


@define
class _Steps:
    """Cells on lines of their own: how many line ends lead from the label to column 1, from column to column, and on.

    `lead` stands between label and column 1, `step` is what a full cell takes, `rows` are those to learn from.
    """

    folded: str = field(repr=False)
    step: int | None
    lead: int | None
    full: list[tuple[TableText, RowText, RowText | None]] = field(repr=False)

    @classmethod
    def learn(cls, folded: str, tables: Iterable[TableText]) -> _Steps:
        steps, leads = Counter[int](), Counter[int]()
        full = []
        for table in tables:
            for row, after in zip(table.rows, [*table.rows[1:], None], strict=True):
                if len(row.values) == width(row) and row.values and row.values[0].start >= row.end and not row.words:
                    lead, *inner, _ = _gaps(folded, row)
                    steps.update(inner)
                    leads[lead] += 1
                    full.append((table, row, after))
        return cls(folded, _agreed(steps), _agreed(leads), full)

    def settle(self, partial: Sequence[tuple[TableText, RowText]]) -> dict[int, list[int]]:
        """The columns of the rows with blanks that the one possible reading of the line ends settles.

        A reading says how many line ends a blank cell takes. It is possible where nearly no row contradicts it, and it
        must be confirmed by a row whose last line ends agree with those of others.
        """
        if not self.step or not self.lead:
            return {}
        possible = []
        for blank in range(1, 2 * self.step + 1):
            settled, confirmed, contradicted = self._read(partial, blank)
            if contradicted <= (1 - _AGREEMENT) * len(partial):
                possible.append((settled, confirmed))
        return possible[0][0] if len(possible) == 1 and possible[0][1] else {}

    def _read(self, partial: Sequence[tuple[TableText, RowText]], blank: int) -> tuple[dict[int, list[int]], int, int]:
        """The rows that are settled if a blank cell takes `blank` line ends, and how many confirm and contradict that.

        What a row leaves for its last line ends must be the same for all rows that are followed by the same. A row that
        is followed by what no other is must be printed up to its last column.
        """
        tails: dict[tuple[object, ...], Counter[int]] = defaultdict(Counter)
        for other, row, after in self.full:
            tails[self._key(other, row, after)][_gaps(self.folded, row)[-1]] += 1
        solved = []
        for table, row in partial:
            columns = self._columns(row, blank)
            if columns is not None:
                at = table.rows.index(row)
                key = self._key(table, row, table.rows[at + 1] if at + 1 < len(table.rows) else None)
                tail = _gaps(self.folded, row)[-1] - blank * (width(row) - 1 - columns[-1])
                tails[key][tail] += 1
                solved.append((row, columns, key, tail))
        settled: dict[int, list[int]] = {}
        confirmed, contradicted = 0, len(partial) - len(solved)
        for row, columns, key, tail in solved:
            if tails[key].total() > 1:
                agrees = _agreed(tails[key]) == tail >= 0
                confirmed += agrees
                contradicted += not agrees
            else:
                agrees = columns[-1] == width(row) - 1
            if agrees:
                settled[id(row)] = columns
        return settled, confirmed, contradicted

    def _columns(self, row: RowText, blank: int) -> list[int] | None:
        assert self.step is not None
        assert self.lead is not None
        if row.values[0].start < row.end or row.words:
            return None
        expected = [self.lead, *[self.step] * (len(row.values) - 1)]
        extra = [gap - usual for gap, usual in zip(_gaps(self.folded, row), expected, strict=False)]
        if any(more < 0 or more % blank for more in extra):
            return None
        columns = [place + at for at, place in enumerate(itertools.accumulate(more // blank for more in extra))]
        return columns if columns[-1] < width(row) else None

    def _key(self, table: TableText, row: RowText, after: RowText | None) -> tuple[object, ...]:
        """What the line ends behind a row depend on: whether a group opens there, and how deep the next row stands."""
        if after is None:
            return (table.form.id, None)
        groups = [group for group in table.form.groups() if any(member.id == after.id for member in group.members)]
        first = bool(groups) and groups[0].members[0].id == after.id
        return (table.form.id, after.id.count("."), first, _next(self.folded, row) < after.start)


def _gaps(folded: str, row: RowText) -> list[int]:
    """Line ends from the label to the first value, from value to value, and from the last to what follows."""
    edges = [row.end, *itertools.chain.from_iterable((v.start, v.end) for v in row.values), _next(folded, row)]
    return [folded.count("\n", edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]


def _next(folded: str, row: RowText) -> int:
    """Where the next thing printed behind the row's last value begins."""
    at = row.values[-1].end
    while at < row.until and folded[at] in " \t\n\r\f\u200b|":
        at += 1
    return at


def _agreed(counts: Counter[int]) -> int | None:
    """The count that nearly all agree on; None where they differ."""
    if not counts:
        return None
    (value, times), *_ = counts.most_common(1)
    return value if times >= _AGREEMENT * counts.total() else None
