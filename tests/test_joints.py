"""Texts whose lines were joined with a sign between them."""

from __future__ import annotations

import pytest

import gidisc
from gidisc.strategies import make_case

TITLE = "云岭县水务局2023年政府信息公开工作年度报告"
PROSE = ("公开各类信息。", "答复均在期限内。", "修订目录1份。", "栏目增至7个。", "召开会议4次。")
LINES = ("首页", ">", TITLE, "一、总体情况", *PROSE, "六、其他需要报告的事项", "无。", "云岭县水务局", "2024年1月25日")


@pytest.mark.parametrize("between", ["|", " | ", "|\n|", ",", "\t", ";"])
def test_a_sign_between_lines_is_the_end_of_lines(between: str) -> None:
    report = gidisc.parse(between.join(LINES))
    assert report.title == TITLE
    assert (report.agency, report.year) == ("云岭县水务局", 2023)
    assert [section.text for section in report.sections] == ["\n".join(PROSE), "无。"]
    assert report.signature is not None
    assert list(report.accounting())


def test_two_signs_between_lines_are_kept() -> None:
    report = gidisc.parse("|".join(LINES[:6]) + "," + ",".join(LINES[6:]))
    assert report.section(6) is None


@pytest.mark.parametrize(("between", "read"), [("|", 200), (",", 0)])
def test_cells_of_tables_between_joined_lines_are_read_as_on_lines_or_refused(between: str, read: int) -> None:
    text = make_case(5, "cell_lines", regime="telling").text
    joined = gidisc.parse(text.replace("\n", between))
    assert joined.title == gidisc.parse(text).title
    assert {section.number for section in joined.sections} == {1, 2, 3, 4, 5, 6}
    values = {cell.key: cell.value for cell in gidisc.cells(gidisc.parse(text))}
    found = [cell for cell in gidisc.cells(joined) if cell.value is not None]
    assert [cell.value for cell in found] == [values[cell.key] for cell in found]
    assert len(found) == read
