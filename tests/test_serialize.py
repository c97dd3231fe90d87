from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

import gidisc
from examples import examples
from gidisc import Report
from gidisc.form import Edition
from gidisc.strategies import cases
from texts import parse, whole_report


def every_field(report: Report) -> tuple[object, ...]:
    """All of a report, what stands outside equality included."""
    spans = [cell.span for cell in gidisc.cells(report)] + [section.span for section in report.sections]
    return report, report.name, report.diagnostics, report.source, report.pieces, spans


REPORTS = [
    gidisc.parse(whole_report(Edition.FORM_2021), name="云岭.txt"),
    gidisc.parse(whole_report(Edition.FORM_2019)),
    parse(),
    parse("? 甲", "## 一、总体情况", "（一）甲", "1.乙", "丙", "| 第二十条第（九）项", "|+ 其他 | 3 | ?"),
    parse("| 第二十条第（一）项", "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数", "| 规章 | x | ? | _"),
]


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_survives_a_dictionary(report: Report) -> None:
    assert every_field(gidisc.from_dict(gidisc.to_dict(report))) == every_field(report)


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("indent", [None, 2])
def test_a_report_survives_json(report: Report, indent: int | None) -> None:
    text = gidisc.to_json(report, indent=indent)
    again = gidisc.from_json(text)
    assert every_field(again) == every_field(report)
    assert gidisc.to_json(again, indent=indent) == text


def test_values_keep_their_type_and_their_decimals() -> None:
    report = gidisc.parse(whole_report().replace("83.8778", "83.8700"))
    again = gidisc.from_json(gidisc.to_json(report))
    assert again.proactive is not None
    assert str(again.proactive["fees", "amount"].value) == "83.8700"
    assert isinstance(again.proactive["fees", "amount"].value, Decimal)
    assert type(again.proactive["rules", "issued"].value) is int


def test_the_dictionary_is_plain_data() -> None:
    data = gidisc.to_dict(REPORTS[0])
    assert data["schema_version"] == 1
    assert data["edition"] == "2021"
    assert data["proactive"]["rows"][3]["rows"][0]["cells"][0]["value"] == "83.8778"
    assert json.loads(json.dumps(data)) == data


def test_json_keeps_chinese_characters() -> None:
    assert "云岭县商务局" in gidisc.to_json(REPORTS[0])


LEAN = [{"spans": False}, {"source": False}, {"spans": False, "source": False}]


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("form", LEAN)
def test_a_lean_form_reads_back_equal(report: Report, form: dict[str, bool]) -> None:
    text = gidisc.to_json(report, **form)
    again = gidisc.from_json(text)
    assert again == report
    assert gidisc.to_json(again, **form) == text
    assert [each.message for each in again.diagnostics] == [each.message for each in report.diagnostics]
    assert again.source == (report.source if form.get("source", True) else "")
    assert again.pieces == (report.pieces if form.get("spans", True) else ())


def test_a_lean_form_has_neither_positions_nor_the_text() -> None:
    lean = gidisc.to_json(REPORTS[0], spans=False, source=False)
    assert not any(f'"{field}"' in lean for field in ("span", "start", "pieces", "places", "source"))
    assert len(lean) < len(gidisc.to_json(REPORTS[0])) / 2


@settings(max_examples=examples(12))
@given(cases(damage="any"))
def test_every_report_survives_json(case: Any) -> None:
    try:
        report = gidisc.parse(case.text, name="甲.txt")
    except gidisc.ParseError:
        return
    assert every_field(gidisc.from_json(gidisc.to_json(report))) == every_field(report)
    assert gidisc.from_json(gidisc.to_json(report, spans=False, source=False)) == report


def test_amounts_are_written_without_an_exponent() -> None:
    report = gidisc.parse(whole_report().replace("83.8778", "0.00000000"))
    text = gidisc.to_json(report)
    assert '"value": "0.00000000"' in text
    assert gidisc.from_json(text) == report


def test_words_are_written_as_plain_strings() -> None:
    data = gidisc.to_dict(REPORTS[0])
    assert type(data["edition"]) is str
    assert type(data["requests"]["rows"][0]["cells"][0]["status"]) is str


def test_words_are_read_as_members_of_their_set() -> None:
    again = gidisc.from_json(gidisc.to_json(REPORTS[0]))
    assert again.edition is Edition.FORM_2021
    assert [cell.status is gidisc.Status.READ for cell in gidisc.cells(again)].count(True) > 150


@pytest.mark.parametrize("version", [0, 2, "1", None, True])
def test_another_schema_version_is_refused(version: object) -> None:
    data = gidisc.to_dict(REPORTS[2]) | {"schema_version": version}
    with pytest.raises(gidisc.DataError, match=r"schema_version is .*; this version of gidisc reads 1 @ \$.schema_ver"):
        gidisc.from_dict(data)


def test_a_missing_schema_version_is_refused() -> None:
    with pytest.raises(gidisc.DataError, match="schema_version is None"):
        gidisc.from_dict({})


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "null", f"[{'1' * 5000}]"])
def test_what_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(gidisc.DataError, match=r" @ \$$"):
        gidisc.from_json(text)


def put(*path: str | int, value: object) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        for key in path[:-1]:
            data = data[key]
        data[path[-1]] = value

    return change


def drop(*path: str | int) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        for key in path[:-1]:
            data = data[key]
        del data[path[-1]]

    return change


CELL = ("requests", "rows", 2, "rows", 0, "cells", 6)
FAULTS = [
    (put("mayor", value="甲"), "no such field: mayor @ $"),
    (put("year", value="2022"), "'2022' is not a whole number @ $.year"),
    (put("year", value=2022.0), "2022.0 is not a whole number @ $.year"),
    (put("year", value=True), "True is not a whole number @ $.year"),
    (put("title", value=5), "5 is not a string @ $.title"),
    (put("edition", value="2020"), "'2020' is not a valid Edition @ $.edition"),
    (put("edition", value=["2021"]), "['2021'] is not a valid Edition @ $.edition"),
    (put("requests", value=[]), "[] is not an object @ $.requests"),
    (put("sections", value="甲乙"), "'甲乙' is not an array @ $.sections"),
    (put("sections", 0, "blocks", value=[None]), "None is not an object @ $.sections[0].blocks[0]"),
    (put("diagnostics", value={}), "{} is not an array @ $.diagnostics"),
    (put(*CELL, value="甲" * 99), f"'{'甲' * 39} is not an object @ $.requests.rows[2].rows[0].cells[6]"),
    (put(*CELL, "raw", value=5), "5 is not a string @ $.requests.rows[2].rows[0].cells[6].raw"),
    (put(*CELL, "status", value="red"), "'red' is not a valid Status @ $.requests.rows[2].rows[0].cells[6].status"),
    (drop(*CELL, "row"), "the field is missing @ $.requests.rows[2].rows[0].cells[6].row"),
    *(
        (
            put(*CELL, "value", value=value),
            f"{value!r} is neither a whole number nor an amount such as '83.8778'"
            " @ $.requests.rows[2].rows[0].cells[6].value",
        )
        for value in (3.5, True, "NaN", "1e5", "", "١", " 1", "1\n")
    ),
]


@pytest.mark.parametrize(("change", "problem"), FAULTS)
def test_a_fault_is_named_with_the_path_to_its_field(change: Callable[[Any], None], problem: str) -> None:
    data = copy.deepcopy(gidisc.to_dict(REPORTS[0], spans=False, source=False))
    change(data)
    with pytest.raises(gidisc.DataError) as raised:
        gidisc.from_dict(data)
    assert raised.value.problems == (problem,)
    assert str(raised.value) == problem
    assert pickle.loads(pickle.dumps(raised.value)).problems == (problem,)


def test_an_error_lists_the_first_problems_and_counts_the_rest() -> None:
    data = gidisc.to_dict(REPORTS[0])
    for cell in data["requests"]["rows"][0]["cells"]:
        cell["raw"] = 0
    with pytest.raises(gidisc.DataError, match=r"(0 is not a string @ \S+; ){5}and 2 more$") as raised:
        gidisc.from_dict(data)
    assert len(raised.value.problems) == 7
