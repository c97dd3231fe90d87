"""What the command line says besides messages of the catalogue, in English and Chinese."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import frozen

from gidisc.diagnostics import Severity
from gidisc.form import Edition
from gidisc.model import Status

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@frozen(kw_only=True)
class Words:
    """The words of one language; `line` is a template for a line and a column."""

    no_title: str
    no_agency: str
    no_year: str
    no_edition: str
    editions: dict[Edition, str]
    statuses: dict[Status, str]
    severities: dict[Severity, str]
    line: str
    reports: str
    doubtful: str
    failed: str


WORDS: dict[Language, Words] = {
    "en": Words(
        no_title="(no title)",
        no_agency="office not settled",
        no_year="year not settled",
        no_edition="edition not settled",
        editions={Edition.FORM_2019: "form of 2019", Edition.FORM_2021: "form of 2021"},
        statuses={
            Status.BLANK: "blank",
            Status.MARK: "a mark, as printed",
            Status.NOT_A_NUMBER: "no single number",
            Status.REFUSED: "refused: the text does not settle it",
            Status.ABSENT: "not shown in the text",
            Status.INFERRED: "worked out from sums",
        },
        severities={Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"},
        line="line {}, column {}",
        reports="reports",
        doubtful="with errors",
        failed="not read",
    ),
    "zh": Words(
        no_title="（无标题）",
        no_agency="机关未认定",
        no_year="年度未认定",
        no_edition="格式版本未认定",
        editions={Edition.FORM_2019: "2019年格式", Edition.FORM_2021: "2021年格式"},
        statuses={
            Status.BLANK: "空白",
            Status.MARK: "符号（照录）",
            Status.NOT_A_NUMBER: "不是单一数字",
            Status.REFUSED: "未采用：文本无法确定",
            Status.ABSENT: "文本未显示",
            Status.INFERRED: "由合计推算",
        },
        severities={Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"},
        line="第{}行第{}列",
        reports="报告",
        doubtful="含错误",
        failed="未能读取",
    ),
}
