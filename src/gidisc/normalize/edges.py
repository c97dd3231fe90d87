"""Cells in aligned columns: which column a value stands in by how far along its line it begins or ends.

The most dangerous evidence, for blanks that were dropped may look like cells aligned to the left. The columns of a page
show in its full rows and in the heads printed above. They count only where it would take too much chance that rows
behind labels of different lengths stand in them, where nothing else explains the page as well, where some row shows a
gap, and where all ways to measure that pass agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from gidisc.normalize.blocks import Block, Values
from gidisc.normalize.geometry import EDGES, MEASURES, Edge, Fit, Line, Measure, Place, Ruler, coincidences, places
from gidisc.normalize.heads import head_places
from gidisc.normalize.rivals import rivals
from gidisc.normalize.tokens import line_start

# In rows of few cells chance looks like alignment: only heads tell their columns.
_FEWEST_COLUMNS = 5
# How many bits of chance prove columns, how many of them a table must show itself where the others of a text show the
# rest, and how many a row takes away that does not stand in them.
_PROOF = 9
_OWN = 4
_DOUBT = 4
# Half a character is what texts in the middle of their columns may miss them by. Where most of at least so many rows
# miss them by more, others may by a little more than these.
_EXACTLY = 0.5
_MOST = 0.75
_FEWEST_ROWS = 4
_SLACK = 1.5
# Nothing that is lost in a line is so wide as to shift what stands behind it from one column to another.
_FAR_APART = 12
# Values closer to each other may be parts of one.
_NARROWEST_GAP = 2

Columns = tuple[int, ...]
Lines = Mapping[int, Line]
Heads = list[Place] | None


@frozen
class _Reading:
    """The columns of the rows of a table by one kind of ruler, None where they do not read a row, and its bits."""

    bits: float
    columns: Mapping[int, Columns | None] = field(factory=dict)


def aligned(text: str, folded: str, tables: Sequence[Sequence[Block]]) -> dict[int, Columns]:
    """The columns of the rows with blanks that alignment settles, by the identity of their values.

    `tables` are the blocks of each table. `text` is what was folded: its characters have the width that a tool saw.
    """
    tables = [[block for block in blocks if block.rows] for blocks in tables]
    if all(block.is_full(row) for blocks in tables for block in blocks for row in block.rows):
        return {}
    ways = list(_ways(text, folded, tables))
    readings = [_by_measure(tables, lines, heads) for lines, heads in ways]
    settled: dict[int, Columns] = {}
    for index, blocks in enumerate(tables):
        read = [reading for by_table in readings for reading in by_table[index]]
        columns = _settled(blocks, read, [lines for lines, _ in ways])
        # Blanks that are dropped, too, leave values in the first columns.
        if any(found != tuple(range(len(found))) for found in columns.values()):
            settled |= columns
    return settled


def _ways(text: str, folded: str, tables: Sequence[Sequence[Block]]) -> Iterator[tuple[Lines, list[list[Heads]]]]:
    """Where the values and heads of all tables stand, in every way to measure that makes a difference."""
    known: list[tuple[Lines, list[list[Heads]]]] = []
    for measure in MEASURES:
        lines = {
            id(row): _line(text, folded, row, measure) for blocks in tables for block in blocks for row in block.rows
        }
        heads = [
            [head_places(text, folded, block.above, block.columns, measure) for block in blocks] for blocks in tables
        ]
        if (lines, heads) not in known:
            known.append((lines, heads))
            yield lines, heads


def _settled(blocks: Sequence[Block], readings: Sequence[_Reading], ways: Sequence[Lines]) -> dict[int, Columns]:
    """The columns of the rows of a table that its readings agree on and no rival disputes."""
    rows = [(id(row), block) for block in blocks for row in block.rows]
    found = {
        key: columns
        for key, block in rows
        if (columns := _agreed(readings, key)) is not None and len(columns) < len(block.columns)
    }
    if not found:
        return {}
    widths = [len(block.columns) for _, block in rows]
    others = [(rival, lines) for lines in ways for rival in rivals([lines[key] for key, _ in rows], widths)]
    return {
        key: columns
        for key, columns in found.items()
        if min(ways[0][key].gaps[1:], default=_NARROWEST_GAP) >= _NARROWEST_GAP
        and not any(rival.disagrees(lines[key], columns) for rival, lines in others)
    }


def _line(text: str, folded: str, values: Values, measure: Measure) -> Line:
    first = values[0].start
    start = line_start(folded, first)
    lead = len(folded[start:first].rstrip(" \u200b"))
    before, *found = places(text, start, [(start, start + lead), *((v.start, v.end) for v in values)], measure)
    return Line(before.high, tuple(found))


def _by_measure(
    tables: Sequence[Sequence[Block]], lines: Lines, heads: Sequence[Sequence[Heads]]
) -> list[list[_Reading]]:
    """The proven readings of each table by one measure.

    A page is drawn by one measure: what other tables prove of it counts for a table that shows little itself.
    """
    tried: list[list[_Reading]] = [[] for _ in tables]
    for edge in EDGES:
        by_rows = [[(block, _ruler_of_rows(block, lines, edge)) for block in blocks] for blocks in tables]
        by_heads = [
            [(block, _ruler_of_heads(places, edge)) for block, places in zip(blocks, found, strict=True)]
            for blocks, found in zip(tables, heads, strict=True)
        ]
        for ruled in (by_rows, by_heads):
            for readings, reading in zip(tried, _read(ruled, lines), strict=True):
                readings.append(reading)
    best = [max(reading.bits for reading in readings) for readings in tried]
    proven = []
    for index, readings in enumerate(tried):
        elsewhere = max([0, *best[:index], *best[index + 1 :]])
        proven.append([r for r in readings if r.bits >= _PROOF or (r.bits >= _OWN and r.bits + elsewhere >= _PROOF)])
    return proven


def _ruler_of_rows(block: Block, lines: Lines, edge: Edge) -> Ruler | None:
    full = [lines[id(row)] for row in block.rows if block.is_full(row)]
    return Ruler.of_lines(edge, full) if full and len(block.columns) >= _FEWEST_COLUMNS else None


def _ruler_of_heads(places: Heads, edge: Edge) -> Ruler | None:
    return Ruler(edge, tuple(map(edge, places)), printed=True) if places else None


def _read(ruled: Sequence[Sequence[tuple[Block, Ruler | None]]], lines: Lines) -> list[_Reading]:
    """How the rulers of one kind read each table, no less exactly than most rows of the text stand in them."""
    tables = [[_Ruled(block, ruler, lines) for block, ruler in rulers if ruler] for rulers in ruled]
    farthest = _farthest([fit.miss for blocks in tables for block in blocks for fit in block.fits if fit])
    readings = []
    for blocks in tables:
        columns: dict[int, Columns | None] = {}
        kept = []
        for block in blocks:
            block.drop(farthest)
            columns |= block.columns(exact=farthest == _EXACTLY)
            kept += [(block.ruler, line, fit) for line, fit in zip(block.lines, block.fits, strict=True) if fit]
        readings.append(_Reading(coincidences(kept) - _DOUBT * (len(columns) - len(kept)), columns))
    return readings


class _Ruled:
    """The rows of a block by one ruler: how they fit it, None where they do not."""

    def __init__(self, block: Block, ruler: Ruler, lines: Lines) -> None:
        self.block = block
        self.ruler = ruler
        self.lines = [lines[id(row)] for row in block.rows]
        self.full = [block.is_full(row) for row in block.rows]
        self.fits = [ruler.fit(line) for line in self.lines]

    def drop(self, farthest: float) -> None:
        """Take rows that miss their columns by more than others do as not fitting."""
        self.fits = [fit if fit and fit.miss <= farthest else None for fit in self.fits]

    def columns(self, *, exact: bool) -> dict[int, Columns | None]:
        """The columns of each row that is safe and trusted, by its identity."""
        trusted = [a and b for a, b in zip(self._trusted(1), reversed(self._trusted(-1)), strict=True)]
        return {
            id(row): fit.columns if fit and trust and self._is_safe(line, fit, exact) else None
            for row, line, fit, trust in zip(self.block.rows, self.lines, self.fits, trusted, strict=True)
        }

    def _trusted(self, step: int) -> list[bool]:
        """For each row, in one direction, whether no row without blanks fits since one did not fit: columns may move.

        A row whose label reaches into the columns is moved itself, and no others.
        """
        found = []
        trust = True
        for line, full, fit in list(zip(self.lines, self.full, self.fits, strict=True))[::step]:
            if fit is None and line.lead < self.ruler.columns[0]:
                trust = False
            elif fit is not None and full:
                trust = True
            found.append(trust)
        return found

    def _is_safe(self, line: Line, fit: Fit, exact: bool) -> bool:
        """Whether no loss in a line can have brought its values to the columns before theirs.

        What is lost shifts what stands behind it to the left, so that the last column is empty. Where two values were
        glued, the first has several characters. A value that reaches over the edge of another column is two.
        """
        if any(
            place.low < edge < place.high
            for place, column in zip(line.places, fit.columns, strict=True)
            for index, edge in enumerate(self.ruler.columns)
            if index != column
        ):
            return False
        if fit.columns[-1] == len(self.ruler.columns) - 1 or min(self.ruler.pitches) >= _FAR_APART:
            return True
        return exact and all(place.high - place.low == 1 for place in line.places[:-1])


def _farthest(misses: Sequence[float]) -> float:
    """How far from its column a value may stand where rows miss theirs by so much."""
    usual = sorted(misses)[int(_MOST * len(misses))] if len(misses) >= _FEWEST_ROWS else 0
    return _SLACK * usual if usual > _EXACTLY else _EXACTLY


def _agreed(readings: Sequence[_Reading], key: int) -> Columns | None:
    """The columns that all readings agree on, unless what does not read the row is better proven than what does."""
    votes = [(reading.bits, reading.columns[key]) for reading in readings if key in reading.columns]
    found = {columns for _, columns in votes if columns}
    for_it = max((bits for bits, columns in votes if columns), default=0)
    against = max((bits for bits, columns in votes if not columns), default=0)
    return found.pop() if len(found) == 1 and for_it > against else None
