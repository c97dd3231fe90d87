"""What prose says of cells, as data: the wording of a statement and the cells that it may speak of.

A statement counts only where a whole item of a sentence has its wording. One about a department, a channel or another
year has other words in it, and is no statement here.
"""

from __future__ import annotations

import re

from attrs import frozen

from gidisc import form
from gidisc.checks.numerals import NUMERAL


@frozen(kw_only=True)
class Reading:
    """Cells that a statement may speak of: the sum of some less the sum of others, of those that the report has."""

    cells: tuple[str, ...]
    less: tuple[str, ...] = ()


@frozen(kw_only=True)
class Claim:
    """A kind of statement.

    `rule` is the rule that it breaks where none of the `readings` gives its number, `label` what its cells are called.
    `needs` is what the sentence must be about already, `about` what it is about from here on; `clause` says that 、 is
    part of the wording. A wording without the group `count` says that there is none.
    """

    rule: str
    label: str
    wording: re.Pattern[str]
    readings: tuple[Reading, ...]
    needs: tuple[str, ...] = ()
    about: str | None = None
    clause: bool = False


def _labels(table: form.Table) -> dict[str, str]:
    groups = {group.id: group.printed for group in table.groups()}
    return groups | {row.id: row.printed for row in table.rows() if row.id not in groups}


def _row(table: form.Table, row: str, column: str = "total") -> str:
    return f"{table.id}.{row}.{column}"


def _group(group_id: str) -> tuple[str, ...]:
    rows = [row.id for row in form.REQUESTS.rows() if row.id == group_id or row.id.startswith(f"{group_id}.")]
    return tuple(_row(form.REQUESTS, row) for row in rows)


_LABELS = _labels(form.REQUESTS) | _labels(form.DISPUTES) | _labels(form.PROACTIVE)
ON_REQUEST = "disclosure on request"
"""What a sentence must be about where a statement says 申请 and no more."""
KINDS = ("行政复议", "行政诉讼")
"""The kinds of cases."""

RECEIVED, BROUGHT_FORWARD, TOTAL, CARRIED_FORWARD = (
    _row(form.REQUESTS, row) for row in ("received", "brought_forward", "outcomes_total", "carried_forward")
)
RECONSIDERATION = _row(form.DISPUTES, "reconsideration")
LITIGATION = tuple(_row(form.DISPUTES, row) for row in ("litigation_direct", "litigation_after_reconsideration"))

_COUNT = rf"(?:共|共计|总计|合计|总数|数量|总量|量)?(?:为|是|有|达|达到)?(?P<count>{NUMERAL})[件起份宗项次]"
_YEAR = r"(?:(?:(?P<year>[0-9]{4})|本|今|该|全|一)年(?:度|来|内|间)?|年内|(?:本)?报告期内)?(?:内|中)?"
_PLACE = r"(?:省|市|县|区|州|旗|镇|乡|街道)"
_OFFICE = r"(?:街办|街道办|街|局|委|办|院|厅|处|校|站|所|分局|支队|大队|单位|机关|部门|中心)"
WHO = rf"(?P<who>(?:[我全]{_PLACE}|[我本]{_OFFICE})(?:各级)?(?:行政机关|政府)?(?:系统)?)?"
_BEFORE = rf"(?:\(?[一二三四五六七八九十][)、.])?{WHO}{_YEAR}(?P<who_2>(?:[我全]{_PLACE}|[我本]{_OFFICE}))?"
_ALL = r"(?:共|共计|总计|总共|合计|一共|实际|依法|依规|全部)*"
# 公民 alone may be the natural persons, 法人或其他组织 the others.
_FROM = (
    r"(?:(?:公民(?:和|或|及|以及|与)?法人(?:和|或|及|以及|与)?(?:其他|其它|社会)组织|公众|社会公众|申请人)"
    r"(?:提出|提交|递交|申请)?的?)?"
)
_OBJECT = (
    r"(?:各类)?(?:(?:(?:政府|政务)?信息公开(?:的)?|公开政府信息(?:的)?|政府信息(?:的)?|依申请公开(?:政府)?(?:信息)?(?:的)?)"
    r"申请(?:公开)?(?:政府信息)?"
    r"|(?:政府|政务)?信息依申请公开(?:的)?(?:申请)?|依法?申请公开(?:政府)?(?:信息)?(?:的)?)"
    r"(?:申请书|申请表|办件|案件|申请件|事项|件)?"
)
_BARE = r"申请(?:书|表|件|案件|办件)?"
_TAKEN = r"(?:收到|接收到|接收|接到|受理|收办|收到并受理|接收并受理|登记|登记受理|收受)(?:了|的|过)?"
_HANDLED = r"(?:办理|处理|受理并办理|收到并办理|收到和处理|接收并办理|受理并处理|办理答复)(?:了|的|过)?"
_NEW = r"(?:新收|新收到|新接收|新受理)(?:了|的)?"
_LAST_YEAR = r"(?:上|去)(?:一)?年(?:度)?"
_NEXT_YEAR = r"(?:至|到|入)?(?:下|次)(?:一)?年(?:度)?"
_REQUEST = r"(?:的)?(?:(?:政府)?信息公开)?(?:申请|案件|办件)*"
_PART = r"(?:其中|含|包括|包含|另有|另|尚有|还有|其余|剩余|加上|加)*"
_DECIDED = r"(?:其中)?(?:作出|作|决定|属于|属|已|答复)?"


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _taken(verb: str, readings: tuple[Reading, ...]) -> tuple[Claim, ...]:
    before = rf"{_BEFORE}{_ALL}{verb}{_ALL}{_FROM}"
    wordings = (
        rf"{before}{_OBJECT}{_COUNT}",
        rf"{before}(?P<count>{NUMERAL})[件起份宗项次](?:的)?{_OBJECT}",
    )
    strict = tuple(
        Claim(
            rule="requests-stated", label=_LABELS["received"], wording=_of(wording), readings=readings, about="requests"
        )
        for wording in wordings
    )
    heading = r"(?:(?:\(?[一二三四五六七八九十]\)?、?)?(?:政府信息)?依申请公开(?:政府信息)?(?:工作|情况|方面)*)?"
    bare = Claim(
        rule="requests-stated",
        label=_LABELS["received"],
        wording=_of(rf"{heading}{before}{_BARE}{_COUNT}"),
        readings=readings,
        needs=(ON_REQUEST,),
        about="requests",
    )
    return (*strict, bare)


_AS_RECEIVED = (Reading(cells=(RECEIVED,)), Reading(cells=(RECEIVED, BROUGHT_FORWARD)))
_AS_HANDLED = (*_AS_RECEIVED, Reading(cells=(TOTAL,)))
_AS_ANSWERED = (
    Reading(cells=(TOTAL,)),
    Reading(cells=(RECEIVED,)),
    Reading(cells=(TOTAL,), less=(BROUGHT_FORWARD,)),
    Reading(cells=(RECEIVED,), less=(CARRIED_FORWARD,)),
    Reading(cells=(TOTAL,), less=_group("other_outcomes")),
    Reading(cells=(TOTAL,), less=_group("not_processed")),
    Reading(cells=(TOTAL,), less=(*_group("other_outcomes"), *_group("not_processed"))),
)


def _request(label: str, wording: str, *readings: Reading) -> Claim:
    return Claim(
        rule="requests-stated",
        label=label,
        wording=_of(wording),
        readings=readings,
        needs=("requests",),
        about="requests",
    )


def _outcome(group: str, wording: str) -> Claim:
    return _request(_LABELS[group], rf"{_DECIDED}(?:{wording})(?:的)?(?:申请)?{_COUNT}", Reading(cells=_group(group)))


def _applicants(label: str, wording: str, columns: tuple[str, ...]) -> Claim:
    received, brought = (
        tuple(_row(form.REQUESTS, row, column) for column in columns) for row in ("received", "brought_forward")
    )
    readings = Reading(cells=received), Reading(cells=(*received, *brought))
    return _request(
        f"{_LABELS['received']} ({label})", rf"(?:其中)?{wording}(?:提出|提交)?的?(?:申请)?{_COUNT}", *readings
    )


_PERSON, *_ORGANIZATIONS = (column.id for column in form.APPLICANTS.columns[:-1])

_REQUESTS = (
    *_taken(_NEW, (Reading(cells=(RECEIVED,)),)),
    *_taken(_TAKEN, _AS_RECEIVED),
    *_taken(_HANDLED, _AS_HANDLED),
    Claim(
        rule="requests-stated",
        label=_LABELS["received"],
        wording=_of(
            rf"{_BEFORE}(?:均)?(?:未|没有|未曾|尚未|暂未)(?:收到|接到|接收到|接收|受理|收到和处理|收到或处理|收到过|接到过)"
            rf"(?:过)?(?:任何)?{_FROM}(?:{_OBJECT}|{_BARE})(?:信息)?(?:的)?(?:情况|事项|要求)?"
        ),
        readings=(Reading(cells=(RECEIVED,)),),
        needs=(ON_REQUEST,),
        clause=True,
    ),
    _request(
        _LABELS["brought_forward"],
        rf"{_PART}(?:{_LAST_YEAR}(?:结转|转结|转入|遗留){_REQUEST}{_COUNT}"
        rf"|结转{_LAST_YEAR}{_REQUEST}(?P<count_2>{NUMERAL})[件起份宗项次])",
        Reading(cells=(BROUGHT_FORWARD,)),
    ),
    _request(
        _LABELS["carried_forward"],
        rf"{_PART}(?:(?:结转|转结|转|顺延|延)(?:{_NEXT_YEAR})(?:继续)?(?:办理|答复|处理)?{_REQUEST}{_COUNT}"
        rf"|(?P<count_2>{NUMERAL})[件起份宗项次]{_REQUEST}(?:结转|转结|转|顺延|延)(?:{_NEXT_YEAR})(?:继续)?(?:办理|答复|处理)?)",
        Reading(cells=(CARRIED_FORWARD,)),
    ),
    Claim(
        rule="requests-stated",
        label=_LABELS["outcomes_total"],
        wording=_of(rf"{_BEFORE}{_ALL}(?:已)?(?:答复|办结|办理答复|答复办结)(?:了)?{_FROM}{_OBJECT}{_COUNT}"),
        readings=_AS_ANSWERED,
        about="requests",
    ),
    _request(
        _LABELS["outcomes_total"],
        rf"{_BEFORE}{_PART}(?:已|共|均|全部|共计)*(?:答复|办结|办理答复|答复办结|予以答复|作出答复)(?:了)?{_REQUEST}{_COUNT}",
        *_AS_ANSWERED,
    ),
    _outcome("granted", "予以公开|同意公开"),
    _outcome("partially_granted", "予以部分公开|部分公开"),
    _outcome("denied", "不予公开"),
    _outcome("unavailable", "无法提供"),
    _outcome("not_processed", "不予处理"),
    _outcome("other_outcomes", "其他处理"),
    _applicants("自然人", "自然人", (_PERSON,)),
    _applicants(form.APPLICANT_GROUP, "法人(?:或|和|及)?其[他它]组织", tuple(_ORGANIZATIONS)),
)

_CASE = r"(?:案件|案|申请)?"
_OF_DISCLOSURE = (
    r"(?:因|由|涉及|有关|关于|与|对|针对)?(?:依申请公开|依申请|(?:政府|政务)?信息公开|公开)(?:工作|申请|答复|事项|类|领域|方面|相关|有关)*"
    r"(?:而)?(?:引发|引起|产生|发生|被申请|申请|被提起|提起|的)*"
)
_CASES_BEFORE = rf"{_BEFORE}{_ALL}(?:发生|引发|产生|有)?{_OF_DISCLOSURE}"


def _case(label: str, kind: str, cells: tuple[str, ...]) -> tuple[Claim, ...]:
    readings = (Reading(cells=cells),)
    opening, following = rf"{_CASES_BEFORE}{kind}{_CASE}{_COUNT}", rf"(?:提起|被提起)?{kind}{_CASE}{_COUNT}"
    return tuple(
        Claim(rule="disputes-stated", label=label, wording=_of(wording), readings=readings, needs=needs, about=kind)
        for wording, needs in ((opening, ()), (following, KINDS))
    )


def _result(column: form.Column, wording: str) -> tuple[Claim, ...]:
    kinds = {"行政复议": (RECONSIDERATION,), "行政诉讼": LITIGATION}
    return tuple(
        Claim(
            rule="disputes-stated",
            label=f"{kind} {column.label}",
            wording=_of(rf"(?:其中)?(?:{wording}){_COUNT}"),
            readings=(Reading(cells=tuple(key.rpartition(".")[0] + f".{column.id}" for key in totals)),),
            needs=(kind,),
            about=kind,
        )
        for kind, totals in kinds.items()
    )


_KINDS = r"(?:、|和|或|及|以及|与|或者)?(?:被)?(?:提起|引发|申请|发生)?(?:的)?"
_NO_CASES = (
    rf"{_BEFORE}(?:均|也)?(?:未|没有|无|未曾)(?:发生|产生|引发|出现|引起|存在)?(?:过)?(?:任何)?(?:一起)?"
    rf"(?:{_OF_DISCLOSURE})?KIND(?:案件|申请)?(?:{_KINDS}(?:行政复议|行政诉讼|诉讼|申诉|举报申诉件|举报|投诉)(?:案件|申请)?)*"
    r"(?:等)?(?:案件|事项)?(?:的)?(?:情况|情形|现象|案例|问题|事件)?(?:的)?(?:发生|出现)?"
)


def _none(label: str, kind: str, cells: tuple[str, ...]) -> Claim:
    return Claim(
        rule="disputes-stated",
        label=label,
        wording=_of(_NO_CASES.replace("KIND", kind)),
        readings=(Reading(cells=cells),),
        clause=True,
    )


_RESULTS = {column.id: column for column in form.RESULTS.columns}
_DISPUTES = (
    *_case(_LABELS["reconsideration"], "行政复议", (RECONSIDERATION,)),
    *_case(_LABELS["litigation"], "行政诉讼", LITIGATION),
    *_result(_RESULTS["upheld"], "结果维持|维持"),
    *_result(_RESULTS["corrected"], "结果纠正|纠正"),
    *_result(_RESULTS["other"], "其他结果"),
    *_result(_RESULTS["pending"], "尚未审结|未审结"),
    _none(_LABELS["reconsideration"], "行政复议", (RECONSIDERATION,)),
    _none(_LABELS["litigation"], "(?:行政复议(?:、|和|或|及|以及|与|或者)?(?:被)?(?:提起)?)?行政诉讼", LITIGATION),
)


def _documents(row: str, printed: str) -> tuple[Claim, ...]:
    def claim(wording: str, columns: tuple[str, ...], needs: tuple[str, ...] = ()) -> Claim:
        return Claim(
            rule="documents-stated",
            label=_LABELS[row],
            wording=_of(wording),
            readings=tuple(Reading(cells=(_row(form.PROACTIVE, row, column),)) for column in columns),
            needs=needs,
            about=row,
        )

    return (
        claim(
            rf"{_BEFORE}{_ALL}(?:新)?(?:制定|制发)(?:出台|印发|发布|并公开)?(?:了)?{printed}{_COUNT}",
            ("issued", "newly_made"),
        ),
        claim(rf"{_BEFORE}{_ALL}废止(?:了)?{printed}{_COUNT}", ("repealed",)),
        claim(rf"废止(?:了)?{_COUNT}", ("repealed",), (row,)),
        claim(rf"{_BEFORE}{_ALL}现行有效(?:的)?{printed}{_COUNT}", ("in_force",)),
        claim(rf"现行有效(?:的)?{_COUNT}", ("in_force",), (row,)),
    )


CLAIMS = (
    *_REQUESTS,
    *_DISPUTES,
    *_documents("normative_documents", "(?:行政)?规范性文件"),
    *_documents("rules", "(?:政府|地方政府)?规章"),
)
"""Every kind of statement that is compared with a cell."""
