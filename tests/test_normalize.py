"""Small texts, each with one difficulty, and the canonical lines that they give."""

from __future__ import annotations

import re

import pytest
from attrs import frozen

import gidisc
from gidisc import Status
from gidisc.canonical import HEADER
from gidisc.strategies.judge import gaps

TWO = "二、主动公开政府信息情况\n"
FIVE = "五、存在的主要问题及改进情况"
THREE = "三、收到和处理政府信息公开申请情况\n"
DISPUTE_HEADS = (
    "四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n"
    "结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉\n"
    "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n"
)
GRANTED = "（一）予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 21"
SECRETS = "1.属于国家秘密"
PROHIBITED = "2.其他法律行政法规禁止公开"
STABILITY = "3.危及“三安全一稳定”"
REFUSED = " | ?" * 7
ANSWERED = (
    f"{THREE}1.属于国家秘密 1 0 0 0 0 0 1\n2.其他法律行政法规禁止公开 2 0 0 0 0 0 2\n"
    "3.危及“三安全一稳定” 3 0 0 0 0 0 3\n"
)


ANSWERED_LINES = (
    f"| {SECRETS} | 1 | 0 | 0 | 0 | 0 | 0 | 1",
    f"| {PROHIBITED} | 2 | 0 | 0 | 0 | 0 | 0 | 2",
    f"| {STABILITY} | 3 | 0 | 0 | 0 | 0 | 0 | 3",
)


@frozen
class Small:
    """A text, canonical lines that it must give in this order, and the codes of what is noted."""

    idea: str
    text: str
    lines: tuple[str, ...]
    codes: tuple[str, ...] = ()


APART = (
    "二 、 上 年 结 转 政 府 信 息 公 开 申 请 数 量 1 2 0 0 0 0 3\n"
    "1 . 属 于 国 家 秘 密 4 0 0 0 0 0 4\n2 . 其 他 法 律 行 政 法 规 禁 止 公 开 5 0 0 0 0 0 5\n"
)


def numbered(text: str, sign: str) -> str:
    """A text with the number of each line before it, as listings print them."""
    return "".join(f"{number:4}{sign}{line}\n" for number, line in enumerate(text.splitlines(), start=1))


LABELS = (
    Small(
        "the labels of groups and the names of columns misread",
        f"{THREE}白然人 法人或其他组织 总计\n商业企业 科研机枸 社会公益组织 法律服务机构 其他\n"
        f"三、本年度办埋结果 （一）予以公开 1 0 0 0 0 0 1\n"
        f"（三）不予公幵 {SECRETS} 2 0 0 0 0 0 2\n",
        ("| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1", f"| {SECRETS} | 2 | 0 | 0 | 0 | 0 | 0 | 2"),
    ),
    *(
        Small(
            f"list numbers like {first}",
            f"{THREE}（三）不予公开 {first}属于国家秘密 1 0 0 0 0 0 1\n{second}其他法律行政法规禁止公开 2 0 0 0 0 0 2\n"
            f"{third}危及“三安全一稳定” 3 0 0 0 0 0 3\n",
            tuple(ANSWERED_LINES),
        )
        for first, second, third in (
            ("①", "②", "③"),
            ("1 ", "2 ", "3 "),
            ("1·", "2·", "3·"),
            ("1：", "2：", "3："),
            ("l.", "2.", "3."),
            ("I、", "2、", "3、"),
            ("（—）", "（=）", "（≡）"),
        )
    ),
    Small(
        "a bare number before one label only may be a value",
        f"{THREE}{SECRETS} 1 0 0 0 0 0\n2 其他法律行政法规禁止公开 2 0 0 0 0 0 2\n{STABILITY} 3 0 0 0 0 0 3\n",
        (f"| {SECRETS}{REFUSED}", f"| {PROHIBITED} | 2 | 0 | 0 | 0 | 0 | 0 | 2"),
        ("row-uncertain",),
    ),
    Small(
        "a group label and a row with a number in brackets that was not read",
        f"{THREE}三、本年度办理结果 （—）予以公开 1 0 0 0 0 0 1\n{PROHIBITED} 2 0 0 0 0 0 2\n",
        ("| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1",),
    ),
    Small(
        "the last two characters of a label misread",
        f"{THREE}{SECRETS} 1 0 0 0 0 0 1\n5.属于三类内部事务倌思 2 0 0 0 0 0 2\n8.属于行政查询事项 3 0 0 0 0 0 3\n",
        ("| 5.属于三类内部事务信息 | 2 | 0 | 0 | 0 | 0 | 0 | 2",),
        ("label-damaged",),
    ),
    Small(
        "the rest of a long label misread",
        f"{THREE}1.申请人无正当理由逾期不补正、行政机关不再外理其政府信息公开申请\n2 0 0 0 0 0 2\n"
        "3.其它 3 0 0 0 0 0 3\n"
        "（七）合计 5 0 0 0 0 0 5\n",
        (
            "| 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 2 | 0 | 0 | 0 | 0 | 0 | 2",
            "| 3.其他 | 3 | 0 | 0 | 0 | 0 | 0 | 3",
            "| （七）总计 | 5 | 0 | 0 | 0 | 0 | 0 | 5",
        ),
        ("label-wording", "label-wording", "label-wording"),
    ),
    Small(
        "characters that stand apart, and between bars numbers that do not fall apart",
        THREE
        + "".join(" | ".join(line.rsplit(" ", 7)) + "\n" for line in APART.replace("1 2 0", "11 2 0").splitlines()),
        ("| 二、上年结转政府信息公开申请数量 | 11 | 2 | 0 | 0 | 0 | 0 | 3",),
    ),
    Small(
        "characters that stand apart, and a number among them that does not fall apart",
        f"一 、 总 体 情 况\n全 年 公 开 2319 条 信 息 。\n{THREE}{APART}",
        (
            "| 二、上年结转政府信息公开申请数量 | 1 | 2 | 0 | 0 | 0 | 0 | 3",
            f"| {SECRETS} | 4 | 0 | 0 | 0 | 0 | 0 | 4",
            f"| {PROHIBITED} | 5 | 0 | 0 | 0 | 0 | 0 | 5",
        ),
    ),
    Small(
        "characters on lines of their own, whatever stands in prose",
        "一、总体情况\n2024年公 开 19 条 信 息。\n" + THREE + "\n".join("1.属于国家秘密") + "\n1\n0\n0\n0\n0\n0\n1\n",
        (f"| {SECRETS}{REFUSED}",),
        ("table-order",),
    ),
    Small(
        "characters that stand apart, and no number of several digits",
        f"{THREE}{APART}",
        (f"| 二、上年结转政府信息公开申请数量{REFUSED}", f"| {SECRETS}{REFUSED}"),
        ("table-order", "table-order", "table-order"),
    ),
    Small(
        "characters that stand apart, those of a year too",
        f"一 、 总 体 情 况\n2 0 2 4 年 公 开 19 条 信 息 。\n{THREE}{APART}",
        (f"| 二、上年结转政府信息公开申请数量{REFUSED}", f"| {SECRETS}{REFUSED}"),
        ("table-order", "table-order", "table-order"),
    ),
    Small(
        "the last character of a label misread",
        f"{THREE}6.属于四类过程性信息 1 0 0 0 0 0 1\n7.属于行政执法案爷 2 0 0 0 0 0 2\n"
        "8.属于行政查询事项 3 0 0 0 0 0 3\n",
        ("| 6.属于四类过程性信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1", "| 7.属于行政执法案卷 | 2 | 0 | 0 | 0 | 0 | 0 | 2"),
        ("label-damaged",),
    ),
    Small(
        "the last character of a label lost where values stand before their labels",
        f"{THREE}1 2 0 0 0 0 3 1.本机关不掌握相关政府信息\n4 5 0 0 0 0 9 2.没有现成信息需要另行制\n"
        "6 7 0 0 0 0 13 3.补正后申请内容仍不明确\n8 9 0 0 0 0 17 1.信访举报投诉类申请\n",
        (
            f"| 1.本机关不掌握相关政府信息{REFUSED}",
            f"| 2.没有现成信息需要另行制作{REFUSED}",
            f"| 3.补正后申请内容仍不明确{REFUSED}",
        ),
        ("label-damaged", "table-order", "table-order", "table-order", "table-order"),
    ),
    Small(
        "a label too short to be told when it was misread",
        f"{TWO}第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规童 1 2 3\n行政规范性文件 4 5 6\n",
        ("? 规童 1 2 3", "| 行政规范性文件 | 4 | 5 | 6"),
    ),
    Small(
        "words like a label inside a sentence",
        f"{THREE}（一）予以公开 1 0 0 0 0 0 1\n凡是属于国家密的信息不在此列\n{PROHIBITED} 2 0 0 0 0 0 2\n",
        ("| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1", f"| {PROHIBITED} | 2 | 0 | 0 | 0 | 0 | 0 | 2"),
    ),
    Small(
        "short labels that were misread, behind their number and without it",
        f"{THREE}二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n（一）子以公开 1 0 0 0 0 0 1\n"
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形） 2 0 0 0 0 0 2\n（五）不予处理\n"
        "1.信访举报投诉类申请 3 0 0 0 0 0 3\n里复申请 4 0 0 0 0 0 4\n3.要求提供公开出版物 5 0 0 0 0 0 5\n",
        (
            "| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1",
            "| 1.信访举报投诉类申请 | 3 | 0 | 0 | 0 | 0 | 0 | 3",
            "|+ 里复申请 | 4 | 0 | 0 | 0 | 0 | 0 | 4",
        ),
        ("label-damaged",),
    ),
    Small(
        "a character of a merged label that touches a number, and a year",
        f"{THREE}{SECRETS} 7 1 0 0 0 0 8结\n{PROHIBITED} 1 0 0 0 0 0 2018年\n",
        (f"| {SECRETS} | 7 | 1 | 0 | 0 | 0 | 0 | 8", f"| {PROHIBITED}{REFUSED}"),
        ("cell-refused",),
    ),
    Small(
        "words that were misread inside a label",
        f"{THREE}（二）部分公开 讠区分处 只计这一情形，不 7 8 9 1 2 3 30\n(3 4.保护第三方合法权益 3 0 0 0 0 0 3\n",
        (
            "| （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 7 | 8 | 9 | 1 | 2 | 3 | 30",
            "| 4.保护第三方合法权益 | 3 | 0 | 0 | 0 | 0 | 0 | 3",
        ),
        ("label-wording",),
    ),
    Small(
        "quotes before numbers",
        f'{THREE}{PROHIBITED} 1 0 0 0 0 0 1\n{STABILITY[:-1]}”3 “0 0 0 "0 0 3”\n',
        (f"| {PROHIBITED} | 1 | 0 | 0 | 0 | 0 | 0 | 1", f"| {STABILITY} | 3 | 0 | 0 | 0 | 0 | 0 | 3"),
    ),
    Small(
        "a label wrapped around its values",
        f"{THREE}（二）部分公开（区分处理的，只计这一\n情形，不计其他情 7 8 9 1 2 3 30\n形）\n"
        "4.保护第三方合法权益 3 0 0 0 0 0 3\n",
        (
            "| （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 7 | 8 | 9 | 1 | 2 | 3 | 30",
            "| 4.保护第三方合法权益 | 3 | 0 | 0 | 0 | 0 | 0 | 3",
        ),
    ),
    Small(
        "a numeral beside values above the rest of its label",
        f"{THREE}（一）予以公开 1 2 3 4 5 6 21\n4. 3 0 0 0 0 0 3\n保护第三方合法权益\n"
        "5.属于三类内部事务信息 1 1 0 0 0 0 2\n",
        (
            "| （一）予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 21",
            "| 4.保护第三方合法权益 | 3 | 0 | 0 | 0 | 0 | 0 | 3",
            "| 5.属于三类内部事务信息 | 1 | 1 | 0 | 0 | 0 | 0 | 2",
        ),
    ),
    Small(
        "a list number in a cell of its own",
        f"{THREE}4.\t保护第三方合法权益\t3\t0\t0\t0\t0\t0\t3\n5.\t属于三类内部事务信息\t1\t1\t0\t0\t0\t0\t2\n",
        ("| 4.保护第三方合法权益 | 3 | 0 | 0 | 0 | 0 | 0 | 3", "| 5.属于三类内部事务信息 | 1 | 1 | 0 | 0 | 0 | 0 | 2"),
    ),
    Small(
        "a group's label after its first child",
        f"{THREE}8.属于行政查询事项 1 0 0 0 0 0 1\n1.本机关不掌握相关政府信息 2 0 0 0 0 0 2\n"
        "（四）无法提供\n2.没有现成信息需要另行制作 3 0 0 0 0 0 3\n",
        (
            "| 8.属于行政查询事项 | 1 | 0 | 0 | 0 | 0 | 0 | 1",
            "| （四）无法提供",
            "| 1.本机关不掌握相关政府信息 | 2 | 0 | 0 | 0 | 0 | 0 | 2",
            "| 2.没有现成信息需要另行制作 | 3 | 0 | 0 | 0 | 0 | 0 | 3",
        ),
    ),
    Small(
        "a group's label between the lines of a wrapped label",
        f"{THREE}4.无正当理由大量反复申请 5 0 0 0 0 0 5\n5.要求行政机关确认或\n（五）不予\n"
        "重新出具已获取信息 6 0 0 0 0 0 6\n处理\n（六）其他处理 7 0 0 0 0 0 7\n",
        (
            "| （五）不予处理",
            "| 4.无正当理由大量反复申请 | 5 | 0 | 0 | 0 | 0 | 0 | 5",
            "| 5.要求行政机关确认或重新出具已获取信息 | 6 | 0 | 0 | 0 | 0 | 0 | 6",
            "| （六）其他处理 | 7 | 0 | 0 | 0 | 0 | 0 | 7",
        ),
    ),
    Small(
        "labels with a character misread or lost",
        f"{THREE}（一）予以公开 1 2 3 4 5 6 21\n4.保护第三方合法杈益 3 0 0 0 0 0 3\n"
        "5.属于三类内部事信息 1 1 0 0 0 0 2\n"
        "6.属于四类过程性信息 1 1 0 0 0 0 2\n",
        ("| 4.保护第三方合法权益 | 3 | 0 | 0 | 0 | 0 | 0 | 3", "| 5.属于三类内部事务信息 | 1 | 1 | 0 | 0 | 0 | 0 | 2"),
        ("label-damaged", "label-damaged"),
    ),
    Small(
        "a label too far from any other is a row of its own",
        f"{THREE}4.保护第三方合法权益 3 0 0 0 0 0 3\n属于某类某部某事信息 1 1 0 0 0 0 2\n"
        "7.属于行政执法案卷 1 1 0 0 0 0 2\n",
        ("|+ 属于某类某部某事信息 | 1 | 1 | 0 | 0 | 0 | 0 | 2", "| 7.属于行政执法案卷 | 1 | 1 | 0 | 0 | 0 | 0 | 2"),
    ),
    Small(
        "another wording of a label",
        f"{THREE}1.属于国家秘密 3 0 0 0 0 0 3\n2.其他法律法规禁止公开 1 1 0 0 0 0 2\n",
        ("| 2.其他法律行政法规禁止公开 | 1 | 1 | 0 | 0 | 0 | 0 | 2",),
        ("label-wording",),
    ),
    Small(
        "explanations in brackets behind labels",
        f"{THREE}1.属于国家秘密（指依法确定为国家秘密的政府信息） 3 0 0 0 0 0 3\n"
        "2.其他法律行政法规禁止公开（指法律、行政法规禁止公开的信息） 1 1 0 0 0 0 2\n",
        (f"| {SECRETS} | 3 | 0 | 0 | 0 | 0 | 0 | 3", f"| {PROHIBITED} | 1 | 1 | 0 | 0 | 0 | 0 | 2"),
    ),
    Small(
        "signs in words and units inside a wrapped label",
        f"{TWO}第二十条第（五）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n行政许可 26 增 2 408\n"
        "其他对外管理 12 减3 9\n服务事项\n第二十条第（九）项\n信息内容 采购项目数量 采购总金额\n"
        "政府集中\n采购 6 46.5 万元\n",
        ("| 行政许可 | 26 | 增 2 | 408", "| 其他对外管理服务事项 | 12 | 减3 | 9", "| 政府集中采购 | 6 | 46.5 万元"),
    ),
    Small(
        "heads of the other edition, shuffled over wrapped columns",
        f"{TWO}第二十条第（五）项\n信息内容 处理决 本年增 上一年项\n定数量 /减 目数量\n行政许可 26 -3 408\n"
        "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 3.5\n",
        (
            "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量",
            "| 行政许可 | 26 | -3 | 408",
            "| 信息内容 | 本年收费金额（单位：万元）",
            "| 行政事业性收费 | 3.5",
        ),
        ("label-wording",),
    ),
)

BLANKS = (
    *(
        Small(
            f"blank cells between {separator.strip() or 'tabs'!r}",
            THREE
            + "".join(
                separator.join(line.split("|")).replace("_", "") + "\n"
                for line in (
                    "（一）予以公开|1|2|3|4|5|6|21",
                    f"{SECRETS}|_|2|_|4|_|_|6",
                    f"{PROHIBITED}|1|_|_|_|_|_|1",
                )
            ),
            (f"| {GRANTED}", f"| {SECRETS} | | 2 | | 4 | | | 6", f"| {PROHIBITED} | 1 | | | | | | 1"),
        )
        for separator in ("\t", " | ", " & ", ";")
    ),
    Small(
        "a line that has lost a cell",
        f"{THREE}（一）予以公开\t1\t2\t3\t4\t5\t6\t21\n{SECRETS}\t\t2\t\t4\t\t\t6\n"
        f"{PROHIBITED}\t1\t\t\t\t\t1\n{STABILITY}\t\t2\t\t\t\t\t2\n",
        (f"| {SECRETS} | | 2 | | 4 | | | 6", f"| {PROHIBITED}{REFUSED}", f"| {STABILITY} | | 2 | | | | | 2"),
        ("cell-refused",),
    ),
    Small(
        "cells on lines of their own, blank ones too",
        f"{THREE}（一）予以公开\n1\n2\n3\n4\n5\n6\n21\n{SECRETS}\n\n2\n\n4\n\n\n6\n{PROHIBITED}\n1\n2\n3\n4\n5\n6\n21\n"
        f"{STABILITY}\n1\n2\n3\n4\n5\n6\n21\n",
        (f"| {SECRETS} | | 2 | | 4 | | | 6", f"| {PROHIBITED} | 1 | 2 | 3 | 4 | 5 | 6 | 21"),
    ),
    Small(
        "two values in a cell beside a blank one",
        f"{THREE}（一）予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 21\n{SECRETS} | | 2 | 3 | 4 | 5 | 6 7 | 27\n"
        f"{PROHIBITED} | 1 | | 3 | 4 | 5 | 6 7 | 27\n",
        (f"| {GRANTED}", f"| {SECRETS}{REFUSED}", f"| {PROHIBITED}{REFUSED}"),
        ("row-uncertain", "row-uncertain"),
    ),
)

ORDER = (
    Small(
        "stacked labels",
        f"{THREE}属于国家秘密 其他法律行政法规禁止公开 1 2 0 0 0 0 3 0 0 0 0 0 0 0\n{STABILITY} 1 2 0 0 0 0 3\n",
        (f"| {SECRETS}{REFUSED}", f"| {PROHIBITED}{REFUSED}", f"| {STABILITY} | 1 | 2 | 0 | 0 | 0 | 0 | 3"),
        ("row-crowded", "row-uncertain"),
    ),
    Small(
        "values before their labels",
        f"{THREE}1 2 3 4 5 6 21\n（一）予以公开\n1 0 0 0 0 0 1\n{SECRETS}\n",
        (f"| （一）予以公开{REFUSED}", f"| {SECRETS}{REFUSED}"),
        ("table-order", "table-order"),
    ),
    Small(
        "values before their labels, the first row blank",
        f"{THREE}一、本年新收政府信息公开申请数量\n179 122 21 11 92 23 55 二、上年结转政府信息公开申请数量\n"
        "12 52 15 18 （一）予以公开\n17 71 47 39 50 8 9 （二）部分公开（区分处理的，只计这一情形，不计其他情形）\n",
        (
            f"| 一、本年新收政府信息公开申请数量{REFUSED}",
            f"| 二、上年结转政府信息公开申请数量{REFUSED}",
            f"| （一）予以公开{REFUSED}",
            f"| （二）部分公开（区分处理的，只计这一情形，不计其他情形）{REFUSED}",
        ),
        ("table-order",) * 4,
    ),
    Small(
        "values behind a head",
        f"{TWO}第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚\n行政强制\n第二十条第（八）项\n7\n"
        "3\n信息内容 本年收费金额\n行政事业性收费\n9\n",
        ("| 行政处罚 | ?", "| 行政强制 | ?", "| 行政事业性收费 | ?"),
        ("table-order",) * 3,
    ),
    Small(
        "a row with more values than cells, and one whose values stand on two lines",
        f"{THREE}{SECRETS}\n1\n2\n3\n4\n5\n1\n1\n27\n{PROHIBITED} 1 0 0 0 0 0 1\n{STABILITY} 3 0 1\n0 0 0 0\n",
        (f"| {SECRETS}{REFUSED}", f"| {PROHIBITED} | 1 | 0 | 0 | 0 | 0 | 0 | 1", f"| {STABILITY}{REFUSED}"),
        ("row-crowded", "row-uncertain"),
    ),
    Small(
        "unknown words before the values, and an extra row",
        f"{THREE}{SECRETS} 备注说明 1 2 0 0 0 0 3\n{PROHIBITED} 1 0 0 0 0 0 1\n其中在线申请 4 0 0 0 0 0 4\n"
        f"{STABILITY} 3 0 1 0 0 0 4\n",
        (
            f"| {SECRETS}{REFUSED}",
            f"| {PROHIBITED} | 1 | 0 | 0 | 0 | 0 | 0 | 1",
            "|+ 其中在线申请 | 4 | 0 | 0 | 0 | 0 | 0 | 4",
            f"| {STABILITY} | 3 | 0 | 1 | 0 | 0 | 0 | 4",
        ),
        ("row-broken",),
    ),
    Small(
        "labels in a block before values that are all alike",
        f"{TWO}第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章\n"
        "行政规范性文件\n0 0 0\n0 0 0\n"
        "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可\n0\n第二十条第（六）项\n"
        "信息内容 本年处理决定数量\n行政处罚\n行政强制\n0 0\n"
        "第二十条第（八）项\n信息内容 本年收费金额\n行政事业性收费\n0\n",
        (
            "| 规章 | 0 | 0 | 0",
            "| 行政规范性文件 | 0 | 0 | 0",
            "| 行政处罚 | 0",
            "| 行政强制 | 0",
            "| 行政事业性收费 | 0",
        ),
    ),
)

DISPUTES = (
    *(
        Small(
            f"heads with a character misread in each, and values behind {name}",
            DISPUTE_HEADS.replace("结果", "结呆").replace(" ", between)
            + between.join("12304561782")
            + f"{between}2{between}1{between}0{between}3\n",
            (
                "| 行政复议 | 1 | 2 | 3 | 0 | 4",
                "| 未经复议直接起诉 | 5 | 6 | 1 | 7 | 8",
                "| 复议后起诉 | 2 | 2 | 1 | 0 | 3",
            ),
        )
        for name, between in (("spaces", " "), ("tabs", "\t"), ("line ends", "\n"))
    ),
    Small(
        "fifteen values on a line behind words that are not known",
        f"{DISPUTE_HEADS}疆果乡\n1 2 3 4 10 5 6 7 8 26 9 1 2 3 15\n",
        ("| 行政复议 | 1 | 2 | 3 | 4 | 10", "| 复议后起诉 | 9 | 1 | 2 | 3 | 15"),
    ),
    Small(
        "fourteen values on a line behind words that are not known",
        f"{DISPUTE_HEADS}疆果乡\n1 2 3 4 10 5 6 7 8 26 9 1 2 3\n",
        ("| 行政复议 | ? | ? | ? | ? | ?",),
        ("table-order",),
    ),
    Small(
        "fifteen values",
        f"{DISPUTE_HEADS}1 2 3 4 10 5 6 7 8 26 9 1 2 3 15\n",
        (
            "| 行政复议 | 1 | 2 | 3 | 4 | 10",
            "| 未经复议直接起诉 | 5 | 6 | 7 | 8 | 26",
            "| 复议后起诉 | 9 | 1 | 2 | 3 | 15",
        ),
    ),
    *(
        Small(
            idea,
            f"本报告的数据期限自一月起至十二月止，如有疑问请与办公室联系，地址为云岭县人民路。\n{DISPUTE_HEADS}{values}\n",
            lines,
            codes,
        )
        for idea, values, lines, codes in (
            (
                "several values on some lines, empty lines between all",
                "1\n\n2\n\n3\n\n4\n\n1,910 5\n\n6\n\n7\n\n8\n\n26 9\n\n1\n\n2\n\n3\n\n15",
                ("| 行政复议 | 1 | 2 | 3 | 4 | 1,910", "| 复议后起诉 | 9 | 1 | 2 | 3 | 15"),
                (),
            ),
            (
                "one of the lines follows without an empty one",
                "1\n\n2\n\n3\n\n4\n1,910 5\n\n6\n\n7\n\n8\n\n26 9\n\n1\n\n2\n\n3\n\n15",
                (f"| 行政复议{REFUSED[:20]}",),
                ("cell-refused",),
            ),
            (
                "lines as wide as the text",
                "1 2 3 4 10 5 6 7 8 26 9 1 2 1234567\n\n15",
                (f"| 行政复议{REFUSED[:20]}",),
                ("cell-refused",),
            ),
        )
    ),
    *(
        Small(
            f"blanks between {name}",
            f"{DISPUTE_HEADS}{row}\n",
            (
                "| 行政复议 | 1 | 2 | | 4 | 10",
                "| 未经复议直接起诉 | | 6 | 7 | 8 | 26",
                "| 复议后起诉 | 9 | 1 | 2 | | 15",
            ),
        )
        for name, row in (
            ("tabs", "1\t2\t\t4\t10\t\t6\t7\t8\t26\t9\t1\t2\t\t15"),
            ("bars", "| 1 | 2 | | 4 | 10 | | 6 | 7 | 8 | 26 | 9 | 1 | 2 | | 15 |"),
            ("tabs, line by line", "\t1\n\t2\n\t\n\t4\n\t10\n\t\n\t6\n\t7\n\t8\n\t26\n\t9\n\t1\n\t2\n\t\n\t15"),
        )
    ),
    Small(
        "too few values",
        f"{DISPUTE_HEADS}1 2 3\n",
        ("| 行政复议 | ? | ? | ? | ? | ?", "| 复议后起诉 | ? | ? | ? | ? | ?"),
        ("cell-refused",),
    ),
    Small(
        "too many values",
        f"{DISPUTE_HEADS}1 2 3 4 10 5 6 7 8 26 9 1 2 3 15 6\n",
        ("| 行政复议 | ? | ? | ? | ? | ?", "| 复议后起诉 | ? | ? | ? | ? | ?"),
        ("row-crowded",),
    ),
    Small(
        "values above the last heads are not blank cells",
        "\n".join(
            [*DISPUTE_HEADS.splitlines()[:3], "1 2 3 4 10 5 6 7 8 26 9 1 2 3 15", *DISPUTE_HEADS.splitlines()[3:], ""]
        ),
        ("| 行政复议 | ? | ? | ? | ? | ?", "| 复议后起诉 | ? | ? | ? | ? | ?"),
        ("table-order",),
    ),
    Small(
        "names and values in blocks, of which those of values may stand in another order",
        "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n"
        "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n结果维持\n结果纠正\n其他结果\n尚未审结\n"
        "5\n0\n1\n2\n61\n12\n20\n30\n123\n总计\n8\n结果维持\n结果纠正\n3\n0\n其他结果\n尚未审结\n总计\n4\n7\n14\n",
        ("| 行政复议 | ? | ? | ? | ? | ?", "| 复议后起诉 | ? | ? | ? | ? | ?"),
        ("table-order",),
    ),
    Small("no values", DISPUTE_HEADS, ("| 行政复议 | | | | |", "| 复议后起诉 | | | | |")),
)

OUTLINE = (
    *(
        Small(
            f"what every page has at its foot: {first}",
            f"云岭县商务局2022年政府信息公开工作年度报告\n{THREE}{SECRETS} 1 0 0 0 0 0 1\n{first}\n"
            f"{PROHIBITED} 2 0 0 0 0 0 2\n{first.replace('1', '2')}\n"
            f"{STABILITY} 3 0 0 0 0 0 3\n{first.replace('1', '3')}\n",
            (f"| {SECRETS} | 1 | 0 | 0 | 0 | 0 | 0 | 1", f"~ {first}", *ANSWERED_LINES[1:]),
        )
        for first in (
            "·1·",
            "〔1〕",
            "~ 1 ~",
            "P1",
            "云岭县商务局 信息公开年报 1",
            "云岭县商务局信息公开年报 第1页 共9页",
        )
    ),
    Small(
        "numbers between signs that do not go on, and a title behind which they do not",
        f"{THREE}{SECRETS} 1 0 0 0 0 0 1\n·1·\n{PROHIBITED} 2 0 0 0 0 0 2\n·3·\n云岭县商务局信息公开年报 第1页\n",
        (f"| {SECRETS}{REFUSED}", f"| {PROHIBITED}{REFUSED}", "云岭县商务局信息公开年报 第1页"),
        ("row-crowded", "row-crowded"),
    ),
    Small(
        "the name of an office between rows of every page",
        f"{THREE}甲。\n乙。\n丙。\n丁。\n戊。\n云岭县商务局\n{SECRETS} 1 0 0 0 0 0 1\n云岭县商务局\n"
        f"{PROHIBITED} 2 0 0 0 0 0 2\n云岭县商务局\n{STABILITY} 3 0 0 0 0 0 3\n己。\n庚。\n辛。\n壬。\n癸。\n子。\n",
        ("~ 云岭县商务局", *ANSWERED_LINES),
    ),
    Small(
        "cells beside form feeds, and the numbers of pages that count on",
        f"{THREE}{SECRETS}\n1\n0\n0\n0\n0\n0\n1\n\f{PROHIBITED}\n2\n0\n0\n0\n0\n0\n2\n5\n\f{STABILITY}\n3\n0\n0\n0\n0\n0\n3\n6\n\f",
        (*ANSWERED_LINES[:2], "~ 5", *ANSWERED_LINES[2:]),
    ),
    Small(
        "one cell beside one of three form feeds",
        f"{THREE}{SECRETS}\n1\n0\n0\n0\n0\n0\n1\n\f{PROHIBITED}\n2\n0\n0\n0\n0\n0\n2\n甲\n\f{STABILITY}\n3\n0\n0\n0\n0\n0\n3\n乙\n\f",
        (f"| {SECRETS} | 1 | 0 | 0 | 0 | 0 | 0 | 1",),
    ),
    Small(
        "a text that ends behind the head of an item",
        TWO + "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n27\n"
        "第二十条第（六）项\n信息内容\n本年处理决定数量\n",
        ("| 第二十条第（五）项", "| 信息内容 | 本年处理决定数量", "| 行政许可 | 27"),
    ),
    Small("a line that is nothing but a tag", "一、总体情况\n甲。\n<br>\n乙。\n", ("## 一、总体情况", "甲。", "乙。")),
    Small(
        "headings that were misread, and lines that are like them but for their end or their words",
        "一、总体情况\n一如既往。\n二、主动公开政府信思倩况\n三、收到和处埋政府信息公开中请情况。\n三、收到群众来信的处理和答复情况\n"
        "三、收到和处埋政府信息公开中请情况\n五、存在的主要问题及改进情况\n无。\n",
        (
            "## 一、总体情况",
            "## 二、主动公开政府信息情况",
            "三、收到和处埋政府信息公开中请情况。",
            "三、收到群众来信的处理和答复情况",
            "## 三、收到和处理政府信息公开申请情况",
            "## 五、存在的主要问题及改进情况",
        ),
        ("label-damaged", "label-damaged"),
    ),
    Small(
        "a running head and the time of printing between rows",
        f"云岭县商务局2022年政府信息公开年度报告\n{THREE}{SECRETS} 1 0 0 0 0 0 1\n"
        f"\f2024/3/5 14:33\n云岭县商务局2022年政府信息公开年度报告\n{PROHIBITED}\n2\n0\n0\n0\n0\n0\n2\n",
        (
            "# 云岭县商务局2022年政府信息公开年度报告",
            f"| {SECRETS} | 1 | 0 | 0 | 0 | 0 | 0 | 1",
            "~ 2024/3/5 14:33",
            "~ 云岭县商务局2022年政府信息公开年度报告",
            f"| {PROHIBITED} | 2 | 0 | 0 | 0 | 0 | 0 | 2",
        ),
    ),
    *(
        Small(
            f"what a browser prints between two rows: {time}, {address}",
            f"云岭县商务局2022年政府信息公开年度报告\n{THREE}{SECRETS} 1 0 0 0 0 0 1\n{time}{name}\n{address}\n"
            f"{PROHIBITED} 2 0 0 0 0 0 2\n",
            (
                "# 云岭县商务局2022年政府信息公开年度报告",
                f"| {SECRETS} | 1 | 0 | 0 | 0 | 0 | 0 | 1",
                f"~ {time}{name}",
                f"~ {address}",
                f"| {PROHIBITED} | 2 | 0 | 0 | 0 | 0 | 0 | 2",
            ),
        )
        for time, name, address in (
            ("3/5/24, 10:44 AM", " 云岭县商务局2022年政府信息公开年度报告_云岭县", "file:///C:/2022.htm 2/3"),
            ("05.03.2024, 14:33", "", "\ufb01le:///srv/2022.htm 2/3"),
            ("2024-3-5 下午2:33", " 年报", "https://www.example.gov.cn/t2.html 2/3"),
        )
    ),
    Small(
        "the name of a page and of its site, printed on every page",
        "云岭县商务局2022年政府信息公开年度报告 - 云岭县人民政府\n一、总体情况\n甲。\n"
        "云岭县商务局2022年政府信息公开年度报告 - 云岭县人民政府\n乙。\n",
        ("## 一、总体情况", "甲。", "~ 云岭县商务局2022年政府信息公开年度报告 - 云岭县人民政府", "乙。"),
    ),
    Small(
        "a title below the one that a browser prints above the page",
        "2024/3/5 14:33 甲县水务局2022年政府信息公开年度报告\n甲县水务局\n2022年政府信息公开年度报告\n一、总体情况\n"
        "www.example.gov.cn/zwgk/t2.html 1/2\n",
        (
            "~ 2024/3/5 14:33 甲县水务局2022年政府信息公开年度报告",
            "^ 甲县水务局",
            "# 2022年政府信息公开年度报告",
            "## 一、总体情况",
            "~ www.example.gov.cn/zwgk/t2.html 1/2",
        ),
    ),
    Small(
        "a title in the middle of which a line was cut, the office named elsewhere",
        "  2024/3/5 14:33  甲县水\n务局2022年政府信息公开年度报告\n甲县水务局2022年政府信息公\n开年度报告\n"
        "甲县水务局推进公开工作。\n一、总体情况\n",
        (
            "# 2024/3/5 14:33 甲县水务局2022年政府信息公开年度报告",
            "甲县水务局2022年政府信息公开年度报告",
            "甲县水务局推进公开工作。",
            "## 一、总体情况",
        ),
    ),
    Small(
        "a joined line that ends in office, date and footer",
        "六、其他需要报告的事项 本年度没有收费。 甲县水务局 2021年1月25日 【打印】【关闭】 版权所有：甲县水务局",
        (
            "本年度没有收费。",
            "@ 甲县水务局",
            "@ 2021年1月25日",
            "~ 【打印】【关闭】",
            "~ 版权所有：甲县水务局",
        ),
    ),
    Small(
        "a head in narrow columns, one line beside the other",
        f"{THREE}自然 商业企 科研机\n人 业 构\n{SECRETS} 1 0 0 0 0 0 1\n{PROHIBITED} 1 0 0 0 0 0 1\n",
        (f"| {SECRETS} | 1 | 0 | 0 | 0 | 0 | 0 | 1",),
    ),
    Small(
        "headings that are none: in a list, with another numeral, of a subsection",
        "云岭县商务局2022年政府信息公开工作年度报告\n"
        "本报告由以下部分组成：一、总体情况，二、主动公开政府信息情况，三、其他。\n"
        "一、总体情况\n（一）主动公开政府信息情况。全年公开信息12条。\n五、其他需要报告的事项\n"
        "六、其他需要报告的事项\n无。\n",
        (
            "本报告由以下部分组成：一、总体情况，二、主动公开政府信息情况，三、其他。",
            "## 一、总体情况",
            "（一）主动公开政府信息情况。全年公开信息12条。",
            "五、其他需要报告的事项",
            "## 六、其他需要报告的事项",
        ),
    ),
    Small(
        "四 of the table directly before heading 四",
        f"{THREE}（七）总计 1 0 0 0 0 0 1\n四、结转下年度继续办理 2 0 0 0 0 0 2\n"
        "四、政府信息公开行政复议、行政诉讼情况\n没有。\n",
        (
            "| 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2",
            "## 四、政府信息公开行政复议、行政诉讼情况",
            "没有。",
        ),
    ),
    Small(
        "headings without numerals, and on one line with text",
        "总体情况\n公开信息12条。\n存在的主要问题及改进情况 人手不足。\n六、其他需要报告的事项 无。\n",
        ("## 一、总体情况", "## 五、存在的主要问题及改进情况", "人手不足。", "## 六、其他需要报告的事项", "无。"),
        ("heading-without-numeral", "heading-without-numeral"),
    ),
    Small(
        "page numbers",
        "一、总体情况\n公开信息。\n— 1 —\n更新及时。\n第 2 页 共 9 页\n解读到位。\n3/9\n第4页\n"
        "答复及时。\n5\n\f没有收费。\n六、其他需要报告的事项\n6\n",
        ("~ — 1 —", "更新及时。", "~ 第 2 页 共 9 页", "~ 3/9", "~ 第4页", "~ 5", "没有收费。", "6"),
    ),
    Small(
        "all numbers alone on their lines count the pages",
        "一、总体情况\n公开信息。\n1\n二、主动公开政府信息情况\n第二十条第（六）项\n信息内容 本年处理决定数量\n"
        "行政处罚\n2\n行政强制\n五、存在的主要问题及改进情况\n3\n无。\n",
        ("~ 1", "| 行政处罚 |", "~ 2", "| 行政强制 |", "~ 3"),
    ),
    Small(
        "many numbers alone on their lines, none of them where a sentence ends",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n1\n本年处理决定数量\n行政许可\n2\n"
        "第二十条第（六）项\n3\n信息内容\n本年处理决定数量\n4\n行政处罚\n5\n行政强制\n6\n五、存在的主要问题及改进情况\n无。\n",
        ("| 行政处罚 |", "| 行政强制 |", "## 五、存在的主要问题及改进情况"),
    ),
    Small(
        "numbers alone on their lines, none of them where a sentence ends",
        "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n1\n"
        "第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n2\n行政强制\n3\n五、存在的主要问题及改进情况\n无。\n",
        ("| 行政处罚 | 2", "| 行政强制 | 3"),
    ),
    Small(
        "lines that are numbered, two of them lost",
        numbered("一、总体情况\n" + "甲。\n" * 14 + THREE + f"{SECRETS}\n1\n0\n0\n0\n0\n0\n1\n", " ").replace(
            "  14 甲。\n  15 甲。\n", ""
        ),
        ("## 一、总体情况", "甲。", f"| {SECRETS} | 1 | 0 | 0 | 0 | 0 | 0 | 1"),
    ),
    Small(
        "what looks like the number of a page may be cells",
        THREE + f"{SECRETS} 1\n 5 1 1 / 3  11\n{PROHIBITED} 1    —    3    —\n—\t7\t—\n",
        (f"| {SECRETS}{REFUSED}", f"| {PROHIBITED}{REFUSED}"),
        ("row-uncertain", "row-uncertain"),
    ),
    Small(
        "lines that are numbered, most of them empty",
        numbered(ANSWERED.replace("\n", "\n\n\n") + "五、存在的主要问题及改进情况\n", " "),
        (f"| {SECRETS} | 1 | 0 | 0 | 0 | 0 | 0 | 1", f"| {STABILITY} | 3 | 0 | 0 | 0 | 0 | 0 | 3"),
    ),
    Small(
        "page numbers in a quotation, and the sign of one inside a line",
        "> 一、总体情况\n> 公开信息。\n> — 1 —\n> 2022/1/18 16:20 首页 > 政务公开\n",
        ("## 一、总体情况", "公开信息。", "~ — 1 —", "~ 2022/1/18 16:20 首页 > 政务公开"),
    ),
    *(
        Small(f"a title on {name}", f"{title}\n一、总体情况\n公开。\n", lines)
        for name, title, lines in (
            (
                "one line",
                "云岭县商务局2022年政府信息公开工作年度报告",
                ("# 云岭县商务局2022年政府信息公开工作年度报告",),
            ),
            (
                "two lines",
                "云岭县商务局2022年\n政府信息公开工作年度报告",
                ("# 云岭县商务局2022年政府信息公开工作年度报告",),
            ),
            (
                "two lines below its office",
                "云岭县商务局\n2022年政府信息公开\n工作年度报告",
                ("^ 云岭县商务局", "# 2022年政府信息公开工作年度报告"),
            ),
            (
                "three lines, the last of them the year",
                "云岭县商务局\n政府信息公开工作年度报告\n（2022年度）",
                ("# 云岭县商务局政府信息公开工作年度报告（2022年度）",),
            ),
            (
                "two lines, the first of them the year",
                "2022年度\n云岭县商务局政府信息公开工作年度报告",
                ("# 2022年度云岭县商务局政府信息公开工作年度报告",),
            ),
            (
                "one line above its office",
                "2022年政府信息公开工作年度报告\n云岭县商务局",
                ("# 2022年政府信息公开工作年度报告", "^ 云岭县商务局"),
            ),
        )
    ),
    Small(
        "signature and footer",
        "六、其他需要报告的事项\n无。\n云岭县商务局\n2023年1月20日\n【打印本页】【关闭窗口】\n版权所有：云岭县商务局\n",
        ("无。", "@ 云岭县商务局", "@ 2023年1月20日", "~ 【打印本页】【关闭窗口】", "~ 版权所有：云岭县商务局"),
    ),
    Small(
        "signature and footer in tags",
        "<h3>六、其他需要报告的事项</h3>\n<p>&ensp;无'''其他'''。</p>\n<p>云岭县商务局</p>\n\n<p>2023年1月20日</p>\n</div>\n"
        "<div class='tools'>\n[[#|打印本页]] [[#|关闭窗口]]\n</div>\n",
        ("## 六、其他需要报告的事项", "无其他。", "@ 云岭县商务局", "@ 2023年1月20日"),
    ),
    Small(
        "a signature above the foot of a page that lost its number, and one above a link",
        "六、其他需要报告的事项\n无。\n云岭县商务局\n2023年1月20日\n第 页\nlink:#[打印本页] link:#[关闭窗口]\n",
        ("无。", "@ 云岭县商务局", "@ 2023年1月20日", "~ 第 页"),
    ),
    Small(
        "a copy of a table that ends before the next heading",
        "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n"
        "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n（七）总计 1 1 1 1 1 1 1\n"
        "四、结转下年度继续办理 0 0 0 0 0 0 0\n四、政府信息公开行政复议、行政诉讼情况\n"
        "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n二、上年结转政府信息公开申请数量 5 0 0 0 0 0 0\n"
        "（七）总计 1 2 3 4 5 6 7\n四、结转下年度继续办理\n"
        "五、存在的主要问题及改进情况\n（一）法人或其他组织申请的问题。\n1.无收费情况，自然人总计3人。\n",
        ("## 五、存在的主要问题及改进情况", "（一）法人或其他组织申请的问题。", "1.无收费情况，自然人总计3人。"),
    ),
    Small(
        "office and date on one line",
        "六、其他需要报告的事项\n无。\n    云岭县商务局  2023 年 1 月 20 日\n",
        ("无。", "@ 云岭县商务局", "@ 2023 年 1 月 20 日"),
    ),
    Small(
        "hard wraps",
        "一、总体情况\n2022年，我单位围绕群众关心的事项推进公开工作，对栏目逐一检查，内容\n"
        "更新及时，解读形式多样，回应渠道畅通，监督保障有力，群众对公开工作\n比较满意。\n"
        "（一）主动公开。全年公开信息12条。\n",
        (
            "2022年，我单位围绕群众关心的事项推进公开工作，对栏目逐一检查，内容更新及时，解读形式多样，回应渠道畅通，监督保障有力，"
            "群众对公开工作比较满意。",
            "（一）主动公开。全年公开信息12条。",
        ),
    ),
    Small(
        "emphasis, escapes and invisible characters leave nothing",
        "## 一、总体情况\n**公开**信息1\\.5万条，\u200b更新\ufeff及时。\n",
        ("## 一、总体情况", "公开信息1.5万条，更新及时。"),
    ),
    Small(
        "white space in prose becomes a space",
        "一、总体情况\n公开\t信息。\n",
        ("公开 信息。",),
    ),
    Small(
        "a printed header that breaks in the name of the office",
        "2024/3/5 14:33 税务总局云岭\n县税务局2019年度政府信息公开工作报告\n税务总局云岭县税务局\n首页 政务公开\n"
        "税务总局云岭县税务局2019年度政府信息公\n开工作报告\n一、总体情况\n公开。\n",
        ("# 税务总局云岭县税务局2019年度政府信息公开工作报告", "## 一、总体情况"),
    ),
    Small(
        "a text that breaks off below the heading of an item",
        "一、总体情况\n（一）主动公开。公开12条。\n（二）政府信息管理情况\n依法规范政府",
        ("（二）政府信息管理情况依法规范政府",),
    ),
    Small(
        "two reports",
        "云岭县商务局2022年政府信息公开工作年度报告\n一、总体情况\n公开。\n"
        "云岭县水务局2022年政府信息公开工作年度报告\n一、总体情况\n公开。\n",
        ("## 一、总体情况",),
        ("several-reports",),
    ),
)

ASCII_GRID = """\
+----------------+---+---+---+---+---+---+---+
| 1.属于国家秘密 | 1 | 2 | 3 | 4 | 5 | 6 | 21|
+----------------+---+---+---+---+---+---+---+
| 2.其他法律行政 | 1 |   | 3 | 4 | 5 | 6 | 1 |
| 法规禁止公开   |   |   |   |   |   |   | 9 |
+----------------+---+---+---+---+---+---+---+
"""
BOX_GRID = """\
┌────────────────┬───┬───┬───┬───┬───┬───┬───┐
│1.属于国家秘密  │ 1 │ 2 │ 3 │ 4 │ 5 │ 6 │ 21│
├────────────────┼───┼───┼───┼───┼───┼───┼───┤
│2.其他法律行政  │ 1 │   │ 3 │ 4 │ 5 │ 6 │ 19│
│法规禁止公开    │   │   │   │   │   │   │   │
└────────────────┴───┴───┴───┴───┴───┴───┴───┘
"""
CHARACTER_GRID = """\
+--------+---+---+---+---+---+---+---+
|1.属于国家秘密|1  |2  |3  |4  |5  |6  |21 |
+--------+---+---+---+---+---+---+---+
|2.其他法律行 |1  |   |3  |4  |5  |6  |19 |
|政法规禁止公开 |   |   |   |   |   |   |   |
+--------+---+---+---+---+---+---+---+
"""
MERGED_GRID = """\
+------------------------------------------------------+
| 申请人情况                                           |
+============================+===+===+===+===+===+===+=====+
| 自然人                     | 法人或其他组织    | 总计 |
+----------------------------+---+---+---+---+---+---+-----+
| 1.属于国家秘密             | 1 | 2 | 3 | 4 | 5 | 6 | 21  |
+----------------------------+---+---+---+---+---+---+-----+
| 2.其他法律行政法规禁止公开 | 1 |   | 3 | 4 | 5 | 6 | 19  |
+----------------------------+---+---+---+---+---+---+-----+
"""
BOX_GRID_OF_LINES = """\
┌────────────────────┬───┬───┬───┬───┬───┬───┬────┐
│ 1.属于国家秘密     │ 1 │ 2 │ 3 │ 4 │ 5 │ 6 │ 21 │
├────────────────────┼───┼───┼───┼───┼───┼───┼────┤
│ 3.危及“三安全一稳定” │ 1 │   │ 3 │ 4 │ 5 │ 6 │ 19 │
└────────────────────┴───┴───┴───┴───┴───┴───┴────┘
"""
CROOKED_GRID = """\
+--------------------------+---+---+---+---+---+---+----+
|1.属于国家秘密            | 1 | 2 | 3 | 4 | 5 | 6 | 21 |
+--------------------------+---+---+---+---+---+---+----+
|2.其他法律行政法规禁止公开| 1 | 0 | 0 | 0 | 0 | 0 | 1  |
|3.危及“三安全一稳定”      | 1 | 0 | 0     | 0 | 0 | 0| 1|
+--------------------------+---+---+---+---+---+---+----+
"""
NARROW_GRID = """\
+--------------------------+---+---+---+---+---+---+---+
| 1.属于国家秘密           | 1 | 2 | 3 | 4 | 5 | 6 | 1 |
|                          | 1 | 2 |   | 4 | 5 | 6 | 9 |
|                          | 1 | 2 |   | 4 | 5 | 6 | 1 |
+--------------------------+---+---+---+---+---+---+---+
| 2.其他法律行政法规禁止公开 | 1 | 2 | 3 | 4 | 5 | 6 | 2 |
|                          |   |   |   |   |   |   | 1 |
+--------------------------+---+---+---+---+---+---+---+
"""

GRIDS = (
    Small(
        "a grid whose lines are numbered",
        numbered(THREE + BOX_GRID + "五、存在的主要问题及改进情况\n" + "无。\n" * 8, "\t"),
        (f"| {SECRETS} | 1 | 2 | 3 | 4 | 5 | 6 | 21", f"| {PROHIBITED} | 1 | | 3 | 4 | 5 | 6 | 19"),
    ),
    Small(
        "the same, where the edge of the grid might close the cells of the numbers",
        numbered(THREE + ASCII_GRID + "五、存在的主要问题及改进情况\n" + "无。\n" * 8, " "),
        (f"| {SECRETS} | 1 | 2 | 3 | 4 | 5 | 6 | 21", f"| {PROHIBITED} | 1 | | 3 | 4 | 5 | 6 | ?"),
        ("number-broken",),
    ),
    Small(
        "a grid whose edges do not meet",
        THREE + CROOKED_GRID,
        (f"| {SECRETS} | 1 | 2 | 3 | 4 | 5 | 6 | 21", f"| {PROHIBITED}{REFUSED}", f"| {STABILITY}{REFUSED}"),
        ("row-uncertain", "row-uncertain"),
    ),
    Small(
        "the double rule of a grid shows the edges of all columns, whatever cells are merged",
        THREE + MERGED_GRID,
        (f"| {SECRETS} | 1 | 2 | 3 | 4 | 5 | 6 | 21", f"| {PROHIBITED} | 1 | | 3 | 4 | 5 | 6 | 19"),
    ),
    Small(
        "a grid whose widths are lost, a rule between all its lines",
        THREE + re.sub(" +", " ", BOX_GRID_OF_LINES),
        (f"| {SECRETS} | 1 | 2 | 3 | 4 | 5 | 6 | 21", f"| {STABILITY} | 1 | | 3 | 4 | 5 | 6 | 19"),
    ),
    Small(
        "a grid with a number that is broken in its cell",
        THREE + ASCII_GRID,
        (f"| {SECRETS} | 1 | 2 | 3 | 4 | 5 | 6 | 21", f"| {PROHIBITED} | 1 | | 3 | 4 | 5 | 6 | ?"),
        ("number-broken",),
    ),
    Small(
        "numbers broken in the cells that they fill, line below line",
        THREE + NARROW_GRID,
        (f"| {SECRETS}{REFUSED}", f"| {PROHIBITED}{REFUSED}"),
        ("row-uncertain", "row-uncertain"),
    ),
    Small(
        "other words for the same, in traditional characters",
        THREE + "（一）予以公開 0 0 0 0 0 0 0\n5.屬於三類內部事務資訊 1 2 3 4 5 6 21\n"
        "6.屬於四類過程性資訊 2 2 3 4 5 6 22\n",
        (
            "| 5.属于三类内部事务信息 | 1 | 2 | 3 | 4 | 5 | 6 | 21",
            "| 6.属于四类过程性信息 | 2 | 2 | 3 | 4 | 5 | 6 | 22",
        ),
        ("label-wording", "label-wording"),
    ),
    Small(
        "a grid of box characters",
        THREE + BOX_GRID,
        (f"| {SECRETS} | 1 | 2 | 3 | 4 | 5 | 6 | 21", f"| {PROHIBITED} | 1 | | 3 | 4 | 5 | 6 | 19"),
    ),
    Small(
        "a grid drawn by characters, not by their width",
        THREE + CHARACTER_GRID,
        (f"| {SECRETS} | 1 | 2 | 3 | 4 | 5 | 6 | 21", f"| {PROHIBITED} | 1 | | 3 | 4 | 5 | 6 | 19"),
    ),
)

COPIES = (
    Small(
        "the same table again, its rows lines of their own",
        ANSWERED + ANSWERED.removeprefix(THREE),
        (f"| {STABILITY} | 3 | 0 | 0 | 0 | 0 | 0 | 3", f"~ {SECRETS}", f"~ {PROHIBITED}", f"~ {STABILITY}"),
    ),
    Small(
        "another table again",
        ANSWERED + ANSWERED.removeprefix(THREE).replace("3 0 0 0 0 0 3", "4 0 0 0 0 0 4"),
        (f"| {STABILITY} | 3 | 0 | 0 | 0 | 0 | 0 | 3", f"| {STABILITY} | 4 | 0 | 0 | 0 | 0 | 0 | 4"),
    ),
)

LINE_ENDS = tuple(
    Small(f"{name} as line end", ANSWERED.replace("\n", end), tuple(gidisc.normalize(ANSWERED).text.splitlines()[1:]))
    for name, end in (("CR", "\r"), ("CRLF", "\r\n"), ("NEL", "\x85"))
)


def bordered(text: str, first: str, last: str = "") -> str:
    """A text with signs at the beginning and the end of each line."""
    return "".join(f"{first}{line}{last}\n" for line in text.splitlines())


PAGES = (
    Small(
        "the number of a page between strokes, with how many there are",
        THREE + f"{SECRETS} 1 2 3 4 5 6 21\n\n-- 1 of 3 --\n\n{PROHIBITED} 1 2 3 4 5 6 21\n",
        (f"| {SECRETS} | 1 | 2 | 3 | 4 | 5 | 6 | 21", "~ -- 1 of 3 --", f"| {PROHIBITED} | 1 | 2 | 3 | 4 | 5 | 6 | 21"),
    ),
    Small(
        "line ends of a page that are written as entities",
        THREE
        + "<table>\n<tr><td>1.属于国家秘密</td>"
        + "<td>1</td>" * 7
        + "</tr>\n&#10;<tr><td>3.危及“三安全一稳定”</td>"
        + "<td>0</td>" * 7
        + "</tr>\n&#10;</table>\n",
        (f"| {SECRETS}{' | 1' * 7}", f"| {STABILITY}{' | 0' * 7}"),
    ),
)
BORDERED = tuple(
    Small(
        f"lines that begin with {first!r} and end with {last!r}",
        bordered(
            "一、总体情况\n"
            + "甲。\n" * 9
            + THREE
            + f"{SECRETS}\t1\t-\t3\t4\t5\t6\t19\n{PROHIBITED}\n"
            + "1\n" * 7
            + FIVE,
            first,
            last,
        ),
        (
            "## 一、总体情况",
            "甲。",
            f"| {SECRETS} | 1 | - | 3 | 4 | 5 | 6 | 19",
            f"| {PROHIBITED}{' | 1' * 7}",
            "## 五、存在的主要问题及改进情况",
        ),
    )
    for first, last in (("- ", ""), ("  • ", ""), ("> ", ""), ("", "<br>"), ("", " $"), ("* ", "¶"))
)
WRITTEN_OUT = (
    Small(
        "a text whose line ends and tabs are written out",
        '{"text": "甲县水务局2022年政府信息公开年度报告\\n\\n一、总体情况\\n甲。\\n\\n'
        "三、收到和处理政府信息公开申请情况\\n1.属于国家秘密\\t1\\t\\t3\\t4\\t5\\t6\\t19\\n"
        '2.其他法律行政法规禁止公开\\t1\\t2\\t3\\t4\\t5\\t6\\t21\\r\\n五、存在的主要问题及改进情况\\n乙。\\n\\n\\n"}',
        (
            '# {"text": "甲县水务局2022年政府信息公开年度报告',
            "## 一、总体情况",
            "甲。",
            f"| {SECRETS} | 1 | | 3 | 4 | 5 | 6 | 19",
            f"| {PROHIBITED} | 1 | 2 | 3 | 4 | 5 | 6 | 21",
            "## 五、存在的主要问题及改进情况",
            "乙。",
        ),
    ),
    Small("a few of them are words", "一、总体情况\n路径为甲\\n乙。\n", ("## 一、总体情况", "路径为甲\\n乙。")),
)
ALL = (*PAGES, *BORDERED, *WRITTEN_OUT, *LABELS, *BLANKS, *ORDER, *DISPUTES, *OUTLINE, *GRIDS, *COPIES, *LINE_ENDS)


@pytest.mark.parametrize("small", ALL, ids=lambda small: small.idea)
def test_canonical_lines(small: Small) -> None:
    normalized = gidisc.normalize(small.text)
    assert normalized.text.startswith(HEADER)
    lines = iter(normalized.text.splitlines())
    for line in small.lines:
        assert line in lines, f"{line!r} is not there, or not in this order:\n{normalized.text}"


@pytest.mark.parametrize("small", ALL, ids=lambda small: small.idea)
def test_what_is_noted(small: Small) -> None:
    noted = [diagnostic.code for diagnostic in gidisc.normalize(small.text).diagnostics]
    assert sorted(noted) == sorted(small.codes)


def test_the_number_of_a_line_is_no_part_of_a_label() -> None:
    report = gidisc.parse(numbered("一、总体情况\n" + "无。\n" * 9 + ANSWERED, " "))
    assert report.requests is not None
    assert report.requests["denied.state_secrets", "total"].label == SECRETS
    assert [row.label for row in report.requests.iter_rows() if row.is_shown][1] == PROHIBITED


def test_a_damaged_label_is_cited_without_the_space_around_it() -> None:
    text = f"{THREE}| 4.保护第三方合法杈益 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n| 7.属于行政执法案卷 0 0 0 0 0 0 0\n"
    (damaged,) = gidisc.normalize(text).diagnostics
    assert damaged.message.startswith("4.保护第三方合法杈益 was taken for")


@pytest.mark.parametrize("small", ALL, ids=lambda small: small.idea)
def test_a_canonical_text_stays_as_it_is(small: Small) -> None:
    normalized = gidisc.normalize(small.text).text
    assert gidisc.normalize(normalized).text == normalized


@pytest.mark.parametrize(
    "small", [small for small in ALL if "several-reports" not in small.codes], ids=lambda s: s.idea
)
def test_nothing_is_left_out_and_spans_cut_cells_out(small: Small) -> None:
    report = gidisc.parse(small.text)
    assert not gaps(report)
    for cell in gidisc.cells(report):
        if cell.status is Status.READ:
            assert cell.span is not None
            assert small.text[cell.span.start : cell.span.end] == cell.raw


def test_a_table_that_says_something_else_the_second_time_is_refused() -> None:
    unequal = next(small for small in COPIES if small.idea == "another table again")
    report = gidisc.parse(unequal.text)
    shown = [cell for cell in gidisc.cells(report) if cell.status is not Status.ABSENT]
    assert len(shown) == 3 * 7
    assert {cell.status for cell in shown} == {Status.REFUSED}
    assert [diagnostic.code for diagnostic in report.diagnostics].count("row-repeated") == 3


def test_two_reports_are_refused() -> None:
    two = next(small for small in OUTLINE if small.idea == "two reports")
    with pytest.raises(gidisc.ParseError) as raised:
        gidisc.parse(two.text)
    assert raised.value.code == "several-reports"


def test_the_head_of_an_item_without_rows_is_understood() -> None:
    cut = next(small for small in OUTLINE if small.idea == "a text that ends behind the head of an item")
    assert "unparsed" not in {piece.kind for piece in gidisc.parse(cut.text).accounting()}
