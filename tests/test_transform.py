from __future__ import annotations

import copy
import pickle
from decimal import Decimal

import pytest
from lark import Token

import gidisc
from gidisc import Cell, Kind, Report, Section, Status, Subsection, grammar
from gidisc.canonical import Line, Part, Writer
from gidisc.diagnostics import Diagnostic, diagnose
from gidisc.form import Edition
from gidisc.model import Paragraph
from gidisc.source import Source, Span
from gidisc.transform import ReportTransformer
from texts import APPLICANTS, HEADER, RESULTS, SECTION_HEADINGS, codes, parse, whole_report

ITEM_1 = "| 第二十条第（一）项"
ITEM_5 = "| 第二十条第（五）项"
ITEM_8 = "| 第二十条第（八）项"
ITEM_9 = "| 第二十条第（九）项"
DOCUMENTS_2021 = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数"
DOCUMENTS_2019 = "| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量"
DECISIONS_2021 = "| 信息内容 | 本年处理决定数量"
DECISIONS_2019 = "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量"
OUTCOMES = "| 三、本年度办理结果"
OTHER_OUTCOMES = "| （六）其他处理"
NESTED = "| 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"


def cut(report: Report, span: Span | None) -> str:
    assert span is not None
    return report.source[span.start : span.end]


def read(report: Report, table: str) -> dict[str, list[object]]:
    """The values of a table, or the status where there is none, by row."""
    found: dict[str, list[object]] = {}
    for cell in gidisc.cells(report):
        if cell.table == table:
            found.setdefault(cell.row, []).append(cell.status.value if cell.value is None else cell.value)
    return found


def diagnostic(report: Report, code: str) -> Diagnostic:
    return next(found for found in report.diagnostics if found.code == code)


# the outline


def test_outline() -> None:
    report = gidisc.parse(whole_report(), name="云岭.txt")
    assert report.name == "云岭.txt"
    assert report.title == "云岭县商务局2022年政府信息公开工作年度报告"
    assert (report.agency, report.year, report.edition) == ("云岭县商务局", 2022, "2021")
    assert report.preface == "本报告按照条例的要求编制。"
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    assert report.signature == "云岭县商务局\n2023年1月20日"
    assert report.diagnostics == ()


def test_a_chapter_that_the_form_does_not_know_is_a_section_without_number() -> None:
    chapter = parse("### 七、附件 一", "甲").sections[0]
    assert chapter == Section(numeral="七、", heading="附件一", text="甲", blocks=(Paragraph(text="甲"),))
    assert parse("### 附件").sections[0].numeral is None


def test_missing_parts_are_reported() -> None:
    report = gidisc.parse(f"{HEADER}{SECTION_HEADINGS[3]}\n{RESULTS}\n| 行政复议 | 0 | 0 | 0 | 0 | 0\n")
    found = [(each.code, each.message) for each in report.diagnostics]
    assert [code for code, _ in found] == ["section-missing"] * 5 + ["table-missing"] * 2 + ["rows-missing"]
    assert found[0][1] == "the heading of section 1 (总体情况) was not found"
    assert found[5][1] == "the table of section 2 (主动公开政府信息情况) was not found"
    assert found[7][1] == "rows of the form that the text does not show: 未经复议直接起诉、复议后起诉"


def test_a_text_without_a_preface_a_title_and_a_signature() -> None:
    report = parse()
    assert (report.preface, report.title, report.signature, report.agency, report.year) == ("", None, None, None, None)


# prose


def test_prose_is_a_tree_and_a_text() -> None:
    section = parse(
        SECTION_HEADINGS[0], "总述。", "（一）主动公开。全年12条。", "1. 规范办理", "逐件登记。", "（二）监督"
    ).sections[0]
    assert section.text == "总述。\n（一）主动公开。全年12条。\n1. 规范办理\n逐件登记。\n（二）监督"
    assert section.blocks == (
        Paragraph(text="总述。"),
        Subsection(
            numeral="（一）",
            heading="主动公开。",
            blocks=(
                Paragraph(text="全年12条。"),
                Subsection(numeral="1.", heading="规范办理", blocks=(Paragraph(text="逐件登记。"),)),
            ),
        ),
        Subsection(numeral="（二）", heading="监督"),
    )


@pytest.mark.parametrize(
    ("line", "numeral"),
    [("一、甲", "一、"), ("( 二 )甲", "( 二 )"), ("三）甲", "三）"), ("12、甲", "12、"), ("(3)甲", "(3)"), ("⑫甲", "⑫"),
     ("一是甲", "一是"), ("二要甲", "二要"), ("第三，甲", "第三，")],
)  # fmt: skip
def test_numerals(line: str, numeral: str) -> None:
    assert parse(SECTION_HEADINGS[0], line).sections[0].blocks == (Subsection(numeral=numeral, heading="甲"),)


def test_a_table_does_not_end_a_subsection() -> None:
    section = parse(SECTION_HEADINGS[2], "（一）甲", APPLICANTS, "1.乙", "丙").sections[0]
    assert section.text == "（一）甲\n1.乙\n丙"
    assert len(section.blocks) == 1


def test_an_escaped_paragraph_stands_as_printed() -> None:
    assert parse("\\# 号", "\\\\甲").preface == "# 号\n\\甲"


def test_titles_and_signatures_within_a_section_are_no_prose() -> None:
    report = parse(SECTION_HEADINGS[0], "甲", "# 2022年政府信息公开工作年度报告", "@ 云岭县商务局", "乙")
    assert report.sections[0].text == "甲\n乙"
    assert (report.year, report.agency) == (2022, "云岭县商务局")


def test_what_was_not_understood_is_reported_and_kept() -> None:
    report = parse("? 1 2 3", "| 甲 | 乙")
    assert codes(report) == ["unparsed", "unparsed"]
    found = [each for each in report.diagnostics if each.code == "unparsed"]
    assert [each.message.partition(" was ")[0] for each in found] == ["1 2 3", "| 甲 | 乙"]
    assert [each.line for each in found] == [2, 3]
    assert [cut(report, piece.span) for piece in report.accounting() if piece.kind == "unparsed"] == [
        "1 2 3",
        "| 甲 | 乙",
    ]


# the facts


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (["# 甲县水务局2022年政府信息公开工作年度报告", "^ 乙县水务局"], "甲县水务局"),
        (["^ 乙县 水务局", "# 2022年政府信息公开工作年度报告", "《丙县水务局2022年信息公开年度报告》"], "乙县水务局"),
        (["根据《丙县水务局2022年政府信息公开工作年度报告》", "~ 来源：丁县水务局"], "丙县水务局"),
        (["~ 发布机构：丁县水务局", "@ 戊县水务局"], "丁县水务局"),
        (["~ 发布机构：丁县丙乡", "丁县丙乡人民政府依法公开信息。", "@ 戊县水务局"], "戊县水务局"),
        (["^ 乙县水务局2022年政府", "@ 戊县水务局"], "戊县水务局"),
        (["@ 戊县水务局", "@ 2023年1月20日"], "戊县水务局"),
        (["@ 2023年1月20日"], None),
        (["己县水务局依申请公开信息。"], None),
        (["^ 首页", "@ 戊县水务局"], "戊县水务局"),
        (["# 无关的题目", "^ 乙县水务局（乙县河长办）"], "乙县水务局（乙县河长办）"),
    ],
)  # fmt: skip
def test_the_agency_is_that_of_the_first_source_that_names_one(lines: list[str], agency: str | None) -> None:
    assert parse(*lines).agency == agency


def test_two_offices_in_one_source_are_none() -> None:
    report = parse("^ 甲县水务局", "^ 乙县水务局", "@ 甲县水务局")
    assert report.agency is None
    assert diagnostic(report, "agency-ambiguous").message.startswith(
        "two offices are named in the same place: 甲县水务局 and 乙"
    )


def test_one_office_named_twice_is_one() -> None:
    report = parse("# 甲县水务局2022年政府信息公开工作年度报告", "# 甲县水务局政府信息公开年报")
    assert report.agency == "甲县水务局"
    assert codes(report) == []


def test_the_title_is_the_one_that_says_most() -> None:
    report = parse(
        "# 无关的题目", "# 政府信息公开工作年度报告", "# 甲县2022年政府信息公开年报", "# 乙县2022年政府信息公开年报"
    )
    assert report.title == "甲县2022年政府信息公开年报"
    assert parse("# 甲", "# 乙").title == "甲"
    assert parse("# 2022年政府信息公开年报", "# 甲县政府信息公开年报").title == "甲县政府信息公开年报"


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["# 2022年政府信息公开工作年度报告", "统计期限自2021年1月1日至12月31日。"], 2022),
        (["# 政府信息公开工作年度报告", "根据《2021年政府信息公开工作年度报告》，自2020年1月1日至12月31日。"], 2021),
        (["自2020年1月1日至12月31日。"], 2020),
        ([SECTION_HEADINGS[0], "自2020年1月1日至12月31日。"], 2020),
        (["自2020年1月1日至12月31日，自2021年1月1日至12月31日。"], None),
        (["2023年1月20日"], None),
    ],
)
def test_the_year_is_that_reported_on(lines: list[str], year: int | None) -> None:
    assert parse(*lines).year == year


# the edition


@pytest.mark.parametrize(
    ("lines", "edition"),
    [
        ([ITEM_1, DOCUMENTS_2021], "2021"),
        ([ITEM_1, DOCUMENTS_2019], "2019"),
        ([ITEM_9], "2019"),
        ([ITEM_5, "| 其他对外管理服务事项 | 1"], "2019"),
        ([APPLICANTS, OUTCOMES, f"{OTHER_OUTCOMES} | 1"], "2019"),
        ([APPLICANTS, OUTCOMES, OTHER_OUTCOMES, f"{NESTED} | 1"], "2021"),
        ([APPLICANTS, OUTCOMES, f"{OTHER_OUTCOMES} | |", f"{NESTED} | 1"], "2021"),
        ([APPLICANTS, OUTCOMES, OTHER_OUTCOMES, "| 3.其他 | 1"], None),
        (["按照国办公开办函〔2021〕30号编制。"], "2021"),
        ([SECTION_HEADINGS[0], "按照国办公开办函〔2019〕60号编制。"], "2019"),
        ([ITEM_1, "| 规章 | 1", APPLICANTS, OUTCOMES, OTHER_OUTCOMES, RESULTS], None),
        (["# 2022年政府信息公开工作年度报告"], None),
    ],
)
def test_signs_of_the_edition(lines: list[str], edition: str | None) -> None:
    assert parse(*lines).edition == edition


def test_the_majority_of_signs_holds() -> None:
    report = parse(ITEM_1, DOCUMENTS_2021, ITEM_5, DECISIONS_2021, ITEM_9)
    assert report.edition is Edition.FORM_2021
    assert diagnostic(report, "edition-mixed").message == (
        "signs of both editions of the form: 2021: 信息内容 本年制发件数 本年废止件数 现行有效件数; "
        "2021: 信息内容 本年处理决定数量; 2019: 第二十条第（九）项; the majority was taken"
    )


def test_as_many_signs_of_one_as_of_the_other_settle_nothing() -> None:
    report = parse(ITEM_1, DOCUMENTS_2021, "| 规章 | 1 | 2 | 3", ITEM_9)
    assert report.edition is None
    assert codes(report) == ["edition-undecided"]
    assert read(report, "proactive") == {"rules": [1, 2, 3], "normative_documents": ["absent"] * 3}


def test_an_item_and_its_row_are_one_sign() -> None:
    text = (
        "规章 政府集中采购 一、本年新收政府信息公开申请数量 申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开"
    )
    assert gidisc.parse(text).edition is None
    assert gidisc.parse(gidisc.normalize(text).text).edition is None


# tables


def test_values_units_and_marks() -> None:
    report = gidisc.parse(whole_report(Edition.FORM_2021))
    assert read(report, "proactive") == {
        "rules": [0, 0, 1],
        "normative_documents": [3, 2, 14],
        "licensing": [1208],
        "penalties": [57],
        "compulsion": ["mark"],
        "fees": [Decimal("83.8778")],
    }
    assert report.proactive is not None
    fees = report.proactive["fees", "amount"]
    assert (fees.unit, fees.raw, fees.label) == ("万元", "83.8778", "行政事业性收费")


@pytest.mark.parametrize(
    ("head", "cell", "unit"),
    [
        ("", "5", None),
        ("（单位：万元，保留4位小数）", "5", "万元"),
        ("（单位：元）", "5", "元"),
        ("（单位：千元）", "5", "千元"),
        ("（单位：元）", "5万元", "万元"),
        ("（单位：美元）", "5", None),
        ("（单位：件）", "5", None),
        ("（单位：万元）", "", "万元"),
    ],
)
def test_the_unit_is_that_of_the_cell_else_of_the_head(head: str, cell: str, unit: str | None) -> None:
    report = parse(ITEM_8, f"| 信息内容 | 本年收费金额{head}", f"| 行政事业性收费 | {cell}".rstrip())
    assert report.proactive is not None
    assert report.proactive["fees", "amount"].unit == unit


def test_the_form_of_2019() -> None:
    report = gidisc.parse(whole_report(Edition.FORM_2019))
    assert report.diagnostics == ()
    assert read(report, "proactive")["licensing"] == [26, -3, 408]
    assert read(report, "proactive")["penalties"] == [71, -1, 5]
    assert read(report, "proactive")["procurement"] == [6, Decimal(251000)]
    assert "other_outcomes" in read(report, "requests")


def test_a_block_has_the_columns_of_its_own_head() -> None:
    report = parse(ITEM_1, DOCUMENTS_2021, ITEM_5, DECISIONS_2019, "| 行政许可 | 1 | -2 | 3", "按照〔2021〕30号编制。")
    assert report.edition == "2021"
    assert read(report, "proactive")["licensing"] == [1, -2, 3]
    assert read(report, "proactive")["other_services"] == ["absent"] * 3
    assert "procurement" not in read(report, "proactive")


def test_two_heads_in_one_item_hold_for_the_rows_below_them() -> None:
    lines = (ITEM_5, DECISIONS_2019, "| 其他对外管理服务事项 | 1 | 2 | 3", DECISIONS_2021, "| 行政许可 | 4")
    found = read(parse(*lines), "proactive")
    assert (found["licensing"], found["other_services"]) == ([4], [1, 2, 3])


@pytest.mark.parametrize(("notice", "column"), [("〔2021〕30号", "in_force"), ("〔2019〕60号", "total_disclosed")])
def test_a_row_that_is_not_printed_takes_the_head_of_the_edition(notice: str, column: str) -> None:
    report = parse(ITEM_1, DOCUMENTS_2019, DOCUMENTS_2021, f"按照{notice}编制。")
    assert report.proactive is not None
    assert report.proactive["rules", column].status == "absent"


def test_a_row_under_no_head_takes_the_columns_of_the_edition() -> None:
    assert read(parse(ITEM_1, "| 规章 | 1 | 2 | 3", "按照〔2021〕30号。"), "proactive")["rules"] == [1, 2, 3]


def test_values_without_head_and_edition_have_no_name() -> None:
    report = parse(ITEM_1, "| 规章 | 1 | | x", "| 规范性文件")
    assert report.proactive is not None
    assert [(row.id, row.label, row.cells) for row in report.proactive.iter_rows()] == [
        ("rules", "规章", ()),
        ("normative_documents", "规范性文件", ()),
    ]
    assert codes(report) == ["columns-unknown"]
    assert diagnostic(report, "columns-unknown").message == (
        "no column head over 规章, and no sign of the edition; its values 1 □ x cannot be named"
    )
    assert [cut(report, each.span) for each in report.accounting() if each.kind == "unparsed"] == ["1", "x"]


def test_a_short_row_lacks_its_last_cells() -> None:
    assert read(parse(RESULTS, "| 行政复议 | 1 | |"), "disputes")["reconsideration"] == [
        1,
        "blank",
        "blank",
        "absent",
        "absent",
    ]
    assert read(parse(RESULTS, "| 行政复议"), "disputes")["reconsideration"] == ["absent"] * 5


def test_a_crowded_row_is_refused() -> None:
    report = parse(RESULTS, "| 行政复议 | 1 | 2 | 3 | 4 | 5 | 6")
    assert read(report, "disputes")["reconsideration"] == ["refused"] * 5
    assert codes(report) == ["row-crowded"]
    assert diagnostic(report, "row-crowded").message == (
        "行政复议 is followed by 1 2 3 4 5 6: more values than it has cells; look at the original page"
    )
    pieces = [piece for piece in report.accounting() if piece.kind == "unparsed"]
    assert [cut(report, piece.span) for piece in pieces] == list("123456")
    assert pieces[0].ref == "disputes.reconsideration.upheld"
    assert pieces[5].ref == "disputes.reconsideration"


def test_signs_of_the_layout_in_cells() -> None:
    report = parse(RESULTS, "| 行政复议 | ? | _ | \\? | \\_ | \\|")
    cells = [cell for cell in gidisc.cells(report) if cell.row == "reconsideration"]
    assert [(cell.status.value, cell.raw) for cell in cells] == [
        ("refused", ""),
        ("absent", ""),
        ("not_a_number", "?"),
        ("not_a_number", "_"),
        ("not_a_number", "|"),
    ]
    assert codes(report) == ["not-a-number"] * 3 + ["cell-refused"]
    refused = diagnostic(report, "cell-refused")
    assert (refused.severity, refused.cells) == ("error", ("disputes.reconsideration.upheld",))


def test_what_is_no_number_is_reported_with_its_cell() -> None:
    report = parse(RESULTS, "| 行政复议 | 0/0")
    found = diagnostic(report, "not-a-number")
    assert found.cells == ("disputes.reconsideration.upheld",)
    assert found.message == "0/0 in disputes.reconsideration.upheld is no single number; the cell has no value"
    assert cut(report, found.places[0].span) == "0/0"


def test_a_blank_cell_has_no_raw() -> None:
    cell = next(gidisc.cells(parse(RESULTS, "| 行政复议 | \u3000")))
    assert (cell.status, cell.raw) == ("blank", "")


def test_equal_copies_of_a_row_are_read_once() -> None:
    report = parse(RESULTS, "| 行政复议 | 1 | 2", RESULTS, "| 行政复议 | １ | 2")
    assert read(report, "disputes")["reconsideration"][:2] == [1, 2]
    assert codes(report) == []
    furniture = [cut(report, piece.span) for piece in report.accounting() if piece.kind == "furniture"]
    assert furniture == ["| 行政复议 | １ | 2"]


def test_unequal_copies_of_a_row_are_refused() -> None:
    report = parse(RESULTS, "| 行政复议 | 1 | 2", "| 行政复议 | 1 | 3")
    assert read(report, "disputes")["reconsideration"] == ["refused"] * 5
    assert codes(report) == ["row-repeated"]
    shown = [cut(report, place.span) for place in diagnostic(report, "row-repeated").places]
    assert shown == ["行政复议", " | 1 | 2", "行政复议", " | 1 | 3"]


def test_a_row_under_the_heads_of_both_editions_is_refused() -> None:
    report = parse(ITEM_5, DECISIONS_2021, "| 行政许可 | 4", DECISIONS_2019, "| 行政许可 | 4")
    assert read(report, "proactive")["licensing"] == ["refused"]


def test_extra_rows() -> None:
    report = parse(ITEM_1, DOCUMENTS_2021, "|+ 其他\\|文件 | 3 | \\? |", "|+ 备注")
    assert report.proactive is not None
    assert [(row.label, row.values) for row in report.proactive.extra_rows] == [
        ("其他|文件", ("3", "?", "")),
        ("备注", ()),
    ]
    assert codes(report) == ["extra-row", "extra-row"]
    assert cut(report, report.proactive.extra_rows[1].span) == "备注"


def test_furniture_and_text_not_understood_inside_a_table() -> None:
    report = parse(RESULTS, "~ — 3 —", "| 行政复议 | 1", "? 甲", "| 行政诉讼", "| 复议后起诉 | 2")
    assert read(report, "disputes")["reconsideration"][0] == 1
    assert read(report, "disputes")["litigation_after_reconsideration"][0] == 2
    assert codes(report) == ["unparsed"]


# （六）其他处理, a row in one edition and a group in the other


def other_outcomes(*lines: str) -> Report:
    return parse(APPLICANTS, OUTCOMES, *lines)


def test_other_outcomes_as_a_row() -> None:
    report = other_outcomes(f"{OTHER_OUTCOMES} | 1", "按照〔2021〕30号，《〔2021〕30号》。")
    assert read(report, "requests")["other_outcomes"] == [1, *["absent"] * 6]
    assert not any(row.startswith("other_outcomes.") for row in read(report, "requests"))


def test_other_outcomes_without_numbers_are_no_sign_of_an_edition() -> None:
    assert other_outcomes(f"{OTHER_OUTCOMES} |").edition is None
    assert other_outcomes(f"{OTHER_OUTCOMES} | 0").edition is gidisc.Edition.FORM_2019


def test_other_outcomes_as_a_group() -> None:
    report = other_outcomes(f"{OTHER_OUTCOMES} | |", f"{NESTED} | 1")
    assert report.requests is not None
    group = report.requests.group("other_outcomes")
    assert group.label == "（六）其他处理"
    assert [row.cells[0].value for row in group.iter_rows()] == [1, None, None]
    assert codes(report) == []


def test_numbers_beside_the_group_of_other_outcomes_are_refused() -> None:
    report = other_outcomes(f"{OTHER_OUTCOMES} | 7 |", f"{NESTED} | 1")
    assert codes(report) == ["cell-refused"]
    assert "（六）其他处理 hold 7;" in diagnostic(report, "cell-refused").message
    assert read(report, "requests")["other_outcomes.not_corrected_in_time"][0] == 1
    assert "other_outcomes" not in read(report, "requests")


def test_other_outcomes_both_as_a_row_and_as_a_group() -> None:
    report = other_outcomes(f"{OTHER_OUTCOMES} | 7", OTHER_OUTCOMES, f"{NESTED} | 1")
    assert codes(report) == ["edition-undecided", "cell-refused"]
    assert "other_outcomes" not in read(report, "requests")
    assert read(report, "requests")["other_outcomes.not_corrected_in_time"][0] == 1


@pytest.mark.parametrize(
    ("notice", "rows"),
    [("〔2019〕60号", {"other_outcomes"}), ("〔2021〕30号", {"other_outcomes.not_corrected_in_time"}), ("", set())],
)
def test_other_outcomes_without_cells_follow_the_edition(notice: str, rows: set[str]) -> None:
    report = other_outcomes(OTHER_OUTCOMES, notice or "甲")
    assert rows <= set(read(report, "requests"))
    assert ("other_outcomes" in read(report, "requests")) == (notice == "〔2019〕60号")
    assert report.requests is not None
    labels = [getattr(row, "label", None) for row in report.requests.outcomes.rows if row.id == "other_outcomes"]
    assert labels == ["（六）其他处理"]


# the way back to the source


def test_spans_cut_out_what_they_claim() -> None:
    report = gidisc.parse(whole_report())
    for cell in gidisc.cells(report):
        assert cut(report, cell.span) == cell.raw
    for table in report.tables:
        for row in table.iter_rows():
            assert cut(report, row.span).startswith(row.label or "?")
            assert cut(report, row.span).endswith(row.cells[-1].raw)
    assert cut(report, report.sections[5].span) == "六、其他需要报告的事项\n无。"
    first = report.sections[0]
    assert cut(report, first.blocks[0].span) == "（一）主动公开。全年公开信息212条。\n1.规范办理\n逐件登记。"
    assert isinstance(first.blocks[0], Subsection)
    assert cut(report, first.blocks[0].blocks[0].span) == "全年公开信息212条。"
    assert report.disputes is not None
    assert cut(report, report.disputes.span).startswith("案件 | 结果维持")
    assert cut(report, report.disputes.group("litigation").span).startswith("行政诉讼\n| 未经")


def test_labels_and_headings_are_as_printed() -> None:
    source = "⼆、 主动公开 情况\n第二十条\n第(一)项 本年制发件数 规 章 1 2 3"
    writer = Writer(source)

    def part(text: str, *printed: str) -> Part:
        return text, [(source.index(each), source.index(each) + len(each)) for each in printed]

    numbers = [part(" | "), part("1", "1"), part(" | "), part("2", "2"), part(" | "), part("3", "3")]
    writer.write(
        [
            Line(0, (("## ", ()), part("二、", "⼆、"), part("主动公开政府信息情况", "主动公开 情况"))),
            Line(1, (("| ", ()), part("第二十条第（一）项", "第二十条\n", "第(一)项"))),
            Line(
                2, (("| 信息内容 | ", ()), part("本年制发件数", "本年制发件数"), (" | 本年废止件数 | 现行有效件数", ()))
            ),
            Line(3, (("| ", ()), part("规章", "规", "章"), *numbers)),
        ]
    )
    normalized = writer.normalized(())
    report = ReportTransformer(normalized).transform(grammar.parse_tree(normalized.text))
    assert (report.sections[0].numeral, report.sections[0].heading) == ("⼆、", "主动公开情况")
    assert report.proactive is not None
    assert report.proactive.items[0].label == "第二十条第(一)项"
    assert report.proactive["rules", "in_force"].label == "规章"
    assert report.proactive["rules", "in_force"].value == 3
    assert report.edition == "2021"


def transformed(lines: list[Line], source: str, *diagnostics: Diagnostic) -> Report:
    writer = Writer(source)
    writer.write(lines)
    normalized = writer.normalized(diagnostics)
    return ReportTransformer(normalized).transform(grammar.parse_tree(normalized.text))


def test_what_the_layout_added_is_neither_printed_nor_a_sign() -> None:
    three = ("3", [(0, 1)])
    report = transformed([Line(0, ((f"{ITEM_1}\n{DOCUMENTS_2021}\n| 规章 | ", ()), three))], "3")
    assert report.edition is None
    assert report.proactive is not None
    assert report.proactive.items[0].label is None
    assert report.proactive["rules", "issued"] == Cell(
        table="proactive", row="rules", column="issued", path="第二十条第（一）项", value=3, status=Status.READ, raw="3"
    )


def test_a_refused_cell_that_the_normalizer_explained_is_not_reported_again() -> None:
    source = "行政复议 3 5"
    refused = ("?", [(5, 8)])
    lines = [Line(0, ((f"{RESULTS}\n| ", ()), ("行政复议", [(0, 4)]), (" | ", ()), refused))]

    def explained(*spans: Span, cells: tuple[str, ...] = (), code: str = "cell-refused") -> list[str]:
        said = diagnose(Source(source), code, *spans, cells=cells, label="行政复议", printed="3 5")
        return codes(transformed(lines, source, said))

    assert explained(Span(start=5, end=6)) == ["cell-refused"]
    assert explained(Span(start=0, end=1), cells=("disputes.reconsideration.upheld",)) == ["cell-refused"]
    assert explained(Span(start=4, end=5)) == ["cell-refused", "cell-refused"]
    assert explained(Span(start=5, end=6), code="label-damaged") == ["label-damaged", "cell-refused"]


def test_accounting_covers_everything_once_and_in_order() -> None:
    text = whole_report() + "~ 打印\n? 甲 乙\n| 丙\n"
    report = gidisc.parse(text)
    at = 0
    for piece in report.accounting():
        assert not text[at : piece.span.start].strip()
        assert at <= piece.span.start < piece.span.end
        at = piece.span.end
    assert not text[at:].strip()


def test_pieces_are_a_sequence_that_survives_copying() -> None:
    pieces = gidisc.parse(whole_report()).pieces
    plain = tuple(pieces)
    assert (len(pieces), pieces[0], pieces[-2:]) == (len(plain), plain[0], plain[-2:])
    assert pieces == plain
    assert pieces == gidisc.parse(whole_report()).pieces
    assert pieces != plain[1:]
    assert hash(pieces) == hash(plain)
    assert copy.deepcopy(pieces) == pickle.loads(pickle.dumps(pieces)) == plain


def test_accounting_tells_what_every_stretch_is() -> None:
    report = gidisc.parse(
        f"{HEADER}# 题\n^ 局\n甲\n## 一、总体情况\n\\# 乙\n### 丙\n丁\n{RESULTS}\n| 行政复议 | 1\n@ 局\n~ 3\n"
    )
    pieces = [(piece.kind, piece.ref, cut(report, piece.span)) for piece in report.accounting()]
    assert [piece for piece in pieces if piece[0] is not Kind.MARKUP] == [
        ("heading", "title", "题"),
        ("heading", "agency", "局"),
        ("prose", "preface", "甲"),
        ("heading", "section.1", "一、总体情况"),
        ("prose", "section.1", "# 乙"),
        ("heading", None, "丙"),
        ("prose", None, "丁"),
        ("label", "disputes", RESULTS.removeprefix("| ")),
        ("label", "disputes.reconsideration", "行政复议"),
        ("value", "disputes.reconsideration.upheld", "1"),
        ("prose", "signature", "局"),
        ("furniture", None, "3"),
    ]
    assert {text for kind, _, text in pieces if kind is Kind.MARKUP} == {
        "%gidisc",
        "1",
        "#",
        "^",
        "##",
        "\\",
        "###",
        "|",
        "@",
        "~",
    }


def test_a_stretch_that_two_lines_stand_for_is_accounted_once() -> None:
    lines = [
        Line(0, (("甲乙", [(0, 2)]),)),
        Line(0, (("乙丙", [(1, 3)]),)),
        Line(0, (("乙", [(1, 2)]),)),
    ]
    spans = [piece.span for piece in transformed(lines, "甲乙丙 丁").accounting()]
    assert spans == [Span(start=0, end=2), Span(start=2, end=3), Span(start=4, end=5)]


def test_tokens_keep_their_place() -> None:
    tree = grammar.parse_tree(f"{HEADER}# 题\n")
    token = next(tree.scan_values(lambda leaf: isinstance(leaf, Token) and leaf.type == "TITLE"))
    assert token.start_pos == len(HEADER)
