"""What shows in which cell a value stands where its row has blanks: names, delimiters, tags, line ends, edges."""

from __future__ import annotations

import pytest
from attrs import frozen

import gidisc
from gidisc import Status

THREE = "三、收到和处理政府信息公开申请情况\n"
HEADS = (
    "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
    "未经复议直接起诉\n复议后起诉\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
)
RECEIVED = "一、本年新收政府信息公开申请数量"
BROUGHT = "二、上年结转政府信息公开申请数量"
GRANTED = "（一）予以公开"
SECRETS = "1.属于国家秘密"
PROHIBITED = "2.其他法律行政法规禁止公开"
FORWARD = "四、结转下年度继续办理"
TOTAL = "（七）总计"
REFUSED = "? ? ? ? ? ? ?"


@frozen
class Shown:
    """A text, and the cells of some of its rows: numbers, `.` where blank, `?` where refused."""

    idea: str
    text: str
    rows: dict[str, str]


def aligned(*rows: tuple[str, str], start: int = 40, step: int = 8) -> str:
    """Rows with their cells (`.` where blank) in columns, by display width."""
    lines = []
    for label, cells in rows:
        line = label
        for column, cell in enumerate(cells.split()):
            if cell != ".":
                width = sum(1 + (ord(character) > 0x2E7F) for character in line)
                line += " " * (start + step * column - width) + cell
        lines.append(line)
    return "\n".join(lines) + "\n"


FULL = ((RECEIVED, "10 2 3 4 5 6 30"), (GRANTED, "1 0 0 0 0 0 1"))


def spaced(*rows: tuple[str, str], space: str = " ") -> str:
    """Rows with a space before every cell (`.` where blank)."""
    return "".join(label + "".join(space + cell.strip(".") for cell in cells.split()) + "\n" for label, cells in rows)


ITEMS = (
    "二、主动公开政府信息情况\n信息内容 本年制发件数 本年废止件数 现行有效件数\n",
    (("规章", ". 4 ."), ("行政规范性文件", ". . 16")),
    "信息内容 本年处理决定数量\n",
    (("行政许可", "7"), ("行政处罚", "1"), ("行政强制", ".")),
)
ANSWERS = ((RECEIVED, "1 . . 2 . . 3"), (GRANTED, ". . . . . . ."), ("3.危及“三安全一稳定”", ". 5 . . . . 5"))


def all_spaced(answers: tuple[tuple[str, str], ...], fifteen: str, space: str = " ") -> str:
    """A report in which every cell is a space and what it says."""
    documents, rules, decisions, others = ITEMS
    return (
        documents
        + spaced(*rules, space=space)
        + decisions
        + spaced(*others, space=space)
        + THREE
        + spaced(*answers, space=space)
        + HEADS
        + spaced(("", fifteen), space=space)
    )


SPACES = (
    Shown(
        "as many spaces in every row as it has cells",
        all_spaced(ANSWERS, "1 . . . 1 . 2 . . 2 . . . . ."),
        {
            "rules": ". 4 .",
            "received": "1 . . 2 . . 3",
            "denied.security_and_stability": ". 5 . . . . 5",
            "reconsideration": "1 . . . 1",
            "litigation_direct": ". 2 . . 2",
        },
    ),
    Shown(
        "three spaces for every cell, and none before the first of a line",
        all_spaced(ANSWERS, "1 . . . 1 . 2 . . 2 . . . . .", "   ").replace("   1            1", "1            1"),
        {"received": "1 . . 2 . . 3", "reconsideration": "1 . . . 1", "litigation_direct": ". 2 . . 2"},
    ),
    Shown(
        "as many spaces, and line ends of two characters",
        all_spaced(ANSWERS, "1 . . . 1 . 2 . . 2 . . . . .").replace("\n", "\r\n"),
        {"rules": ". 4 .", "reconsideration": "1 . . . 1"},
    ),
    Shown(
        "a row with one space too few",
        all_spaced((*ANSWERS, (FORWARD, "1 . . . . 1")), "1 . . . 1 . 2 . . 2 . . . . ."),
        {"rules": "? ? ?", "received": REFUSED, "reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "two spaces of three before a value",
        all_spaced((*ANSWERS, (FORWARD, "1 . . . . . 1")), "1 . . . 1 . 2 . . 2 . . . . .", "   ").replace(
            "1" + 18 * " " + "1", "1" + 17 * " " + "1 "
        ),
        {"rules": "? ? ?", "received": REFUSED, "reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen cells that have other spaces than those of the rows",
        all_spaced(ANSWERS, "1 . . . 1 . 2 . . 2 . . . ."),
        {"rules": ". 4 .", "reconsideration": "? ? ? ? ?"},
    ),
    Shown("too few rows", THREE + spaced(*ANSWERS), {"received": REFUSED}),
)

EDGES = (
    Shown(
        "values that stand roughly in the middle of heads by one measure, and exactly by none",
        "\n".join(
            (
                "二、主动公开政府信息情况",
                "              第二十条第（一）项",
                "   信息内容     本年新制作数量  本年新公开数量  对外公开总数量",
                "    规章                             12",
                " 行政规范性文件          1",
                "              第二十条第（五）项",
                "   信息内容     上一年项目数量   本年增/减   处理决定数量",
                "   行政许可           2                 3",
                "其他对外管理服务事项                减5",
                "              第二十条第（六）项",
                "   信息内容     上一年项目数量   本年增/减   处理决定数量",
                "   行政处罚                             1",
                "   行政强制           1       -1        1",
                "              第二十条第（八）项",
                "   信息内容     上一年项目数量       本年增/减",
                " 行政事业性收费          5                +1",
                "              第二十条第（九）项",
                "   信息内容     采购项目数量     采购总金额（单位：万元）",
                "  政府集中采购          1              1.08",
                "",
            )
        ),
        {"rules": "? ? ?", "licensing": "? ? ?"},
    ),
    Shown(
        "a full row whose values stand to the left of the columns by one measure, which then says nothing of others",
        "二、主动公开政府信息情况\n第二十条第（一）项\n"
        "信息内容      本年制发件数    本年废止件数     现行有效件数\n"
        "规章                             350\n"
        " 行政规范性文件  18         5356      15\n"
        " 第二十条第（五）项\n 信息内容     本年处理决定数量\n行政许可      1\n"
        "第二十条第（六）项\n信息内容        本年处理决定数量\n行政处罚        7\n行政强制       2354\n"
        " 第二十条第（八）项\n 信息内容       本年收费金额（单位：万元）\n行政事业性收费     1316.08\n",
        {"rules": "? ? ?", "normative_documents": "18 5356 15"},
    ),
    Shown(
        "aligned columns that rows behind labels of different lengths prove",
        THREE + aligned(*FULL, (SECRETS, ". . 7 . . . 7"), (FORWARD, "2 . . . . 9 11")),
        {"denied.state_secrets": ". . 7 . . . 7", "carried_forward": "2 . . . . 9 11", "granted": "1 0 0 0 0 0 1"},
    ),
    Shown(
        "blanks that were dropped leave the first columns only",
        THREE + aligned(*FULL, (SECRETS, "7 7"), (FORWARD, "2 9 11")),
        {"denied.state_secrets": REFUSED, "carried_forward": REFUSED},
    ),
    Shown(
        "one label for all leaves no proof",
        THREE + f"{SECRETS} 1 2 3 4 5 6 21\n{SECRETS[:2]}属于国家秘密 1 2 3\n",
        {},
    ),
    Shown(
        "columns close to each other",
        THREE + aligned(*FULL, (SECRETS, ". . 7 . . . 7"), (FORWARD, "2 . . . . 9 11"), step=3),
        {"denied.state_secrets": ". . 7 . . . 7"},
    ),
    Shown(
        "columns close to each other, and a row of numbers near two of them, which makes all doubtful",
        THREE
        + aligned(*FULL, (SECRETS, ". . 7 . . . 7"), (FORWARD, "2 . . . . 9 11"), step=3)
        + aligned((PROHIBITED, ". . 5 . . . 5"), start=41, step=3),
        {"denied.state_secrets": REFUSED, "denied.prohibited_by_law": REFUSED},
    ),
    Shown(
        "a number between two columns",
        THREE
        + aligned(*FULL, (SECRETS, ". . 7 . . . 7"), (FORWARD, "2 . . . . 9 11"))
        + aligned((PROHIBITED, "5 . . . 5"), start=44),
        {"denied.prohibited_by_law": REFUSED},
    ),
    Shown(
        "a group that shifts the first of its rows",
        THREE
        + aligned((RECEIVED, "10 2 3 4 5 6 30"), (BROUGHT, ". . 7 . . . 7"), (GRANTED, "1 0 0 0 0 0 1"))
        + aligned(("（四）无法提供 1.本机关不掌握相关政府信息", ". 3 . . . 3"), start=52)
        + aligned(("2.没有现成信息需要另行制作", ". . . 5 . . 5")),
        {"brought_forward": ". . 7 . . . 7", "unavailable.not_held": REFUSED},
    ),
    Shown(
        "one full row and another behind a label of the same length are no proof",
        THREE + aligned(FULL[0], (BROUGHT, ". . 7 . . . 7")),
        {"brought_forward": REFUSED},
    ),
)

NAMED = (
    Shown(
        "values behind the names of their columns",
        THREE + f"{RECEIVED}：自然人 3，商业企业1，总计 4。\n{BROUGHT}：总计 2。\n",
        {"received": "3 1 . . . . 4", "brought_forward": ". . . . . . 2"},
    ),
    Shown(
        "the same name twice",
        THREE + f"{RECEIVED}：自然人 3，自然人 1。\n{BROUGHT}：自然人 1，总计 2。\n",
        {"received": REFUSED, "brought_forward": "1 . . . . . 2"},
    ),
    Shown(
        "one name is none",
        THREE + f"{RECEIVED} 总计 4\n{BROUGHT} 总计 2\n",
        {"received": REFUSED, "brought_forward": REFUSED},
    ),
)

DELIMITED = (
    Shown(
        "fields between commas, some of them in quotes",
        THREE + f'{RECEIVED},,"1,234",1,,,,"1,235"\n"{BROUGHT}",,2,,,,,2\n,{GRANTED},3,,,,,3\n',
        {"received": ". 1234 1 . . . 1235", "brought_forward": ". 2 . . . . 2", "granted": REFUSED},
    ),
    Shown(
        "thousands glued to each other are no fields",
        THREE + f"{RECEIVED}1,234,567,890\n{BROUGHT}1,234,567,890\n{GRANTED}2,345,678\n",
        {"received": REFUSED, "granted": REFUSED},
    ),
    Shown(
        "lists behind colons",
        THREE + f"{RECEIVED}：1、、2、、、、3\n{BROUGHT}：0、0、0、0、0、0、0。\n{GRANTED}：1,234\n",
        {"received": "1 . 2 . . . 3", "brought_forward": "0 0 0 0 0 0 0", "granted": REFUSED},
    ),
    Shown(
        "cells closed by bars on lines of their own",
        THREE + f"{RECEIVED} | 25 |\n|\n|\n|\n|\n| 25 |\n{BROUGHT} |\n|\n|\n|\n|\n|\n| 1 |\n"
        f"三、本年度办理结果 | {GRANTED} | 7 |\n"
        f"|\n|\n|\n|\n| 7 |\n| {SECRETS} |\n|\n|\n|\n|\n| 1 |\n{PROHIBITED} | 3 |\n|\n| 注 |\n",
        {
            "received": "25 . . . . . 25",
            "brought_forward": ". . . . . . 1",
            "granted": "7 . . . . . 7",
            "denied.state_secrets": REFUSED,
            "denied.prohibited_by_law": REFUSED,
        },
    ),
    Shown(
        "rows behind merged labels that have as many cells as the one row that shows its first",
        THREE + f"{RECEIVED} | 0 | | | | | | 9 |\n{BROUGHT} | | | | | | | 8 |\n"
        f"三、本年度办理结果 | {GRANTED} | | | | | | | 7 |\n| | {SECRETS} | | | | | 2 | | 6 |\n",
        {
            "received": "0 . . . . . 9",
            "brought_forward": ". . . . . . 8",
            "granted": ". . . . . . 7",
            "denied.state_secrets": ". . . . 2 . 6",
        },
    ),
    Shown(
        "rows of two kinds of which one begins elsewhere",
        THREE + f"{RECEIVED} | 0 | | | | | | 9 |\n{BROUGHT} | | 1 | | | | | | 7 |\n"
        f"三、本年度办理结果 | {GRANTED} | | | 6 | |\n",
        {"granted": REFUSED},
    ),
    Shown(
        "tags of a table",
        THREE + f"<table><tr><td>{RECEIVED}</td><td>1</td>\n<td>&nbsp;</td>" + "<td></td>" * 4 + "<td>1</td></tr>\n"
        f"<tr><th>{BROUGHT}</th>" + "<td><p>2</p></td>" * 7 + "</tr></table>\n",
        {"received": "1 . . . . . 1", "brought_forward": "2 2 2 2 2 2 2"},
    ),
    Shown(
        "a line that lost a separator among full ones of two kinds",
        THREE + f"{RECEIVED}\t\t1\t2\t3\t4\t5\t6\t7\n{GRANTED}\t\t1\t2\t3\t4\t5\t6\t7\n"
        f"\t{SECRETS}\t1\t2\t3\t4\t5\t6\t7\n\t{PROHIBITED}\t\t2\t\t3\t\t5\n{FORWARD}\t4\t\t\t\t\t4\t\n",
        {"denied.prohibited_by_law": REFUSED, "denied.state_secrets": "1 2 3 4 5 6 7"},
    ),
)

RAGGED = (
    Shown(
        "merged label cells left out, and a line that lost a separator",
        THREE + f"{RECEIVED}\t1\t2\t3\t4\t5\t6\t7\n{BROUGHT}\t\t2\t\t\t\t\t2\n"
        f"\t{SECRETS}\t1\t2\t3\t4\t5\t6\t7\n\t{PROHIBITED}\t\t2\t\t3\t\t5\n",
        {"brought_forward": ". 2 . . . . 2", "denied.prohibited_by_law": REFUSED},
    ),
    Shown(
        "no two lines alike",
        THREE + f"{RECEIVED}\t1\t2\t3\t4\t5\t6\t7\n\t{GRANTED}\t1\t2\t3\t4\t5\t6\t7\t\n{PROHIBITED}\t\t3\t\t\t\t\t\t\n",
        {"denied.prohibited_by_law": REFUSED},
    ),
    Shown(
        "a grid whose bars are doubled",
        THREE + "+------------------++--+--+--+--+--+--+--+\n|1.属于国家秘密    ||1 |2 |3 |4 |5 |6 |21|\n"
        "+------------------++--+--+--+--+--+--+--+\n",
        {"denied.state_secrets": "1 2 3 4 5 6 21"},
    ),
)

CROSSES = (
    Shown(
        "rules that cross in `+` and meet in bars",
        THREE
        + "+---------------------------------------------+\n"
        + "|                        |申请人情况          |\n"
        + "|                        |--------------------|\n"
        + "|（本列数据的勾稽关系）  |自然人等            |\n"
        + "|---------------------------------------------|\n"
        + "|一、本年新收政府        |1 |0 |3 |  |2 |4 |9 |\n"
        + "|信息公开申请数量        |  |  |  |  |  |  |  |\n"
        + "|------------------------+--+--+--+--+--+--+--|\n"
        + "|        |（一）予以公开 |1 |0 |  |3 |2 |4 |9 |\n"
        + "|办理结果|---------------+--+--+--+--+--+--+--|\n"
        + "|        |（七）总计     |1 |0 |3 |3 |2 |4 |9 |\n"
        + "+---------------------------------------------+\n",
        {"received": "1 0 3 . 2 4 9", "granted": "1 0 . 3 2 4 9", "outcomes_total": "1 0 3 3 2 4 9"},
    ),
    Shown(
        "a bar that goes on nowhere",
        "二、主动公开政府信息情况\n"
        + "+---------------------------------------------------------+\n"
        + "|第二十条第（一）项                                       |\n"
        + "|---------------------------------------------------------|\n"
        + "|信息内容      |本年制发件数  |本年废止件数  |现行有效件数|\n"
        + "|--------------+--------------+--------------+------------|\n"
        + "|规章          |1             |12            |            |\n"
        + "|--------------+--------------+--------------+------------|\n"
        + "|行政规范性文件|1   |         |12            |5           |\n"
        + "|---------------------------------------------------------|\n"
        + "|第二十条第（五）项                                       |\n"
        + "+---------------------------------------------------------+\n",
        {"rules": "? ? ?", "normative_documents": "? ? ?"},
    ),
)

RULED = (
    Shown(
        "a rule of short strokes below heads between bars",
        "四、政府信息公开行政复议、行政诉讼情况\n"
        + "| 行政复议 |"
        + " |" * 4
        + " 行政诉讼 |"
        + " |" * 9
        + "\n"
        + "| --- | -- | -- | -- | - |"
        + " - |" * 10
        + "\n"
        + "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |\n"
        + "|" * 5
        + " 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |" * 2
        + "\n"
        + "| 1 | 0 | 0 | 2 | 3 | 0 | 0 | 0 | 0 | 0 | 4 | 0 | 0 | 0 | 4 |\n五、存在的主要问题及改进情况\n无\n",
        {"reconsideration": "1 0 0 2 3", "litigation_after_reconsideration": "4 0 0 0 4"},
    ),
    Shown(
        "strokes that are marks, as no rule is",
        THREE + f"| {RECEIVED} | 1 | 0 | 0 | 2 | 3 | 0 | 6 |\n| {BROUGHT} | - | -- | - | - | - | - | -- |\n",
        {"brought_forward": "None None None None None None None"},
    ),
    Shown(
        "a sign that is escaped",
        "二、主动公开政府信息情况\n| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"
        "| 行政许可 | 9 | \\-7 | 3 |\n| 行政处罚 | 2 | \\+1 | 8 |\n",
        {"licensing": "9 -7 3", "penalties": "2 1 8"},
    ),
    Shown(
        "cells that are filled with low lines",
        THREE
        + f"|____{RECEIVED}|_1_|_0_|_3_|_0_|_2_|_4_|_10_|\n|____{BROUGHT}|_1_|___|_3_|___|___|_4_|__8_|\n"
        + f"|    |_{GRANTED}__|12_|_0_|_3_|_0_|_2_|_4_|_21_|\n",
        {"received": "1 0 3 0 2 4 10", "brought_forward": "1 . 3 . . 4 8", "granted": "12 0 3 0 2 4 21"},
    ),
)

NUMBERS_APART = (
    Shown(
        "list numbers whose marks stand on the next line",
        THREE + "（三）不予公开\n\n1\n、属于国家秘密\n\n0\n\n3\n\n1\n\n0\n\n0\n\n2\n\n6\n\n"
        "2\n、其他法律行政法规禁止公开\n\n1\n\n0\n\n0\n\n0\n\n0\n\n2\n\n3\n\n3\n、危及“三安全一稳定”\n\n" + "4\n\n" * 7,
        {"denied.state_secrets": "0 3 1 0 0 2 6", "denied.prohibited_by_law": "1 0 0 0 0 2 3"},
    ),
    Shown(
        "a value before a mark that lost its number",
        THREE
        + "（三）不予公开\n1、属于国家秘密\n0\n3\n1\n0\n0\n2\n6\n、其他法律行政法规禁止公开\n1\n0\n0\n0\n0\n2\n3\n",
        {"denied.state_secrets": "0 3 1 0 0 2 6", "denied.prohibited_by_law": "1 0 0 0 0 2 3"},
    ),
)

HEADS_BROKEN = (
    Shown(
        "a head that lost a character behind a stroke",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n上一年项目数量\n本年增/\n处理决定数量\n行政许可\n1\n0\n27\n"
        "其他对外管理服务事项\n16\n0\n8\n",
        {"licensing": "1 0 27", "other_services": "16 0 8"},
    ),
)

DISPUTES = (
    Shown(
        "fifteen cells on lines of their own, the first and others blank",
        HEADS + "\n2\n3\n4\n9\n1\n1\n\n\n2\n1\n\n\n1\n2\n五、存在的主要问题及改进情况\n无\n",
        {"reconsideration": ". 2 3 4 9", "litigation_direct": "1 1 . . 2"},
    ),
    Shown(
        "fifteen values of which one may be the rest of another",
        HEADS + "1 2 3 4 10 1 2 3 4 1\n0 1 2 3 4\n",
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "a row for each kind of case, with blanks",
        "四、政府信息公开行政复议、行政诉讼情况\n行政复议：1、、、、1\n行政诉讼\n未经复议直接起诉：0、0、0、0、0\n"
        "复议后起诉：、、3、、3\n五、存在的主要问题及改进情况\n无\n",
        {"reconsideration": "1 . . . 1", "litigation_after_reconsideration": ". . 3 . 3"},
    ),
    Shown(
        "a row for each kind of case, with names",
        "四、政府信息公开行政复议、行政诉讼情况\n行政复议：结果维持 1，总计 1。\n"
        "未经复议直接起诉：总计 0。\n复议后起诉：其他结果 3，总计 3。\n五、存在的主要问题及改进情况\n无\n",
        {"reconsideration": "1 . . . 1", "litigation_after_reconsideration": ". . 3 . 3"},
    ),
    Shown(
        "a row for each kind of case, one with too many values",
        "四、政府信息公开行政复议、行政诉讼情况\n结果维持 结果纠正 其他结果 尚未审结 总计\n行政复议 1 0 0 0 1 7\n"
        "未经复议直接起诉 0 0 0 0 0\n复议后起诉 0 0 3 0 3\n五、存在的主要问题及改进情况\n无\n",
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "a bare line of fifteen cells right behind the heading",
        "四、政府信息公开行政复议、行政诉讼情况\n| 1 | 0 | 0 | 0 | 1 |"
        + " 0 |" * 10
        + "\n\n五、存在的主要问题及改进情况\n无\n",
        {"reconsideration": "1 0 0 0 1"},
    ),
    Shown(
        "fifteen bars, one before the first cell and none behind the last, which is blank",
        HEADS.replace("\n", "\n|") + "1|" * 14 + "\n五、存在的主要问题及改进情况\n无\n",
        {"litigation_after_reconsideration": "1 1 1 1 ."},
    ),
    Shown(
        "fifteen bars, one behind each cell",
        HEADS + "1|" * 9 + "|" + "1|" * 5 + "\n五、存在的主要问题及改进情况\n无\n",
        {"reconsideration": "1 1 1 1 1", "litigation_direct": "1 1 1 1 ."},
    ),
    Shown(
        "fifteen bars, one before or behind",
        HEADS.replace("\n", "\t") + "\n" + "\t1" * 15 + "\n五、存在的主要问题及改进情况\n无\n",
        {"reconsideration": "1 1 1 1 1"},
    ),
)

ASTRAY = (
    Shown(
        "a text on one line of which blanks left nothing: no count of tabs tells a column",
        "\t".join((THREE.strip(), RECEIVED, *"1234567", BROUGHT, *"1236", SECRETS, *"1234567", FORWARD, *"1236"))
        + "\n",
        {"brought_forward": REFUSED, "received": "1 2 3 4 5 6 7"},
    ),
    Shown(
        "from a row with the values of two to a row without, each may have those of the next",
        THREE
        + "4.无正当理由大量反复申请\n1 2 3 4 5 6 21\n7 8 9 10 11 12 57\n5.要求行政机关确认或\n重新出具已获取信息\n"
        + "9 9 9 9 9 9 54\n（六）其他处理\n（七）总计 3 3 3 3 3 3 18\n",
        {"not_processed.confirmation": REFUSED, "other_outcomes": REFUSED, "outcomes_total": "3 3 3 3 3 3 18"},
    ),
    Shown(
        "from a row without values to one with those of two",
        THREE
        + "4.无正当理由大量反复申请\n5.要求行政机关确认或\n重新出具已获取信息\n"
        + "9 9 9 9 9 9 54\n（六）其他处理\n1 2 3 4 5 6 21\n7 8 9 10 11 12 57\n（七）总计 3 3 3 3 3 3 18\n",
        {"not_processed.confirmation": REFUSED, "not_processed.excessive": REFUSED, "outcomes_total": "3 3 3 3 3 3 18"},
    ),
    Shown(
        "values behind words behind a row, and a row without values",
        THREE
        + GRANTED
        + " 1 2 3 4 5 6 21\n页首\n7 8 9 1 2 3 30\n（二）部分公开\n4 4 4 4 4 4 24\n1.属于国家秘密\n"
        + PROHIBITED
        + " 3 3 3 3 3 3 18\n",
        {"granted": "1 2 3 4 5 6 21", "partially_granted": REFUSED, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "the number of another row between the values of a row",
        THREE + RECEIVED + "\n1\n2\n3\n4\n5\n6\n3.\n7\n" + BROUGHT + "\n1\n2\n3\n4\n5\n6\n7\n",
        {"received": REFUSED, "brought_forward": "1 2 3 4 5 6 7"},
    ),
    Shown(
        "a part of another row's label behind the values of a row, and more values behind that",
        THREE
        + BROUGHT
        + "\n1\n2\n3\n4\n5\n6\n7\n"
        + FORWARD
        + "\n0\n0\n0\n0\n1\n3\n1\n(四)无法 2、没有现成信息需要另行制\n提供\n4\n",
        {"carried_forward": REFUSED, "brought_forward": "1 2 3 4 5 6 7"},
    ),
    Shown(
        "values on lines of their own where most rows have theirs on one, and a row that is not full",
        THREE
        + RECEIVED
        + " 1 2 3 4 5 6 7\n"
        + GRANTED
        + " 1 2 3 4 5 6 7\n"
        + SECRETS
        + " 1 2 3 4 5 6 7\n"
        + PROHIBITED
        + " 1 2 3 4\n2.重复申请\n8\n7\n6\n5\n4\n3\n2\n（七）总计 1 2 3 4 5 6 7\n",
        {"not_processed.repeated": REFUSED, "outcomes_total": "1 2 3 4 5 6 7"},
    ),
    Shown(
        "a label around values on lines of their own, in a table whose values do not follow their labels",
        THREE
        + "1 1 1 1 1 1 6\n"
        + RECEIVED
        + "\n6.属于四类\n1\n2\n3\n4\n5\n6\n7\n过程性信息\n9 9 9 9 9 9 9\n"
        + FORWARD
        + "\n",
        {"denied.process_information": REFUSED},
    ),
    Shown(
        "page numbers at the ends of lines, each the next of the one before",
        THREE
        + " ".join((RECEIVED, "5 4 3 2 1 0 15", GRANTED, "1 2 3 6 — 1 —\n", SECRETS, "1 0 0 0 0 0 1", PROHIBITED))
        + " 2 1 1 4 — 2 —\n"
        + FORWARD
        + " 4 4 4 4 4 4 24\n",
        {"granted": REFUSED, "denied.prohibited_by_law": REFUSED, "carried_forward": "4 4 4 4 4 4 24"},
    ),
    Shown(
        "strokes around a number at the end of one line alone are cells",
        THREE + RECEIVED + " 5 4 3 2 — 1 —\n" + FORWARD + " 4 4 4 4 — 0 —\n",
        {"received": "5 4 3 2 None 1 None"},
    ),
    Shown(
        "two numbers without a space between, in aligned columns",
        THREE
        + aligned(*FULL, (SECRETS, ". . 7 . . . 7"), (FORWARD, "2 . . . . 9 11"))
        + aligned((PROHIBITED, "1 2 3 4 5 123456789012")),
        {"denied.prohibited_by_law": REFUSED},
    ),
    Shown(
        "a merged label before that of a row shifts it: full rows of its kind must show the columns",
        THREE
        + aligned(*FULL, (PROHIBITED, ". . 7 . . . 7"), (FORWARD, "2 . . . . 9 11"))
        + aligned(("（四）无法提供             1.本机关不掌握相关政府信息", "1 . 3 . . . 4"), start=56),
        {"unavailable.not_held": REFUSED},
    ),
    Shown(
        "a merged label before a label that begins where those of others do shifts nothing",
        THREE
        + aligned(*((f"               {label}", cells) for label, cells in FULL), start=60)
        + aligned(
            (f"               {PROHIBITED}", ". . 7 . . . 7"),
            ("（四）无法提供 1.本机关不掌握相关政府信息", ". 1 3 . . . 4"),
            (f"               {FORWARD}", "2 . . . . 9 11"),
            start=60,
        ),
        {"unavailable.not_held": ". 1 3 . . . 4", "denied.prohibited_by_law": ". . 7 . . . 7"},
    ),
)

SHARED = (
    Shown(
        "numbers above the heads of the table on disputes",
        "四、政府信息公开行政复议、行政诉讼情况\n"
        + "\t".join(map(str, range(1, 16)))
        + "\n"
        + HEADS.split("\n", 1)[1].replace("\n", "\t")
        + "\n"
        + "\t".join("987654321987654")
        + "\n五、存在的主要问题及改进情况\n无\n",
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "a row of bars broken before its last cells, under a head whose lines begin with bars",
        "四、政府信息公开行政复议、行政诉讼情况\n|行政复议 | | | | |行政诉讼 | | | | | | | | |\n"
        "|结果维持 |结果纠正 |其他结果 |尚未审结 |总计 |未经复议直接起诉 | | | |\n|复议后起诉 | | | |\n"
        "| | | | | |结果维持 |结果纠正 |其他结果 |尚未审结 |总计 |结果维持\n|结果纠正 |其他结果 |尚未审结 |总计\n"
        "|1 |2 |3 |4 |10 |1 |2 |3 |4 |10 |1 | |2 |\n|\n五、存在的主要问题及改进情况\n无\n",
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "cells on lines of their own: what stands for a blank one stands behind the last value, too",
        HEADS + "\n" + "1\n" * 11 + " \n2\n \n \n\n五、存在的主要问题及改进情况\n无\n",
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "cells on lines of their own behind bars, blank ones behind the last value, too",
        HEADS.replace("\n", "\n|") + "\n|" + "1\n|" * 11 + "\n |2\n|\n|\n五、存在的主要问题及改进情况\n无\n",
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "wide commas between cells, narrow ones in numbers",
        THREE
        + f"{RECEIVED}，1,200，，3，4，5，6，1,218\n{GRANTED}，1，2，3，4，5，6，21\n{SECRETS}，1，2，3，4，5，6，21\n",
        {"received": "1200 . 3 4 5 6 1218", "granted": "1 2 3 4 5 6 21"},
    ),
    Shown(
        "rows and cells of a table in other tags than those of a page",
        THREE
        + f"<table><row><cell>{RECEIVED}</cell><cell>1</cell><cell/>{'<cell>5</cell>' * 4}"
        + f"<cell>21</cell></row><row><cell>{GRANTED}</cell>{'<cell>1</cell>' * 7}</row></table>\n",
        {"received": "1 . 5 5 5 5 21", "granted": "1 1 1 1 1 1 1"},
    ),
)

COVERED = (("（三）不予公开", SECRETS), ("None", PROHIBITED), ("None", "3.危及“三安全一稳定”"))
CELLS = " 1 | 0 | | | 2 | 3 | 6 "
WRITTEN = (
    Shown(
        "rows as lists of a programming language, and one that numbers the columns",
        THREE
        + "[0, 1, 2, 3, 4, 5, 6, 7]\n"
        + f"['{RECEIVED}', '1,200', None, '3', '4', '5', '6', '1,218']\n['{GRANTED}', '', '', '', '', '', '2', '2']\n"
        + f'["{SECRETS}\\n", 7, nan, 0, 0, 0, 0, 7,]\n',
        {
            "received": "1200 . 3 4 5 6 1218",
            "granted": ". . . . . 2 2",
            "denied.state_secrets": "7 . 0 0 0 0 7",
        },
    ),
    Shown(
        "rows as lists in one list, an item a line",
        THREE
        + "[[\n"
        + "\n],\n[\n".join(
            ",\n".join((f'  "{label}"', *(f'  "{cell}"' for cell in cells)))
            for label, cells in ((RECEIVED, "1234567"), (GRANTED, ("", "", *"34567")), (SECRETS, "7654321"))
        )
        + "\n]]\n",
        {"received": "1 2 3 4 5 6 7", "granted": ". . 3 4 5 6 7", "denied.state_secrets": "7 6 5 4 3 2 1"},
    ),
    Shown(
        "labels cut at the edges of their cells",
        "二、主动公开政府信息情况\n|信息内容|本年制发件数|本年废止件数|现行有效件数|\n|规章____|1_|2_|3|\n|行政规范性\ufffd|4_|5_|6|\n"
        + THREE
        + f"|一、本年新收政府信息公\ufffd|1|2|3|4|5|6|21|\n|{BROUGHT}|0|0|0|0|0|0|0|\n|{GRANTED}|1|0|0|0|0|0|1|\n"
        + "|（三）不予公开|1.属于国家|2|0|0|0|0|0|2|\n||2.其他法律行政|3|0|0|0|0|0|3|\n||3.危及“三安全|4|0|0|0|0|0|4|\n"
        + "|（六）其他处理|1.申请人|5|0|0|0|0|0|5|\n||2.申请人|6|0|0|0|0|0|6|\n|四、结转下年度|7|0|0|0|0|0|7|\n"
        "四、政府信息公开行政复议、行政诉讼情况\n",
        {
            "normative_documents": "4 5 6",
            "received": "1 2 3 4 5 6 21",
            "denied.state_secrets": "2 0 0 0 0 0 2",
            "denied.prohibited_by_law": "3 0 0 0 0 0 3",
            "denied.security_and_stability": "4 0 0 0 0 0 4",
            "other_outcomes.fee_not_paid_in_time": "6 0 0 0 0 0 6",
            "carried_forward": "7 0 0 0 0 0 7",
        },
    ),
    Shown(
        "labels cut before a sign",
        THREE
        + "一、本年新收政府信 …  1  2  3  4  5  6  21\n"
        + f"{BROUGHT}  0  0  0  0  0  0  0\n{GRANTED}  1  0  0  0  0  0  1\n"
        + "（七）总计  1  1  1  1  1  1  6\n",
        {"received": "1 2 3 4 5 6 21", "outcomes_total": "1 1 1 1 1 1 6"},
    ),
    Shown(
        "a label of which two rows have what is left of it",
        THREE
        + f"{RECEIVED} | 1 | 2 | 3 | 4 | 5 | 6 | 21\n（六）其他处理 | 申请人… | 5 | 0 | 0 | 0 | 0 | 0 | 5\n"
        + f"{FORWARD} | 1 | 2 | 3 | 4 | 5 | 6 | 21\n",
        {"other_outcomes.not_corrected_in_time": "", "carried_forward": "1 2 3 4 5 6 21"},
    ),
    Shown(
        "rules over columns so narrow that two strokes rule them",
        "二、主动公开政府信息情况\n\n  ------------ ------------------ -- --\n  第二十条第（五）项\n"
        "  信息内容     本年处理决定数量\n  行政许可     5\n  ------------ ------------------ -- --\n\n" + THREE + "\n"
        "  -------------------------------------- -- -- -- -- -- -- ----\n"
        + "".join(f"  {label}  — — — — — 5 5\n" for label in (RECEIVED, BROUGHT, FORWARD))
        + "  -------------------------------------- -- -- -- -- -- -- ----\n",
        {
            "licensing": "5",
            "received": "None None None None None 5 5",
            "carried_forward": "None None None None None 5 5",
        },
    ),
    Shown(
        "heads that are told apart by numbers",
        "二、主动公开政府信息情况\n| ('第二十条第（八）项', '信息内容') | ('第二十条第（八）项', '上一年项目数量') "
        "| ('第二十条第（八）项', '本年增/减') | ('第二十条第（八）项', '本年增/减.1') |\n"
        "| 行政事业性收费 | 5 | -389 | -389 |\n"
        + THREE
        + "| 项 | 项.1 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 | 总计.1 |\n"
        + "".join(f"| {label} | {label} | 1 | 2 | nan | 3 | 4 | 5 | 15 |\n" for label in (RECEIVED, BROUGHT, FORWARD)),
        {"fees": "5 -389", "received": "1 2 None 3 4 5 15", "carried_forward": "1 2 None 3 4 5 15"},
    ),
    Shown(
        "the sign of a number on the line before it",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量\n"
        "行政许可 | 4583 | 减\n3534 | 1619\n其他对外管理服务事项 | 1 | 增 5 | 8\n",
        {"licensing": "4583 -3534 1619", "other_services": "1 5 8"},
    ),
    Shown(
        "what programs write for the places that a merged cell covers, and for blank cells",
        THREE
        + f"{RECEIVED} | None | None | 1 | 2 | 3 | 4 | None | 6 | 16\n"
        + f"三、本年度办理结果 | {GRANTED} | None | 1 | 0 | 0 | 0 | 0 | 0 | 1\n"
        + "".join(f"None | {lead} | {label} | 1 | None | 0 | 0 | 0 | 0 | 1\n" for lead, label in COVERED)
        + f"{FORWARD} | None | None | 0 | 0 | 0 | 0 | 0 | 0 | 0\n",
        {
            "received": "1 2 3 4 . 6 16",
            "granted": "1 0 0 0 0 0 1",
            "denied.prohibited_by_law": "1 . 0 0 0 0 1",
            "carried_forward": "0 0 0 0 0 0 0",
        },
    ),
    Shown(
        "two rows as lists say nothing",
        THREE + f"['{RECEIVED}', 1, 2, 3, 4, 5, 6, 7]\n['{GRANTED}', 1, 2]\n",
        {"granted": REFUSED},
    ),
    Shown(
        "a grid without rules between its rows",
        THREE
        + "+----+----+\n"
        + "".join(f"| {label} |{CELLS}|\n" for label in (RECEIVED, BROUGHT, GRANTED, SECRETS, PROHIBITED, FORWARD))
        + "+----+----+\n",
        {"received": "1 0 . . 2 3 6", "carried_forward": "1 0 . . 2 3 6"},
    ),
    Shown(
        "a grid without rules between its rows, in box characters",
        THREE
        + "┌────┬────┐\n"
        + "".join(
            f"│ {label} │{CELLS}│\n" for label in (RECEIVED, BROUGHT, GRANTED, SECRETS, PROHIBITED, FORWARD)
        ).replace("|", "│")
        + "└────┴────┘\n",
        {"received": "1 0 . . 2 3 6", "carried_forward": "1 0 . . 2 3 6"},
    ),
    Shown(
        "a grid with rules between its rows, and numbers broken in its cells",
        THREE
        + "+--+--+--+--+--+--+--+--+\n|一、本年新收政府信|10|20|30|40|50|60|21|\n"
        + "|息公开申请数|3|4|5|6|7|8|0|\n|量|1|1|1|1|1|1|9|\n"
        + "+--+--+--+--+--+--+--+--+\n",
        {"received": REFUSED},
    ),
    Shown(
        "rows parted by a bar and a stroke, a cell a line",
        THREE + "".join(f"|-\n| {label}\n" + "| 0\n" * 6 + "| 5\n" for label in (RECEIVED, BROUGHT, FORWARD)) + "|}\n",
        {"received": "0 0 0 0 0 0 5", "carried_forward": "0 0 0 0 0 0 5"},
    ),
)

TEN = "".join(f"{label}\t1\t\t3\t4\t5\t6\t19\n" for label in (RECEIVED, BROUGHT, GRANTED, SECRETS, FORWARD))


def listing(text: str, first: int, after: str) -> str:
    """A text with the number of each line before it."""
    return "".join(f"{number}{after}{line}\n" for number, line in enumerate(text.splitlines(), first))


PROSE = "一、总体情况\n" + "全年无新增事项。\n" * 9
REPEATED = (
    Shown(
        "merged labels repeated for each cell that they cover",
        THREE
        + "".join(f"{label} {label} {label} 1 2 3 4 5 6 21\n" for label in (RECEIVED, BROUGHT))
        + f"三、本年度办理结果 {GRANTED} {GRANTED} 1 0 0 0 0 0 1\n"
        + f"三、本年度办理结果 （三）不予公开 {SECRETS} {SECRETS} 1 0 0 0 0 0 1\n"
        + f"{FORWARD} {FORWARD} {FORWARD} 3 3 3 3 3 3 18\n",
        {
            "received": "1 2 3 4 5 6 21",
            "brought_forward": "1 2 3 4 5 6 21",
            "granted": "1 0 0 0 0 0 1",
            "denied.state_secrets": "1 0 0 0 0 0 1",
            "carried_forward": "3 3 3 3 3 3 18",
        },
    ),
    Shown(
        "a label that ends with the name of a column, repeated on lines of their own",
        THREE
        + "\n".join((RECEIVED, RECEIVED, *"1234565", BROUGHT, BROUGHT, *"7654321"))
        + "\n"
        + "\n".join(("三、本年度办理结果", TOTAL, TOTAL, *"1000001", FORWARD, FORWARD, *"3333337"))
        + "\n",
        {"received": "1 2 3 4 5 6 5", "outcomes_total": "1 0 0 0 0 0 1", "carried_forward": "3 3 3 3 3 3 7"},
    ),
)
NUMBERED = (
    Shown(
        "numbered lines",
        listing(PROSE + THREE + TEN, 1, "\t"),
        {"received": "1 . 3 4 5 6 19", "carried_forward": "1 . 3 4 5 6 19"},
    ),
    Shown(
        "lines numbered with colons, with an empty line between them",
        listing(PROSE + THREE + TEN, 31, ": ").replace("\n36:", "\n\n36:"),
        {"received": "1 . 3 4 5 6 19", "carried_forward": "1 . 3 4 5 6 19"},
    ),
    Shown(
        "frames with numbers of rows and columns, one of them short",
        "三、收到和处理政府信息公开申请情况\n\n,0,1,2,3,4,5,6,7\n"
        + listing(
            "项,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计\n" * 9 + TEN.replace("\t", ","), 0, ","
        )
        + "四、政府信息公开行政复议、行政诉讼情况\n\n,"
        + ",".join(map(str, range(15)))
        + "\n"
        + listing(HEADS.split("\n", 1)[1].replace("\n", ",") + "\n" + ",".join("98765432198765") + ",\n", 0, ",")
        + "五、存在的主要问题及改进情况\n无\n",
        {"received": "1 . 3 4 5 6 19", "reconsideration": "9 8 7 6 5", "litigation_after_reconsideration": "8 7 6 5 ."},
    ),
    Shown(
        "numbers one a line count nothing",
        THREE
        + f"{RECEIVED}\n"
        + "".join(f"{number}\n" for number in range(1, 8))
        + f"{BROUGHT}\n8\n9\n10\n11\n12\n13\n14\n",
        {"received": "1 2 3 4 5 6 7", "brought_forward": "8 9 10 11 12 13 14"},
    ),
)


def cells(report: gidisc.Report, row: str) -> str:
    shown = [cell for cell in gidisc.cells(report) if cell.row == row]
    return " ".join(
        "?" if cell.status is Status.REFUSED else "." if cell.status is Status.BLANK else str(cell.value)
        for cell in shown
    )


@pytest.mark.parametrize(
    "shown",
    [
        *SPACES,
        *EDGES,
        *NAMED,
        *DELIMITED,
        *RAGGED,
        *CROSSES,
        *RULED,
        *NUMBERS_APART,
        *HEADS_BROKEN,
        *DISPUTES,
        *ASTRAY,
        *SHARED,
        *WRITTEN,
        *NUMBERED,
        *REPEATED,
    ],
    ids=lambda shown: shown.idea,
)
def test_which_cell(shown: Shown) -> None:
    report = gidisc.parse(shown.text)
    assert {row: cells(report, row) for row in shown.rows} == shown.rows
