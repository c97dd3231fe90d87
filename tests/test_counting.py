"""What counting settles: equal values need no order, and values that other tables lack say nothing about the last."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from attrs import frozen

import gidisc
from gidisc import Cell, Status, form
from gidisc.form import Edition
from gidisc.strategies.judge import gaps

PROSE = "本年公开工作和行政复议有待加强，下一年继续改进。"
RESULTS = [column.label for column in form.RESULTS.columns]
DISPUTE_LABELS = ["行政复议", "行政诉讼", *RESULTS, "未经复议直接起诉", "复议后起诉", *RESULTS, *RESULTS]


def labels(table: form.Table, edition: Edition) -> list[str]:
    """What an edition prints in 二 or 三 besides numbers, in the order of the form."""
    printed = [] if table.head is None else [column.label for column in table.head.columns]
    groups: list[str] = []
    for row in table.rows(edition):
        for group in table.path(row.id):
            if group.id not in groups:
                groups.append(group.id)
                printed.append(group.printed)
                for head in group.heads:
                    if head.edition is edition:
                        printed += [head.corner, *(column.label for column in head.columns)]
        printed.append(row.printed_in(edition))
    return printed


@frozen(kw_only=True)
class Dump:
    """A report whose tables are printed as blocks: labels, then what stands behind them, heading by heading."""

    edition: Edition = Edition.FORM_2021
    proactive: Sequence[str] = ()
    requests: Sequence[str] = ()
    disputes: Sequence[str] = ()
    tail: Sequence[str] = ()
    dropped: Sequence[str] = ()
    before_disputes: Sequence[str] = ()
    columns_last: bool = False

    @property
    def text(self) -> str:
        """The text, a label or number a line."""
        two, three, four, five = (heading.numeral + heading.label for heading in form.HEADINGS[1:5])
        lines = [
            *(two, *self._of_proactive, *self.proactive),
            *(three, *labels(form.REQUESTS, self.edition), *self.requests),
            *(four, *self.before_disputes, *DISPUTE_LABELS, *self.disputes),
            *(five, *self.tail, PROSE),
        ]
        return "\n\n".join(line for line in lines if line not in self.dropped)

    @property
    def _of_proactive(self) -> list[str]:
        printed = labels(form.PROACTIVE, self.edition)
        known = {row.printed for row in form.PROACTIVE.rows()} | {group.printed for group in form.PROACTIVE.groups()}
        return sorted(printed, key=lambda label: label not in known) if self.columns_last else printed


def zeros(count: int) -> list[str]:
    """So many zeros."""
    return ["0"] * count


def read(text: str) -> tuple[gidisc.Report, list[Cell]]:
    """The report of a text, and its cells that hold a number."""
    report = gidisc.parse(text)
    return report, [cell for cell in gidisc.cells(report) if cell.status is Status.READ]


ALIKE = {
    "blocks": (Dump(proactive=zeros(10), requests=zeros(175), disputes=zeros(15)), 200),
    "the amount with decimals": (Dump(proactive=[*zeros(9), "0.00"], requests=zeros(175), disputes=zeros(15)), 200),
    "behind the next heading": (
        Dump(proactive=zeros(9), requests=[*zeros(160), "0.0000"], before_disputes=zeros(12), tail=zeros(18)),
        200,
    ),
    "the form of 2019": (
        Dump(edition=Edition.FORM_2019, proactive=zeros(22), requests=zeros(161), disputes=zeros(15)),
        198,
    ),
    "another number": (Dump(proactive=["2"] * 10, requests=["2"] * 175, disputes=["2"] * 15), 200),
    "names of columns behind the rows": (
        Dump(proactive=["（单位：万元）", *zeros(10)], requests=zeros(175), disputes=zeros(15), columns_last=True),
        200,
    ),
    "one table alone": (Dump(requests=zeros(175)), 175),
    "tables alone": (Dump(proactive=zeros(10), requests=zeros(175), disputes=["1", *zeros(14)]), 200),
    "disputes alone": (Dump(disputes=zeros(9), tail=zeros(6)), 15),
    "disputes alone, heads among their numbers": (
        Dump(disputes=zeros(9), tail=["0", "尚未审结", *zeros(5)]),
        15,
    ),
    "a zero beside a form feed is no page": (Dump(requests=[*zeros(174), "\f0"]), 175),
}

NOT_ALIKE = {
    "one number is missing": Dump(
        proactive=zeros(9), requests=zeros(174), before_disputes=zeros(3), disputes=zeros(12)
    ),
    "one number too many": Dump(proactive=zeros(8), requests=zeros(175), before_disputes=zeros(3), disputes=zeros(15)),
    "one number differs": Dump(proactive=zeros(10), before_disputes=[*zeros(174), "1"], disputes=zeros(15)),
    "two with decimals": Dump(proactive=[*zeros(8), "0.0", "0.0"], before_disputes=zeros(175), disputes=zeros(15)),
    "an amount among others than zero": Dump(
        proactive=[*["1"] * 9, "0.0"], before_disputes=["1"] * 175, disputes=["1"] * 15
    ),
    "a label is missing": Dump(
        proactive=zeros(10), before_disputes=zeros(175), disputes=zeros(15), dropped=["2.重复申请"]
    ),
    "heads are missing": Dump(
        before_disputes=zeros(185), disputes=zeros(15), dropped=["本年制发件数", "本年废止件数", "现行有效件数"]
    ),
    "words that the form does not know": Dump(
        proactive=["另有一项", *zeros(10)], before_disputes=zeros(175), disputes=zeros(15)
    ),
    "words in the last table": Dump(
        proactive=zeros(10), before_disputes=zeros(175), disputes=["0", "另有", *zeros(14)]
    ),
}


@pytest.mark.parametrize(("dump", "count"), ALIKE.values(), ids=ALIKE)
def test_as_many_equal_values_as_cells_are_those_of_the_cells(dump: Dump, count: int) -> None:
    report, found = read(dump.text)
    spans = {cell.span for cell in found}
    assert len(found) == len(spans) == count
    assert all(cell.span and dump.text[cell.span.start : cell.span.end] == cell.raw for cell in found)
    assert report.edition is dump.edition
    assert [section.text for section in report.sections[3:]] == [PROSE]
    assert gaps(report) == []


@pytest.mark.parametrize("dump", NOT_ALIKE.values(), ids=NOT_ALIKE)
def test_anything_else_leaves_the_order_open(dump: Dump) -> None:
    report, found = read(dump.text)
    assert [cell.key for cell in found if cell.table != "disputes"] == []
    assert gaps(report) == []


OWN = [str(number) for number in range(1, 16)]


@pytest.mark.parametrize(
    ("dump", "is_read"),
    [
        (Dump(proactive=zeros(10), requests=["1"] * 44, before_disputes=["2"] * 131, disputes=OWN), True),
        (Dump(proactive=zeros(10), requests=["1"] * 44, before_disputes=["2"] * 130, disputes=OWN), False),
        (Dump(proactive=zeros(10), requests=["1"] * 175, before_disputes=OWN, disputes=OWN), False),
        (Dump(proactive=zeros(10), requests=["1"] * 175, before_disputes=["行政复议", "1"], disputes=OWN[1:]), False),
        (Dump(proactive=zeros(9), requests=["1"] * 174, before_disputes=["行政复议", "1", "2"], disputes=OWN), False),
        (
            Dump(proactive=zeros(10), requests=["1"] * 170, before_disputes=["2"] * 3, disputes=OWN, tail=["3"] * 2),
            False,
        ),
        (Dump(requests=["1"] * 44, before_disputes=["2"] * 131, disputes=OWN, dropped=["2.重复申请"]), False),
    ],
)
def test_values_that_other_tables_lack_say_nothing_about_disputes(dump: Dump, is_read: bool) -> None:
    report, found = read(dump.text)
    assert [str(cell.value) for cell in found if cell.table == "disputes"] == (OWN if is_read else [])
    assert gaps(report) == []


def test_the_unit_is_that_of_the_head_wherever_it_stands() -> None:
    report, _ = read(ALIKE["names of columns behind the rows"][0].text)
    assert report.proactive is not None
    assert report.proactive["fees", "amount"].unit == "万元"
    assert report.proactive["rules", "issued"].unit is None


def test_marks_that_are_all_the_same_are_those_of_the_cells() -> None:
    cells = list(gidisc.cells(gidisc.parse(Dump(proactive=["/"] * 10, requests=["/"] * 175).text)))
    assert [cell.status for cell in cells[:185]] == [Status.MARK] * 185


@pytest.mark.parametrize(
    "dump",
    [
        Dump(requests=zeros(175), disputes=["1", *zeros(15)]),
        Dump(requests=["1", *zeros(172)], before_disputes=zeros(2), disputes=zeros(13)),
    ],
    ids=["too many", "too few"],
)
def test_a_table_alone_is_not_read_where_another_has_other_values_than_cells(dump: Dump) -> None:
    _, found = read(dump.text)
    assert found == []


def test_a_second_copy_in_blocks_is_furniture() -> None:
    dump = Dump(proactive=zeros(10), requests=zeros(175), disputes=zeros(15))
    copy = [*labels(form.REQUESTS, dump.edition)[7:], *zeros(175)]
    report, found = read("\n\n".join([dump.text, *copy]))
    assert len(found) == 200
    assert report.requests is not None
    assert gaps(report) == []
