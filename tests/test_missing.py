"""What the form has and a report does not show."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from gidisc import form
from gidisc.form import Edition
from gidisc.missing import Missing, missing
from gidisc.model import Report, Status
from reports import city, report

EDITIONS = pytest.mark.parametrize("edition", list(Edition))


@EDITIONS
def test_a_whole_report_misses_nothing(edition: Edition) -> None:
    assert list(missing(report(city(edition=edition), edition))) == []


def test_an_empty_report_misses_every_section_and_every_table() -> None:
    found = list(missing(Report()))
    assert [absence.code for absence in found] == ["section-missing"] * 6 + ["table-missing"] * 3
    assert [absence.arguments["number"] for absence in found] == [1, 2, 3, 4, 5, 6, 2, 3, 4]
    assert [absence.table for absence in found] == [None] * 6 + list(form.TABLES)


@pytest.mark.parametrize("heading", form.HEADINGS, ids=lambda heading: heading.label)
def test_a_section_that_is_missing(heading: form.Heading) -> None:
    whole = report(city())
    short = evolve(whole, sections=tuple(held for held in whole.sections if held.number != heading.number))
    assert list(missing(short)) == [
        Missing("section-missing", {"number": heading.number, "label": heading.label}),
    ]


@pytest.mark.parametrize("official", form.TABLES, ids=lambda table: table.id)
def test_a_table_that_is_missing(official: form.Table) -> None:
    gone: dict[str, Any] = {official.id: None}
    (found,) = missing(evolve(report(city()), **gone))
    label = form.HEADINGS[official.section - 1].label
    assert found == Missing("table-missing", {"number": official.section, "label": label}, official)


@EDITIONS
@pytest.mark.parametrize("official", form.TABLES, ids=lambda table: table.id)
def test_the_rows_that_are_missing_are_named_together(official: form.Table, edition: Edition) -> None:
    whole = report(city(edition=edition), edition)
    table = next(table for table in whole.tables if table.id == official.id)
    *_, one, other = table.iter_rows()
    rows = [
        evolve(row, label=None, cells=tuple(evolve(cell, value=None, status=Status.ABSENT) for cell in row.cells))
        if row in (one, other)
        else row
        for row in table.iter_rows()
    ]
    short: dict[str, Any] = {official.id: evolve(table, rows=tuple(rows))}
    printed = {row.id: row.printed for row in official.rows(edition)}
    expected = {"labels": f"{printed[one.id]}、{printed[other.id]}"}
    assert list(missing(evolve(whole, **short))) == [Missing("rows-missing", expected, official)]
