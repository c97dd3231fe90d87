from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import gidisc
from gidisc import form
from gidisc.diagnostics import Severity
from gidisc.form import Edition
from gidisc.model import Report, Section, Status
from gidisc.strategies.content import places
from reports import changed, report, unread
from texts import whole_report

FIRST = {
    "requests.carried_forward.natural_person": 5,
    "requests.carried_forward.business": 2,
    "requests.carried_forward.total": 7,
    "proactive.rules.in_force": 11,
    "proactive.normative_documents.in_force": 597,
    "proactive.licensing.previous_items": 26,
    "proactive.licensing.change": -3,
    "proactive.other_services.previous_items": 12,
    "proactive.other_services.change": 2,
    "proactive.fees.previous_items": 2,
}
SECOND = {
    "requests.brought_forward.natural_person": 5,
    "requests.brought_forward.business": 2,
    "requests.brought_forward.total": 7,
    "proactive.rules.issued": 2,
    "proactive.rules.repealed": 1,
    "proactive.rules.in_force": 12,
    "proactive.normative_documents.issued": 50,
    "proactive.normative_documents.repealed": 227,
    "proactive.normative_documents.in_force": 420,
    "proactive.licensing.previous_items": 23,
    "proactive.other_services.previous_items": 14,
    "proactive.fees.previous_items": 2,
}
PROSE = "（一）主动公开。{year}年更新栏目212次，逐件登记来信。{more}"


def built(year: int, counts: dict[str, int], edition: Edition = Edition.FORM_2021, more: str = "") -> Report:
    cells: dict[str, str | None] = {place.key: str(counts.get(place.key, 0)) for place in places(edition)}
    held = report(cells, edition, year=year, name=f"{year}.txt")
    sections = (Section(number=1, text=PROSE.format(year=year, more=more)), Section(number=5, text=more * 3))
    return evolve(held, sections=sections)


def pair(
    first: dict[str, int] | None = None,
    second: dict[str, int] | None = None,
    editions: tuple[Edition, Edition] = (Edition.FORM_2021, Edition.FORM_2021),
) -> list[Report]:
    before, year = (2020, 2021) if editions[0] is Edition.FORM_2019 else (2023, 2024)
    return [
        built(before, FIRST | (first or {}), editions[0], more="前一年重点改版门户网站和微信公众号。"),
        built(year, SECOND | (second or {}), editions[1], more="后一年重点培训各科室经办人员。"),
    ]


EVERY_PAIR = [
    (Edition.FORM_2019, Edition.FORM_2019),
    (Edition.FORM_2019, Edition.FORM_2021),
    (Edition.FORM_2021, Edition.FORM_2021),
]


@pytest.mark.parametrize("editions", EVERY_PAIR)
def test_years_that_fit_raise_nothing(editions: tuple[Edition, Edition]) -> None:
    assert gidisc.check_years(pair(editions=editions)) == ()
    assert gidisc.check_years(reversed(pair(editions=editions))) == ()


@pytest.mark.parametrize("editions", EVERY_PAIR)
@pytest.mark.parametrize("column", form.APPLICANTS.columns, ids=lambda column: column.id)
@pytest.mark.parametrize("by", [1, -1])
def test_what_is_carried_forward_is_brought_forward(
    editions: tuple[Edition, Edition], column: form.Column, by: int
) -> None:
    key = f"requests.brought_forward.{column.id}"
    (found,) = gidisc.check_years(pair(second={key: SECOND.get(key, 0) + by}, editions=editions))
    assert (found.code, found.severity) == ("carried-forward-changed", Severity.WARNING)
    expected = FIRST.get(f"requests.carried_forward.{column.id}", 0)
    assert (found.expected, found.found) == (str(expected), str(SECOND.get(key, 0) + by))
    assert found.cells == (key,)
    assert column.label in found.message


@pytest.mark.parametrize("row", ["rules", "normative_documents"])
@pytest.mark.parametrize("column", ["issued", "repealed", "in_force"])
def test_what_is_in_force_changes_by_what_is_issued_and_repealed(row: str, column: str) -> None:
    key = f"proactive.{row}.{column}"
    (found,) = gidisc.check_years(pair(second={key: SECOND[key] + 1}))
    assert (found.code, found.severity) == ("in-force-changed", Severity.INFO)
    assert found.cells[0] == f"proactive.{row}.in_force"


@pytest.mark.parametrize("row", ["licensing", "other_services", "penalties", "compulsion", "fees"])
def test_items_change_by_their_change(row: str) -> None:
    editions = (Edition.FORM_2019, Edition.FORM_2019)
    key = f"proactive.{row}.change"
    (found,) = gidisc.check_years(pair(first={key: FIRST.get(key, 0) + 1}, editions=editions))
    assert (found.code, found.severity) == ("items-changed", Severity.WARNING)
    assert found.cells == (f"proactive.{row}.previous_items",)


@pytest.mark.parametrize("status", [Status.BLANK, Status.REFUSED, Status.INFERRED])
def test_cells_that_were_not_read_are_not_compared(status: Status) -> None:
    first, second = pair(second={"requests.brought_forward.total": 9, "proactive.rules.in_force": 9})
    assert len(gidisc.check_years([first, second])) == 2
    second = unread(unread(second, "requests.brought_forward.total", status), "proactive.rules.issued", status)
    assert gidisc.check_years([first, second]) == ()
    assert gidisc.check_years([evolve(first, requests=None, proactive=None), second]) == ()


def test_only_following_years_are_compared() -> None:
    first, second = pair(second={"requests.brought_forward.total": 9})
    assert gidisc.check_years([first, evolve(second, year=2025)]) == ()
    assert gidisc.check_years([second]) == ()
    assert gidisc.check_years([]) == ()


def test_reports_that_cannot_be_compared_are_named() -> None:
    first, second = pair()
    (found,) = gidisc.check_years([first, evolve(second, year=None)])
    assert (found.code, found.message[:9]) == ("year-unknown", "2024.txt ")
    (found,) = gidisc.check_years([first, evolve(first, name=None)])
    assert (found.code, found.message) == (
        "year-repeated",
        "云岭县商务局 is a second report on 2023; it is not compared with other years",
    )
    assert gidisc.check_years([Report()])[0].message.startswith("? does")


def test_copied_prose_is_a_remark() -> None:
    first, second = pair()
    same = evolve(
        second, sections=tuple(evolve(held, text=held.text.replace("2023", "2024")) for held in first.sections)
    )
    (found,) = gidisc.check_years([first, same])
    assert (found.code, found.severity) == ("prose-copied", Severity.INFO)
    assert "100 % of the prose of 2024" in found.message
    assert gidisc.check_years([first, evolve(second, sections=())]) == ()


def test_findings_show_both_places() -> None:
    text = whole_report()
    first = gidisc.parse(text.replace("2022年", "2021年"), name="2021.txt")
    second = gidisc.parse(text, name="2022.txt")
    found = next(found for found in gidisc.check_years([second, first]) if found.code == "carried-forward-changed")
    assert [place.name for place in found.places] == ["2022.txt", "2021.txt"]
    assert first.requests is not None
    assert second.requests is not None
    assert found.places[0].span == second.requests["brought_forward", "natural_person"].span
    assert found.places[1].span == first.requests["carried_forward", "natural_person"].span


def test_copied_prose_stands_in_the_sections_of_the_later_report() -> None:
    text = whole_report()
    first = gidisc.parse(text.replace("2022年", "2021年"), name="2021.txt")
    second = gidisc.parse(text, name="2022.txt")
    found = next(found for found in gidisc.check_years([first, second]) if found.code == "prose-copied")
    assert [place.span for place in found.places] == [
        section.span for section in second.sections if section.number in (1, 5, 6)
    ]
    assert {place.name for place in found.places} == {"2022.txt"}


# parts of a whole


def parts_of(edition: Edition) -> tuple[Report, list[Report]]:
    """A summary, and the two reports that it adds up."""
    keys = [place.key for place in places(edition)]
    low = {key: index for index, key in enumerate(keys)}
    high = {key: 3 * index for index, key in enumerate(keys)}
    parts = [report({key: str(number) for key, number in held.items()}, edition) for held in (low, high)]
    summary = report({key: str(low[key] + high[key]) for key in keys}, edition, name="summary.txt")
    return summary, [evolve(part, name=f"part {at}") for at, part in enumerate(parts)]


@pytest.mark.parametrize("edition", Edition)
def test_a_sum_of_its_parts_raises_nothing(edition: Edition) -> None:
    assert gidisc.check_sum(*parts_of(edition)) == ()


@given(st.sampled_from(tuple(Edition)), st.data(), st.sampled_from([-1, 1]))
def test_any_cell_that_is_not_the_sum_is_found(edition: Edition, data: st.DataObject, by: int) -> None:
    summary, parts = parts_of(edition)
    key = data.draw(st.sampled_from([place.key for place in places(edition)][1:]))
    cell = next(cell for cell in gidisc.cells(summary) if cell.key == key)
    assert cell.value is not None
    (found,) = gidisc.check_sum(changed(summary, key, value=cell.value + by), parts)
    assert (found.code, found.cells, found.severity) == ("parts-differ", (key,), Severity.WARNING)
    assert (found.expected, found.found) == (str(cell.value), str(cell.value + by))


@pytest.mark.parametrize("status", [Status.BLANK, Status.REFUSED, Status.ABSENT])
def test_what_is_missing_in_a_part_is_said_and_not_taken_for_zero(status: Status) -> None:
    key = "requests.granted.total"
    summary, (low, high) = parts_of(Edition.FORM_2021)
    low = unread(low, key, status)
    (found,) = gidisc.check_sum(summary, [low, high])
    assert (found.code, found.cells) == ("part-incomplete", (key,))
    assert found.message == "part 0 has no number for 1 of the 200 cells that the summary fills"
    high = changed(high, key, value=10**6)
    codes = {found.code: found for found in gidisc.check_sum(summary, [low, high])}
    assert set(codes) == {"parts-differ", "part-incomplete"}
    assert codes["parts-differ"].expected == "≥1000000"


def test_a_change_that_is_missing_may_be_negative() -> None:
    key = "proactive.licensing.change"
    summary, (low, high) = parts_of(Edition.FORM_2019)
    high = changed(high, key, value=10**6)
    held = gidisc.check_sum(summary, [unread(low, key, Status.BLANK), high])
    assert [found.code for found in held] == ["part-incomplete"]


def test_cells_that_the_summary_does_not_fill_are_not_compared() -> None:
    summary, parts = parts_of(Edition.FORM_2021)
    assert gidisc.check_sum(evolve(summary, requests=None), parts) == ()
    assert gidisc.check_sum(unread(summary, "requests.granted.total", Status.BLANK), parts) == ()


def test_a_summary_without_parts_is_not_compared() -> None:
    assert gidisc.check_sum(parts_of(Edition.FORM_2021)[0], []) == ()


@pytest.mark.parametrize(
    ("units", "factors", "codes"),
    [
        (("万元", "元", "万元"), (1, 10_000, 1), []),
        (("元", "万元", "亿元"), (100_000_000, 10_000, 1), []),
        ((None, None, None), (1, 1, 1), []),
        (("万元", "元", "万元"), (1, 1, 1), ["parts-differ"]),
        (("万元", None, "万元"), (1, 9, 1), []),
    ],
)
def test_amounts_are_compared_in_their_units(
    units: tuple[str | None, ...], factors: tuple[int, ...], codes: list[str]
) -> None:
    summary, parts = parts_of(Edition.FORM_2021)
    held = []
    for built_, unit, factor in zip((summary, *parts), units, factors, strict=True):
        assert built_.proactive is not None
        cell = built_.proactive["fees", "amount"]
        assert cell.value is not None
        held.append(changed(built_, cell.key, unit=unit, value=cell.value * factor))
    assert [found.code for found in gidisc.check_sum(held[0], held[1:])] == codes


def test_counts_with_units_are_counts() -> None:
    summary, parts = parts_of(Edition.FORM_2021)
    assert gidisc.check_sum(changed(summary, "proactive.rules.issued", unit="件"), parts) == ()


def test_findings_about_parts_show_where_they_stand() -> None:
    parsed = gidisc.parse(whole_report(), name="a.txt")
    found = gidisc.check_sum(parsed, [parsed, evolve(parsed, name="b.txt")])[0]
    assert [place.name for place in found.places] == ["a.txt", "a.txt", "b.txt"]
    assert found.line is not None
