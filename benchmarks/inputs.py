"""What the benchmark reads: reports of our own in every layout, real ones where a folder is given, texts that grow."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

from gidisc.strategies.cases import make_case
from gidisc.strategies.layouts import LAYOUTS

CASES = Path(__file__).parents[1] / "tests" / "cases"

TYPESET = "".join(f"\\row{{{label}}} & 1 & 2 & 3 & 4 & 5 & 6 & 21 \\\\\n" for label in "一二三四五六七八九") * 2

GROWING: dict[str, Callable[[int], str]] = {
    "prose": lambda n: "一、总体情况\n" + "本年度围绕群众关心的事项推进公开工作，举办培训三次。\n" * (40 * n),
    "table noise": lambda n: "一、本年新收政府信息公开申请数量\n" + "0 1 2 — / 不予 公开\n" * (100 * n),
    "diagnostics": lambda n: "%gidisc 1\n" + "## 一、总体情况\n| 行政复议 | ?\n? 1 2 3\n" * (40 * n),
    "repeated labels": lambda n: "1.属于国家秘密 0 0 0 0 0 0 0\n" * (60 * n),
    "headings": lambda n: "一、总体情况\n二、主动公开政府信息情况\n" * (60 * n),
    "titles": lambda n: "一、总体情况\n" + "云岭县商务局政府信息公开工作年度报告\n" * (100 * n),
    "weak labels": lambda n: "其他 总计\n" * (300 * n),
    "drawn grid": lambda n: "+---+---+\n| 申 | 1 |\n" * (100 * n),
    "tags": lambda n: "<td>1</td>" * (300 * n),
    "listed": lambda n: "一、总体情况\n（一）予以公开：" + "1、" * (1500 * n),
    "brackets": lambda n: "（" * (1500 * n) + "）" * (1500 * n),
    "spaces": lambda n: "（一）予以公开" + " " * (3000 * n) + "1",
    "digits": lambda n: "（一）予以公开" + "1" * (3000 * n),
    "digits in prose": lambda n: "三、收到和处理政府信息公开申请情况\n" + "1" * (3000 * n),
    "spaces in prose": lambda n: "一、总体情况\n本年度" + "\u3000" * (3000 * n) + "公开。",
    "junctions": lambda n: "一、总体情况\n" + "┌" * (3000 * n),
    "strokes": lambda n: "一、总体情况\n" + "-" * (3000 * n) + "。",
    "closing tags": lambda n: "一、总体情况\n" + "</b>" * (700 * n),
    "thousands": lambda n: "一、总体情况\n收到申请" + "000," * (700 * n) + "件。",
    "pages": lambda n: "一、总体情况\n" + "1\n\f" * (700 * n),
    "commands": lambda n: "一、总体情况\n" + "\\textbf{[" * (300 * n),
    "settings": lambda n: "一、总体情况\n" + f".ab cd\n{'l' * 60}一\n" * (40 * n),
    "boxes": lambda n: "一、总体情况\n::: a" + " a" * (1500 * n) + "一\n",
    "joints": lambda n: "一、总体情况\n" + "公开。|" * 9 + "公开。" + "\t" * (3000 * n) + "。",
    "spaces before signs": lambda n: f"{TYPESET}予以公开" + " " * (2000 * n) + "。",
    "one character": lambda n: "申" * (3000 * n),
}
"""Texts by size, the smallest about as long as a report: what reports are full of, and what is meant to take long."""


def cases() -> dict[str, str]:
    """Our own sample reports."""
    return {path.stem: path.read_text("utf-8") for path in sorted(CASES.glob("*.txt"))}


def invented() -> dict[str, str]:
    """One invented report in every layout."""
    return {name: make_case(1, name).text for name in sorted(LAYOUTS)}


def texts_in(folder: Path) -> dict[str, str]:
    """The texts of a folder and those below it."""
    return {str(path): path.read_bytes().decode("utf-8") for path in sorted(folder.rglob("*.txt"))}


def page(text: str) -> str:
    """A report as a page of HTML: lines with tabs are the rows of its tables, other lines its paragraphs."""
    body: list[str] = []
    in_table = False
    for line in text.splitlines():
        if ("\t" in line) != in_table:
            in_table = not in_table
            body.append("<table>" if in_table else "</table>")
        cells = [html.escape(cell) for cell in line.split("\t")]
        body.append(
            "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>" if in_table else f"<p>{cells[0]}</p>"
        )
    return f"<!DOCTYPE html><html><body>{''.join(body)}{'</table>' * in_table}</body></html>"
