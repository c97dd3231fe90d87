"""What stands between the values of a row."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from attrs import frozen

from gidisc.normalize.tokens import SEPARATORS, Token

_IN_GAPS = " \t\n\r\u200b\\*" + "".join(SEPARATORS)

_QUOTES = "\"'"


@frozen
class Gap:
    """What stands between two values: line ends, separators, and where there are neither, how many spaces."""

    lines: int
    separators: str
    spaces: int

    @classmethod
    def of(cls, between: str) -> Gap | None:
        """The gap of a stretch; None where more is printed there than separates cells."""
        if between.strip(_IN_GAPS):
            return None
        lines = between.count("\n")
        separators = "".join(sign for sign in between if sign in SEPARATORS)
        return cls(lines, separators, 0 if lines or separators else len(between))

    def is_like(self, usual: Gap) -> bool:
        """Whether as much separates cells as usual. Line ends beside separators are a matter of the text of cells.

        Spaces are only ever too few: many may align columns. Where it is one, they align nothing.
        """
        if usual.separators:
            return self.separators == usual.separators
        if usual.lines:
            return (self.lines, self.separators) == (usual.lines, "")
        if self.lines or self.separators:
            return True
        return self.spaces == 1 if usual.spaces == 1 else self.spaces >= usual.spaces


def gaps(folded: str, values: Sequence[Token]) -> Iterator[Gap | None]:
    """The gaps between neighbours."""
    return (Gap.of(folded[a.end : b.start]) for a, b in itertools.pairwise(values))


def share_a_cell(folded: str, values: Sequence[Token]) -> bool:
    """Whether some values share a cell and others do not: as many values as cells are no proof then."""
    for separator in SEPARATORS:
        between = [folded.count(separator, a.end, b.start) for a, b in itertools.pairwise(values)]
        if between and min(between) == 0 < max(between):
            return True
    for quote in _QUOTES:
        between = [folded.count(quote, a.end, b.start) for a, b in itertools.pairwise(values)]
        if between and min(between) == 0 and max(between) > 1:
            return True
    return False
