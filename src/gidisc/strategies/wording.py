"""The words of invented reports: offices, prefaces, prose and signatures. Every place in here is made up."""

from __future__ import annotations

from random import Random

_CITIES = ("青禾市", "云棠市", "白鹭洲市", "石榴原市", "望岚市", "澄溪州")
_DISTRICTS = ("", "", "杏林沟区", "柳叶渡区", "雁栖坪县", "竹影湾区", "霜枫县")
_OFFICES = (
    "水务局",
    "档案局",
    "民政局",
    "市场监督管理局",
    "发展和改革委员会",
    "人民政府办公室",
    "住房和城乡建设局",
    "气象局",
)

_SECTION_1 = (
    "（一）主动公开。全年在门户网站发布各类信息{n}条，其中政策文件{m}条，解读材料{k}篇。",
    "（二）依申请公开。设专人登记来信、来访和网上提交的申请，答复前一律经法制机构把关。",
    "（三）政府信息管理。文件起草时同步写明公开属性，每季度清点一次目录，及时撤下失效内容。",
    "（四）平台建设。网站开设“办事日历”栏目，微信公众号推送图文{m}期，阅读量约{n}人次。",
    "（五）监督保障。年内开展培训{k}场，对{k}个科室的栏目更新作了抽查并通报结果。",
    "为方便老年人查阅，服务大厅备有纸质目录，由值班人员帮助查找。",
    "本年度没有因信息公开被追究责任的情况，社会评议结果为满意。",
    "按照条例第二十条的要求，逐项核对公开事项，补录往年遗漏的条目{k}项。",
)
_SECTION_5 = (
    "（一）存在的主要问题。",
    "一是部分栏目更新不够及时，个别文件发布与印发之间相隔超过{k}天。",
    "二是解读形式偏少，以文字为主，图表和短视频不多。",
    "（二）改进措施。",
    "下一步将按月核对目录，发现缺漏当天补上，并把解读材料与文件一起送审。",
    "同时安排业务科室轮流讲课，让经办人员熟悉答复的格式和时限。",
)
_SECTION_6 = (
    "本年度没有收取信息处理费。",
    "无。",
    "依申请公开收取信息处理费{k}元，已全部上缴国库。",
    "没有其他需要报告的事项。",
)
_PARTS = (
    "报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、"
    "存在的主要问题及改进情况、其他需要报告的事项六个部分组成。"
)


def agency(rng: Random) -> str:
    """The name of an office."""
    return rng.choice(_CITIES) + rng.choice(_DISTRICTS) + rng.choice(_OFFICES)


def preface(rng: Random, agency: str, year: int) -> tuple[str, ...]:
    """What stands before the first section: often nothing."""
    opening = f"根据《中华人民共和国政府信息公开条例》规定，现公布{agency}{year}年政府信息公开工作情况。"
    period = f"所列数据的统计期限为{year}年1月1日至{year}年12月31日。"
    return rng.choice(((), (opening,), (opening + period,), (opening + _PARTS, period)))


def prose(rng: Random, year: int) -> dict[int, tuple[str, ...]]:
    """The paragraphs of the sections that have no table."""
    first = _chosen(rng, _SECTION_1, rng.randint(1, 6))
    fifth = _chosen(rng, _SECTION_5, rng.randint(1, 6))
    return {1: (f"{year}年，我单位围绕群众关心的事项推进公开工作。", *first), 5: fifth, 6: _chosen(rng, _SECTION_6, 1)}


def signature(rng: Random, agency: str, year: int) -> tuple[str, ...]:
    """Office and date after the last section, or nothing."""
    return rng.choice(((), (agency, f"{year + 1}年1月{rng.randint(5, 28)}日")))


def _chosen(rng: Random, sentences: tuple[str, ...], count: int) -> tuple[str, ...]:
    chosen = sorted(rng.sample(range(len(sentences)), count))
    return tuple(
        sentences[index].format(n=rng.randint(90, 2400), m=rng.randint(10, 89), k=rng.randint(2, 9)) for index in chosen
    )
