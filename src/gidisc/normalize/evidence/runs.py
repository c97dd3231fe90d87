"""Runs of rows in the same columns: where a page ends and nothing shows it, those of the next stand elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from gidisc.normalize.evidence.geometry import RIVER, Edge, Line, Place

# How far apart the values of a column may stand: those in the middle of it, by what halves leave over.
_SPREAD = 1
# A run of fewer rows may be one by chance; runs that are longer must hold most rows.
_FEWEST_ROWS = 3
_MOST = 2 / 3


@frozen
class _Column:
    """A column as the values of a run show it: from where to where their edges stand, and how wide they reach."""

    low: float
    high: float
    place: Place

    def holds(self, at: float) -> bool:
        """Whether a value with this edge stands in the column."""
        return max(self.high, at) - min(self.low, at) <= _SPREAD

    def touches(self, place: Place) -> bool:
        """Whether no white space parts a value from the column."""
        return place.low < self.place.high + RIVER and self.place.low < place.high + RIVER

    def with_value(self, at: float, place: Place) -> _Column:
        """The column with one value more."""
        reach = Place(min(self.place.low, place.low), max(self.place.high, place.high))
        return evolve(self, low=min(self.low, at), high=max(self.high, at), place=reach)


def runs_in_columns(edge: Edge, lines: Sequence[Line], width: int) -> list[range]:
    """The rows that stand in up to `width` columns together, run after run; none unless these hold most rows."""
    found: list[range] = []
    columns: list[_Column] | None = []
    start = 0
    for index, line in enumerate(lines):
        columns = _with_line(columns or [], edge, line, width) if columns is not None else None
        if columns is None:
            found.append(range(start, index))
            start = index
            columns = _with_line([], edge, line, width)
    found = [run for run in (*found, range(start, len(lines))) if len(run) >= _FEWEST_ROWS]
    return found if sum(map(len, found)) >= _MOST * len(lines) else []


def _with_line(columns: Sequence[_Column], edge: Edge, line: Line, width: int) -> list[_Column] | None:
    """The columns of a run with those of one line more; None where it stands in others."""
    shown = list(columns)
    taken: set[int] = set()
    for place in line.places:
        at = edge(place)
        index = next((index for index, column in enumerate(shown) if column.holds(at)), None)
        if index is not None and index not in taken:
            shown[index] = shown[index].with_value(at, place)
        elif index is None and len(shown) < width and not any(column.touches(place) for column in shown):
            index = len(shown)
            shown.append(_Column(at, at, place))
        else:
            return None
        taken.add(index)
    return shown
