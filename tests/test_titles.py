"""Titles: where nothing parts one from what stands beside it, and where it names neither office nor year."""

from __future__ import annotations

import pytest

import gidisc

OFFICE = "云岭县水务局"
TITLE = f"{OFFICE}2023年政府信息公开工作年度报告"
REST = f"根据条例，编制{OFFICE}年度报告，报告由以下部分组成，数据统计自年初起，到年末止，如有疑问请与本机关联系。"
SECTION = "\n一、总体情况\n公开各类信息。\n"


@pytest.mark.parametrize(
    ("before", "agency", "year"),
    [
        (TITLE, OFFICE, 2023),
        (f"{TITLE}首页>信息公开>政府信息公开年报{TITLE}", OFFICE, 2023),
        (f"首页>信息公开>政府信息公开年报{TITLE}", OFFICE, 2023),
        (f"{TITLE}首页 > 信息公开 > 政府信息公开年报\n{TITLE}  ", OFFICE, 2023),
        (f"网站地图无障碍{TITLE}", None, 2023),
        ("2023年政府信息公开工作年度报告", None, 2023),
        (f"2022年政府信息公开工作年度报告2021年政府信息公开工作年度报告{TITLE}", None, None),
        ("根据条例，2023年政府信息公开工作年度报告", None, None),
    ],
)
def test_a_glued_title_says_what_is_certain(before: str, agency: str | None, year: int | None) -> None:
    report = gidisc.parse(before + REST + SECTION)
    assert (report.agency, report.year) == (agency, year)
    assert list(report.accounting())


def test_a_name_that_stands_nowhere_else_is_not_taken_from_a_glued_title() -> None:
    report = gidisc.parse(TITLE + REST.replace(OFFICE, "本机关") + SECTION)
    assert (report.agency, report.year) == (None, 2023)


def test_a_title_without_office_and_year_is_no_prose_where_no_other_is() -> None:
    report = gidisc.parse("政府信息公开工作年度报告\n\n本报告如下。\n" + SECTION)
    assert (report.title, report.preface, report.year) == ("政府信息公开工作年度报告", "本报告如下。", None)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"政府信息公开年报\n云岭县水务局\n{SECTION}来源：云岭县水务局\n", "云岭县水务局"),
        (f"政府信息公开年报\n云岭县\n人民政府\n{SECTION}来源：云岭县人民政府\n", "云岭县人民政府"),
        (f"根据条例，云岭县\n水务局\n编制并公布2023年政府信息公开年度报告\n{SECTION}云岭县水务局公开信息。", None),
    ],
    ids=["whole", "of a government, broken over two lines", "the end of a name that begins on the line above"],
)
def test_a_line_beside_the_title_names_an_office_where_the_name_is_whole(text: str, agency: str | None) -> None:
    assert gidisc.parse(text).agency == agency
