"""Cells in aligned columns: which column a value stands in by how far along its line it begins or ends.

The most dangerous evidence, for blanks that were dropped may look like cells aligned to the left. It counts only where
rows behind labels of different lengths prove the columns that full rows show, where some row shows a gap, and where all
ways to measure that the text allows agree.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import define, field, frozen

from gidisc.characters import display_width
from gidisc.normalize.rows import RowText
from gidisc.normalize.tokens import SEPARATORS, Token

# In rows of few cells chance looks like alignment.
_FEWEST_COLUMNS = 5
# Gaps that differ by so much, before column 1 or any other, shift the columns of rows that are joined by spaces.
_GAPS_DIFFER = 4
# How many rows must stand in columns to prove them; a full row counts twice.
_WITNESSES = 6
# How far a value may stand from its column, in characters, and how much farther every other column must be.
_JITTER = 2
_MARGIN = 2

Columns = tuple[int, ...]


@frozen
class _Place:
    """The edges of a value on its line, in characters of some width."""

    low: int
    high: int


_Edge = Callable[[_Place], float]
_EDGES: tuple[_Edge, ...] = (
    lambda place: place.low,
    lambda place: place.high,
    lambda place: (place.low + place.high) / 2,
)


@frozen
class _Line:
    """The values of a row on their line, and where what stands before them ends."""

    lead: int
    places: tuple[_Place, ...]

    def gaps(self) -> Iterator[int]:
        """How much white space stands before each value."""
        ends = [self.lead, *(place.high for place in self.places)]
        return (place.low - end for end, place in zip(ends, self.places, strict=False))


@define
class _Ruler:
    """Columns as full rows show them, those rows, and how many others stand in them."""

    edge: _Edge
    columns: list[float]
    full: list[_Line] = field(factory=list)
    others: list[_Line] = field(factory=list)

    def reads(self, line: _Line) -> Columns | None:
        """The column of each value; None where one stands at none, or two at the same."""
        found = tuple(column for place in line.places if (column := self._nearest(self.edge(place))) is not None)
        return found if len({*found}) == len(line.places) else None

    def _nearest(self, edge: float) -> int | None:
        (best, column), (second, _), *_ = sorted((abs(edge - at), index) for index, at in enumerate(self.columns))
        return column if best <= _JITTER and second >= best + _MARGIN else None

    def is_proven(self) -> bool:
        """Whether the rows in these columns could not be joined by spaces alone."""
        leads = [next(line.gaps()) for line in (*self.full, *self.others)]
        gaps = [leads, *zip(*(line.gaps() for line in self.full), strict=True)]
        differ = any(max(between) - min(between) >= _GAPS_DIFFER for between in gaps)
        return differ and 2 * len(self.full) + len(self.others) >= _WITNESSES


def aligned(text: str, folded: str, full: Sequence[RowText], partial: Sequence[RowText]) -> dict[int, Columns]:
    """The columns of the rows of `partial` that alignment with those of `full` settles, by the identity of the row.

    `text` is what was folded: its characters have the width that a tool saw.
    """
    width = max((row.width for row in full), default=0)
    partial = [row for row in partial if row.width == width and _is_on_one_line(folded, row)]
    full = [row for row in full if row.width == width and _is_on_one_line(folded, row)]
    if width < _FEWEST_COLUMNS or not partial:
        return {}
    readings = []
    for measure, edge in itertools.product((len, display_width), _EDGES):
        rulers = _rulers([_line(text, folded, row, measure) for row in full], edge)
        lines = [_line(text, folded, row, measure) for row in partial]
        readings.append((len(rulers), _read(rulers, lines)))
    # Whoever drew the columns drew them once, or once a page: the wrong way to measure sees more of them.
    fewest = min(count for count, _ in readings)
    best = [reading for count, reading in readings if count == fewest]
    settled: dict[int, Columns] = {}
    for opens in (False, True):
        # Where a merged label stands beside the first of its rows, that row may be shifted.
        kind = [index for index, row in enumerate(partial) if _opens_group(folded, row) == opens]
        columns = _settled([[reading[index] for index in kind] for reading in best])
        settled |= {id(partial[index]): found for index, found in zip(kind, columns, strict=False) if found}
    # Blanks that are dropped, too, leave values in the first columns.
    return settled if any(columns != tuple(range(len(columns))) for columns in settled.values()) else {}


def _rulers(full: Iterable[_Line], edge: _Edge) -> list[_Ruler]:
    rulers: list[_Ruler] = []
    for line in full:
        ruler = next((ruler for ruler in rulers if ruler.reads(line) == tuple(range(len(line.places)))), None)
        if ruler is None:
            ruler = _Ruler(edge, [edge(place) for place in line.places])
            rulers.append(ruler)
        ruler.full.append(line)
    return rulers


def _read(rulers: Sequence[_Ruler], lines: Sequence[_Line]) -> list[Columns | None]:
    """The columns of each line by the rulers that are proven; None where they do not settle it."""
    for ruler in rulers:
        ruler.others += [line for line in lines if ruler.reads(line)]
    proven = [ruler for ruler in rulers if ruler.is_proven()]
    found = [{columns for ruler in proven if (columns := ruler.reads(line))} for line in lines]
    return [columns.pop() if len(columns) == 1 else None for columns in found]


def _settled(readings: Sequence[Sequence[Columns | None]]) -> list[Columns | None]:
    """The columns of each row in which all readings agree that miss hardly any; nothing where all miss more."""
    credible = [reading for reading in readings if reading.count(None) <= len(reading) // 10]
    return [columns.pop() if len(columns := {*found}) == 1 else None for found in zip(*credible, strict=True)]


def _is_on_one_line(folded: str, row: RowText) -> bool:
    start = folded.rfind("\n", 0, row.values[0].start) + 1
    before = folded[start : row.values[0].start]
    between = [folded[a.end : b.start] for a, b in itertools.pairwise(row.values)]
    return not any(sign in text for text in (before, *between) for sign in ("\n", *SEPARATORS))


def _opens_group(folded: str, row: RowText) -> bool:
    start = folded.rfind("\n", 0, row.start) + 1
    return bool(folded[start : row.start].strip(" (\u200b\f"))


def _line(text: str, folded: str, row: RowText, measure: Callable[[str], int]) -> _Line:
    start = max(folded.rfind(sign, 0, row.values[0].start) for sign in "\n\f") + 1

    def place(value: Token) -> _Place:
        return _Place(measure(text[start : value.start]), measure(text[start : value.end]))

    lead = len(folded[start : row.values[0].start].rstrip(" \u200b"))
    return _Line(measure(text[start : start + lead]), tuple(map(place, row.values)))
