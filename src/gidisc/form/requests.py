"""The table of section 三, 收到和处理政府信息公开申请情况: requests, by applicant and outcome."""

from gidisc.form.editions import ONLY_2019, ONLY_2021
from gidisc.form.elements import Column, Group, Head, Row, Table

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
        Column(id="total", label="总计", wordings=("合计",)),
    ),
)

REQUESTS = Table(
    id="requests",
    section=3,
    head=APPLICANTS,
    members=(
        Row(
            id="received",
            number="一、",
            label="本年新收政府信息公开申请数量",
            path="一",
            wordings=("本年新收政府资讯公开申请数量",),
        ),
        Row(
            id="brought_forward",
            number="二、",
            label="上年结转政府信息公开申请数量",
            path="二",
            wordings=("上年结转政府资讯公开申请数量",),
        ),
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
                        Row(
                            id="denied.internal_affairs",
                            number="5.",
                            label="属于三类内部事务信息",
                            path="三（三）5",
                            wordings=("属于三类内部事务资讯",),
                        ),
                        Row(
                            id="denied.process_information",
                            number="6.",
                            label="属于四类过程性信息",
                            path="三（三）6",
                            wordings=("属于四类过程性资讯",),
                        ),
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
                        Row(
                            id="unavailable.not_held",
                            number="1.",
                            label="本机关不掌握相关政府信息",
                            path="三（四）1",
                            wordings=("本机关不掌握相关政府资讯",),
                        ),
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
                            wordings=("要求行政机关确认或重新出具已获取资讯",),
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
                                "申请人无正当理由逾期不补正、行政机关不再处理其政府资讯公开申请",
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
                                "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府资讯公开申请",
                            ),
                            editions=ONLY_2021,
                        ),
                        Row(
                            id="other_outcomes.other",
                            number="3.",
                            label="其他",
                            path="三（六）3",
                            wordings=("其它",),
                            editions=ONLY_2021,
                        ),
                    ),
                ),
                Row(id="outcomes_total", number="（七）", label="总计", path="三（七）", wordings=("合计",)),
            ),
        ),
        Row(id="carried_forward", number="四、", label="结转下年度继续办理", path="四"),
    ),
)


BALANCE_NOTE = "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和"
"""What the form prints in the corner of the table."""

APPLICANT_GROUP = "法人或其他组织"
"""What the form prints over the columns of all applicants but 自然人."""
