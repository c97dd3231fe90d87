"""Which lines are the headings of sections, whatever their numerals and words, and which are none."""

from __future__ import annotations

import pytest

import gidisc
from gidisc import form
from gidisc.strategies.judge import gaps

DISPUTES = (
    "四、政府信息公开行政复议、行政诉讼情况\n{prose}\n行政复议 行政诉讼\n"
    "结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉\n"
    "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n"
    "1 2 3 4 10 5 6 7 8 26 9 1 2 3 15\n"
)


@pytest.mark.parametrize(
    "numerals",
    [
        tuple(f"第{numeral}部分 " for numeral in "一二三四五六"),
        tuple(f"第{numeral}章、" for numeral in "123456"),
        tuple(f"{numeral}、" for numeral in "壹贰叁肆伍陆"),
        tuple(f"{numeral}、" for numeral in "ⅠⅡⅢⅣⅤⅥ"),
        tuple("①②③④⑤⑥"),
        tuple(f"{numeral} " for numeral in "123456"),
        tuple("一二三四五六"),
        tuple(f"{numeral}丶" for numeral in "一二三四五六"),
        ("—、", "ニ、", "≡、", "四、", "五、", "六、"),
    ],
    ids="".join,
)
def test_headings_with_other_numerals(numerals: tuple[str, ...]) -> None:
    headings = [numeral + heading.label for numeral, heading in zip(numerals, form.HEADINGS, strict=True)]
    report = gidisc.parse("\n无。\n".join(headings) + "\n无。\n")
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    assert {section.text for section in report.sections} == {"无。"}
    assert [section.numeral for section in report.sections] == [numeral.strip() for numeral in numerals]


@pytest.mark.parametrize("line", ["七、主动公开政府信息情况", "甲、主动公开政府信息情况"])
def test_another_numeral_makes_no_heading(line: str) -> None:
    report = gidisc.parse(f"一、总体情况\n甲。\n{line}\n三、收到和处理政府信息公开申请情况\n乙。\n")
    assert [section.number for section in report.sections] == [1, 3]


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (1, "一、2022年总体情况概述"),
        (1, "一、总休情况"),
        (2, "二、政府信息主动公开情况"),
        (3, "三、2022年政府信息公开申请收到和处理情况："),
        (4, "四、信息公开复议及诉讼情况"),
        (5, "五、主要问题和下一步工作打算"),
        (6, "六、需要说明的事项（2022年）"),
    ],
)
def test_a_heading_is_told_by_its_words(number: int, line: str) -> None:
    headings = [heading.numeral + heading.label for heading in form.HEADINGS]
    headings[number - 1] = line
    report = gidisc.parse("\n无。\n".join(headings) + "\n无。\n")
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    assert {section.text for section in report.sections} == {"无。"}
    (section,) = [section for section in report.sections if section.number == number]
    assert section.numeral == line[:2]
    assert section.heading == line[2:].rstrip("：")


@pytest.mark.parametrize(
    "line",
    [
        "五、存在的主要问题是力量不足，改进办法有三条",
        "五、工作打算",
        "五、问题" + "很多" * 15 + "的改进情况",
        "五、改进措施3条、解决问题2条",
    ],
)
def test_prose_with_the_words_of_a_heading_is_none(line: str) -> None:
    report = gidisc.parse(f"一、总体情况\n甲。\n{line}\n六、其他需要报告的事项\n乙。\n")
    assert [section.number for section in report.sections] == [1, 6]


@pytest.mark.parametrize("end", ["（2022年度）", "(重复率: 80%)", "。", "】"])
def test_what_ends_the_line_of_a_heading_is_no_prose(end: str) -> None:
    report = gidisc.parse(f"一、总体情况{end}\n甲。\n二、主动公开政府信息情况\n")
    assert [(section.number, section.text) for section in report.sections] == [(1, "甲。"), (2, "")]
    assert not gaps(report)


def test_chapters_behind_the_last_section_are_no_part_of_it() -> None:
    last = "六、其他需要报告的事项\n无。\n"
    report = gidisc.parse(f"一、总体情况\n七、八月份完成整改\n{last}七、附件\n表一张。\n八、其他\n无。\n九、落款\n")
    shown = [(section.number, section.numeral, section.heading, section.text) for section in report.sections]
    assert shown[1:] == [
        (6, "六、", "其他需要报告的事项", "无。"),
        (None, "七、", "附件", "表一张。"),
        (None, "八、", "其他", "无。"),
        (None, "九、", "落款", ""),
    ]


def test_a_sentence_that_names_kinds_of_cases_is_no_head() -> None:
    prose = "2022年，行政复议7件，行政诉讼12件。"
    report = gidisc.parse(DISPUTES.format(prose=prose))
    section = report.section(4)
    assert section is not None
    assert section.text == prose
    assert report.disputes is not None
    assert report.disputes["reconsideration", "total"].value == 10
