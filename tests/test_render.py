from __future__ import annotations

import functools
import itertools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gidisc
from examples import examples
from gidisc import Report
from gidisc.form import Edition
from gidisc.strategies import Case, cases
from texts import APPLICANTS, HEADER, RESULTS, SECTION_HEADINGS, parse, whole_report


def content(report: Report) -> dict[str, object]:
    """What a report says, however it was printed."""
    return {
        "cells": [(cell.key, cell.value, cell.status, cell.unit) for cell in gidisc.cells(report)],
        "extra rows": [(table.id, table.extra_rows) for table in report.tables],
        "facts": (report.title, report.agency, report.year, report.edition, report.signature),
        "outline": [(section.number, section.heading if section.number is None else "") for section in report.sections],
        "prose": [report.preface, *((section.text, section.blocks) for section in report.sections)],
    }


def assert_survives(text: str) -> None:
    report = gidisc.parse(text)
    again = gidisc.parse(gidisc.render(report))
    assert content(again) == content(report)
    assert gidisc.render(again) == gidisc.render(report)


@pytest.mark.parametrize("edition", Edition)
def test_a_whole_report_is_rendered_as_it_was_written(edition: Edition) -> None:
    text = whole_report(edition)
    assert gidisc.render(gidisc.parse(text)) == text


def test_the_official_wording_is_rendered() -> None:
    report = parse(
        "| 第二十条第（一）项", "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数", "| 规范性文件 | 1 | | /"
    )
    assert "\n| 行政规范性文件 | 1 | | /\n" in gidisc.render(report)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["^ 甲县水务局", "# 2022年政府信息公开工作年度报告"],
        ["# 甲县水务局2022年政府信息公开工作年度报告", "^ 乙县水务局"],
        ["# 无关的题目", "@ 甲县水务局", "@ 2023年1月20日"],
        ["~ 来源：甲县水务局"],
        ["甲", "\\# 号", "\\\\乙", "甲\u2028乙\x0c丙"],
        ["### 七、附件", "甲", "### 附表"],
        ["## 一、总体情况", "（一）甲。乙", RESULTS, "1.丙", "| 行政复议 | 1", "丁"],
        [RESULTS, "| 行政复议 | 1 | | / | ? | \\?", "| 行政诉讼", "|+ 甲\\|乙 | 1 | | \\_", "|+ 丙"],
        [RESULTS, "| 行政复议", "| 行政诉讼"],
        [RESULTS],
        [APPLICANTS, "| 三、本年度办理结果", "| （六）其他处理", "〔2019〕60号"],
        [APPLICANTS, "| 三、本年度办理结果", "| （六）其他处理"],
        [APPLICANTS, "| 三、本年度办理结果", "| （六）其他处理 | 7", "| 3.其他 | 1"],
        ["| 第二十条第（一）项", "| 规章 | 1 | 2 | 3"],
        ["| 第二十条第（五）项", "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量"],
        ["| 第二十条第（五）项", "| 信息内容 | 本年处理决定数量", "| 行政许可 | 1", "| 第二十条第（九）项"],
        [
            "| 第二十条第（五）项",
            "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量",
            "| 其他对外管理服务事项 | 1 | 2 | 3",
            "| 信息内容 | 本年处理决定数量",
            "| 行政许可 | 4",
        ],
        ["| 第二十条第（八）项", "| 信息内容 | 本年收费金额（单位：万元）", "| 行政事业性收费 | 8元"],
        ["| 第二十条第（八）项", "| 信息内容 | 本年收费金额（单位：万元）", "| 行政事业性收费 | 8"],
        ["| 第二十条第（八）项", "| 信息内容 | 本年收费金额（单位：万元）", "| 行政事业性收费 |"],
        ["| 第二十条第（八）项", "| 信息内容 | 本年收费金额", "| 行政事业性收费 | 8 万 元"],
    ],
)
def test_a_rendered_report_reads_back(lines: list[str]) -> None:
    assert_survives(HEADER + "".join(f"{line}\n" for line in [*lines, SECTION_HEADINGS[5]]))


def test_tables_stand_in_their_sections_and_else_at_the_end() -> None:
    rendered = gidisc.render(parse(APPLICANTS, RESULTS, "| 行政复议 | 1", SECTION_HEADINGS[2], "甲"))
    assert rendered == (
        f"{HEADER}{SECTION_HEADINGS[2]}\n甲\n{APPLICANTS}\n{SECTION_HEADINGS[5]}\n"
        f"{RESULTS}\n| 行政复议 | 1 | _ | _ | _ | _\n"
    )


def test_a_row_of_no_known_columns_keeps_its_label() -> None:
    assert "| 第二十条第（一）项\n| 规章\n" in gidisc.render(parse("| 第二十条第（一）项", "| 规章 | 1"))


@pytest.mark.parametrize("format", ["html", "", "TEXT"])
def test_another_format_is_refused(format: str) -> None:
    with pytest.raises(ValueError, match=f"format is '{format}'; gidisc renders 'text'"):
        gidisc.render(parse(), format=format)


# Texts of the layout: any prose, one title, and of every block of the tables what one office may have printed.

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1).filter(str.strip)
PROSE = st.lists(
    st.sampled_from(["甲", "（一）乙。丙", "1.丁", "（2）戊", "③己", "一是庚", "二、辛", "\\# 壬", "〔2019〕60号"])
    | WORDS.map(lambda text: "\\" + text if text[0] in "%#|~?@^\\" else text),
    max_size=6,
)
CELLS = st.lists(
    st.sampled_from(["", " 0", " 1,208", " /", " ?", " _", " \\?", " x", " 3万元", " １", " 1 2"]), max_size=8
)


def rows(*labels: str) -> st.SearchStrategy[list[str]]:
    """Some of the rows, each with any cells."""
    none = st.just(list[str]())
    one = [none | CELLS.map(functools.partial(_row, label)) for label in labels]
    return st.tuples(*one).map(lambda found: list(itertools.chain(*found)))


def _row(label: str, cells: list[str]) -> list[str]:
    return [label + "".join(f" |{cell}" for cell in cells)]


def block(heading: str, heads: list[str], *labels: str) -> st.SearchStrategy[list[str]]:
    """Nothing, or a heading, one of its heads or none, and rows."""
    head = st.sampled_from([[], *([each] for each in heads)])
    extra = st.sampled_from([[], ["|+ 其他\\|文件 | 3 |"], ["~ — 3 —"], ["? 1 2"]])
    lines = st.tuples(head, rows(*labels), extra).map(lambda parts: [heading, *itertools.chain(*parts)])
    return st.just(list[str]()) | lines


DECISIONS = ["| 信息内容 | 本年处理决定数量", "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量"]
DOCUMENTS = [
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数",
    "| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量",
]
FEES = [
    "| 信息内容 | 本年收费金额（单位：万元）",
    "| 信息内容 | 本年收费金额",
    "| 信息内容 | 上一年项目数量 | 本年增/减",
]
PROACTIVE = [
    block("| 第二十条第（一）项", DOCUMENTS, "| 规章", "| 规范性文件"),
    block("| 第二十条第（五）项", DECISIONS, "| 行政许可", "| 其他对外管理服务事项"),
    block("| 第二十条第（六）项", DECISIONS, "| 行政处罚", "| 行政强制"),
    block("| 第二十条第（八）项", FEES, "| 行政事业性收费"),
    block("| 第二十条第（九）项", ["| 信息内容 | 采购项目数量 | 采购总金额（单位：元）"], "| 政府集中采购"),
]
OUTCOMES = [
    block("| 三、本年度办理结果", [], "| （一）予以公开", "| （七）总计"),
    block("| 三、本年度办理结果\n| （三）不予公开", [], "| 1.属于国家秘密", "| 8.属于行政查询事项"),
    block("| 三、本年度办理结果\n| （六）其他处理", [], "| 3.其他"),
    rows("| 三、本年度办理结果\n| （六）其他处理"),
]
TITLES = [
    "# 甲县水务局2022年政府信息公开工作年度报告",
    "# 2022年政府信息公开工作年度报告",
    "# 政府信息公开",
    "^ 甲县水务局",
    "@ 甲县水务局\n@ 2023年1月20日",
]


@st.composite
def layouts(draw: st.DrawFn) -> str:
    lines = [*draw(st.lists(st.sampled_from(TITLES), max_size=2, unique_by=lambda line: line[0])), *draw(PROSE)]
    for heading in draw(st.lists(st.sampled_from([*SECTION_HEADINGS, "### 七、附件"]), min_size=1, max_size=4)):
        lines += [heading, *draw(PROSE)]
    for table in (PROACTIVE, [block(RESULTS, [], "| 行政复议", "| 行政诉讼\n| 复议后起诉")]):
        lines += [line for part in table for line in draw(part)]
    lines += [*draw(block(APPLICANTS, [], "| 一、本年新收政府信息公开申请数量")), *draw(PROSE)]
    if draw(st.booleans()):
        lines += [APPLICANTS, *draw(st.sampled_from(OUTCOMES).flatmap(lambda part: part))]
    return HEADER + "".join(f"{line}\n" for line in lines) + f"{SECTION_HEADINGS[5]}\n"


@settings(suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow])
@given(layouts())
def test_every_rendered_report_reads_back(text: str) -> None:
    assert_survives(text)


@settings(max_examples=examples(12))
@given(cases() | cases(damage="any"))
def test_reports_in_any_layout_read_back(case: Case) -> None:
    try:
        gidisc.parse(case.text)
    except gidisc.ParseError:
        return
    assert_survives(case.text)


@pytest.mark.parametrize(
    "file", sorted(Path(__file__).with_name("cases").glob("*.txt")), ids=lambda file: str(file.stem)
)
def test_the_cases_read_back(file: Path) -> None:
    assert_survives(file.read_text("utf-8"))
