"""Commands of typesetters, which are no part of what a report says."""

from __future__ import annotations

import pytest
from attrs import frozen

import gidisc
from gidisc import Status

TITLE = "云岭县水务局2023年政府信息公开工作年度报告"
LABELS = ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开")
CELLS = ("1 2 3 4 5 6 21", "1 / 3 4 5 6 21", "1 2 3 4 5 6 21", ". 2 . . 5 . 7")
# So many commands are there in any text that has any.
MANY = "".join(f"\\setlength{{\\width}}{{{size}pt}}\n" for size in range(6)) + "\\maketitle\n" * 8
MANY_LINES = ".nr LL 12\n" * 13


def table(between: str, end: str, *, cell: str = "{}", start: str = "") -> str:
    """Rows between signs, the last with blanks."""
    rows = ([label, *printed.split()] for label, printed in zip(LABELS, CELLS, strict=True))
    return "".join(
        start + between.join("" if field == "." else cell.replace("{}", field) for field in row) + end for row in rows
    )


def items(cell: str, end: str) -> str:
    """Rows of one number each, the first with none, among blank cells."""
    rows = (("信息内容", "本年处理决定数量", "", ""), ("行政处罚", "", "", ""), ("行政强制", "5", "", ""))
    return "".join("".join(cell.format(printed) for printed in row) + end for row in rows)


def _numbered(text: str) -> str:
    """The number of each line before it."""
    return "".join(f"{number:2} {line}\n" for number, line in enumerate(text.split("\n"), start=1))


@frozen
class Typeset:
    """A text; the cells of one of its rows: numbers, `.` where blank, `?` where refused; and its title."""

    idea: str
    text: str
    cells: str = ". 2 . . 5 . 7"
    title: str | None = None
    row: str = "partially_granted"


TEXTS = (
    Typeset("signs of TeX, lines folded", MANY + table("\n& ", " \\\\\n")),
    Typeset(
        "numbered lines, rows that go on below", _numbered(MANY + table(" & ", " \\\\\n").replace("& 5 ", "&\n5 "))
    ),
    Typeset("cells in braces", MANY + table(" & ", " \\\\\n", cell="\\textbf{{}}")),
    Typeset("cells in braces with a switch", MANY + table(" & ", " \\\\\n", cell="{\\small[en] {}}")),
    Typeset("no-break spaces in blank cells", MANY + table("} & {", "} \\\\\n", start="{").replace("{}", "{~}")),
    Typeset("settings in brackets", MANY + table(" \\stop\n\\start[w=2] ", " \\stop\n\\end\n\\new\n\\start[w=2] ")),
    Typeset("cells of several paragraphs", MANY + table(" \\stop\n\\start ", "\n\n \\stop\n\\end\n\\new\n\\start ")),
    Typeset("commands at the beginning of lines", MANY_LINES + table("\n @tab ", "\n", start="@item\n") + "@end it"),
    Typeset("lone marks", MANY_LINES + table("\nT}\tT{\n", "\nT}\n", start="T{\n.nr LL 9\n")),
    Typeset(
        "a lone stroke is a space", MANY_LINES + table("\nT}\tT{\n", "\nT}\n", start="T{\n").replace("\n\n", "\n\\\n")
    ),
    Typeset(
        "names of characters",
        MANY_LINES + table("\nT}\tT{\n", "\nT}\n", start="T{\n").replace("部分公开", "部分公开\\[rq]"),
    ),
    Typeset("escapes and no commands", table(" | ", "\n").replace(" | ", "\\- | ")),
    Typeset(
        "the number of a page in place of a blank cell",
        MANY + table("\n& ", " \\\\\n").replace("& 2\n& \n", "& 2\n&\n3\n"),
        "? " * 7,
    ),
    Typeset(
        "the number of a page behind a cell",
        MANY
        + items("\\start {} \\stop\n", "\\end\n\\new\n").replace("行政处罚 \\stop\n", "行政处罚 \\stop\n4\n")
        + table(" \\stop\n\\start ", " \\stop\n\\end\n\\new\n\\start "),
        "?",
        row="penalties",
    ),
    Typeset(
        "the number of a page below a label",
        MANY_LINES
        + items("{}\n @tab ", "\n@item\n").replace("行政处罚\n", "行政处罚\n4\n")
        + table("\n @tab ", "\n", start="@item\n")
        + "@end it",
        "?",
        row="penalties",
    ),
    Typeset("two full rows", MANY + table("\n& ", " \\\\\n").replace("\n& 21", "\n& ", 2), "? " * 7),
    Typeset("commands behind others", MANY_LINES + "@item @ref{x}\n@section " + TITLE, "", TITLE),
    Typeset("paragraphs in cells", MANY_LINES + table("\nT}\tT{\n.PP\n", "\nT}\n", start="T{\n.PP\n")),
    Typeset("full stops part cells", MANY_LINES + table("\n.CELL\n", "\n.ROW\n")),
    Typeset(
        "settings go on",
        MANY_LINES + ".TS\ndelim(@@) tab(\t);\nlw(7.0n) lw(7.0n).\n" + table("\nT}\tT{\n", "\nT}\n", start="T{\n"),
    ),
    Typeset("wide spaces", MANY + table("\u3000&\u00a0", " \\\\\n")),
    Typeset("title in settings", "\\section[title={" + TITLE + "},name={x}]\n" + MANY, "", TITLE),
    Typeset("title in bare settings", "\\section[title=" + TITLE + ",name=x]\n" + MANY, "", TITLE),
    Typeset("title in brackets", "\\section[" + TITLE + "]\n" + MANY, "", TITLE),
    Typeset("title in open brackets", "\\section{" + TITLE + "\n" + MANY, "", TITLE),
    Typeset("a name beside the title", f"@node {TITLE}\n@section {TITLE}\n" + MANY_LINES, "", TITLE),
    Typeset("a digit behind a command", f".SH 1\n{TITLE}\n.SH 2\n总体情况如下\n" + MANY_LINES, "", TITLE),
)
"""Texts and what they say."""


@pytest.mark.parametrize("typeset", TEXTS, ids=lambda typeset: typeset.idea)
def test_what_is_said_between_commands_is_read(typeset: Typeset) -> None:
    report = gidisc.parse(typeset.text + "\n\n一、总体情况\n")
    assert list(report.accounting())
    if typeset.title:
        assert report.title == typeset.title
    found = [cell for cell in gidisc.cells(report) if cell.row == typeset.row]
    assert [_shown(cell) for cell in found] == typeset.cells.split()


def _shown(cell: gidisc.Cell) -> str:
    return {Status.READ: str(cell.value), Status.BLANK: ".", Status.REFUSED: "?"}.get(cell.status, cell.status)
