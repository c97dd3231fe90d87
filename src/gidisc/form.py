"""The official form of the annual report, in both editions, as data.

Every official fact (heading, label, row, column, sum) stands here once; grammar terminals, ids, checks and
rendering are derived from this module or tested against it. Sources: 国办公开办函〔2019〕60号 (edition 2019) and
国办公开办函〔2021〕30号 (edition 2021), which follow articles 20 and 50 of 《政府信息公开条例》.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterator

from attrs import field, frozen


class Edition(enum.StrEnum):
    """Which form the tables follow: the trial form of 2019 or the form of 2021."""

    FORM_2019 = "2019"
    FORM_2021 = "2021"


BOTH = (Edition.FORM_2019, Edition.FORM_2021)
ONLY_2019 = (Edition.FORM_2019,)
ONLY_2021 = (Edition.FORM_2021,)


@frozen(kw_only=True)
class Heading:
    """One of the six sections: its number, its official heading, and other wordings met in print."""

    number: int
    label: str
    wordings: tuple[str, ...] = ()

    @property
    def numeral(self) -> str:
        """The numeral that the form prints before the heading, such as `一、`."""
        return "一二三四五六"[self.number - 1] + "、"


@frozen(kw_only=True, eq=False)
class Column:
    """A column: its id, its official head, and what else tells it apart in damaged print.

    `money` marks amounts, which may have decimals; `signed` marks 本年增/减, which may be negative.
    """

    id: str
    label: str
    wordings: tuple[str, ...] = ()
    money: bool = False
    signed: bool = False


@frozen(kw_only=True, eq=False)
class Head:
    """The head of one block of rows: its columns, and the edition that prints it (None: both)."""

    id: str
    corner: str
    columns: tuple[Column, ...]
    edition: Edition | None = None


@frozen(kw_only=True, eq=False)
class Row:
    """A row of values: its id, its number and label as the form prints them, and other wordings met in print.

    `label_2019` is the label of the form of 2019 where it differs.
    """

    id: str
    number: str = ""
    label: str
    path: str
    wordings: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = BOTH
    label_2019: str | None = None

    @property
    def printed(self) -> str:
        """Number and label as the form prints them."""
        return self.number + self.label

    def printed_in(self, edition: Edition | None) -> str:
        """Number and label as the form of one edition prints them."""
        if edition is Edition.FORM_2019 and self.label_2019:
            return self.number + self.label_2019
        return self.printed


@frozen(kw_only=True, eq=False)
class Group:
    """A heading inside a table and the rows and groups below it."""

    id: str
    number: str = ""
    label: str
    path: str
    members: tuple[Row | Group, ...]
    heads: tuple[Head, ...] = ()
    editions: tuple[Edition, ...] = BOTH

    @property
    def printed(self) -> str:
        """Number and label as the form prints them."""
        return self.number + self.label


@frozen(kw_only=True, eq=False)
class Table:
    """One of the three tables. `section` is the number of the section that holds it."""

    id: str
    section: int
    members: tuple[Row | Group, ...]
    head: Head | None = None

    def rows(self, edition: Edition | None = None) -> Iterator[Row]:
        """The rows in official order, those of one edition or of both."""
        for row in self._rows.values():
            if edition is None or edition in row.editions:
                yield row

    def row(self, row_id: str) -> Row:
        """The row of an id; raises `KeyError` for others."""
        return self._rows[row_id]

    def groups(self) -> Iterator[Group]:
        """The groups in official order, outer ones first."""
        yield from _groups(self.members)

    def path(self, row_id: str) -> tuple[Group, ...]:
        """The groups that hold a row, from the outermost on; raises `KeyError` for an id that is no row's."""
        return self._paths[row_id]

    def heads(self, row: Row) -> tuple[Head, ...]:
        """The heads that can stand over a row, one an edition."""
        for group in self._paths[row.id]:
            if group.heads:
                return group.heads
        return (self.head,) if self.head else ()

    def columns(self, row: Row, edition: Edition) -> tuple[Column, ...]:
        """The columns that the form of one edition has over a row; none where it has no such row."""
        for head in self.heads(row):
            if head.edition in (None, edition) and edition in row.editions:
                return head.columns
        return ()

    @functools.cached_property
    def _rows(self) -> dict[str, Row]:
        return {row.id: row for row in _rows(self.members)}

    @functools.cached_property
    def _paths(self) -> dict[str, tuple[Group, ...]]:
        holding = {group: {row.id for row in _rows(group.members)} for group in self.groups()}
        return {id_: tuple(group for group, held in holding.items() if id_ in held) for id_ in self._rows}


@frozen(kw_only=True)
class Sum:
    """A rule that two sums of cells are equal: in every column over `rows`, or in every row over `columns`.

    `left` and `right` name rows (`axis="rows"`) or columns (`axis="columns"`); `source` says where the rule is printed
    or what it follows from; `rule` is the id of the rule that a report breaks where the sums differ, one for both
    editions.
    """

    id: str
    rule: str
    table: str
    axis: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    source: str
    editions: tuple[Edition, ...] = field(default=BOTH)


def _rows(members: tuple[Row | Group, ...]) -> Iterator[Row]:
    for member in members:
        if isinstance(member, Row):
            yield member
        else:
            yield from _rows(member.members)


def _groups(members: tuple[Row | Group, ...]) -> Iterator[Group]:
    for member in members:
        if isinstance(member, Group):
            yield member
            yield from _groups(member.members)


HEADINGS = (
    Heading(number=1, label="总体情况", wordings=("总体概述", "概述", "信息公开总体情况", "政府信息总体公开情况")),
    Heading(
        number=2,
        label="主动公开政府信息情况",
        wordings=(
            "行政机关主动公开政府信息情况",
            "主动公开政府信息的情况",
            "主动公开信息情况",
            "主动公开政府信息详情",
            "主动公开情况",
        ),
    ),
    Heading(
        number=3,
        label="收到和处理政府信息公开申请情况",
        wordings=(
            "行政机关收到和处理政府信息公开申请情况",
            "收到和处理政府信息公开的申请情况",
            "收到和处理政府信息公开情况",
            "收到和处理信息公开申请情况",
            "政府信息公开申请接收与办理情况",
        ),
    ),
    Heading(
        number=4,
        label="政府信息公开行政复议、行政诉讼情况",
        wordings=(
            "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
            "因政府信息公开被申请行政复议、提起行政诉讼情况",
            "政府信息公开被申请行政复议、提起行政诉讼情况",
            "政府信息公开被申请行政复议或提起行政诉讼情况",
            "政府信息公开行政复议和行政诉讼情况",
            "政府信息公开行政复议及行政诉讼情况",
            "政府信息公开行政复议与行政诉讼情况",
            "政府信息公开相关行政复议及行政诉讼情况",
            "政府信息公开工作行政复议、行政诉讼情况",
            "信息公开行政复议、行政诉讼情况",
            "行政复议、行政诉讼情况",
        ),
    ),
    Heading(
        number=5,
        label="存在的主要问题及改进情况",
        wordings=(
            "政府信息公开工作存在的主要问题及改进情况",
            "政府信息公开工作存在的问题及改进情况",
            "政府信息公开工作存在问题及改进情况",
            "存在主要问题及改进情况",
            "存在问题及改进情况",
            "存在的问题及改进情况",
            "存在的主要问题和改进情况",
            "存在的主要问题及改进措施",
            "存在的主要问题和改进措施",
            "存在的问题及改进措施",
            "存在的不足及改进情况",
            "存在的主要问题及下一步改进情况",
            "现存问题与改进举措",
            "主要问题及改进情况",
        ),
    ),
    Heading(
        number=6,
        label="其他需要报告的事项",
        wordings=(
            "其他需要报告事项",
            "其它需要报告的事项",
            "其他需要报告的情况",
            "其他需要汇报事项",
            "其他需要说明的事项",
            "其他事项",
            "需要报告的其他事项",
        ),
    ),
)

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

APPLICANTS = Head(
    id="applicants",
    corner="申请人情况",
    columns=(
        Column(id="natural_person", label="自然人"),
        Column(id="business", label="商业企业"),
        Column(id="research", label="科研机构"),
        Column(id="public_interest", label="社会公益组织", wordings=("社会组织",)),
        Column(id="legal_services", label="法律服务机构"),
        Column(id="other", label="其他"),
        Column(id="total", label="总计"),
    ),
)

REQUESTS = Table(
    id="requests",
    section=3,
    head=APPLICANTS,
    members=(
        Row(id="received", number="一、", label="本年新收政府信息公开申请数量", path="一"),
        Row(id="brought_forward", number="二、", label="上年结转政府信息公开申请数量", path="二"),
        Group(
            id="outcomes",
            number="三、",
            label="本年度办理结果",
            path="三",
            members=(
                Row(id="granted", number="（一）", label="予以公开", path="三（一）"),
                Row(
                    id="partially_granted",
                    number="（二）",
                    label="部分公开（区分处理的，只计这一情形，不计其他情形）",
                    path="三（二）",
                    wordings=("部分公开",),
                ),
                Group(
                    id="denied",
                    number="（三）",
                    label="不予公开",
                    path="三（三）",
                    members=(
                        Row(id="denied.state_secrets", number="1.", label="属于国家秘密", path="三（三）1"),
                        Row(
                            id="denied.prohibited_by_law",
                            number="2.",
                            label="其他法律行政法规禁止公开",
                            path="三（三）2",
                            wordings=("其他法律法规禁止公开", "其它法律行政法规禁止公开"),
                        ),
                        Row(
                            id="denied.security_and_stability",
                            number="3.",
                            label="危及“三安全一稳定”",
                            path="三（三）3",
                        ),
                        Row(id="denied.third_party_rights", number="4.", label="保护第三方合法权益", path="三（三）4"),
                        Row(id="denied.internal_affairs", number="5.", label="属于三类内部事务信息", path="三（三）5"),
                        Row(id="denied.process_information", number="6.", label="属于四类过程性信息", path="三（三）6"),
                        Row(id="denied.enforcement_files", number="7.", label="属于行政执法案卷", path="三（三）7"),
                        Row(
                            id="denied.administrative_inquiries",
                            number="8.",
                            label="属于行政查询事项",
                            path="三（三）8",
                        ),
                    ),
                ),
                Group(
                    id="unavailable",
                    number="（四）",
                    label="无法提供",
                    path="三（四）",
                    members=(
                        Row(id="unavailable.not_held", number="1.", label="本机关不掌握相关政府信息", path="三（四）1"),
                        Row(
                            id="unavailable.requires_creation",
                            number="2.",
                            label="没有现成信息需要另行制作",
                            path="三（四）2",
                        ),
                        Row(
                            id="unavailable.still_unclear",
                            number="3.",
                            label="补正后申请内容仍不明确",
                            path="三（四）3",
                        ),
                    ),
                ),
                Group(
                    id="not_processed",
                    number="（五）",
                    label="不予处理",
                    path="三（五）",
                    members=(
                        Row(
                            id="not_processed.petitions_and_complaints",
                            number="1.",
                            label="信访举报投诉类申请",
                            path="三（五）1",
                        ),
                        Row(id="not_processed.repeated", number="2.", label="重复申请", path="三（五）2"),
                        Row(id="not_processed.publications", number="3.", label="要求提供公开出版物", path="三（五）3"),
                        Row(
                            id="not_processed.excessive", number="4.", label="无正当理由大量反复申请", path="三（五）4"
                        ),
                        Row(
                            id="not_processed.confirmation",
                            number="5.",
                            label="要求行政机关确认或重新出具已获取信息",
                            path="三（五）5",
                        ),
                    ),
                ),
                Row(
                    id="other_outcomes",
                    number="（六）",
                    label="其他处理",
                    path="三（六）",
                    editions=ONLY_2019,
                ),
                Group(
                    id="other_outcomes",
                    number="（六）",
                    label="其他处理",
                    path="三（六）",
                    editions=ONLY_2021,
                    members=(
                        Row(
                            id="other_outcomes.not_corrected_in_time",
                            number="1.",
                            label="申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                            path="三（六）1",
                            wordings=(
                                "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开",
                                "申请人无正当理由逾期不补正",
                                "逾期不补正",
                            ),
                            editions=ONLY_2021,
                        ),
                        Row(
                            id="other_outcomes.fee_not_paid_in_time",
                            number="2.",
                            label="申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                            path="三（六）2",
                            wordings=(
                                "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开",
                                "申请人逾期未按收费通知要求缴纳费用",
                                "逾期不缴费",
                            ),
                            editions=ONLY_2021,
                        ),
                        Row(
                            id="other_outcomes.other",
                            number="3.",
                            label="其他",
                            path="三（六）3",
                            editions=ONLY_2021,
                        ),
                    ),
                ),
                Row(id="outcomes_total", number="（七）", label="总计", path="三（七）"),
            ),
        ),
        Row(id="carried_forward", number="四、", label="结转下年度继续办理", path="四"),
    ),
)

RESULTS = Head(
    id="results",
    corner="案件",
    columns=(
        Column(id="upheld", label="结果维持"),
        Column(id="corrected", label="结果纠正"),
        Column(id="other", label="其他结果"),
        Column(id="pending", label="尚未审结"),
        Column(id="total", label="总计"),
    ),
)

DISPUTES = Table(
    id="disputes",
    section=4,
    head=RESULTS,
    members=(
        Row(id="reconsideration", label="行政复议", path="行政复议"),
        Group(
            id="litigation",
            label="行政诉讼",
            path="行政诉讼",
            members=(
                Row(id="litigation_direct", label="未经复议直接起诉", path="行政诉讼·未经复议直接起诉"),
                Row(id="litigation_after_reconsideration", label="复议后起诉", path="行政诉讼·复议后起诉"),
            ),
        ),
    ),
)

TABLES = (PROACTIVE, REQUESTS, DISPUTES)

SIGNED_COLUMNS = {
    f"{table.id}.{row.id}.{column.id}": column.label
    for table in TABLES
    for row in table.rows()
    for head in table.heads(row)
    for column in head.columns
    if column.signed
}
"""The keys of the cells that may be negative, and the label of their column."""

BALANCE_NOTE = "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和"
APPLICANT_GROUP = "法人或其他组织"
UNIT_NOTES = ("单位：万元，保留四位小数", "单位：万元", "万元", "元")

_OUTCOMES_2021 = tuple(
    row.id for row in REQUESTS.rows(Edition.FORM_2021) if row.path.startswith("三") and row.id != "outcomes_total"
)
_OUTCOMES_2019 = tuple(
    row.id for row in REQUESTS.rows(Edition.FORM_2019) if row.path.startswith("三") and row.id != "outcomes_total"
)

SUMS = (
    Sum(
        id="T3-BAL",
        rule="requests-balance",
        table="requests",
        axis="rows",
        left=("received", "brought_forward"),
        right=("outcomes_total", "carried_forward"),
        source="printed in the corner of table 三: 第一项加第二项之和，等于第三项加第四项之和",
    ),
    Sum(
        id="T3-SUM-2021",
        rule="requests-outcomes",
        table="requests",
        axis="rows",
        left=("outcomes_total",),
        right=_OUTCOMES_2021,
        editions=ONLY_2021,
        source="（七）总计 of 三、本年度办理结果",
    ),
    Sum(
        id="T3-SUM-2019",
        rule="requests-outcomes",
        table="requests",
        axis="rows",
        left=("outcomes_total",),
        right=_OUTCOMES_2019,
        editions=ONLY_2019,
        source="（七）总计 of 三、本年度办理结果",
    ),
    Sum(
        id="T3-ROW",
        rule="requests-applicants",
        table="requests",
        axis="columns",
        left=("total",),
        right=tuple(column.id for column in APPLICANTS.columns[:-1]),
        source="总计 of 申请人情况",
    ),
    Sum(
        id="T4-SUM",
        rule="disputes-results",
        table="disputes",
        axis="columns",
        left=("total",),
        right=tuple(column.id for column in RESULTS.columns[:-1]),
        source="总计 of each kind of case",
    ),
)

FIRST_YEARS = {Edition.FORM_2021: 2021, Edition.FORM_2019: 2019}
"""The first year that an edition is for, the latest edition first.

国办公开办函〔2021〕30号 is for the reports on 2021 and later, 国办公开办函〔2019〕60号 for those on 2019 and 2020.
"""


def edition_of(year: int) -> Edition | None:
    """The edition that reports on a year follow; None before the first of them."""
    return next((edition for edition, first in FIRST_YEARS.items() if year >= first), None)


DOCUMENT_NUMBERS = {"〔2019〕60号": Edition.FORM_2019, "〔2021〕30号": Edition.FORM_2021}
"""How the reports cite the notice that fixes their form: 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号."""
