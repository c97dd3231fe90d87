"""A text in reading order, and the way back to the source."""

from __future__ import annotations

import bisect
import itertools
import math
from collections.abc import Sequence

from attrs import field, frozen

from gidisc.source import Span, Stretch


@frozen
class Reading:
    """A text in reading order, and where each of its characters stands in the source (None: everywhere the same).

    `broken` are the stretches of grids whose edges do not meet, so that parts of cells may have gone elsewhere;
    `line_ends` are those of the source where it has grids. `is_joined` says that lines were put together again that had
    been cut at a width: then numbers on two lines are whole.
    """

    text: str = field(repr=False)
    offsets: list[int] | None = field(default=None, repr=False)
    broken: tuple[Span, ...] = ()
    line_ends: list[int] = field(factory=list, repr=False)
    is_joined: bool = False

    def in_source(self, start: int, end: int) -> list[Stretch]:
        """The stretches of the source that a stretch of the reading stands for; none for what was only added."""
        if self.offsets is None:
            return [(start, end)]
        found: list[Stretch] = []
        held = [offset for offset in self.offsets[start:end] if offset >= 0]
        for _, run in itertools.groupby(enumerate(held), key=lambda pair: pair[1] - pair[0]):
            offsets = [offset for _, offset in run]
            found.append((offsets[0], offsets[-1] + 1))
        return found

    def of_source(self, offsets: frozenset[int]) -> frozenset[int]:
        """Where what stands at some offsets of the source stands here."""
        if self.offsets is None or not offsets:
            return offsets
        return frozenset(at for at, offset in enumerate(self.offsets) if offset in offsets)

    def crosses_rows(self, start: int, end: int) -> bool:
        """Whether a stretch goes from one row of a drawn grid to the next."""
        at = self.text.find("\n", start, end)
        return self.offsets is not None and at >= 0 and -1 in self.offsets[at:end]

    def is_broken(self, span: Span) -> bool:
        """Whether a cell of a drawn grid has its number on several lines."""
        return self.offsets is not None and not self.is_joined and len(self.in_source(span.start, span.end)) > 1

    def torn(self, rows: Sequence[Sequence[Span]]) -> list[bool]:
        """For each row of cells in drawn grids, whether its numbers may be parts, or those of two rows.

        Where several numbers are broken over lines, whatever is as long as what their lines hold may be a part, too.
        Numbers of one row that stand on different lines are those of several rows between which no rule is left, unless
        they stand on these lines outside of grids.
        """
        if self.offsets is None or self.is_joined:
            return [False] * len(rows)
        pieces = [[self.in_source(cell.start, cell.end) for cell in row] for row in rows]
        broken = [_length(cell) for row in pieces for cell in row if len(cell) > 1]
        longest = min(broken) if len(broken) > 1 else math.inf
        return [
            any(_length(cell) >= longest for cell in row)
            or (
                len({bisect.bisect(self.line_ends, cell[0][0]) for cell in row if len(cell) == 1}) > 1
                and not self._is_outside(row_cells[0].start, row_cells[-1].end)
            )
            for row, row_cells in zip(pieces, rows, strict=True)
        ]

    def _is_outside(self, start: int, end: int) -> bool:
        """Whether a stretch goes over lines of which none is a row of a drawn grid."""
        assert self.offsets is not None
        return "\n" in self.text[start:end] and -1 not in self.offsets[start:end]


def _length(pieces: Sequence[Stretch]) -> int:
    """How long the first line of a number is."""
    (start, end), *_ = pieces
    return end - start
