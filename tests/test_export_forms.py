"""The workbook of one report, read back by openpyxl."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve
from hypothesis import given, settings
from openpyxl.worksheet.worksheet import Worksheet

import gidisc
from examples import examples
from gidisc import Report, form
from gidisc.export import measure
from gidisc.export.layout import Box, boxes
from gidisc.form import Edition
from gidisc.strategies import cases
from reports import city, report, without
from texts import APPLICANTS, RESULTS, parse, whole_report

PROACTIVE, REQUESTS, DISPUTES = (
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
)
REPORTS = {edition: gidisc.parse(whole_report(edition), name="甲.txt") for edition in Edition}


def written(built: Report, tmp_path: Path) -> Any:
    gidisc.write(built, tmp_path / "a.xlsx")
    return openpyxl.load_workbook(tmp_path / "a.xlsx")


def rows(sheet: Worksheet) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(values_only=True))


def merged(sheet: Worksheet) -> set[str]:
    return {str(each) for each in sheet.merged_cells.ranges}


def test_a_sheet_for_each_table_stands_between_prose_and_findings(tmp_path: Path) -> None:
    book = written(REPORTS[Edition.FORM_2021], tmp_path)
    assert book.sheetnames == ["报告", PROACTIVE, REQUESTS, DISPUTES, "诊断"]
    book = written(without(REPORTS[Edition.FORM_2021], "requests"), tmp_path)
    assert book.sheetnames == ["报告", PROACTIVE, DISPUTES, "诊断"]


def test_proactive_disclosure_is_laid_out_as_the_form_of_2021(tmp_path: Path) -> None:
    sheet = written(REPORTS[Edition.FORM_2021], tmp_path)[PROACTIVE]
    assert rows(sheet) == [
        ("第二十条第（一）项", None, None, None),
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        ("规章", 0, 0, 1),
        ("行政规范性文件", 3, 2, 14),
        ("第二十条第（五）项", None, None, None),
        ("信息内容", "本年处理决定数量", None, None),
        ("行政许可", 1208, None, None),
        ("第二十条第（六）项", None, None, None),
        ("信息内容", "本年处理决定数量", None, None),
        ("行政处罚", 57, None, None),
        ("行政强制", "/", None, None),
        ("第二十条第（八）项", None, None, None),
        ("信息内容", "本年收费金额（单位：万元）", None, None),
        ("行政事业性收费", 83.8778, None, None),
    ]
    spans = {f"A{line}:D{line}" for line in (1, 5, 8, 12)} | {f"B{line}:D{line}" for line in (6, 7, 9, 10, 11, 13, 14)}
    assert merged(sheet) == spans
    assert sheet["B14"].number_format == "0.0000"


def test_proactive_disclosure_is_laid_out_as_the_form_of_2019(tmp_path: Path) -> None:
    sheet = written(REPORTS[Edition.FORM_2019], tmp_path)[PROACTIVE]
    assert rows(sheet)[3:8] == [
        ("规范性文件", 3, 2, 14),
        ("第二十条第（五）项", None, None, None),
        ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
        ("行政许可", 26, -3, 408),
        ("其他对外管理服务事项", 12, 2, 9),
    ]
    assert rows(sheet)[-2:] == [("信息内容", "采购项目数量", "采购总金额", None), ("政府集中采购", 6, 251000, None)]


@pytest.mark.parametrize(("edition", "last"), [(Edition.FORM_2019, 26), (Edition.FORM_2021, 28)])
def test_requests_are_laid_out_as_the_form(edition: Edition, last: int, tmp_path: Path) -> None:
    sheet = written(REPORTS[edition], tmp_path)[REQUESTS]
    laid = rows(sheet)
    assert laid[:3] == [
        (f"（{form.BALANCE_NOTE}）", None, None, "申请人情况", *[None] * 6),
        (None, None, None, "自然人", "法人或其他组织", None, None, None, None, "总计"),
        (None, None, None, None, "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", None),
    ]
    assert laid[3][0] == "一、本年新收政府信息公开申请数量"
    assert laid[5][:3] == ("三、本年度办理结果", "（一）予以公开", None)
    assert laid[7][:3] == (None, "（三）不予公开", "1.属于国家秘密")
    assert laid[-1][0] == "四、结转下年度继续办理"
    assert len(laid) == last
    heads = {"A1:C3", "D1:J1", "D2:D3", "E2:I2", "J2:J3"}
    groups = {f"A6:A{last - 1}", "B8:B15", "B16:B18", "B19:B23"}
    lines = {"A4:C4", "A5:C5", "B6:C6", "B7:C7", f"B{last - 1}:C{last - 1}", f"A{last}:C{last}"}
    assert merged(sheet) == heads | groups | lines | ({"B24:C24"} if edition is Edition.FORM_2019 else {"B24:B26"})
    cells = [cell.value for cell in gidisc.cells(REPORTS[edition]) if cell.table == "requests"]
    assert [value for line in laid[3:] for value in line[3:]] == cells


def test_disputes_are_laid_out_as_the_form(tmp_path: Path) -> None:
    sheet = written(REPORTS[Edition.FORM_2021], tmp_path)[DISPUTES]
    results = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    assert rows(sheet)[:3] == [
        ("行政复议", *[None] * 4, "行政诉讼", *[None] * 9),
        (*[None] * 5, "未经复议直接起诉", *[None] * 4, "复议后起诉", *[None] * 4),
        results * 3,
    ]
    cells = tuple(cell.value for cell in gidisc.cells(REPORTS[Edition.FORM_2021]) if cell.table == "disputes")
    assert rows(sheet)[3:] == [cells]
    assert merged(sheet) == {"A1:E2", "F1:O1", "F2:J2", "K2:O2"}


def test_rows_that_the_form_does_not_know_stand_below(tmp_path: Path) -> None:
    sheet = written(parse(RESULTS, "| 行政复议 | 1 | 2 | 3 | 4 | 10", "|+ 仲裁 | 5 | 件"), tmp_path)[DISPUTES]
    assert rows(sheet)[4][:3] == ("仲裁", "5", "件")


def test_why_a_cell_has_no_number_is_seen(tmp_path: Path) -> None:
    book = written(parse(RESULTS, "| 行政复议 | x | ? | _ | /"), tmp_path)
    first = next(iter(book[DISPUTES].iter_rows(min_row=4)))[:5]
    assert [cell.value for cell in first] == ["x", "?", None, "/", None]
    notes = [cell.comment.text if cell.comment else "" for cell in first]
    assert "[not-a-number]" in notes[0]
    assert "[cell-refused]" in notes[1]
    assert "refused: " in notes[1]
    assert notes[2].startswith("absent: ")
    assert notes[3].endswith("[cells-marked]")
    assert notes[4].startswith("absent: ")
    assert len({cell.fill.fgColor.rgb for cell in (first[0], first[1], first[2], first[3])}) == 4


def test_findings_are_comments_and_rows(tmp_path: Path) -> None:
    built = report(city() | {"requests.granted.total": "9999999"}, name="甲.txt")
    book = written(built, tmp_path)
    noted = [cell for row in book[REQUESTS].iter_rows() for cell in row if cell.comment]
    assert "J6" in {cell.coordinate for cell in noted}
    text = book[REQUESTS]["J6"].comment.text
    assert "[requests-outcomes]" in text
    assert "办理结果之和" in text
    listed = rows(book["诊断"])
    assert listed[0] == ("severity", "code", "line", "column", "cells", "message", "message_zh", "excerpt")
    assert [line[1] for line in listed[1:]] == [each.code for each in (*built.diagnostics, *gidisc.check(built))]


def test_a_finding_about_many_cells_is_told_once(tmp_path: Path) -> None:
    built = report(dict.fromkeys(city()))
    book = written(built, tmp_path)
    blank = [cell for row in book[REQUESTS].iter_rows() for cell in row if cell.comment]
    assert [cell.coordinate for cell in blank] == ["D4"]


def test_facts_and_prose_are_there(tmp_path: Path) -> None:
    read = REPORTS[Edition.FORM_2021]
    lines = rows(written(read, tmp_path)["报告"])
    assert lines[:5] == [
        ("标题", read.title),
        ("机关", "云岭县商务局"),
        ("年度", "2022"),
        ("格式", "2021"),
        ("文件", "甲.txt"),
    ]
    prose = [text for _, text in lines[5:]]
    said = [
        read.preface,
        *(part for each in read.sections for part in ((each.numeral or "") + each.heading, each.text)),
    ]
    assert prose == [line for part in [*said, read.signature or ""] for line in part.split("\n") if line]


def test_prose_too_long_for_a_cell_takes_several(tmp_path: Path) -> None:
    read = evolve(
        REPORTS[Edition.FORM_2021], preface="甲" * 32_767 + "乙\n丙", title=None, agency=None, year=None, edition=None
    )
    prose = [text or None for _, text in rows(written(read, tmp_path)["报告"])]
    assert prose[:8] == [None, None, None, None, "甲.txt", "甲" * 32_767, "乙", "丙"]


def test_a_number_that_excel_would_round_is_text(tmp_path: Path) -> None:
    built = gidisc.parse(whole_report().replace("83.8778", "1234567890123.4567"))
    assert written(built, tmp_path)[PROACTIVE]["B14"].value == "1234567890123.4567"


@pytest.mark.parametrize(
    "lines",
    [
        [APPLICANTS],
        [APPLICANTS, "| 三、本年度办理结果", "| （六）其他处理"],
        [RESULTS],
        ["| 第二十条第（一）项", "| 规章 | 1"],
        ["| 第二十条第（五）项"],
        [
            "| 第二十条第（五）项",
            "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量",
            "| 其他对外管理服务事项 | 1 | 2 | 3",
            "| 信息内容 | 本年处理决定数量",
            "| 行政许可 | 4",
        ],
    ],
)
def test_tables_in_part_are_laid_out(lines: list[str], tmp_path: Path) -> None:
    read = parse(*lines)
    assert_laid_out(read)
    written(read, tmp_path)


def assert_laid_out(read: Report) -> None:
    """No box lies over another, and every cell of the report has one."""
    for table in read.tables:
        laid = boxes(table)
        places = [place for box in laid for place in squares(box)]
        assert len(places) == len(set(places))
        assert [box.cell for box in laid if box.cell] == list(table.cells())
        columns = measure.widths(laid)
        rows = measure.heights(laid, columns)
        for box in laid:
            across = sum(columns[box.left : box.left + box.width])
            wanted = measure.height(measure.shown(box), across)
            assert sum(rows[box.top : box.top + box.height]) >= wanted


def squares(box: Box) -> list[tuple[int, int]]:
    return [
        (line, column)
        for line in range(box.top, box.top + box.height)
        for column in range(box.left, box.left + box.width)
    ]


@settings(max_examples=examples(10))
@given(cases(damage="any"))
def test_every_report_is_laid_out(case: Any) -> None:
    try:
        read = gidisc.parse(case.text)
    except gidisc.ParseError:
        return
    assert_laid_out(read)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 10, 1), ("甲" * 3, 10, 1), ("甲" * 4, 10, 2), ("1234567", 10, 1), ("甲\n乙", 10, 2), ("甲乙", 0, 5)],
)
def test_a_text_takes_as_many_lines_as_its_column_makes(text: str, width: float, lines: int) -> None:
    assert measure.height(text, width) == lines * measure.height("", width)


def test_a_row_is_not_higher_than_excel_allows() -> None:
    assert measure.height("甲" * 10_000, 20) == 409
    assert measure.height("甲" * 10_000, 20, 90) == 90
    assert measure.heights([Box(top=0, left=0, text="甲" * 10_000)], [20]) == [409]


def test_columns_are_as_wide_as_their_labels_within_limits(tmp_path: Path) -> None:
    sheet = written(REPORTS[Edition.FORM_2021], tmp_path)[REQUESTS]
    found = {name: sheet.column_dimensions[name].width for name in "ABCD"}
    assert 9 < found["D"] < found["B"] < found["A"] < found["C"] < 40
    assert len({sheet.column_dimensions[name].width for name in "DEFGHIJ" if name in sheet.column_dimensions}) == 1
    assert sheet.row_dimensions[24].height > 15


def test_every_sheet_prints_as_wide_as_a_page(tmp_path: Path) -> None:
    for sheet in written(REPORTS[Edition.FORM_2021], tmp_path):
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.orientation == "landscape") == (sheet.title != "报告")
