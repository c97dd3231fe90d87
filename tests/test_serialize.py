from __future__ import annotations

import json
from decimal import Decimal

import pytest
from cattrs.errors import ClassValidationError

import gidisc
from gidisc import Report
from gidisc.form import Edition
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


@pytest.mark.parametrize("version", [0, 2, "1", None])
def test_another_schema_version_is_refused(version: object) -> None:
    data = gidisc.to_dict(REPORTS[2]) | {"schema_version": version}
    with pytest.raises(ValueError, match=r"schema_version is .*; this version of gidisc reads 1"):
        gidisc.from_dict(data)


def test_a_missing_schema_version_is_refused() -> None:
    with pytest.raises(ValueError, match="schema_version is None"):
        gidisc.from_dict({})


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ClassValidationError):
        gidisc.from_dict(gidisc.to_dict(REPORTS[2]) | {"mayor": "甲"})
