"""What full rows show about the lines of others of their kind."""

from __future__ import annotations

from collections import Counter

from gidisc.normalize.evidence.lines import Lines

TOP = (0, 7)
BELOW = (1, 7)


def test_a_line_shorter_than_the_full_rows_of_its_kind_has_lost_cells() -> None:
    lines = Lines("", "\t")
    lines.kinds = Counter({(0, 8, TOP): 1, (0, 6, TOP): 2, (1, 7, BELOW): 2, (1, 9, BELOW): 2})
    lines.full = [(0, 8)]
    lines.whole[0, TOP].add(8)
    assert lines._loses_cells(0, 6, TOP) is True
    assert lines._loses_cells(0, 8, TOP) is None


def test_a_line_shorter_than_one_of_its_kind_needs_a_full_row_of_as_many() -> None:
    lines = Lines("", "|")
    lines.kinds = Counter({(1, 9, TOP): 2, (1, 10, TOP): 1, (1, 8, BELOW): 3})
    assert lines._loses_cells(1, 9, TOP) is None
    lines.full = [(1, 9)]
    assert lines._loses_cells(1, 9, TOP) is False
