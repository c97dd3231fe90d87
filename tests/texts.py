"""Canonical texts for the tests: invented offices, numbers that tell every cell from every other."""

from __future__ import annotations

from collections.abc import Iterable

import gidisc
from gidisc import form
from gidisc.form import Edition

HEADER = "%gidisc 1\n"
SECTION_HEADINGS = (
    "## 一、总体情况",
    "## 二、主动公开政府信息情况",
    "## 三、收到和处理政府信息公开申请情况",
    "## 四、政府信息公开行政复议、行政诉讼情况",
    "## 五、存在的主要问题及改进情况",
    "## 六、其他需要报告的事项",
)
APPLICANTS = "| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计"
RESULTS = "| 案件 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计"

PROACTIVE_2021 = """\
| 第二十条第（一）项
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
| 规章 | 0 | 0 | 1
| 行政规范性文件 | 3 | 2 | 14
| 第二十条第（五）项
| 信息内容 | 本年处理决定数量
| 行政许可 | 1,208
| 第二十条第（六）项
| 信息内容 | 本年处理决定数量
| 行政处罚 | 57
| 行政强制 | /
| 第二十条第（八）项
| 信息内容 | 本年收费金额（单位：万元）
| 行政事业性收费 | 83.8778
"""
PROACTIVE_2019 = """\
| 第二十条第（一）项
| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
| 规章 | 0 | 0 | 1
| 规范性文件 | 3 | 2 | 14
| 第二十条第（五）项
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
| 行政许可 | 26 | -3 | 408
| 其他对外管理服务事项 | 12 | +2 | 9
| 第二十条第（六）项
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
| 行政处罚 | 71 | 减1 | 5
| 行政强制 | 4 | 0 | 0
| 第二十条第（八）项
| 信息内容 | 上一年项目数量 | 本年增/减
| 行政事业性收费 | 2 | 0
| 第二十条第（九）项
| 信息内容 | 采购项目数量 | 采购总金额
| 政府集中采购 | 6 | 251000元
"""


def requests_table(edition: Edition) -> str:
    """The table on requests with other numbers in every row."""
    lines = [APPLICANTS, *_members(form.REQUESTS.members, edition, len(form.APPLICANTS.columns))]
    return "\n".join(lines) + "\n"


def disputes_table() -> str:
    """The table on disputes with other numbers in every row."""
    lines = [RESULTS, *_members(form.DISPUTES.members, Edition.FORM_2021, len(form.RESULTS.columns))]
    return "\n".join(lines) + "\n"


def _members(members: Iterable[form.Row | form.Group], edition: Edition, width: int) -> Iterable[str]:
    for member in members:
        if edition not in member.editions:
            continue
        if isinstance(member, form.Group):
            yield f"| {member.printed}"
            yield from _members(member.members, edition, width)
        else:
            first = sum(map(ord, member.id)) % 90
            yield f"| {member.printed}" + "".join(f" | {first + place}" for place in range(width))


def whole_report(edition: Edition = Edition.FORM_2021) -> str:
    """A report with everything that the form has."""
    proactive = PROACTIVE_2021 if edition is Edition.FORM_2021 else PROACTIVE_2019
    one, two, three, four, five, six = SECTION_HEADINGS
    return (
        f"{HEADER}# 云岭县商务局2022年政府信息公开工作年度报告\n本报告按照条例的要求编制。\n"
        f"{one}\n（一）主动公开。全年公开信息212条。\n1.规范办理\n逐件登记。\n（二）平台建设\n改版一次。\n"
        f"{two}\n{proactive}{three}\n{requests_table(edition)}{four}\n{disputes_table()}"
        f"{five}\n一是人手不足；\n二是更新不及时。\n{six}\n无。\n@ 云岭县商务局\n@ 2023年1月20日\n"
    )


def parse(*lines: str) -> gidisc.Report:
    """The report of lines under the header of the layout, with a first section so that it is one."""
    return gidisc.parse(HEADER + "".join(f"{line}\n" for line in (*lines, SECTION_HEADINGS[5])))


def codes(report: gidisc.Report) -> list[str]:
    """The codes of a report's diagnostics, those about what is missing apart."""
    missing = ("section-missing", "table-missing", "rows-missing")
    return [diagnostic.code for diagnostic in report.diagnostics if diagnostic.code not in missing]
