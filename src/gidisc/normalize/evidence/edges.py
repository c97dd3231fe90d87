"""Cells in aligned columns: which column a value stands in by how far along its line it begins or ends.

The most dangerous evidence, for blanks that were dropped may look like cells aligned to the left. The columns of a page
show in its full rows and in the heads printed above. They count only where it would take too much chance that rows
behind labels of different lengths stand in them, where nothing else explains the page as well, where some row shows a
gap, and where all ways to measure that pass agree.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from gidisc.normalize.evidence.blocks import Block, Values
from gidisc.normalize.evidence.geometry import (
    EDGES,
    Edge,
    Line,
    Measure,
    Place,
    Ruler,
    coincidences,
    measures_of,
    page_start,
    places,
)
from gidisc.normalize.evidence.head_places import HeadZone, head_places
from gidisc.normalize.evidence.rivals import rivals
from gidisc.normalize.evidence.ruled import EXACTLY, Columns, RowLines, Ruled, farthest_miss, usual_offset
from gidisc.normalize.evidence.runs import runs_in_columns
from gidisc.normalize.tokens import line_start

# In rows of few cells chance looks like alignment: only heads tell their columns.
_FEWEST_COLUMNS = 5
# Columns in which fewer rows stand are not those of all.
_IN_ONE = 3 / 4
# How many bits of chance prove columns, how many of them a table must show itself where the others of a text show the
# rest, and how many a row takes away that does not stand in them.
_PROOF = 9
_OWN = 4
_DOUBT = 4
# How many more are wanted where rows stand in their columns only roughly.
_ROUGHLY = 3
# Below heads this close to each other values stand near one wherever they stand.
_TOUCHING = 6
# Values closer to each other may be parts of one.
_NARROWEST_GAP = 2

Heads = list[Place] | None


@frozen
class _Reading:
    """The columns of the rows of a table by one kind of ruler, None where they do not read a row.

    `bits` is what proves the ruler, `own` how much the table must show of that itself, `fitted` how many rows stand in
    its columns.
    """

    bits: float
    own: float
    fitted: int
    columns: Mapping[int, Columns | None] = field(factory=dict)


def aligned(text: str, folded: str, tables: Sequence[Sequence[Block]]) -> dict[int, Columns]:
    """The columns of the rows with blanks that alignment settles, by the identity of their values.

    `tables` are the blocks of each table. `text` is what was folded: its characters have the width that a tool saw.
    """
    tables = [[block for block in blocks if block.rows] for blocks in tables]
    lacking = (row for blocks in tables for block in blocks for row in block.rows if not block.is_full(row))
    if not any(_stand_apart(row) for row in lacking):
        return {}
    ways = list(_ways(text, folded, tables))
    measured = [_by_measure(tables, lines, heads) for lines, heads in ways]
    readings = [by_table for _, by_table in measured]
    # A page is drawn by one measure: what the one that explains it best sees in a table, no other sees better.
    best = max(measured, key=lambda way: way[0])[1]
    settled: dict[int, Columns] = {}
    for index, blocks in enumerate(tables):
        read = [reading for by_table in readings for reading in by_table[index]]
        others = [block for other in (*tables[:index], *tables[index + 1 :]) for block in other]
        columns = _settled(blocks, others, read, best[index], [lines for lines, _ in ways])
        # Blanks that are dropped, too, leave values in the first columns.
        if any(found != tuple(range(len(found))) for found in columns.values()):
            settled |= columns
    return settled


def _stand_apart(values: Values) -> bool:
    """Whether values stand so far from each other that none can be parts of one."""
    return all(b.start - a.end >= _NARROWEST_GAP for a, b in itertools.pairwise(values))


def _ways(text: str, folded: str, tables: Sequence[Sequence[Block]]) -> Iterator[tuple[RowLines, list[list[Heads]]]]:
    """Where the values and heads of all tables stand, in every way to measure that makes a difference."""
    known: list[tuple[RowLines, list[list[Heads]]]] = []
    zones = [[HeadZone.of(text, folded, block.above) for block in blocks] for blocks in tables]
    for measure in measures_of(text):
        lines = {
            id(row): _line(text, folded, row, measure) for blocks in tables for block in blocks for row in block.rows
        }
        heads = [
            [head_places(zone, block.columns, measure) for zone, block in zip(above, blocks, strict=True)]
            for above, blocks in zip(zones, tables, strict=True)
        ]
        if (lines, heads) not in known:
            known.append((lines, heads))
            yield lines, heads


def _settled(
    blocks: Sequence[Block],
    others: Sequence[Block],
    readings: Sequence[_Reading],
    best: Sequence[_Reading],
    ways: Sequence[RowLines],
) -> dict[int, Columns]:
    """The columns of the rows of a table that its readings agree on, the best among them, and no rival disputes.

    `others` are the blocks of the other tables of the text.
    """
    rows = [(id(row), block) for block in blocks for row in block.rows]
    found = {
        id(row): columns
        for block in blocks
        for row in block.rows
        if (columns := _agreed(readings, id(row))) is not None
        and (not best or _agreed(best, id(row)) == columns)
        and len(columns) < len(block.columns)
        and _stand_apart(row)
    }
    if not found:
        return {}
    widths = [len(block.columns) for _, block in rows]
    elsewhere = [(id(row), len(block.columns)) for block in others for row in block.rows]
    against = [
        (rival, lines)
        for lines in ways
        for rival in rivals([lines[key] for key, _ in rows], widths, [(lines[key], width) for key, width in elsewhere])
    ]
    return {
        key: columns
        for key, columns in found.items()
        if not any(rival.disagrees(lines[key], columns) for rival, lines in against)
    }


def _line(text: str, folded: str, values: Values, measure: Measure) -> Line:
    first = values[0].start
    start = page_start(text, folded, line_start(folded, first))
    lead = len(folded[start:first].rstrip(" \u200b"))
    before, *found = places(text, start, [(start, start + lead), *((v.start, v.end) for v in values)], measure)
    return Line(before.high, tuple(found))


def _by_measure(
    tables: Sequence[Sequence[Block]], lines: RowLines, heads: Sequence[Sequence[Heads]]
) -> tuple[float, list[list[_Reading]]]:
    """The proven readings of each table by one measure, and how many bits prove it altogether.

    A page is drawn by one measure: what other tables prove of it counts for a table that shows little itself.
    """
    tried: list[list[_Reading]] = [[] for _ in tables]
    for edge in EDGES:
        by_rows = [list(_ruled_by_rows(blocks, lines, edge)) for blocks in tables]
        by_heads = [
            [
                Ruled(block, _ruler_of_heads(places, edge), lines)
                for block, places in zip(blocks, found, strict=True)
                if places
            ]
            for blocks, found in zip(tables, heads, strict=True)
        ]
        for read in (_read(by_rows), _read(by_heads)):
            for readings, reading in zip(tried, read, strict=True):
                readings.append(reading)
    best = [max(reading.bits for reading in readings) for readings in tried]
    proven = []
    for index, readings in enumerate(tried):
        elsewhere = max([0, *best[:index], *best[index + 1 :]])
        proven.append([r for r in readings if r.bits >= r.own and r.bits + elsewhere >= _PROOF])
    return sum(max(0, bits) for bits in best), proven


def _ruled_by_rows(blocks: Sequence[Block], lines: RowLines, edge: Edge) -> Iterator[Ruled]:
    """Each block, or each run of its rows in the same columns, with the ruler that they show.

    Rows that begin in another column have one of their own.
    """
    for block in blocks:
        if len(block.columns) >= _FEWEST_COLUMNS:
            whole = list(_ruled(block, lines, edge))
            fitted = sum(fit is not None for part in whole for fit in part.fits)
            runs = _runs(block, lines, edge) if fitted < _IN_ONE * len(block.rows) else []
            yield from [ruled for run in runs for ruled in _ruled(run, lines, edge)] or whole


def _ruler_of_rows(block: Block, lines: RowLines, edge: Edge) -> Ruler | None:
    """The columns that full rows show; where no row is full, those that all show together."""
    full = [lines[id(row)] for row in block.rows if block.is_full(row) and _stand_apart(row)]
    if full:
        return Ruler.of_lines(edge, full)
    return Ruler.of_rivers(edge, [lines[id(row)] for row in block.rows], len(block.columns))


def _runs(block: Block, lines: RowLines, edge: Edge) -> list[Block]:
    found = runs_in_columns(edge, [lines[id(row)] for row in block.rows], len(block.columns))
    return [evolve(block, rows=block.rows[run.start : run.stop]) for run in found]


def _ruled(block: Block, lines: RowLines, edge: Edge) -> Iterator[Ruled]:
    ruler = _ruler_of_rows(block, lines, edge)
    if ruler is None:
        return
    inside = {id(row) for row in block.rows if lines[id(row)].lead >= ruler.columns[0]}
    moved = ruler.moved([lines[key] for key in inside])
    if moved is None:
        yield Ruled(block, ruler, lines)
    else:
        yield Ruled(evolve(block, rows=[row for row in block.rows if id(row) not in inside]), ruler, lines)
        yield Ruled(evolve(block, rows=[row for row in block.rows if id(row) in inside]), moved, lines)


def _ruler_of_heads(places: Sequence[Place], edge: Edge) -> Ruler:
    return Ruler(edge, tuple(map(edge, places)), printed=True)


def _read(tables: Sequence[Sequence[Ruled]]) -> list[_Reading]:
    """How the rulers of one kind read each table, no less exactly than most rows of the text stand in them."""
    offset = usual_offset(
        [miss for blocks in tables for block in blocks for fit in block.fits if fit for miss in fit.misses]
    )
    for block in (block for blocks in tables for block in blocks):
        block.move(offset)
    farthest = farthest_miss([fit.miss for blocks in tables for block in blocks for fit in block.fits if fit])
    readings = []
    for blocks in tables:
        # Where values do not stand exactly below heads that are close to each other, those next to them may be others.
        heads_lie = farthest > EXACTLY
        trusted = [block for block in blocks if not (heads_lie and block.ruler.printed and block.is_close)]
        columns: dict[int, Columns | None] = {}
        kept = []
        for block in trusted:
            block.drop(farthest)
            columns |= block.columns(exact=farthest == EXACTLY)
            kept += [(block.ruler, line, fit) for line, fit in zip(block.lines, block.fits, strict=True) if fit]
        bits = coincidences(kept) - _DOUBT * (len(columns) - len(kept)) - _ROUGHLY * (farthest > EXACTLY)
        touching = any(block.ruler.printed and min(block.ruler.pitches) < _TOUCHING for block in trusted)
        own = _PROOF if touching else _OWN
        readings.append(_Reading(bits, own, len(kept), columns))
    return readings


def _agreed(readings: Sequence[_Reading], key: int) -> Columns | None:
    """The columns that all readings agree on, unless what does not read the row is better than what does.

    The best stands for most rows; of those that stand for as many, the best proven.
    """
    votes = [((reading.fitted, reading.bits), reading.columns[key]) for reading in readings if key in reading.columns]
    found = {columns for _, columns in votes if columns}
    for_it = max((rank for rank, columns in votes if columns), default=(0, 0.0))
    against = max((rank for rank, columns in votes if not columns), default=(0, 0.0))
    return found.pop() if len(found) == 1 and for_it > against else None
