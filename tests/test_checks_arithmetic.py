from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import gidisc
from gidisc import form
from gidisc.checks import Equation, Rule, Verdict, assessments
from gidisc.checks.rules import ARITHMETIC
from gidisc.diagnostics import Diagnostic, Severity
from gidisc.form import Edition
from gidisc.model import ExtraRow, Report, Status
from gidisc.strategies.content import make_content
from reports import changed, city, report, unread

EDITIONS = tuple(Edition)
CASES = [(edition, rule, equation) for edition in EDITIONS for rule in ARITHMETIC for equation in rule.equations]


def held_in(edition: Edition) -> set[str]:
    return set(city(edition=edition))


CASES = [case for case in CASES if held_in(case[0]) >= {*case[2].left, *case[2].right}]
each_equation = pytest.mark.parametrize(
    ("edition", "rule", "equation"), CASES, ids=lambda part: getattr(part, "id", None) or getattr(part, "across", part)
)


def errors(built: Report) -> list[Diagnostic]:
    return [found for found in gidisc.check(built) if found.severity is Severity.ERROR]


def verdict(built: Report, rule: Rule, equation: Equation) -> Verdict:
    (found,) = (held for held in assessments(built) if held.rule is rule and held.equation is equation)
    return found.verdict


def about(built: Report, rule: Rule, equation: Equation) -> list[Diagnostic]:
    """The findings about one equation."""
    keys = (*equation.left, *equation.right)
    return [found for found in errors(built) if found.code == rule.id and found.cells == keys]


def raised(cells: dict[str, str | None], key: str, by: int) -> dict[str, str | None]:
    return {**cells, key: str(int(cells[key] or "0") + by)}


def largest(cells: dict[str, str | None], keys: tuple[str, ...]) -> str:
    return max(keys, key=lambda key: int(cells[key] or "0"))


@pytest.mark.parametrize(
    ("edition", "count"), [(Edition.FORM_2019, 7 + 7 + 23 + 3), (Edition.FORM_2021, 7 + 7 + 25 + 3)]
)
def test_every_sum_of_an_edition_is_assessed(edition: Edition, count: int) -> None:
    assert len([case for case in CASES if case[0] is edition]) == count
    assert len(list(assessments(report(city(edition=edition), edition)))) == count


@each_equation
def test_a_sum_that_holds_raises_nothing(edition: Edition, rule: Rule, equation: Equation) -> None:
    built = report(city(edition=edition), edition)
    assert verdict(built, rule, equation) is Verdict.HOLDS
    assert not errors(built)


@each_equation
@pytest.mark.parametrize("by", [1, -1])
def test_a_sum_that_fails_by_one_is_found(edition: Edition, rule: Rule, equation: Equation, by: int) -> None:
    cells = city(edition=edition)
    key = largest(cells, equation.left)
    built = report(raised(cells, key, by), edition)
    assert verdict(built, rule, equation) is Verdict.FAILS
    (found,) = about(built, rule, equation)
    printed, right = (sum(int(cells[key] or "0") for key in side) for side in (equation.left, equation.right))
    sides = {str(printed + by), str(right)}
    assert {found.expected, found.found} == sides
    assert all(side in found.message and side in found.message_zh for side in sides)


@each_equation
def test_a_blank_part_is_not_taken_for_zero(edition: Edition, rule: Rule, equation: Equation) -> None:
    cells = city(edition=edition)
    missing = largest(cells, equation.right)
    blanked = {**cells, missing: None}
    assert verdict(report(blanked, edition), rule, equation) is Verdict.NOT_ASSESSABLE
    assert not about(report(blanked, edition), rule, equation)
    (other,) = [key for key in equation.right if key != missing][:1]
    equal = raised(blanked, other, int(cells[missing] or "0"))
    assert verdict(report(equal, edition), rule, equation) is Verdict.HOLDS
    above = report(raised(equal, other, 1), edition)
    assert verdict(above, rule, equation) is Verdict.FAILS
    (found,) = about(above, rule, equation)
    assert "≥" in (found.expected or "") + (found.found or "")


@each_equation
def test_a_blank_total_tells_nothing(edition: Edition, rule: Rule, equation: Equation) -> None:
    cells = city(edition=edition) | dict.fromkeys(equation.left)
    assert verdict(report(cells, edition), rule, equation) is Verdict.NOT_ASSESSABLE


def test_both_sides_with_blanks_tell_nothing() -> None:
    cells = city() | {"requests.received.total": None, "requests.carried_forward.total": None}
    rule = next(rule for rule in ARITHMETIC if rule.id == "requests-balance")
    assert verdict(report(cells), rule, rule.equations[-1]) is Verdict.NOT_ASSESSABLE


def test_marks_are_as_unknown_as_blanks() -> None:
    cells = city()
    key = "disputes.reconsideration.upheld"
    built = report({**cells, key: "/"})
    assert not errors(built)
    assert errors(report({**cells, key: "/", "disputes.reconsideration.total": "0"}))


@pytest.mark.parametrize("status", [Status.REFUSED, Status.INFERRED, Status.ABSENT, Status.NOT_A_NUMBER])
def test_a_cell_that_was_not_read_makes_its_sums_not_assessable(status: Status) -> None:
    key = "requests.granted.total"
    broken = report({**city(), "requests.outcomes_total.total": "1", "requests.received.total": "1"})
    built = unread(broken, key, status)
    held = [found for found in assessments(built) if key in (*found.equation.left, *found.equation.right)]
    assert len(held) == 2
    assert {found.verdict for found in held} == {Verdict.NOT_ASSESSABLE}
    assert not [found for found in errors(built) if key in found.cells]


def test_an_inferred_number_proves_nothing() -> None:
    built = changed(report(city()), "requests.granted.total", status=Status.INFERRED, value=10**9)
    assert not errors(built)


def test_a_row_that_the_form_does_not_know_may_be_one_of_the_outcomes() -> None:
    built = report(raised(city(), "requests.granted.total", 1))
    assert built.requests is not None
    assert [found.code for found in errors(built)] == ["requests-outcomes", "requests-applicants"]
    extra = evolve(built, requests=evolve(built.requests, extra_rows=(ExtraRow(label="其他主动公开文件"),)))
    assert [found.code for found in errors(extra)] == ["requests-applicants"]


def test_a_report_without_tables_has_no_sums() -> None:
    assert not list(assessments(Report()))
    assert not errors(Report())


@pytest.mark.parametrize("edition", EDITIONS)
def test_negative_numbers_are_found_but_for_changes(edition: Edition) -> None:
    cells = city(edition=edition)
    built = report({**cells, "proactive.rules." + ("issued" if edition == "2021" else "newly_made"): "-3"}, edition)
    (found,) = errors(built)
    assert found.code == "negative-count"
    assert "-3" in found.message
    allowed = {key: "-3" for key in cells if key.endswith(".change")}
    assert not errors(report({**cells, **allowed}, edition))
    assert set(allowed) <= set(form.SIGNED_COLUMNS)


def test_what_cannot_be_assessed_is_said_once() -> None:
    built = report({**city(), "disputes.reconsideration.total": None})
    (found,) = (found for found in gidisc.check(built) if found.code == "sums-not-assessable")
    assert found.severity is Severity.INFO
    assert "1 of the 42 sums" in found.message


def test_a_finding_tells_both_sides_and_every_cell() -> None:
    cells = dict.fromkeys(city(), "0") | {"requests.received.other": "3", "requests.received.total": "3"}
    (balance, total) = errors(report(cells))
    assert balance.message == "其他: 一 3 + 二 0 = 3, but 三（七） 0 + 四 0 = 0; the form wants them equal"
    assert balance.message_zh == "“其他”列：一 3 + 二 0＝3，而三（七） 0 + 四 0＝0；按勾稽关系两者应相等"
    assert balance.cells[0] == "requests.received.other"
    assert total.code == "requests-balance"
    assert (total.expected, total.found) == ("3", "0")


def test_totals_are_expected_to_be_the_sum_of_their_parts() -> None:
    cells = dict.fromkeys(city(), "0") | {"disputes.litigation_direct.total": "2"}
    (found,) = errors(report(cells))
    assert found.message == "未经复议直接起诉: the results add up to 0, but 总计 is 2"
    assert (found.expected, found.found) == ("0", "2")
    outcomes = dict.fromkeys(city(), "0") | {"requests.granted.other": "1", "requests.granted.total": "1"}
    found = errors(report(outcomes))[0]
    assert found.message == "其他: the outcomes add up to 1, but 三（七）总计 is 0"


SEEDS = st.integers(0, 2**32)
REGIMES = st.sampled_from(("zeros", "small", "city"))


def consistent(seed: int, regime: str, edition: Edition) -> dict[str, str | None]:
    return {
        key: printed.partition(".")[0] + ".0000" if key.endswith("fees.amount") and printed else printed
        for key, printed in make_content(Random(seed), regime, edition).cells.items()
    }


@given(SEEDS, REGIMES, st.sampled_from(EDITIONS))
def test_a_consistent_report_raises_nothing(seed: int, regime: str, edition: Edition) -> None:
    assert gidisc.check(report(consistent(seed, regime, edition), edition)) == ()


@given(SEEDS, REGIMES, st.sampled_from(EDITIONS), st.data(), st.integers(-50, 50).filter(bool))
def test_any_single_changed_cell_is_found(
    seed: int, regime: str, edition: Edition, data: st.DataObject, by: int
) -> None:
    cells = consistent(seed, regime, edition)
    key = data.draw(st.sampled_from([key for key in cells if not key.startswith("proactive.")]))
    built = changed(report(cells, edition), key, value=int(Decimal(cells[key] or 0)) + by)
    broken = [held for held in assessments(built) if key in (*held.equation.left, *held.equation.right)]
    sums = [found for found in errors(built) if found.code != "negative-count"]
    assert broken
    assert [found.code for found in sums] == [held.rule.id for held in broken]
    assert all(key in found.cells for found in sums)


@given(SEEDS, st.sampled_from(EDITIONS), st.data())
def test_blanks_in_a_consistent_report_raise_no_error(seed: int, edition: Edition, data: st.DataObject) -> None:
    cells = consistent(seed, "city", edition)
    blank = data.draw(st.sets(st.sampled_from(sorted(cells)), max_size=60))
    assert not errors(report({**cells, **dict.fromkeys(blank)}, edition))
