"""Cells on lines of their own: which column a value stands in by the line ends before it."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from attrs import define, field

from gidisc.normalize.evidence.agreement import AGREEMENT, agreed
from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.page.furniture import is_page_number
from gidisc.normalize.tokens import line_end

# Lines that trade places are neighbours: no more rows than these have what was another's.
_NEAR = 2


@define
class Steps:
    """Cells on lines of their own: how many line ends lead from the label to column 1, from column to column, and on.

    `lead` stands between label and column 1, `step` is what a full cell takes, `rows` are those to learn from.
    """

    folded: str = field(repr=False)
    step: int | None
    lead: int | None
    full: list[tuple[TableText, RowText, RowText | None]] = field(repr=False)

    @classmethod
    def learn(cls, folded: str, tables: Iterable[TableText]) -> Steps:
        """What the full rows of all tables show about line ends."""
        steps, leads = Counter[int](), Counter[int]()
        full = []
        for table in tables:
            for row, after in zip(table.rows, [*table.rows[1:], None], strict=True):
                if len(row.values) == row.width and row.values and row.values[0].start >= row.end and not row.words:
                    lead, *inner, _ = _gaps(folded, row)
                    steps.update(inner)
                    leads[lead] += 1
                    full.append((table, row, after))
        return cls(folded, agreed(steps), agreed(leads), full)

    def settle(self, partial: Sequence[tuple[TableText, RowText]]) -> dict[int, list[int]]:
        """The columns of the rows with blanks that the one possible reading of the line ends settles.

        A reading says how many line ends a blank cell takes. It is possible where nearly no row contradicts it, and it
        must be confirmed by a row whose last line ends agree with those of others, and by one that shows a blank cell
        between its values: those that were dropped leave the first columns, too.
        """
        if not self.step or not self.lead:
            return {}
        possible = []
        for blank in range(1, 2 * self.step + 1):
            settled, confirmed, contradicted = self._read(partial, blank)
            if contradicted <= (1 - AGREEMENT) * len(partial):
                possible.append((settled, confirmed))
        if len(possible) != 1 or not possible[0][1]:
            return {}
        settled = possible[0][0]
        return settled if any(columns[-1] >= len(columns) for columns in settled.values()) else {}

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
                tail = _gaps(self.folded, row)[-1] - blank * (row.width - 1 - columns[-1])
                tails[key][tail] += 1
                solved.append((row, columns, key, tail))
        settled: dict[int, list[int]] = {}
        confirmed, contradicted = 0, len(partial) - len(solved)
        # Where a row takes fewer than any full one, one of its cells has lost its line.
        fewest = min(self._rest(row) for _, row, _ in self.full) if blank == self.step else -len(self.folded)
        for row, columns, key, tail in solved:
            if tails[key].total() > 1:
                # What follows stands on a line of its own.
                agrees = agreed(tails[key]) == tail > 0
                agrees = agrees and (key[1] is None or self._rest(row) >= fewest)
                confirmed += agrees
                contradicted += not agrees
            else:
                agrees = columns[-1] == row.width - 1
            if agrees:
                settled[id(row)] = columns
        return settled, confirmed, contradicted

    def _rest(self, row: RowText) -> int:
        """How many line ends a row takes beside those of its cells, where blank cells take as many as full ones."""
        return sum(_gaps(self.folded, row)) - (self.step or 0) * row.width

    def _columns(self, row: RowText, blank: int) -> list[int] | None:
        assert self.step is not None
        assert self.lead is not None
        if row.values[0].start < row.end or row.words or _meets_page(self.folded, row):
            return None
        # Where a tab leads to each cell, a line without one is none.
        between = self.folded[row.end : row.values[-1].start]
        if "\n\n" in between and all(self.folded.startswith("\n\t", value.start - 2) for value in row.values):
            return None
        expected = [self.lead, *[self.step] * (len(row.values) - 1)]
        extra = [gap - usual for gap, usual in zip(_gaps(self.folded, row), expected, strict=False)]
        if any(more < 0 or more % blank for more in extra):
            return None
        columns = [place + at for at, place in enumerate(itertools.accumulate(more // blank for more in extra))]
        return columns if columns[-1] < row.width else None

    def _key(self, table: TableText, row: RowText, after: RowText | None) -> tuple[object, ...]:
        """What the line ends behind a row depend on: whether a group opens there, and how deep the next row stands."""
        if after is None:
            return (table.form.id, None)
        groups = [group for group in table.form.groups() if any(member.id == after.id for member in group.members)]
        first = bool(groups) and groups[0].members[0].id == after.id
        return (table.form.id, after.id.count("."), first, _next(self.folded, row) < after.start)


def traded_lines(folded: str, rows: Sequence[RowText]) -> set[int]:
    """The full rows that take as many lines too many as one beside them, which is not full, takes too few.

    Where blank cells take a line each, a number may have gone from one to the other. And where rows with blanks have a
    line for each of their cells, or as many lines however many of them are blank, a full row with more may have a
    number that is none in place of one.
    """
    more, shown = _lines_too_many(folded, rows)
    full = {at for at, row in enumerate(rows) if more[at] > 0 and len(row.values) == row.width in shown}
    return full | {
        full
        for full, other in (*itertools.pairwise(range(len(rows))), *itertools.pairwise(range(len(rows))[::-1]))
        if more[full] == -more[other] > 0 and len(rows[full].values) == rows[full].width > len(rows[other].values)
    }


def shifted_by_lines(folded: str, rows: Sequence[RowText]) -> set[int]:
    """The rows from one that lacks values, and lines, to one beside it or its neighbour that takes as many too many.

    One between may have lost what it gives its neighbour, where blank cells take lines as full ones do.
    """
    more, shown = _lines_too_many(folded, rows)
    odd = [at for at, row in enumerate(rows) if more[at] and row.width in shown]
    found: set[int] = set()
    for a, b in itertools.pairwise(odd):
        lacking = min(a, b, key=lambda at: more[at])
        # What the number of a page takes is no line of a cell.
        lost = len(rows[lacking].values) < rows[lacking].width and not _meets_page(folded, rows[a + b - lacking])
        if b - a <= _NEAR and more[a] == -more[b] and lost:
            found.update(range(a, b + 1))
    return found


def _lines_too_many(folded: str, rows: Sequence[RowText]) -> tuple[list[int], set[int]]:
    """How many lines more than usual each row takes, and how wide the rows are whose blank cells take lines, too."""
    lines = [folded.count("\n", row.end, _next(folded, row)) for row in rows]
    beside = Counter(count - row.width for row, count in zip(rows, lines, strict=True)).most_common(1)[0][0]
    alike = [row.width for row, count in zip(rows, lines, strict=True) if count - row.width == beside]
    # Where each cell is a line, rows of all widths have as many more.
    by_cell = 2 * len(alike) > len(rows) and len({*alike}) > 1
    usual = {
        width: width + beside
        if by_cell
        else Counter(count for row, count in zip(rows, lines, strict=True) if row.width == width).most_common(1)[0][0]
        for width in {row.width for row in rows}
    }
    more = [count - usual[row.width] for row, count in zip(rows, lines, strict=True)]
    filled = {
        width: {
            len(row.values)
            for row, count in zip(rows, lines, strict=True)
            if row.width == width and usual[width] == count > width
        }
        for width in usual
    }
    shown = {
        width
        for width, numbers in filled.items()
        if min(numbers, default=width) < width and (len(numbers) > 1 or usual[width] == width + 1)
    }
    return more, shown


def _meets_page(folded: str, row: RowText) -> bool:
    """Whether the number of a page stands among the cells of a row or behind them: what lines it takes is not known."""
    return any(map(is_page_number, folded[row.end : line_end(folded, _next(folded, row))].split("\n")[1:]))


def _gaps(folded: str, row: RowText) -> list[int]:
    """Line ends from the label to the first value, from value to value, and from the last to what follows."""
    edges = [row.end, *itertools.chain.from_iterable((v.start, v.end) for v in row.values), _next(folded, row)]
    return [folded.count("\n", edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]


def _next(folded: str, row: RowText) -> int:
    """Where the next thing printed behind the row's last value, or behind its label, begins."""
    at = row.values[-1].end if row.values else row.end
    while at < row.until and folded[at] in " \t\n\r\f\u200b|":
        at += 1
    return at
