"""The table of section 二, 主动公开政府信息情况: what 第二十条 of the regulations has disclosed on its own."""

from gidisc.form.editions import ONLY_2019, Edition
from gidisc.form.elements import Column, Group, Head, Row, Table

DOCUMENTS_2021 = Head(
    id="documents_2021",
    corner="信息内容",
    edition=Edition.FORM_2021,
    columns=(
        Column(id="issued", label="本年制发件数", wordings=("本年发件数",)),
        Column(id="repealed", label="本年废止件数"),
        Column(id="in_force", label="现行有效件数", wordings=("现行有效件",)),
    ),
)
DECISIONS_2021 = Head(
    id="decisions_2021",
    corner="信息内容",
    edition=Edition.FORM_2021,
    columns=(Column(id="decisions", label="本年处理决定数量"),),
)
FEES_2021 = Head(
    id="fees_2021",
    corner="信息内容",
    edition=Edition.FORM_2021,
    columns=(Column(id="amount", label="本年收费金额", money=True),),
)
DOCUMENTS_2019 = Head(
    id="documents_2019",
    corner="信息内容",
    edition=Edition.FORM_2019,
    columns=(
        Column(id="newly_made", label="本年新制作数量"),
        Column(id="newly_disclosed", label="本年新公开数量"),
        Column(id="total_disclosed", label="对外公开总数量"),
    ),
)
_PREVIOUS_ITEMS = Column(id="previous_items", label="上一年项目数量")
_CHANGE = Column(id="change", label="本年增/减", wordings=("本年增", "本年数量"), signed=True)
DECISIONS_2019 = Head(
    id="decisions_2019",
    corner="信息内容",
    edition=Edition.FORM_2019,
    columns=(_PREVIOUS_ITEMS, _CHANGE, Column(id="decisions", label="处理决定数量")),
)
FEES_2019 = Head(
    id="fees_2019",
    corner="信息内容",
    edition=Edition.FORM_2019,
    columns=(_PREVIOUS_ITEMS, _CHANGE),
)
PROCUREMENT_2019 = Head(
    id="procurement_2019",
    corner="信息内容",
    edition=Edition.FORM_2019,
    columns=(
        Column(id="projects", label="采购项目数量", wordings=("采购项目数",)),
        Column(id="amount", label="采购总金额", money=True),
    ),
)

_ITEM_1 = "第二十条第（一）项"
_ITEM_5 = "第二十条第（五）项"
_ITEM_6 = "第二十条第（六）项"
_ITEM_8 = "第二十条第（八）项"
_ITEM_9 = "第二十条第（九）项"

PROACTIVE = Table(
    id="proactive",
    section=2,
    members=(
        Group(
            id="item_1",
            label=_ITEM_1,
            path=_ITEM_1,
            heads=(DOCUMENTS_2021, DOCUMENTS_2019),
            members=(
                Row(id="rules", label="规章", path=_ITEM_1),
                Row(
                    id="normative_documents",
                    label="行政规范性文件",
                    label_2019="规范性文件",
                    path=_ITEM_1,
                    wordings=("规范性文件", "规范性档案", "行政规范性档案"),
                ),
            ),
        ),
        Group(
            id="item_5",
            label=_ITEM_5,
            path=_ITEM_5,
            heads=(DECISIONS_2021, DECISIONS_2019),
            members=(
                Row(id="licensing", label="行政许可", path=_ITEM_5),
                Row(id="other_services", label="其他对外管理服务事项", path=_ITEM_5, editions=ONLY_2019),
            ),
        ),
        Group(
            id="item_6",
            label=_ITEM_6,
            path=_ITEM_6,
            heads=(DECISIONS_2021, DECISIONS_2019),
            members=(
                Row(id="penalties", label="行政处罚", path=_ITEM_6),
                Row(id="compulsion", label="行政强制", path=_ITEM_6),
            ),
        ),
        Group(
            id="item_8",
            label=_ITEM_8,
            path=_ITEM_8,
            heads=(FEES_2021, FEES_2019),
            members=(Row(id="fees", label="行政事业性收费", path=_ITEM_8),),
        ),
        Group(
            id="item_9",
            label=_ITEM_9,
            path=_ITEM_9,
            heads=(PROCUREMENT_2019,),
            editions=ONLY_2019,
            members=(Row(id="procurement", label="政府集中采购", path=_ITEM_9, editions=ONLY_2019),),
        ),
    ),
)

UNIT_NOTES = ("单位：万元，保留四位小数", "单位：万元", "万元", "元")
"""What stands under the head of an amount: its unit."""
