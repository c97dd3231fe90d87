"""The rows of a block by one ruler: which of them stand in its columns, and which of these nothing lost has shifted."""

from __future__ import annotations

import functools
import statistics
from collections.abc import Mapping, Sequence

from gidisc.normalize.evidence.blocks import Block
from gidisc.normalize.evidence.geometry import Fit, Line, Ruler

EXACTLY = 0.5
"""Half a character is what texts in the middle of their columns may miss them by."""
# Where most of at least so many rows miss their columns by more, others may by a little more than these.
_MOST = 0.75
_FEWEST_ROWS = 4
_SLACK = 1.5
# Nothing that is lost in a line is so wide as to shift what stands behind it from one column to another.
_FAR_APART = 12

Columns = tuple[int, ...]
"""The columns of the values of a row."""
RowLines = Mapping[int, Line]
"""Where rows stand by one measure, by the identity of their values."""


class Ruled:
    """The rows of a block by one ruler: how they fit it, None where they do not."""

    def __init__(self, block: Block, ruler: Ruler, lines: RowLines) -> None:
        self.block = block
        self.ruler = ruler
        self.lines = [lines[id(row)] for row in block.rows]
        self.full = [block.is_full(row) for row in block.rows]
        self.fits = [ruler.fit(line) for line in self.lines]

    @property
    def is_close(self) -> bool:
        """Whether what is lost in a line may shift values from one column to another."""
        return min(self.ruler.pitches) < _FAR_APART

    def move(self, offset: float) -> None:
        """Measure from where values usually stand below heads."""
        if self.ruler.printed:
            self.fits = [fit and fit.moved(offset) for fit in self.fits]

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

        A row whose label reaches into the columns is moved itself, and no others; what it moves goes to the right.
        """
        found = []
        trust = True
        for line, full, fit in list(zip(self.lines, self.full, self.fits, strict=True))[::step]:
            if fit is None and (line.lead < self.ruler.columns[0] or (full and self._falls_short(line))):
                trust = False
            elif fit is not None and full:
                trust = True
            found.append(trust)
        return found

    def _falls_short(self, line: Line) -> bool:
        """Whether a value of a row without blanks stands to the left of its column."""
        stand = map(self.ruler.edge, line.places)
        return any(at < column - _SLACK for at, column in zip(stand, self.ruler.columns, strict=True))

    def _is_safe(self, line: Line, fit: Fit, exact: bool) -> bool:
        """Whether no loss in a line can have brought its values to the columns before theirs.

        What is lost shifts what stands behind it to the left, so that the last column is empty; in whole blocks nothing
        is lost. Where two values were glued, the first has several characters. A value that reaches over the edge of
        another column is two.
        """
        if any(
            place.low < edge < place.high
            for place, column in zip(line.places, fit.columns, strict=True)
            for index, edge in enumerate(self.ruler.columns)
            if index != column
        ):
            return False
        if fit.columns[-1] == len(self.ruler.columns) - 1 or not self.is_close:
            return True
        return exact and (self._is_whole or all(place.high - place.low == 1 for place in line.places[:-1]))

    @functools.cached_property
    def _is_whole(self) -> bool:
        """Whether all rows stand in columns that are wider than any value: one that is lost shows by what it shifts."""
        widest = max(place.high - place.low for line in self.lines for place in line.places)
        misses = [miss for fit in self.fits if fit for miss in fit.misses]
        return (
            len(self.fits) >= _FEWEST_ROWS
            and all(self.fits)
            and widest + max(misses) - min(misses) < min(self.ruler.pitches)
        )


def usual_offset(misses: Sequence[float]) -> float:
    """How far behind the edges of heads most values stand: a character, where cells begin with a space."""
    usual = statistics.median(misses) if misses else 0
    return usual if abs(usual) <= 1 else 0


def farthest_miss(misses: Sequence[float]) -> float:
    """How far from its column a value may stand where rows miss theirs by so much."""
    usual = sorted(misses)[int(_MOST * len(misses))] if len(misses) >= _FEWEST_ROWS else 0
    return _SLACK * usual if usual > EXACTLY else EXACTLY
