"""Where things stand on a page: places on a line, columns, and how unlikely it is that they meet by chance."""

from __future__ import annotations

import bisect
import functools
import itertools
import math
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import define, frozen

from gidisc.characters import display_width

# Columns farther apart than this are no stronger evidence.
_FARTHEST = 24
_LEFT_OUT = re.compile(r"[ \t]*\u200b+")
# How far values may stand from a column that values show, in characters.
_JITTER = 2.0
RIVER = 2
"""So much white space down the page parts columns."""
# Where no row is full, each column must show in so many rows.
_FEWEST_SHOWING = 2


def _generous_width(text: str) -> int:
    """The width of a text where what may be narrow or wide, such as Chinese quotes, is wide."""
    return len(text) if text.isascii() else sum(map(_generous_character_width, text))


@functools.cache
def _generous_character_width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def _width_before_digits_grew(text: str) -> int:
    """The width of a text whose wide digits were narrow when it was laid out."""
    return display_width(text.translate(_NARROW_DIGITS))


def _width_before_signs_shrank(text: str) -> int:
    """The width of a text whose narrow brackets and commas were wide when it was laid out."""
    return display_width(text) + sum(map(text.count, _SIGNS))


_NARROW_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}
_WIDE_DIGIT = re.compile("[０-９]")
_SIGNS = "(),:;!?"
Measure = Callable[[str], int]


def measures_of(text: str) -> tuple[Measure, ...]:
    """The ways in which tools measure a text, or measured it before something else changed its characters."""
    changed = (_width_before_digits_grew,) if _WIDE_DIGIT.search(text) else ()
    return (len, display_width, _generous_width, *changed, _width_before_signs_shrank)


@frozen(order=True)
class Place:
    """The edges of a piece of text on its line."""

    low: int
    high: int

    def overlaps(self, other: Place) -> bool:
        """Whether the two stand above one another."""
        return self.low < other.high and other.low < self.high


Edge = Callable[[Place], float]
EDGES: tuple[Edge, ...] = (
    lambda place: place.low,
    lambda place: place.high,
    lambda place: (place.low + place.high) / 2,
)
"""What the pieces of a column may have in common."""


def page_start(text: str, folded: str, start: int) -> int:
    """Where a line that begins at `start` begins on its page: behind the number that a listing put before it."""
    match = _LEFT_OUT.match(folded, start)
    if match is None:
        return start
    end = match.end()
    return end + (text[end - 1] != "\t" and text.startswith(" ", end))


def places(text: str, start: int, stretches: Iterable[tuple[int, int]], measure: Measure) -> Iterator[Place]:
    """Where stretches of a text stand on the line that begins at `start`."""
    at, width = start, 0
    for low, high in stretches:
        left = width + measure(text[at:low])
        at, width = high, left + measure(text[low:high])
        yield Place(left, width)


@frozen
class Line:
    """The values of a row on their line, and where what stands before them ends."""

    lead: int
    places: tuple[Place, ...]

    @property
    def gaps(self) -> list[int]:
        """How much white space stands before each value."""
        ends = [self.lead, *(place.high for place in self.places)]
        return [place.low - end for end, place in zip(ends, self.places, strict=False)]


@frozen
class Fit:
    """The columns in which the values of a line stand, and how far behind each."""

    columns: tuple[int, ...]
    misses: tuple[float, ...]

    @property
    def miss(self) -> float:
        """How far a value stands from its column, at most."""
        return max(map(abs, self.misses))

    def moved(self, offset: float) -> Fit:
        """The same, measured from as far behind the columns."""
        return Fit(self.columns, tuple(miss - offset for miss in self.misses))


@define(eq=False)
class Ruler:
    """Where the columns of one block of rows stand, as their values show it or (`printed`) the heads above them."""

    edge: Edge
    columns: tuple[float, ...]
    printed: bool

    @classmethod
    def of_lines(cls, edge: Edge, lines: Sequence[Line]) -> Ruler:
        """The columns that lines without blanks show."""
        places = zip(*(line.places for line in lines), strict=True)
        return cls(edge, tuple(statistics.median(map(edge, column)) for column in places), printed=False)

    @classmethod
    def of_rivers(cls, edge: Edge, lines: Sequence[Line], width: int) -> Ruler | None:
        """The columns that lines with blanks show together; None unless white space parts just so many.

        What drifted from its column would look like one more where another is blank everywhere. So every column needs
        several values, some line must show it beside the next, and all lines show the last: no total is blank.
        """
        found = sorted((place.low, place, row) for row, line in enumerate(lines) for place in line.places)
        columns: list[dict[int, Place]] = []
        end = -math.inf
        for low, place, row in found:
            if low >= end + RIVER:
                columns.append({})
            columns[-1][row] = place
            end = max(end, place.high)
        if (
            len(columns) != width
            or len(columns[-1]) < len(lines)
            or min(map(len, columns)) < _FEWEST_SHOWING
            or any(a.keys().isdisjoint(b) for a, b in itertools.pairwise(columns))
        ):
            return None
        return cls(edge, tuple(statistics.median(map(edge, column.values())) for column in columns), printed=False)

    def moved(self, lines: Sequence[Line]) -> Ruler | None:
        """The columns of rows whose labels fill column 1 and whose values begin in the next; None where they do not.

        Where tools leave out the cells of merged labels, such rows have one column more, in which some of them end.
        """
        beyond = [last for line in lines if (last := self.edge(line.places[-1])) >= self.columns[-1] + _JITTER]
        inside = all(line.lead < self.columns[1] for line in lines)
        return (
            Ruler(self.edge, (*self.columns[1:], statistics.median(beyond)), self.printed)
            if beyond and inside
            else None
        )

    def fit(self, line: Line) -> Fit | None:
        """The column of each value; None where one is far from all, two are at the same, or labels stand among them.

        Below printed heads a value between two columns stands in the one that the order of the others leaves.
        """
        options = [self._options[self.edge(place)] for place in line.places]
        if not all(options) or 4 * sum(len(columns) == 1 for columns in options) < 3 * len(options):
            return None
        columns = self._first(options)
        if columns is None or columns != self._last(options) or (columns[0] > 0 and line.lead >= self.columns[0]):
            return None
        misses = (self.edge(place) - self.columns[column] for column, place in zip(columns, line.places, strict=True))
        return Fit(tuple(columns), tuple(misses))

    @functools.cached_property
    def _options(self) -> _Options:
        return _Options(self)

    def options(self, at: float) -> list[int]:
        """The column near an edge, or those on either side of it."""
        behind = bisect.bisect_left(self.columns, at)
        sides = [column for column in (behind - 1, behind) if 0 <= column < len(self.columns)]
        near = [column for column in sides if abs(self.columns[column] - at) <= self._reaches[column]]
        return near or (sides if self.printed and len(sides) > 1 else [])

    def _first(self, options: Sequence[list[int]]) -> list[int] | None:
        """The columns as far to the left as their order allows; None where it allows none."""
        columns: list[int] = []
        for option in options:
            column = next((column for column in option if not columns or column > columns[-1]), None)
            if column is None:
                return None
            columns.append(column)
        return columns

    def _last(self, options: Sequence[list[int]]) -> list[int]:
        """The columns as far to the right as their order allows, where it allows some."""
        columns: list[int] = []
        for option in reversed(options):
            columns.insert(0, next(column for column in reversed(option) if not columns or column < columns[0]))
        return columns

    @functools.cached_property
    def pitches(self) -> list[float]:
        """How far the nearest other column is from each."""
        between = [_FARTHEST, *(b - a for a, b in itertools.pairwise(self.columns)), _FARTHEST]
        return [min(_FARTHEST, *sides) for sides in itertools.pairwise(between)]

    @functools.cached_property
    def _reaches(self) -> list[float]:
        """How far from each column a value may stand."""
        return [pitch / 4 if self.printed else min(_JITTER, (pitch - 1) / 4) for pitch in self.pitches]

    def bits(self, column: int, miss: float) -> float:
        """How many bits of chance it takes to stand so near a column."""
        return math.log2(self.pitches[column] / (2 * abs(miss) + 1))


class _Options(dict[float, list[int]]):
    """The columns near edges by one ruler, found once for all values that have an edge in common."""

    def __init__(self, ruler: Ruler) -> None:
        self._ruler = ruler

    def __missing__(self, at: float) -> list[int]:
        found = self[at] = self._ruler.options(at)
        return found


def coincidences(fits: Iterable[tuple[Ruler, Line, Fit]]) -> float:
    """How many bits of chance it takes that lines which are not in columns fit their rulers so well.

    Text joined by spaces has one gap before all values. So a value counts only where the gap before it is no usual one,
    and once for each gap before the same column. What made a ruler does not confirm it.
    """
    fits = list(fits)
    usual = max(
        Counter(gap for _, line, _ in fits for gap in line.gaps).items(), key=lambda item: item[1], default=(0, 0)
    )[0]
    seen: dict[tuple[Ruler, int], dict[int, float]] = {}
    for ruler, line, fit in fits:
        for column, miss, gap in zip(fit.columns, fit.misses, line.gaps, strict=True):
            bits = seen.setdefault((ruler, column), {})
            bits[gap] = min(ruler.bits(column, miss), bits.get(gap, math.inf))
    total = 0.0
    for (ruler, _), bits in seen.items():
        confirmed = sorted(bits[gap] for gap in bits if gap != usual)
        own = not ruler.printed and usual not in bits
        total += sum(confirmed[: len(confirmed) - own])
    return total
