"""The rules as data. Those of arithmetic are derived from the sums of the form; a finding's code is its rule's id."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from gidisc import form
from gidisc.diagnostics import CATALOGUE, Severity

FORMS = "国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号"
ARTICLE_50 = "《政府信息公开条例》第五十条"


@frozen(kw_only=True)
class Equation:
    """Two sums of cells that must be equal: their keys (`table.row.column`), and where they stand.

    `across` is the column that the cells share where the rule adds up rows, else the row that they share.
    """

    table: str
    across: form.Row | form.Column
    left: tuple[str, ...]
    right: tuple[str, ...]


@frozen(kw_only=True)
class Rule:
    """What a report is held against.

    `id` is the code of its findings, `source` the official document that it is printed in or follows from. Rules of
    arithmetic have `equations`, the cells on both sides, those of both editions.
    """

    id: str
    title: str
    title_zh: str
    source: str
    equations: tuple[Equation, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much a finding of this rule matters."""
        return CATALOGUE[self.id].severity


def equations(rule: form.Sum) -> Iterator[Equation]:
    """The equations that a sum of the form makes: one a column, or one a row."""
    table = form.table_of(rule.table)
    assert table.head is not None  # only tables under one head have sums
    if rule.axis == "rows":
        for column in table.head.columns:
            left, right = (tuple(f"{table.id}.{row}.{column.id}" for row in side) for side in (rule.left, rule.right))
            yield Equation(table=table.id, across=column, left=left, right=right)
    else:
        for row in table.rows():
            left, right = (tuple(f"{table.id}.{row.id}.{name}" for name in side) for side in (rule.left, rule.right))
            yield Equation(table=table.id, across=row, left=left, right=right)


_TITLES = {
    "requests-balance": (
        "New requests and those brought forward are as many as those settled and those carried forward",
        "本年新收数加上年结转数等于办理结果总计加结转下年度数",
    ),
    "requests-outcomes": ("The outcomes add up to their total", "各项办理结果之和等于办理结果总计"),
    "requests-applicants": ("The applicants add up to the total of their row", "各类申请人之和等于本行总计"),
    "disputes-results": ("The results of a kind of case add up to its total", "各类结果之和等于该类案件总计"),
}


def _arithmetic() -> Iterator[Rule]:
    for rule_id, (title, title_zh) in _TITLES.items():
        sums = [rule for rule in form.SUMS if rule.rule == rule_id]
        yield Rule(
            id=rule_id,
            title=title,
            title_zh=title_zh,
            source=f"{FORMS}: {sums[0].source}",
            equations=tuple(equation for rule in sums for equation in equations(rule)),
        )


ARITHMETIC = tuple(_arithmetic())
"""The rules that follow from the sums of the form."""

RULES = (
    *ARITHMETIC,
    Rule(
        id="negative-count",
        title="No number but 本年增/减 is negative",
        title_zh="除本年增/减外，各项数字不为负数",
        source=f"{FORMS}: every number is a count or an amount",
    ),
    Rule(
        id="sums-not-assessable",
        title="Every sum can be assessed",
        title_zh="各项合计均可核对",
        source=FORMS,
    ),
    Rule(
        id="section-missing",
        title="The report has the six sections of the form",
        title_zh="报告具备格式规定的六个部分",
        source=f"{ARTICLE_50}; {FORMS}",
    ),
    Rule(
        id="table-missing",
        title="The report has the three tables of the form",
        title_zh="报告具备格式规定的三张表格",
        source=FORMS,
    ),
    Rule(
        id="rows-missing",
        title="The tables have every row of the form",
        title_zh="表格具备格式规定的各行",
        source=FORMS,
    ),
    Rule(
        id="edition-year",
        title="The tables follow the edition of the form for the year reported on",
        title_zh="表格采用报告年度对应的格式版本",
        source=FORMS,
    ),
    Rule(
        id="table-blank",
        title="No table is left blank",
        title_zh="表格不得整表空白",
        source=FORMS,
    ),
    Rule(
        id="cells-blank",
        title="No cell is left blank where 0 is meant",
        title_zh="没有发生的填0，不留空白",
        source=FORMS,
    ),
    Rule(
        id="cells-marked",
        title="Cells hold numbers, no marks",
        title_zh="单元格填写数字，不填符号",
        source=FORMS,
    ),
    Rule(
        id="amount-unit",
        title="Fees are given in 万元",
        title_zh="收费金额以万元为单位",
        source="国办公开办函〔2021〕30号: 本年收费金额（单位：万元）",
    ),
    Rule(
        id="amount-without-unit",
        title="Amounts have a unit",
        title_zh="金额标明单位",
        source=FORMS,
    ),
    Rule(
        id="amount-decimals",
        title="Amounts have four decimals where their head asks for them",
        title_zh="表头要求保留四位小数的，金额保留四位小数",
        source="the head of the report's own table: 保留四位小数",
    ),
    Rule(
        id="section-empty",
        title="Sections 5 and 6 say something",
        title_zh="第五、六部分有内容",
        source=f"{ARTICLE_50}第（四）、（五）项",
    ),
    Rule(
        id="processing-fee-unmentioned",
        title="Section 6 reports the information-processing fees (信息处理费)",
        title_zh="第六部分报告收取信息处理费情况",
        source="国办公开办函〔2021〕30号: 收取信息处理费情况在此处报告",
    ),
    Rule(
        id="requests-stated",
        title="What the prose says of requests agrees with their table",
        title_zh="文字所述申请情况与表格一致",
        source=ARTICLE_50 + "第（二）项",
    ),
    Rule(
        id="disputes-stated",
        title="What the prose says of reconsideration and litigation agrees with their table",
        title_zh="文字所述复议、诉讼情况与表格一致",
        source=ARTICLE_50 + "第（三）项",
    ),
    Rule(
        id="documents-stated",
        title="What the prose says of rules and normative documents agrees with their table",
        title_zh="文字所述规章、行政规范性文件情况与表格一致",
        source=ARTICLE_50 + "第（一）项",
    ),
    Rule(
        id="carried-forward-changed",
        title="What is carried forward (结转下年度) is what the next year brings forward (上年结转)",
        title_zh="本年结转下年度数等于下一年上年结转数",
        source=f"{FORMS}: 上年结转政府信息公开申请数量, 结转下年度继续办理",
    ),
    Rule(
        id="in-force-changed",
        title="What is in force changes by what is issued and repealed",
        title_zh="现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数",
        source="国办公开办函〔2021〕30号: 本年制发件数, 本年废止件数, 现行有效件数",
    ),
    Rule(
        id="items-changed",
        title="The items of the year before (上一年项目数量) are those that it printed, with their change",
        title_zh="上一年项目数量等于上一年所填项目数量加增减数",
        source="国办公开办函〔2019〕60号: 上一年项目数量, 本年增/减",
    ),
    Rule(
        id="prose-copied",
        title="The prose is not that of the year before",
        title_zh="文字内容不与上年雷同",
        source="国办公开办函〔2021〕30号: 内容雷同、敷衍塞责",
    ),
    Rule(
        id="year-unknown",
        title="The report tells the year that it reports on",
        title_zh="报告写明年度",
        source=FORMS,
    ),
    Rule(
        id="year-repeated",
        title="An office reports once on a year",
        title_zh="同一年度只有一份报告",
        source="《政府信息公开条例》第四十九条",
    ),
    Rule(
        id="parts-differ",
        title="A summary is the sum of its parts",
        title_zh="汇总数等于各部分之和",
        source="《政府信息公开条例》第四十九条",
    ),
    Rule(
        id="part-incomplete",
        title="Every part has the numbers that the summary adds up",
        title_zh="各部分具备汇总所需的数值",
        source="《政府信息公开条例》第四十九条",
    ),
)
"""Every rule, in the order in which findings are given."""
