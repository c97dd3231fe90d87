"""Small texts in which it matters which cell, row or line something is."""

from __future__ import annotations

from decimal import Decimal

import pytest

import gidisc
from gidisc import Report, Status

ZEROS = "\t0" * 7


def parse(text: str) -> Report:
    """The report of a text whose accounting and spans hold."""
    report = gidisc.parse(text)
    at = 0
    for piece in report.accounting():
        assert not text[at : piece.span.start].strip()
        at = piece.span.end
    for cell in gidisc.cells(report):
        if cell.value is not None:
            assert cell.span is not None
            assert text[cell.span.start : cell.span.end] == cell.raw
    return report


def values(report: Report, row: str) -> list[object]:
    assert report.requests is not None
    return [report.requests[row, cell.column].value for cell in next(iter(report.requests.iter_rows())).cells]


def codes(report: Report) -> set[str]:
    return {diagnostic.code for diagnostic in report.diagnostics}


def test_a_bare_list_number_apart_from_its_label_is_a_value_of_the_row_before() -> None:
    report = parse("（二）部分公开 1 2 3 4 5 6 7\n1 属于国家秘密 0 0 0 0 0 0 9\n")
    assert values(report, "partially_granted") == [None] * 7
    assert "row-crowded" in codes(report)


def test_a_group_that_ends_the_text_is_no_row() -> None:
    report = parse(
        "三、收到和处理政府信息公开申请情况\n（五）不予处理\n"
        "5.要求行政机关确认或重新出具已获取信息 0 0 0 0 0 0 1\n（六）其他处理\n"
    )
    assert report.edition is None
    assert values(report, "not_processed.confirmation") == [0, 0, 0, 0, 0, 0, 1]


def test_a_short_wording_of_a_heading_needs_its_numeral() -> None:
    text = "概述\n一、概述\n本年度没有新的情况。\n二、主动公开政府信息情况\n"
    report = parse(text)
    assert [(section.number, section.numeral) for section in report.sections] == [(1, "一、"), (2, "二、")]


def test_the_title_that_says_more_is_the_title() -> None:
    report = parse(
        "2021年政府信息公开年度报告\n甲县水务局2021年政府信息公开年度报告\n2021年政府信息公开年报\n一、总体情况\n无\n"
    )
    assert report.title == "甲县水务局2021年政府信息公开年度报告"
    assert (report.agency, report.year) == ("甲县水务局", 2021)


def test_labels_again_without_values_are_no_second_copy() -> None:
    rows = ["1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益"]
    text = "\n".join(f"{row}{ZEROS}" for row in rows) + "\n" + "\n".join(rows) + "\n"
    report = parse(text)
    assert values(report, "denied.state_secrets") == [0] * 7
    assert "row-repeated" not in codes(report)


def test_ragged_rows_without_their_like_are_refused() -> None:
    text = (
        f"一、本年新收政府信息公开申请数量\t{ZEROS}\t\n"
        f"\t（一）予以公开{ZEROS}\t\n"
        f"\t\t1.属于国家秘密{ZEROS}\n"
        "\t\t\t2.其他法律行政法规禁止公开\t\t\t3\t\t\t\t\t\t\n"
    )
    report = parse(text)
    assert values(report, "denied.prohibited_by_law") == [None] * 7
    assert "cell-refused" in codes(report)
    assert values(report, "denied.state_secrets") == [0] * 7


def test_ragged_rows_beside_their_like_are_placed() -> None:
    text = (
        f"一、本年新收政府信息公开申请数量\t{ZEROS}\t\n"
        f"二、上年结转政府信息公开申请数量\t{ZEROS}\t\n"
        f"\t（一）予以公开{ZEROS}\t\n"
        "\t（二）部分公开\t\t\t3\t\t\t\t4\t\n"
        f"\t\t1.属于国家秘密{ZEROS}\n"
        "四、结转下年度继续办理\t\t\t5\t\t\t\t\t\t\n"
    )
    report = parse(text)
    assert values(report, "partially_granted") == [None, None, 3, None, None, None, 4]
    assert values(report, "carried_forward") == [None, 5, None, None, None, None, None]


def test_a_grid_whose_edges_do_not_meet_is_refused() -> None:
    text = (
        "+----------------+--+--+--+--+--+--+--+\n"
        "|1.属于国家秘密  |1 |2 |3 |4 |5 |6 |7 |\n"
        "|           |8  |9 |1 |2  |3 4 |5|\n"
        "+----------------+--+--+--+--+--+--+--+\n"
        "|3.危及三安全一稳定|1 |2 |3 |4 |5 |6 |7 |\n"
        "+----------------+--+--+--+--+--+--+--+\n"
    )
    report = gidisc.parse(text)
    assert values(report, "denied.state_secrets") == [None] * 7
    assert "grid-broken" in codes(report)


def test_lines_of_a_grid_whose_bars_wander_are_read_by_the_order_of_their_cells() -> None:
    text = (
        "+----------------+--+--+--+--+--+--+--+\n"
        "|1.属于国家    |1 |2  |3 |4 |5 |6 |7 |\n"
        "|秘密        |  |  | |   |  |  |  |\n"
        "+----------------+--+--+--+--+--+--+--+\n"
        "|3.危及三安全一稳定|1 |2 |3 |4 |5 |6 |7 |\n"
        "+----------------+--+--+--+--+--+--+--+\n"
    )
    assert values(gidisc.parse(text), "denied.state_secrets") == [1, 2, 3, 4, 5, 6, 7]


def disputes(cells: str) -> Report:
    heads = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
    kinds = f"行政复议\t行政诉讼\n{heads}\t未经复议直接起诉\t复议后起诉\n{heads}\t{heads}\n"
    return gidisc.parse(
        "四、政府信息公开行政复议、行政诉讼情况\n" + kinds + cells + "\n五、存在的主要问题及改进情况\n无\n"
    )


def test_disputes_line_by_line_with_blanks() -> None:
    report = disputes("\n".join(["\t1", "\t", *[f"\t{n}" for n in range(3, 15)], "\t"]) + "\n\n说明")
    assert report.disputes is not None
    found = [cell.value for cell in report.disputes.cells()]
    assert found == [1, None, *range(3, 15), None]


def test_disputes_with_two_values_in_a_cell_are_refused() -> None:
    report = disputes("\t".join(["1 2", *[""] * 14]))
    assert report.disputes is not None
    assert {cell.status for cell in report.disputes.cells()} == {Status.REFUSED}


def test_stacked_labels_make_the_rows_behind_blank_ones_uncertain() -> None:
    text = (
        "第二十条第（一）项\n信息内容\n本年新制作数量\n本年新公开数量\n对外公开总数量\n规章\n规范性文件\n1\n2\n3\n"
        "第二十条第（五）项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政许可\n其他对外管理服务事项\n4\n5\n6\n7\n"
    )
    report = gidisc.parse(text)
    assert report.proactive is not None
    assert {cell.value for cell in report.proactive.cells()} == {None}
    assert report.proactive["normative_documents", "newly_made"].status is Status.REFUSED


def test_merged_cells_that_differ_are_refused() -> None:
    head = "二、主动公开政府信息情况\n第二十条第（八）项\n信息内容\t上一年项目数量\t本年增/减\t本年增/减\n"
    report = gidisc.parse(f"{head}行政事业性收费\t1\t2\t3\n")
    assert report.proactive is not None
    assert report.proactive["fees", "change"].status is Status.REFUSED


def test_a_sign_in_words_and_a_unit_belong_to_their_number() -> None:
    head = "第二十条第（五）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n"
    bought = "第二十条第（九）项\n信息内容 采购项目数量 采购总金额\n政府集中采购 2 46.5 万元\n"
    report = parse(
        f"二、主动公开政府信息情况\n{head}行政许可 12 减 3 40\n其他对外管理服务事项 5 增 2 <b>7</b>\n{bought}"
    )
    assert report.proactive is not None
    assert [report.proactive["licensing", column].value for column in ("previous_items", "change")] == [12, -3]
    assert report.proactive["other_services", "change"].value == 2
    assert report.proactive["other_services", "decisions"].value == 7
    assert report.proactive["procurement", "amount"].value == Decimal("46.5")
    assert report.proactive["procurement", "amount"].unit == "万元"


def test_a_sign_in_words_behind_a_comma_is_no_label_of_a_number_with_thousands() -> None:
    head = "第二十条第（五）项,,,\n信息内容,上一年项目数量,本年增/减,处理决定数量\n"
    report = parse(f"{head}行政许可,3,+1,5\n其他对外管理服务事项,2198,减832,957\n")
    assert report.proactive is not None
    shown = [report.proactive["other_services", column].value for column in ("previous_items", "change", "decisions")]
    assert shown == [2198, -832, 957]


def test_the_numbers_of_lines_are_no_part_of_titles_and_prose() -> None:
    text = "甲县水务局2021年政府信息公开工作年度报告\n一、总体情况\n" + "全年无新增事项。\n" * 12
    report = parse("".join(f"{number:5}\t{line}\n" for number, line in enumerate(text.splitlines(), 1)))
    assert report.agency == "甲县水务局"
    assert report.sections[0].text.splitlines() == ["全年无新增事项。"] * 12


CLOSED = """\
三、收到和处理政府信息公开申请情况
|  |  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 |  |  |  |  |  |  |  | 272 |
| 二、上年结转政府信息公开申请数量 |  |  |  |  |  |  | 12 | 14 |
| 三、本年度办理结果 | （一）予以公开 |  |  |  |  |  |  | 16 |
|  | （二）部分公开 |  |  |  |  |  |  | 17 |
"""


def test_the_head_of_the_last_column_shows_where_it_stands() -> None:
    report = parse(CLOSED)
    assert values(report, "brought_forward") == [None, None, None, None, None, 12, 14]
    assert values(report, "granted") == [None, None, None, None, None, None, 16]


PADDED = """\
三、收到和处理政府信息公开申请情况
| 一、本年新收政府信息公开申请数量 | 1     | 2 |   |   |   |   | 3 |
| 二、上年结转政府信息公开申请数量 |       | 2 |   |   |   | 4 | 6 |
| （一）予以公开                   | 22222 | 1 | 1 | 1 | 1 | 1 | 6 |
| （二）部分公开                   | 1     |   |   |   |   |   | 1 |
| 1.属于国家秘密                   | 1     |   |   |   |   |   | 1 |
| 2.其他法律行政法规禁止公开       | 1     |   |   |   |   |   | 1 |
"""


def test_a_blank_cell_as_wide_as_those_above_and_below_is_one() -> None:
    assert values(parse(PADDED), "brought_forward") == [None, 2, None, None, None, 4, 6]


def test_a_blank_cell_wider_than_all_others_was_two() -> None:
    report = parse(PADDED.replace("|       | 2 |   |   |   | 4", "|   | 2 |       |   |   | 4"))
    assert values(report, "brought_forward") == [None] * 7


@pytest.mark.parametrize("signs", [list("╒═╤╕│╘╧╛"), list("┎─┰┒┃┖┸┚"), list("┍━┯┑╎┕┷┙")], ids="".join)
def test_a_box_of_any_strokes(signs: list[str]) -> None:
    left, stroke, down, right, bar, *below = signs
    rule = left + (stroke * 40 + down) + (stroke * 5 + down) * 6 + stroke * 5 + right
    end = below[0] + (stroke * 40 + below[1]) + (stroke * 5 + below[1]) * 6 + stroke * 5 + below[2]
    rows = "".join(
        bar + label.ljust(40 - len(label)) + "".join(f"{bar}{n:5}" for n in range(7)) + f"{bar}\n"
        for label in (
            *("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开"),
            *("（二）部分公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”"),
        )
    )
    report = parse(f"三、收到和处理政府信息公开申请情况\n{rule}\n{rows}{end}\n")
    assert values(report, "brought_forward") == [0, 1, 2, 3, 4, 5, 6]


def test_a_list_of_one_number_with_thousands_is_that_number() -> None:
    item = "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可：12,345\n"
    item += "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚：2,345\n行政强制：11\n"
    report = parse(f"二、主动公开政府信息情况\n{item}")
    assert report.proactive is not None
    assert report.proactive["licensing", "decisions"].value == 12345
    assert report.proactive["penalties", "decisions"].value == 2345
