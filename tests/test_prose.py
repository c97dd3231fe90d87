"""Lines of prose put together again: where the text shows that a line goes on, and where it shows that it does not."""

from __future__ import annotations

import pytest
from attrs import frozen

import gidisc
from gidisc.strategies.judge import gaps

ONE = "一、总体情况\n"
FIVE = "五、存在的主要问题及改进情况"


@frozen
class Broken:
    """Prose as a text prints it, and its paragraphs."""

    idea: str
    lines: str
    paragraphs: tuple[str, ...]


def at_width(width: int, *paragraphs: str) -> str:
    """Paragraphs cut after so many characters."""
    return "\n".join(text[at : at + width] for text in paragraphs for at in range(0, len(text), width))


LONG = "本单位围绕群众关心的事项推进公开工作，按月核对目录，发现缺漏当天补上，并把解读材料与文件一起送审"
DIGITS = "全年在门户网站发布各类信息2319条，其中政策文件1064条，解读材料118篇，比上一年多出2026条，都已按时公开"

BROKEN = (
    Broken(
        "a first line that is shorter, for it was printed behind a space of two characters",
        "本单位围绕群众关心的事项推进\n公开工作，按月核对目录，发现缺漏\n当天补上，并把解读材料与文件一起\n"
        "送审。\n本年度没有因信息公开被追究责\n任的情况。",
        (
            "本单位围绕群众关心的事项推进公开工作，按月核对目录，发现缺漏当天补上，并把解读材料与文件一起送审。",
            "本年度没有因信息公开被追究责任的情况。",
        ),
    ),
    Broken(
        "lines cut after so many characters, however wide those are",
        at_width(20, f"{DIGITS}。", f"{LONG}。", f"{DIGITS}，{LONG}。"),
        (f"{DIGITS}。", f"{LONG}。", f"{DIGITS}，{LONG}。"),
    ),
    Broken(
        "a full line that ends a sentence before one that begins with a numeral",
        "本单位围绕群众关心的事项推进公开\n工作，按月核对目录，把材料送审。\n（一）发现缺漏当天补上，并把解读\n材料与文件一起送审。",
        (
            "本单位围绕群众关心的事项推进公开工作，按月核对目录，把材料送审。",
            "（一）发现缺漏当天补上，并把解读材料与文件一起送审。",
        ),
    ),
    Broken(
        "a point that follows the one before it inside a paragraph",
        "下一步改进：一是按月核对目录，发\n现缺漏当天补上。二是把材料送审。\n三是请群众评价，并在服务大厅设置\n意见箱。",
        ("下一步改进：一是按月核对目录，发现缺漏当天补上。二是把材料送审。三是请群众评价，并在服务大厅设置意见箱。",),
    ),
    Broken(
        "points that are paragraphs",
        "一是按月核对目录，发现缺漏当天补\n上，把解读的材料与文件一起送审。\n二是请群众评价，并在服务大厅设置\n意见箱。",
        (
            "一是按月核对目录，发现缺漏当天补上，把解读的材料与文件一起送审。",
            "二是请群众评价，并在服务大厅设置意见箱。",
        ),
    ),
    Broken(
        "numbers on lines of their own, and what closes a sentence",
        "2024\n年，我镇推进公开工作，其中行政许可\n10 件、行政处罚 3\n件，公开率达到100\n%。\n群众满意\n。",
        ("2024年，我镇推进公开工作，其中行政许可10 件、行政处罚 3件，公开率达到100%。", "群众满意。"),
    ),
    Broken(
        "a heading before a number that counts",
        "主动公开情况\n12 件文件已经公开。",
        ("主动公开情况", "12 件文件已经公开。"),
    ),
    Broken(
        "short lines that meet no margin", "加强领导\n落实责任。\n按期公开。", ("加强领导", "落实责任。", "按期公开。")
    ),
)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.idea)
def test_paragraphs(broken: Broken) -> None:
    report = gidisc.parse(f"{ONE}{broken.lines}\n{FIVE}\n无。\n")
    section = report.section(1)
    assert section is not None
    assert tuple(section.text.splitlines()) == broken.paragraphs
    assert gaps(report) == []


def test_paragraphs_of_joined_lines_stand_apart_by_white_space() -> None:
    prose = (
        "2024 年，我镇推进公开工作。 （一）主动公开情况 全年公开信息 12 条。 （二）处理 3 件 "
        "一是按期答复；二是请人评价。 2.平台建设。网站开设专栏。"
    )
    report = gidisc.parse(f"一、总体情况 {prose} {FIVE} 公开不够及时，下一年将继续改进，按月核对目录。")
    section = report.section(1)
    assert section is not None
    assert section.text.splitlines() == [
        "2024 年，我镇推进公开工作。",
        "（一）主动公开情况",
        "全年公开信息 12 条。",
        "（二）处理 3 件",
        "一是按期答复；二是请人评价。",
        "2.平台建设。网站开设专栏。",
    ]
    assert gaps(report) == []


def test_a_line_of_its_own_keeps_its_white_space() -> None:
    report = gidisc.parse(f"{ONE}我镇推进公开工作。 全年公开信息 12 条。 一是按期答复；二是请人评价。\n{FIVE}\n无。\n")
    section = report.section(1)
    assert section is not None
    assert section.text == "我镇推进公开工作。 全年公开信息 12 条。 一是按期答复；二是请人评价。"
