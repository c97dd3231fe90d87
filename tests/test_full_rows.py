"""Where every row of a report has as many values as cells, lines may end between them where they are full."""

from __future__ import annotations

import pytest

import gidisc
from gidisc import Report, form

ROWS = [row for row in form.REQUESTS.rows() if row.id != "other_outcomes"]
HEAD = "三、收到和处理政府信息公开申请情况\n"
LAST = "四、政府信息公开行政复议、行政诉讼情况\n"
KINDS = ["行政复议", "未经复议直接起诉", "复议后起诉"]
RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
FIFTEEN = [str(number) for number in range(1, 16)]


def requests(ends: dict[str, str], lost: str = "") -> str:
    """All rows of 三, with values of their own; `ends` has what stands before a last value, `lost` has none."""
    lines = []
    for number, row in enumerate(ROWS, start=20):
        *values, last = (f"{number}{column}" for column in range(7))
        lines.append(f"{row.printed} {' '.join(values)}" + ("" if row.id == lost else ends.get(row.id, " ") + last))
    return HEAD + "\n".join(lines) + "\n"


def disputes(heads: list[str], cells: list[str], between: str) -> str:
    """四 under heads in single characters, with what stands between its cells."""
    characters = "\n".join("".join(heads))
    return f"{LAST}{characters}\n{between.join(cells)}\n五、存在的主要问题及改进情况\n无。\n"


def single_heads() -> list[str]:
    """The heads of 四 from left to right."""
    return [head for kind in KINDS for head in (kind, *RESULTS)]


def cells_of(report: Report) -> list[str]:
    """What is printed in the cells of 四."""
    return [cell.raw for cell in gidisc.cells(report) if cell.table == "disputes"]


LONG = {
    "partially_granted": "\n",
    "other_outcomes.fee_not_paid_in_time": "\n",
    "other_outcomes.not_corrected_in_time": "\n",
}
"""The rows with the longest labels go on in a second line, as where lines are wrapped at a width."""


def test_lines_end_between_the_values_of_full_rows_where_no_room_is_left() -> None:
    report = gidisc.parse(requests(LONG))
    assert report.requests is not None
    for number, row in enumerate(ROWS, start=20):
        cells = [cell.value for cell in gidisc.cells(report) if cell.table == "requests" and cell.row == row.id]
        assert cells == [number * 10 + column for column in range(7)]


def test_a_long_table_of_full_rows_needs_no_other() -> None:
    rules = "二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\n"
    report = gidisc.parse(rules + requests(LONG))
    assert report.requests is not None
    assert report.requests["partially_granted", "total"].value == 236


def test_a_short_row_on_two_lines_among_rows_on_one_has_lost_its_order() -> None:
    report = gidisc.parse(requests({"granted": "\n", "not_processed.repeated": "\n"}))
    refused = {cell.row for cell in gidisc.cells(report) if cell.status == "refused"}
    assert refused == {"granted", "not_processed.repeated"}


def test_values_around_which_a_label_goes_on_have_lost_their_order() -> None:
    whole = "（二）部分公开（区分处理的，只计这一情形，不计其他情形） 230 231 232 233 234 235 236\n"
    printed = "（二）部分公开（区分处理的，只计这一情形，不计其 236\n230 231 232 233 234 235\n他情形）\n"
    text = requests({})
    assert whole in text
    report = gidisc.parse(text.replace(whole, printed))
    assert {cell.row for cell in gidisc.cells(report) if cell.status == "refused"} == {"partially_granted"}


@pytest.mark.parametrize(
    ("rows", "lost", "is_read"), [(2, "", False), (3, "", True), (3, "outcomes_total", False), (20, "", True)]
)
def test_what_stands_between_some_values_parts_no_cells_where_it_does_so_in_several_full_rows(
    rows: int, lost: str, is_read: bool
) -> None:
    report = gidisc.parse(requests(dict.fromkeys([row.id for row in ROWS[:rows]], "\t"), lost))
    assert report.requests is not None
    assert report.requests["received", "total"].value == (206 if is_read else None)


def test_one_row_that_lacks_a_value_makes_broken_rows_doubtful() -> None:
    report = gidisc.parse(requests({"granted": "\n"}, lost="outcomes_total"))
    refused = {cell.row for cell in gidisc.cells(report) if cell.status == "refused"}
    assert refused == {"granted", "outcomes_total"}


def test_fifteen_values_on_two_lines_are_the_cells_where_all_other_rows_are_full() -> None:
    heads = "行政复议\n行政诉讼\n" + "\n".join(RESULTS) + "\n未经复议直接起诉\n复议后起诉\n" + "\n".join(RESULTS * 2)
    row = " ".join(FIFTEEN[:14]) + "\n15\n"
    assert cells_of(gidisc.parse(f"{requests({})}{LAST}{heads}\n{row}")) == FIFTEEN
    assert not any(cells_of(gidisc.parse(f"{requests({}, lost='granted')}{LAST}{heads}\n{row}")))


@pytest.mark.parametrize(
    ("cells", "between", "is_read"),
    [
        (FIFTEEN, " ", True),
        (FIFTEEN, "\n", False),
        ([*FIFTEEN[:14], "315"], "\n", True),
    ],
)
def test_heads_in_single_characters(cells: list[str], between: str, is_read: bool) -> None:
    report = gidisc.parse(disputes(single_heads(), cells, between))
    assert cells_of(report) == cells if is_read else not any(cells_of(report))


def test_a_label_broken_by_that_of_its_group_is_whole() -> None:
    report = gidisc.parse(
        f"{HEAD}5.要求 1 —— 2 1 —— —— 4\n行政机关\n确认或重\n新出具已\n获取信息\n"
        "（六） 1.申请 2 —— 3 1 —— —— 6\n其他处 人无正\n理 当理由\n"
        "逾期不\n补正、\n行政机\n关不再\n处理其\n政府信\n息公开\n申请\n"
        "2.申请 3 —— 3 1 —— —— 7\n人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\n"
    )
    assert report.requests is not None
    assert report.requests["not_processed.confirmation", "total"].value == 4
    assert report.requests["other_outcomes.not_corrected_in_time", "total"].value == 6
    assert report.requests["other_outcomes.fee_not_paid_in_time", "total"].value == 7


@pytest.mark.parametrize(
    ("first", "second", "last", "is_read"),
    [
        ("— 1 —", "— \n2 —", "— 3 —", True),
        ("-1-", "-2\n-", "-3-", True),
        ("— 1 —", "— \n2 —", "", False),
        ("— 2 —", "— \n2 —", "— 3 —", False),
        ("— 1 —", "— \n2 —\n— \n2 —", "— 3 —", False),
        ("—— 1 ——", "— \n2 —", "—— 3 ——", False),
    ],
)
def test_the_number_of_a_page_broken_over_lines(first: str, second: str, last: str, is_read: bool) -> None:
    report = gidisc.parse(
        f"一、总体情况\n甲。\n{first}\n乙。\n{HEAD}1.属于国家秘密 1 0 0 0 0 0 1\n{second}\n"
        f"2.其他法律行政法规禁止公开 2 0 0 0 0 0 2\n五、存在的主要问题及改进情况\n丙。\n{last}\n"
    )
    assert report.requests is not None
    assert report.requests["denied.state_secrets", "total"].status == ("read" if is_read else "refused")
    assert report.requests["denied.prohibited_by_law", "total"].value == 2


def test_a_row_of_2019_printed_twice_is_no_group_that_parts_it_from_its_values() -> None:
    values = "\n".join("3000003")
    report = gidisc.parse(f"{HEAD}2.重复申请\n2\n0\n0\n0\n0\n0\n2\n（六）其他处理\n\n（六）其他处理\n{values}\n")
    assert report.requests is not None
    assert report.requests["other_outcomes", "total"].value == 3


def turns(*runs: tuple[str, str]) -> str:
    """四 in pieces, a head or a value a line."""
    lines = [word for heads, values in runs for word in (*heads.split(), *values.split())]
    return f"{LAST}行政复议\n行政诉讼\n" + "\n".join(lines) + "\n五、存在的主要问题及改进情况\n无。\n"


FOUR_RESULTS = "结果维持 结果纠正 其他结果 尚未审结"
IN_PIECES = (
    (FOUR_RESULTS, "309 17 88 26"),
    ("未经复议直接起诉 总计", "440"),
    (f"复议后起诉 {FOUR_RESULTS}", "1 2 16 6"),
    ("总计", "25"),
)


def test_heads_and_as_many_values_by_turns() -> None:
    text = turns(*IN_PIECES, ("结果维持 结果纠正", "13 0"), ("其他结果 尚未审结 总计", "67 9 89"))
    assert " ".join(cells_of(gidisc.parse(text))) == "309 17 88 26 440 1 2 16 6 25 13 0 67 9 89"


@pytest.mark.parametrize(
    "runs",
    [
        [
            (f"{FOUR_RESULTS} 总计 {FOUR_RESULTS}", "7 0 11 7 88 18 28 36 170"),
            ("总计", "25"),
            (f"{FOUR_RESULTS} 总计", "1 2 3 4 10"),
        ],
        [*IN_PIECES, ("结果维持 结果纠正 其他结果", "13 0"), ("尚未审结 总计", "67 9 89")],
    ],
    ids=["heads of two kinds, whose values may be in another order", "as many values altogether"],
)
def test_heads_and_values_by_turns_that_do_not_match_are_refused(runs: list[tuple[str, str]]) -> None:
    assert {*cells_of(gidisc.parse(turns(*runs)))} == {""}
