from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import gidisc
from gidisc import form
from gidisc.diagnostics import Severity
from gidisc.form import Edition
from gidisc.model import ExtraRow, Kind, Piece, Report, Section, Status
from gidisc.source import Span
from reports import YEARS, changed, city, report, unread, without
from texts import HEADER, SECTION_HEADINGS, whole_report

EDITIONS = tuple(Edition)
FEES = "proactive.fees.amount"


def codes(built: Report, *, info: bool = False) -> list[str]:
    """The codes of the findings, those of arithmetic apart."""
    arithmetic = {rule.id for rule in gidisc.RULES if rule.equations} | {"sums-not-assessable"}
    return [
        found.code
        for found in gidisc.check(built)
        if found.code not in arithmetic and (info or found.severity is not Severity.INFO)
    ]


def saying(built: Report, number: int, text: str) -> Report:
    """The report with other words in one section."""
    sections = (evolve(held, text=text) if held.number == number else held for held in built.sections)
    return evolve(built, sections=tuple(sections))


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_whole_report_lacks_nothing(edition: Edition) -> None:
    assert codes(report(city(edition=edition), edition), info=True) == []


@pytest.mark.parametrize("number", range(1, 7))
def test_a_missing_section_is_found(number: int) -> None:
    built = report(city())
    short = evolve(built, sections=tuple(held for held in built.sections if held.number != number))
    (found,) = gidisc.check(short)
    assert found.code == "section-missing"
    assert form.HEADINGS[number - 1].label in found.message_zh


@pytest.mark.parametrize("table", form.TABLES, ids=lambda table: table.id)
def test_a_missing_table_is_found(table: form.Table) -> None:
    (found,) = gidisc.check(without(report(city()), table.id))
    assert found.code == "table-missing"
    assert form.HEADINGS[table.section - 1].label in found.message


@pytest.mark.parametrize("table", form.TABLES, ids=lambda table: table.id)
@pytest.mark.parametrize(
    "text",
    [
        "0 1 0 3 4 0 0 0 0 0 1 0 0 1 2",
        "信息内容|本年制发件数|现行有效件数|自然人|商业企业|结果维持|尚未审结",
        "第二十条第(一)项|本年处理决定数量|自然人总计|结果纠正、尚未审结",
    ],
)
def test_a_table_that_stands_unread_in_its_section_is_not_missing(table: form.Table, text: str) -> None:
    built = without(report(city()), table.id)
    assert codes(saying(built, table.section, text)) == []
    assert codes(saying(built, table.section, "该部分无数据。")) == ["table-missing"]


def test_a_table_without_its_section_is_missing_too() -> None:
    built = report(city())
    short = evolve(built, disputes=None, sections=tuple(held for held in built.sections if held.number != 4))
    assert codes(short) == ["section-missing", "table-missing"]


def stray(built: Report, text: str, ref: str | None = None) -> Report:
    """The report with text that was not understood."""
    start = len(built.source)
    piece = Piece(span=Span(start=start, end=start + len(text)), kind=Kind.UNPARSED, ref=ref)
    return evolve(built, source=built.source + text, pieces=(*built.pieces, piece))


def test_numbers_without_a_place_may_be_what_is_missing() -> None:
    blank = report(dict.fromkeys(city()))
    assert codes(blank) == ["table-blank"] * 3
    assert codes(stray(blank, "１２")) == []
    assert codes(stray(blank, "三、")) == ["table-blank"] * 3
    assert codes(stray(blank, "12", ref="requests.granted.total")) == ["table-blank"] * 3
    assert codes(stray(evolve(report(city()), disputes=None), "12")) == []


def test_rows_that_are_not_shown_are_found() -> None:
    built = report(city())
    assert built.requests is not None
    rows = [
        evolve(row, label=None, cells=tuple(evolve(cell, value=None, status=Status.ABSENT) for cell in row.cells))
        if row.id == "granted"
        else row
        for row in built.requests.iter_rows()
    ]
    short = evolve(built, requests=evolve(built.requests, rows=tuple(rows)))
    (found,) = (found for found in gidisc.check(short) if found.severity is Severity.WARNING)
    assert found.code == "rows-missing"
    assert found.message.endswith("（一）予以公开")
    assert short.requests is not None
    extra = evolve(short, requests=evolve(short.requests, extra_rows=(ExtraRow(label="予以公…开"),)))
    assert codes(extra) == []


@pytest.mark.parametrize(
    ("edition", "year", "found"),
    [
        (Edition.FORM_2019, 2018, []),
        (Edition.FORM_2019, 2019, []),
        (Edition.FORM_2019, 2020, []),
        (Edition.FORM_2019, 2021, ["edition-year"]),
        (Edition.FORM_2021, 2020, ["edition-year"]),
        (Edition.FORM_2021, 2021, []),
        (Edition.FORM_2021, 2025, []),
        (Edition.FORM_2021, None, []),
    ],
)
def test_the_edition_is_that_of_the_year(edition: Edition, year: int | None, found: list[str]) -> None:
    assert codes(report(city(edition=edition), edition, year=year)) == found


def test_an_edition_that_is_not_known_is_not_judged() -> None:
    assert codes(report(city(), edition=Edition.FORM_2021, year=2020)) == ["edition-year"]
    assert codes(evolve(report(city(), year=2020), edition=None)) == []


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table", form.TABLES, ids=lambda table: table.id)
def test_blank_cells_are_one_finding_a_table(edition: Edition, table: form.Table) -> None:
    cells = city(edition=edition)
    keys = [key for key in cells if key.startswith(table.id)]
    (found,) = (
        found
        for found in gidisc.check(report(cells | dict.fromkeys(keys[1:3]), edition))
        if not found.expected and found.code != "sums-not-assessable"
    )
    assert (found.code, found.severity) == ("cells-blank", Severity.WARNING)
    assert found.cells == tuple(keys[1:3])
    assert found.message.startswith("2 cells of the table of section")
    (found,) = (
        found
        for found in gidisc.check(report(cells | dict.fromkeys(keys), edition))
        if found.code != "sums-not-assessable"
    )
    assert (found.code, found.severity) == ("table-blank", Severity.WARNING)
    assert found.cells == tuple(keys)


def test_a_heading_printed_where_it_is_not_one_is_not_missing() -> None:
    built = report(city(), prose="一、总体情况全年更新栏目。")
    short = evolve(built, sections=built.sections[2:])
    (found,) = gidisc.check(short)
    assert (found.code, found.message[:24]) == ("section-missing", "the heading of section 2")


def test_blanks_beside_numbers_in_the_prose_are_not_sure() -> None:
    built = report(dict.fromkeys(city()))
    assert codes(built) == ["table-blank"] * 3
    assert codes(saying(built, 4, "&nbsp;\n12\n&nbsp;\n12\n1\n3\n12")) == ["table-blank"]
    assert codes(saying(built, 5, "12 4481 1703 207 18587一是人手不足。")) == ["table-blank"] * 2


def test_blanks_beside_cells_that_are_not_shown_are_not_sure() -> None:
    cells = city() | {"disputes.reconsideration.upheld": None}
    assert codes(unread(report(cells), "disputes.reconsideration.other", Status.ABSENT)) == []


def test_blanks_beside_refused_cells_are_not_sure() -> None:
    cells = city() | {"disputes.reconsideration.upheld": None}
    assert codes(report(cells)) == ["cells-blank"]
    assert codes(unread(report(cells), "disputes.reconsideration.other", Status.REFUSED)) == []


def test_marks_are_a_remark() -> None:
    keys = ("proactive.rules.issued", "proactive.rules.repealed")
    built = report(city() | dict.fromkeys(keys, "/"))
    (found,) = (found for found in gidisc.check(built))
    assert (found.code, found.severity, found.cells) == ("cells-marked", Severity.INFO, keys)
    assert "such as /" in found.message


@pytest.mark.parametrize(
    ("printed", "unit", "found"),
    [
        ("12.5000", "万元", []),
        ("12.5000", None, ["amount-without-unit"]),
        ("125000元", "万元", ["amount-unit"]),
        ("0", None, []),
        ("/", None, ["cells-marked"]),
    ],
)
def test_units_of_fees(printed: str, unit: str | None, found: list[str]) -> None:
    built = report(city() | {FEES: printed})
    if unit is None:
        built = changed(built, FEES, unit=None)
    assert codes(built, info=True) == found


def test_procurement_may_be_in_yuan_but_has_a_unit() -> None:
    key = "proactive.procurement.amount"
    cells = city(edition=Edition.FORM_2019)
    assert codes(report(cells | {key: "251000元"}, Edition.FORM_2019), info=True) == []
    built = changed(report(cells | {key: "7"}, Edition.FORM_2019), key, unit=None)
    assert codes(built, info=True) == ["amount-without-unit"]


@pytest.mark.parametrize(
    ("printed", "found"), [("12.5", ["amount-decimals"]), ("12", ["amount-decimals"]), ("12.5000", []), ("0", [])]
)
@pytest.mark.parametrize("head", ["（单位：万元，保留四位小数）", "(单位: 万元, 保留4位小数)"])
def test_decimals_that_the_head_asks_for(printed: str, found: list[str], head: str) -> None:
    text = whole_report().replace("（单位：万元）", head).replace("83.8778", printed)
    held = [found.code for found in gidisc.check(gidisc.parse(text)) if found.code == "amount-decimals"]
    assert held == found
    plain = whole_report().replace("83.8778", printed)
    assert "amount-decimals" not in [found.code for found in gidisc.check(gidisc.parse(plain))]


@pytest.mark.parametrize(
    ("number", "text", "found"),
    [
        (5, "", ["section-empty"]),
        (5, "无", ["section-empty"]),
        (5, "无。", ["section-empty"]),
        (5, "没有。", ["section-empty"]),
        (5, "一是没有专人。", []),
        (6, "", ["section-empty"]),
        (6, "无", []),
        (6, "无。", []),
        (6, "无其他需要报告的事项。关闭窗口", []),
        (6, "我局没有其他需要报告的事项。", []),
        (6, "本年度没有收取信息处理费。", []),
        (6, "未收取信息公开处理费。", []),
        (6, "办理建议8件。", ["processing-fee-unmentioned"]),
    ],
)
def test_words_of_the_last_sections(number: int, text: str, found: list[str]) -> None:
    assert codes(saying(report(city()), number, text)) == found


def test_a_fee_beside_nothing_to_report_is_no_error() -> None:
    built = saying(report(city() | {FEES: "162.0000"}), 6, "无")
    assert codes(built, info=True) == []


def test_the_form_of_2019_does_not_ask_for_processing_fees() -> None:
    edition = Edition.FORM_2019
    built = report(city(edition=edition), edition)
    assert codes(saying(built, 6, "办理建议8件。")) == []
    assert YEARS[edition] == 2020


def test_sentences_without_a_place_may_be_those_of_an_empty_section() -> None:
    built = saying(report(city()), 5, "")
    assert codes(stray(built, "一是人手不足。")) == []
    assert codes(stray(built, "人手")) == ["section-empty"]


def test_findings_about_sections_stand_there() -> None:
    text = f"{HEADER}# 云岭县商务局2022年政府信息公开工作年度报告\n{SECTION_HEADINGS[4]}\n{SECTION_HEADINGS[5]}\n无。\n"
    parsed = gidisc.parse(text, name="a.txt")
    (found,) = (found for found in gidisc.check(parsed) if found.code == "section-empty")
    assert found.line == 3
    assert found.places[0].name == "a.txt"
    assert found.excerpt == SECTION_HEADINGS[4]


def test_blank_rows_are_shown_with_their_places() -> None:
    text = whole_report().replace("| 0 | 0 | 1", "| | | 1")
    parsed = gidisc.parse(text)
    (found,) = (found for found in gidisc.check(parsed) if found.code == "cells-blank")
    assert found.cells == ("proactive.rules.issued", "proactive.rules.repealed")
    assert text[found.places[0].span.start : found.places[0].span.end].startswith("规章")


def test_what_parse_reports_as_missing_check_says_in_the_same_words() -> None:
    parsed = gidisc.parse(f"{HEADER}{SECTION_HEADINGS[0]}\n公开信息2条。\n", name="a.txt")
    missing: list[Any] = [found for found in parsed.diagnostics if found.code in ("section-missing", "table-missing")]
    assert len(missing) == 8
    assert [found for found in gidisc.check(parsed) if found in missing] == missing
    assert isinstance(parsed.sections[0], Section)
