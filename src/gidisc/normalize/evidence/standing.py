"""Where the values of a row stand: on which lines, and between which signs."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from gidisc.normalize.evidence.agreement import AGREEMENT
from gidisc.normalize.found import RowText
from gidisc.normalize.gaps import gaps
from gidisc.normalize.labels import HAN
from gidisc.normalize.tokens import SEPARATORS, line_start

_FEWEST_ALIKE = 2


def on_line(folded: str, row: RowText) -> bool:
    """Whether all values of a row stand on the line of its label or inside its wrapped label."""
    first, last = row.values[0], row.values[-1]
    inside = row.start <= first.start and last.end <= row.end
    return "\n" not in folded[first.start if inside else min(row.end, first.start) : last.end]


def has_own_line(folded: str, rows: Sequence[RowText], at: int) -> bool:
    """Whether a row has its values on the line of its label, which it shares with no other."""
    return on_line(folded, rows[at]) and not rows[at].next_on_line and not (at and rows[at - 1].next_on_line)


def is_stacked(folded: str, row: RowText) -> bool:
    """Whether each value of a row stands on a line of its own."""
    return all("\n" in folded[a.end : b.start] for a, b in itertools.pairwise(row.values))


def separated(folded: str, row: RowText) -> bool:
    """Whether every value stands in a cell of its own between separators."""
    return all(gap is not None and gap.separators for gap in gaps(folded, row.values))


def goes_on_below(folded: str, row: RowText) -> bool:
    """Whether a row has its values on a line, and a few more in cells below: the next may begin there."""
    if not row.width < len(row.values) < 2 * row.width or row.repeats:
        return False
    first, last, more = row.values[0].start, row.values[row.width - 1].end, row.values[row.width].start
    start = line_start(folded, more)
    label = folded[start:more]
    in_cells = any(sign in label for sign in SEPARATORS) and not HAN.search(label)
    return in_cells and last < start and "\n" not in folded[first:last]


def stand_beside_labels(folded: str, rows: Sequence[RowText]) -> bool:
    """Whether the values of all rows but one or so stand on the lines of their labels."""
    beside = [on_line(folded, row) for row in rows if row.values]
    return sum(beside) >= _FEWEST_ALIKE and sum(beside) >= AGREEMENT * (len(beside) - 1)
