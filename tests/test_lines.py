"""What full rows show about the lines of others of their kind."""

from __future__ import annotations

from collections import Counter

from gidisc.normalize.evidence.kinds import Kinds
from gidisc.normalize.evidence.separated import MeasuredLine

TOP = (0, 7)
BELOW = (1, 7)


def test_a_line_shorter_than_the_full_rows_of_its_kind_has_lost_cells() -> None:
    kinds = Kinds(Counter({(0, 8, TOP): 1, (0, 6, TOP): 2, (1, 7, BELOW): 2, (1, 9, BELOW): 2}))
    kinds.add_full(MeasuredLine(0, 8, (), TOP))
    assert kinds.loses_cells(MeasuredLine(0, 6, (), TOP)) is True
    assert kinds.loses_cells(MeasuredLine(0, 8, (), TOP)) is None


def test_a_line_shorter_than_one_of_its_kind_needs_a_full_row_of_as_many() -> None:
    kinds = Kinds(Counter({(1, 9, TOP): 2, (1, 10, TOP): 1, (1, 8, BELOW): 3}))
    line = MeasuredLine(1, 9, (), TOP)
    assert kinds.loses_cells(line) is None
    kinds.full = [line.kind]
    assert kinds.loses_cells(line) is False
