from __future__ import annotations

import pytest

import gidisc
from gidisc import form
from gidisc.checks import Rule
from gidisc.diagnostics import CATALOGUE, Severity

EVERY_RULE = pytest.mark.parametrize("rule", gidisc.RULES, ids=lambda rule: rule.id)


@EVERY_RULE
def test_a_rule_has_an_entry_of_the_catalogue_and_words_in_both_languages(rule: Rule) -> None:
    assert rule.severity is CATALOGUE[rule.id].severity
    assert rule.title
    assert not rule.title.endswith(".")
    assert any("一" <= character <= "鿿" for character in rule.title_zh)
    assert rule.source


def test_ids_and_titles_are_distinct() -> None:
    assert len({rule.id for rule in gidisc.RULES}) == len(gidisc.RULES)
    assert len({rule.title for rule in gidisc.RULES}) == len(gidisc.RULES)
    assert len({rule.title_zh for rule in gidisc.RULES}) == len(gidisc.RULES)


def test_every_sum_of_the_form_is_a_rule_and_the_other_way_round() -> None:
    derived = {rule.id: rule for rule in gidisc.RULES if rule.equations}
    assert {held.rule for held in form.SUMS} == derived.keys()
    assert all(rule.severity is Severity.ERROR for rule in derived.values())
    for held in form.SUMS:
        assert held.source in derived[held.rule].source or held.id == "T3-SUM-2019"


def test_the_printed_rule_of_the_form() -> None:
    rule = next(rule for rule in gidisc.RULES if rule.id == "requests-balance")
    assert form.BALANCE_NOTE.partition("：")[2] in rule.source
    last = rule.equations[-1]
    assert last.left == ("requests.received.total", "requests.brought_forward.total")
    assert last.right == ("requests.outcomes_total.total", "requests.carried_forward.total")
    assert last.across is form.APPLICANTS.columns[-1]
    assert len(rule.equations) == 7


def test_every_cell_of_a_rule_is_a_cell_of_the_form() -> None:
    keys = {
        f"{table.id}.{row.id}.{column.id}"
        for table in form.TABLES
        for row in table.rows()
        for head in table.heads(row)
        for column in head.columns
    }
    for rule in gidisc.RULES:
        for equation in rule.equations:
            assert {*equation.left, *equation.right} <= keys


@pytest.mark.parametrize(
    ("year", "edition"), [(2018, None), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2030, "2021")]
)
def test_the_edition_of_a_year(year: int, edition: str | None) -> None:
    assert form.edition_of(year) == edition
