"""Whatever text is given: a report whose diagnostics say what is missing, or a ParseError, and in good time."""

from __future__ import annotations

import faulthandler
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gidisc
from gidisc import form

CASES = {path.stem: path.read_bytes().decode("utf-8") for path in (Path(__file__).parent / "cases").glob("*.txt")}
WORDS = [
    *(heading.numeral + heading.label for heading in form.HEADINGS),
    *(row.printed for table in form.TABLES for row in table.rows()),
    *(group.printed for table in form.TABLES for group in table.groups()),
    *(
        "0",
        "12",
        "1,084",
        "/",
        "—",
        "无",
        "减3",
        "83.8778万元",
        "\t",
        " ",
        "\n",
        "\n\n",
        "|",
        "\f",
        "2021年",
        "（",
        "）",
        "。",
    ),
    *("某县商务局2021年政府信息公开工作年度报告\n", "— 3 —\n", "+--+--+\n", "本年制发件数", "信息内容"),
]
ROUGH = {
    "other prose": "今天天气很好。\n我们去公园散步，看见了3只鸭子。\n",
    "binary noise": random.Random(7).randbytes(20_000).decode("latin-1"),
    "lone surrogates": "一、总体情况\n\ud800本年度\udfff\n规章\t\ud800\n",
    "digits beyond int()": "一、本年新收政府信息公开申请数量 "
    + "9" * 10_000
    + " 0 0 0 0 0 0\n二、上年结转政府信息公开申请数量 1\n",
    "other digits": "一、本年新收政府信息公开申请数量 ² ① ٣ 0 0 0 0\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n",
    "10 MB of one character": "申" * 10_000_000,
    "1 MB of brackets": "（" * 500_000 + "）" * 500_000,
    "1 MB of heading numerals": "一、" * 500_000,
    "1 MB of labels": "1.属于国家秘密" * 125_000,
}


@pytest.fixture(autouse=True)
def guard() -> Iterator[None]:
    # Generous: it ends a run that hangs, and judges no speed.
    faulthandler.dump_traceback_later(900, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


def parse(text: str) -> gidisc.Report | None:
    try:
        return gidisc.parse(text)
    except gidisc.ParseError:
        return None


def assert_trusted(text: str) -> None:
    """What holds for every text."""
    normalized = gidisc.normalize(text)
    again = gidisc.normalize(normalized.text)
    assert again.text == normalized.text
    report = parse(text)
    if report is None:
        return
    at = 0
    for piece in report.accounting():
        assert not text[at : piece.span.start].strip()
        assert piece.span.start >= at
        at = piece.span.end
    assert not text[at:].strip()
    for cell in gidisc.cells(report):
        if cell.value is not None:
            assert cell.span is not None
            assert "".join(text[cell.span.start : cell.span.end].split()) == "".join(cell.raw.split())
    canonical = parse(normalized.text)
    assert canonical is not None
    values = [(cell.key, cell.value, cell.status) for cell in gidisc.cells(report)]
    assert [(cell.key, cell.value, cell.status) for cell in gidisc.cells(canonical)] == values


@pytest.mark.parametrize("text", ["", " \n\t\u3000\f\r\n", *list(ROUGH.values())[:2]])
def test_what_is_no_report(text: str) -> None:
    with pytest.raises(gidisc.NotAReportError) as caught:
        gidisc.parse(text)
    assert caught.value.code == "not-a-report"
    assert caught.value.line == (1 if text.strip() else None)


@pytest.mark.parametrize("name", ROUGH)
def test_rough_text(name: str) -> None:
    parse(ROUGH[name])


def test_unreadable_digits_give_no_number() -> None:
    for name in ("digits beyond int()", "other digits"):
        report = gidisc.parse(ROUGH[name])
        assert report.requests is not None
        assert report.requests["received", "natural_person"].value is None


@given(st.sampled_from(sorted(CASES)), st.floats(0, 1))
def test_a_report_cut_off_anywhere(name: str, share: float) -> None:
    assert_trusted(CASES[name][: int(share * len(CASES[name]))])


@given(st.text(st.characters(codec=None), max_size=400))
def test_any_text(text: str) -> None:
    assert_trusted(text)


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_text_of_the_words_of_the_form(words: list[str]) -> None:
    assert_trusted("".join(words))


def test_two_reports_behind_each_other() -> None:
    with pytest.raises(gidisc.ParseError) as caught:
        gidisc.parse(CASES["tabs_page_break"] + "\n" + CASES["tabs_shifted_rows"])
    assert caught.value.code == "several-reports"
    assert len(caught.value.diagnostics[0].places) == 2


def test_the_same_report_twice_is_read_once() -> None:
    once = gidisc.parse(CASES["cell_lines"])
    twice = gidisc.parse(CASES["cell_lines"] * 2)
    assert [cell.value for cell in gidisc.cells(twice)] == [cell.value for cell in gidisc.cells(once)]
