"""Whatever text comes in: a report that says what it lacks, or ParseError, and an end to it."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gidisc
from gidisc import form
from gidisc.strategies import Case, cases
from promises import assert_nothing_is_lost, assert_what_is_missing_is_said, attempt, keep, said, values

CASES = {path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).parent / "cases").glob("*.txt"))}
UNTITLED = "pdf_text"
TITLED = [name for name in CASES if name != UNTITLED]
EXAMPLE = CASES["tabs_shifted_rows"]
LICENSING = "行政许可\t2"
HANGS_AFTER = 600
"""Seconds; a hundred times what the slowest text takes. A guard against tests without an end, no measure of speed."""


# no report


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\t\f\v", "\u3000" * 9, "\ufeff", "\u200b\n", "\0"])
def test_nothing_is_no_report(text: str) -> None:
    with pytest.raises(gidisc.NotAReportError):
        gidisc.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "The quick brown fox jumps over the lazy dog.",
        "春眠不觉晓，处处闻啼鸟。\n夜来风雨声，花落知多少。",
        "本局2022年受理行政许可申请26件，行政处罚3件，总计29件，其他情况见附件。",
        '{"title": "报告", "rows": [1, 2, 3]}',
        "<html><body><p>404 Not Found</p></body></html>",
        "姓名,年龄\n张三,30\n李四,40\n",
        "1 2 3 4 5 6 7\n" * 26,
    ],
)
def test_other_prose_is_no_report(text: str) -> None:
    keep(text)
    with pytest.raises(gidisc.NotAReportError):
        gidisc.parse(text)


@given(st.binary())
def test_noise(data: bytes) -> None:
    for encoding in ("latin-1", "gb18030", "utf-16-le"):
        keep(data.decode(encoding, errors="replace"))


@given(st.text())
def test_any_text(text: str) -> None:
    keep(text)


@given(st.text(st.characters(categories=["Cs", "Cc", "Cf", "Zl", "Zp"])))
def test_surrogates_and_control_characters(text: str) -> None:
    keep(text)
    keep(EXAMPLE.replace(LICENSING, LICENSING + text))
    keep(text.join(EXAMPLE.partition("本年度")))


# reports that are damaged


@pytest.mark.parametrize("name", CASES)
def test_the_whole_report(name: str) -> None:
    report = keep(CASES[name])
    assert report is not None
    assert {said(code, report) for code in ("section-missing", "table-missing")} == {0}


@given(name=st.sampled_from(sorted(CASES)), data=st.data())
def test_a_report_that_ends_anywhere(name: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(CASES[name])))
    keep(CASES[name][:end])


@given(name=st.sampled_from(sorted(CASES)), data=st.data())
def test_a_report_that_begins_anywhere(name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(CASES[name])))
    keep(CASES[name][start:])


@given(name=st.sampled_from(sorted(CASES)), data=st.data())
def test_a_report_with_anything_inside(name: str, data: st.DataObject) -> None:
    text = CASES[name]
    at = data.draw(st.integers(0, len(text)))
    keep(text[:at] + data.draw(st.text(min_size=1)) + text[at:])


@given(cases(damage="any"))
def test_a_damaged_report_in_any_layout(case: Case) -> None:
    keep(case.text)


@pytest.mark.parametrize(("first", "second"), tuple(itertools.permutations(TITLED, 2)))
def test_two_reports_after_each_other(first: str, second: str) -> None:
    with pytest.raises(gidisc.ParseError) as caught:
        gidisc.parse(f"{CASES[first]}\n{CASES[second]}")
    assert caught.value.code == "several-reports"
    places = [place.span for place in caught.value.diagnostics[0].places]
    assert len(places) == 2
    assert places[0].start < len(CASES[first]) < places[1].start


@pytest.mark.parametrize("name", CASES)
def test_the_same_report_twice_is_read_once(name: str) -> None:
    once = keep(CASES[name])
    twice = keep(f"{CASES[name]}\n{CASES[name]}")
    assert once is not None
    assert twice is not None
    assert values(twice) == values(once)


@pytest.mark.parametrize("name", TITLED)
def test_a_report_and_one_that_names_no_office(name: str) -> None:
    keep(f"{CASES[name]}\n{CASES[UNTITLED]}")
    keep(f"{CASES[UNTITLED]}\n{CASES[name]}")


@pytest.mark.parametrize(
    "printed",
    [
        "9" * 5000,
        "9" * 700 + "." + "9" * 700,
        "²",
        "①",
        "½",
        "٣",
        "三",
        "1e9",
        "0x1F",
        "1_000",
        "∞",
        "--2",
        "1,23,4",
    ],
)
@pytest.mark.parametrize("row", ["licensing.decisions", "fees.amount"])
def test_digits_that_are_no_number(printed: str, row: str) -> None:
    label = LICENSING if row.startswith("licensing") else "行政事业性收费\t1.0001"
    words, tab, _ = label.partition("\t")
    report = keep(EXAMPLE.replace(label, words + tab + printed))
    assert report is not None
    assert report.proactive is not None
    cell = report.proactive[row.partition(".")[0], row.partition(".")[2]]
    assert cell.value is None
    assert cell.status in (gidisc.Status.NOT_A_NUMBER, gidisc.Status.REFUSED, gidisc.Status.BLANK)


# texts of the form's own words


def _words() -> list[str]:
    rows = [row for table in form.TABLES for row in table.rows()]
    groups = [group for table in form.TABLES for group in table.groups()]
    heads = [form.APPLICANTS, form.RESULTS, *(head for group in groups for head in group.heads)]
    columns = [column for head in heads for column in head.columns]
    spelled = (
        [one.wordings for one in form.HEADINGS] + [row.wordings for row in rows] + [one.wordings for one in columns]
    )
    headings = [heading.numeral + heading.label for heading in form.HEADINGS]
    printed = [*(row.printed for row in rows), *(group.printed for group in groups)]
    labels = [*(row.label for row in rows), *(column.label for column in columns)]
    others = [form.BALANCE_NOTE, form.APPLICANT_GROUP, *form.UNIT_NOTES, *form.DOCUMENT_NUMBERS]
    titles = ["云岭县商务局2022年政府信息公开工作年度报告", "2021年年度报告", "云岭县商务局", "2023年1月20日"]
    return [*dict.fromkeys([*headings, *printed, *labels, *itertools.chain(*spelled), *others, *titles])]


WORDS = st.sampled_from(_words())
BETWEEN = st.sampled_from(
    ["", " ", "\n", "\t", "|", "\n\n", "、", "，", "。", "（", "）", "\r\n", "\u3000", "**", "<td>"]
)
VALUES = st.one_of(
    st.integers(-3, 999).map(str),
    st.sampled_from(
        ["/", "-", "—", "无", "1,234", "减3", "+19", "5.08", "0/0", "?", "_", "12件", "1.", "（一）", "一是"]
    ),
)
SIGNS = st.sampled_from(["# ", "## ", "### ", "| ", "|+ ", "@ ", "~ ", "? ", "^ ", "\\", " | ", "%gidisc 1\n"])


@given(st.lists(st.tuples(st.one_of(WORDS, VALUES), BETWEEN), max_size=60))
def test_words_and_digits_of_the_form(drawn: list[tuple[str, str]]) -> None:
    keep("".join(word + between for word, between in drawn))


@given(st.lists(st.tuples(WORDS, st.lists(VALUES, max_size=9)), max_size=40), BETWEEN, BETWEEN)
def test_rows_of_the_form(rows: list[tuple[str, list[str]]], between_cells: str, between_rows: str) -> None:
    keep(between_rows.join(between_cells.join([label, *printed]) for label, printed in rows))


@given(st.lists(st.one_of(WORDS, VALUES, SIGNS, BETWEEN), max_size=60))
def test_words_and_signs_of_the_canonical_layout(drawn: list[str]) -> None:
    keep("%gidisc 1\n" + "".join(drawn))


# texts that are long


LONG = {
    "a numeral": "'一' * 10_000_000",
    "a letter": "'a' * 1_000_000",
    "a digit": "'1' * 1_000_000",
    "line ends": r"'\n' * 1_000_000",
    "bars behind a report": "EXAMPLE + '|' * 1_000_000",
    "a bracket behind a report": "EXAMPLE + '（' * 1_000_000",
    "brackets": "'（' * 500_000 + '）' * 500_000",
    "brackets of all kinds": "'([{（【《' * 170_000",
    "heading numerals": "'一、' * 500_000",
    "heading numerals, a line each": r"'一、\n（二）\n' * 20_000",
    "a heading": r"'一、总体情况\n' * 20_000",
    "a label": "'予以公开' * 250_000",
    "a label behind a report": r"EXAMPLE + '予以公开 1\n' * 20_000",
    "labels without numbers": "'其他总计' * 40_000",
    "a row": r"'一、本年新收政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t7\n' * 6_000",
    "the dispute table": r"'行政复议 结果维持 0\n' * 20_000",
    "a title": r"'云岭县商务局2022年政府信息公开工作年度报告\n' * 10_000",
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_comes_to_an_end(name: str) -> None:
    folders = [Path(__file__).parent, Path(gidisc.__file__).parents[1]]
    code = f"from test_bad_input import EXAMPLE, end; end({LONG[name]})"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, folders))}
    line = [sys.executable, "-c", code]
    done = subprocess.run(line, capture_output=True, text=True, env=environment, check=False, timeout=HANGS_AFTER)
    assert (done.returncode, done.stderr) == (0, "")


def end(text: str) -> None:
    """Parse a text, and see that nothing of it is lost."""
    report = attempt(text)
    if report is not None:
        assert_nothing_is_lost(report)
        assert_what_is_missing_is_said(report)
