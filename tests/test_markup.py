"""Markup inside and between cells, which is no part of what they say."""

from __future__ import annotations

import pytest
from attrs import frozen

import gidisc
from gidisc import Status

THREE = "三、收到和处理政府信息公开申请情况\n"
RECEIVED = "一、本年新收政府信息公开申请数量"
BROUGHT = "二、上年结转政府信息公开申请数量"
GRANTED = "（一）予以公开"
FULL = "1 2 3 4 5 6 21"
BLANKS = ". 2 . . 5 . 7"


@frozen
class Marked:
    """A text, and the cells of its row （一）予以公开: numbers, `.` where blank, `?` where refused."""

    idea: str
    text: str
    cells: str = BLANKS


def cells(printed: str, between: str) -> str:
    return between.join(cell.strip(".") for cell in printed.split())


def wiki(cell: str = "{}") -> str:
    """Rows with attributes before their cells, each cell on a line."""
    rows = ((f'colspan="3"| {cell.format(RECEIVED)}', FULL), (f'colspan="3"| {cell.format(BROUGHT)}', FULL))
    last = f'| rowspan="22"| {cell.format("三、本年度办理结果")}\n| colspan="2"| {cell.format(GRANTED)}'
    lines = [f"| {label}" + "".join(f"\n| {cell.format(n)}" for n in cells.split()) for label, cells in rows]
    lines.append(last + "".join(f"\n| {cell.format(n.strip('.'))}" for n in BLANKS.split()))
    return THREE + '{| class="wikitable"\n|-\n' + "\n|-\n".join(lines) + "\n|}\n"


def covered(style: str = "", fold: str = " ") -> str:
    """Rows with what each cell covers before its bar."""
    return (
        f"{THREE}|===\n3+{style}|{RECEIVED} {style}|{cells(FULL, f' {style}|')}\n\n"
        f"3+{style}|{BROUGHT} {style}|1 {style}|2{fold}{style}|{cells('3 4 5 6 21', f' {style}|')}\n\n"
        f".22+{style}|三、本年度办理结果 2+{style}|{GRANTED} {style}|{cells(BLANKS, f' {style}|')}\n|===\n"
    )


def doubled() -> str:
    """Rows of padded cells between two bars."""
    rows = ((RECEIVED, FULL), (BROUGHT, FULL), (GRANTED, BLANKS))
    return THREE + "".join(
        "|| " + " || ".join([label.ljust(20), *(f"{cell.strip('.'):4}" for cell in cells.split())]) + " ||\n"
        for label, cells in rows
    )


def page(blank: str, begin: str = "\n<td>\n<p>", end: str = "</p>\n</td>") -> str:
    """Rows of a web page."""
    rows = ((RECEIVED, BLANKS), (BROUGHT, FULL), ("（二）部分公开", FULL), (GRANTED, BLANKS))
    lines = (
        "<tr>" + "".join(f"{begin}{cell.replace('.', blank)}{end}" for cell in [label, *printed.split()]) + "\n</tr>\n"
        for label, printed in sorted(rows)
    )
    return f"{THREE}<table>\n{''.join(lines)}</table>\n"


MARKED = (
    Marked("a blank cell, and tabs before the tags", page("<br/>\n\t\t\t", '\n\t\t<td>\n\t\t\t<p class="a">')),
    Marked(
        "an entity in a blank cell without tags",
        page("&nbsp;", "| ", " ").replace("<tr>", "").replace("\n</tr>", "|"),
    ),
    Marked(
        "a backslash that breaks the line of a label",
        THREE
        + "".join(
            f"  {label[:5]}\\     {'    '.join(FULL.split())}\n  {label[5:]}\n\n"
            for label in (RECEIVED, BROUGHT, f"{GRANTED}的信息")
        ),
        FULL,
    ),
    Marked(
        "a space behind the commas between cells, and none behind those of thousands",
        THREE + "".join(f"{label}, 9,164, 4, 717, 12, 5,597, 1, 15,495\n" for label in (RECEIVED, BROUGHT, GRANTED)),
        "9164 4 717 12 5597 1 15495",
    ),
    Marked(
        "tags behind a drawn grid",
        "二、主动公开政府信息情况\n+------+---+---+---+\n| 规章 | 1 | 2 | 3 |\n+------+---+---+---+\n"
        + page("").replace("</td>", "</td>\n"),
    ),
    Marked(
        "a label that goes on below its values",
        f"{THREE}{RECEIVED}\t{cells(FULL, chr(9))}\n{GRANTED}\t{cells(BLANKS, chr(9))}\n"
        f"（二）部分公开（区分处理的，\t{cells(FULL, chr(9))}\n只计这一情形，不计其他情形）\t\t\t\t\t\t\t\n",
    ),
    Marked("two bars from cell to cell", doubled()),
    Marked("attributes before cells", wiki()),
    Marked("attributes, and marks around words", wiki("<span>{}</span>")),
    Marked("attributes in single quotes", wiki().replace('"', "'")),
    Marked("what cells cover", covered()),
    Marked("what cells cover, and how they are aligned", covered("^")),
    Marked("what cells cover, and how they are written", covered("a")),
    Marked("a row that goes on behind a bar on the next line", covered(fold="\n")),
    Marked(
        "a table before it without separators",
        "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"
        f"规章 1 2 3\n行政规范性文件 4 5 6\n{wiki()}",
    ),
)


@pytest.mark.parametrize("marked", MARKED, ids=lambda marked: marked.idea)
def test_which_cell(marked: Marked) -> None:
    shown = [cell for cell in gidisc.cells(gidisc.parse(marked.text)) if cell.row == "granted"]
    kept = {Status.REFUSED: "?", Status.BLANK: "."}
    assert " ".join(kept.get(cell.status, str(cell.value)) for cell in shown) == marked.cells


@pytest.mark.parametrize("text", [wiki("<b>{}</b>"), covered("^")], ids=["attributes", "covered"])
def test_it_is_accounted_for_as_markup(text: str) -> None:
    kinds = {
        piece.kind
        for piece in gidisc.parse(text).accounting()
        for sign in ("span", "+", "<b>", "^")
        if sign in text[piece.span.start : piece.span.end]
    }
    assert kinds == {"markup"}


def test_a_year_before_the_rest_of_a_title_on_the_next_line_is_no_value() -> None:
    text = (
        "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n"
        "云岭县商务局\n2021\n年政府信息公开工作年度报告\n行政强制\n3\n"
    )
    report = gidisc.parse(text)
    assert report.proactive is not None
    assert report.proactive["penalties", "decisions"].value is None


def test_a_rule_with_a_blank_cell_holds_no_marks() -> None:
    heads = " | ".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3)
    rule = f"| ---- |{' --- |' * 12}  | - |"
    text = (
        f"{THREE}四、政府信息公开行政复议、行政诉讼情况\n\n| 行政复议 | 行政诉讼 |{' |' * 13}\n{rule}\n| {heads} |\n"
        f"| {' | '.join(['1', '2', '', '', '3'] * 3)} |\n"
    )
    report = gidisc.parse(text)
    assert report.disputes is not None
    assert [cell.value for cell in report.disputes.cells()] == [1, 2, None, None, 3] * 3


def test_the_sign_that_ends_an_entity_parts_no_cells() -> None:
    rows = (["行政复议", "行政诉讼"], ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3)
    last = ["1", "2", "&nbsp;", "&nbsp;", "3"] * 3
    between = "\n</td>\n<td>\n"
    lines = "".join(f"<tr>\n<td>\n{between.join(row)}\n</td>\n</tr>\n" for row in (*rows, last))
    empty = '<table style="width:9px;color:red">\n</table>\n' * 3
    report = gidisc.parse(f"四、政府信息公开行政复议、行政诉讼情况\n{empty}<table>\n{lines}</table>\n")
    assert report.disputes is not None
    assert [cell.value for cell in report.disputes.cells()] == [1, 2, None, None, 3] * 3


def test_the_stroke_between_two_parts_of_a_head_is_no_mark() -> None:
    report = gidisc.parse(
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n上一年项目数量\n本年增\n/\n减\n处理决定数量\n行政许可\n5\n+1\n7\n"
    )
    assert report.proactive is not None
    assert [report.proactive["licensing", column].value for column in ("previous_items", "change", "decisions")] == [
        5,
        1,
        7,
    ]


def test_disputes_between_two_bars() -> None:
    heads = " || ".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3)
    row = " || ".join(["1   ", "2   ", "    ", "    ", "3   "] * 3)
    text = f"{THREE}四、政府信息公开行政复议、行政诉讼情况\n|| 行政复议 || 行政诉讼 ||\n|| {heads} ||\n|| {row} ||\n"
    report = gidisc.parse(text)
    assert report.disputes is not None
    assert [cell.value for cell in report.disputes.cells()] == [1, 2, None, None, 3] * 3
