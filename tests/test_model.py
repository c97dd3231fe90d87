from __future__ import annotations

import attrs
import pytest

import gidisc
from gidisc import Cell, Report, Row, Span, Status, Table
from gidisc.diagnostics import diagnose
from gidisc.form import Edition
from gidisc.source import Source
from texts import codes, parse, whole_report


@pytest.fixture(scope="module")
def report() -> Report:
    return gidisc.parse(whole_report())


def table(*statuses: Status) -> Table:
    cells = tuple(
        Cell(table="requests", row="granted", column=f"c{place}", path="三（一）", status=status)
        for place, status in enumerate(statuses)
    )
    return Table(id="requests", rows=(Row(id="granted", path="三（一）", cells=cells),))


def test_a_cell_is_found_by_row_and_column(report: Report) -> None:
    assert report.proactive is not None
    cell = report.proactive["normative_documents", "in_force"]
    assert (cell.value, cell.raw, cell.status) == (14, "14", "read")
    assert cell.key == "proactive.normative_documents.in_force"


def test_an_unknown_row_is_answered_with_those_of_the_edition(report: Report) -> None:
    assert report.proactive is not None
    with pytest.raises(KeyError) as caught:
        report.proactive["procurement", "projects"]
    assert caught.value.args == (
        "'procurement' is no row of proactive: rules, normative_documents, licensing, penalties, compulsion, fees",
    )


def test_an_unknown_column_is_answered_with_those_of_the_row(report: Report) -> None:
    assert report.disputes is not None
    with pytest.raises(KeyError) as caught:
        report.disputes["reconsideration", "withdrawn"]
    assert caught.value.args == (
        "'withdrawn' is no column of reconsideration: upheld, corrected, other, pending, total",
    )


def test_outcomes_are_nested(report: Report) -> None:
    assert report.requests is not None
    outcomes = report.requests.outcomes
    assert [row.id for row in outcomes.rows] == [
        "granted",
        "partially_granted",
        "denied",
        "unavailable",
        "not_processed",
        "other_outcomes",
        "outcomes_total",
    ]
    assert [row.id for row in report.requests.group("unavailable").iter_rows()] == [
        "unavailable.not_held",
        "unavailable.requires_creation",
        "unavailable.still_unclear",
    ]
    assert len(list(outcomes.iter_rows())) == 22


def test_an_unknown_group_is_answered_with_those_of_the_table(report: Report) -> None:
    assert report.disputes is not None
    with pytest.raises(KeyError) as caught:
        _ = report.disputes.outcomes
    assert caught.value.args == ("'outcomes' is no group of disputes: litigation",)


def test_items(report: Report) -> None:
    assert report.proactive is not None
    assert report.requests is not None
    assert [item.label for item in report.proactive.items] == [
        "第二十条第（一）项",
        "第二十条第（五）项",
        "第二十条第（六）项",
        "第二十条第（八）项",
    ]
    assert report.requests.items == ()


def test_coverage_is_the_share_of_settled_cells() -> None:
    settled = (Status.READ, Status.INFERRED, Status.BLANK, Status.MARK, Status.NOT_A_NUMBER)
    assert table(*settled).coverage == 1.0
    assert table(Status.READ, Status.REFUSED, Status.ABSENT, Status.BLANK).coverage == 0.5
    assert table().coverage == 0.0


def test_a_row_is_shown_where_its_label_or_a_cell_is() -> None:
    assert Row(id="granted", path="三（一）", label="（一）予以公开").is_shown
    assert table(Status.ABSENT, Status.REFUSED).rows[0].is_shown  # type: ignore[union-attr]
    assert not table(Status.ABSENT, Status.ABSENT).rows[0].is_shown  # type: ignore[union-attr]
    assert not Row(id="granted", path="三（一）").is_shown


def test_sections_are_found_by_their_number(report: Report) -> None:
    section = report.section(5)
    assert section is not None
    assert (section.numeral, section.heading) == ("五、", "存在的主要问题及改进情况")
    assert parse().section(5) is None


@pytest.mark.parametrize(("edition", "count"), [(Edition.FORM_2021, 200), (Edition.FORM_2019, 198)])
def test_cells_of_a_report_are_those_of_the_form(edition: Edition, count: int) -> None:
    report = gidisc.parse(whole_report(edition))
    assert report.edition == edition
    assert len(list(gidisc.cells(report))) == count
    assert len({cell.key for cell in gidisc.cells(report)}) == count
    assert codes(report) == []


def test_a_report_without_tables_has_no_cells() -> None:
    assert parse().tables == ()
    assert list(gidisc.cells(parse())) == []


def test_spans_source_and_diagnostics_stand_outside_equality(report: Report) -> None:
    moved = gidisc.parse(whole_report().replace("# 云岭县", "~ 打印\n# 云岭县"), name="moved.txt")
    assert moved == report
    assert moved.source != report.source
    cell = report.tables[0]["rules", "issued"]
    assert attrs.evolve(cell, span=Span(start=0, end=1)) == cell
    assert attrs.evolve(cell, value=9) != cell


def test_model_classes_are_frozen_slotted_and_take_keywords_only(report: Report) -> None:
    for part in (report, report.sections[0], report.tables[0], next(gidisc.cells(report)), Span(start=0, end=1)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            part.span = None  # type: ignore[misc, union-attr]
        assert not hasattr(part, "__dict__")
        with pytest.raises(TypeError):
            type(part)("positional")  # type: ignore[call-arg, arg-type]


def test_further_diagnostics_stand_before_the_others() -> None:
    report = parse("? 甲")
    first = diagnose(Source(""), "encoding", encoding="UTF-8")
    assert report.with_diagnostics(first).diagnostics == (first, *report.diagnostics)
