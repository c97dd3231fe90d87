from __future__ import annotations

import re
from pathlib import Path

import pytest

from gidisc import form, grammar
from gidisc.form import Edition

PROACTIVE_2021 = {
    "rules": ("issued", "repealed", "in_force"),
    "normative_documents": ("issued", "repealed", "in_force"),
    "licensing": ("decisions",),
    "penalties": ("decisions",),
    "compulsion": ("decisions",),
    "fees": ("amount",),
}
PROACTIVE_2019 = {
    "rules": ("newly_made", "newly_disclosed", "total_disclosed"),
    "normative_documents": ("newly_made", "newly_disclosed", "total_disclosed"),
    "licensing": ("previous_items", "change", "decisions"),
    "other_services": ("previous_items", "change", "decisions"),
    "penalties": ("previous_items", "change", "decisions"),
    "compulsion": ("previous_items", "change", "decisions"),
    "fees": ("previous_items", "change"),
    "procurement": ("projects", "amount"),
}
APPLICANTS = ("natural_person", "business", "research", "public_interest", "legal_services", "other", "total")
REQUESTS = {
    "received": ("一", "本年新收政府信息公开申请数量"),
    "brought_forward": ("二", "上年结转政府信息公开申请数量"),
    "granted": ("三（一）", "予以公开"),
    "partially_granted": ("三（二）", "部分公开（区分处理的，只计这一情形，不计其他情形）"),
    "denied.state_secrets": ("三（三）1", "属于国家秘密"),
    "denied.prohibited_by_law": ("三（三）2", "其他法律行政法规禁止公开"),
    "denied.security_and_stability": ("三（三）3", "危及“三安全一稳定”"),
    "denied.third_party_rights": ("三（三）4", "保护第三方合法权益"),
    "denied.internal_affairs": ("三（三）5", "属于三类内部事务信息"),
    "denied.process_information": ("三（三）6", "属于四类过程性信息"),
    "denied.enforcement_files": ("三（三）7", "属于行政执法案卷"),
    "denied.administrative_inquiries": ("三（三）8", "属于行政查询事项"),
    "unavailable.not_held": ("三（四）1", "本机关不掌握相关政府信息"),
    "unavailable.requires_creation": ("三（四）2", "没有现成信息需要另行制作"),
    "unavailable.still_unclear": ("三（四）3", "补正后申请内容仍不明确"),
    "not_processed.petitions_and_complaints": ("三（五）1", "信访举报投诉类申请"),
    "not_processed.repeated": ("三（五）2", "重复申请"),
    "not_processed.publications": ("三（五）3", "要求提供公开出版物"),
    "not_processed.excessive": ("三（五）4", "无正当理由大量反复申请"),
    "not_processed.confirmation": ("三（五）5", "要求行政机关确认或重新出具已获取信息"),
    "other_outcomes": ("三（六）", "其他处理"),
    "other_outcomes.not_corrected_in_time": (
        "三（六）1",
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    ),
    "other_outcomes.fee_not_paid_in_time": (
        "三（六）2",
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    ),
    "other_outcomes.other": ("三（六）3", "其他"),
    "outcomes_total": ("三（七）", "总计"),
    "carried_forward": ("四", "结转下年度继续办理"),
}
DISPUTES = {
    "reconsideration": ("行政复议", "行政复议"),
    "litigation_direct": ("行政诉讼·未经复议直接起诉", "未经复议直接起诉"),
    "litigation_after_reconsideration": ("行政诉讼·复议后起诉", "复议后起诉"),
}


def columns(table: form.Table, edition: Edition) -> dict[str, tuple[str, ...]]:
    return {row.id: tuple(column.id for column in table.columns(row, edition)) for row in table.rows(edition)}


@pytest.mark.parametrize(("edition", "cells"), [(Edition.FORM_2019, [22, 161, 15]), (Edition.FORM_2021, [10, 175, 15])])
def test_number_of_cells(edition: Edition, cells: list[int]) -> None:
    assert [sum(map(len, columns(table, edition).values())) for table in form.TABLES] == cells


def test_columns_of_proactive() -> None:
    assert columns(form.PROACTIVE, Edition.FORM_2021) == PROACTIVE_2021
    assert columns(form.PROACTIVE, Edition.FORM_2019) == PROACTIVE_2019


def test_rows_of_requests() -> None:
    assert {row.id: (row.path, row.label) for row in form.REQUESTS.rows()} == REQUESTS
    assert set(columns(form.REQUESTS, Edition.FORM_2021).values()) == {APPLICANTS}
    only_2019 = {row.id for row in form.REQUESTS.rows() if row.editions == form.ONLY_2019}
    only_2021 = {row.id for row in form.REQUESTS.rows() if row.editions == form.ONLY_2021}
    assert only_2019 == {"other_outcomes"}
    assert only_2021 == {row for row in REQUESTS if row.startswith("other_outcomes.")}


def test_rows_of_disputes() -> None:
    assert {row.id: (row.path, row.label) for row in form.DISPUTES.rows()} == DISPUTES
    assert set(columns(form.DISPUTES, Edition.FORM_2019).values()) == {
        ("upheld", "corrected", "other", "pending", "total")
    }


def test_a_row_has_no_columns_in_an_edition_without_it() -> None:
    procurement = next(row for row in form.PROACTIVE.rows() if row.id == "procurement")
    assert form.PROACTIVE.columns(procurement, Edition.FORM_2021) == ()
    assert form.PROACTIVE.columns(procurement, Edition.FORM_2019) != ()


def test_labels_of_columns() -> None:
    heads = [head for table in form.TABLES for row in table.rows() for head in table.heads(row)]
    labels = {column.id: column.label for head in heads for column in head.columns if head.edition != "2019"}
    assert labels["issued"] == "本年制发件数"
    assert labels["amount"] == "本年收费金额"
    assert labels["public_interest"] == "社会公益组织"
    assert labels["pending"] == "尚未审结"


def test_only_amounts_are_money_and_only_changes_are_signed() -> None:
    heads = [head for table in form.TABLES for row in table.rows() for head in table.heads(row)]
    every = [column for head in heads for column in head.columns]
    assert {column.id for column in every if column.money} == {"amount"}
    assert {column.id for column in every if column.signed} == {"change"}


def test_ids_are_unique_within_a_table_and_an_edition() -> None:
    for table in form.TABLES:
        for edition in Edition:
            ids = [row.id for row in table.rows(edition)]
            assert len(ids) == len(set(ids))


def test_headings() -> None:
    assert [heading.number for heading in form.HEADINGS] == [1, 2, 3, 4, 5, 6]
    assert [heading.numeral for heading in form.HEADINGS] == ["一、", "二、", "三、", "四、", "五、", "六、"]
    assert [table.section for table in form.TABLES] == [2, 3, 4]


@pytest.mark.parametrize("rule", form.SUMS, ids=lambda rule: rule.id)
def test_sums_name_rows_and_columns_of_their_table(rule: form.Sum) -> None:
    table = form.table_of(rule.table)
    for edition in rule.editions:
        by_row = columns(table, edition)
        known = set(by_row) if rule.axis == "rows" else {column for ids in by_row.values() for column in ids}
        assert {*rule.left, *rule.right} <= known
    assert not set(rule.left) & set(rule.right)


def test_sums_add_up_every_outcome_once() -> None:
    rules = {rule.id: rule for rule in form.SUMS}
    outcomes = {row for row, (path, _) in REQUESTS.items() if path.startswith("三") and row != "outcomes_total"}
    nested = {row for row in outcomes if row.startswith("other_outcomes.")}
    assert set(rules["T3-SUM-2021"].right) == outcomes - {"other_outcomes"}
    assert set(rules["T3-SUM-2019"].right) == outcomes - nested
    assert len(rules["T3-SUM-2021"].right) == 21
    assert rules["T3-BAL"].left == ("received", "brought_forward")
    assert rules["T3-BAL"].right == ("outcomes_total", "carried_forward")
    assert rules["T3-ROW"].right == APPLICANTS[:-1]
    assert rules["T4-SUM"].right == ("upheld", "corrected", "other", "pending")


def terminals() -> dict[str, str]:
    """The terminals of labels.lark and the text that each prints, without sign, cells and line end."""
    text = Path(str(grammar._folder()), "labels.lark").read_text("utf-8")
    found = re.findall(r"^([A-Z][A-Z_0-9]*): (.+)$", text, re.MULTILINE)
    helpers = ("UNIT", "CELLS", "CELL", "EXTRA_ROW")
    return {name: _printed(body) for name, body in found if name not in helpers}


def _printed(body: str) -> str:
    body = body.removesuffix(" CELLS").replace('" UNIT? "\\n"', '"').replace('" | "| ', " | ").strip("()")
    return re.sub(r'^["/]|\\n|["/]$|\\', "", body).removeprefix("| ").removeprefix("## ")


def _labels(member: form.Row | form.Group) -> dict[str, None]:
    """How the editions print a row or group, each wording once."""
    if isinstance(member, form.Group):
        return {member.printed: None}
    return dict.fromkeys(member.printed_in(edition) for edition in reversed(Edition))


def official() -> dict[str, str]:
    """What the grammar must print, by the name of the terminal."""
    labels = {f"SECTION_{heading.number}": heading.numeral + heading.label for heading in form.HEADINGS}
    for table in form.TABLES:
        members: list[form.Row | form.Group] = [*table.rows(), *table.groups()]
        labels |= {member.id.rpartition(".")[2].upper(): " | ".join(_labels(member)) for member in members}
        heads = [head for row in table.rows() for head in table.heads(row)]
        for head in heads:
            labels[head.id.upper()] = " | ".join([head.corner, *(column.label for column in head.columns)])
    return labels


def test_the_grammar_prints_every_label_of_the_form_and_no_other() -> None:
    assert terminals() == official()
