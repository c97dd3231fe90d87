"""Texts that were cut at a width, whatever stood there, are put together again before anything is read."""

from __future__ import annotations

import pytest

import gidisc
from gidisc import Report, form
from gidisc.characters import display_width

PROSE = (
    "甲县水务局2022年政府信息公开年度报告 一、总体情况 全年公开信息 1208 条，答复 35 件。 "
    "三、收到和处理政府信息公开申请情况 "
)
ROWS = [row for row in form.REQUESTS.rows() if row.id != "other_outcomes"]
TEXT = PROSE + " ".join(
    f"{row.printed} {' '.join(f'{number}{column}' for column in range(7))}" for number, row in enumerate(ROWS, start=10)
)


def cut(text: str, width: int) -> list[str]:
    """Lines of so many characters."""
    return [text[start : start + width] for start in range(0, len(text), width)]


def cut_and_stripped(text: str, width: int) -> list[str]:
    """Lines of so many characters, the first of which is no space."""
    lines = []
    while text:
        lines.append(text[:width])
        text = text[width:].lstrip()
    return lines


def cut_by_width(text: str, width: int) -> list[str]:
    """Lines that are so wide on a page."""
    lines = [""]
    for character in text:
        if display_width(lines[-1] + character) > width:
            lines.append("")
        lines[-1] += character
    return lines


def printed(report: Report) -> dict[str, list[str]]:
    """What is printed in the cells of each row of 三."""
    cells = [cell for cell in gidisc.cells(report) if cell.table == "requests"]
    return {row.id: [cell.raw for cell in cells if cell.row == row.id] for row in ROWS}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "lines", [cut(TEXT, 30), cut(TEXT, 41), cut_by_width(TEXT, 40), [*cut(TEXT, 37), "（完）", "附页"]]
)
def test_numbers_that_were_cut_are_whole_again(lines: list[str], end: str) -> None:
    text = end.join(lines)
    report = gidisc.parse(text)
    assert printed(report) == printed(gidisc.parse(TEXT))
    assert report.requests is not None
    total = report.requests["outcomes_total", "total"]
    assert total.span is not None
    assert total.value == int(text[total.span.start : total.span.end].replace(end, ""))
    section = report.section(1)
    assert section is not None
    assert section.text == "全年公开信息 1208 条，答复 35 件。"


def refused(report: Report) -> int:
    """How many cells of 三 are refused."""
    return sum(cell.status == "refused" for cell in gidisc.cells(report))


@pytest.mark.parametrize(
    ("idea", "lines"),
    [
        ("spaces behind cuts were lost", cut_and_stripped(TEXT, 30)),
        ("lines too short to be cut at a width", cut(TEXT, 9)),
        ("lines of many widths", [line for at, line in enumerate(cut(TEXT, 30)) for line in cut(line, 20 + at % 9)]),
    ],
)
def test_what_need_not_have_touched_stays_apart(idea: str, lines: list[str]) -> None:
    report = gidisc.parse("\n".join(lines))
    whole = printed(gidisc.parse(TEXT))
    for row, cells in printed(report).items():
        assert cells == whole[row] or not any(cells), idea
    assert refused(report) > 0


@pytest.mark.parametrize("edge", ["  ", " |"])
def test_lines_of_padded_columns_end_where_they_do(edge: str) -> None:
    cells = [[f"{number}{column}" for column in range(7)] for number, _ in enumerate(ROWS, start=10)]
    lines = [
        row.printed + " " * (96 - display_width(row.printed)) + "".join(edge + cell for cell in held) + edge.strip()
        for row, held in zip(ROWS, cells, strict=True)
    ]
    report = gidisc.parse("\n".join(["三、收到和处理政府信息公开申请情况", " 申请人情况", *lines]))
    assert list(printed(report).values()) == cells


def test_lines_filled_up_with_spaces_end_where_they_do() -> None:
    lines = [*cut(PROSE, 30)[:2], *[""] * 20, "三、收到和处理政府信息公开申请情况"]
    rows = [f"{row.printed[:20]} 1 2 3 4 5 6 21" for row in ROWS[:2]]
    text = "\n".join(f"{line:<42}" for line in [*lines, *rows, "", " - 4 -", "", " 五、存在的主要问题及改进情况"])
    report = gidisc.parse(text)
    assert [printed(report)[row.id] for row in ROWS[:2]] == [["1", "2", "3", "4", "5", "6", "21"]] * 2
