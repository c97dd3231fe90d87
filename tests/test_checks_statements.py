from __future__ import annotations

import pytest

import gidisc
from gidisc.checks.numerals import read_count
from gidisc.diagnostics import Diagnostic, Severity
from gidisc.form import Edition
from gidisc.model import Report, Status
from gidisc.strategies.content import places
from reports import report, unread
from texts import HEADER, whole_report

COUNTS = {
    "requests.received.natural_person": 40,
    "requests.received.business": 5,
    "requests.received.total": 45,
    "requests.brought_forward.natural_person": 3,
    "requests.brought_forward.total": 3,
    "requests.granted.total": 20,
    "requests.partially_granted.total": 6,
    "requests.denied.state_secrets.total": 1,
    "requests.denied.internal_affairs.total": 2,
    "requests.unavailable.not_held.total": 7,
    "requests.not_processed.repeated.total": 4,
    "requests.outcomes_total.total": 42,
    "requests.carried_forward.total": 6,
    "disputes.reconsideration.upheld": 2,
    "disputes.reconsideration.corrected": 1,
    "disputes.reconsideration.total": 3,
    "disputes.litigation_direct.upheld": 1,
    "disputes.litigation_direct.total": 1,
    "disputes.litigation_after_reconsideration.pending": 1,
    "disputes.litigation_after_reconsideration.total": 1,
    "proactive.normative_documents.issued": 8,
    "proactive.normative_documents.repealed": 2,
    "proactive.normative_documents.in_force": 66,
    "proactive.rules.issued": 1,
    "proactive.rules.newly_made": 1,
    "proactive.normative_documents.newly_made": 8,
}
OTHERS = {Edition.FORM_2019: "requests.other_outcomes.total", Edition.FORM_2021: "requests.other_outcomes.other.total"}


def built(
    prose: str, edition: Edition = Edition.FORM_2021, counts: dict[str, int] | None = None, **facts: object
) -> Report:
    known = (COUNTS if counts is None else counts) | ({OTHERS[edition]: 2} if counts is None else {})
    cells: dict[str, str | None] = {place.key: str(known.get(place.key, 0)) for place in places(edition)}
    return report(cells, edition, prose, **facts)


def stated(held: Report) -> list[Diagnostic]:
    return [found for found in gidisc.check(held) if found.code.endswith("-stated")]


def said(held: Report) -> list[tuple[str, str | None]]:
    """What each finding takes the prose to say, and what the table has."""
    return [(found.message.split(";")[0].removeprefix("the prose says "), found.expected) for found in stated(held)]


AGREE = [
    "2022年，我局共收到政府信息公开申请45件。",
    "全年收到政府信息公开申请48件。",
    "新收政府信息公开申请45件，上年结转3件，办结42件，结转下年度继续办理6件。",
    "本年度受理公民、法人和其他组织提出的政府信息公开申请四十五件，上年度结转申请三件。",
    "收到依申请公开45份，其中自然人40件、法人或其他组织5件。",
    "收到45件政府信息公开申请。",
    "共办理政府信息公开申请42件（含上年度结转申请3件，另有6件顺延到下年度答复）。",
    "收办政府信息公开申请案件48件，同比增长1.05%，其中，予以公开20件、部分公开6件、不予公开3件、无法提供7件、"
    "不予处理4件、作其他处理（含申请人主动撤回申请）2件、转下年度办理6件。",
    "做好依申请公开工作，全年受理申请45件，答复42件。",
    "（二）依申请公开收到申请45件。",
    "受理政府信息公开申请45件，上年结转3件，办结45件，结转下年度6件。",
    "因政府信息公开引发行政复议3件、行政诉讼2件。",
    "政府信息公开行政复议3件，其中结果维持2件，结果纠正1件；政府信息公开行政诉讼2件，其中结果维持1件，尚未审结1件。",
    "制定行政规范性文件8件，废止2件，现行有效66件。",
    "制定规章1件。",
]
DIFFER = [
    ("2022年，我局共收到政府信息公开申请46件。", [("我局共收到", "45/48")]),
    ("新收政府信息公开申请48件。", [("新收政府信息公开申请48件", "45")]),
    ("收到依申请公开44份。", [("收到依申请公开44份", "45/48")]),
    ("收到44宗政府信息公开申请。", [("收到44宗政府信息公开申请", "45/48")]),
    ("处理依法申请公开1起。", [("处理依法申请公开1起", "45/48/42")]),
    ("处理依申请公开一起。", [("处理依申请公开一起", "45/48/42")]),
    ("办结政府信息公开申请41项。", [("办结政府信息公开申请41项", "42/45/39/40/38/36")]),
    ("收到政府信息公开申请45件，上年结转2次。", [("上年结转2次", "3")]),
    ("收到政府信息公开申请45件，结转上年度2件。", [("结转上年度2件", "3")]),
    ("收到政府信息公开申请45件，答复35件。", [("答复35件", "42/45/39/40/38/36")]),
    ("收到政府信息公开申请45件，5件结转下年度继续办理。", [("5件结转下年度继续办理", "6")]),
    ("收到政府信息公开申请45件，予以公开19件，不予公开4件。", [("予以公开19件", "20"), ("不予公开4件", "3")]),
    ("收到政府信息公开申请45件（自然人41件），作其他处理3件。", [("自然人41件", "40/43"), ("作其他处理3件", "2")]),
    ("未收到政府信息公开申请。", [("未收到政府信息公开申请", "45")]),
    ("本机关没有收到公民、法人或其他组织提出的政府信息公开申请。", [("本机关没有收到", "45")]),
    ("规范依申请公开工作，全年未接到申请。", [("全年未接到申请", "45")]),
    ("因政府信息公开引发行政复议4件、行政诉讼1件。", [("因政府信息公开引发行政复议4件", "3"), ("行政诉讼1件", "2")]),
    ("政府信息公开行政复议3件，其中结果维持3件。", [("其中结果维持3件", "2")]),
    ("全年未发生行政复议、行政诉讼案件。", [("全年未发生", "3"), ("全年未发生", "2")]),
    ("没有因政府信息公开被申请行政复议或提起行政诉讼。", [("没有因政府信息公开", "3"), ("没有因政府信息公开", "2")]),
    ("未因信息公开引发行政诉讼。", [("未因信息公开引发行政诉讼", "2")]),
    ("制定行政规范性文件9件，废止3件，现行有效65件。", [("制定", "8"), ("废止3件", "2"), ("现行有效65件", "66")]),
    ("制定规章2件。", [("制定规章2件", "1")]),
]
SAY_NOTHING = [
    "市公安局收到政府信息公开申请5件，上年结转1件。",
    "通过网络收到政府信息公开申请5件。",
    "通过网络渠道，收到政府信息公开申请5件，办结5件。",
    "通过信函方式，未收到政府信息公开申请。",
    "其中，收到政府信息公开申请2件。",
    "其中收到政府信息公开申请2件。",
    "收到政府信息公开申请45件，其中市本级收到2件，予以公开1件。",
    "收到政府信息公开申请45件（网上3件、当面2件），其中网上申请3件，予以公开1件。",
    "2021年收到政府信息公开申请30件，2022年收到政府信息公开申请31件。",
    "累计收到政府信息公开申请300件。",
    "截至目前，共收到政府信息公开申请50件。",
    "上半年收到政府信息公开申请5件。",
    "全市收到政府信息公开申请500件。",
    "受理申请3件。",
    "全年受理行政许可申请30件。",
    "收到信息公开申请50余件。",
    "收到依申请公开政府信息4人次。",
    "收到公民提出的政府信息公开申请40件。",
    "收到法人和其他组织提出的政府信息公开申请5件。",
    "新增依申请公开事项5项。",
    "收到政府信息公开申请9件次。",
    "受理信访件和政府信息公开申请8件。",
    "未收到不符合规定的政府信息公开申请。",
    "2021年未发生行政诉讼。",
    "收到政府信息公开申请45件，予以公开、部分公开258件。",
    "对8份文件重新标注公开属性：主动公开10份、依申请公开2份、不予公开2份。",
    "做好依申请公开工作。上年结转9件。",
    "备案政府信息依申请公开领域行政复议案件134件，行政诉讼案件57件。",
    "办理行政复议案件30件，行政诉讼案件5件。",
    "因政府信息公开引发的行政复议、行政诉讼共9件。",
    "因政府信息公开引发行政复议3件、行政诉讼2件，其中结果维持9件。",
    "未发生行政诉讼败诉案件。",
    "政府信息公开行政复议万千件。",
    "公开规范性文件5件，配发政策解读5篇。",
    "印发规范性文件5件。",
    "收到群众来信20件，处理热线20余起。",
    "我局未收到群众投诉。",
    "收到" + "政府信息公开" * 20 + "申请5件。",
]


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("prose", AGREE)
def test_prose_that_agrees_raises_nothing(edition: Edition, prose: str) -> None:
    if edition is Edition.FORM_2019:
        prose = prose.replace("2022年", "2020年")
    assert stated(built(prose, edition)) == []


@pytest.mark.parametrize("prose", AGREE)
def test_prose_that_agrees_is_about_cells(prose: str) -> None:
    assert stated(built(prose, counts={OTHERS[Edition.FORM_2021]: 900}))


@pytest.mark.parametrize(("prose", "expected"), DIFFER)
def test_prose_that_differs_is_found(prose: str, expected: list[tuple[str, str]]) -> None:
    held = said(built(prose))
    assert [figure for _, figure in held] == [figure for _, figure in expected]
    assert all(quoted.startswith(start) for (quoted, _), (start, _) in zip(held, expected, strict=True))


@pytest.mark.parametrize("prose", SAY_NOTHING)
def test_prose_that_cannot_be_tied_to_a_cell_says_nothing(prose: str) -> None:
    assert stated(built(prose)) == []


@pytest.mark.parametrize(
    ("agency", "prose", "differs"),
    [
        ("云岭县人民政府", "全县收到政府信息公开申请9件。", True),
        ("云岭县人民政府办公室", "我县收到政府信息公开申请9件。", True),
        ("云岭县人民政府", "收到政府信息公开申请9件。", True),
        ("云岭县人民政府", "各局加强办理。收到政府信息公开申请9件。", False),
        ("云岭县人民政府", "各局加强办理。\n（一）全年收到政府信息公开申请9件。", True),
        ("杏花镇人民政府", "各单位加强办理。收到政府信息公开申请9件。", True),
        ("云岭县人民政府", "我办收到政府信息公开申请9件。", False),
        ("云岭县人民政府", "本机关收到政府信息公开申请9件。", False),
        ("云岭县人民政府", "全市收到政府信息公开申请9件。", False),
        ("云岭县人民政府", "制定规章9件。", False),
        ("云岭县人民政府", "全县制定规章9件。", True),
        ("云岭县商务局", "我局收到政府信息公开申请9件。", True),
        ("云岭县商务局", "全县收到政府信息公开申请9件。", False),
        (None, "全市收到政府信息公开申请9件。", True),
        (None, "本机关收到政府信息公开申请9件。", False),
    ],
)
def test_whose_requests_are_meant(agency: str | None, prose: str, differs: bool) -> None:
    assert bool(stated(built(prose, agency=agency))) is differs


def test_a_year_counts_only_where_the_report_tells_its_own() -> None:
    assert stated(built("2022年收到政府信息公开申请9件。"))
    assert not stated(built("2022年收到政府信息公开申请9件。", year=None))


@pytest.mark.parametrize("status", [Status.BLANK, Status.MARK, Status.REFUSED, Status.NOT_A_NUMBER, Status.ABSENT])
def test_cells_without_a_number_are_not_compared(status: Status) -> None:
    held = built("收到政府信息公开申请9件。")
    assert stated(held)
    assert not stated(unread(held, "requests.brought_forward.total", status))
    assert not stated(unread(held, "requests.received.total", status))


def test_a_table_that_is_missing_is_not_compared() -> None:
    assert stated(built("因信息公开引发行政复议9件。"))
    assert not stated(built("因信息公开引发行政复议9件。", disputes=None))


def test_the_form_of_2019_has_other_cells() -> None:
    counts = {"proactive.normative_documents.newly_made": 6, "requests.other_outcomes.total": 4}
    prose = "2020年共制定规范性文件6件，废止1件。收到政府信息公开申请0件，其他处理4件。"
    assert stated(built(prose, Edition.FORM_2019, counts)) == []
    assert len(stated(built(prose, Edition.FORM_2019, {}))) == 2


def test_wrapped_lines_are_read_on_and_paragraphs_are_not() -> None:
    wrapped = "认真做好政府信息公开各项工作，按时更新各个栏目，全年共收到政府信\n息公开申请46\n件。"
    assert said(built(wrapped)) == [("全年共收到政府信息公开申请46件", "45/48")]
    assert said(built("依申请公开\n收到政府信息公开申请46件")) == [("收到政府信息公开申请46件", "45/48")]
    assert said(built("做好主动公开和依申请公开工作，按时更新各个栏目，收到政府信息公开申请\n（二）46件")) == []


def test_both_places_are_shown() -> None:
    text = whole_report().replace(
        "全年公开信息212条。", "全年收到　政府信息公开⽤户申请。全年收到　政府信息公开申请 7 件。"
    )
    parsed = gidisc.parse(text, name="a.txt")
    (found,) = stated(parsed)
    assert found.severity is Severity.WARNING
    assert (found.line, found.found) == (5, "7")
    first, *others = found.places
    assert text[first.span.start : first.span.end] == "全年收到　政府信息公开申请 7 件"
    assert parsed.requests is not None
    assert [place.span for place in others] == [
        parsed.requests[row, "total"].span for row in ("received", "brought_forward")
    ]
    assert found.cells == ("requests.received.total", "requests.brought_forward.total")
    assert "全年收到政府信息公开申请7件" in found.message_zh


def test_the_preface_is_read_too_and_the_last_sections_are_not() -> None:
    text = whole_report().replace("本报告按照条例的要求编制。", "收到政府信息公开申请7件。")
    assert len(stated(gidisc.parse(text))) == 1
    text = whole_report().replace("一是人手不足；", "收到政府信息公开申请7件。")
    assert stated(gidisc.parse(text)) == []


def test_prose_whose_places_are_not_known_is_not_read() -> None:
    assert stated(built("收到政府信息公开申请7件。", pieces=())) == []
    assert HEADER


@pytest.mark.parametrize(
    ("numeral", "count"),
    [
        ("0", 0),
        ("3,119", 3119),
        ("3119", 3119),
        ("零", 0),
        ("〇", 0),
        ("两", 2),
        ("三", 3),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三十四", 34),
        ("一百零五", 105),
        ("两千三百", 2300),
        ("一千零一十二", 1012),
        ("三万零五", 30005),
        ("十二万三千", 123000),
        ("十百", None),
        ("三四", None),
        ("万", None),
        ("百", None),
        ("百万", None),
    ],
)
def test_numerals(numeral: str, count: int | None) -> None:
    assert read_count(numeral) == count
