"""Texts that were damaged so that a row reads well by itself: what the rest of the text shows makes it doubtful."""

from __future__ import annotations

import pytest
from attrs import frozen

import gidisc
from gidisc import Status

THREE = "三、收到和处理政府信息公开申请情况\n"
FOUR = "四、政府信息公开行政复议、行政诉讼情况\n"
FIVE = "五、存在的主要问题及改进情况\n无\n"
RESULTS = "结果维持 结果纠正 其他结果 尚未审结 总计"
RECEIVED = "一、本年新收政府信息公开申请数量"
BROUGHT = "二、上年结转政府信息公开申请数量"
GRANTED = "（一）予以公开"
PARTIALLY = "（二）部分公开"
SECRETS = "1.属于国家秘密"
PROHIBITED = "2.其他法律行政法规禁止公开"
STABILITY = "3.危及“三安全一稳定”"
THIRD = "4.保护第三方合法权益"
MORE = [
    "5.属于三类内部事务信息",
    "6.属于四类过程性信息",
    "7.属于行政执法案卷",
    "8.属于行政查询事项",
    "1.本机关不掌握相关政府信息",
]
REPEATED = "2.重复申请"
PUBLICATIONS = "3.要求提供公开出版物"
FORWARD = "四、结转下年度继续办理"
OTHERS = [
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.其他",
]
MANY = [RECEIVED, BROUGHT, GRANTED, PARTIALLY, SECRETS, PROHIBITED, STABILITY, THIRD, *MORE]
REFUSED = "? ? ? ? ? ? ?"
APART = "\t\t"
RULE_OF_TEN = "+----------" * 10 + "+\n"
FULL = "1 2 3 4 5 6 21"
HEAD = "\n".join(
    [
        "行政复议\n行政诉讼",
        RESULTS.replace(" ", "\n"),
        "未经复议直接起诉\n复议后起诉",
        RESULTS.replace(" ", "\n"),
        RESULTS.replace(" ", "\n") + "\n",
    ]
)


@frozen
class Shown:
    """A text, and the cells of some of its rows: what is read, `.` where blank, `?` where refused, `x` where absent."""

    idea: str
    text: str
    rows: dict[str, str]


def below(label: str, cells: str = FULL, blank: str = "") -> str:
    """A label, and its cells (`.` where blank) on a line each."""
    return "\n".join([label, *(blank if cell == "." else cell for cell in cells.split())]) + "\n"


def beside(label: str, cells: str = FULL, sign: str = "\t") -> str:
    """A label, and its cells (`.` where blank) behind separators on its line."""
    return sign.join([label, *("" if cell == "." else cell for cell in cells.split())]) + "\n"


def barred(label: str, cells: str = FULL) -> str:
    """A label, and its cells (`.` where blank) on a line each, each closed by a bar."""
    return below(f"{label} |", " ".join(f"{cell}_|" for cell in cells.split())).replace("._|", " |").replace("_", " ")


def cut(*cells: str) -> str:
    """Two labels and values between bars, in columns, on lines that are cut at 40 characters."""
    line = " | ".join([*(f"{label:36}" for label in cells[:2]), *(f"{value:12}" for value in cells[2:])])
    return "".join(f" {line}"[at : at + 40] + "\n" for at in range(0, len(line) + 1, 40))


def drawn(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def ruled(*rows: tuple[str, str]) -> str:
    """A grid with a rule between its rows, cells blank where `.`."""
    rule = "+" + "-" * 40 + "+----" * 7 + "+\n"
    lines = (
        "|" + label + " " * (40 - 2 * len(label)) + "".join(f"|{cell.strip('.'):4}" for cell in cells.split()) + "|\n"
        for label, cells in rows
    )
    return rule + rule.join(lines) + rule


def led(label: str, cells: str = FULL) -> str:
    """A label, and its cells (`.` where blank) on lines that begin with a tab each."""
    return "".join(f"\t{cell.strip('.')}\n" for cell in (label, *cells.split()))


def in_tags(label: str, cells: str) -> str:
    """A row of a page: a label, and its cells (`.` where blank) in tags on a line each."""
    cells_in_tags = "".join(f"<td>{cell.strip('.')}</td>\n" for cell in (label, *cells.split()))
    return f"<tr>\n{cells_in_tags}</tr>\n"


BEGUN_ABOVE = (
    "".join(beside(f"|{label}", sign="|") for label in MANY[:4])
    + beside(f"|{STABILITY}", "531 9 15 5,978 89,971 9 463", sign="|")
    + beside("|", ". 122,22 . . . . 130,20", sign="|")
    + beside(f"|{THIRD}", "506 5 421 8 490 6,555 5", sign="|")
)
"""Rows of which one has its first numbers on the line above that of its label."""


UNLIKE_OTHERS = (
    Shown(
        "a year whose digits stand apart, and as many numbers as cells",
        f"2 0 2 3 年公开信息。\n{THREE}{RECEIVED} 5 7 6  5 9 9  7 1\n{BROUGHT} 1  9  6  3  1 2 4\n"
        f"{GRANTED} 8  0  3  7  2  5  25\n",
        {"received": REFUSED, "brought_forward": REFUSED, "granted": "8 0 3 7 2 5 25"},
    ),
    Shown(
        "white space that is written by its number",
        THREE + f"{RECEIVED}\t\\xa0\t2\t3\t\\u3000\t5\t6\t16\n" + beside(BROUGHT) + beside(GRANTED),
        {"received": ". 2 3 . 5 6 16", "brought_forward": FULL},
    ),
    Shown(
        "numbers beside a label and below it, and a full row below a label of two lines, where blanks leave no trace",
        f"{THREE}{RECEIVED} {FULL}\n{BROUGHT} {FULL}\n{SECRETS} 9 24\n8 32 27\n2.其他法律行政法\n规禁止公开\n0 0\n"
        f"3.危及“三安全一\n稳定”\n26\n4.保护第三方合法\n权益\n{FULL}\n{MORE[0]} 0 31\n",
        {"received": FULL, "denied.third_party_rights": REFUSED},
    ),
    Shown(
        "two lines of a kind that both have a separator too many, as the lines of other kinds show",
        THREE
        + "".join(beside(label, ". . . . . . 5") for label in MANY[:2])
        + beside(GRANTED, ". . . . 4 . . 9")
        + "".join(beside(label, ". . . . . . . 7") for label in (PARTIALLY, MANY[6]))
        + "".join(beside(label, ". . . . . . 3") for label in (SECRETS, PROHIBITED, *MANY[7:])),
        {"granted": REFUSED, "received": ". . . . . . 5"},
    ),
    Shown(
        "a full row with more separators than rows of more columns",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n"
        + beside("行政许可", "5 . 2")
        + beside("其他对外管理服务事项", "1 2 1")
        + "第二十条第（六）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n"
        + beside("行政处罚", "5 3 2")
        + beside("行政强制", "1 . . 1")
        + "第二十条第（九）项\n信息内容\n采购项目数量\n采购总金额\n"
        + beside("政府集中采购", "3 3 . ."),
        {"procurement": "? ?", "penalties": "5 3 2"},
    ),
    Shown(
        "the longer of two full rows of a kind, where another has blanks",
        "二、主动公开政府信息情况\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n"
        + beside("规章", "1 5 5")
        + beside("行政规范性文件", "12 12 129 .")
        + "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\t\n",
        {"rules": "1 5 5", "normative_documents": "? ? ?"},
    ),
    Shown(
        "a head that repeats a column by mistake, and a row with as many cells, unlike others below it",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\t处理决定数量\n"
        + beside("行政许可", "12 12 - -")
        + beside("其他对外管理服务事项", "5 1 -")
        + "第二十条第（六）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n"
        + beside("行政处罚", "2 - -")
        + beside("行政强制", "- - 5"),
        {"licensing": "? ? ?", "compulsion": "None None 5"},
    ),
    Shown(
        "a number whose decimals went to the next line",
        "二、主动公开政府信息情况\n第二十条第（九）项\n信息内容  采购项目数量  采购总金额\n政府集中采购\n436\n.0001\n",
        {"procurement": "? ?"},
    ),
    Shown(
        "a list that lost its signs, so that the commas of its numbers are left",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n"
        "行政许可：1,336、减15、1\n其他对外管理服务事项：7308,43522,710\n"
        "第二十条第（六）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n行政处罚：49、66、531,670\n",
        {"licensing": "1336 -15 1", "other_services": "? ? ?", "penalties": "49 66 531670"},
    ),
    Shown(
        "a number with thousands at which the text breaks off",
        f"{THREE}{RECEIVED}：自然人 6,818，总计 6,818。\n{BROUGHT}：自然人 6,818，总计 374,",
        {"received": "6818 . . . . . 6818", "brought_forward": "6818 . . . . . None"},
    ),
    Shown(
        "a row under no head beside one with a blank cell",
        "二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t\t3\n规范性文件\t1\t2\t3\n"
        "第二十条第（五）项\n行政许可\t\n第二十条第（六）项\n行政处罚\t\n",
        {"rules": "1 . 3", "normative_documents": "1 2 3", "licensing": "x", "penalties": "x"},
    ),
    Shown(
        "a number that an invisible character breaks, in a row with blank cells",
        THREE + "".join(beside(label) for label in MANY[:4]) + f"{SECRETS}\t\t\t\t4\u200b79\t\t\t\n",
        {"brought_forward": FULL, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "as many values as cells and a blank one among them, in a table whose other rows are full",
        "二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t\t3\n"
        + THREE
        + "".join(beside(label) for label in MANY[:4])
        + beside(SECRETS, "1 2 . 3 4 5 6 21"),
        {"brought_forward": FULL, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "a gap as wide as a blank cell in a row with as many values as cells, where others have none: one is a part",
        THREE
        + "".join(beside(label, sign=" ") for label in MANY[:2])
        + "".join(beside(label, sign="  ") for label in MANY[2:4])
        + f"{SECRETS} 3 3   3 3 1 1 3\n"
        + beside(REPEATED, "1 2", sign=" "),
        {"denied.state_secrets": REFUSED, "brought_forward": FULL},
    ),
    Shown(
        "values close to each other in a row of the text whose like stand apart, though others fell into parts",
        "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容  本年制发件数  本年废止件数  现行有效件数\n"
        "规章  4  5  6\n行政规范性文件  7  3 0\n"
        + THREE
        + "".join(beside(label, sign="  ") for label in MANY[:3])
        + "".join(beside(label, "4 5 6 7 8 9 3 4 5", sign=" ") for label in MANY[3:5])
        + beside(REPEATED, "7 7", sign="  "),
        {"rules": "4 5 6", "normative_documents": "? ? ?"},
    ),
    Shown(
        "a stray dash before the next label makes a row of six look full, but for the gap of its blank cell",
        THREE + below(RECEIVED) + below(BROUGHT) + below(GRANTED, "12 1 3 12 . 12 40") + "—" + below(PARTIALLY),
        {"granted": REFUSED, "brought_forward": FULL},
    ),
    Shown(
        "the same where the blank cell is the first",
        THREE + "".join(map(below, MANY)) + below(REPEATED, ". 1 3 12 5 12 40") + "—\n" + below(PUBLICATIONS, "1 2"),
        {"not_processed.repeated": REFUSED, "brought_forward": FULL},
    ),
    Shown(
        "the same where the blank cell is the last",
        THREE + below(RECEIVED) + below(BROUGHT) + below(GRANTED, "12 1 3 12 5 12") + "—" + below(PARTIALLY, "1 2"),
        {"granted": REFUSED, "brought_forward": FULL},
    ),
    Shown(
        "a single space in a row whose like has two",
        THREE
        + beside(RECEIVED, sign="  ")
        + beside(BROUGHT, sign="  ")
        + beside(GRANTED, "4 5 6 7 8 30", sign="  ").replace("30", "3 0")
        + beside(PARTIALLY, "7 7", sign="  "),
        {"granted": REFUSED, "brought_forward": FULL},
    ),
    Shown(
        "numbers with words of a page between them are of one row",
        THREE + below(RECEIVED, "1 2 3").rstrip() + "\n— 7 —\n4\n5\n6\n21\n" + below(BROUGHT) + below(GRANTED, "1 2"),
        {"received": FULL, "brought_forward": FULL},
    ),
    Shown(
        "the number of a page between cells on lines of their own is no cell",
        THREE
        + "".join(barred(label) for label in MANY[:4])
        + barred(SECRETS, ". . 3 4 . 6 13").replace(" |\n |\n3", " |\n— 1 —\n |\n3")
        + "".join(barred(label, "1 . . 4 . . 5") for label in MANY[5:9]),
        {"denied.state_secrets": ". . 3 4 . 6 13", "denied.prohibited_by_law": "1 . . 4 . . 5"},
    ),
    Shown(
        "an empty line beside the number of a page may be that of a blank cell",
        THREE
        + below(RECEIVED, "1 2 3 4004 5 6 21").replace("\n3\n", "\n3\n\n7\n\f\n")
        + "".join(map(below, MANY[1:9]))
        + below(REPEATED, "1 2"),
        {"received": REFUSED, "brought_forward": FULL},
    ),
    Shown(
        "a row that lacks a value, and one behind the table: rows between may have got those of the one above",
        THREE
        + "".join(map(below, MANY[:3]))
        + below(PARTIALLY, "1 2 3 4 5 6")
        + below(FORWARD)
        + FOUR
        + "8\n"
        + HEAD
        + "".join(f"{n}\n" for n in range(1, 16))
        + FIVE,
        {"carried_forward": REFUSED, "granted": FULL},
    ),
    Shown(
        "a label behind the number of the next, whose own label has none",
        THREE + below(RECEIVED) + "7.属于行\n1 2 3 4 5 6 21\n8.属于行\n政执法案卷\n7 6 5 4 3 2 27\n政查询事项\n",
        {"denied.enforcement_files": REFUSED, "received": FULL},
    ),
    Shown(
        "a label in two rows of a drawn grid",
        THREE + ruled((RECEIVED, FULL), ("2.其他法律行政", FULL), ("法规禁止公开", ". . . . . . .")),
        {"denied.prohibited_by_law": REFUSED, "received": FULL},
    ),
    Shown(
        "numbers split in another table",
        "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"
        "规章 900  4 91\n行政规范性文件  306\n"
        + THREE
        + beside(RECEIVED, "1 2 3 4 5 6 2 1", sign=" ")
        + beside(BROUGHT, "1 2 3", sign=" "),
        {"rules": "? ? ?", "received": REFUSED},
    ),
    Shown(
        "a row of disputes with a blank cell and a number of two parts",
        FOUR
        + HEAD
        + "行政复议：1、2、3、4、10\n未经复议直接起诉：1、2、3、4、10\n复议后起诉：1、、2、3、4\n5\n"
        + FIVE,
        {"litigation_after_reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "commas lost among numbers with thousands, where half of the rows have values too many",
        THREE
        + "".join(beside(label, "1 234 5 6 7 8 9 21", sign=",") for label in MANY[:3])
        + "".join(beside(label, sign=",") for label in MANY[3:6]),
        {"partially_granted": REFUSED, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "a sign far from the next number, which is that of another column",
        "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n"
        "行政处罚                    减          5\n行政强制  1  减 3  2\n",
        {"penalties": "? ? ?", "compulsion": "1 -3 2"},
    ),
    Shown(
        "numbers that touch behind a full row",
        "二、主动公开政府信息情况\n第二十条第（八）项\n信息内容 上一年项目数量 本年增/减\n"
        "行政事业性收费12 7 2件-1685\n",
        {"fees": "? ?"},
    ),
    Shown(
        "a rule without its first edge before a row that lost some of its own",
        THREE
        + ruled((RECEIVED, FULL), (BROUGHT, FULL)).removesuffix("+\n").rstrip("+-")
        + ruled((GRANTED, FULL)).replace("+-", "--", 1).replace("|21  |", "|21").replace("|   6|", "    6|"),
        {"granted": REFUSED},
    ),
    Shown(
        "the number of a page inside a row of a grid, and another behind it",
        THREE
        + ruled((RECEIVED, FULL), (GRANTED, FULL.replace("21", "2"))).rsplit("+--", 1)[0].rsplit("\n+", 1)[0]
        + "\n11\n"
        + ruled(("", ". . . . . . 1")).split("\n", 1)[1].rsplit("+--", 1)[0].rsplit("\n+", 1)[0]
        + "\n12\n"
        + ruled((FORWARD, FULL)),
        {"granted": REFUSED, "carried_forward": FULL},
    ),
    Shown(
        "specks behind a label that a scan misread",
        THREE + beside(RECEIVED) + "2.其他法律行政法规禁土公开    ，      ，\n" + beside(FORWARD),
        {"denied.prohibited_by_law": REFUSED, "received": FULL},
    ),
    Shown(
        "the number of a page inside a row of a grid that goes on behind it",
        THREE
        + ruled((RECEIVED, FULL), (GRANTED, FULL.replace("21", "2"))).rsplit("\n+", 1)[0]
        + "\n11\n"
        + ruled(("", ". . . . . . 1"), (FORWARD, FULL)).split("\n", 1)[1],
        {"granted": REFUSED, "carried_forward": FULL},
    ),
    Shown(
        "labels in stacks in another table, and a blank row before a full one",
        "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"
        f"规章\n行政规范性文件\n130 204 19\n{THREE}{RECEIVED}\n{BROUGHT}\n55222 246969\n2 1 112 11 9 1 136\n",
        {"normative_documents": "? ? ?", "brought_forward": REFUSED},
    ),
    Shown(
        "a number of two parts beside a blank cell, which no other row has there",
        THREE
        + "".join(beside(label) for label in MANY[:3])
        + beside(PARTIALLY, "1 2 3 . 4 5 6 21")
        + beside(SECRETS, ". 2 . . . . 2"),
        {"partially_granted": REFUSED, "granted": FULL},
    ),
    Shown(
        "a head that may be the rest of one of the other form",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容 处理决定数量\n行政许可\n其他对外管理服务事项 3\n"
        "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 5\n",
        {"other_services": "", "penalties": "5"},
    ),
    Shown(
        "two spaces where all others are one, and a stray number",
        THREE
        + "".join(beside(label, sign=" ") for label in MANY[:12])
        + beside(REPEATED, "1 2 3 4 . 6 9 25", sign=" ")
        + beside(PUBLICATIONS, "1 2", sign=" "),
        {"brought_forward": FULL, "not_processed.repeated": REFUSED},
    ),
    Shown(
        "a stray dash in a row on a line, where other rows leave their cells blank",
        THREE + beside(RECEIVED, ". 1 3 0 1 1 —  18", sign=" ") + beside(BROUGHT, "2 . . 0 . 0 9", sign=" "),
        {"received": REFUSED},
    ),
    Shown(
        "a line that lost a separator, and holds as many numbers as cells",
        THREE
        + "".join(map(beside, MANY))
        + beside(REPEATED, "1 2 3 4 5 6 . 21")
        + beside(PUBLICATIONS, "1 . . . . . 1"),
        {"not_processed.repeated": REFUSED, "not_processed.publications": "1 . . . . . 1"},
    ),
    Shown(
        "more lines that lost a cell than lines that did not",
        THREE
        + "".join(below(label).replace("\n", " |\n") for label in MANY[:5])
        + "".join(below(label, "38 1 2262 3 75 2386").replace("\n", " |\n") for label in MANY[5:]),
        {"received": FULL, "denied.third_party_rights": REFUSED},
    ),
    Shown(
        "one value a line, and nothing behind the last ones where a blank cell would show",
        THREE + "".join(map(below, MANY[:3])) + "".join(below(label, "1 2 3 4 5 6") for label in MANY[3:9]),
        {"received": FULL, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "numbers in columns that stand apart, and one that was split",
        THREE + f"{RECEIVED}  10   2    3   4   5   6    30\n{BROUGHT}  1   22   3   4    5   6   41\n"
        f"{GRANTED}  1   2   3   4    5   1 5\n{PARTIALLY}  7    7\n",
        {"received": "10 2 3 4 5 6 30", "granted": REFUSED},
    ),
    Shown(
        "labels that are repeated for the cells that they cover, and a line that lost a separator",
        THREE
        + "".join(beside(f"{label}\t{label}") for label in MANY)
        + beside(f"{REPEATED}\t{REPEATED}", "939 242 3 87 518 24112")
        + beside(f"{PUBLICATIONS}\t{PUBLICATIONS}", "1 . . . . . 1"),
        {"not_processed.repeated": REFUSED, "not_processed.publications": "1 . . . . . 1"},
    ),
    Shown(
        "labels that cover more columns have no fewer separators behind them: these lost one",
        THREE
        + beside(RECEIVED, "0 . . . . 0 .", sign="|")
        + beside(BROUGHT, ". . . . . 3 .", sign="|")
        + "".join(beside(label, ". . . . . . 4 .", sign="|") for label in MANY[2:6])
        + beside(FORWARD, ". . . . . . 2 .", sign="|"),
        {"received": REFUSED, "brought_forward": REFUSED},
    ),
    Shown(
        "a line with which the text breaks off agrees with itself alone",
        THREE + beside(RECEIVED, ". . 26 23 19 32 30").rstrip(),
        {"received": REFUSED},
    ),
    Shown(
        "a number below the line that shows the blank cell of its row",
        "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容 | 本年处理决定数量\n行政处罚 |\n行政强制 |\n1\n"
        "第二十条第（八）项\n信息内容 | 本年收费金额\n行政事业性收费 |\n",
        {"penalties": ".", "compulsion": "?", "fees": "."},
    ),
    Shown(
        "numbers one a line, as many as cells, with the empty line of a blank cell among them",
        THREE
        + below(RECEIVED)
        + below(BROUGHT)
        + below(GRANTED, "22 3 1 . 5 2 . 33 9")
        + below(PARTIALLY, "1 . . . . . 1"),
        {"received": FULL, "granted": REFUSED},
    ),
    Shown(
        "a row that took a line from the one before it",
        THREE
        + below(RECEIVED)
        + below(BROUGHT)
        + below(GRANTED, "0 . . . . 1")
        + below(PARTIALLY, "0 1 2 3 4 5 15 .")
        + below(SECRETS, "0 1 2 3 4 5 15")
        + below(PROHIBITED, "0 1 2 3 4 5 15"),
        {"partially_granted": REFUSED, "brought_forward": FULL, "denied.state_secrets": "0 1 2 3 4 5 15"},
    ),
    Shown(
        "a blank cell that is wider than all others",
        THREE
        + "".join(beside(label, f"{FULL} .", sign="|") for label in MANY[4:6])
        + beside(PARTIALLY, "_ _ _ _ _ _ _ 4", sign="|").replace("_", "  ")
        + "".join(beside(label, "_ _ _ _ _ _ 4 .", sign="|").replace("_", "  ") for label in MANY[6:])
        + beside("（七）总计", "_ ____ _ _ _ _ 5 .", sign="|").replace("_", "  "),
        {"denied.third_party_rights": ". . . . . . 4", "outcomes_total": REFUSED},
    ),
    Shown(
        "cells on lines that begin with a tab, and rows apart: numbers before and behind the row took their places",
        THREE
        + "".join(below(label).replace("\n", "\n\t") + "\n\n\t" for label in MANY[:2])
        + f"76\n\t{GRANTED}\n\t1\n\t2\n\t3\n\t4\n\t5\n\t6\n\n\t21\n\t{PARTIALLY}\n\t1\n\t2\n\t3\n",
        {"brought_forward": REFUSED, "granted": REFUSED, "received": FULL},
    ),
    Shown(
        "cells on lines that begin with a tab, and the number of a page below one of them",
        "二、主动公开政府信息情况\n\t第二十条第（六）项\n\t信息内容\n\t本年处理决定数量\n\t行政处罚\n\t\n\n3\n"
        "\t行政强制\n\t\n\t第二十条第（八）项\n\t信息内容\n\t本年收费金额\n\t行政事业性收费\n\t\n",
        {"penalties": "?", "compulsion": "."},
    ),
    Shown(
        "lines between bars that were cut at a width, where what goes on belongs to two rows",
        THREE
        + cut(RECEIVED, "", *FULL.split())
        + cut(BROUGHT, "", *FULL.split())
        + "".join(cut("", label, "", "", "", "4", "", "", "9") for label in MANY[4:9]),
        {"denied.state_secrets": REFUSED, "denied.third_party_rights": REFUSED},
    ),
    Shown(
        "numbers that begin on the line above that of their row",
        THREE + BEGUN_ABOVE,
        {"denied.security_and_stability": REFUSED, "denied.third_party_rights": REFUSED, "received": FULL},
    ),
    Shown(
        "the same where the order of the table is in doubt, too",
        THREE + "9\n" + BEGUN_ABOVE,
        {"denied.security_and_stability": REFUSED, "denied.third_party_rights": REFUSED, "received": FULL},
    ),
    Shown(
        "two rows of a kind that both lost a separator, as another shows whose label stands less deep",
        THREE
        + beside(f"|{RECEIVED}||", f"{FULL} .", sign="|")
        + beside(f"|三、本年度办理结果|{GRANTED}|", "5345 129 0 41 19 145548 .", sign="|")
        + beside(f"|{PARTIALLY}|", "212039 0 1 6 2 2168 .", sign="|")
        + beside(f"|（三）不予公开|{SECRETS}", f"{FULL} .", sign="|")
        + "".join(beside(f"|{label}", f"{FULL} .", sign="|") for label in MANY[5:])
        + beside("|（七）总计|", f"{FULL} .", sign="|"),
        {"granted": REFUSED, "partially_granted": REFUSED, "received": FULL, "outcomes_total": FULL},
    ),
    Shown(
        "a merged cell that is repeated, under a head that lost characters, does not say where other rows begin",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n"
        "行政许可\t\t+2\t3\n其他对外管理服务事项\t\t\t3\n第二十条第（九）项\n信息内容\t采购项目量\t采购总金额\t采购总金额\n"
        "政府集中采购\t\t5.3125\t5.3125\n",
        {"licensing": ". 2 3", "other_services": ". . 3"},
    ),
    Shown(
        "two rows of a kind that all lost a separator: those above and below cover more columns and fewer",
        THREE
        + "".join(beside(f"|{label}||", f"{FULL} .", sign="|") for label in MANY[:2])
        + beside(f"|三、本年度办理结果|{GRANTED}|", "5345 129 0 41 19 145548 .", sign="|")
        + beside(f"|{PARTIALLY}|", "212039 0 1 6 2 2168 .", sign="|")
        + beside(f"|（三）不予公开|{SECRETS}", f"{FULL} .", sign="|")
        + "".join(beside(f"|{label}", f"{FULL} .", sign="|") for label in MANY[5:]),
        {"granted": REFUSED, "partially_granted": REFUSED, "received": FULL},
    ),
    Shown(
        "a stray dash in the empty field behind the cells of a row",
        THREE + "".join(beside(label, f"{FULL} .") for label in MANY[:6]) + beside(REPEATED, ". 3 5 . 1 . 9 -"),
        {"received": FULL, "not_processed.repeated": REFUSED},
    ),
    Shown(
        "a field that lacks a quote, in three parts between commas",
        "二、主动公开政府信息情况\n"
        '"第二十条第（五）项","","",""\n"信息内容","上一年项目数量","本年增/减","处理决定数量"\n"行政许可","52452","51","1,703"\n'
        '"其他对外管理服务事项","4","+20""81,749\n"第二十条第（六）项","","",""\n'
        '"信息内容","上一年项目数量","本年增/减","处理决定数量"\n"行政处罚","1","+10","225,037"\n"行政强制","25","-2155","65"\n',
        {"licensing": "52452 51 1703", "other_services": "? ? ?", "penalties": "1 10 225037"},
    ),
    Shown(
        "a head that lost characters, and shows whole but the column that another has alone",
        "二、主动公开政府信息情况\n第二十条第（五）项\t\t\t\n信息内容\t上年项目数量\t本年/减\t处理决定数量\n行政许可\t\t+5\t\n"
        "其他对外管理服务事项\t\t减12\t\n第二十条第（六）项\t\t\t\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政处罚\t2\t\t12\n",
        {"licensing": ". 5 .", "penalties": "2 . 12"},
    ),
    Shown(
        "a line with fewer separators altogether than most, which have as many before and behind their labels",
        THREE
        + beside(RECEIVED, ". . . 85 . . . 296", sign="|")
        + beside(BROUGHT, ". . . . . . 7", sign="|")
        + beside(f"三、本年度办理结果|{GRANTED}", ". . . . . 0 4", sign="|")
        + beside(f"|{PARTIALLY}", ". . . . . . . 36", sign="|")
        + beside(f"|（三）不予公开|{SECRETS}", ". 12 . . . . 19", sign="|")
        + "".join(beside(f"||{label}", ". . . . . . 8", sign="|") for label in MANY[5:])
        + beside(FORWARD, ". . . . . . . 9", sign="|"),
        {"received": REFUSED, "carried_forward": REFUSED, "denied.state_secrets": ". 12 . . . . 19"},
    ),
    Shown(
        "the number of a page between a label and the line that shows its cell blank",
        "二、主动公开政府信息情况\n\t第二十条第（六）项\n\t信息内容\n\t本年处理决定数量\n\t行政处罚\n1\n\t\n\n"
        "\t行政强制\n\t\n\t第二十条第（八）项\n\t信息内容\n\t本年收费金额\n\t行政事业性收费\n\t\n",
        {"penalties": "?", "compulsion": "."},
    ),
    Shown(
        "the number of a page before the cells of a row, of which the last is blank",
        THREE
        + "".join(below(label, blank="").replace("\n", "\n\t") + "\n\t" for label in MANY[:4])
        + f"{STABILITY}\n3\n\t1\n\t2\n\t3\n\t4\n\t5\n\t6\n\t\n\n\t{THIRD}\n\t　\n1\n\t2\n\t3\n\t4\n\t5\n\t6\n\t21\n",
        {"denied.security_and_stability": REFUSED, "denied.third_party_rights": FULL},
    ),
    Shown(
        "what is left of the end of a line of TeX is no cell",
        "二、主动公开政府信息情况\n第二十条第（六）项 & & & \\\\\n"
        "信息内容 & 上一年项目数量 & 本年增/减 & 处理决定数量 \\\\\n"
        "行政处罚 & 1 & & 1 \\\\\n行政强制 & 1 & +1 & 1 \\\\\n第二十条第（八）项 & & & \\\\\n"
        "信息内容 & 上一年项目数量 & 本年增/减 & \\\\\n行政事业性收费 & & -12 & \\\n第二十条第（九）项 & & & \\\\\n"
        "信息内容 & 采购项目数量 & 采购总金额 & \\\\\n政府集中采购 & 1 & 1.08 & \\\\\n",
        {"fees": "? ?", "penalties": "1 . 1"},
    ),
    Shown(
        "labels in a stack, and a number below the last",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可\n第二十条第（六）项\n"
        "信息内容 本年处理决定数量\n行政处罚\n行政强制\n第二十条第（八）项\n信息内容 本年收费金额\n行政事业性收费\n5\n",
        {"fees": "?"},
    ),
    Shown(
        "a row between one with a value too many and one with a value too few",
        THREE
        + "".join(map(barred, MANY[:4]))
        + barred(STABILITY, f"{FULL} 49")
        + barred(THIRD, "30 31 48 24 37 219 0")
        + barred(REPEATED, "1 2 1 1 1 6"),
        {"received": FULL, "denied.third_party_rights": REFUSED, "not_processed.repeated": REFUSED},
    ),
    Shown(
        "twice a label, and the next with as many numbers as cells: printed by columns, they may be of the first",
        "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n本年新制作数量\n本年新公开数量\n对外公开总数量\n规章\n"
        "规范性文件\n0\n0\n0\n第二十条第（六）项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政处罚\n"
        "行政强制\n0\n0\n0\n第二十条第（八）项\n信息内容\n上一年项目数量\n本年增/减\n行政事业性收费\n",
        {"normative_documents": "? ? ?", "compulsion": "? ? ?"},
    ),
    Shown(
        "cells apart from each other, and two rows that both lack one: what follows would touch their last",
        THREE
        + "\n\n\n\n".join(
            "\n\n\t\n\n".join([label, *("" if cell == "." else cell for cell in cells.split())])
            for label, cells in (
                (RECEIVED, "41 3554 61 60 38 289"),
                (BROUGHT, FULL),
                *((label, "1 . . 4 . . 5") for label in MANY[2:12]),
                (MORE[-1], FULL),
                ("（七）总计", "41 3554 61 60 38 289"),
                (FORWARD, FULL),
            )
        ),
        {"received": REFUSED, "outcomes_total": REFUSED},
    ),
    Shown(
        "a full row lost the blank field of a merged cell, and another of its kind the separator of two numbers",
        THREE
        + beside(RECEIVED, ". . 1 . . . . . 1")
        + beside(BROUGHT, ". . . . . . . 2 2")
        + beside(f"三、本年度办理结果\t{GRANTED}", FULL)
        + beside(f"\t{PARTIALLY}", ". 1 . . . . . 3")
        + beside(f"\t（三）不予公开\t{SECRETS}", FULL)
        + "".join(beside(f"\t\t{label}", ". 12 . . . . 19") for label in MANY[5:])
        + beside("\t（七）总计", ". 54 71 56 42 699 331"),
        {"outcomes_total": REFUSED, "denied.third_party_rights": ". 12 . . . . 19"},
    ),
    Shown(
        "a merged cell that is repeated below a head that lost a character, beside a blank cell",
        "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政处罚\t3\t\t\n"
        "行政强制\t1\t2\t5\n第二十条第（八）项\n信息内容\t上一年项目数量\t本年增/减\t年增/减\n行政事业性收费\t\t12\t12\n",
        {"compulsion": "1 2 5", "fees": "? ?"},
    ),
    Shown(
        "a bar too many in a row whose like have one fewer, and in rows of other kinds",
        THREE
        + beside(f"|{RECEIVED}", ". . 1 2 3 4 5 6 21 .", sign="|")
        + beside(f"|{BROUGHT}", ". . . . 1 . 3 . 4 .", sign="|")
        + beside(f"|三、本年度办理结果|{GRANTED}", ". 12 . 3 . . 1 16 .", sign="|")
        + beside(f"||{PARTIALLY}", ". . 2 5 . 5 3 . 15 .", sign="|")
        + beside(f"||（三）不予公开|{SECRETS}", ". . . 12 12 1 25 .", sign="|")
        + "".join(beside(f"|||{label}", ". . 1 . 3 1 7 . .", sign="|") for label in MANY[5:8])
        + beside(f"|||{MORE[0]}", "5 1 . . . . 6 .", sign="|")
        + beside(f"||||{MORE[1]}", "5 1 . . . 2 8 .", sign="|")
        + beside("||（七）总计", ". 54 71 56 . 42 6 699 .", sign="|"),
        {"partially_granted": REFUSED},
    ),
    Shown(
        "a line that a blank cell opens and another closes, where others have no bars at their ends",
        THREE
        + beside(RECEIVED, ". . 52 42 47 34 55 51 281", sign="|")
        + beside(f"|（六）其他处理|{OTHERS[0]}", ". 2 1 0 1 . .", sign="|")
        + "".join(beside(f"||{label}", sign="|") for label in OTHERS[1:])
        + beside("|（七）总计", ". 47 . 48 . 54 . .", sign="|")
        + beside(FORWARD, ". . 5 . . 2 . 12 21", sign="|"),
        {"outcomes_total": REFUSED},
    ),
    Shown(
        "a line twice in a row that begins with blank cells, where others have cells of their own labels",
        THREE
        + "".join(f"{beside(label, '1 2 3 4 5 6 21 21')}" for label in MANY[4:6])
        + beside(MANY[6], ". . 5 5 5 12 1 23 23")
        + "".join(beside(label, "1 . 3 . 5 . 9") for label in MANY[7:12]),
        {"denied.security_and_stability": REFUSED},
    ),
    Shown(
        "a mark that digits touch in one more cell than a row has",
        THREE
        + "\n".join("\n\t".join([label, *["1", "无", "3", "无", "5", "无", "9"]]) + "\n" for label in MANY[:4])
        + "\n\t".join(["", SECRETS, *["1", "10", "无", "无", "2", "3", "无", "无1", "6"]])
        + "\n\n\t"
        + "\n".join("\n\t".join([label, *["1", "无", "3", "无", "5", "无", "9"]]) + "\n" for label in MANY[5:7]),
        {"denied.state_secrets": REFUSED, "received": "1 None 3 None 5 None 9"},
    ),
    Shown(
        "a value behind a label without the bar that others have, where the text ends",
        "二、主动公开政府信息情况\n|===\n\n4+|第二十条第（一）项\n\n"
        "|信息内容 |本年制发件数 |本年废止件数 |现行有效件数\n\n|规章 |1 | |2\n\n|行政规范性文件 | |12 |3\n\n"
        "4+|第二十条第（五）项\n\n|信息内容 3+|本年处理决定数量\n\n|行政许可 3",
        {"licensing": "?"},
    ),
    Shown(
        "a single space where others are wider, and a row with values too many",
        "二、主动公开政府信息情况\n"
        "                         第二十条第（五）项\n"
        "      信息内容        上一年项目数量    本年增/减      处理决定数量\n"
        "      行政许可             645             1 541\n"
        "其他对外管理服务事项       1 987            -925            1 822\n"
        "                         第二十条第（六）项\n"
        "      信息内容        上一年项目数量    本年增/减      处理决定数量\n"
        "      行政处罚             12             减203             3\n"
        "      行政强制             172            -145             377\n"
        "                         第二十条第（八）项\n"
        "      信息内容        上一年项目数量            本年增/减\n"
        "   行政事业性收费           145                     280\n" + THREE + beside(RECEIVED, "1 2 3 4 5 6"),
        {"licensing": "? ? ?", "compulsion": "172 -145 377"},
    ),
    Shown(
        "a tab before each cell on a line of its own, one of them twice and one blank",
        "二、主动公开政府信息情况\n\t第二十条第（一）项\n\n\t信息内容\n\t本年制发件数\n\t本年废止件数\n\t现行有效件数\n\n"
        "\t规章\n\t1\n\t12\n\t12\n\t\n\n\t行政规范性文件\n\t\n\t1\n\t\n\n"
        + THREE
        + "\n".join("\n\t".join([label, *FULL.split()]) + "\n" for label in MANY[:5]),
        {"rules": "? ? ?", "received": FULL},
    ),
    Shown(
        "a label that names a column too, below itself with its number",
        THREE
        + "\t".join(["", "", "", RECEIVED, BROUGHT, "三、本年度办理结果", "", "", FORWARD])
        + "\n"
        + "\t".join(["", "", "", "", "", GRANTED, "（六）其他处理", "（七）总计", ""])
        + "\n申请人情况\t自然人\t\t\t\t1414\t\t\t\n\t\t其他\t\t\t\t2089\t716\t\n"
        + "\t总计\t\t1458↑\t1112\t1512\t2317\t989\t2072（1）\t289\t418注\t1926\n",
        {"outcomes_total": REFUSED},
    ),
    Shown(
        "the end of a label that is that of the next as well, which lacks",
        THREE + f"{RECEIVED[:10]}\n{RECEIVED[10:]} {FULL}\n" + "".join(beside(label, sign=" ") for label in MANY[2:5]),
        {"received": REFUSED, "granted": FULL},
    ),
    Shown(
        "the number of a page below a label, where the values of two others stand beside theirs",
        "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"
        "规章 1 1 1\n行政规范性文件\n"
        "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可\n第二十条第（六）项\n信息内容 本年处理决定数量\n"
        "行政处罚\n1\n行政强制\n第二十条第（八）项\n信息内容 本年收费金额\n行政事业性收费 12.5\n",
        {"penalties": "?", "rules": "1 1 1"},
    ),
    Shown(
        "the only numbers of a report count up, one a page",
        "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚\n行政强制\n1\n"
        "第二十条第（八）项\n信息内容 本年收费金额\n行政事业性收费\n"
        + THREE
        + "\n".join([RECEIVED, BROUGHT, GRANTED, "2", SECRETS, FORWARD, "3\n"]),
        {"compulsion": "?", "carried_forward": REFUSED},
    ),
    Shown(
        "numbers on lines of their own that count up, but not by one",
        "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚\n行政强制\n1\n"
        "第二十条第（八）项\n信息内容 本年收费金额\n行政事业性收费\n"
        + THREE
        + "\n".join([RECEIVED, BROUGHT, GRANTED, "2", SECRETS, FORWARD, "5\n"]),
        {"compulsion": "1", "carried_forward": REFUSED},
    ),
    Shown(
        "a label whose end is that of another, before rows that lack",
        THREE
        + "".join(f"{label[:4]}\n{label[4:]} {FULL}\n" for label in MANY[:6])
        + f"2.没有\n现成信息\n需要另行\n申请 {FULL}\n3.要求\n提供公开\n出版物 {FULL}\n",
        {"unavailable.requires_creation": REFUSED, "received": FULL},
    ),
    Shown(
        "a stray mark in the last column, where rows leave out blank cells behind their last values",
        THREE
        + "\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
        + beside(RECEIVED, ". . . . . . 553 . .")
        + beside(BROUGHT, ". . . . . . 3 . /")
        + beside(f"三、本年度办理结果\t{GRANTED}", ". . . . . . 699 .")
        + "".join(beside(f"\t\t{label}", ". . . . 1517 . 1836") for label in MANY[4:9]),
        {"received": REFUSED, "brought_forward": REFUSED},
    ),
    Shown(
        "a merged cell that is repeated beside a blank cell, where other rows have values",
        "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政处罚\t3\t\t\n"
        "行政强制\t\t2\t\n第二十条第（八）项\n信息内容\t上一年项目数量\t本年增/\t本年增/减\n行政事业性收费\t\t12\t12\n",
        {"penalties": "3 . .", "fees": "? ?"},
    ),
    Shown(
        "values in one cell of a row, where separators stand between all others",
        "二、主动公开政府信息情况\n第二十条第（八）项\n信息内容\n\t\n上一年项目数量\n\t\n本年增/减\n\t\n"
        "行政事业性收费\n\t\n12\n12\n\t\n\n\n"
        + THREE
        + "\n".join(
            ("\n\t\n", "\n\n\t\n")[at % 2].join([label, *FULL.split()]) + "\n\n" for at, label in enumerate(MANY[:6])
        )
        + "\n\t\n".join([STABILITY, "1", "", "", "", "2", "3", "6"])
        + "\n",
        {"fees": "? ?", "received": FULL},
    ),
    Shown(
        "a line twice in a row that has a blank cell, where all cells have a line and rows another",
        "二、主动公开政府信息情况\n\t第二十条第（五）项\n\n\t信息内容\n\t上一年项目数量\n\t本年增/减\n\t处理决定数量\n\n"
        "\t行政许可\n\t1\n\t\n\t1\n\n\t其他对外管理服务事项\n\t3\n\t0\n\t\n\n"
        "\t第二十条第（六）项\n\n\t信息内容\n\t上一年项目数量\n\t本年增/减\n\t处理决定数量\n\n"
        "\t行政处罚\n\t\n\t\n\t12\n\n\t行政强制\n\t0\n\t1\n\t1\n\t\n\n"
        "\t第二十条第（八）项\n\n\t信息内容\n\t上一年项目数量\n\t本年增/减\n\n\t行政事业性收费\n\t5\n\t-2\n\n"
        + THREE
        + "\n".join("\n\t".join([label, *FULL.split()]) + "\n" for label in MANY[:5]),
        {"compulsion": "? ? ?", "received": FULL},
    ),
    Shown(
        "two rows with numbers too many in a report most of whose rows have some, and one with as many as cells",
        "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容,本年制发件数,本年废止件数,现行有效件数\n"
        "规章,22,541,3,306,185,787\n行政规范性文件,,33,65,212\n"
        + THREE
        + "".join(beside(label, "1 234 5 678 7 8 9 21", sign=",") for label in MANY[:6]),
        {"normative_documents": "? ? ?"},
    ),
    Shown(
        "a row without values before the rest of the next label, which is like a part of its own",
        THREE
        + beside(RECEIVED, sign=" ")
        + "（六）其他处理\n1.申请人无正当理由逾期不补正、行\n政机关不再处理其政府信息公开申请\n"
        + f"费用、行政机关不再处理其政府信息公 {FULL}\n开申请\n3.其他 {FULL}\n",
        {"other_outcomes.not_corrected_in_time": REFUSED, "received": FULL},
    ),
    Shown(
        "numbers between labels, where another table begins with a row of them",
        "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n"
        "规章\n1 5 1\n规范性文件\n" + THREE + f"{FULL}\n{RECEIVED}\n{FULL}\n{BROUGHT}\n",
        {"rules": "? ? ?"},
    ),
    Shown(
        "a line without the tab that leads to each cell, and a row that lacks such a line",
        THREE
        + led(RECEIVED, "36 . . 51 . 52").replace(RECEIVED, f"{RECEIVED}\n")
        + led(BROUGHT)
        + "\n"
        + led(MORE[2], "31 . 66 3 . 5 81")
        + "\n"
        + led(MORE[3], "3 16 28 15 . 159 939")
        + "\n"
        + led("3", "3 2 1 1 14"),
        {"received": REFUSED},
    ),
    Shown(
        "what is left of a sign between cells, in a cell with the number behind it",
        THREE + beside(RECEIVED) + beside(GRANTED, ". 3 2 . 3 12 @tb_20").replace("_", " ") + beside(PARTIALLY),
        {"received": FULL, "granted": REFUSED, "partially_granted": FULL},
    ),
    Shown(
        "the copy of a label that lost a character, and a number that is lost",
        THREE
        + "".join(beside(f"{label}\t{label}") for label in MANY[:3])
        + beside("（七）总计\t（七）计", "512 3 . 78 33 23 51").replace("\t\t", "\t"),
        {"outcomes_total": REFUSED, "granted": FULL},
    ),
    Shown(
        "a stray mark before the cells, and a stray sign before the last of them",
        "二、主动公开政府信息情况\n第二十条第（八）项\n信息内容 上一年项目数量 本年增/减\n"
        "行政事业性收费 — 22 -减3\n第二十条第（九）项\n信息内容 采购项目数量 采购总金额\n政府集中采购 2 1.5\n",
        {"fees": "? ?", "procurement": "2 1.5"},
    ),
    Shown(
        "numbers of pages, each alone on its line, among numbers that stand so, too",
        "一、总体情况\n"
        + "".join(f"全年公开信息若干条。\n{page}\n" for page in range(1, 12))
        + "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n12\n行政强制\n3\n",
        {"penalties": "?", "compulsion": "3"},
    ),
    Shown(
        "a few numbers of pages, one of them below a label, and another number alone on its line",
        "一、总体情况\n"
        + "".join(f"全年公开信息若干条。\n{page}\n" for page in range(1, 5))
        + "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容本年处理决定数量\n行政处罚\n5\n行政强制4\n"
        + f"{THREE}6\n{RECEIVED}12\n7\n{FORWARD}12\n"
        f"{FOUR}{HEAD}1212516112\n{FIVE}",
        {"penalties": "?", "compulsion": "4"},
    ),
    Shown(
        "a cell too many behind a blank one, where other rows have a tag for each of their cells",
        "二、主动公开政府信息情况\n<table>\n第二十条第（一）项\n"
        + in_tags("信息内容", "本年制发件数 本年废止件数 现行有效件数")
        + in_tags("规章", ". . 2")
        + in_tags("行政规范性文件", ". 12 1 1")
        + "第二十条第（五）项\n"
        + in_tags("信息内容", "本年处理决定数量")
        + in_tags("行政许可", "1")
        + "第二十条第（六）项\n"
        + in_tags("信息内容", "本年处理决定数量")
        + in_tags("行政处罚", "3")
        + in_tags("行政强制", ".")
        + "</table>\n",
        {"normative_documents": "? ? ?", "licensing": "1"},
    ),
    Shown(
        "a number below a line that has cells enough",
        "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容 & 本年处理决定数量 & & \n"
        "行政处罚 & 3 & &\n行政强制 & & &\n1 第二十条第（八）项 & & &\n信息内容 & 本年收费金额 & &\n",
        {"penalties": "3", "compulsion": "?"},
    ),
    Shown(
        "a label and the line of its first cell that traded places behind a group, and the next label with its own",
        THREE
        + "".join(map(barred, MANY[:4]))
        + "（三）不予公开 |\n3 |\n"
        + barred(SECRETS, "5 . 1 . 1 10 5")
        + barred(PROHIBITED, "1 3 . 1 . 7")
        + barred(STABILITY),
        {"denied.state_secrets": REFUSED, "granted": FULL},
    ),
    Shown(
        "a label that lost its end, which stands behind another",
        f"{THREE}4.无正当理由大量反复申请 {FULL}\n5.要求行政机关确认或重新出具已获\n开 {FULL}\n"
        f"8.属于行政查询事取信息 {FULL}\n{OTHERS[0]}\n{FORWARD} {FULL}\n",
        {"not_processed.confirmation": REFUSED, "carried_forward": FULL},
    ),
    Shown(
        "a mark behind a label without the separator that most others have there",
        THREE
        + "".join(map(beside, MANY[:4]))
        + f"{SECRETS} {FULL}\n{PROHIBITED} /\t"
        + FULL.removesuffix(" 21").replace(" ", "\t")
        + "\n",
        {"denied.prohibited_by_law": REFUSED, "granted": FULL},
    ),
    Shown(
        "values before their labels, and the last label cut where it is like the end of the one before",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n"
        "28 +12 54 行政许可\n9 +17 41 其他对外管理服务事项\n"
        "第二十条第（六）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n"
        "12 减3 23 行政处罚\n20 减67 23 行政\n",
        {"penalties": "? ? ?"},
    ),
    Shown(
        "a change in the column before its own, and a stray sign in that",
        "二、主动公开政府信息情况\n第二十条第（八）项\n信息内容 & 上一年项目数量 & 本年增/减 \\\\\n"
        "行政事业性收费 &  & -124 & \\\n",
        {"fees": "? ?"},
    ),
    Shown(
        "a number that touches its label, and goes on where its line was cut",
        "二、主动公开政府信息情况\n"
        "第（九）项信息内容采购项目数量采购总金额（单位：万元）政府集中采购423,24\n其他一、本年新收政府信息公开申请数量2,794,7884\n"
        ",230,385782,8533,215,7502,243,7926,754,0\n,3123,170,8482,287,4906,756,15220,017,74\n"
        "尚未审结总计8,58415072899,0301,\n9971,838231,5085235,3481,233,1091,30912,\n",
        {"procurement": "? ?"},
    ),
    Shown(
        "numbers in a list that were broken at their commas",
        f"{THREE}1,\n,\n{THIRD}：1,392,303、7、207、1,676、409、1,847、1,396,449\n"
        f"{MORE[0]}：35,145、2、5,947、2、2、1,409、42,507\n0,\n",
        {"denied.third_party_rights": "1392303 7 207 1676 409 1847 1396449"},
    ),
    Shown(
        "a number that was broken where its line was cut",
        "二、主动公开政府信息情况\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n    1\n"
        f"{' ' * 22}1\n2\n行政规范性文件\n1\n2\n{' ' * 22}4\n",
        {"rules": "? ? ?", "normative_documents": "1 2 4"},
    ),
)

ASTRAY = (
    Shown(
        "a lone number below a row whose blank cells stand between unknown signs",
        "二、主动公开政府信息情况\n第二十条第（六）项^^^\n信息内容^本年处理决定数量^^\n行政处罚^^^\n行政强制^^^\n"
        "第二十条第（八）项^^^\n信息内容^本年收费金额^^\n行政事业性收费^^^\n1\n",
        {"fees": "?"},
    ),
    Shown(
        "a line that went from one row over a full one to that behind it",
        THREE
        + "".join(map(below, MANY[:3]))
        + below(PARTIALLY, "1 . 2 . . 3 6")
        + below(SECRETS, ". . 2 . . .")
        + below(PROHIBITED, FULL)
        + below(STABILITY, "6 1 . 3 . 5 . 9")
        + below(THIRD),
        {"received": FULL, "denied.prohibited_by_law": REFUSED},
    ),
    Shown(
        "rows on one line, one of which lost its label",
        " ".join((THREE.strip(), RECEIVED, *"1234567", BROUGHT, *"156", *"3116", GRANTED, "）", *"12"))
        + " "
        + " ".join((STABILITY, *"1234567", FORWARD, *"1236"))
        + "\n",
        {"received": FULL.replace("21", "7"), "denied.security_and_stability": REFUSED},
    ),
    Shown(
        "a label that goes on below its values, where the next begins",
        THREE
        + f"{RECEIVED}\n1 1 1 1 1 1 1\n{BROUGHT}\n{GRANTED}\n2 2 2 2 2 2 2\n"
        + f"4.无正当理由大量\n0 0 0 0 0 0 0\n反复申请 5.要求行政机关确认或\n重新出具已获取信息\n{FORWARD}\n",
        {"not_processed.excessive": REFUSED},
    ),
    Shown(
        "rows on one line, one of them with the values of the next, which has those of another",
        (THREE + f"{RECEIVED}\n15 — — 39 — 8 51 58 — — — 29 44 —\n{BROUGHT}\n— — — — — — 34\n{GRANTED}\n").replace(
            "\n", " "
        )
        + " ".join([PARTIALLY, *"12345678"[1:], SECRETS, *"7654321", FORWARD, *"1234567"]),
        {"brought_forward": REFUSED, "carried_forward": "1 2 3 4 5 6 7"},
    ),
    Shown(
        "the number of a page in place of the only cell of a row, where blank cells have a line each",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n\n"
        "第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n1\n\n行政强制\n\n"
        "第二十条第（八）项\n信息内容\n本年收费金额\n行政事业性收费\n7\n",
        {"penalties": "?", "compulsion": ".", "fees": "7"},
    ),
    Shown(
        "values behind the head of the next item, which is spoilt: no row behind one without values has its own",
        "二、主动公开政府信息情况\n第二十条第项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章\n"
        "行政规范性文件\n第二十条第项\n3 12\n1 5\n信息内容 本年处理决定数量\n行政许可\n第二十条第项\n"
        "信息内容 本年处理决定数量\n行政处罚\n5\n行政强制\n第二十条第（八）项\n信息内容\n本年收费金额\n"
        "行政事业性收费\n7\n",
        {"penalties": "?", "fees": "?"},
    ),
    Shown(
        "the end of the label that the form has next stands behind values, and its beginning nowhere",
        THREE
        + below(GRANTED, FULL.replace(" ", "_")).replace("_", " ")
        + "4.保护第三方合法权\n益\n7 8 9 1 2 3 30\n信息\n"
        + "6.属于四类过程\n1 3 4 5 6 7 26\n性信息\n7.属于行政\n1 2 3 4 5 6 21\n执法案卷\n",
        {"denied.third_party_rights": REFUSED, "denied.process_information": "1 3 4 5 6 7 26"},
    ),
    Shown(
        "one value below a label, and the row that the form has next is lacking",
        "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n103\n"
        "第二十条第（八）项\n信息内容\n本年收费金额\n行政事业性收费\n7\n",
        {"penalties": "?", "fees": "7"},
    ),
    Shown(
        "bars that part all cells of a text on one line",
        THREE.strip() + "|" + "".join(beside(label, sign="|").replace("\n", "|") for label in MANY),
        {"received": FULL, "denied.state_secrets": FULL},
    ),
    Shown(
        "a row printed twice, which lacks a value",
        "二、主动公开政府信息情况\n第二十条第（九）项\n信息内容 采购项目数量 采购总金额\n"
        + "政府集中采购 3\n" * 2
        + THREE
        + "".join(beside(label, sign=" ") for label in MANY),
        {"procurement": "? ?"},
    ),
    Shown(
        "a bar that touches a number where no bars part cells",
        THREE
        + "".join(below(label) for label in MANY[:4])
        + below(SECRETS, "1 2 3 4 5 6 2|")
        + below(PROHIBITED, ". 2 3 4 5 6 |1"),
        {"partially_granted": FULL, "denied.state_secrets": REFUSED, "denied.prohibited_by_law": REFUSED},
    ),
    Shown(
        "a number split in two makes a row of six full, where another row shows that numbers are split",
        THREE
        + beside(RECEIVED, sign=" ")
        + beside(BROUGHT, "1 2 3 4 5 6 2 1", sign=" ")
        + beside(GRANTED, "1 2 3 4 5 1 5", sign=" ")
        + beside(PARTIALLY, "7 7", sign=" "),
        {"granted": REFUSED, "received": REFUSED, "brought_forward": REFUSED},
    ),
    Shown(
        "a row whose numbers stand behind the next group is another's",
        THREE + f"{RECEIVED}\n（三）不予公开\n" + below(SECRETS) + below(PROHIBITED),
        {"denied.state_secrets": FULL},
    ),
    Shown(
        "numbers behind the label of a group belong to a row below it",
        THREE + below(RECEIVED) + f"{PARTIALLY}\n（三）不予公开\n{FULL}\n" + below(SECRETS) + below(PROHIBITED),
        {"partially_granted": REFUSED, "denied.prohibited_by_law": FULL},
    ),
    Shown(
        "where they do so twice, all numbers stand before their labels",
        THREE
        + f"{PARTIALLY}\n（三）不予公开\n{FULL}\n{SECRETS}\n{FULL}\n8.属于行政查询事项\n（四）无法提供\n{FULL}\n"
        + f"1.本机关不掌握相关政府信息\n{FULL}\n2.没有现成信息需要另行制作\n",
        {"denied.state_secrets": REFUSED, "unavailable.not_held": REFUSED},
    ),
    Shown(
        "labels in stacks, and a row with as many numbers as cells",
        THREE + f"{RECEIVED}\n{BROUGHT}\n{FULL}\n{FULL}\n{GRANTED}\n{PARTIALLY}\n{FULL}\n{FULL}\n{SECRETS}\n{FULL}\n",
        {"denied.state_secrets": REFUSED},
    ),
    Shown(
        "a row between a crowded one and one without numbers, refused itself for others, may be that of a neighbour",
        THREE
        + f"{RECEIVED}\n1\n2\n3\n4\n5\n6\n21\n2\n2\n3\n4\n5\n6\n22\n"
        + below(BROUGHT, "3 2 3 4 5 6 23")
        + f"{GRANTED}\n4\n2\n3\n4\n5\n6 24\n"
        + f"{PARTIALLY}\n"
        + below(SECRETS),
        {"brought_forward": REFUSED, "granted": REFUSED, "partially_granted": REFUSED},
    ),
    Shown(
        "numbers of two rows that fill one, where the label of the second is broken over lines",
        THREE
        + below(RECEIVED)
        + below(BROUGHT, "1 2 3")
        + f"{GRANTED}\n1\n2\n3\n6\n4\n5\n9\n（二）部分公开（区分处理的，只计这一情形，\n不计其他情形）\n"
        + below(SECRETS),
        {"granted": REFUSED, "received": FULL, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "the same on one line, with the label of a group among the numbers",
        THREE
        + beside(RECEIVED, sign=" ")
        + beside(BROUGHT, "1 2 3", sign=" ")
        + f"{GRANTED} 1 2 3 6 本年度办理结果 4 5 9\n{PARTIALLY}\n"
        + beside(SECRETS, sign=" "),
        {"granted": REFUSED, "received": FULL},
    ),
    Shown(
        "cells of one table two tabs apart, of another one",
        "二、主动公开政府信息情况\n信息内容\t\t本年制发件数\t\t本年废止件数\t\t现行有效件数\n规章\t\t\t\t0\t\t115\n"
        + "行政规范性文件\t\t0\t\t132\t\t\n"
        + THREE
        + beside(RECEIVED)
        + beside(BROUGHT, "1 . 3 . . . 4"),
        {"rules": ". 0 115", "normative_documents": "0 132 .", "brought_forward": "1 . 3 . . . 4"},
    ),
    Shown(
        "as many labels as the last of them has numbers, where blank cells leave no trace",
        THREE
        + below(RECEIVED, "9")
        + below(BROUGHT, "8")
        + "\n".join(MANY[2:8])
        + "\n"
        + below(MORE[0], "1 2 3 4 5 6 7")
        + below(MORE[1], "5"),
        {"denied.internal_affairs": REFUSED},
    ),
    Shown(
        "what a font made of a character of a label is no number",
        THREE
        + "".join(below(label, "O 2 3 4 5 6 21") for label in MANY[:3])
        + below("3.危及<O安全一稳定”", "1 2 3 4 5 6")
        + below(THIRD),
        {"denied.security_and_stability": REFUSED},
    ),
    Shown(
        "a list number before the numbers says whose they are",
        THREE + f"1. {FULL}\n属于国家秘密\n. {FULL}\n{PROHIBITED[2:]}\n3. {FULL}\n危险\n4. {FULL}\n{THIRD[2:]}\n",
        {"denied.prohibited_by_law": REFUSED},
    ),
    Shown(
        "numbers behind the list number of a row whose label is lost",
        THREE + f"{BROUGHT} 2 12 1 15\n（一） 1 3 4\n{PARTIALLY} 12 12 1 25\n",
        {"brought_forward": REFUSED},
    ),
    Shown(
        "a row of the form is lost, and the one before it has as many numbers as cells with those of the lost row",
        THREE
        + below(RECEIVED, "1 2 3")
        + below(BROUGHT)
        + below(GRANTED, "1 2 3")
        + below(SECRETS, "1 2 3 6 1 2 3")
        + below(STABILITY, "5 5"),
        {"denied.state_secrets": REFUSED, "brought_forward": FULL},
    ),
    Shown(
        "all labels, and then the columns, of which the first is as long as the last row",
        THREE + "\n".join([*MANY, FORWARD]) + "\n自然人\n" + FULL.replace(" ", "\n") + "\n",
        {"carried_forward": REFUSED},
    ),
    Shown(
        "names of columns before some of the values of a row",
        THREE + f"{RECEIVED} 自然人 1 2 商业企业 3 4 5 6 21\n{BROUGHT} 自然人 1 商业企业 2\n",
        {"received": REFUSED, "brought_forward": "1 2 . . . . ."},
    ),
    Shown(
        "a number of several cells that touches its label, and words behind a tab far away",
        "二、主动公开政府信息情况\n第二十条第（一）\t项信息内容本年制发件数本年废止件数现行有效件数规章021"
        "行政规范性文件055第二十条第（五）\t项信息内容本年处理决定数量行政许可0第二十条第（六）\t项信息内容本年处理决定数量行政处罚1行政强制1",
        {"normative_documents": "? ? ?"},
    ),
    Shown(
        "the list number of a label that lost its first character is none of its values",
        THREE
        + "".join(beside(label, sign="、") for label in MANY)
        + "（五）不予处理\n1访举报投诉类申请：0、0、1、30、1、5\n"
        + beside(REPEATED, sign="、"),
        {"not_processed.petitions_and_complaints": REFUSED},
    ),
    Shown(
        "all labels of a table, and then all its numbers",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n第二十条第（六）项\n信息内容\n"
        "本年处理决定数量\n行政处罚\n行政强制\n1\n第二十条第（八）项\n信息内容\n本年收费金额\n行政事业性收费\n2\n55\n538\n3\n",
        {"compulsion": "?", "licensing": "?"},
    ),
    Shown(
        "two lines of a kind that both lost a separator, as numbers that touch show",
        THREE
        + f'"{RECEIVED}","","","58","30","40","1","62","20""211"\n"{BROUGHT}","","","","3","","""12","12","27"\n'
        + f'"三、本年度办理结果","{GRANTED}","","","1","","2","","","3"\n'
        + f'"","{PARTIALLY}","","1","3","3","","1","","8"\n'
        + f'"","（三）不予公开","{SECRETS}","","12","","1","","1","14"\n',
        {"received": REFUSED, "brought_forward": REFUSED},
    ),
    Shown(
        "marks where no cells are make a mark in a row doubtful",
        "二、主动公开政府信息情况\n第二十条第（一）项\n — 信息内容 本年制发件数 本年废止件数 现行有效件数\n"
        "规章 1 — 3\n行政规范性文件 4 5 6\n",
        {"rules": "? ? ?", "normative_documents": "4 5 6"},
    ),
    Shown(
        "cells closed by bars, and two stray ones",
        THREE
        + "".join(barred(label, ". . . . . . 6") for label in MANY[:3])
        + barred(PARTIALLY, ". . 1 . . . 6").replace(" |\n |\n |\n6", " |\n ||\n ||\n6"),
        {"partially_granted": REFUSED},
    ),
    Shown(
        "a number that was split, the first part as a list number, beside blank cells",
        THREE
        + "".join(beside(label, sign="|") for label in MANY[:3])
        + beside(PARTIALLY, "65 . 3,_242 258 . 94 9", sign="|").replace("_", " "),
        {"partially_granted": REFUSED, "granted": FULL},
    ),
    Shown(
        "其他 among names of columns, with numbers behind it",
        THREE
        + "".join(map(beside, MANY))
        + "\t法律服务机构\t\t\t\t\t\t\t\n"
        + beside("其他", "0 . . . . 0 0")
        + beside(FORWARD),
        {"other_outcomes.other": REFUSED, "carried_forward": FULL},
    ),
    Shown(
        "stray bars and a dash in a table whose order is in doubt",
        "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n7\n"
        "规章 12 5 1\n行政规范性文件 - | 3 | 1\n",
        {"rules": "12 5 1", "normative_documents": "? ? ?"},
    ),
    Shown(
        "cells closed by bars, one of them lost",
        "二、主动公开政府信息情况\n第二十条第（一）项 |\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n"
        + "规章 |\n |\n1 |\n行政规范性文件 |\n12 |\n5 |\n第二十条第（五）项 |\n本年处理决定数量 |\n行政许可 |\n2 |\n",
        {"rules": "? ? ?", "normative_documents": "? ? ?"},
    ),
    Shown(
        "strays before a table, and a cell of a row that holds two numbers",
        THREE + "9\n" + beside(RECEIVED) + beside(BROUGHT, "1 2_3 . 4 5 6 21").replace("_", " "),
        {"received": FULL, "brought_forward": REFUSED},
    ),
    Shown(
        "pieces of lists are no cells, however many there are",
        THREE
        + f"{RECEIVED}：194、81,193、1,88\n4,629、5、13、6,829、1,972,\n863\n1,418,512、3,912,4\n61、4,109、88、2,\n"
        + f"951,713、404,740、13,676,\n923\n{GRANTED}：7、8、3\n",
        {"received": REFUSED},
    ),
    Shown(
        "labels and numbers without a gap, and a number that was split",
        THREE + f"{RECEIVED}12345621\n{BROUGHT}6543221\n{GRANTED}1 2 3 4 5 6 21\n{PARTIALLY}11112\n",
        {"granted": REFUSED},
    ),
    Shown(
        "其他 under the number of another row",
        THREE + "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 0 0 0 0 0 0 0\n"
        f"（六）其他 {FULL}\n（七）总计 {FULL}\n",
        {"other_outcomes.other": "x x x x x x x", "outcomes_total": FULL},
    ),
    Shown(
        "the rest of a label is no cell",
        THREE
        + beside(RECEIVED)
        + "1.申请人无正当理由逾期不补正、本局不再办理有关申请\t9\t\t5\t1\t1\t7\t23\n"
        + beside("3.其他"),
        {"other_outcomes.not_corrected_in_time": REFUSED},
    ),
    Shown(
        "numbers between the cells of a page are in none",
        THREE
        + f"<table><tr><td>{RECEIVED}</td>"
        + "".join(f"<td>{n}</td>" for n in FULL.split())
        + f"</tr>\n<tr><td>{BROUGHT}</td><td>&nbsp;</td><td>&nbsp;</td>\n23\n"
        + "<td>&nbsp;</td>" * 4
        + "<td>1032</td>\n</tr></table>\n",
        {"received": FULL, "brought_forward": REFUSED},
    ),
    Shown(
        "most rows have too many numbers, for those with thousands fell apart, and one as many as cells",
        "二、主动公开政府信息情况\n第二十条第（一）项,,,\n信息内容,本年制发件数,本年废止件数,现行有效件数\n"
        "规章,658,1,267,440,4\n行政规范性文件,1,8,653,\n第二十条第（五）项,,,\n信息内容,本年处理决定数量,,\n"
        "行政许可,608,247,5,\n第二十条第（六）项,,,\n信息内容,本年处理决定数量,,\n行政处罚,59,549,4,\n行政强制,87,34,3,\n",
        {"normative_documents": "? ? ?", "penalties": "?"},
    ),
    Shown(
        "a number in quotes that was split beside an empty cell",
        '二、主动公开政府信息情况\n"第二十条第（一）项" "" "" ""\n"信息内容" "本年制发件数" "本年废止件数" '
        '"现行有效件数"\n"规章" "885" "" "21  00"\n"行政规范性文件" "4" "5" "6"\n',
        {"rules": "? ? ?", "normative_documents": "4 5 6"},
    ),
    Shown(
        "numbers on a line of their own, where others stand beside their labels, and no label of the next row",
        "二、主动公开政府信息情况\n信息内容  本年制发件数  本年废止件数  现行有效件数\n规章\n      22   1   71\n"
        "第二十条第（五）项\n信息内容  本年处理决定数量\n行政许可    2\n"
        "第二十条第（六）项\n信息内容  本年处理决定数量\n行政处罚    79\n行政强制    46\n",
        {"rules": "? ? ?", "penalties": "79"},
    ),
    Shown(
        "a row with a blank cell, and a number behind what may be a broken sign between cells",
        THREE
        + "".join(map(beside, MANY[:4]))
        + beside(SECRETS, ". 10 50 14 1 1 11")
        + " @ta 145\n"
        + beside(PROHIBITED),
        {"denied.state_secrets": REFUSED, "denied.prohibited_by_law": FULL},
    ),
    Shown(
        "two separators from cell to cell, and no row to show it",
        THREE
        + beside(RECEIVED, ". . 444 1163 . 1867 .", sign="\t\t")
        + beside(BROUGHT, "1 . 2 . . 3 6", sign="\t\t")
        + beside(GRANTED, ". . 2 . 4 . 6", sign="\t\t"),
        {"received": REFUSED},
    ),
    Shown(
        "two separators from cell to cell, and few columns",
        "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"
        "规章\t\t\t\t1\t\t2\n",
        {"rules": "? ? ?"},
    ),
    Shown(
        "the number of a page in a quotation",
        "> 二、主动公开政府信息情况\n> 第二十条第（六）项\n> 信息内容\n> 本年处理决定数量\n"
        "> 行政处罚\n> — 1 —\n> 行政强制 3\n",
        {"penalties": ".", "compulsion": "3"},
    ),
    Shown(
        "a number with thousands that touches its label among lines of fields",
        "二、主动公开政府信息情况\n第二十条第（八）项\n信息内容 上一年项目数量 本年增/减\n行政事业性收费283,908\n"
        + THREE
        + "".join(beside(label, sign=",") for label in (RECEIVED, BROUGHT, GRANTED)),
        {"fees": "? ?", "received": FULL},
    ),
)

GRIDS = (
    Shown(
        "the name of the last column behind merged cells that are printed as fewer, with cells behind it",
        THREE
        + "| 项 | | | 申请人情况 | | | | | | |\n"
        + "| | 自然人 | 法人或其他组织 | | | | | 总计 | | |\n"
        + "| | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | | | |\n"
        + f"| {RECEIVED} | | | 3 | 4 | | | | | |\n| {BROUGHT} | | | | | | | 1 | | 7 |\n"
        + f"| 三、本年度办理结果 | {GRANTED} | | | | | | 7 | | |\n| | {PARTIALLY} | | | | 2 | | | | 6 |\n"
        + f"| | （三）不予公开 | {SECRETS} | | | | | 1 | | |\n| {FORWARD} | | | 2 | 3 | 2 | 2 | 4 | | |\n",
        {"received": "3 4 . . . . .", "carried_forward": "2 3 2 2 4 . ."},
    ),
    Shown(
        "cells two separators apart without blank ones at the ends of lines, and no full row",
        THREE
        + f"{RECEIVED} \t\t32 \t\t375\n{BROUGHT} {APART * 5}132 {APART * 2}307\n"
        + f"三、本年度办理结果 \t\t{GRANTED} {APART * 5}73\n{PARTIALLY} {APART * 3}275 {APART * 4}160\n"
        + f"（三）不予公开 \t\t{SECRETS} {APART * 5}183\n{PROHIBITED}\n{STABILITY}\n"
        + f"{THIRD} {APART * 3}316 {APART}327 {APART * 2}440\n{MORE[0]} {APART}206\n{MORE[1]} {APART * 3}377\n"
        + f"（四）无法提供 \t\t{MORE[4]} {APART * 3}298\n"
        + f"{REPEATED} {APART * 2}319 {APART * 3}217 {APART * 2}489\n{PUBLICATIONS} {APART}131 {APART * 4}156\n"
        + f"{FORWARD} {APART}250 {APART}38 {APART}24 {APART}295 {APART}453\n",
        {"received": REFUSED, "denied.third_party_rights": REFUSED, "carried_forward": REFUSED},
    ),
    Shown(
        "a ruled grid, in which a row that covers all columns of labels has blank cells",
        THREE
        + RULE_OF_TEN
        + RULE_OF_TEN.join(
            "".join(f"|{cell:10}" for cell in cells) + "|\n"
            for cells in (
                (RECEIVED, "", "", "0", "0", "0", "622", "", "0", ""),
                ("三、本年度办理结果", GRANTED, "", "1", "1", "1", "1", "1", "1", "6"),
                ("", PARTIALLY, "", "0", "13", "", "0", "0", "0", ""),
                ("", "（三）不予公开", SECRETS, "2", "", "0", "2", "0", "0", "0"),
                ("", "", PROHIBITED, "1", "1", "1", "1", "1", "1", "6"),
                (FORWARD, "", "", "0", "", "", "0", "0", "0", ""),
            )
        )
        + RULE_OF_TEN,
        {"received": REFUSED, "denied.state_secrets": "2 . 0 2 0 0 0", "carried_forward": REFUSED},
    ),
    Shown(
        "an invisible character inside a number, beside a blank cell",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n"
        "行政许可    0    5    0\n其他对外管理服务事项    0         27\u200d33\n",
        {"licensing": "0 5 0", "other_services": "? ? ?"},
    ),
    Shown(
        "rows between bars of which some have two values in a cell",
        THREE
        + "".join(f"| {label} | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n" for label in MANY[:4])
        + f"| {SECRETS} | 1 2 | | 3 | | | | |\n| {PROHIBITED} | | 4 | | | 1 | | |\n"
        + f"| {STABILITY} | | 1 2 | 3 | | | | |\n",
        {"received": FULL, "denied.prohibited_by_law": REFUSED},
    ),
    Shown(
        "rows between bars that have fewer cells than the form",
        THREE
        + f"| {RECEIVED} | | 3 | | | | |\n| {BROUGHT} | | | | 2 | | |\n"
        + f"| {SECRETS} | | | 206 | | | |\n| {PROHIBITED} | | | | 377 | | |\n",
        {"received": REFUSED, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "the end of a box behind the number of a page, where a cell has its number on both sides of it",
        THREE
        + drawn(
            "┌────────────┬───┬───┬───┬───┬───┬───┬───┐",
            "│1.属于国家秘│05 │0  │1  │2  │3  │11 │22 │",
            "│密          │   │   │   │   │   │   │   │",
            "├────────────┼───┼───┼───┼───┼───┼───┼───┤",
            "│            │426│   │   │   │   │   │1,3│",
            "13",
            "│2.重复申请  │   │   │   │   │   │   │   │",
            "14",
            "│四、结转下年│86 │40 │3  │8  │1  │98 │844│",
            "│度继续办理  │   │   │   │   │   │   │   │",
            "└────────────┴───┴───┴───┴───┴───┴───┴───┘",
        ),
        {"not_processed.repeated": REFUSED, "carried_forward": REFUSED},
    ),
    Shown(
        "rows that all have a cell less than the head",
        THREE
        + "\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
        + "".join(beside(f"{label}\t", "1 2 3 4 5 21") for label in (RECEIVED, BROUGHT, FORWARD)),
        {"received": REFUSED, "brought_forward": REFUSED},
    ),
    Shown(
        "rows two of which have a cell less than one with blanks: which of them are damaged, nobody can tell",
        THREE
        + "".join(
            f"|{line.strip()}|\n"
            for line in [
                beside(f"{RECEIVED}||", "48 6 1 1 9 68", "|"),
                beside(f"{BROUGHT}||", "1 . . 1 . . 2", "|"),
                beside(f"{FORWARD}||", "8 6 1 1 9 25", "|"),
            ]
        ),
        {"received": REFUSED, "brought_forward": REFUSED, "carried_forward": REFUSED},
    ),
    Shown(
        "rows that all have a cell as blank as their head has",
        THREE
        + "\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
        + "".join(beside(f"{label}\t", ". 2 3 4 5 6 21") for label in (RECEIVED, BROUGHT, FORWARD)),
        {"received": ". 2 3 4 5 6 21", "brought_forward": ". 2 3 4 5 6 21"},
    ),
    Shown(
        "a piece of a grid between lines that are none of it",
        THREE
        + drawn(
            "│      │属于国家秘密│2  │19 │2  │254│442│41 │50 │",
            "    -  │      ├────────────┼───┼───┼───┼───┼───┼───┼───┤",
            "│      │            |│314│   │   │   │133│   │502│",
            "│      │2.重复申请  │4  │426│36 │1  │1  │84 │2  │",
            "│      ├────────────┼───┼───┼───┼───┼───┼───┼───┤",
            "│      │3.要求提供公开出版物│166│24 │0  │637│8  │2  │7  │",
            "│   -   ├────────────┼───┼───┼───┼───┼───┼───┼───┤",
        ),
        {"not_processed.repeated": REFUSED},
    ),
    Shown(
        "a line of a box with fewer edges than its rule",
        THREE
        + drawn(
            "┌────────────┬───┬───┬───┬───┬───┬───┬───┐",
            "│1.属于国家秘│05 │0  │1  │2  │3  │11 │",
            "│密          │   │   │   │   │   │   │   │",
            "├────────────┼───┼───┼───┼───┼───┼───┼───┤",
            "│2.重复申请  │1  │2  │3  │4  │5  │6  │21 │",
            "└────────────┴───┴───┴───┴───┴───┴───┴───┘",
        ),
        {"denied.state_secrets": REFUSED},
    ),
    Shown(
        "the same between signs that do not say which way an edge goes",
        THREE
        + drawn(
            "+------------+---+---+---+---+---+---+---+",
            "|1.属于国家秘|05 |0  |1  |2  |3  |11 |",
            "|密          |   |   |   |   |   |   |   |",
            "+------------+---+---+---+---+---+---+---+",
        ),
        {"denied.state_secrets": REFUSED},
    ),
    Shown(
        "cells that cover two columns have fewer edges, and each at its place",
        THREE
        + drawn(
            "+----+-------+---+---+---+---+---+---+---+",
            "|一、本年新收|1  |2  |3  |4  |5  |6  |21 |",
            "|政府信息公开|   |   |   |   |   |   |   |",
            "|申请数量    |   |   |   |   |   |   |   |",
            "+----+-------+---+---+---+---+---+---+---+",
            "|（三|1.属于国|1  |2  |3  |4  |5  |6  |21 |".replace("属于国", "属国"),
            "+----+-------+---+---+---+---+---+---+---+",
        ),
        {"received": FULL},
    ),
    Shown(
        "a grid without rules between its rows, whose numbers go on in the next line",
        THREE
        + drawn(
            "┌────────────────┬───┬───┬───┬───┬───┬───┬───┐",
            "│1.属于国家秘密  │887│1  │928│2  │3  │4  │7  │",
            "│2.其他法律行政法│7  │1  │9  │2  │3  │4  │21 │",
            "│规禁止公开      │   │   │   │   │   │   │   │",
            "│                │   │   │-32│   │   │   │   │",
            "│2.重复申请      │7  │1  │58 │2  │3  │4  │21 │",
            "│3.要求提供公开出│7  │1  │9  │2  │3  │4  │21 │",
            "│版物            │   │   │   │   │   │   │   │",
            "└────────────────┴───┴───┴───┴───┴───┴───┴───┘",
        ),
        {"not_processed.repeated": REFUSED},
    ),
    Shown(
        "a grid in a quotation, whose numbers go on in the next line",
        THREE
        + drawn(
            "> ┌────────────┬───┬───┬───┬───┬───┬───┬───┐",
            "> │1.属于国家秘│887│1  │928│2  │3  │4  │7  │",
            "> │密          │,38│   │,32│   │   │   │   │",
            "> │            │7  │   │4  │   │   │   │   │",
            "> └────────────┴───┴───┴───┴───┴───┴───┴───┘",
        ),
        {"denied.state_secrets": REFUSED},
    ),
    Shown(
        "a line of a grid that lost its edge, and parts of numbers behind its label",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容 本年处理决定数量\n"
        + drawn(
            "┌────────┬────┐",
            "│        │21  │",
            "├────────┼────┤",
            "│        │13  │",
            "行政许可 │8   │",
            "├────────┼────┤",
            "│行政处罚│17  │",
            "└────────┴────┘",
        ),
        {"licensing": "?", "penalties": "17"},
    ),
    Shown(
        "a row of a grid that goes on behind the number of a page",
        "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容 本年处理决定数量\n"
        + drawn("┌────────┬───┐", "│行政处罚│17 │", "├────────┼───┤", "│行政强制│158│")
        + "8\n"
        + drawn("│        │09 │", "└────────┴───┘"),
        {"compulsion": "?"},
    ),
    Shown(
        "a rule without a line of cells",
        THREE + drawn("+--+", "", "+--+", "+--+", "abc", f"{RECEIVED} {FULL}"),
        {"received": FULL},
    ),
    Shown(
        "two rows between which the rule is lost",
        "二、主动公开政府信息情况\n"
        + drawn(
            "┌────────────────────────────┐",
            "│第二十条第（一）项          │",
            "├────────┬──────┬──────┬─────┤",
            "│信息内容│本年新│本年新│对外 │",
            "│        │制作数│公开数│公开 │",
            "│        │量    │量    │总数 │",
            "│        │      │      │量   │",
            "├────────┼──────┼──────┼─────┤",
            "│规章    │      │1     │3    │",
            "│规范性文│3     │2     │     │",
            "│件      │      │      │     │",
            "└────────┴──────┴──────┴─────┘",
        ),
        {"normative_documents": "? ? ?"},
    ),
    Shown(
        "numbers as long as those that go on in the next line may go on there, too",
        "二、主动公开政府信息情况\n"
        + drawn(
            "┌──────────┬──┬──┬──┐",
            "│信息内容  │本│本│对│",
            "│          │年│年│外│",
            "│          │新│新│公│",
            "│          │制│公│开│",
            "│          │作│开│总│",
            "│          │数│数│数│",
            "│          │量│量│量│",
            "├──────────┼──┼──┼──┤",
            "│规章      │19│28│15│",
            "├──────────┼──┼──┼──┤",
            "│规范性文件│15│ 3│20│",
            "│          │52│  │16│",
            "└──────────┴──┴──┴──┘",
        ),
        {"rules": "? ? ?", "normative_documents": "? ? ?"},
    ),
    Shown(
        "the numbers on disputes in a grid, that go on behind the number of a page",
        FOUR
        + HEAD
        + drawn("┌" + "──┬" * 14 + "──┐", "│" + "  │" * 15, "├" + "──┼" * 14 + "──┤", "│" + "15│" * 15)
        + "8\n"
        + drawn("│" + "09│" * 15, "└" + "──┴" * 14 + "──┘")
        + FIVE,
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "the table on disputes in a grid whose edges do not meet",
        FOUR
        + drawn(
            "┌" + "─┬" * 14 + "─┐",
            "│" + "复│" * 15,
            "└" + "─┴" * 14 + "─┘",
        )
        + HEAD
        + drawn("┌" + "──┬" * 14 + "──┐", "│" + "1 │" * 14, "└" + "──┴" * 14 + "──┘")
        + FIVE,
        {"reconsideration": "? ? ? ? ?"},
    ),
)

FIFTEEN = [str(number) for number in range(11, 26)]


def disputes(cells: str, head: str = HEAD) -> str:
    return f"{FOUR}{head}{cells}\n{FIVE}"


def tagged(cells: list[str]) -> str:
    """A row of a web page."""
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"


def drawn_line(cells: list[str]) -> str:
    return "|" + "|".join(cells)


ROWS_APART = HEAD.replace("行政诉讼\n", "行政诉讼\n\n").replace("复议后起诉\n", "复议后起诉\n\n") + "\n"

RESULTS_ON_LINES = (
    "行政复议\t行政诉讼\n"
    + RESULTS.replace(" ", "\t")
    + "\t未经复议直接起诉\t复议后起诉\n"
    + "\t".join(2 * RESULTS.split())
    + "\n"
)

DISPUTES = (
    Shown(
        "a cell of a web page twice, with a digit more, and a blank one that begins a kind of case",
        disputes(tagged([*FIFTEEN[:10], "&nbsp;", "22", "222", *FIFTEEN[12:]])),
        {"litigation_after_reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "a blank cell between two kinds of case, as between the others",
        disputes(tagged([*FIFTEEN[:5], "", *FIFTEEN[5:10], "", *FIFTEEN[10:]])),
        {"litigation_after_reconsideration": "21 22 23 24 25"},
    ),
    Shown(
        "numbers that are paragraphs but for the last, which stands with the next heading",
        disputes("\n\n" + "\n\n".join(FIFTEEN)),
        {"reconsideration": "? ? ? ? ?", "litigation_after_reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "numbers that are paragraphs, the last too",
        disputes("\n\n" + "\n\n".join(FIFTEEN) + "\n"),
        {"reconsideration": "11 12 13 14 15"},
    ),
    Shown(
        "fifteen numbers, two of them in one cell",
        disputes("\t".join([*FIFTEEN[:3], "14 15", *FIFTEEN[5:], ""])),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen numbers on lines of their own, one of them behind an empty line",
        disputes("\n".join([*FIFTEEN[:3], "", *FIFTEEN[3:]])),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen numbers in three blocks",
        disputes("\n\n\n".join("\n".join(FIFTEEN[low : low + 5]) for low in (0, 5, 10))),
        {"reconsideration": "11 12 13 14 15", "litigation_after_reconsideration": "21 22 23 24 25"},
    ),
    Shown(
        "fourteen cells on a line that begins with a bar, as the head does",
        disputes(drawn_line(FIFTEEN[:14]), drawn_line(HEAD.split()) + "\n"),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "cells that are named, one name twice",
        FOUR + "行政复议 结果维持 1 结果纠正 总计 1\n未经复议直接起诉 结果纠正 结果维持 2 结果纠正 3 总计 5\n"
        f"复议后起诉 总计 4\n{FIVE}",
        {"litigation_direct": "? ? ? ? ?"},
    ),
    Shown(
        "cells that are named, and a number on a line of its own",
        FOUR + f"行政复议 结果维持\n2\n结果纠正 1 总计 1\n未经复议直接起诉 总计 5\n复议后起诉 总计 4\n{FIVE}",
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "names of which one lacks a number, and numbers on the next lines",
        FOUR + "行政复议\n结果维持\n结果纠正\n1\n总计\n1\n未经复议直接起诉\n总计\n5\n复议后起诉\n总计\n4\n" + FIVE,
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "cells on the lines below their names",
        FOUR + "行政复议\n结果维持\n1\n总计\n1\n未经复议直接起诉\n总计\n5\n复议后起诉\n总计\n4\n" + FIVE,
        {"reconsideration": "1 . . . 1", "litigation_direct": ". . . . 5"},
    ),
    Shown(
        "five numbers, one without a name",
        FOUR + "行政复议：结果维持 1109，结果纠正 1945，其他结果 970，总计 136\n5。\n未经复议直接起诉：总计 5。\n"
        f"复议后起诉：总计 4。\n{FIVE}",
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "cells on lines of their own, the last of them lost",
        disputes("\n".join(["1", "3", "", "", "3", *FIFTEEN[5:14], ""])),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fourteen numbers evenly apart below a head whose rows are not",
        disputes("\n" + "\n".join(FIFTEEN[:14]), HEAD.replace("行政诉讼\n", "行政诉讼\n\n")),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "numbers far apart below a head that lost a name",
        disputes("\n\n1\n\n\n2\n\n\n3\n\n\n4", HEAD.replace("结果维持", "", 1)),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "eight numbers evenly apart are not every other of fifteen",
        disputes("\n" + "\n\n".join(FIFTEEN[:8])),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen numbers apart from each other, one of them that of a page",
        disputes("\n" + "\n\n".join(FIFTEEN[:6]) + "\n\n\n" + "\n\n".join(FIFTEEN[6:]) + "\n\n" + "说明" * 20),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen numbers on a line, where numbers of other tables were split and blanks left no trace",
        THREE
        + beside(RECEIVED, "1 2 3 4 5 6 2 1", sign="  ")
        + beside(BROUGHT, "1 2 3", sign="  ")
        + disputes("  ".join(FIFTEEN)),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "the same number fifteen times where others were split",
        THREE
        + beside(RECEIVED, "1 2 3 4 5 6 2 1", sign="  ")
        + beside(BROUGHT, "1 2 3", sign="  ")
        + disputes("  ".join("0" * 15)),
        {"reconsideration": "0 0 0 0 0"},
    ),
    Shown(
        "fifteen numbers, and behind them what is left of one more",
        disputes(" ".join(FIFTEEN) + " 2, 161"),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen numbers, one of them the rest of two",
        disputes(" ".join([*FIFTEEN[:3], "5,7", *FIFTEEN[4:]])),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "numbers of pages among cells that begin with a tab",
        disputes("\t\n\t\n18\n\t\n\t\n\t788\n\t\n\t\n\t\n\t\n\t2367\n\t\n\t\n\t\n\t\n\t1948"),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "cells that begin with a tab, most of them blank",
        disputes("\t\n\t\n\t\n\t\n\t788\n\t\n\t\n\t\n\t\n\t2367\n\t\n\t\n\t\n\t\n\t1948"),
        {"reconsideration": ". . . . 788"},
    ),
    Shown(
        "cells in a list that ends with blank ones, and a number on the next line",
        THREE
        + "".join(beside(label, sign="、") for label in MANY)
        + FOUR
        + HEAD
        + "行政复议：0、12、2、12、26\n未经复议直接起诉：1、0、0、12、13\n复议后起诉：0、、2、0、\n10\n"
        + FIVE,
        {"litigation_after_reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen numbers below heads whose parts are printed by turns",
        disputes(
            "\n\n".join(FIFTEEN),
            "行政诉讼\n\n行政复议\n\n未经复议直接起诉\n\n复议后起诉\n\n"
            + "结果维 结果纠 其他结 尚未审 总\n持\n正\n果\n结\n计\n\n" * 3,
        ),
        {"reconsideration": "? ? ? ? ?", "litigation_after_reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "a line that lost two bars, below a head that begins with one",
        THREE
        + "".join(map(beside, MANY))
        + disputes(
            "|  |    | 1615 | 456 |  |  |  |   107 |  |  |  |  | 1398 |",
            "| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |\n"
            + f"| {RESULTS.replace(' ', ' | ')} | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |\n"
            + f"|  |  |  |  |  | {RESULTS.replace(' ', ' | ')} | {RESULTS.replace(' ', ' | ')[:-1]} |\n",
        ).replace("四、", "、"),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "the same where the line of the heading begins with none",
        THREE
        + "".join(map(beside, [*MANY, "（七）总计", FORWARD]))
        + disputes(
            "|  |    | 1615 | 456 |  |  |  |   107 |  |  |  |  | 1398 |",
            "| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |\n"
            + f"| {RESULTS.replace(' ', ' | ')} | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |\n"
            + f"|  |  |  |  |  | {RESULTS.replace(' ', ' | ')} | {RESULTS.replace(' ', ' | ')[:-1]} |\n",
        ).replace("四、", "、"),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "cells of a web page, the tags of two of them broken",
        disputes(
            tagged([*FIFTEEN[:4], "", "", *FIFTEEN[6:]])
            .replace("<td></td><td></td>", "<td></td><d></td>")
            .replace("<td>22</td>", "<td>22<td>"),
            tagged(["行政复议", "", "", "", "", "行政诉讼"])
            + tagged([*RESULTS.split(), "未经复议直接起诉", "", "", "", "", "复议后起诉"])
            + tagged(["", "", "", "", "", *RESULTS.split(), *RESULTS.split()]),
        ),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "sixteen cells that begin with a bar, below fifteen heads that do",
        disputes(
            "||12||||2|1|12|2||15|||||",
            "|行政复议|行政诉讼\n|未经复议直接起诉|复议后起诉\n" + f"|{RESULTS.replace(' ', '|')}" * 3 + "\n",
        ),
        {"reconsideration": "? ? ? ? ?", "litigation_direct": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen numbers on a line, and a bar that may be a digit of the last",
        disputes(" ".join(FIFTEEN) + "|"),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen numbers on a line, and a bar that may be a digit of the first",
        disputes("|" + " ".join(FIFTEEN)),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "a row that ends with a separator as its head does not",
        disputes(
            "2\t\t1\t1\t5\t9\t5\t\t\t1\t6\t\t\t\t\t",
            (RESULTS.replace(" ", "\t") + "\t") * 2 + RESULTS.replace(" ", "\t") + "\n",
        ),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen numbers and a blank cell among them",
        disputes("\t".join([*FIFTEEN[:7], "", *FIFTEEN[7:]])),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen numbers two separators apart where their heads are",
        disputes(
            "\t".join([*FIFTEEN[:7], "", *FIFTEEN[7:]]),
            "\t".join([*(RESULTS.split() * 3)[:7], "", *(RESULTS.split() * 3)[7:]]) + "\n",
        ),
        {"reconsideration": "11 12 13 14 15"},
    ),
    Shown(
        "fifteen cells between tabs, one of them with a bar",
        disputes("\t".join([*FIFTEEN[:7], "|2", "", *FIFTEEN[9:]])),
        {"litigation_direct": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen numbers between two bars",
        disputes("|" + " ".join(FIFTEEN) + "|"),
        {"reconsideration": "11 12 13 14 15"},
    ),
    Shown(
        "a separator twice where a row begins with a blank cell, and no line of heads with a separator",
        disputes("\t" + "\t".join([*FIFTEEN[1:3], "", "", *FIFTEEN[4:]]), RESULTS_ON_LINES),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "a separator twice where a row ends with a blank cell, and no line of heads with a separator",
        disputes("\t".join([*FIFTEEN[:3], "", "", *FIFTEEN[4:14]]) + "\t", RESULTS_ON_LINES),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "separators between heads twice, too",
        disputes(
            "\t" + "\t".join([*FIFTEEN[1:3], "", "", *FIFTEEN[4:]]),
            "行政复议\t行政诉讼\n"
            + RESULTS.replace(" ", "\t")
            + "\t未经复议直接起诉\t复议后起诉\n"
            + "\t" * 5
            + "\t".join([*RESULTS.split(), "结果维持", "", *RESULTS.split()[1:]])
            + "\n",
        ),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen numbers, where most rows have numbers too many",
        THREE + "".join(beside(label, "1 234 5 6 7 8 9 21") for label in MANY[:3]) + disputes("\t".join(FIFTEEN)),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen numbers, one of them beside the only bar of a report",
        THREE + "".join(map(below, MANY[:5])) + disputes("\n".join([*FIFTEEN[:14], "25|"])),
        {"litigation_after_reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "a tab before each of fourteen cells on lines of their own, below a head that lost a line",
        disputes(
            "\n\n\t\n\t12\n\t\n\t\n\t15\n\t16\n\t\n\t\n\t\n\t\n\t\n\t23\n\t\n\t25",
            f"\n{HEAD.strip()}".replace("\n", "\n\t").replace("行政诉讼\n", "行政诉讼\n\n"),
        ),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "a single space among wider ones, and one as wide as a blank cell",
        disputes("     ".join(FIFTEEN[:2]) + "          13     14     15     1 6     " + "     ".join(FIFTEEN[6:14])),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "names of results out of their order, and fifteen numbers on lines of their own",
        disputes("\n".join(FIFTEEN), HEAD.replace("结果纠正\n其他结果", "其他结果\n结果纠正")),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "names of results out of their order, and fifteen numbers on one line",
        disputes("\t".join(FIFTEEN), HEAD.replace("结果纠正\n其他结果", "其他结果\n结果纠正")),
        {"reconsideration": "11 12 13 14 15"},
    ),
    Shown(
        "a tab too many, with which the row begins as the last heads do",
        disputes(
            "\t\t11\t\t13\t14\t\t\t\t18\t19\t\t\t\t22\t25",
            "行政复议"
            + "\t" * 6
            + "行政诉讼"
            + "\t" * 9
            + "\n"
            + RESULTS.replace(" ", "\t")
            + "\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
            + "\t" * 7
            + "\t".join([RESULTS.replace(" ", "\t")] * 2)
            + "\n",
        ),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen cells on a line, and ends of their numbers below",
        disputes("\t".join(FIFTEEN) + "\n4\t5\t7"),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "a year whose digits stand apart, and numbers that may be digits",
        f"2 0 2 3年公开信息。\n{disputes(' '.join(FIFTEEN))}",
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "numbers of pages among the cells of a table on disputes",
        "一、总体情况\n"
        + "".join(f"全年公开信息若干条。\n{page}\n" for page in range(1, 12))
        + disputes("11\n12\n" + "\n".join("1234567890123")),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "as many numbers as cells between unknown signs, two of them in one cell and two blank ones among them",
        disputes("→ 1 → 574 → 122 →  → 11 → 2 3 → 62 → 70 → 166 → 26 → 4 → 146 → 49 → 28 33"),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "a lone number",
        disputes("7"),
        {"reconsideration": "? ? ? ? ?"},
    ),
)


def cells(report: gidisc.Report, row: str) -> str:
    signs = {Status.REFUSED: "?", Status.BLANK: ".", Status.ABSENT: "x"}
    shown = [cell for cell in gidisc.cells(report) if cell.row == row]
    return " ".join(signs.get(cell.status, str(cell.value)) for cell in shown)


@pytest.mark.parametrize("shown", [*UNLIKE_OTHERS, *ASTRAY, *GRIDS, *DISPUTES], ids=lambda shown: shown.idea)
def test_nothing_is_read_that_the_text_makes_doubtful(shown: Shown) -> None:
    report = gidisc.parse(shown.text)
    assert {row: cells(report, row) for row in shown.rows} == shown.rows
