from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

import gidisc
from examples import examples
from gidisc import Report, Status, form
from gidisc.form import Edition
from gidisc.harmonize import HARMONY, SUMS, Relation
from gidisc.model import Cell
from gidisc.rows import LONG, Type, amount_yuan, wide_fields
from gidisc.strategies import cases
from reports import changed, city, report, unread, without
from texts import whole_report

REPORTS = [gidisc.parse(whole_report(edition), name=f"{edition}.txt") for edition in Edition]
OTHER = "requests.other_outcomes"
PARTS = ("not_corrected_in_time", "fee_not_paid_in_time", "other")


def test_a_cell_is_a_row() -> None:
    rows = list(gidisc.to_rows(REPORTS))
    assert len(rows) == 198 + 200
    assert all(list(row) == [field.name for field in LONG] for row in rows)
    assert rows[198 + 9] == {
        "name": "2021.txt",
        "agency": "云岭县商务局",
        "year": 2022,
        "edition": "2021",
        "table": "proactive",
        "row": "fees",
        "column": "amount",
        "path": "第二十条第（八）项",
        "label": "行政事业性收费",
        "value": Decimal("83.8778"),
        "unit": "万元",
        "amount_yuan": Decimal("838778"),
        "status": "read",
        "raw": "83.8778",
    }


def test_rows_hold_plain_values() -> None:
    values = [value for row in gidisc.to_rows(REPORTS) for value in row.values()]
    values += [value for row in gidisc.to_wide(REPORTS, status=True) for value in row.values()]
    assert {type(value) for value in values} == {str, int, Decimal, type(None)}


def test_why_a_cell_has_no_number_is_told_apart() -> None:
    printed = city() | {"requests.granted.total": None, "requests.granted.other": "/", "requests.granted.business": "x"}
    built = unread(
        unread(report(printed), "requests.received.total", Status.REFUSED), OTHER + ".other.total", Status.ABSENT
    )
    rows = {f"{row['table']}.{row['row']}.{row['column']}": row for row in gidisc.to_rows(built)}
    statuses = {
        "requests.granted.total": "blank",
        "requests.granted.other": "mark",
        "requests.granted.business": "not_a_number",
        "requests.received.total": "refused",
        OTHER + ".other.total": "absent",
    }
    assert {key: rows[key]["status"] for key in statuses} == statuses
    assert all(rows[key]["value"] is None for key in statuses)
    wide = next(gidisc.to_wide(built, status=True))
    assert {key: wide[f"{key}.status"] for key in statuses} == statuses
    assert all(wide[key] is None for key in statuses)


@pytest.mark.parametrize(
    ("value", "unit", "yuan"),
    [
        (Decimal("83.8778"), "万元", "838778"),
        (Decimal("83.87785"), "万元", "838778.5"),
        (Decimal("0.0000"), "万元", "0"),
        (Decimal("-1.5"), "元", "-1.5"),
        (Decimal("2.5"), "百万元", "2500000"),
        (Decimal("3"), "亿元", "300000000"),
        (Decimal("7"), "十元", "70"),
        (Decimal("7"), "千元", "7000"),
        (Decimal("7"), None, None),
        (Decimal("7"), "万美元", None),
        (None, "万元", None),
        (7, "万元", None),
    ],
)
def test_an_amount_is_converted_exactly(value: int | Decimal | None, unit: str | None, yuan: str | None) -> None:
    cell = Cell(table="proactive", row="fees", column="amount", path="", value=value, unit=unit)
    assert (None if yuan is None else str(amount_yuan(cell))) == (None if yuan is None else yuan)


def test_many_digits_are_not_rounded() -> None:
    cell = Cell(table="proactive", row="fees", column="amount", path="", value=Decimal("1" * 50 + ".5"), unit="万元")
    assert str(amount_yuan(cell)) == "1" * 50 + "5000"


def test_rows_are_made_as_they_are_asked_for() -> None:
    def reports() -> Any:
        yield REPORTS[0]
        raise AssertionError("the second report was asked for")

    assert next(gidisc.to_rows(reports()))["year"] == 2022
    assert next(gidisc.to_wide(reports()))["year"] == 2022


def test_a_report_is_a_wide_row() -> None:
    wide = list(gidisc.to_wide(REPORTS))
    names = [field.name for field in wide_fields()]
    assert [list(row) for row in wide] == [names, names]
    for row, read in zip(wide, REPORTS, strict=True):
        assert {cell.key: cell.value for cell in gidisc.cells(read)}.items() <= row.items()
        assert sum(value is not None for name, value in row.items() if name.count(".") > 1) > 180


def test_wide_columns_stand_in_official_order() -> None:
    names = [field.name for field in wide_fields(status=True)]
    assert names[:6] == ["name", "agency", "year", "edition", "proactive.rules.issued", "proactive.rules.issued.status"]
    amount = names.index("proactive.fees.amount")
    assert names[amount + 1 : amount + 4] == [
        "proactive.fees.amount.unit",
        "proactive.fees.amount_yuan",
        "proactive.fees.amount.status",
    ]
    requests = [field.name for field in wide_fields() if field.name.startswith("requests.")]
    assert list(dict.fromkeys(name.rpartition(".")[0] for name in requests)) == [
        f"requests.{row.id}" for row in form.REQUESTS.rows()
    ]


def test_only_amounts_are_of_that_type() -> None:
    amounts = [field.name for field in wide_fields() if field.type is Type.AMOUNT]
    assert amounts == [f"proactive.{row}.amount{end}" for row in ("fees", "procurement") for end in ("", "_yuan")]


@settings(max_examples=examples(8))
@given(cases(damage="any"))
def test_every_cell_has_its_row_and_its_column(case: Any) -> None:
    try:
        read = gidisc.parse(case.text)
    except gidisc.ParseError:
        return
    held = list(gidisc.cells(read))
    assert [(row["value"], row["status"], row["raw"]) for row in gidisc.to_rows(read)] == [
        (cell.value, cell.status, cell.raw) for cell in held
    ]
    assert {cell.key for cell in held} <= next(gidisc.to_wide(read)).keys()


# both editions side by side


def harmonized(built: Report) -> dict[str, Any]:
    return next(gidisc.to_wide(built, harmonize=True, status=True))


@pytest.mark.parametrize("edition", Edition)
def test_other_outcomes_are_one_row_in_both_editions(edition: Edition) -> None:
    printed = city(edition=edition)
    row = harmonized(report(printed, edition))
    keys = [OTHER] if edition is Edition.FORM_2019 else [f"{OTHER}.{part}" for part in PARTS]
    for column in ("natural_person", "total"):
        assert row[f"{OTHER}.{column}"] == sum(int(printed[f"{key}.{column}"] or "") for key in keys)
    assert row[f"{OTHER}.total.status"] == ("read" if edition is Edition.FORM_2019 else "inferred")
    assert not any(f"{OTHER}.{part}.{column.id}" in row for part in PARTS for column in form.APPLICANTS.columns)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Status.BLANK, None, "blank"),
        (Status.BLANK, Status.MARK, "mark"),
        (Status.MARK, Status.ABSENT, "absent"),
        (Status.NOT_A_NUMBER, Status.ABSENT, "not_a_number"),
        (Status.NOT_A_NUMBER, Status.REFUSED, "refused"),
    ],
)
def test_a_sum_with_a_part_that_has_no_number_has_none(first: Status, second: Status | None, expected: str) -> None:
    built = unread(report(city()), f"{OTHER}.other.total", first)
    if second:
        built = unread(built, f"{OTHER}.fee_not_paid_in_time.total", second)
    row = harmonized(built)
    assert (row[f"{OTHER}.total"], row[f"{OTHER}.total.status"]) == (None, expected)
    assert row[f"{OTHER}.other"] is not None


def test_without_the_table_there_is_no_sum() -> None:
    row = harmonized(without(report(city()), "requests"))
    assert (row[f"{OTHER}.total"], row[f"{OTHER}.total.status"]) == (None, "absent")


def test_a_sum_of_inferred_parts_is_inferred() -> None:
    built = changed(report(city()), f"{OTHER}.other.total", value=3, status=Status.INFERRED)
    assert harmonized(built)[f"{OTHER}.total.status"] == "inferred"


def test_everything_else_is_as_it_was() -> None:
    for read in (*REPORTS, evolve(REPORTS[0], agency=None, year=None, edition=None)):
        plain, together = next(gidisc.to_wide(read)), next(gidisc.to_wide(read, harmonize=True))
        assert [field.name for field in wide_fields(harmonize=True)] == list(together)
        kept = {key: value for key, value in together.items() if not key.startswith(OTHER)}
        assert kept == {key: value for key, value in plain.items() if not key.startswith(OTHER)}


def test_every_column_says_what_is_done_with_it() -> None:
    relations = {each.key: each.relation for each in HARMONY}
    amounts = {f"{key}{end}" for key in relations if key.endswith(".amount") for end in (".unit", "_yuan")}
    assert relations.keys() == {field.name for field in wide_fields() if "." in field.name} - amounts
    together = {field.name for field in wide_fields(harmonize=True)}
    assert {key for key in relations if key not in together} == {
        f"{row}.{column.id}" for rows in SUMS.values() for row in rows for column in form.APPLICANTS.columns
    }
    assert all(each.reason for each in HARMONY)


def test_what_only_one_edition_has_is_kept_apart() -> None:
    keys = {
        edition: {
            f"{table.id}.{row.id}.{column.id}"
            for table in form.TABLES
            for row in table.rows()
            for column in table.columns(row, edition)
        }
        for edition in Edition
    }
    common = keys[Edition.FORM_2019] & keys[Edition.FORM_2021]
    assert {each.key for each in HARMONY if each.relation is Relation.SAME} == common
    assert {each.key for each in HARMONY if each.relation is Relation.APART} == {
        each.key for each in HARMONY if each.key not in common and not each.key.startswith(OTHER)
    }
