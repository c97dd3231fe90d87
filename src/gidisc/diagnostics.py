"""The catalogue of diagnostics, and the errors that stop a parse.

A diagnostic is a value: a stable code, its severity, the places it speaks of, and a message in English and Chinese made
from the catalogue entry of its code.
"""

from __future__ import annotations

import enum

from attrs import frozen

from gidisc.source import Place, Source, Span


class Severity(enum.StrEnum):
    """How much a diagnostic matters.

    An `error` leaves something unread or is a sum of the form that does not hold; a `warning` wants a look.
    """

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@frozen(kw_only=True)
class Entry:
    """A catalogue entry: severity and the two message templates (`str.format` with named arguments)."""

    severity: Severity
    message: str
    message_zh: str


CATALOGUE = {
    "not-a-report": Entry(
        severity=Severity.ERROR,
        message="no heading and no table of the official form was found; pass the text of one annual report",
        message_zh="未找到年度报告格式的标题或表格；请提供一份政府信息公开工作年度报告的文本",
    ),
    "several-reports": Entry(
        severity=Severity.ERROR,
        message="the text holds more than one report ({first} and {second}); split it and parse each part",
        message_zh="文本含有不止一份年度报告（{first}、{second}）；请拆分后分别解析",
    ),
    "undecodable": Entry(
        severity=Severity.ERROR,
        message="the file is in none of the encodings tried: {tried}; convert it to UTF-8",
        message_zh="文件不是以下任何一种编码：{tried}；请转换为UTF-8",
    ),
    "unreadable": Entry(
        severity=Severity.ERROR,
        message="the file cannot be read: {reason}; check that it is there and that you may read it",
        message_zh="无法读取文件：{reason}；请检查文件是否存在以及是否有读取权限",
    ),
    "out-of-range": Entry(
        severity=Severity.ERROR,
        message="{value} of {key} does not fit {type}; export as CSV or JSON lines, which hold any number and text",
        message_zh="{key}的{value}超出{type}的范围；请导出为CSV或JSON lines，二者不限数值与文本长度",
    ),
    "unexpected": Entry(
        severity=Severity.ERROR,
        message="gidisc failed on this file ({error}); please report it together with the file",
        message_zh="gidisc处理该文件时出错（{error}）；请连同文件一并反馈",
    ),
    "worker-lost": Entry(
        severity=Severity.ERROR,
        message="the process that read this file ended without an answer; it may have run out of memory: read it alone",
        message_zh="读取该文件的进程意外终止，可能是内存不足；请单独读取该文件",
    ),
    "encoding": Entry(
        severity=Severity.INFO,
        message="the file was read as {encoding}",
        message_zh="文件按{encoding}编码读取",
    ),
    "section-missing": Entry(
        severity=Severity.WARNING,
        message="the heading of section {number} ({label}) was not found",
        message_zh="未找到第{number}部分的标题（{label}）",
    ),
    "table-missing": Entry(
        severity=Severity.WARNING,
        message="the table of section {number} ({label}) was not found",
        message_zh="未找到第{number}部分的表格（{label}）",
    ),
    "rows-missing": Entry(
        severity=Severity.WARNING,
        message="rows of the form that the text does not show: {labels}",
        message_zh="文本中缺少以下行：{labels}",
    ),
    "columns-unknown": Entry(
        severity=Severity.ERROR,
        message="no column head over {label}, and no sign of the edition; its values {printed} cannot be named",
        message_zh="{label}上方没有表头，也无法判断格式版本，数值{printed}无法归入栏目",
    ),
    "heading-without-numeral": Entry(
        severity=Severity.INFO,
        message="the heading of section {number} is printed without its numeral",
        message_zh="第{number}部分的标题缺少序号",
    ),
    "label-damaged": Entry(
        severity=Severity.INFO,
        message="{printed} was taken for the label {label}: it is close to this label and to no other",
        message_zh="“{printed}”按“{label}”识别：与该标签相近，与其他标签均不相近",
    ),
    "label-wording": Entry(
        severity=Severity.INFO,
        message="{printed} is a known wording of the label {label}",
        message_zh="“{printed}”是标签“{label}”的已知写法",
    ),
    "extra-row": Entry(
        severity=Severity.INFO,
        message="{label} is no row of the form; it is kept in extra_rows",
        message_zh="“{label}”不是格式中的行，已保留在extra_rows中",
    ),
    "row-repeated": Entry(
        severity=Severity.ERROR,
        message="{label} is printed more than once, in copies that differ; none of them is taken",
        message_zh="“{label}”出现多次且内容不一致，均不采用",
    ),
    "not-a-number": Entry(
        severity=Severity.WARNING,
        message="{printed} in {key} is no single number; the cell has no value",
        message_zh="{key}中的“{printed}”不是单一数字，该单元格无数值",
    ),
    "cell-refused": Entry(
        severity=Severity.ERROR,
        message="the text does not settle which cells of {label} hold {printed}; look at the original page",
        message_zh="文本无法确定“{label}”一行中{printed}属于哪些单元格；请核对原页面",
    ),
    "row-crowded": Entry(
        severity=Severity.ERROR,
        message="{label} is followed by {printed}: more values than it has cells; look at the original page",
        message_zh="“{label}”之后有{printed}，多于该行的单元格；请核对原页面",
    ),
    "row-broken": Entry(
        severity=Severity.ERROR,
        message="text that is not of the form stands between {label} and {printed}; look at the original page",
        message_zh="“{label}”与{printed}之间有格式以外的文字；请核对原页面",
    ),
    "row-words": Entry(
        severity=Severity.ERROR,
        message="words that are no label of the form stand where {label} has its cells; look at the original page",
        message_zh="“{label}”的单元格处有格式以外的文字；请核对原页面",
    ),
    "row-uncertain": Entry(
        severity=Severity.ERROR,
        message="{printed} may belong to {label} or to a row beside it; look at the original page",
        message_zh="{printed}可能属于“{label}”，也可能属于相邻的行；请核对原页面",
    ),
    "number-broken": Entry(
        severity=Severity.ERROR,
        message="{printed} in {label} is printed on several lines of its cell; look at the original page",
        message_zh="“{label}”中的{printed}在单元格内分行印刷；请核对原页面",
    ),
    "grid-broken": Entry(
        severity=Severity.ERROR,
        message="{label} stands in a drawn grid whose lines do not meet; {printed} may not be whole; look at the page",
        message_zh="“{label}”所在表格的框线不齐，{printed}可能不完整；请核对原页面",
    ),
    "table-order": Entry(
        severity=Severity.ERROR,
        message="the values of this table are not printed row by row after their labels; the table is refused",
        message_zh="该表的数值没有逐行跟在标签之后，整表不采用",
    ),
    "edition-mixed": Entry(
        severity=Severity.WARNING,
        message="signs of both editions of the form: {signs}; the majority was taken",
        message_zh="同时出现两个版本格式的特征：{signs}；按多数认定",
    ),
    "edition-undecided": Entry(
        severity=Severity.WARNING,
        message="as many signs of one edition of the form as of the other: {signs}; none was taken",
        message_zh="两个版本格式的特征一样多：{signs}；未认定",
    ),
    "agency-ambiguous": Entry(
        severity=Severity.WARNING,
        message="two offices are named in the same place: {first} and {second}; none was taken",
        message_zh="同一处出现两个机关名称：{first}、{second}；未采用",
    ),
    "requests-balance": Entry(
        severity=Severity.ERROR,
        message="{place}: {left} = {expected}, but {right} = {found}; the form wants them equal",
        message_zh="“{place}”列：{left}＝{expected}，而{right}＝{found}；按勾稽关系两者应相等",
    ),
    "requests-outcomes": Entry(
        severity=Severity.ERROR,
        message="{place}: the outcomes add up to {expected}, but {total} is {found}",
        message_zh="“{place}”列：各项办理结果之和为{expected}，而{total}为{found}",
    ),
    "requests-applicants": Entry(
        severity=Severity.ERROR,
        message="{place}: the applicants add up to {expected}, but {total} is {found}",
        message_zh="“{place}”行：各类申请人之和为{expected}，而{total}为{found}",
    ),
    "disputes-results": Entry(
        severity=Severity.ERROR,
        message="{place}: the results add up to {expected}, but {total} is {found}",
        message_zh="“{place}”：各类结果之和为{expected}，而{total}为{found}",
    ),
    "negative-count": Entry(
        severity=Severity.ERROR,
        message="{printed} in {key} is negative; only {signed} may be",
        message_zh="{key}中的“{printed}”为负数；只有“{signed}”可以为负",
    ),
    "sums-not-assessable": Entry(
        severity=Severity.INFO,
        message="{count} of the {total} sums of the form cannot be assessed, because cells are blank or have no number",
        message_zh="格式要求的{total}项合计中有{count}项因单元格空白或没有数值而无法核对",
    ),
    "edition-year": Entry(
        severity=Severity.WARNING,
        message="the tables follow the form of {edition}; a report on {year} follows that of {official}",
        message_zh="表格采用{edition}年版格式；{year}年度报告应采用{official}年版格式",
    ),
    "table-blank": Entry(
        severity=Severity.WARNING,
        message="the table of section {number} ({label}) is blank; the form wants 0 where there is nothing",
        message_zh="第{number}部分表格（{label}）全部空白；没有发生的应填0",
    ),
    "cells-blank": Entry(
        severity=Severity.WARNING,
        message="{count} cells of the table of section {number} ({label}) are blank; where 0 is meant, print it",
        message_zh="第{number}部分表格（{label}）有{count}个单元格空白；没有发生的应填0",
    ),
    "cells-marked": Entry(
        severity=Severity.INFO,
        message="{count} cells of the table of section {number} ({label}) hold a mark such as {printed}, no number",
        message_zh="第{number}部分表格（{label}）有{count}个单元格填写“{printed}”等符号而非数字",
    ),
    "amount-unit": Entry(
        severity=Severity.INFO,
        message="the amount {printed} of {label} is in {unit}; the form wants {official}",
        message_zh="“{label}”的金额{printed}以{unit}为单位；格式要求以{official}为单位",
    ),
    "amount-without-unit": Entry(
        severity=Severity.INFO,
        message="the amount {printed} of {label} is printed without a unit",
        message_zh="“{label}”的金额{printed}没有标明单位",
    ),
    "amount-decimals": Entry(
        severity=Severity.INFO,
        message="the amount {printed} of {label} does not have the four decimals that the head asks for",
        message_zh="“{label}”的金额{printed}没有按表头要求保留四位小数",
    ),
    "section-empty": Entry(
        severity=Severity.WARNING,
        message="section {number} ({label}) says nothing",
        message_zh="第{number}部分（{label}）没有内容",
    ),
    "processing-fee-unmentioned": Entry(
        severity=Severity.WARNING,
        message="section 6 does not say whether information-processing fees ({term}) were collected",
        message_zh="第六部分没有说明收取{term}的情况",
    ),
    "requests-stated": Entry(
        severity=Severity.WARNING,
        message="the prose says {printed}; the table of requests has {expected} there ({label})",
        message_zh="文字表述为“{printed}”，而申请情况表中{label}为{expected}",
    ),
    "disputes-stated": Entry(
        severity=Severity.WARNING,
        message="the prose says {printed}; the table of disputes has {expected} there ({label})",
        message_zh="文字表述为“{printed}”，而复议诉讼情况表中{label}为{expected}",
    ),
    "documents-stated": Entry(
        severity=Severity.WARNING,
        message="the prose says {printed}; the table of proactive disclosure has {expected} there ({label})",
        message_zh="文字表述为“{printed}”，而主动公开情况表中{label}为{expected}",
    ),
    "carried-forward-changed": Entry(
        severity=Severity.WARNING,
        message="{column}: {before} carries {expected} requests forward, but {year} brings {found} forward",
        message_zh="“{column}”列：{before}年结转下年度{expected}件，而{year}年上年结转为{found}件",
    ),
    "in-force-changed": Entry(
        severity=Severity.INFO,
        message="{row}: those in force in {before} with the changes of {year} are {expected}, but {found} are in force",
        message_zh="“{row}”：{before}年现行有效数加{year}年制发数减废止数为{expected}，而{year}年现行有效数为{found}",
    ),
    "items-changed": Entry(
        severity=Severity.WARNING,
        message="{row}: the items of {before} with their change are {expected}, but {year} says they were {found}",
        message_zh="“{row}”：{before}年项目数量加增减数为{expected}，而{year}年所填上一年项目数量为{found}",
    ),
    "prose-copied": Entry(
        severity=Severity.INFO,
        message="{share} % of the prose of {year} stands word for word in the report on {before}",
        message_zh="{year}年报告的文字有{share}%与{before}年报告完全相同",
    ),
    "year-unknown": Entry(
        severity=Severity.INFO,
        message="{report} does not tell its year; it is not compared with other years",
        message_zh="{report}没有写明年度，未与其他年度比对",
    ),
    "year-repeated": Entry(
        severity=Severity.INFO,
        message="{report} is a second report on {year}; it is not compared with other years",
        message_zh="{report}是{year}年的另一份报告，未与其他年度比对",
    ),
    "parts-differ": Entry(
        severity=Severity.WARNING,
        message="{key}: the parts add up to {expected}, but the summary has {found}",
        message_zh="{key}：各部分之和为{expected}，而汇总数为{found}",
    ),
    "part-incomplete": Entry(
        severity=Severity.INFO,
        message="{report} has no number for {count} of the {total} cells that the summary fills",
        message_zh="汇总报告填写的{total}个单元格中，{report}有{count}个没有数值",
    ),
    "unparsed": Entry(
        severity=Severity.WARNING,
        message="{printed} was not understood; it is kept as an unparsed piece",
        message_zh="未能识别“{printed}”，已作为unparsed保留",
    ),
}
"""Every code with its severity and messages. Codes are for ever."""


@frozen(kw_only=True)
class Diagnostic:
    """What was noticed about a text: where, how bad, and what to do.

    `line` and `column` (from 1, in code points) are those of the first place; `cells` are keys `table.row.column`;
    `expected` and `found` are the two sides of an arithmetic rule.
    """

    code: str
    severity: Severity
    message: str
    message_zh: str
    places: tuple[Place, ...] = ()
    line: int | None = None
    column: int | None = None
    excerpt: str = ""
    cells: tuple[str, ...] = ()
    expected: str | None = None
    found: str | None = None


def diagnose(
    source: Source,
    code: str,
    *spans: Span,
    name: str | None = None,
    cells: tuple[str, ...] = (),
    **arguments: object,
) -> Diagnostic:
    """A diagnostic of the catalogue about stretches of `source`; `arguments` fill its message."""
    entry = CATALOGUE[code]
    line, column = source.position(spans[0].start) if spans else (None, None)
    return Diagnostic(
        code=code,
        severity=entry.severity,
        message=entry.message.format(**arguments),
        message_zh=entry.message_zh.format(**arguments),
        places=tuple(Place(name=name, span=span) for span in spans),
        line=line,
        column=column,
        excerpt=source.excerpt(spans[0]) if spans else "",
        cells=cells,
    )


class ParseError(ValueError):
    """A text that cannot be read as one report.

    `code`, `span`, `line`, `column` and `excerpt` are those of the first diagnostic; `diagnostics` holds all of them.
    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics
        first = diagnostics[0]
        self.code = first.code
        self.span = first.places[0].span if first.places else None
        self.line = first.line
        self.column = first.column
        self.excerpt = first.excerpt

    def __str__(self) -> str:
        first = self.diagnostics[0]
        place = f"line {self.line}, column {self.column}: " if self.line is not None else ""
        shown = f" ({self.excerpt})" if self.excerpt else ""
        return f"{place}{first.message}{shown} [{self.code}]"


class NotAReportError(ParseError):
    """A text without an official section heading and without two row labels of one table."""
