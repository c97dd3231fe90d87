"""What full rows show about the lines of others of their kind."""

from __future__ import annotations

from collections import Counter

import pytest

import gidisc
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


JOINED = (
    "三、收到和处理政府信息公开申请情况 一、本年新收政府信息公开申请数量 | 5 | 1 | 2 | 3 | 4 | 6 | 21 "
    "二、上年结转政府信息公开申请数量 |  | 7 |  | 1 |  |  | 8 "
    "三、本年度办理结果 | （一）予以公开 | 4 |  |  |  |  |  | 4 "
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形） | 1 | 2 | 3 | 4 | 5 | 6 | 21 "
    "（三）不予公开 | 1.属于国家秘密 | 2 | 9 |  |  |  |  {last} 2.其他法律行政法规禁止公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1"
)


@pytest.mark.parametrize(
    ("last", "secrets"),
    [("| 11", [2, 9, None, None, None, None, 11]), ("|", [None] * 7)],
    ids=["a total", "a blank total, whose bar may be one before the next label"],
)
def test_rows_that_share_a_line_show_blanks_between_their_bars(last: str, secrets: list[int | None]) -> None:
    shown: dict[str, list[object]] = {}
    for cell in gidisc.cells(gidisc.parse(JOINED.format(last=last))):
        shown.setdefault(cell.row, []).append(cell.value)
    assert shown["brought_forward"] == [None, 7, None, 1, None, None, 8]
    assert shown["granted"] == [4, None, None, None, None, None, 4]
    assert shown["denied.state_secrets"] == secrets
