"""Columns that show by alignment alone: under heads, beside full rows, on every page; and what only looks like them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from attrs import frozen

import gidisc
from gidisc import Status
from gidisc.characters import display_width
from gidisc.normalize.evidence.geometry import Line, Place, measures_of
from gidisc.normalize.evidence.rivals import Joined, Rival, rivals
from gidisc.normalize.page.grids import in_reading_order

TWO = "二、主动公开政府信息情况\n"
THREE = "三、收到和处理政府信息公开申请情况\n"
FOUR = "四、政府信息公开行政复议、行政诉讼情况\n"
END = "五、存在的主要问题及改进情况\n无\n"

Measure = Callable[[str], int]


def row(*cells: str, at: tuple[int, ...], measure: Measure = display_width) -> str:
    """A line with cells at some offsets; nothing for `.`."""
    line = ""
    for cell, start in zip(cells, at, strict=False):
        if cell != ".":
            line += " " * (start - measure(line)) + cell
    return line + "\n"


def proactive(
    *, at: tuple[int, ...] = (2, 30, 50, 70), measure: Measure = display_width, documents: str = "0 . 3"
) -> str:
    """The table of 2019 with its heads, four rows of values, two of them with blanks."""
    lines = (
        ("信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"),
        ("规章", *documents.split()),
        ("规范性文件", "12", "12", "12"),
        ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
        ("行政许可", ".", "7", "5"),
        ("其他对外管理服务事项", "4", "-1", "8"),
    )
    texts = [row(*cells, at=at, measure=measure) for cells in lines]
    return TWO + "第二十条第（一）项\n" + "".join(texts[:3]) + "第二十条第（五）项\n" + "".join(texts[3:])


PLACES = (2, 62, 72, 82, 92, 104, 116, 124)
WRAPPED = (
    row(".", "自然人", ".", ".", "社会公", "法律服", ".", "总计", at=PLACES)
    + row(".", ".", "商业企", "科研机", "益组织", "务机构", "其他", ".", at=PLACES)
    + row(".", ".", "业", "构", at=PLACES)
)
CROWDED = (2, 62, 67, 82, 92, 104, 116, 124)
RECEIVED = "一、本年新收政府信息公开申请数量"
BROUGHT = "二、上年结转政府信息公开申请数量"
GRANTED = "（一）予以公开"
PARTIALLY = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
SECRETS = "1.属于国家秘密"
PROHIBITED = "2.其他法律行政法规禁止公开"
FORWARD = "四、结转下年度继续办理"


def requests(*rows: tuple[str, str], at: tuple[int, ...] = PLACES) -> str:
    """Rows of the table of requests, their cells in columns."""
    return "".join(row(label, *cells.split(), at=at) for label, cells in rows)


def joined(*rows: tuple[str, str]) -> str:
    """Rows whose cells stand between three spaces, with one more for a blank cell."""
    return "".join(
        "   ".join([label, *(cell.replace(".", " ") for cell in cells.split())]).rstrip() + "\n"
        for label, cells in rows
    )


def stopped(*rows: tuple[str, str]) -> str:
    """Rows whose cells stood between tabs."""
    return "".join(
        "\t".join([label, *cells.replace(".", "").split(" ")]).expandtabs(8).rstrip() + "\n" for label, cells in rows
    )


BLANKS = (
    (RECEIVED, "4 . 1 . . . 5"),
    (BROUGHT, ". . 2 . . . 2"),
    (GRANTED, "3 . . 1 . . 4"),
    (SECRETS, ". 1 . . . . 1"),
    (FORWARD, "1 . 2 . . . 3"),
)
SPARSE = (
    (RECEIVED, "4 2 1 . . . 7"),
    (BROUGHT, ". . 2 5 7 . 14"),
    (GRANTED, "3 . . 1 . . 4"),
    (SECRETS, ". 1 . . 12 . 13"),
    (PROHIBITED, ". 1 . 30 . 4 35"),
    ("3.危及“三安全一稳定”", "12 . 4 . 2 6 24"),
    (FORWARD, "1 . . . . 6 7"),
)
WIDE = ((RECEIVED, "10 2 31 4 512 6 565"), (BROUGHT, "1 20 3 44 5 60 133"))
FULL = ((RECEIVED, "10 2 3 4 5 6 30"), (GRANTED, "1 0 0 0 0 0 1"))

FIFTEEN = (1, 11, 21, 31, 41, 51, 61, 71, 81, 91, 101, 111, 121, 131, 141)
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
HEADS = row(*RESULTS, *["."] * 5, *RESULTS, at=FIFTEEN) + row(*["."] * 5, *RESULTS, at=FIFTEEN)
CLOSER = tuple(range(1, 76, 5))
CLOSE = row(*["结果", "结果", "其他", "尚未", "总计"] * 3, at=CLOSER) + row(
    *["维持", "纠正", "结果", "审结", "."] * 3, at=CLOSER
)


STOPS = (2, 32, 62, 92)
ITEMS = (
    "第二十条第（一）项\n"
    + row("信息内容", "本年制发件数", "本年废止件数", "现行有效件数", at=STOPS)
    + row("行政规范性文件", "5", ".", "16", at=STOPS)
    + "第二十条第（五）项\n"
    + row("信息内容", "本年处理决定数量", at=STOPS)
    + row("行政许可", "219", at=STOPS)
    + "第二十条第（六）项\n"
    + row("信息内容", "本年处理决定数量", at=STOPS)
    + row("行政处罚", "1", at=STOPS)
    + row("行政强制", "3", at=STOPS)
    + "第二十条第（八）项\n"
    + row("信息内容", "本年收费金额（单位：万元）", at=STOPS)
    + row("行政事业性收费", "162.35", at=STOPS)
)


def disputes(cells: str, *, heads: str = HEADS, at: tuple[int, ...] = FIFTEEN) -> str:
    """The table on disputes with its heads on two lines."""
    return FOUR + "行政复议" + " " * 60 + "行政诉讼\n" + heads + row(*cells.split(), at=at) + END


APART = (2, 40, 72, 82, 92, 104, 116, 124, 134)


def beside(*rows: tuple[str, str, str]) -> str:
    """Rows of which the label stands beside that of its group, and the values one column farther."""
    return "".join(row(group, label, *cells.split(), at=APART) for group, label, cells in rows)


@frozen
class Shown:
    """A text, and the cells of some of its rows: numbers, `.` where blank, `?` where refused."""

    idea: str
    text: str
    rows: dict[str, str]


SETTLED = (
    Shown(
        "rows with blanks below heads, by width",
        proactive(),
        {"rules": "0 . 3", "normative_documents": "12 12 12", "licensing": ". 7 5"},
    ),
    Shown(
        "by characters, the middle of values below that of heads",
        proactive(at=(2, 22, 40, 60), measure=len).replace("      0", "0      ", 1),
        {"licensing": ". 7 5"},
    ),
    Shown(
        "heads over three lines and no full row",
        THREE + WRAPPED + requests(*BLANKS),
        {"received": "4 . 1 . . . 5", "granted": "3 . . 1 . . 4", "denied.state_secrets": ". 1 . . . . 1"},
    ),
    Shown(
        "the same table twice",
        THREE + WRAPPED + requests(*BLANKS) + END + THREE + WRAPPED + requests(*BLANKS),
        {"received": "4 . 1 . . . 5", "denied.state_secrets": ". 1 . . . . 1"},
    ),
    Shown(
        "columns that stand elsewhere behind a form feed",
        THREE
        + requests(*FULL, (PARTIALLY, ". . 2 . . . 2"))
        + "\f"
        + requests((SECRETS, "1 0 0 0 0 0 1"), (PROHIBITED, ". 4 . . . . 4"), at=tuple(place + 5 for place in PLACES)),
        {"partially_granted": ". . 2 . . . 2", "denied.prohibited_by_law": ". 4 . . . . 4"},
    ),
    Shown(
        "columns that stand elsewhere behind the number of a page",
        THREE
        + requests(*FULL, (PARTIALLY, ". . 2 . . . 2"))
        + "— 2 —\n"
        + requests((SECRETS, "1 0 0 0 0 0 1"), (PROHIBITED, ". 4 . . . . 4"), at=tuple(place + 5 for place in PLACES)),
        {"partially_granted": ". . 2 . . . 2", "denied.prohibited_by_law": ". 4 . . . . 4"},
    ),
    Shown(
        "columns that stand elsewhere behind a form feed inside a label",
        THREE
        + requests(*FULL, (PARTIALLY, ". . 2 . . . 2"))
        + requests(("5.要求行政机关确认或重新出", ". . . 5 . . 5"))
        + "\f具已获取信息\n"
        + requests(("（七）总计", "1 0 0 0 0 0 1"), (FORWARD, ". 4 . . . . 4"), at=tuple(at + 5 for at in PLACES)),
        {"not_processed.confirmation": ". . . 5 . . 5", "carried_forward": ". 4 . . . . 4"},
    ),
    Shown(
        "columns that stand elsewhere on the next page, where nothing shows that one ended",
        THREE
        + requests(FULL[0], SPARSE[1], FULL[1], (PARTIALLY, ". . 2 . . . 2"))
        + requests((SECRETS, "1 0 0 0 0 0 1"), *SPARSE[4:], at=tuple(at + 5 for at in PLACES)),
        {"brought_forward": ". . 2 5 7 . 14", "denied.prohibited_by_law": ". 1 . 30 . 4 35"},
    ),
    Shown(
        "labels of groups that take column 1 and shift the values beside them",
        THREE
        + requests((RECEIVED, "10 2 3 4 5 6 30"), (BROUGHT, ". . 7 . . . 7"), at=APART)
        + beside(("三、本年度办理结果", GRANTED, "6 . 1 . . . 7"))
        + beside(
            ("（三）不予公开", SECRETS, ". 3 . . 2 . 5"),
            ("（四）无法提供", "1.本机关不掌握相关政府信息", "2 1 . . . . ."),
        )
        + requests(("2.没有现成信息需要另行制作", "1 . . 1 . . 2"), (FORWARD, ". . . 3 . . 3"), at=APART),
        {
            "granted": "6 . 1 . . . 7",
            "denied.state_secrets": ". 3 . . 2 . 5",
            "unavailable.not_held": "2 1 . . . . .",
            "carried_forward": ". . . 3 . . 3",
        },
    ),
    Shown(
        "no full row and no heads: the white space between the columns of all rows parts just as many",
        THREE + requests(*SPARSE),
        {"received": "4 2 1 . . . 7", "granted": "3 . . 1 . . 4", "denied.state_secrets": ". 1 . . 12 . 13"},
    ),
    Shown(
        "columns that stand elsewhere on a page without a full row",
        THREE
        + requests(*FULL, (PARTIALLY, ". . 2 . . . 2"))
        + "\f"
        + requests(*SPARSE[3:6], ("3.其他", "3 1 2 30 5 . 41"), at=tuple(place + 9 for place in PLACES))
        + requests(("（七）总计", ". . . . 5 5 10"), SPARSE[6], at=tuple(place + 9 for place in PLACES)),
        {"partially_granted": ". . 2 . . . 2", "denied.prohibited_by_law": ". 1 . 30 . 4 35"},
    ),
    Shown(
        "one row of fifteen cells below heads over two lines",
        disputes("1 . . 2 3 . . 4 . 4 . 7 . . 7"),
        {
            "reconsideration": "1 . . 2 3",
            "litigation_direct": ". . 4 . 4",
            "litigation_after_reconsideration": ". 7 . . 7",
        },
    ),
    Shown(
        "a column that is a tab stop by chance, in a text whose other columns are none",
        TWO + ITEMS + THREE + WRAPPED + requests(*BLANKS),
        {"normative_documents": "5 . 16", "received": "4 . 1 . . . 5"},
    ),
    Shown(
        "disputes that show little, in a text whose other columns prove how it is drawn",
        THREE + WRAPPED + requests(*BLANKS) + disputes("1 . . . 1 . 1 . . 2 . . . . ."),
        {"reconsideration": "1 . . . 1", "litigation_direct": ". 1 . . 2"},
    ),
)
REFUSED = "? ? ? ? ? ? ?"
DOUBTFUL = (
    Shown(
        "the same rows joined by spaces",
        TWO
        + "信息内容  本年新制作数量  本年新公开数量  对外公开总数量\n规章  0  3\n规范性文件  12  12  12\n"
        + "信息内容  上一年项目数量  本年增/减  处理决定数量\n行政许可  7  5\n其他对外管理服务事项  4  -1  8\n",
        {"rules": "? ? ?", "licensing": "? ? ?"},
    ),
    Shown(
        "a head that lost a character",
        proactive().replace("本年新公开数量", "本年新公开数"),
        {"rules": "? ? ?", "licensing": ". 7 5"},
    ),
    Shown(
        "a number between two heads, with nothing beside it that leaves one",
        proactive(documents="0 . .").replace("规章" + " " * 24 + "0", "规章" + " " * 36 + "0"),
        {"rules": "? ? ?"},
    ),
    Shown(
        "a label that lost characters",
        THREE
        + requests(
            FULL[0], (BROUGHT, ". . 2 . . . 2"), FULL[1], (PARTIALLY.replace("只计这一情形", ""), ". . 2 . . . 2")
        ),
        {"brought_forward": ". . 2 . . . 2", "partially_granted": REFUSED},
    ),
    Shown(
        "a label that lost its number",
        THREE + requests(FULL[0], (BROUGHT, ". . 2 . . . 2"), FULL[1], (PARTIALLY[3:], ". . 2 . . . 2")),
        {"brought_forward": ". . 2 . . . 2", "partially_granted": REFUSED},
    ),
    Shown(
        "several digits and a blank last cell, where all rows stand in their columns: nothing was lost before them",
        THREE + requests(*WIDE, (GRANTED, ". . 12 . 345 . ."), (SECRETS, "12 . . 7 . . ."), (FORWARD, ". . 2 . . . 2")),
        {"granted": ". . 12 . 345 . .", "denied.state_secrets": "12 . . 7 . . ."},
    ),
    Shown(
        "several digits and a blank last cell, where one row stands beside its columns",
        THREE
        + requests(*WIDE, (GRANTED, ". . 12 . 345 . ."), (SECRETS, "12 . . 7 . . ."))
        + requests((PROHIBITED, "1 . . . . . 1"), at=(2, *(place - 4 for place in PLACES[1:])))
        + requests((FORWARD, ". . 2 . . . 2")),
        {"granted": REFUSED, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "no full row and no heads, and a column that no row shows",
        THREE + requests(*((label, cells[:-2].replace("4", ".") + cells[-2:]) for label, cells in SPARSE)),
        {"received": REFUSED, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "no full row and no heads, and columns that no row shows beside each other",
        THREE + requests(*((label, cells.replace("2 6", ". 6")) for label, cells in SPARSE)),
        {"received": REFUSED, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "no full row and no heads, and a column that shows in one row alone",
        THREE + requests(*SPARSE[:4], SPARSE[5]),
        {"received": REFUSED, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "no full row and no heads, and a row without a total",
        THREE + requests(*SPARSE[:-1], (FORWARD, "1 . . . . 6 .")),
        {"received": REFUSED, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "a row that is full only because of one space among wide ones",
        THREE
        + requests((RECEIVED, "10 . 3 4 5 6 28"), (GRANTED, "1 . 0 0 0 0 1"), (SECRETS, "2 . . . . 1 3")).replace(
            "28", "2 8"
        ),
        {"received": REFUSED, "granted": REFUSED, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "thousands split off by one space, which make rows full",
        THREE
        + requests((RECEIVED, "10 . 3 4 5 6 1.345"), (GRANTED, "1 . 0 0 0 0 1"), (SECRETS, "2 . . . . 1 3")).replace(
            "1.345", "1 345"
        ),
        {"received": REFUSED},
    ),
    Shown(
        "long numbers with one space between them: two of them would be longer than all others",
        THREE
        + requests((RECEIVED, "1387 1881 7 4 5 6 3290"), (BROUGHT, "2500 1600 1 2 3 4 4110"), at=CROWDED)
        + requests((GRANTED, "1387 1004 7 . . . 2398"), (FORWARD, "1500 1600 1 2 3 4 3110"), at=CROWDED),
        {"received": "1387 1881 7 4 5 6 3290", "brought_forward": "2500 1600 1 2 3 4 4110"},
    ),
    Shown(
        "what is left of a group before a label",
        THREE + requests(FULL[0], (BROUGHT, ". . 2 . . . 2"), FULL[1], ("（三） " + SECRETS, ". . 2 . . . 2")),
        {"brought_forward": ". . 2 . . . 2", "denied.state_secrets": REFUSED},
    ),
    Shown(
        "labels that reach into the columns",
        THREE
        + requests(FULL[0], (BROUGHT, ". . 2 . . . 2"), FULL[1], (PARTIALLY, "3 . 1 . . . 4"))
        + row("（三）不予公开", SECRETS, "2", "2", at=(2, 56, 82, 124)),
        {"brought_forward": ". . 2 . . . 2", "denied.state_secrets": REFUSED},
    ),
    Shown(
        "labels of groups in column 1, and nothing that shows whether they shift the values beside them",
        THREE
        + requests((RECEIVED, "10 2 3 4 5 6 30"), (BROUGHT, ". . 7 . . . 7"), at=APART)
        + beside(("三、本年度办理结果", GRANTED, "6 . 1 . . . ."))
        + requests((PARTIALLY[:3] + PARTIALLY[3:7], "1 . . 1 . . 2"), (FORWARD, ". . . 3 . . 3"), at=APART),
        {"granted": REFUSED, "carried_forward": ". . . 3 . . 3"},
    ),
    Shown(
        "values that stand beside the heads close to them, so that another may be the nearest",
        proactive(at=(2, 30, 50, 70)).replace("12", " 12")
        + disputes(
            ". . 2 . 3 . . 4 . 4 . 7 . . 7", heads=CLOSE, at=tuple(place + 3 * (place < 20) for place in CLOSER)
        ),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "columns that move within a page, so that a row may stand in either",
        THREE
        + requests((RECEIVED, "4 2 3 4 5 6 8"), (BROUGHT, "2 . . 3 . . 5"), at=(2, 62, 72, 77, 82, 92, 104, 116))
        + requests((GRANTED, "1 0 0 0 0 0 1"), (PARTIALLY, "2 . . . . . 2"), at=(2, 62, 72, 82, 92, 104, 110, 116))
        + requests((SECRETS, "1 0 0 0 0 0 1"), (PROHIBITED, ". . . 1 . . 1"), at=(2, 62, 72, 82, 92, 104, 110, 116))
        + requests(("3.其他", "1 . . 1 . 1 3"), at=(2, 62, 72, 82, 92, 104, 110, 116)),
        {"brought_forward": REFUSED, "partially_granted": "2 . . . . . 2", "denied.prohibited_by_law": ". . . 1 . . 1"},
    ),
    Shown(
        "a number split in two where another column begins",
        THREE
        + requests(FULL[0], (BROUGHT, ". . 2 . . . 2"), FULL[1], (PARTIALLY, "3 . 1 . . . 4"))
        + row(SECRETS, "12", "3 6", at=(2, 82, 122)),
        {"brought_forward": ". . 2 . . . 2", "denied.state_secrets": REFUSED},
    ),
    Shown(
        "a column that is a tab stop, in a text that has no others",
        TWO + ITEMS,
        {"normative_documents": "? ? ?", "licensing": "219"},
    ),
    Shown(
        "tabs expanded to stops",
        (
            THREE
            + f"{RECEIVED}\t4\t2\t3\t4\t5\t6\t24\n{BROUGHT}\t2\t\t\t\t\t\t2\n"
            + f"{GRANTED}\t3\t\t\t\t\t\t3\n{SECRETS}\t\t1\t\t\t\t\t1\n"
            + f"{PROHIBITED}\t\t\t1\t\t\t\t1\n"
        ).expandtabs(4),
        {"granted": REFUSED, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "tabs expanded to stops behind the numbers of lines",
        "1 一、总体情况\n2 无。\n3 无。\n4 无。\n5 无。\n6 无。\n7 无。\n8 无。\n9 无。\n10 "
        + THREE
        + f"11 {SECRETS}  2       4       8       2       5       9       4\n"
        + f"12 {PROHIBITED}      7       6       7       1       7       6       5\n"
        + "13 3.危及“三安全一稳定”    1       5       1       6       3       9       2\n"
        + f"14 7.属于行政执法案卷{' ' * 22}7{' ' * 31}6\n"
        + f"15 2.重复申请{' ' * 14}7{' ' * 15}3{' ' * 23}8\n"
        + f"16 3.要求提供公开出版物{' ' * 12}7       8       9{' ' * 15}5\n",
        {"denied.enforcement_files": REFUSED, "not_processed.repeated": REFUSED},
    ),
    Shown(
        "a list number at the end of the line before, which was in the columns of its row",
        requests(*FULL, (GRANTED, ". . 2 . . . 2"))
        + requests((SECRETS, ". 5 7 . . . ."), at=(8, *PLACES[1:])).replace("1.属", "1.\n属")
        + requests((PROHIBITED, ". . 2 . . . 2")),
        {"denied.state_secrets": REFUSED, "denied.prohibited_by_law": ". . 2 . . . 2"},
    ),
    Shown(
        "rows that were cut and go on on the next line, which full ones cannot contradict",
        THREE
        + requests(*FULL, (SECRETS, ". . 2 . . . 2"), (PROHIBITED, ". 3 . . . . 3"))
        + requests(("3.危及“三安全一稳定”", "1 2 3 4 5 6 21"), ("4.保护第三方合法权益", "7 6 5 4 3 2 27")).replace(
            " 4", "\n4"
        ),
        {"denied.state_secrets": REFUSED, "received": "10 2 3 4 5 6 30"},
    ),
    Shown(
        "more spaces where cells are blank",
        THREE
        + f"{RECEIVED}   4   2   3   4   5   6   8\n{BROUGHT}   2"
        + " " * 23
        + f"2\n{GRANTED}   3"
        + " " * 23
        + "3\n"
        + f"{SECRETS}       1"
        + " " * 19
        + f"1\n{PROHIBITED}           1"
        + " " * 15
        + "1\n",
        {"granted": REFUSED, "denied.state_secrets": REFUSED},
    ),
    Shown(
        "more spaces where cells are blank, behind labels that differ by the width of a column",
        THREE
        + joined((RECEIVED, "1 2 3 4 5 6 21"), (BROUGHT, "1 2 3 4 5 6 21"), (SECRETS, ". . 7 . . . 7"))
        + joined(("3.危及“三安全一稳定”", ". 5 . . 5 . ."), ("5.属于三类内部事务信息", ". 6 . . . . 6"))
        + joined(("3.其他", ". . . 1 . 2 .")),
        {"denied.state_secrets": REFUSED, "denied.internal_affairs": REFUSED},
    ),
    Shown(
        "tabs expanded to stops, behind labels that differ by the width of a column",
        THREE
        + stopped((RECEIVED, "1 2 3 4 5 6 21"), (BROUGHT, "1 2 3 4 5 6 21"), (SECRETS, ". . 7 . . . 7"))
        + stopped(("3.危及“三安全一稳定”", ". 5 . . 5 . ."), ("5.属于三类内部事务信息", ". 6 . . . . 6"))
        + stopped(("1.信访举报投诉类申请", ". . 4 . . . 4"), ("3.其他", ". . . 1 . 2 .")),
        {"denied.state_secrets": REFUSED, "denied.internal_affairs": REFUSED},
    ),
    Shown(
        "one row that stands in the columns of another by chance",
        THREE + requests(FULL[0], (BROUGHT, ". . 7 . . . 7")),
        {"brought_forward": REFUSED},
    ),
    Shown(
        "numbers shifted from one of the fifteen on, as where two were glued",
        disputes("1 00 0 0 0 0 0 0 0 0 0 0 0 0", at=(1, 11, *range(22, 142, 10))),
        {"reconsideration": "? ? ? ? ?"},
    ),
    Shown(
        "fifteen heads of which two are glued",
        disputes("1 . . 2 3 . . 4 . 4 . 7 . . 7", heads=HEADS.replace("结果维持  结果纠正", "结果维持结果纠正", 1)),
        {"reconsideration": "? ? ? ? ?"},
    ),
)


def cells(report: gidisc.Report, row_id: str) -> str:
    shown = [cell for cell in gidisc.cells(report) if cell.row == row_id]
    return " ".join(
        "?" if cell.status is Status.REFUSED else "." if cell.status is Status.BLANK else str(cell.value)
        for cell in shown
    )


@pytest.mark.parametrize("shown", [*SETTLED, *DOUBTFUL], ids=lambda shown: shown.idea)
def test_which_column(shown: Shown) -> None:
    report = gidisc.parse(shown.text)
    assert {row_id: cells(report, row_id) for row_id in shown.rows} == shown.rows


def line(text: str, *, lead: int) -> Line:
    """A line of values, of which something else takes the first `lead` characters."""
    values = re.finditer(r"\S+", " " * lead + text[lead:])
    return Line(lead, tuple(Place(*value.span()) for value in values))


@pytest.mark.parametrize(
    ("text", "columns", "disagrees"),
    [
        ("ab  1        4", (0, 3), False),
        ("ab  1        4", (1, 4), True),
        ("ab     7", (1,), False),
        ("ab     7", (2,), True),
        ("ab    7", (1,), True),
        ("  1        4", (1, 4), False),
        ("  1        4", (1, 3), True),
        ("  1", (0,), True),
    ],
)
def test_joined_cells_tell_blanks_by_more_spaces(text: str, columns: tuple[int, ...], disagrees: bool) -> None:
    rival = Rival(Joined(2, 3), frozenset({0}))
    assert rival.disagrees(line(text, lead=len(text) - len(text.lstrip("ab"))), columns) is disagrees


def test_joined_cells_that_leave_no_trace_of_blanks_agree_with_nothing() -> None:
    lines = [line("abcde  1  2  3  4", lead=5), line("abc  1  2", lead=3)]
    (silent,) = [rival for rival in rivals(lines, [4, 4]) if rival.made == Joined(2, 0)]
    assert silent.disagrees(lines[1], (0, 1))


def test_wide_digits_are_measured_as_the_narrow_ones_that_they_were() -> None:
    narrow = measures_of("１２件")[3]
    assert narrow("１２件") == 4
    assert len(measures_of("12件")) == 4


def test_the_double_rule_below_merged_heads_shows_the_edges_of_all_columns() -> None:
    text = "+-------+\n| 申请  |\n+===+===+\n| 甲 | 1 |\n+---+---+\n"
    reading = in_reading_order(text)
    assert reading.offsets is not None
    assert not reading.broken


CLOSE = """三、收到和处理政府信息公开申请情况
1.属于国家秘密              717 9,164 4,718 12            21       5,597 20,229
3.危及“三安全一稳定”          6,265 194     5      5,572    1,636    1,408 15,080
6.属于四类过程性信息           5,348 8,652 9,786 4           3,542    428   27,760
7.属于行政执法案卷            5,146 8,333 6,083 24          4,374    4,589 28,549
8.属于行政查询事项            477   556   998   15          9,212    15    29,673
"""


def test_where_no_row_has_blanks_no_number_is_in_parts() -> None:
    cells = [cell for cell in gidisc.cells(gidisc.parse(CLOSE)) if cell.row.startswith("denied.")]
    assert [cell.value for cell in cells if cell.row == "denied.state_secrets"] == [
        717,
        9164,
        4718,
        12,
        21,
        5597,
        20229,
    ]
    assert sum(cell.status is Status.READ for cell in cells) == 35
