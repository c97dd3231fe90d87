"""What looks like columns and is none: text joined by spaces, and tabs that were expanded.

Where a text may be one of these, it must read a line as its columns do.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from gidisc.normalize.evidence.geometry import Line

# How many lines of a table a rival must explain to be one, and how many of its text, which was made in one way.
_MOST = 0.8
_HALF = 0.5
# How many spaces a blank cell may be.
_WIDEST_BLANK = 4
# How many blank cells merged labels may leave before the first value.
_LABEL_CELLS = 2
_TAB_STOPS = range(2, 9)
_COMMON_GAPS = 3


@frozen
class Joined:
    """Cells joined by `gap` spaces, `step` more for a blank one; where that is 0, blanks leave nothing behind."""

    gap: int
    step: int

    def cells(self, end: int, low: int) -> int:
        """How many cells farther than what ends at `end` stands what begins at `low`; 0 where neither was made so."""
        more, rest = divmod(low - end - self.gap, self.step) if self.step else (0, low - end - self.gap)
        return 0 if more < 0 or rest else more + 1


@frozen
class Tabs:
    """Tabs up to the next of the stops that stand `step` apart."""

    step: int

    def cells(self, end: int, low: int) -> int:
        """How many cells farther than what ends at `end` stands what begins at `low`; 0 where neither was made so."""
        return 0 if low % self.step else low // self.step - end // self.step


@frozen
class Rival:
    """Another way in which a text may have been made.

    `labels` are the numbers of blank cells between the label and column 1 of rows without blanks.
    """

    made: Joined | Tabs
    labels: frozenset[int]

    def disagrees(self, line: Line, columns: Sequence[int]) -> bool:
        """Whether it reads a line in another way, or cannot tell.

        Where nothing stands before the values, it cannot tell in which cell the first is, nor where there is but one.
        """
        steps = _steps(self.made, line)
        if not all(steps) or not self.made.step:
            return True
        if not line.lead:
            return len(steps) < 2 or steps[1:] != [b - a for a, b in itertools.pairwise(columns)]
        read = itertools.accumulate(steps)
        return {at - column - 1 for at, column in zip(read, columns, strict=True)} != (self.labels or {0})


def rivals(lines: Sequence[Line], widths: Sequence[int], others: Sequence[tuple[Line, int]] = ()) -> list[Rival]:
    """The rivals that explain most lines; `widths` says how many cells each line has.

    `others` are the lines of other tables of the text, each with the number of its cells.
    """
    found = []
    for made in _candidates(lines):
        steps = _explained(made, lines, widths)
        if steps is None:
            continue
        here = sum(_reaches(held, width) for held, width in zip(steps, widths, strict=True))
        elsewhere = sum(_reaches(_steps(made, line), width) for line, width in others)
        if here + elsewhere >= _HALF * (len(lines) + len(others)):
            full = (held for held, width in zip(steps, widths, strict=True) if len(held) == width)
            found.append(Rival(made, frozenset(held[0] - 1 for held in full)))
    return found


def _explained(made: Joined | Tabs, lines: Sequence[Line], widths: Sequence[int]) -> list[list[int]] | None:
    """The steps of all lines by a rival that explains most of them; None by others, as soon as that shows."""
    steps: list[list[int]] = []
    missed = 0
    for line, width in zip(lines, widths, strict=True):
        steps.append(_steps(made, line))
        missed += not _reaches(steps[-1], width)
        if len(lines) - missed < _MOST * len(lines):
            return None
    return steps


def _candidates(lines: Sequence[Line]) -> Iterator[Joined | Tabs]:
    for stop in _TAB_STOPS:
        yield Tabs(stop)
    gaps = Counter(gap for line in lines for gap in line.gaps if gap > 0)
    for gap, _ in gaps.most_common(_COMMON_GAPS):
        for step in (0, *range(gap, gap + _WIDEST_BLANK + 1)):
            yield Joined(gap, step)


def _steps(made: Joined | Tabs, line: Line) -> list[int]:
    """How many cells farther each value stands than what is before it; the first of a line is one farther."""
    ends = [line.lead, *(place.high for place in line.places)]
    return [made.cells(end, place.low) if end else 1 for end, place in zip(ends, line.places, strict=False)]


def _reaches(steps: Sequence[int], width: int) -> bool:
    """Whether steps lead over blank cells of a row and of its labels, and no farther."""
    return all(steps) and sum(steps) <= width + _LABEL_CELLS and sum(steps[1:]) < width
