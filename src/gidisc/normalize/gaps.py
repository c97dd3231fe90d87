"""What stands between the values of a row."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence

from attrs import frozen

from gidisc.normalize.tokens import SEPARATORS, Token

_IN_GAPS = " \t\n\r\u200b\\*" + "".join(SEPARATORS)

_QUOTES = "\"'"
_SHORT = 16


@frozen
class Gap:
    """What stands between two values: line ends, separators, and where there are neither, how many spaces."""

    lines: int
    separators: str
    spaces: int

    @classmethod
    def of(cls, between: str) -> Gap | None:
        """The gap of a stretch; None where more is printed there than separates cells."""
        return _short_gap(between) if len(between) <= _SHORT else cls._read(between)

    @classmethod
    def _read(cls, between: str) -> Gap | None:
        if between.strip(_IN_GAPS):
            return None
        lines = between.count("\n")
        separators = "".join(sign for sign in between if sign in SEPARATORS)
        return cls(lines, separators, 0 if lines or separators else len(between))

    def is_like(self, usual: Gap) -> bool:
        """Whether as much separates cells as usual.

        Spaces are only ever too few: many may align columns. Where it is one, they align nothing.
        """
        if usual.separators:
            return self.separators == usual.separators and self.lines == usual.lines
        if usual.lines:
            return (self.lines, self.separators) == (usual.lines, "")
        if self.lines or self.separators:
            return True
        return self.spaces == 1 if usual.spaces == 1 else self.spaces >= usual.spaces


@functools.lru_cache(maxsize=1024)
def _short_gap(between: str) -> Gap | None:
    """The gap of a short stretch: the same few come again and again."""
    return Gap._read(between)


def gaps(folded: str, values: Sequence[Token]) -> Iterator[Gap | None]:
    """The gaps between neighbours."""
    return (Gap.of(folded[a.end : b.start]) for a, b in itertools.pairwise(values))


def share_a_cell(folded: str, values: Sequence[Token]) -> bool:
    """Whether some values share a cell and others do not: as many values as cells are no proof then."""
    between = [folded[a.end : b.start] for a, b in itertools.pairwise(values)]
    # What cannot be seen may stand inside a number.
    unseen = [gap != "" and not gap.strip("\u200b") for gap in between]
    if any(unseen) and not all(unseen):
        return True
    printed = "".join(between)
    for sign in (*SEPARATORS, *_QUOTES):
        if sign in printed:
            counts = [gap.count(sign) for gap in between]
            if min(counts) == 0 and max(counts) > (sign in _QUOTES):
                return True
    if (unknown := printed.strip(_IN_GAPS)) and _are_parted_by(unknown[0], between):
        return True
    return len(between) > 1 and "|" not in printed and _is_touched(folded, values)


def _are_parted_by(sign: str, between: Sequence[str]) -> bool:
    """Whether a sign, and no letter, stands between most values, and only white space between some."""
    parted = sum(sign in gap for gap in between)
    return not sign.isalnum() and 2 * parted > len(between) and not all(gap.strip() for gap in between)


def _is_touched(folded: str, values: Sequence[Token]) -> bool:
    """Whether a bar touches one end of a row and does not part it from a label: it may be a digit that was misread."""
    first, last = values[0].start, values[-1].end
    before, behind = folded[max(first - 2, 0) : first], folded[last : last + 1]
    return before[-1:] != "|" if behind == "|" else before in (" |", "\n|")
